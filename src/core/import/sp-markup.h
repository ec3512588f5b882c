/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-types.h"

G_BEGIN_DECLS

/**
 * SpMarkupHandler:
 * @start_element: @name in lower case; @attributes: (nullable): name, value, name, value, …, %NULL;
 *   a value may be %NULL
 * @end_element: for every element that was started, in order
 * @text: valid UTF-8, not NUL-terminated
 *
 * What is called while markup is parsed.
 */
typedef struct
{
  void (*start_element) (const char *name, const char *const *attributes, gpointer user_data);
  void (*end_element) (const char *name, gpointer user_data);
  void (*text) (const char *text, gsize length, gpointer user_data);
} SpMarkupHandler;

gboolean sp_markup_parse_html (const char *text, gsize length, const SpMarkupHandler *handler,
                               gpointer user_data, GCancellable *cancellable, GError **error);

const char *sp_markup_find_attribute (const char *const *attributes, const char *name);

G_END_DECLS
