/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What Overview, Findings, Coverage and Data show: values made by hand, and one real analysis. */
#include "config.h"

#include <math.h>
#include <string.h>

#include "sp-breakdown-state.h"
#include "sp-coverage-state.h"
#include "sp-data-state.h"
#include "sp-facing.h"
#include "sp-findings-state.h"
#include "sp-glance-state.h"
#include "sp-overview-state.h"
#include "sp-shown.h"
#include "sp-words.h"
#include "state-fixture.h"

/* A small ontology of our own, with the two wide concepts on top. */
static const SpConcept information = { .id = "information", .title = "Information" };
static const SpConcept personal = { .id = "personal-information", .title = "Personal information",
                                    .parent = &information };
static const SpConcept contact = { .id = "contact", .title = "Contact details", .parent = &personal };
static const SpConcept email = { .id = "email", .title = "E-mail address", .parent = &contact };
static const SpConcept phone = { .id = "phone", .title = "Telephone number", .parent = &contact };
static const SpConcept health = { .id = "health", .title = "Health data", .parent = &personal,
                                  .is_sensitive = TRUE };
static const SpConcept advertisers = { .kind = SP_CONCEPT_ENTITY, .id = "advertisers", .title = "Advertisers" };
static const SpConcept marketing = { .kind = SP_CONCEPT_PURPOSE, .id = "marketing", .title = "Marketing" };

/* A map that is filled statement by statement. */
typedef struct
{
  GPtrArray *statements;
  GPtrArray *flows;
} Map;

static void
free_flow (SpDataFlow *flow)
{
  g_array_unref (flow->statements);
  g_free (flow);
}

static void
map_init (Map *map)
{
  map->statements = g_ptr_array_new_with_free_func (g_free);
  map->flows = g_ptr_array_new_with_free_func ((GDestroyNotify) free_flow);
}

static void
map_clear (Map *map)
{
  g_ptr_array_unref (map->flows);
  g_ptr_array_unref (map->statements);
}

static void
add_flow (Map *map, SpAction action, gboolean denied, const SpConcept *data, const SpConcept *recipient,
          const SpConcept *purpose)
{
  SpStatement *statement = g_new0 (SpStatement, 1);
  SpDataFlow *flow = g_new0 (SpDataFlow, 1);
  guint index = map->statements->len;

  statement->action = action;
  statement->denied = denied;
  *flow = (SpDataFlow) { data, recipient, purpose, denied ? SP_FLOW_DENIED : SP_FLOW_AFFIRMED,
                         g_array_new (FALSE, FALSE, sizeof (guint)) };
  g_array_append_val (flow->statements, index);
  g_ptr_array_add (map->statements, statement);
  g_ptr_array_add (map->flows, flow);
}

static void
fill_map (Map *map)
{
  map_init (map);
  add_flow (map, SP_ACTION_USE, FALSE, &email, NULL, &marketing);
  add_flow (map, SP_ACTION_SHARE, FALSE, &email, &advertisers, NULL);
  add_flow (map, SP_ACTION_SHARE, TRUE, &email, &advertisers, &marketing);
  add_flow (map, SP_ACTION_SELL, TRUE, &personal, NULL, NULL);
  add_flow (map, SP_ACTION_COLLECT, FALSE, &health, NULL, NULL);
  add_flow (map, SP_ACTION_USE, FALSE, &phone, NULL, &marketing);
}

static const SpDataRow *
find_row (const SpDataState *state, const char *name)
{
  for (guint i = 0; i < state->rows->len; i++)
    {
      const SpDataRow *row = g_ptr_array_index (state->rows, i);

      if (g_str_equal (row->name, name))
        return row;
    }
  return NULL;
}

static guint
find_column (const SpDataState *state, const char *title)
{
  for (guint i = 0; i < state->columns->len; i++)
    if (g_str_equal (((SpDataColumn *) g_ptr_array_index (state->columns, i))->title, title))
      return i;
  g_assert_not_reached ();
}

