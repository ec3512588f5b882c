/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-library-pane.h"

#include <glib/gi18n.h>

#include "sp-announce.h"
#include "sp-gradual.h"
#include "sp-hit-list.h"
#include "sp-import-row.h"
#include "sp-library-state.h"
#include "sp-policy-row.h"
#include "sp-toolbar-view.h"

struct _SpLibraryPane
{
  AdwBin parent_instance;

  GtkWidget *problem;
  GtkLabel *problem_text;
  GtkLabel *nothing;
  GtkListBox *queue;
  GtkWidget *queue_scroller;
  GtkListView *list;
  GtkMultiSelection *selection;
  GtkSliceListModel *listed; /* what of the library has rows yet, or could have */
  GtkStack *stack;
  GtkToggleButton *select;
  GtkRevealer *selection_bar;
  GtkLabel *selected_count;
  GtkSearchBar *search_bar;
  GtkEditable *search_entry;
  GtkListBox *hits;
  GtkLabel *hit_count;

  SpSession *session; /* (owned) (nullable) */
};

enum
{
  OPENED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SpLibraryPane, sp_library_pane, ADW_TYPE_BIN)

/* Queue. */

static GtkWidget *
create_import_row (gpointer item, gpointer user_data)
{
  return sp_import_row_new (item, ((SpLibraryPane *) user_data)->session);
}

static void
queue_row_activated_cb (GtkListBox *list, GtkListBoxRow *row, SpLibraryPane *self)
{
  sp_session_show_problem (self->session, sp_import_row_get_import (row));
  g_signal_emit (self, signals[OPENED], 0);
}

static void
queue_changed_cb (SpLibraryPane *self)
{
  gboolean any = g_list_model_get_n_items (sp_session_get_imports (self->session)) > 0;

  gtk_widget_set_visible (self->queue_scroller, any);
}

/* Library. */

/* Whether and why nothing is kept. */
static void
show_keeping_cb (SpLibraryPane *self)
{
  const char *problem = sp_session_get_library_problem (self->session);
  gboolean keeps = problem == NULL && sp_preferences_get_keep_library (sp_session_get_preferences (self->session));

  gtk_label_set_label (self->problem_text, problem != NULL ? problem : "");
  gtk_widget_set_visible (self->problem, problem != NULL);
  gtk_label_set_label (self->nothing, keeps ? _("Policies that you open are kept here.")
                                            : _("Policies that you open stand here until Smallprint is closed."));
}

static void
retry_library_cb (SpLibraryPane *self)
{
  sp_session_retry_library (self->session);
}

static guint
count_selected (SpLibraryPane *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  return (guint) gtk_bitset_get_size (selected);
}

/* A check button ticks its row among the others. */
static void
row_toggled_cb (SpPolicyRow *row, gboolean checked, GtkListItem *item)
{
  SpLibraryPane *self = g_object_get_data (G_OBJECT (item), "pane");
  guint position = gtk_list_item_get_position (item);

  if (checked)
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, FALSE);
  else
    gtk_selection_model_unselect_item (GTK_SELECTION_MODEL (self->selection), position);
}

static void
update_check_cb (GtkListItem *item)
{
  SpLibraryPane *self = g_object_get_data (G_OBJECT (item), "pane");

  sp_policy_row_set_check (SP_POLICY_ROW (gtk_list_item_get_child (item)),
                           gtk_toggle_button_get_active (self->select), gtk_list_item_get_selected (item));
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, SpLibraryPane *self)
{
  GtkWidget *row = sp_policy_row_new ();

  gtk_list_item_set_child (item, row);
  g_object_set_data (G_OBJECT (item), "pane", self);
  g_signal_connect_object (row, "toggled", G_CALLBACK (row_toggled_cb), item, 0);
  g_signal_connect (item, "notify::selected", G_CALLBACK (update_check_cb), NULL);
  g_signal_connect_object (self->select, "notify::active", G_CALLBACK (update_check_cb), item,
                           G_CONNECT_SWAPPED);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  SpPolicyFacts facts = sp_policy_get_facts (gtk_list_item_get_item (item));

  sp_policy_row_set_facts (SP_POLICY_ROW (gtk_list_item_get_child (item)), &facts);
  update_check_cb (item);
}

