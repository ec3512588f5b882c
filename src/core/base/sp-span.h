/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-types.h"

G_BEGIN_DECLS

/**
 * SpSpan:
 * @start: first byte
 * @end: one past the last byte
 *
 * A half-open range of bytes in the UTF-8 text of a document, on character boundaries.
 */
typedef struct
{
  gsize start;
  gsize end;
} SpSpan;

static inline SpSpan
sp_span (gsize start, gsize end)
{
  return (SpSpan) { start, end };
}

static inline gsize
sp_span_length (SpSpan span)
{
  return span.end - span.start;
}

static inline gboolean
sp_span_is_empty (SpSpan span)
{
  return span.end <= span.start;
}

static inline gboolean
sp_span_contains (SpSpan outer, SpSpan inner)
{
  return outer.start <= inner.start && inner.end <= outer.end;
}

static inline gboolean
sp_span_overlaps (SpSpan a, SpSpan b)
{
  return a.start < b.end && b.start < a.end;
}

SP_EXPORT int   sp_span_compare (SpSpan a, SpSpan b);
SP_EXPORT char *sp_span_dup_text (SpSpan span, const char *text);

G_END_DECLS
