/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-sentence-view.h"

#include <string.h>

#include "sp-word-trie.h"

/* How much of a lead-in an item inherits: enough for the longest real one, and a bound on the work. */
#define MAX_LEAD_IN_WORDS 40

/* The plain words of one norm, made once for all tokens that share it. */
typedef struct
{
  guint n_words;
  guint **places; /* (owned): each its length first, then the places */
} Entry;

struct _SpSentenceViews
{
  SpSegmentation *segmentation;   /* (owned) */
  const SpVocabulary *vocabulary; /* (not owned) */
  GHashTable *entries;            /* (owned): interned norm → Entry */
  GArray *words;                  /* (owned) (element-type SpViewWord) */
  GArray *occurrences;            /* (owned) (element-type SpOccurrence) */
  SpSentenceView *views;          /* (owned): one a sentence */
  SpSentenceView *joined;         /* (owned): one a sentence; without words for what is no list item */
  guint n_views;
  guint waiting;                  /* atom of words after which a colon ends no clause */
};

static guint *
find_places (const SpVocabulary *vocabulary, const char *word, const char *or_word)
{
  guint ids[2 * SP_WORD_TRIE_MAX_IDS];
  guint n = sp_vocabulary_find_words (vocabulary, word, ids);
  guint *places;

  if (or_word != NULL)
    n += sp_vocabulary_find_words (vocabulary, or_word, ids + n);
  places = g_new (guint, n + 1);
  places[0] = n;
  for (guint i = 0; i < n; i++)
    places[i + 1] = ids[i];
  return places;
}

static void
free_entry (Entry *entry)
{
  for (guint i = 0; i < entry->n_words; i++)
    g_free (entry->places[i]);
  g_free (entry->places);
  g_free (entry);
}

static Entry *
new_entry (guint n_words)
{
  Entry *entry = g_new (Entry, 1);

  entry->n_words = n_words;
  entry->places = g_new (guint *, n_words);
  return entry;
}

static gboolean
is_number (const char *word)
{
  return *word != '\0' && strspn (word, "0123456789") == strlen (word);
}

static Entry *
make_word_entry (const SpVocabulary *vocabulary, const char *norm)
{
  g_autoptr (GPtrArray) plain = sp_plain_words (norm);
  Entry *entry = new_entry (plain->len);

  for (guint i = 0; i < plain->len; i++)
    entry->places[i] = find_places (vocabulary, plain->pdata[i],
                                    is_number (plain->pdata[i]) ? SP_VOCABULARY_NUMBER : NULL);
  return entry;
}

/* A number meets itself and “#”, an address only “<address>” and, with an “@”, “<email>”; “12-month” is a number and a word, “3rd” a
 * word. */
static Entry *
make_entry (const SpVocabulary *vocabulary, const char *norm, SpTokenKind kind)
{
  Entry *entry;

  if (kind == SP_TOKEN_WORD || (kind == SP_TOKEN_NUMBER && strspn (norm, "0123456789.,:/") < strlen (norm)))
    return make_word_entry (vocabulary, norm);

  entry = new_entry (1);
  if (kind == SP_TOKEN_NUMBER)
    entry->places[0] = find_places (vocabulary, norm, SP_VOCABULARY_NUMBER);
  else
    entry->places[0] = find_places (vocabulary, SP_VOCABULARY_ADDRESS,
                                    strchr (norm, '@') != NULL ? SP_VOCABULARY_EMAIL : NULL);
  return entry;
}

/* In “between the US and us” only the capitals tell the country; where all is in capitals, nothing
 * does. */
static gboolean
is_country (const SpToken *token, const char *text)
{
  const char *after = text + token->span.end;

  return g_str_equal (token->norm, "us") && strncmp (text + token->span.start, "US", 2) == 0
         && !(g_ascii_isspace (after[0]) && g_ascii_isupper (after[1]) && g_ascii_isupper (after[2]));
}

static const Entry *
look_up (SpSentenceViews *self, const SpToken *token, const char *text)
{
  const char *norm = is_country (token, text) ? "u.s" : token->norm;
  Entry *entry = g_hash_table_lookup (self->entries, norm);

  if (entry == NULL)
    {
      entry = make_entry (self->vocabulary, norm, token->kind);
      g_hash_table_insert (self->entries, (gpointer) norm, entry);
    }
  return entry;
}

static void
add_word (SpSentenceViews *self, const guint *places, guint token, guint clause, SpViewFlags flags)
{
  SpViewWord word = { token, clause, flags, places + 1, places[0] };

  g_array_append_val (self->words, word);
}

