/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reports of several policies at once, into one folder, one after another. */
#include "config.h"

#include "sp-session-private.h"

#include <glib/gi18n.h>

#include "sp-exporter.h"
#include "sp-file-name.h"

typedef struct
{
  SpSession *session;   /* (owned) */
  GPtrArray *policies;  /* (owned) (element-type SpPolicy) */
  GFile *folder;        /* (owned) */
  GHashTable *names;    /* (owned): those given in this run */
  const SpReportFormat *format;
  guint next;
  guint n_written;
} Batch;

static void
batch_free (Batch *batch)
{
  g_object_unref (batch->session);
  g_ptr_array_unref (batch->policies);
  g_object_unref (batch->folder);
  g_hash_table_unref (batch->names);
  g_free (batch);
}

static void read_next (Batch *batch);

static void
finish (Batch *batch)
{
  guint n_failed = batch->policies->len - batch->n_written;
  g_autofree char *folder = g_file_get_parse_name (batch->folder);

  if (n_failed > 0)
    _sp_session_tell (batch->session,
                      ngettext ("%u policy could not be exported", "%u policies could not be exported", n_failed),
                      n_failed);
  else
    _sp_session_tell (batch->session,
                      /* Translators: how many, and the folder */
                      ngettext ("%u policy exported to %s", "%u policies exported to %s", batch->n_written),
                      batch->n_written, folder);
  batch_free (batch);
}

static void
exported_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Batch *batch = user_data;

  batch->n_written += sp_export_finish (result, NULL);
  read_next (batch);
}

/* Two policies of one title get different names. */
static GFile *
choose_file (Batch *batch, SpAnalysis *analysis)
{
  for (guint number = 1;; number++)
    {
      g_autofree char *name = sp_file_name_propose (sp_analysis_get_title (analysis), number,
                                                    batch->format->extension);

      if (g_hash_table_add (batch->names, g_strdup (name)))
        return g_file_get_child (batch->folder, name);
    }
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Batch *batch = user_data;
  SpSession *self = batch->session;
  SpPolicy *policy = g_ptr_array_index (batch->policies, batch->next - 1);
  g_autoptr (SpAnalysis) analysis = _sp_session_read_finish (self, result, NULL);
  g_autoptr (SpAnalysis) reviewed = NULL;
  SpReportOptions options;
  g_autoptr (GFile) file = NULL;

  if (self->policies == NULL)
    {
      batch_free (batch);
      return;
    }
  if (analysis == NULL)
    {
      read_next (batch);
      return;
    }
  reviewed = _sp_session_lay_review (self, policy, analysis);
  options = sp_preferences_get_report_options (self->preferences);
  file = choose_file (batch, reviewed);
  sp_export_async (self->analyzer, reviewed, batch->format, &options, file, NULL, exported_cb, batch);
}

static void
read_next (Batch *batch)
{
  if (batch->next == batch->policies->len)
    {
      finish (batch);
      return;
    }
  _sp_session_read_async (batch->session, g_ptr_array_index (batch->policies, batch->next++), NULL, read_cb,
                          batch);
}

/**
 * sp_session_export_policies:
 * @policies: (element-type SpPolicy): of the list
 * @format: what to write
 * @folder: where to; files of the same names are replaced
 *
 * Writes a report of each policy, and says how many there are then.
 */
void
sp_session_export_policies (SpSession *self, GPtrArray *policies, const SpReportFormat *format, GFile *folder)
{
  Batch *batch;

  if (self->analyzer == NULL || policies->len == 0)
    return;
  batch = g_new0 (Batch, 1);
  batch->session = g_object_ref (self);
  batch->policies = g_ptr_array_ref (policies);
  batch->folder = g_object_ref (folder);
  batch->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  batch->format = format;
  read_next (batch);
}
