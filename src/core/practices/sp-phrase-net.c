/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-phrase-net.h"

#include <string.h>

#include "sp-error.h"

/* Backtracking is bounded by this and by the length of the alternatives. */
#define MAX_ELEMENTS 10

#define NOWHERE G_MAXUINT

/* One place of a phrase: single words as a set, longer alternatives as lists of words. */
typedef struct
{
  gboolean optional;
  GArray *words;        /* (owned) (element-type guint): net numbers, until the set is made */
  guint32 *set;         /* (owned): a bit for each word of the net */
  GPtrArray *sequences; /* (owned) (element-type GArray): net numbers */
} Element;

typedef struct
{
  guint owner;
  guint first; /* index of its first element */
  guint n;
  guint64 next; /* signatures of the words that may stand second; all bits if it may be one word */
} Phrase;

struct _SpPhraseNet
{
  GArray *numbers;     /* (owned) (element-type guint): vocabulary word → 1 + net number, 0 for none */
  guint n_words;
  GArray *elements;    /* (owned) (element-type Element) */
  GArray *phrases;     /* (owned) (element-type Phrase) */
  GPtrArray *by_first; /* (owned) (element-type GArray): net number → phrases that it may begin */
};

static void
clear_element (Element *element)
{
  g_array_unref (element->words);
  g_ptr_array_unref (element->sequences);
  g_free (element->set);
}

/**
 * sp_phrase_net_new:
 *
 * Returns: (transfer full): a net without phrases
 */
SpPhraseNet *
sp_phrase_net_new (void)
{
  SpPhraseNet *self = g_new0 (SpPhraseNet, 1);

  self->numbers = g_array_new (FALSE, TRUE, sizeof (guint));
  self->elements = g_array_new (FALSE, FALSE, sizeof (Element));
  g_array_set_clear_func (self->elements, (GDestroyNotify) clear_element);
  self->phrases = g_array_new (FALSE, FALSE, sizeof (Phrase));
  self->by_first = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  return self;
}

void
sp_phrase_net_free (SpPhraseNet *self)
{
  g_array_unref (self->numbers);
  g_array_unref (self->elements);
  g_array_unref (self->phrases);
  g_ptr_array_unref (self->by_first);
  g_free (self);
}

/* --- Compiling -------------------------------------------------------------------------------- */

static guint
number_word (SpPhraseNet *self, const char *word, SpVocabulary *vocabulary)
{
  guint id = sp_vocabulary_add_word (vocabulary, word);

  if (id >= self->numbers->len)
    g_array_set_size (self->numbers, id + 1);
  if (g_array_index (self->numbers, guint, id) == 0)
    g_array_index (self->numbers, guint, id) = ++self->n_words;
  return g_array_index (self->numbers, guint, id) - 1;
}

static void
add_alternative (SpPhraseNet *self, Element *element, const char *text, SpVocabulary *vocabulary)
{
  g_auto (GStrv) parts = g_strsplit (text, "_", -1);
  g_autoptr (GArray) sequence = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) plain = sp_plain_words (parts[i]);

      for (guint j = 0; j < plain->len; j++)
        {
          guint number = number_word (self, plain->pdata[j], vocabulary);

          g_array_append_val (sequence, number);
        }
    }
  if (sequence->len == 1)
    g_array_append_val (element->words, g_array_index (sequence, guint, 0));
  else if (sequence->len > 1)
    g_ptr_array_add (element->sequences, g_steal_pointer (&sequence));
}

static void
add_element (SpPhraseNet *self, char *text, SpVocabulary *vocabulary)
{
  gsize length = strlen (text);
  g_auto (GStrv) alternatives = NULL;
  Element element = { .optional = length > 1 && text[length - 1] == '?' };

  if (element.optional)
    text[length - 1] = '\0';
  element.words = g_array_new (FALSE, FALSE, sizeof (guint));
  element.sequences = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  alternatives = g_strsplit (text, "|", -1);
  for (guint i = 0; alternatives[i] != NULL; i++)
    add_alternative (self, &element, alternatives[i], vocabulary);
  g_array_append_val (self->elements, element);
}

/**
 * sp_phrase_net_add:
 * @phrase: see above
 * @owner: handed back with each hit
 * @vocabulary: gains words; the views that are searched must be made with it
 *
 * Errors: %SP_ERROR_KNOWLEDGE for a phrase that may be empty or is too long.
 */