static void
add_token (SpSentenceViews *self, const SpToken *token, const char *text, guint index, guint clause,
           SpViewFlags flags)
{
  const Entry *entry = look_up (self, token, text);

  for (guint i = 0; i < entry->n_words; i++)
    add_word (self, entry->places[i], index, clause, flags);
}

static gboolean
ends_clause (const SpToken *token)
{
  return strchr (";:.!?", token->norm[0]) != NULL;
}

static SpViewFlags
read_mark (const SpToken *token)
{
  switch (token->norm[0])
    {
    case '(':
    case '[':
      return SP_VIEW_COMMA | SP_VIEW_OPENS;
    case ')':
    case ']':
      return SP_VIEW_COMMA | SP_VIEW_CLOSES;
    default:
      return SP_VIEW_COMMA;
    }
}

/* Adds the words of a sentence, or of its last @max_words, to those of the view being made. */
static guint
add_words (SpSentenceViews *self, const SpSentence *sentence, guint clause, guint max_tokens)
{
  guint n_tokens;
  const SpToken *tokens = sp_segmentation_get_tokens (self->segmentation, &n_tokens);
  const char *text = sp_document_get_text (sp_segmentation_get_document (self->segmentation), NULL);
  SpViewFlags flags = 0;
  guint skip = sentence->n_tokens > max_tokens ? sentence->n_tokens - max_tokens : 0;

  for (guint i = skip; i < sentence->n_tokens; i++)
    {
      const SpToken *token = &tokens[sentence->first_token + i];

      if (token->kind != SP_TOKEN_PUNCTUATION)
        {
          add_token (self, token, text, sentence->first_token + i, clause, flags);
          flags = 0;
        }
      else if (ends_clause (token))
        {
          clause++;
          flags = token->norm[0] == ':' ? SP_VIEW_COLON : 0;
        }
      else
        flags |= read_mark (token);
    }
  return clause;
}

static void
add_atoms (SpSentenceViews *self, guint place, guint start, guint length)
{
  guint n_atoms;
  const guint *atoms = sp_vocabulary_get_atoms (self->vocabulary, place, &n_atoms);

  for (guint i = 0; i < n_atoms; i++)
    {
      SpOccurrence occurrence = { atoms[i], start, length };

      g_array_append_val (self->occurrences, occurrence);
    }
}

/* Follows every phrase that begins at word @at; phrases are short, so this is linear. */
static void
follow_phrases (SpSentenceViews *self, const SpViewWord *words, guint n_words, guint place, guint start,
                guint at)
{
  for (guint i = 0; at < n_words && i < words[at].n_places; i++)
    {
      guint next = sp_vocabulary_step (self->vocabulary, place, words[at].places[i]);

      if (next == SP_VOCABULARY_NOWHERE)
        continue;
      add_atoms (self, next, start, at + 1 - start);
      if (at + 1 < n_words && words[at + 1].clause == words[at].clause)
        follow_phrases (self, words, n_words, next, start, at + 1);
    }
}

/* Makes one clause of two where only a colon after a word that waits for another parts them. */
static void
join_clauses (const SpSentenceViews *self, SpViewWord *words, guint n_words, guint first_occurrence)
{
  guint n_joined = 0;

  for (guint i = first_occurrence; i < self->occurrences->len; i++)
    {
      const SpOccurrence *occurrence = &g_array_index (self->occurrences, SpOccurrence, i);
      guint next = occurrence->start + occurrence->length;

      if (occurrence->atom == self->waiting && next < n_words && words[next].flags & SP_VIEW_COLON)
        words[next].flags |= SP_VIEW_JOINED;
    }
  for (guint i = 0; i < n_words; i++)
    {
      n_joined += (words[i].flags & SP_VIEW_JOINED) != 0;
      words[i].clause -= n_joined;
    }
}

/* Ends the view whose words are those from @first_word on. Pointers are set when no array moves
 * any more; until then they are counts from the beginning. */
static void
end_view (SpSentenceViews *self, SpSentenceView *view, guint first_word)
{
  guint n_words = self->words->len - first_word;
  guint first_occurrence = self->occurrences->len;

  for (guint i = 0; i < n_words; i++)
    follow_phrases (self, &g_array_index (self->words, SpViewWord, first_word), n_words,
                    SP_VOCABULARY_ROOT, i, i);
  join_clauses (self, &g_array_index (self->words, SpViewWord, first_word), n_words, first_occurrence);
  view->words = GSIZE_TO_POINTER (first_word);
  view->n_words = n_words;
  view->occurrences = GSIZE_TO_POINTER (first_occurrence);
  view->n_occurrences = self->occurrences->len - first_occurrence;
}

