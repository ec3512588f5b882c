/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-paths.h"

#include <string.h>

#define MODEL_NAME "smallprint-en.model"

/* Where a program that runs from its build folder finds what was built beside it:
 * …/src/cli/smallprint-cli → …/data. %NULL for an installed program. */
static char *
dup_build_data_dir (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program != NULL ? g_path_get_dirname (program) : NULL;
  g_autofree char *root = NULL;

  if (folder == NULL || !(g_str_has_suffix (folder, "/src/cli") || g_str_has_suffix (folder, "/src/app")))
    return NULL;
  root = g_canonicalize_filename ("../..", folder);
  return g_build_filename (root, "data", NULL);
}

/* @path if there is a file, else %NULL; takes @path. */
static char *
take_if_exists (char *path)
{
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return path;
  g_free (path);
  return NULL;
}

/**
 * sp_paths_find_model:
 * @chosen: (nullable): what the user asked for
 *
 * Finds the tagger's weights: the file that was asked for, else in $SMALLPRINT_DATA_DIR and nowhere
 * else if that is set, else in the user's data folder, beside a program in its build folder, and
 * where it is installed. For the programs: the core itself reads no environment.
 *
 * Returns: (transfer full) (nullable): a path; %NULL where there is no model, so that cue words tag
 */
char *
sp_paths_find_model (const char *chosen)
{
  const char *data_dir = g_getenv ("SMALLPRINT_DATA_DIR");
  g_autofree char *build_dir = NULL;
  char *path;

  if (chosen != NULL)
    return g_strdup (chosen);
  if (data_dir != NULL && *data_dir != '\0')
    return take_if_exists (g_build_filename (data_dir, "model", MODEL_NAME, NULL));

  path = take_if_exists (g_build_filename (g_get_user_data_dir (), "smallprint", "model", MODEL_NAME,
                                           NULL));
  build_dir = dup_build_data_dir ();
  if (path == NULL && build_dir != NULL)
    path = take_if_exists (g_build_filename (build_dir, "model", MODEL_NAME, NULL));
  if (path == NULL && build_dir == NULL)
    path = take_if_exists (g_build_filename (SP_PKGDATA_DIR, "model", MODEL_NAME, NULL));
  return path;
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * sp_paths_list_packs:
 *
 * Returns: (transfer full) (array zero-terminated=1): the legal packs of the user: the JSON files in
 *   smallprint/packs/ below the user's data folder, in the order of their names
 */
char **
sp_paths_list_packs (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "smallprint", "packs", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *paths = g_ptr_array_new ();
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".json"))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (paths, compare_paths);
  g_ptr_array_add (paths, NULL);
  return (char **) g_ptr_array_free (paths, FALSE);
}

/**
 * sp_paths_find_schemas:
 *
 * Returns: (transfer full) (nullable): the folder of the compiled GSettings schema beside a program in
 *   its build folder; %NULL for an installed one, whose schema lies where all do
 */
char *
sp_paths_find_schemas (void)
{
  g_autofree char *build_dir = dup_build_data_dir ();
  g_autofree char *compiled =
    build_dir != NULL ? g_build_filename (build_dir, "gschemas.compiled", NULL) : NULL;

  if (compiled == NULL || !g_file_test (compiled, G_FILE_TEST_EXISTS))
    return NULL;
  return g_steal_pointer (&build_dir);
}
