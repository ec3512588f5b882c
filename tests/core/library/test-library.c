/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "library-fixture.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>

#define POLICY_THAT_SELLS                                                                          \
  "Privacy policy of Teasel Coupons\n\n"                                                           \
  "We collect your name, your e-mail address and the pages you visit. We sell your personal "      \
  "information to advertisers and data brokers.\n\n"                                               \
  "We may change this policy at any time by posting a new one on this page.\n"

static const char *program_path;

static guint
count_tags (SpAnalysis *analysis)
{
  guint n_segments, n_tags, sum = 0;

  sp_segmentation_get_segments (sp_analysis_get_segmentation (analysis), &n_segments);
  for (guint i = 0; i < n_segments; i++)
    {
      sp_tagging_get_tags (sp_analysis_get_tagging (analysis), i, &n_tags);
      sum += n_tags;
    }
  return sum;
}

/* --- Tests --- */

static void
begins_empty (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = list_entries (fixture, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 0);
}

static void
lists_what_was_added_with_its_figures (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SpAnalysis) analysis = analyze (fixture, POLICY, "larkspur.txt", "text/plain");
  const SpScores *scores = sp_analysis_get_scores (analysis);
  g_autoptr (SpLibraryEntry) added = add_analysis (fixture, analysis);
  g_autoptr (SpLibraryEntry) second = add_text (fixture, POLICY "More.\n", "second.txt");
  g_autoptr (GPtrArray) entries = list_entries (fixture, NULL);
  SpLibraryEntry *entry;

  g_assert_cmpuint (entries->len, ==, 2);
  g_assert_cmpstr (sp_library_entry_get_name (entries->pdata[0]), ==, "second.txt");
  entry = entries->pdata[1];
  g_assert_true (sp_library_entry_get_id (entry) == sp_library_entry_get_id (added));
  g_assert_cmpstr (sp_library_entry_get_name (entry), ==, "larkspur.txt");
  g_assert_cmpstr (sp_library_entry_get_language (entry), ==, sp_analysis_get_language (analysis));
  g_assert_cmpstr (sp_library_entry_get_date (entry), ==, sp_analysis_get_facts (analysis)->policy_date);
  g_assert_cmpstr (sp_library_entry_get_sha256 (entry), ==,
                   sp_document_get_sha256 (sp_analysis_get_document (analysis)));
  g_assert_cmpint (sp_library_entry_get_grade (entry), ==, scores->grade);
  g_assert_cmpint (sp_library_entry_get_grade_uncertain (entry), ==, scores->grade_uncertain);
  g_assert_nonnull (sp_library_entry_get_title (entry));
  g_assert_false (sp_library_entry_get_is_outdated (entry));
}

static void
keeps_a_row_for_each_finding_answer_and_tag (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SpAnalysis) analysis = analyze (fixture, POLICY, "larkspur.txt", NULL);
  g_autoptr (SpLibraryEntry) entry = add_analysis (fixture, analysis);

  assert_count (fixture, "finding", sp_analysis_get_findings (analysis)->len);
  assert_count (fixture, "answer", sp_analysis_get_answers (analysis)->len);
  assert_count (fixture, "tag", count_tags (analysis));
  assert_count (fixture, "policy", 1);
}

static void
answers_questions_across_the_library (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SpLibraryEntry) first = add_text (fixture, POLICY, "larkspur.txt");
  g_autoptr (SpLibraryEntry) second = add_text (fixture, POLICY_THAT_SELLS, "teasel.txt");
  g_autofree char *deniers = NULL;
  g_autofree char *sellers = NULL;

  deniers = ask_file (fixture->path, "SELECT name FROM policy JOIN finding ON policy = id"
                                     " WHERE finding = 'SELL_DENIED' AND NOT removed");
  sellers = ask_file (fixture->path, "SELECT name FROM policy JOIN finding ON policy = id"
                                     " WHERE finding = 'SELL_AFFIRMED' AND NOT removed");
  g_assert_cmpstr (deniers, ==, "larkspur.txt|\n");
  g_assert_cmpstr (sellers, ==, "teasel.txt|\n");
}

static void
gives_back_the_bytes_and_what_was_known_of_them (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new (POLICY, strlen (POLICY));
  g_autoptr (SpSource) source = sp_source_new (bytes, "Größe ☂.html", "text/plain");
  g_autoptr (SpAnalysis) analysis = NULL;
  g_autoptr (SpLibraryEntry) entry = NULL;
  g_autoptr (SpSource) loaded = NULL;

  source->charset = g_strdup ("UTF-8");
  analysis = sp_analyzer_analyze (fixture->analyzer, source, NULL, NULL, NULL);
  entry = add_analysis (fixture, analysis);
  loaded = load_source (fixture, sp_library_entry_get_id (entry), NULL);

  g_assert_nonnull (loaded);
  g_assert_true (g_bytes_equal (loaded->bytes, bytes));
  g_assert_cmpstr (loaded->name, ==, "Größe ☂.html");
  g_assert_cmpstr (loaded->media_type, ==, "text/plain");
  g_assert_cmpstr (loaded->charset, ==, "UTF-8");
}

