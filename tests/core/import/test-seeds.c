/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The five policies that the hygiene was designed on, where they are at hand. */

#include "import-test.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *domain;
  const char *snapshot_date;
  gboolean has_structure;
  const char *headings[6]; /* some that must be found */
} Seed;

static const Seed seeds[] = {
  { "000_266dedce93085f2c.txt", "lsoft.com", "2019-06-05", TRUE,
    { "1. Scope", "3. Data Security", "Privacy Policy for Email Lists" } },
  { "001_0b25645da69fd1e5.txt", "xlsoft.com", "2012-10-04", TRUE,
    { "Collection of your Personal Information", "Use of Cookies", "Changes to this Statement" } },
  { "002_0bff8edc7a05d26e.txt", NULL, NULL, TRUE,
    { "PRIVACY FOR USERS", "Device data", "Online Tracking", "Data controller" } },
  { "003_13c55236955ebf2a.txt", NULL, NULL, FALSE,
    { "Privacy Policy", "Billing and payments", "Use of collected information", "Do Not Track signals", "Cookies" } },
  { "004_f96050ff9e445206.txt", "losant.com", "2018-10-03", TRUE,
    { "Third Party Links", "Your Consent", "Contacting Us" } },
};

static SpDocument *
read_seed (const Seed *seed)
{
  g_autofree char *path = g_build_filename (g_getenv ("SP_TEST_SHARED"), "policies", "seeds", seed->name, NULL);
  g_autofree char *content = NULL;
  gsize length;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &content, &length, &error);
  g_assert_no_error (error);
  return import_test_read (seed->name, content, length);
}

static gboolean
has_heading (SpDocument *document, const char *text)
{
  for (guint i = 0; i < sp_document_get_n_blocks (document); i++)
    {
      const SpBlock *block = sp_document_get_block (document, i);
      g_autofree char *label = sp_span_dup_text (block->span, sp_document_get_text (document, NULL));

      if (block->kind == SP_BLOCK_HEADING && g_str_equal (label, text))
        return TRUE;
    }
  return FALSE;
}

static void
reads_the_seeds_as_a_person_would (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (seeds); i++)
    {
      g_autoptr (SpDocument) document = read_seed (&seeds[i]);
      const char *text = sp_document_get_text (document, NULL);

      g_test_message ("%s", seeds[i].name);
      g_assert_cmpstr (sp_document_get_domain (document), ==, seeds[i].domain);
      g_assert_cmpstr (sp_document_get_snapshot_date (document), ==, seeds[i].snapshot_date);
      g_assert_cmpint (sp_document_get_has_structure (document), ==, seeds[i].has_structure);
      g_assert_null (strstr (text, "\u00e2\u20ac"));
      g_assert_null (strstr (text, "\u00c2"));
      g_assert_null (strstr (text, "Wayback"));
      for (guint j = 0; j < G_N_ELEMENTS (seeds[i].headings) && seeds[i].headings[j] != NULL; j++)
        {
          g_test_message ("%s", seeds[i].headings[j]);
          g_assert_true (has_heading (document, seeds[i].headings[j]));
        }
    }
}

static void
flags_the_spam_in_the_third (void)
{
  g_autoptr (SpDocument) document = read_seed (&seeds[2]);
  guint n;
  const SpSpan *spam = sp_document_get_spam (document, &n);

  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (sp_span_length (spam[0]), ==, strlen ("flagyl pris"));
  g_assert_cmpint (sp_document_get_block (document, 0)->kind, ==, SP_BLOCK_BOILERPLATE);
}

static void
leaves_the_frame_of_the_fourth (void)
{
  g_autoptr (SpDocument) document = read_seed (&seeds[3]);
  guint last = sp_document_get_n_blocks (document) - 1;

  g_assert_cmpint (sp_document_get_block (document, 1)->kind, ==, SP_BLOCK_BOILERPLATE);
  g_assert_cmpint (sp_document_get_block (document, 2)->kind, ==, SP_BLOCK_BOILERPLATE);
  g_assert_cmpint (sp_document_get_block (document, last)->kind, ==, SP_BLOCK_BOILERPLATE);
}

int
main (int argc, char *argv[])
{
  const char *shared = g_getenv ("SP_TEST_SHARED");

  g_test_init (&argc, &argv, NULL);
  if (shared == NULL || !g_file_test (shared, G_FILE_TEST_IS_DIR))
    {
      g_print ("1..0 # SKIP the policies beside the checkout are not here\n");
      return 0;
    }
  g_test_add_func ("/core/seeds/reads_the_seeds_as_a_person_would", reads_the_seeds_as_a_person_would);
  g_test_add_func ("/core/seeds/flags_the_spam_in_the_third", flags_the_spam_in_the_third);
  g_test_add_func ("/core/seeds/leaves_the_frame_of_the_fourth", leaves_the_frame_of_the_fourth);
  return g_test_run ();
}
