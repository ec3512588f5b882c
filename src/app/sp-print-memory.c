/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-print-memory.h"

#define SETTINGS_GROUP "Print Settings"
#define SETUP_GROUP "Page Setup"

/* Of one report only: another one has other pages and goes into another file. */
static const char *const forgotten[] = {
  GTK_PRINT_SETTINGS_N_COPIES,   GTK_PRINT_SETTINGS_PRINT_PAGES, GTK_PRINT_SETTINGS_PAGE_RANGES,
  GTK_PRINT_SETTINGS_PAGE_SET,   GTK_PRINT_SETTINGS_OUTPUT_URI,  GTK_PRINT_SETTINGS_OUTPUT_BASENAME,
};

/**
 * sp_print_memory_dup_default_path:
 *
 * Returns: (transfer full): the file in the folder of the user's configuration
 */
char *
sp_print_memory_dup_default_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "smallprint", "print.ini", NULL);
}

/**
 * sp_print_memory_load:
 *
 * Returns: what was saved, as far as it is there and whole. Blocks.
 */
SpPrintMemory
sp_print_memory_load (const char *path)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  SpPrintMemory self = { NULL, NULL };

  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL))
    return self;
  if (g_key_file_has_group (file, SETTINGS_GROUP))
    self.settings = gtk_print_settings_new_from_key_file (file, SETTINGS_GROUP, NULL);
  if (g_key_file_has_group (file, SETUP_GROUP))
    self.setup = gtk_page_setup_new_from_key_file (file, SETUP_GROUP, NULL);
  return self;
}

/* A file to be written. */
typedef struct
{
  char *path;     /* (owned) */
  GKeyFile *file; /* (owned) */
} Saving;

static void
saving_free (Saving *saving)
{
  g_free (saving->path);
  g_key_file_unref (saving->file);
  g_free (saving);
}

static void
save_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Saving *saving = task_data;
  g_autofree char *folder = g_path_get_dirname (saving->path);

  /* Where nothing can be written, the next print begins as the first one did. */
  g_mkdir_with_parents (folder, 0700);
  g_task_return_boolean (task, g_key_file_save_to_file (saving->file, saving->path, NULL));
}

/**
 * sp_print_memory_save:
 * @settings: (nullable)
 * @setup: (nullable)
 *
 * Keeps what holds for other reports too, in a thread of its own.
 */
void
sp_print_memory_save (const char *path, GtkPrintSettings *settings, GtkPageSetup *setup)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);
  g_autoptr (GtkPrintSettings) lasting = settings != NULL ? gtk_print_settings_copy (settings) : NULL;
  Saving *saving = g_new0 (Saving, 1);

  saving->path = g_strdup (path);
  saving->file = g_key_file_new ();
  for (guint i = 0; lasting != NULL && i < G_N_ELEMENTS (forgotten); i++)
    gtk_print_settings_unset (lasting, forgotten[i]);
  if (lasting != NULL)
    gtk_print_settings_to_key_file (lasting, saving->file, SETTINGS_GROUP);
  if (setup != NULL)
    gtk_page_setup_to_key_file (setup, saving->file, SETUP_GROUP);
  g_task_set_source_tag (task, sp_print_memory_save);
  g_task_set_task_data (task, saving, (GDestroyNotify) saving_free);
  g_task_run_in_thread (task, save_in_thread);
}

/**
 * sp_print_memory_clear:
 *
 * Lets go of what is held.
 */
void
sp_print_memory_clear (SpPrintMemory *self)
{
  g_clear_object (&self->settings);
  g_clear_object (&self->setup);
}
