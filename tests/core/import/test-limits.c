/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Input made to cost much: each must come back soon, with the right text or an error that says why. */

#include "import-test.h"

#include <string.h>

#include "sp-error.h"
#include "sp-limits.h"

static GString *
repeat (const char *part, guint n)
{
  GString *text = g_string_sized_new (strlen (part) * n + 64);

  for (guint i = 0; i < n; i++)
    g_string_append (text, part);
  return text;
}

/* Reads @text; expects error @code, or success if it is -1. Whoever needs quadratic time for these
 * texts meets the time limit that every test program has. */
static SpDocument *
try_reading (const char *name, const GString *text, int code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpDocument) document = import_test_try (name, text->str, text->len, &error);

  if (code >= 0)
    {
      g_assert_error (error, SP_ERROR, code);
      return NULL;
    }
  g_assert_no_error (error);
  import_test_invariants (document);
  return g_steal_pointer (&document);
}

static void
stops_at_deep_markup (void)
{
  g_autoptr (GString) divs = repeat ("<div>", 100000);
  g_autoptr (GString) bold = repeat ("<b>", 100000);
  g_autoptr (GString) quotes = repeat (">", 100000);

  g_string_append (divs, "Words.");
  for (guint i = 0; i < 100000; i++)
    g_string_append (bold, "</i>");
  g_string_append (quotes, " Words.");

  try_reading ("a.html", divs, SP_ERROR_TOO_DEEP);
  try_reading ("a.html", bold, SP_ERROR_TOO_DEEP);
  try_reading ("a.md", quotes, SP_ERROR_TOO_DEEP);
}

static void
reads_what_is_just_not_too_deep (void)
{
  g_autoptr (GString) text = repeat ("<div>", SP_LIMIT_NESTING - 10);
  g_autoptr (SpDocument) document = NULL;

  g_string_append (text, "<p>Words.");
  document = try_reading ("a.html", text, -1);
  g_assert_cmpstr (sp_document_get_text (document, NULL), ==, "Words.");
}

static void
stops_at_endless_errors (void)
{
  g_autoptr (GString) text = repeat ("<b>", 250);

  for (guint i = 0; i < 2000000; i++)
    g_string_append_len (text, "</i>", 4);
  try_reading ("a.html", text, SP_ERROR_PARSE);
}

static void
cuts_huge_tags (void)
{
  g_autoptr (GString) many = g_string_new ("<p>One.</p><p ");
  g_autoptr (GString) large = g_string_new ("<p>One.</p><img src=\"data:");
  g_autoptr (SpDocument) first = NULL;
  g_autoptr (SpDocument) second = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (many, "a%u=\"%u\" ", i, i);
  g_string_append (many, ">Two.</p>");
  for (guint i = 0; i < 100000; i++)
    g_string_append (large, "> <p>");
  g_string_append (large, "\"><p>Two.</p>");

  first = try_reading ("a.html", many, -1);
  g_assert_cmpstr (sp_document_get_text (first, NULL), ==, "One.\n\nTwo.");
  second = try_reading ("a.html", large, -1);
  g_assert_cmpstr (sp_document_get_text (second, NULL), ==, "One.\n\nTwo.");
}

static void
refuses_too_large_files (void)
{
  g_autofree char *bytes = g_malloc (SP_LIMIT_SOURCE_BYTES + 1);
  g_autoptr (GError) error = NULL;

  memset (bytes, 'a', SP_LIMIT_SOURCE_BYTES + 1);
  g_assert_null (import_test_try ("a.txt", bytes, SP_LIMIT_SOURCE_BYTES + 1, &error));
  g_assert_error (error, SP_ERROR, SP_ERROR_TOO_LARGE);
}

/* Each limit says its number and what to do. */
static void
says_which_limit_was_met (void)
{
  g_autoptr (GString) deep = repeat ("<div>", 300);
  g_autoptr (GString) quotes = repeat (">", 300);
  g_autoptr (GString) errors = repeat ("<b>", 250);
  g_autoptr (GString) blocks = repeat ("a\n\n", SP_LIMIT_BLOCKS + 2);
  const struct
  {
    const char *name;
    const GString *text;
    const char *word;
  } cases[] = {
    { "a.html", deep, "256 levels" },
    { "a.md", quotes, "256 levels" },
    { "a.html", errors, "100000 errors" },
    { "a.txt", blocks, "1000000" },
  };

  g_string_append (deep, "Words.");
  g_string_append (quotes, " Words.");
  for (guint i = 0; i < SP_LIMIT_MARKUP_ERRORS + 1; i++)
    g_string_append_len (errors, "</i>", 4);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (import_test_try (cases[i].name, cases[i].text->str, cases[i].text->len, &error));
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, cases[i].word));
    }
}

