/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-frame-private.h"

/* Strengths of section 7.4 of the rubric. A permission to do what is a risk counts as doing it. */
#define STRENGTH_COMMITTED 1.0
#define STRENGTH_STATED 0.95
#define STRENGTH_HEDGED 0.6
#define STRENGTH_ATTEMPTED 0.5
#define STRENGTH_PERMITTED_PROMISE 0.4

/* So far before its verb an auxiliary may stand. */
#define MODAL_REACH 10

/* So far before it “you prefer that” may stand. */
#define WISH_REACH 7

/* So far before a noun “we prohibit” may stand. */
#define FORBID_REACH 4

/* So far before it “you agree to” may stand. */
#define DEEMED_REACH 14

static guint64
get_modal_cues (const SpFrameSentence *sentence, guint first, guint end)
{
  guint64 cues = 0;

  for (guint i = first; i < end; i++)
    cues |= sentence->covers[i];
  return cues;
}

static guint
reach_back (const SpFrameSentence *sentence, guint from, guint reach)
{
  guint first = from > reach ? from - reach : 0;

  while (first < from && sentence->view->words[first].clause != sentence->view->words[from].clause)
    first++;
  return first;
}

/* “And we”, “but we”: one who begins anew. */
static gboolean
begins_anew (const SpFrameSentence *sentence, guint conjunction)
{
  return sp_frame_covers (sentence, conjunction, SP_CUE (CONJUNCTION) | SP_CUE (CONTRAST))
         && sp_frame_covers (sentence, conjunction + 1, SP_CUE (SPEAKER));
}

/* Returns: the last word between @first and @end that begins anew, or @first */
static guint
find_new_sentence (const SpFrameSentence *sentence, guint first, guint end)
{
  for (guint i = end; i-- > first + 1;)
    if (begins_anew (sentence, i - 1))
      return i;
  return first;
}

static const SpVerbGroup *
find_speaking_verb (const SpFrameSentence *sentence, const SpVerbGroup *group)
{
  const SpVerbGroup *groups = (const SpVerbGroup *) (gpointer) sentence->groups->data;

  for (guint i = 0; i < SP_FRAME_LIST && group->governor != SP_NO_WORD && group->start == group->verb; i++)
    group = &groups[group->governor];
  return group;
}

/**
 * sp_frame_find_modality:
 *
 * Returns: how firmly the verb is said, from its own auxiliaries or those of the verb it goes on with
 */
SpModality
sp_frame_find_modality (const SpFrameSentence *sentence, const SpVerbGroup *group)
{
  const SpVerbGroup *verb = find_speaking_verb (sentence, group);
  guint first = MIN (verb->start, reach_back (sentence, verb->verb, verb->infinitive ? MODAL_REACH : 0));
  guint64 cues = get_modal_cues (sentence, first, MAX (verb->verb, first));
  guint64 before = get_modal_cues (sentence, reach_back (sentence, group->start, DEEMED_REACH), group->start);

  if (group->subject == SP_SUBJECT_USER)
    return cues & SP_CUE (DUTY) && !(cues & SP_CUE (RIGHT)) ? SP_MODALITY_DUTY
           : cues & SP_CUE (RIGHT)                          ? SP_MODALITY_RIGHT
                                                            : SP_MODALITY_STATED;
  if (before & SP_CUE (DEEMED) && (group->voice == SP_VOICE_NOMINAL || group->infinitive || verb == group))
    return SP_MODALITY_DEEMED;
  if (cues & SP_CUE (PERMITTED))
    return SP_MODALITY_PERMITTED;
  if (cues & SP_CUE (ATTEMPTED))
    return SP_MODALITY_ATTEMPTED;
  return cues & SP_CUE (COMMITTED) ? SP_MODALITY_COMMITTED : SP_MODALITY_STATED;
}

/**
 * sp_frame_is_wished:
 *
 * Returns: whether the verb is what the reader may ask for: “if you prefer that we not share”
 */
