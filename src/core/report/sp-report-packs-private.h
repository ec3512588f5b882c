/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The words that every report for people has for legal packs. */

#include "sp-report-model-private.h"

G_BEGIN_DECLS

char *sp_report_dup_pack_counts (const SpPackCoverage *coverage);
char *sp_report_dup_pack_reason (const SpPackCoverage *coverage);
char *sp_report_dup_pack_item (const SpPackAnswer *answer);
char *sp_report_dup_pack_common (const SpPackCoverage *coverage, const SpPackAnswer *answer);

const char *sp_report_get_pack_caution (void);

G_END_DECLS
