/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The parser and the sentence it is at, for the files that make statements of a sentence. */

#include "sp-frame-parser.h"
#include "sp-frame-private.h"

G_BEGIN_DECLS

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
  guint n_period_searches; /* how often the two below have been looked for */
  SpPeriod period;
  SpRuleMatch period_match;
  GPtrArray *statements; /* (not owned) */
  guint first;           /* index of its first statement */
  guint first_of_list;   /* the same of the verbs that share their objects */
} SpFrameTask;

/* sp-frame-parser.c */
SpSpan       sp_frame_parser_get_span (const SpFrameParser *self, guint start, guint end);
SpStatement *sp_frame_task_new_statement (const SpFrameTask *task, SpAction action, SpSubject subject);

/* sp-frame-context.c */
gboolean    sp_frame_parser_has_tag (const SpFrameParser *self, guint segment, SpCategory category);
gboolean    sp_frame_is_practice_segment (const SpFrameParser *self, guint segment);
gboolean    sp_frame_is_credible (const SpFrameTask *task, const SpStatement *statement);
double      sp_frame_rate_confidence (const SpFrameTask *task, const SpVerbGroup *group,
                                      const SpStatement *statement);
const char *sp_frame_find_population (const SpFrameParser *self, guint index);
void        sp_frame_set_scope (SpFrameTask *task, const SpVerbGroup *group, SpStatement *statement);
void        sp_frame_set_period (SpFrameTask *task, const SpVerbGroup *group, SpStatement *statement);

/* sp-frame-sense.c */
gboolean sp_frame_is_title (const SpFrameParser *self, guint index);
gboolean sp_frame_is_said (const SpFrameSentence *sentence, const SpVerbGroup *group,
                           const SpVerbReading *reading);
gboolean sp_frame_makes_sense (const SpFrameParser *self, const SpVerbGroup *group,
                               const SpVerbReading *reading);

/* sp-frame-rest.c */
void sp_frame_read_rest (SpFrameTask *task);

G_END_DECLS
