/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-frame-private.h"

/* Which stretches of a sentence say what something is done for. */

/* Whether what a word begins is said to be a purpose: “to improve”, “for marketing”, “helps us”. */
static gboolean
opens_purpose (const SpFrameSentence *sentence, guint word)
{
  if (sp_frame_begins (sentence, word, SP_CUE (NOT_PURPOSE)))
    return FALSE;
  return sp_frame_begins (sentence, word, SP_CUE (PURPOSE) | SP_CUE (FOR) | SP_CUE (TO));
}

/* “We”, “you”, “who” before a verb, and what opens another clause, end it. */
static gboolean
closes_purpose (const SpFrameSentence *sentence, guint word, guint opened)
{
  if (sp_frame_begins (sentence, word, SP_CUE (ENDS_CLAUSE) | SP_CUE (EXCEPTION) | SP_CUE (CONDITION)))
    return TRUE;
  return word > opened + 4 && sp_frame_begins (sentence, word, SP_CUE (WE) | SP_CUE (THEY))
         && sp_frame_covers (sentence, word + 1, SP_CUE (AUXILIARY) | SP_CUE (PERMITTED));
}

/* A lead-in such as “for the following purposes:” makes purposes of its items. */
static gboolean
leads_to_purposes (const SpFrameSentence *sentence)
{
  for (guint i = 0; i < sentence->view->joint; i++)
    if (opens_purpose (sentence, i))
      return TRUE;
  return FALSE;
}

/**
 * sp_frame_mark_purposes:
 *
 * Finds the stretches of the sentence that say what something is done for.
 */
void
sp_frame_mark_purposes (SpFrameSentence *sentence)
{
  const SpSentenceView *view = sentence->view;
  gboolean open = FALSE;
  guint opened = 0;

  for (guint i = 0; i < view->n_words; i++)
    {
      if (i > 0 && view->words[i].clause != view->words[i - 1].clause)
        open = FALSE;
      if (view->joint > 0 && i == view->joint)
        open = leads_to_purposes (sentence);
      if (opens_purpose (sentence, i))
        {
          open = TRUE;
          opened = i;
        }
      else if (open && closes_purpose (sentence, i, opened))
        open = FALSE;
      sentence->purpose[i] = open;
    }
}
