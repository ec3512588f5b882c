/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-facts-private.h"

#include <string.h>

#define FIRST_YEAR 1990
#define LAST_YEAR 2099
/* Two-digit years from here on are of the last century. */
#define CENTURY_TURN 70

/* Tokens between the cue and its date ("updated by our board of directors on"). */
#define CUE_REACH 6
/* Sentences up to this length say nothing but the date. */
#define SHORT_SENTENCE 12
#define MIN_SCORE 4
/* Sentences at the top and at the bottom where dates of documents stand. */
#define EDGE 6
/* The first sentence, or the one under the title. */
#define TOP 2
/* "2018-05-14" */
#define FULL_DATE 10

/* A number or the name of a month. */
typedef struct
{
  gboolean is_month;
  guint value;
  guint n_digits;
  char separator; /* the mark before it, or a blank */
  guint token;
} Atom;

typedef struct
{
  char iso[12];
  guint first_token;
  guint last_token;
} Date;

typedef struct
{
  Date date;
  int score;
} Candidate;

static guint
find_month (const SpFactReader *reader, const char *word)
{
  for (guint i = 0; i < 12; i++)
    if (sp_lexicon_contains (reader->lexicon, reader->months[i], word))
      return i + 1;
  return 0;
}

static gboolean
is_ordinal (const char *word)
{
  static const char *const endings[] = { "st", "nd", "rd", "th", "er", "º", NULL };

  return g_strv_contains (endings, word);
}

/* Reads "2018-05-14", "14th", "14-may-2018" and "2018年5月14日" apart. Returns whether all of it was
 * numbers and months. */
static gboolean
add_atoms_of_number (const SpFactReader *reader, guint token, GArray *atoms)
{
  const char *p = reader->tokens[token].norm;
  char separator = ' ';

  while (*p != '\0')
    {
      const char *start = p;
      Atom atom = { .separator = separator, .token = token };

      while (g_ascii_isdigit (*p))
        p++;
      atom.n_digits = p - start;
      if (atom.n_digits == 0 || atom.n_digits > 4)
        return FALSE;
      atom.value = g_ascii_strtoull (start, NULL, 10);
      g_array_append_val (atoms, atom);

      if (*p != '\0' && strchr ("-/.", *p) != NULL && g_ascii_isdigit (p[1]))
        separator = *p++;
      else if (*p != '\0')
        {
          const char *end = p + strcspn (p, "-/.0123456789");
          g_autofree char *word = NULL;

          p += *p == '-' ? 1 : 0;
          end = MAX (end, p + strcspn (p, "-/.0123456789"));
          word = g_strndup (p, end - p);
          atom = (Atom) { TRUE, find_month (reader, word), 0, '-', token };
          if (atom.value > 0)
            g_array_append_val (atoms, atom);
          else if (!is_ordinal (word) && strstr ("年月日", word) == NULL)
            return FALSE;
          p = end + (*end == '-' ? 1 : 0);
          separator = '-';
        }
    }
  return TRUE;
}

static gboolean
is_skipped (const SpToken *token)
{
  return g_str_equal (token->norm, ",") || g_str_equal (token->norm, "，") || g_str_equal (token->norm, ".") || g_str_equal (token->norm, "/")
         || g_str_equal (token->norm, "-") || g_str_equal (token->norm, "–") || g_str_equal (token->norm, "of")
         || g_str_equal (token->norm, "de") || g_str_equal (token->norm, "del");
}

/* The numbers and months from token @at on, at most three and a little more. */
static void
read_atoms (const SpFactReader *reader, guint at, guint end, GArray *atoms)
{
  char separator = ' ';
  gboolean skipped = TRUE;

  for (; at < end && atoms->len < 3; at++)
    {
      const SpToken *token = &reader->tokens[at];
      guint before = atoms->len;
      guint month = token->kind == SP_TOKEN_WORD ? find_month (reader, token->norm) : 0;

      if (month > 0)
        {
          Atom atom = { TRUE, month, 0, separator, at };

          g_array_append_val (atoms, atom);
        }
      else if (token->kind == SP_TOKEN_NUMBER)
        {
          if (!add_atoms_of_number (reader, at, atoms))
            {
              g_array_set_size (atoms, before);
              return;
            }
          if (before < atoms->len && separator != ' ')
            g_array_index (atoms, Atom, before).separator = separator;
        }
      else if (atoms->len == 0 || skipped || !is_skipped (token))
        return;

      skipped = before == atoms->len;
      separator = skipped && token->kind == SP_TOKEN_PUNCTUATION ? *token->norm : ' ';
    }
}

