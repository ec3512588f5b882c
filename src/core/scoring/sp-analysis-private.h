/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-analysis.h"

G_BEGIN_DECLS

/* Filled by the analyzer, stage by stage; never changed once it is handed out. */
struct _SpAnalysis
{
  GObject parent_instance;

  SpSource *source;             /* (owned) */
  SpDocument *document;         /* (owned) */
  SpSegmentation *segmentation; /* (owned) */
  SpTagging *tagging;           /* (owned) */
  SpPractices *practices;       /* (owned) */
  SpAssessment *assessment;     /* (owned) */
  SpFacts facts;
  SpReadability readability;
  SpVagueness vagueness;
  SpReference *reference; /* (owned) */
  const char *language;  /* (static) */
  char *rubric_version;  /* (owned) */
  char *model_version;   /* (owned) (nullable) */
  gboolean is_translated;

  /* Of a reviewed analysis: what it was before holds all stages, which are only lent here. */
  SpAnalysis *original;     /* (owned) (nullable) */
  SpAssessment *reviewed;   /* (owned) (nullable) */
  SpOverrides *overrides;   /* (owned) (nullable) */
  SpProfile *profile;       /* (owned) (nullable) */
};

const SpOverrides *sp_analysis_get_overrides (SpAnalysis *self);

G_END_DECLS
