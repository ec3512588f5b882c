/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-frame-parser-private.h"

/* What makes a statement of a verb, and what only looks like one: wishes, questions, beliefs, titles. */

/* So far behind a verb “to you” may stand. */
#define READER_REACH 8

/* So far before a verb stands what makes it unreal: “prevent Google and its partners from”. */
#define UNREAL_REACH 8

/* So many words a line without a stop has that may be a title. */
#define MAX_TITLE 10
/* So many that is one. */
#define MAX_LABEL 2

/* --- Where it stands -------------------------------------------------------------------------- */

/* What the reader does not give, may not do with the data of others, or does not choose is nobody's
 * doing: “if you do not give us your name”. */
static gboolean
is_left_undone (const SpFrameSentence *sentence, const SpVerbGroup *group)
{
  if (group->subject != SP_SUBJECT_USER)
    return FALSE;
  for (guint i = group->start; i < group->verb; i++)
    if (sentence->covers[i] & SP_CUE (NOT))
      return TRUE;
  return FALSE;
}

/* “Whether we process your data”, “how to view it”: nobody says that it is done. */
static gboolean
is_asked (const SpFrameSentence *sentence, const SpVerbGroup *group)
{
  guint before = sp_frame_sentence_skip_back (sentence, sp_frame_find_subject_start (sentence, group));
  const char *norm;

  if (before == SP_NO_WORD)
    return FALSE;
  norm = sentence->tokens[sentence->view->words[before].token].norm;
  return g_str_equal (norm, "whether") || (group->infinitive && g_str_equal (norm, "how"));
}

/* “Prevents us from sharing”, “we will then stop sharing”, “if you believe that it was not”, “opt out of
 * the sale”: what is kept from happening, ends some time, is thought, or may be refused. */
static gboolean
is_unreal (const SpFrameSentence *sentence, const SpVerbGroup *group)
{
  guint first = group->start > UNREAL_REACH ? group->start - UNREAL_REACH : 0;
  gboolean denied = (sentence->view->words[group->verb].flags & SP_VIEW_DENIED) != 0;
  guint64 cues = 0;

  for (guint i = first; i < group->start; i++)
    {
      if (sentence->view->words[i].clause != sentence->view->words[group->verb].clause)
        cues = 0;
      else if (!(sentence->begins[i] & SP_CUE (HINDERS)) || i == 0 || !(sentence->covers[i - 1] & SP_CUE (NOT)))
        cues |= sentence->begins[i];
    }
  return (group->form == SP_VERB_GERUND && cues & SP_CUE (HINDERS)
          && sp_frame_covers (sentence, group->start - 1, SP_CUE (FROM)))
         || (group->form == SP_VERB_GERUND
             && sp_frame_covers (sentence, sp_frame_sentence_skip_back (sentence, group->start), SP_CUE (ENDED)))
         || (denied && cues & SP_CUE (BELIEF))
         || (group->voice == SP_VOICE_NOMINAL && sp_frame_is_wished (sentence, group));
}

/* “You may ask us not to sell your data” does not say that they are sold. */
static gboolean
is_only_refused (const SpFrameSentence *sentence, const SpVerbGroup *group, const SpVerbReading *reading)
{
  return reading->action == SP_ACTION_SELL && sentence->view->words[group->verb].flags & SP_VIEW_DENIED
         && sp_frame_is_wished (sentence, group);
}

/* “Profile data, sharing data and settings”: the name of a kind of data. */
static gboolean
is_named_kind (const SpFrameSentence *sentence, const SpVerbGroup *group)
{
  const SpConceptHit *object = sp_frame_sentence_get_hit (sentence, group->end, SP_CONCEPT_DATA);
  guint before = group->start > 0 && sp_frame_covers (sentence, group->start - 1, SP_CUE (CONJUNCTION))
                   ? group->start - 1 : group->start;

  return group->form == SP_VERB_GERUND && group->start == group->verb && object != NULL
         && object->end == group->end + 1 && before > 0
         && sp_frame_sentence_get_hit (sentence, before - 1, SP_CONCEPT_DATA) != NULL;
}

