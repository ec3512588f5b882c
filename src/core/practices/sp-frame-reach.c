/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-frame-private.h"

/* Where the roles of a verb stand: how far it reaches to either side. */

static guint
index_of (const SpFrameSentence *sentence, const SpVerbGroup *group)
{
  return group - sp_frame_get_group (sentence, 0);
}

static gboolean
has_action (const SpVerbGroup *group)
{
  for (guint i = 0; i < group->n_readings; i++)
    if (group->readings[i].action != SP_NO_ACTION || group->readings[i].user_action != SP_NO_ACTION)
      return TRUE;
  return FALSE;
}

/* A colon goes on with what stands before it, a semicolon only in a list. */
static guint
find_clause_end (const SpFrameSentence *sentence, guint from)
{
  const SpSentenceView *view = sentence->view;
  guint at = from;

  while (at + 1 < view->n_words && at - from < SP_FRAME_REACH)
    {
      if (view->words[at + 1].clause != view->words[at].clause && !sp_frame_covers (sentence, at, SP_CUE (LISTS))
          && sentence->hit_at[at + 1] == SP_NO_WORD)
        break;
      at++;
    }
  return at + 1;
}

/**
 * sp_frame_find_subject_start:
 *
 * Returns: the first word of a verb's subject, if that stands right before it, else of the verb group
 */
guint
sp_frame_find_subject_start (const SpFrameSentence *sentence, const SpVerbGroup *group)
{
  guint at = group->start;
  guint before = sp_frame_sentence_skip_back (sentence, at);

  if (before != SP_NO_WORD && !(sentence->view->words[at].flags & SP_VIEW_COMMA)
      && (sp_frame_covers (sentence, before, SP_CUE (WE) | SP_CUE (YOU) | SP_CUE (THEY))
          || sp_frame_sentence_get_hit (sentence, before, SP_CONCEPT_ENTITY) != NULL)
      && !sp_frame_sentence_is_governed (sentence, before))
    {
      at = before;
      while (at > 0 && sentence->hit_at[before] != SP_NO_WORD
             && sentence->hit_at[at - 1] == sentence->hit_at[before])
        at--;
    }
  return at;
}

/**
 * sp_frame_find_head:
 *
 * Returns: the noun that a clause is about, which is the subject of the next verb, or %SP_NO_WORD:
 *   “advertisers (that) we work with use cookies”
 */
guint
sp_frame_find_head (const SpFrameSentence *sentence, const SpVerbGroup *clause)
{
  guint start = sp_frame_find_subject_start (sentence, clause);
  guint before = sp_frame_sentence_skip_back (sentence, start);

  if (start == clause->start || sentence->view->words[start].flags & SP_VIEW_COMMA)
    return SP_NO_WORD;
  if (sp_frame_covers (sentence, before, SP_CUE (RELATIVE)))
    before = sp_frame_sentence_skip_back (sentence, before);
  return before != SP_NO_WORD && sp_frame_sentence_get_hit (sentence, before, SP_CONCEPT_ENTITY) != NULL
             && !sp_frame_sentence_is_governed (sentence, before)
           ? before
           : SP_NO_WORD;
}

/* “We collect your name, and your address is shared”: where the noun of the second begins.
 *
 * Returns: the word after the last “, and” between @floor and @start if data stands behind it, else
 *   @otherwise */
static guint
find_new_noun (const SpFrameSentence *sentence, guint floor, guint start, guint otherwise)
{
  gboolean has_data = FALSE;

  for (guint i = start; i-- > floor && start - i < SP_FRAME_REACH;)
    {
      has_data |= sp_frame_sentence_get_hit (sentence, i, SP_CONCEPT_DATA) != NULL;
      if (has_data && sp_frame_covers (sentence, i, SP_CUE (CONJUNCTION))
          && sentence->view->words[i].flags & SP_VIEW_COMMA)
        return i + 1;
    }
  return otherwise;
}

