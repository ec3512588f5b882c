/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-frame-private.h"

/* “may, from time to time and where the law so permits, collect” */
#define MAX_AUXILIARIES 10

/* So long a condition between commas may be. */
#define MAX_INSERTED 10

/* So far before “of” a noun made of a verb may stand: “collection, use and sharing of”. */
#define MAX_NOUN_LIST 8

/* What stands before a verb. */
typedef struct
{
  guint start;       /* its first auxiliary, or the verb */
  guint before;      /* the word before that, adverbs left out, or SP_NO_WORD */
  gboolean be;
  gboolean have;
  gboolean modal;
  gboolean to;
} Lead;

/* “We will not, without your consent, share”: what stands between commas is passed over.
 *
 * Returns: the word before it, or before @verb */
static guint
skip_inserted (const SpFrameSentence *sentence, guint verb)
{
  const SpViewWord *words = sentence->view->words;
  const guint64 awaiting = SP_CUE (AUXILIARY) | SP_CUE (BE) | SP_CUE (PERMITTED);

  if (words[verb].flags & SP_VIEW_COMMA)
    for (guint i = verb; i-- > 0 && verb - i < MAX_INSERTED && words[i].clause == words[verb].clause;)
      if (words[i].flags & SP_VIEW_COMMA)
        {
          guint before = sp_frame_sentence_skip_back (sentence, i);

          if (sentence->begins[i] & SP_CUE (CONDITION)
              || (sp_frame_covers (sentence, before, awaiting) && sentence->verbs[before] == NULL))
            return before;
          break;
        }
  return sp_frame_sentence_skip_back (sentence, verb);
}

static Lead
read_lead (const SpFrameSentence *sentence, guint verb)
{
  Lead lead = { verb, skip_inserted (sentence, verb), FALSE, FALSE, FALSE, FALSE };
  guint own = SP_NO_WORD; /* where its own auxiliaries begin: what stands before “to” is another verb's */

  for (guint i = 0; i < MAX_AUXILIARIES && lead.before != SP_NO_WORD; i++)
    {
      guint64 cues = sentence->covers[lead.before];

      if (cues & SP_CUE (TO) && !lead.to)
        {
          lead.to = TRUE;
          lead.start = own = lead.before;
          lead.before = sp_frame_sentence_skip_back (sentence, lead.before);
          if (!sp_frame_covers (sentence, lead.before, SP_CUE (ATTEMPTED) | SP_CUE (PERMITTED) | SP_CUE (DUTY)))
            break;
          continue;
        }
      if (!(cues & (SP_CUE (AUXILIARY) | SP_CUE (BE) | SP_CUE (PERMITTED) | SP_CUE (ATTEMPTED)
                    | SP_CUE (DUTY))))
        break;
      lead.be |= (cues & SP_CUE (BE)) != 0 && !lead.to;
      lead.have |= (cues & SP_CUE (HAVE)) != 0 && (cues & SP_CUE (PERMITTED)) == 0 && !lead.be && !lead.to;
      lead.modal |= (cues & (SP_CUE (BE) | SP_CUE (HAVE))) == 0 || (cues & SP_CUE (PERMITTED)) != 0;
      lead.start = lead.before;
      lead.before = sp_frame_sentence_skip_back (sentence, lead.before);
    }
  /* “To be used”: the adverbs hid the copula. */
  if (lead.start < verb)
    for (guint i = own != SP_NO_WORD ? own : lead.start; i < verb; i++)
      lead.be |= (sentence->covers[i] & SP_CUE (BE)) != 0;
  return lead;
}

static gboolean
is_next (const SpFrameSentence *sentence, guint word, guint64 cues)
{
  const SpSentenceView *view = sentence->view;

  return word < view->n_words && (sentence->covers[word] & cues) != 0
         && view->words[word].clause == view->words[word - 1].clause;
}

static gboolean
is_of (const SpFrameSentence *sentence, guint word)
{
  return word < sentence->view->n_words
         && g_str_equal (sentence->tokens[sentence->view->words[word].token].norm, "of");
}

