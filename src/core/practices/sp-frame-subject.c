/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-frame-private.h"

/* So far before its verb a subject may stand: “we and the companies that we work with may”. */
#define MAX_REACH 14

/* So far after a passive its agent may begin: “collected automatically on our site by”. */
#define AGENT_REACH 6

static void
set_actor (SpVerbGroup *group, const SpConceptHit *actor)
{
  static const char *const ours[] = { "first-party", NULL };

  group->actor = actor;
  group->subject = SP_SUBJECT_THIRD_PARTY;
  if (g_strv_contains (ours, actor->concept->id))
    group->subject = SP_SUBJECT_FIRST_PARTY;
}

/* A subject named by @word, if it names one. */
static gboolean
take_subject (const SpFrameSentence *sentence, SpVerbGroup *group, guint word)
{
  const SpConceptHit *hit = sp_frame_sentence_get_hit (sentence, word, SP_CONCEPT_ENTITY);

  /* A company named in its own policy is “we”. */
  if (sp_frame_covers (sentence, word, SP_CUE (COMPANY)))
    group->subject = SP_SUBJECT_FIRST_PARTY;
  else if (hit != NULL)
    set_actor (group, hit);
  else if (sp_frame_covers (sentence, word, SP_CUE (WE)))
    group->subject = SP_SUBJECT_FIRST_PARTY;
  else if (sp_frame_covers (sentence, word, SP_CUE (YOU)))
    group->subject = SP_SUBJECT_USER;
  else if (sp_frame_covers (sentence, word, SP_CUE (THEY)))
    {
      group->subject = SP_SUBJECT_THIRD_PARTY;
      group->anaphoric = TRUE;
    }
  else
    return FALSE;
  return TRUE;
}

static void
inherit (SpFrameSentence *sentence, SpVerbGroup *group, guint from)
{
  const SpVerbGroup *governor = sp_frame_get_group (sentence, from);

  group->governor = from;
  group->subject = governor->subject;
  group->actor = governor->actor;
  group->implied = governor->implied;
  group->anaphoric = governor->anaphoric;
}

/* “Shared by our partners”, “collected by us”. */
static gboolean
find_agent (const SpFrameSentence *sentence, SpVerbGroup *group)
{
  const SpSentenceView *view = sentence->view;
  guint last = MIN (group->end + AGENT_REACH, view->n_words);

  for (guint i = group->end; i < last && view->words[i].clause == view->words[group->verb].clause; i++)
    {
      if (sentence->verbs[i] != NULL && !sp_frame_covers (sentence, i, SP_CUE (ADVERB)))
        return FALSE;
      if (!(sentence->begins[i] & SP_CUE (BY)))
        continue;
      for (guint j = i + 1; j < MIN (i + 5, view->n_words); j++)
        if (take_subject (sentence, group, j))
          return TRUE;
      return FALSE;
    }
  return FALSE;
}

/* What “which” or “who” stands for is the noun before it. */
static void
follow_relative (const SpFrameSentence *sentence, SpVerbGroup *group, guint relative)
{
  guint before = sp_frame_sentence_skip_back (sentence, relative);

  group->implied = TRUE;
  group->subject = SP_SUBJECT_FIRST_PARTY;
  for (guint i = 0; i < 4 && before != SP_NO_WORD; i++)
    {
      if (sp_frame_sentence_get_hit (sentence, before, SP_CONCEPT_DATA) != NULL)
        {
          group->relative = group->voice == SP_VOICE_PASSIVE;
          return;
        }
      if (take_subject (sentence, group, before))
        {
          group->implied = FALSE;
          return;
        }
      before = sp_frame_sentence_skip_back (sentence, before);
    }
}

/* A pronoun after a preposition is no subject: “information about you collected by”. */
static gboolean
is_governed (const SpFrameSentence *sentence, guint word)
{
  guint before;

  while (word > 0 && sentence->hit_at[word] != SP_NO_WORD
         && sentence->hit_at[word - 1] == sentence->hit_at[word])
    word--;
  before = sp_frame_sentence_skip_back (sentence, word);
  if (sp_frame_covers (sentence, before, SP_CUE (ARTICLE)))
    before = sp_frame_sentence_skip_back (sentence, before);
  return sp_frame_covers (sentence, before, SP_CUE (FROM) | SP_CUE (TOWARDS));
}

