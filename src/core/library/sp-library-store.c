/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-library-store.h"

#include <glib/gi18n-lib.h>

#include "sp-compression.h"
#include "sp-error.h"
#include "sp-library-entry-private.h"
#include "sp-limits.h"
#include "sp-search.h"
#include "sp-version.h"

#define ENTRY_QUERY                                                                              \
  "SELECT id, name, title, domain, language, coalesce (policy_date, snapshot_date), sha256,"     \
  "  transparency, protection, clarity, overall, grade, grade_uncertain, analyzer_version"       \
  " FROM policy JOIN analysis ON policy = id"

/* What add_in_transaction() works on. */
typedef struct
{
  SpAnalysis *analysis; /* (not owned) */
  GBytes *compressed;   /* (not owned): its source */
  gint64 id;            /* out */
} Addition;

static SpLibraryEntry *
read_entry (SpQuery *row)
{
  SpLibraryEntry *entry = g_object_new (SP_TYPE_LIBRARY_ENTRY, NULL);
  g_autofree char *grade = sp_query_dup_text (row, 11);

  entry->id = sp_query_get_int (row, 0);
  entry->name = sp_query_dup_text (row, 1);
  entry->title = sp_query_dup_text (row, 2);
  entry->domain = sp_query_dup_text (row, 3);
  entry->language = sp_query_dup_text (row, 4);
  entry->date = sp_query_dup_text (row, 5);
  entry->sha256 = sp_query_dup_text (row, 6);
  for (int i = 0; i < SP_N_DIMENSIONS; i++)
    entry->scores[i] = sp_query_get_double (row, 7 + i);
  entry->overall = sp_query_get_double (row, 10);
  entry->grade = grade != NULL ? grade[0] : 0;
  entry->grade_uncertain = sp_query_get_int (row, 12) != 0;
  entry->is_outdated = sp_query_get_int (row, 13) != SP_ANALYZER_VERSION;
  return entry;
}

/**
 * sp_library_store_list:
 *
 * Returns: (transfer full) (element-type SpLibraryEntry): what is kept, the newest first
 */
GPtrArray *
sp_library_store_list (SpDatabase *database, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (SpQuery) query = sp_query_new (database, ENTRY_QUERY " WHERE NOT removed ORDER BY id DESC",
                                            error);
  gboolean has_row;

  if (query == NULL)
    return NULL;
  for (;;)
    {
      if (!sp_query_next (query, &has_row, error))
        return NULL;
      if (!has_row)
        return g_steal_pointer (&entries);
      g_ptr_array_add (entries, read_entry (query));
    }
}

static gboolean
check_found (gboolean found, gint64 id, GError **error)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  if (!found)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                 /* Translators: %s is the number of a policy. */
                 _("The library holds no policy %s. List the library to see what it holds."), number);
  return found;
}

/**
 * sp_library_store_find:
 *
 * Errors: %G_IO_ERROR_NOT_FOUND if there is no such row.
 *
 * Returns: (transfer full): the entry as lists show it
 */
SpLibraryEntry *
sp_library_store_find (SpDatabase *database, gint64 id, GError **error)
{
  g_autoptr (SpQuery) query = sp_query_new (database, ENTRY_QUERY " WHERE id = :id", error);
  gboolean has_row;

  if (query == NULL)
    return NULL;
  sp_query_bind_int (query, ":id", id);
  if (!sp_query_next (query, &has_row, error) || !check_found (has_row, id, error))
    return NULL;
  return read_entry (query);
}

/**
 * sp_library_store_check:
 *
 * Errors: %G_IO_ERROR_NOT_FOUND if there is no such row.
 *
 * Returns: whether a policy is there
 */
gboolean
sp_library_store_check (SpDatabase *database, gint64 id, GError **error)
{
  g_autoptr (SpLibraryEntry) entry = sp_library_store_find (database, id, error);

  return entry != NULL;
}

