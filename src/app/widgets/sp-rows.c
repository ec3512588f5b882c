/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows that several pages are made of. Each one that has words behind it leads to them, by the
 * action "win.reveal". */
#include "config.h"

#include "sp-rows.h"

#include "sp-accessible.h"
#include "sp-column-layout.h"
#include "sp-tooltip.h"

#include <glib/gi18n.h>

/**
 * sp_heading_new:
 *
 * Returns: (transfer floating): the heading of a part of a page
 */
GtkWidget *
sp_heading_new (const char *text)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_widget_add_css_class (label, "heading");
  return label;
}

/**
 * sp_chip_label_new:
 *
 * Returns: (transfer floating): the words of a chip, cut short only where a whole line has no room for them
 */
GtkWidget *
sp_chip_label_new (const char *text)
{
  return g_object_new (GTK_TYPE_LABEL, "label", text, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
}

/**
 * sp_icon_image_new:
 * @text: what the icon stands for
 *
 * Returns: (transfer floating): an icon with its hue and its word
 */
GtkWidget *
sp_icon_image_new (const char *icon_name, const char *style_class, const char *text)
{
  GtkWidget *image = gtk_image_new_from_icon_name (icon_name);

  gtk_widget_add_css_class (image, style_class);
  gtk_widget_set_valign (image, GTK_ALIGN_CENTER);
  sp_tooltip_set (image, text);
  sp_accessible_set_name (image, text);
  return image;
}

/**
 * sp_mark_image_new:
 *
 * Returns: (transfer floating): icon and hue of @mark, with its word
 */
GtkWidget *
sp_mark_image_new (SpMark mark)
{
  return sp_icon_image_new (sp_mark_get_icon_name (mark), sp_mark_get_style_class (mark), sp_mark_get_title (mark));
}

/**
 * sp_category_image_new:
 *
 * Returns: (transfer floating): icon and hue of @category, with its name
 */
GtkWidget *
sp_category_image_new (SpCategory category)
{
  g_autofree char *icon_name = sp_category_dup_icon_name (category);
  g_autofree char *style_class = sp_category_dup_style_class (category);

  return sp_icon_image_new (icon_name, style_class, sp_category_get_title (category));
}

/**
 * sp_lead_to_evidence:
 *
 * Makes an activation show the quoted words in their place.
 */
void
sp_lead_to_evidence (GtkActionable *actionable, const SpEvidence *evidence)
{
  gtk_actionable_set_action_name (actionable, "win.reveal");
  gtk_actionable_set_action_target (actionable, "(utt)", (guint32) evidence->segment,
                                    (guint64) evidence->span.start, (guint64) evidence->span.end);
}

/* What the row leads to: the quoted words, or the findings where there are none. */
static void
make_door (GtkWidget *row, const SpEvidence *evidence)
{
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  gtk_widget_add_css_class (arrow, "dim-label");
  gtk_accessible_update_state (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  if (evidence == NULL)
    gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (row), "win.show-page::findings");
  else
    sp_lead_to_evidence (GTK_ACTIONABLE (row), evidence);
}

/**
 * sp_row_set_spoken:
 *
 * Makes a row read out one sentence, and not its title again.
 */
void
sp_row_set_spoken (GtkWidget *row, const char *text)
{
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  sp_accessible_set_name (row, text);
}

/* Wrapped text is narrowed to this when a row is asked how small it can be, not to a letter a line. */
#define LEAST_CHARS 8

/* As libadwaita's own. */
#define TITLE_SPACING 3

static void
quicken_titles (GtkWidget *box)
{
  gtk_widget_set_layout_manager (box, sp_column_layout_new (TITLE_SPACING));
  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LABEL (child))
      gtk_label_set_width_chars (GTK_LABEL (child), LEAST_CHARS);
}

/**
 * sp_rows_quicken:
 * @widget: a row, or what holds rows
 *
 * Rows are measured by the dozen in one frame: what libadwaita sets their words in is too slow for that.
 */
