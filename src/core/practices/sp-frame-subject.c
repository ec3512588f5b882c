/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-frame-private.h"

/* So far before its verb a subject may stand: “we and the companies that we work with may”. */
#define MAX_REACH 14

/* So far after a passive its agent may begin: “collected automatically on our site by”. */
#define AGENT_REACH 6

/* So many other parties may do one thing together. */
#define MAX_ACTORS 12

/* Returns: the last word of what “and”, “or” or a comma joins to what begins at @word, articles left out,
 * or %SP_NO_WORD */
static guint
find_joined_before (const SpFrameSentence *sentence, guint word)
{
  const SpViewWord *words = sentence->view->words;
  gboolean joined = FALSE;

  while (word > 0 && words[word - 1].clause == words[word].clause)
    {
      joined |= (words[word].flags & SP_VIEW_COMMA) != 0;
      word--;
      if (sp_frame_covers (sentence, word, SP_CUE (CONJUNCTION)))
        joined = TRUE;
      else if (joined || !sp_frame_covers (sentence, word, SP_CUE (ARTICLE)))
        return joined ? word : SP_NO_WORD;
    }
  return SP_NO_WORD;
}

/* “We, our partners and advertisers”: who else is named before the actor of @group. */
static void
add_joined_actors (const SpFrameSentence *sentence, SpVerbGroup *group)
{
  for (guint i = 0; i < MAX_ACTORS; i++)
    {
      guint before = find_joined_before (sentence, group->actors->start);
      const SpConceptHit *hit;

      if (before == SP_NO_WORD || sp_frame_sentence_is_governed (sentence, before))
        return;
      hit = sp_frame_sentence_get_hit (sentence, before, SP_CONCEPT_ENTITY);
      if (hit == NULL)
        {
          group->with_us = sp_frame_covers (sentence, before, SP_CUE (SPEAKER) | SP_CUE (COMPANY));
          return;
        }
      group->actors = hit;
      group->n_actors++;
    }
}

static void
set_actor (const SpFrameSentence *sentence, SpVerbGroup *group, const SpConceptHit *actor)
{
  group->actors = actor;
  group->n_actors = 1;
  group->subject = SP_SUBJECT_THIRD_PARTY;
  if (g_str_equal (actor->concept->id, "first-party"))
    group->subject = SP_SUBJECT_FIRST_PARTY;
  else
    add_joined_actors (sentence, group);
}

/* A subject named by @word, if it names one. */
static gboolean
take_subject (const SpFrameSentence *sentence, SpVerbGroup *group, guint word)
{
  const SpConceptHit *hit = sp_frame_sentence_get_hit (sentence, word, SP_CONCEPT_ENTITY);

  /* A company named in its own policy is “we”. */
  if (sp_frame_covers (sentence, word, SP_CUE (COMPANY)))
    group->subject = SP_SUBJECT_FIRST_PARTY;
  else if (hit != NULL && !g_str_equal (hit->concept->id, "public"))
    set_actor (sentence, group, hit);
  else if (sp_frame_covers (sentence, word, SP_CUE (OUTSIDERS)))
    group->subject = SP_SUBJECT_THIRD_PARTY;
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
  group->actors = governor->actors;
  group->n_actors = governor->n_actors;
  group->with_us = governor->with_us;
  group->implied = governor->implied;
  group->anaphoric = governor->anaphoric;
}

