/* SPDX-License-Identifier: GPL-3.0-or-later */
/* On paper stands what the PDF holds: the pages are laid out by the core, in a thread, before the
 * printer is asked for. In a sandbox GTK asks the portal. */
#include "config.h"

#include "sp-printer.h"

#include <glib/gi18n.h>

#include "sp-file-name.h"
#include "sp-print-memory.h"

typedef struct
{
  GtkWindow *parent; /* (owned) */
  SpAnalysis *analysis; /* (owned) */
  SpReportOptions *options; /* (owned) */
  SpReportPages *pages; /* (owned) (nullable): until they are laid out */
  SpPrintMemory memory; /* of the last print */
  SpPrintFailedFunc failed;
  gpointer user_data;
} Print;

static void
print_free (Print *print)
{
  g_object_unref (print->parent);
  g_object_unref (print->analysis);
  sp_report_options_free (print->options);
  g_clear_pointer (&print->pages, sp_report_pages_free);
  sp_print_memory_clear (&print->memory);
  g_free (print);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Print, print_free)

static void
lay_out_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Print *print = task_data;
  GError *error = NULL;
  SpReportPages *pages;
  g_autofree char *path = sp_print_memory_dup_default_path ();

  print->memory = sp_print_memory_load (path);

  pages = sp_report_pages_new (print->analysis, print->options, &error);
  if (pages != NULL)
    g_task_return_pointer (task, pages, (GDestroyNotify) sp_report_pages_free);
  else
    g_task_return_error (task, error);
}

/* A page keeps its own margins; on paper of another size it is as large as fits, in the middle. */
static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, Print *print)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double paper_width = gtk_print_context_get_width (context);
  double paper_height = gtk_print_context_get_height (context);
  double width, height, scale;

  sp_report_pages_get_size (print->pages, &width, &height);
  scale = MIN (paper_width / width, paper_height / height);
  cairo_translate (cr, (paper_width - scale * width) / 2, (paper_height - scale * height) / 2);
  cairo_scale (cr, scale, scale);
  sp_report_pages_draw (print->pages, (guint) page, cr);
}

/* Also where it was cancelled: that needs no words. */
static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, Print *print)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = sp_print_memory_dup_default_path ();

  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    sp_print_memory_save (path, gtk_print_operation_get_print_settings (operation),
                          gtk_print_operation_get_default_page_setup (operation));
  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  print->failed (error != NULL ? error->message : _("The printer gave no reason"), print->user_data);
}

/* As the last time; a printer that writes into a file names it as an export would. */
static void
set_up (Print *print, GtkPrintOperation *operation)
{
  g_autoptr (GtkPrintSettings) settings
    = print->memory.settings != NULL ? g_object_ref (print->memory.settings) : gtk_print_settings_new ();
  g_autofree char *name = sp_file_name_propose (sp_analysis_get_title (print->analysis), 1, "pdf");

  *strrchr (name, '.') = '\0';
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, name);
  gtk_print_operation_set_print_settings (operation, settings);
  if (print->memory.setup != NULL)
    gtk_print_operation_set_default_page_setup (operation, print->memory.setup);
}

static void
run (Print *print)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();

  gtk_print_operation_set_job_name (operation, sp_analysis_get_title (print->analysis));
  gtk_print_operation_set_n_pages (operation, (int) sp_report_pages_get_n_pages (print->pages));
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  set_up (print, operation);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), print);
  g_signal_connect (operation, "done", G_CALLBACK (done_cb), print);
  g_object_set_data_full (G_OBJECT (operation), "sp-print", print, (GDestroyNotify) print_free);
  /* What goes wrong is told by the signal "done" too. */
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, print->parent, NULL);
}

static void
laid_out_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Print) print = user_data;
  g_autoptr (GError) error = NULL;

  print->pages = g_task_propagate_pointer (G_TASK (result), &error);
  if (print->pages != NULL)
    run (g_steal_pointer (&print));
  else
    print->failed (error->message, print->user_data);
}

/**
 * sp_printer_print:
 * @options: copied
 * @failed: called if it was not printed, while @parent is there
 *
 * Asks for a printer and prints the report.
 */
void
sp_printer_print (GtkWindow *parent, SpAnalysis *analysis, const SpReportOptions *options, SpPrintFailedFunc failed,
                  gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Print *print = g_new0 (Print, 1);

  print->parent = g_object_ref (parent);
  print->analysis = g_object_ref (analysis);
  print->options = sp_report_options_copy (options);
  print->failed = failed;
  print->user_data = user_data;
  task = g_task_new (NULL, NULL, laid_out_cb, print);
  g_task_set_source_tag (task, sp_printer_print);
  g_task_set_task_data (task, print, NULL);
  g_task_run_in_thread (task, lay_out_in_thread);
}
