/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-analysis.h"
#include "sp-knowledge.h"
#include "sp-progress.h"
#include "sp-source.h"

G_BEGIN_DECLS

/**
 * SpAnalyzer:
 *
 * Drives the stages: import → language → tagging → practices → scoring.
 */
#define SP_TYPE_ANALYZER (sp_analyzer_get_type ())
SP_EXPORT GType sp_analyzer_get_type (void);
G_DECLARE_FINAL_TYPE (SpAnalyzer, sp_analyzer, SP, ANALYZER, GObject)

SP_EXPORT SpAnalyzer *sp_analyzer_new (SpKnowledge *knowledge);

SP_EXPORT SpAnalysis *sp_analyzer_analyze (SpAnalyzer *self, const SpSource *source,
                                           SpProgress *progress, GCancellable *cancellable,
                                           GError **error);

SP_EXPORT void sp_analyzer_analyze_async (SpAnalyzer *self, const SpSource *source,
                                          SpProgress *progress, GCancellable *cancellable,
                                          GAsyncReadyCallback callback, gpointer user_data);
SP_EXPORT void sp_analyzer_analyze_file_async (SpAnalyzer *self, GFile *file, SpProgress *progress,
                                               GCancellable *cancellable,
                                               GAsyncReadyCallback callback, gpointer user_data);
SP_EXPORT SpAnalysis *sp_analyzer_analyze_finish (SpAnalyzer *self, GAsyncResult *result,
                                                  GError **error);

G_END_DECLS
