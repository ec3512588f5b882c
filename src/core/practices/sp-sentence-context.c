/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-sentence-context.h"

#include <string.h>

#include "sp-error.h"
#include "sp-json-private.h"

/* How far before its verb a permission may stand: “may, from time to time, also share”. */
#define MAY_REACH 8

#define MAX_CONTEXTS 32

/* The row of headings that go on with what the heading before them began: “Right to delete”. */
#define CONTINUES_ID "continues"

/* The row of sentences that announce such headings: “Residents of the EU have the following rights:”. */
#define ANNOUNCES_ID "announces"

/* So many tokens a label has at most: with a stop a short sentence has as many as a long label. */
#define MAX_LABEL_TOKENS 6
#define MAX_STOPPED_LABEL_TOKENS 3

/* A title has so many tokens at most, and so many words that are long enough to get a capital. */
#define MAX_TITLE_TOKENS 16
#define MIN_TITLE_WORDS 2
#define LONG_WORD 4

/* Contexts that the engine itself decides. */
enum
{
  CONTEXT_HEADING,
  CONTEXT_LIST_ITEM,
  CONTEXT_MAY,
  CONTEXT_HEDGED,
  N_OWN_CONTEXTS,
};

static const char *const own_ids[N_OWN_CONTEXTS] = { "heading", "list-item", "may", "hedged" };

typedef struct
{
  const char *id;    /* interned */
  GPtrArray *unless; /* (owned) (element-type SpTokenRule) */
} Context;

struct _SpContextRules
{
  GArray *contexts;          /* (owned) (element-type Context): the bits in their order */
  SpRuleSet *match;          /* (owned): owners are contexts */
  SpRuleSet *match_next;     /* (owned) */
  SpContextSet from_heading; /* those that a heading or lead-in passes on */
  SpContextSet continued;    /* those that go on under a heading that continues the section before */
  SpContextSet continues;    /* that a heading does so */
  SpContextSet announces;    /* that a sentence says that such headings follow */
  SpContextSet suppressing;
  guint may;                 /* atom of the class of permissions */
  guint auxiliary;           /* atom */
};

static void
clear_context (Context *context)
{
  g_clear_pointer (&context->unless, g_ptr_array_unref);
}

static gboolean
take_rules (SpRuleSet *set, JsonObject *row, const char *member, SpVocabulary *vocabulary, guint owner,
            GError **error)
{
  g_autoptr (GPtrArray) rules = sp_rule_list_parse (sp_json_get_array (row, member), vocabulary, error);

  if (rules == NULL)
    return FALSE;
  g_ptr_array_set_free_func (rules, NULL);
  for (guint i = 0; i < rules->len; i++)
    sp_rule_set_take (set, rules->pdata[i], owner);
  return TRUE;
}

static gboolean
add_context (SpContextRules *self, JsonObject *row, SpVocabulary *vocabulary, GError **error)
{
  guint bit = self->contexts->len;
  const char *id = sp_json_require_string (row, "id", error);
  Context context = { NULL, NULL };

  if (id == NULL)
    return FALSE;
  if (bit == MAX_CONTEXTS || sp_context_rules_find (self, id) != 0)
    {
      g_set_error (error, SP_ERROR, SP_ERROR_KNOWLEDGE, "context “%s” is one too many or exists twice", id);
      return FALSE;
    }

  context.unless = sp_rule_list_parse (sp_json_get_array (row, "unless"), vocabulary, error);
  if (context.unless == NULL)
    return FALSE;
  context.id = g_intern_string (id);
  g_array_append_val (self->contexts, context);
  if (sp_json_get_boolean (row, "headings", FALSE))
    self->from_heading |= 1u << bit;
  if (sp_json_get_boolean (row, "suppresses", FALSE))
    self->suppressing |= 1u << bit;
  if (sp_json_get_boolean (row, "continued", FALSE))
    self->continued |= 1u << bit;
  if (g_str_equal (id, CONTINUES_ID))
    self->continues |= 1u << bit;
  if (g_str_equal (id, ANNOUNCES_ID))
    self->announces |= 1u << bit;
  return take_rules (self->match, row, "match", vocabulary, bit, error)
         && take_rules (self->match_next, row, "match_next", vocabulary, bit, error);
}

