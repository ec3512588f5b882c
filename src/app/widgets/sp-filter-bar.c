/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-filter-bar.h"

#include <glib/gi18n.h>

#include "sp-accessible.h"
#include "sp-flow.h"
#include "sp-rows.h"

#define FOLDED_LINES 2

struct _SpFilterBar
{
  AdwBin parent_instance;

  SpFlow *chips;
  GtkToggleButton *unfold;
  GtkWidget *clear;

  SpClauseFilter filter;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SpFilterBar, sp_filter_bar, ADW_TYPE_BIN)

/* It keeps its room when there is nothing to clear: a chip must not move, or fold away, as it is chosen. */
static void
changed (SpFilterBar *self)
{
  gtk_widget_set_sensitive (self->clear, self->filter.marks != 0 || self->filter.categories != 0);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
chip_toggled_cb (GtkToggleButton *chip, SpFilterBar *self)
{
  guint bit = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (chip), "bit"));
  guint *bits = g_object_get_data (G_OBJECT (chip), "is-mark") != NULL ? &self->filter.marks
                                                                     : &self->filter.categories;

  if (gtk_toggle_button_get_active (chip))
    *bits |= bit;
  else
    *bits &= ~bit;
  changed (self);
}

static void
everything_toggled_cb (GtkToggleButton *chip, SpFilterBar *self)
{
  self->filter.everything = gtk_toggle_button_get_active (chip);
  changed (self);
}

static GtkWidget *
chip_new (const char *title, guint count)
{
  GtkWidget *chip = gtk_toggle_button_new ();
  g_autofree char *number = g_strdup_printf ("%u", count);
  /* Translators: the name of a filter, and how many clauses it shows */
  g_autofree char *spoken = g_strdup_printf (ngettext ("%s, %u clause", "%s, %u clauses", count), title, count);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *count_label = gtk_label_new (number);

  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_add_css_class (count_label, "dim-label");
  gtk_widget_add_css_class (count_label, "numeric");
  gtk_box_append (GTK_BOX (box), sp_chip_label_new (title));
  gtk_box_append (GTK_BOX (box), count_label);
  gtk_button_set_child (GTK_BUTTON (chip), box);
  sp_accessible_set_name (chip, spoken);
  return chip;
}

static void
add_chip (SpFilterBar *self, const char *title, GtkWidget *image, guint bit, gboolean is_mark, guint count)
{
  GtkWidget *chip = chip_new (title, count);

  gtk_box_prepend (GTK_BOX (gtk_button_get_child (GTK_BUTTON (chip))), image);
  g_object_set_data (G_OBJECT (chip), "bit", GUINT_TO_POINTER (bit));
  g_object_set_data (G_OBJECT (chip), "is-mark", is_mark ? chip : NULL);
  g_signal_connect_object (chip, "toggled", G_CALLBACK (chip_toggled_cb), self, 0);
  sp_flow_append (self->chips, chip);
}

static void
add_everything_chip (SpFilterBar *self, guint n_boilerplate)
{
  GtkWidget *chip = chip_new (_("Show Everything"), n_boilerplate);

  gtk_widget_set_tooltip_text (chip, _("Also navigation and other text that was left out"));
  g_signal_connect_object (chip, "toggled", G_CALLBACK (everything_toggled_cb), self, 0);
  sp_flow_append (self->chips, chip);
}

/* What is chosen goes first, so that folding never hides it. */
static void
put_chosen_first (SpFilterBar *self)
{
  GtkWidget *flow = GTK_WIDGET (self->chips);
  GtkWidget *last = NULL, *next;

  for (GtkWidget *chip = gtk_widget_get_first_child (flow); chip != NULL; chip = next)
    {
      next = gtk_widget_get_next_sibling (chip);
      if (!gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (chip)))
        continue;
      gtk_widget_insert_after (chip, flow, last);
      last = chip;
    }
}

static void
unfold_toggled_cb (GtkToggleButton *unfold, SpFilterBar *self)
{
  gboolean unfolded = gtk_toggle_button_get_active (unfold);

  if (!unfolded)
    put_chosen_first (self);
  g_object_set (self->chips, "max-lines", unfolded ? 0 : FOLDED_LINES, NULL);
}

static void
clear_cb (GtkButton *button, SpFilterBar *self)
{
  for (GtkWidget *chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips)); chip != NULL;
       chip = gtk_widget_get_next_sibling (chip))
    if (g_object_get_data (G_OBJECT (chip), "bit") != NULL)
      {
        g_signal_handlers_block_by_func (chip, chip_toggled_cb, self);
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), FALSE);
        g_signal_handlers_unblock_by_func (chip, chip_toggled_cb, self);
      }
  self->filter.marks = 0;
  self->filter.categories = 0;
  gtk_widget_grab_focus (GTK_WIDGET (self->unfold));
  changed (self);
}

static void
sp_filter_bar_class_init (SpFilterBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (SP_TYPE_FLOW);
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/smallprint/Smallprint/ui/sp-filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, SpFilterBar, chips);
  gtk_widget_class_bind_template_child (widget_class, SpFilterBar, unfold);
  gtk_widget_class_bind_template_child (widget_class, SpFilterBar, clear);
  gtk_widget_class_bind_template_callback (widget_class, unfold_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
}

static void
sp_filter_bar_init (SpFilterBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sp_filter_bar_set_counts:
 *
 * Makes the chips for another policy; nothing is filtered then.
 */
void
sp_filter_bar_set_counts (SpFilterBar *self, const SpClausesState *state)
{
  self->filter = (SpClauseFilter) { 0 };
  gtk_widget_set_sensitive (self->clear, FALSE);
  sp_flow_clear (self->chips);
  for (guint i = 0; i < SP_N_MARKS; i++)
    if (state->mark_counts[i] > 0)
      add_chip (self, sp_mark_get_title (i), sp_mark_image_new (i), 1u << i, TRUE, state->mark_counts[i]);
  for (guint i = 0; i < SP_N_CATEGORIES; i++)
    if (state->category_counts[i] > 0)
      add_chip (self, sp_category_get_title (i), sp_category_image_new (i), 1u << i, FALSE,
                state->category_counts[i]);
  if (state->n_boilerplate > 0)
    add_everything_chip (self, state->n_boilerplate);
}

/**
 * sp_filter_bar_get_filter:
 *
 * Returns: what is chosen
 */
SpClauseFilter
sp_filter_bar_get_filter (SpFilterBar *self)
{
  return self->filter;
}
