/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-window FILE [N]   how long the window ever keeps its user waiting
 *
 * Opens FILE beside a library of N policies (2,000), turns to each page, filters, searches, scrolls,
 * and prints the longest stall of the main loop in each step, as a Markdown table. Wanted: no more than
 * 50 ms. Run it in a display of its own: tests/tools/with-display.sh build/tests/bench/bench-window FILE
 *
 * bench-window --empty prints the first step for a window that holds a line of text: what GTK takes itself. */
#include "config.h"

#include <locale.h>
#include <time.h>

#include "smallprint.h"
#include "sp-application.h"
#include "sp-window-private.h"

/* A step is over after this long without work, in this or another thread. */
#define STEP_MS 600
#define IDLE_SHARE 0.06 /* what watching takes */

#define POLICY                                                                                            \
  "Privacy policy of shop number %u\n\nWe collect your name and your e-mail address when you create an "  \
  "account. We share them with advertising partners unless you opt out.\n\nWe keep your data for %u "     \
  "months. You can ask us to delete it by writing to privacy@shop%u.example.\n\nWe may change this "      \
  "policy at any time by posting a new one on this page.\n"

typedef struct
{
  const char *name;
  const char *action; /* (nullable): detailed, of the window */
  void (*take) (SpWindow *window); /* (nullable): what no action does */
} Step;

static GtkWidget *
find (GtkWidget *widget, GType type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type);
  return found;
}

static void
dismiss_first_finding (SpWindow *window)
{
  GPtrArray *findings = sp_analysis_get_findings (sp_session_get_analysis (window->session));
  const SpFinding *finding = g_ptr_array_index (findings, 0);

  sp_session_dismiss_finding (window->session, finding->detector->id, finding->detector->title);
}

static void
correct_first_tags (SpWindow *window)
{
  const guint categories = 1u << SP_CATEGORY_SECURITY;

  sp_session_correct_tags (window->session, 5, &categories);
}

static void
type (SpWindow *window, const char *words)
{
  GtkWidget *entry = gtk_window_get_focus (GTK_WINDOW (window));

  gtk_editable_set_text (GTK_EDITABLE (entry), words);
}

static void
search_library (SpWindow *window)
{
  type (window, "policy");
}

static void
search_library_again (SpWindow *window)
{
  type (window, "partners");
}

static void
search_text (SpWindow *window)
{
  type (window, "the");
}

static void
scroll_library (SpWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (find (GTK_WIDGET (window->library), GTK_TYPE_LIST_VIEW)),
                              "list.scroll-to-item", "u", 1500);
}

static void
open_preferences (SpWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "app.preferences", NULL);
}

static void
open_help (SpWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "app.help", NULL);
}

/* Older dialogs are windows, newer ones are not. */
static void
close_dialog (SpWindow *window)
{
  g_autoptr (GListModel) windows = G_LIST_MODEL (g_object_ref (gtk_window_get_toplevels ()));

  for (guint i = g_list_model_get_n_items (windows); i > 0; i--)
    {
      g_autoptr (GtkWindow) other = g_list_model_get_item (windows, i - 1);

      if (other != GTK_WINDOW (window) && gtk_widget_is_visible (GTK_WIDGET (other)))
        gtk_window_close (other);
    }
}

static void
show_breakdown (SpWindow *window)
{
  sp_session_show_breakdown (window->session, 0);
}

static const Step steps[] = {
  { "start, and list the library", NULL },
  { "open the file", NULL },
  { "turn to Clauses", "win.show-page::clauses" },
  { "turn to Findings", "win.show-page::findings" },
  { "dismiss a finding", NULL, dismiss_first_finding },
  { "undo that", "win.undo" },
  { "turn to Coverage", "win.show-page::coverage" },
  { "turn to Data", "win.show-page::data" },
  { "turn to Overview", "win.show-page::overview" },
  { "dismiss a finding there", NULL, dismiss_first_finding },
  { "undo that", "win.undo" },
  { "show the breakdown", NULL, show_breakdown },
  { "open the preferences", NULL, open_preferences },
  { "close them", NULL, close_dialog },
  { "open the help", NULL, open_help },
  { "close it", NULL, close_dialog },
  { "reveal a clause", "win.reveal((uint32 200, uint64 0, uint64 0))" },
  { "larger text", "win.zoom(1)" },
  { "usual text", "win.zoom(0)" },
  { "open the search", "win.search" },
  { "search the text", NULL, search_text },
  { "correct tags", NULL, correct_first_tags },
  { "undo that", "win.undo" },
  { "hide the library", "win.toggle-sidebar" },
  { "show the library", "win.toggle-sidebar" },
  { "scroll the library", NULL, scroll_library },
  { "search the library", "win.search-library" },
  { "find 200 policies", NULL, search_library },
  { "find 200 others", NULL, search_library_again },
  { "remove it", "win.delete" },
  { "bring it back", "win.undo" },
};

static struct
{
  GApplication *application;
  GFile *file;
  gint64 last;
  gint64 longest;
  gint64 last_cpu;
  gint64 longest_cpu;
  gint64 process_cpu; /* when last asked whether the step is over */
  guint step;
  guint n_steps;
} bench;

/* What this thread has worked, in microseconds: on a machine that does other things too, a stall is
 * longer than its cause. */