static void
search_back (SpFrameSentence *sentence, guint index)
{
  SpVerbGroup *group = &g_array_index (sentence->groups, SpVerbGroup, index);
  guint at = group->start;

  group->implied = TRUE;
  group->subject = SP_SUBJECT_FIRST_PARTY;
  for (guint i = 0; i < MAX_REACH; i++)
    {
      at = sp_frame_sentence_skip_back (sentence, at);
      if (at == SP_NO_WORD)
        return;
      if (sp_frame_covers (sentence, at, SP_CUE (RELATIVE)) && !sp_frame_covers (sentence, at, SP_CUE (ARTICLE)))
        {
          follow_relative (sentence, group, at);
          return;
        }
      if (sp_frame_sentence_get_hit (sentence, at, SP_CONCEPT_DATA) != NULL
          && group->voice == SP_VOICE_ACTIVE && i < 2)
        return; /* “cookies collect”: the tool for who uses it */
      if (index > 0 && at < sp_frame_get_group (sentence, index - 1)->end
          && at >= sp_frame_get_group (sentence, index - 1)->start)
        {
          if (sp_frame_get_group (sentence, index - 1)->voice == group->voice || group->voice == SP_VOICE_ACTIVE)
            inherit (sentence, group, index - 1);
          return;
        }
      if (group->voice == SP_VOICE_PASSIVE || (i > 0 && is_governed (sentence, at)))
        continue;
      if (take_subject (sentence, group, at))
        {
          group->implied = FALSE;
          return;
        }
    }
}

/* “allows us to share”, “ask you to give”, “permit partners to collect”; else that of the main verb. */
static void
find_for_infinitive (SpFrameSentence *sentence, guint index)
{
  SpVerbGroup *group = &g_array_index (sentence->groups, SpVerbGroup, index);
  guint before = sp_frame_sentence_skip_back (sentence, group->start);

  if (before != SP_NO_WORD && !is_governed (sentence, before)
      && (sp_frame_covers (sentence, before, SP_CUE (US)) || !sp_frame_covers (sentence, before, SP_CUE (WE)))
      && take_subject (sentence, group, before))
    return;
  /* “Third parties are not permitted to use” */
  if (index > 0 && sp_frame_get_group (sentence, index - 1)->voice == SP_VOICE_PASSIVE
      && sp_frame_get_group (sentence, index - 1)->end == group->start)
    {
      before = sp_frame_sentence_skip_back (sentence, sp_frame_get_group (sentence, index - 1)->start);
      if (before != SP_NO_WORD && take_subject (sentence, group, before))
        return;
    }
  /* “We give you the opportunity to enter” */
  if (index > 0 && sp_frame_covers (sentence, sp_frame_get_group (sentence, index - 1)->end, SP_CUE (YOU)))
    group->subject = SP_SUBJECT_USER;
  else if (index > 0 && sp_frame_get_group (sentence, index - 1)->voice != SP_VOICE_PASSIVE)
    inherit (sentence, group, index - 1);
  else
    search_back (sentence, index);
}

/* “Our use of”, “their disclosure of”, “the collection of … by our partners”. */
static void
find_for_noun (SpFrameSentence *sentence, SpVerbGroup *group)
{
  guint before = sp_frame_sentence_skip_back (sentence, group->start);

  group->implied = TRUE;
  group->subject = SP_SUBJECT_FIRST_PARTY;
  for (guint i = 0; i < 6 && before != SP_NO_WORD; i++)
    {
      if (sp_frame_covers (sentence, before, SP_CUE (OUR)))
        {
          group->implied = FALSE;
          return;
        }
      if (sp_frame_covers (sentence, before, SP_CUE (YOUR)))
        {
          group->subject = SP_SUBJECT_USER;
          return;
        }
      if (sp_frame_covers (sentence, before, SP_CUE (THEIR)))
        {
          group->subject = SP_SUBJECT_THIRD_PARTY;
          group->anaphoric = TRUE;
          return;
        }
      if (!sp_frame_covers (sentence, before, SP_CUE (CONJUNCTION) | SP_CUE (ARTICLE))
          && sentence->verbs[before] == NULL)
        break;
      before = sp_frame_sentence_skip_back (sentence, before);
    }
  find_agent (sentence, group);
}

static void
find_subject (SpFrameSentence *sentence, guint index)
{
  SpVerbGroup *group = &g_array_index (sentence->groups, SpVerbGroup, index);
  const SpVerbGroup *last = index > 0 ? sp_frame_get_group (sentence, index - 1) : NULL;

  group->governor = SP_NO_WORD;
  if (last != NULL && last->list == group->list)
    inherit (sentence, group, index - 1);
  else if (group->voice == SP_VOICE_NOMINAL)
    find_for_noun (sentence, group);
  else if (group->infinitive)
    find_for_infinitive (sentence, index);
  else
    search_back (sentence, index);

  if (group->voice == SP_VOICE_PASSIVE && find_agent (sentence, group))
    group->implied = FALSE;
}

/**
 * sp_frame_find_subjects:
 *
 * Finds who does what each verb says. Where nobody is named it is the company whose policy it is.
 */
void
sp_frame_find_subjects (SpFrameSentence *sentence)
{
  for (guint i = 0; i < sentence->groups->len; i++)
    find_subject (sentence, i);
}
