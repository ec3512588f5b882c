/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-frame-parser.h"

#include <string.h>

#include "sp-finding-registry-private.h"
#include "sp-frame-parser-private.h"

/* Shorter names of companies are words. */
#define MIN_COMPANY_LENGTH 3

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

SpSpan
sp_frame_parser_get_span (const SpFrameParser *self, guint start, guint end)
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
      SpMention mention = { hit->concept, sp_frame_parser_get_span (self, hit->start, hit->end) };

      g_array_append_val (mentions, mention);
    }
  g_array_sort (mentions, compare_mentions);
  return mentions;
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
find_antecedents (const SpFrameTask *task)
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
resolve_data (const SpFrameTask *task, SpStatement *statement)
{
  SpFrameParser *self = task->parser;
  g_autoptr (GArray) antecedents = find_antecedents (task);
  SpSpan span = sp_frame_parser_get_span (self, self->roles.pronoun, self->roles.pronoun_end);

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
resolve (const SpFrameTask *task, const SpVerbGroup *group, SpStatement *statement)
{
  const SpFrameParser *self = task->parser;

  if (self->roles.pronoun != SP_NO_WORD)
    resolve_data (task, statement);
  if (!group->anaphoric || group->n_actors > 0 || self->last_segment != task->segment)
    return;
  if (statement->recipients->len == 0)
    append_mentions (statement->recipients, self->last_actors, statement->verb);
  /* “Cookies are files. They store …”: the tool for who uses it. */
  if (self->last_actors->len == 0 && self->last_data->len > 0 && sp_frame_begins (self->sentence, 0, SP_CUE (THEY)))
    statement->subject = SP_SUBJECT_FIRST_PARTY;
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

  if (group->n_actors > 0)
    start = MIN (start, group->actors->start);
  for (guint i = 0; i < data->len; i++)
    start = MIN (start, g_array_index (data, SpConceptHit, i).start);
  return sp_frame_parser_get_span (self, MAX (start, view->joint), end);
}

SpStatement *
sp_frame_task_new_statement (const SpFrameTask *task, SpAction action, SpSubject subject)
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

/* “To share data with us”, “who gave us data”. */
static gboolean
goes_to_us (const SpFrameSentence *sentence, const SpVerbGroup *group, guint end)
{
  for (guint i = group->end; i < MIN (end + 3, sentence->view->n_words); i++)
    if (sp_frame_covers (sentence, i, SP_CUE (US)))
      return i == group->end || sp_frame_covers (sentence, i - 1, SP_CUE (TOWARDS));
  return FALSE;
}

/* “If you share it with them”. */
static gboolean
goes_to_them (const SpFrameSentence *sentence, const SpVerbGroup *group, guint end)
{
  for (guint i = group->end + 1; i < MIN (end + 3, sentence->view->n_words); i++)
    if (g_str_equal (sentence->tokens[sentence->view->words[i].token].norm, "them"))
      return sp_frame_covers (sentence, i - 1, SP_CUE (TOWARDS));
  return FALSE;
}

/* What the reader gives to the company is collected by it; what goes to others is shared by the reader. */
static void
turn_giving (SpStatement *statement, const SpVerbReading *reading, gboolean to_us, gboolean to_them)
{
  if (statement->action == SP_ACTION_SHARE && statement->recipients->len == 0 && to_us)
    {
      statement->action = SP_ACTION_COLLECT;
      statement->subject = SP_SUBJECT_FIRST_PARTY;
    }
  if (statement->subject != SP_SUBJECT_USER || statement->action != SP_ACTION_COLLECT)
    return;
  if ((statement->recipients->len > 0 || to_them) && reading->action == SP_ACTION_SHARE)
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

  if (sp_frame_is_ruled_out (sentence, group))
    return TRUE;
  if (!(words[group->verb].flags & SP_VIEW_DENIED) || sp_frame_is_wished (sentence, group))
    return FALSE;
  return !group->relative || group->start == 0 || !(words[group->start - 1].flags & SP_VIEW_DENIED);
}

static void
make_statement (SpFrameTask *task, const SpVerbGroup *group, const SpVerbReading *reading, SpAction action)
{
  const SpFrameParser *self = task->parser;
  SpStatement *statement = sp_frame_task_new_statement (task, action, group->subject);
  SpViewFlags flags = self->sentence->view->words[group->verb].flags;

  statement->verb = sp_frame_parser_get_span (self, group->verb, group->end);
  statement->span = find_extent (self, group);
  statement->denied = is_denied (self->sentence, group);
  statement->modality = sp_frame_find_modality (self->sentence, group);
  turn_giving (statement, reading, goes_to_us (self->sentence, group, self->roles.end),
               goes_to_them (self->sentence, group, self->roles.end));
  statement->strength = sp_frame_rate_strength (statement->modality, statement->action, flags);
  resolve (task, group, statement);
  sp_frame_set_scope (task, group, statement);
  sp_frame_set_period (task, group, statement);
  narrow_to_children (self, statement);
  statement->confidence = sp_frame_rate_confidence (task, group, statement);
  if (sp_frame_is_credible (task, statement))
    g_ptr_array_add (task->statements, statement);
  else
    sp_statement_free (statement);
}

/* Of a list item read with its lead-in only what the item takes part in is news. */
static gboolean
reaches_item (const SpFrameParser *self, const SpVerbGroup *group)
{
  guint joint = self->sentence->view->joint;

  return joint == 0 || group->verb >= joint || self->roles.end > joint;
}

/* “To improve our service, we use …” says what the use is for, and nothing more; an item of a list of
 * purposes says it of the verb before the list. */
static gboolean
is_mere_purpose (const SpFrameTask *task, const SpVerbGroup *group, SpVerbNeed need)
{
  const SpFrameSentence *sentence = task->parser->sentence;

  return need == SP_VERB_NEEDS_PURPOSE && (group->infinitive || sentence->purpose[group->verb])
         && (sentence->view->joint == 0 || task->statements->len > task->first);
}

/* “Sell, rent or trade” is one sale. */
static gboolean
is_repeated (const SpFrameTask *task, guint at)
{
  const SpStatement *statement = task->statements->pdata[at];

  for (guint i = task->first_of_list; i < at; i++)
    {
      const SpStatement *before = task->statements->pdata[i];

      if (before->action == statement->action && before->subject == statement->subject
          && before->denied == statement->denied)
        return TRUE;
    }
  return FALSE;
}

/* “Information submitted”, “data you enter” and “providing it is voluntary” come from the reader. */
static int
choose_action (const SpVerbGroup *group, const SpVerbReading *reading)
{
  gboolean alone = group->form == SP_VERB_GERUND && group->governor == SP_NO_WORD && group->start == 0;
  gboolean given = (group->relative || alone) && group->implied && reading->need == SP_VERB_NEEDS_DATA
                   && reading->user_action == SP_ACTION_COLLECT;

  return group->subject == SP_SUBJECT_USER || given ? reading->user_action : reading->action;
}

static void
read_verb (SpFrameTask *task, const SpVerbGroup *group)
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
                           reading, &self->roles);
      if (!sp_frame_makes_sense (self, group, reading) || !reaches_item (self, group)
          || is_mere_purpose (task, group, reading->need))
        continue;
      if (sp_frame_is_said (self->sentence, group, reading))
        make_statement (task, group, reading, action);
      if (task->statements->len > n && is_repeated (task, n))
        g_ptr_array_set_size (task->statements, n);
      return;
    }
}

