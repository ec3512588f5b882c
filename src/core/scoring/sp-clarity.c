/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-clarity.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "sp-contradiction.h"
#include "sp-json-writer.h"
#include "sp-text-utils.h"

/* Numbers in notes are written alike in every locale, as in the exports. */
typedef struct
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
} Figure;

static Figure
figure (double value, const char *format)
{
  Figure self;

  g_ascii_formatd (self.text, sizeof self.text, format, value);
  return self;
}

/**
 * sp_scale_apply:
 *
 * Returns: where @value lies between nothing and all, 0..1
 */
double
sp_scale_apply (const SpScale *scale, double value)
{
  return CLAMP ((value - scale->zero) / (scale->full - scale->zero), 0.0, 1.0);
}

static SpClarityResult
too_short (void)
{
  return (SpClarityResult) { NAN, g_strdup (_("The text is too short to measure this.")), NULL };
}

static SpClarityResult
measure_reading_ease (const SpScales *scales, const SpReadability *readability)
{
  double flesch = readability->flesch_reading_ease;
  double grade = readability->flesch_kincaid_grade;

  if (isnan (flesch) || isnan (grade))
    return too_short ();
  return (SpClarityResult) {
    (sp_scale_apply (&scales->flesch, flesch) + sp_scale_apply (&scales->grade, grade)) / 2,
    g_strdup_printf (_("Flesch Reading Ease %s, Flesch-Kincaid grade %s"),
                     figure (flesch, "%.1f").text, figure (grade, "%.1f").text),
    NULL,
  };
}

static SpClarityResult
measure_vagueness (const SpScales *scales, const SpVagueness *vagueness)
{
  double vague = vagueness->scored_per_1000;

  if (isnan (vague))
    return too_short ();
  return (SpClarityResult) {
    sp_scale_apply (&scales->per_1000, vague),
    g_strdup_printf (_("%s vague words in 1,000"), figure (vague, "%.1f").text),
    NULL,
  };
}

static SpClarityResult
measure_length (const SpScales *scales, const SpReadability *readability)
{
  if (readability->words < scales->min_words)
    return too_short ();
  return (SpClarityResult) {
    sp_scale_apply (&scales->minutes, readability->minutes),
    g_strdup_printf (_("%u words, %s minutes"), readability->words,
                     figure (readability->minutes, "%.1f").text),
    NULL,
  };
}

/* What a reader sees of the build of a text. */
typedef struct
{
  guint words;
  guint headings;
  guint recovered;
  guint items;
  guint longest_section;
  guint longest_paragraph;
} Structure;

static void
add_block (Structure *self, const SpBlock *block, guint n_words, guint *section_words)
{
  if (block->kind == SP_BLOCK_HEADING)
    {
      if ((block->flags & SP_BLOCK_RECOVERED) != 0)
        self->recovered++;
      else
        self->headings++;
      *section_words = 0;
      return;
    }
  self->words += n_words;
  self->items += block->kind == SP_BLOCK_ITEM;
  *section_words += n_words;
  self->longest_section = MAX (self->longest_section, *section_words);
  self->longest_paragraph = MAX (self->longest_paragraph, n_words);
}

static Structure
look_at_structure (SpDocument *document)
{
  const char *text = sp_document_get_text (document, NULL);
  Structure structure = { 0 };
  guint section_words = 0;

  for (guint i = 0; i < sp_document_get_n_blocks (document); i++)
    {
      const SpBlock *block = sp_document_get_block (document, i);

      if (block->kind != SP_BLOCK_BOILERPLATE)
        add_block (&structure, block,
                   sp_text_count_words (text + block->span.start, sp_span_length (block->span)),
                   &section_words);
    }
  return structure;
}

static SpClarityResult
measure_structure (const SpScales *scales, SpDocument *document)
{
  Structure structure = look_at_structure (document);
  double thousands = structure.words / 1000.0;

  if (!sp_document_get_has_structure (document) || structure.recovered > structure.headings)
    return (SpClarityResult) { NAN, g_strdup (_("The layout was lost before the text came here.")), NULL };
  if (structure.words < scales->min_words)
    return too_short ();
  return (SpClarityResult) {
    (sp_scale_apply (&scales->headings_per_1000, structure.headings / thousands)
     + sp_scale_apply (&scales->section_words, structure.longest_section)
     + sp_scale_apply (&scales->items_per_1000, structure.items / thousands)
     + sp_scale_apply (&scales->paragraph_words, structure.longest_paragraph)) / 4,
    g_strdup_printf (_("%u headings, %u list items; longest section %u words, longest paragraph %u"),
                     structure.headings, structure.items, structure.longest_section,
                     structure.longest_paragraph),
    NULL,
  };
}

/* Logical contradictions and conflicting choices weigh more than narrowings and broken promises. */
static gboolean
is_grave (const SpContradiction *contradiction)
{
  return contradiction->kind[0] == 'C' || g_str_equal (contradiction->kind, "X3");
}

static SpClarityResult
measure_consistency (const SpScales *scales, GPtrArray *contradictions)
{
  g_autoptr (GPtrArray) groups = sp_citations_new ();
  guint n_grave = 0, n = contradictions->len;

  for (guint i = 0; i < n; i++)
    {
      const SpContradiction *contradiction = contradictions->pdata[i];
      GArray *group = sp_citations_add_group (groups);

      n_grave += is_grave (contradiction);
      sp_citations_add (group, contradiction->a, contradiction->confidence);
      sp_citations_add (group, contradiction->b, contradiction->confidence);
    }
  return (SpClarityResult) {
    MAX (0.0, 1 - scales->per_contradiction * n_grave - scales->per_narrowing * (n - n_grave)),
    n == 0 ? g_strdup (_("No statements were found that contradict each other."))
           : g_strdup_printf (_("%u contradictions; %u narrowings or promises not kept"), n_grave, n - n_grave),
    sp_citations_choose (groups),
  };
}

static SpClarityResult
measure (const SpRubricItem *item, const SpClarityInput *input)
{
  switch (item->measure)
    {
    case SP_MEASURE_READING_EASE:
      return measure_reading_ease (&item->scales, input->readability);
    case SP_MEASURE_VAGUENESS:
      return measure_vagueness (&item->scales, input->vagueness);
    case SP_MEASURE_STRUCTURE:
      return measure_structure (&item->scales, input->document);
    case SP_MEASURE_LENGTH:
      return measure_length (&item->scales, input->readability);
    case SP_MEASURE_CONSISTENCY:
      return measure_consistency (&item->scales, input->contradictions);
    case SP_MEASURE_NONE:
      break;
    }
  g_assert_not_reached ();
}

/**
 * sp_clarity_measure:
 *
 * Computes one question of Clarity.
 *
 * Returns: its level and the raw figures
 */
SpClarityResult
sp_clarity_measure (const SpRubricItem *item, const SpClarityInput *input)
{
  SpClarityResult result = measure (item, input);

  /* Hundredths, so that the sums can be redone from an export. */
  if (!isnan (result.level))
    result.level = sp_round (result.level, 2);
  return result;
}
