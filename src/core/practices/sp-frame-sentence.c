/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-frame-private.h"

#include <string.h>

SpFrameSentence *
sp_frame_sentence_new (void)
{
  SpFrameSentence *self = g_new0 (SpFrameSentence, 1);

  self->hits = g_array_new (FALSE, FALSE, sizeof (SpConceptHit));
  self->told = g_array_new (FALSE, TRUE, sizeof (gboolean));
  self->groups = g_array_new (FALSE, FALSE, sizeof (SpVerbGroup));
  return self;
}

void
sp_frame_sentence_free (SpFrameSentence *self)
{
  g_free (self->verbs);
  g_free (self->begins);
  g_free (self->covers);
  g_free (self->hit_at);
  g_free (self->purpose);
  g_array_unref (self->hits);
  g_array_unref (self->told);
  g_array_unref (self->groups);
  g_free (self);
}

static void
make_room (SpFrameSentence *self, guint n_words)
{
  if (n_words > self->capacity)
    {
      self->capacity = MAX (n_words, 2 * self->capacity);
      self->verbs = g_renew (const SpOccurrence *, self->verbs, self->capacity);
      self->begins = g_renew (guint64, self->begins, self->capacity);
      self->covers = g_renew (guint64, self->covers, self->capacity);
      self->hit_at = g_renew (guint, self->hit_at, self->capacity);
      self->purpose = g_renew (gboolean, self->purpose, self->capacity);
    }
  for (guint i = 0; i < n_words; i++)
    {
      self->verbs[i] = NULL;
      self->begins[i] = self->covers[i] = 0;
      self->hit_at[i] = SP_NO_WORD;
      self->purpose[i] = FALSE;
    }
}

/**
 * sp_frame_sentence_mark:
 *
 * Puts @cues over the words from @start up to @end.
 */
void
sp_frame_sentence_mark (SpFrameSentence *self, guint start, guint end, guint64 cues)
{
  self->begins[start] |= cues;
  for (guint i = start; i < end; i++)
    self->covers[i] |= cues;
}

static void
read_occurrences (SpFrameSentence *self, const SpFrameLexicon *lexicon)
{
  const SpSentenceView *view = self->view;

  for (guint i = 0; i < view->n_occurrences; i++)
    {
      const SpOccurrence *occurrence = &view->occurrences[i];
      guint64 cues = sp_frame_lexicon_get_cues (lexicon, occurrence->atom);

      if (cues == 0)
        continue;
      sp_frame_sentence_mark (self, occurrence->start, occurrence->start + occurrence->length,
                              cues & ~SP_CUE (VERB));
      /* Of “make” and “make available” the longer. */
      if (cues & SP_CUE (VERB)
          && (self->verbs[occurrence->start] == NULL
              || self->verbs[occurrence->start]->length < occurrence->length))
        self->verbs[occurrence->start] = occurrence;
    }
}

/* “Our service providers” are not “our service”. */
static void
unmark_entities (SpFrameSentence *self)
{
  for (guint i = 0; i < self->hits->len; i++)
    {
      const SpConceptHit *hit = &g_array_index (self->hits, SpConceptHit, i);
      guint at = hit->start;

      if (hit->concept->kind != SP_CONCEPT_ENTITY || !(self->covers[at] & SP_CUE (WE)))
        continue;
      for (guint j = hit->start; j < hit->end; j++)
        self->covers[j] &= ~SP_CUE (WE);
      while (at > 0 && self->covers[at - 1] & SP_CUE (WE))
        self->covers[--at] &= ~SP_CUE (WE);
    }
}

/**
 * sp_frame_sentence_load:
 *
 * Reads cues and concepts of a sentence.
 */
void
sp_frame_sentence_load (SpFrameSentence *self, const SpSentenceView *view, const SpToken *tokens,
                        const SpFrameLexicon *lexicon, const SpOntology *ontology)
{
  self->view = view;
  self->tokens = tokens;
  g_array_set_size (self->groups, 0);
  make_room (self, view->n_words);
  read_occurrences (self, lexicon);
  sp_ontology_read (ontology, view, self->hits);
  g_array_set_size (self->told, 0);
  g_array_set_size (self->told, self->hits->len);
  for (guint i = 0; i < self->hits->len; i++)
    {
      const SpConceptHit *hit = &g_array_index (self->hits, SpConceptHit, i);

      for (guint j = hit->start; j < hit->end; j++)
        self->hit_at[j] = i;
    }
  unmark_entities (self);
}

/**
 * sp_frame_sentence_tell:
 * @hits: (element-type SpConceptHit): have become part of a statement
 */
