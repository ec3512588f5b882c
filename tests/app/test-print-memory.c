/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <gtk/gtk.h>

#include "sp-print-memory.h"

static char *
make_path (const char *folder)
{
  return g_build_filename (folder, "smallprint", "print.ini", NULL);
}

static void
remove_all (const char *folder)
{
  g_autofree char *path = make_path (folder);
  g_autofree char *inner = g_path_get_dirname (path);

  g_remove (path);
  g_rmdir (inner);
  g_rmdir (folder);
}

static SpPrintMemory
wait_for_memory (const char *path)
{
  while (!g_file_test (path, G_FILE_TEST_EXISTS))
    g_usleep (1000);
  return sp_print_memory_load (path);
}

static void
remembers_printer_and_paper_but_not_the_pages (void)
{
  g_autofree char *folder = g_dir_make_tmp (NULL, NULL);
  g_autofree char *path = make_path (folder);
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  GtkPaperSize *paper = gtk_paper_size_new (GTK_PAPER_NAME_A5);
  SpPrintMemory memory;

  gtk_print_settings_set_printer (settings, "Printer in the hall");
  gtk_print_settings_set_n_copies (settings, 7);
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_URI, "file:///report.pdf");
  gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_page_setup_set_paper_size (setup, paper);
  sp_print_memory_save (path, settings, setup);
  memory = wait_for_memory (path);

  g_assert_cmpstr (gtk_print_settings_get_printer (memory.settings), ==, "Printer in the hall");
  g_assert_cmpint (gtk_print_settings_get_n_copies (memory.settings), ==, 1);
  g_assert_null (gtk_print_settings_get (memory.settings, GTK_PRINT_SETTINGS_OUTPUT_URI));
  g_assert_cmpint (gtk_page_setup_get_orientation (memory.setup), ==, GTK_PAGE_ORIENTATION_LANDSCAPE);
  g_assert_true (gtk_paper_size_is_equal (gtk_page_setup_get_paper_size (memory.setup), paper));
  /* What is asked for is not changed by being remembered. */
  g_assert_cmpint (gtk_print_settings_get_n_copies (settings), ==, 7);

  sp_print_memory_clear (&memory);
  gtk_paper_size_free (paper);
  remove_all (folder);
}

static void
begins_anew_where_nothing_whole_is_there (void)
{
  static const char *const contents[] = { "", "not a key file", "[Page Setup]\nPPDName=\n" };
  g_autofree char *folder = g_dir_make_tmp (NULL, NULL);
  g_autofree char *path = g_build_filename (folder, "print.ini", NULL);
  SpPrintMemory memory = sp_print_memory_load (path);

  g_assert_null (memory.settings);
  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_assert_true (g_file_set_contents (path, contents[i], -1, NULL));
      memory = sp_print_memory_load (path);
      g_assert_null (memory.settings);
      g_assert_null (memory.setup);
    }
  g_remove (path);
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/print-memory/remembers_printer_and_paper_but_not_the_pages",
                   remembers_printer_and_paper_but_not_the_pages);
  g_test_add_func ("/app/print-memory/begins_anew_where_nothing_whole_is_there",
                   begins_anew_where_nothing_whole_is_there);
  return g_test_run ();
}
