/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-token-rule-private.h"

#include <string.h>

#define NONE G_MAXUINT32

/* An occurrence of one of a rule's atoms, in the chain of its first word. */
typedef struct
{
  guint64 mask;
  guint length;
  guint next;
} Event;

struct _SpRuleScratch
{
  const SpSentenceView *view;
  guint n_atoms;
  guint generation;
  guint *stamps;   /* (owned): of each atom, the generation in which @firsts holds */
  guint *firsts;   /* (owned): of each atom, its first occurrence in the sentence */
  GArray *nexts;   /* (owned) (element-type guint): of each occurrence, the next of the same atom */
  GArray *heads;   /* (owned) (element-type guint): of each word, its first event */
  GArray *events;  /* (owned) (element-type Event) */
  GArray *states;  /* (owned) (element-type guint64): before each word, the elements due */
};

/* What a run remembers of each element: where the way to it began, its verb, since when it waits. */
typedef struct
{
  guint start[SP_TOKEN_RULE_MAX_ELEMENTS + 1];
  guint verb[SP_TOKEN_RULE_MAX_ELEMENTS + 1];
  guint since[SP_TOKEN_RULE_MAX_ELEMENTS + 1];
  guint64 waiting;
} Run;

/**
 * sp_rule_scratch_new:
 * @vocabulary: complete: nothing may be added to it any more
 *
 * Returns: (transfer full): room for one thread
 */
SpRuleScratch *
sp_rule_scratch_new (const SpVocabulary *vocabulary)
{
  SpRuleScratch *self = g_new0 (SpRuleScratch, 1);

  self->n_atoms = sp_vocabulary_get_n_atoms (vocabulary);
  self->stamps = g_new0 (guint, self->n_atoms);
  self->firsts = g_new0 (guint, self->n_atoms);
  self->nexts = g_array_new (FALSE, FALSE, sizeof (guint));
  self->heads = g_array_new (FALSE, FALSE, sizeof (guint));
  self->events = g_array_new (FALSE, FALSE, sizeof (Event));
  self->states = g_array_new (FALSE, FALSE, sizeof (guint64));
  return self;
}

void
sp_rule_scratch_free (SpRuleScratch *self)
{
  g_free (self->stamps);
  g_free (self->firsts);
  g_array_unref (self->nexts);
  g_array_unref (self->heads);
  g_array_unref (self->events);
  g_array_unref (self->states);
  g_free (self);
}

/**
 * sp_rule_scratch_load:
 * @view: the sentence that the next runs look at; must outlive them
 */
void
sp_rule_scratch_load (SpRuleScratch *self, const SpSentenceView *view)
{
  self->view = view;
  self->generation++;
  g_array_set_size (self->nexts, view->n_occurrences);
  for (guint i = view->n_occurrences; i-- > 0;)
    {
      guint atom = view->occurrences[i].atom;

      g_array_index (self->nexts, guint, i)
        = self->stamps[atom] == self->generation ? self->firsts[atom] : NONE;
      self->stamps[atom] = self->generation;
      self->firsts[atom] = i;
    }
}

const SpSentenceView *
sp_rule_scratch_get_view (const SpRuleScratch *self)
{
  return self->view;
}

/**
 * sp_rule_scratch_has_atom:
 *
 * Returns: whether @atom occurs in the sentence
 */
gboolean
sp_rule_scratch_has_atom (const SpRuleScratch *self, guint atom)
{
  return self->stamps[atom] == self->generation;
}

/**
 * sp_rule_scratch_is_first:
 *
 * Returns: whether occurrence @occurrence of the sentence is the first of its atom
 */
gboolean
sp_rule_scratch_is_first (const SpRuleScratch *self, guint occurrence)
{
  return self->firsts[self->view->occurrences[occurrence].atom] == occurrence;
}

static gboolean
has_required (const SpTokenRule *rule, const SpRuleScratch *scratch)
{
  guint64 required = sp_token_rule_get_required (rule);

  for (guint i = 0; required != 0 && i < rule->atoms->len; i++)
    {
      const SpRuleAtom *atom = &g_array_index (rule->atoms, SpRuleAtom, i);

      if (sp_rule_scratch_has_atom (scratch, atom->atom))
        required &= ~atom->mask;
    }
  return required == 0;
}

/* Which elements an occurrence can stand for, given the polarity of its first word. */
static guint64
filter_polarity (const SpTokenRule *rule, guint64 mask, const SpViewWord *word)
{
  return mask & ~(word->flags & SP_VIEW_DENIED ? rule->affirmed : rule->denied);
}

static void
list_events (const SpTokenRule *rule, SpRuleScratch *scratch)
{
  const SpSentenceView *view = scratch->view;

  g_array_set_size (scratch->events, 0);
  for (guint i = 0; i < rule->atoms->len; i++)
    {
      const SpRuleAtom *atom = &g_array_index (rule->atoms, SpRuleAtom, i);
      guint at = sp_rule_scratch_has_atom (scratch, atom->atom) ? scratch->firsts[atom->atom] : NONE;

      for (; at != NONE; at = g_array_index (scratch->nexts, guint, at))
        {
          const SpOccurrence *occurrence = &view->occurrences[at];
          guint *head = &g_array_index (scratch->heads, guint, occurrence->start);
          guint64 mask = filter_polarity (rule, atom->mask, &view->words[occurrence->start]);
          Event event = { mask, occurrence->length, *head };

          *head = scratch->events->len;
          g_array_append_val (scratch->events, event);
        }
    }
}

