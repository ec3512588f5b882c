/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-frame-parser-private.h"

/* What no verb that is understood speaks of: lists under a heading, and rare verbs. */

/* Of what only a heading or a tag tells; section 8.7 of the rubric. */
#define CONFIDENCE_INHERITED 0.4

/* So many words stand before “may include” in a sentence that only lists. */
#define MAX_LISTED 6

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

/* What a heading or else the tag says is done with the data and for the purposes below; of data alone not that
 * they are passed on: “How we share your data” may stand over what others receive. */
static int
guess_action (const SpFrameTask *task)
{
  const SpFrameRoles *roles = &task->parser->roles;
  int action = find_heading_action (task->parser, task->segment);

  if (action == SP_ACTION_COLLECT || action == SP_ACTION_USE || action == SP_ACTION_RETAIN)
    return action;
  if (action == SP_NO_ACTION && roles->data->len > 0
      && sp_frame_parser_has_tag (task->parser, task->segment, SP_CATEGORY_FIRST_PARTY))
    return SP_ACTION_COLLECT;
  return action == SP_ACTION_SHARE && roles->purposes->len + roles->recipients->len > 0 ? action : SP_NO_ACTION;
}

/* “Your name and address, if you order something”: what is named comes before any verb; a purpose may begin
 * with one. */
static gboolean
is_named_alone (const SpFrameTask *task)
{
  const SpFrameSentence *sentence = task->parser->sentence;
  guint64 said = SP_CUE (BE) | SP_CUE (HAVE) | SP_CUE (AUXILIARY) | SP_CUE (PERMITTED) | SP_CUE (WE) | SP_CUE (NOT);
  gboolean has_data = task->parser->roles.data->len > 0;

  for (guint i = sentence->view->joint; i < sentence->view->n_words; i++)
    {
      if (sentence->hit_at[i] != SP_NO_WORD)
        {
          guint end = g_array_index (sentence->hits, SpConceptHit, sentence->hit_at[i]).end;

          return !sp_frame_covers (sentence, end, said & ~SP_CUE (WE));
        }
      if (sentence->covers[i] & (said | SP_CUE (YOU) | SP_CUE (THEY)) || (has_data && sentence->verbs[i] != NULL))
        return FALSE;
    }
  return FALSE;
}

/* The word behind which a sentence only lists: “… may include, but are not limited to”, or %SP_NO_WORD. */
static guint
find_listing (const SpFrameSentence *sentence)
{
  for (guint i = sentence->view->joint; i < sentence->view->n_words; i++)
    if (sp_frame_begins (sentence, i, SP_CUE (INCLUDES))
        && !(i > 0 && sp_frame_covers (sentence, i - 1, SP_CUE (NOT))))
      return i;
  return SP_NO_WORD;
}

/* “This may include your name”, “registration data include your name”: what is named before is data too. */
static gboolean
is_listing (const SpFrameTask *task)
{
  const SpFrameSentence *sentence = task->parser->sentence;
  guint first = sentence->view->joint;
  guint listing = find_listing (sentence);
  const SpConceptHit *last = task->parser->roles.data->len > 0
                               ? &g_array_index (task->parser->roles.data, SpConceptHit,
                                                 task->parser->roles.data->len - 1) : NULL;

  if (listing == SP_NO_WORD || listing - first > MAX_LISTED || last == NULL || last->start < listing)
    return FALSE;
  for (guint i = first; i < listing; i++)
    if (sentence->verbs[i] != NULL && sentence->hit_at[i] == SP_NO_WORD)
      return FALSE;
  for (guint i = first; i < listing; i++)
    if (sp_frame_sentence_get_hit (sentence, i, SP_CONCEPT_DATA) != NULL)
      return TRUE;
  return sp_frame_covers (sentence, first, SP_CUE (PRONOUN));
}