static void
test_data_rows_stand_in_groups_with_general_words_first (void)
{
  static const char *const names[] = { "Personal information", "E-mail address", "Telephone number",
                                       "Health data" };
  static const char *const groups[] = { "Information", "Contact details", NULL, "Other data" };
  Map map;
  g_autoptr (SpDataState) state = NULL;

  fill_map (&map);
  state = sp_data_state_new (map.flows, map.statements, NULL);
  g_assert_cmpuint (state->rows->len, ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const SpDataRow *row = g_ptr_array_index (state->rows, i);

      g_assert_cmpstr (row->name, ==, names[i]);
      g_assert_cmpstr (row->group, ==, groups[i]);
    }
  g_assert_true (find_row (state, "Health data")->is_sensitive);
  map_clear (&map);
}

static void
test_data_cells_say_yes_no_both_or_nothing (void)
{
  Map map;
  g_autoptr (SpDataState) state = NULL;
  const SpDataRow *row;
  const SpDataCell *shared;

  fill_map (&map);
  state = sp_data_state_new (map.flows, map.statements, NULL);
  row = find_row (state, "E-mail address");
  shared = &row->cells[find_column (state, "Advertisers")];
  g_assert_cmpint (row->cells[find_column (state, "Marketing")].state, ==, SP_CELL_AFFIRMED);
  g_assert_cmpint (row->cells[find_column (state, "Sold")].state, ==, SP_CELL_SILENT);
  /* Said and denied: the reader has to look. */
  g_assert_cmpint (shared->state, ==, SP_CELL_UNCLEAR);
  g_assert_cmpuint (shared->statements->len, ==, 2);
  g_assert_cmpstr (shared->spoken, ==, "E-mail address, shared with advertisers: Unclear");
  g_assert_cmpstr (row->words, ==, "Yes – used for: marketing. Unclear – shared with: advertisers");
  g_assert_cmpint (find_row (state, "Personal information")->cells[find_column (state, "Sold")].state, ==,
                   SP_CELL_DENIED);
  map_clear (&map);
}

static void
test_data_filters_turn_the_columns (void)
{
  const SpDataFilter by_recipient = { .by_recipient = TRUE, .recipient = "advertisers" };
  const SpDataFilter by_purpose = { .by_purpose = TRUE, .purpose = "marketing" };
  Map map;
  g_autoptr (SpDataState) to_advertisers = NULL;
  g_autoptr (SpDataState) for_marketing = NULL;

  fill_map (&map);
  to_advertisers = sp_data_state_new (map.flows, map.statements, &by_recipient);
  for_marketing = sp_data_state_new (map.flows, map.statements, &by_purpose);
  /* With the recipient chosen the columns say what for, what has no purpose first. */
  g_assert_cmpuint (to_advertisers->columns->len, ==, 2);
  g_assert_cmpuint (find_column (to_advertisers, "Not stated"), ==, 0);
  g_assert_cmpuint (to_advertisers->rows->len, ==, 1);
  /* With the purpose chosen they say who. */
  g_assert_cmpuint (for_marketing->rows->len, ==, 2);
  g_assert_cmpuint (find_column (for_marketing, "The company itself"), ==, 0);
  /* The choices do not go away with the filter. */
  g_assert_cmpuint (to_advertisers->purposes->len, ==, 2);
  g_assert_cmpuint (for_marketing->recipients->len, ==, 2);
  map_clear (&map);
}

