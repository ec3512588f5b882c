/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One policy by every route gives the same words; damaged copies of it never do worse than an error. */

#include "import-test.h"

#include <string.h>

/* Saved, written, pasted from a browser on Windows, saved by a word processor, garbled on its way. */
static const char *const names[] = { "garden-tools.html", "garden-tools.md", "garden-tools.txt",
                                     "garden-tools-pasted.html", "garden-tools-word.html",
                                     "garden-tools-garbled.md" };

static char *
load (const char *name, gsize *length)
{
  g_autofree char *path = g_build_filename (g_getenv ("SP_TEST_FIXTURES"), "import", name, NULL);
  g_autoptr (GError) error = NULL;
  char *content = NULL;

  g_file_get_contents (path, &content, length, &error);
  g_assert_no_error (error);
  return content;
}

/* The outline without the page around the policy. */
static char *
read_policy (const char *name, const char *content, gsize length)
{
  g_autoptr (SpDocument) document = import_test_read (name, content, length);
  g_autofree char *outline = import_test_outline (document);
  g_auto (GStrv) lines = g_strsplit (outline, "\n", -1);
  GString *policy = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    if (!g_str_has_prefix (lines[i], "b "))
      g_string_append_printf (policy, "%s\n", lines[i]);
  return g_string_free (policy, FALSE);
}

static void
gives_the_same_words_by_every_route (void)
{
  gsize length;
  g_autofree char *first = load (names[0], &length);
  g_autofree char *expected = read_policy (names[0], first, length);

  g_assert_nonnull (strstr (expected, "h2 Who else sees it\n"));
  g_assert_nonnull (strstr (expected, "i1 the tool, and the day you took it,\n"));
  g_assert_null (strstr (expected, "Rakes"));
  for (guint i = 1; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *content = load (names[i], &length);
      g_autofree char *policy = read_policy (names[i], content, length);

      g_test_message ("%s", names[i]);
      g_assert_cmpstr (policy, ==, expected);
    }
}

static void
gives_the_same_words_whatever_the_line_ends (void)
{
  gsize length;
  g_autofree char *content = load ("garden-tools.txt", &length);
  g_autofree char *expected = read_policy ("a.txt", content, length);
  g_auto (GStrv) lines = g_strsplit (content, "\n", -1);
  g_autofree char *windows = g_strjoinv ("\r\n", lines);
  g_autofree char *old = g_strjoinv ("\r", lines);
  g_autofree char *from_windows = read_policy ("a.txt", windows, strlen (windows));
  g_autofree char *from_old = read_policy ("a.txt", old, strlen (old));

  g_assert_cmpstr (from_windows, ==, expected);
  g_assert_cmpstr (from_old, ==, expected);
}

static void
gives_the_same_words_in_every_charset (void)
{
  static const char *const charsets[] = { "UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "WINDOWS-1252" };
  gsize length;
  g_autofree char *content = load ("garden-tools.txt", &length);
  g_autofree char *expected = read_policy ("a.txt", content, length);

  for (guint i = 0; i < G_N_ELEMENTS (charsets); i++)
    {
      /* windows-1252 has no hyphen that does not break. */
      g_auto (GStrv) parts = g_strsplit (content, "e\u2011mail", -1);
      g_autofree char *plain = g_strjoinv ("e-mail", parts);
      g_auto (GStrv) expected_parts = g_strsplit (expected, "e\u2011mail", -1);
      g_autofree char *plain_expected = g_strjoinv ("e-mail", expected_parts);
      gsize n_bytes;
      g_autofree char *bytes = g_convert (plain, -1, charsets[i], "UTF-8", NULL, &n_bytes, NULL);
      g_autofree char *policy = NULL;

      g_test_message ("%s", charsets[i]);
      g_assert_nonnull (bytes);
      policy = read_policy ("a.txt", bytes, n_bytes);
      g_assert_cmpstr (policy, ==, plain_expected);
    }
}

/* The blocks of a document as someone types them, no line longer than @width. */
static char *
write_wrapped (SpDocument *document, guint width)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < sp_document_get_n_blocks (document); i++)
    {
      const SpBlock *block = sp_document_get_block (document, i);
      g_autofree char *text = sp_span_dup_text (block->span, sp_document_get_text (document, NULL));
      g_auto (GStrv) words = g_strsplit (text, " ", -1);
      glong column = g_utf8_strlen (block->kind == SP_BLOCK_ITEM ? " -" : "", -1);

      g_string_append (out, block->kind == SP_BLOCK_ITEM ? "\n -" : "\n\n");
      for (guint j = 0; words[j] != NULL; j++)
        {
          gboolean breaks = column > 2 && column + 1 + g_utf8_strlen (words[j], -1) > width;

          if (breaks || column > 0)
            g_string_append (out, breaks ? "\n" : " ");
          column = (breaks || column == 0 ? 0 : column + 1) + g_utf8_strlen (words[j], -1);
          g_string_append (out, words[j]);
        }
    }
  return g_string_free (out, FALSE);
}

