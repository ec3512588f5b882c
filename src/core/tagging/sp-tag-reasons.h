/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-features.h"

G_BEGIN_DECLS

/**
 * SpTagReason:
 * @weight: how much the words speak for a tag, above 0; only its size beside others counts
 *
 * Words of a text that spoke for a tag.
 */
typedef struct
{
  SpSpan span;
  double weight;
} SpTagReason;

/**
 * SP_MAX_TAG_REASONS:
 *
 * More would tell nothing.
 */
#define SP_MAX_TAG_REASONS 6

GArray *sp_tag_reasons_find (const char *text, gsize from, const SpFeatureTrace *trace,
                             const double *weights);

G_END_DECLS
