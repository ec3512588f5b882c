/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-analysis.h"

G_BEGIN_DECLS

/**
 * SpReportOptions:
 * @with_text: whether machine formats carry the whole text
 * @color: whether the terminal form uses colours
 * @width: columns of the terminal form, at least 40
 * @pretty: JSON over many lines (one line otherwise)
 * @packs: (array zero-terminated=1) (nullable): ids of legal packs to show besides those that the text
 *   itself hints at
 * @hidden_packs: (array zero-terminated=1) (nullable): ids of legal packs not to show, whatever the text
 *   hints at
 */
typedef struct
{
  gboolean with_text;
  gboolean color;
  guint width;
  gboolean pretty;
  const char *const *packs;
  const char *const *hidden_packs;
} SpReportOptions;

#define SP_REPORT_OPTIONS_DEFAULT ((SpReportOptions) { TRUE, FALSE, 80, TRUE, NULL, NULL })

SP_EXPORT SpReportOptions *sp_report_options_copy (const SpReportOptions *self);
SP_EXPORT void             sp_report_options_free (SpReportOptions *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpReportOptions, sp_report_options_free)

/**
 * SpReportFormat:
 * @id: as in --format
 * @extension: without the stop
 * @is_binary: never written to a terminal
 * @is_for_programs: its bytes are the same in every locale, if the analysis was made in that of "C"
 */
typedef struct
{
  const char *id;
  const char *title;
  const char *media_type;
  const char *extension;
  gboolean is_binary;
  gboolean is_for_programs;
} SpReportFormat;

SP_EXPORT const SpReportFormat *sp_report_get_formats (guint *n_formats);
SP_EXPORT const SpReportFormat *sp_report_find_format (const char *id);

SP_EXPORT GBytes *sp_report_write (SpAnalysis *analysis, const SpReportFormat *format,
                                   const SpReportOptions *options, GError **error);

/**
 * SpReportKind:
 * @SP_REPORT_TEXT: for reading
 * @SP_REPORT_JSON: for programs
 * @SP_REPORT_MARKDOWN: for reading and for wikis
 *
 * The forms of what is no analysis.
 */
typedef enum
{
  SP_REPORT_TEXT,
  SP_REPORT_JSON,
  SP_REPORT_MARKDOWN,
} SpReportKind;

SP_EXPORT GBytes *sp_report_write_extract (SpDocument *document, SpReportKind kind);
SP_EXPORT GBytes *sp_report_write_extract_for_terminal (SpDocument *document,
                                                        const SpReportOptions *options);
SP_EXPORT GBytes *sp_report_write_rubric (const SpRubric *rubric, const SpFindingRegistry *registry,
                                          const SpPackSet *packs, SpReportKind kind);
SP_EXPORT GBytes *sp_report_get_schema (const char *name);

G_END_DECLS
