/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-frame-parser-private.h"

/* What no verb that is understood speaks of: lists under a heading, and rare verbs. */

/* Of what only a heading or a tag tells; section 8.7 of the rubric. */
#define CONFIDENCE_INHERITED 0.4

/* So many words a name on its own may have: “Google Analytics for Firebase”. */
#define MAX_NAME 6

static void
collect_rest (const SpFrameTask *task)
{
  SpFrameParser *self = task->parser;
  const SpFrameSentence *sentence = self->sentence;
  GArray *const roles[] = { self->roles.data, self->roles.recipients, self->roles.purposes };

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    g_array_set_size (roles[i], 0);
  for (guint i = 0; i < sentence->hits->len; i++)
    {
      const SpConceptHit *hit = &g_array_index (sentence->hits, SpConceptHit, i);

      /* A guess does not tell what is denied of it: “it does not contain your name”. */
      if (hit->start >= sentence->view->joint && !g_array_index (sentence->told, gboolean, i)
          && !(sentence->view->words[hit->start].flags & SP_VIEW_DENIED)
          && (hit->concept->kind != SP_CONCEPT_PURPOSE || sp_frame_sentence_is_purpose (sentence, hit)))
        g_array_append_val (roles[hit->concept->kind], *hit);
    }
}

/* “Personal information” that nobody does anything with. */
static gboolean
names_data_in_general (const SpFrameTask *task)
{
  static const char *const general[] = { "information", "personal-information", "user-information", NULL };
  const SpFrameRoles *roles = &task->parser->roles;

  for (guint i = 0; i < roles->data->len; i++)
    if (!g_strv_contains (general, g_array_index (roles->data, SpConceptHit, i).concept->id))
      return FALSE;
  return roles->data->len > 0 && roles->purposes->len + roles->recipients->len == 0;
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
guess_action (const SpFrameTask *task)
{
  const SpFrameParser *self = task->parser;
  int action = find_heading_action (self, task->segment);

  if (action != SP_NO_ACTION)
    return action;
  if (sp_frame_parser_has_tag (self, task->segment, SP_CATEGORY_FIRST_PARTY))
    return self->roles.data->len > 0 ? SP_ACTION_COLLECT : SP_ACTION_USE;
  if (sp_frame_parser_has_tag (self, task->segment, SP_CATEGORY_THIRD_PARTY))
    return SP_ACTION_SHARE;
  if (sp_frame_parser_has_tag (self, task->segment, SP_CATEGORY_RETENTION))
    return SP_ACTION_RETAIN;
  if (sp_frame_parser_has_tag (self, task->segment, SP_CATEGORY_CHOICE)
      || sp_frame_parser_has_tag (self, task->segment, SP_CATEGORY_ACCESS))
    return SP_ACTION_ALLOW;
  return SP_NO_ACTION;
}

/* “Google Analytics”, an item that names someone and no more. */
static gboolean
is_bare_name (const SpFrameTask *task)
{
  const SpFrameSentence *sentence = task->parser->sentence;
  guint n_named = 0;
  guint n_words = sentence->view->n_words - sentence->view->joint;

  for (guint i = sentence->view->joint; i < sentence->view->n_words; i++)
    n_named += sp_frame_sentence_get_hit (sentence, i, SP_CONCEPT_ENTITY) != NULL;
  return n_words <= MAX_NAME && 2 * n_named >= n_words;
}

/* “Affiliates include our parent company and its subsidiaries.” */
static gboolean
tells_who_they_are (const SpFrameTask *task)
{
  const SpFrameSentence *sentence = task->parser->sentence;
  const SpConceptHit *first = &g_array_index (sentence->hits, SpConceptHit, 0);
  guint joint = sentence->view->joint;

  return sentence->hits->len > 1 && joint == 0 && first->concept->kind == SP_CONCEPT_ENTITY
         && first->start <= 2 && sp_frame_covers (sentence, first->end, SP_CUE (INCLUDES));
}

/* Whether others are named where that alone says that they get data. */
static gboolean
names_recipients (const SpFrameTask *task)
{
  const SpFrameParser *self = task->parser;
  const SpBlock *block = self->reading->segments[task->segment].block;

  if (self->roles.recipients->len == 0
      || !sp_frame_parser_has_tag (self, task->segment, SP_CATEGORY_THIRD_PARTY))
    return FALSE;
  return tells_who_they_are (task) || (block->kind == SP_BLOCK_ITEM && is_bare_name (task));
}

/* What is named beside a verb that is not understood, or in a list under a heading. */
void
sp_frame_read_rest (SpFrameTask *task)
{
  SpFrameParser *self = task->parser;
  const SpSentenceView *view = self->sentence->view;
  SpStatement *statement;
  int action;

  if (!task->is_practice)
    return;
  collect_rest (task);
  if (view->n_words <= view->joint || names_data_in_general (task)
      || (self->roles.data->len + self->roles.purposes->len == 0 && !names_recipients (task)))
    return;
  action = self->roles.data->len + self->roles.purposes->len == 0 ? SP_ACTION_SHARE : guess_action (task);
  if (action == SP_NO_ACTION)
    return;
  if ((action != SP_ACTION_SHARE && action != SP_ACTION_SELL)
      || !sp_frame_parser_has_tag (self, task->segment, SP_CATEGORY_THIRD_PARTY))
    g_array_set_size (self->roles.recipients, 0);

  statement = sp_frame_task_new_statement (task, action,
                             action == SP_ACTION_ALLOW ? SP_SUBJECT_USER : SP_SUBJECT_UNKNOWN);
  statement->span = sp_frame_parser_get_span (self, view->joint, view->n_words);
  statement->verb = sp_span (statement->span.start, statement->span.start);
  statement->strength = sp_frame_rate_strength (SP_MODALITY_STATED, action, 0);
  statement->population = task->population;
  statement->confidence = CONFIDENCE_INHERITED;
  g_ptr_array_add (task->statements, statement);
}
