/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-choice-row.h"

#include <glib/gi18n.h>

#include "sp-accessible.h"

enum
{
  PROP_0,
  PROP_CHOSEN,
  N_PROPS,
};

struct _SpChoiceRow
{
  AdwActionRow parent_instance;

  GtkWidget *box;
  guint chosen;
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SpChoiceRow, sp_choice_row, ADW_TYPE_ACTION_ROW)

static void
toggled_cb (GtkToggleButton *button, SpChoiceRow *self)
{
  guint i = 0;

  if (!gtk_toggle_button_get_active (button))
    return;
  for (GtkWidget *child = gtk_widget_get_first_child (self->box); child != GTK_WIDGET (button);
       child = gtk_widget_get_next_sibling (child))
    i++;
  sp_choice_row_set_chosen (self, i);
}

static void
sp_choice_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CHOSEN)
    g_value_set_uint (value, SP_CHOICE_ROW (object)->chosen);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sp_choice_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CHOSEN)
    sp_choice_row_set_chosen (SP_CHOICE_ROW (object), g_value_get_uint (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sp_choice_row_class_init (SpChoiceRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = sp_choice_row_get_property;
  object_class->set_property = sp_choice_row_set_property;
  properties[PROP_CHOSEN] = g_param_spec_uint ("chosen", NULL, NULL, 0, G_MAXUINT, 0,
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sp_choice_row_init (SpChoiceRow *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->box, "linked");
  gtk_widget_set_valign (self->box, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->box);
}

static void
add_choice (SpChoiceRow *self, const char *title, const SpChoice *choice)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (choice->label);
  GtkWidget *first = gtk_widget_get_first_child (self->box);
  /* Translators: what is chosen, and for what: “Twice as much: How long” */
  g_autofree char *name = g_strdup_printf (_("%s: %s"), choice->name, title);

  if (first != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (first));
  else
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  gtk_widget_set_tooltip_text (button, choice->name);
  sp_accessible_set_name (button, name);
  g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_box_append (GTK_BOX (self->box), button);
}

/**
 * sp_choice_row_new:
 * @title: what it is about
 * @subtitle: (nullable): the same at length
 * @choices: (array length=n_choices): the first is chosen
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
sp_choice_row_new (const char *title, const char *subtitle, const SpChoice *choices, guint n_choices)
{
  SpChoiceRow *self = g_object_new (SP_TYPE_CHOICE_ROW, "use-markup", FALSE, "title", title, "subtitle",
                                    subtitle != NULL ? subtitle : "", NULL);

  for (guint i = 0; i < n_choices; i++)
    add_choice (self, title, &choices[i]);
  return GTK_WIDGET (self);
}

/**
 * sp_choice_row_get_chosen:
 *
 * Returns: which of the words, from 0
 */
guint
sp_choice_row_get_chosen (SpChoiceRow *self)
{
  return self->chosen;
}

/**
 * sp_choice_row_set_chosen:
 * @chosen: which of the words, from 0
 *
 * Chooses one.
 */
void
sp_choice_row_set_chosen (SpChoiceRow *self, guint chosen)
{
  GtkWidget *button = gtk_widget_get_first_child (self->box);

  if (self->chosen == chosen)
    return;
  for (guint i = 0; i < chosen && button != NULL; i++)
    button = gtk_widget_get_next_sibling (button);
  g_return_if_fail (button != NULL);
  self->chosen = chosen;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOSEN]);
}
