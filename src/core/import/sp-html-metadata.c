/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a page came from and what it says of itself: language, host, the archive that kept it. */

#include "sp-html-metadata.h"

#include <string.h>

#include "sp-markup.h"
#include "sp-wayback.h"

/* How far into a page the notes of browsers and archives stand. */
#define SOURCE_START 2048
#define ARCHIVE_START 16384

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

/* Browsers note where they saved a page from: "saved from url=(0042)https://…". */
static void
read_saved_from (SpDocumentBuilder *builder, const char *text, gsize length)
{
  static const char mark[] = "saved from url=(";
  const char *p = g_strstr_len (text, MIN (length, SOURCE_START), mark);
  g_autofree char *address = NULL;

  if (p == NULL)
    return;
  p += strlen (mark);
  p += strspn (p, "0123456789)");
  address = g_strndup (p, strcspn (p, " \t\n>"));
  read_address (builder, address);
}

/* The Wayback Machine calls its script with the page's address and the moment of the snapshot:
 * __wm.wombat("http://…","20190605162812",…). */
static void
read_archive_call (SpDocumentBuilder *builder, const char *text, gsize length)
{
  static const char mark[] = "__wm.wombat(\"";
  const char *p = g_strstr_len (text, MIN (length, ARCHIVE_START), mark);
  g_autofree char *address = NULL;
  g_autofree char *archived = NULL;
  gsize n;

  if (p == NULL)
    return;
  p += strlen (mark);
  n = strcspn (p, "\"\n");
  address = g_strndup (p, n);
  p += n;
  p += strspn (p, "\", ");
  archived = g_strdup_printf ("https://web.archive.org/web/%.14s/%s", p, address);
  read_address (builder, archived);
}

/**
 * sp_html_metadata_read_source:
 *
 * Reads what browsers and archives leave in the source of pages they save.
 */
void
sp_html_metadata_read_source (SpDocumentBuilder *builder, const char *text, gsize length)
{
  read_saved_from (builder, text, length);
  read_archive_call (builder, text, length);
}
