/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-outline-view.h"

#include <glib/gi18n.h>

#include "sp-tag-bar.h"
#include "sp-tooltip.h"

#define INDENT 12

struct _SpOutlineView
{
  AdwBin parent_instance;

  GtkListView *list;
  GtkSingleSelection *selection;
  GtkStack *stack;

  GPtrArray *sections; /* (owned) (nullable) (element-type SpSection) */
};

enum
{
  SECTION_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SpOutlineView, sp_outline_view, ADW_TYPE_BIN)

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, "lines", 2, "ellipsize", PANGO_ELLIPSIZE_END, NULL);

  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), sp_tag_bar_new ());
  gtk_list_item_set_child (item, box);
}

/* The model holds one string for each section, and its position leads to the rest. */
static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, SpOutlineView *self)
{
  const SpSection *section = g_ptr_array_index (self->sections, gtk_list_item_get_position (item));
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *title = gtk_widget_get_first_child (box);
  g_autofree char *summary = sp_section_dup_summary (section);
  g_autofree char *spoken = g_strdup_printf ("%s, %s", section->title, summary);

  gtk_label_set_label (GTK_LABEL (title), section->title);
  gtk_widget_set_margin_start (box, (int) (MIN (section->level, 5) - 1) * INDENT);
  sp_tag_bar_set_counts (SP_TAG_BAR (gtk_widget_get_next_sibling (title)), section->category_counts);
  sp_tooltip_set (box, spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
activate_cb (GtkListView *list, guint position, SpOutlineView *self)
{
  const SpSection *section = g_ptr_array_index (self->sections, position);

  g_signal_emit (self, signals[SECTION_ACTIVATED], 0, section->segment);
}

static void
sp_outline_view_dispose (GObject *object)
{
  SpOutlineView *self = SP_OUTLINE_VIEW (object);

  if (self->selection != NULL)
    gtk_single_selection_set_model (self->selection, NULL);
  g_clear_pointer (&self->sections, g_ptr_array_unref);
  G_OBJECT_CLASS (sp_outline_view_parent_class)->dispose (object);
}

static void
sp_outline_view_class_init (SpOutlineViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sp_outline_view_dispose;
  signals[SECTION_ACTIVATED] = g_signal_new ("section-activated", G_TYPE_FROM_CLASS (klass),
                                             G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                             G_TYPE_UINT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/smallprint/Smallprint/ui/sp-outline-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SpOutlineView, list);
  gtk_widget_class_bind_template_child (widget_class, SpOutlineView, selection);
  gtk_widget_class_bind_template_child (widget_class, SpOutlineView, stack);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
sp_outline_view_init (SpOutlineView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sp_outline_view_set_sections:
 * @sections: (transfer full) (element-type SpSection): in reading order
 *
 * Sets the outline.
 */
void
sp_outline_view_set_sections (SpOutlineView *self, GPtrArray *sections)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();
  g_autoptr (GtkStringList) model = NULL;

  for (guint i = 0; i < sections->len; i++)
    g_ptr_array_add (titles, ((SpSection *) g_ptr_array_index (sections, i))->title);
  g_ptr_array_add (titles, NULL);
  model = gtk_string_list_new ((const char *const *) titles->pdata);

  gtk_single_selection_set_model (self->selection, NULL);
  g_clear_pointer (&self->sections, g_ptr_array_unref);
  self->sections = sections;
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (model));
  gtk_stack_set_visible_child_name (self->stack, sections->len > 1 ? "list" : "empty");
}

/**
 * sp_outline_view_select:
 *
 * Shows which section @segment stands in.
 */
void
sp_outline_view_select (SpOutlineView *self, guint segment)
{
  guint position;

  if (self->sections == NULL || self->sections->len == 0)
    return;
  position = sp_outline_find (self->sections, segment);
  if (position == gtk_single_selection_get_selected (self->selection))
    return;
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
}
