/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-frame-private.h"

/* A pronoun that is the object stands right behind its verb: “share it”, “use this information”. */
#define PRONOUN_REACH 4

static gboolean
covers (const SpFrameSentence *sentence, guint word, guint64 cues)
{
  return word != SP_NO_WORD && sp_frame_sentence_covers (sentence, word, cues);
}

static gboolean
begins (const SpFrameSentence *sentence, guint word, guint64 cues)
{
  return word < sentence->view->n_words && (sentence->begins[word] & cues) != 0;
}

void
sp_frame_roles_init (SpFrameRoles *roles)
{
  roles->data = g_array_new (FALSE, FALSE, sizeof (SpConceptHit));
  roles->recipients = g_array_new (FALSE, FALSE, sizeof (SpConceptHit));
  roles->purposes = g_array_new (FALSE, FALSE, sizeof (SpConceptHit));
}

void
sp_frame_roles_clear (SpFrameRoles *roles)
{
  g_array_unref (roles->data);
  g_array_unref (roles->recipients);
  g_array_unref (roles->purposes);
}

/* --- Purposes --------------------------------------------------------------------------------- */

/* Whether what a word begins is said to be a purpose: “to improve”, “for marketing”, “helps us”. */
static gboolean
opens_purpose (const SpFrameSentence *sentence, guint word)
{
  if (begins (sentence, word, SP_CUE (NOT_PURPOSE)))
    return FALSE;
  return begins (sentence, word, SP_CUE (PURPOSE) | SP_CUE (FOR) | SP_CUE (TO));
}

/* “We”, “you”, “who” before a verb, and what opens another clause, end it. */
static gboolean
closes_purpose (const SpFrameSentence *sentence, guint word, guint opened)
{
  if (begins (sentence, word, SP_CUE (ENDS_CLAUSE) | SP_CUE (EXCEPTION) | SP_CUE (CONDITION)))
    return TRUE;
  return word > opened + 4 && begins (sentence, word, SP_CUE (WE) | SP_CUE (THEY))
         && covers (sentence, word + 1, SP_CUE (AUXILIARY) | SP_CUE (PERMITTED));
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

/* --- Where the roles of a verb stand ------------------------------------------------------------ */

typedef struct
{
  guint first;
  guint end;
} Range;

static const SpVerbGroup *
get_group (const SpFrameSentence *sentence, guint index)
{
  return &g_array_index (sentence->groups, SpVerbGroup, index);
}

static guint
index_of (const SpFrameSentence *sentence, const SpVerbGroup *group)
{
  return group - get_group (sentence, 0);
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
      if (view->words[at + 1].clause != view->words[at].clause && !covers (sentence, at, SP_CUE (LISTS))
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
      && (covers (sentence, before, SP_CUE (WE) | SP_CUE (YOU) | SP_CUE (THEY))
          || sp_frame_sentence_get_hit (sentence, before, SP_CONCEPT_ENTITY) != NULL))
    {
      at = before;
      while (at > 0 && sentence->hit_at[before] != SP_NO_WORD
             && sentence->hit_at[at - 1] == sentence->hit_at[before])
        at--;
    }
  return at;
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
      if (has_data && covers (sentence, i, SP_CUE (CONJUNCTION))
          && sentence->view->words[i].flags & SP_VIEW_COMMA)
        return i + 1;
    }
  return otherwise;
}

/* From behind the last verb of the list up to the next verb that has objects of its own. */
static Range
find_right (const SpFrameSentence *sentence, const SpVerbGroup *group)
{
  guint last = group->list;
  guint from = get_group (sentence, last)->end;
  Range range = { from, from < sentence->view->n_words ? find_clause_end (sentence, from - 1) : from };

  /* What is taken out is no role. */
  for (guint i = range.first; i < range.end; i++)
    if (begins (sentence, i, SP_CUE (EXCEPTION)))
      range.end = i;
  for (guint i = last + 1; i < sentence->groups->len; i++)
    {
      const SpVerbGroup *next = get_group (sentence, i);

      if (next->start >= range.end)
        break;
      if (next->relative || !has_action (next) || (next->voice == SP_VOICE_PASSIVE && next->implied
                                                   && next->governor == SP_NO_WORD && next->relative))
        continue;
      range.end = MAX (range.first, sp_frame_find_subject_start (sentence, next));
      if (next->voice == SP_VOICE_PASSIVE && group->voice == SP_VOICE_ACTIVE)
        range.end = find_new_noun (sentence, range.first, next->start, range.end);
      break;
    }
  return range;
}