/* “Sell, rent or allow others to use your data”: what is allowed shares the objects of the list. */
static guint
find_last_of_list (const SpFrameSentence *sentence, const SpVerbGroup *group)
{
  const SpVerbGroup *last = sp_frame_get_group (sentence, group->list);
  guint next = group->list + 1;

  return group != last && !has_action (last) && next < sentence->groups->len
             && sp_frame_get_group (sentence, next)->infinitive
           ? next
           : group->list;
}

/* What is taken out is no role. */
static guint
find_exception (const SpFrameSentence *sentence, guint from, guint end)
{
  for (guint i = from; i < end; i++)
    if (sp_frame_begins (sentence, i, SP_CUE (EXCEPTION)))
      return i;
  return end;
}

/* Where the next verb that has objects of its own, behind group @last, takes over before @end. */
static guint
find_next_verb (const SpFrameSentence *sentence, const SpVerbGroup *group, guint last, guint end)
{
  guint from = sp_frame_get_group (sentence, last)->end;

  for (guint i = last + 1; i < sentence->groups->len; i++)
    {
      const SpVerbGroup *next = sp_frame_get_group (sentence, i);

      if (next->start >= end)
        break;
      if (next->relative || !has_action (next))
        continue;
      end = MAX (from, sp_frame_find_subject_start (sentence, next));
      if (next->voice == SP_VOICE_PASSIVE && group->voice == SP_VOICE_ACTIVE)
        end = find_new_noun (sentence, from, next->start, end);
      break;
    }
  return end;
}

/* From behind the last verb of the list up to the next verb that has objects of its own. */
SpFrameRange
sp_frame_reach_right (const SpFrameSentence *sentence, const SpVerbGroup *group)
{
  guint last = find_last_of_list (sentence, group);
  guint from = sp_frame_get_group (sentence, last)->end;
  SpFrameRange range = { from, from };

  if (from < sentence->view->n_words)
    range.end = find_exception (sentence, from, find_clause_end (sentence, from - 1));
  range.end = find_next_verb (sentence, group, last, range.end);
  return range;
}

/* “The data that you give us with our partners”: how far the verb before the relative clause of group
 * @relative reaches over it. */
static guint
reach_over_relative (const SpFrameSentence *sentence, const SpVerbGroup *group, guint relative)
{
  guint from = sp_frame_get_group (sentence, relative)->end;
  guint end = from < sentence->view->n_words ? find_clause_end (sentence, from - 1) : from;

  return find_next_verb (sentence, group, relative, find_exception (sentence, from, end));
}

/* Recipients may be the subject of the verb that follows: “with partners who”, “to providers to”. */
SpFrameRange
sp_frame_reach_over_recipients (const SpFrameSentence *sentence, const SpVerbGroup *group, SpFrameRange right)
{
  for (guint i = group->list + 1; i < sentence->groups->len; i++)
    {
      const SpVerbGroup *next = sp_frame_get_group (sentence, i);

      if (next->start < right.end)
        continue;
      if (sp_frame_find_subject_start (sentence, next) != right.end)
        break;
      /* “The data that you give us with our partners” */
      if (sp_frame_follows_object (sentence, next))
        {
          right.end = reach_over_relative (sentence, group, i);
          continue;
        }
      if (next->infinitive || next->form == SP_VERB_GERUND
          || sp_frame_covers (sentence, next->start, SP_CUE (RELATIVE)))
        right.end = next->start;
      break;
    }
  return right;
}

/* Whether the verb of an object relative clause follows its object: “the data (that) we collect”. */
gboolean
sp_frame_follows_object (const SpFrameSentence *sentence, const SpVerbGroup *group)
{
  guint start = sp_frame_find_subject_start (sentence, group);
  guint before = sp_frame_sentence_skip_back (sentence, start);

  if (start == group->start)
    return FALSE;
  if (sp_frame_covers (sentence, before, SP_CUE (RELATIVE)))
    before = sp_frame_sentence_skip_back (sentence, before);
  return before != SP_NO_WORD && sp_frame_sentence_get_hit (sentence, before, SP_CONCEPT_DATA) != NULL
         && !(sentence->view->words[start].flags & SP_VIEW_COMMA);
}