/* Neither files nor the network nor an entity's own entities are read. */
static void
expands_no_entities_of_the_page (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("SP_TEST_FIXTURES"), "import", "garden-tools.txt", NULL);
  g_autofree char *page = g_strdup_printf (
      "<!DOCTYPE html SYSTEM \"file://%s\" [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
      "<!ENTITY c SYSTEM \"file://%s\"><!ENTITY %% d SYSTEM \"http://shop.example/d\"> %%d;]>"
      "<html><body><p>One &b; two &c; three.</p></body></html>",
      path, path);
  g_autoptr (SpDocument) document = import_test_read ("a.html", page, -1);

  g_assert_null (strstr (sp_document_get_text (document, NULL), "aaaa"));
  g_assert_null (strstr (sp_document_get_text (document, NULL), "spades"));
  g_assert_nonnull (strstr (sp_document_get_text (document, NULL), "three."));
}

static void
reads_hostile_texts_through (void)
{
  static const struct
  {
    const char *name;
    const char *part;
    guint n;
  } cases[] = {
    { "a.txt", "a", 2000000 },
    { "a.txt", "Aa.", 500000 },
    { "a.txt", "word.Data retentionWe keep it. ", 50000 },
    { "a.txt", "Cookies\n", 100000 },
    { "a.txt", "- a\n", 200000 },
    { "a.txt", "why?not", 200000 },
    { "a.txt", "\u00e2\u20ac\u2122", 300000 },
    { "a.txt", "viagra online ", 100000 },
    { "a.txt", "e\u0301\u00ad", 30000 },
    { "a.txt", "x.", 500000 },
    { "a.txt", "- \n\n- a:\n1. b:\n", 100000 },
    { "a.txt", "Terms of Use\n\nNo liability, no warranty.\n\n", 50000 },
    { "a.txt", "&amp;<img &lt;", 200000 },
    { "a.txt", "<a <a ", 300000 },
    { "a.txt", "function(){};", 200000 },
    { "a.html", "<p class=title><i>Data</i>", 100000 },
    { "a.html", "<div class=title><b>", 100 },
    { "a.html", "<header><h2>Privacy</h2><p>x</header>", 50000 },
    { "a.html", "<p>word", 200000 },
    { "a.html", "<![if x]><?y>", 100000 },
    { "a.html", "<table><tr><td>a", 50 },
    { "a.html", "<ul><li>word</ul>", 100000 },
    { "a.html", "<a ", 60000 },
    { "a.html", "<!-- <script> ", 60000 },
    { "a.html", "<a href=\"", 60000 },
    { "a.html", "<p>&amp;&#x2019;&nosuch;", 60000 },
    { "a.html", "<a href=/x>Link</a><p>", 100000 },
    { "a.md", "**a", 100000 },
    { "a.md", "[a](", 50000 },
    { "a.md", "| a | b |\n", 100000 },
    { "a.md", "* a\n", 100000 },
    { "a.md", "<p>x\n\n", 50000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) text = repeat (cases[i].part, cases[i].n);
      g_autoptr (SpDocument) document = NULL;

      g_test_message ("%s", cases[i].part);
      g_string_prepend (text, "The start.\n\n");
      document = try_reading (cases[i].name, text, -1);
      g_assert_nonnull (document);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/limits/stops_at_deep_markup", stops_at_deep_markup);
  g_test_add_func ("/core/limits/reads_what_is_just_not_too_deep", reads_what_is_just_not_too_deep);
  g_test_add_func ("/core/limits/stops_at_endless_errors", stops_at_endless_errors);
  g_test_add_func ("/core/limits/cuts_huge_tags", cuts_huge_tags);
  g_test_add_func ("/core/limits/refuses_too_large_files", refuses_too_large_files);
  g_test_add_func ("/core/limits/says_which_limit_was_met", says_which_limit_was_met);
  g_test_add_func ("/core/limits/expands_no_entities_of_the_page", expands_no_entities_of_the_page);
  g_test_add_func ("/core/limits/reads_hostile_texts_through", reads_hostile_texts_through);
  return g_test_run ();
}
