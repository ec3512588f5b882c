/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-frame-private.h"

/* A pronoun that is the object stands right behind its verb: “share it”, “use this information”. */
#define PRONOUN_REACH 4

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

/* “Your data, but not your name”, “for security, not for marketing”: what the verb itself does not deny,
 * nor the verb that the noun hangs on. */
static gboolean
is_denied_alone (const SpFrameSentence *sentence, const SpVerbGroup *group, const SpConceptHit *hit)
{
  const SpViewWord *words = sentence->view->words;
  const SpVerbGroup *last = sp_frame_get_group (sentence, group->list);

  if (!(words[hit->start].flags & SP_VIEW_DENIED) || words[group->verb].flags & SP_VIEW_DENIED
      || words[last->verb].flags & SP_VIEW_DENIED)
    return FALSE;
  return hit->start > group->verb || !(group->relative || sp_frame_follows_object (sentence, group));
}

/* “The data that we collect do not include your name”. */
static gboolean
excludes (const SpFrameSentence *sentence, guint word)
{
  return word > 0 && sp_frame_covers (sentence, word - 1, SP_CUE (NOT))
         && g_str_equal (sentence->tokens[sentence->view->words[word].token].norm, "include");
}

static void
take_data (const SpFrameSentence *sentence, const SpVerbGroup *group, SpFrameRange range, GArray *data)
{
  for (guint i = range.first; i < range.end && !excludes (sentence, i); i++)
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
take_recipients (const SpFrameSentence *sentence, const SpVerbGroup *group, SpFrameRange range, SpAction action,
                 GArray *recipients)
{
  for (guint i = range.first; i < range.end; i++)
    {
      const SpConceptHit *hit = get_hit_in (sentence, i, range.end, SP_CONCEPT_ENTITY);
      guint64 link;

      if (hit == NULL || is_denied_alone (sentence, group, hit))
        continue;
      link = find_link (sentence, hit, range.first);
      if (link & SP_CUE (NO_RECIPIENT))
        continue;
      if (gives (action) ? (link & SP_CUE (TOWARDS)) != 0 || link == 0
                         : action == SP_ACTION_USE && link == 0 && serves (hit->concept))
        take_hit (recipients, hit);
    }
}

/* “We share the data you give us with partners”: those whom the data go to are of the first verb. */
static gboolean
belongs_to_gift (const SpFrameSentence *sentence, const SpVerbGroup *group)
{
  const SpVerbGroup *first = sp_frame_get_group (sentence, 0);

  if (!sp_frame_follows_object (sentence, group))
    return FALSE;
  for (const SpVerbGroup *before = group; before-- > first && group - before < SP_FRAME_LIST;)
    for (guint i = 0; i < before->n_readings; i++)
      if (before->readings[i].action == SP_ACTION_SHARE || before->readings[i].action == SP_ACTION_SELL)
        return TRUE;
  return FALSE;
}

/* “We purchase data” is no purchase of the reader's. */
static gboolean
is_verb (const SpVerbGroup *group, const SpConceptHit *hit)
{
  return hit->start == group->verb && hit->end <= group->end
         && group->readings[0].action == SP_ACTION_COLLECT;
}

static void
take_purposes (const SpFrameSentence *sentence, const SpVerbGroup *group, SpFrameRange range, gboolean anyhow,
               GArray *purposes)
{
  for (guint i = range.first; i < range.end; i++)
    {
      const SpConceptHit *hit = get_hit_in (sentence, i, range.end, SP_CONCEPT_PURPOSE);

      if (hit == NULL || is_denied_alone (sentence, group, hit))
        continue;
      if (anyhow || (sp_frame_sentence_is_purpose (sentence, hit) && !is_verb (group, hit)))
        take_hit (purposes, hit);
    }
}

/* “this information”, “it”: what the sentence before speaks of. */
static void
find_pronoun (const SpFrameSentence *sentence, SpFrameRange range, SpFrameRoles *roles)
{
  guint last = MIN (range.end, range.first + PRONOUN_REACH);

  for (guint i = range.first; i < last; i++)
    {
      guint64 cues = sentence->begins[i] & (SP_CUE (THIS_DATA) | SP_CUE (PRONOUN));

      if (cues == 0)
        continue;
      roles->pronoun = i;
      roles->pronoun_end = i + 1;
      while (cues & SP_CUE (THIS_DATA) && sp_frame_covers (sentence, roles->pronoun_end, SP_CUE (THIS_DATA)))
        roles->pronoun_end++;
      if (!(cues & SP_CUE (THIS_DATA)) && sp_frame_covers (sentence, i, SP_CUE (ARTICLE))
          && i + 1 < range.end && !sp_frame_covers (sentence, i + 1, SP_CUE (TOWARDS) | SP_CUE (FROM) | SP_CUE (TO)))
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
has_includes (const SpFrameSentence *sentence, SpFrameRange range)
{
  for (guint i = range.first; i < range.end; i++)
    if (sp_frame_covers (sentence, i, SP_CUE (INCLUDES)))
      return TRUE;
  return FALSE;
}

/* “Determine the period for your data”: where a preposition stands before any data, “of” set aside. */
static SpFrameRange
cut_at_preposition (const SpFrameSentence *sentence, SpFrameRange range)
{
  for (guint i = range.first; i < range.end; i++)
    {
      if (sp_frame_sentence_get_hit (sentence, i, SP_CONCEPT_DATA) != NULL)
        return range;
      if (sp_frame_begins (sentence, i, SP_CUE (FROM) | SP_CUE (FOR))
          && !g_str_equal (sentence->tokens[sentence->view->words[i].token].norm, "of"))
        return (SpFrameRange) { range.first, i };
    }
  return range;
}

static void
find_objects (const SpFrameSentence *sentence, const SpVerbGroup *group, SpFrameRange left, SpFrameRange right,
              SpFrameRoles *roles)
{
  gboolean passive = group->voice == SP_VOICE_PASSIVE;

  if (passive || sp_frame_follows_object (sentence, group))
    take_data (sentence, group, left, roles->data);
  /* “Your data is used by us and is not sold”: both speak of the same. */
  for (guint i = 0; passive && roles->data->len == 0 && group->governor != SP_NO_WORD && i < SP_FRAME_LIST; i++)
    {
      group = sp_frame_get_group (sentence, group->governor);
      if (group->voice == SP_VOICE_PASSIVE)
        take_data (sentence, group, sp_frame_reach_left (sentence, group), roles->data);
    }
  if (!passive || roles->data->len == 0 || has_includes (sentence, right))
    take_data (sentence, group, right, roles->data);
  if (passive)
    find_pronoun (sentence, (SpFrameRange) { MAX (left.first + PRONOUN_REACH, left.end) - PRONOUN_REACH, left.end },
                  roles);
  if (roles->pronoun == SP_NO_WORD && !passive)
    find_pronoun (sentence, right, roles);
}

/**
 * sp_frame_find_roles:
 * @action: what the verb is taken for
 * @roles: becomes what the verb has around it
 */
void
sp_frame_find_roles (const SpFrameSentence *sentence, const SpVerbGroup *group, SpAction action,
                     const SpVerbReading *reading, SpFrameRoles *roles)
{
  gboolean any_purpose = reading->need == SP_VERB_NEEDS_PURPOSE;
  SpFrameRange right = sp_frame_reach_right (sentence, group);
  SpFrameRange left = sp_frame_reach_left (sentence, group);
  SpFrameRange wide = sp_frame_reach_over_purposes (sentence, right);

  g_array_set_size (roles->data, 0);
  g_array_set_size (roles->recipients, 0);
  g_array_set_size (roles->purposes, 0);
  roles->pronoun = SP_NO_WORD;
  find_objects (sentence, group, left, reading->is_direct ? cut_at_preposition (sentence, right) : right,
                roles);
  for (guint i = 0; i < group->n_actors && group->subject == SP_SUBJECT_THIRD_PARTY; i++)
    take_hit (roles->recipients, &group->actors[i]);
  if (!belongs_to_gift (sentence, group))
    take_recipients (sentence, group, sp_frame_reach_over_recipients (sentence, group, right), action,
                     roles->recipients);
  if (any_purpose)
    wide.first = group->verb; /* “opt out of marketing” is verb and purpose in one */
  take_purposes (sentence, group, wide, any_purpose, roles->purposes);
  take_purposes (sentence, group, sp_frame_reach_front (sentence, group, right), FALSE, roles->purposes);

  roles->end = get_end (roles->data, group->end);
  roles->end = get_end (roles->recipients, roles->end);
  roles->end = get_end (roles->purposes, roles->end);
}
