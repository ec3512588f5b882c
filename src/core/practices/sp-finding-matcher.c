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
  GPtrArray *statements;             /* (owned) (element-type SpStatement): by sentence */
  guint next_statement;              /* the first that belongs to no earlier sentence */
  GArray *owners;                    /* (owned) (element-type guint): rules that ask statements */
  GArray *settled;                   /* (owned) (element-type guint): rules done with the sentence */
};

/* A pattern that matched, while it is being judged. */
typedef struct
{
  const SpFindingRule *rule;
  const SpSentenceView *view;
  const SpRuleMatch *match;
  gboolean inside; /* the pattern counts only in a context of the rule */
  gboolean always; /* the pattern counts whatever else the sentence says */
  gboolean stated; /* a statement, no pattern */
  guint sentence;
  SpContextSet contexts;
  gboolean across; /* a neighbouring sentence had a part in it */
} Candidate;

static GArray *
list_owners (const SpFindingRegistry *registry)
{
  GArray *owners = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_detectors = sp_finding_registry_get_n_detectors (registry);

  for (guint i = 0; i < n_detectors; i++)
    if (sp_finding_registry_get_rule (registry, i)->statements->len > 0)
      g_array_append_val (owners, i);
  return owners;
}

/**
 * sp_finding_matcher_new:
 * @reading: must live longer
 * @statements: (element-type SpStatement): of its sentences, in their order
 *
 * Returns: (transfer full): a matcher for the sentences of @reading, to be asked in their order
 */
