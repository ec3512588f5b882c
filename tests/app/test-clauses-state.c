/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the page of clauses shows, computed without a display. */
#include "config.h"

#include <string.h>

#include "sp-clause-details.h"
#include "sp-clauses-state.h"
#include "sp-deal-breakers.h"
#include "sp-emphasis.h"
#include "sp-outline-state.h"
#include "sp-placed-clauses.h"
#include "sp-statement-words.h"
#include "sp-zoom.h"
#include "state-fixture.h"

static guint
find_clause (const SpClausesState *state, const char *start)
{
  for (guint i = 0; i < state->clauses->len; i++)
    if (g_str_has_prefix (g_array_index (state->clauses, SpClause, i).text, start))
      return g_array_index (state->clauses, SpClause, i).segment;
  return G_MAXUINT;
}

static void
test_clauses_filter_keeps_the_headings_above (void)
{
  g_autoptr (SpAnalysis) analysis = analyze (POLICY);
  g_autoptr (SpClausesState) all = sp_clauses_state_new (analysis, &(SpClauseFilter) { 0 });
  g_autoptr (SpClausesState) shared =
    sp_clauses_state_new (analysis, &(SpClauseFilter) { .categories = 1u << SP_CATEGORY_THIRD_PARTY });

  g_assert_cmpuint (all->category_counts[SP_CATEGORY_THIRD_PARTY], >=, 1);
  g_assert_cmpuint (find_clause (all, "You can ask"), !=, G_MAXUINT);
  g_assert_cmpuint (find_clause (shared, "We may share"), !=, G_MAXUINT);
  g_assert_cmpuint (find_clause (shared, "Sharing"), !=, G_MAXUINT);
  g_assert_cmpuint (find_clause (shared, "Deletion"), ==, G_MAXUINT);
  g_assert_cmpuint (shared->clauses->len, <, all->clauses->len);
  g_assert_false (sp_clauses_state_shows (shared, find_clause (all, "You can ask")));
}

static void
test_clause_details_name_section_and_tags (void)
{
  g_autoptr (SpAnalysis) analysis = analyze (POLICY);
  g_autoptr (SpClausesState) all = sp_clauses_state_new (analysis, &(SpClauseFilter) { 0 });
  g_autoptr (SpClauseDetails) details = sp_clause_details_new (analysis, find_clause (all, "We may share"));

  g_assert_cmpstr (details->section, ==, "Maple Privacy Policy › Sharing");
  g_assert_cmpuint (details->tags->len, >=, 1);
}

static void
test_clause_details_are_for_clauses_that_can_be_corrected (void)
{
  g_autoptr (SpAnalysis) analysis = analyze (POLICY);
  g_autoptr (SpClausesState) all = sp_clauses_state_new (analysis, &(SpClauseFilter) { 0 });
  g_autoptr (SpClauseDetails) heading = sp_clause_details_new (analysis, find_clause (all, "Sharing"));
  g_autoptr (SpClauseDetails) clause = sp_clause_details_new (analysis, find_clause (all, "You can ask"));

  g_assert_false (heading->can_be_corrected);
  g_assert_true (clause->can_be_corrected);
  g_assert_cmpstr (heading->quote, ==, "Sharing");
}

static void
test_outline_lists_sections_with_their_tags (void)
{
  g_autoptr (SpAnalysis) analysis = analyze (POLICY);
  g_autoptr (GPtrArray) sections = sp_outline_new (analysis);
  const char *const titles[] = { "Maple Privacy Policy", "Sharing", "Deletion" };
  const SpSection *sharing;

  g_assert_cmpuint (sections->len, ==, G_N_ELEMENTS (titles));
  for (guint i = 0; i < sections->len; i++)
    g_assert_cmpstr (((SpSection *) g_ptr_array_index (sections, i))->title, ==, titles[i]);
  sharing = g_ptr_array_index (sections, 1);
  g_assert_cmpuint (sharing->level, ==, 2);
  g_assert_cmpuint (sharing->n_clauses, ==, 2);
  g_assert_cmpuint (sharing->category_counts[SP_CATEGORY_THIRD_PARTY], >=, 1);
  g_assert_cmpuint (sp_outline_find (sections, sharing->segment), ==, 1);
  g_assert_cmpuint (sp_outline_find (sections, sharing->segment + 1), ==, 1);
  g_assert_cmpuint (sp_outline_find (sections, 0), ==, 0);
  g_assert_cmpuint (sp_outline_find (sections, 1000), ==, 2);
}

