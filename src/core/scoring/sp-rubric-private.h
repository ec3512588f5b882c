/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-condition.h"
#include "sp-rubric.h"
#include "sp-score.h"
#include "sp-summary-rules.h"

G_BEGIN_DECLS

/**
 * SpRule:
 * @note: (nullable): why this level, for people
 *
 * The first rule of a question whose condition holds gives its answer.
 */
typedef struct
{
  SpAnswerState state;
  double level;
  SpCondition *when; /* (owned) */
  const char *note;
} SpRule;

/**
 * SpMeasure:
 *
 * What computes a question of Clarity.
 */
typedef enum
{
  SP_MEASURE_NONE,
  SP_MEASURE_READING_EASE,
  SP_MEASURE_VAGUENESS,
  SP_MEASURE_STRUCTURE,
  SP_MEASURE_LENGTH,
  SP_MEASURE_CONSISTENCY,
} SpMeasure;

/**
 * SpScale:
 * @zero: the value that is worth 0
 * @full: the value that is worth 1, above or below @zero
 */
typedef struct
{
  double zero;
  double full;
} SpScale;

/* The scales of all measures; each measure reads its own. Contradictions are weighed one by one. */
typedef struct
{
  SpScale flesch, grade, per_1000, minutes;
  SpScale headings_per_1000, section_words, items_per_1000, paragraph_words;
  double per_contradiction, per_narrowing;
  guint min_words;
} SpScales;

/**
 * SpNear:
 * @names: (element-type utf8): interned; detectors that fired, tags or facts
 * @reason: why none of them is an answer, for people
 */
typedef struct
{
  GPtrArray *names; /* (owned) */
  const char *reason;
} SpNear;

/**
 * SpRubricItem:
 * @rules: (element-type SpRule): in order, the first that holds answers
 * @deductions: (element-type SpRule): instead of rules: each that holds costs one level
 * @sought: (element-type utf8): the names that its rules ask for, interned
 * @near: (element-type SpNear): what comes near an answer, the nearest first
 * @not_applicable_note: (nullable): said where @applies_when does not hold
 * @otherwise_note: (nullable): said where no rule holds
 */
typedef struct
{
  SpQuestion question;
  SpCondition *applies_when; /* (owned) (nullable) */
  GArray *levels;            /* (owned) (element-type SpRubricLevel) */
  GPtrArray *rules;          /* (owned) */
  GPtrArray *deductions;     /* (owned) */
  GPtrArray *sought;         /* (owned) */
  GPtrArray *near;           /* (owned) */
  SpMeasure measure;
  SpScales scales;
  const char *not_applicable_note;
  const char *otherwise_note;
} SpRubricItem;

/**
 * SpCapRule:
 * @at_most: 'A'…'E', or 0 where the grade only becomes uncertain
 * @severity: with @at_least: so many findings of this severity
 * @transparency_below: or NaN
 * @answered_at_most: whole per cent, or NaN
 */
typedef struct
{
  const char *id;
  const char *message;
  char at_most;
  SpSeverity severity;
  guint at_least;
  double transparency_below;
  double answered_at_most;
} SpCapRule;

typedef struct
{
  char grade;
  double from;
} SpGradeBound;

/* What makes a grade out of sums. */
typedef struct
{
  double weights[SP_N_DIMENSIONS];
  double unanswered;
  double close_to;
  GArray *bounds; /* (owned) (element-type SpGradeBound): the best first */
  GArray *caps;   /* (owned) (element-type SpCapRule) */
  guint min_words;
  guint min_categories;
  double min_is_policy;
  const char *language;
} SpGrading;

/**
 * SpTrust:
 * @damages: (element-type utf8): the diagnostics that tell of damage
 * @damage: what each kind costs
 * @damaged_clause: what it costs if every clause is damaged
 * @long_block: bytes from which a block is damage too: its paragraphs were lost
 */
typedef struct
{
  double high;
  double low;
  GPtrArray *damages; /* (owned) */
  double damage;
  double damaged_clause;
  gsize long_block;
} SpTrust;

struct _SpRubric
{
  gatomicrefcount ref_count;
  JsonNode *root;              /* (owned): all strings point into it */
  SpFindingRegistry *registry; /* (owned) (nullable) */
  const char *version;
  GPtrArray *items;            /* (owned) (element-type SpRubricItem) */
  SpSummaryRules *summary;     /* (owned) (nullable) */
  SpGrading grading;
  SpTrust trust;
};

SpRubric *sp_rubric_new_from_json (const char *json, const SpFindingRegistry *registry, GError **error);

const SpRubricItem *sp_rubric_get_item (const SpRubric *self, guint index);

gboolean sp_rubric_read_grading (JsonObject *object, SpGrading *grading, SpTrust *trust,
                                 GError **error);
void     sp_rule_free (SpRule *self);
gboolean sp_rubric_is_known_name (const char *name, const char *variant, gpointer registry);
void     sp_grading_clear (SpGrading *self);
void     sp_trust_clear (SpTrust *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpRule, sp_rule_free)

G_END_DECLS
