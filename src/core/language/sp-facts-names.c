/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-facts-private.h"

#include <string.h>

#define MAX_COMPANIES 5
/* Tokens looked at inside the brackets of a definition, and between the name and them. */
#define DEFINITION_REACH 30
#define ENTOURAGE_REACH 14
/* The first sentences, which say who speaks. */
#define OPENING 6
/* What a name needs in all, and beside the one that is named most surely. */
#define MIN_SCORE 4
#define MIN_SHARE 0.45

/* What each mention adds. */
enum
{
  SCORE_DEFINES_WE = 12,
  SCORE_OPERATOR = 5,
  SCORE_DOMAIN = 4,
  SCORE_TITLE = 3,
  SCORE_LEGAL_FORM = 2,
  SCORE_VERB = 1,
};

typedef struct
{
  char *text; /* (owned): its longest form, or that which the document defines */
  char *key;  /* (owned): its words in lower case, without the legal form */
  SpSpan first;
  int score;
  gboolean is_anchored; /* named where the document says whose it is */
  gboolean is_defined;  /* the document says that this is “we” */
  gboolean is_formal;   /* seen with a legal form or a definition: surely no common noun */
} Name;

/* A name at a place. */
typedef struct
{
  guint first;
  guint n_tokens; /* with the legal form */
  guint n_core;   /* without */
} Mention;

typedef struct
{
  const SpFactReader *reader;
  GPtrArray *names;      /* (owned) (element-type Name): by first mention */
  GHashTable *by_key;    /* (owned): key → Name */
  GHashTable *lowercase; /* (owned): norms that occur in small letters somewhere */
  SpFacts *facts;
} Finder;

static void
name_free (gpointer data)
{
  Name *self = data;

  g_free (self->text);
  g_free (self->key);
  g_free (self);
}

static gboolean
is_norm (const Finder *self, guint token, const char *norm)
{
  return token < self->reader->n_tokens && g_str_equal (self->reader->tokens[token].norm, norm);
}

