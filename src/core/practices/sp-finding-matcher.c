/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-finding-matcher.h"

#include <string.h>

#include "sp-finding-evidence.h"
#include "sp-finding-registry-private.h"

/* Section 8.7 of the rubric. */
#define CONFIDENCE_AGREED 0.95
#define CONFIDENCE_SINGLE 0.8
#define CONFIDENCE_ACROSS 0.6
#define CONFIDENCE_INHERITED 0.4
#define CONFIDENCE_DAMAGE 0.1

struct _SpFindingMatcher
{
  const SpFindingRegistry *registry; /* (not owned) */
  const SpReading *reading;          /* (not owned) */
  SpRuleSearch *search;              /* (owned) */
};

/* A pattern that matched, while it is being judged. */
typedef struct
{
  const SpFindingRule *rule;
  const SpSentenceView *view;
  const SpRuleMatch *match;
  gboolean inside; /* the pattern counts only in a context of the rule */
  guint sentence;
  SpContextSet contexts;
  gboolean across; /* a neighbouring sentence had a part in it */
} Candidate;

/**
 * sp_finding_matcher_new:
 * @reading: must live longer
 *
 * Returns: (transfer full): a matcher for the sentences of @reading
 */
SpFindingMatcher *
sp_finding_matcher_new (const SpReading *reading)
{
  SpFindingMatcher *self = g_new0 (SpFindingMatcher, 1);

  self->registry = reading->registry;
  self->reading = reading;
  self->search = sp_rule_search_new (sp_finding_registry_get_match (reading->registry));
  return self;
}

void
sp_finding_matcher_free (SpFindingMatcher *self)
{
  sp_rule_search_free (self->search);
  g_free (self);
}

/* --- Conditions ------------------------------------------------------------------------------- */

static gboolean
is_neighbour (const SpFindingMatcher *self, guint sentence, guint other)
{
  guint a = self->reading->sentences[sentence].segment;
  guint b = self->reading->sentences[other].segment;

  return sentence != other && MAX (a, b) - MIN (a, b) <= 1
         && self->reading->segments[b].block->kind != SP_BLOCK_HEADING;
}

