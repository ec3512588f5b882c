/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-frame-parser.h"

#include <string.h>

#include "sp-frame-private.h"
#include "sp-finding-registry-private.h"

/* Section 8.7 of the rubric. */
#define CONFIDENCE_AGREED 0.95
#define CONFIDENCE_SINGLE 0.8
#define CONFIDENCE_LEAD_IN 0.6
#define CONFIDENCE_PRONOUN 0.5
#define CONFIDENCE_INHERITED 0.4
#define CONFIDENCE_DAMAGE 0.1

/* What is said more weakly (“not knowingly”, “we try to”) is not relied on as much. */
#define CONFIDENT_STRENGTH 0.7

/* Shorter names of companies are words. */
#define MIN_COMPANY_LENGTH 3

struct _SpFrameParser
{
  const SpFrameLexicon *lexicon;  /* (not owned) */
  const SpOntology *ontology;     /* (not owned) */
  const SpReading *reading;       /* (not owned) */
  const SpToken *tokens;
  GPtrArray *companies;           /* (owned) (element-type GStrv): the words of each name, lower case */
  SpFrameSentence *sentence;      /* (owned) */
  SpFrameRoles roles;
  GArray *last_data;              /* (owned) (element-type SpMention): of the last sentence that names any */
  GArray *last_actors;            /* (owned) (element-type SpMention): the same of other parties */
  guint last_segment;
  SpContextSet suppressing;
  SpContextSet other_party;
  SpContextSet populated;
};

/* The sentence at hand. */
typedef struct
{
  SpFrameParser *parser;
  guint index;
  guint segment;
  SpContextSet contexts;
  const char *population;
  gboolean is_practice;  /* whether the tags of its segment say so */
  gboolean has_looked;   /* whether the next sentence has been read for this: */
  gboolean taken_back;
  gboolean has_period;   /* whether the two below have been looked for */
  SpPeriod period;
  SpRuleMatch period_match;
  GPtrArray *statements; /* (not owned) */
  guint first;           /* index of its first statement */
} Task;

/* --- Setting up -------------------------------------------------------------------------------- */

static void
add_company (SpFrameParser *self, const char *name)
{
  g_autofree char *lower = NULL;

  if (name == NULL || strlen (name) < MIN_COMPANY_LENGTH)
    return;
  lower = g_utf8_strdown (name, -1);
  g_ptr_array_add (self->companies, g_strsplit (lower, " ", -1));
}

/**
 * sp_frame_parser_new:
 * @reading: must live longer
 * @facts: (nullable): whom “we” stands for
 *
 * Returns: (transfer full): a parser for the sentences of @reading, to be read in order
 */
SpFrameParser *
sp_frame_parser_new (const SpFrameLexicon *lexicon, const SpOntology *ontology, const SpReading *reading,
                     const SpFacts *facts)
{
  SpFrameParser *self = g_new0 (SpFrameParser, 1);
  const SpContextRules *contexts = sp_finding_registry_get_contexts (reading->registry);
  guint n_tokens;

  self->lexicon = lexicon;
  self->ontology = ontology;
  self->reading = reading;
  self->tokens = sp_segmentation_get_tokens (reading->segmentation, &n_tokens);
  self->companies = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->sentence = sp_frame_sentence_new ();
  sp_frame_roles_init (&self->roles);
  self->last_data = g_array_new (FALSE, FALSE, sizeof (SpMention));
  self->last_actors = g_array_new (FALSE, FALSE, sizeof (SpMention));
  self->last_segment = G_MAXUINT;
  self->other_party = sp_context_rules_find (contexts, "other-party");
  self->suppressing = sp_context_rules_get_suppressing (contexts) & ~self->other_party;
  self->populated
    = sp_context_rules_find (contexts, "children") | sp_context_rules_find (contexts, "regional");

  for (guint i = 0; facts != NULL && facts->companies != NULL && i < facts->companies->len; i++)
    add_company (self, facts->companies->pdata[i]);
  if (facts != NULL)
    add_company (self, facts->we);
  return self;
}

void
sp_frame_parser_free (SpFrameParser *self)
{
  g_ptr_array_unref (self->companies);
  sp_frame_sentence_free (self->sentence);
  sp_frame_roles_clear (&self->roles);
  g_array_unref (self->last_data);
  g_array_unref (self->last_actors);
  g_free (self);
}

