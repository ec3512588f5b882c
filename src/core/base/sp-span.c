/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-span.h"

/**
 * sp_span_compare:
 *
 * Orders spans by their start, then by their end.
 *
 * Returns: negative, zero or positive
 */
int
sp_span_compare (SpSpan a, SpSpan b)
{
  if (a.start != b.start)
    return a.start < b.start ? -1 : 1;
  if (a.end != b.end)
    return a.end < b.end ? -1 : 1;
  return 0;
}

/**
 * sp_span_dup_text:
 * @text: the UTF-8 text that @span belongs to
 *
 * Returns: (transfer full): the words of @span
 */
char *
sp_span_dup_text (SpSpan span, const char *text)
{
  g_return_val_if_fail (span.start <= span.end, NULL);

  return g_strndup (text + span.start, sp_span_length (span));
}