void
sp_rows_quicken (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_BOX (child) && gtk_widget_has_css_class (child, "title"))
      quicken_titles (child);
    else
      sp_rows_quicken (child);
}

static GtkWidget *
row_new (const char *title, const char *subtitle)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title, "subtitle",
                       subtitle != NULL ? subtitle : "", "title-lines", 0, "subtitle-lines", 0, NULL);

  sp_rows_quicken (row);
  return row;
}

static GtkWidget *
count_label_new (guint n)
{
  g_autofree char *text = g_strdup_printf ("%u", n);
  g_autofree char *spoken = g_strdup_printf (ngettext ("%u clause", "%u clauses", n), n);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "dim-label");
  sp_tooltip_set (label, spoken);
  sp_accessible_set_name (label, spoken);
  return label;
}

/**
 * sp_point_row_new:
 *
 * Returns: (transfer floating): a row that leads to the first clause behind @point, or to the findings
 *   where there is none
 */
GtkWidget *
sp_point_row_new (const SpPoint *point)
{
  GtkWidget *row = row_new (point->title, point->detail);
  g_autofree char *spoken = g_strdup_printf ("%s: %s", sp_mark_get_title (point->mark), point->title);

  sp_row_set_spoken (row, spoken);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), sp_mark_image_new (point->mark));
  if (point->evidence->len > 1)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), count_label_new (point->evidence->len));
  make_door (row, point->evidence->len > 0 ? &g_array_index (point->evidence, SpEvidence, 0) : NULL);
  return row;
}

/**
 * sp_quote_row_new:
 *
 * Returns: (transfer floating): a row that leads to the quoted words
 */
GtkWidget *
sp_quote_row_new (const char *text, const SpEvidence *evidence)
{
  /* Translators: quotation marks around the policy's own words */
  g_autofree char *quoted = g_strdup_printf (_("“%s”"), text);
  GtkWidget *row = row_new (quoted, NULL);

  gtk_widget_add_css_class (row, "quote");
  gtk_widget_set_tooltip_text (row, _("Show in the policy"));
  sp_row_set_spoken (row, quoted);
  make_door (row, evidence);
  return row;
}

/* The terms stand among the findings too: two lines of them are enough. */
#define MAX_LIMIT_LINES 2

static GtkWidget *
detailed_limit_row_new (const SpPoint *point)
{
  GtkWidget *row = sp_point_row_new (point);

  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), MAX_LIMIT_LINES);
  sp_tooltip_set (row, point->detail);
  return row;
}

/**
 * sp_limit_row_new:
 *
 * Returns: (transfer floating): a row of what limits a grade; one that rests on no clause leads nowhere
 */
GtkWidget *
sp_limit_row_new (const SpPoint *point)
{
  GtkWidget *row;

  if (point->evidence->len > 0)
    return point->detail != NULL ? detailed_limit_row_new (point) : sp_point_row_new (point);
  row = point->detail != NULL ? sp_prose_row_new (point->title, point->detail) : sp_prose_row_new (NULL, point->title);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), sp_mark_image_new (point->mark));
  return row;
}

/**
 * sp_statement_row_new:
 * @words: what is said, in plain form
 * @quote: the policy's own words
 *
 * Returns: (transfer floating): a row that leads to the quoted words
 */
GtkWidget *
sp_statement_row_new (const char *words, const char *quote, const SpEvidence *evidence)
{
  /* Translators: quotation marks around the policy's own words */
  g_autofree char *quoted = g_strdup_printf (_("“%s”"), quote);
  GtkWidget *row = row_new (words, quoted);

  gtk_widget_add_css_class (row, "statement");
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  gtk_widget_set_tooltip_text (row, _("Show in the policy"));
  sp_row_set_spoken (row, words);
  make_door (row, evidence);
  return row;
}