gboolean
sp_frame_is_wished (const SpFrameSentence *sentence, const SpVerbGroup *group)
{
  guint first = reach_back (sentence, group->start, WISH_REACH);

  first = MAX (first, find_new_sentence (sentence, first, group->verb));
  return (get_modal_cues (sentence, first, group->start) & SP_CUE (WISH)) != 0
         && (get_modal_cues (sentence, reach_back (sentence, group->start, DEEMED_REACH), group->start)
             & SP_CUE (YOU)) != 0;
}

/**
 * sp_frame_is_ruled_out:
 *
 * Returns: whether what a noun or gerund names is denied behind it, “selling your data is prohibited”,
 *   or before it, “we prohibit the sale”
 */
gboolean
sp_frame_is_ruled_out (const SpFrameSentence *sentence, const SpVerbGroup *group)
{
  const SpViewWord *words = sentence->view->words;
  guint limit = MIN (group->end + SP_FRAME_REACH, sentence->view->n_words);

  if (group->voice != SP_VOICE_NOMINAL && (group->form != SP_VERB_GERUND || group->start != group->verb))
    return FALSE;
  if (get_modal_cues (sentence, reach_back (sentence, group->start, FORBID_REACH), group->start)
      & SP_CUE (FORBIDS))
    return TRUE;
  for (guint i = group->end; i < limit && words[i].clause == words[group->verb].clause; i++)
    if (sentence->begins[i] & (SP_CUE (RULED_OUT) | SP_CUE (CONTRAST) | SP_CUE (CONDITION) | SP_CUE (EXCEPTION)))
      return (sentence->begins[i] & SP_CUE (RULED_OUT)) != 0;
  return FALSE;
}

static gboolean
is_promise (SpAction action)
{
  return action >= SP_ACTION_DELETE;
}

/**
 * sp_frame_rate_strength:
 * @flags: of the verb: whether its denial is hedged
 *
 * Returns: 0..1 on the scale of section 7.4 of the rubric
 */
double
sp_frame_rate_strength (SpModality modality, SpAction action, SpViewFlags flags)
{
  if (flags & SP_VIEW_WEAK)
    return STRENGTH_HEDGED;
  switch (modality)
    {
    case SP_MODALITY_COMMITTED:
    case SP_MODALITY_DUTY:
      return STRENGTH_COMMITTED;
    case SP_MODALITY_PERMITTED:
      return is_promise (action) ? STRENGTH_PERMITTED_PROMISE : STRENGTH_STATED;
    case SP_MODALITY_ATTEMPTED:
      return STRENGTH_ATTEMPTED;
    case SP_MODALITY_STATED:
    case SP_MODALITY_RIGHT:
    case SP_MODALITY_DEEMED:
    default:
      return STRENGTH_STATED;
    }
}

/* --- Conditions and exceptions ----------------------------------------------------------------- */

static guint
find_end (const SpFrameSentence *sentence, guint start)
{
  const SpViewWord *words = sentence->view->words;
  guint at = start + 1;

  while (at < sentence->view->n_words && words[at].clause == words[start].clause
         && at - start < SP_FRAME_REACH
         && !begins_anew (sentence, at))
    at++;
  return at;
}

/* “Only with your consent do we”. */
static gboolean
is_inverted (const SpFrameSentence *sentence, guint auxiliary)
{
  return sp_frame_covers (sentence, auxiliary, SP_CUE (AUXILIARY))
         && sp_frame_covers (sentence, auxiliary + 1, SP_CUE (SPEAKER));
}

/* A condition that opens the sentence ends where its verb's subject begins: after a comma, or before an
 * auxiliary that the subject follows: “only with your consent do we”. */
static guint
find_front_end (const SpFrameSentence *sentence, guint start, guint limit)
{
  guint last = SP_NO_WORD;

  for (guint i = start + 1; i <= limit && i < sentence->view->n_words; i++)
    if (sentence->view->words[i].flags & SP_VIEW_COMMA)
      last = i;
    else if (last == SP_NO_WORD && is_inverted (sentence, i))
      return i;
  return last != SP_NO_WORD ? last : limit;
}