static void
test_glance_joins_a_group_to_one_row (void)
{
  Map map;
  g_autoptr (GPtrArray) rows = NULL;
  const SpGlanceRow *first, *second;

  fill_map (&map);
  rows = sp_glance_new (map.flows, map.statements);
  g_assert_cmpuint (rows->len, ==, 3);
  first = g_ptr_array_index (rows, 0);
  second = g_ptr_array_index (rows, 1);
  g_assert_cmpstr (first->title, ==, "Health data");
  g_assert_cmpstr (second->title, ==, "Contact details");
  g_assert_cmpint (second->cells[SP_GLANCE_MARKETING], ==, SP_CELL_UNCLEAR);
  g_assert_cmpint (second->cells[SP_GLANCE_SOLD], ==, SP_CELL_SILENT);
  g_assert_cmpstr (first->words, ==, "Health data, Used: Yes, Marketing: Not said, Shared: Not said, Sold: Not said");
  map_clear (&map);
}

static void
test_glance_of_nothing_is_empty (void)
{
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();
  g_autoptr (GPtrArray) rows = sp_glance_new (nothing, nothing);

  g_assert_cmpuint (rows->len, ==, 0);
}

/* Packs by hand. */

static SpPackAnswer *
answer_new (const SpPackItem *item, SpAnswerState state, guint segment)
{
  SpPackAnswer *answer = g_new0 (SpPackAnswer, 1);
  SpEvidence evidence = { segment, sp_span (0, 5) };

  answer->item = item;
  answer->state = state;
  answer->evidence = g_array_new (FALSE, FALSE, sizeof (SpEvidence));
  answer->near_miss = g_array_new (FALSE, FALSE, sizeof (SpEvidence));
  g_array_append_val (state == SP_ANSWER_ABSENT ? answer->near_miss : answer->evidence, evidence);
  return answer;
}

static void
answer_free (SpPackAnswer *answer)
{
  g_array_unref (answer->evidence);
  g_array_unref (answer->near_miss);
  g_free (answer);
}

static void
test_coverage_counts_quotes_and_shows_what_came_nearest (void)
{
  const SpPackInfo pack = { .id = "law", .title = "A Law", .in_force_from = "2018-05-25",
                            .prevalence_set = "40 policies of 2020" };
  const SpPackItem item = { .id = "L1", .article = "1(2)", .title = "Who is responsible",
                            .looked_for = "a legal name", .prevalence = 0.855 };
  g_autoptr (SpAnalysis) analysis = analyze (POLICY);
  g_autoptr (GPtrArray) answers = g_ptr_array_new_with_free_func ((GDestroyNotify) answer_free);
  SpPackCoverage coverage = { .pack = &pack, .suggested = (char *) "mentions it twice",
                              .in_force = SP_PACK_NOT_YET_IN_FORCE, .answers = answers };
  g_autoptr (SpCoverageState) state = NULL;
  const SpCoverageRow *stated, *absent;

  g_ptr_array_add (answers, answer_new (&item, SP_ANSWER_PRESENT, 0));
  g_ptr_array_add (answers, answer_new (&item, SP_ANSWER_ABSENT, 0));
  g_ptr_array_add (answers, answer_new (&item, SP_ANSWER_NOT_APPLICABLE, 0));
  state = sp_coverage_state_new (analysis, &coverage);
  stated = g_ptr_array_index (state->rows, 0);
  absent = g_ptr_array_index (state->rows, 1);

  g_assert_cmpstr (state->summary, ==, "1 stated, 0 partly stated, 1 not found, 1 does not apply");
  g_assert_nonnull (strstr (state->reason, "mentions it twice"));
  g_assert_nonnull (strstr (state->in_force, "25 May 2018"));
  g_assert_cmpstr (stated->spoken, ==, "stated: Who is responsible, 1(2)");
  g_assert_cmpuint (stated->quotes->len, ==, 1);
  g_assert_null (stated->looked_for);
  g_assert_cmpstr (stated->common, ==, "86% of policies state this (40 policies of 2020)");
  g_assert_cmpuint (absent->quotes->len, ==, 0);
  g_assert_cmpuint (absent->near_miss->len, ==, 1);
  g_assert_cmpstr (absent->looked_for, ==, "a legal name");
}

