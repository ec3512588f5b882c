/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-types.h"

G_BEGIN_DECLS

/**
 * SpHeadingShape:
 * @n_words: parted by white space
 * @n_known: words that headings of policies are about
 * @is_title: it names a policy: "Privacy Policy"
 * @is_question: it begins with a question word or ends with a question mark
 * @is_upper: it has letters, and all of them are capitals
 * @is_titled: every word of four letters or more begins with a capital
 * @has_verb: a word makes a sentence of it
 * @has_stop: it ends like a sentence or with a comma
 * @has_colon: it ends with a colon
 * @has_year: it has a number like 2021 or a larger one: a line of dates, a post code
 * @starts_well: it begins with a capital or a number
 * @has_known_start: its first word is one that headings begin with
 * @starts_as_sentence: its first word is one that headings do not begin with, as "We"
 * @number_depth: how many parts its number has, as 2 for "1.2 Scope"
 *
 * What tells whether a short line is a heading.
 */
typedef struct
{
  guint n_words;
  guint n_known;
  gboolean is_title;
  gboolean is_question;
  gboolean is_upper;
  gboolean is_titled;
  gboolean has_verb;
  gboolean has_stop;
  gboolean has_colon;
  gboolean has_year;
  gboolean starts_well;
  gboolean has_known_start;
  gboolean starts_as_sentence;
  guint number_depth;
} SpHeadingShape;

SpHeadingShape sp_heading_shape_measure    (const char *text, gsize length);
gboolean       sp_heading_shape_is_heading (const SpHeadingShape *self, guint max_words);

G_END_DECLS
