/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "language-test.h"

#include "sp-facts.h"

static SpFacts
find (const char *outline, SpSegmentation **segmentation)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpLexicon) lexicon = sp_lexicon_new_from_resource (SP_FACTS_LEXICON, &error);
  SpFacts facts;

  g_assert_no_error (error);
  *segmentation = test_segmentation_new (outline);
  sp_facts_find (*segmentation, lexicon, &facts);
  return facts;
}

static void
reads_dates (void)
{
  static const struct
  {
    const char *outline;
    const char *policy_date;
    const char *effective_date;
  } cases[] = {
    /* Many forms. */
    { "Last Updated: 2003/10/1", "2003-10-01", NULL },
    { "This document was last updated on May 14, 2018", "2018-05-14", NULL },
    { "Effective: January 1, 2015", "2015-01-01", "2015-01-01" },
    { "Last revised 14th of March, 2019.", "2019-03-14", NULL },
    { "Last modified: 3 Sept. 2020", "2020-09-03", NULL },
    { "Last updated: July. 31, 2021", "2021-07-31", NULL },
    { "Last updated: August 29，2023", "2023-08-29", NULL },
    { "Last update 2018-05-14", "2018-05-14", NULL },
    { "Revised 14-May-2018", "2018-05-14", NULL },
    { "Last updated May 2018", "2018-05", NULL },
    { "Last updated: 05/2018", "2018-05", NULL },
    { "March 3, 2016 (last updated)", "2016-03-03", NULL },
    { "Dernière mise à jour : 12 février 2020", "2020-02-12", NULL },
    { "Stand: 3. Mai 2019", "2019-05-03", NULL },
    { "更新日期：2021年5月3日", "2021-05-03", NULL },
    /* The order of day and month. */
    { "Last updated: 25/12/2017", "2017-12-25", NULL },
    { "Last updated: 12/25/2017", "2017-12-25", NULL },
    { "Last updated: 04/05/2017", "2017", NULL },
    { "Last updated: 04/04/2017", "2017-04-04", NULL },
    { "Last updated: 4.5.2017", "2017-05-04", NULL },
    { "Last updated: 12/25/17", "2017-12-25", NULL },
    /* Cue and date on two lines. */
    { "# Effective date\n25 May 2018", "2018-05-25", "2018-05-25" },
    { "Last updated⏎June 1, 2012", "2012-06-01", NULL },
    /* Both dates. */
    { "Last updated: June 1, 2012\nEffective July 1, 2012", "2012-06-01", "2012-07-01" },
    /* A date alone at the head, until another is named. */
    { "May 9, 2023\n# Privacy\nWe care.", "2023-05-09", NULL },
    { "2021.06.10\nWe care.", "2021-06-10", NULL },
    { "May 9, 2023\nWe care.\nLast updated: June 1, 2012", "2012-06-01", NULL },
    { "We care.\n# Kites\nFlights\nMay 9, 2023", NULL, NULL },
    { "May 2023\nWe care.", NULL, NULL },
    { "May 9, 2023 was a fine day for kites\nWe care.", NULL, NULL },
    /* No dates of the document. */
    { "We may update this policy at any time.", NULL, NULL },
    { "Form approved, expiration date 06/30/2016", NULL, NULL },
    { "On 31 October 2001 we opened our shop.", NULL, NULL },
    { "Under the privacy act, effective January 1, 2020, residents may ask us to delete data.", NULL, NULL },
    { "This replaces the previous version, last updated on June 1, 2012.", NULL, NULL },
    { "Last updated: 31/02/2017", NULL, NULL },
    { "Last updated: 45 May 1802", NULL, NULL },
    { "~ Last updated: June 1, 2012\nWe care.", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SpSegmentation) segmentation = NULL;
      SpFacts facts = find (cases[i].outline, &segmentation);

      g_test_message ("%s", cases[i].outline);
      g_assert_cmpstr (facts.policy_date, ==, cases[i].policy_date);
      g_assert_cmpstr (facts.effective_date, ==, cases[i].effective_date);
      sp_facts_clear (&facts);
    }
}

