/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-document-builder.h"

#include <string.h>

#include "sp-document-private.h"
#include "sp-text-utils.h"

struct _SpDocumentBuilder
{
  SpDocument *document; /* (owned): under construction */
  GPtrArray *blocks;    /* (owned) (element-type SpDraftBlock) */
};

/**
 * sp_document_builder_new:
 * @source: what is being read; its name, size and hash go into the document
 *
 * Returns: (transfer full): an empty builder
 */
SpDocumentBuilder *
sp_document_builder_new (const SpSource *source)
{
  SpDocumentBuilder *self = g_new0 (SpDocumentBuilder, 1);
  SpDocument *document = g_object_new (SP_TYPE_DOCUMENT, NULL);

  document->name = g_strdup (source->name);
  document->media_type = g_strdup (source->media_type != NULL ? source->media_type : "text/plain");
  document->charset = g_strdup ("utf-8");
  document->n_bytes = g_bytes_get_size (source->bytes);
  document->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, source->bytes);
  document->has_structure = TRUE;

  self->document = document;
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) sp_draft_block_free);
  return self;
}

void
sp_document_builder_free (SpDocumentBuilder *self)
{
  g_clear_object (&self->document);
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

/**
 * sp_document_builder_add_block:
 * @text: UTF-8; white space is collapsed; nothing is added if nothing is left
 * @length: in bytes, or -1 if NUL-terminated
 */
void
sp_document_builder_add_block (SpDocumentBuilder *self, SpBlockKind kind, guint level,
                               const char *text, gssize length)
{
  g_autofree char *collapsed = sp_text_collapse_spaces (text, length);

  if (*collapsed != '\0')
    g_ptr_array_add (self->blocks, sp_draft_block_new (kind, level, collapsed, -1));
}

/**
 * sp_document_builder_take_block:
 * @block: (transfer full): its text as the source has it; the hygiene passes will clean it
 */
void
sp_document_builder_take_block (SpDocumentBuilder *self, SpDraftBlock *block)
{
  g_ptr_array_add (self->blocks, block);
}

/**
 * sp_document_builder_get_blocks:
 *
 * Returns: (transfer none) (element-type SpDraftBlock): the blocks so far, to be edited in place
 */
GPtrArray *
sp_document_builder_get_blocks (SpDocumentBuilder *self)
{
  return self->blocks;
}

/**
 * sp_document_builder_steal_blocks:
 *
 * For passes that split or drop blocks: afterwards the builder has none.
 *
 * Returns: (transfer full) (element-type SpDraftBlock): the blocks, each to be freed or given back by
 *   sp_document_builder_take_block(); the array does not free them
 */
GPtrArray *
sp_document_builder_steal_blocks (SpDocumentBuilder *self)
{
  GPtrArray *blocks = self->blocks;

  g_ptr_array_set_free_func (blocks, NULL);
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) sp_draft_block_free);
  return blocks;
}

static void
set_string (char **field, const char *value)
{
  char *copy = g_strdup (value);

  g_free (*field);
  *field = copy;
}

/**
 * sp_document_builder_get_media_type:
 *
 * Returns: (transfer none): what was set last
 */
const char *
sp_document_builder_get_media_type (SpDocumentBuilder *self)
{
  return self->document->media_type;
}

void
sp_document_builder_set_media_type (SpDocumentBuilder *self, const char *media_type)
{
  set_string (&self->document->media_type, media_type);
}

void
sp_document_builder_set_charset (SpDocumentBuilder *self, const char *charset)
{
  set_string (&self->document->charset, charset);
}

/**
 * sp_document_builder_get_title:
 *
 * Returns: (transfer none) (nullable): what was set last
 */
const char *
sp_document_builder_get_title (SpDocumentBuilder *self)
{
  return self->document->title;
}

void
sp_document_builder_set_title (SpDocumentBuilder *self, const char *title)
{
  set_string (&self->document->title, title);
}

void
sp_document_builder_set_domain (SpDocumentBuilder *self, const char *domain)
{
  set_string (&self->document->domain, domain);
}

/**
 * sp_document_builder_set_snapshot_date:
 * @date: YYYY-MM-DD
 */
void
sp_document_builder_set_snapshot_date (SpDocumentBuilder *self, const char *date)
{
  set_string (&self->document->snapshot_date, date);
}

void
sp_document_builder_set_declared_language (SpDocumentBuilder *self, const char *language)
{
  set_string (&self->document->declared_language, language);
}

void
sp_document_builder_set_has_structure (SpDocumentBuilder *self, gboolean has_structure)
{
  self->document->has_structure = has_structure;
}

/**
 * sp_document_builder_note:
 * @id: a static string
 * @block: (nullable): where; %NULL if it concerns the whole document
 * @start: first byte in the block's text, as it stands now; the note follows the text
 * @end: one past the last byte
 * @message: translated
 *
 * Leaves a diagnostic.
 */
void
sp_document_builder_note (SpDocumentBuilder *self, const char *id, SpDraftBlock *block, gsize start,
                          gsize end, const char *message)
{
  if (block != NULL)
    sp_draft_block_mark (block, id, start, end, message);
  else
    g_ptr_array_add (self->document->diagnostics, sp_diagnostic_new (id, sp_span (0, 0), message));
}

