/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "sp-exporter.h"
#include "state-fixture.h"

/* A catalogue of the language "xx" is made of this file. */
#define CATALOGUE "locale/xx.po"

static SpAnalyzer *analyzer;
static GFile *folder;
static char *locale_dir;

static SpAnalysis *
analyze_here (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (POLICY, strlen (POLICY));
  g_autoptr (SpSource) source = sp_source_new (bytes, "maple.md", "text/markdown");
  g_autoptr (GError) error = NULL;
  SpAnalysis *analysis = sp_analyzer_analyze (analyzer, source, NULL, NULL, &error);

  g_assert_no_error (error);
  return analysis;
}

static void
done_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (sp_export_finish (result, &error));
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static GBytes *
export_as (const char *format, SpAnalysis *analysis, const SpReportOptions *options)
{
  const SpReportOptions usual = SP_REPORT_OPTIONS_DEFAULT;
  g_autoptr (GFile) file = g_file_get_child (folder, format);
  g_autoptr (GError) error = NULL;
  gboolean is_done = FALSE;
  GBytes *bytes;

  sp_export_async (analyzer, analysis, sp_report_find_format (format), options != NULL ? options : &usual,
                   file, NULL, done_cb, &is_done);
  while (!is_done)
    g_main_context_iteration (NULL, TRUE);
  bytes = g_file_load_bytes (file, NULL, NULL, &error);
  g_assert_no_error (error);
  g_file_delete (file, NULL, NULL);
  return bytes;
}

static gboolean
contains (GBytes *bytes, const char *words)
{
  return g_strstr_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), words) != NULL;
}

static void
speak (gboolean other)
{
  g_setenv ("LANGUAGE", other ? "xx" : "en", TRUE);
  /* Another path is another catalogue: what was looked up before is forgotten. */
  bindtextdomain (GETTEXT_PACKAGE, other ? locale_dir : "/nowhere");
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
}

/* Newer C libraries translate nothing in the locale C.UTF-8, and there may be no other. */
static gboolean
lacks_languages (void)
{
  speak (TRUE);
  if (!g_str_equal (dgettext (GETTEXT_PACKAGE, "Clarity"), "Clarity"))
    return FALSE;
  g_test_skip ("the C library translates nothing in this locale");
  return TRUE;
}

static void
gives_programs_the_same_bytes_in_every_language (void)
{
  static const char *const formats[] = { "json", "jsonl" };

  if (lacks_languages ())
    return;
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GBytes) plain = NULL, other = NULL;
      g_autoptr (SpAnalysis) analysis = NULL, translated = NULL;

      speak (FALSE);
      analysis = analyze_here ();
      plain = export_as (formats[i], analysis, NULL);
      speak (TRUE);
      translated = analyze_here ();
      g_assert_false (sp_analysis_get_is_translated (analysis));
      g_assert_true (sp_analysis_get_is_translated (translated));
      other = export_as (formats[i], translated, NULL);
      g_assert_true (g_bytes_equal (plain, other));
    }
}

static void
gives_people_their_own_language (void)
{
  g_autoptr (SpAnalysis) analysis = NULL;
  g_autoptr (GBytes) text = NULL;

  if (lacks_languages ())
    return;
  analysis = analyze_here ();
  text = export_as ("text", analysis, NULL);
  g_assert_true (contains (text, "Was sie sagt"));
}

static void
keeps_the_review (void)
{
  g_autoptr (SpAnalysis) analysis = analyze_here ();
  g_autoptr (SpReview) review = sp_review_new ();
  g_autoptr (SpReview) dismissed = sp_review_set_dismissed (review, "SHARE_MKT_3P", TRUE);
  g_autoptr (SpAnalysis) reviewed = sp_analysis_review (analysis, dismissed, NULL);
  g_autoptr (GBytes) bytes = export_as ("json", reviewed, NULL);

  g_assert_true (contains (bytes, "\"dismissed\": ["));
}

static void
has_the_packs_that_were_asked_for_and_are_not_hidden (void)
{
  static const char *const packs[] = { "lgpd", NULL };
  SpReportOptions options = SP_REPORT_OPTIONS_DEFAULT;
  g_autoptr (SpAnalysis) analysis = analyze_here ();
  g_autoptr (GBytes) without = export_as ("json", analysis, NULL);
  g_autoptr (GBytes) with = NULL, hidden = NULL;

  options.packs = packs;
  with = export_as ("json", analysis, &options);
  options.hidden_packs = packs;
  hidden = export_as ("json", analysis, &options);
  g_assert_false (contains (without, "LGPD1"));
  g_assert_true (contains (with, "LGPD1"));
  g_assert_true (g_bytes_equal (hidden, without));
}

static void
make_catalogue (void)
{
  g_autofree char *source = g_build_filename (g_getenv ("SP_TEST_FIXTURES"), CATALOGUE, NULL);
  g_autofree char *messages = g_build_filename (locale_dir, "xx", "LC_MESSAGES", NULL);
  g_autofree char *catalogue = g_build_filename (messages, GETTEXT_PACKAGE ".mo", NULL);
  const char *arguments[] = { "msgfmt", "-o", catalogue, source, NULL };
  g_autoptr (GError) error = NULL;
  int status;

  g_assert_no_errno (g_mkdir_with_parents (messages, 0700));
  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
}

static void
remove_all (const char *path)
{
  const char *arguments[] = { "rm", "-r", path, NULL };

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
}

int
main (int argc, char *argv[])
{
  g_autofree char *path = g_dir_make_tmp (NULL, NULL);
  g_autoptr (SpKnowledge) knowledge = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  knowledge = sp_knowledge_new (NULL, NULL);
  analyzer = sp_analyzer_new (knowledge);
  folder = g_file_new_for_path (path);
  locale_dir = g_build_filename (path, "locale", NULL);
  make_catalogue ();
  /* From here on: GLib looks once whether there is a translation of the program at all. */
  setlocale (LC_ALL, "");
  speak (TRUE);
  textdomain (GETTEXT_PACKAGE);
  g_test_add_func ("/app/exporter/gives_programs_the_same_bytes_in_every_language",
                   gives_programs_the_same_bytes_in_every_language);
  g_test_add_func ("/app/exporter/gives_people_their_own_language", gives_people_their_own_language);
  g_test_add_func ("/app/exporter/keeps_the_review", keeps_the_review);
  g_test_add_func ("/app/exporter/has_the_packs_that_were_asked_for_and_are_not_hidden", has_the_packs_that_were_asked_for_and_are_not_hidden);
  status = g_test_run ();

  remove_all (path);
  g_free (locale_dir);
  g_object_unref (folder);
  g_object_unref (analyzer);
  return status;
}
