/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a search in the library found. Hundreds of rows change with each letter that is typed: those that
 * are there are used again, the first ones at once and the rest over several frames. */
#include "config.h"

#include "sp-hit-list.h"

#include "sp-gradual.h"
#include "sp-policy-row.h"

#define KEY_LIST "sp-hit-list"
#define KEY_HIT "sp-hit"

/* Kept with the list. */
typedef struct
{
  GListModel *hits; /* (owned) */
  guint n_shown;    /* rows that show what they are to show; those that follow are of an earlier search */
} HitList;

static void
hit_list_free (HitList *self)
{
  g_object_unref (self->hits);
  g_free (self);
}

static GtkListBoxRow *
add_row (GtkListBox *list)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), sp_policy_row_new ());
  gtk_list_box_append (list, row);
  return GTK_LIST_BOX_ROW (row);
}

static void
show_hit (GtkListBoxRow *row, SpHit *hit)
{
  SpPolicyFacts facts = sp_policy_get_facts (sp_hit_get_policy (hit));
  SpPolicyRow *child = SP_POLICY_ROW (gtk_list_box_row_get_child (row));

  sp_policy_row_set_facts (child, &facts);
  if (sp_hit_get_segment (hit) != SP_LIBRARY_HIT_TITLE)
    sp_policy_row_set_snippet (child, sp_hit_get_snippet (hit), sp_hit_get_matches (hit));
  g_object_set_data_full (G_OBJECT (row), KEY_HIT, g_object_ref (hit), g_object_unref);
}

/* Words are set when they are measured, and that takes longer than to make the row: here it is counted. */
static void
measure (GtkListBox *list, GtkListBoxRow *row)
{
  int width = gtk_widget_get_width (GTK_WIDGET (list));
  int least;

  gtk_widget_measure (GTK_WIDGET (row), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (row), GTK_ORIENTATION_VERTICAL, MAX (width, least), NULL, NULL, NULL, NULL);
}

static gboolean
show_next_cb (GtkWidget *widget)
{
  GtkListBox *list = GTK_LIST_BOX (widget);
  HitList *self = g_object_get_data (G_OBJECT (list), KEY_LIST);
  g_autoptr (SpHit) hit = g_list_model_get_item (self->hits, self->n_shown);
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, (int) self->n_shown);

  if (hit == NULL && row == NULL)
    return FALSE;
  if (hit == NULL)
    {
      gtk_list_box_remove (list, GTK_WIDGET (row));
      return TRUE;
    }
  if (row == NULL)
    row = add_row (list);
  show_hit (row, hit);
  measure (list, row);
  self->n_shown++;
  return TRUE;
}

static void
hits_changed_cb (GListModel *hits, guint position, guint removed, guint added, GtkListBox *list)
{
  HitList *self = g_object_get_data (G_OBJECT (list), KEY_LIST);
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (list), GTK_TYPE_SCROLLED_WINDOW);

  self->n_shown = MIN (self->n_shown, position);
  if (position == 0 && scroller != NULL)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)), 0);
  sp_gradual_fill (GTK_WIDGET (list), show_next_cb);
}

/**
 * sp_hit_list_bind:
 * @hits: (element-type SpHit)
 *
 * Makes @list show @hits, as they change. Called once.
 */
void
sp_hit_list_bind (GtkListBox *list, GListModel *hits)
{
  HitList *self = g_new0 (HitList, 1);

  self->hits = g_object_ref (hits);
  g_object_set_data_full (G_OBJECT (list), KEY_LIST, self, (GDestroyNotify) hit_list_free);
  g_signal_connect_object (hits, "items-changed", G_CALLBACK (hits_changed_cb), list, 0);
  hits_changed_cb (hits, 0, 0, 0, list);
}

/**
 * sp_hit_list_get_hit:
 *
 * Returns: (transfer none): what @row shows
 */
SpHit *
sp_hit_list_get_hit (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), KEY_HIT);
}