/**
 * sp_document_builder_add_spam:
 *
 * Marks bytes of @block as injected: they stay in the text and are never judged.
 */
void
sp_document_builder_add_spam (SpDocumentBuilder *self, SpDraftBlock *block, gsize start, gsize end)
{
  sp_draft_block_mark (block, NULL, start, end, NULL);
}

/* The open headings and list levels while parents are assigned. */
typedef struct
{
  guint headings[7]; /* last heading of each level, or SP_BLOCK_NO_PARENT */
  guint items[17];   /* last item of each depth; [0] is the last paragraph */
} Nesting;

static guint
nearest (const guint *indices, guint below)
{
  for (guint i = below; i-- > 0;)
    if (indices[i] != SP_BLOCK_NO_PARENT)
      return indices[i];
  return SP_BLOCK_NO_PARENT;
}

static void
forget_from (guint *indices, guint first, guint n)
{
  for (guint i = first; i < n; i++)
    indices[i] = SP_BLOCK_NO_PARENT;
}

static guint
enter_block (Nesting *nesting, const SpBlock *block, guint index)
{
  guint parent;

  if (block->kind == SP_BLOCK_BOILERPLATE)
    return SP_BLOCK_NO_PARENT;

  if (block->kind == SP_BLOCK_HEADING)
    {
      guint level = CLAMP (block->level, 1, 6);

      parent = nearest (nesting->headings, level);
      forget_from (nesting->headings, level, G_N_ELEMENTS (nesting->headings));
      forget_from (nesting->items, 0, G_N_ELEMENTS (nesting->items));
      nesting->headings[level] = index;
      return parent;
    }

  if (block->kind == SP_BLOCK_ITEM)
    {
      guint depth = CLAMP (block->level, 1, G_N_ELEMENTS (nesting->items) - 1);

      parent = nearest (nesting->items, depth);
      forget_from (nesting->items, depth, G_N_ELEMENTS (nesting->items));
      nesting->items[depth] = index;
      return parent != SP_BLOCK_NO_PARENT ? parent : nearest (nesting->headings, 7);
    }

  forget_from (nesting->items, 0, G_N_ELEMENTS (nesting->items));
  if (block->kind == SP_BLOCK_PARAGRAPH)
    nesting->items[0] = index;
  return nearest (nesting->headings, 7);
}

static const char *
separator (const SpDraftBlock *before, const SpDraftBlock *block)
{
  gboolean list = block->kind == SP_BLOCK_ITEM || block->kind == SP_BLOCK_ROW;

  return list && before->kind == block->kind ? "\n" : "\n\n";
}

static void
place_marks (SpDocument *document, const SpDraftBlock *draft, gsize offset)
{
  for (guint i = 0; draft->marks != NULL && i < draft->marks->len; i++)
    {
      const SpDraftMark *mark = &g_array_index (draft->marks, SpDraftMark, i);
      SpSpan span = sp_span (offset + mark->start, offset + mark->end);

      if (mark->id == NULL)
        g_array_append_val (document->spam, span);
      else
        g_ptr_array_add (document->diagnostics, sp_diagnostic_new (mark->id, span, mark->message));
    }
}

static void
lay_out (SpDocumentBuilder *self, GString *text)
{
  Nesting nesting;

  forget_from (nesting.headings, 0, G_N_ELEMENTS (nesting.headings));
  forget_from (nesting.items, 0, G_N_ELEMENTS (nesting.items));

  for (guint i = 0; i < self->blocks->len; i++)
    {
      SpDraftBlock *draft = g_ptr_array_index (self->blocks, i);
      SpBlock block = { draft->kind, draft->flags, { 0, 0 }, draft->level, SP_BLOCK_NO_PARENT };

      if (i > 0)
        g_string_append (text, separator (g_ptr_array_index (self->blocks, i - 1), draft));
      block.span = sp_span (text->len, text->len + draft->text->len);
      block.parent = enter_block (&nesting, &block, i);
      place_marks (self->document, draft, text->len);
      g_string_append_len (text, draft->text->str, draft->text->len);
      g_array_append_val (self->document->blocks, block);
    }
}

static int
compare_diagnostics (gconstpointer a, gconstpointer b)
{
  const SpDiagnostic *x = *(const SpDiagnostic *const *) a;
  const SpDiagnostic *y = *(const SpDiagnostic *const *) b;
  int order = sp_span_compare (x->span, y->span);

  return order != 0 ? order : strcmp (x->id, y->id);
}

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  return sp_span_compare (*(const SpSpan *) a, *(const SpSpan *) b);
}

/**
 * sp_document_builder_finish:
 * @self: spent afterwards; only to be freed
 *
 * Joins the blocks into one text, gives them their places and parents.
 *
 * Returns: (transfer full): the document
 */
SpDocument *
sp_document_builder_finish (SpDocumentBuilder *self)
{
  SpDocument *document = self->document;
  GString *text = g_string_new (NULL);

  lay_out (self, text);
  g_array_sort (document->spam, compare_spans);
  g_ptr_array_sort (document->diagnostics, compare_diagnostics);
  document->length = text->len;
  document->text = g_string_free (text, FALSE);
  document->text_sha256 = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *) document->text,
                                                       document->length);
  return g_steal_pointer (&self->document);
}
