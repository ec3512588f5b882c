/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-category.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct
{
  const char *id;
  const char *opp115_name;
  const char *title;
} categories[] = {
  { "first-party", "First Party Collection/Use", N_("Collects and uses") },
  { "third-party", "Third Party Sharing/Collection", N_("Shares") },
  { "choice", "User Choice/Control", N_("Your choices") },
  { "access", "User Access, Edit and Deletion", N_("See, change, delete") },
  { "retention", "Data Retention", N_("How long") },
  { "security", "Data Security", N_("Protection of data") },
  { "policy-change", "Policy Change", N_("Changes") },
  { "do-not-track", "Do Not Track", N_("Do Not Track") },
  { "audiences", "International and Specific Audiences", N_("Children, regions") },
  { "introductory", "Introductory/Generic", N_("Introduction") },
  { "contact", "Privacy contact information", N_("Contact") },
  { "not-covered", "Practice not covered", N_("Other") },
};
G_STATIC_ASSERT (G_N_ELEMENTS (categories) == SP_N_CATEGORIES);

/**
 * sp_category_get_id:
 *
 * Returns: the name in exports, as "first-party"
 */
const char *
sp_category_get_id (SpCategory category)
{
  g_return_val_if_fail ((guint) category < SP_N_CATEGORIES, NULL);
  return categories[category].id;
}

/**
 * sp_category_get_opp115_name:
 *
 * Returns: the name in OPP-115
 */
const char *
sp_category_get_opp115_name (SpCategory category)
{
  g_return_val_if_fail ((guint) category < SP_N_CATEGORIES, NULL);
  return categories[category].opp115_name;
}

/**
 * sp_category_get_title:
 *
 * Returns: a short name for people, translated
 */
const char *
sp_category_get_title (SpCategory category)
{
  g_return_val_if_fail ((guint) category < SP_N_CATEGORIES, NULL);
  return _(categories[category].title);
}

/**
 * sp_category_parse:
 * @name: one of our ids or a name of OPP-115, with or without the prefix "Other: "
 * @category: (out): the category, untouched if there is none
 *
 * Returns: whether @name is a category
 */
gboolean
sp_category_parse (const char *name, SpCategory *category)
{
  if (g_str_has_prefix (name, "Other: "))
    name += strlen ("Other: ");

  for (guint i = 0; i < SP_N_CATEGORIES; i++)
    if (g_str_equal (name, categories[i].id) || g_str_equal (name, categories[i].opp115_name))
      {
        *category = i;
        return TRUE;
      }

  return FALSE;
}