static void
test_coverage_puts_wanted_laws_first_then_suggested_ones (void)
{
  SpPackInfo infos[] = { { .id = "plain" }, { .id = "hinted" }, { .id = "wanted" }, { .id = "unwanted" } };
  SpPackCoverage coverages[] = { { .pack = &infos[0] },
                                 { .pack = &infos[1], .suggested = (char *) "mentions it" },
                                 { .pack = &infos[2] },
                                 { .pack = &infos[3], .suggested = (char *) "mentions it" } };
  const char *const first[] = { "wanted", NULL }, *const hidden[] = { "unwanted", NULL }, *const none[] = { NULL };
  g_autoptr (GPtrArray) packs = g_ptr_array_new ();
  g_autoptr (GPtrArray) sorted = NULL, as_suggested = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (coverages); i++)
    g_ptr_array_add (packs, &coverages[i]);
  sorted = sp_coverage_state_sort_packs (packs, first, hidden);
  as_suggested = sp_coverage_state_sort_packs (packs, none, none);
  g_assert_cmpuint (sorted->len, ==, 3);
  g_assert_true (g_ptr_array_index (sorted, 0) == &coverages[2]);
  g_assert_true (g_ptr_array_index (sorted, 1) == &coverages[1]);
  g_assert_true (g_ptr_array_index (sorted, 2) == &coverages[0]);
  g_assert_cmpuint (as_suggested->len, ==, 4);
  g_assert_true (g_ptr_array_index (as_suggested, 0) == &coverages[1]);
  g_assert_true (g_ptr_array_index (as_suggested, 3) == &coverages[2]);
}

/* Adds up what the rows say, as a reader with a pencil would. */
static void
add_up (const SpBreakdownTable *table, double *points, double *weight)
{
  *points = *weight = 0;
  for (guint i = 0; i < table->rows->len; i++)
    {
      const SpBreakdownRow *row = g_ptr_array_index (table->rows, i);
      const char *of = strstr (row->points, " of ");

      if (of == NULL)
        continue;
      *points += g_ascii_strtod (row->points, NULL);
      *weight += g_ascii_strtod (of + strlen (" of "), NULL);
    }
}

static void
test_breakdown_adds_up_to_the_scores (void)
{
  g_autoptr (SpAnalysis) analysis = analyze (POLICY POLICY POLICY);
  g_autoptr (SpBreakdownState) state = sp_breakdown_state_new (analysis);
  const SpScores *scores = sp_analysis_get_scores (analysis);

  for (guint i = 0; i < SP_N_DIMENSIONS; i++)
    {
      g_autofree char *score = g_strdup_printf ("%.1f of 100", scores->dimensions[i]);
      double points, weight;

      if (isnan (scores->dimensions[i]))
        continue;
      add_up (&state->tables[i], &points, &weight);
      g_test_message ("%s: %s", state->tables[i].title, state->tables[i].sum);
      g_assert_cmpfloat_with_epsilon (100 * points / weight, scores->dimensions[i], 0.05 + 1e-9);
      g_assert_true (g_str_has_suffix (state->tables[i].sum, score));
    }
  g_assert_cmpint (scores->grade, !=, 0);
  g_assert_cmpuint (state->overall->len, ==, SP_N_DIMENSIONS + 1);
  g_assert_null (state->review);
}

static void
test_breakdown_without_a_grade_makes_no_scores_of_the_points (void)
{
  g_autoptr (SpAnalysis) analysis = analyze ("We like privacy.\n");
  g_autoptr (SpBreakdownState) state = sp_breakdown_state_new (analysis);

  g_assert_cmpuint (state->overall->len, ==, 0);
  for (guint i = 0; i < SP_N_DIMENSIONS; i++)
    {
      g_assert_true (g_str_has_suffix (state->tables[i].sum, " points"));
      g_assert_null (state->tables[i].range);
    }
}

