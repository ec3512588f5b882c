/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-document-builder.h"
#include "sp-segmentation.h"

SpDocument     *test_document_new (const char *outline, const char *spam);
SpSegmentation *test_segmentation_new (const char *outline);
char           *test_sentences_dup (SpSegmentation *segmentation, const char *separator);
GPtrArray      *test_policies_list (const char *folder);
SpDocument     *test_policy_read (const char *path);