static void
add_own_contexts (SpContextRules *self)
{
  for (guint i = 0; i < N_OWN_CONTEXTS; i++)
    {
      Context context = { g_intern_static_string (own_ids[i]), g_ptr_array_new () };

      g_array_append_val (self->contexts, context);
    }
  self->suppressing = 1u << CONTEXT_HEADING;
}

/**
 * sp_context_rules_new:
 * @contexts: the file's root
 * @vocabulary: with its classes; gains words; must live longer
 *
 * Errors: %SP_ERROR_KNOWLEDGE.
 *
 * Returns: (transfer full): the rules, to be indexed when the vocabulary is complete
 */
SpContextRules *
sp_context_rules_new (JsonObject *contexts, SpVocabulary *vocabulary, GError **error)
{
  g_autoptr (SpContextRules) self = g_new0 (SpContextRules, 1);
  JsonArray *rows = sp_json_require_array (contexts, "contexts", error);

  self->contexts = g_array_new (FALSE, FALSE, sizeof (Context));
  g_array_set_clear_func (self->contexts, (GDestroyNotify) clear_context);
  self->match = sp_rule_set_new ();
  self->match_next = sp_rule_set_new ();
  self->may = sp_vocabulary_find_class (vocabulary, "may");
  self->auxiliary = sp_vocabulary_find_class (vocabulary, "auxiliary");
  add_own_contexts (self);
  if (rows == NULL)
    return NULL;

  for (guint i = 0; i < json_array_get_length (rows); i++)
    if (!add_context (self, json_array_get_object_element (rows, i), vocabulary, error))
      {
        g_prefix_error (error, "context %u: ", i);
        return NULL;
      }
  return g_steal_pointer (&self);
}

void
sp_context_rules_index (SpContextRules *self, const SpVocabulary *vocabulary)
{
  sp_rule_set_index (self->match, vocabulary);
  sp_rule_set_index (self->match_next, vocabulary);
}

void
sp_context_rules_free (SpContextRules *self)
{
  g_array_unref (self->contexts);
  sp_rule_set_free (self->match);
  sp_rule_set_free (self->match_next);
  g_free (self);
}

/**
 * sp_context_rules_find:
 *
 * Returns: the set of this one context, empty if there is none of that name
 */
SpContextSet
sp_context_rules_find (const SpContextRules *self, const char *id)
{
  for (guint i = 0; i < self->contexts->len; i++)
    if (g_str_equal (g_array_index (self->contexts, Context, i).id, id))
      return 1u << i;
  return 0;
}

/**
 * sp_context_rules_get_id:
 * @set: not empty
 *
 * Returns: (transfer none): the name of its first context, interned
 */
const char *
sp_context_rules_get_id (const SpContextRules *self, SpContextSet set)
{
  return g_array_index (self->contexts, Context, __builtin_ctz (set)).id;
}

/**
 * sp_context_rules_get_suppressing:
 *
 * Returns: the contexts in which nothing fires that does not allow them
 */
SpContextSet
sp_context_rules_get_suppressing (const SpContextRules *self)
{
  return self->suppressing;
}

/* --- Reading ---------------------------------------------------------------------------------- */

typedef struct
{
  const SpContextRules *rules;
  SpSegmentation *segmentation;
  const SpSentence *sentences;
  const SpSegment *segments;
  guint n_sentences;
  SpContextSet *sets; /* (not owned): one a sentence */
} Reading;

static SpContextSet
search (const SpContextRules *self, SpRuleSearch *rule_search, SpRuleScratch *scratch)
{
  guint n_hits;
  const SpRuleHit *hits = sp_rule_search_run (rule_search, scratch, &n_hits);
  SpContextSet set = 0;

  for (guint i = 0; i < n_hits; i++)
    if (!(set >> hits[i].owner & 1)
        && !sp_rule_list_match (g_array_index (self->contexts, Context, hits[i].owner).unless, scratch))
      set |= 1u << hits[i].owner;
  return set;
}

