/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "sp-json-writer.h"

static void
writes_nested_values_in_order (void)
{
  g_autoptr (SpJsonWriter) writer = sp_json_writer_new (FALSE);
  g_autofree char *text = NULL;
  gsize length;

  sp_json_writer_begin_object (writer, NULL);
  sp_json_writer_string (writer, "quote", "a \"b\"\\\n\x01 é");
  sp_json_writer_begin_array (writer, "empty");
  sp_json_writer_end_array (writer);
  sp_json_writer_begin_array (writer, "list");
  sp_json_writer_int (writer, NULL, -3);
  sp_json_writer_boolean (writer, NULL, TRUE);
  sp_json_writer_null (writer, NULL);
  sp_json_writer_end_array (writer);
  sp_json_writer_end_object (writer);
  text = sp_json_writer_finish (writer, &length);

  g_assert_cmpstr (text, ==,
                   "{\"quote\":\"a \\\"b\\\"\\\\\\n\\u0001 é\",\"empty\":[],\"list\":[-3,true,null]}");
  g_assert_cmpuint (length, ==, strlen (text));
}

static void
indents_when_pretty (void)
{
  g_autoptr (SpJsonWriter) writer = sp_json_writer_new (TRUE);
  g_autofree char *text = NULL;

  sp_json_writer_begin_object (writer, NULL);
  sp_json_writer_int (writer, "a", 1);
  sp_json_writer_begin_array (writer, "b");
  sp_json_writer_int (writer, NULL, 2);
  sp_json_writer_end_array (writer);
  sp_json_writer_end_object (writer);
  text = sp_json_writer_finish (writer, NULL);

  g_assert_cmpstr (text, ==, "{\n  \"a\": 1,\n  \"b\": [\n    2\n  ]\n}\n");
}

static void
writes_short_numbers (void)
{
  static const struct
  {
    double value;
    guint decimals;
    const char *text;
  } cases[] = {
    { 0.1, 2, "0.1" },  { 12, 1, "12.0" },   { -0.0, 1, "0.0" },      { 0.25, 1, "0.3" },
    { 2.675, 2, "2.68" }, { 1e6, 1, "1000000.0" }, { 0.333333, 4, "0.3333" }, { NAN, 2, "null" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SpJsonWriter) writer = sp_json_writer_new (FALSE);
      g_autofree char *text = NULL;

      sp_json_writer_double (writer, NULL, cases[i].value, cases[i].decimals);
      text = sp_json_writer_finish (writer, NULL);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/json-writer/writes_nested_values_in_order", writes_nested_values_in_order);
  g_test_add_func ("/core/json-writer/indents_when_pretty", indents_when_pretty);
  g_test_add_func ("/core/json-writer/writes_short_numbers", writes_short_numbers);
  return g_test_run ();
}