static void
select_shown_cb (SpLibraryPane *self)
{
  SpPolicy *policy = sp_session_get_policy (self->session);
  GListModel *policies = sp_session_get_policies (self->session);
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (self->selection);
  guint position;

  /* Who chooses several has the list to himself. */
  if (gtk_toggle_button_get_active (self->select) || count_selected (self) > 1)
    return;
  if (policy == NULL || sp_session_get_problem (self->session) != NULL
      || !g_list_store_find (G_LIST_STORE (policies), policy, &position)
      || position >= gtk_slice_list_model_get_size (self->listed))
    gtk_selection_model_unselect_all (selection);
  else if (!gtk_selection_model_is_selected (selection, position))
    gtk_selection_model_select_item (selection, position, TRUE);
}

static SpPolicy *
dup_only_selected (SpLibraryPane *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  if (gtk_bitset_get_size (selected) != 1)
    return NULL;
  return g_list_model_get_item (G_LIST_MODEL (self->selection), gtk_bitset_get_nth (selected, 0));
}

static void
update_selection_bar_cb (SpLibraryPane *self)
{
  guint n = count_selected (self);
  g_autofree char *text = g_strdup_printf (ngettext ("%u selected", "%u selected", n), n);

  gtk_label_set_label (self->selected_count, text);
  gtk_revealer_set_reveal_child (self->selection_bar, n > 1 || gtk_toggle_button_get_active (self->select));
}

/* One that is selected is shown; several are only chosen. */
static void
selection_changed_cb (SpLibraryPane *self)
{
  g_autoptr (SpPolicy) policy = dup_only_selected (self);

  update_selection_bar_cb (self);
  if (policy != NULL && policy != sp_session_get_policy (self->session)
      && !gtk_toggle_button_get_active (self->select))
    sp_session_show_policy (self->session, policy);
}

static void
row_activated_cb (GtkListView *list, guint position, SpLibraryPane *self)
{
  g_autoptr (SpPolicy) policy =
    g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (list)), position);

  if (count_selected (self) > 1)
    return;
  sp_session_show_policy (self->session, policy);
  g_signal_emit (self, signals[OPENED], 0);
}

static void
select_toggled_cb (SpLibraryPane *self)
{
  gtk_list_view_set_single_click_activate (self->list, !gtk_toggle_button_get_active (self->select));
  if (!gtk_toggle_button_get_active (self->select))
    gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
  select_shown_cb (self);
  update_selection_bar_cb (self);
}

/* Search. */

static void
hit_activated_cb (GtkListBox *list, GtkListBoxRow *row, SpLibraryPane *self)
{
  sp_session_open_hit (self->session, sp_hit_list_get_hit (row));
  g_signal_emit (self, signals[OPENED], 0);
}

static void
show_child_cb (SpLibraryPane *self)
{
  gboolean searching = *gtk_editable_get_text (self->search_entry) != '\0';
  guint n_hits = g_list_model_get_n_items (sp_session_get_hits (self->session));
  guint n_policies = g_list_model_get_n_items (sp_session_get_policies (self->session));
  g_autofree char *found = sp_library_state_dup_found (n_hits, sp_session_get_has_more_hits (self->session));

  gtk_label_set_label (self->hit_count, found);
  if (searching)
    sp_announce (GTK_WIDGET (self->search_entry), found);
  gtk_stack_set_visible_child_name (self->stack, searching        ? "hits"
                                                 : n_policies > 0 ? "list"
                                                                  : "empty");
}

static void
search_changed_cb (GtkSearchEntry *entry, SpLibraryPane *self)
{
  sp_session_search (self->session, gtk_editable_get_text (self->search_entry));
}

static void
search_mode_changed_cb (SpLibraryPane *self)
{
  if (!gtk_search_bar_get_search_mode (self->search_bar))
    gtk_editable_set_text (self->search_entry, "");
}

static gboolean
list_more_cb (GtkWidget *pane)
{
  SpLibraryPane *self = SP_LIBRARY_PANE (pane);
  if (sp_gradual_list_more (self->listed))
    return TRUE;
  select_shown_cb (self);
  return FALSE;
}

static void
policies_changed_cb (SpLibraryPane *self)
{
  GListModel *policies = sp_session_get_policies (self->session);

  if (g_list_model_get_n_items (policies) > gtk_slice_list_model_get_size (self->listed))
    sp_gradual_fill (GTK_WIDGET (self), list_more_cb);
  gtk_widget_set_sensitive (GTK_WIDGET (self->select), g_list_model_get_n_items (policies) > 0);
  show_child_cb (self);
  select_shown_cb (self);
  update_selection_bar_cb (self);
  /* What was found may be gone, and what came may be found too. */
  if (*gtk_editable_get_text (self->search_entry) != '\0')
    sp_session_search (self->session, gtk_editable_get_text (self->search_entry));
}

