/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What comes in by drag and drop or from the clipboard. The clipboard is looked at only when the
 * reader pastes. */
#include "config.h"

#include "sp-transfer.h"

#include <glib/gi18n.h>

/* Who is waiting for the bytes. */
typedef struct
{
  SpSession *session; /* (owned) */
  GdkDrop *drop;      /* (owned) (nullable): told when it is done */
} Transfer;

static Transfer *
transfer_new (SpSession *session, GdkDrop *drop)
{
  Transfer *transfer = g_new0 (Transfer, 1);

  transfer->session = g_object_ref (session);
  transfer->drop = drop != NULL ? g_object_ref (drop) : NULL;
  return transfer;
}

static void
transfer_free (Transfer *transfer)
{
  if (transfer->drop != NULL)
    gdk_drop_finish (transfer->drop, GDK_ACTION_COPY);
  g_clear_object (&transfer->drop);
  g_object_unref (transfer->session);
  g_free (transfer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Transfer, transfer_free)

static void
tell (Transfer *transfer, const char *message)
{
  g_signal_emit_by_name (transfer->session, "message", message);
}

static void
tell_failure (Transfer *transfer, const GError *error)
{
  g_autofree char *message = g_strdup_printf (_("This could not be read: %s"), error->message);

  tell (transfer, message);
}

static void
open_files (Transfer *transfer, GSList *list)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new ();

  for (GSList *l = list; l != NULL; l = l->next)
    g_ptr_array_add (files, l->data);
  if (files->len == 0)
    tell (transfer, _("No file came with it. Try the Open button instead."));
  else
    sp_session_open_files (transfer->session, (GFile *const *) files->pdata, files->len);
}

static void
open_text (Transfer *transfer, GBytes *bytes, const char *media_type)
{
  g_autoptr (SpSource) source = NULL;

  if (g_bytes_get_size (bytes) == 0)
    {
      tell (transfer, _("There is no text in it"));
      return;
    }
  source = sp_source_new (bytes, transfer->drop != NULL ? _("Dropped text") : _("Pasted text"), media_type);
  sp_session_open_source (transfer->session, source);
}

static void
take_files (Transfer *transfer, const GValue *value, const GError *error)
{
  if (value == NULL)
    tell_failure (transfer, error);
  else
    open_files (transfer, g_value_get_boxed (value));
}

static void
take_string (Transfer *transfer, const char *text, const GError *error)
{
  g_autoptr (GBytes) bytes = NULL;

  if (text == NULL)
    {
      if (error != NULL)
        tell_failure (transfer, error);
      return;
    }
  if (sp_offer_is_web_address (text))
    {
      tell (transfer, sp_offer_get_web_advice ());
      return;
    }
  bytes = g_bytes_new (text, strlen (text));
  open_text (transfer, bytes, "text/plain");
}

static void
stream_read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Transfer) transfer = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (object), result, &error) < 0)
    {
      tell_failure (transfer, error);
      return;
    }
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (object));
  open_text (transfer, bytes, "text/html");
}

/* Into a GMemoryOutputStream, which @callback finishes. */
static void
read_all (GInputStream *stream, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();

  g_output_stream_splice_async (
    memory, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
    G_PRIORITY_DEFAULT, cancellable, callback, user_data);
}

static void
take_stream (Transfer *transfer, GInputStream *stream, const GError *error)
{
  if (stream == NULL)
    {
      tell_failure (transfer, error);
      transfer_free (transfer);
      return;
    }
  read_all (stream, NULL, stream_read_cb, transfer);
}

static void
clipboard_files_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Transfer) transfer = user_data;
  g_autoptr (GError) error = NULL;

  take_files (transfer, gdk_clipboard_read_value_finish (GDK_CLIPBOARD (object), result, &error), error);
}

static void
clipboard_text_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Transfer) transfer = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, &error);

  take_string (transfer, text, error);
}

static void
clipboard_html_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (object), result, NULL, &error);

  take_stream (user_data, stream, error);
}

static void
drop_files_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Transfer) transfer = user_data;
  g_autoptr (GError) error = NULL;

  take_files (transfer, gdk_drop_read_value_finish (GDK_DROP (object), result, &error), error);
}

static void
drop_text_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Transfer) transfer = user_data;
  g_autoptr (GError) error = NULL;
  const GValue *value = gdk_drop_read_value_finish (GDK_DROP (object), result, &error);

  take_string (transfer, value != NULL ? g_value_get_string (value) : NULL, error);
}

