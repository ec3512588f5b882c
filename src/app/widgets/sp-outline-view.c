/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-outline-view.h"

#include <glib/gi18n.h>

#include "sp-gradual.h"
#include "sp-tag-bar.h"
#include "sp-tooltip.h"

#define INDENT 12
#define FIRST_ROWS 12 /* the rest comes in the frames that follow */

struct _SpOutlineView
{
  AdwBin parent_instance;

  GtkListView *list;
  GtkSingleSelection *selection;
  GtkSliceListModel *listed; /* of the titles, what has rows yet */
  GtkStack *stack;

  GPtrArray *sections; /* (owned) (nullable) (element-type SpSection) */
  GtkStringList *titles; /* (owned) (nullable): one for each of them */
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

  sp_gradual_stop (GTK_WIDGET (self));
  if (self->selection != NULL)
    gtk_single_selection_set_model (self->selection, NULL);
  g_clear_pointer (&self->sections, g_ptr_array_unref);
  g_clear_object (&self->titles);
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
  gtk_widget_class_bind_template_child (widget_class, SpOutlineView, listed);
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

/* Whether the outline is of the same text, with the same headings. */
static gboolean
has_same_lines (GPtrArray *old, GPtrArray *sections)
{
  if (old == NULL || old->len != sections->len)
    return FALSE;
  for (guint i = 0; i < sections->len; i++)
    {
      const SpSection *a = g_ptr_array_index (old, i), *b = g_ptr_array_index (sections, i);

      if (a->segment != b->segment || !g_str_equal (a->title, b->title))
        return FALSE;
    }
  return TRUE;
}

/* Draws those lines anew whose clauses have other tags now. */
static void
update_lines (SpOutlineView *self, GPtrArray *old)
{
  guint selected = gtk_single_selection_get_selected (self->selection);

  for (guint i = 0; i < self->sections->len; i++)
    {
      const SpSection *section = g_ptr_array_index (self->sections, i);
      const char *titles[] = { section->title, NULL };

      if (!sp_section_equal (section, g_ptr_array_index (old, i)))
        gtk_string_list_splice (self->titles, i, 1, titles);
    }
  gtk_single_selection_set_selected (self->selection, selected);
}

static gboolean
list_more_cb (GtkWidget *view)
{
  return sp_gradual_list_more (SP_OUTLINE_VIEW (view)->listed);
}

static void
fill_lines (SpOutlineView *self)
{
  gtk_slice_list_model_set_model (self->listed, NULL);
  gtk_slice_list_model_set_size (self->listed, FIRST_ROWS);
  g_clear_object (&self->titles);
  self->titles = gtk_string_list_new (NULL);
  for (guint i = 0; i < self->sections->len; i++)
    gtk_string_list_append (self->titles, ((SpSection *) g_ptr_array_index (self->sections, i))->title);
  gtk_slice_list_model_set_model (self->listed, G_LIST_MODEL (self->titles));
  sp_gradual_fill_later (GTK_WIDGET (self), list_more_cb);
}

/**
 * sp_outline_view_set_sections:
 * @sections: (transfer full) (element-type SpSection): in reading order
 *
 * Sets the outline. Of the same text only the lines that say something else change.
 */
void
sp_outline_view_set_sections (SpOutlineView *self, GPtrArray *sections)
{
  g_autoptr (GPtrArray) old = self->sections;

  self->sections = sections;
  if (has_same_lines (old, sections))
    update_lines (self, old);
  else
    fill_lines (self);
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
  if (position >= gtk_slice_list_model_get_size (self->listed))
    gtk_slice_list_model_set_size (self->listed, position + 1);
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
}
