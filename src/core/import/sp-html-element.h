/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-html-page.h"

G_BEGIN_DECLS

typedef enum
{
  SP_HTML_INLINE,
  SP_HTML_BLOCK,
  SP_HTML_HEADING,
  SP_HTML_LIST,
  SP_HTML_ITEM,
  SP_HTML_TERM,
  SP_HTML_DEFINITION,
  SP_HTML_TABLE,
  SP_HTML_ROW,
  SP_HTML_CELL,
  SP_HTML_SUMMARY,
  SP_HTML_PREFORMATTED,
  SP_HTML_BREAK,
  SP_HTML_STRONG,
  SP_HTML_LINK,
  SP_HTML_CONTROL,
  SP_HTML_TITLE,
  SP_HTML_METADATA,
  SP_HTML_SKIPPED,
} SpHtmlKind;

/**
 * SpHtmlElement:
 * @is_block: text before, inside and after it are different blocks
 * @is_region: it is a container whose text is weighed as a whole
 * @role: what the element alone says of its content
 * @level: of a heading, 1 to 6; 1 for the header cell of a table
 *
 * What the reader knows of an element.
 */
typedef struct
{
  const char *name;
  SpHtmlKind kind;
  gboolean is_block;
  gboolean is_region;
  SpHtmlRole role;
  guint level;
} SpHtmlElement;

const SpHtmlElement *sp_html_element_find     (const char *name);
SpHtmlRole           sp_html_element_get_role (const SpHtmlElement *self,
                                               const char *const *attributes);
gboolean             sp_html_element_is_strong (const SpHtmlElement *self,
                                               const char *const *attributes);

G_END_DECLS