static void
sp_library_pane_dispose (GObject *object)
{
  SpLibraryPane *self = SP_LIBRARY_PANE (object);

  if (self->queue != NULL)
    gtk_list_box_bind_model (self->queue, NULL, NULL, NULL, NULL);
  if (self->selection != NULL)
    gtk_multi_selection_set_model (self->selection, NULL);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (sp_library_pane_parent_class)->dispose (object);
}

static void
sp_library_pane_class_init (SpLibraryPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sp_library_pane_dispose;
  signals[OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  g_type_ensure (SP_TYPE_TOOLBAR_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/smallprint/Smallprint/ui/sp-library-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, SpLibraryPane, problem);
  gtk_widget_class_bind_template_child (widget_class, SpLibraryPane, problem_text);
  gtk_widget_class_bind_template_child (widget_class, SpLibraryPane, nothing);
  gtk_widget_class_bind_template_child (widget_class, SpLibraryPane, queue);
  gtk_widget_class_bind_template_child (widget_class, SpLibraryPane, queue_scroller);
  gtk_widget_class_bind_template_child (widget_class, SpLibraryPane, list);
  gtk_widget_class_bind_template_child (widget_class, SpLibraryPane, selection);
  gtk_widget_class_bind_template_child (widget_class, SpLibraryPane, listed);
  gtk_widget_class_bind_template_child (widget_class, SpLibraryPane, stack);
  gtk_widget_class_bind_template_child (widget_class, SpLibraryPane, select);
  gtk_widget_class_bind_template_child (widget_class, SpLibraryPane, selection_bar);
  gtk_widget_class_bind_template_child (widget_class, SpLibraryPane, selected_count);
  gtk_widget_class_bind_template_child (widget_class, SpLibraryPane, search_bar);
  gtk_widget_class_bind_template_child (widget_class, SpLibraryPane, search_entry);
  gtk_widget_class_bind_template_child (widget_class, SpLibraryPane, hits);
  gtk_widget_class_bind_template_child (widget_class, SpLibraryPane, hit_count);
  gtk_widget_class_bind_template_callback (widget_class, retry_library_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, queue_row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, select_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, hit_activated_cb);
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
  gtk_search_bar_connect_entry (self->search_bar, self->search_entry);
  g_signal_connect_object (self->search_bar, "notify::search-mode-enabled",
                           G_CALLBACK (search_mode_changed_cb), self, G_CONNECT_SWAPPED);
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
  sp_hit_list_bind (self->hits, sp_session_get_hits (session));
  gtk_slice_list_model_set_model (self->listed, policies);
  g_signal_connect_object (imports, "items-changed", G_CALLBACK (queue_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (policies, "items-changed", G_CALLBACK (policies_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::policy", G_CALLBACK (select_shown_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::problem", G_CALLBACK (select_shown_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::library-problem", G_CALLBACK (show_keeping_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sp_session_get_preferences (session), "notify::keep-library", G_CALLBACK (show_keeping_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "searched", G_CALLBACK (show_child_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  queue_changed_cb (self);
  show_keeping_cb (self);
  policies_changed_cb (self);
}

/**
 * sp_library_pane_search:
 *
 * Opens the search over all policies and puts the caret there.
 */
void
sp_library_pane_search (SpLibraryPane *self)
{
  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

/**
 * sp_library_pane_list_selected:
 *
 * Returns: (transfer full) (element-type SpPolicy): what the reader chose
 */
GPtrArray *
sp_library_pane_list_selected (SpLibraryPane *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GPtrArray *policies = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < gtk_bitset_get_size (selected); i++)
    g_ptr_array_add (policies, g_list_model_get_item (G_LIST_MODEL (self->selection),
                                                      gtk_bitset_get_nth (selected, i)));
  return policies;
}

/**
 * sp_library_pane_stop_selecting:
 *
 * Ends the choice of several policies.
 */
void
sp_library_pane_stop_selecting (SpLibraryPane *self)
{
  gtk_toggle_button_set_active (self->select, FALSE);
  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
  select_shown_cb (self);
}
