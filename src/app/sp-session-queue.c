/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The queue: folders are walked in a thread, files are worked one after another. */
#include "config.h"

#include "sp-session-private.h"

#include <glib/gi18n.h>

#include "sp-file-walk.h"
#include "sp-offer.h"

static void
progress_cb (SpSession *self)
{
  if (self->queue.running != NULL)
    sp_import_set_progress (self->queue.running, sp_progress_get_fraction (self->queue.progress));
  _sp_session_notify_progress (self);
}

static void
remove_import (SpSession *self, SpImport *import)
{
  guint position;

  if (g_list_store_find (self->queue.imports, import, &position))
    g_list_store_remove (self->queue.imports, position);
}

static SpImport *
find_waiting (SpSession *self)
{
  GListModel *imports = G_LIST_MODEL (self->queue.imports);

  for (guint i = 0; i < g_list_model_get_n_items (imports); i++)
    {
      g_autoptr (SpImport) import = g_list_model_get_item (imports, i);

      if (sp_import_get_state (import) == SP_IMPORT_WAITING)
        return g_steal_pointer (&import);
    }
  return NULL;
}

/* Says how a run of several files ended, once nothing waits any more. */
static void
finish_run (SpSession *self)
{
  if (self->queue.n_failed > 0 && self->shown.problem == NULL)
    _sp_session_tell (self, ngettext ("%u file could not be read", "%u files could not be read",
                                      self->queue.n_failed),
                      self->queue.n_failed);
  _sp_session_notify_queue_ended (self);
  self->queue.n_done = 0;
  self->queue.n_failed = 0;
  self->queue.show_next = FALSE;
}

static void
import_failed (SpSession *self, SpImport *import, const GError *error)
{
  self->queue.n_failed++;
  sp_import_set_state (import, SP_IMPORT_FAILED, sp_source_describe_error (error));
  /* A file that was opened alone, or the first of several, answers in the page itself. */
  if (self->queue.show_next && self->shown.analysis == NULL)
    sp_session_show_problem (self, import);
}

static void
analyzed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpSession) self = user_data;
  g_autoptr (SpImport) import = g_steal_pointer (&self->queue.running);
  g_autoptr (GError) error = NULL;
  g_autoptr (SpAnalysis) analysis = sp_analyzer_analyze_finish (SP_ANALYZER (object), result, &error);

  g_clear_object (&self->queue.progress);
  g_clear_object (&self->queue.cancellable);
  if (self->policies == NULL)
    return;

  if (analysis != NULL)
    {
      self->queue.n_done++;
      remove_import (self, import);
      _sp_session_keep (self, analysis, self->queue.show_next);
      self->queue.show_next = FALSE;
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    remove_import (self, import);
  else
    import_failed (self, import, error);
  _sp_session_start_next (self);
}

/* A web address instead of a file: it is refused here, whatever the desktop could fetch. */
static gboolean
refuse_network (SpSession *self, SpImport *import)
{
  GFile *file = sp_import_get_file (import);
  g_autofree char *uri = file != NULL ? g_file_get_uri (file) : NULL;
  g_autoptr (GError) error = NULL;

  if (uri == NULL || !sp_offer_is_web_address (uri))
    return FALSE;
  error = g_error_new_literal (SP_ERROR, SP_ERROR_UNSUPPORTED, sp_offer_get_web_advice ());
  import_failed (self, import, error);
  return TRUE;
}

/* Starts the next waiting import, if the analyzer is there and idle. */
void
_sp_session_start_next (SpSession *self)
{
  g_autoptr (SpImport) import = NULL;

  if (self->queue.running != NULL || self->analyzer == NULL || self->is_closing)
    return;
  while ((import = find_waiting (self)) != NULL && refuse_network (self, import))
    g_clear_object (&import);
  if (import == NULL)
    {
      if (self->queue.n_expanding == 0)
        finish_run (self);
      _sp_session_notify_busy (self);
      return;
    }

  g_set_object (&self->queue.running, import);
  self->queue.progress = sp_progress_new ();
  self->queue.cancellable = g_cancellable_new ();
  g_signal_connect_object (self->queue.progress, "notify::fraction", G_CALLBACK (progress_cb), self,
                           G_CONNECT_SWAPPED);
  sp_import_set_state (import, SP_IMPORT_RUNNING, NULL);
  if (sp_import_get_source (import) != NULL)
    sp_analyzer_analyze_async (self->analyzer, sp_import_get_source (import), self->queue.progress,
                               self->queue.cancellable, analyzed_cb, g_object_ref (self));
  else
    sp_analyzer_analyze_file_async (self->analyzer, sp_import_get_file (import), self->queue.progress,
                                    self->queue.cancellable, analyzed_cb, g_object_ref (self));
  _sp_session_notify_busy (self);
  _sp_session_notify_progress (self);
}

static void
add_import (SpSession *self, SpImport *import)
{
  g_list_store_append (self->queue.imports, import);
}

static void
walked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  SpSession *self = SP_SESSION (object);
  g_autoptr (GPtrArray) imports = sp_file_walk_finish (result);

  self->queue.n_expanding--;
  if (self->policies == NULL)
    return;
  if (imports->len == 0)
    _sp_session_tell (self, _("Nothing to read there: no text, Markdown or HTML file was found"));
  for (guint i = 0; i < imports->len; i++)
    add_import (self, g_ptr_array_index (imports, i));
  _sp_session_start_next (self);
}