/* “By us and (by) our partners”: who else is named behind the agent at @word. */
static void
add_further_agents (const SpFrameSentence *sentence, SpVerbGroup *group, guint word)
{
  const guint64 between = SP_CUE (CONJUNCTION) | SP_CUE (ARTICLE) | SP_CUE (BY);
  const SpConceptHit *hit;
  guint at = group->n_actors > 0 ? group->actors[group->n_actors - 1].end : word + 1;
  guint next = at;

  while (sp_frame_covers (sentence, next, between) && sentence->hit_at[next] == SP_NO_WORD)
    next++;
  hit = sp_frame_sentence_get_hit (sentence, next, SP_CONCEPT_ENTITY);
  if (hit == NULL || !(sp_frame_covers (sentence, at, SP_CUE (CONJUNCTION))
                       || sentence->view->words[at].flags & SP_VIEW_COMMA))
    return;
  if (group->n_actors == 0)
    {
      group->with_us = group->subject == SP_SUBJECT_FIRST_PARTY;
      group->actors = hit;
      group->subject = SP_SUBJECT_THIRD_PARTY;
    }
  else if (hit != group->actors + group->n_actors)
    return;
  if (++group->n_actors < MAX_ACTORS)
    add_further_agents (sentence, group, hit->end - 1);
}

/* Who is named right behind the “by” at @word. */
static gboolean
take_agent (const SpFrameSentence *sentence, SpVerbGroup *group, guint word)
{
  for (guint i = word + 1; i < MIN (word + 5, sentence->view->n_words); i++)
    if (take_subject (sentence, group, i))
      {
        if (group->subject != SP_SUBJECT_USER)
          add_further_agents (sentence, group, i);
        return TRUE;
      }
  return FALSE;
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
      if (sentence->begins[i] & SP_CUE (BY))
        return take_agent (sentence, group, i);
    }
  return FALSE;
}