/* Adds the file, or finds it again and takes it back from the removed ones. */
static gboolean
write_policy (SpDatabase *database, Addition *addition, GError **error)
{
  const SpSource *source = sp_analysis_get_source (addition->analysis);
  SpDocument *document = sp_analysis_get_document (addition->analysis);
  g_autoptr (SpQuery) query = NULL;
  gboolean has_row;

  query = sp_query_new (database,
                        "INSERT INTO policy (sha256, name, media_type, charset, n_bytes, source)"
                        " VALUES (:sha256, :name, :media_type, :charset, :n_bytes, :source)"
                        " ON CONFLICT (sha256) DO UPDATE SET name = excluded.name,"
                        "  media_type = excluded.media_type, charset = excluded.charset, removed = 0"
                        " RETURNING id",
                        error);
  if (query == NULL)
    return FALSE;
  sp_query_bind_text (query, ":sha256", sp_document_get_sha256 (document));
  sp_query_bind_text (query, ":name", source->name);
  sp_query_bind_text (query, ":media_type", source->media_type);
  sp_query_bind_text (query, ":charset", source->charset);
  sp_query_bind_int (query, ":n_bytes", g_bytes_get_size (source->bytes));
  sp_query_bind_bytes (query, ":source", addition->compressed);
  if (!sp_query_next (query, &has_row, error))
    return FALSE;
  addition->id = sp_query_get_int (query, 0);
  return sp_query_run (query, error);
}

static void
bind_scores (SpQuery *query, const SpScores *scores)
{
  char grade[2] = { scores->grade, '\0' };

  sp_query_bind_double (query, ":transparency", scores->dimensions[SP_DIMENSION_TRANSPARENCY]);
  sp_query_bind_double (query, ":protection", scores->dimensions[SP_DIMENSION_PROTECTION]);
  sp_query_bind_double (query, ":protection_low", scores->protection_low);
  sp_query_bind_double (query, ":protection_high", scores->protection_high);
  sp_query_bind_double (query, ":clarity", scores->dimensions[SP_DIMENSION_CLARITY]);
  sp_query_bind_double (query, ":overall", scores->overall);
  sp_query_bind_text (query, ":grade", scores->grade != 0 ? grade : NULL);
  sp_query_bind_int (query, ":grade_uncertain", scores->grade_uncertain);
  sp_query_bind_double (query, ":answered_share", scores->answered_share);
  sp_query_bind_text (query, ":confidence", sp_confidence_level_get_id (scores->confidence));
}

static void
bind_figures (SpQuery *query, SpAnalysis *analysis)
{
  SpDocument *document = sp_analysis_get_document (analysis);
  const SpReadability *readability = sp_analysis_get_readability (analysis);

  sp_query_bind_text (query, ":title", sp_analysis_get_title (analysis));
  sp_query_bind_text (query, ":domain", sp_document_get_domain (document));
  sp_query_bind_text (query, ":language", sp_analysis_get_language (analysis));
  sp_query_bind_text (query, ":policy_date", sp_analysis_get_facts (analysis)->policy_date);
  sp_query_bind_text (query, ":snapshot_date", sp_document_get_snapshot_date (document));
  sp_query_bind_text (query, ":text_sha256", sp_document_get_text_sha256 (document));
  sp_query_bind_double (query, ":is_policy",
                        sp_tagging_get_is_policy (sp_analysis_get_tagging (analysis)));
  sp_query_bind_int (query, ":words", readability->words);
  sp_query_bind_double (query, ":flesch_reading_ease", readability->flesch_reading_ease);
  sp_query_bind_double (query, ":vague_per_1000",
                        sp_analysis_get_vagueness (analysis)->per_1000);
}

static void
bind_versions (SpQuery *query, SpAnalysis *analysis)
{
  sp_query_bind_int (query, ":analyzer_version", SP_ANALYZER_VERSION);
  sp_query_bind_int (query, ":normalization_version", SP_NORMALIZATION_VERSION);
  sp_query_bind_text (query, ":rubric_version", sp_analysis_get_rubric_version (analysis));
  sp_query_bind_text (query, ":model_version", sp_analysis_get_model_version (analysis));
}

/* An older analysis goes first, with all its rows. */
static gboolean
write_analysis (SpDatabase *database, Addition *addition, GError **error)
{
  g_autoptr (SpQuery) deletion = NULL;
  g_autoptr (SpQuery) query = NULL;

  deletion = sp_query_new (database, "DELETE FROM analysis WHERE policy = :policy", error);
  if (deletion == NULL)
    return FALSE;
  sp_query_bind_int (deletion, ":policy", addition->id);
  if (!sp_query_run (deletion, error))
    return FALSE;

  query = sp_query_new (
    database,
    "INSERT INTO analysis VALUES (:policy, :title, :domain, :language, :policy_date,"
    " :snapshot_date, :text_sha256, :is_policy, :words, :flesch_reading_ease, :vague_per_1000,"
    " :transparency, :protection, :protection_low, :protection_high, :clarity, :overall, :grade,"
    " :grade_uncertain, :answered_share, :confidence, :analyzer_version, :normalization_version,"
    " :rubric_version, :model_version)",
    error);
  if (query == NULL)
    return FALSE;
  sp_query_bind_int (query, ":policy", addition->id);
  bind_figures (query, addition->analysis);
  bind_scores (query, sp_analysis_get_scores (addition->analysis));
  bind_versions (query, addition->analysis);
  return sp_query_run (query, error);
}

