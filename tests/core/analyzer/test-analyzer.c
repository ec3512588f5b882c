/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "smallprint.h"

#define N_THREADS 20

static const char policy[] =
  "# Birchwood Privacy Policy\n\n"
  "This policy explains how Birchwood Gardens Ltd. (“Birchwood”, “we”) handles your personal information.\n\n"
  "## What we collect\n\n"
  "We collect your name, e-mail address and postal address when you order plants. "
  "Our servers also record your IP address and browser type automatically.\n\n"
  "## Sharing\n\n"
  "We do not sell your personal information. We may share your e-mail address with our delivery "
  "partners so that they can bring your order.\n\n"
  "## Keeping and deleting\n\n"
  "We keep order records for six years because tax law asks us to. You may ask us to delete your "
  "account at any time by writing to privacy@birchwood.example.\n\n"
  "## Changes\n\n"
  "We may change this policy from time to time. We will e-mail you before a change takes effect.\n\n"
  "Last updated: 3 March 2021\n";

static SpAnalyzer *
create_analyzer (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpKnowledge) knowledge = sp_knowledge_new (NULL, &error);

  g_assert_no_error (error);
  return sp_analyzer_new (knowledge);
}

static SpSource *
create_source (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (policy, strlen (policy));

  return sp_source_new (bytes, "birchwood.md", NULL);
}

static char *
write_json (SpAnalysis *analysis)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  SpReportOptions options = SP_REPORT_OPTIONS_DEFAULT;

  bytes = sp_report_write (analysis, sp_report_find_format ("json"), &options, &error);
  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static char *
analyze_to_json (SpAnalyzer *analyzer)
{
  g_autoptr (SpSource) source = create_source ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SpAnalysis) analysis = sp_analyzer_analyze (analyzer, source, NULL, NULL, &error);

  g_assert_no_error (error);
  return write_json (analysis);
}

static gpointer
analyze_in_thread (gpointer analyzer)
{
  return analyze_to_json (analyzer);
}

static void
gives_every_thread_the_same_bytes (void)
{
  g_autoptr (SpAnalyzer) analyzer = create_analyzer ();
  g_autofree char *expected = analyze_to_json (analyzer);
  GThread *threads[N_THREADS];

  for (guint i = 0; i < N_THREADS; i++)
    threads[i] = g_thread_new ("analyze", analyze_in_thread, analyzer);
  for (guint i = 0; i < N_THREADS; i++)
    {
      g_autofree char *json = g_thread_join (threads[i]);

      g_assert_cmpstr (json, ==, expected);
    }
}

static void
keep_result_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
wait_for_result (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

static void
analyzes_in_the_background (void)
{
  g_autoptr (SpAnalyzer) analyzer = create_analyzer ();
  g_autoptr (SpProgress) progress = sp_progress_new ();
  g_autoptr (SpSource) source = create_source ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (SpAnalysis) analysis = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *expected = analyze_to_json (analyzer);
  g_autofree char *json = NULL;

  sp_analyzer_analyze_async (analyzer, source, progress, NULL, keep_result_cb, &result);
  analysis = sp_analyzer_analyze_finish (analyzer, wait_for_result (&result), &error);

  g_assert_no_error (error);
  json = write_json (analysis);
  g_assert_cmpstr (json, ==, expected);
  g_assert_cmpfloat (sp_progress_get_fraction (progress), ==, 1.0);
  g_assert_true (g_bytes_equal (sp_analysis_get_source (analysis)->bytes, source->bytes));
}

static void
stops_when_cancelled (void)
{
  g_autoptr (SpAnalyzer) analyzer = create_analyzer ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (SpSource) source = create_source ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (SpAnalysis) analysis = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (sp_analyzer_analyze (analyzer, source, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);

  sp_analyzer_analyze_async (analyzer, source, NULL, cancellable, keep_result_cb, &result);
  analysis = sp_analyzer_analyze_finish (analyzer, wait_for_result (&result), &error);
  g_assert_null (analysis);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
says_what_cannot_be_read (void)
{
  g_autoptr (SpAnalyzer) analyzer = create_analyzer ();
  g_autoptr (GFile) file = g_file_new_for_path ("/nonexistent/policy.html");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (SpAnalysis) analysis = NULL;
  g_autoptr (GError) error = NULL;

  sp_analyzer_analyze_file_async (analyzer, file, NULL, NULL, keep_result_cb, &result);
  analysis = sp_analyzer_analyze_finish (analyzer, wait_for_result (&result), &error);

  g_assert_null (analysis);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_cmpstr (sp_error_get_code (error), ==, "unreadable");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/analyzer/gives_every_thread_the_same_bytes", gives_every_thread_the_same_bytes);
  g_test_add_func ("/core/analyzer/analyzes_in_the_background", analyzes_in_the_background);
  g_test_add_func ("/core/analyzer/stops_when_cancelled", stops_when_cancelled);
  g_test_add_func ("/core/analyzer/says_what_cannot_be_read", says_what_cannot_be_read);
  return g_test_run ();
}
