/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "smallprint.h"

#include <cairo.h>
#include <string.h>

/* Of printed pages that are looked at: smaller than paper, to be quick. */
#define SCALE 0.5

static SpKnowledge *knowledge;

static SpAnalysis *
analyze_bytes (GBytes *bytes, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpAnalyzer) analyzer = sp_analyzer_new (knowledge);
  g_autoptr (SpSource) source = sp_source_new (bytes, name, NULL);
  SpAnalysis *analysis = sp_analyzer_analyze (analyzer, source, NULL, NULL, &error);

  g_assert_no_error (error);
  return analysis;
}

static SpAnalysis *
analyze_fixture (const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (g_getenv ("SP_TEST_FIXTURES"), "cli", name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, &error);

  g_assert_no_error (error);
  return analyze_bytes (bytes, name);
}

static char *
write_report (SpAnalysis *analysis, const char *format, const SpReportOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) report
    = sp_report_write (analysis, sp_report_find_format (format), options, &error);
  gsize length;
  const char *data;

  g_assert_no_error (error);
  data = g_bytes_get_data (report, &length);
  g_assert_cmpuint (length, >, 0);
  return g_strndup (data, length);
}

static void
test_formats_are_found_by_their_names (void)
{
  guint n;
  const SpReportFormat *formats = sp_report_get_formats (&n);

  g_assert_cmpuint (n, ==, 4);
  for (guint i = 0; i < n; i++)
    g_assert_true (sp_report_find_format (formats[i].id) == &formats[i]);
  g_assert_null (sp_report_find_format ("html"));
  g_assert_null (sp_report_find_format (""));
}

static void
test_every_format_is_written_twice_alike (void)
{
  g_autoptr (SpAnalysis) analysis = analyze_fixture ("acorn.html");
  SpReportOptions options = SP_REPORT_OPTIONS_DEFAULT;
  guint n;
  const SpReportFormat *formats = sp_report_get_formats (&n);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GBytes) first = sp_report_write (analysis, &formats[i], &options, NULL);
      g_autoptr (GBytes) second = sp_report_write (analysis, &formats[i], &options, NULL);

      g_test_message ("%s", formats[i].id);
      g_assert_cmpuint (g_bytes_get_size (first), >, 500);
      g_assert_true (g_bytes_equal (first, second));
    }
}

static void
test_text_is_left_out_if_asked (void)
{
  g_autoptr (SpAnalysis) analysis = analyze_fixture ("acorn.html");
  SpReportOptions options = SP_REPORT_OPTIONS_DEFAULT;
  g_autofree char *whole = write_report (analysis, "json", &options);
  g_autofree char *without = NULL;

  options.with_text = FALSE;
  without = write_report (analysis, "json", &options);
  g_assert_nonnull (strstr (whole, "\n  \"text\": "));
  g_assert_null (strstr (without, "\n  \"text\": "));
  g_assert_nonnull (strstr (without, "\n  \"text_sha256\": "));
}

static void
test_a_hidden_law_is_in_no_report (void)
{
  static const char *const laws[] = { "gdpr", NULL };
  g_autoptr (SpAnalysis) analysis = analyze_fixture ("acorn.html");
  SpReportOptions options = SP_REPORT_OPTIONS_DEFAULT;
  g_autoptr (SpReportOptions) copy = NULL;
  g_autofree char *with = NULL, *without = NULL;

  options.packs = laws;
  with = write_report (analysis, "json", &options);
  options.hidden_packs = laws;
  copy = sp_report_options_copy (&options);
  without = write_report (analysis, "json", copy);
  g_assert_nonnull (strstr (with, "\"id\": \"gdpr\""));
  g_assert_null (strstr (without, "\"id\": \"gdpr\""));
}

static void
test_lines_are_one_line (void)
{
  g_autoptr (SpAnalysis) analysis = analyze_fixture ("bluebell.md");
  SpReportOptions options = SP_REPORT_OPTIONS_DEFAULT;
  g_autofree char *line = write_report (analysis, "jsonl", &options);

  g_assert_true (strchr (line, '\n') == line + strlen (line) - 1);
}

static void
test_the_narrowest_dashboard_stays_narrow (void)
{
  g_autoptr (SpAnalysis) analysis = analyze_fixture ("acorn.html");
  SpReportOptions options = SP_REPORT_OPTIONS_DEFAULT;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  options.width = 1;
  text = write_report (analysis, "text", &options);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    g_assert_cmpint (g_utf8_strlen (lines[i], -1), <=, 40);
}

/* Policies that only a tester writes: each has to come out of every format. */
static void
test_odd_documents_are_written_too (void)
{
  static const char *const texts[] = {
    "x",
    "# Heading only",
    "Privacy\n\nWe collect \xF0\x9F\x8C\xB0 <b>&amp;</b> \"quotes\" \\ and\ttabs.",
    "隐私政策\n\n我们收集您的姓名和电子邮件地址。",
    "Privacy policy\n\nWe sell your data"
    " averyveryveryveryveryveryveryveryveryveryveryveryveryveryveryveryveryverylongwordwithoutanyblank.",
  };
  SpReportOptions options = SP_REPORT_OPTIONS_DEFAULT;
  guint n;
  const SpReportFormat *formats = sp_report_get_formats (&n);

  for (guint t = 0; t < G_N_ELEMENTS (texts); t++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (texts[t], strlen (texts[t]));
      g_autoptr (SpAnalysis) analysis = analyze_bytes (bytes, "odd.md");

      for (guint i = 0; i < n; i++)
        {
          g_autoptr (GBytes) report = sp_report_write (analysis, &formats[i], &options, NULL);

          g_test_message ("%s as %s", texts[t], formats[i].id);
          g_assert_nonnull (report);
        }
    }
}

