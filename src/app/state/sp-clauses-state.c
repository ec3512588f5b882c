/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-clauses-state.h"

static void
collect_tags (SpAnalysis *analysis, SpClause *clause)
{
  SpTagging *tagging = sp_analysis_get_tagging (analysis);
  guint n_tags;
  const SpTag *tags = sp_tagging_get_tags (tagging, clause->segment, &n_tags);

  clause->is_corrected = sp_analysis_get_corrected_tags (analysis, clause->segment, &clause->categories);
  for (guint i = 0; i < n_tags && !clause->is_corrected; i++)
    if (tags[i].weak)
      clause->weak_categories |= 1u << tags[i].category;
    else
      clause->categories |= 1u << tags[i].category;
}

static void
collect_marks (SpAnalysis *analysis, SpClause *clauses, guint n_clauses)
{
  GPtrArray *findings = sp_analysis_get_findings (analysis);

  for (guint i = 0; i < findings->len; i++)
    {
      const SpFinding *finding = g_ptr_array_index (findings, i);
      SpMark mark = sp_mark_from_severity (finding->severity);

      for (guint j = 0; j < finding->evidence->len; j++)
        {
          guint segment = g_array_index (finding->evidence, SpEvidence, j).segment;

          if (segment < n_clauses)
            clauses[segment].marks |= 1u << mark;
        }
    }
}

static SpClause *
collect_clauses (SpAnalysis *analysis, guint *n_clauses)
{
  SpSegmentation *segmentation = sp_analysis_get_segmentation (analysis);
  const char *text = sp_document_get_text (sp_analysis_get_document (analysis), NULL);
  const SpSegment *segments = sp_segmentation_get_segments (segmentation, n_clauses);
  SpClause *clauses = g_new0 (SpClause, *n_clauses);

  for (guint i = 0; i < *n_clauses; i++)
    {
      const SpBlock *block = segments[i].block;

      clauses[i].segment = i;
      clauses[i].kind = block->kind;
      clauses[i].level = block->level;
      clauses[i].span = block->span;
      clauses[i].text = text + block->span.start;
      if (block->kind != SP_BLOCK_HEADING && block->kind != SP_BLOCK_BOILERPLATE)
        collect_tags (analysis, &clauses[i]);
    }
  collect_marks (analysis, clauses, *n_clauses);
  return clauses;
}

static void
count_clauses (SpClausesState *self, const SpClause *clauses, guint n_clauses)
{
  for (guint i = 0; i < n_clauses; i++)
    {
      for (guint j = 0; j < SP_N_CATEGORIES; j++)
        self->category_counts[j] += (clauses[i].categories >> j) & 1;
      for (guint j = 0; j < SP_N_MARKS; j++)
        self->mark_counts[j] += (clauses[i].marks >> j) & 1;
      self->n_boilerplate += clauses[i].kind == SP_BLOCK_BOILERPLATE;
    }
}

/* A clause that matches brings the headings above it and the words that lead in to it. */
static void
show_with_context (SpSegmentation *segmentation, guint segment, gboolean *shown)
{
  guint n_segments;
  const SpSegment *segments = sp_segmentation_get_segments (segmentation, &n_segments);
  guint path[6];
  guint n_headings = sp_segmentation_list_headings (segmentation, segment, path);

  shown[segment] = TRUE;
  for (guint i = 0; i < n_headings; i++)
    shown[path[i]] = TRUE;
  if (segments[segment].lead_in != SP_BLOCK_NO_PARENT)
    shown[segments[segment].lead_in] = TRUE;
}

static gboolean *
choose_shown (SpAnalysis *analysis, const SpClause *clauses, guint n_clauses, const SpClauseFilter *filter)
{
  SpSegmentation *segmentation = sp_analysis_get_segmentation (analysis);
  gboolean *shown = g_new0 (gboolean, n_clauses);

  for (guint i = 0; i < n_clauses; i++)
    if (filter->categories == 0 && filter->marks == 0)
      shown[i] = filter->everything || clauses[i].kind != SP_BLOCK_BOILERPLATE;
    else if ((clauses[i].categories & filter->categories) != 0 || (clauses[i].marks & filter->marks) != 0)
      show_with_context (segmentation, i, shown);
  return shown;
}

