/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practices-test.h"

#include "sp-condition.h"
#include "sp-observed-deeds.h"
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

      sp_observations_add_statements (observations, sp_practices_get_statements (practices), segmentation);
      if (sp_condition_holds (condition, observations) != rows[i].holds)
        g_error ("%s in “%s”", rows[i].condition, rows[i].text);
    }
}

static void
tells_what_the_company_does_itself (void)
{
  static const struct
  {
    const char *text;
    const char *name;
    gboolean holds;
  } rows[] = {
    { "We collect your telephone number when you order.", "collected:phone", TRUE },
    { "We collect your telephone number when you order.", "hinted:phone", TRUE },
    { "We do not collect your telephone number.", "collected:phone", FALSE },
    { "We do not collect your telephone number.", "hinted:phone", FALSE },
    { "We collect the telephone number of children.", "collected:phone", FALSE },
    { "You collect the telephone numbers of your guests.", "collected:phone", FALSE },
    { "We use your e-mail address for marketing.", "used:marketing", TRUE },
    { "We share your e-mail address with advertisers.", "given:advertisers", TRUE },
    { "We share aggregate information with advertisers.", "given:advertisers", FALSE },
    { "We do not share your e-mail address with advertisers.", "given:advertisers", FALSE },
    { "We keep your personal data for three years.", "kept:stated", TRUE },
    { "We keep your personal data for three years.", "period:stated", TRUE },
    { "We keep your personal data as long as needed.", "period:stated", FALSE },
    { "We keep the server logs for three years.", "kept:stated", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SpSegmentation) segmentation = test_text_segment (rows[i].text);
      g_autoptr (SpPractices) practices = test_practices_new (registry, segmentation);
      g_autoptr (SpObservations) observations = sp_observations_new ();

      g_test_message ("%s: %s", rows[i].name, rows[i].text);
      g_assert_true (sp_observations_is_deed_name (rows[i].name, NULL,
                                                   sp_finding_registry_get_ontology (registry)));
      sp_observations_add_deeds (observations, sp_practices_get_statements (practices), segmentation);
      g_assert_cmpint (sp_observations_lookup (observations, g_intern_string (rows[i].name)) != NULL, ==,
                       rows[i].holds);
    }
}

static void
knows_what_deeds_may_be_called (void)
{
  static const char *const unknown[]
    = { "collected:advertisers", "given:phone", "used:nothing", "kept:always", "period:limited", "phone" };
  const SpOntology *ontology = sp_finding_registry_get_ontology (registry);

  for (guint i = 0; i < G_N_ELEMENTS (unknown); i++)
    g_assert_false (sp_observations_is_deed_name (unknown[i], NULL, ontology));
  g_assert_false (sp_observations_is_deed_name ("collected:phone", "denied", ontology));
}

static void
quotes_the_words_of_a_period (void)
{
  static const struct
  {
    const char *text;
    const char *words;
  } rows[] = {
    { "We keep your personal data for 30 days.", "30 days" },
    { "We keep your personal data for no longer than 30 days.", "no longer than 30 days" },
    { "We keep your personal data for up to two years after your last visit.", "up to two years" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SpSegmentation) segmentation = test_text_segment (rows[i].text);
      g_autoptr (SpPractices) practices = test_practices_new (registry, segmentation);
      g_autoptr (SpObservations) observations = sp_observations_new ();
      const char *text = sp_document_get_text (sp_segmentation_get_document (segmentation), NULL);
      g_autofree char *words = NULL;
      GArray *places;

      sp_observations_add_deeds (observations, sp_practices_get_statements (practices), segmentation);
      places = sp_observations_lookup (observations, g_intern_string ("period:stated"));
      g_assert_nonnull (places);
      words = sp_span_dup_text (g_array_index (places, SpObservation, 0).evidence.span, text);
      g_assert_cmpstr (words, ==, rows[i].words);
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
  g_test_add_func ("/core/observed-statements/tells_what_the_company_does_itself",
                   tells_what_the_company_does_itself);
  g_test_add_func ("/core/observed-statements/knows_what_deeds_may_be_called", knows_what_deeds_may_be_called);
  g_test_add_func ("/core/observed-statements/quotes_the_words_of_a_period", quotes_the_words_of_a_period);
  result = g_test_run ();
  sp_finding_registry_unref (registry);
  return result;
}