/* Recipients may be the subject of the verb that follows: “with partners who”, “to providers to”. */
static Range
reach_over_recipients (const SpFrameSentence *sentence, const SpVerbGroup *group, Range right)
{
  for (guint i = group->list + 1; i < sentence->groups->len; i++)
    {
      const SpVerbGroup *next = get_group (sentence, i);

      if (next->start >= right.end && sp_frame_find_subject_start (sentence, next) == right.end)
        {
          if (next->infinitive || next->form == SP_VERB_GERUND || covers (sentence, next->start, SP_CUE (RELATIVE)))
            right.end = next->start;
          break;
        }
    }
  return right;
}

/* Whether the verb of an object relative clause follows its object: “the data (that) we collect”. */
static gboolean
follows_object (const SpFrameSentence *sentence, const SpVerbGroup *group)
{
  guint start = sp_frame_find_subject_start (sentence, group);
  guint before = sp_frame_sentence_skip_back (sentence, start);

  if (start == group->start)
    return FALSE;
  if (covers (sentence, before, SP_CUE (RELATIVE)))
    before = sp_frame_sentence_skip_back (sentence, before);
  return before != SP_NO_WORD && sp_frame_sentence_get_hit (sentence, before, SP_CONCEPT_DATA) != NULL
         && !(sentence->view->words[start].flags & SP_VIEW_COMMA);
}

/* “The data we collect”, “data collected by us”: the noun before such a verb is another's object too. */
static gboolean
hangs_on_noun (const SpFrameSentence *sentence, const SpVerbGroup *group)
{
  return group->relative || (group->voice == SP_VOICE_ACTIVE && follows_object (sentence, group));
}

/* The noun a passive speaks of, or that a relative clause hangs on. */
static Range
find_left (const SpFrameSentence *sentence, const SpVerbGroup *group)
{
  const SpViewWord *words = sentence->view->words;
  guint index = index_of (sentence, group);
  Range range = { group->start, group->start };
  guint floor = 0;

  for (guint i = index; i-- > 0 && index - i < SP_FRAME_LIST;)
    if (get_group (sentence, i)->list != group->list && has_action (get_group (sentence, i))
        && !hangs_on_noun (sentence, get_group (sentence, i)))
      {
        floor = get_group (sentence, i)->end;
        break;
      }
  while (range.first > floor && group->start - range.first < SP_FRAME_REACH
         && (words[range.first - 1].clause == words[group->start].clause
             || covers (sentence, range.first - 1, SP_CUE (LISTS))))
    range.first--;
  if (index > 0 && get_group (sentence, index - 1)->voice == SP_VOICE_ACTIVE)
    range.first = find_new_noun (sentence, range.first, group->start, range.first);
  return range;
}

/* --- Taking roles ------------------------------------------------------------------------------ */

static void
take_hit (GArray *hits, const SpConceptHit *hit)
{
  for (guint i = 0; i < hits->len; i++)
    if (g_array_index (hits, SpConceptHit, i).start == hit->start)
      return;
  g_array_append_val (hits, *hit);
}

/* Returns: (nullable): the concept of @kind that begins at @word and ends before @end */
static const SpConceptHit *
get_hit_in (const SpFrameSentence *sentence, guint word, guint end, SpConceptKind kind)
{
  const SpConceptHit *hit = sp_frame_sentence_get_hit (sentence, word, kind);

  return hit != NULL && hit->start == word && hit->end <= end ? hit : NULL;
}

