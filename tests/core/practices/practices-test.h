/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "language-test.h"
#include "sp-finding-registry-private.h"
#include "sp-practices.h"

SpSegmentation    *test_text_segment (const char *text);
SpFindingRegistry *test_registry_new (void);
SpFindingRegistry *test_registry_new_for_row (const char *members, GError **error);
SpFindingRegistry *test_registry_new_for_pattern (const char *pattern, GError **error);
SpFindingRegistry *test_registry_new_for_pattern_in_no_context (const char *pattern);
SpPractices       *test_practices_new (SpFindingRegistry *registry, SpSegmentation *segmentation);
SpPractices       *test_practices_new_for_file (SpFindingRegistry *registry, const char *text);
char              *test_practices_describe (SpPractices *practices);
