/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-ontology.h"
#include "sp-span.h"

G_BEGIN_DECLS

/**
 * SpSubject:
 *
 * Who does it.
 */
typedef enum
{
  SP_SUBJECT_FIRST_PARTY,
  SP_SUBJECT_THIRD_PARTY,
  SP_SUBJECT_USER,
  SP_SUBJECT_UNKNOWN,
} SpSubject;

/**
 * SpAction:
 *
 * What is done with the data.
 */
typedef enum
{
  SP_ACTION_COLLECT,
  SP_ACTION_USE,
  SP_ACTION_SHARE,
  SP_ACTION_SELL,
  SP_ACTION_TRACK,
  SP_ACTION_RETAIN,
  SP_ACTION_DELETE,
  SP_ACTION_SECURE,
  SP_ACTION_NOTIFY,
  SP_ACTION_ALLOW,
} SpAction;

/**
 * SpModality:
 * @SP_MODALITY_STATED: plain present or past (“we collect”)
 * @SP_MODALITY_COMMITTED: must, will, shall
 * @SP_MODALITY_PERMITTED: may, might, can, reserves the right: counts as done where it is a risk
 * @SP_MODALITY_ATTEMPTED: should, strives, makes reasonable efforts
 * @SP_MODALITY_RIGHT: the reader may
 * @SP_MODALITY_DUTY: the reader must
 * @SP_MODALITY_DEEMED: the reader agrees, acknowledges, consents
 */
typedef enum
{
  SP_MODALITY_STATED,
  SP_MODALITY_COMMITTED,
  SP_MODALITY_PERMITTED,
  SP_MODALITY_ATTEMPTED,
  SP_MODALITY_RIGHT,
  SP_MODALITY_DUTY,
  SP_MODALITY_DEEMED,
} SpModality;

/**
 * SpPeriod:
 * @SP_PERIOD_STATED: “for 30 days”
 * @SP_PERIOD_LIMITED: it ends some time: “as long as needed”
 * @SP_PERIOD_INDEFINITE: “indefinitely”
 *
 * How long data are kept, or after which time they are deleted.
 */
typedef enum
{
  SP_PERIOD_NONE,
  SP_PERIOD_STATED,
  SP_PERIOD_LIMITED,
  SP_PERIOD_INDEFINITE,
} SpPeriod;

/**
 * SpMention:
 * @span: the words that name the concept
 */
typedef struct
{
  const SpConcept *concept; /* (not owned): lives as long as the knowledge */
  SpSpan span;
} SpMention;

/**
 * SpStatement:
 * @span: the words that make the statement, inside the segment
 * @verb: the words of the action; of a list item they may stand in its lead-in, as may its roles
 * @denied: the policy says that it is not done
 * @strength: 0..1, the commitment scale of section 7.4 of the rubric
 * @data: (element-type SpMention): by place, may be empty
 * @recipients: (element-type SpMention): by place, may be empty; where another party itself collects
 *   or uses the data, that party
 * @purposes: (element-type SpMention): by place, may be empty
 * @condition: empty where there is none
 * @exception: empty where there is none; it may stand in the next sentence
 * @population: (nullable): “children”, “eu”, “california”… where it is said of these only
 * @period_span: its words; empty where there is none
 * @confidence: 0..1, as in section 8.7 of the rubric: 0.95 where verb, subject and tags agree, 0.8
 *   where one is only implied (“data is shared”), 0.6 where the lead-in of a list or the sentence before
 *   helps, 0.5 for a pronoun, 0.4 for what the headings or tags alone turn into a statement
 *
 * Who does what with which data, to whom and why, and whether that is denied: a frame of section 7.1
 * of the rubric.
 */
typedef struct
{
  guint segment;
  guint sentence;
  SpSpan span;
  SpSpan verb;
  SpSubject subject;
  SpAction action;
  gboolean denied;
  double strength;
  SpModality modality;
  GArray *data;       /* (owned) */
  GArray *recipients; /* (owned) */
  GArray *purposes;   /* (owned) */
  SpSpan condition;
  SpSpan exception;
  const char *population; /* (static) */
  SpPeriod period;
  SpSpan period_span;
  double confidence;
} SpStatement;

void sp_statement_free (SpStatement *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpStatement, sp_statement_free)

SP_EXPORT const char *sp_subject_get_id (SpSubject subject);
SP_EXPORT const char *sp_action_get_id (SpAction action);
SP_EXPORT const char *sp_action_get_title (SpAction action);
SP_EXPORT const char *sp_modality_get_id (SpModality modality);
SP_EXPORT const char *sp_period_get_id (SpPeriod period);
SpPeriod              sp_period_parse (const char *id);

G_END_DECLS