/* “The data we collect”, “data collected by us”: the noun before such a verb is another's object too. */
static gboolean
hangs_on_noun (const SpFrameSentence *sentence, const SpVerbGroup *group)
{
  return group->relative || (group->voice == SP_VOICE_ACTIVE && sp_frame_follows_object (sentence, group));
}

/* “Visitors of any page on which this policy is posted”: a passive speaks of nothing before a relative
 * pronoun that has its own subject behind it, and a participle in a list item of nothing before the item.
 *
 * Returns: the first word that it may speak of */
static guint
find_clause_floor (const SpFrameSentence *sentence, const SpVerbGroup *group, guint index)
{
  guint floor = index > 0 ? sp_frame_get_group (sentence, index - 1)->end : 0;

  if (group->voice != SP_VOICE_PASSIVE)
    return 0;
  if (group->relative && group->verb >= sentence->view->joint)
    floor = MAX (floor, sentence->view->joint);
  for (guint i = group->start; i-- > floor && group->start - i < SP_FRAME_REACH;)
    if (sp_frame_covers (sentence, i, SP_CUE (RELATIVE)) && !sp_frame_covers (sentence, i, SP_CUE (ARTICLE))
        && sp_frame_sentence_skip_back (sentence, group->start) != i)
      return i + 1;
  return group->relative && group->verb >= sentence->view->joint ? sentence->view->joint : 0;
}

/* The noun a passive speaks of, or that a relative clause hangs on. */
SpFrameRange
sp_frame_reach_left (const SpFrameSentence *sentence, const SpVerbGroup *group)
{
  const SpViewWord *words = sentence->view->words;
  guint index = index_of (sentence, group);
  SpFrameRange range = { group->start, group->start };
  guint floor = 0;

  for (guint i = index; i-- > 0 && index - i < SP_FRAME_LIST;)
    if (sp_frame_get_group (sentence, i)->list != group->list && has_action (sp_frame_get_group (sentence, i))
        && !hangs_on_noun (sentence, sp_frame_get_group (sentence, i)))
      {
        floor = sp_frame_get_group (sentence, i)->end;
        break;
      }
  floor = MAX (floor, find_clause_floor (sentence, group, index));
  while (range.first > floor && group->start - range.first < SP_FRAME_REACH
         && (words[range.first - 1].clause == words[group->start].clause
             || sp_frame_covers (sentence, range.first - 1, SP_CUE (LISTS))))
    range.first--;
  if (index > 0 && sp_frame_get_group (sentence, index - 1)->voice == SP_VOICE_ACTIVE)
    range.first = find_new_noun (sentence, range.first, group->start, range.first);
  return range;
}

/* A fronted purpose belongs to the first verb after it: “To improve it, we collect …”. */
SpFrameRange
sp_frame_reach_front (const SpFrameSentence *sentence, const SpVerbGroup *group, SpFrameRange right)
{
  guint index = index_of (sentence, group);

  if (index > SP_FRAME_LIST)
    return right;
  for (guint i = 0; i < index; i++)
    if (sp_frame_get_group (sentence, i)->list != group->list && has_action (sp_frame_get_group (sentence, i))
        && !sp_frame_get_group (sentence, i)->infinitive)
      return right;
  right.first = 0;
  return right;
}

/* Purposes reach over verbs of their own: “to track usage and to improve”. */
SpFrameRange
sp_frame_reach_over_purposes (const SpFrameSentence *sentence, SpFrameRange right)
{
  while (right.end < sentence->view->n_words && sentence->purpose[right.end]
         && right.end - right.first < SP_FRAME_REACH)
    right.end++;
  return right;
}
