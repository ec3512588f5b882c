/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-clause-details.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "sp-statement-words.h"

#define MAX_QUOTE 160
#define MAX_REASONS 4

static void
tag_line_free (SpTagLine *line)
{
  g_free (line->confidence);
  g_free (line->reasons);
  g_array_unref (line->evidence);
  g_free (line);
}

static char *
dup_section (SpAnalysis *analysis, guint segment)
{
  SpSegmentation *segmentation = sp_analysis_get_segmentation (analysis);
  guint n_segments;
  const SpSegment *segments = sp_segmentation_get_segments (segmentation, &n_segments);
  const char *text = sp_document_get_text (sp_analysis_get_document (analysis), NULL);
  GString *section = g_string_new (NULL);
  guint path[6];
  guint n_headings = sp_segmentation_list_headings (segmentation, segment, path);

  for (guint i = 0; i < n_headings; i++)
    {
      g_autofree char *heading = sp_span_dup_text (segments[path[i]].block->span, text);

      if (section->len > 0)
        g_string_append (section, " › ");
      g_string_append (section, heading);
    }
  return g_string_free (section, section->len == 0);
}

/* What was measured for tags like this one, else what the tagger says of itself. */
static char *
dup_confidence (SpTagging *tagging, const SpTag *tag)
{
  double precision = sp_tagging_get_precision (tagging, tag);

  if (tag->weak)
    return g_strdup (_("a best guess, not sure enough to count"));
  return sp_words_dup_confidence (isnan (precision) ? tag->confidence : precision);
}

/* The heaviest words in quotation marks; a word that counts in several places is named once. */
static void
explain (SpAnalysis *analysis, guint segment, SpTagLine *line)
{
  const char *text = sp_document_get_text (sp_analysis_get_document (analysis), NULL);
  g_autoptr (GArray) reasons = sp_analysis_explain_tag (analysis, segment, line->category);
  g_autoptr (GString) quoted = g_string_new (NULL);

  for (guint i = 0; i < MIN (reasons->len, MAX_REASONS); i++)
    {
      const SpTagReason *reason = &g_array_index (reasons, SpTagReason, i);
      const SpEvidence place = { segment, reason->span };
      g_autofree char *words = sp_span_dup_text (reason->span, text);

      g_strdelimit (words, "\n", ' ');
      g_array_append_val (line->evidence, place);
      if (strstr (quoted->str, words) == NULL)
        /* Translators: quotation marks around the policy's own words */
        g_string_append_printf (quoted, _("%s“%s”"), quoted->len > 0 ? ", " : "", words);
    }
  line->reasons = quoted->len > 0 ? g_strdup (quoted->str) : NULL;
}

static SpTagLine *
tag_line_new (SpCategory category, char *confidence)
{
  SpTagLine *line = g_new0 (SpTagLine, 1);

  line->category = category;
  line->title = sp_category_get_title (category);
  line->confidence = confidence;
  line->evidence = g_array_new (FALSE, FALSE, sizeof (SpEvidence));
  return line;
}

static void
list_corrected_tags (SpClauseDetails *self)
{
  for (guint i = 0; i < SP_N_CATEGORIES; i++)
    if (self->categories & (1u << i))
      g_ptr_array_add (self->tags, tag_line_new (i, g_strdup (_("corrected by you"))));
}

static void
list_tags (SpClauseDetails *self, SpAnalysis *analysis)
{
  SpTagging *tagging = sp_analysis_get_tagging (analysis);
  guint n_tags;
  const SpTag *tags = sp_tagging_get_tags (tagging, self->segment, &n_tags);

  for (guint i = 0; i < n_tags; i++)
    {
      SpTagLine *line = tag_line_new (tags[i].category, dup_confidence (tagging, &tags[i]));

      self->categories |= tags[i].weak ? 0 : 1u << tags[i].category;
      explain (analysis, self->segment, line);
      g_ptr_array_add (self->tags, line);
    }
}