/* “The collection, use and disclosure of your data”: further nouns may stand between. */
static gboolean
leads_to_of (const SpFrameSentence *sentence, guint noun_end)
{
  guint last = MIN (noun_end + MAX_NOUN_LIST, sentence->view->n_words);

  for (guint i = noun_end; i < last; i++)
    {
      if (sentence->view->words[i].clause != sentence->view->words[noun_end - 1].clause)
        return FALSE;
      if (is_of (sentence, i))
        return TRUE;
      if (sentence->verbs[i] == NULL
          && !(sentence->covers[i] & (SP_CUE (CONJUNCTION) | SP_CUE (ADVERB) | SP_CUE (ARTICLE))))
        return FALSE;
    }
  return FALSE;
}

/* “Disclosure to third parties”: without what is disclosed. */
static gboolean
leads_to_recipient (const SpFrameSentence *sentence, guint noun_end)
{
  guint at = noun_end;

  if (!is_next (sentence, at, SP_CUE (TOWARDS)))
    return FALSE;
  for (at++; sp_frame_covers (sentence, at, SP_CUE (ARTICLE)) && sentence->hit_at[at] == SP_NO_WORD;)
    at++;
  return sp_frame_sentence_get_hit (sentence, at, SP_CONCEPT_ENTITY) != NULL;
}

static gboolean
is_subject (const SpFrameSentence *sentence, guint word)
{
  return sp_frame_covers (sentence, word,
                 SP_CUE (WE) | SP_CUE (YOU) | SP_CUE (THEY) | SP_CUE (RELATIVE) | SP_CUE (PRONOUN))
         || (word != SP_NO_WORD && sp_frame_sentence_get_hit (sentence, word, SP_CONCEPT_ENTITY) != NULL)
         || (word != SP_NO_WORD && sp_frame_sentence_get_hit (sentence, word, SP_CONCEPT_DATA) != NULL);
}

static SpVerbGroup *
get_last (const SpFrameSentence *sentence)
{
  guint n = sentence->groups->len;

  return n > 0 ? &g_array_index (sentence->groups, SpVerbGroup, n - 1) : NULL;
}

/* Whether a verb of this form may go on with the last group: “collect and use”. */
static gboolean
continues (const SpFrameSentence *sentence, const Lead *lead, guint64 forms)
{
  const SpVerbGroup *last = get_last (sentence);

  return last != NULL && (forms >> last->form & 1) != 0
         && (sp_frame_sentence_is_joined (sentence, last->end - 1, lead->start)
             || sp_frame_covers (sentence, lead->before, SP_CUE (CONJUNCTION) | SP_CUE (CONTRAST))
             || (sentence->view->words[lead->start].flags & SP_VIEW_COMMA) != 0);
}

static gboolean
is_at_start (const SpFrameSentence *sentence, guint word)
{
  return word == 0 || word == sentence->view->joint
         || sentence->view->words[word].clause != sentence->view->words[word - 1].clause;
}

#define FORM(form) (1u << SP_VERB_##form)

static gboolean
is_base (const SpFrameSentence *sentence, const Lead *lead, guint verb)
{
  const SpVerbGroup *last = get_last (sentence);

  if (lead->be || lead->have)
    return FALSE;
  if (lead->modal || lead->to || is_at_start (sentence, lead->start))
    return TRUE;
  /* “Give us access” */
  if (sp_frame_covers (sentence, lead->before, SP_CUE (US)))
    return FALSE;
  if (sp_frame_covers (sentence, lead->before, SP_CUE (WE) | SP_CUE (YOU) | SP_CUE (THEY) | SP_CUE (RELATIVE)))
    return !sp_frame_covers (sentence, lead->before, SP_CUE (OUR) | SP_CUE (YOUR) | SP_CUE (ARTICLE))
           || sp_frame_covers (sentence, lead->before, SP_CUE (RELATIVE) | SP_CUE (WE) | SP_CUE (YOU));
  if (lead->before != SP_NO_WORD && !(sentence->view->words[lead->start].flags & SP_VIEW_COMMA)
      && sp_frame_sentence_get_hit (sentence, lead->before, SP_CONCEPT_ENTITY) != NULL)
    return TRUE;
  if (sp_frame_covers (sentence, lead->before, SP_CUE (PURPOSE)) && sentence->verbs[lead->before] == NULL)
    return TRUE;
  if (last != NULL && last->end == lead->start && sp_frame_find_head (sentence, last) != SP_NO_WORD)
    return TRUE;
  return continues (sentence, lead, FORM (BASE)) && !is_next (sentence, verb + 1, SP_CUE (BE));
}