/* “We and our partners collect” says it of each. */
static void
read_group (SpFrameTask *task, SpVerbGroup *group)
{
  SpVerbGroup others = *group;

  if (group->with_us)
    {
      group->subject = SP_SUBJECT_FIRST_PARTY;
      group->n_actors = 0;
      read_verb (task, group);
      *group = others;
    }
  read_verb (task, group);
}

static void
read_groups (SpFrameTask *task)
{
  const SpFrameSentence *sentence = task->parser->sentence;
  guint list = SP_NO_WORD;

  for (guint i = 0; i < sentence->groups->len; i++)
    {
      SpVerbGroup *group = sp_frame_get_group (sentence, i);

      if (group->list != list)
        task->first_of_list = task->statements->len;
      list = group->list;
      read_group (task, group);
    }
}

/* --- Sentences --------------------------------------------------------------------------------- */

static void
remember (const SpFrameTask *task)
{
  SpFrameParser *self = task->parser;
  GArray *data = g_array_new (FALSE, FALSE, sizeof (SpConceptHit));
  GArray *actors = g_array_new (FALSE, FALSE, sizeof (SpConceptHit));

  for (guint i = 0; i < self->sentence->hits->len; i++)
    {
      const SpConceptHit *hit = &g_array_index (self->sentence->hits, SpConceptHit, i);

      if (hit->concept->kind == SP_CONCEPT_DATA
          && !sp_frame_covers (self->sentence, hit->start, SP_CUE (THIS_DATA)))
        g_array_append_val (data, *hit);
      else if (hit->concept->kind == SP_CONCEPT_ENTITY)
        g_array_append_val (actors, *hit);
    }
  if (data->len > 0 || self->last_segment != task->segment)
    {
      g_array_unref (self->last_data);
      self->last_data = make_mentions (self, data);
    }
  /* “They show ads. They may also …”: still the same. */
  if (actors->len > 0 || !sp_frame_begins (self->sentence, 0, SP_CUE (THEY)) || self->last_segment != task->segment)
    {
      g_array_unref (self->last_actors);
      self->last_actors = make_mentions (self, actors);
    }
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
  SpFrameTask task = {
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
  task.is_practice = sp_frame_is_practice_segment (self, task.segment);
  sp_frame_sentence_load (self->sentence, view, self->tokens, self->lexicon, self->ontology);
  mark_companies (self);
  sp_frame_mark_purposes (self->sentence);
  sp_frame_find_groups (self->sentence, self->lexicon);
  sp_frame_find_subjects (self->sentence);
  task.population = sp_frame_find_population (self, sentence);
  if (!sp_frame_is_title (self, sentence))
    {
      read_groups (&task);
      sp_frame_read_rest (&task);
    }
  remember (&task);
}