/* Returns: one past the last word of @name where it stands at @start, else @start */
static guint
follow_name (const SpFrameSentence *sentence, GStrv name, guint start)
{
  const SpSentenceView *view = sentence->view;
  guint at = start;

  for (guint i = 0; name[i] != NULL; i++, at++)
    if (at >= view->n_words || !g_str_equal (sentence->tokens[view->words[at].token].norm, name[i]))
      return start;
  return at;
}

static void
mark_companies (const SpFrameParser *self)
{
  for (guint i = 0; i < self->sentence->view->n_words; i++)
    for (guint j = 0; j < self->companies->len; j++)
      {
        guint end = follow_name (self->sentence, self->companies->pdata[j], i);

        if (end > i)
          sp_frame_sentence_mark (self->sentence, i, end, SP_CUE (WE) | SP_CUE (COMPANY));
      }
}

/* --- Spans ------------------------------------------------------------------------------------- */

static SpSpan
get_span (const SpFrameParser *self, guint start, guint end)
{
  const SpViewWord *words = self->sentence->view->words;

  return sp_span (self->tokens[words[start].token].span.start,
                  self->tokens[words[end - 1].token].span.end);
}

static int
compare_mentions (gconstpointer a, gconstpointer b)
{
  return sp_span_compare (((const SpMention *) a)->span, ((const SpMention *) b)->span);
}

static GArray *
make_mentions (const SpFrameParser *self, const GArray *hits)
{
  GArray *mentions = g_array_new (FALSE, FALSE, sizeof (SpMention));

  for (guint i = 0; i < hits->len; i++)
    {
      const SpConceptHit *hit = &g_array_index (hits, SpConceptHit, i);
      SpMention mention = { hit->concept, get_span (self, hit->start, hit->end) };

      g_array_append_val (mentions, mention);
    }
  g_array_sort (mentions, compare_mentions);
  return mentions;
}

/* --- Context of a statement -------------------------------------------------------------------- */

static gboolean
has_tag (const SpFrameParser *self, guint segment, SpCategory category)
{
  return sp_tagging_has_tag (self->reading->tagging, segment, category);
}

static gboolean
has_expected_tag (const SpFrameParser *self, guint segment, const SpStatement *statement)
{
  switch (statement->action)
    {
    case SP_ACTION_SHARE:
    case SP_ACTION_SELL:
      return has_tag (self, segment, SP_CATEGORY_THIRD_PARTY);
    case SP_ACTION_RETAIN:
    case SP_ACTION_DELETE:
      return has_tag (self, segment, SP_CATEGORY_RETENTION) || has_tag (self, segment, SP_CATEGORY_ACCESS);
    case SP_ACTION_SECURE:
      return has_tag (self, segment, SP_CATEGORY_SECURITY);
    case SP_ACTION_NOTIFY:
      return has_tag (self, segment, SP_CATEGORY_POLICY_CHANGE);
    case SP_ACTION_ALLOW:
      return has_tag (self, segment, SP_CATEGORY_CHOICE) || has_tag (self, segment, SP_CATEGORY_ACCESS);
    case SP_ACTION_COLLECT:
    case SP_ACTION_USE:
    case SP_ACTION_TRACK:
    default:
      return has_tag (self, segment, SP_CATEGORY_FIRST_PARTY)
             || has_tag (self, segment, SP_CATEGORY_THIRD_PARTY);
    }
}

static double
rate_confidence (const Task *task, const SpVerbGroup *group, const SpStatement *statement)
{
  const SpFrameParser *self = task->parser;
  const SpFrameSentence *sentence = self->sentence;
  double confidence = CONFIDENCE_AGREED;

  if (group->implied || group->infinitive || group->voice == SP_VOICE_NOMINAL
      || statement->strength < CONFIDENT_STRENGTH
      || !has_expected_tag (self, task->segment, statement))
    confidence = CONFIDENCE_SINGLE;
  if ((group->implied && group->voice == SP_VOICE_NOMINAL)
      || group->verb < sentence->view->joint || sp_frame_is_wished (sentence, group)
      || (task->contexts & self->other_party && statement->subject == SP_SUBJECT_FIRST_PARTY))
    confidence = CONFIDENCE_LEAD_IN;
  if (group->anaphoric || self->roles.pronoun != SP_NO_WORD)
    confidence = MIN (confidence, CONFIDENCE_PRONOUN);
  if (self->reading->segments[task->segment].block->flags & SP_BLOCK_DAMAGED)
    confidence -= CONFIDENCE_DAMAGE;
  return confidence;
}