static gboolean
is_third (const SpFrameSentence *sentence, const Lead *lead, guint verb)
{
  if (lead->start < verb || sp_frame_covers (sentence, lead->before, SP_CUE (ARTICLE) | SP_CUE (TO)))
    return sp_frame_covers (sentence, lead->before, SP_CUE (WE) | SP_CUE (RELATIVE) | SP_CUE (PRONOUN))
           && lead->start == verb;
  return is_subject (sentence, lead->before) || continues (sentence, lead, FORM (THIRD));
}

/* A participle after a copula is passive, after “have” active, after a noun again passive. */
static gboolean
read_past (const SpFrameSentence *sentence, const Lead *lead, SpVerbForm form, SpVoice *voice,
           gboolean *relative)
{
  const SpVerbGroup *last = get_last (sentence);

  *voice = SP_VOICE_PASSIVE;
  if (lead->be)
    return TRUE;
  *voice = SP_VOICE_ACTIVE;
  if (lead->have || lead->modal)
    return lead->have;
  if (sp_frame_covers (sentence, lead->before, SP_CUE (WE) | SP_CUE (YOU) | SP_CUE (THEY) | SP_CUE (WHO)))
    return form != SP_VERB_PARTICIPLE;
  if (continues (sentence, lead, FORM (PAST) | FORM (PARTICIPLE)))
    {
      *voice = last->voice;
      *relative = last->relative;
      return TRUE;
    }
  if (lead->before == SP_NO_WORD
      || sp_frame_covers (sentence, lead->before,
                 SP_CUE (ARTICLE) | SP_CUE (CONJUNCTION) | SP_CUE (TO) | SP_CUE (FROM) | SP_CUE (TOWARDS)
                   | SP_CUE (FOR)))
    return FALSE;
  /* “We use anonymised data” */
  if (last != NULL && last->end == lead->start && last->voice == SP_VOICE_ACTIVE)
    return FALSE;
  *voice = SP_VOICE_PASSIVE;
  *relative = TRUE;
  return TRUE;
}

static gboolean
is_gerund (const SpFrameSentence *sentence, const Lead *lead)
{
  return !sp_frame_covers (sentence, lead->before, SP_CUE (ARTICLE)) || lead->be
         || sp_frame_covers (sentence, lead->before, SP_CUE (OUR) | SP_CUE (THEIR));
}

/* Whether the word can be this form of a verb where it stands. */
static gboolean
fits (const SpFrameSentence *sentence, const SpOccurrence *word, SpVerbForm form, const Lead *lead,
      SpVerbGroup *group)
{
  group->voice = SP_VOICE_ACTIVE;
  group->relative = FALSE;
  switch (form)
    {
    case SP_VERB_BASE:
      return is_base (sentence, lead, word->start);
    case SP_VERB_THIRD:
      return is_third (sentence, lead, word->start);
    case SP_VERB_GERUND:
      if (!lead->be && leads_to_of (sentence, word->start + word->length))
        group->voice = SP_VOICE_NOMINAL;
      return group->voice == SP_VOICE_NOMINAL || is_gerund (sentence, lead);
    case SP_VERB_PAST:
    case SP_VERB_PARTICIPLE:
      return read_past (sentence, lead, form, &group->voice, &group->relative);
    case SP_VERB_NOUN:
    default:
      group->voice = SP_VOICE_NOMINAL;
      return leads_to_of (sentence, word->start + word->length)
             || leads_to_recipient (sentence, word->start + word->length);
    }
}

