/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli-inputs.h"
#include "cli-output.h"
#include "cli-utils.h"

G_BEGIN_DECLS

/* What was asked for, as it was written. */
typedef struct
{
  char *format;   /* (owned) (nullable) */
  char *output;   /* (owned) (nullable) */
  char *type;     /* (owned) (nullable) */
  char *charset;  /* (owned) (nullable) */
  char *library;  /* (owned) (nullable) */
  gboolean save;
  char *packs;    /* (owned) (nullable) */
  char *fail_on;  /* (owned) (nullable) */
  char *jobs;     /* (owned) (nullable) */
  char *minimum;  /* (owned) (nullable): of --fail-under */
  char *review;   /* (owned) (nullable) */
  char *profile;  /* (owned) (nullable) */
  char **paths;   /* (owned) (nullable) */
  gboolean documents;
  gboolean no_text;
} CliAnalyzeOptions;

/* What the options mean, once they are known to be right. */
typedef struct
{
  Cli *cli;
  const SpReportFormat *format;
  SpReportOptions report_options;
  const char *type;
  const char *charset;
  GStrv packs;    /* (owned) (nullable): of --pack */
  double minimum; /* NaN without --fail-under */
  gboolean has_limit;
  SpSeverity limit;
  guint n_jobs;

  SpReview *review;     /* (owned) (nullable) */
  SpProfile *profile;   /* (owned) (nullable) */
  SpAnalyzer *analyzer; /* (owned) */
  CliInputs *inputs;    /* (owned) */
  CliOutput *output;    /* (owned) */
  SpLibrary *library;   /* (owned) (nullable): with --save */
  gboolean several;

  guint n_done;
  guint n_failed;
  gboolean is_below;
  gboolean cannot_write;
} CliAnalyzeRun;

void cli_analyze_options_clear (CliAnalyzeOptions *options);
void cli_analyze_run_clear (CliAnalyzeRun *run);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CliAnalyzeOptions, cli_analyze_options_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CliAnalyzeRun, cli_analyze_run_clear)

gboolean cli_analyze_prepare (CliAnalyzeRun *run, const CliAnalyzeOptions *options);
gboolean cli_analyze_choose_packs (CliAnalyzeRun *run, const SpPackSet *set, const char *list);

G_END_DECLS