/* “Your data, but not your name”: what the verb itself does not deny. */
static gboolean
is_denied_alone (const SpFrameSentence *sentence, const SpVerbGroup *group, const SpConceptHit *hit)
{
  const SpViewWord *words = sentence->view->words;

  return hit->start > group->verb && words[hit->start].flags & SP_VIEW_DENIED
         && !(words[group->verb].flags & SP_VIEW_DENIED);
}

static void
take_data (const SpFrameSentence *sentence, const SpVerbGroup *group, Range range, GArray *data)
{
  for (guint i = range.first; i < range.end; i++)
    {
      const SpConceptHit *hit = get_hit_in (sentence, i, range.end, SP_CONCEPT_DATA);

      if (hit != NULL && !is_denied_alone (sentence, group, hit))
        take_hit (data, hit);
    }
}

/* The preposition or verb that an entity hangs on: the nearest before it that is no article, no word of
 * a list of entities and no other noun. */
static guint64
find_link (const SpFrameSentence *sentence, const SpConceptHit *hit, guint floor)
{
  const guint64 links = SP_CUE (TOWARDS) | SP_CUE (FROM) | SP_CUE (BY) | SP_CUE (NO_RECIPIENT);

  for (guint i = hit->start; i-- > floor && hit->start - i < SP_FRAME_REACH;)
    {
      if (sentence->covers[i] & SP_CUE (NO_RECIPIENT))
        return SP_CUE (NO_RECIPIENT);
      if (sentence->covers[i] & links)
        return sentence->covers[i] & links;
    }
  return 0;
}

static gboolean
gives (SpAction action)
{
  return action == SP_ACTION_SHARE || action == SP_ACTION_SELL;
}

/* “We use a hosting provider”: who works for the company gets the data it works on. */
static gboolean
serves (const SpConcept *entity)
{
  static const char *const serving[] = {
    "service-providers", "analytics-providers", "advertisers", "third-parties", NULL,
  };

  return g_strv_contains (serving, entity->id)
         || (entity->parent != NULL && g_str_equal (entity->parent->id, "service-providers"));
}

/* Whom data are given to: “to”, “with”; with a verb of giving also an object without any. */
static void
take_recipients (const SpFrameSentence *sentence, const SpVerbGroup *group, Range range, SpAction action,
                 GArray *recipients)
{
  for (guint i = range.first; i < range.end; i++)
    {
      const SpConceptHit *hit = get_hit_in (sentence, i, range.end, SP_CONCEPT_ENTITY);
      guint64 link;

      if (hit == NULL)
        continue;
      link = find_link (sentence, hit, range.first);
      if (link & SP_CUE (NO_RECIPIENT))
        continue;
      if (gives (action) ? (link & SP_CUE (TOWARDS)) != 0 || link == 0
                         : action == SP_ACTION_USE && link == 0 && serves (hit->concept))
        take_hit (recipients, hit);
    }
}

static void
take_purposes (const SpFrameSentence *sentence, Range range, gboolean anyhow, GArray *purposes)
{
  for (guint i = range.first; i < range.end; i++)
    {
      const SpConceptHit *hit = get_hit_in (sentence, i, range.end, SP_CONCEPT_PURPOSE);

      if (hit != NULL && (anyhow || sp_frame_sentence_is_purpose (sentence, hit)))
        take_hit (purposes, hit);
    }
}

/* “this information”, “it”: what the sentence before speaks of. */
static void
find_pronoun (const SpFrameSentence *sentence, Range range, SpFrameRoles *roles)
{
  guint last = MIN (range.end, range.first + PRONOUN_REACH);

  for (guint i = range.first; i < last; i++)
    {
      guint64 cues = sentence->begins[i] & (SP_CUE (THIS_DATA) | SP_CUE (PRONOUN));

      if (cues == 0)
        continue;
      roles->pronoun = i;
      roles->pronoun_end = i + 1;
      while (cues & SP_CUE (THIS_DATA) && covers (sentence, roles->pronoun_end, SP_CUE (THIS_DATA)))
        roles->pronoun_end++;
      if (!(cues & SP_CUE (THIS_DATA)) && covers (sentence, i, SP_CUE (ARTICLE))
          && i + 1 < range.end && !covers (sentence, i + 1, SP_CUE (TOWARDS) | SP_CUE (FROM) | SP_CUE (TO)))
        roles->pronoun = SP_NO_WORD; /* “these companies” */
      else
        return;
    }
}

