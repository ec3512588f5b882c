/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-library-entry-private.h"

#include <math.h>

G_DEFINE_FINAL_TYPE (SpLibraryEntry, sp_library_entry, G_TYPE_OBJECT)

static void
sp_library_entry_finalize (GObject *object)
{
  SpLibraryEntry *self = SP_LIBRARY_ENTRY (object);

  g_free (self->title);
  g_free (self->name);
  g_free (self->domain);
  g_free (self->language);
  g_free (self->date);
  g_free (self->sha256);
  G_OBJECT_CLASS (sp_library_entry_parent_class)->finalize (object);
}

static void
sp_library_entry_class_init (SpLibraryEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sp_library_entry_finalize;
}

static void
sp_library_entry_init (SpLibraryEntry *self)
{
}

/**
 * sp_library_entry_get_id:
 *
 * Returns: the number of its row; never given to another policy
 */
gint64
sp_library_entry_get_id (SpLibraryEntry *self)
{
  return self->id;
}

/**
 * sp_library_entry_get_title:
 *
 * Returns: what to call it: the policy's own title, else the name of its file
 */
const char *
sp_library_entry_get_title (SpLibraryEntry *self)
{
  return self->title != NULL && *self->title != '\0' ? self->title : self->name;
}

/**
 * sp_library_entry_get_name:
 *
 * Returns: the name of the file it came from
 */
const char *
sp_library_entry_get_name (SpLibraryEntry *self)
{
  return self->name;
}

/**
 * sp_library_entry_get_domain:
 *
 * Returns: (nullable): the site it belongs to
 */
const char *
sp_library_entry_get_domain (SpLibraryEntry *self)
{
  return self->domain;
}

/**
 * sp_library_entry_get_language:
 *
 * Returns: (nullable): a code as "en"
 */
const char *
sp_library_entry_get_language (SpLibraryEntry *self)
{
  return self->language;
}

/**
 * sp_library_entry_get_date:
 *
 * Returns: (nullable): its own date, else that of the snapshot: YYYY-MM-DD, YYYY-MM or YYYY
 */
const char *
sp_library_entry_get_date (SpLibraryEntry *self)
{
  return self->date;
}

/**
 * sp_library_entry_get_sha256:
 *
 * Returns: of the file's bytes, in hexadecimal
 */
const char *
sp_library_entry_get_sha256 (SpLibraryEntry *self)
{
  return self->sha256;
}

/**
 * sp_library_entry_get_score:
 *
 * Returns: 0..100, or NaN where nothing could be judged
 */
double
sp_library_entry_get_score (SpLibraryEntry *self, SpDimension dimension)
{
  g_return_val_if_fail ((guint) dimension < SP_N_DIMENSIONS, NAN);

  return self->scores[dimension];
}

/**
 * sp_library_entry_get_overall:
 *
 * Returns: 0..100, or NaN
 */
double
sp_library_entry_get_overall (SpLibraryEntry *self)
{
  return self->overall;
}

/**
 * sp_library_entry_get_grade:
 *
 * Returns: 'A' to 'E', or 0 for none
 */
char
sp_library_entry_get_grade (SpLibraryEntry *self)
{
  return self->grade;
}

/**
 * sp_library_entry_get_grade_uncertain:
 *
 * Returns: whether the grade is shown as "D?"
 */
gboolean
sp_library_entry_get_grade_uncertain (SpLibraryEntry *self)
{
  return self->grade_uncertain;
}

/**
 * sp_library_entry_get_is_outdated:
 *
 * Returns: whether another version of the analyzer made the figures
 */
gboolean
sp_library_entry_get_is_outdated (SpLibraryEntry *self)
{
  return self->is_outdated;
}