/* A paragraph of a few words without a stop: a heading that was not marked as one. */
static gboolean
is_label (const Reading *reading, guint sentence)
{
  const char *text = sp_document_get_text (sp_segmentation_get_document (reading->segmentation), NULL);
  const SpSentence *at = &reading->sentences[sentence];
  const SpSegment *segment = &reading->segments[at->segment];
  gboolean is_stopped = at->span.end > 0 && strchr (".!;", text[at->span.end - 1]) != NULL;

  return segment->block->kind == SP_BLOCK_PARAGRAPH && segment->n_sentences == 1
         && at->n_tokens <= (is_stopped ? MAX_STOPPED_LABEL_TOKENS : MAX_LABEL_TOKENS);
}

/* “How We Share Your Data”: each long word has a capital, and small letters too; lists are no titles. */
static gboolean
is_written_as_title (const Reading *reading, const SpSentence *at)
{
  const char *text = sp_document_get_text (sp_segmentation_get_document (reading->segmentation), NULL);
  guint n_tokens, n_long = 0;
  const SpToken *tokens = sp_segmentation_get_tokens (reading->segmentation, &n_tokens);

  if (at->n_tokens > MAX_TITLE_TOKENS)
    return FALSE;
  for (guint i = at->first_token; i < at->first_token + at->n_tokens; i++)
    {
      const char *word = text + tokens[i].span.start;

      if (tokens[i].kind == SP_TOKEN_ADDRESS || *word == ',')
        return FALSE;
      if (tokens[i].kind != SP_TOKEN_WORD || sp_span_length (tokens[i].span) < LONG_WORD)
        continue;
      if (!g_ascii_isupper (word[0]) || !g_ascii_islower (word[1]))
        return FALSE;
      n_long++;
    }
  return n_long >= MIN_TITLE_WORDS;
}

/* A title that no markup sets apart: alone on its line, or run into the paragraph under it. */
static gboolean
is_title (const Reading *reading, guint sentence)
{
  const char *text = sp_document_get_text (sp_segmentation_get_document (reading->segmentation), NULL);
  const SpSentence *at = &reading->sentences[sentence];
  const SpSegment *segment = &reading->segments[at->segment];
  gboolean is_alone = segment->n_sentences == 1 && segment->block->kind == SP_BLOCK_PARAGRAPH
                      && strchr (".!;:", text[at->span.end - 1]) == NULL;
  gboolean is_run_in = segment->n_sentences > 1 && sentence == segment->first_sentence;

  return (is_alone || is_run_in) && is_written_as_title (reading, at);
}

/* Not “You can change what is listed under What May I See?”, which only ends in the title of a section. */
static gboolean
is_question (const Reading *reading, guint sentence)
{
  const char *text = sp_document_get_text (sp_segmentation_get_document (reading->segmentation), NULL);
  const SpSentence *at = &reading->sentences[sentence];
  guint n_tokens;
  const char *first = sp_segmentation_get_tokens (reading->segmentation, &n_tokens)[at->first_token].norm;

  return at->span.end > at->span.start && text[at->span.end - 1] == '?' && !g_str_equal (first, "you")
         && !g_str_equal (first, "we");
}

static void
read_sentences (const Reading *reading, const SpSentenceViews *views, SpRuleScratch *scratch)
{
  g_autoptr (SpRuleSearch) own = sp_rule_search_new (reading->rules->match);
  g_autoptr (SpRuleSearch) next = sp_rule_search_new (reading->rules->match_next);

  for (guint i = 0; i < reading->n_sentences; i++)
    {
      sp_rule_scratch_load (scratch, sp_sentence_views_get (views, i));
      reading->sets[i] |= search (reading->rules, own, scratch);
      if (i > 0 && reading->sentences[i].segment == reading->sentences[i - 1].segment)
        reading->sets[i - 1] |= search (reading->rules, next, scratch);
      if (reading->segments[reading->sentences[i].segment].block->kind == SP_BLOCK_HEADING
          || is_label (reading, i) || is_title (reading, i) || is_question (reading, i))
        reading->sets[i] |= 1u << CONTEXT_HEADING;
    }
}

