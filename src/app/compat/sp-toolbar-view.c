/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-toolbar-view-private.h"

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_STACK,
  PROP_SHOW_SWITCHER,
  PROP_SWITCHER_WIDTH,
  PROP_SHOW_TITLE_BUTTONS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];
static GtkBuildableIface *parent_buildable;

static void buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SpToolbarView, sp_toolbar_view, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

static void
add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  SpToolbarView *self = SP_TOOLBAR_VIEW (buildable);

  if (g_strcmp0 (type, "start") == 0)
    adw_header_bar_pack_start (self->header, GTK_WIDGET (child));
  else if (g_strcmp0 (type, "end") == 0)
    adw_header_bar_pack_end (self->header, GTK_WIDGET (child));
  else if (type == NULL && GTK_IS_WIDGET (child))
    adw_bin_set_child (self->content, GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = add_child;
}

static void
sp_toolbar_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SpToolbarView *self = SP_TOOLBAR_VIEW (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, adw_window_title_get_title (self->title));
      break;
    case PROP_STACK:
      g_value_set_object (value, adw_view_switcher_get_stack (self->switcher));
      break;
    case PROP_SHOW_SWITCHER:
      g_value_set_boolean (value, self->show_switcher);
      break;
    case PROP_SWITCHER_WIDTH:
      g_value_set_int (value, self->switcher_width);
      break;
    case PROP_SHOW_TITLE_BUTTONS:
      g_value_set_boolean (value, adw_header_bar_get_show_end_title_buttons (self->header));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sp_toolbar_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SpToolbarView *self = SP_TOOLBAR_VIEW (object);

  switch (id)
    {
    case PROP_TITLE:
      sp_toolbar_view_set_title (self, g_value_get_string (value));
      break;
    case PROP_STACK:
      adw_view_switcher_set_stack (self->switcher, g_value_get_object (value));
      adw_view_switcher_bar_set_stack (self->switcher_bar, g_value_get_object (value));
      break;
    case PROP_SHOW_SWITCHER:
      sp_toolbar_view_set_show_switcher (self, g_value_get_boolean (value));
      break;
    case PROP_SWITCHER_WIDTH:
      self->switcher_width = g_value_get_int (value);
      break;
    case PROP_SHOW_TITLE_BUTTONS:
      adw_header_bar_set_show_start_title_buttons (self->header, g_value_get_boolean (value));
      adw_header_bar_set_show_end_title_buttons (self->header, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sp_toolbar_view_class_init (SpToolbarViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = sp_toolbar_view_get_property;
  object_class->set_property = sp_toolbar_view_set_property;
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  properties[PROP_STACK] = g_param_spec_object ("stack", NULL, NULL, ADW_TYPE_VIEW_STACK, flags);
  properties[PROP_SHOW_SWITCHER] = g_param_spec_boolean ("show-switcher", NULL, NULL, FALSE, flags);
  properties[PROP_SWITCHER_WIDTH] = g_param_spec_int ("switcher-width", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_SHOW_TITLE_BUTTONS] =
    g_param_spec_boolean ("show-title-buttons", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sp_toolbar_view_init (SpToolbarView *self)
{
  self->header = ADW_HEADER_BAR (adw_header_bar_new ());
  self->title = ADW_WINDOW_TITLE (adw_window_title_new ("", ""));
  self->switcher = ADW_VIEW_SWITCHER (adw_view_switcher_new ());
  self->switcher_bar = ADW_VIEW_SWITCHER_BAR (adw_view_switcher_bar_new ());
  self->content = ADW_BIN (adw_bin_new ());
  adw_view_switcher_set_policy (self->switcher, ADW_VIEW_SWITCHER_POLICY_WIDE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->content), TRUE);
  _sp_toolbar_view_arrange (self);
  _sp_toolbar_view_update (self);
}

void
sp_toolbar_view_set_title (SpToolbarView *self, const char *title)
{
  adw_window_title_set_title (self->title, title);
}

void
sp_toolbar_view_set_show_switcher (SpToolbarView *self, gboolean show_switcher)
{
  self->show_switcher = show_switcher;
  _sp_toolbar_view_update (self);
}