static void
drop_html_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream = gdk_drop_read_finish (GDK_DROP (object), result, NULL, &error);

  take_stream (user_data, stream, error);
}

static void
uris_read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *list = NULL;
  g_auto (GStrv) uris = NULL;
  GError *error = NULL;
  SpOfferedFiles files;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (object), result, &error) < 0)
    {
      g_task_return_error (task, error);
      return;
    }
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (object));
  list = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  uris = g_uri_list_extract_uris (list != NULL ? list : "");
  files = sp_offer_count ((const char *const *) uris);
  g_task_return_pointer (task, g_memdup2 (&files, sizeof files), g_free);
}

static void
uris_offered_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (GInputStream) stream = gdk_drop_read_finish (GDK_DROP (object), result, NULL, &error);
  GCancellable *cancellable = g_task_get_cancellable (task);

  if (stream == NULL)
    g_task_return_error (task, error);
  else
    read_all (stream, cancellable, uris_read_cb, g_steal_pointer (&task));
}

static const char *html_types[] = { "text/html", NULL };
static const char *uri_types[] = { "text/uri-list", NULL };

/**
 * sp_transfer_look:
 *
 * Returns: what to take of @formats
 */
SpOffer
sp_transfer_look (GdkContentFormats *formats)
{
  const char *const *media_types = gdk_content_formats_get_mime_types (formats, NULL);

  return sp_offer_choose (media_types, gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST),
                          gdk_content_formats_contain_gtype (formats, G_TYPE_STRING));
}

/**
 * sp_transfer_paste:
 *
 * Reads what @clipboard holds into @session.
 */
void
sp_transfer_paste (GdkClipboard *clipboard, SpSession *session)
{
  Transfer *transfer = transfer_new (session, NULL);

  switch (sp_transfer_look (gdk_clipboard_get_formats (clipboard)))
    {
    case SP_OFFER_FILES:
      gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL,
                                      clipboard_files_cb, transfer);
      break;
    case SP_OFFER_HTML:
      gdk_clipboard_read_async (clipboard, html_types, G_PRIORITY_DEFAULT, NULL, clipboard_html_cb, transfer);
      break;
    case SP_OFFER_TEXT:
      gdk_clipboard_read_text_async (clipboard, NULL, clipboard_text_cb, transfer);
      break;
    case SP_OFFER_NOTHING:
    default:
      tell (transfer, _("There is nothing to paste. Copy files or the text of a policy first."));
      transfer_free (transfer);
    }
}

/**
 * sp_transfer_drop:
 *
 * Reads what was dropped into @session.
 */
void
sp_transfer_drop (GdkDrop *drop, SpSession *session)
{
  Transfer *transfer = transfer_new (session, drop);

  switch (sp_transfer_look (gdk_drop_get_formats (drop)))
    {
    case SP_OFFER_FILES:
      gdk_drop_read_value_async (drop, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL, drop_files_cb, transfer);
      break;
    case SP_OFFER_HTML:
      gdk_drop_read_async (drop, html_types, G_PRIORITY_DEFAULT, NULL, drop_html_cb, transfer);
      break;
    case SP_OFFER_TEXT:
      gdk_drop_read_value_async (drop, G_TYPE_STRING, G_PRIORITY_DEFAULT, NULL, drop_text_cb, transfer);
      break;
    case SP_OFFER_NOTHING:
    default:
      tell (transfer, _("This cannot be read. Drop files, folders or text."));
      transfer_free (transfer);
    }
}

/**
 * sp_transfer_count_async:
 *
 * Counts the files that hover over the window. Only the list of addresses is looked at: files
 * handed over by the portal can be fetched once, and that is left to the drop.
 */
void
sp_transfer_count_async (GdkDrop *drop, GCancellable *cancellable, GAsyncReadyCallback callback,
                         gpointer user_data)
{
  GTask *task = g_task_new (drop, cancellable, callback, user_data);

  g_task_set_source_tag (task, sp_transfer_count_async);
  gdk_drop_read_async (drop, uri_types, G_PRIORITY_DEFAULT, cancellable, uris_offered_cb, task);
}

/**
 * sp_transfer_count_finish:
 *
 * Returns: how many of what kinds, as far as that can be known
 */
SpOfferedFiles
sp_transfer_count_finish (GAsyncResult *result)
{
  g_autofree SpOfferedFiles *files = g_task_propagate_pointer (G_TASK (result), NULL);

  return files != NULL ? *files : (SpOfferedFiles) { 0 };
}
