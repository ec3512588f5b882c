/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-pack-set.h"

#include "sp-error.h"
#include "sp-pack-private.h"

#define LIST_FILE "knowledge/packs/packs.json"

/* A list of what a law asks for has some pages; anything far larger is something else. */
#define MAX_FILE_BYTES (1024 * 1024)

struct _SpPackSet
{
  gatomicrefcount ref_count;
  SpFindingRegistry *registry; /* (owned) */
  JsonNode *list;              /* (owned): of LIST_FILE */
  GPtrArray *packs;            /* (owned) (element-type SpPack) */
};

/* Takes @root. */
static gboolean
take_pack (SpPackSet *self, JsonNode *root, GError **error)
{
  JsonObject *sets = sp_json_get_object (json_node_get_object (self->list), "sets");
  g_autoptr (SpPack) pack = sp_pack_new (root, sets, self->registry, error);

  if (pack == NULL)
    return FALSE;
  if (sp_pack_set_find (self, pack->info.id) != NULL)
    {
      g_set_error (error, SP_ERROR, SP_ERROR_KNOWLEDGE, "a pack “%s” exists already", pack->info.id);
      return FALSE;
    }
  g_ptr_array_add (self->packs, g_steal_pointer (&pack));
  return TRUE;
}

static gboolean
add_resource (SpPackSet *self, const char *id, GError **error)
{
  g_autofree char *name = g_strdup_printf ("knowledge/packs/%s.json", id);
  JsonNode *root = sp_json_parse_resource (name, error);

  if (root == NULL)
    return FALSE;
  if (take_pack (self, root, error))
    return TRUE;
  g_prefix_error (error, "%s: ", name);
  return FALSE;
}

static gboolean
add_resources (SpPackSet *self, GError **error)
{
  JsonArray *ids;

  self->list = sp_json_parse_resource (LIST_FILE, error);
  if (self->list == NULL)
    return FALSE;
  ids = sp_json_require_array (json_node_get_object (self->list), "packs", error);
  for (guint i = 0; ids != NULL && i < json_array_get_length (ids); i++)
    if (!add_resource (self, json_array_get_string_element (ids, i), error))
      return FALSE;
  return ids != NULL;
}

/**
 * sp_pack_set_new_from_resource:
 * @registry: the detectors that packs may name
 *
 * Errors: %SP_ERROR_KNOWLEDGE, with the file, the item and what is wrong in it.
 *
 * Returns: (transfer full): the packs that come with the program
 */
SpPackSet *
sp_pack_set_new_from_resource (const SpFindingRegistry *registry, GError **error)
{
  g_autoptr (SpPackSet) self = g_new0 (SpPackSet, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->registry = sp_finding_registry_ref ((SpFindingRegistry *) registry);
  self->packs = g_ptr_array_new_with_free_func ((GDestroyNotify) sp_pack_free);
  return add_resources (self, error) ? g_steal_pointer (&self) : NULL;
}

static JsonNode *
parse_file (const char *path, GError **error)
{
  g_autofree char *data = NULL;
  gsize length;

  if (!g_file_get_contents (path, &data, &length, error))
    return NULL;
  if (length > MAX_FILE_BYTES)
    {
      g_set_error (error, SP_ERROR, SP_ERROR_KNOWLEDGE, "a pack is at most %d bytes long", MAX_FILE_BYTES);
      return NULL;
    }
  return sp_json_parse (data, length, error);
}

/**
 * sp_pack_set_add_file:
 * @path: a pack of the user; sp_pack_new() tells its form
 *
 * Adds one pack, or nothing. Before other threads see the set.
 *
 * Errors: %SP_ERROR_KNOWLEDGE, %SP_ERROR_PARSE, %SP_ERROR_TOO_DEEP, %G_FILE_ERROR, all with the file.
 */
gboolean
sp_pack_set_add_file (SpPackSet *self, const char *path, GError **error)
{
  JsonNode *root = parse_file (path, error);

  if (root != NULL && take_pack (self, root, error))
    return TRUE;
  if (error != NULL && (*error)->domain != G_FILE_ERROR)
    {
      g_autofree char *name = g_filename_display_name (path);

      g_prefix_error (error, "%s: ", name);
    }
  return FALSE;
}

SpPackSet *
sp_pack_set_ref (SpPackSet *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
sp_pack_set_unref (SpPackSet *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_ptr_array_unref (self->packs);
  sp_finding_registry_unref (self->registry);
  g_clear_pointer (&self->list, json_node_unref);
  g_free (self);
}

guint
sp_pack_set_get_n_packs (const SpPackSet *self)
{
  return self->packs->len;
}

const SpPack *
sp_pack_set_get (const SpPackSet *self, guint index)
{
  return self->packs->pdata[index];
}

/**
 * sp_pack_set_get_pack:
 *
 * Returns: (transfer none): pack @index; those that come with the program first
 */
const SpPackInfo *
sp_pack_set_get_pack (const SpPackSet *self, guint index)
{
  g_return_val_if_fail (index < self->packs->len, NULL);
  return &sp_pack_set_get (self, index)->info;
}

/**
 * sp_pack_set_find:
 *
 * Returns: (transfer none) (nullable): the pack of that id
 */
const SpPackInfo *
sp_pack_set_find (const SpPackSet *self, const char *id)
{
  for (guint i = 0; i < self->packs->len; i++)
    {
      const SpPackInfo *info = sp_pack_set_get_pack (self, i);

      if (g_strcmp0 (info->id, id) == 0)
        return info;
    }
  return NULL;
}
