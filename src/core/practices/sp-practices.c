/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-practices.h"

#include <string.h>

#include "sp-contradiction-finder.h"
#include "sp-finding-matcher.h"
#include "sp-finding-registry-private.h"
#include "sp-frame-parser.h"
#include "sp-refused-row.h"

struct _SpPractices
{
  gatomicrefcount ref_count;
  SpFindingRegistry *registry; /* (owned): the detections point into it */
  GArray *detections;          /* (owned) (element-type SpDetection) */
  GArray *misses;              /* (owned) (element-type SpMiss) */
  GPtrArray *findings;         /* (owned) (element-type SpFinding) */
  GPtrArray *statements;       /* (owned) (element-type SpStatement) */
  GPtrArray *contradictions;   /* (owned) (element-type SpContradiction) */
  GPtrArray *data_map;         /* (owned) (element-type SpDataFlow) */
};

static void
finding_free (SpFinding *finding)
{
  g_array_unref (finding->evidence);
  g_free (finding);
}

static int
compare_detections (gconstpointer a, gconstpointer b)
{
  const SpDetection *one = a;
  const SpDetection *other = b;
  int order = sp_span_compare (one->evidence.span, other->evidence.span);

  if (order == 0)
    order = strcmp (one->detector->id, other->detector->id);
  return order;
}

static SpFinding *
new_finding (const SpDetection *detection)
{
  SpFinding *finding = g_new0 (SpFinding, 1);

  finding->detector = detection->detector;
  finding->severity = SP_SEVERITY_GOOD;
  finding->evidence = g_array_new (FALSE, FALSE, sizeof (SpEvidence));
  return finding;
}

/* Whether one severity says more about a finding: the graver, but a promise more than a remark. */
static gboolean
says_more (SpSeverity severity, SpSeverity than)
{
  if (severity == SP_SEVERITY_GOOD || than == SP_SEVERITY_GOOD)
    return severity != than && (than == SP_SEVERITY_NOTE || severity < SP_SEVERITY_NOTE);
  return severity < than;
}

/* The first detection, or one that says more, speaks for the finding. */
static void
weigh_detection (SpFinding *finding, const SpDetection *detection, gboolean is_first)
{
  if (is_first || says_more (detection->severity, finding->severity))
    {
      finding->variant = detection->variant;
      finding->severity = detection->severity;
      finding->explanation = detection->explanation;
    }
  finding->confidence = MAX (finding->confidence, detection->confidence);
}

static int
compare_findings (gconstpointer a, gconstpointer b)
{
  const SpFinding *one = *(SpFinding *const *) a;
  const SpFinding *other = *(SpFinding *const *) b;
  int order;

  if (one->severity != other->severity)
    return one->severity < other->severity ? -1 : 1;
  order = sp_span_compare (g_array_index (one->evidence, SpEvidence, 0).span,
                           g_array_index (other->evidence, SpEvidence, 0).span);
  return order != 0 ? order : strcmp (one->detector->id, other->detector->id);
}

static void
collect_findings (SpPractices *self, GHashTable *by_detector)
{
  for (guint i = 0; i < self->detections->len; i++)
    {
      const SpDetection *detection = &g_array_index (self->detections, SpDetection, i);
      SpFinding *finding = g_hash_table_lookup (by_detector, detection->detector);
      gboolean is_first = finding == NULL;

      if (!detection->detector->is_finding)
        continue;
      if (is_first)
        {
          finding = new_finding (detection);
          g_hash_table_insert (by_detector, (gpointer) detection->detector, finding);
          g_ptr_array_add (self->findings, finding);
        }
      weigh_detection (finding, detection, is_first);
    }
}

/* Adds the places that make a finding as grave as it is, or the others. */
static void
add_evidence (SpPractices *self, GHashTable *by_detector, gboolean gravest)
{
  for (guint i = 0; i < self->detections->len; i++)
    {
      const SpDetection *detection = &g_array_index (self->detections, SpDetection, i);
      SpFinding *finding = g_hash_table_lookup (by_detector, detection->detector);

      if (finding != NULL && (detection->severity == finding->severity) == gravest)
        g_array_append_val (finding->evidence, detection->evidence);
    }
}

static void
group_findings (SpPractices *self)
{
  g_autoptr (GHashTable) by_detector = g_hash_table_new (NULL, NULL);

  collect_findings (self, by_detector);
  add_evidence (self, by_detector, TRUE);
  add_evidence (self, by_detector, FALSE);
  g_ptr_array_sort (self->findings, compare_findings);
}

static void
find_detections (SpPractices *self, const SpPracticesInput *input, const SpReading *reading,
                 GCancellable *cancellable)
{
  g_autoptr (SpFindingMatcher) matcher = sp_finding_matcher_new (reading, self->statements);
  SpDocumentView view
    = { input->segmentation, input->tagging, input->facts, input->n_words, self->detections };

  for (guint i = 0; i < reading->n_sentences && !g_cancellable_is_cancelled (cancellable); i++)
    sp_finding_matcher_match (matcher, i, self->detections, self->misses);
  sp_finding_matcher_settle (matcher, &view, self->detections);
  g_array_sort (self->detections, compare_detections);
}

