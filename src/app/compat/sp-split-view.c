/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-split-view-private.h"

enum
{
  PROP_0,
  PROP_COLLAPSED,
  PROP_SIDEBAR_TITLE,
  PROP_CONTENT_TITLE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];
static GtkBuildableIface *parent_buildable;

static void buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SpSplitView, sp_split_view, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

static void
add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  SpSplitView *self = SP_SPLIT_VIEW (buildable);

  if (g_strcmp0 (type, "sidebar") == 0)
    _sp_split_view_set_part (self, self->sidebar, GTK_WIDGET (child));
  else if (g_strcmp0 (type, "content") == 0)
    _sp_split_view_set_part (self, self->content, GTK_WIDGET (child));
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
sp_split_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_COLLAPSED)
    g_value_set_boolean (value, sp_split_view_get_collapsed (SP_SPLIT_VIEW (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sp_split_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SpSplitView *self = SP_SPLIT_VIEW (object);

  if (id == PROP_SIDEBAR_TITLE)
    _sp_split_view_set_title (self->sidebar, g_value_get_string (value));
  else if (id == PROP_CONTENT_TITLE)
    _sp_split_view_set_title (self->content, g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sp_split_view_class_init (SpSplitViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = sp_split_view_get_property;
  object_class->set_property = sp_split_view_set_property;
  properties[PROP_COLLAPSED] = g_param_spec_boolean ("collapsed", NULL, NULL, FALSE,
                                                     G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SIDEBAR_TITLE] = g_param_spec_string ("sidebar-title", NULL, NULL, "",
                                                        G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CONTENT_TITLE] = g_param_spec_string ("content-title", NULL, NULL, "",
                                                        G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sp_split_view_init (SpSplitView *self)
{
  self->show_sidebar = TRUE;
  _sp_split_view_arrange (self);
}

void
_sp_split_view_notify_collapsed (SpSplitView *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COLLAPSED]);
}

/**
 * sp_split_view_get_show_sidebar:
 *
 * Returns: whether the sidebar is seen where there is room for both
 */
gboolean
sp_split_view_get_show_sidebar (SpSplitView *self)
{
  return self->show_sidebar;
}
