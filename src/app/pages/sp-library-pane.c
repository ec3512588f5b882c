/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-library-pane.h"

#include <glib/gi18n.h>

#include "sp-overview-state.h"

struct _SpLibraryPane
{
  AdwBin parent_instance;

  GtkListBox *queue;
  GtkWidget *queue_scroller;
  GtkListView *list;
  GtkSingleSelection *selection;
  GtkStack *stack;

  SpSession *session; /* (owned) (nullable) */
  gboolean show_end_title_buttons;
};

enum
{
  PROP_0,
  PROP_SHOW_END_TITLE_BUTTONS,
  N_PROPS,
};

enum
{
  OPENED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SpLibraryPane, sp_library_pane, ADW_TYPE_BIN)

/* Queue. */

static GtkWidget *
icon_button_new (const char *icon_name, const char *text)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  return button;
}

static void
retry_cb (GtkButton *button, SpLibraryPane *self)
{
  sp_session_retry (self->session, g_object_get_data (G_OBJECT (button), "import"));
}

static void
drop_cb (GtkButton *button, SpLibraryPane *self)
{
  sp_session_drop_import (self->session, g_object_get_data (G_OBJECT (button), "import"));
}

static void
add_button (SpLibraryPane *self, AdwActionRow *row, SpImport *import, const char *icon_name, const char *text,
            GCallback callback)
{
  GtkWidget *button = icon_button_new (icon_name, text);

  g_object_set_data (G_OBJECT (button), "import", import);
  g_signal_connect_object (button, "clicked", callback, self, 0);
  adw_action_row_add_suffix (row, button);
}

static void
update_import_row_cb (SpImport *import, GParamSpec *pspec, AdwActionRow *row)
{
  GtkWidget *retry = g_object_get_data (G_OBJECT (row), "retry");
  GtkWidget *icon = g_object_get_data (G_OBJECT (row), "icon");
  const char *message = sp_import_get_message (import);
  gboolean failed = sp_import_get_state (import) == SP_IMPORT_FAILED;

  gtk_image_set_from_icon_name (GTK_IMAGE (icon),
                                failed ? "sp-severity-serious-symbolic" : "sp-tag-retention-symbolic");
  adw_action_row_set_subtitle (row, failed && message != NULL ? message : _("Waiting"));
  if (sp_import_get_state (import) == SP_IMPORT_RUNNING)
    adw_action_row_set_subtitle (row, _("Reading"));
  gtk_widget_set_visible (retry, failed && sp_import_get_file (import) != NULL);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), failed);
}

static GtkWidget *
create_import_row (gpointer item, gpointer user_data)
{
  SpLibraryPane *self = user_data;
  SpImport *import = item;
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title",
                                 sp_import_get_name (import), "title-lines", 2, "subtitle-lines", 3, NULL);
  GtkWidget *icon = gtk_image_new ();
  GtkWidget *retry = icon_button_new ("view-refresh-symbolic", _("Try Again"));

  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  g_object_set_data (G_OBJECT (retry), "import", import);
  g_signal_connect_object (retry, "clicked", G_CALLBACK (retry_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), retry);
  add_button (self, ADW_ACTION_ROW (row), import, "window-close-symbolic", _("Remove from Queue"),
              G_CALLBACK (drop_cb));

  g_object_set_data (G_OBJECT (row), "icon", icon);
  g_object_set_data (G_OBJECT (row), "retry", retry);
  g_object_set_data_full (G_OBJECT (row), "import", g_object_ref (import), g_object_unref);
  g_signal_connect_object (import, "notify::state", G_CALLBACK (update_import_row_cb), row, 0);
  update_import_row_cb (import, NULL, ADW_ACTION_ROW (row));
  return row;
}

static void
queue_row_activated_cb (GtkListBox *list, GtkListBoxRow *row, SpLibraryPane *self)
{
  sp_session_show_problem (self->session, g_object_get_data (G_OBJECT (row), "import"));
  g_signal_emit (self, signals[OPENED], 0);
}

static void
queue_changed_cb (SpLibraryPane *self)
{
  gboolean any = g_list_model_get_n_items (sp_session_get_imports (self->session)) > 0;

  gtk_widget_set_visible (self->queue_scroller, any);
}

/* Library. */