static void
find_statements (SpPractices *self, const SpPracticesInput *input, const SpReading *reading,
                 GCancellable *cancellable)
{
  const SpFrameLexicon *frames = sp_finding_registry_get_frames (self->registry);
  g_autoptr (SpFrameParser) parser = NULL;

  if (frames == NULL)
    return;
  parser = sp_frame_parser_new (frames, sp_finding_registry_get_ontology (self->registry), reading,
                                input->facts);
  for (guint i = 0; i < reading->n_sentences && !g_cancellable_is_cancelled (cancellable); i++)
    sp_frame_parser_read (parser, i, self->statements);
  sp_statements_deny_refused_rows (self->statements, frames, input->segmentation);
}

/* Sentences are read once, for statements and for the detectors, some of which ask about statements. */
static void
read_sentences (SpPractices *self, const SpPracticesInput *input, GCancellable *cancellable)
{
  g_autoptr (SpReading) reading = sp_reading_new (self->registry, input->segmentation, input->tagging);

  find_statements (self, input, reading, cancellable);
  find_detections (self, input, reading, cancellable);
}

static GPtrArray *
find_contradictions (SpPractices *self, SpSegmentation *segmentation)
{
  const SpContradictionRules *rules = sp_finding_registry_get_contradictions (self->registry);

  return rules != NULL
           ? sp_contradictions_find (rules, segmentation, self->statements, self->detections)
           : g_ptr_array_new ();
}

/* Who gets what is passed on to nobody in particular. */
static const SpConcept *
find_others (SpFindingRegistry *registry)
{
  const SpOntology *ontology = sp_finding_registry_get_ontology (registry);

  return ontology != NULL ? sp_ontology_find (ontology, SP_CONCEPT_ENTITY, "third-parties") : NULL;
}

/**
 * sp_practices_new:
 * @cancellable: (nullable): once cancelled, what is missing is not looked for
 *
 * Runs all detectors on all sentences, and takes each apart into statements. A document in a language that the registry does not read is not
 * looked at: rules for one language misread every other. Any thread.
 *
 * Returns: (transfer full): the detections by (place, id), the findings, the gravest first, and the
 *   statements by place
 */
SpPractices *
sp_practices_new (const SpPracticesInput *input, SpFindingRegistry *registry, GCancellable *cancellable)
{
  SpPractices *self = g_new0 (SpPractices, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->registry = sp_finding_registry_ref (registry);
  self->detections = g_array_new (FALSE, FALSE, sizeof (SpDetection));
  self->misses = g_array_new (FALSE, FALSE, sizeof (SpMiss));
  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) finding_free);
  self->statements = g_ptr_array_new_with_free_func ((GDestroyNotify) sp_statement_free);
  if (sp_finding_registry_reads (registry, input->language))
    read_sentences (self, input, cancellable);
  group_findings (self);
  self->contradictions = find_contradictions (self, input->segmentation);
  self->data_map = sp_data_map_new (self->statements, find_others (registry));
  return self;
}

SpPractices *
sp_practices_ref (SpPractices *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
sp_practices_unref (SpPractices *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->detections);
  g_array_unref (self->misses);
  g_ptr_array_unref (self->findings);
  g_ptr_array_unref (self->contradictions);
  g_ptr_array_unref (self->data_map);
  g_ptr_array_unref (self->statements);
  sp_finding_registry_unref (self->registry);
  g_free (self);
}

const SpDetection *
sp_practices_get_detections (SpPractices *self, guint *n_detections)
{
  *n_detections = self->detections->len;
  return (const SpDetection *) (gpointer) self->detections->data;
}

/**
 * sp_practices_get_misses:
 *
 * Returns: (array length=n_misses) (transfer none): in reading order, where a detector's words stand
 *   without saying what is done: in headings and questions, definitions, advice, about others
 */
const SpMiss *
sp_practices_get_misses (SpPractices *self, guint *n_misses)
{
  *n_misses = self->misses->len;
  return (const SpMiss *) (gpointer) self->misses->data;
}

/**
 * sp_practices_count:
 * @variant: (nullable): a variant, "plain" for detections without one, %NULL for all
 *
 * Returns: how often a detector fired
 */
guint
sp_practices_count (SpPractices *self, const char *detector_id, const char *variant)
{
  guint n = 0;

  for (guint i = 0; i < self->detections->len; i++)
    {
      const SpDetection *detection = &g_array_index (self->detections, SpDetection, i);
      const char *name = detection->variant != NULL ? detection->variant : "plain";

      if (g_str_equal (detection->detector->id, detector_id))
        n += variant == NULL || g_str_equal (variant, name);
    }
  return n;
}

GPtrArray *
sp_practices_get_findings (SpPractices *self)
{
  return self->findings;
}

/**
 * sp_practices_get_statements:
 *
 * Returns: (transfer none) (element-type SpStatement): by place
 */
GPtrArray *
sp_practices_get_statements (SpPractices *self)
{
  return self->statements;
}

/**
 * sp_practices_get_contradictions:
 *
 * Returns: (transfer none) (element-type SpContradiction): by kind, then by place
 */
GPtrArray *
sp_practices_get_contradictions (SpPractices *self)
{
  return self->contradictions;
}

/**
 * sp_practices_get_data_map:
 *
 * Returns: (transfer none) (element-type SpDataFlow): in the order of the ontology
 */
GPtrArray *
sp_practices_get_data_map (SpPractices *self)
{
  return self->data_map;
}