/**
 * sp_prose_row_new:
 * @heading: (nullable): a few words above it
 *
 * Returns: (transfer floating): a row of plain text
 */
GtkWidget *
sp_prose_row_new (const char *heading, const char *text)
{
  GtkWidget *row = heading != NULL ? row_new (heading, text) : row_new (text, NULL);
  g_autofree char *spoken = heading != NULL ? g_strdup_printf ("%s: %s", heading, text) : g_strdup (text);

  gtk_widget_add_css_class (row, heading != NULL ? "advice" : "prose");
  sp_row_set_spoken (row, spoken);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}

/**
 * sp_property_row_new:
 * @name: what it is, in few words
 *
 * Returns: (transfer floating): a row in which the value counts, and not its name
 */
GtkWidget *
sp_property_row_new (const char *name, const char *value)
{
  GtkWidget *row = sp_prose_row_new (name, value);

  gtk_widget_add_css_class (row, "property");
  return row;
}

/* The row inside a row that unfolds: it has the focus, and so it is what is heard. */
static GtkWidget *
find_head (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *head = ADW_IS_ACTION_ROW (child) ? child : find_head (child);

      if (head != NULL)
        return head;
    }
  return NULL;
}

/**
 * sp_row_focus:
 *
 * Gives a row the focus, whether it unfolds or not.
 */
void
sp_row_focus (GtkWidget *row)
{
  GtkWidget *head = find_head (row);

  gtk_widget_grab_focus (head != NULL ? head : row);
}

/* What fills a row, kept with it. */
typedef struct
{
  SpFillFunc fill;
  gpointer user_data;
} Filling;

static void
unfolded_cb (AdwExpanderRow *row, GParamSpec *pspec, gpointer user_data)
{
  Filling *filling = g_object_steal_data (G_OBJECT (row), "sp-filling");

  if (filling == NULL)
    return;
  filling->fill (row, filling->user_data);
  g_free (filling);
}

/**
 * sp_unfolding_row_new:
 * @subtitle: (nullable): a second line
 * @spoken: the row in one sentence
 * @image: what stands before it
 * @user_data: (unowned): for @fill; outlives the row
 *
 * Returns: (transfer floating): a row that is filled when it is unfolded first: hundreds of rows that
 *   nobody looks into would make a page slow
 */
GtkWidget *
sp_unfolding_row_new (const char *title, const char *subtitle, const char *spoken, GtkWidget *image,
                      SpFillFunc fill, gpointer user_data)
{
  GtkWidget *row = g_object_new (ADW_TYPE_EXPANDER_ROW, "use-markup", FALSE, "title", title, "subtitle",
                                 subtitle != NULL ? subtitle : "", NULL);
  Filling *filling = g_new0 (Filling, 1);

  filling->fill = fill;
  filling->user_data = user_data;
  g_object_set_data_full (G_OBJECT (row), "sp-filling", filling, g_free);
  g_signal_connect (row, "notify::expanded", G_CALLBACK (unfolded_cb), NULL);
  sp_rows_quicken (row);
  sp_row_set_spoken (row, spoken);
  if (find_head (row) != NULL)
    sp_row_set_spoken (find_head (row), spoken);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), image);
  return row;
}

/**
 * sp_expander_row_add_quotes:
 * @quotes: (element-type SpQuote)
 *
 * Adds a row for each.
 */
void
sp_expander_row_add_quotes (AdwExpanderRow *row, const GPtrArray *quotes)
{
  for (guint i = 0; i < quotes->len; i++)
    {
      const SpQuote *quote = g_ptr_array_index (quotes, i);

      adw_expander_row_add_row (row, sp_quote_row_new (quote->text, &quote->evidence));
    }
}

/**
 * sp_boxed_list_new:
 * @name: what assistive technology calls it
 *
 * Returns: (transfer floating): an empty list
 */
GtkWidget *
sp_boxed_list_new (const char *name)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  sp_accessible_set_name (list, name);
  return list;
}