/* The tags of segments that say what is done with data. */
static const SpCategory practice_tags[] = {
  SP_CATEGORY_FIRST_PARTY, SP_CATEGORY_THIRD_PARTY,  SP_CATEGORY_CHOICE,
  SP_CATEGORY_RETENTION,   SP_CATEGORY_DO_NOT_TRACK,
};

static gboolean
is_practice_segment (const SpFrameParser *self, guint segment)
{
  guint n_tags;
  const SpTag *tags = sp_tagging_get_tags (self->reading->tagging, segment, &n_tags);

  if (n_tags == 0 || tags[0].weak)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (practice_tags); i++)
    if (has_tag (self, segment, practice_tags[i]))
      return TRUE;
  return FALSE;
}

/* An introduction speaks of what will be said, advice on passwords of what others do: there only
 * denials, what is said of some people only, and what belongs to such a segment are taken at their
 * word. */
static gboolean
is_credible (const Task *task, const SpStatement *statement)
{
  return task->is_practice || statement->denied || statement->population != NULL
         || statement->action == SP_ACTION_SECURE
         || statement->action == SP_ACTION_NOTIFY || statement->period != SP_PERIOD_NONE
         || has_expected_tag (task->parser, task->segment, statement);
}

/* Whom the sentence, its lead-in or a heading above it speaks of in particular. */
static const char *
find_population (const SpFrameParser *self, guint index)
{
  const SpReading *reading = self->reading;
  guint segment = reading->sentences[index].segment;
  const char *population;
  guint path[6];
  guint n;

  if (!(reading->contexts[index] & self->populated))
    return NULL;
  sp_rule_scratch_load (reading->other, self->sentence->view);
  population = sp_frame_lexicon_find_population (self->lexicon, reading->other);
  n = sp_segmentation_list_headings (reading->segmentation, segment, path);
  while (population == NULL && n-- > 0)
    {
      const SpSegment *heading = &reading->segments[path[n]];

      if (heading->n_sentences == 0)
        continue;
      sp_rule_scratch_load (reading->other,
                            sp_sentence_views_get (reading->views, heading->first_sentence));
      population = sp_frame_lexicon_find_population (self->lexicon, reading->other);
    }
  return population;
}

/* Looked up once a sentence, and only where something is denied. */
static gboolean
is_taken_back (Task *task)
{
  const SpReading *reading = task->parser->reading;
  guint next = task->index + 1;

  if (next >= reading->n_sentences || reading->sentences[next].segment != task->segment)
    return FALSE;
  if (!task->has_looked)
    {
      sp_rule_scratch_load (reading->other, sp_sentence_views_get (reading->views, next));
      task->taken_back = sp_frame_lexicon_is_detached (task->parser->lexicon, reading->other);
      task->has_looked = TRUE;
    }
  return task->taken_back;
}

static void
set_scope (Task *task, const SpVerbGroup *group, SpStatement *statement)
{
  const SpFrameParser *self = task->parser;
  guint start;
  guint end;

  if (sp_frame_find_condition (self->sentence, group, &start, &end))
    statement->condition = get_span (self, start, end);
  if (sp_frame_find_exception (self->sentence, group, &start, &end))
    statement->exception = get_span (self, start, end);
  /* “Unless you agree” is an exception of what is denied, a condition of what is done. */
  if (!sp_span_is_empty (statement->condition)
      && statement->condition.start == statement->exception.start)
    *(statement->denied ? &statement->condition : &statement->exception) = sp_span (0, 0);
  if (statement->denied && sp_span_is_empty (statement->exception) && is_taken_back (task))
    statement->exception = self->reading->sentences[task->index + 1].span;
  statement->population = task->population;
}

/* The sentence is searched once, however many verbs it has. */
static void
set_period (Task *task, const SpVerbGroup *group, SpStatement *statement)
{
  const SpFrameParser *self = task->parser;

  if (statement->action != SP_ACTION_RETAIN && statement->action != SP_ACTION_DELETE)
    return;
  if (!task->has_period)
    {
      sp_rule_scratch_load (self->reading->other, self->sentence->view);
      task->period = sp_frame_lexicon_find_period (self->lexicon, self->reading->other, group->verb,
                                                   &task->period_match);
      task->has_period = TRUE;
    }
  if (task->period == SP_PERIOD_NONE || task->period_match.end <= group->verb)
    return;
  statement->period = task->period;
  statement->period_span = get_span (self, task->period_match.start, task->period_match.end);
}

