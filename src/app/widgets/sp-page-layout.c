/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gives a page that scrolls all the room there is.
 *
 * How high the page would like to be makes no difference then; but containers ask, and to answer, all of
 * its text would be set in a width that it never gets. */
#include "config.h"

#include "sp-page-layout.h"

/* Room for a bar and a few lines. */
#define LEAST_HEIGHT 160

struct _SpPageLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (SpPageLayout, sp_page_layout, GTK_TYPE_LAYOUT_MANAGER)

static void
sp_page_layout_measure (GtkLayoutManager *layout, GtkWidget *widget, GtkOrientation orientation,
                        int for_size, int *minimum, int *natural, int *minimum_baseline,
                        int *natural_baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = LEAST_HEIGHT;
  else if (child != NULL)
    gtk_widget_measure (child, orientation, -1, minimum, natural, NULL, NULL);
}

static void
sp_page_layout_allocate (GtkLayoutManager *layout, GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (child != NULL)
    gtk_widget_size_allocate (child, &(GtkAllocation) { 0, 0, width, height }, -1);
}

static void
sp_page_layout_class_init (SpPageLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->measure = sp_page_layout_measure;
  layout_class->allocate = sp_page_layout_allocate;
}

static void
sp_page_layout_init (SpPageLayout *self)
{
}
