/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-evaluation.h"

#include <string.h>

#include "sp-corpus.h"

#define N_RESAMPLES 1000

/* What a tagger said of one example. */
typedef struct
{
  guint policy; /* number of its document */
  guint expected;
  guint given;
  SpTagScores scores;
} Outcome;

typedef struct
{
  double micro;
  double macro;
} Figures;

SpEvaluation *
sp_evaluation_new (void)
{
  SpEvaluation *self = g_new0 (SpEvaluation, 1);

  self->outcomes = g_array_new (FALSE, FALSE, sizeof (Outcome));
  return self;
}

void
sp_evaluation_free (SpEvaluation *self)
{
  g_array_unref (self->outcomes);
  g_free (self);
}

static guint
choose_labels (const SpTagger *tagger, const SpTagScores *scores)
{
  SpTag tags[SP_N_CATEGORIES];
  guint n = sp_tagger_choose (tagger, scores, tags), labels = 0;

  for (guint i = 0; i < n; i++)
    labels |= 1U << tags[i].category;
  return labels;
}

static void
evaluate_document (SpEvaluation *self, const SpTagger *tagger, const SpExample *const *examples,
                   guint n, guint policy)
{
  g_autofree SpTagInput *inputs = g_new0 (SpTagInput, n);
  g_autofree SpTagScores *scores = g_new (SpTagScores, n);

  for (guint i = 0; i < n; i++)
    inputs[i] = (SpTagInput) { examples[i]->text, strlen (examples[i]->text), NULL };
  sp_tagger_score (tagger, inputs, n, scores);

  for (guint i = 0; i < n; i++)
    {
      guint given = choose_labels (tagger, &scores[i]);
      Outcome outcome = { policy, examples[i]->labels, given, scores[i] };

      if (outcome.expected != 0)
        g_array_append_val (self->outcomes, outcome);
      else
        self->n_skipped++;
    }
}

static guint
count_policies (const SpEvaluation *self)
{
  guint n = self->outcomes->len;

  return n > 0 ? g_array_index (self->outcomes, Outcome, n - 1).policy + 1 : 0;
}

/**
 * sp_evaluation_add:
 * @examples: (element-type SpExample): neighbours of one policy are scored together
 *
 * Lets @tagger tag @examples and keeps what it said.
 */
void
sp_evaluation_add (SpEvaluation *self, const SpTagger *tagger, GPtrArray *examples)
{
  const SpExample *const *all = (const SpExample *const *) examples->pdata;
  guint policy = count_policies (self);

  for (guint start = 0, end; start < examples->len; start = end, policy++)
    {
      for (end = start + 1; end < examples->len && all[start]->policy != NULL &&
                            g_strcmp0 (all[start]->policy, all[end]->policy) == 0; end++)
        ;
      evaluate_document (self, tagger, all + start, end - start, policy);
    }
}

static double
get_f1 (const SpCounts *counts)
{
  double all = 2 * counts->hits + counts->false_alarms + counts->misses;

  return all > 0.0 ? 2 * counts->hits / all : 0.0;
}

/* @times: how often each outcome counts, or NULL for once. */
static void
count (const SpEvaluation *self, const guint *times, SpCounts counts[SP_N_CATEGORIES])
{
  memset (counts, 0, SP_N_CATEGORIES * sizeof *counts);
  for (guint i = 0; i < self->outcomes->len; i++)
    {
      const Outcome *outcome = &g_array_index (self->outcomes, Outcome, i);
      guint n = times != NULL ? times[outcome->policy] : 1;

      for (guint label = 0; label < SP_N_CATEGORIES; label++)
        {
          guint expected = outcome->expected >> label & 1, given = outcome->given >> label & 1;

          counts[label].hits += n * (expected & given);
          counts[label].false_alarms += n * (given & ~expected);
          counts[label].misses += n * (expected & ~given);
        }
    }
}

