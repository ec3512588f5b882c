/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-library.h"

G_BEGIN_DECLS

/* Filled by the store; never changed once it is handed out. */
struct _SpLibraryEntry
{
  GObject parent_instance;

  gint64 id;
  char *title;    /* (owned) */
  char *name;     /* (owned) */
  char *domain;   /* (owned) (nullable) */
  char *language; /* (owned) (nullable) */
  char *date;     /* (owned) (nullable) */
  char *sha256;   /* (owned) */
  double scores[SP_N_DIMENSIONS];
  double overall;
  char grade;
  gboolean grade_uncertain;
  gboolean is_outdated;
};

G_END_DECLS