#define ALL_ROWS                                                                                   \
  "SELECT * FROM policy; SELECT * FROM analysis; SELECT * FROM finding; SELECT * FROM answer;"     \
  " SELECT * FROM tag"

static void
undoing_a_removal_restores_identical_rows (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SpLibraryEntry) entry = add_text (fixture, POLICY, "larkspur.txt");
  gint64 id = sp_library_entry_get_id (entry);
  g_autofree char *before = ask_file (fixture->path, ALL_ROWS);
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) entries = NULL;

  g_assert_true (change (fixture, sp_library_remove_async, id, NULL));
  entries = list_entries (fixture, NULL);
  g_assert_cmpuint (entries->len, ==, 0);

  g_assert_true (change (fixture, sp_library_restore_async, id, NULL));
  g_clear_pointer (&entries, g_ptr_array_unref);
  entries = list_entries (fixture, NULL);
  g_assert_cmpuint (entries->len, ==, 1);
  after = ask_file (fixture->path, ALL_ROWS);
  g_assert_cmpstr (before, ==, after);
}

static void
keeps_one_entry_for_the_same_bytes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SpLibraryEntry) first = add_text (fixture, POLICY, "larkspur.txt");
  g_autoptr (SpLibraryEntry) again = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autofree char *before = ask_file (fixture->path, "SELECT count(*) FROM tag");
  g_autofree char *after = NULL;

  g_assert_true (change (fixture, sp_library_remove_async, sp_library_entry_get_id (first), NULL));
  again = add_text (fixture, POLICY, "copy.txt");
  entries = list_entries (fixture, NULL);
  after = ask_file (fixture->path, "SELECT count(*) FROM tag");

  g_assert_true (sp_library_entry_get_id (first) == sp_library_entry_get_id (again));
  g_assert_cmpuint (entries->len, ==, 1);
  g_assert_cmpstr (sp_library_entry_get_name (entries->pdata[0]), ==, "copy.txt");
  g_assert_cmpstr (before, ==, after);
}

static gboolean
file_contains (const char *path, const char *text)
{
  g_autofree char *content = NULL;
  gsize length;

  return g_file_get_contents (path, &content, &length, NULL)
         && memmem (content, length, text, strlen (text)) != NULL;
}

static void
purging_leaves_no_trace_in_the_files (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SpLibraryEntry) kept = add_text (fixture, POLICY, "kept.txt");
  g_autoptr (SpLibraryEntry) removed = add_text (fixture, POLICY "More.\n", "a-telling-name.txt");
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (file_contains (log, "a-telling-name"));
  g_assert_true (change (fixture, sp_library_remove_async, sp_library_entry_get_id (removed), NULL));
  g_assert_true (purge (fixture, NULL));
  g_assert_false (file_contains (log, "a-telling-name"));
  g_assert_false (file_contains (fixture->path, "a-telling-name"));

  assert_count (fixture, "policy", 1);
  assert_count (fixture, "analysis", 1);
  g_assert_false (change (fixture, sp_library_restore_async, sp_library_entry_get_id (removed), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  entries = list_entries (fixture, NULL);
  g_assert_cmpuint (entries->len, ==, 1);
}

static void
never_gives_an_id_twice (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SpLibraryEntry) first = add_text (fixture, POLICY, "first.txt");
  g_autoptr (SpLibraryEntry) second = NULL;

  g_assert_true (change (fixture, sp_library_remove_async, sp_library_entry_get_id (first), NULL));
  g_assert_true (purge (fixture, NULL));
  second = add_text (fixture, POLICY, "second.txt");
  g_assert_true (sp_library_entry_get_id (second) > sp_library_entry_get_id (first));
}

static void
says_that_an_entry_is_not_there (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (load_source (fixture, 77, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "77"));
}

static void
flags_figures_of_another_analyzer_version (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SpLibraryEntry) entry = add_text (fixture, POLICY, "larkspur.txt");
  g_autoptr (SpLibraryEntry) again = NULL;
  g_autoptr (GPtrArray) entries = NULL;

  g_free (ask_file (fixture->path, "UPDATE analysis SET analyzer_version = 0"));
  entries = list_entries (fixture, NULL);
  g_assert_true (sp_library_entry_get_is_outdated (entries->pdata[0]));
  again = add_text (fixture, POLICY, "larkspur.txt");
  g_assert_false (sp_library_entry_get_is_outdated (again));
}