/* --- Statements -------------------------------------------------------------------------------- */

static void
append_mentions (GArray *mentions, const GArray *more, SpSpan span)
{
  for (guint i = 0; i < more->len; i++)
    {
      SpMention mention = { g_array_index (more, SpMention, i).concept, span };

      g_array_append_val (mentions, mention);
    }
}

/* What a pronoun stands for: data before it in its own sentence, or in the one before. */
static GArray *
find_antecedents (const Task *task)
{
  const SpFrameParser *self = task->parser;
  const SpFrameSentence *sentence = self->sentence;
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (SpConceptHit));
  gboolean same_place = self->last_segment == task->segment
                        || self->last_segment == self->reading->segments[task->segment].lead_in;

  for (guint i = 0; i < sentence->hits->len; i++)
    {
      const SpConceptHit *hit = &g_array_index (sentence->hits, SpConceptHit, i);

      if (hit->concept->kind == SP_CONCEPT_DATA && hit->end <= self->roles.pronoun)
        g_array_append_val (hits, *hit);
    }
  if (hits->len > 0)
    return make_mentions (self, hits);
  return same_place ? g_array_ref (self->last_data) : g_array_new (FALSE, FALSE, sizeof (SpMention));
}

/* “It” and “this information” are what was named before; they stand in their place. */
static void
resolve_data (const Task *task, SpStatement *statement)
{
  SpFrameParser *self = task->parser;
  g_autoptr (GArray) antecedents = find_antecedents (task);
  SpSpan span = get_span (self, self->roles.pronoun, self->roles.pronoun_end);

  if (antecedents->len == 0)
    {
      /* “The information” without any before it is nothing to look back for. */
      if (statement->data->len > 0)
        self->roles.pronoun = SP_NO_WORD;
      return;
    }
  for (guint i = statement->data->len; i-- > 0;)
    if (sp_span_contains (span, g_array_index (statement->data, SpMention, i).span))
      g_array_remove_index (statement->data, i);
  append_mentions (statement->data, antecedents, span);
  g_array_sort (statement->data, compare_mentions);
}

static void
resolve (const Task *task, const SpVerbGroup *group, SpStatement *statement)
{
  const SpFrameParser *self = task->parser;

  if (self->roles.pronoun != SP_NO_WORD)
    resolve_data (task, statement);
  if (group->anaphoric && group->actor == NULL && statement->recipients->len == 0
      && self->last_segment == task->segment)
    append_mentions (statement->recipients, self->last_actors, statement->verb);
}

/* What is said of children's personal information is about that, not about everybody's. */
static void
narrow_to_children (const SpFrameParser *self, SpStatement *statement)
{
  const SpConcept *children = sp_ontology_find (self->ontology, SP_CONCEPT_DATA, "childrens-data");
  const SpConcept *personal = sp_ontology_find (self->ontology, SP_CONCEPT_DATA, "personal-information");

  if (g_strcmp0 (statement->population, "children") != 0)
    return;
  for (guint i = 0; i < statement->data->len; i++)
    {
      SpMention *mention = &g_array_index (statement->data, SpMention, i);

      if (sp_concept_is_a (personal, mention->concept))
        mention->concept = children;
    }
}

static SpSpan
find_extent (const SpFrameParser *self, const SpVerbGroup *group)
{
  const SpSentenceView *view = self->sentence->view;
  guint start = sp_frame_find_subject_start (self->sentence, group);
  guint end = MIN (MAX (self->roles.end, view->joint + 1), view->n_words);
  const GArray *data = self->roles.data;

  for (guint i = 0; i < data->len; i++)
    start = MIN (start, g_array_index (data, SpConceptHit, i).start);
  return get_span (self, MAX (start, view->joint), end);
}