static void
keeps_the_words_of_a_date (void)
{
  g_autoptr (SpSegmentation) segmentation = NULL;
  SpFacts facts = find ("Privacy Policy\nLast updated on May 14th, 2018.", &segmentation);
  const char *text = sp_document_get_text (sp_segmentation_get_document (segmentation), NULL);
  g_autofree char *words = sp_span_dup_text (facts.policy_date_span, text);

  g_assert_cmpstr (words, ==, "May 14th, 2018");
  sp_facts_clear (&facts);
}

static void
finds_companies_and_we (void)
{
  static const struct
  {
    const char *outline;
    const char *companies;
    const char *we;
  } cases[] = {
    { "Acme Tools, Inc. (“Acme”, “we” or “us”) sells tools.", "Acme Tools, Inc.", "Acme Tools, Inc." },
    { "This says how Acmely (\"Acmely\", \"we\", \"us\" or \"our\") keeps data.", "Acmely", "Acmely" },
    { "Acmely, a shop of some people in Sometown, (“Acmely” or “We”), keeps data.", "Acmely", "Acmely" },
    { "At Acme-Soft, we keep little.\nAcme-Soft collects names. Acme-Soft may ask.", "Acme-Soft", "Acme-Soft" },
    { "“We”, “us” and “our” refer to Acme Tools GmbH.", "Acme Tools GmbH", "Acme Tools GmbH" },
    { "We are Acme Ltd., a shop.", "Acme Ltd.", "Acme Ltd." },
    { "We shop.\nThis notice binds you and Acme Tools Ltd, the owner and provider of this website.", "Acme Tools Ltd", NULL },
    { "This site is operated by Acme Tools LLC.", "Acme Tools LLC", NULL },
    { "# Acme Privacy Policy\nAcme keeps little. Acme’s shop is small. Acme may ask.", "Acme", NULL },
    { "Acme.com is small. Acme will ask. Acme uses names. Acme does not sell.", "Acme.com", NULL },
    { "Acme Media, Inc. (\"AM\", \"we\") keeps data.", "Acme Media, Inc.", "Acme Media, Inc." },
    { "Acme, Inc. and its subsidiaries and affiliates (“we” or “us”) sell tools.", "Acme, Inc.", "Acme, Inc." },
    { "Acme, Inc. (“Acme”, “we”) sells tools.\nAcme Pte., Ltd. and Acme, Inc. share them.", "Acme, Inc.", "Acme, Inc." },
    { "Samsara Co., Ltd. is a shop.\nSamsara Co., Ltd. will keep data.", "Samsara Co., Ltd.", NULL },
    /* Not the document's own names. */
    { "We keep names.\nCookies may be set. Cookies will last. Cookies can help. We use cookies.", "", NULL },
    { "We keep names.\nIt is so.\nAnd so.\nOr so.\nOr not.\nMay be.\n"
      "Otherco may read them. Otherco will. Otherco does. Otherco is far.", "", NULL },
    { "We are certified. We keep names.", "", NULL },
    { "Residents of Sometown (“US Residents”) may ask us.", "", NULL },
    { "Our Service uses Personal Data. The Website is new. Users may ask.", "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SpSegmentation) segmentation = NULL;
      SpFacts facts = find (cases[i].outline, &segmentation);
      g_autofree char *companies = NULL;

      g_ptr_array_add (facts.companies, NULL);
      companies = g_strjoinv ("; ", (char **) facts.companies->pdata);
      g_test_message ("%s", cases[i].outline);
      g_assert_cmpstr (companies, ==, cases[i].companies);
      g_assert_cmpstr (facts.we, ==, cases[i].we);
      sp_facts_clear (&facts);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/facts/reads_dates", reads_dates);
  g_test_add_func ("/core/facts/keeps_the_words_of_a_date", keeps_the_words_of_a_date);
  g_test_add_func ("/core/facts/finds_companies_and_we", finds_companies_and_we);
  return g_test_run ();
}
