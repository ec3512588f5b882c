/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists that are filled anew without losing what stays: each row has a key, and a row whose key comes again
 * stays as it is, with the focus and all that a reader unfolded in it. */
#include "config.h"

#include "sp-row-list.h"

#define KEY "sp-row-key"

static gboolean
has_key (GtkListBoxRow *row, const char *key)
{
  return g_strcmp0 (g_object_get_data (G_OBJECT (row), KEY), key) == 0;
}

static gboolean
stands_below (GtkListBox *list, guint position, const char *key)
{
  GtkListBoxRow *row;

  for (guint i = position + 1; (row = gtk_list_box_get_row_at_index (list, (int) i)) != NULL; i++)
    if (has_key (row, key))
      return TRUE;
  return FALSE;
}

/**
 * sp_row_list_keep:
 * @key: what the row says
 *
 * Brings the row of that key up to @position, if there is one there or below. The rows that stood before it
 * are of what is gone, and go.
 *
 * Returns: whether the row is there; else one is to be inserted
 */
gboolean
sp_row_list_keep (GtkListBox *list, guint position, const char *key)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, (int) position)) != NULL && !has_key (row, key))
    {
      if (!stands_below (list, position, key))
        return FALSE;
      gtk_list_box_remove (list, GTK_WIDGET (row));
    }
  return row != NULL;
}

/**
 * sp_row_list_insert:
 * @row: (transfer floating): what sp_row_list_keep() did not find
 *
 * Adds a row, to be known by @key.
 */
void
sp_row_list_insert (GtkListBox *list, guint position, const char *key, GtkWidget *row)
{
  g_object_set_data_full (G_OBJECT (row), KEY, g_strdup (key), g_free);
  gtk_list_box_insert (list, row, (int) position);
}

/**
 * sp_row_list_cut:
 *
 * Takes out all rows but the first @n_rows.
 */
void
sp_row_list_cut (GtkListBox *list, guint n_rows)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, (int) n_rows)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}