/* The last sentence of the lead-in, its colon no end of a clause, and then the item. */
static void
make_joined (SpSentenceViews *self, const SpSegment *segment, guint index)
{
  guint n;
  const SpSegment *segments = sp_segmentation_get_segments (self->segmentation, &n);
  const SpSentence *sentences = sp_segmentation_get_sentences (self->segmentation, &n);
  const SpSegment *lead_in = &segments[segment->lead_in];
  guint first_word = self->words->len;
  guint last;

  if (lead_in->n_sentences == 0)
    return;

  add_words (self, &sentences[lead_in->first_sentence + lead_in->n_sentences - 1], 0, MAX_LEAD_IN_WORDS);
  last = self->words->len;
  self->joined[index].joint = last - first_word;
  add_words (self, &sentences[index],
             last > first_word ? g_array_index (self->words, SpViewWord, last - 1).clause : 0, G_MAXUINT);
  if (self->words->len > last)
    g_array_index (self->words, SpViewWord, last).flags |= SP_VIEW_COMMA;
  end_view (self, &self->joined[index], first_word);
}

static void
make_views (SpSentenceViews *self)
{
  guint n_segments;
  const SpSentence *sentences = sp_segmentation_get_sentences (self->segmentation, &self->n_views);
  const SpSegment *segments = sp_segmentation_get_segments (self->segmentation, &n_segments);

  self->views = g_new0 (SpSentenceView, self->n_views);
  self->joined = g_new0 (SpSentenceView, self->n_views);
  for (guint i = 0; i < self->n_views; i++)
    {
      const SpSegment *segment = &segments[sentences[i].segment];
      guint first_word = self->words->len;

      add_words (self, &sentences[i], 0, G_MAXUINT);
      end_view (self, &self->views[i], first_word);
      if (segment->lead_in != SP_BLOCK_NO_PARENT && segment->first_sentence == i)
        make_joined (self, segment, i);
    }
}

static void
set_pointers (SpSentenceViews *self, SpSentenceView *view)
{
  view->words = &g_array_index (self->words, SpViewWord, GPOINTER_TO_SIZE (view->words));
  view->occurrences
    = &g_array_index (self->occurrences, SpOccurrence, GPOINTER_TO_SIZE (view->occurrences));
}

/**
 * sp_sentence_views_new:
 * @vocabulary: must live longer
 *
 * Returns: (transfer full): the views of all sentences of @segmentation
 */
SpSentenceViews *
sp_sentence_views_new (SpSegmentation *segmentation, const SpVocabulary *vocabulary)
{
  SpSentenceViews *self = g_new0 (SpSentenceViews, 1);

  self->segmentation = sp_segmentation_ref (segmentation);
  self->vocabulary = vocabulary;
  self->waiting = sp_vocabulary_find_class (vocabulary, "waiting");
  self->entries = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) free_entry);
  self->words = g_array_new (FALSE, FALSE, sizeof (SpViewWord));
  self->occurrences = g_array_new (FALSE, FALSE, sizeof (SpOccurrence));

  make_views (self);
  for (guint i = 0; i < self->n_views; i++)
    {
      set_pointers (self, &self->views[i]);
      set_pointers (self, &self->joined[i]);
    }
  return self;
}

void
sp_sentence_views_free (SpSentenceViews *self)
{
  sp_segmentation_unref (self->segmentation);
  g_hash_table_unref (self->entries);
  g_array_unref (self->words);
  g_array_unref (self->occurrences);
  g_free (self->views);
  g_free (self->joined);
  g_free (self);
}

/**
 * sp_sentence_views_get:
 *
 * Returns: sentence @sentence by itself
 */
const SpSentenceView *
sp_sentence_views_get (const SpSentenceViews *self, guint sentence)
{
  return &self->views[sentence];
}

/**
 * sp_sentence_views_get_joined:
 *
 * Returns: (nullable): list item @sentence read on from its lead-in
 */
const SpSentenceView *
sp_sentence_views_get_joined (const SpSentenceViews *self, guint sentence)
{
  return self->joined[sentence].n_words > 0 ? &self->joined[sentence] : NULL;
}
