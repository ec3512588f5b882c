/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practices-test.h"

#include "sp-condition.h"
#include "sp-observed-statements.h"

static SpFindingRegistry *registry;

static void
knows_what_statements_may_be_called (void)
{
  static const struct
  {
    const char *name;
    const char *variant;
    gboolean known;
  } rows[] = {
    { "statement:sell", NULL, TRUE },        { "statement:sell", "denied", TRUE },
    { "data:location", "exception", TRUE },  { "recipient:advertisers", NULL, TRUE },
    { "purpose:marketing", NULL, TRUE },     { "statement:sell", "weekly", FALSE },
    { "statement:resell", NULL, FALSE },     { "data:advertisers", NULL, FALSE },
    { "recipient:nobody", NULL, FALSE },     { "location", NULL, FALSE },
    { "statement:sell", "some", TRUE },      { "statement:share", "implied", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (sp_observations_is_statement_name (rows[i].name, rows[i].variant,
                                                        sp_finding_registry_get_ontology (registry)),
                     ==, rows[i].known);
}

/* What is denied must not count as said, and what is said of children or Californians not of everyone. */
static void
tells_apart_how_a_statement_is_made (void)
{
  static const struct
  {
    const char *text;
    const char *condition;
    gboolean holds;
  } rows[] = {
    { "We collect your telephone number when you order.", "\"data:phone:plain\"", TRUE },
    { "We do not collect your telephone number.", "\"data:phone:plain\"", FALSE },
    { "We do not collect your telephone number.", "\"statement:collect:denied\"", TRUE },
    { "We do not share your name, except with the ferryman.", "\"statement:share:exception\"", TRUE },
    { "We do not knowingly sell the personal information of children.", "\"statement:sell:denied-some\"", TRUE },
    { "We do not knowingly sell the personal information of children.", "\"statement:sell:denied\"", FALSE },
    { "We sell your personal information to almanac makers.", "\"statement:sell:plain\"", TRUE },
    { "In such a case we may sell some of our assets.", "\"statement:sell\"", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SpSegmentation) segmentation = test_text_segment (rows[i].text);
      g_autoptr (SpPractices) practices = test_practices_new (registry, segmentation);
      g_autoptr (SpObservations) observations = sp_observations_new ();
      g_autoptr (JsonNode) node = json_from_string (rows[i].condition, NULL);
      g_autoptr (SpCondition) condition = sp_condition_new (node, &(SpConditionScope) { NULL }, NULL);

      sp_observations_add_statements (observations, sp_practices_get_statements (practices));
      if (sp_condition_holds (condition, observations) != rows[i].holds)
        g_error ("%s in “%s”", rows[i].condition, rows[i].text);
    }
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  registry = sp_finding_registry_new_from_resource (NULL);
  g_test_add_func ("/core/observed-statements/knows_what_statements_may_be_called",
                   knows_what_statements_may_be_called);
  g_test_add_func ("/core/observed-statements/tells_apart_how_a_statement_is_made",
                   tells_apart_how_a_statement_is_made);
  result = g_test_run ();
  sp_finding_registry_unref (registry);
  return result;
}
