/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-analyzer.h"

#include <glib/gi18n-lib.h>

#include "sp-analysis-private.h"
#include "sp-importer.h"
#include "sp-language-id.h"
#include "sp-worker.h"

struct _SpAnalyzer
{
  GObject parent_instance;

  SpKnowledge *knowledge; /* (owned) */
  SpWorker *worker;       /* (owned) (nullable): started by the first asynchronous call */
};

G_DEFINE_FINAL_TYPE (SpAnalyzer, sp_analyzer, G_TYPE_OBJECT)

static void
sp_analyzer_finalize (GObject *object)
{
  SpAnalyzer *self = SP_ANALYZER (object);

  g_clear_pointer (&self->worker, sp_worker_shutdown);
  g_clear_pointer (&self->knowledge, sp_knowledge_unref);
  G_OBJECT_CLASS (sp_analyzer_parent_class)->finalize (object);
}

static void
sp_analyzer_class_init (SpAnalyzerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sp_analyzer_finalize;
}

static void
sp_analyzer_init (SpAnalyzer *self)
{
}

/**
 * sp_analyzer_new:
 *
 * Returns: (transfer full): an analyzer
 */
SpAnalyzer *
sp_analyzer_new (SpKnowledge *knowledge)
{
  SpAnalyzer *self = g_object_new (SP_TYPE_ANALYZER, NULL);

  self->knowledge = sp_knowledge_ref (knowledge);
  return self;
}

static void
read_language (SpAnalysis *analysis, const SpKnowledge *knowledge, GCancellable *cancellable)
{
  analysis->language = sp_language_identify_document (analysis->document).code;
  analysis->segmentation = sp_segmentation_new (analysis->document, cancellable);
  sp_readability_measure (analysis->segmentation, &analysis->readability);
  sp_vagueness_measure (analysis->segmentation, sp_knowledge_get_vague_terms (knowledge),
                        analysis->readability.words, &analysis->vagueness);
  sp_facts_find (analysis->segmentation, sp_knowledge_get_fact_cues (knowledge), &analysis->facts);
  analysis->reference = sp_reference_ref ((SpReference *) sp_knowledge_get_reference (knowledge));
}

static void
find_practices (SpAnalysis *analysis, SpFindingRegistry *registry, GCancellable *cancellable)
{
  SpPracticesInput input = {
    analysis->segmentation, analysis->tagging,  &analysis->facts,
    analysis->readability.words, analysis->language,
  };

  analysis->practices = sp_practices_new (&input, registry, cancellable);
}

static void
assess (SpAnalysis *analysis, const SpKnowledge *knowledge)
{
  SpAssessmentInput input = {
    analysis->document,    analysis->segmentation, analysis->tagging,    analysis->practices,
    &analysis->facts,      &analysis->readability, &analysis->vagueness, analysis->language,
  };

  input.packs = sp_knowledge_get_packs (knowledge);
  analysis->assessment = sp_assessment_new (sp_knowledge_get_rubric (knowledge), &input);
}

/* A catalogue says of itself what it is; without one there is nothing to be said. */
static gboolean
has_translation (void)
{
  return *g_dgettext (GETTEXT_PACKAGE, "") != '\0';
}

/**
 * sp_analyzer_analyze:
 * @progress: (nullable): told of each stage
 *
 * Reads and judges one source. Any thread; blocks.
 *
 * Errors: those of sp_importer_read(), %G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full): the whole result
 */
SpAnalysis *
sp_analyzer_analyze (SpAnalyzer *self, const SpSource *source, SpProgress *progress,
                     GCancellable *cancellable, GError **error)
{
  g_autoptr (SpAnalysis) analysis = g_object_new (SP_TYPE_ANALYSIS, NULL);
  const SpTagger *tagger = sp_knowledge_get_tagger (self->knowledge);
  const SpRubric *rubric = sp_knowledge_get_rubric (self->knowledge);
  SpFindingRegistry *registry = (SpFindingRegistry *) sp_knowledge_get_registry (self->knowledge);

  sp_progress_report (progress, 0.0, _("Reading"));
  analysis->source = sp_source_copy (source);
  analysis->is_translated = has_translation ();
  analysis->document = sp_importer_read (source, cancellable, error);
  if (analysis->document == NULL)
    return NULL;

  sp_progress_report (progress, 0.4, _("Splitting into sentences"));
  read_language (analysis, self->knowledge, cancellable);

  sp_progress_report (progress, 0.6, _("Tagging clauses"));
  analysis->tagging = sp_tagging_new (analysis->segmentation, tagger, cancellable);

  sp_progress_report (progress, 0.8, _("Looking for practices"));
  find_practices (analysis, registry, cancellable);
  /* A cancelled stage stops early and hands over what it has: nothing of that may get out. */
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  sp_progress_report (progress, 0.9, _("Scoring"));
  assess (analysis, self->knowledge);
  analysis->rubric_version = g_strdup (sp_rubric_get_version (rubric));
  analysis->model_version = g_strdup (sp_tagger_get_model_version (tagger));
  sp_progress_report (progress, 1.0, _("Done"));
  return g_steal_pointer (&analysis);
}

/* What a task in the worker needs: copies and references, never a widget. */
typedef struct
{
  SpSource *source;     /* (owned) (nullable) */
  GFile *file;          /* (owned) (nullable): read first if there is no source */
  SpProgress *progress; /* (owned) (nullable) */
} Job;

static void
job_free (Job *job)
{
  g_clear_pointer (&job->source, sp_source_free);
  g_clear_object (&job->file);
  g_clear_object (&job->progress);
  g_free (job);
}

static void
analyze_in_worker (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  SpAnalyzer *self = source_object;
  Job *job = task_data;
  SpAnalysis *analysis;
  GError *error = NULL;

  if (job->source == NULL)
    job->source = sp_source_new_for_file (job->file, cancellable, &error);
  analysis = job->source != NULL
               ? sp_analyzer_analyze (self, job->source, job->progress, cancellable, &error)
               : NULL;
  if (analysis == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, analysis, g_object_unref);
}

static void
push_job (SpAnalyzer *self, Job *job, GCancellable *cancellable, GAsyncReadyCallback callback,
          gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, push_job);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  if (self->worker == NULL)
    self->worker = sp_worker_new ("analysis");
  sp_worker_push (self->worker, task, analyze_in_worker);
}

/**
 * sp_analyzer_analyze_async:
 *
 * sp_analyzer_analyze() in the analyzer's own thread, one after another. @source is copied.
 */
void
sp_analyzer_analyze_async (SpAnalyzer *self, const SpSource *source, SpProgress *progress,
                           GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  job->source = sp_source_copy (source);
  job->progress = progress != NULL ? g_object_ref (progress) : NULL;
  push_job (self, job, cancellable, callback, user_data);
}

/**
 * sp_analyzer_analyze_file_async:
 *
 * The same for a file, which is read in that thread too.
 */
void
sp_analyzer_analyze_file_async (SpAnalyzer *self, GFile *file, SpProgress *progress,
                                GCancellable *cancellable, GAsyncReadyCallback callback,
                                gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  job->file = g_object_ref (file);
  job->progress = progress != NULL ? g_object_ref (progress) : NULL;
  push_job (self, job, cancellable, callback, user_data);
}

/**
 * sp_analyzer_analyze_finish:
 *
 * Returns: (transfer full): the result, or %NULL with @error set
 */
SpAnalysis *
sp_analyzer_analyze_finish (SpAnalyzer *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