static void
reports_damaged_text_of_one_policy (Fixture *fixture, gconstpointer data)
{
  const char *const damages[] = {
    "UPDATE policy SET source = x'1f8b0800'",
    "UPDATE policy SET source = zeroblob (length (source))",
    "UPDATE policy SET n_bytes = n_bytes - 1",
    "UPDATE policy SET n_bytes = -1",
    "UPDATE policy SET n_bytes = 9223372036854775807",
    "UPDATE policy SET sha256 = 'other'",
  };

  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autoptr (SpLibraryEntry) entry = add_text (fixture, POLICY, "larkspur.txt");
      gint64 id = sp_library_entry_get_id (entry);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", damages[i]);
      g_free (ask_file (fixture->path, damages[i]));
      g_assert_null (load_source (fixture, id, &error));
      g_assert_error (error, SP_ERROR, SP_ERROR_DATABASE);
      g_assert_true (change (fixture, sp_library_remove_async, id, NULL));
      g_assert_true (purge (fixture, NULL));
    }
}

static void
refuses_a_damaged_file_and_recovers_when_it_is_gone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;
  g_autoptr (GPtrArray) entries = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "No library at all.", -1, NULL));
  g_assert_null (list_entries (fixture, &error));
  g_assert_error (error, SP_ERROR, SP_ERROR_DATABASE);
  g_assert_true (g_file_get_contents (fixture->path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "No library at all.");

  g_remove (fixture->path);
  entries = list_entries (fixture, NULL);
  g_assert_nonnull (entries);
}

static void
hears_a_cancellation_before_it_writes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SpAnalysis) analysis = analyze (fixture, POLICY, "larkspur.txt", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;

  sp_library_add_async (fixture->library, analysis, cancellable, keep_result_cb, &result);
  g_cancellable_cancel (cancellable);
  wait_for (&result);
  if (sp_library_add_finish (fixture->library, result, &error) == NULL)
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  entries = list_entries (fixture, NULL);
  g_assert_cmpuint (entries->len, ==, error == NULL ? 1 : 0);
}

static void
two_libraries_share_one_file (Fixture *fixture, gconstpointer data)
{
  Fixture other = *fixture;
  g_autoptr (SpLibraryEntry) first = NULL;
  g_autoptr (SpLibraryEntry) second = NULL;
  g_autoptr (GPtrArray) entries = NULL;

  other.library = sp_library_new (fixture->path);
  first = add_text (fixture, POLICY, "first.txt");
  second = add_text (&other, POLICY "More.\n", "second.txt");
  entries = list_entries (fixture, NULL);
  g_assert_cmpuint (entries->len, ==, 2);
  g_object_unref (other.library);
}

static void
lists_a_thousand_entries_in_a_blink (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SpLibraryEntry) entry = add_text (fixture, POLICY, "larkspur.txt");
  g_autoptr (GPtrArray) entries = NULL;

  g_free (ask_file (fixture->path,
                    "WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 1000)"
                    " INSERT INTO policy (sha256, name, n_bytes, source)"
                    " SELECT 'sha' || i, 'policy ' || i, 100000, zeroblob (20000) FROM n;"
                    "INSERT INTO analysis SELECT p.id, a.title, domain, language, policy_date,"
                    " snapshot_date, text_sha256, is_policy, words, flesch_reading_ease,"
                    " vague_per_1000, transparency, protection, protection_low, protection_high,"
                    " clarity, overall, grade, grade_uncertain, answered_share, confidence,"
                    " analyzer_version, normalization_version, rubric_version, model_version"
                    " FROM policy p, analysis a WHERE p.id <> a.policy"));
  entries = list_entries (fixture, NULL);
  g_assert_cmpuint (entries->len, ==, 1001);
}

static void
copy_file (const char *from, const char *to)
{
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (from, &content, &length, NULL));
  g_assert_true (g_file_set_contents (to, content, length, NULL));
}

static void
opens_the_archived_file_of_version_1 (Fixture *fixture, gconstpointer data)
{
  g_autofree char *archived = g_build_filename (g_getenv ("SP_TEST_FIXTURES"), "db", "library-v1.db", NULL);
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (SpSource) source = NULL;
  g_autoptr (GError) error = NULL;

  copy_file (archived, fixture->path);
  entries = list_entries (fixture, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 1);
  g_assert_cmpstr (sp_library_entry_get_name (entries->pdata[0]), ==, "larkspur.txt");
  g_assert_cmpint (sp_library_entry_get_grade (entries->pdata[0]), ==, 'C');
  g_assert_true (sp_library_entry_get_is_outdated (entries->pdata[0]));

  source = load_source (fixture, sp_library_entry_get_id (entries->pdata[0]), &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (g_bytes_get_data (source->bytes, NULL), "Privacy policy of the"));
}

