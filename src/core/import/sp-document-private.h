/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-document.h"

G_BEGIN_DECLS

/* Filled by the builder, never changed afterwards. */
struct _SpDocument
{
  GObject parent_instance;

  char *text; /* (owned) */
  gsize length;
  char *text_sha256;      /* (owned) */
  GArray *blocks;         /* (owned) (element-type SpBlock) */
  GArray *spam;           /* (owned) (element-type SpSpan): ascending */
  GPtrArray *diagnostics; /* (owned) (element-type SpDiagnostic): by place */

  char *name;              /* (owned) */
  char *media_type;        /* (owned) */
  char *charset;           /* (owned) */
  char *sha256;            /* (owned) */
  gsize n_bytes;
  char *title;             /* (owned) (nullable) */
  char *domain;            /* (owned) (nullable) */
  char *snapshot_date;     /* (owned) (nullable): YYYY-MM-DD */
  char *declared_language; /* (owned) (nullable) */
  gboolean has_structure;
};

G_END_DECLS
