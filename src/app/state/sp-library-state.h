/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "smallprint.h"

G_BEGIN_DECLS

/**
 * SpPolicyFacts:
 * @grade: 'A' to 'E', or 0
 *
 * What is known of a policy without opening it. Strings may be %NULL.
 */
typedef struct
{
  const char *title;
  const char *name;
  const char *domain;
  const char *date;
  const char *language;
  char grade;
  gboolean grade_uncertain;
} SpPolicyFacts;

char *sp_policy_facts_dup_title (const SpPolicyFacts *facts);
char *sp_policy_facts_dup_subtitle (const SpPolicyFacts *facts);
char *sp_policy_facts_dup_letter (const SpPolicyFacts *facts);
char *sp_policy_facts_dup_spoken (const SpPolicyFacts *facts);
char *sp_library_state_dup_found (guint n_hits, gboolean has_more);

G_END_DECLS