gboolean
sp_phrase_net_add (SpPhraseNet *self, const char *phrase, guint owner, SpVocabulary *vocabulary,
                   GError **error)
{
  g_auto (GStrv) texts = g_strsplit (phrase, " ", -1);
  Phrase compiled = { owner, self->elements->len, g_strv_length (texts) };
  gboolean may_be_empty = TRUE;

  for (guint i = 0; i < compiled.n; i++)
    {
      may_be_empty &= g_str_has_suffix (texts[i], "?");
      if (*texts[i] == '\0' || compiled.n > MAX_ELEMENTS)
        break;
      add_element (self, texts[i], vocabulary);
    }
  if (may_be_empty || self->elements->len != compiled.first + compiled.n)
    {
      g_set_error (error, SP_ERROR, SP_ERROR_KNOWLEDGE, "phrase “%s” is empty or too long", phrase);
      return FALSE;
    }
  g_array_append_val (self->phrases, compiled);
  return TRUE;
}

static void
make_set (SpPhraseNet *self, Element *element)
{
  element->set = g_new0 (guint32, self->n_words / 32 + 1);
  for (guint i = 0; i < element->words->len; i++)
    {
      guint word = g_array_index (element->words, guint, i);

      element->set[word / 32] |= 1u << word % 32;
    }
}

/* Most words begin many phrases, and most of these fail at the second word: a bit for each tells. */
static guint64
get_signature (guint word)
{
  return G_GUINT64_CONSTANT (1) << (word * 0x9e3779b1u >> 26);
}

static guint64
sign_element (const Element *element)
{
  guint64 signature = 0;

  for (guint i = 0; i < element->words->len; i++)
    signature |= get_signature (g_array_index (element->words, guint, i));
  for (guint i = 0; i < element->sequences->len; i++)
    signature |= get_signature (g_array_index ((GArray *) element->sequences->pdata[i], guint, 0));
  return signature;
}

/* The words that may follow the first one, if the phrase may begin with the elements up to @last. */
static guint64
sign_second (const SpPhraseNet *self, const Phrase *phrase, guint last)
{
  const Element *elements = &g_array_index (self->elements, Element, phrase->first);
  guint64 signature = 0;
  guint at;

  for (at = 0; at <= last; at++)
    for (guint i = 0; i < elements[at].sequences->len; i++)
      signature |= get_signature (g_array_index ((GArray *) elements[at].sequences->pdata[i], guint, 1));
  for (at = 1; at < phrase->n; at++)
    {
      signature |= sign_element (&elements[at]);
      if (at > last && !elements[at].optional)
        return signature;
    }
  return G_MAXUINT64;
}

static void
index_word (SpPhraseNet *self, guint word, guint phrase)
{
  GArray *phrases = self->by_first->pdata[word];

  if (phrases->len == 0 || g_array_index (phrases, guint, phrases->len - 1) != phrase)
    g_array_append_val (phrases, phrase);
}

/* A phrase may begin with its first element, and with the next ones as long as those before may be
 * missing. */
static void
index_phrase (SpPhraseNet *self, guint number)
{
  Phrase *phrase = &g_array_index (self->phrases, Phrase, number);
  guint last = 0;

  while (g_array_index (self->elements, Element, phrase->first + last).optional)
    last++;
  for (guint i = 0; i <= last; i++)
    {
      const Element *element = &g_array_index (self->elements, Element, phrase->first + i);

      for (guint j = 0; j < element->words->len; j++)
        index_word (self, g_array_index (element->words, guint, j), number);
      for (guint j = 0; j < element->sequences->len; j++)
        index_word (self, g_array_index ((GArray *) element->sequences->pdata[j], guint, 0), number);
    }
  phrase->next = sign_second (self, phrase, last);
}

/**
 * sp_phrase_net_index:
 *
 * To be called once, after the last phrase.
 */
void
sp_phrase_net_index (SpPhraseNet *self)
{
  for (guint i = 0; i < self->n_words; i++)
    g_ptr_array_add (self->by_first, g_array_new (FALSE, FALSE, sizeof (guint)));
  for (guint i = 0; i < self->elements->len; i++)
    make_set (self, &g_array_index (self->elements, Element, i));
  for (guint i = 0; i < self->phrases->len; i++)
    index_phrase (self, i);
}

