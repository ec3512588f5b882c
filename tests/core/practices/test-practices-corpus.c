/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practices-test.h"

#include <string.h>

/* What a careful reader finds in the five seeds, and what none of them says. Judged by reading; no
 * rule is made for one of them. */
static const struct
{
  const char *seed;
  const char *must;
  const char *must_not;
} seeds[] = {
  { "000_", "SELL_DENIED/consent BREACH_NOTIFY/prompt SEC_SPECIFIC/plain RETENTION_VAGUE/event EMAIL_TRACK/plain"
            " COMPLIANCE_CLAIM/plain CHANGE_NO_NOTICE/plain DELETE_RIGHT/regional ACCESS_RIGHT/regional"
            " MERGER_TRANSFER/plain",
    "SELL_AFFIRMED SHARE_MKT_3P SENSITIVE RETENTION_INDEF TRACK_ADS ARBITRATION NO_DELETE" },
  { "001_", "THIRD_PERSON_DATA/plain LEGAL_LOW_BAR/rights CONSENT_BY_USE/broad SEC_SPECIFIC/payment"
            " CHANGE_NO_NOTICE/plain SAFE_HARBOR/historic",
    "SELL_AFFIRMED SHARE_MKT_3P SENSITIVE RETENTION_INDEF TRACK_ADS BREACH_NOTIFY" },
  { "002_", "SELL_DENIED/consent MERGER_TRANSFER/assumed-consent SEC_SPECIFIC/audit DNT_IGNORED/unsettled"
            " ANALYTICS_3P/choice CHANGE_NO_NOTICE/notice RETENTION_PERIOD/deletion CHANGE_CONTINUED_USE/plain",
    "SELL_AFFIRMED RETENTION_INDEF ARBITRATION" },
  { "003_", "DNT_IGNORED/plain BREACH_NOTIFY/hedged CHANGE_CONTINUED_USE/plain TAKE_IT_OR_LEAVE/plain"
            " CONSENT_BY_USE/plain SEC_DISCLAIMER/plain",
    "SELL_AFFIRMED SENSITIVE RETENTION_INDEF ARBITRATION" },
  { "004_", "SELL_DENIED/consent SELL_DENIED/exception SHARE_MKT_3P/aggregate LEGAL_LOW_BAR/rights"
            " SEC_SPECIFIC/payment FROM_THIRD_PARTIES/plain CONSENT_BY_USE/plain COMPLIANCE_CLAIM/plain",
    "SELL_AFFIRMED SENSITIVE RETENTION_INDEF ARBITRATION" },
};

static char *
find_seed (const char *folder, const char *prefix)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = NULL;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, prefix))
      return g_build_filename (folder, name, NULL);
  g_assert_not_reached ();
}

static void
check_seed (SpFindingRegistry *registry, const char *path, const char *must, const char *must_not)
{
  g_autoptr (SpDocument) document = test_policy_read (path);
  g_autoptr (SpSegmentation) segmentation = sp_segmentation_new (document, NULL);
  g_autoptr (SpPractices) practices = test_practices_new (registry, segmentation);
  g_auto (GStrv) wanted = g_strsplit (must, " ", -1);
  g_auto (GStrv) unwanted = g_strsplit (must_not, " ", -1);

  for (guint i = 0; wanted[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (wanted[i], "/", 2);

      g_test_message ("%s: %s", path, wanted[i]);
      g_assert_cmpuint (sp_practices_count (practices, parts[0], parts[1]), >, 0);
    }
  for (guint i = 0; unwanted[i] != NULL; i++)
    {
      g_test_message ("%s: not %s", path, unwanted[i]);
      g_assert_cmpuint (sp_practices_count (practices, unwanted[i], NULL), ==, 0);
    }
}

static void
reads_the_seeds_as_a_person_would (gconstpointer data)
{
  g_autofree char *folder = g_build_filename (data, "policies", "seeds", NULL);
  g_autoptr (SpFindingRegistry) registry = test_registry_new ();

  for (guint i = 0; i < G_N_ELEMENTS (seeds); i++)
    {
      g_autofree char *path = find_seed (folder, seeds[i].seed);

      check_seed (registry, path, seeds[i].must, seeds[i].must_not);
    }
}

int
main (int argc, char *argv[])
{
  const char *shared = g_getenv ("SP_TEST_SHARED");

  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  if (shared == NULL || !g_file_test (shared, G_FILE_TEST_IS_DIR))
    {
      g_print ("1..0 # SKIP there are no policies beside the checkout\n");
      return 0;
    }
  g_test_add_data_func ("/core/practices/reads_the_seeds_as_a_person_would", shared,
                        reads_the_seeds_as_a_person_would);
  return g_test_run ();
}