/* The tag a sentence is shaded for: the surest one. */
static void
add_shade (SpClausesState *self, SpTagging *tagging, const SpSentence *sentence, guint index)
{
  guint n_tags;
  const SpTag *tags = sp_tagging_get_sentence_tags (tagging, index, &n_tags);
  const SpTag *surest = NULL;
  SpShade shade = { sentence->segment, sentence->span, 0 };

  for (guint i = 0; i < n_tags; i++)
    if (!tags[i].weak && (surest == NULL || tags[i].confidence > surest->confidence))
      surest = &tags[i];
  if (surest == NULL)
    return;
  shade.category = surest->category;
  g_array_append_val (self->shades, shade);
}

/* A clause that speaks of one thing throughout has its coloured edge, and that is enough. */
static void
drop_if_uniform (SpClausesState *self, guint first, guint n_sentences)
{
  if (self->shades->len - first < n_sentences)
    return;
  for (guint i = first + 1; i < self->shades->len; i++)
    if (g_array_index (self->shades, SpShade, i).category
        != g_array_index (self->shades, SpShade, first).category)
      return;
  g_array_set_size (self->shades, first);
}

static void
shade_sentences (SpClausesState *self, SpAnalysis *analysis)
{
  SpSegmentation *segmentation = sp_analysis_get_segmentation (analysis);
  SpTagging *tagging = sp_analysis_get_tagging (analysis);
  guint n;
  const SpSegment *segments = sp_segmentation_get_segments (segmentation, &n);
  const SpSentence *sentences = sp_segmentation_get_sentences (segmentation, &n);

  for (guint i = 0; i < self->clauses->len; i++)
    {
      const SpClause *clause = &g_array_index (self->clauses, SpClause, i);
      const SpSegment *segment = &segments[clause->segment];
      guint first = self->shades->len;

      if (clause->categories == 0 || clause->is_corrected)
        continue;
      for (guint j = 0; j < segment->n_sentences; j++)
        add_shade (self, tagging, &sentences[segment->first_sentence + j], segment->first_sentence + j);
      drop_if_uniform (self, first, segment->n_sentences);
    }
}

/**
 * sp_clauses_state_new:
 *
 * Returns: (transfer full): what the reading view shows of @analysis under @filter
 */
SpClausesState *
sp_clauses_state_new (SpAnalysis *analysis, const SpClauseFilter *filter)
{
  SpClausesState *self = g_new0 (SpClausesState, 1);
  guint n_clauses;
  g_autofree SpClause *clauses = collect_clauses (analysis, &n_clauses);
  g_autofree gboolean *shown = choose_shown (analysis, clauses, n_clauses, filter);

  self->clauses = g_array_new (FALSE, FALSE, sizeof (SpClause));
  self->shades = g_array_new (FALSE, FALSE, sizeof (SpShade));
  count_clauses (self, clauses, n_clauses);
  for (guint i = 0; i < n_clauses; i++)
    if (shown[i])
      g_array_append_val (self->clauses, clauses[i]);
  shade_sentences (self, analysis);
  return self;
}

/**
 * sp_clauses_state_free:
 *
 * Frees what sp_clauses_state_new() returned.
 */
void
sp_clauses_state_free (SpClausesState *self)
{
  g_array_unref (self->clauses);
  g_array_unref (self->shades);
  g_free (self);
}

/**
 * sp_clauses_state_shows:
 *
 * Returns: whether the filter lets @segment through
 */
gboolean
sp_clauses_state_shows (const SpClausesState *self, guint segment)
{
  for (guint i = 0; i < self->clauses->len; i++)
    if (g_array_index (self->clauses, SpClause, i).segment == segment)
      return TRUE;
  return FALSE;
}