static void
test_breakdown_of_a_review_says_what_was_left_out (void)
{
  g_autoptr (SpAnalysis) analysis = analyze (POLICY);
  const SpFinding *finding = g_ptr_array_index (sp_analysis_get_findings (analysis), 0);
  g_autoptr (SpReview) none = sp_review_new ();
  g_autoptr (SpReview) review = sp_review_set_dismissed (none, finding->detector->id, TRUE);
  g_autoptr (SpAnalysis) reviewed = sp_analysis_review (analysis, review, NULL);
  g_autoptr (SpBreakdownState) state = sp_breakdown_state_new (reviewed);

  g_assert_nonnull (strstr (state->review, "As analysed: "));
  g_assert_cmpuint (state->dismissed->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (state->dismissed, 0), ==, finding->detector->title);
}

static guint
count_rows (GPtrArray *groups)
{
  guint n = 0;

  for (guint i = 0; i < groups->len; i++)
    n += ((SpFindingGroup *) g_ptr_array_index (groups, i))->rows->len;
  return n;
}

static void
test_findings_that_are_dismissed_stand_at_the_end (void)
{
  g_autoptr (SpAnalysis) analysis = analyze (POLICY);
  const SpFinding *finding = g_ptr_array_index (sp_analysis_get_findings (analysis), 0);
  g_autoptr (SpReview) none = sp_review_new ();
  g_autoptr (SpReview) review = sp_review_set_dismissed (none, finding->detector->id, TRUE);
  g_autoptr (SpAnalysis) reviewed = sp_analysis_review (analysis, review, NULL);
  g_autoptr (GPtrArray) groups = sp_findings_state_list_groups (reviewed);
  const SpFindingGroup *last = g_ptr_array_index (groups, groups->len - 1);

  g_assert_true (last->is_dismissed);
  g_assert_cmpstr (last->title, ==, "Dismissed");
  g_assert_cmpuint (last->rows->len, ==, 1);
  g_assert_cmpstr (((SpFindingRow *) g_ptr_array_index (last->rows, 0))->id, ==, finding->detector->id);
  for (guint i = 0; i + 1 < groups->len; i++)
    g_assert_false (((SpFindingGroup *) g_ptr_array_index (groups, i))->is_dismissed);
  g_assert_cmpuint (count_rows (groups), >=, sp_analysis_get_findings (analysis)->len);
}

static const SpFindingRow *
find_finding (GPtrArray *groups, const char *id)
{
  for (guint i = 0; i < groups->len; i++)
    {
      GPtrArray *rows = ((SpFindingGroup *) g_ptr_array_index (groups, i))->rows;

      for (guint j = 0; j < rows->len; j++)
        if (g_str_equal (((SpFindingRow *) g_ptr_array_index (rows, j))->id, id))
          return g_ptr_array_index (rows, j);
    }
  return NULL;
}

static void
test_findings_say_the_same_before_and_after_another_one_is_dismissed (void)
{
  g_autoptr (SpAnalysis) analysis = analyze (POLICY);
  const SpFinding *finding = g_ptr_array_index (sp_analysis_get_findings (analysis), 0);
  g_autoptr (SpReview) none = sp_review_new ();
  g_autoptr (SpReview) review = sp_review_set_dismissed (none, finding->detector->id, TRUE);
  g_autoptr (SpAnalysis) reviewed = sp_analysis_review (analysis, review, NULL);
  g_autoptr (GPtrArray) before = sp_findings_state_list_groups (analysis);
  g_autoptr (GPtrArray) after = sp_findings_state_list_groups (reviewed);
  const SpFindingRow *other = NULL;

  for (guint i = 0; i < before->len; i++)
    {
      GPtrArray *rows = ((SpFindingGroup *) g_ptr_array_index (before, i))->rows;

      for (guint j = 0; j < rows->len; j++)
        {
          const SpFindingRow *row = g_ptr_array_index (rows, j);

          if (!row->is_finding)
            continue;
          g_assert_cmpstr (row->key, ==, find_finding (after, row->id)->key);
          g_assert_true (other == NULL || !g_str_equal (row->key, other->key));
          other = row;
        }
    }
  g_assert_nonnull (other);
}

