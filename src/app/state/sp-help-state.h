/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SpHelpKind:
 *
 * What a part of a page is.
 */
typedef enum
{
  SP_HELP_PARAGRAPH,
  SP_HELP_ITEM,
  SP_HELP_NOTE,
  SP_HELP_SECTION,
} SpHelpKind;

/**
 * SpHelpPart:
 * @id: (nullable): of a section, what pages name as their place
 * @text: as translators get it, with the tags of its inline elements
 */
typedef struct
{
  SpHelpKind kind;
  char *id;
  char *text;
} SpHelpPart;

/**
 * SpHelpPage:
 * @guide: (nullable): the page that leads here, with the section, as “index#read”
 * @parts: (element-type SpHelpPart): from top to bottom
 *
 * A page of the help, of the few elements of Mallard that we use: title, desc, guide link, section, list
 * of items, note, paragraphs; in them em, gui, key, keyseq, cmd, link.
 */
typedef struct
{
  char *id;
  char *title;
  char *desc;
  char *guide;
  GPtrArray *parts;
} SpHelpPage;

SpHelpPage *sp_help_page_new (const char *xml, gsize length, GError **error);
void        sp_help_page_free (SpHelpPage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpHelpPage, sp_help_page_free)

char       *sp_help_dup_markup (const char *text);
const char *sp_help_get_topic (const char *page);

G_END_DECLS