static void
list_findings (SpAnalysis *analysis, guint segment, GPtrArray *points)
{
  GPtrArray *findings = sp_analysis_get_findings (analysis);

  for (guint i = 0; i < findings->len; i++)
    {
      const SpFinding *finding = g_ptr_array_index (findings, i);
      const char *explanation = finding->explanation;
      g_autoptr (GArray) here = g_array_new (FALSE, FALSE, sizeof (SpEvidence));

      for (guint j = 0; j < finding->evidence->len; j++)
        if (g_array_index (finding->evidence, SpEvidence, j).segment == segment)
          g_array_append_val (here, g_array_index (finding->evidence, SpEvidence, j));
      if (here->len > 0)
        g_ptr_array_add (points, sp_point_new (sp_mark_from_severity (finding->severity),
                                               _(finding->detector->title),
                                               explanation != NULL ? _(explanation) : NULL, here));
    }
}

static void
list_statements (SpAnalysis *analysis, guint segment, GPtrArray *points)
{
  const char *text = sp_document_get_text (sp_analysis_get_document (analysis), NULL);
  GPtrArray *statements = sp_analysis_get_statements (analysis);

  for (guint i = 0; i < statements->len; i++)
    {
      const SpStatement *statement = g_ptr_array_index (statements, i);
      g_autoptr (GArray) evidence = g_array_new (FALSE, FALSE, sizeof (SpEvidence));
      g_autofree char *words = NULL;
      SpEvidence place = sp_analysis_locate_statement (analysis, statement);

      if (statement->segment != segment)
        continue;
      words = sp_statement_dup_words (statement, text);
      g_array_append_val (evidence, place);
      g_ptr_array_add (points, sp_point_new (SP_MARK_NOTE, words, NULL, evidence));
    }
}

static char *
dup_quote (const SpBlock *block, const char *text)
{
  g_autofree char *words = sp_span_dup_text (block->span, text);
  g_autofree char *cut = NULL;

  g_strdelimit (words, "\n", ' ');
  if (g_utf8_strlen (words, -1) <= MAX_QUOTE)
    return g_steal_pointer (&words);
  cut = g_utf8_substring (words, 0, MAX_QUOTE);
  return g_strconcat (g_strchomp (cut), "…", NULL);
}

/**
 * sp_clause_details_new:
 *
 * Returns: (transfer full): what is known of one clause
 */
SpClauseDetails *
sp_clause_details_new (SpAnalysis *analysis, guint segment)
{
  SpClauseDetails *self = g_new0 (SpClauseDetails, 1);
  SpSegmentation *segmentation = sp_analysis_get_segmentation (analysis);
  const char *text = sp_document_get_text (sp_analysis_get_document (analysis), NULL);
  guint n_segments;
  const SpBlock *block = sp_segmentation_get_segments (segmentation, &n_segments)[segment].block;

  self->segment = segment;
  self->section = dup_section (analysis, segment);
  self->quote = dup_quote (block, text);
  self->can_be_corrected = block->kind != SP_BLOCK_HEADING && block->kind != SP_BLOCK_BOILERPLATE;
  self->statements = g_ptr_array_new_with_free_func ((GDestroyNotify) sp_point_free);
  self->tags = g_ptr_array_new_with_free_func ((GDestroyNotify) tag_line_free);
  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) sp_point_free);
  self->is_corrected = sp_analysis_get_corrected_tags (analysis, segment, &self->categories);
  if (self->is_corrected)
    list_corrected_tags (self);
  else if (self->can_be_corrected)
    list_tags (self, analysis);
  list_statements (analysis, segment, self->statements);
  list_findings (analysis, segment, self->findings);
  return self;
}

/**
 * sp_clause_details_free:
 *
 * Frees what sp_clause_details_new() returned.
 */
void
sp_clause_details_free (SpClauseDetails *self)
{
  g_free (self->section);
  g_free (self->quote);
  g_ptr_array_unref (self->statements);
  g_ptr_array_unref (self->tags);
  g_ptr_array_unref (self->findings);
  g_free (self);
}
