/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-pack-set.h"
#include "sp-rubric-private.h"

G_BEGIN_DECLS

/**
 * SpPackEntry:
 * @rules: (element-type SpRule): in order, the first that holds gives the state
 * @sought: (element-type utf8): the names that its rules ask for, interned
 * @near: (element-type SpNear): what comes near, the nearest first
 * @not_applicable_note: (nullable): said where @applies_when does not hold, or there are no rules
 *
 * An item of a pack with the rules that decide on it.
 */
typedef struct
{
  SpPackItem item;
  SpCondition *applies_when; /* (owned) (nullable) */
  GPtrArray *rules;          /* (owned) */
  GPtrArray *sought;         /* (owned) */
  GPtrArray *near;           /* (owned) */
  const char *not_applicable_note;
} SpPackEntry;

/**
 * SpPackHint:
 * @title: what the words speak of ("the GDPR"), translated when shown
 * @words: what hints at the law; words in capitals are meant in capitals only
 * @except: (nullable): longer phrases in which the words mean something else
 */
typedef struct
{
  const char *title;
  GStrv words;  /* (owned) */
  GStrv except; /* (owned) (nullable) */
} SpPackHint;

/**
 * SpPack:
 * @hints: (element-type SpPackHint): the most telling first
 *
 * A file of data/knowledge/packs/.
 */
typedef struct
{
  SpPackInfo info;
  JsonNode *root;   /* (owned): all strings point into it */
  GPtrArray *hints; /* (owned) */
} SpPack;

SpPack *sp_pack_new (JsonNode *root, JsonObject *sets, const SpFindingRegistry *registry, GError **error);
void    sp_pack_free (SpPack *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpPack, sp_pack_free)

const SpPack *sp_pack_set_get (const SpPackSet *self, guint index);

char *sp_pack_describe_hints (const SpPack *self, const char *text);

/**
 * SpPackInput:
 * @text: in which the hints are looked for
 * @date: (nullable): of the policy, ISO 8601
 */
typedef struct
{
  const SpObservations *observations;
  const char *text;
  const char *date;
} SpPackInput;

GPtrArray *sp_pack_coverage_find (const SpPackSet *set, const SpPackInput *input);

G_END_DECLS
