/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Full-text search over the kept policies: SQLite's FTS5, one row for each clause, so that the words
 * of a query have to stand together as they do in a quote, and a hit leads to its place. */
#include "sp-search.h"

#include "sp-library-private.h"
#include "sp-library-store.h"

/* The number of a row is the policy's with that of the clause below it; the last one is the title. */
#define SEGMENT_BITS 24
#define TITLE_SEGMENT ((1 << SEGMENT_BITS) - 1)

/* Around the matches in a snippet; the texts hold no control characters. */
#define MATCH_START '\x01'
#define MATCH_END '\x02'

static gboolean
write_passage (SpQuery *query, gint64 id, guint segment, const char *text, GError **error)
{
  sp_query_bind_int (query, ":row", (id << SEGMENT_BITS) | segment);
  sp_query_bind_text (query, ":text", text);
  return sp_query_run (query, error);
}

static gboolean
write_title (SpQuery *query, gint64 id, SpAnalysis *analysis, GError **error)
{
  SpDocument *document = sp_analysis_get_document (analysis);
  const char *title = sp_analysis_get_title (analysis);
  const char *domain = sp_document_get_domain (document);
  g_autofree char *text = g_strdup_printf ("%s %s %s", title != NULL ? title : "",
                                           domain != NULL ? domain : "", sp_document_get_name (document));

  return write_passage (query, id, TITLE_SEGMENT, g_strstrip (text), error);
}

static gboolean
forget (SpDatabase *database, gint64 id, GError **error)
{
  g_autoptr (SpQuery) query =
    sp_query_new (database, "DELETE FROM passage WHERE rowid BETWEEN :first AND :last", error);

  if (query == NULL)
    return FALSE;
  sp_query_bind_int (query, ":first", id << SEGMENT_BITS);
  sp_query_bind_int (query, ":last", (id << SEGMENT_BITS) | TITLE_SEGMENT);
  return sp_query_run (query, error);
}

/**
 * sp_search_index:
 *
 * Makes the words of @analysis findable, in the place of those of an earlier one. Inside a
 * transaction.
 */