/* “The collection of your data is done by our partners”. */
static gboolean
find_doer (const SpFrameSentence *sentence, SpVerbGroup *group)
{
  const SpSentenceView *view = sentence->view;
  guint last = MIN (group->end + SP_FRAME_REACH, view->n_words);

  for (guint i = group->end; i < last && view->words[i].clause == view->words[group->verb].clause; i++)
    if (sentence->begins[i] & SP_CUE (DONE_BY))
      return take_agent (sentence, group, i + 1);
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

/* “We rent lists to marketers and do not sell your data”: a verb behind “and” goes on with the last that
 * was said as it is, not with the noun before “and”.
 *
 * Returns: its index, or %SP_NO_WORD */
static guint
find_coordinate (const SpFrameSentence *sentence, guint index)
{
  const SpVerbGroup *group = sp_frame_get_group (sentence, index);
  guint before = sp_frame_sentence_skip_back (sentence, group->start);

  if (group->voice != SP_VOICE_ACTIVE
      || !sp_frame_covers (sentence, before, SP_CUE (CONJUNCTION) | SP_CUE (CONTRAST)))
    return SP_NO_WORD;
  for (guint i = index; i-- > 0 && index - i < SP_FRAME_LIST;)
    {
      const SpVerbGroup *last = sp_frame_get_group (sentence, i);

      if (sentence->view->words[last->verb].clause != sentence->view->words[group->verb].clause)
        break;
      if (last->voice == SP_VOICE_ACTIVE && !last->infinitive
          && (last->form == SP_VERB_GERUND) == (group->form == SP_VERB_GERUND)
          && !sp_frame_follows_object (sentence, last))
        return i;
    }
  return SP_NO_WORD;
}

static void
search_back (SpFrameSentence *sentence, guint index)
{
  SpVerbGroup *group = sp_frame_get_group (sentence, index);
  guint at = group->start;
  guint coordinate = find_coordinate (sentence, index);

  if (coordinate != SP_NO_WORD)
    {
      inherit (sentence, group, coordinate);
      return;
    }
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
          && !sp_frame_covers (sentence, at, SP_CUE (OUTSIDERS))
          && group->voice == SP_VOICE_ACTIVE && i < 2 && !sp_frame_sentence_is_governed (sentence, at))
        return; /* “cookies collect”: the tool for who uses it */
      if (index > 0 && at < sp_frame_get_group (sentence, index - 1)->end
          && at >= sp_frame_get_group (sentence, index - 1)->start)
        {
          const SpVerbGroup *last = sp_frame_get_group (sentence, index - 1);
          guint head = group->voice == SP_VOICE_ACTIVE ? sp_frame_find_head (sentence, last) : SP_NO_WORD;

          if (head != SP_NO_WORD && take_subject (sentence, group, head))
            group->implied = FALSE;
          else if (last->voice == group->voice || group->voice == SP_VOICE_ACTIVE)
            inherit (sentence, group, index - 1);
          return;
        }
      if (group->voice == SP_VOICE_PASSIVE || sp_frame_sentence_is_governed (sentence, at))
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
  SpVerbGroup *group = sp_frame_get_group (sentence, index);
  guint before = sp_frame_sentence_skip_back (sentence, group->start);

  if (before != SP_NO_WORD && !sp_frame_sentence_is_governed (sentence, before)
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

/* A further word stands behind it, and so a further token. */
static gboolean
is_possessive (const SpFrameSentence *sentence, guint word)
{
  const SpToken *token = &sentence->tokens[sentence->view->words[word].token];

  return g_str_has_suffix (token->norm, "'s") || g_str_equal (token[1].norm, "'");
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
      /* “Advertisers' use of cookies” */
      if (sp_frame_sentence_get_hit (sentence, before, SP_CONCEPT_ENTITY) != NULL && is_possessive (sentence, before))
        {
          group->implied = !take_subject (sentence, group, before);
          return;
        }
      if (!sp_frame_covers (sentence, before, SP_CUE (CONJUNCTION) | SP_CUE (ARTICLE))
          && sentence->verbs[before] == NULL)
        break;
      before = sp_frame_sentence_skip_back (sentence, before);
    }
  group->implied = !find_agent (sentence, group) && !find_doer (sentence, group);
}

/* “Unsubscribe” is what only the reader does. */
static gboolean
is_readers (const SpVerbGroup *group)
{
  gboolean any = FALSE;

  for (guint i = 0; i < group->n_readings; i++)
    {
      if (group->readings[i].action != SP_NO_ACTION)
        return FALSE;
      any |= group->readings[i].user_action != SP_NO_ACTION;
    }
  return any;
}

static void
find_subject (SpFrameSentence *sentence, guint index)
{
  SpVerbGroup *group = sp_frame_get_group (sentence, index);
  const SpVerbGroup *last = index > 0 ? sp_frame_get_group (sentence, index - 1) : NULL;

  group->governor = SP_NO_WORD;
  if (last != NULL && last->list == group->list)
    inherit (sentence, group, index - 1);
  else if (group->voice == SP_VOICE_NOMINAL)
    find_for_noun (sentence, group);
  else if (group->infinitive)
    find_for_infinitive (sentence, index);
  else if (index > 0 && group->form == SP_VERB_GERUND && group->start == group->verb
           && sp_frame_covers (sentence, sp_frame_sentence_skip_back (sentence, group->start), SP_CUE (BY)))
    inherit (sentence, group, index - 1);
  else
    search_back (sentence, index);

  if (group->voice == SP_VOICE_PASSIVE && find_agent (sentence, group))
    group->implied = FALSE;
  if (group->implied && is_readers (group))
    group->subject = SP_SUBJECT_USER;
}

static gboolean
is_bare (const SpFrameSentence *sentence, const SpVerbGroup *group)
{
  /* “Providing you with a copy” is not what you do. */
  return group->implied && group->voice == SP_VOICE_ACTIVE && !sp_frame_covers (sentence, group->end, SP_CUE (YOU))
         && (group->infinitive || (group->form == SP_VERB_GERUND && group->start == group->verb));
}

/* “To use these services, you need an account”, “by using the site, you agree”: who does what stands in
 * front is named behind it. */
static void
find_for_front (const SpFrameSentence *sentence)
{
  guint n = 0;

  while (n < sentence->groups->len && is_bare (sentence, sp_frame_get_group (sentence, n)))
    n++;
  if (n == sentence->groups->len || sp_frame_get_group (sentence, n)->subject != SP_SUBJECT_USER)
    return;
  for (guint i = 0; i < n; i++)
    sp_frame_get_group (sentence, i)->subject = SP_SUBJECT_USER;
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
  find_for_front (sentence);
}
