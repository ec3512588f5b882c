/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-session.h"

G_BEGIN_DECLS

struct _SpSession
{
  GObject parent_instance;

  SpPreferences *preferences; /* (owned) */
  SpKnowledge *knowledge; /* (owned) (nullable): until it is loaded */
  SpAnalyzer *analyzer;       /* (owned) (nullable): until the knowledge is loaded */
  SpLibrary *library;         /* (owned) (nullable): where it cannot be opened */
  char *library_path;         /* (owned) (nullable) */
  char *library_problem;      /* (owned) (nullable): why it cannot be opened */
  guint n_changes;            /* of the library, under way */
  gboolean is_closing;        /* nothing new is begun */

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
    SpPolicy *wanted;          /* (owned) (nullable): to be opened once the rules are read */
    char *restored_page;       /* (owned) (nullable): to turn to once it is open */
  } shown;

  struct
  {
    SpProfile *profile; /* (owned) (nullable) */
    GPtrArray *undo;    /* (owned) (element-type SpReview): of what is shown, the last one first to go */
  } review;

  struct
  {
    GListStore *hits;          /* (owned) (element-type SpHit) */
    GCancellable *cancellable; /* (owned) (nullable): of the search under way */
    gboolean has_more;         /* was found than is given out */
    SpHit *opened;             /* (owned) (nullable): whose clause is shown once its policy is */
  } search;

  struct
  {
    guint position; /* of the first row not yet looked at */
    guint source;
  } refresh;

  char *page;       /* (owned) */
  int breakdown;    /* section of the table of points, or SP_SESSION_NO_BREAKDOWN */
  guint segment;    /* selected clause, or SP_SESSION_NO_SEGMENT */
  GArray *history;  /* (owned) (element-type Place): where Back leads, the last one first to go */

  GListStore *policies; /* (owned) (element-type SpPolicy) */
  GArray *removed;      /* (owned) (element-type Removed): what Undo brings back */
  guint n_removals;     /* those that went at once came with one number */
};

void _sp_session_show (SpSession *self, SpPolicy *policy, SpAnalysis *analysis);
void _sp_session_keep (SpSession *self, SpAnalysis *analysis, gboolean show);
void _sp_session_open_library (SpSession *self);
void _sp_session_start_next (SpSession *self);
void _sp_session_notify_busy (SpSession *self);
void _sp_session_notify_can_undo (SpSession *self);
void _sp_session_set_library_problem (SpSession *self, const char *message);
void _sp_session_tell (SpSession *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
void _sp_session_notify_progress (SpSession *self);
void _sp_session_notify_queue_ended (SpSession *self);

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

void        _sp_session_read_async (SpSession *self, SpPolicy *policy, GCancellable *cancellable,
                                    GAsyncReadyCallback callback, gpointer user_data);
SpAnalysis *_sp_session_read_finish (SpSession *self, GAsyncResult *result, GError **error);

SpPolicy *_sp_session_find_policy (SpSession *self, const char *sha256);
void      _sp_session_set_entry (SpSession *self, SpPolicy *policy, SpLibraryEntry *entry);
gpointer  _sp_session_begin_change (SpSession *self);
void      _sp_session_change_cb (GObject *object, GAsyncResult *result, gpointer user_data);
void      _sp_session_restore (SpSession *self);
void      _sp_session_remove_entry (SpSession *self, SpLibraryEntry *entry);
void      _sp_session_refresh (SpSession *self, SpPolicy *policy, SpAnalysis *analysis);
void      _sp_session_refresh_next (SpSession *self);

void _sp_session_take_review (SpPolicy *policy, SpLibrary *library, GAsyncResult *result);
void _sp_session_settle_review (SpSession *self, SpPolicy *policy);
void _sp_session_load_profile (SpSession *self);

void _sp_session_init_notes (SpSession *self);
void _sp_session_init_removal (SpSession *self);
void _sp_session_init_search (SpSession *self);
void _sp_session_clear_refresh (SpSession *self);
void _sp_session_clear_removal (SpSession *self);
void _sp_session_clear_search (SpSession *self);

G_END_DECLS
