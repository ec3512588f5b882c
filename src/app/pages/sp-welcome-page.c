/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-welcome-page.h"

#include "sp-policy-row.h"

/* The whole library is in the sidebar. */
#define N_RECENT 5

struct _SpWelcomePage
{
  AdwBin parent_instance;

  GtkWidget *recent_group;
  GtkListBox *recent;

  SpSession *session; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (SpWelcomePage, sp_welcome_page, ADW_TYPE_BIN)

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, SpWelcomePage *self)
{
  sp_session_show_policy (self->session, g_object_get_data (G_OBJECT (row), "policy"));
}

static GtkWidget *
create_row (gpointer item, gpointer user_data)
{
  SpPolicyFacts facts = sp_policy_get_facts (item);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *policy = sp_policy_row_new ();

  gtk_widget_set_margin_start (policy, 12);
  gtk_widget_set_margin_end (policy, 12);
  gtk_widget_set_margin_top (policy, 9);
  gtk_widget_set_margin_bottom (policy, 9);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), policy);
  sp_policy_row_set_facts (SP_POLICY_ROW (policy), &facts);
  g_object_set_data_full (G_OBJECT (row), "policy", g_object_ref (item), g_object_unref);
  return row;
}

static void
policies_changed_cb (SpWelcomePage *self)
{
  GListModel *policies = sp_session_get_policies (self->session);

  gtk_widget_set_visible (self->recent_group, g_list_model_get_n_items (policies) > 0);
}

static void
sp_welcome_page_dispose (GObject *object)
{
  SpWelcomePage *self = SP_WELCOME_PAGE (object);

  g_clear_object (&self->session);
  G_OBJECT_CLASS (sp_welcome_page_parent_class)->dispose (object);
}

static void
sp_welcome_page_class_init (SpWelcomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sp_welcome_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/smallprint/Smallprint/ui/sp-welcome-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SpWelcomePage, recent_group);
  gtk_widget_class_bind_template_child (widget_class, SpWelcomePage, recent);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
sp_welcome_page_init (SpWelcomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sp_welcome_page_set_session:
 *
 * Makes the page follow @session. Called once.
 */
void
sp_welcome_page_set_session (SpWelcomePage *self, SpSession *session)
{
  GListModel *policies = sp_session_get_policies (session);
  g_autoptr (GtkSliceListModel) latest = gtk_slice_list_model_new (g_object_ref (policies), 0, N_RECENT);

  g_set_object (&self->session, session);
  gtk_list_box_bind_model (self->recent, G_LIST_MODEL (latest), create_row, NULL, NULL);
  g_signal_connect_object (policies, "items-changed", G_CALLBACK (policies_changed_cb), self, G_CONNECT_SWAPPED);
  policies_changed_cb (self);
}
