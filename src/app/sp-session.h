/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-hit.h"
#include "sp-import.h"
#include "sp-policy.h"
#include "sp-preferences.h"

G_BEGIN_DECLS

#define SP_SESSION_NO_SEGMENT G_MAXUINT
#define SP_SESSION_NO_BREAKDOWN (-1)

/**
 * SpSession:
 *
 * What the window shows, without the window: the queue of imports, the library, the shown analysis
 * and the way back. Main thread only; the work is done in the analyzer's and the library's threads.
 *
 * Properties: "analysis" and "policy" (what is shown), "problem" (a failed import shown in their
 * place), "busy", "page", "breakdown" (whether the overview shows the table of points, and which
 * part of it), "can-go-back", "can-undo", "library-problem" (why nothing can be kept).
 *
 * Signals: "evidence-requested" (segment, start byte, end byte), "message" (text), "policy-removed"
 * (what to say), "finding-dismissed" (title), "review-changed" (the reader changed the review: it is to be kept),
 * "progressed", "queue-ended" (how many were read, how many could not be), "searched", "tags-corrected".
 */
#define SP_TYPE_SESSION (sp_session_get_type ())
G_DECLARE_FINAL_TYPE (SpSession, sp_session, SP, SESSION, GObject)

SpSession *sp_session_new (SpPreferences *preferences, const char *library_path, const char *model_path);

SpPreferences *sp_session_get_preferences (SpSession *self);
const SpKnowledge *sp_session_get_knowledge (SpSession *self);
SpAnalyzer    *sp_session_get_analyzer (SpSession *self);
GListModel    *sp_session_get_imports (SpSession *self);
GListModel    *sp_session_get_policies (SpSession *self);

/* What is shown. */
SpAnalysis *sp_session_get_analysis (SpSession *self);
SpPolicy   *sp_session_get_policy (SpSession *self);
SpImport   *sp_session_get_problem (SpSession *self);
void        sp_session_show_policy (SpSession *self, SpPolicy *policy);
void        sp_session_show_problem (SpSession *self, SpImport *import);

/* Where the reader is. */
const char *sp_session_get_page (SpSession *self);
void        sp_session_set_page (SpSession *self, const char *page);
guint       sp_session_get_segment (SpSession *self);
void        sp_session_set_segment (SpSession *self, guint segment);
int         sp_session_get_breakdown (SpSession *self);
void        sp_session_show_breakdown (SpSession *self, guint section);
void        sp_session_reveal (SpSession *self, const SpEvidence *evidence);
gboolean    sp_session_get_can_go_back (SpSession *self);
void        sp_session_go_back (SpSession *self);

/* The queue. */
void     sp_session_open_files (SpSession *self, GFile *const *files, gsize n_files);
void     sp_session_open_source (SpSession *self, const SpSource *source);
void     sp_session_import_again (SpSession *self, const char *charset);
void     sp_session_retry (SpSession *self, SpImport *import);
void     sp_session_drop_import (SpSession *self, SpImport *import);
void     sp_session_cancel (SpSession *self);
gboolean sp_session_get_busy (SpSession *self);
double   sp_session_get_progress (SpSession *self);
char    *sp_session_dup_progress_text (SpSession *self);

/* The library. */
const char *sp_session_get_library_problem (SpSession *self);
void sp_session_retry_library (SpSession *self);
void sp_session_finish (SpSession *self);
void sp_session_remove_policies (SpSession *self, GPtrArray *policies);
void sp_session_export_policies (SpSession *self, GPtrArray *policies, const SpReportFormat *format,
                                 GFile *folder);
void sp_session_undo (SpSession *self);
void sp_session_forget_removed (SpSession *self);

/* What the reader objects to, and what matters to the reader. */
SpReview  *sp_session_get_review (SpSession *self);
void       sp_session_set_review (SpSession *self, SpReview *review);
SpProfile *sp_session_get_profile (SpSession *self);
void       sp_session_set_profile (SpSession *self, SpProfile *profile);
void       sp_session_keep_profile (SpSession *self, SpProfile *profile);
void       sp_session_dismiss_finding (SpSession *self, const char *finding, const char *title);
void       sp_session_restore_finding (SpSession *self, const char *finding);
void       sp_session_correct_tags (SpSession *self, guint segment, const guint *categories);

/* Search over all of it. */
void        sp_session_search (SpSession *self, const char *words);
GListModel *sp_session_get_hits (SpSession *self);
gboolean    sp_session_get_has_more_hits (SpSession *self);
void        sp_session_open_hit (SpSession *self, SpHit *hit);

G_END_DECLS