/* Whether the condition at @start is over before @end. */
static gboolean
is_over (const SpFrameSentence *sentence, guint start, guint end)
{
  for (guint i = start + 1; i <= end; i++)
    if (sentence->view->words[i].flags & SP_VIEW_COMMA || is_inverted (sentence, i))
      return TRUE;
  return FALSE;
}

/* “When you share it with us, …” is itself what it is said under.
 *
 * Returns: the end of the condition that begins at @start and holds the verb */
static guint
find_own_end (const SpFrameSentence *sentence, guint start, const SpVerbGroup *group)
{
  guint end = find_end (sentence, start);

  for (guint i = group->end; i < end; i++)
    if (sentence->view->words[i].flags & SP_VIEW_COMMA)
      return i;
  return MAX (end, group->end);
}

/* Whether what is said from @start on was said of an earlier verb: “we share it when you order, and we …”. */
static gboolean
is_of_earlier_verb (const SpFrameSentence *sentence, const SpVerbGroup *group, guint start)
{
  return find_new_sentence (sentence, start, group->verb) > start
         && group > sp_frame_get_group (sentence, 0) && sp_frame_get_group (sentence, 0)->verb < start;
}

static gboolean
opens_condition (const SpFrameSentence *sentence, guint word)
{
  return sp_frame_begins (sentence, word, SP_CUE (CONDITION))
         && !sp_frame_begins (sentence, word, SP_CUE (NOT_CONDITION));
}

/**
 * sp_frame_find_condition:
 * @start: (out): its first word
 * @end: (out): one past its last word
 *
 * Returns: whether the verb is said under a condition: “if you …, we”, “only with your consent”
 */
gboolean
sp_frame_find_condition (const SpFrameSentence *sentence, const SpVerbGroup *group, guint *start,
                         guint *end)
{
  const SpSentenceView *view = sentence->view;
  guint clause = view->words[group->verb].clause;

  for (guint i = group->end;
       i < view->n_words && view->words[i].clause == clause && i - group->end < SP_FRAME_REACH; i++)
    {
      if (begins_anew (sentence, i))
        break;
      if (!opens_condition (sentence, i))
        continue;
      *start = i;
      *end = find_end (sentence, i);
      return TRUE;
    }
  for (guint i = reach_back (sentence, group->start, SP_FRAME_REACH); i < group->verb; i++)
    {
      if (view->words[i].clause != clause || !opens_condition (sentence, i)
          || is_of_earlier_verb (sentence, group, i))
        continue;
      *start = i;
      *end = is_over (sentence, i, group->verb)
               ? find_front_end (sentence, i, i < group->start ? group->start : group->verb)
               : find_own_end (sentence, i, group);
      return *end > *start;
    }
  return FALSE;
}

/**
 * sp_frame_find_exception:
 *
 * Returns: whether the sentence takes something back behind the verb: “except to our providers”
 */
gboolean
sp_frame_find_exception (const SpFrameSentence *sentence, const SpVerbGroup *group, guint *start,
                         guint *end)
{
  const SpSentenceView *view = sentence->view;
  guint limit = MIN (view->n_words, group->end + SP_FRAME_REACH);

  if (group->start > 0 && sentence->begins[0] & SP_CUE (EXCEPTION)
      && !(sentence->begins[0] & SP_CUE (ENDS_CLAUSE)))
    {
      *start = 0;
      *end = find_front_end (sentence, 0, MIN (group->start, SP_FRAME_REACH));
      if (view->words[*end].flags & SP_VIEW_COMMA)
        return TRUE;
    }
  for (guint i = group->end; i < limit; i++)
    if (sentence->begins[i] & SP_CUE (EXCEPTION))
      {
        *start = i;
        *end = find_end (sentence, i);
        return TRUE;
      }
  return FALSE;
}
