/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-facts-private.h"

static const char *const cue_names[SP_FACT_CUE_MONTH] = {
  [SP_FACT_CUE_DATE] = "date-cue",           [SP_FACT_CUE_WEAK_DATE] = "weak-date-cue",
  [SP_FACT_CUE_EFFECTIVE] = "effective-cue", [SP_FACT_CUE_NO_DATE] = "no-date-cue",
  [SP_FACT_CUE_POLICY_WORD] = "policy-word", [SP_FACT_CUE_LEGAL_FORM] = "legal-form",
  [SP_FACT_CUE_FIRST_PERSON] = "first-person", [SP_FACT_CUE_OPERATOR] = "operator-cue",
  [SP_FACT_CUE_CONTROLLER] = "controller-cue", [SP_FACT_CUE_MEANS] = "means",
  [SP_FACT_CUE_COMPANY_VERB] = "company-verb", [SP_FACT_CUE_NO_NAME] = "no-name",
};

static gboolean
find_classes (SpFactReader *self, guint16 *marks_of_class)
{
  for (guint i = 0; i < SP_FACT_CUE_MONTH; i++)
    {
      int found = sp_lexicon_find_class (self->lexicon, cue_names[i]);

      if (found < 0)
        return FALSE;
      marks_of_class[found] = 1 << i;
    }
  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *name = g_strdup_printf ("month-%u", i + 1);

      self->months[i] = sp_lexicon_find_class (self->lexicon, name);
      if (self->months[i] < 0)
        return FALSE;
      marks_of_class[self->months[i]] = 1 << SP_FACT_CUE_MONTH;
    }
  return TRUE;
}

static void
mark_tokens (SpFactReader *self, const guint16 *marks_of_class)
{
  for (guint i = 0; i < self->n_sentences; i++)
    {
      g_autoptr (GArray) matches = sp_lexicon_match (self->lexicon, self->tokens, self->sentences[i].first_token,
                                                     self->sentences[i].n_tokens);

      for (guint j = 0; j < matches->len; j++)
        {
          const SpLexiconMatch *match = &g_array_index (matches, SpLexiconMatch, j);

          for (guint k = 0; k < match->n_tokens; k++)
            self->marks[match->first_token + k] |= marks_of_class[match->class_index];
        }
    }
}

/**
 * sp_facts_find:
 * @lexicon: of %SP_FACTS_LEXICON
 * @result: (out caller-allocates): to be cleared by sp_facts_clear()
 *
 * Finds who speaks in a document, and since when it says so. Dates come from the text alone, never
 * from what an archive wrote above it.
 */
void
sp_facts_find (SpSegmentation *segmentation, const SpLexicon *lexicon, SpFacts *result)
{
  SpFactReader reader = { segmentation, lexicon };
  g_autofree guint16 *marks_of_class = g_new0 (guint16, sp_lexicon_get_n_classes (lexicon));
  guint n_segments;

  *result = (SpFacts) { .companies = g_ptr_array_new_with_free_func (g_free) };
  g_return_if_fail (find_classes (&reader, marks_of_class));

  reader.text = sp_document_get_text (sp_segmentation_get_document (segmentation), NULL);
  reader.segments = sp_segmentation_get_segments (segmentation, &n_segments);
  reader.sentences = sp_segmentation_get_sentences (segmentation, &reader.n_sentences);
  reader.tokens = sp_segmentation_get_tokens (segmentation, &reader.n_tokens);
  reader.marks = g_new0 (guint16, reader.n_tokens);
  mark_tokens (&reader, marks_of_class);

  sp_facts_find_dates (&reader, result);
  sp_facts_find_names (&reader, result);
  g_free (reader.marks);
}

void
sp_facts_clear (SpFacts *self)
{
  g_clear_pointer (&self->companies, g_ptr_array_unref);
  g_clear_pointer (&self->we, g_free);
  g_clear_pointer (&self->policy_date, g_free);
  g_clear_pointer (&self->effective_date, g_free);
}