/**
 * sp_frame_is_said:
 *
 * Returns: whether the verb says anything where it stands
 */
gboolean
sp_frame_is_said (const SpFrameSentence *sentence, const SpVerbGroup *group, const SpVerbReading *reading)
{
  SpViewFlags flags = sentence->view->words[group->verb].flags;

  return !(flags & SP_VIEW_UNVOUCHED) && !(flags & SP_VIEW_DENIED && reading->is_open)
         && !is_left_undone (sentence, group) && !is_asked (sentence, group)
         && !is_only_refused (sentence, group, reading) && !is_named_kind (sentence, group)
         && !is_unreal (sentence, group);
}

/* --- What stands around it -------------------------------------------------------------------- */

/* “We notify you”, “you will be notified”. */
static gboolean
addresses_reader (const SpFrameSentence *sentence, const SpVerbGroup *group)
{
  guint before = sp_frame_sentence_skip_back (sentence, group->start);

  return sp_frame_covers (sentence, group->end, SP_CUE (YOU))
         || (group->voice == SP_VOICE_PASSIVE && sp_frame_covers (sentence, before, SP_CUE (YOU)));
}

static gboolean
is_satisfied (const SpFrameParser *self, const SpVerbGroup *group, SpVerbNeed need)
{
  const SpFrameRoles *roles = &self->roles;
  gboolean has_data = roles->data->len > 0 || roles->pronoun != SP_NO_WORD;

  switch (need)
    {
    case SP_VERB_NEEDS_DATA:
      return has_data;
    case SP_VERB_NEEDS_PURPOSE:
      return roles->purposes->len > 0;
    case SP_VERB_NEEDS_RECIPIENT:
      return roles->recipients->len > 0;
    case SP_VERB_NEEDS_DATA_OR_RECIPIENT:
      return has_data || roles->recipients->len > 0;
    case SP_VERB_NEEDS_READER:
      return addresses_reader (self->sentence, group);
    case SP_VERB_NEEDS_DATA_OR_READER:
      return has_data || addresses_reader (self->sentence, group)
             || sp_frame_covers (self->sentence, group->end, SP_CUE (YOUR));
    case SP_VERB_NEEDS_NOTHING:
    default:
      return has_data || roles->purposes->len > 0 || roles->recipients->len > 0;
    }
}

/* “We will give you your data”, “you may request that we disclose …”: what goes to the reader is no
 * sharing. */
static gboolean
is_for_reader (const SpFrameParser *self, const SpVerbGroup *group)
{
  const SpFrameSentence *sentence = self->sentence;
  guint first = group->start > SP_FRAME_REACH ? group->start - SP_FRAME_REACH : 0;
  gboolean claimed = FALSE;

  if (self->roles.recipients->len > 0 || group->subject != SP_SUBJECT_FIRST_PARTY)
    return FALSE;
  if (sp_frame_covers (sentence, group->end, SP_CUE (YOU)))
    return TRUE;
  for (guint i = group->end; i < group->end + READER_REACH; i++)
    if (sp_frame_begins (sentence, i, SP_CUE (TOWARDS)) && sp_frame_covers (sentence, i + 1, SP_CUE (YOU)))
      return TRUE;
  for (guint i = first; i < sp_frame_find_subject_start (sentence, group); i++)
    {
      if (sentence->covers[i] & (SP_CUE (SPEAKER) | SP_CUE (OUR)))
        claimed = FALSE;
      claimed |= (sentence->begins[i] & SP_CUE (CLAIM)) != 0 && !sp_frame_covers (sentence, i - 1, SP_CUE (OUR));
    }
  return claimed;
}

/* What you view or accept, or use to block something, is no choice; what you may view is, and what you are
 * allowed to. */
