/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-file-walk.h"

#include "sp-import.h"

/* Deeper than any folder of saved policies; ends loops through links. */
#define MAX_DEPTH 16
#define MAX_FILES 10000

#define ATTRIBUTES                                                                                           \
  G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_DISPLAY_NAME                                  \
                                 "," G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_IS_HIDDEN

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (g_file_info_get_display_name (*(GFileInfo *const *) a),
                         g_file_info_get_display_name (*(GFileInfo *const *) b));
}

static GPtrArray *
list_folder (GFile *folder)
{
  GPtrArray *infos = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GFileEnumerator) entries =
    g_file_enumerate_children (folder, ATTRIBUTES, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  GFileInfo *info;

  while (entries != NULL && (info = g_file_enumerator_next_file (entries, NULL, NULL)) != NULL)
    g_ptr_array_add (infos, info);
  g_ptr_array_sort (infos, compare_names);
  return infos;
}

static void
walk_folder (GFile *folder, guint depth, GPtrArray *imports)
{
  g_autoptr (GPtrArray) infos = list_folder (folder);

  for (guint i = 0; i < infos->len && imports->len < MAX_FILES; i++)
    {
      GFileInfo *info = g_ptr_array_index (infos, i);
      const char *name = g_file_info_get_display_name (info);
      g_autoptr (GFile) child = g_file_get_child (folder, g_file_info_get_name (info));

      if (g_file_info_get_is_hidden (info))
        continue;
      if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY && depth < MAX_DEPTH)
        walk_folder (child, depth + 1, imports);
      else if (g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR && sp_importer_knows_name (name))
        g_ptr_array_add (imports, sp_import_new_for_file (child, name));
    }
}

static char *
dup_display_name (GFile *file, GFileInfo *info)
{
  g_autofree char *base_name = g_file_get_basename (file);

  if (info != NULL)
    return g_strdup (g_file_info_get_display_name (info));
  return base_name != NULL ? g_utf8_make_valid (base_name, -1) : g_file_get_uri (file);
}

static void
walk_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GPtrArray *files = task_data;
  g_autoptr (GPtrArray) imports = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < files->len; i++)
    {
      GFile *file = g_ptr_array_index (files, i);
      g_autoptr (GFileInfo) info =
        g_file_query_info (file, ATTRIBUTES, G_FILE_QUERY_INFO_NONE, cancellable, NULL);
      g_autofree char *name = dup_display_name (file, info);

      if (info != NULL && g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
        walk_folder (file, 0, imports);
      else
        g_ptr_array_add (imports, sp_import_new_for_file (file, name));
    }
  g_task_return_pointer (task, g_steal_pointer (&imports), (GDestroyNotify) g_ptr_array_unref);
}

/**
 * sp_file_walk_async:
 * @files: (array length=n_files): files, and folders to be walked
 * @source: (nullable): the source object of the result
 *
 * Makes an import of each file, in order; of folders only the files of a supported type, hidden ones
 * left out. A file that is missing becomes an import too, so that it fails with a message.
 */
void
sp_file_walk_async (GFile *const *files, gsize n_files, GObject *source, GAsyncReadyCallback callback,
                    gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (source, NULL, callback, user_data);
  GPtrArray *copy = g_ptr_array_new_with_free_func (g_object_unref);

  for (gsize i = 0; i < n_files; i++)
    g_ptr_array_add (copy, g_object_ref (files[i]));
  g_task_set_source_tag (task, sp_file_walk_async);
  g_task_set_task_data (task, copy, (GDestroyNotify) g_ptr_array_unref);
  g_task_run_in_thread (task, walk_in_thread);
}

/**
 * sp_file_walk_finish:
 *
 * Returns: (transfer full) (element-type SpImport): may be empty
 */
GPtrArray *
sp_file_walk_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
