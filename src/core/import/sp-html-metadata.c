/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a page came from and what it says of itself: language, host, the archive that kept it. */

#include "sp-html-metadata.h"

#include <string.h>

#include "sp-markup.h"
#include "sp-wayback.h"

static void
read_address (SpDocumentBuilder *builder, const char *address)
{
  g_autofree char *domain = NULL;
  g_autofree char *date = NULL;

  if (address == NULL || !sp_wayback_read_address (address, &domain, &date))
    return;
  sp_document_builder_set_domain (builder, domain);
  if (date != NULL)
    sp_document_builder_set_snapshot_date (builder, date);
}

/**
 * sp_html_metadata_read_element:
 *
 * Reads html, link and meta elements; of several addresses the last one stands.
 */
void
sp_html_metadata_read_element (SpDocumentBuilder *builder, const char *name,
                               const char *const *attributes)
{
  if (g_str_equal (name, "html"))
    {
      const char *language = sp_markup_find_attribute (attributes, "lang");

      if (language != NULL && *language != '\0')
        sp_document_builder_set_declared_language (builder, language);
    }
  else if (g_str_equal (name, "link"))
    {
      const char *relation = sp_markup_find_attribute (attributes, "rel");

      if (relation != NULL && g_ascii_strcasecmp (relation, "canonical") == 0)
        read_address (builder, sp_markup_find_attribute (attributes, "href"));
    }
  else if (g_str_equal (name, "meta"))
    {
      const char *property = sp_markup_find_attribute (attributes, "property");

      if (property != NULL && g_ascii_strcasecmp (property, "og:url") == 0)
        read_address (builder, sp_markup_find_attribute (attributes, "content"));
    }
}

/**
 * sp_html_metadata_read_source:
 *
 * Reads the comment that browsers put into pages they save: "saved from url=(0042)https://…".
 */
void
sp_html_metadata_read_source (SpDocumentBuilder *builder, const char *text, gsize length)
{
  static const char mark[] = "saved from url=(";
  const char *p = g_strstr_len (text, MIN (length, 2048), mark);
  g_autofree char *address = NULL;

  if (p == NULL)
    return;
  p += strlen (mark);
  p += strspn (p, "0123456789)");
  address = g_strndup (p, strcspn (p, " \t\n>"));
  read_address (builder, address);
}