static gboolean
write_findings (SpDatabase *database, Addition *addition, GError **error)
{
  GPtrArray *findings = sp_analysis_get_findings (addition->analysis);
  g_autoptr (SpQuery) query = NULL;

  query = sp_query_new (database,
                        "INSERT INTO finding VALUES"
                        " (:policy, :finding, :variant, :severity, :confidence, :n_places)",
                        error);
  if (query == NULL)
    return FALSE;
  sp_query_bind_int (query, ":policy", addition->id);
  for (guint i = 0; i < findings->len; i++)
    {
      const SpFinding *finding = findings->pdata[i];

      sp_query_bind_text (query, ":finding", finding->detector->id);
      sp_query_bind_text (query, ":variant", finding->variant);
      sp_query_bind_text (query, ":severity", sp_severity_get_id (finding->severity));
      sp_query_bind_double (query, ":confidence", finding->confidence);
      sp_query_bind_int (query, ":n_places", finding->evidence->len);
      if (!sp_query_run (query, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_answers (SpDatabase *database, Addition *addition, GError **error)
{
  GPtrArray *answers = sp_analysis_get_answers (addition->analysis);
  g_autoptr (SpQuery) query = NULL;

  query = sp_query_new (database,
                        "INSERT INTO answer VALUES (:policy, :question, :state, :level, :points)", error);
  if (query == NULL)
    return FALSE;
  sp_query_bind_int (query, ":policy", addition->id);
  for (guint i = 0; i < answers->len; i++)
    {
      const SpAnswer *answer = answers->pdata[i];

      sp_query_bind_text (query, ":question", answer->question->id);
      sp_query_bind_text (query, ":state", sp_answer_state_get_id (answer->state));
      sp_query_bind_double (query, ":level", answer->level);
      sp_query_bind_double (query, ":points", answer->points);
      if (!sp_query_run (query, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_segment_tags (SpQuery *query, SpAnalysis *analysis, guint segment, SpSpan span, GError **error)
{
  guint n_tags;
  const SpTag *tags = sp_tagging_get_tags (sp_analysis_get_tagging (analysis), segment, &n_tags);

  sp_query_bind_int (query, ":segment", segment);
  sp_query_bind_int (query, ":start_byte", span.start);
  sp_query_bind_int (query, ":end_byte", span.end);
  for (guint i = 0; i < n_tags; i++)
    {
      sp_query_bind_text (query, ":label", sp_category_get_id (tags[i].category));
      sp_query_bind_double (query, ":confidence", tags[i].confidence);
      sp_query_bind_int (query, ":weak", tags[i].weak);
      if (!sp_query_run (query, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_tags (SpDatabase *database, Addition *addition, GError **error)
{
  SpSegmentation *segmentation = sp_analysis_get_segmentation (addition->analysis);
  guint n_segments;
  const SpSegment *segments = sp_segmentation_get_segments (segmentation, &n_segments);
  g_autoptr (SpQuery) query = NULL;

  query = sp_query_new (database,
                        "INSERT INTO tag VALUES"
                        " (:policy, :segment, :label, :start_byte, :end_byte, :confidence, :weak)",
                        error);
  if (query == NULL)
    return FALSE;
  sp_query_bind_int (query, ":policy", addition->id);
  for (guint i = 0; i < n_segments; i++)
    if (!write_segment_tags (query, addition->analysis, i, segments[i].block->span, error))
      return FALSE;
  return TRUE;
}

static gboolean
add_in_transaction (SpDatabase *database, gpointer data, GError **error)
{
  Addition *addition = data;

  return write_policy (database, addition, error) && write_analysis (database, addition, error)
         && write_findings (database, addition, error) && write_answers (database, addition, error)
         && write_tags (database, addition, error)
         && sp_search_index (database, addition->id, addition->analysis, error);
}

/**
 * sp_library_store_add:
 *
 * Keeps an analysis with its source. The same bytes keep their row and id, get the new figures, and
 * are taken back if they were removed.
 *
 * Returns: (transfer full): the entry as lists show it
 */
SpLibraryEntry *
sp_library_store_add (SpDatabase *database, SpAnalysis *analysis, GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (GBytes) compressed = NULL;
  Addition addition = { .analysis = analysis };

  compressed = sp_bytes_compress (sp_analysis_get_source (analysis)->bytes, cancellable, error);
  if (compressed == NULL)
    return NULL;
  addition.compressed = compressed;
  if (!sp_database_transact (database, add_in_transaction, &addition, error))
    return NULL;

  /* It is kept now: cancelling comes too late. */
  sp_database_set_cancellable (database, NULL);
  return sp_library_store_find (database, addition.id, error);
}

static gboolean
check_source (SpDatabase *database, GBytes *bytes, const char *sha256, GError **error)
{
  g_autofree char *computed = NULL;
  g_autofree char *path = NULL;

  if (bytes != NULL)
    computed = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  if (g_strcmp0 (computed, sha256) == 0)
    return TRUE;

  path = g_filename_display_name (sp_database_get_path (database));
  g_set_error (error, SP_ERROR, SP_ERROR_DATABASE,
               /* Translators: %s is the path of a file. */
               _("The text of this policy in the library “%s” is damaged. Remove the policy and add "
                 "its file again."),
               path);
  return FALSE;
}

static GBytes *
unpack_source (SpDatabase *database, SpQuery *row, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) compressed = sp_query_dup_bytes (row, 4);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *sha256 = sp_query_dup_text (row, 5);
  gint64 size = sp_query_get_int (row, 3);

  if (size >= 0 && size <= SP_LIMIT_SOURCE_BYTES)
    bytes = sp_bytes_decompress (compressed, size, cancellable, NULL);
  if (g_cancellable_set_error_if_cancelled (cancellable, error)
      || !check_source (database, bytes, sha256, error))
    return NULL;
  return g_steal_pointer (&bytes);
}

/**
 * sp_library_store_load:
 *
 * Errors: %G_IO_ERROR_NOT_FOUND if there is no such row.
 *
 * Returns: (transfer full): the file as it was added
 */
SpSource *
sp_library_store_load (SpDatabase *database, gint64 id, GCancellable *cancellable, GError **error)
{
  g_autoptr (SpQuery) query = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = NULL;
  g_autofree char *media_type = NULL;
  SpSource *source;
  gboolean has_row;

  query = sp_query_new (database,
                        "SELECT name, media_type, charset, n_bytes, source, sha256 FROM policy"
                        " WHERE id = :id",
                        error);
  if (query == NULL)
    return NULL;
  sp_query_bind_int (query, ":id", id);
  if (!sp_query_next (query, &has_row, error) || !check_found (has_row, id, error))
    return NULL;

  bytes = unpack_source (database, query, cancellable, error);
  if (bytes == NULL)
    return NULL;
  name = sp_query_dup_text (query, 0);
  media_type = sp_query_dup_text (query, 1);
  source = sp_source_new (bytes, name, media_type);
  source->charset = sp_query_dup_text (query, 2);
  return source;
}

/**
 * sp_library_store_set_removed:
 *
 * Takes a policy out of the list, or back in, with all that belongs to it.
 *
 * Errors: %G_IO_ERROR_NOT_FOUND if there is no such row.
 */
gboolean
sp_library_store_set_removed (SpDatabase *database, gint64 id, gboolean removed, GError **error)
{
  g_autoptr (SpQuery) query = NULL;

  query = sp_query_new (database, "UPDATE policy SET removed = :removed WHERE id = :id", error);
  if (query == NULL)
    return FALSE;
  sp_query_bind_int (query, ":removed", removed);
  sp_query_bind_int (query, ":id", id);
  return sp_query_run (query, error)
         && check_found (sp_database_get_n_changes (database) > 0, id, error);
}

static gboolean
purge_in_transaction (SpDatabase *database, gpointer data, GError **error)
{
  return sp_search_forget_removed (database, error)
         && sp_database_execute (database, "DELETE FROM policy WHERE removed", error);
}

/**
 * sp_library_store_purge:
 *
 * Deletes what was removed for good: overwritten in the file, and no copy left in the log beside it.
 */
gboolean
sp_library_store_purge (SpDatabase *database, GError **error)
{
  return sp_database_transact (database, purge_in_transaction, NULL, error)
         && sp_database_execute (database, "PRAGMA wal_checkpoint (TRUNCATE)", error);
}
