/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-vagueness.h"

#include <math.h>
#include <string.h>

#include "sp-readability.h"

/* How far behind a vague quantifier its list may begin: "certain information about you, such as". */
#define LIST_REACH 8

/* The classes of the lexicon that decide whether a vague term is scored. */
typedef enum
{
  HELPER_MODAL_VERB,
  HELPER_PARTICIPLE,
  HELPER_ADVERB,
  HELPER_PRONOUN,
  HELPER_PREPOSITION,
  HELPER_YOU,
  HELPER_COMPANY_OR_DATA,
  HELPER_LIST_OPENER,
  HELPER_OPEN_LIST,
  HELPER_CLEAR,
  N_HELPERS
} Helper;

static const char *const helper_names[N_HELPERS] = {
  "modal-verb",      "participle",  "adverb",    "pronoun", "preposition", "you",
  "company-or-data", "list-opener", "open-list", "clear",
};

/* A sentence, each token marked with the helper classes that cover it. */
typedef struct
{
  const char *text;
  const SpToken *tokens;
  guint n_tokens;
  guint16 *marks; /* (owned): 1 << Helper */
} Sentence;

typedef struct
{
  const SpLexicon *lexicon;
  int vague[SP_N_VAGUE_CLASSES];
  int helpers[N_HELPERS];
} Classes;

/**
 * sp_vague_class_get_id:
 *
 * Returns: (transfer none): as in exports
 */
const char *
sp_vague_class_get_id (SpVagueClass vague_class)
{
  static const char *const ids[] = { "condition", "generalization", "modality", "numeric" };

  return ids[vague_class];
}

static gboolean
find_classes (const SpLexicon *lexicon, Classes *classes)
{
  classes->lexicon = lexicon;
  for (guint i = 0; i < SP_N_VAGUE_CLASSES; i++)
    if ((classes->vague[i] = sp_lexicon_find_class (lexicon, sp_vague_class_get_id (i))) < 0)
      return FALSE;
  for (guint i = 0; i < N_HELPERS; i++)
    if ((classes->helpers[i] = sp_lexicon_find_class (lexicon, helper_names[i])) < 0)
      return FALSE;
  return TRUE;
}

static int
index_of (int class_index, const int *indices, guint n)
{
  for (guint i = 0; i < n; i++)
    if (indices[i] == class_index)
      return i;
  return -1;
}

static void
mark_helpers (Sentence *sentence, const Classes *classes, const GArray *matches)
{
  for (guint i = 0; i < matches->len; i++)
    {
      const SpLexiconMatch *match = &g_array_index (matches, SpLexiconMatch, i);
      int helper = index_of (match->class_index, classes->helpers, N_HELPERS);

      for (guint j = 0; helper >= 0 && j < match->n_tokens; j++)
        sentence->marks[match->first_token + j] |= 1 << helper;
    }
}

static gboolean
has_mark (const Sentence *sentence, guint at, Helper helper)
{
  return at < sentence->n_tokens && (sentence->marks[at] & (1 << helper)) != 0;
}

static gboolean
is_capitalized (const Sentence *sentence, guint at)
{
  return g_unichar_isupper (g_utf8_get_char (sentence->text + sentence->tokens[at].span.start));
}

/* "May 14", "25 May 2018". */
static gboolean
is_month (const Sentence *sentence, guint at)
{
  return is_capitalized (sentence, at)
         && ((at + 1 < sentence->n_tokens && sentence->tokens[at + 1].kind == SP_TOKEN_NUMBER)
             || (at > 0 && sentence->tokens[at - 1].kind == SP_TOKEN_NUMBER));
}

/* "may not be used", "can not be sold": a prohibition. */
static gboolean
is_prohibition (const Sentence *sentence, guint at)
{
  const SpToken *tokens = sentence->tokens;

  return at + 3 < sentence->n_tokens && g_str_equal (tokens[at + 1].norm, "not")
         && g_str_equal (tokens[at + 2].norm, "be")
         && (g_str_has_suffix (tokens[at + 3].norm, "ed") || has_mark (sentence, at + 3, HELPER_PARTICIPLE));
}

static gboolean
opens_clause (const SpToken *token)
{
  return token->kind == SP_TOKEN_PUNCTUATION && strchr (",;:(", *token->norm) != NULL;
}

/* Finds the leftmost subject of the clause before @end, or of the clause before that one. */
static gboolean
clause_speaks_of_company (const Sentence *sentence, guint end)
{
  gboolean found = FALSE;
  gboolean company = FALSE;

  for (guint i = end; i-- > 0;)
    {
      if (opens_clause (&sentence->tokens[i]) && found)
        break;
      if (has_mark (sentence, i, HELPER_COMPANY_OR_DATA) || has_mark (sentence, i, HELPER_YOU))
        {
          found = TRUE;
          company = has_mark (sentence, i, HELPER_COMPANY_OR_DATA);
        }
    }
  return company;
}

/* "you may", but not "information about you may". */
static gboolean
is_pronoun_subject (const Sentence *sentence, guint at)
{
  return has_mark (sentence, at, HELPER_PRONOUN)
         && !(at > 0 && has_mark (sentence, at - 1, HELPER_PREPOSITION));
}

