/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-frame-parser-private.h"

/* What stands around a statement: how sure it is, of whom it is said, where it ends and for how long. */

/* Section 8.7 of the rubric. */
#define CONFIDENCE_AGREED 0.95
#define CONFIDENCE_SINGLE 0.8
#define CONFIDENCE_LEAD_IN 0.6
#define CONFIDENCE_PRONOUN 0.5
#define CONFIDENCE_DAMAGE 0.1

/* What is said more weakly (“not knowingly”, “we try to”) is not relied on as much. */
#define CONFIDENT_STRENGTH 0.7

/* Of one sentence. */
#define MAX_PERIOD_SEARCHES 4

gboolean
sp_frame_parser_has_tag (const SpFrameParser *self, guint segment, SpCategory category)
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
      return sp_frame_parser_has_tag (self, segment, SP_CATEGORY_THIRD_PARTY);
    case SP_ACTION_RETAIN:
    case SP_ACTION_DELETE:
      return sp_frame_parser_has_tag (self, segment, SP_CATEGORY_RETENTION)
             || sp_frame_parser_has_tag (self, segment, SP_CATEGORY_ACCESS);
    case SP_ACTION_SECURE:
      return sp_frame_parser_has_tag (self, segment, SP_CATEGORY_SECURITY);
    case SP_ACTION_NOTIFY:
      return sp_frame_parser_has_tag (self, segment, SP_CATEGORY_POLICY_CHANGE);
    case SP_ACTION_ALLOW:
      return sp_frame_parser_has_tag (self, segment, SP_CATEGORY_CHOICE)
             || sp_frame_parser_has_tag (self, segment, SP_CATEGORY_ACCESS);
    case SP_ACTION_COLLECT:
    case SP_ACTION_USE:
    case SP_ACTION_TRACK:
    default:
      return sp_frame_parser_has_tag (self, segment, SP_CATEGORY_FIRST_PARTY)
             || sp_frame_parser_has_tag (self, segment, SP_CATEGORY_THIRD_PARTY);
    }
}

double
sp_frame_rate_confidence (const SpFrameTask *task, const SpVerbGroup *group, const SpStatement *statement)
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

gboolean
sp_frame_is_practice_segment (const SpFrameParser *self, guint segment)
{
  guint n_tags;
  const SpTag *tags = sp_tagging_get_tags (self->reading->tagging, segment, &n_tags);

  if (n_tags == 0 || tags[0].weak)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (practice_tags); i++)
    if (sp_frame_parser_has_tag (self, segment, practice_tags[i]))
      return TRUE;
  return FALSE;
}

/* An introduction speaks of what will be said, advice on passwords of what others do: there only
 * denials, what is said of some people only, and what belongs to such a segment are taken at their
 * word. */
gboolean
sp_frame_is_credible (const SpFrameTask *task, const SpStatement *statement)
{
  return task->is_practice || statement->denied || statement->population != NULL
         || statement->action == SP_ACTION_SECURE
         || statement->action == SP_ACTION_NOTIFY || statement->period != SP_PERIOD_NONE
         || has_expected_tag (task->parser, task->segment, statement);
}

/* Whom the sentence, its lead-in or a heading above it speaks of in particular. */
const char *
sp_frame_find_population (const SpFrameParser *self, guint index)
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
is_taken_back (SpFrameTask *task)
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

/* Between a lead-in and its item other items may stand. */
static SpSpan
get_span_in_block (const SpFrameParser *self, guint start, guint end)
{
  guint joint = self->sentence->view->joint;

  return sp_frame_parser_get_span (self, start, start < joint ? MIN (end, joint) : end);
}

void
sp_frame_set_scope (SpFrameTask *task, const SpVerbGroup *group, SpStatement *statement)
{
  const SpFrameParser *self = task->parser;
  guint start;
  guint end;

  if (sp_frame_find_condition (self->sentence, group, &start, &end))
    statement->condition = get_span_in_block (self, start, end);
  if (sp_frame_find_exception (self->sentence, group, &start, &end))
    statement->exception = get_span_in_block (self, start, end);
  /* “Unless you agree” is an exception of what is denied, a condition of what is done. */
  if (!sp_span_is_empty (statement->condition) && !sp_span_is_empty (statement->exception)
      && statement->condition.start == statement->exception.start)
    *(statement->denied ? &statement->condition : &statement->exception) = sp_span (0, 0);
  if (statement->denied && sp_span_is_empty (statement->exception) && is_taken_back (task))
    statement->exception = self->reading->sentences[task->index + 1].span;
  statement->population = task->population;
}

/* The sentence is searched again only for a verb behind the period that was found, and not often. */
void
sp_frame_set_period (SpFrameTask *task, const SpVerbGroup *group, SpStatement *statement)
{
  const SpFrameParser *self = task->parser;
  gboolean is_behind = task->period != SP_PERIOD_NONE && task->period_match.end <= group->verb;

  if (statement->action != SP_ACTION_RETAIN && statement->action != SP_ACTION_DELETE)
    return;
  if (task->n_period_searches == 0 || (is_behind && task->n_period_searches < MAX_PERIOD_SEARCHES))
    {
      sp_rule_scratch_load (self->reading->other, self->sentence->view);
      task->period = sp_frame_lexicon_find_period (self->lexicon, self->reading->other, group->verb,
                                                   &task->period_match);
      task->n_period_searches++;
    }
  if (task->period == SP_PERIOD_NONE || task->period_match.end <= group->verb)
    return;
  statement->period = task->period;
  statement->period_span = sp_frame_parser_get_span (self, task->period_match.start, task->period_match.end);
  statement->span.end = MAX (statement->span.end, statement->period_span.end);
}