static GtkWidget *
policy_row_new (void)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *badge = gtk_label_new (NULL);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *subtitle = gtk_label_new (NULL);

  gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (subtitle), 0);
  gtk_label_set_ellipsize (GTK_LABEL (subtitle), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (subtitle, "caption");
  gtk_widget_add_css_class (subtitle, "dim-label");
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), title);
  gtk_box_append (GTK_BOX (texts), subtitle);
  gtk_box_append (GTK_BOX (row), badge);
  gtk_box_append (GTK_BOX (row), texts);
  g_object_set_data (G_OBJECT (row), "badge", badge);
  g_object_set_data (G_OBJECT (row), "title", title);
  g_object_set_data (G_OBJECT (row), "subtitle", subtitle);
  return row;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, policy_row_new ());
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  GtkWidget *badge = g_object_get_data (G_OBJECT (row), "badge");
  GtkWidget *subtitle_label = g_object_get_data (G_OBJECT (row), "subtitle");
  SpPolicyFacts facts = sp_policy_get_facts (gtk_list_item_get_item (item));
  g_autofree char *title = sp_policy_facts_dup_title (&facts);
  g_autofree char *subtitle = sp_policy_facts_dup_subtitle (&facts);
  g_autofree char *letter = sp_policy_facts_dup_letter (&facts);
  g_autofree char *spoken = sp_policy_facts_dup_spoken (&facts);
  const char *classes[] = { "grade-badge", "small", sp_grade_get_style_class (facts.grade), NULL };

  gtk_label_set_label (g_object_get_data (G_OBJECT (row), "title"), title);
  gtk_label_set_label (GTK_LABEL (subtitle_label), subtitle);
  gtk_widget_set_visible (subtitle_label, *subtitle != '\0');
  gtk_label_set_label (GTK_LABEL (badge), letter);
  gtk_widget_set_css_classes (badge, classes);
  gtk_widget_set_tooltip_text (row, spoken);
  /* The item of the list is the widget around ours, and what assistive technology reads out. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
select_shown_cb (SpLibraryPane *self)
{
  SpPolicy *policy = sp_session_get_policy (self->session);
  GListModel *policies = sp_session_get_policies (self->session);
  guint position = GTK_INVALID_LIST_POSITION;

  if (policy != NULL && sp_session_get_problem (self->session) == NULL)
    g_list_store_find (G_LIST_STORE (policies), policy, &position);
  if (gtk_single_selection_get_selected (self->selection) != position)
    gtk_single_selection_set_selected (self->selection, position);
}

static void
selection_changed_cb (SpLibraryPane *self)
{
  SpPolicy *policy = gtk_single_selection_get_selected_item (self->selection);

  if (policy != NULL && policy != sp_session_get_policy (self->session))
    sp_session_show_policy (self->session, policy);
}

static void
row_activated_cb (GtkListView *list, guint position, SpLibraryPane *self)
{
  g_autoptr (SpPolicy) policy =
    g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (list)), position);

  sp_session_show_policy (self->session, policy);
  g_signal_emit (self, signals[OPENED], 0);
}

static void
policies_changed_cb (SpLibraryPane *self)
{
  gboolean any = g_list_model_get_n_items (sp_session_get_policies (self->session)) > 0;

  gtk_stack_set_visible_child_name (self->stack, any ? "list" : "empty");
  select_shown_cb (self);
}

static void
sp_library_pane_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SHOW_END_TITLE_BUTTONS)
    g_value_set_boolean (value, SP_LIBRARY_PANE (object)->show_end_title_buttons);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sp_library_pane_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SHOW_END_TITLE_BUTTONS)
    SP_LIBRARY_PANE (object)->show_end_title_buttons = g_value_get_boolean (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sp_library_pane_dispose (GObject *object)
{
  SpLibraryPane *self = SP_LIBRARY_PANE (object);

  if (self->queue != NULL)
    gtk_list_box_bind_model (self->queue, NULL, NULL, NULL, NULL);
  if (self->selection != NULL)
    gtk_single_selection_set_model (self->selection, NULL);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (sp_library_pane_parent_class)->dispose (object);
}

static void
sp_library_pane_class_init (SpLibraryPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sp_library_pane_get_property;
  object_class->set_property = sp_library_pane_set_property;
  object_class->dispose = sp_library_pane_dispose;
  properties[PROP_SHOW_END_TITLE_BUTTONS] = g_param_spec_boolean (
    "show-end-title-buttons", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/smallprint/Smallprint/ui/sp-library-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, SpLibraryPane, queue);
  gtk_widget_class_bind_template_child (widget_class, SpLibraryPane, queue_scroller);
  gtk_widget_class_bind_template_child (widget_class, SpLibraryPane, list);
  gtk_widget_class_bind_template_child (widget_class, SpLibraryPane, selection);
  gtk_widget_class_bind_template_child (widget_class, SpLibraryPane, stack);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, queue_row_activated_cb);
}

/* Delete belongs to the list alone: elsewhere it edits text. */
static void
add_delete_key (SpLibraryPane *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (controller),
    gtk_shortcut_new (gtk_alternative_trigger_new (gtk_keyval_trigger_new (GDK_KEY_Delete, 0),
                                                   gtk_keyval_trigger_new (GDK_KEY_KP_Delete, 0)),
                      gtk_named_action_new ("win.delete")));
  gtk_widget_add_controller (GTK_WIDGET (self->list), controller);
}

static void
sp_library_pane_init (SpLibraryPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_delete_key (self);
}

/**
 * sp_library_pane_set_session:
 *
 * Makes the pane follow @session. Called once.
 */
void
sp_library_pane_set_session (SpLibraryPane *self, SpSession *session)
{
  GListModel *imports = sp_session_get_imports (session);
  GListModel *policies = sp_session_get_policies (session);

  g_set_object (&self->session, session);
  gtk_list_box_bind_model (self->queue, imports, create_import_row, self, NULL);
  gtk_single_selection_set_model (self->selection, policies);
  g_signal_connect_object (imports, "items-changed", G_CALLBACK (queue_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (policies, "items-changed", G_CALLBACK (policies_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::policy", G_CALLBACK (select_shown_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::problem", G_CALLBACK (select_shown_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  queue_changed_cb (self);
  policies_changed_cb (self);
}