static gboolean
matches_near (SpFindingMatcher *self, const SpFindingNear *near, guint sentence)
{
  guint first = sentence > near->within ? sentence - near->within : 0;
  guint end = MIN (sentence + near->within + 1, self->reading->n_sentences);

  for (guint i = first; i < end; i++)
    {
      if (!is_neighbour (self, sentence, i))
        continue;
      sp_rule_scratch_load (self->reading->other, sp_sentence_views_get (self->reading->views, i));
      if (sp_rule_list_match (near->rules, self->reading->other))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_confirmed (SpFindingMatcher *self, Candidate *candidate)
{
  const SpFindingRule *rule = candidate->rule;

  if ((candidate->inside && !(candidate->contexts & rule->inside))
      || (rule->also->len > 0 && !candidate->inside
          && !sp_rule_list_match (rule->also, self->reading->scratch))
      || sp_rule_list_match (rule->unless, self->reading->scratch))
    return FALSE;
  if (rule->near.rules == NULL || sp_rule_list_match (rule->near.rules, self->reading->scratch))
    return TRUE;
  candidate->across = matches_near (self, &rule->near, candidate->sentence);
  return candidate->across;
}

/* The contexts in which the words of the rule say nothing of what is done. */
static SpContextSet
get_suppressing (const SpFindingMatcher *self, const Candidate *candidate)
{
  const SpContextRules *contexts = sp_finding_registry_get_contexts (self->registry);

  return candidate->contexts & sp_context_rules_get_suppressing (contexts) & ~candidate->rule->allowed;
}

static gboolean
variant_holds (SpFindingMatcher *self, const SpFindingVariant *variant, Candidate *candidate)
{
  if ((variant->contexts != 0 && !(candidate->contexts & variant->contexts))
      || (candidate->contexts & variant->not_contexts) != 0
      || (variant->match->len > 0 && !sp_rule_list_match (variant->match, self->reading->scratch))
      || sp_rule_list_match (variant->unless, self->reading->scratch))
    return FALSE;
  if (variant->near.rules == NULL)
    return TRUE;
  if (!matches_near (self, &variant->near, candidate->sentence))
    return FALSE;
  candidate->across = TRUE;
  return TRUE;
}

/* Variants that ask about the whole document wait for sp_finding_matcher_settle(). */
static const SpFindingVariant *
find_variant (SpFindingMatcher *self, Candidate *candidate)
{
  GPtrArray *variants = candidate->rule->variants;

  for (guint i = 0; i < variants->len; i++)
    {
      const SpFindingVariant *variant = variants->pdata[i];

      if (variant->lacks == NULL && variant_holds (self, variant, candidate))
        return variant;
    }
  return NULL;
}

/* --- Detections ------------------------------------------------------------------------------- */

static gboolean
has_expected_tag (const SpFindingMatcher *self, const Candidate *candidate)
{
  guint segment = self->reading->sentences[candidate->sentence].segment;

  if (candidate->rule->categories == 0)
    return TRUE;
  for (guint i = 0; i < SP_N_CATEGORIES; i++)
    if (candidate->rule->categories >> i & 1 && sp_tagging_has_tag (self->reading->tagging, segment, i))
      return TRUE;
  return FALSE;
}

static double
rate (const SpFindingMatcher *self, const Candidate *candidate)
{
  const SpContextRules *contexts = sp_finding_registry_get_contexts (self->registry);
  SpBlockFlags flags = self->reading->segments[self->reading->sentences[candidate->sentence].segment].block->flags;
  double confidence = CONFIDENCE_SINGLE;

  if (candidate->contexts & sp_context_rules_find (contexts, "list-item"))
    confidence = CONFIDENCE_INHERITED;
  else if (candidate->across)
    confidence = CONFIDENCE_ACROSS;
  else if (has_expected_tag (self, candidate)
           && !(candidate->contexts & sp_context_rules_find (contexts, "hedged")))
    confidence = CONFIDENCE_AGREED;
  return flags & SP_BLOCK_DAMAGED ? confidence - CONFIDENCE_DAMAGE : confidence;
}

static SpEvidence
find_evidence (const SpFindingMatcher *self, const Candidate *candidate)
{
  const SpSentence *sentence = &self->reading->sentences[candidate->sentence];

  return (SpEvidence) { sentence->segment,
                        sp_finding_evidence_choose (self->reading->segmentation, sentence, candidate->view,
                                                    candidate->match) };
}

static void
add_detection (SpFindingMatcher *self, Candidate *candidate, GArray *detections)
{
  const SpFindingVariant *variant = find_variant (self, candidate);
  const SpDetector *detector = &candidate->rule->detector;
  SpDetection detection = { detector, NULL, detector->severity, candidate->sentence };

  detection.explanation = detector->explanation;
  if (variant != NULL)
    {
      detection.variant = variant->id;
      detection.severity = variant->severity;
      if (variant->explanation != NULL)
        detection.explanation = variant->explanation;
    }
  detection.evidence = find_evidence (self, candidate);
  detection.confidence = rate (self, candidate);
  g_array_append_val (detections, detection);
}

static void
add_miss (SpFindingMatcher *self, const Candidate *candidate, SpContextSet suppressing, GArray *misses)
{
  const SpContextRules *contexts = sp_finding_registry_get_contexts (self->registry);
  SpMiss miss = { &candidate->rule->detector, sp_context_rules_get_id (contexts, suppressing),
                  candidate->sentence, find_evidence (self, candidate) };

  g_array_append_val (misses, miss);
}

/* Whether only the lead-in makes the verb of an item what the pattern asks for. */
static gboolean
inherits_polarity (const SpFindingMatcher *self, guint sentence, const SpSentenceView *view,
                   const SpRuleMatch *match)
{
  const SpSentenceView *own = sp_sentence_views_get (self->reading->views, sentence);

  return view != own && match->verb >= view->joint
         && ((view->words[match->verb].flags ^ own->words[match->verb - view->joint].flags)
             & SP_VIEW_DENIED) != 0;
}

static void
judge (SpFindingMatcher *self, guint sentence, const SpRuleHit *hit, const SpSentenceView *view,
       GArray *detections, GArray *misses)
{
  const SpContextRules *contexts = sp_finding_registry_get_contexts (self->registry);
  const SpFindingRule *rule = sp_finding_registry_get_rule (self->registry, hit->owner);
  gboolean inside = hit->rule >= rule->first_inside && hit->rule < rule->end_inside;
  Candidate candidate = { rule, view, &hit->match, inside, sentence };
  SpContextSet suppressing;

  candidate.contexts
    = self->reading->contexts[sentence] | sp_context_rules_read_match (contexts, view, &hit->match);
  if (inherits_polarity (self, sentence, view, &hit->match))
    candidate.contexts |= sp_context_rules_find (contexts, "list-item");
  if (!is_confirmed (self, &candidate))
    return;
  suppressing = get_suppressing (self, &candidate);
  if (suppressing == 0)
    add_detection (self, &candidate, detections);
  else
    add_miss (self, &candidate, suppressing, misses);
}

/**
 * sp_finding_matcher_match:
 * @detections: (element-type SpDetection): gains those of @sentence, in the order of the registry
 * @misses: (element-type SpMiss): gains what did not count there, in the same order
 */
void
sp_finding_matcher_match (SpFindingMatcher *self, guint sentence, GArray *detections, GArray *misses)
{
  const SpSentenceView *view = sp_reading_choose_view (self->reading, sentence);
  const SpRuleHit *hits;
  guint n_hits;

  sp_rule_scratch_load (self->reading->scratch, view);
  hits = sp_rule_search_run (self->search, self->reading->scratch, &n_hits);
  for (guint i = 0; i < n_hits; i++)
    {
      gboolean in_lead_in = hits[i].match.end <= view->joint && view->joint > 0;
      gboolean repeated = i > 0 && hits[i - 1].owner == hits[i].owner
                          && !(hits[i - 1].match.end <= view->joint && view->joint > 0);

      if (!in_lead_in && !repeated)
        judge (self, sentence, &hits[i], view, detections, misses);
    }
}

/* What fired: the ids of detectors, and of those with a variant "ID:variant" too. */
static GHashTable *
list_fired (const GArray *detections)
{
  GHashTable *fired = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < detections->len; i++)
    {
      const SpDetection *detection = &g_array_index (detections, SpDetection, i);

      g_hash_table_add (fired, g_strdup (detection->detector->id));
      if (detection->variant != NULL)
        g_hash_table_add (fired, g_strdup_printf ("%s:%s", detection->detector->id, detection->variant));
    }
  return fired;
}

static gboolean
fires_any (GHashTable *fired, GStrv ids)
{
  for (guint i = 0; ids[i] != NULL; i++)
    if (g_hash_table_contains (fired, ids[i]))
      return TRUE;
  return FALSE;
}

static void
settle_variant (const SpFindingRule *rule, SpDetection *detection, GHashTable *fired)
{
  for (guint i = 0; detection->variant == NULL && i < rule->variants->len; i++)
    {
      const SpFindingVariant *variant = rule->variants->pdata[i];

      if (variant->lacks == NULL || fires_any (fired, variant->lacks))
        continue;
      detection->variant = variant->id;
      detection->severity = variant->severity;
      if (variant->explanation != NULL)
        detection->explanation = variant->explanation;
    }
}

static void
judge_document (const SpFindingRule *rule, const SpDocumentView *view, GArray *detections)
{
  for (guint i = 0; i < rule->cases->len; i++)
    {
      const SpDocumentCase *document_case = rule->cases->pdata[i];
      SpDetection detection = { &rule->detector, document_case->id, rule->detector.severity };

      if (!sp_document_case_holds (document_case, view, &detection.evidence, &detection.sentence))
        continue;
      detection.confidence = CONFIDENCE_SINGLE;
      detection.explanation = document_case->explanation != NULL ? document_case->explanation
                                                                 : rule->detector.explanation;
      g_array_append_val (detections, detection);
      return;
    }
}

/**
 * sp_finding_matcher_settle:
 * @view: the document, with the same detections
 * @detections: (element-type SpDetection): of all its sentences
 *
 * Decides what only the whole document shows: drops or turns detections that depend on the absence of
 * others, and adds those that no sentence makes.
 */
void
sp_finding_matcher_settle (SpFindingMatcher *self, const SpDocumentView *view, GArray *detections)
{
  g_autoptr (GHashTable) fired = list_fired (detections);
  guint n_detectors = sp_finding_registry_get_n_detectors (self->registry);

  for (guint i = detections->len; i-- > 0;)
    {
      SpDetection *detection = &g_array_index (detections, SpDetection, i);
      /* A rule begins with its detector. */
      const SpFindingRule *rule = (const SpFindingRule *) detection->detector;

      if (rule->lacks != NULL && fires_any (fired, rule->lacks))
        g_array_remove_index (detections, i);
      else
        settle_variant (rule, detection, fired);
    }

  for (guint i = 0; i < n_detectors; i++)
    {
      const SpFindingRule *rule = sp_finding_registry_get_rule (self->registry, i);

      if (rule->lacks == NULL || !fires_any (fired, rule->lacks))
        judge_document (rule, view, detections);
    }
}
