/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SP_EXPORT:
 *
 * Marks what the programs may call; everything else in the core stays hidden.
 */
#define SP_EXPORT __attribute__ ((visibility ("default"))) extern

typedef struct _SpDocument SpDocument;
typedef struct _SpSegmentation SpSegmentation;
typedef struct _SpTagging SpTagging;
typedef struct _SpPractices SpPractices;
typedef struct _SpAssessment SpAssessment;
typedef struct _SpAnalysis SpAnalysis;
typedef struct _SpReview SpReview;
typedef struct _SpKnowledge SpKnowledge;
typedef struct _SpAnalyzer SpAnalyzer;
typedef struct _SpProgress SpProgress;

G_END_DECLS
