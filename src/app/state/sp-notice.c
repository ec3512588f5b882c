/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-notice.h"

#include <glib/gi18n.h>

/* Shorter queues end before anybody turns to something else. */
#define FEWEST_IMPORTS 2

/**
 * sp_notice_dup_words:
 * @n_read: policies of the queue that were read
 * @n_failed: files of the queue that could not be
 * @window_is_active: whether the reader sees the end of the queue anyway
 *
 * Returns: (transfer full) (nullable): what a notification says when a queue ended, %NULL for none
 */
char *
sp_notice_dup_words (guint n_read, guint n_failed, gboolean window_is_active)
{
  g_autofree char *done = NULL;
  g_autofree char *failed = NULL;

  if (window_is_active || n_read + n_failed < FEWEST_IMPORTS)
    return NULL;
  if (n_read == 0)
    return g_strdup_printf (ngettext ("%u file could not be read", "%u files could not be read", n_failed),
                            n_failed);
  done = g_strdup_printf (ngettext ("%u policy read", "%u policies read", n_read), n_read);
  if (n_failed == 0)
    return g_steal_pointer (&done);
  /* Translators: how many policies could not be read, as the end of “5 policies read, 1 could not be” */
  failed = g_strdup_printf (ngettext ("%u could not be", "%u could not be", n_failed), n_failed);
  /* Translators: “5 policies read”, “1 could not be” */
  return g_strdup_printf (C_ ("notification", "%s, %s"), done, failed);
}
