/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-session.h"

G_BEGIN_DECLS

struct _SpSession
{
  GObject parent_instance;

  SpPreferences *preferences; /* (owned) */
  SpAnalyzer *analyzer;       /* (owned) (nullable): until the knowledge is loaded */
  SpLibrary *library;         /* (owned) (nullable): where it cannot be opened */

  struct
  {
    GListStore *imports;       /* (owned) (element-type SpImport) */
    SpImport *running;         /* (owned) (nullable) */
    SpProgress *progress;      /* (owned) (nullable): of the running one */
    GCancellable *cancellable; /* (owned) (nullable): of the running one */
    guint n_expanding;         /* requests whose folders are still walked */
    guint n_done;
    guint n_failed;
    gboolean show_next; /* the next one that succeeds is shown */
  } queue;

  struct
  {
    SpAnalysis *analysis;      /* (owned) (nullable) */
    SpPolicy *policy;          /* (owned) (nullable) */
    SpImport *problem;         /* (owned) (nullable) */
    GCancellable *cancellable; /* (owned) (nullable): of the policy being opened */
  } shown;

  struct
  {
    SpProfile *profile; /* (owned) (nullable) */
    GPtrArray *undo;    /* (owned) (element-type SpReview): of what is shown, the last one first to go */
  } review;

  char *page;       /* (owned) */
  int breakdown;    /* section of the table of points, or SP_SESSION_NO_BREAKDOWN */
  guint segment;    /* selected clause, or SP_SESSION_NO_SEGMENT */
  GArray *history;  /* (owned) (element-type Place): where Back leads, the last one first to go */

  GListStore *policies; /* (owned) (element-type SpPolicy) */
  GArray *removed;      /* (owned) (element-type Removed): what Undo brings back */
};

void _sp_session_show (SpSession *self, SpPolicy *policy, SpAnalysis *analysis);
void _sp_session_keep (SpSession *self, SpAnalysis *analysis, gboolean show);
void _sp_session_open_library (SpSession *self, const char *path);
void _sp_session_start_next (SpSession *self);
void _sp_session_notify_busy (SpSession *self);
void _sp_session_notify_can_undo (SpSession *self);
void _sp_session_tell (SpSession *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
void _sp_session_notify_progress (SpSession *self);

void        _sp_session_replace_analysis (SpSession *self, SpAnalysis *analysis);
SpAnalysis *_sp_session_lay_review (SpSession *self, SpPolicy *policy, SpAnalysis *analysis);
gboolean    _sp_session_can_undo_change (SpSession *self);
void        _sp_session_undo_change (SpSession *self);
void        _sp_session_forget_changes (SpSession *self);

void _sp_session_forget_places (SpSession *self);
void _sp_session_init_places (SpSession *self);
void _sp_session_init_queue (SpSession *self);
void _sp_session_init_library (SpSession *self);
void _sp_session_init_review (SpSession *self);
void _sp_session_clear_places (SpSession *self);
void _sp_session_clear_queue (SpSession *self);
void _sp_session_clear_library (SpSession *self);
void _sp_session_clear_review (SpSession *self);

G_END_DECLS
