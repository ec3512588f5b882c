/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-contradiction.h"
#include "sp-json-private.h"

G_BEGIN_DECLS

/**
 * SpDetectionName:
 * @variant: (nullable): interned; "plain" for detections without one, %NULL for any
 */
typedef struct
{
  char *id;
  const char *variant;
} SpDetectionName;

gboolean sp_detection_name_matches (const SpDetectionName *name, const SpDetection *detection);

/**
 * SpContradictionPair:
 * @a: (element-type SpDetectionName): any of these on one side, the best evidence first
 * @b: (element-type SpDetectionName): any of these on the other, likewise
 * @adjacent: whether sentences that follow each other count as two places
 *
 * Detections that are hard to reconcile when both stand in one document.
 */
typedef struct
{
  const char *kind; /* interned */
  char *explanation;
  GArray *a;
  GArray *b;
  double confidence;
  gboolean adjacent;
} SpContradictionPair;

/**
 * SpAnnouncement:
 * @names_heading: the words in quotation marks name a heading, and it is broken if there is none such;
 *   else the detector fires only where the promise is broken
 * @kept_by_heading: (nullable): in small letters: a heading with these words keeps the promise, for what
 *   stands under it may be a link
 *
 * A detector of sentences that announce what stands elsewhere in the text: a broken promise, X4.
 */
typedef struct
{
  char *detector;
  char *explanation;
  gboolean names_heading;
  char *kept_by_heading;
} SpAnnouncement;

/**
 * SpContradictionRules:
 *
 * What counts as hard to reconcile, from data/knowledge/contradictions.json. Immutable; any thread.
 *
 * - "kinds": an explanation for each kind of the table of statements (C1–C5, N1–N4); “{data}” and
 *   “{denied}” stand for the data affirmed and the data denied;
 * - "too_wide": data that name nothing in particular; "too_wide_to_collect": those of which every policy
 *   collects some, so that a denial only speaks of its place in the text;
 * - "read_alike": data that readers do not tell apart (“your information”, “personal information”);
 * - "expected_recipients", "expected_purposes": what readers expect behind a denial all the same (“… except
 *   our providers”, “… except where a court asks”);
 * - "affirmations", "denials": detectors of flat sentences, one of which must have fired beside a
 *   statement: two readings of a sentence have to agree before it contradicts another;
 * - "pairs": rows of detectors, any of "a" against any of "b", for X1–X3 and for plain conflicts;
 * - "announcements": detectors of what the text promises and does not hold, X4.
 */
typedef struct _SpContradictionRules SpContradictionRules;

SpContradictionRules *sp_contradiction_rules_new (JsonObject *object, GError **error);
void                  sp_contradiction_rules_free (SpContradictionRules *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpContradictionRules, sp_contradiction_rules_free)

const char *sp_contradiction_rules_get_explanation (const SpContradictionRules *self, const char *kind);
GStrv       sp_contradiction_rules_get_too_wide (const SpContradictionRules *self);
GStrv       sp_contradiction_rules_get_too_wide_to_collect (const SpContradictionRules *self);
GStrv       sp_contradiction_rules_get_read_alike (const SpContradictionRules *self);
GStrv       sp_contradiction_rules_get_expected_recipients (const SpContradictionRules *self);
GStrv       sp_contradiction_rules_get_expected_purposes (const SpContradictionRules *self);
gboolean    sp_contradiction_rules_affirm (const SpContradictionRules *self, const SpDetection *detection);
gboolean    sp_contradiction_rules_deny (const SpContradictionRules *self, const SpDetection *detection);
GPtrArray  *sp_contradiction_rules_get_pairs (const SpContradictionRules *self);
GPtrArray  *sp_contradiction_rules_get_announcements (const SpContradictionRules *self);

G_END_DECLS