static gint64
get_time (clockid_t clock)
{
  struct timespec t;

  clock_gettime (clock, &t);
  return t.tv_sec * G_USEC_PER_SEC + t.tv_nsec / 1000;
}

static gboolean
watch_cb (gpointer user_data)
{
  gint64 now = g_get_monotonic_time ();
  gint64 cpu = get_time (CLOCK_THREAD_CPUTIME_ID);

  bench.longest = MAX (bench.longest, now - bench.last - 1000);
  bench.longest_cpu = MAX (bench.longest_cpu, cpu - bench.last_cpu);
  bench.last = now;
  bench.last_cpu = cpu;
  return G_SOURCE_CONTINUE;
}

static void
take_step (const Step *step)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (bench.application));
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  if (step->take != NULL)
    step->take (SP_WINDOW (gtk_application_get_window_by_id (GTK_APPLICATION (bench.application), 1)));
  else if (step->action == NULL)
    g_application_open (bench.application, &bench.file, 1, "");
  else if (g_action_parse_detailed_name (step->action, &name, &target, NULL))
    gtk_widget_activate_action_variant (GTK_WIDGET (window), name, target);
}

static gboolean
step_cb (gpointer user_data)
{
  gint64 worked = get_time (CLOCK_PROCESS_CPUTIME_ID) - bench.process_cpu;

  bench.process_cpu += worked;
  if (worked > STEP_MS * 1000 * IDLE_SHARE)
    return G_SOURCE_CONTINUE;
  g_print ("| %s | %.0f | %.0f |\n", steps[bench.step].name, bench.longest / 1000.0,
           bench.longest_cpu / 1000.0);
  bench.longest = bench.longest_cpu = 0;
  bench.step++;
  if (bench.step == bench.n_steps)
    {
      g_application_quit (bench.application);
      return G_SOURCE_REMOVE;
    }
  take_step (&steps[bench.step]);
  return G_SOURCE_CONTINUE;
}

static void
kept_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpLibraryEntry) entry = sp_library_add_finish (SP_LIBRARY (object), result, NULL);

  g_assert_nonnull (entry);
  ++*(guint *) user_data;
}

static void
fill_library (guint n_policies)
{
  g_autofree char *path = sp_library_dup_default_path ();
  g_autoptr (SpLibrary) library = sp_library_new (path);
  g_autoptr (SpKnowledge) knowledge = sp_knowledge_new (NULL, NULL);
  g_autoptr (SpAnalyzer) analyzer = sp_analyzer_new (knowledge);
  guint n_kept = 0;

  for (guint i = 0; i < n_policies; i++)
    {
      g_autofree char *text = g_strdup_printf (POLICY, i, i, i);
      g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
      g_autofree char *name = g_strdup_printf ("shop-%u.txt", i);
      g_autoptr (SpSource) source = sp_source_new (bytes, name, "text/plain");
      g_autoptr (SpAnalysis) analysis = sp_analyzer_analyze (analyzer, source, NULL, NULL, NULL);

      sp_library_add_async (library, analysis, NULL, kept_cb, &n_kept);
    }
  while (n_kept < n_policies)
    g_main_context_iteration (NULL, TRUE);
}

static void
empty_activate_cb (AdwApplication *application)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *window = adw_application_window_new (GTK_APPLICATION (application));

  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), gtk_label_new ("Nothing to read"));
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
}

static GApplication *
empty_application_new (void)
{
  GApplication *application = G_APPLICATION (adw_application_new (SP_APPLICATION_ID, G_APPLICATION_DEFAULT_FLAGS));

  g_signal_connect (application, "activate", G_CALLBACK (empty_activate_cb), NULL);
  return application;
}

int
main (int argc, char *argv[])
{
  guint n_policies = argc > 2 ? (guint) g_ascii_strtoull (argv[2], NULL, 10) : 2000;
  gboolean is_empty = argc > 1 && g_str_equal (argv[1], "--empty");
  int status;

  setlocale (LC_ALL, "");
  if (argc < 2)
    {
      g_printerr ("bench-window FILE [N] | --empty\n");
      return 2;
    }
  if (!is_empty)
    fill_library (n_policies);
  /* What GTK itself takes to open a display is before our time. */
  adw_init ();
  bench.application = is_empty ? empty_application_new () : G_APPLICATION (sp_application_new ());
  bench.file = g_file_new_for_commandline_arg (argv[1]);
  bench.n_steps = is_empty ? 1 : G_N_ELEMENTS (steps);
  bench.last = g_get_monotonic_time ();
  bench.last_cpu = get_time (CLOCK_THREAD_CPUTIME_ID);
  bench.process_cpu = get_time (CLOCK_PROCESS_CPUTIME_ID);
  g_print ("| step | longest stall, ms | of that our own work |\n| --- | ---: | ---: |\n");
  /* Before GTK's own most urgent sources, which would else be counted with what went before. */
  g_timeout_add_full (2 * G_PRIORITY_HIGH, 1, watch_cb, NULL, NULL);
  g_timeout_add (STEP_MS, step_cb, NULL);
  status = g_application_run (bench.application, 1, argv);
  g_object_unref (bench.file);
  g_object_unref (bench.application);
  return status;
}
