/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-polarity.h"

#include <string.h>

#include "sp-error.h"

/* The longest verb group with its objects that a negator is believed to reach over, in words. */
#define MAX_SCOPE 40
/* “Without” and “no” before a noun reach no further than the noun's own group. */
#define NOUN_SCOPE 5
/* A hedge stands this close to its negator. */
#define HEDGE_REACH 3
/* So far behind a comma “or” may stand in a list of nouns. */
#define LIST_REACH 10

/* So far after its negator a verb stands that leaves the practice open; after “nothing” its subject may
 * stand between: “nothing in this policy shall restrict”. */
#define VOID_REACH 3
#define VOID_REACH_INVERTED 9
/* So far after “nor” or “at no time” its own subject and auxiliary may still stand. */
#define INVERSION_REACH 6

typedef enum
{
  CUE_NEGATOR,     /* denies the verbs that follow: “not”, “never”, “refrain from” */
  CUE_INVERTING,   /* the same with subject and auxiliary after it: “nor”, “at no time”, “no” */
  CUE_NOUN,        /* denies a noun only: “without” */
  CUE_SPURIOUS,    /* phrases in which a negator denies nothing: “not only”, “whether or not” */
  CUE_NAME,        /* the same, but for what we do ourselves: “do not track” */
  CUE_VOID,        /* verbs after a negator that leave the practice open: “guarantee”, “prevent” */
  CUE_VOUCHING,    /* verbs after a negator that take a clause: “guarantee that” */
  CUE_HEDGE,       /* “routinely”, “knowingly” */
  CUE_CONTRAST,    /* “but” */
  CUE_STOP,        /* words that open another clause: “but”, “except”, “which” */
  CUE_AUXILIARY,   /* “may”, “will”, “is” */
  CUE_SUBJECT,     /* “we”, “they” */
  CUE_READER,      /* “you”, “users” */
  CUE_VERB,        /* “share”, “collected” */
  CUE_AND,
  CUE_OR,
  CUE_PREPOSITION, /* before “you” it is no subject: “provided by you will not” */
  N_CUES,
} Cue;

static const char *const class_names[N_CUES] = {
  [CUE_NEGATOR] = "negator",
  [CUE_INVERTING] = "negator-inverting",
  [CUE_NOUN] = "negator-of-noun",
  [CUE_SPURIOUS] = "negation-spurious",
  [CUE_NAME] = "negation-in-name",
  [CUE_VOID] = "negation-void",
  [CUE_VOUCHING] = "vouching",
  [CUE_HEDGE] = "negation-hedge",
  [CUE_CONTRAST] = "contrast",
  [CUE_STOP] = "negation-stop",
  [CUE_AUXILIARY] = "auxiliary",
  [CUE_SUBJECT] = "subject-pronoun",
  [CUE_READER] = "reader",
  [CUE_PREPOSITION] = "preposition",
  [CUE_VERB] = "practice-verb",
  [CUE_AND] = "conjunction",
  [CUE_OR] = "alternative",
};

struct _SpPolarity
{
  guint8 *cue_of_atom; /* (owned): N_CUES for atoms that are none */
  guint n_atoms;
};

/**
 * sp_polarity_new:
 * @vocabulary: with all classes
 *
 * Errors: %SP_ERROR_KNOWLEDGE if a class is missing.
 */
SpPolarity *
sp_polarity_new (const SpVocabulary *vocabulary, GError **error)
{
  g_autoptr (SpPolarity) self = g_new0 (SpPolarity, 1);

  self->n_atoms = sp_vocabulary_get_n_atoms (vocabulary);
  self->cue_of_atom = g_malloc (self->n_atoms);
  memset (self->cue_of_atom, N_CUES, self->n_atoms);
  for (guint i = 0; i < N_CUES; i++)
    {
      guint atom = sp_vocabulary_find_class (vocabulary, class_names[i]);

      if (atom == SP_VOCABULARY_NO_ATOM)
        {
          g_set_error (error, SP_ERROR, SP_ERROR_KNOWLEDGE, "class “%s” is missing", class_names[i]);
          return NULL;
        }
      self->cue_of_atom[atom] = i;
    }
  return g_steal_pointer (&self);
}

void
sp_polarity_free (SpPolarity *self)
{
  g_free (self->cue_of_atom);
  g_free (self);
}

/* The cues of each word of one sentence, a bit each; of a phrase on its first word, spurious
 * negations on all their words. */
typedef struct
{
  const SpSentenceView *view;
  guint32 *cues; /* (owned) */
} Reading;

static gboolean
has_cue (const Reading *reading, guint at, Cue cue)
{
  return reading->cues[at] >> cue & 1;
}

