/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-json-writer.h"
#include "sp-review.h"
#include "sp-text-utils.h"

G_BEGIN_DECLS

/**
 * SpRemark:
 * @finding: (nullable): the finding that is wrong here; %NULL for a correction of tags
 * @categories: the tags that the clause should have, one bit for each #SpCategory
 * @start: code points of the text that it was made on
 * @end: one past the last
 * @quote: the words there
 *
 * An objection to one place.
 */
typedef struct
{
  char *finding; /* (owned) (nullable) */
  guint categories;
  gsize start;
  gsize end;
  char *quote; /* (owned) */
} SpRemark;

/**
 * SpReview:
 * @dismissed: (element-type utf8): findings that are wrong everywhere, by id
 * @remarks: (element-type SpRemark): by place, then by finding
 */
struct _SpReview
{
  gatomicrefcount ref_count;
  GPtrArray *dismissed; /* (owned) */
  GPtrArray *remarks;   /* (owned) */
};

SpRemark *sp_remark_new (const char *finding, guint categories, gsize start, gsize end, const char *quote);
void      sp_review_add_dismissed (SpReview *self, const char *finding);
void      sp_review_add_remark (SpReview *self, SpRemark *remark);

void sp_review_write_placed (SpAnalysis *analysis, const SpOffsetMap *offsets, SpJsonWriter *json);

/**
 * SpOverride:
 * @remark: (not owned): of the review
 * @span: where its words stand in the text at hand
 * @segment: that holds @span
 */
typedef struct
{
  const SpRemark *remark;
  SpSpan span;
  guint segment;
} SpOverride;

/**
 * SpOverrides:
 * @review: (owned): what is placed here
 * @places: (element-type SpOverride): remarks that found their words, by place
 * @unplaced: (element-type SpRemark): those that did not
 *
 * A review laid on one text.
 */
struct _SpOverrides
{
  SpReview *review;
  GArray *places;
  GPtrArray *unplaced;
};

SpOverrides *sp_overrides_new (SpReview *review, SpSegmentation *segmentation);
void         sp_overrides_free (SpOverrides *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpOverrides, sp_overrides_free)

gboolean   sp_overrides_dismiss (const SpOverrides *self, const char *finding, SpSpan span);
guint      sp_overrides_count_categories (const SpOverrides *self, SpTagging *tagging, guint n_segments);
gboolean   sp_overrides_get_tags (const SpOverrides *self, guint segment, guint *categories);
GPtrArray *sp_overrides_filter_findings (const SpOverrides *self, SpPractices *practices);

G_END_DECLS
