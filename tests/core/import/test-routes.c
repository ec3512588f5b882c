/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One policy by every route gives the same words; damaged copies of it never do worse than an error. */

#include "import-test.h"

#include <string.h>

static const char *const names[] = { "garden-tools.html", "garden-tools.md", "garden-tools.txt",
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

/* A small generator of its own: the same damage on every machine. */
static guint32
next_random (guint32 *state)
{
  *state = *state * 1664525u + 1013904223u;
  return *state >> 8;
}

static void
survives_damage (void)
{
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
  g_test_add_func ("/core/routes/survives_damage", survives_damage);
  return g_test_run ();
}