/* “We do not track” is no name. */
static gboolean
is_own_doing (const Reading *reading, guint name)
{
  return name > 0 && has_cue (reading, name - 1, CUE_SUBJECT)
         && reading->view->words[name - 1].clause == reading->view->words[name].clause;
}

static gboolean
read_cues (const SpPolarity *self, Reading *reading)
{
  const SpSentenceView *view = reading->view;
  gboolean negated = FALSE;

  for (guint i = 0; i < view->n_occurrences; i++)
    {
      const SpOccurrence *occurrence = &view->occurrences[i];
      Cue cue = occurrence->atom < self->n_atoms ? self->cue_of_atom[occurrence->atom] : N_CUES;

      negated |= cue <= CUE_NOUN;
      if (cue == CUE_NAME)
        cue = is_own_doing (reading, occurrence->start) ? N_CUES : CUE_SPURIOUS;
      if (cue == N_CUES)
        continue;
      for (guint j = 0; j < (cue == CUE_SPURIOUS ? occurrence->length : 1); j++)
        reading->cues[occurrence->start + j] |= 1 << cue;
    }
  return negated;
}

/* “You do not”, “users may not”: what is denied is the reader's doing. */
static gboolean
has_reader_as_subject (const Reading *reading, guint negator)
{
  const SpViewWord *words = reading->view->words;
  guint at = negator;

  while (at > 0 && negator - at < 3 && words[at - 1].clause == words[negator].clause
         && has_cue (reading, at - 1, CUE_AUXILIARY))
    at--;
  if (at == 0 || words[at - 1].clause != words[negator].clause
      || !has_cue (reading, at - 1, CUE_READER))
    return FALSE;
  return at < 2 || !has_cue (reading, at - 2, CUE_PREPOSITION);
}

static gboolean
is_near (const Reading *reading, guint negator, Cue cue, guint before, guint after)
{
  guint first = negator > before ? negator - before : 0;
  guint last = MIN (negator + after + 1, reading->view->n_words);

  for (guint i = first; i < last; i++)
    if (reading->view->words[i].clause == reading->view->words[negator].clause
        && has_cue (reading, i, cue))
      return TRUE;
  return FALSE;
}

/* “We do not sell data and delete it” against “we do not collect and share data”. */
static gboolean
opens_predicate (const Reading *reading, guint at)
{
  return has_cue (reading, at, CUE_AND) && at + 1 < reading->view->n_words
         && has_cue (reading, at + 1, CUE_VERB) && !has_cue (reading, at - 1, CUE_VERB);
}

/* “You” and the like, but not in “about you”, “to you”. */
static gboolean
is_subject (const Reading *reading, guint at)
{
  return has_cue (reading, at, CUE_SUBJECT)
         && (at == 0 || reading->view->words[at - 1].clause != reading->view->words[at].clause
             || reading->view->words[at].flags & SP_VIEW_COMMA || !has_cue (reading, at - 1, CUE_PREPOSITION));
}

/* “We do not share it, but our partners may”: a word that begins something of its own. After “nor” or
 * “no data” one auxiliary and, near by, a subject still belong to it. */
static gboolean
ends_scope (const Reading *reading, guint negator, guint at, gboolean *inverted)
{
  /* “No longer” begins like “no”, but its subject stands before it. */
  gboolean inverting
    = has_cue (reading, negator, CUE_INVERTING) && !has_cue (reading, negator, CUE_NEGATOR);

  if (has_cue (reading, at, CUE_STOP))
    return !inverting || *inverted;
  if (opens_predicate (reading, at))
    return TRUE;
  if (inverting && !*inverted && has_cue (reading, at, CUE_AUXILIARY))
    {
      *inverted = TRUE;
      return FALSE;
    }
  if (inverting && has_cue (reading, at, CUE_SUBJECT))
    return at - negator > INVERSION_REACH;
  return at - negator > 1 && (has_cue (reading, at, CUE_AUXILIARY) || is_subject (reading, at));
}

/* “Data (not your name) are shared”: whether the bracket that the negator stands in is closed. */
static gboolean
leaves_bracket (const SpViewWord *word, guint *depth)
{
  if (word->flags & SP_VIEW_CLOSES && *depth == 0)
    return TRUE;
  *depth -= (word->flags & SP_VIEW_CLOSES) != 0;
  *depth += (word->flags & SP_VIEW_OPENS) != 0;
  return FALSE;
}

/* “But not your street, name, or address”: whether a list goes on behind the comma before @at. */
static gboolean
continues_list (const Reading *reading, guint at)
{
  const SpViewWord *words = reading->view->words;
  const guint ending = 1 << CUE_VERB | 1 << CUE_AUXILIARY | 1 << CUE_SUBJECT | 1 << CUE_PREPOSITION | 1 << CUE_STOP;
  guint last = MIN (at + LIST_REACH, reading->view->n_words);

  for (guint i = at; i < last && words[i].clause == words[at].clause && !(reading->cues[i] & ending); i++)
    if (has_cue (reading, i, CUE_OR))
      return TRUE;
  return FALSE;
}

