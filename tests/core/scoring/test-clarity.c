/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "sp-clarity.h"
#include "sp-contradiction.h"
#include "sp-document-builder.h"

static SpDocument *
build_document (gboolean has_structure, guint n_headings, guint n_items, guint paragraph_words)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("x", 1);
  g_autoptr (SpSource) source = sp_source_new (bytes, "x.txt", NULL);
  g_autoptr (SpDocumentBuilder) builder = sp_document_builder_new (source);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < paragraph_words; i++)
    g_string_append (words, "word ");
  for (guint i = 0; i < MAX (n_headings, 1); i++)
    {
      if (i < n_headings)
        sp_document_builder_add_block (builder, SP_BLOCK_HEADING, 1, "Heading", -1);
      sp_document_builder_add_block (builder, SP_BLOCK_PARAGRAPH, 0, words->str, words->len);
      for (guint j = 0; j < n_items; j++)
        sp_document_builder_add_block (builder, SP_BLOCK_ITEM, 1, "one item", -1);
    }
  sp_document_builder_set_has_structure (builder, has_structure);
  return sp_document_builder_finish (builder);
}

static double
measure (SpRubricItem *item, const SpReadability *readability, const SpVagueness *vagueness,
         SpDocument *document)
{
  SpClarityInput input = { document, readability, vagueness, NULL };
  SpClarityResult result = sp_clarity_measure (item, &input);
  double level = result.level;

  g_assert_nonnull (result.note);
  g_free (result.note);
  return level;
}

static void
measures_reading_ease_vagueness_and_length (void)
{
  static const struct
  {
    SpMeasure measure;
    double flesch, grade, vague, minutes;
    guint words;
    double level;
  } cases[] = {
    { SP_MEASURE_READING_EASE, 60, 8, 0, 0, 1000, 1.0 },
    { SP_MEASURE_READING_EASE, 90, 2, 0, 0, 1000, 1.0 },
    { SP_MEASURE_READING_EASE, 20, 18, 0, 0, 1000, 0.0 },
    { SP_MEASURE_READING_EASE, 40, 13, 0, 0, 1000, 0.5 },
    { SP_MEASURE_READING_EASE, 39, 13.2, 0, 0, 1000, 0.48 },
    { SP_MEASURE_READING_EASE, NAN, NAN, 0, 0, 10, NAN },
    { SP_MEASURE_VAGUENESS, 0, 0, 45, 0, 1000, 0.0 },
    { SP_MEASURE_VAGUENESS, 0, 0, 10, 0, 1000, 1.0 },
    { SP_MEASURE_VAGUENESS, 0, 0, 28.6, 0, 1000, 0.47 },
    { SP_MEASURE_VAGUENESS, 0, 0, NAN, 0, 10, NAN },
    { SP_MEASURE_LENGTH, 0, 0, 0, 5, 1250, 1.0 },
    { SP_MEASURE_LENGTH, 0, 0, 0, 25, 6250, 0.0 },
    { SP_MEASURE_LENGTH, 0, 0, 0, 10, 2500, 0.75 },
    { SP_MEASURE_LENGTH, 0, 0, 0, 1, 299, NAN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SpRubricItem item = { .measure = cases[i].measure,
                            .scales = { .flesch = { 20, 60 },
                                        .grade = { 18, 8 },
                                        .per_1000 = { 45, 10 },
                                        .minutes = { 25, 5 },
                                        .min_words = 300 } };
      SpReadability readability = { .words = cases[i].words,
                                    .minutes = cases[i].minutes,
                                    .flesch_reading_ease = cases[i].flesch,
                                    .flesch_kincaid_grade = cases[i].grade };
      SpVagueness vagueness = { .scored_per_1000 = cases[i].vague };
      double level = measure (&item, &readability, &vagueness, NULL);

      if (isnan (cases[i].level))
        g_assert_true (isnan (level));
      else
        g_assert_cmpfloat (level, ==, cases[i].level);
    }
}

static void
measures_structure_only_where_it_came_through (void)
{
  static const struct
  {
    gboolean has_structure;
    guint headings, items, paragraph_words;
    double level;
  } cases[] = {
    /* 1,040 words, 10 headings, 20 items, sections of 104 words */
    { TRUE, 10, 2, 100, 1.0 },
    /* 1,000 words in one paragraph: the section's length alone earns something */
    { TRUE, 0, 0, 1000, 0.11 },
    { TRUE, 0, 0, 50, NAN },
    { FALSE, 10, 2, 100, NAN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SpRubricItem item = { .measure = SP_MEASURE_STRUCTURE,
                            .scales = { .headings_per_1000 = { 0, 5 },
                                        .section_words = { 1500, 400 },
                                        .items_per_1000 = { 0, 10 },
                                        .paragraph_words = { 350, 150 },
                                        .min_words = 150 } };
      g_autoptr (SpDocument) document = build_document (cases[i].has_structure, cases[i].headings,
                                                        cases[i].items, cases[i].paragraph_words);
      double level = measure (&item, NULL, NULL, document);

      if (isnan (cases[i].level))
        g_assert_true (isnan (level));
      else
        g_assert_cmpfloat (level, ==, cases[i].level);
    }
}

static void
measures_consistency_by_kind (void)
{
  static const struct
  {
    const char *kinds;
    double level;
  } cases[] = {
    { "", 1.0 },         { "C1", 0.75 },          { "X3", 0.75 },          { "N2", 0.9 },
    { "X1 X2 X4", 0.7 }, { "C1 C5 N1 X4", 0.3 }, { "C1 C2 C3 C4", 0.0 }, { "C1 C2 C3 C4 N1", 0.0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) kinds = g_strsplit (cases[i].kinds, " ", -1);
      g_autoptr (GPtrArray) contradictions = g_ptr_array_new_with_free_func (g_free);
      SpRubricItem item = { .measure = SP_MEASURE_CONSISTENCY,
                            .scales = { .per_contradiction = 0.25, .per_narrowing = 0.1 } };
      SpClarityInput input = { NULL, NULL, NULL, contradictions };
      SpClarityResult result;

      for (guint j = 0; kinds[j] != NULL; j++)
        {
          SpContradiction *each = g_new0 (SpContradiction, 1);

          each->kind = kinds[j];
          each->a.span = sp_span (20 * j, 20 * j + 5);
          each->b.span = sp_span (20 * j + 10, 20 * j + 15);
          g_ptr_array_add (contradictions, each);
        }
      result = sp_clarity_measure (&item, &input);
      g_test_message ("%s", cases[i].kinds);
      g_assert_cmpfloat (result.level, ==, cases[i].level);
      g_assert_cmpint (result.evidence->len > 0, ==, contradictions->len > 0);
      g_array_unref (result.evidence);
      g_free (result.note);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/clarity/measures_reading_ease_vagueness_and_length",
                   measures_reading_ease_vagueness_and_length);
  g_test_add_func ("/core/clarity/measures_structure_only_where_it_came_through",
                   measures_structure_only_where_it_came_through);
  g_test_add_func ("/core/clarity/measures_consistency_by_kind", measures_consistency_by_kind);
  return g_test_run ();
}
