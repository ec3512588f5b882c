/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practices-test.h"

#include <string.h>

#include "sp-error.h"

static gboolean
matches (const char *pattern, const char *sentence)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpFindingRegistry) registry = test_registry_new_for_pattern (pattern, &error);
  g_autoptr (SpSegmentation) segmentation = test_text_segment (sentence);
  g_autoptr (SpPractices) practices = NULL;

  g_assert_no_error (error);
  practices = test_practices_new (registry, segmentation);
  return sp_practices_count (practices, "PATTERN", NULL) > 0;
}

static void
matches_what_the_pattern_says (void)
{
  static const struct
  {
    const char *pattern;
    const char *sentence;
    gboolean expected;
  } cases[] = {
    { "apples", "We like apples here.", TRUE },
    { "apples", "We like apple here.", FALSE },
    { "apple*", "We like apples here.", TRUE },
    { "apple*", "We like pineapples here.", FALSE },
    { "apples", "WE LIKE APPLES.", TRUE },
    { "red apples", "We like red apples.", TRUE },
    { "red apples", "We like red, ripe apples.", FALSE },
    { "red ripe", "We like red, ripe apples.", TRUE },
    { "red_apples|pears", "We like pears.", TRUE },
    { "red_apples|pears", "We like red apples.", TRUE },
    { "red_apples|pears", "We like red plums.", FALSE },
    { "red_apples|red ripe", "We like red ripe plums.", TRUE },
    { "red ripe? apples", "We like red apples.", TRUE },
    { "red ripe? apples", "We like red ripe apples.", TRUE },
    { "red ripe? apples", "We like red old apples.", FALSE },
    { "ripe? apples", "We like red apples.", TRUE },
    { "red .. apples", "We like red and sweet and very ripe apples.", TRUE },
    { "red ..2 apples", "We like red one two apples.", TRUE },
    { "red ..2 apples", "We like red one two three apples.", FALSE },
    { "red .. apples", "We like red; we hate apples.", FALSE },
    { "red ... apples", "We like red; we hate apples.", TRUE },
    { "^ we like", "We like apples.", TRUE },
    { "^ like", "We like apples.", FALSE },
    { "^ ..3 apples", "We like apples.", TRUE },
    { "^ ..1 apples", "We like apples.", FALSE },
    { "apples $", "We like apples.", TRUE },
    { "apples $", "We like apples a lot.", FALSE },
    { "apples ..2 $", "We like apples a lot.", TRUE },
    { "apples ..2 $", "We like apples.", TRUE },
    { "apples ..1 $", "We like apples a lot.", FALSE },
    { "apples ..2 $", "We like apples; a lot.", FALSE },
    { "apples ... $", "We like apples; a lot.", TRUE },
    { "^ yes? we", "We like apples.", TRUE },
    { "# days", "We keep it for 30 days.", TRUE },
    { "30 days", "We keep it for 30 days.", TRUE },
    { "# days", "We keep it for some days.", FALSE },
    { "at <address>", "Write at help@example.org today.", TRUE },
    { "at <email>", "Write at help@example.org today.", TRUE },
    { "at <email>", "Look at help.example.org today.", FALSE },
    { "encryption|https", "See https://example.org/encryption now.", FALSE },
    { "third_part*", "A third-party firm.", TRUE },
    { "third-party", "A third party firm.", TRUE },
    { "third_part*", "A 3rd party firm.", TRUE },
    { "# month", "A 12-month period.", TRUE },
    { "not sell", "We will not: sell data.", TRUE },
    { "apples pears", "We like apples: pears are dear.", FALSE },
    { "email", "Send an e-mail.", TRUE },
    { "not share", "We don't share.", TRUE },
    { "not share", "We don’t share.", TRUE },
    { "can not share", "We cannot share.", TRUE },
    { "company policy", "The company's policy.", TRUE },
    { "u.s", "We are in the US today.", TRUE },
    { "u.s", "Write to us today.", FALSE },
    { "u.s", "We are in the U.S. and in Canada.", TRUE },
    { "b.v.", "Heron B.V. flies kites.", TRUE },
    { "@sell", "We rent books.", TRUE },
    { "+sell", "We sell books.", TRUE },
    { "+sell", "We do not sell books.", FALSE },
    { "-sell", "We do not sell books.", TRUE },
    { "-sell", "We sell books.", FALSE },
    { "a ..3 b ..3 c", "Take a x b y y c now.", TRUE },
    { "a b", "Take a a b now.", TRUE },
    { "a ..2 b c", "Take a b x b c now.", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s — %s", cases[i].pattern, cases[i].sentence);
      g_assert_cmpint (matches (cases[i].pattern, cases[i].sentence), ==, cases[i].expected);
    }
}

static void
says_what_is_wrong_with_a_pattern (void)
{
  static const struct
  {
    const char *pattern;
    const char *part;
  } cases[] = {
    { "a  b", "a blank too many" },  { "a ..x b", "no gap" },          { "a ..0 b", "no gap" },
    { "@nothing", "no such class" }, { "a? b?", "may be missing" },    { "a $ b", "can follow" },
    { "Upper", "neither words" },    { "a|", "neither words" },        { "a*b", "neither words" },
    { "", "may be missing" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SpFindingRegistry) registry
        = test_registry_new_for_pattern (cases[i].pattern, &error);

      g_test_message ("%s", cases[i].pattern);
      g_assert_null (registry);
      g_assert_error (error, SP_ERROR, SP_ERROR_KNOWLEDGE);
      g_assert_nonnull (strstr (error->message, cases[i].part));
      g_assert_nonnull (strstr (error->message, "PATTERN"));
    }
}

static void
refuses_more_elements_than_bits (void)
{
  g_autoptr (GString) pattern = g_string_new ("a");
  g_autoptr (SpFindingRegistry) most = NULL;
  g_autoptr (SpFindingRegistry) more = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 1; i < SP_TOKEN_RULE_MAX_ELEMENTS; i++)
    g_string_append (pattern, " a");
  most = test_registry_new_for_pattern (pattern->str, &error);
  g_assert_no_error (error);
  g_assert_true (matches (pattern->str, pattern->str));
  g_assert_false (matches (pattern->str, pattern->str + 2));

  g_string_append (pattern, " a");
  more = test_registry_new_for_pattern (pattern->str, &error);
  g_assert_null (more);
  g_assert_error (error, SP_ERROR, SP_ERROR_KNOWLEDGE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  g_test_add_func ("/core/token-rule/matches_what_the_pattern_says", matches_what_the_pattern_says);
  g_test_add_func ("/core/token-rule/says_what_is_wrong_with_a_pattern", says_what_is_wrong_with_a_pattern);
  g_test_add_func ("/core/token-rule/refuses_more_elements_than_bits", refuses_more_elements_than_bits);
  return g_test_run ();
}
