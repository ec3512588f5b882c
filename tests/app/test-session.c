/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window shows, without the window. */
#include "config.h"

#include <glib/gstdio.h>

#include "sp-session.h"
#include "state-fixture.h"

static void
listed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  GPtrArray **entries = user_data;

  *entries = sp_library_list_finish (SP_LIBRARY (object), result, &error);
  g_assert_no_error (error);
}

static guint
count_kept (const char *path)
{
  g_autoptr (SpLibrary) library = sp_library_new (path);
  g_autoptr (GPtrArray) entries = NULL;

  sp_library_list_async (library, NULL, listed_cb, &entries);
  while (entries == NULL)
    g_main_context_iteration (NULL, TRUE);
  return entries->len;
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_no_errno (g_unlink (path));
    }
  g_assert_no_errno (g_rmdir (folder));
}

static SpSession *
open_policy (const char *path)
{
  g_autoptr (SpPreferences) preferences = sp_preferences_new (NULL);
  SpSession *session = sp_session_new (preferences, path, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static (POLICY, sizeof POLICY - 1);
  g_autoptr (SpSource) source = sp_source_new (bytes, "maple.md", "text/markdown");

  sp_session_open_source (session, source);
  while (g_list_model_get_n_items (sp_session_get_policies (session)) == 0)
    g_main_context_iteration (NULL, TRUE);
  return session;
}

/* The row stands in the list before the library has the policy. */
static void
test_what_was_opened_is_kept_when_the_program_ends (void)
{
  g_autofree char *folder = g_dir_make_tmp ("smallprint-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "library.db", NULL);
  SpSession *session = open_policy (path);

  sp_session_finish (session);
  g_assert_cmpuint (count_kept (path), ==, 1);
  g_object_unref (session);
  remove_folder (folder);
}

/* What is said of it before that is kept too, in a step of its own. */
static void
test_what_was_said_is_kept_when_the_program_ends (void)
{
  g_autofree char *folder = g_dir_make_tmp ("smallprint-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "library.db", NULL);
  SpSession *session = open_policy (path);
  const SpFinding *finding = g_ptr_array_index (sp_analysis_get_findings (sp_session_get_analysis (session)), 0);

  sp_session_dismiss_finding (session, finding->detector->id, "");
  sp_session_finish (session);
  g_object_unref (session);

  session = open_policy (path);
  while (sp_session_get_review (session) == NULL)
    g_main_context_iteration (NULL, TRUE);
  sp_session_finish (session);
  g_object_unref (session);
  remove_folder (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/session/what_was_opened_is_kept_when_the_program_ends",
                   test_what_was_opened_is_kept_when_the_program_ends);
  g_test_add_func ("/app/session/what_was_said_is_kept_when_the_program_ends",
                   test_what_was_said_is_kept_when_the_program_ends);
  return g_test_run ();
}
