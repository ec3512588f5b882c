/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-pane-view-private.h"

enum
{
  PROP_0,
  PROP_SHOW_PANE,
  PROP_PANE_POSITION,
  PROP_COLLAPSED,
  PROP_CONTENT_WIDTH,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];
static GtkBuildableIface *parent_buildable;

static void buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SpPaneView, sp_pane_view, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

static void
add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  SpPaneView *self = SP_PANE_VIEW (buildable);

  if (g_strcmp0 (type, "pane") == 0)
    _sp_pane_view_set_pane (self, GTK_WIDGET (child));
  else if (type == NULL && GTK_IS_WIDGET (child))
    _sp_pane_view_set_content (self, GTK_WIDGET (child));
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
sp_pane_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SpPaneView *self = SP_PANE_VIEW (object);

  if (id == PROP_SHOW_PANE)
    g_value_set_boolean (value, self->show_pane);
  else if (id == PROP_PANE_POSITION)
    g_value_set_enum (value, self->pane_position);
  else if (id == PROP_COLLAPSED)
    g_value_set_boolean (value, self->collapsed);
  else if (id == PROP_CONTENT_WIDTH)
    g_value_set_int (value, self->content_width);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sp_pane_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SpPaneView *self = SP_PANE_VIEW (object);

  if (id == PROP_SHOW_PANE)
    self->show_pane = g_value_get_boolean (value);
  else if (id == PROP_PANE_POSITION)
    self->pane_position = g_value_get_enum (value);
  else if (id == PROP_COLLAPSED)
    self->collapsed = g_value_get_boolean (value);
  else if (id == PROP_CONTENT_WIDTH)
    self->content_width = g_value_get_int (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sp_pane_view_class_init (SpPaneViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = sp_pane_view_get_property;
  object_class->set_property = sp_pane_view_set_property;
  properties[PROP_SHOW_PANE] = g_param_spec_boolean ("show-pane", NULL, NULL, TRUE, flags);
  properties[PROP_PANE_POSITION] =
    g_param_spec_enum ("pane-position", NULL, NULL, GTK_TYPE_PACK_TYPE, GTK_PACK_START, flags);
  properties[PROP_COLLAPSED] = g_param_spec_boolean ("collapsed", NULL, NULL, FALSE, flags);
  properties[PROP_CONTENT_WIDTH] = g_param_spec_int ("content-width", NULL, NULL, 0, G_MAXINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sp_pane_view_init (SpPaneView *self)
{
  self->show_pane = TRUE;
  _sp_pane_view_arrange (self);
  adw_bin_set_child (ADW_BIN (self), self->view);
}

gboolean
sp_pane_view_get_collapsed (SpPaneView *self)
{
  return self->collapsed;
}

void
sp_pane_view_set_show_pane (SpPaneView *self, gboolean show_pane)
{
  g_object_set (self, "show-pane", show_pane, NULL);
}