static Figures
summarise (const SpCounts counts[SP_N_CATEGORIES])
{
  SpCounts all = { 0 };
  Figures figures = { 0 };

  for (guint label = 0; label < SP_N_CATEGORIES; label++)
    {
      all.hits += counts[label].hits;
      all.false_alarms += counts[label].false_alarms;
      all.misses += counts[label].misses;
      figures.macro += get_f1 (&counts[label]) / SP_N_CATEGORIES;
    }
  figures.micro = get_f1 (&all);
  return figures;
}

double
sp_evaluation_get_micro_f1 (const SpEvaluation *self)
{
  SpCounts counts[SP_N_CATEGORIES];

  count (self, NULL, counts);
  return summarise (counts).micro;
}

double
sp_evaluation_get_macro_f1 (const SpEvaluation *self)
{
  SpCounts counts[SP_N_CATEGORIES];

  count (self, NULL, counts);
  return summarise (counts).macro;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return first < second ? -1 : first > second;
}

/* The figures of one evaluation, or what one gains over another, by draws; sorted apart. */
typedef struct
{
  double micro[N_RESAMPLES];
  double macro[N_RESAMPLES];
} Draws;

static Figures
draw_figures (const SpEvaluation *self, const guint *times)
{
  SpCounts counts[SP_N_CATEGORIES];

  count (self, times, counts);
  return summarise (counts);
}

/* Draws documents with replacement: segments of one document are no independent draws. */
static Draws *
resample (const SpEvaluation *self, const SpEvaluation *other)
{
  Draws *draws = g_new0 (Draws, 1);
  guint n = count_policies (self);
  g_autofree guint *times = g_new (guint, n);
  guint32 random = 2463534242U;

  for (guint k = 0; k < N_RESAMPLES && n > 0; k++)
    {
      Figures figures, others = { 0 };

      memset (times, 0, n * sizeof *times);
      for (guint i = 0; i < n; i++)
        {
          random ^= random << 13;
          random ^= random >> 17;
          random ^= random << 5;
          times[random % n]++;
        }
      figures = draw_figures (self, times);
      if (other != NULL)
        others = draw_figures (other, times);
      draws->micro[k] = figures.micro - others.micro;
      draws->macro[k] = figures.macro - others.macro;
    }
  qsort (draws->micro, N_RESAMPLES, sizeof (double), compare_doubles);
  qsort (draws->macro, N_RESAMPLES, sizeof (double), compare_doubles);
  return draws;
}

static void
print_interval (GString *out, const char *format, double value, const double sorted[N_RESAMPLES])
{
  guint low = N_RESAMPLES * 25 / 1000, high = N_RESAMPLES * 975 / 1000 - 1;

  g_string_append_printf (out, "%s %.4f (95 %% %.3f to %.3f)\n", format, value, sorted[low],
                          sorted[high]);
}

typedef struct
{
  double n;
  double expected;
  double confidence;
} Bin;

static void
fill_bins (const SpEvaluation *self, Bin bins[SP_N_RELIABILITY_BINS])
{
  memset (bins, 0, SP_N_RELIABILITY_BINS * sizeof *bins);
  for (guint i = 0; i < self->outcomes->len; i++)
    {
      const Outcome *outcome = &g_array_index (self->outcomes, Outcome, i);

      for (guint label = 0; label < SP_N_CATEGORIES; label++)
        {
          double score = outcome->scores.scores[label];
          guint index = (guint) (score * SP_N_RELIABILITY_BINS);
          Bin *bin = &bins[MIN (index, SP_N_RELIABILITY_BINS - 1)];

          bin->n++;
          bin->expected += outcome->expected >> label & 1;
          bin->confidence += score;
        }
    }
}

/**
 * sp_evaluation_get_calibration_error:
 *
 * Source: Naeini, Cooper and Hauskrecht, “Obtaining well calibrated probabilities using Bayesian
 * binning”, AAAI 2015, with ten bins over all pairs of segment and label.
 *
 * Returns: the expected calibration error, 0..1
 */