static SpStatement *
new_statement (const Task *task, SpAction action, SpSubject subject)
{
  SpFrameParser *self = task->parser;
  SpStatement *statement = g_new0 (SpStatement, 1);

  statement->segment = task->segment;
  statement->sentence = task->index;
  statement->action = action;
  statement->subject = subject;
  statement->data = make_mentions (self, self->roles.data);
  statement->recipients = make_mentions (self, self->roles.recipients);
  statement->purposes = make_mentions (self, self->roles.purposes);
  sp_frame_sentence_tell (self->sentence, self->roles.data);
  sp_frame_sentence_tell (self->sentence, self->roles.recipients);
  sp_frame_sentence_tell (self->sentence, self->roles.purposes);
  return statement;
}

/* What the reader gives to the company is collected by it; what goes to others is shared by the reader. */
static void
turn_giving (SpStatement *statement, const SpVerbReading *reading)
{
  if (statement->subject != SP_SUBJECT_USER || statement->action != SP_ACTION_COLLECT)
    return;
  if (statement->recipients->len > 0 && reading->action == SP_ACTION_SHARE)
    {
      statement->action = SP_ACTION_SHARE;
      return;
    }
  statement->subject = SP_SUBJECT_FIRST_PARTY;
}

/* “We do not sell data that is collected”: the denial is of the verb before, not of the relative clause. */
static gboolean
is_denied (const SpFrameSentence *sentence, const SpVerbGroup *group)
{
  const SpViewWord *words = sentence->view->words;

  if (!(words[group->verb].flags & SP_VIEW_DENIED) || sp_frame_is_wished (sentence, group))
    return FALSE;
  return !group->relative || group->start == 0 || !(words[group->start - 1].flags & SP_VIEW_DENIED);
}

static void
make_statement (Task *task, const SpVerbGroup *group, const SpVerbReading *reading, SpAction action)
{
  const SpFrameParser *self = task->parser;
  SpStatement *statement = new_statement (task, action, group->subject);
  SpViewFlags flags = self->sentence->view->words[group->verb].flags;

  statement->verb = get_span (self, group->verb, group->end);
  statement->span = find_extent (self, group);
  statement->denied = is_denied (self->sentence, group);
  statement->modality = sp_frame_find_modality (self->sentence, group);
  turn_giving (statement, reading);
  statement->strength = sp_frame_rate_strength (statement->modality, statement->action, flags);
  resolve (task, group, statement);
  set_scope (task, group, statement);
  set_period (task, group, statement);
  narrow_to_children (self, statement);
  statement->confidence = rate_confidence (task, group, statement);
  if (is_credible (task, statement))
    g_ptr_array_add (task->statements, statement);
  else
    sp_statement_free (statement);
}

/* “We notify you”, “you will be notified”. */
static gboolean
addresses_reader (const SpFrameSentence *sentence, const SpVerbGroup *group)
{
  guint before = sp_frame_sentence_skip_back (sentence, group->start);

  return sp_frame_sentence_covers (sentence, group->end, SP_CUE (YOU))
         || (group->voice == SP_VOICE_PASSIVE && sp_frame_sentence_covers (sentence, before, SP_CUE (YOU)));
}

static gboolean
is_satisfied (const SpFrameParser *self, const SpVerbGroup *group, SpVerbNeed need)
{
  const SpFrameRoles *roles = &self->roles;
  gboolean has_data = roles->data->len > 0 || roles->pronoun != SP_NO_WORD;

  switch (need)
    {
    case SP_VERB_NEEDS_DATA:
      return has_data;
    case SP_VERB_NEEDS_PURPOSE:
      return roles->purposes->len > 0;
    case SP_VERB_NEEDS_READER:
      return addresses_reader (self->sentence, group);
    case SP_VERB_NEEDS_NOTHING:
    default:
      return has_data || roles->purposes->len > 0 || roles->recipients->len > 0;
    }
}

/* Of a list item read with its lead-in only what the item takes part in is news. */
static gboolean
reaches_item (const SpFrameParser *self, const SpVerbGroup *group)
{
  guint joint = self->sentence->view->joint;

  return joint == 0 || group->verb >= joint || self->roles.end > joint;
}

/* “To improve our service, we use …” says what the use is for, and nothing more. */
static gboolean
is_mere_purpose (const SpFrameParser *self, const SpVerbGroup *group, SpVerbNeed need)
{
  return need == SP_VERB_NEEDS_PURPOSE && self->sentence->view->joint == 0
         && (group->infinitive || self->sentence->purpose[group->verb]);
}

