/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-library-schema.h"

/* Never edit a migration that was released: add one, and an archived database of the version before
 * it to tests/fixtures/db/.
 *
 * policy     what was kept: one row for each file, by the SHA-256 of its bytes
 * analysis   what was made of it, and by which versions; replaced as a whole, never mixed
 * finding, answer, tag   its parts, for questions across the library ("which policies sell data?")
 * review     what the reader corrected and dismissed, apart from policy because it would stand behind
 *            the large source there; no analysis ever overwrites it
 * setting    what holds for the whole library: the reader's profile
 * passage    the words of each clause; see sp-search.c for its row numbers
 */
static const char *const migrations[] = {
  "CREATE TABLE policy ("
  "  id INTEGER PRIMARY KEY AUTOINCREMENT," /* never given twice: callers hold on to ids */
  "  sha256 TEXT NOT NULL UNIQUE,"
  "  name TEXT NOT NULL,"
  "  media_type TEXT,"                      /* as the caller gave it, NULL when sniffed */
  "  charset TEXT,"                         /* as the reader chose it, NULL when decided by us */
  "  n_bytes INTEGER NOT NULL,"
  "  removed INTEGER NOT NULL DEFAULT 0,"   /* 1: until the next purge, so that it can be undone */
  "  source BLOB NOT NULL"                  /* gzip; last, so that lists need not read it */
  ") STRICT;"
  "CREATE TABLE analysis ("
  "  policy INTEGER PRIMARY KEY REFERENCES policy (id) ON DELETE CASCADE,"
  "  title TEXT,"
  "  domain TEXT,"
  "  language TEXT,"
  "  policy_date TEXT,"
  "  snapshot_date TEXT,"
  "  text_sha256 TEXT NOT NULL,"
  "  is_policy REAL,"
  "  words INTEGER NOT NULL,"
  "  flesch_reading_ease REAL,"
  "  vague_per_1000 REAL,"
  "  transparency REAL,"
  "  protection REAL,"
  "  protection_low REAL,"
  "  protection_high REAL,"
  "  clarity REAL,"
  "  overall REAL,"
  "  grade TEXT,"
  "  grade_uncertain INTEGER NOT NULL,"
  "  answered_share REAL,"
  "  confidence TEXT NOT NULL,"
  "  analyzer_version INTEGER NOT NULL,"
  "  normalization_version INTEGER NOT NULL,"
  "  rubric_version TEXT,"
  "  model_version TEXT"
  ") STRICT;"
  "CREATE TABLE finding ("
  "  policy INTEGER NOT NULL REFERENCES analysis (policy) ON DELETE CASCADE,"
  "  finding TEXT NOT NULL,"
  "  variant TEXT,"
  "  severity TEXT NOT NULL,"
  "  confidence REAL NOT NULL,"
  "  n_places INTEGER NOT NULL,"
  "  PRIMARY KEY (policy, finding)"
  ") STRICT, WITHOUT ROWID;"
  "CREATE INDEX finding_by_id ON finding (finding, severity);"
  "CREATE TABLE answer ("
  "  policy INTEGER NOT NULL REFERENCES analysis (policy) ON DELETE CASCADE,"
  "  question TEXT NOT NULL,"
  "  state TEXT NOT NULL,"
  "  level REAL,"
  "  points REAL,"
  "  PRIMARY KEY (policy, question)"
  ") STRICT, WITHOUT ROWID;"
  "CREATE INDEX answer_by_question ON answer (question, state);"
  "CREATE TABLE tag ("
  "  policy INTEGER NOT NULL REFERENCES analysis (policy) ON DELETE CASCADE,"
  "  segment INTEGER NOT NULL,"
  "  label TEXT NOT NULL,"
  "  start_byte INTEGER NOT NULL,"
  "  end_byte INTEGER NOT NULL,"
  "  confidence REAL NOT NULL,"
  "  weak INTEGER NOT NULL,"
  "  PRIMARY KEY (policy, segment, label)"
  ") STRICT, WITHOUT ROWID;"
  "CREATE INDEX tag_by_label ON tag (label, policy);",

  "CREATE TABLE review ("
  "  policy INTEGER PRIMARY KEY REFERENCES policy (id) ON DELETE CASCADE,"
  "  json TEXT NOT NULL"
  ") STRICT;"
  "CREATE TABLE setting ("
  "  name TEXT PRIMARY KEY,"
  "  value TEXT NOT NULL"
  ") STRICT, WITHOUT ROWID;"
  "CREATE VIRTUAL TABLE passage USING fts5 ("
  "  text, tokenize = 'porter unicode61 remove_diacritics 2');"
  /* Their words are found once they have been analysed again. */
  "UPDATE analysis SET analyzer_version = 0;",
};

const SpDatabaseFormat sp_library_format = {
  .application_id = 0x536d6c70, /* "Smlp" */
  .migrations = migrations,
  .n_migrations = G_N_ELEMENTS (migrations),
};
