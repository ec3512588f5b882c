/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-words.h"

G_BEGIN_DECLS

/**
 * SpPoint:
 * @title: one plain sentence or a few words
 * @detail: (nullable): a second line
 * @evidence: (element-type SpEvidence): the clauses it rests on, by place; empty for silence
 *
 * One line of a page, and the door to its clauses.
 */
typedef struct
{
  SpMark mark;
  char *title;
  char *detail;
  GArray *evidence;
} SpPoint;

SpPoint *sp_point_new (SpMark mark, const char *title, const char *detail, GArray *evidence);
SpPoint *sp_point_new_for_cap (const SpCap *cap);
void     sp_point_free (SpPoint *self);
char    *sp_point_dup_key (const SpPoint *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpPoint, sp_point_free)

G_END_DECLS
