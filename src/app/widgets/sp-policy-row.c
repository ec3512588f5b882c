/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-policy-row.h"

#include "sp-accessible.h"
#include "sp-column-layout.h"
#include "sp-overview-state.h"
#include "sp-tooltip.h"

/* Words of a policy are narrowed to this when the row is asked how small it can be. */
#define LEAST_CHARS 8

struct _SpPolicyRow
{
  GtkBox parent_instance;

  GtkWidget *check; /* (nullable): until the reader chooses among policies */
  GtkLabel *badge;
  GtkLabel *title;
  GtkLabel *subtitle;
};

enum
{
  TOGGLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SpPolicyRow, sp_policy_row, GTK_TYPE_BOX)

static void
toggled_cb (GtkCheckButton *check, SpPolicyRow *self)
{
  g_signal_emit (self, signals[TOGGLED], 0, gtk_check_button_get_active (check));
}

static void
sp_policy_row_class_init (SpPolicyRowClass *klass)
{
  signals[TOGGLED] = g_signal_new ("toggled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static GtkLabel *
line_new (void)
{
  return g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
}

static void
sp_policy_row_init (SpPolicyRow *self)
{
  GtkWidget *texts = g_object_new (GTK_TYPE_BOX, "layout-manager", sp_column_layout_new (2), NULL);

  self->badge = GTK_LABEL (gtk_label_new (NULL));
  self->title = line_new ();
  self->subtitle = line_new ();
  gtk_widget_set_valign (GTK_WIDGET (self->badge), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->subtitle), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->subtitle), "dim-label");
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->subtitle));
  gtk_box_set_spacing (GTK_BOX (self), 12);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->badge));
  gtk_box_append (GTK_BOX (self), texts);
}

/**
 * sp_policy_row_new:
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
sp_policy_row_new (void)
{
  return g_object_new (SP_TYPE_POLICY_ROW, NULL);
}

/* The item of the list is the widget around ours, and what assistive technology reads out. */
static void
set_spoken (SpPolicyRow *self, const char *spoken)
{
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (self));

  sp_tooltip_set (GTK_WIDGET (self), spoken);
  if (item != NULL)
    sp_accessible_set_name (item, spoken);
}

/**
 * sp_policy_row_set_facts:
 *
 * Sets which policy it shows.
 */
void
sp_policy_row_set_facts (SpPolicyRow *self, const SpPolicyFacts *facts)
{
  g_autofree char *title = sp_policy_facts_dup_title (facts);
  g_autofree char *subtitle = sp_policy_facts_dup_subtitle (facts);
  g_autofree char *letter = sp_policy_facts_dup_letter (facts);
  g_autofree char *spoken = sp_policy_facts_dup_spoken (facts);
  const char *classes[] = { "grade-badge", "small", sp_grade_get_style_class (facts->grade), NULL };

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->subtitle, subtitle);
  gtk_label_set_attributes (self->subtitle, NULL);
  gtk_label_set_wrap (self->subtitle, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), *subtitle != '\0');
  gtk_label_set_label (self->badge, letter);
  gtk_widget_set_css_classes (GTK_WIDGET (self->badge), classes);
  if (self->check != NULL)
    sp_accessible_set_name (self->check, title);
  set_spoken (self, spoken);
}

/**
 * sp_policy_row_set_snippet:
 * @matches: (element-type SpSpan): what was searched for, in bytes of @snippet
 *
 * Shows words of the policy below its name.
 */
void
sp_policy_row_set_snippet (SpPolicyRow *self, const char *snippet, const GArray *matches)
{
  g_autoptr (PangoAttrList) bold = pango_attr_list_new ();
  g_autofree char *spoken = g_strdup_printf ("%s: %s", gtk_label_get_label (self->title), snippet);

  for (guint i = 0; i < matches->len; i++)
    {
      SpSpan match = g_array_index (matches, SpSpan, i);
      PangoAttribute *attribute = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

      attribute->start_index = (guint) match.start;
      attribute->end_index = (guint) match.end;
      pango_attr_list_insert (bold, attribute);
    }
  gtk_label_set_label (self->subtitle, snippet);
  gtk_label_set_attributes (self->subtitle, bold);
  gtk_label_set_wrap (self->subtitle, TRUE);
  gtk_label_set_lines (self->subtitle, 3);
  gtk_label_set_width_chars (self->subtitle, LEAST_CHARS);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), TRUE);
  set_spoken (self, spoken);
}

static void
add_check (SpPolicyRow *self)
{
  self->check = gtk_check_button_new ();
  sp_accessible_set_name (self->check, gtk_label_get_label (self->title));
  g_signal_connect (self->check, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_box_prepend (GTK_BOX (self), self->check);
}

/**
 * sp_policy_row_set_check:
 *
 * Offers to choose it among others.
 */
void
sp_policy_row_set_check (SpPolicyRow *self, gboolean shown, gboolean checked)
{
  if (self->check == NULL && shown)
    add_check (self);
  if (self->check == NULL)
    return;
  gtk_widget_set_visible (self->check, shown);
  g_signal_handlers_block_by_func (self->check, toggled_cb, self);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), checked);
  g_signal_handlers_unblock_by_func (self->check, toggled_cb, self);
}