double
sp_evaluation_get_calibration_error (const SpEvaluation *self)
{
  Bin bins[SP_N_RELIABILITY_BINS];
  double sum = 0.0, n = 0.0;

  fill_bins (self, bins);
  for (guint i = 0; i < SP_N_RELIABILITY_BINS; i++)
    {
      sum += ABS (bins[i].expected - bins[i].confidence);
      n += bins[i].n;
    }
  return n > 0.0 ? sum / n : 0.0;
}

static void
print_labels (GString *out, const SpCounts counts[SP_N_CATEGORIES])
{
  g_string_append_printf (out, "%-16s %9s %9s %9s %9s\n", "label", "precision", "recall", "F1",
                          "segments");
  for (guint label = 0; label < SP_N_CATEGORIES; label++)
    {
      const SpCounts *c = &counts[label];

      g_string_append_printf (out, "%-16s %9.3f %9.3f %9.3f %9.0f\n", sp_category_get_id (label),
                              c->hits / MAX (c->hits + c->false_alarms, 1),
                              c->hits / MAX (c->hits + c->misses, 1), get_f1 (c),
                              c->hits + c->misses);
    }
}

static void
print_reliability (GString *out, const SpEvaluation *self)
{
  Bin bins[SP_N_RELIABILITY_BINS];

  fill_bins (self, bins);
  g_string_append_printf (out, "\n%-16s %9s %9s %9s\n", "confidence", "mean", "true", "pairs");
  for (guint i = 0; i < SP_N_RELIABILITY_BINS; i++)
    g_string_append_printf (out, "%.1f to %.1f %16.3f %9.3f %9.0f\n",
                            (double) i / SP_N_RELIABILITY_BINS,
                            (double) (i + 1) / SP_N_RELIABILITY_BINS,
                            bins[i].confidence / MAX (bins[i].n, 1),
                            bins[i].expected / MAX (bins[i].n, 1), bins[i].n);
  g_string_append_printf (out, "expected calibration error %.4f\n",
                          sp_evaluation_get_calibration_error (self));
}

/**
 * sp_evaluation_print:
 *
 * Returns: (transfer full): a table for people
 */
char *
sp_evaluation_print (const SpEvaluation *self)
{
  g_autofree Draws *draws = resample (self, NULL);
  SpCounts counts[SP_N_CATEGORIES];
  GString *out = g_string_new (NULL);
  Figures figures;

  count (self, NULL, counts);
  figures = summarise (counts);

  g_string_append_printf (out, "segments %u, skipped without a label %u\n\n", self->outcomes->len,
                          self->n_skipped);
  print_labels (out, counts);
  g_string_append_c (out, '\n');
  print_interval (out, "micro-F1", figures.micro, draws->micro);
  print_interval (out, "macro-F1", figures.macro, draws->macro);
  print_reliability (out, self);
  return g_string_free (out, FALSE);
}

/**
 * sp_evaluation_print_gain:
 * @plain: of another tagger on the same examples, added in the same order
 *
 * Returns: (transfer full): what @self gains over @plain, for people
 */
char *
sp_evaluation_print_gain (const SpEvaluation *self, const SpEvaluation *plain)
{
  g_autofree Draws *gains = resample (self, plain);
  g_autofree Draws *draws = resample (plain, NULL);
  GString *out = g_string_new (NULL);
  Figures figures = draw_figures (self, NULL), others = draw_figures (plain, NULL);

  print_interval (out, "plain TF-IDF with logistic regression: micro-F1", others.micro,
                  draws->micro);
  print_interval (out, "plain TF-IDF with logistic regression: macro-F1", others.macro,
                  draws->macro);
  print_interval (out, "gain over it: micro-F1", figures.micro - others.micro, gains->micro);
  print_interval (out, "gain over it: macro-F1", figures.macro - others.macro, gains->macro);
  return g_string_free (out, FALSE);
}