static gpointer
write_in_thread (gpointer analysis)
{
  SpReportOptions options = SP_REPORT_OPTIONS_DEFAULT;

  return sp_report_write (analysis, sp_report_find_format ("pdf"), &options, NULL);
}

static void
test_threads_draw_the_same_pages (void)
{
  g_autoptr (SpAnalysis) analysis = analyze_fixture ("acorn.html");
  g_autoptr (GBytes) expected = write_in_thread (analysis);
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("report", write_in_thread, analysis);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autoptr (GBytes) drawn = g_thread_join (threads[i]);

      g_assert_true (g_bytes_equal (drawn, expected));
    }
}

/* How many dots of a page are not white, and of which rows. */
typedef struct
{
  guint n_dots;
  int first_row;
  int last_row;
} Ink;

static Ink
look_at (const SpReportPages *pages, guint page)
{
  cairo_surface_t *surface;
  cairo_t *cr;
  const guchar *data;
  double width, height;
  Ink ink = { 0, -1, -1 };
  int stride;

  sp_report_pages_get_size (pages, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_A8, (int) (width * SCALE), (int) (height * SCALE));
  cr = cairo_create (surface);
  cairo_scale (cr, SCALE, SCALE);
  sp_report_pages_draw (pages, page, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  data = cairo_image_surface_get_data (surface);
  stride = cairo_image_surface_get_stride (surface);
  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
      if (data[y * stride + x] > 0)
        {
          ink.n_dots++;
          ink.first_row = ink.first_row < 0 ? y : ink.first_row;
          ink.last_row = y;
        }
  cairo_surface_destroy (surface);
  return ink;
}

static void
test_printed_pages_are_filled_within_their_margins (void)
{
  SpReportOptions options = SP_REPORT_OPTIONS_DEFAULT;
  g_autoptr (SpAnalysis) analysis = analyze_fixture ("acorn.html");
  g_autoptr (SpReportPages) pages = sp_report_pages_new (analysis, &options, NULL);
  double width, height;

  g_assert_nonnull (pages);
  g_assert_cmpuint (sp_report_pages_get_n_pages (pages), >, 2);
  sp_report_pages_get_size (pages, &width, &height);
  for (guint i = 0; i < sp_report_pages_get_n_pages (pages); i++)
    {
      Ink ink = look_at (pages, i);

      g_test_message ("page %u: %u dots", i, ink.n_dots);
      g_assert_cmpuint (ink.n_dots, >, 1000);
      g_assert_cmpint (ink.first_row, >, (int) (40 * SCALE));
      /* The footer stands at the end of each. */
      g_assert_cmpint (ink.last_row, >, (int) ((height - 60) * SCALE));
      g_assert_cmpint (ink.last_row, <, (int) ((height - 20) * SCALE));
    }
}

static void
test_a_page_is_printed_twice_alike (void)
{
  SpReportOptions options = SP_REPORT_OPTIONS_DEFAULT;
  g_autoptr (SpAnalysis) analysis = analyze_fixture ("acorn.html");
  g_autoptr (SpReportPages) pages = sp_report_pages_new (analysis, &options, NULL);
  Ink second = look_at (pages, 1);

  look_at (pages, 0);
  g_assert_cmpuint (look_at (pages, 1).n_dots, ==, second.n_dots);
}

static void
test_schemas_are_there_by_name (void)
{
  static const char *const names[] = { "analysis", "extract", "rubric" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GBytes) schema = sp_report_get_schema (names[i]);

      g_assert_nonnull (schema);
    }
  g_assert_null (sp_report_get_schema ("../knowledge/rubric"));
  g_assert_null (sp_report_get_schema (""));
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  knowledge = sp_knowledge_new (NULL, &error);
  g_assert_no_error (error);

  g_test_add_func ("/core/report/formats_are_found_by_their_names", test_formats_are_found_by_their_names);
  g_test_add_func ("/core/report/every_format_is_written_twice_alike",
                   test_every_format_is_written_twice_alike);
  g_test_add_func ("/core/report/text_is_left_out_if_asked", test_text_is_left_out_if_asked);
  g_test_add_func ("/core/report/a_hidden_law_is_in_no_report", test_a_hidden_law_is_in_no_report);
  g_test_add_func ("/core/report/lines_are_one_line", test_lines_are_one_line);
  g_test_add_func ("/core/report/the_narrowest_dashboard_stays_narrow",
                   test_the_narrowest_dashboard_stays_narrow);
  g_test_add_func ("/core/report/odd_documents_are_written_too", test_odd_documents_are_written_too);
  g_test_add_func ("/core/report/threads_draw_the_same_pages", test_threads_draw_the_same_pages);
  g_test_add_func ("/core/report/printed_pages_are_filled_within_their_margins",
                   test_printed_pages_are_filled_within_their_margins);
  g_test_add_func ("/core/report/a_page_is_printed_twice_alike", test_a_page_is_printed_twice_alike);
  g_test_add_func ("/core/report/schemas_are_there_by_name", test_schemas_are_there_by_name);
  status = g_test_run ();
  sp_knowledge_unref (knowledge);
  return status;
}