void
sp_frame_sentence_tell (SpFrameSentence *self, const GArray *hits)
{
  for (guint i = 0; i < hits->len; i++)
    g_array_index (self->told, gboolean, self->hit_at[g_array_index (hits, SpConceptHit, i).start]) = TRUE;
}

/**
 * sp_frame_sentence_get_hit:
 *
 * Returns: (nullable): the concept of @kind that stands over @word
 */
const SpConceptHit *
sp_frame_sentence_get_hit (const SpFrameSentence *self, guint word, SpConceptKind kind)
{
  const SpConceptHit *hit;

  if (word >= self->view->n_words || self->hit_at[word] == SP_NO_WORD)
    return NULL;
  hit = &g_array_index (self->hits, SpConceptHit, self->hit_at[word]);
  return hit->concept->kind == kind ? hit : NULL;
}

/**
 * sp_frame_sentence_is_purpose:
 * @hit: of a purpose
 *
 * Returns: whether the sentence says that it is what something is done for
 */
gboolean
sp_frame_sentence_is_purpose (const SpFrameSentence *self, const SpConceptHit *hit)
{
  return hit->concept->is_plain || self->purpose[hit->start] || self->purpose[hit->end - 1];
}

static gboolean
is_adverb (const SpFrameSentence *self, guint word)
{
  const char *norm = self->tokens[self->view->words[word].token].norm;
  gsize length;

  if (self->covers[word] & SP_CUE (ADVERB))
    return TRUE;
  if (self->hit_at[word] != SP_NO_WORD || self->verbs[word] != NULL)
    return FALSE;
  length = strlen (norm);
  return length > 4 && g_str_equal (norm + length - 2, "ly");
}

/**
 * sp_frame_sentence_skip_back:
 *
 * Returns: the word before @from and before its adverbs, in the same clause, or %SP_NO_WORD
 */
guint
sp_frame_sentence_skip_back (const SpFrameSentence *self, guint from)
{
  const SpViewWord *words = self->view->words;
  guint at = from;

  while (at > 0 && words[at - 1].clause == words[from].clause)
    {
      at--;
      if (!is_adverb (self, at))
        return at;
    }
  return SP_NO_WORD;
}

/* “Some of our partners”. */
static gboolean
is_part_of (const SpFrameSentence *self, guint of)
{
  return of > 0 && g_str_equal (self->tokens[self->view->words[of].token].norm, "of")
         && (self->covers[of - 1] & (SP_CUE (ARTICLE) | SP_CUE (ADVERB) | SP_CUE (QUANTITY))) != 0;
}

/**
 * sp_frame_sentence_is_governed:
 *
 * Returns: whether the noun at @word hangs on a preposition: “information about you collected by”
 */
gboolean
sp_frame_sentence_is_governed (const SpFrameSentence *self, guint word)
{
  guint before;

  while (word > 0 && self->hit_at[word] != SP_NO_WORD && self->hit_at[word - 1] == self->hit_at[word])
    word--;
  while (word > 0 && self->covers[word] & self->covers[word - 1] & SP_CUE (OUTSIDERS))
    word--;
  before = sp_frame_sentence_skip_back (self, word);
  if (sp_frame_covers (self, before, SP_CUE (ARTICLE)) && !sp_frame_covers (self, before, SP_CUE (ASKS)))
    before = sp_frame_sentence_skip_back (self, before);
  return sp_frame_covers (self, before, SP_CUE (FROM) | SP_CUE (TOWARDS)) && !is_part_of (self, before);
}

/**
 * sp_frame_sentence_is_joined:
 *
 * Returns: whether nothing but “and”, “or”, “but (we)”, commas, articles and adverbs stands between word
 *   @a and word @b, and at least a conjunction or a comma
 */
gboolean
sp_frame_sentence_is_joined (const SpFrameSentence *self, guint a, guint b)
{
  gboolean joined = b < self->view->n_words && (self->view->words[b].flags & SP_VIEW_COMMA) != 0;

  if (b <= a || b - a > 6)
    return FALSE;
  for (guint i = a + 1; i < b; i++)
    {
      if (self->view->words[i].clause != self->view->words[a].clause)
        return FALSE;
      if (self->covers[i] & (SP_CUE (CONJUNCTION) | SP_CUE (CONTRAST)))
        joined = TRUE;
      else if (self->view->words[i].flags & SP_VIEW_COMMA)
        joined = TRUE;
      if (!(self->covers[i] & (SP_CUE (CONJUNCTION) | SP_CUE (CONTRAST) | SP_CUE (ARTICLE) | SP_CUE (AUXILIARY)))
          && !(self->covers[i] & SP_CUE (SPEAKER) && self->covers[i - 1] & SP_CUE (CONTRAST))
          && !is_adverb (self, i))
        return FALSE;
    }
  return joined && self->view->words[a].clause == self->view->words[b].clause;
}
