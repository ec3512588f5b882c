/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-clause-details.h"

#include <glib/gi18n.h>

#include "sp-statement-words.h"

#define MAX_QUOTE 160

static void
tag_line_free (SpTagLine *line)
{
  g_free (line->confidence);
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

static void
list_tags (SpAnalysis *analysis, guint segment, GPtrArray *lines)
{
  guint n_tags;
  const SpTag *tags = sp_tagging_get_tags (sp_analysis_get_tagging (analysis), segment, &n_tags);

  for (guint i = 0; i < n_tags; i++)
    {
      SpTagLine *line = g_new0 (SpTagLine, 1);

      line->category = tags[i].category;
      line->title = sp_category_get_title (tags[i].category);
      line->confidence = tags[i].weak ? g_strdup (_("a best guess, not sure enough to count"))
                                      : sp_words_dup_confidence (tags[i].confidence);
      g_ptr_array_add (lines, line);
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
      SpEvidence place = { statement->segment, statement->span };

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
  list_tags (analysis, segment, self->tags);
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