/* Whether it stands in a list or a table, or only lists. */
static gboolean
is_entry (const SpFrameTask *task)
{
  SpBlockKind kind = task->parser->reading->segments[task->segment].block->kind;

  return ((kind == SP_BLOCK_ITEM || kind == SP_BLOCK_ROW) && is_named_alone (task)) || is_listing (task);
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

/* --- What a statement leaves over ------------------------------------------------------------------ */

static gboolean
can_have_purposes (const SpStatement *statement)
{
  if (statement->subject == SP_SUBJECT_USER)
    return statement->action == SP_ACTION_ALLOW && statement->purposes->len == 0;
  return !statement->denied && statement->action <= SP_ACTION_RETAIN;
}

/* The last statement that begins before a word. */
static SpStatement *
find_statement_before (const SpFrameTask *task, gsize offset)
{
  for (guint i = task->statements->len; i-- > task->first;)
    {
      SpStatement *statement = task->statements->pdata[i];

      if (statement->verb.end <= offset)
        return statement;
    }
  return NULL;
}

/* Whether the reader does something between a place and a word: “we keep it, and you use it to log in”. */
static gboolean
is_readers (const SpFrameTask *task, gsize from, guint word)
{
  const SpFrameSentence *sentence = task->parser->sentence;

  for (guint i = 0; i < sentence->groups->len; i++)
    {
      const SpVerbGroup *group = sp_frame_get_group (sentence, i);

      if (group->verb < word && !group->relative && group->subject == SP_SUBJECT_USER
          && sp_frame_parser_get_span (task->parser, group->verb, group->end).start >= from)
        return TRUE;
    }
  return FALSE;
}

/* A purpose too far from its verb is the purpose of what was said last: “we use a company to serve ads”. */
static void
hand_out_purposes (SpFrameTask *task)
{
  const SpFrameParser *self = task->parser;

  for (guint i = 0; i < self->roles.purposes->len; i++)
    {
      const SpConceptHit *hit = &g_array_index (self->roles.purposes, SpConceptHit, i);
      SpMention mention = { hit->concept, sp_frame_parser_get_span (self, hit->start, hit->end) };
      SpStatement *statement = find_statement_before (task, mention.span.start);

      if (statement == NULL || !can_have_purposes (statement)
          || sp_span_contains (statement->condition, mention.span)
          || sp_span_contains (statement->exception, mention.span) || is_readers (task, statement->verb.end, hit->start))
        continue;
      g_array_append_val (statement->purposes, mention);
      statement->span.end = MAX (statement->span.end, mention.span.end);
    }
}

/* “We collect the following data, such as: your name, …”: what is listed too far from the verb is of the
 * statement before the list, if that names data. */
static void
hand_out_data (SpFrameTask *task)
{
  const SpFrameParser *self = task->parser;
  guint listing = find_listing (self->sentence);
  gsize from = listing != SP_NO_WORD ? sp_frame_parser_get_span (self, listing, listing + 1).start : 0;

  for (guint i = 0; listing != SP_NO_WORD && i < self->roles.data->len; i++)
    {
      const SpConceptHit *hit = &g_array_index (self->roles.data, SpConceptHit, i);
      SpMention mention = { hit->concept, sp_frame_parser_get_span (self, hit->start, hit->end) };
      SpStatement *statement = find_statement_before (task, mention.span.start);

      if (hit->start < listing || statement == NULL || statement->data->len == 0
          || statement->subject == SP_SUBJECT_USER || !can_have_purposes (statement)
          || statement->verb.end > from || is_readers (task, from, hit->start))
        continue;
      g_array_append_val (statement->data, mention);
      statement->span.end = MAX (statement->span.end, mention.span.end);
    }
}

/* --- What there is no statement of ---------------------------------------------------------------- */

static gboolean
is_ours (const SpFrameTask *task)
{
  return sp_frame_parser_has_tag (task->parser, task->segment, SP_CATEGORY_FIRST_PARTY)
         && !sp_frame_parser_has_tag (task->parser, task->segment, SP_CATEGORY_THIRD_PARTY);
}

/* Makes a statement of what was collected. */
static void
make_guess (SpFrameTask *task, SpAction action)
{
  const SpSentenceView *view = task->parser->sentence->view;
  SpStatement *statement;

  statement = sp_frame_task_new_statement (task, action, is_ours (task) ? SP_SUBJECT_FIRST_PARTY : SP_SUBJECT_UNKNOWN);
  statement->span = sp_frame_parser_get_span (task->parser, view->joint, view->n_words);
  statement->verb = sp_span (statement->span.start, statement->span.start);
  statement->strength = sp_frame_rate_strength (SP_MODALITY_STATED, action, 0);
  statement->population = task->population;
  statement->confidence = CONFIDENCE_INHERITED;
  g_ptr_array_add (task->statements, statement);
}

/* What is named in a list or a table under a heading that says what is done with it. */
static void
make_of_heading (SpFrameTask *task)
{
  const SpFrameRoles *roles = &task->parser->roles;
  int action = roles->data->len + roles->purposes->len == 0 ? SP_ACTION_SHARE : guess_action (task);

  if (action == SP_NO_ACTION)
    return;
  if (action != SP_ACTION_SHARE || !sp_frame_parser_has_tag (task->parser, task->segment, SP_CATEGORY_THIRD_PARTY))
    g_array_set_size (roles->recipients, 0);
  make_guess (task, action);
}

/* “Cookies help us to understand how the site is visited”: what for, though with which data is not sure. */
static void
make_of_purposes (SpFrameTask *task)
{
  g_array_set_size (task->parser->roles.data, 0);
  g_array_set_size (task->parser->roles.recipients, 0);
  if (sp_frame_parser_has_tag (task->parser, task->segment, SP_CATEGORY_FIRST_PARTY))
    make_guess (task, SP_ACTION_USE);
}

static void
make_guesses (SpFrameTask *task)
{
  const SpFrameRoles *roles = &task->parser->roles;

  if (names_data_in_general (task))
    return;
  if (roles->data->len + roles->purposes->len == 0 ? names_recipients (task) : is_entry (task))
    make_of_heading (task);
  else if (roles->purposes->len > 0)
    make_of_purposes (task);
}

/* What no verb took: purposes of what was said, or a list under a heading. */
void
sp_frame_read_rest (SpFrameTask *task)
{
  if (!task->is_practice || task->parser->sentence->view->n_words <= task->parser->sentence->view->joint)
    return;
  collect_rest (task);
  if (task->statements->len > task->first)
    {
      hand_out_purposes (task);
      hand_out_data (task);
    }
  else
    make_guesses (task);
}