static gboolean
is_repeated (const Task *task, const SpVerbGroup *group, guint n_before)
{
  const SpVerbGroup *groups = (const SpVerbGroup *) (gpointer) task->parser->sentence->groups->data;
  const SpStatement *last;

  if (task->statements->len == n_before || task->statements->len == task->first)
    return FALSE;
  last = task->statements->pdata[task->statements->len - 2];
  return group > groups && group[-1].list == group->list
         && last->action == ((SpStatement *) task->statements->pdata[n_before])->action
         && last->sentence == task->index;
}

/* “Information submitted” and “data you enter” come from the reader. */
static int
choose_action (const SpVerbGroup *group, const SpVerbReading *reading)
{
  gboolean given = group->relative && group->implied && reading->need == SP_VERB_NEEDS_DATA
                   && reading->user_action == SP_ACTION_COLLECT;

  return group->subject == SP_SUBJECT_USER || given ? reading->user_action : reading->action;
}

static void
read_group (Task *task, const SpVerbGroup *group)
{
  SpFrameParser *self = task->parser;

  for (guint i = 0; i < group->n_readings; i++)
    {
      const SpVerbReading *reading = &group->readings[i];
      int action = choose_action (group, reading);
      guint n = task->statements->len;

      if (action == SP_NO_ACTION || reading->form != group->form)
        continue;
      /* What the reader gives may go to others. */
      sp_frame_find_roles (self->sentence, group,
                           reading->action == SP_ACTION_SHARE ? SP_ACTION_SHARE : (SpAction) action,
                           reading->need == SP_VERB_NEEDS_PURPOSE, &self->roles);
      if (!is_satisfied (self, group, reading->need) || !reaches_item (self, group)
          || is_mere_purpose (self, group, reading->need))
        continue;
      make_statement (task, group, reading, action);
      if (n > task->first && task->statements->len > n && is_repeated (task, group, n))
        g_ptr_array_set_size (task->statements, n);
      return;
    }
}

/* --- What no verb speaks of -------------------------------------------------------------------- */

static void
collect_rest (const Task *task)
{
  SpFrameParser *self = task->parser;
  const SpFrameSentence *sentence = self->sentence;
  GArray *const roles[] = { self->roles.data, self->roles.recipients, self->roles.purposes };

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    g_array_set_size (roles[i], 0);
  for (guint i = 0; i < sentence->hits->len; i++)
    {
      const SpConceptHit *hit = &g_array_index (sentence->hits, SpConceptHit, i);

      if (hit->start >= sentence->view->joint && !g_array_index (sentence->told, gboolean, i)
          && (hit->concept->kind != SP_CONCEPT_PURPOSE || sp_frame_sentence_is_purpose (sentence, hit)))
        g_array_append_val (roles[hit->concept->kind], *hit);
    }
}

/* The first action that a heading names: “How we use your information”. */
static int
read_heading (const SpFrameParser *self, guint segment)
{
  const SpSegment *heading = &self->reading->segments[segment];
  const SpSentenceView *view;

  if (heading->n_sentences == 0)
    return SP_NO_ACTION;
  view = sp_sentence_views_get (self->reading->views, heading->first_sentence);
  for (guint i = 0; i < view->n_occurrences; i++)
    {
      guint n;
      const SpVerbReading *readings
        = sp_frame_lexicon_get_readings (self->lexicon, view->occurrences[i].atom, &n);

      for (guint j = 0; j < n; j++)
        if (readings[j].action != SP_NO_ACTION && readings[j].need != SP_VERB_NEEDS_PURPOSE)
          return readings[j].action;
    }
  return SP_NO_ACTION;
}

static int
find_heading_action (const SpFrameParser *self, guint segment)
{
  guint path[6];
  guint n = sp_segmentation_list_headings (self->reading->segmentation, segment, path);
  int action = SP_NO_ACTION;

  while (action == SP_NO_ACTION && n-- > 0)
    action = read_heading (self, path[n]);
  return action;
}

static int
guess_action (const Task *task)
{
  const SpFrameParser *self = task->parser;
  int action = find_heading_action (self, task->segment);

  if (action != SP_NO_ACTION)
    return action;
  if (has_tag (self, task->segment, SP_CATEGORY_FIRST_PARTY))
    return self->roles.data->len > 0 ? SP_ACTION_COLLECT : SP_ACTION_USE;
  if (has_tag (self, task->segment, SP_CATEGORY_THIRD_PARTY))
    return SP_ACTION_SHARE;
  if (has_tag (self, task->segment, SP_CATEGORY_RETENTION))
    return SP_ACTION_RETAIN;
  if (has_tag (self, task->segment, SP_CATEGORY_CHOICE) || has_tag (self, task->segment, SP_CATEGORY_ACCESS))
    return SP_ACTION_ALLOW;
  return SP_NO_ACTION;
}

