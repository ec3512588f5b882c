/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-text-utils.h"

static void
maps_every_character_of_a_long_text (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (SpOffsetMap) map = NULL;
  gsize n = 0;

  for (guint i = 0; i < 500; i++)
    g_string_append (text, i % 3 == 0 ? "a" : i % 3 == 1 ? "é" : "😀");
  map = sp_offset_map_new (text->str, text->len);

  for (const char *p = text->str; *p != '\0'; p = g_utf8_next_char (p))
    g_assert_cmpuint (sp_offset_map_to_code_points (map, p - text->str), ==, n++);
  g_assert_cmpuint (sp_offset_map_to_code_points (map, text->len), ==, 500);
}

static void
maps_an_empty_text (void)
{
  g_autoptr (SpOffsetMap) map = sp_offset_map_new ("", 0);

  g_assert_cmpuint (sp_offset_map_to_code_points (map, 0), ==, 0);
}

static void
collapses_spaces (void)
{
  g_autofree char *text = sp_text_collapse_spaces (" a\t\n b\u00a0\u00a0c ", -1);
  g_autofree char *none = sp_text_collapse_spaces (" \u00a0\n", -1);

  g_assert_cmpstr (text, ==, "a b c");
  g_assert_cmpstr (none, ==, "");
}

static void
counts_words (void)
{
  g_assert_cmpuint (sp_text_count_words ("", -1), ==, 0);
  g_assert_cmpuint (sp_text_count_words (" one\u00a0two  three\n", -1), ==, 3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/text-utils/maps_every_character_of_a_long_text", maps_every_character_of_a_long_text);
  g_test_add_func ("/core/text-utils/maps_an_empty_text", maps_an_empty_text);
  g_test_add_func ("/core/text-utils/collapses_spaces", collapses_spaces);
  g_test_add_func ("/core/text-utils/counts_words", counts_words);
  return g_test_run ();
}