/* Lines broken by hand at any column read as those that are not. */
static void
gives_the_same_words_however_wide_the_lines (void)
{
  static const guint widths[] = { 56, 64, 72, 80, 100 };
  gsize length;
  g_autofree char *content = load ("garden-tools.txt", &length);
  g_autofree char *expected = read_policy ("a.txt", content, length);

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autoptr (SpDocument) document = import_test_read ("a.txt", content, length);
      g_autofree char *wrapped = write_wrapped (document, widths[i]);
      g_autofree char *policy = read_policy ("a.txt", wrapped, strlen (wrapped));

      g_test_message ("%u columns", widths[i]);
      g_assert_cmpstr (policy, ==, expected);
    }
}

/* A small generator of its own: the same damage on every machine. */
static guint32
next_random (guint32 *state)
{
  *state = *state * 1664525u + 1013904223u;
  return *state >> 8;
}

/* Puts the first half of the text deep into elements, lists or quotes. */
static void
wrap_deeply (GString *text, const char *part, guint n)
{
  gsize middle = text->len / 2;

  while (n-- > 0)
    g_string_insert (text, middle, part);
}

static void
survives_damage (void)
{
  static const char *const inserts_around[] = { "<div>", "<ul><li>", "<table><tr><td>", "<b>", "> ", "- ", "<blockquote><p>" };
  static const char *const inserts[] = { "<", ">", "\"", "<div>", "</p>", "&", "\xE2", "\0", "**", "\n\n", "|" };
  guint32 state = 20160427;

  for (guint i = 0; i < 1000; i++)
    {
      const char *name = names[i % G_N_ELEMENTS (names)];
      gsize length;
      g_autofree char *content = load (name, &length);
      g_autoptr (GString) damaged = g_string_new_len (content, length);
      g_autoptr (SpDocument) document = NULL;
      g_autoptr (GError) error = NULL;

      for (guint n = next_random (&state) % 20; n > 0; n--)
        damaged->str[next_random (&state) % length] ^= 1 << next_random (&state) % 8;
      for (guint n = next_random (&state) % 10; n > 0; n--)
        {
          const char *insert = inserts[next_random (&state) % G_N_ELEMENTS (inserts)];

          g_string_insert_len (damaged, next_random (&state) % damaged->len, insert, MAX (strlen (insert), 1));
        }
      if (i % 5 == 0)
        wrap_deeply (damaged, inserts_around[next_random (&state) % G_N_ELEMENTS (inserts_around)], next_random (&state) % 400);
      if (i % 3 == 0)
        g_string_truncate (damaged, next_random (&state) % damaged->len);

      document = import_test_try (name, damaged->str, damaged->len, &error);
      if (document != NULL)
        import_test_invariants (document);
      else
        g_assert_nonnull (error);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/routes/gives_the_same_words_by_every_route", gives_the_same_words_by_every_route);
  g_test_add_func ("/core/routes/gives_the_same_words_whatever_the_line_ends", gives_the_same_words_whatever_the_line_ends);
  g_test_add_func ("/core/routes/gives_the_same_words_in_every_charset", gives_the_same_words_in_every_charset);
  g_test_add_func ("/core/routes/gives_the_same_words_however_wide_the_lines", gives_the_same_words_however_wide_the_lines);
  g_test_add_func ("/core/routes/survives_damage", survives_damage);
  return g_test_run ();
}
