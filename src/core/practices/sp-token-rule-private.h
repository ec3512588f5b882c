/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A compiled pattern, for who compiles it (sp-token-rule.c) and who runs it (sp-rule-scratch.c). */

#include "sp-token-rule.h"

G_BEGIN_DECLS

#define SP_RULE_ANY_GAP G_MAXUINT

/* One atom of a rule and the elements that it can stand for. */
typedef struct
{
  guint atom;
  guint64 mask;
} SpRuleAtom;

struct _SpTokenRule
{
  const char *pattern; /* (not owned): for messages while it is parsed, then %NULL */
  guint n_elements;
  guint gaps[SP_TOKEN_RULE_MAX_ELEMENTS]; /* words that may stand before each element */
  guint64 with_gap;
  guint64 optional;
  guint64 first;    /* elements that a match may begin with */
  guint64 affirmed; /* elements that want an affirmed word */
  guint64 denied;
  gboolean at_start;
  gboolean at_end;
  guint end_gap;    /* words that may stand between the last element and the end */
  GArray *atoms;    /* (owned) (element-type SpRuleAtom) */
  GArray *keys;     /* (owned) (element-type guint): one of these atoms must occur */
};

/* The elements that may not be missing. */
static inline guint64
sp_token_rule_get_required (const SpTokenRule *self)
{
  return ((G_GUINT64_CONSTANT (1) << self->n_elements) - 1) & ~self->optional;
}

G_END_DECLS