static gboolean
is_choice (const SpFrameSentence *sentence, const SpVerbGroup *group)
{
  const SpVerbGroup *before = group > sp_frame_get_group (sentence, 0) ? group - 1 : NULL;

  if (sp_frame_find_modality (sentence, group) != SP_MODALITY_STATED)
    return TRUE;
  if (!group->infinitive || before == NULL)
    return group->infinitive;
  for (guint i = 0; i < before->n_readings; i++)
    if (before->readings[i].action == SP_ACTION_USE && before->readings[i].user_action == SP_NO_ACTION)
      return FALSE;
  return TRUE;
}

/**
 * sp_frame_makes_sense:
 *
 * Returns: whether what stands around the verb makes a statement of it
 */
gboolean
sp_frame_makes_sense (const SpFrameParser *self, const SpVerbGroup *group, const SpVerbReading *reading)
{
  const SpFrameRoles *roles = &self->roles;

  if (!is_satisfied (self, group, reading->need))
    return FALSE;
  /* “Advertise”, “Contact us”: an entry of a menu. */
  if (group->implied && roles->data->len == 0 && self->sentence->view->n_words <= MAX_LABEL)
    return FALSE;
  if (reading->action == SP_ACTION_SHARE && is_for_reader (self, group))
    return FALSE;
  /* “The providers that it works with” only tells which ones. */
  if (reading->need == SP_VERB_NEEDS_RECIPIENT && group->subject == SP_SUBJECT_THIRD_PARTY)
    return FALSE;
  /* “We cannot respond to your request” is no promise. */
  if (reading->need == SP_VERB_NEEDS_PURPOSE
      && self->sentence->view->words[group->verb].flags & SP_VIEW_DENIED
      && sp_frame_find_modality (self->sentence, group) == SP_MODALITY_PERMITTED)
    return FALSE;
  if (group->subject == SP_SUBJECT_USER && reading->user_action == SP_ACTION_ALLOW
      && reading->need == SP_VERB_NEEDS_DATA && !is_choice (self->sentence, group))
    return FALSE;
  if (group->subject == SP_SUBJECT_THIRD_PARTY && reading->need == SP_VERB_NEEDS_NOTHING
      && roles->data->len + roles->purposes->len == 0 && roles->pronoun == SP_NO_WORD)
    return FALSE;
  /* “They improve over time”: nobody knows who. */
  return !group->anaphoric || roles->data->len + roles->recipients->len > 0 || roles->pronoun != SP_NO_WORD
         || self->last_actors->len > 0;
}

/* --- Titles ----------------------------------------------------------------------------------- */

static gboolean
is_finite (const SpVerbGroup *group)
{
  return !group->infinitive && group->voice != SP_VOICE_NOMINAL && !group->relative
         && (group->start < group->verb || group->form == SP_VERB_BASE || group->form == SP_VERB_THIRD);
}

/**
 * sp_frame_is_title:
 *
 * Returns: whether the sentence only announces: “Disclosure of your data”, “How we use it”
 */
gboolean
sp_frame_is_title (const SpFrameParser *self, guint index)
{
  const SpFrameSentence *sentence = self->sentence;
  const SpSentence *read = &self->reading->sentences[index];
  const SpSegment *segment = &self->reading->segments[read->segment];
  const SpToken *last = &self->tokens[read->first_token + read->n_tokens - 1];

  if (segment->n_sentences != 1 || sentence->view->joint > 0 || sentence->view->n_words > MAX_TITLE
      || last->kind == SP_TOKEN_PUNCTUATION || segment->block->kind == SP_BLOCK_ITEM
      || segment->block->kind == SP_BLOCK_ROW)
    return FALSE;
  if (sentence->begins[0] & SP_CUE (ASKS) || sentence->view->n_words <= MAX_LABEL)
    return TRUE;
  for (guint i = 0; i < sentence->groups->len; i++)
    if (is_finite (sp_frame_get_group (sentence, i)))
      return FALSE;
  return TRUE;
}
