/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-token-rule.h"

#include <string.h>

#include "sp-error.h"

#define DEFAULT_GAP 25
#define ANY_GAP G_MAXUINT

/* One atom of a rule and the elements that it can stand for. */
typedef struct
{
  guint atom;
  guint64 mask;
} RuleAtom;

struct _SpTokenRule
{
  const char *pattern; /* (not owned): for messages while it is parsed, then %NULL */
  guint n_elements;
  guint gaps[SP_TOKEN_RULE_MAX_ELEMENTS]; /* words that may stand before each element */
  guint64 with_gap;
  guint64 optional;
  guint64 first;    /* elements that a match may begin with */
  guint64 affirmed; /* elements that want an affirmed word */
  guint64 denied;
  gboolean at_start;
  gboolean at_end;
  GArray *atoms;    /* (owned) (element-type RuleAtom) */
  GArray *keys;     /* (owned) (element-type guint): one of these atoms must occur */
};

/* --- Parsing ---------------------------------------------------------------------------------- */

static gboolean
fail (const SpTokenRule *self, const char *element, const char *what, GError **error)
{
  g_set_error (error, SP_ERROR, SP_ERROR_KNOWLEDGE, "pattern “%s”, element “%s”: %s", self->pattern,
               element, what);
  return FALSE;
}

static void
add_atom (SpTokenRule *self, guint atom, guint64 mask)
{
  RuleAtom added = { atom, mask };

  for (guint i = 0; i < self->atoms->len; i++)
    if (g_array_index (self->atoms, RuleAtom, i).atom == atom)
      {
        g_array_index (self->atoms, RuleAtom, i).mask |= mask;
        return;
      }
  g_array_append_val (self->atoms, added);
}

static gboolean
is_phrase_character (char c)
{
  return g_ascii_islower (c) || g_ascii_isdigit (c) || (guchar) c >= 0x80 || c == '-' || c == '\'' || c == '.'
         || c == '_' || c == '&';
}

static gboolean
is_phrase (const char *text)
{
  if (g_str_equal (text, SP_VOCABULARY_NUMBER) || g_str_equal (text, SP_VOCABULARY_ADDRESS))
    return TRUE;
  for (const char *p = text; *p != '\0'; p++)
    if (!is_phrase_character (*p) && !(*p == '*' && p > text && (p[1] == '\0' || p[1] == '_')))
      return FALSE;
  return *text != '\0' && *text != '_';
}

/* Cuts @text up at its bars: patterns are many, and copies of their words would be most of the work. */
static gboolean
add_alternatives (SpTokenRule *self, char *text, guint64 mask, SpVocabulary *vocabulary, GError **error)
{
  const char *name;

  while ((name = strsep (&text, "|")) != NULL)
    {
      guint atom;

      if (*name == '@')
        atom = sp_vocabulary_find_class (vocabulary, name + 1);
      else if (is_phrase (name))
        atom = sp_vocabulary_add_phrase (vocabulary, name);
      else
        return fail (self, name, "neither words, nor a class, nor a gap", error);

      if (atom == SP_VOCABULARY_NO_ATOM)
        return fail (self, name, "there is no such class", error);
      add_atom (self, atom, mask);
    }
  return TRUE;
}

static gboolean
add_element (SpTokenRule *self, char *text, guint gap, SpVocabulary *vocabulary, GError **error)
{
  guint64 mask = G_GUINT64_CONSTANT (1) << self->n_elements;
  char *alternatives = *text == '+' || *text == '-' ? text + 1 : text;
  gsize length = strlen (alternatives);

  if (self->n_elements == SP_TOKEN_RULE_MAX_ELEMENTS)
    return fail (self, text, "too many elements", error);

  if (*text == '+')
    self->affirmed |= mask;
  else if (*text == '-')
    self->denied |= mask;

  if (length > 1 && alternatives[length - 1] == '?')
    {
      self->optional |= mask;
      alternatives[length - 1] = '\0';
    }
  if (gap > 0)
    self->with_gap |= mask;
  self->gaps[self->n_elements++] = gap;
  return add_alternatives (self, alternatives, mask, vocabulary, error);
}

static gboolean
parse_gap (SpTokenRule *self, const char *text, guint *gap, GError **error)
{
  guint64 words;

  if (g_str_equal (text, ".."))
    *gap = DEFAULT_GAP;
  else if (g_str_equal (text, "..."))
    *gap = ANY_GAP;
  else if (g_ascii_string_to_unsigned (text + 2, 10, 1, 1000, &words, NULL))
    *gap = words;
  else
    return fail (self, text, "no gap; write “..”, “..6” or “...”", error);
  return TRUE;
}

