/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-document-builder.h"

/* A page as the HTML reader first sees it: all its blocks in reading order, each knowing the
 * innermost container it stands in. No tree of elements is kept. */

G_BEGIN_DECLS

/**
 * SpHtmlRole:
 * @SP_HTML_ROLE_MAIN: the page itself says that this is its content
 * @SP_HTML_ROLE_FRAME: navigation, header, footer, sidebar, dialog, form controls
 * @SP_HTML_ROLE_NAMED: its class or id only sounds like a frame
 * @SP_HTML_ROLE_HIDDEN: not shown until something is clicked; may be an accordion
 */
typedef enum
{
  SP_HTML_ROLE_PLAIN,
  SP_HTML_ROLE_MAIN,
  SP_HTML_ROLE_FRAME,
  SP_HTML_ROLE_NAMED,
  SP_HTML_ROLE_HIDDEN,
} SpHtmlRole;

#define SP_HTML_NONE G_MAXUINT

/**
 * SpHtmlRegion:
 * @is_headed: a short line without a stop stands right before it, as what unfolds it
 * @parent: index of the region around it, smaller than its own; %SP_HTML_NONE for the page itself
 * @n_prose: words of running text inside; as the other numbers, inner regions included, once counted
 * @n_topic: those of them that policies are made of, as "privacy"
 * @n_text: bytes of text
 * @n_link: bytes of it that are links to other pages
 *
 * A container: div, section, table cell and the like.
 */
typedef struct
{
  SpHtmlRole role;
  gboolean is_headed;
  guint parent;
  guint n_prose;
  guint n_topic;
  gsize n_text;
  gsize n_link;
} SpHtmlRegion;

/**
 * SpHtmlTable:
 * @parent: index of the table around it, or %SP_HTML_NONE
 * @has_headings: headings stand in its cells: it lays out a page
 */
typedef struct
{
  guint parent;
  gboolean has_inner;
  gboolean has_headings;
  gboolean has_header_cells;
} SpHtmlTable;

/**
 * SpHtmlPiece:
 * @n_link: bytes of its text that are links to other pages
 * @cell: counts the cells of the page; 0 outside tables
 */
typedef struct
{
  SpDraftBlock *draft; /* (owned) (nullable): taken by whoever is done with it */
  guint region;
  gsize n_link;
  guint table;
  guint row;
  guint cell;
} SpHtmlPiece;

typedef struct
{
  GArray *regions; /* (owned) (element-type SpHtmlRegion): the first is the page itself */
  GArray *tables;  /* (owned) (element-type SpHtmlTable) */
  GArray *pieces;  /* (owned) (element-type SpHtmlPiece) */
} SpHtmlPage;

void sp_html_tables_join   (SpHtmlPage *page);
void sp_html_content_select (SpHtmlPage *page);

G_END_DECLS
