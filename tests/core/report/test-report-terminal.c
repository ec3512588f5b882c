/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-report-terminal-private.h"

#include <string.h>

static char *
finish (SpTerminal *terminal)
{
  g_autoptr (GBytes) bytes = sp_terminal_finish (terminal);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return g_strndup (data, length);
}

static char *
wrap (guint width, const char *text)
{
  g_autoptr (SpTerminal) terminal = sp_terminal_new (width, FALSE);

  sp_terminal_add_paragraph (terminal, SP_TERMINAL_PLAIN, "* ", "  ", text);
  return finish (terminal);
}

static void
test_wraps_at_blanks (void)
{
  static const struct
  {
    guint width;
    const char *text;
    const char *expected;
  } cases[] = {
    { 12, "one two three", "* one two\n  three\n" },
    { 13, "one two three", "* one two\n  three\n" },
    { 15, "one two three", "* one two three\n" },
    { 12, "", "* \n" },
    { 12, "  one   two  ", "* one   two\n" },
    { 8, "incomprehensible", "* incomp\n  rehens\n  ible\n" },
    { 8, "a incomprehensible", "* a\n  incomp\n  rehens\n  ible\n" },
    { 8, "日本語日本語", "* 日本語\n  日本語\n" },
    { 7, "日本語", "* 日本\n  語\n" },
    { 8, "éééééé é", "* éééééé\n  é\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *lines = wrap (cases[i].width, cases[i].text);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (lines, ==, cases[i].expected);
    }
}

static void
test_narrowest_width_ends (void)
{
  for (guint width = 0; width < 4; width++)
    {
      g_autofree char *lines = wrap (width, "日本 words");

      g_assert_nonnull (strstr (lines, "日"));
      g_assert_true (g_str_has_suffix (lines, "s\n"));
    }
}

static void
test_rest_of_a_line_hangs_under_itself (void)
{
  g_autoptr (SpTerminal) terminal = sp_terminal_new (12, FALSE);
  g_autofree char *lines = NULL;

  sp_terminal_add (terminal, SP_TERMINAL_PLAIN, "label ");
  sp_terminal_add_rest (terminal, SP_TERMINAL_PLAIN, "one two three");
  lines = finish (terminal);
  g_assert_cmpstr (lines, ==, "label one\n      two\n      three\n");
}

static void
test_counts_columns_as_terminals_do (void)
{
  g_assert_cmpuint (sp_terminal_count_columns ("abc"), ==, 3);
  g_assert_cmpuint (sp_terminal_count_columns ("日本"), ==, 4);
  g_assert_cmpuint (sp_terminal_count_columns ("e\u0301"), ==, 1);
  g_assert_cmpuint (sp_terminal_count_columns ("soft\u00ADhyphen"), ==, 10);
  g_assert_cmpuint (sp_terminal_count_columns (""), ==, 0);
}

static void
test_fits_with_an_ellipsis (void)
{
  static const struct
  {
    const char *text;
    guint n_columns;
    const char *expected;
  } cases[] = {
    { "abcdef", 6, "abcdef" },
    { "abcdef", 5, "abcd…" },
    { "日本語", 5, "日本…" },
    { "日本語", 4, "日…" },
    { "abc", 1, "…" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *fitted = sp_terminal_fit (cases[i].text, cases[i].n_columns);

      g_assert_cmpstr (fitted, ==, cases[i].expected);
      g_assert_cmpuint (sp_terminal_count_columns (fitted), <=, cases[i].n_columns);
    }
}

static void
test_leaves_out_what_steers_a_terminal (void)
{
  static const char *const texts[] = { "a\033[2Jb", "a\xC2\x9B" "2Jb", "a\u202Eb", "a\ab", "a\rb", "a\u2028b" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *lines = wrap (40, texts[i]);

      for (const char *p = lines; *p != '\0'; p = g_utf8_next_char (p))
        g_assert_true (*p == '\n' || g_unichar_isprint (g_utf8_get_char (p)));
      g_assert_true (g_str_has_prefix (lines, "* a"));
    }
}

static void
test_colours_only_if_asked (void)
{
  for (guint color = 0; color < 2; color++)
    {
      g_autoptr (SpTerminal) terminal = sp_terminal_new (40, color);
      g_autofree char *lines = NULL;

      sp_terminal_add (terminal, SP_TERMINAL_BOLD | SP_TERMINAL_RED, "x");
      sp_terminal_end_line (terminal);
      lines = finish (terminal);
      g_assert_cmpstr (lines, ==, color ? "\033[1m\033[31mx\033[0m\n" : "x\n");
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/report-terminal/wraps_at_blanks", test_wraps_at_blanks);
  g_test_add_func ("/core/report-terminal/narrowest_width_ends", test_narrowest_width_ends);
  g_test_add_func ("/core/report-terminal/rest_of_a_line_hangs_under_itself",
                   test_rest_of_a_line_hangs_under_itself);
  g_test_add_func ("/core/report-terminal/counts_columns_as_terminals_do",
                   test_counts_columns_as_terminals_do);
  g_test_add_func ("/core/report-terminal/fits_with_an_ellipsis", test_fits_with_an_ellipsis);
  g_test_add_func ("/core/report-terminal/leaves_out_what_steers_a_terminal",
                   test_leaves_out_what_steers_a_terminal);
  g_test_add_func ("/core/report-terminal/colours_only_if_asked", test_colours_only_if_asked);
  return g_test_run ();
}