static void
test_overview_does_not_call_silent_what_nobody_read (void)
{
  static const char german[] =
    "# Datenschutzerklärung\n\n"
    "Wir erheben Ihre personenbezogenen Daten, wenn Sie ein Konto anlegen, und geben sie nicht an Dritte "
    "weiter. Sie können jederzeit Auskunft über die gespeicherten Daten verlangen und deren Löschung.\n\n"
    "Ihre Angaben werden nur so lange aufbewahrt, wie es das Gesetz verlangt, und danach gelöscht.\n";
  g_autoptr (SpAnalysis) foreign = analyze (german);
  g_autoptr (SpAnalysis) english = analyze (POLICY);
  g_autoptr (SpOverviewState) unread = sp_overview_state_new (foreign);

  g_assert_false (sp_shown_is_read (foreign));
  g_assert_false (unread->is_graded);
  g_assert_cmpuint (unread->not_said->len, ==, 0);
  for (guint i = 0; i < SP_N_OVERVIEW_LISTS; i++)
    g_assert_null (unread->nothing[i]);
  /* Nor is German measured by what is made for English. */
  for (guint i = 0; i < unread->facts->len; i++)
    g_assert_cmpstr (((SpDocumentFact *) g_ptr_array_index (unread->facts, i))->title, !=, "Language level");
  g_assert_nonnull (strstr (sp_shown_explain_nothing (foreign, "usual"), "only English"));
  g_assert_true (sp_shown_is_read (english));
  g_assert_cmpstr (sp_shown_explain_nothing (english, "usual"), ==, "usual");
}

static void
test_overview_judges_nothing_where_it_gives_no_grade (void)
{
  g_autoptr (SpAnalysis) analysis = analyze ("We like privacy.\n");
  g_autoptr (SpOverviewState) state = sp_overview_state_new (analysis);

  g_assert_false (state->is_graded);
  g_assert_null (state->confidence);
  g_assert_null (state->comparison);
  g_assert_cmpuint (state->not_said->len, ==, 0);
  for (guint i = 0; i < SP_N_DIMENSIONS; i++)
    g_assert_null (state->scores[i].text);
}

static void
test_overview_says_how_sure_the_grade_is (void)
{
  g_autoptr (SpAnalysis) analysis = analyze (POLICY POLICY POLICY);
  g_autoptr (SpOverviewState) state = sp_overview_state_new (analysis);

  g_assert_true (state->is_graded);
  g_assert_true (g_str_has_suffix (state->confidence, " confidence"));
  g_assert_true (g_ascii_isupper (state->confidence[0]));
}

static void
test_coverage_counts_in_words (void)
{
  g_autofree char *one = sp_coverage_part_dup_count (SP_COVERAGE_NOT_APPLICABLE, 1);
  g_autofree char *many = sp_coverage_part_dup_count (SP_COVERAGE_NOT_APPLICABLE, 7);
  g_autofree char *partly = sp_coverage_part_dup_count (SP_COVERAGE_PARTLY, 3);

  g_assert_cmpstr (one, ==, "1 does not apply");
  g_assert_cmpstr (many, ==, "7 do not apply");
  g_assert_cmpstr (partly, ==, "3 partly stated");
}