static SpContextSet
read_segment (const Reading *reading, guint segment)
{
  const SpSegment *from = &reading->segments[segment];
  SpContextSet set = 0;

  for (guint i = 0; i < from->n_sentences; i++)
    set |= reading->sets[from->first_sentence + i];
  return set & reading->rules->from_heading;
}

/* Where all headings have one level, only their words tell that a section belongs to the one before. */
static void
continue_headings (const Reading *reading)
{
  const SpContextRules *rules = reading->rules;
  SpContextSet before = 0;

  for (guint i = 0; i < reading->n_sentences; i++)
    {
      gboolean is_heading = reading->segments[reading->sentences[i].segment].block->kind == SP_BLOCK_HEADING;

      if (is_heading && reading->sets[i] & rules->continues)
        reading->sets[i] |= before;
      if (is_heading || reading->sets[i] & rules->announces)
        before = reading->sets[i] & rules->continued;
    }
}

/* Headings and lead-ins come before what they stand over, so one pass down is enough. */
static void
pass_down (const Reading *reading)
{
  guint segment = SP_BLOCK_NO_PARENT;
  SpContextSet set = 0;

  for (guint i = 0; i < reading->n_sentences; i++)
    {
      if (reading->sentences[i].segment != segment)
        {
          guint path[6];
          guint n;

          segment = reading->sentences[i].segment;
          set = 0;
          n = sp_segmentation_list_headings (reading->segmentation, segment, path);
          for (guint j = 0; j < n; j++)
            set |= read_segment (reading, path[j]);
          if (reading->segments[segment].lead_in != SP_BLOCK_NO_PARENT)
            set |= read_segment (reading, reading->segments[segment].lead_in);
        }
      reading->sets[i] |= set;
    }
}

/**
 * sp_context_rules_read:
 * @scratch: used, its sentence changes
 *
 * Returns: (transfer full): the contexts of each sentence
 */
SpContextSet *
sp_context_rules_read (const SpContextRules *self, SpSegmentation *segmentation,
                       const SpSentenceViews *views, SpRuleScratch *scratch)
{
  guint n_segments;
  Reading reading = { self, segmentation };

  reading.sentences = sp_segmentation_get_sentences (segmentation, &reading.n_sentences);
  reading.segments = sp_segmentation_get_segments (segmentation, &n_segments);
  reading.sets = g_new0 (SpContextSet, reading.n_sentences + 1);
  read_sentences (&reading, views, scratch);
  continue_headings (&reading);
  pass_down (&reading);
  return reading.sets;
}

/* Whether the auxiliary nearest before the verb is a permission. */
static gboolean
is_permission (const SpContextRules *self, const SpSentenceView *view, guint verb)
{
  gboolean may = FALSE;
  guint nearest = 0;

  for (guint i = 0; i < view->n_occurrences && view->occurrences[i].start < verb; i++)
    {
      const SpOccurrence *occurrence = &view->occurrences[i];
      gboolean is_may = occurrence->atom == self->may;

      if ((!is_may && occurrence->atom != self->auxiliary) || occurrence->start + MAY_REACH < verb
          || view->words[occurrence->start].clause != view->words[verb].clause)
        continue;
      may = is_may || (may && occurrence->start == nearest);
      nearest = occurrence->start;
    }
  return may;
}

/**
 * sp_context_rules_read_match:
 * @view: the sentence in which @match was found
 *
 * Returns: the contexts that depend on where in the sentence a pattern matched
 */
SpContextSet
sp_context_rules_read_match (const SpContextRules *self, const SpSentenceView *view,
                             const SpRuleMatch *match)
{
  SpContextSet set = 0;

  if (view->words[match->verb].flags & SP_VIEW_WEAK)
    set |= 1u << CONTEXT_HEDGED;
  if (is_permission (self, view, match->verb))
    set |= 1u << CONTEXT_MAY;
  if (match->start < view->joint)
    set |= 1u << CONTEXT_LIST_ITEM;
  return set;
}