/* --- Searching -------------------------------------------------------------------------------- */

/* The words of a clause from one of them on, and the signature of what the second may be. */
typedef struct
{
  const SpPhraseNet *net;
  const SpSentenceView *view;
  guint end;
  guint64 next;
} Walk;

static guint
get_number (const SpPhraseNet *self, guint id)
{
  return id < self->numbers->len ? g_array_index (self->numbers, guint, id) : 0;
}

static gboolean
is_in_set (const Walk *walk, const guint32 *set, guint at)
{
  const SpViewWord *word = &walk->view->words[at];

  for (guint i = 0; i < word->n_places; i++)
    {
      guint number = get_number (walk->net, word->places[i]);

      if (number != 0 && (set[(number - 1) / 32] >> (number - 1) % 32 & 1) != 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_word (const Walk *walk, guint number, guint at)
{
  const SpViewWord *word = &walk->view->words[at];

  for (guint i = 0; i < word->n_places; i++)
    if (get_number (walk->net, word->places[i]) == number + 1)
      return TRUE;
  return FALSE;
}

static gboolean
follows (const Walk *walk, const GArray *sequence, guint at)
{
  if (at + sequence->len > walk->end)
    return FALSE;
  for (guint i = 0; i < sequence->len; i++)
    if (!is_word (walk, g_array_index (sequence, guint, i), at + i))
      return FALSE;
  return TRUE;
}

/* Returns: the end of the longest match of the elements from @element on, or NOWHERE */
static guint
match_from (const Walk *walk, const Element *element, guint n, guint at)
{
  guint best = NOWHERE;

  if (n == 0)
    return at;
  if (at < walk->end && is_in_set (walk, element->set, at))
    best = match_from (walk, element + 1, n - 1, at + 1);
  for (guint i = 0; i < element->sequences->len; i++)
    {
      const GArray *sequence = element->sequences->pdata[i];
      guint end = follows (walk, sequence, at) ? match_from (walk, element + 1, n - 1, at + sequence->len)
                                               : NOWHERE;

      if (end != NOWHERE && (best == NOWHERE || end > best))
        best = end;
    }
  if (best == NOWHERE && element->optional)
    best = match_from (walk, element + 1, n - 1, at);
  return best;
}

static void
search_at (const Walk *walk, guint at, guint number, GArray *hits)
{
  const SpPhraseNet *net = walk->net;
  const GArray *phrases = net->by_first->pdata[number];

  for (guint i = 0; i < phrases->len; i++)
    {
      const Phrase *phrase = &g_array_index (net->phrases, Phrase, g_array_index (phrases, guint, i));
      SpPhraseHit hit = { phrase->owner, at, NOWHERE };

      if ((phrase->next & walk->next) == 0 && phrase->next != G_MAXUINT64)
        continue;
      hit.end = match_from (walk, &g_array_index (net->elements, Element, phrase->first), phrase->n, at);
      if (hit.end != NOWHERE && hit.end > at)
        g_array_append_val (hits, hit);
    }
}

static guint64
sign_word (const SpPhraseNet *self, const SpViewWord *word)
{
  guint64 signature = 0;

  for (guint i = 0; i < word->n_places; i++)
    {
      guint number = get_number (self, word->places[i]);

      if (number != 0)
        signature |= get_signature (number - 1);
    }
  return signature;
}

/**
 * sp_phrase_net_search:
 * @hits: (element-type SpPhraseHit): gains what is found, by start; places may overlap
 */
void
sp_phrase_net_search (const SpPhraseNet *self, const SpSentenceView *view, GArray *hits)
{
  Walk walk = { self, view, 0, 0 };

  for (guint at = 0; at < view->n_words; at++)
    {
      const SpViewWord *word = &view->words[at];

      if (at >= walk.end)
        for (walk.end = at + 1; walk.end < view->n_words
                                && view->words[walk.end].clause == word->clause; walk.end++)
          continue;
      walk.next = at + 1 < walk.end ? sign_word (self, word + 1) : 0;
      for (guint i = 0; i < word->n_places; i++)
        {
          guint number = get_number (self, word->places[i]);

          if (number != 0)
            search_at (&walk, at, number - 1, hits);
        }
    }
}