static void
test_overview_leaves_out_what_is_dismissed (void)
{
  g_autoptr (SpAnalysis) analysis = analyze (POLICY);
  g_autoptr (SpOverviewState) before = sp_overview_state_new (analysis);
  const SpPoint *point = g_ptr_array_index (before->watch_out, 0);
  GPtrArray *findings = sp_analysis_get_findings (analysis);
  g_autoptr (SpReview) review = sp_review_new ();
  g_autoptr (SpAnalysis) reviewed = NULL;
  g_autoptr (SpOverviewState) after = NULL;

  for (guint i = 0; i < findings->len; i++)
    {
      const SpFinding *finding = g_ptr_array_index (findings, i);
      SpReview *next;

      if (!g_str_equal (finding->detector->title, point->title))
        continue;
      next = sp_review_set_dismissed (review, finding->detector->id, TRUE);
      sp_review_unref (review);
      review = next;
    }
  reviewed = sp_analysis_review (analysis, review, NULL);
  after = sp_overview_state_new (reviewed);
  g_assert_cmpuint (after->watch_out->len, <, before->watch_out->len);
  g_assert_null (before->review);
  g_assert_nonnull (after->review);
  g_assert_cmpuint (after->facts->len, >=, 2);
}

static void
test_words_keep_capitals_where_they_belong (void)
{
  static const struct
  {
    const char *title;
    const char *lower;
    const char *capitalized;
  } cases[] = {
    { "E-mail address", "e-mail address", "E-mail address" },
    { "IP address", "IP address", "IP address" },
    { "stated", "stated", "Stated" },
    { "Öl", "öl", "Öl" },
    { "", "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *lower = sp_words_dup_lower (cases[i].title);
      g_autofree char *capitalized = sp_words_dup_capitalized (cases[i].title);

      g_assert_cmpstr (lower, ==, cases[i].lower);
      g_assert_cmpstr (capitalized, ==, cases[i].capitalized);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/data/rows_stand_in_groups_with_general_words_first",
                   test_data_rows_stand_in_groups_with_general_words_first);
  g_test_add_func ("/app/data/cells_say_yes_no_both_or_nothing", test_data_cells_say_yes_no_both_or_nothing);
  g_test_add_func ("/app/data/filters_turn_the_columns", test_data_filters_turn_the_columns);
  g_test_add_func ("/app/glance/joins_a_group_to_one_row", test_glance_joins_a_group_to_one_row);
  g_test_add_func ("/app/glance/of_nothing_is_empty", test_glance_of_nothing_is_empty);
  g_test_add_func ("/app/coverage/counts_quotes_and_shows_what_came_nearest",
                   test_coverage_counts_quotes_and_shows_what_came_nearest);
  g_test_add_func ("/app/coverage/puts_wanted_laws_first_then_suggested_ones", test_coverage_puts_wanted_laws_first_then_suggested_ones);
  g_test_add_func ("/app/breakdown/adds_up_to_the_scores", test_breakdown_adds_up_to_the_scores);
  g_test_add_func ("/app/breakdown/without_a_grade_makes_no_scores_of_the_points",
                   test_breakdown_without_a_grade_makes_no_scores_of_the_points);
  g_test_add_func ("/app/breakdown/of_a_review_says_what_was_left_out",
                   test_breakdown_of_a_review_says_what_was_left_out);
  g_test_add_func ("/app/overview/does_not_call_silent_what_nobody_read",
                   test_overview_does_not_call_silent_what_nobody_read);
  g_test_add_func ("/app/coverage/counts_in_words", test_coverage_counts_in_words);
  g_test_add_func ("/app/findings/say_the_same_before_and_after_another_one_is_dismissed",
                   test_findings_say_the_same_before_and_after_another_one_is_dismissed);
  g_test_add_func ("/app/findings/that_are_dismissed_stand_at_the_end",
                   test_findings_that_are_dismissed_stand_at_the_end);
  g_test_add_func ("/app/overview/judges_nothing_where_it_gives_no_grade",
                   test_overview_judges_nothing_where_it_gives_no_grade);
  g_test_add_func ("/app/overview/says_how_sure_the_grade_is", test_overview_says_how_sure_the_grade_is);
  g_test_add_func ("/app/overview/leaves_out_what_is_dismissed", test_overview_leaves_out_what_is_dismissed);
  g_test_add_func ("/app/words/keep_capitals_where_they_belong", test_words_keep_capitals_where_they_belong);
  return g_test_run ();
}