/* --- Being killed --- */

/* What the child process does until it is killed: every kind of write, again and again. */
static int
write_forever (const char *path)
{
  Fixture fixture = { 0 };

  fixture.library = sp_library_new (path);
  fixture.knowledge = sp_knowledge_new (NULL, NULL);
  fixture.analyzer = sp_analyzer_new (fixture.knowledge);
  for (guint i = 0;; i = (i + 1) % 20)
    {
      g_autofree char *text = g_strdup_printf (POLICY "Version %u.\n", i);
      g_autoptr (SpLibraryEntry) entry = add_text (&fixture, text, "larkspur.txt");

      g_print ("%s\n", sp_library_entry_get_sha256 (entry));
      if (i % 3 == 0)
        g_assert_true (change (&fixture, sp_library_remove_async, sp_library_entry_get_id (entry), NULL));
      if (i % 10 == 9)
        g_assert_true (purge (&fixture, NULL));
    }
  return 0;
}

static void
kill_a_writer_after (Fixture *fixture, gboolean first_write, guint delay_ms)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) child = NULL;
  char byte;

  child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program_path, "--write-forever",
                            fixture->path, NULL);
  g_assert_no_error (error);
  if (first_write)
    g_input_stream_read (g_subprocess_get_stdout_pipe (child), &byte, 1, NULL, &error);
  g_assert_no_error (error);
  g_usleep (delay_ms * 1000);
  g_subprocess_force_exit (child);
  g_assert_true (g_subprocess_wait (child, NULL, NULL));
  g_assert_true (g_subprocess_get_if_signaled (child));
  g_assert_cmpint (g_subprocess_get_term_sig (child), ==, SIGKILL);
}

static void
survives_being_killed_at_any_moment (Fixture *fixture, gconstpointer data)
{
  /* The first ones while the file is being made, the others while it is written to. */
  const guint delays_ms[] = { 10, 40, 60, 80, 1, 5, 20, 40, 61, 93, 130, 171 };
  g_autofree char *n_policies = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (delays_ms); i++)
    {
      g_autofree char *verdict = NULL;
      g_autofree char *orphans = NULL;
      g_autoptr (GPtrArray) entries = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("killed after %u ms", delays_ms[i]);
      kill_a_writer_after (fixture, i >= 4, delays_ms[i]);
      entries = list_entries (fixture, &error);
      g_assert_no_error (error);
      verdict = ask_file (fixture->path, "PRAGMA integrity_check; PRAGMA foreign_key_check");
      g_assert_cmpstr (verdict, ==, "ok|\n");
      orphans = ask_file (fixture->path,
                          "SELECT count(*) FROM policy LEFT JOIN analysis ON policy = id"
                          " WHERE policy IS NULL");
      g_assert_cmpstr (orphans, ==, "0|\n");
    }
  n_policies = ask_file (fixture->path, "SELECT count(*) FROM policy");
  g_assert_cmpint (atoi (n_policies), >, 0);
}

#define ADD(name) g_test_add ("/core/library/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int argc, char *argv[])
{
  if (argc == 3 && g_str_equal (argv[1], "--write-forever"))
    return write_forever (argv[2]);

  g_test_init (&argc, &argv, NULL);
  program_path = argv[0];
  ADD (begins_empty);
  ADD (lists_what_was_added_with_its_figures);
  ADD (keeps_a_row_for_each_finding_answer_and_tag);
  ADD (answers_questions_across_the_library);
  ADD (gives_back_the_bytes_and_what_was_known_of_them);
  ADD (undoing_a_removal_restores_identical_rows);
  ADD (keeps_one_entry_for_the_same_bytes);
  ADD (purging_leaves_no_trace_in_the_files);
  ADD (never_gives_an_id_twice);
  ADD (says_that_an_entry_is_not_there);
  ADD (flags_figures_of_another_analyzer_version);
  ADD (reports_damaged_text_of_one_policy);
  ADD (refuses_a_damaged_file_and_recovers_when_it_is_gone);
  ADD (hears_a_cancellation_before_it_writes);
  ADD (two_libraries_share_one_file);
  ADD (lists_a_thousand_entries_in_a_blink);
  ADD (opens_the_archived_file_of_version_1);
  ADD (survives_being_killed_at_any_moment);
  return g_test_run ();
}
