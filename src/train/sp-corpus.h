/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-category.h"

G_BEGIN_DECLS

/**
 * SpPiece:
 * @text: words that a reader marked
 * @category: what they were marked for
 */
typedef struct
{
  char *text; /* (owned) */
  SpCategory category;
} SpPiece;

/**
 * SpExample:
 * @policy: (nullable): the document it stands in; neighbours in the list are neighbours there
 * @number: the place in the document as the file gives it, or -1
 * @labels: bit i set: category i is true
 * @targets: the share of readers who gave each category, 0..1
 *
 * One annotated segment.
 */
typedef struct
{
  char *policy; /* (owned) */
  int number;
  char *text; /* (owned) */
  guint labels;
  double targets[SP_N_CATEGORIES];
  GPtrArray *pieces; /* (owned) (element-type SpPiece) */
} SpExample;

/**
 * SpForeignExample:
 * @labels: (element-type utf8): names in another taxonomy
 *
 * A passage of a set that was annotated for other labels.
 */
typedef struct
{
  char *text;        /* (owned) */
  GPtrArray *labels; /* (owned) (element-type utf8) */
} SpForeignExample;

GPtrArray *sp_corpus_read_examples (const char *path, GError **error);
gboolean   sp_corpus_read_pieces (const char *aux_dir, GPtrArray *examples, GError **error);
GPtrArray *sp_corpus_read_foreign (const char *aux_dir, const char *set, GError **error);

extern const char *const sp_corpus_foreign_sets[];

G_END_DECLS