SpFindingMatcher *
sp_finding_matcher_new (const SpReading *reading, GPtrArray *statements)
{
  SpFindingMatcher *self = g_new0 (SpFindingMatcher, 1);

  self->registry = reading->registry;
  self->reading = reading;
  self->search = sp_rule_search_new (sp_finding_registry_get_match (reading->registry));
  self->statements = g_ptr_array_ref (statements);
  self->owners = list_owners (reading->registry);
  self->settled = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

void
sp_finding_matcher_free (SpFindingMatcher *self)
{
  sp_rule_search_free (self->search);
  g_ptr_array_unref (self->statements);
  g_array_unref (self->owners);
  g_array_unref (self->settled);
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

/* Whether what else the sentence says leaves the candidate what it is. */
static gboolean
is_backed (const SpFindingMatcher *self, const Candidate *candidate)
{
  const SpFindingRule *rule = candidate->rule;
  gboolean needs_also = rule->also->len > 0 && !candidate->inside && !candidate->stated;

  return (!candidate->inside || (candidate->contexts & rule->inside) != 0)
         && (!needs_also || sp_rule_list_match (rule->also, self->reading->scratch))
         && !sp_rule_list_match (rule->unless, self->reading->scratch);
}

static gboolean
is_confirmed (SpFindingMatcher *self, Candidate *candidate)
{
  const SpFindingRule *rule = candidate->rule;

  if (candidate->always)
    return TRUE;
  if (!is_backed (self, candidate))
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

/* What asks about the whole document waits for sp_finding_matcher_settle(). */
static gboolean
waits (const SpFindingVariant *variant)
{
  return variant->lacks != NULL || variant->has != NULL;
}

static const SpFindingVariant *
find_variant (SpFindingMatcher *self, Candidate *candidate)
{
  GPtrArray *variants = candidate->rule->variants;

  for (guint i = 0; i < variants->len; i++)
    {
      const SpFindingVariant *variant = variants->pdata[i];

      if (!waits (variant) && variant_holds (self, variant, candidate))
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
  const SpSentence *sentence = &self->reading->sentences[candidate->sentence];
  SpBlockFlags flags = self->reading->segments[sentence->segment].block->flags;
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

static gboolean
is_settled (const SpFindingMatcher *self, guint owner)
{
  for (guint i = self->settled->len; i-- > 0;)
    if (g_array_index (self->settled, guint, i) == owner)
      return TRUE;
  return FALSE;
}

/* Adds a detection, or what only looks like one; FALSE if it is neither. */
static gboolean
judge (SpFindingMatcher *self, Candidate *candidate, GArray *detections, GArray *misses)
{
  const SpContextRules *contexts = sp_finding_registry_get_contexts (self->registry);
  SpContextSet suppressing;

  candidate->contexts = self->reading->contexts[candidate->sentence]
                        | sp_context_rules_read_match (contexts, candidate->view, candidate->match);
  if (inherits_polarity (self, candidate->sentence, candidate->view, candidate->match))
    candidate->contexts |= sp_context_rules_find (contexts, "list-item");
  if (!is_confirmed (self, candidate))
    return FALSE;
  suppressing = get_suppressing (self, candidate);
  if (suppressing == 0)
    add_detection (self, candidate, detections);
  else
    add_miss (self, candidate, suppressing, misses);
  return TRUE;
}

static gboolean
judge_hit (SpFindingMatcher *self, guint sentence, const SpRuleHit *hit, const SpSentenceView *view,
           GArray *detections, GArray *misses)
{
  const SpFindingRule *rule = sp_finding_registry_get_rule (self->registry, hit->owner);
  Candidate candidate = { rule, view, &hit->match };

  candidate.sentence = sentence;
  candidate.inside = hit->rule >= rule->first_inside && hit->rule < rule->end_inside;
  candidate.always = hit->rule >= rule->end_inside && hit->rule < rule->end_always;
  return judge (self, &candidate, detections, misses);
}

/* --- Statements ------------------------------------------------------------------------------- */

/* The words of the view that make the statement; its verb may stand in the lead-in. */
static SpRuleMatch
locate (const SpFindingMatcher *self, const SpStatement *statement, const SpSentenceView *view)
{
  guint n_tokens;
  const SpToken *tokens = sp_segmentation_get_tokens (self->reading->segmentation, &n_tokens);
  SpRuleMatch match = { view->joint, view->joint + 1, view->joint };
  gboolean found = FALSE;

  for (guint i = view->joint; i < view->n_words; i++)
    {
      guint at = tokens[view->words[i].token].span.start;

      if (at < statement->span.start || at >= statement->span.end)
        continue;
      match.start = found ? match.start : i;
      match.verb = at <= statement->verb.start ? i : match.verb;
      match.end = i + 1;
      found = TRUE;
    }
  match.verb = MAX (match.verb, match.start);
  return match;
}

static const SpStatement *
find_statement (const SpFindingMatcher *self, guint sentence, const SpFindingRule *rule)
{
  for (guint i = self->next_statement; i < self->statements->len; i++)
    {
      const SpStatement *statement = self->statements->pdata[i];

      if (statement->sentence != sentence)
        break;
      for (guint j = 0; j < rule->statements->len; j++)
        if (sp_statement_case_holds (rule->statements->pdata[j], statement))
          return statement;
    }
  return NULL;
}

/* What no pattern of a detector saw, a statement may say. */
static void
judge_statements (SpFindingMatcher *self, guint sentence, const SpSentenceView *view, GArray *detections,
                  GArray *misses)
{
  while (self->next_statement < self->statements->len
         && ((SpStatement *) self->statements->pdata[self->next_statement])->sentence < sentence)
    self->next_statement++;

  for (guint i = 0; i < self->owners->len; i++)
    {
      guint owner = g_array_index (self->owners, guint, i);
      const SpFindingRule *rule = sp_finding_registry_get_rule (self->registry, owner);
      const SpStatement *statement = find_statement (self, sentence, rule);
      Candidate candidate = { rule, view, NULL };
      SpRuleMatch match;

      if (statement == NULL || is_settled (self, owner))
        continue;
      match = locate (self, statement, view);
      candidate.match = &match;
      candidate.sentence = sentence;
      candidate.stated = TRUE;
      judge (self, &candidate, detections, misses);
    }
}

/**
 * sp_finding_matcher_match:
 * @detections: (element-type SpDetection): gains those of @sentence
 * @misses: (element-type SpMiss): gains what did not count there
 */
void
sp_finding_matcher_match (SpFindingMatcher *self, guint sentence, GArray *detections, GArray *misses)
{
  const SpSentenceView *view = sp_reading_choose_view (self->reading, sentence);
  const SpRuleHit *hits;
  guint n_hits;

  sp_rule_scratch_load (self->reading->scratch, view);
  hits = sp_rule_search_run (self->search, self->reading->scratch, &n_hits);
  g_array_set_size (self->settled, 0);
  for (guint i = 0; i < n_hits; i++)
    {
      gboolean in_lead_in = hits[i].match.end <= view->joint && view->joint > 0;

      if (!in_lead_in && !is_settled (self, hits[i].owner)
          && judge_hit (self, sentence, &hits[i], view, detections, misses))
        g_array_append_val (self->settled, hits[i].owner);
    }
  judge_statements (self, sentence, view, detections, misses);
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

      if (!waits (variant) || (variant->lacks != NULL && fires_any (fired, variant->lacks))
          || (variant->has != NULL && !fires_any (fired, variant->has)))
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
