/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-help-window.h"

#include <glib/gi18n.h>

#include "sp-accessible.h"
#include "sp-help-state.h"
#include "sp-toolbar-view.h"

#define HELP_PATH "/io/github/smallprint/Smallprint/help/"

/* In the order in which the contents list them. */
static const char *const topics[] = { "open",     "limits", "overview", "scores",  "clauses", "findings", "coverage",
                                      "data",     "review", "matters",  "library", "export",  "keyboard" };

struct _SpHelpWindow
{
  AdwWindow parent_instance;

  GtkWidget *contents;
  GtkScrolledWindow *scroller;
  GtkBox *page;

  char *shown;        /* (owned) (nullable): id of the page */
  GPtrArray *history; /* (owned) (element-type utf8): where Back leads, the last one first */
};

G_DEFINE_FINAL_TYPE (SpHelpWindow, sp_help_window, ADW_TYPE_WINDOW)

/* Pages. */

static SpHelpPage *
load_page (const char *id)
{
  g_autofree char *path = g_strconcat (HELP_PATH, id, ".page", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  SpHelpPage *page = NULL;

  if (bytes != NULL)
    page = sp_help_page_new (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);
  if (page == NULL)
    g_warning ("Page “%s” of the help: %s", id, error->message);
  return page;
}

static gboolean
link_cb (GtkLabel *label, const char *id, SpHelpWindow *self)
{
  sp_help_window_show_page (self, id);
  return GDK_EVENT_STOP;
}

static GtkWidget *
prose_new (SpHelpWindow *self, const char *text)
{
  g_autofree char *markup = sp_help_dup_markup (_(text));
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  g_signal_connect (label, "activate-link", G_CALLBACK (link_cb), self);
  return label;
}

static GtkWidget *
heading_new (const char *text, const char *style_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "label", _(text),
                                   "wrap", TRUE, "xalign", 0.0, NULL);

  gtk_widget_add_css_class (label, style_class);
  gtk_widget_set_margin_top (label, 6);
  return label;
}

static GtkWidget *
item_new (SpHelpWindow *self, const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *bullet = gtk_label_new ("•");

  gtk_widget_set_valign (bullet, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), bullet);
  gtk_box_append (GTK_BOX (box), prose_new (self, text));
  return box;
}

static GtkWidget *
note_new (SpHelpWindow *self, const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "help-note");
  gtk_box_append (GTK_BOX (box), prose_new (self, text));
  return box;
}

static GtkWidget *
topic_row_new (const SpHelpPage *topic)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", _(topic->title), "subtitle",
                                 _(topic->desc), "activatable", TRUE, "action-name", "help.show", NULL);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", topic->id);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  return row;
}

/* The topics whose guide link names @section of the page @id. */
static GtkWidget *
topics_new (const char *id, const SpHelpPart *section)
{
  GtkWidget *list = gtk_list_box_new ();
  g_autofree char *guide = g_strdup_printf ("%s#%s", id, section->id);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  sp_accessible_set_name (list, _(section->text));
  for (guint i = 0; i < G_N_ELEMENTS (topics); i++)
    {
      g_autoptr (SpHelpPage) topic = load_page (topics[i]);

      if (topic != NULL && g_strcmp0 (topic->guide, guide) == 0)
        gtk_list_box_append (GTK_LIST_BOX (list), topic_row_new (topic));
    }
  return list;
}

static void
add_part (SpHelpWindow *self, const SpHelpPage *page, const SpHelpPart *part)
{
  switch (part->kind)
    {
    case SP_HELP_SECTION:
      gtk_box_append (self->page, heading_new (part->text, "heading"));
      gtk_box_append (self->page, topics_new (page->id, part));
      break;
    case SP_HELP_ITEM:
      gtk_box_append (self->page, item_new (self, part->text));
      break;
    case SP_HELP_NOTE:
      gtk_box_append (self->page, note_new (self, part->text));
      break;
    case SP_HELP_PARAGRAPH:
    default:
      gtk_box_append (self->page, prose_new (self, part->text));
    }
}

static void
show (SpHelpWindow *self, const char *id)
{
  g_autoptr (SpHelpPage) page = load_page (id);
  GtkWidget *child;

  if (page == NULL)
    return;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->page))) != NULL)
    gtk_box_remove (self->page, child);
  gtk_box_append (self->page, heading_new (page->title, "title-2"));
  for (guint i = 0; i < page->parts->len; i++)
    add_part (self, page, g_ptr_array_index (page->parts, i));
  gtk_widget_set_visible (self->contents, !g_str_equal (id, "index"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "help.back", self->history->len > 0);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  g_free (self->shown);
  self->shown = g_strdup (id);
  /* Where a screen reader begins. */
  gtk_widget_child_focus (GTK_WIDGET (self->page), GTK_DIR_TAB_FORWARD);
}

/* Actions. */

static void
show_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sp_help_window_show_page (SP_HELP_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
back_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SpHelpWindow *self = SP_HELP_WINDOW (widget);
  g_autofree char *id = g_ptr_array_steal_index (self->history, self->history->len - 1);

  show (self, id);
}

/* Life. */

static void
sp_help_window_finalize (GObject *object)
{
  SpHelpWindow *self = SP_HELP_WINDOW (object);

  g_free (self->shown);
  g_ptr_array_unref (self->history);
  G_OBJECT_CLASS (sp_help_window_parent_class)->finalize (object);
}

static void
sp_help_window_class_init (SpHelpWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sp_help_window_finalize;
  g_type_ensure (SP_TYPE_TOOLBAR_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/smallprint/Smallprint/ui/sp-help-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SpHelpWindow, contents);
  gtk_widget_class_bind_template_child (widget_class, SpHelpWindow, scroller);
  gtk_widget_class_bind_template_child (widget_class, SpHelpWindow, page);
  gtk_widget_class_install_action (widget_class, "help.show", "s", show_cb);
  gtk_widget_class_install_action (widget_class, "help.back", NULL, back_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "help.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
}

static void
sp_help_window_init (SpHelpWindow *self)
{
  self->history = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sp_help_window_new:
 *
 * Returns: (transfer full): a window without a page
 */
SpHelpWindow *
sp_help_window_new (void)
{
  return g_object_new (SP_TYPE_HELP_WINDOW, NULL);
}

/**
 * sp_help_window_show_page:
 * @id: as “scores”
 *
 * Shows a page of the help; Back leads to the one before.
 */
void
sp_help_window_show_page (SpHelpWindow *self, const char *id)
{
  if (g_strcmp0 (self->shown, id) == 0)
    return;
  if (self->shown != NULL)
    g_ptr_array_add (self->history, g_strdup (self->shown));
  show (self, id);
}