static void
prepare (const SpTokenRule *rule, SpRuleScratch *scratch)
{
  guint n_words = scratch->view->n_words;

  g_array_set_size (scratch->heads, n_words + 1);
  memset (scratch->heads->data, 0xff, (n_words + 1) * sizeof (guint));
  g_array_set_size (scratch->states, n_words + 1);
  memset (scratch->states->data, 0, (n_words + 1) * sizeof (guint64));
  list_events (rule, scratch);
}

/* Which elements may take word @at: those due next to the word before, those that have waited no
 * longer than their gap, and the first, anywhere. */
static guint64
find_due (const SpTokenRule *rule, const SpRuleScratch *scratch, Run *run, guint at)
{
  const SpViewWord *words = scratch->view->words;
  guint64 due = g_array_index (scratch->states, guint64, at);
  gboolean new_clause = at > 0 && words[at].clause != words[at - 1].clause;

  for (guint64 fresh = due & rule->with_gap; fresh != 0; fresh &= fresh - 1)
    run->since[__builtin_ctzll (fresh)] = at;
  run->waiting |= due & rule->with_gap;

  if (new_clause)
    due = 0;
  for (guint64 rest = run->waiting; rest != 0; rest &= rest - 1)
    {
      guint element = __builtin_ctzll (rest);
      guint since = run->since[element];
      gboolean broken = rule->gaps[element] != SP_RULE_ANY_GAP && since > 0
                        && words[at].clause != words[since - 1].clause;

      if (broken || at - since > rule->gaps[element])
        run->waiting &= ~(G_GUINT64_CONSTANT (1) << element);
      else
        due |= G_GUINT64_CONSTANT (1) << element;
    }
  return rule->at_start ? due : due | rule->first;
}

/* Whether the rule may be done before word @at: “$” allows as much behind it as its gap does. */
static gboolean
may_end (const SpTokenRule *rule, const SpSentenceView *view, guint at)
{
  if (!rule->at_end || at == view->n_words || rule->end_gap == SP_RULE_ANY_GAP)
    return TRUE;
  return view->n_words - at <= rule->end_gap && view->words[view->n_words - 1].clause == view->words[at - 1].clause;
}

/* Goes on to element @element at word @at; optional elements are passed over too. Returns whether
 * that was the last. */
static gboolean
reach (const SpTokenRule *rule, SpRuleScratch *scratch, Run *run, guint element, guint at, guint start,
       guint verb)
{
  for (;; element++)
    {
      run->start[element] = start;
      run->verb[element] = verb;
      if (element == rule->n_elements)
        return may_end (rule, scratch->view, at);

      g_array_index (scratch->states, guint64, at) |= G_GUINT64_CONSTANT (1) << element;
      if (!(rule->optional >> element & 1))
        return FALSE;
    }
}

static gboolean
take_event (const SpTokenRule *rule, SpRuleScratch *scratch, Run *run, const Event *event, guint64 due,
            guint at, SpRuleMatch *match)
{
  /* The last element first, so that none reads what this word has just changed. */
  for (guint64 rest = due & event->mask; rest != 0;)
    {
      guint element = 63 - __builtin_clzll (rest);
      gboolean is_verb = (rule->affirmed | rule->denied) >> element & 1;
      gboolean begins = !rule->at_start && (rule->first >> element & 1);
      guint start = begins ? at : run->start[element];
      guint verb = is_verb || begins ? at : run->verb[element];

      rest &= ~(G_GUINT64_CONSTANT (1) << element);
      if (reach (rule, scratch, run, element + 1, at + event->length, start, verb))
        {
          *match = (SpRuleMatch) { start, at + event->length, verb };
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * sp_token_rule_match:
 * @match: (out): untouched if there is none
 *
 * Looks for the match that ends first in the sentence loaded into @scratch.
 *
 * Returns: whether there is one
 */
gboolean
sp_token_rule_match (const SpTokenRule *self, SpRuleScratch *scratch, SpRuleMatch *match)
{
  Run run = { { 0 }, { 0 }, { 0 }, 0 };

  if (!has_required (self, scratch))
    return FALSE;

  prepare (self, scratch);
  reach (self, scratch, &run, 0, 0, 0, 0);
  for (guint at = 0; at < scratch->view->n_words; at++)
    {
      guint64 due = find_due (self, scratch, &run, at);
      guint next = g_array_index (scratch->heads, guint, at);

      while (next != NONE)
        {
          Event event = g_array_index (scratch->events, Event, next);

          if (take_event (self, scratch, &run, &event, due, at, match))
            return TRUE;
          next = event.next;
        }
    }

  return FALSE;
}