static guint
get_end (const GArray *hits, guint end)
{
  for (guint i = 0; i < hits->len; i++)
    end = MAX (end, g_array_index (hits, SpConceptHit, i).end);
  return end;
}

static gboolean
has_includes (const SpFrameSentence *sentence, Range range)
{
  for (guint i = range.first; i < range.end; i++)
    if (covers (sentence, i, SP_CUE (INCLUDES)))
      return TRUE;
  return FALSE;
}

static void
find_objects (const SpFrameSentence *sentence, const SpVerbGroup *group, Range left, Range right,
              SpFrameRoles *roles)
{
  gboolean passive = group->voice == SP_VOICE_PASSIVE;

  if (passive || follows_object (sentence, group))
    take_data (sentence, group, left, roles->data);
  /* “Your data is used by us and is not sold”: both speak of the same. */
  for (guint i = 0; passive && roles->data->len == 0 && group->governor != SP_NO_WORD && i < SP_FRAME_LIST; i++)
    {
      group = get_group (sentence, group->governor);
      if (group->voice == SP_VOICE_PASSIVE)
        take_data (sentence, group, find_left (sentence, group), roles->data);
    }
  if (!passive || roles->data->len == 0 || has_includes (sentence, right))
    take_data (sentence, group, right, roles->data);
  if (passive)
    find_pronoun (sentence, (Range) { MAX (left.first + PRONOUN_REACH, left.end) - PRONOUN_REACH, left.end },
                  roles);
  if (roles->pronoun == SP_NO_WORD && !passive)
    find_pronoun (sentence, right, roles);
}

/* A fronted purpose belongs to the first verb after it: “To improve it, we collect …”. */
static Range
widen_to_front (const SpFrameSentence *sentence, const SpVerbGroup *group, Range right)
{
  guint index = index_of (sentence, group);

  if (index > SP_FRAME_LIST)
    return right;
  for (guint i = 0; i < index; i++)
    if (get_group (sentence, i)->list != group->list && has_action (get_group (sentence, i))
        && !get_group (sentence, i)->infinitive)
      return right;
  right.first = 0;
  return right;
}

/* Purposes reach over verbs of their own: “to track usage and to improve”. */
static Range
reach_over_purposes (const SpFrameSentence *sentence, Range right)
{
  while (right.end < sentence->view->n_words && sentence->purpose[right.end]
         && right.end - right.first < SP_FRAME_REACH)
    right.end++;
  return right;
}

/**
 * sp_frame_find_roles:
 * @action: what the verb is taken for
 * @roles: becomes what the verb has around it
 */
void
sp_frame_find_roles (const SpFrameSentence *sentence, const SpVerbGroup *group, SpAction action,
                     gboolean any_purpose, SpFrameRoles *roles)
{
  Range right = find_right (sentence, group);
  Range left = find_left (sentence, group);
  Range wide = reach_over_purposes (sentence, right);

  g_array_set_size (roles->data, 0);
  g_array_set_size (roles->recipients, 0);
  g_array_set_size (roles->purposes, 0);
  roles->pronoun = SP_NO_WORD;
  find_objects (sentence, group, left, right, roles);
  if (group->actor != NULL && group->subject == SP_SUBJECT_THIRD_PARTY)
    take_hit (roles->recipients, group->actor);
  take_recipients (sentence, group, reach_over_recipients (sentence, group, right), action, roles->recipients);
  if (any_purpose)
    wide.first = group->verb; /* “opt out of marketing” is verb and purpose in one */
  take_purposes (sentence, wide, any_purpose, roles->purposes);
  take_purposes (sentence, widen_to_front (sentence, group, right), FALSE, roles->purposes);

  roles->end = get_end (roles->data, group->end);
  roles->end = get_end (roles->recipients, roles->end);
  roles->end = get_end (roles->purposes, roles->end);
}
