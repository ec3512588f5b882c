/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-facing-cards.h"

#include <glib/gi18n.h>

#include "sp-accessible.h"
#include "sp-flow.h"
#include "sp-rows.h"

/* Narrower cards stand below each other. */
#define CARD_WIDTH 250

static GtkWidget *
paragraph_new (const char *text, const char *style_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, NULL);

  if (style_class != NULL)
    gtk_widget_add_css_class (label, style_class);
  return label;
}

static GtkWidget *
card_new (const SpQuote *quote)
{
  GtkWidget *button = gtk_button_new ();
  /* Translators: quotation marks around the policy's own words */
  g_autofree char *quoted = g_strdup_printf (_("“%s”"), quote->text);
  GtkWidget *label = paragraph_new (quoted, "facing-quote");

  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "card");
  gtk_widget_add_css_class (button, "facing");
  gtk_widget_set_tooltip_text (button, _("Show in the policy"));
  sp_accessible_set_name (button, quoted);
  sp_lead_to_evidence (GTK_ACTIONABLE (button), &quote->evidence);
  return button;
}

/**
 * sp_facing_cards_new:
 *
 * Returns: (transfer floating): the explanation, and the quotes side by side, each a door to its clause
 */
GtkWidget *
sp_facing_cards_new (const SpFacing *facing)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *cards = g_object_new (SP_TYPE_FLOW, "spacing", 12, "column-width", CARD_WIDTH, NULL);
  const char *hue = facing->is_conflict ? "mark-serious" : "mark-caution";

  gtk_box_append (GTK_BOX (head), sp_icon_image_new ("sp-facing-symbolic", hue, facing->title));
  gtk_box_append (GTK_BOX (head), paragraph_new (facing->title, "heading"));
  gtk_box_append (GTK_BOX (box), head);
  if (facing->explanation != NULL)
    gtk_box_append (GTK_BOX (box), paragraph_new (facing->explanation, NULL));
  for (guint i = 0; i < facing->quotes->len; i++)
    sp_flow_append (SP_FLOW (cards), card_new (g_ptr_array_index (facing->quotes, i)));
  gtk_box_append (GTK_BOX (box), cards);
  gtk_box_append (GTK_BOX (box), paragraph_new (facing->rule, "rule"));
  return box;
}