/**
 * sp_session_open_files:
 * @files: (array length=n_files): files and folders; folders are walked
 *
 * Reads them one after another and shows the first that can be read.
 */
void
sp_session_open_files (SpSession *self, GFile *const *files, gsize n_files)
{
  if (n_files == 0)
    return;
  self->queue.n_expanding++;
  self->queue.show_next = TRUE;
  sp_file_walk_async (files, n_files, G_OBJECT (self), walked_cb, NULL);
  _sp_session_notify_busy (self);
}

/**
 * sp_session_open_source:
 *
 * Reads a piece of text and shows it.
 */
void
sp_session_open_source (SpSession *self, const SpSource *source)
{
  g_autoptr (SpImport) import = sp_import_new_for_source (source);

  self->queue.show_next = TRUE;
  add_import (self, import);
  _sp_session_start_next (self);
}

/**
 * sp_session_import_again:
 * @charset: (nullable): what the reader chose, %NULL to have it decided
 *
 * Reads what is shown again with another encoding.
 */
void
sp_session_import_again (SpSession *self, const char *charset)
{
  g_autoptr (SpSource) source = NULL;

  if (self->shown.analysis == NULL)
    return;
  source = sp_source_copy (sp_analysis_get_source (self->shown.analysis));
  g_free (source->charset);
  source->charset = g_strdup (charset);
  sp_session_open_source (self, source);
}

/**
 * sp_session_retry:
 *
 * Reads a failed import again.
 */
void
sp_session_retry (SpSession *self, SpImport *import)
{
  if (sp_import_get_state (import) != SP_IMPORT_FAILED)
    return;
  sp_session_show_problem (self, NULL);
  self->queue.show_next = TRUE;
  sp_import_set_state (import, SP_IMPORT_WAITING, NULL);
  _sp_session_start_next (self);
}

/**
 * sp_session_drop_import:
 *
 * Takes one row out of the queue, and stops it if it runs.
 */
void
sp_session_drop_import (SpSession *self, SpImport *import)
{
  if (import == self->queue.running)
    {
      g_cancellable_cancel (self->queue.cancellable);
      return;
    }
  if (import == self->shown.problem)
    sp_session_show_problem (self, NULL);
  remove_import (self, import);
  _sp_session_notify_busy (self);
}

/**
 * sp_session_cancel:
 *
 * Stops what runs and forgets what waits. What was read stays.
 */
void
sp_session_cancel (SpSession *self)
{
  g_autoptr (SpImport) waiting = NULL;
  guint n_dropped = self->queue.running != NULL;

  while ((waiting = find_waiting (self)) != NULL)
    {
      remove_import (self, waiting);
      g_clear_object (&waiting);
      n_dropped++;
    }
  g_cancellable_cancel (self->queue.cancellable);
  if (n_dropped > 0)
    _sp_session_tell (self, ngettext ("Stopped: %u file was not read", "Stopped: %u files were not read",
                                      n_dropped),
                      n_dropped);
}

/**
 * sp_session_get_busy:
 *
 * Returns: whether something runs or is about to
 */
gboolean
sp_session_get_busy (SpSession *self)
{
  g_autoptr (SpImport) waiting = find_waiting (self);

  return self->queue.running != NULL || waiting != NULL || self->queue.n_expanding > 0;
}

/**
 * sp_session_get_progress:
 *
 * Returns: 0..1 of the running import
 */
double
sp_session_get_progress (SpSession *self)
{
  return self->queue.progress != NULL ? sp_progress_get_fraction (self->queue.progress) : 0.0;
}

static guint
count_waiting (SpSession *self)
{
  GListModel *imports = G_LIST_MODEL (self->queue.imports);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (imports); i++)
    {
      g_autoptr (SpImport) import = g_list_model_get_item (imports, i);

      n += sp_import_get_state (import) == SP_IMPORT_WAITING;
    }
  return n;
}

/**
 * sp_session_dup_progress_text:
 *
 * Returns: (transfer full): “policy.html (1 of 3): Tagging clauses”
 */
char *
sp_session_dup_progress_text (SpSession *self)
{
  guint n_done = self->queue.n_done + self->queue.n_failed;
  guint n_all = n_done + 1 + count_waiting (self);
  g_autofree char *stage = NULL;

  if (self->queue.running == NULL)
    return g_strdup (_("Looking for files"));
  if (self->queue.progress != NULL)
    stage = sp_progress_dup_message (self->queue.progress);
  if (stage == NULL)
    stage = g_strdup (_("Reading"));
  if (n_all == 1)
    return g_strdup_printf ("%s: %s", sp_import_get_name (self->queue.running), stage);
  /* Translators: a file, its number, the number of files, what is being done */
  return g_strdup_printf (_("%s (%u of %u): %s"), sp_import_get_name (self->queue.running), n_done + 1, n_all,
                          stage);
}

void
_sp_session_init_queue (SpSession *self)
{
  self->queue.imports = g_list_store_new (SP_TYPE_IMPORT);
}

void
_sp_session_clear_queue (SpSession *self)
{
  g_cancellable_cancel (self->queue.cancellable);
  g_clear_object (&self->queue.cancellable);
  g_clear_object (&self->queue.progress);
  g_clear_object (&self->queue.running);
  g_clear_object (&self->queue.imports);
}
