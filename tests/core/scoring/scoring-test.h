/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "smallprint.h"

SpKnowledge    *test_knowledge_new (void);
SpAnalysis     *test_analyze (SpAnalyzer *analyzer, const char *markdown);
const SpAnswer *test_find_answer (GPtrArray *answers, const char *id);