/* What is named beside a verb that is not understood, or in a list under a heading. */
static void
read_rest (Task *task)
{
  SpFrameParser *self = task->parser;
  const SpSentenceView *view = self->sentence->view;
  SpStatement *statement;
  int action;

  if (!task->is_practice)
    return;
  collect_rest (task);
  if (self->roles.data->len + self->roles.purposes->len == 0 || view->n_words <= view->joint)
    return;
  action = guess_action (task);
  if (action == SP_NO_ACTION)
    return;
  if ((action != SP_ACTION_SHARE && action != SP_ACTION_SELL)
      || !has_tag (self, task->segment, SP_CATEGORY_THIRD_PARTY))
    g_array_set_size (self->roles.recipients, 0);

  statement = new_statement (task, action,
                             action == SP_ACTION_ALLOW ? SP_SUBJECT_USER : SP_SUBJECT_UNKNOWN);
  statement->span = get_span (self, view->joint, view->n_words);
  statement->verb = sp_span (statement->span.start, statement->span.start);
  statement->strength = sp_frame_rate_strength (SP_MODALITY_STATED, action, 0);
  statement->population = task->population;
  statement->confidence = CONFIDENCE_INHERITED;
  g_ptr_array_add (task->statements, statement);
}

/* --- Sentences --------------------------------------------------------------------------------- */

static void
remember (const Task *task)
{
  SpFrameParser *self = task->parser;
  GArray *data = g_array_new (FALSE, FALSE, sizeof (SpConceptHit));
  GArray *actors = g_array_new (FALSE, FALSE, sizeof (SpConceptHit));

  for (guint i = 0; i < self->sentence->hits->len; i++)
    {
      const SpConceptHit *hit = &g_array_index (self->sentence->hits, SpConceptHit, i);

      if (hit->concept->kind == SP_CONCEPT_DATA
          && !sp_frame_sentence_covers (self->sentence, hit->start, SP_CUE (THIS_DATA)))
        g_array_append_val (data, *hit);
      else if (hit->concept->kind == SP_CONCEPT_ENTITY)
        g_array_append_val (actors, *hit);
    }
  if (data->len > 0 || self->last_segment != task->segment)
    {
      g_array_unref (self->last_data);
      self->last_data = make_mentions (self, data);
    }
  g_array_unref (self->last_actors);
  self->last_actors = make_mentions (self, actors);
  self->last_segment = task->segment;
  g_array_unref (data);
  g_array_unref (actors);
}

/**
 * sp_frame_parser_read:
 * @statements: (element-type SpStatement): gains those of @sentence, by place of their verbs
 *
 * Sentences are to be read in order: pronouns look back.
 */
void
sp_frame_parser_read (SpFrameParser *self, guint sentence, GPtrArray *statements)
{
  const SpReading *reading = self->reading;
  Task task = {
    .parser = self,
    .index = sentence,
    .segment = reading->sentences[sentence].segment,
    .contexts = reading->contexts[sentence],
    .statements = statements,
    .first = statements->len,
  };
  const SpSentenceView *view = sp_reading_choose_view (reading, sentence);

  if (task.contexts & self->suppressing || view->n_words == 0)
    return;
  sp_rule_scratch_load (reading->other, view);
  if (sp_frame_lexicon_is_meta (self->lexicon, reading->other))
    return;
  task.is_practice = is_practice_segment (self, task.segment);
  sp_frame_sentence_load (self->sentence, view, self->tokens, self->lexicon, self->ontology);
  mark_companies (self);
  sp_frame_mark_purposes (self->sentence);
  sp_frame_find_groups (self->sentence, self->lexicon);
  sp_frame_find_subjects (self->sentence);
  task.population = find_population (self, sentence);
  for (guint i = 0; i < self->sentence->groups->len; i++)
    read_group (&task, &g_array_index (self->sentence->groups, SpVerbGroup, i));
  read_rest (&task);
  remember (&task);
}