static gboolean
parse (SpTokenRule *self, SpVocabulary *vocabulary, GError **error)
{
  g_autofree char *copy = g_strdup (self->pattern);
  char *rest = *copy != '\0' ? copy : NULL;
  char *text;
  guint gap = 0;

  while ((text = strsep (&rest, " ")) != NULL)
    {
      if (self->at_end || *text == '\0')
        return fail (self, text, self->at_end ? "nothing can follow “$”" : "a blank too many", error);

      if (g_str_equal (text, "^") && text == copy)
        self->at_start = TRUE;
      else if (g_str_equal (text, "$"))
        self->at_end = TRUE;
      else if (text[0] == '.' && text[1] == '.')
        {
          if (!parse_gap (self, text, &gap, error))
            return FALSE;
        }
      else
        {
          if (!add_element (self, text, gap, vocabulary, error))
            return FALSE;
          gap = 0;
        }
    }
  return TRUE;
}

static guint64
get_required (const SpTokenRule *self)
{
  return ((G_GUINT64_CONSTANT (1) << self->n_elements) - 1) & ~self->optional;
}

static guint64
find_first (const SpTokenRule *self)
{
  guint64 first = 1;

  for (guint i = 0; self->optional >> i & 1; i++)
    first |= G_GUINT64_CONSTANT (2) << i;
  return first;
}

static guint
get_element_cost (const SpTokenRule *self, guint element, const SpVocabulary *vocabulary)
{
  guint cost = 0;

  for (guint i = 0; i < self->atoms->len; i++)
    {
      const RuleAtom *atom = &g_array_index (self->atoms, RuleAtom, i);

      if (atom->mask >> element & 1)
        cost += sp_vocabulary_get_cost (vocabulary, atom->atom);
    }
  return cost;
}

/* The rarest of the elements that must be there decides whether a sentence is worth a run. */
static void
choose_keys (SpTokenRule *self, const SpVocabulary *vocabulary)
{
  guint64 required = get_required (self);
  guint best_cost = G_MAXUINT;
  guint best = 0;

  for (guint i = 0; i < self->n_elements; i++)
    {
      guint cost = required >> i & 1 ? get_element_cost (self, i, vocabulary) : G_MAXUINT;

      if (cost < best_cost)
        {
          best_cost = cost;
          best = i;
        }
    }
  for (guint i = 0; i < self->atoms->len; i++)
    {
      const RuleAtom *atom = &g_array_index (self->atoms, RuleAtom, i);

      if (atom->mask >> best & 1)
        g_array_append_val (self->keys, atom->atom);
    }
}

/**
 * sp_token_rule_new:
 * @vocabulary: gains the words of @pattern; must live longer
 *
 * Errors: %SP_ERROR_KNOWLEDGE, with the pattern and the element that is wrong.
 *
 * Returns: (transfer full): the compiled pattern
 */
SpTokenRule *
sp_token_rule_new (const char *pattern, SpVocabulary *vocabulary, GError **error)
{
  g_autoptr (SpTokenRule) self = g_new0 (SpTokenRule, 1);

  self->pattern = pattern;
  self->atoms = g_array_new (FALSE, FALSE, sizeof (RuleAtom));
  self->keys = g_array_new (FALSE, FALSE, sizeof (guint));
  if (!parse (self, vocabulary, error))
    return NULL;
  if (get_required (self) == 0)
    {
      fail (self, "", "every element may be missing", error);
      return NULL;
    }

  self->pattern = NULL;
  self->first = find_first (self);
  choose_keys (self, vocabulary);
  return g_steal_pointer (&self);
}

void
sp_token_rule_free (SpTokenRule *self)
{
  g_array_unref (self->atoms);
  g_array_unref (self->keys);
  g_free (self);
}

/**
 * sp_token_rule_get_keys:
 * @n_keys: (out): how many
 *
 * Returns: (array length=n_keys): a sentence in which none of these atoms occurs cannot match
 */
const guint *
sp_token_rule_get_keys (const SpTokenRule *self, guint *n_keys)
{
  *n_keys = self->keys->len;
  return (const guint *) (gpointer) self->keys->data;
}

/* --- Matching --------------------------------------------------------------------------------- */

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
  guint64 required = get_required (rule);

  for (guint i = 0; required != 0 && i < rule->atoms->len; i++)
    {
      const RuleAtom *atom = &g_array_index (rule->atoms, RuleAtom, i);

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
      const RuleAtom *atom = &g_array_index (rule->atoms, RuleAtom, i);
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
      gboolean broken = rule->gaps[element] != ANY_GAP && since > 0
                        && words[at].clause != words[since - 1].clause;

      if (broken || at - since > rule->gaps[element])
        run->waiting &= ~(G_GUINT64_CONSTANT (1) << element);
      else
        due |= G_GUINT64_CONSTANT (1) << element;
    }
  return rule->at_start ? due : due | rule->first;
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
        return !rule->at_end || at == scratch->view->n_words;

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