static void
test_outline_begins_before_the_first_heading (void)
{
  g_autoptr (SpAnalysis) analysis = analyze ("We collect your name.\n\n## Sharing\n\nWe share it.\n");
  g_autoptr (GPtrArray) sections = sp_outline_new (analysis);

  g_assert_cmpuint (sections->len, ==, 2);
  g_assert_cmpstr (((SpSection *) g_ptr_array_index (sections, 0))->title, ==, "Beginning");
}

static void
test_outline_says_its_bars_in_words (void)
{
  const struct
  {
    SpSection section;
    const char *words;
  } cases[] = {
    { { .n_clauses = 0 }, "0 clauses" },
    { { .n_clauses = 1, .category_counts = { [SP_CATEGORY_SECURITY] = 1 } }, NULL },
    { { .n_clauses = 9, .category_counts = { 1, 4, 0, 2, 3 } }, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = sp_section_dup_summary (&cases[i].section);
      g_autoptr (GString) expected = g_string_new (cases[i].words);

      if (i == 1)
        g_string_printf (expected, "1 clause: %s 1", sp_category_get_title (SP_CATEGORY_SECURITY));
      if (i == 2)
        g_string_printf (expected, "9 clauses: %s 4, %s 3, %s 2", sp_category_get_title (1),
                         sp_category_get_title (4), sp_category_get_title (3));
      g_assert_cmpstr (words, ==, expected->str);
    }
}

static GArray *
mention (const SpConcept *first, const SpConcept *second)
{
  GArray *mentions = g_array_new (FALSE, TRUE, sizeof (SpMention));
  SpMention a = { first, { 0, 0 } }, b = { second, { 0, 0 } };

  if (first != NULL)
    g_array_append_val (mentions, a);
  if (second != NULL)
    g_array_append_val (mentions, b);
  return mentions;
}

static void
test_statements_are_told_in_plain_words (void)
{
  static const char text[] = "unless you\nopt out";
  const SpConcept email = { SP_CONCEPT_DATA, "email", "e-mail address", NULL, FALSE, NULL, NULL };
  const SpConcept name = { SP_CONCEPT_DATA, "name", "name", NULL, FALSE, NULL, NULL };
  const SpConcept ads = { SP_CONCEPT_ENTITY, "advertisers", "advertisers", NULL, FALSE, NULL, NULL };
  g_autoptr (GArray) data = mention (&email, &name);
  g_autoptr (GArray) twice = mention (&name, &name);
  g_autoptr (GArray) recipients = mention (&ads, NULL);
  g_autoptr (GArray) none = mention (NULL, NULL);
  const struct
  {
    SpStatement statement;
    const char *words;
  } cases[] = {
    { { .action = SP_ACTION_SHARE, .data = data, .recipients = recipients, .purposes = none,
        .exception = { 0, 18 } },
      "Shares · e-mail address, name · with advertisers · unless you opt out" },
    { { .action = SP_ACTION_SELL, .denied = TRUE, .data = twice, .recipients = none, .purposes = none },
      "Does not sell · name" },
    { { .action = SP_ACTION_COLLECT, .subject = SP_SUBJECT_THIRD_PARTY, .modality = SP_MODALITY_PERMITTED,
        .data = twice, .recipients = none, .purposes = none },
      "Others collect · name · reserves the right" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = sp_statement_dup_words (&cases[i].statement, text);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_zoom_goes_in_steps_and_stops (void)
{
  const struct
  {
    int from;
    int step;
    int to;
  } cases[] = { { 100, 1, 115 }, { 100, -1, 85 }, { 250, 1, 250 }, { 70, -1, 70 }, { 175, 0, 100 },
                { 104, 1, 115 }, { 104, -1, 100 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (sp_zoom_step (cases[i].from, cases[i].step), ==, cases[i].to);
  g_assert_cmpint (sp_zoom_find_nearest (1000), ==, 250);
  g_assert_cmpint (sp_zoom_find_nearest (0), ==, 70);
  g_assert_cmpint (sp_zoom_find_nearest (104), ==, 100);
}

static void
test_shades_lie_in_clauses_of_several_sentences (void)
{
  g_autoptr (SpAnalysis) analysis =
    analyze ("## Sharing\n\nWe collect your name and your e-mail address when you create an account. We share "
             "your e-mail address with advertising partners for their own marketing purposes.\n\n"
             "We share your name with advertisers.\n");
  g_autoptr (SpClausesState) all = sp_clauses_state_new (analysis, &(SpClauseFilter) { 0 });
  guint first = find_clause (all, "We collect your name");

  g_assert_cmpuint (all->shades->len, >=, 1);
  for (guint i = 0; i < all->shades->len; i++)
    g_assert_cmpuint (g_array_index (all->shades, SpShade, i).segment, ==, first);
}

static void
test_emphasis_survives_the_way_through_weights (void)
{
  const double usual[SP_N_DIMENSIONS] = { 0.35, 0.45, 0.2 };
  const SpEmphasis cases[][SP_N_DIMENSIONS] = { { 2, 1, 1 }, { 1, 2, 0 }, { 2, 2, 1 }, { 0, 1, 1 } };
  const SpEmphasis alike[] = { 2, 2, 2 }, none[] = { 0, 0, 0 };
  double weights[SP_N_DIMENSIONS];

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SpEmphasis back[SP_N_DIMENSIONS];

      g_assert_true (sp_emphasis_to_weights (usual, cases[i], weights));
      sp_emphasis_from_weights (usual, weights, back);
      g_assert_cmpmem (back, sizeof back, cases[i], sizeof back);
    }
  g_assert_false (sp_emphasis_to_weights (usual, alike, weights));
  g_assert_false (sp_emphasis_to_weights (usual, none, weights));
}

static void
test_deal_breakers_are_the_grave_findings (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpKnowledge) knowledge = sp_knowledge_new (NULL, &error);
  g_autoptr (GPtrArray) detectors = NULL;
  SpSeverity severity = SP_SEVERITY_CRITICAL;

  g_assert_no_error (error);
  detectors = sp_deal_breakers_list (sp_knowledge_get_registry (knowledge));
  g_assert_cmpstr (((const SpDetector *) detectors->pdata[0])->id, ==, "SELL_AFFIRMED");
  for (guint i = 0; i < detectors->len; i++)
    {
      const SpDetector *detector = detectors->pdata[i];

      g_assert_true (detector->is_finding);
      g_assert_cmpint (detector->severity, >=, severity);
      severity = detector->severity;
    }
  g_assert_cmpint (severity, ==, SP_SEVERITY_SERIOUS);
}

static void
test_deal_breakers_leave_the_rest_of_a_profile_alone (void)
{
  const double only_protection[] = { 0, 1, 0 };
  double weights[SP_N_DIMENSIONS];
  g_autoptr (SpProfile) first = sp_deal_breakers_choose (NULL, "NO_DELETE", TRUE);
  g_autoptr (SpProfile) weighed = sp_profile_set_weights (first, only_protection);
  g_autoptr (SpProfile) second = sp_deal_breakers_choose (weighed, "ARBITRATION", TRUE);
  g_autoptr (SpProfile) back = sp_deal_breakers_choose (second, "NO_DELETE", FALSE);
  g_autoptr (SpProfile) none = sp_deal_breakers_choose (first, "NO_DELETE", FALSE);

  g_assert_cmpint (sp_profile_get_deal_breaker (second, "NO_DELETE"), ==, 'E');
  g_assert_cmpint (sp_profile_get_deal_breaker (second, "ARBITRATION"), ==, 'E');
  g_assert_true (sp_profile_get_weights (back, weights));
  g_assert_cmpuint (sp_profile_get_n_deal_breakers (back), ==, 1);
  g_assert_true (sp_profile_is_default (none));
}

static void
test_placed_clauses_are_counted_in_characters (void)
{
  const SpClause clauses[] = {
    { .segment = 2, .kind = SP_BLOCK_PARAGRAPH, .text = "Für\nalle", .span = { 10, 19 } },
    { .segment = 5, .kind = SP_BLOCK_ITEM, .text = "Namen", .span = { 30, 35 } },
  };
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (SpClause));
  g_autoptr (GArray) placed = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  const SpPlacedClause *item;

  g_array_append_vals (all, clauses, G_N_ELEMENTS (clauses));
  placed = sp_placed_clauses_new (all, text);
  g_assert_cmpstr (text->str, ==, "Für\u2028alle\n•\u2002Namen\n");
  item = sp_placed_clauses_find_segment (placed, 5);
  g_assert_cmpuint (item->start, ==, 11);
  g_assert_cmpuint (item->end, ==, 16);
  g_assert_cmpuint (sp_placed_clause_to_characters (item, 32), ==, 13);
  g_assert_cmpuint (sp_placed_clause_to_characters (item, 99), ==, 16);
  g_assert_true (sp_placed_clauses_find_offset (placed, 9) == item);
  g_assert_cmpuint (sp_placed_clauses_find_offset (placed, 8)->clause.segment, ==, 2);
  g_assert_null (sp_placed_clauses_find_offset (placed, 17));
  g_assert_null (sp_placed_clauses_find_segment (placed, 3));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/app/clauses/filter_keeps_the_headings_above",
                   test_clauses_filter_keeps_the_headings_above);
  g_test_add_func ("/app/clauses/details_name_section_and_tags", test_clause_details_name_section_and_tags);
  g_test_add_func ("/app/clauses/details_are_for_clauses_that_can_be_corrected",
                   test_clause_details_are_for_clauses_that_can_be_corrected);
  g_test_add_func ("/app/outline/lists_sections_with_their_tags",
                   test_outline_lists_sections_with_their_tags);
  g_test_add_func ("/app/outline/begins_before_the_first_heading",
                   test_outline_begins_before_the_first_heading);
  g_test_add_func ("/app/outline/says_its_bars_in_words", test_outline_says_its_bars_in_words);
  g_test_add_func ("/app/clauses/shades_lie_in_clauses_of_several_sentences",
                   test_shades_lie_in_clauses_of_several_sentences);
  g_test_add_func ("/app/clauses/placed_are_counted_in_characters",
                   test_placed_clauses_are_counted_in_characters);
  g_test_add_func ("/app/zoom/goes_in_steps_and_stops", test_zoom_goes_in_steps_and_stops);
  g_test_add_func ("/app/emphasis/survives_the_way_through_weights",
                   test_emphasis_survives_the_way_through_weights);
  g_test_add_func ("/app/deal_breakers/are_the_grave_findings", test_deal_breakers_are_the_grave_findings);
  g_test_add_func ("/app/deal_breakers/leave_the_rest_of_a_profile_alone",
                   test_deal_breakers_leave_the_rest_of_a_profile_alone);
  g_test_add_func ("/app/statements/are_told_in_plain_words", test_statements_are_told_in_plain_words);
  return g_test_run ();
}