/* “Session cookies expire”: a plural without an auxiliary. */
static gboolean
lasts (const SpFrameSentence *sentence, const SpVerbReading *reading, const Lead *lead)
{
  return reading->is_intransitive && reading->form == SP_VERB_BASE && lead->before != SP_NO_WORD
         && sp_frame_sentence_get_hit (sentence, lead->before, SP_CONCEPT_DATA) != NULL;
}

/* “Merger, sale of the company”: a noun that names a purpose is nobody's doing. */
static gboolean
is_named_purpose (const SpFrameSentence *sentence, const SpVerbGroup *group)
{
  const SpConceptHit *hit = sp_frame_sentence_get_hit (sentence, group->verb, SP_CONCEPT_PURPOSE);

  return group->form == SP_VERB_NOUN && hit != NULL && hit->concept->is_plain;
}

/* The readings of a word come grouped by form only within a row: the first that fits decides, and all
 * others of that form go with it. */
static void
add_group (SpFrameSentence *sentence, const SpFrameLexicon *lexicon, const SpOccurrence *word)
{
  SpVerbGroup group = { .verb = word->start, .end = word->start + word->length };
  Lead lead = read_lead (sentence, word->start);

  group.readings = sp_frame_lexicon_get_readings (lexicon, word->atom, &group.n_readings);
  for (guint i = 0; i < group.n_readings; i++)
    if (fits (sentence, word, group.readings[i].form, &lead, &group)
        || lasts (sentence, &group.readings[i], &lead))
      {
        if (group.readings[i].is_intransitive)
          group.voice = SP_VOICE_PASSIVE;
        group.form = group.readings[i].form;
        group.infinitive = lead.to && group.form == SP_VERB_BASE;
        group.start = group.voice == SP_VOICE_NOMINAL ? word->start : lead.start;
        if (!is_named_purpose (sentence, &group))
          g_array_append_val (sentence->groups, group);
        return;
      }
}

/* Verbs that share what follows the last of them. */
static void
join_lists (SpFrameSentence *sentence)
{
  SpVerbGroup *groups = (SpVerbGroup *) (gpointer) sentence->groups->data;

  for (guint i = sentence->groups->len; i-- > 0;)
    {
      groups[i].list = i;
      if (i + 1 < sentence->groups->len && groups[i].voice == groups[i + 1].voice
          && sp_frame_sentence_is_joined (sentence, groups[i].end - 1, groups[i + 1].start))
        groups[i].list = groups[i + 1].list;
    }
}

/* “Do Not Track” is a name, but “we do not track” is not. */
static gboolean
is_own_doing (const SpFrameSentence *sentence, const SpOccurrence *word)
{
  return word->length > 1 && sp_frame_covers (sentence, word->start, SP_CUE (AUXILIARY))
         && word->start > 0 && sp_frame_covers (sentence, word->start - 1, SP_CUE (SPEAKER) | SP_CUE (THEY));
}

/**
 * sp_frame_find_groups:
 *
 * Finds what is a verb in the sentence, in which voice, and which verbs share their objects. A word that
 * may be a noun (“use”, “records”) is a verb only after an auxiliary, “to” or a subject.
 */
void
sp_frame_find_groups (SpFrameSentence *sentence, const SpFrameLexicon *lexicon)
{
  guint end = 0;

  for (guint i = 0; i < sentence->view->n_words; i++)
    {
      const SpOccurrence *word = sentence->verbs[i];
      const SpConceptHit *hit = NULL;

      if (word == NULL || i < end)
        continue;
      /* “Tracking technologies” and “service providers” are names, whatever verb is in them. */
      hit = sp_frame_sentence_get_hit (sentence, i, SP_CONCEPT_DATA);
      if (hit == NULL)
        hit = sp_frame_sentence_get_hit (sentence, i, SP_CONCEPT_ENTITY);
      if ((hit != NULL && i + word->length <= hit->end) || is_own_doing (sentence, word))
        continue;
      add_group (sentence, lexicon, word);
      end = i + word->length;
    }
  join_lists (sentence);
}