/* “Your city, but not your address, is shared”: only what stands up to the comma is denied. */
static gboolean
denies_noun (const Reading *reading, guint negator)
{
  guint last = MIN (negator + 3, reading->view->n_words);

  if (has_cue (reading, negator, CUE_NOUN))
    return TRUE;
  if (negator == 0 || !has_cue (reading, negator - 1, CUE_CONTRAST))
    return FALSE;
  for (guint i = negator + 1; i < last; i++)
    if (has_cue (reading, i, CUE_VERB))
      return FALSE;
  return TRUE;
}

static guint
find_scope_end (const Reading *reading, guint negator)
{
  const SpSentenceView *view = reading->view;
  guint reach = has_cue (reading, negator, CUE_NOUN) ? NOUN_SCOPE : MAX_SCOPE;
  guint limit = MIN (view->n_words, negator + 1 + reach);
  gboolean noun = denies_noun (reading, negator);
  gboolean inverted = FALSE;
  guint depth = 0;
  guint at;

  for (at = negator + 1; at < limit; at++)
    if (view->words[at].clause != view->words[negator].clause
        || leaves_bracket (&view->words[at], &depth)
        || ends_scope (reading, negator, at, &inverted)
        || (noun && view->words[at].flags & SP_VIEW_COMMA && !continues_list (reading, at)))
      break;
  return at;
}

static void
mark_scope (const Reading *reading, guint negator)
{
  SpViewFlags flags = SP_VIEW_DENIED;
  guint end = find_scope_end (reading, negator);

  if (is_near (reading, negator, CUE_HEDGE, HEDGE_REACH, HEDGE_REACH))
    flags |= SP_VIEW_WEAK;
  for (guint i = negator; i < end; i++)
    reading->view->words[i].flags |= flags;
}

/* “Do not prevent”, “cannot guarantee”: the verb leaves the practice open.
 *
 * Returns: the word of that verb, or 0 */
static guint
find_void (const Reading *reading, guint negator)
{
  const SpViewWord *words = reading->view->words;
  gboolean inverting
    = has_cue (reading, negator, CUE_INVERTING) && !has_cue (reading, negator, CUE_NEGATOR);
  guint last = MIN (negator + (inverting ? VOID_REACH_INVERTED : VOID_REACH), reading->view->n_words - 1);

  for (guint i = negator + 1; i <= last && words[i].clause == words[negator].clause; i++)
    {
      if (has_cue (reading, i, CUE_VOID))
        return i;
      if (inverting && has_cue (reading, i, CUE_VERB))
        break;
    }
  return 0;
}

static gboolean
is_negator (const Reading *reading, guint at)
{
  return (reading->cues[at] & (1 << CUE_NEGATOR | 1 << CUE_INVERTING | 1 << CUE_NOUN)) != 0
         && !has_cue (reading, at, CUE_SPURIOUS);
}

/* “We cannot guarantee that it will not be read”: up to “but” or a new sentence with “and we”.
 *
 * Returns: the last word of that clause */
static guint
mark_unvouched (const Reading *reading, guint verb)
{
  const SpViewWord *words = reading->view->words;
  guint at = verb;

  while (at + 1 < reading->view->n_words && words[at + 1].clause == words[verb].clause
         && !has_cue (reading, at + 1, CUE_CONTRAST)
         && !(has_cue (reading, at, CUE_AND) && has_cue (reading, at + 1, CUE_SUBJECT)))
    reading->view->words[++at].flags |= SP_VIEW_UNVOUCHED;
  return at;
}

/**
 * sp_polarity_mark:
 * @view: its words gain %SP_VIEW_DENIED, %SP_VIEW_WEAK and %SP_VIEW_UNVOUCHED
 */
void
sp_polarity_mark (const SpPolarity *self, const SpSentenceView *view)
{
  g_autofree guint32 *cues = g_new0 (guint32, view->n_words + 1);
  Reading reading = { view, cues };

  if (!read_cues (self, &reading))
    return;
  for (guint i = 0; i < view->n_words; i++)
    {
      guint verb = is_negator (&reading, i) ? find_void (&reading, i) : 0;

      if (verb > 0 && has_cue (&reading, verb, CUE_VOUCHING))
        i = mark_unvouched (&reading, verb);
      /* “Do not refrain from”: two denials are none. */
      if (verb > 0 && is_negator (&reading, verb))
        cues[verb] |= 1 << CUE_SPURIOUS;
      if (verb == 0 && is_negator (&reading, i) && !has_reader_as_subject (&reading, i))
        mark_scope (&reading, i);
    }
}
