/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "smallprint.h"

G_BEGIN_DECLS

/**
 * SpMark:
 * @SP_MARK_NOT_SAID: what the policy does not appear to say; between the warnings and the rest
 *
 * How a point is marked for the reader: the severities, and silence. The gravest first.
 */
typedef enum
{
  SP_MARK_CRITICAL,
  SP_MARK_SERIOUS,
  SP_MARK_CAUTION,
  SP_MARK_NOT_SAID,
  SP_MARK_GOOD,
  SP_MARK_NOTE,
} SpMark;

#define SP_N_MARKS 6

SpMark      sp_mark_from_severity (SpSeverity severity);
const char *sp_mark_get_title (SpMark mark);
const char *sp_mark_get_icon_name (SpMark mark);
const char *sp_mark_get_style_class (SpMark mark);

char *sp_category_dup_icon_name (SpCategory category);
char *sp_category_dup_style_class (SpCategory category);

char *sp_words_dup_confidence (double confidence);
char *sp_words_dup_grade (const SpScores *scores);
char *sp_words_dup_date (const char *date);
char *sp_words_dup_capitalized (const char *text);
char *sp_words_dup_lower (const char *title);
char *sp_words_dup_translated (const char *text);
char *sp_words_dup_disclaimer (void);

G_END_DECLS
