/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-types.h"

G_BEGIN_DECLS

/**
 * SpCategory:
 *
 * The twelve labels of a clause: the nine categories of OPP-115 and three values of its “Other”
 * (Wilson et al., “The Creation and Analysis of a Website Privacy Policy Corpus”, ACL 2016).
 */
typedef enum
{
  SP_CATEGORY_FIRST_PARTY,
  SP_CATEGORY_THIRD_PARTY,
  SP_CATEGORY_CHOICE,
  SP_CATEGORY_ACCESS,
  SP_CATEGORY_RETENTION,
  SP_CATEGORY_SECURITY,
  SP_CATEGORY_POLICY_CHANGE,
  SP_CATEGORY_DO_NOT_TRACK,
  SP_CATEGORY_AUDIENCES,
  SP_CATEGORY_INTRODUCTORY,
  SP_CATEGORY_CONTACT,
  SP_CATEGORY_NOT_COVERED,
} SpCategory;

#define SP_N_CATEGORIES 12

SP_EXPORT const char *sp_category_get_id (SpCategory category);
SP_EXPORT const char *sp_category_get_opp115_name (SpCategory category);
SP_EXPORT const char *sp_category_get_title (SpCategory category);
SP_EXPORT gboolean    sp_category_parse (const char *name, SpCategory *category);

G_END_DECLS