static guint
get_year (const Atom *atom)
{
  guint year = atom->n_digits == 2 ? atom->value + (atom->value < CENTURY_TURN ? 2000 : 1900) : atom->value;

  return !atom->is_month && (atom->n_digits == 2 || atom->n_digits == 4) && year >= FIRST_YEAR
           && year <= LAST_YEAR ? year : 0;
}

static gboolean
is_day (const Atom *atom)
{
  return !atom->is_month && atom->n_digits <= 2 && atom->value >= 1 && atom->value <= 31;
}

static gboolean
write_day (Date *date, guint year, guint month, guint day)
{
  if (year == 0 || month == 0 || month > 12 || !g_date_valid_dmy (day, month, year))
    return FALSE;
  g_snprintf (date->iso, sizeof date->iso, "%04u-%02u-%02u", year % 10000, month % 100, day % 100);
  return TRUE;
}

/* "5/14/2018", "14.5.2018": where both orders are possible only the year is sure, but a stop between
 * the numbers is used where the day comes first. */
static gboolean
write_numeric (Date *date, const Atom *atoms)
{
  guint a = atoms[0].value;
  guint b = atoms[1].value;
  guint year = get_year (&atoms[2]);

  if (year == 0 || !is_day (&atoms[0]) || !is_day (&atoms[1]) || atoms[1].separator == ' ')
    return FALSE;
  if (a > 12 || atoms[1].separator == '.')
    return write_day (date, year, b, a) || write_day (date, year, a, b);
  if (b > 12 || a == b)
    return write_day (date, year, a, b);
  g_snprintf (date->iso, sizeof date->iso, "%04u", year % 10000);
  return TRUE;
}

/* Returns how many atoms make the date, or 0. */
static guint
write_date (Date *date, const Atom *atoms, guint n)
{
  if (n >= 3 && atoms[0].is_month && is_day (&atoms[1]) && atoms[2].n_digits == 4)
    return write_day (date, get_year (&atoms[2]), atoms[0].value, atoms[1].value) ? 3 : 0;
  if (n >= 3 && is_day (&atoms[0]) && atoms[1].is_month)
    return write_day (date, get_year (&atoms[2]), atoms[1].value, atoms[0].value) ? 3 : 0;
  if (n >= 3 && atoms[0].n_digits == 4 && is_day (&atoms[2]))
    return write_day (date, get_year (&atoms[0]), atoms[1].value, atoms[2].value) ? 3 : 0;
  if (n >= 3 && write_numeric (date, atoms))
    return 3;
  if (n >= 2 && atoms[1].n_digits == 4 && get_year (&atoms[1]) > 0
      && (atoms[0].is_month || (is_day (&atoms[0]) && atoms[0].value <= 12 && atoms[1].separator != ' ')))
    {
      g_snprintf (date->iso, sizeof date->iso, "%04u-%02u", atoms[1].value % 10000, atoms[0].value % 100);
      return 2;
    }
  return 0;
}

static gboolean
read_date (const SpFactReader *reader, guint at, guint end, Date *date)
{
  g_autoptr (GArray) atoms = NULL;
  guint n;

  if (reader->tokens[at].kind != SP_TOKEN_NUMBER && !sp_fact_reader_has (reader, at, SP_FACT_CUE_MONTH))
    return FALSE;
  atoms = g_array_new (FALSE, FALSE, sizeof (Atom));
  read_atoms (reader, at, end, atoms);
  n = write_date (date, (const Atom *) (gpointer) atoms->data, atoms->len);
  if (n == 0)
    return FALSE;
  date->first_token = at;
  date->last_token = g_array_index (atoms, Atom, n - 1).token;
  return TRUE;
}

static gboolean
has_between (const SpFactReader *reader, guint first, guint end, SpFactCue cue)
{
  for (guint i = first; i < end; i++)
    if (sp_fact_reader_has (reader, i, cue))
      return TRUE;
  return FALSE;
}

/* A date alone: its cue is the line before ("Effective date" as a heading). */
static gboolean
stands_alone (const SpSentence *sentence, const Date *date)
{
  return sentence->n_tokens <= date->last_token - date->first_token + 3;
}