/* Whether the subject of the modal verb at @at is the company, its partners or data. */
static gboolean
speaks_of_company (const Sentence *sentence, guint at)
{
  guint end = at;

  while (end > 0
         && (has_mark (sentence, end - 1, HELPER_ADVERB)
             || g_str_has_suffix (sentence->tokens[end - 1].norm, "ly")))
    end--;

  if (end == 0)
    return has_mark (sentence, at + 1, HELPER_COMPANY_OR_DATA);
  if (has_mark (sentence, at + 1, HELPER_YOU))
    return FALSE;
  if (is_pronoun_subject (sentence, end - 1))
    return has_mark (sentence, end - 1, HELPER_COMPANY_OR_DATA);
  if (sentence->tokens[end - 1].kind == SP_TOKEN_WORD && is_capitalized (sentence, end - 1)
      && !has_mark (sentence, end - 1, HELPER_YOU))
    return TRUE;
  return clause_speaks_of_company (sentence, end);
}

static gboolean
list_follows (const Sentence *sentence, guint at)
{
  for (guint i = at; i < MIN (at + LIST_REACH, sentence->n_tokens); i++)
    if (has_mark (sentence, i, HELPER_LIST_OPENER) && !has_mark (sentence, i, HELPER_OPEN_LIST))
      return TRUE;
  return FALSE;
}

/* The exclusions of section 4.1: fixed phrases, dates, permissions and prohibitions, modal verbs with
 * another subject, and a quantifier whose list follows ("certain data, such as names"), in which
 * "such as" itself makes things clearer. */
static gboolean
is_scored (const Sentence *sentence, SpVagueClass vague_class, guint at, guint n_tokens)
{
  if (has_mark (sentence, at, HELPER_CLEAR))
    return FALSE;
  if (vague_class == SP_VAGUE_CONDITION)
    return TRUE;
  if (vague_class == SP_VAGUE_MODALITY)
    return !has_mark (sentence, at, HELPER_MODAL_VERB)
           || (!is_month (sentence, at) && !is_prohibition (sentence, at) && speaks_of_company (sentence, at));
  return has_mark (sentence, at, HELPER_OPEN_LIST)
         || (!has_mark (sentence, at, HELPER_LIST_OPENER) && !list_follows (sentence, at + n_tokens));
}

/* Terms of one class do not overlap: the first and longest counts. */
static void
add_terms (SpVagueness *result, const Sentence *sentence, const Classes *classes, const GArray *matches)
{
  guint next[SP_N_VAGUE_CLASSES] = { 0 };

  for (guint i = 0; i < matches->len; i++)
    {
      const SpLexiconMatch *match = &g_array_index (matches, SpLexiconMatch, i);
      const SpToken *first = &sentence->tokens[match->first_token];
      int vague_class = index_of (match->class_index, classes->vague, SP_N_VAGUE_CLASSES);
      SpVagueTerm term;

      if (vague_class < 0 || match->first_token < next[vague_class])
        continue;
      next[vague_class] = match->first_token + match->n_tokens;
      term = (SpVagueTerm) {
        sp_span (first->span.start, first[match->n_tokens - 1].span.end), vague_class,
        is_scored (sentence, vague_class, match->first_token, match->n_tokens),
      };
      g_array_append_val (result->terms, term);
      result->counts[vague_class]++;
    }
}

static void
read_sentence (SpVagueness *result, const Classes *classes, const char *text, const SpToken *tokens,
               guint n_tokens)
{
  g_autoptr (GArray) matches = sp_lexicon_match (classes->lexicon, tokens, 0, n_tokens);
  g_autofree guint16 *marks = g_new0 (guint16, n_tokens);
  Sentence sentence = { text, tokens, n_tokens, marks };

  mark_helpers (&sentence, classes, matches);
  add_terms (result, &sentence, classes, matches);
}

/**
 * sp_vagueness_measure:
 * @lexicon: of %SP_VAGUENESS_LEXICON
 * @n_words: the words by which counts are divided: those of #SpReadability
 * @result: (out caller-allocates): to be cleared by sp_vagueness_clear()
 *
 * Finds the words that leave open what is done, when, with how much. Source: rubric, section 4.1.
 */
void
sp_vagueness_measure (SpSegmentation *segmentation, const SpLexicon *lexicon, guint n_words,
                      SpVagueness *result)
{
  const char *text = sp_document_get_text (sp_segmentation_get_document (segmentation), NULL);
  guint n_sentences;
  guint n_tokens;
  const SpSentence *sentences = sp_segmentation_get_sentences (segmentation, &n_sentences);
  const SpToken *tokens = sp_segmentation_get_tokens (segmentation, &n_tokens);
  guint n_scored = 0;
  Classes classes;

  *result = (SpVagueness) { g_array_new (FALSE, FALSE, sizeof (SpVagueTerm)), { 0 }, NAN, NAN };
  g_return_if_fail (find_classes (lexicon, &classes));

  for (guint i = 0; i < n_sentences; i++)
    read_sentence (result, &classes, text, tokens + sentences[i].first_token, sentences[i].n_tokens);
  if (n_words < SP_READABILITY_MIN_WORDS)
    return;

  for (guint i = 0; i < result->terms->len; i++)
    n_scored += g_array_index (result->terms, SpVagueTerm, i).scored;
  result->per_1000 = result->terms->len * 1000.0 / n_words;
  result->scored_per_1000 = n_scored * 1000.0 / n_words;
}

void
sp_vagueness_clear (SpVagueness *self)
{
  g_clear_pointer (&self->terms, g_array_unref);
}