/* A word with a capital anywhere ("eBay"), or a host name that begins with one. */
static gboolean
looks_like_name (const Finder *self, guint at)
{
  const SpToken *token = &self->reader->tokens[at];
  const char *text = self->reader->text + token->span.start;

  if (token->kind == SP_TOKEN_ADDRESS)
    return g_ascii_isupper (*text) && memchr (text, '@', sp_span_length (token->span)) == NULL
           && memchr (text, '/', sp_span_length (token->span)) == NULL;
  if (token->kind != SP_TOKEN_WORD)
    return FALSE;
  for (const char *p = text; p < text + sp_span_length (token->span); p = g_utf8_next_char (p))
    if (g_unichar_isupper (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

static gboolean
is_name_word (const Finder *self, guint at)
{
  return looks_like_name (self, at) && !sp_fact_reader_has (self->reader, at, SP_FACT_CUE_NO_NAME);
}

/* Whether the stop at @at belongs to the legal form before it, and not to the sentence. */
static gboolean
is_stop_of_form (const Finder *self, guint at)
{
  static const char *const forms[] = { "co", "corp", "inc", "ltd", "pte", "pty", "pvt", "sp", NULL };

  return is_norm (self, at, ".") && g_strv_contains (forms, self->reader->tokens[at - 1].norm)
         && self->reader->tokens[at - 1].span.end == self->reader->tokens[at].span.start;
}

/* Tokens of ", Inc.", "Co., Ltd." or "GmbH" from @at on, or 0. */
static guint
measure_legal_form (const Finder *self, guint at, guint end)
{
  guint n = 0;

  for (;;)
    {
      guint next = at + n + (at + n < end && is_norm (self, at + n, ","));

      if (next >= end || !sp_fact_reader_has (self->reader, next, SP_FACT_CUE_LEGAL_FORM)
          || !looks_like_name (self, next))
        return n;
      n = next + 1 - at;
      n += at + n < end && is_stop_of_form (self, at + n);
    }
}

/* "Media" and "Swiss" are no names, but "Acme Media, Inc." and "Acme Swiss GmbH" are. */
static gboolean
ends_name (const Finder *self, guint at, guint end)
{
  return looks_like_name (self, at) && measure_legal_form (self, at + 1, end) > 0;
}

static gboolean
ends_in_possessive (const Finder *self, guint at)
{
  return g_str_has_suffix (self->reader->tokens[at].norm, "'s");
}

static gboolean
read_mention (const Finder *self, guint at, guint end, Mention *mention)
{
  guint last = at;
  guint form;

  if (!is_name_word (self, at) || sp_fact_reader_has (self->reader, at, SP_FACT_CUE_LEGAL_FORM))
    return FALSE;

  while (last + 1 < end && !ends_in_possessive (self, last))
    {
      guint next = last + 1 + (is_norm (self, last + 1, "&") || is_norm (self, last + 1, "of"));

      if (next >= end || (!is_name_word (self, next) && !ends_name (self, next, end))
          || sp_fact_reader_has (self->reader, next, SP_FACT_CUE_LEGAL_FORM))
        break;
      last = next;
    }

  form = measure_legal_form (self, last + 1, end);
  *mention = (Mention) { at, last + 1 - at + form, last + 1 - at };
  return TRUE;
}

static char *
dup_mention (const Finder *self, const Mention *mention)
{
  const SpToken *tokens = self->reader->tokens + mention->first;
  gsize start = tokens[0].span.start;
  gsize end = tokens[mention->n_tokens - 1].span.end;

  if (mention->n_tokens == mention->n_core && ends_in_possessive (self, mention->first + mention->n_core - 1))
    end = g_utf8_prev_char (self->reader->text + end - 1) - self->reader->text;
  return g_strndup (self->reader->text + start, end - start);
}

static char *
dup_key (const Finder *self, const Mention *mention)
{
  GString *key = g_string_new (NULL);

  for (guint i = 0; i < mention->n_core; i++)
    g_string_append_printf (key, "%s%s", i > 0 ? " " : "", self->reader->tokens[mention->first + i].norm);
  if (g_str_has_suffix (key->str, "'s"))
    g_string_truncate (key, key->len - 2);
  /* "Acme.com" and "Acme" are one. */
  if (self->reader->tokens[mention->first].kind == SP_TOKEN_ADDRESS)
    g_string_truncate (key, strcspn (key->str, "."));
  return g_string_free (key, FALSE);
}

static Name *
note_mention (Finder *self, const Mention *mention)
{
  g_autofree char *key = dup_key (self, mention);
  g_autofree char *text = dup_mention (self, mention);
  Name *name = g_hash_table_lookup (self->by_key, key);

  if (name == NULL)
    {
      name = g_new0 (Name, 1);
      name->key = g_steal_pointer (&key);
      name->first = self->reader->tokens[mention->first].span;
      g_ptr_array_add (self->names, name);
      g_hash_table_insert (self->by_key, name->key, name);
    }
  if (name->text == NULL
      || (!name->is_defined && mention->n_tokens > mention->n_core && strlen (text) > strlen (name->text)))
    {
      g_free (name->text);
      name->text = g_steal_pointer (&text);
    }
  return name;
}

static void
define_we (Finder *self, const Mention *mention)
{
  const SpToken *tokens = self->reader->tokens + mention->first;

  if (self->facts->we != NULL)
    return;
  self->facts->we = dup_mention (self, mention);
  self->facts->we_span = sp_span (tokens[0].span.start, tokens[mention->n_tokens - 1].span.end);
}

/* The first definition says how the name is written. */
static void
define_text (const Finder *self, Name *name, const Mention *mention)
{
  if (name->is_defined)
    return;
  name->is_defined = TRUE;
  g_free (name->text);
  name->text = dup_mention (self, mention);
}

static gboolean
is_quotation_mark (const Finder *self, guint at)
{
  return is_norm (self, at, "\"") || is_norm (self, at, "'") || is_norm (self, at, "«") || is_norm (self, at, "*");
}

/* “we” as a word that is spoken of: in quotation marks, or in a list with such words. */
static gboolean
is_mentioned_word (const Finder *self, guint at)
{
  const char *text = self->reader->text + self->reader->tokens[at].span.start;

  if (!sp_fact_reader_has (self->reader, at, SP_FACT_CUE_FIRST_PERSON) || at == 0
      || strncmp (text, "US", 2) == 0)
    return FALSE;
  return is_quotation_mark (self, at - 1)
         || ((is_norm (self, at - 1, ",") || is_norm (self, at - 1, "or") || is_norm (self, at - 1, "as"))
             && (is_norm (self, at + 1, ",") || is_norm (self, at + 1, "or") || is_norm (self, at + 1, ")")));
}

/* Whether the brackets that open at @open say what “we” means: ("Acme", "we" or "us"). @alias is the
 * first quoted name in them. */
static gboolean
brackets_define_we (const Finder *self, guint open, guint end, Mention *alias)
{
  gboolean we = FALSE;
  gboolean quoted = FALSE;

  alias->n_tokens = 0;
  for (guint at = open + 1; at < MIN (end, open + DEFINITION_REACH) && !is_norm (self, at, ")"); at++)
    {
      quoted = quoted || is_quotation_mark (self, at);
      we = we || is_mentioned_word (self, at);
      if (alias->n_tokens == 0 && is_quotation_mark (self, at) && at + 1 < end)
        read_mention (self, at + 1, end, alias);
    }
  return we && quoted;
}

/* Whether the name before the brackets is the one that they give another name: "Acme Inc. (“Acme”,
 * “we”)", and not "… of Sometown (“Acme”, “we”)". */
static gboolean
is_defined_name (const Finder *self, const Mention *mention, const Mention *alias)
{
  const SpToken *tokens = self->reader->tokens;

  return alias->n_tokens == 0 || mention->n_tokens > mention->n_core
         || g_str_equal (tokens[mention->first].norm, tokens[alias->first].norm);
}

/* Where the brackets open that stand behind the name ending at @after and those who go with it: "Acme Inc.
 * and its subsidiaries and affiliates (…)"; @after if there are none. */
static guint
skip_entourage (const Finder *self, guint after, guint end)
{
  guint at = after + (after < end && is_norm (self, after, ","));
  gboolean has_its = FALSE;

  if (!is_norm (self, at, "and") && !is_norm (self, at, "together") && !is_norm (self, at, "including"))
    return after;
  for (; at < MIN (end, after + ENTOURAGE_REACH) && !is_norm (self, at, "("); at++)
    {
      has_its = has_its || is_norm (self, at, "its") || is_norm (self, at, "their") || is_norm (self, at, "our");
      if (self->reader->tokens[at].kind != SP_TOKEN_WORD && !is_norm (self, at, ","))
        return after;
    }
  return has_its && at < end && is_norm (self, at, "(") ? at : after;
}

/* “we” … refers to Acme; we are Acme; at Acme, we. */
static gboolean
sentence_defines_we (const Finder *self, const SpSentence *sentence, const Mention *mention)
{
  guint first = mention->first;
  guint from = MAX (sentence->first_token, first - MIN (first, 12));
  guint after = first + mention->n_tokens;
  guint at = first;

  if (at > from && is_norm (self, at - 1, "at") && is_norm (self, after, ",")
      && is_norm (self, after + 1, "we"))
    return TRUE;
  if (at > from + 1 && is_norm (self, at - 1, ",") && is_norm (self, at - 2, "we") && is_norm (self, after, ","))
    return TRUE;

  while (at > from && (is_norm (self, at - 1, "the") || is_norm (self, at - 1, "to")))
    at--;
  if (at == from || !sp_fact_reader_has (self->reader, at - 1, SP_FACT_CUE_MEANS))
    return FALSE;
  while (at > from && sp_fact_reader_has (self->reader, at - 1, SP_FACT_CUE_MEANS))
    at--;
  if (at > from && is_norm (self, at - 1, "we"))
    return after >= sentence->first_token + sentence->n_tokens
           || self->reader->tokens[after].kind == SP_TOKEN_PUNCTUATION;
  return at > from + 1 && is_quotation_mark (self, at - 1) && is_mentioned_word (self, at - 2);
}

/* "operated by Acme", "© 2001-2018 Acme". */
static gboolean
follows_operator (const Finder *self, const SpSentence *sentence, guint at)
{
  while (at > sentence->first_token
         && (self->reader->tokens[at - 1].kind == SP_TOKEN_NUMBER || is_norm (self, at - 1, "the")
             || is_norm (self, at - 1, "-") || is_norm (self, at - 1, "–")))
    at--;
  return at > sentence->first_token && sp_fact_reader_has (self->reader, at - 1, SP_FACT_CUE_OPERATOR);
}

static void
rate_mention (Finder *self, guint index, const SpSentence *sentence, const Mention *mention)
{
  Name *name = note_mention (self, mention);
  guint after = mention->first + mention->n_tokens;
  guint end = sentence->first_token + sentence->n_tokens;
  gboolean heading = self->reader->segments[sentence->segment].block->kind == SP_BLOCK_HEADING;
  guint brackets = skip_entourage (self, after, end);
  Mention alias;

  if ((is_norm (self, brackets, "(") && brackets < end && brackets_define_we (self, brackets, end, &alias)
       && is_defined_name (self, mention, &alias))
      || sentence_defines_we (self, sentence, mention))
    {
      name->score += SCORE_DEFINES_WE;
      name->is_anchored = name->is_formal = TRUE;
      define_we (self, mention);
      define_text (self, name, mention);
    }
  if ((index * 3 < self->reader->n_sentences && follows_operator (self, sentence, mention->first))
      || sp_fact_reader_has (self->reader, after, SP_FACT_CUE_CONTROLLER))
    {
      name->score += SCORE_OPERATOR;
      name->is_anchored = TRUE;
    }
  if ((heading || index < OPENING) && after < end
      && sp_fact_reader_has (self->reader, after, SP_FACT_CUE_POLICY_WORD))
    {
      name->score += SCORE_TITLE;
      name->is_anchored = TRUE;
    }
  if (mention->n_tokens > mention->n_core)
    {
      name->score += SCORE_LEGAL_FORM;
      name->is_formal = TRUE;
    }
  name->is_anchored = name->is_anchored || index < OPENING;
  if (after < end && sp_fact_reader_has (self->reader, after, SP_FACT_CUE_COMPANY_VERB))
    name->score += SCORE_VERB;
}

/* Brackets behind a description: "… and its owners, (“Acme” or “We”)". */
static void
rate_alias (Finder *self, guint at, guint end)
{
  Mention alias;
  Name *name;

  if (self->facts->we != NULL || !is_norm (self, at, "(") || !brackets_define_we (self, at, end, &alias)
      || alias.n_tokens == 0)
    return;
  name = note_mention (self, &alias);
  name->score += SCORE_DEFINES_WE;
  name->is_anchored = name->is_formal = TRUE;
  define_we (self, &alias);
}

static void
read_sentence (Finder *self, guint index)
{
  const SpSentence *sentence = &self->reader->sentences[index];
  guint end = sentence->first_token + sentence->n_tokens;
  guint at = sentence->first_token;

  while (at < end)
    {
      Mention mention;

      if (read_mention (self, at, end, &mention))
        {
          rate_mention (self, index, sentence, &mention);
          at += mention.n_tokens;
        }
      else
        rate_alias (self, at++, end);
    }
}

static void
collect_lowercase (Finder *self)
{
  for (guint i = 0; i < self->reader->n_tokens; i++)
    if (self->reader->tokens[i].kind == SP_TOKEN_WORD && !looks_like_name (self, i))
      g_hash_table_add (self->lowercase, (gpointer) self->reader->tokens[i].norm);
}

/* A word that the document also writes small is a common noun ("Cookies may"), a letter no name. */
static gboolean
is_common_noun (const Finder *self, const Name *name)
{
  return g_utf8_strlen (name->key, -1) < 2
         || (!name->is_formal && g_hash_table_contains (self->lowercase, name->key));
}

/* Whether @name is part of one that has been taken: "Acme" of "Acme Software, Inc.". */
static gboolean
is_known (const Finder *self, const Name *name, const GPtrArray *taken)
{
  for (guint i = 0; i < taken->len; i++)
    {
      const Name *other = g_ptr_array_index (taken, i);

      if (g_str_has_prefix (other->key, name->key) || g_str_has_prefix (name->key, other->key))
        return TRUE;
    }
  return FALSE;
}

/* The site's own name is that of the host it was taken from: "Acme Shop" of acmeshop.com. */
static void
rate_domain (Finder *self)
{
  const char *domain = sp_document_get_domain (sp_segmentation_get_document (self->reader->segmentation));

  for (guint i = 0; domain != NULL && i < self->names->len; i++)
    {
      Name *name = g_ptr_array_index (self->names, i);
      g_auto (GStrv) words = g_strsplit (name->key, " ", -1);
      g_autofree char *joined = g_strjoinv ("", words);
      gsize n = strlen (joined);

      if (g_str_has_prefix (domain, joined) && domain[n] == '.')
        {
          name->score += SCORE_DOMAIN;
          name->is_anchored = TRUE;
        }
    }
}

static int
compare_scores (gconstpointer a, gconstpointer b)
{
  const Name *x = *(const Name *const *) a;
  const Name *y = *(const Name *const *) b;

  if (x->score != y->score)
    return y->score - x->score;
  return sp_span_compare (x->first, y->first);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  return sp_span_compare ((*(const Name *const *) a)->first, (*(const Name *const *) b)->first);
}

static void
choose_companies (const Finder *self)
{
  g_autoptr (GPtrArray) taken = g_ptr_array_new ();
  g_autoptr (GPtrArray) ranked = g_ptr_array_new ();
  int best = 0;

  for (guint i = 0; i < self->names->len; i++)
    g_ptr_array_add (ranked, g_ptr_array_index (self->names, i));
  g_ptr_array_sort (ranked, compare_scores);
  for (guint i = 0; i < ranked->len && taken->len < MAX_COMPANIES; i++)
    {
      Name *name = g_ptr_array_index (ranked, i);

      if (!name->is_anchored || name->score < MIN_SCORE || is_common_noun (self, name)
          || is_known (self, name, taken))
        continue;
      best = MAX (best, name->score);
      if (name->score >= MIN_SHARE * best)
        g_ptr_array_add (taken, name);
    }

  g_ptr_array_sort (taken, compare_places);
  for (guint i = 0; i < taken->len; i++)
    g_ptr_array_add (self->facts->companies, g_strdup (((const Name *) g_ptr_array_index (taken, i))->text));
}

/* Finds who stands behind the document: names with a legal form, names that the title, the copyright
 * line or a definition gives, and names that stand before verbs again and again. */
void
sp_facts_find_names (const SpFactReader *reader, SpFacts *facts)
{
  Finder finder = { .reader = reader, .facts = facts };

  finder.names = g_ptr_array_new_with_free_func (name_free);
  finder.by_key = g_hash_table_new (g_str_hash, g_str_equal);
  finder.lowercase = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < reader->n_sentences; i++)
    read_sentence (&finder, i);
  collect_lowercase (&finder);
  rate_domain (&finder);
  choose_companies (&finder);

  g_hash_table_unref (finder.lowercase);
  g_hash_table_unref (finder.by_key);
  g_ptr_array_unref (finder.names);
}