gboolean
sp_search_index (SpDatabase *database, gint64 id, SpAnalysis *analysis, GError **error)
{
  const char *text = sp_document_get_text (sp_analysis_get_document (analysis), NULL);
  guint n_segments;
  const SpSegment *segments =
    sp_segmentation_get_segments (sp_analysis_get_segmentation (analysis), &n_segments);
  g_autoptr (SpQuery) query = NULL;

  if (!forget (database, id, error))
    return FALSE;
  query = sp_query_new (database, "INSERT INTO passage (rowid, text) VALUES (:row, :text)", error);
  if (query == NULL || !write_title (query, id, analysis, error))
    return FALSE;
  for (guint i = 0; i < MIN (n_segments, TITLE_SEGMENT); i++)
    {
      g_autofree char *words = NULL;

      if (segments[i].block->kind == SP_BLOCK_BOILERPLATE)
        continue;
      words = sp_span_dup_text (segments[i].block->span, text);
      if (!write_passage (query, id, i, words, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * sp_search_forget_removed:
 *
 * Deletes the words of the policies that are marked as removed, and no trace of them stays in the
 * index: it is merged anew, for a deletion alone only hides them.
 */
gboolean
sp_search_forget_removed (SpDatabase *database, GError **error)
{
  g_autoptr (SpQuery) query = sp_query_new (database, "SELECT id FROM policy WHERE removed", error);
  gboolean has_row, any = FALSE;

  if (query == NULL || !sp_query_next (query, &has_row, error))
    return FALSE;
  while (has_row)
    {
      any = TRUE;
      if (!forget (database, sp_query_get_int (query, 0), error) || !sp_query_next (query, &has_row, error))
        return FALSE;
    }
  return !any || sp_database_execute (database, "INSERT INTO passage (passage) VALUES ('optimize')", error);
}

static void
append_words (GString *query, const char *start, const char *end, gboolean is_prefix)
{
  if (start == end)
    return;
  g_string_append (query, query->len > 0 ? " \"" : "\"");
  g_string_append_len (query, start, end - start);
  g_string_append (query, is_prefix ? "\"*" : "\"");
}

/**
 * sp_search_dup_query:
 * @words: what a person typed
 *
 * Makes a query of it that asks for all the words, the last one as a beginning; words in quotation
 * marks have to follow each other. Whatever else FTS5 would understand is taken as a plain word.
 *
 * Returns: (transfer full) (nullable): the query, %NULL where nothing can be searched for
 */
char *
sp_search_dup_query (const char *words)
{
  g_autoptr (GString) query = g_string_new (NULL);
  const char *p = words;
  gboolean any_letter = FALSE;

  for (const char *q = words; *q != '\0'; q = g_utf8_next_char (q))
    any_letter |= g_unichar_isalnum (g_utf8_get_char (q));
  while (any_letter && *p != '\0')
    {
      const char *start = p;

      if (*p == '"')
        {
          start = ++p;
          while (*p != '\0' && *p != '"')
            p++;
          append_words (query, start, p, *p == '\0');
          p += *p != '\0';
          continue;
        }
      while (*p != '\0' && *p != '"' && !g_ascii_isspace (*p))
        p++;
      append_words (query, start, p, *p == '\0');
      while (g_ascii_isspace (*p))
        p++;
    }
  return query->len > 0 ? g_strdup (query->str) : NULL;
}

/**
 * sp_library_hit_free:
 *
 * Frees a hit.
 */
void
sp_library_hit_free (SpLibraryHit *self)
{
  g_clear_object (&self->entry);
  g_clear_pointer (&self->matches, g_array_unref);
  g_free (self->snippet);
  g_free (self);
}

/* Takes the marks out of @marked and notes where they stood. */
static void
set_snippet (SpLibraryHit *hit, const char *marked)
{
  GString *snippet = g_string_new (NULL);
  SpSpan match = { 0, 0 };

  hit->matches = g_array_new (FALSE, FALSE, sizeof (SpSpan));
  for (const char *p = marked; *p != '\0'; p++)
    if (*p == MATCH_START)
      match.start = snippet->len;
    else if (*p == MATCH_END)
      {
        match.end = snippet->len;
        g_array_append_val (hit->matches, match);
      }
    else
      g_string_append_c (snippet, *p == '\n' ? ' ' : *p);
  hit->snippet = g_string_free (snippet, FALSE);
}

static gboolean
read_snippet (SpDatabase *database, const char *match, gint64 row, SpLibraryHit *hit, GError **error)
{
  g_autoptr (SpQuery) query = sp_query_new (database,
                                            "SELECT snippet (passage, 0, char (1), char (2), '…', 24)"
                                            " FROM passage WHERE passage MATCH :match AND rowid = :row",
                                            error);
  g_autofree char *marked = NULL;
  gboolean has_row;

  if (query == NULL)
    return FALSE;
  sp_query_bind_text (query, ":match", match);
  sp_query_bind_int (query, ":row", row);
  if (!sp_query_next (query, &has_row, error))
    return FALSE;
  marked = has_row ? sp_query_dup_text (query, 0) : NULL;
  set_snippet (hit, marked != NULL ? marked : "");
  return TRUE;
}

static SpLibraryHit *
read_hit (SpDatabase *database, const char *match, SpQuery *row, GError **error)
{
  g_autoptr (SpLibraryHit) hit = g_new0 (SpLibraryHit, 1);
  gint64 best = sp_query_get_int (row, 0);
  guint segment = (guint) (best & TITLE_SEGMENT);

  hit->segment = segment == TITLE_SEGMENT ? SP_LIBRARY_HIT_TITLE : segment;
  hit->n_clauses = (guint) sp_query_get_int (row, 1);
  hit->entry = sp_library_store_find (database, best >> SEGMENT_BITS, error);
  if (hit->entry == NULL || !read_snippet (database, match, best, hit, error))
    return NULL;
  return g_steal_pointer (&hit);
}

/* One row for each policy, with its best clause; SQLite takes the bare rowid from the row of min (). */
static GPtrArray *
search (SpDatabase *database, const char *match, guint limit, GError **error)
{
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify) sp_library_hit_free);
  g_autoptr (SpQuery) query = NULL;
  gboolean has_row;

  query = sp_query_new (database,
                        "SELECT found, n, min_rank FROM ("
                        "  SELECT rowid AS found, count (*) AS n, min (rank) AS min_rank"
                        "  FROM passage WHERE passage MATCH :match GROUP BY rowid >> :bits)"
                        " JOIN policy ON id = found >> :bits WHERE NOT removed"
                        " ORDER BY min_rank, found LIMIT :limit",
                        error);
  if (query == NULL)
    return NULL;
  sp_query_bind_text (query, ":match", match);
  sp_query_bind_int (query, ":bits", SEGMENT_BITS);
  sp_query_bind_int (query, ":limit", limit);
  for (;;)
    {
      SpLibraryHit *hit;

      if (!sp_query_next (query, &has_row, error))
        return NULL;
      if (!has_row)
        return g_steal_pointer (&hits);
      hit = read_hit (database, match, query, error);
      if (hit == NULL)
        return NULL;
      g_ptr_array_add (hits, hit);
    }
}

static void
search_in_worker (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  SpLibraryJob *job = task_data;
  GError *error = NULL;
  SpDatabase *database = _sp_library_get_database (source_object, cancellable, &error);
  g_autofree char *match = sp_search_dup_query (job->text);
  GPtrArray *hits = NULL;

  if (database != NULL && match != NULL)
    hits = search (database, match, job->limit, &error);
  else if (database != NULL)
    hits = g_ptr_array_new_with_free_func ((GDestroyNotify) sp_library_hit_free);
  _sp_library_return_pointer (task, hits, (GDestroyNotify) g_ptr_array_unref, error);
}

/**
 * sp_library_search_async:
 * @words: all of them have to stand in one clause, or in the title, name or domain; the last one may
 *   be only begun; words in quotation marks have to follow each other
 * @limit: how many policies at most
 *
 * Searches the texts of all policies, whatever the case, the accents and the endings of the words.
 */
void
sp_library_search_async (SpLibrary *self, const char *words, guint limit, GCancellable *cancellable,
                         GAsyncReadyCallback callback, gpointer user_data)
{
  SpLibraryJob *job;

  g_return_if_fail (SP_IS_LIBRARY (self));
  g_return_if_fail (words != NULL);

  job = _sp_library_job_new (0);
  job->text = g_strdup (words);
  job->limit = limit;
  _sp_library_push (self, sp_library_search_async, search_in_worker, job, cancellable, callback, user_data);
}

/**
 * sp_library_search_finish:
 *
 * Returns: (transfer full) (element-type SpLibraryHit): one for each policy, the best first
 */
GPtrArray *
sp_library_search_finish (SpLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