static int
rate_cues (const SpFactReader *reader, guint index, const Date *date, gboolean effective)
{
  const SpSentence *sentence = &reader->sentences[index];
  guint end = sentence->first_token + sentence->n_tokens;
  guint from = MAX (sentence->first_token, date->first_token - MIN (date->first_token, CUE_REACH));
  guint to = MIN (end, date->last_token + CUE_REACH);

  if (stands_alone (sentence, date) && index > 0 && reader->sentences[index - 1].n_tokens <= CUE_REACH)
    from = reader->sentences[index - 1].first_token;
  if (effective)
    return has_between (reader, from, date->first_token, SP_FACT_CUE_EFFECTIVE) ? 3 : 0;
  if (has_between (reader, from, date->first_token, SP_FACT_CUE_DATE)
      || has_between (reader, date->last_token + 1, to, SP_FACT_CUE_DATE))
    return 3;
  return has_between (reader, from, date->first_token, SP_FACT_CUE_WEAK_DATE) ? 2 : 0;
}

/* A whole date and nothing else at the head of the document: that of a letter, or of a version. */
static gboolean
heads_document (const SpFactReader *reader, guint index, const Date *date)
{
  const SpSentence *sentence = &reader->sentences[index];

  return index < TOP && strlen (date->iso) == FULL_DATE && stands_alone (sentence, date)
         && reader->segments[sentence->segment].n_sentences == 1;
}

/* How surely the date is the document's own, and not that of a law or of a version before. */
static int
rate_date (const SpFactReader *reader, guint index, const Date *date, gboolean effective)
{
  const SpSentence *sentence = &reader->sentences[index];
  guint end = sentence->first_token + sentence->n_tokens;
  int score = rate_cues (reader, index, date, effective);

  if (score == 0)
    return !effective && heads_document (reader, index, date) ? MIN_SCORE : 0;
  score += sentence->n_tokens <= SHORT_SENTENCE ? 2 : 0;
  score += has_between (reader, sentence->first_token, end, SP_FACT_CUE_POLICY_WORD);
  score += index < EDGE || index + EDGE >= reader->n_sentences;
  score -= has_between (reader, sentence->first_token, end, SP_FACT_CUE_NO_DATE) ? 3 : 0;
  return score;
}

static void
consider (const SpFactReader *reader, guint index, const Date *date, gboolean effective, Candidate *best)
{
  int score = rate_date (reader, index, date, effective);

  if (score >= MIN_SCORE && score > best->score)
    *best = (Candidate) { *date, score };
}

static void
take (const SpFactReader *reader, const Candidate *best, char **iso, SpSpan *span)
{
  if (best->score == 0)
    return;
  *iso = g_strdup (best->date.iso);
  *span = sp_span (reader->tokens[best->date.first_token].span.start,
                   reader->tokens[best->date.last_token].span.end);
}

/* A stop after the month ("July. 31, 2025") may have ended the sentence, but no date spans blocks. */
static guint
find_block_end (const SpFactReader *reader, guint index)
{
  const SpSegment *segment = &reader->segments[reader->sentences[index].segment];
  const SpSentence *last = &reader->sentences[segment->first_sentence + segment->n_sentences - 1];

  return last->first_token + last->n_tokens;
}

/* Finds the date of the policy and the date from which it holds; the latter serves as the former
 * where nothing else is said. */
void
sp_facts_find_dates (const SpFactReader *reader, SpFacts *facts)
{
  Candidate policy = { .score = 0 };
  Candidate effective = { .score = 0 };

  for (guint i = 0; i < reader->n_sentences; i++)
    {
      const SpSentence *sentence = &reader->sentences[i];
      guint end = sentence->first_token + sentence->n_tokens;

      for (guint at = sentence->first_token; at < end; at++)
        {
          Date date;

          if (!read_date (reader, at, find_block_end (reader, i), &date))
            continue;
          consider (reader, i, &date, FALSE, &policy);
          consider (reader, i, &date, TRUE, &effective);
          at = date.last_token;
        }
    }

  take (reader, &effective, &facts->effective_date, &facts->effective_date_span);
  take (reader, policy.score > 0 ? &policy : &effective, &facts->policy_date, &facts->policy_date_span);
}
