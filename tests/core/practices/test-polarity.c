/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practices-test.h"

/* Around a word: -denied-, ~denied with a hedge~, +affirmed+. */
static const char *const sentences[] = {
  /* Plain denials, in all their forms. */
  "We do not -sell- your data.",
  "We don't -sell- your data.",
  "We don’t -sell- your data.",
  "Acme doesn't -share- it.",
  "We will not -share- it.",
  "We won't -share- it.",
  "We cannot -share- it.",
  "We shall not -disclose- it.",
  "We would never -rent- it.",
  "We have not -sold- it.",
  "We are not -selling- it.",
  "We no longer -collect- it.",
  "We refrain from -sharing- it.",
  "Providers are prohibited from -using- it.",
  /* The scope reaches over lists and passives. */
  "We will never -release-, sell or trade it.",
  "We will never release, -sell- or trade it.",
  "We will never release, sell or -trade- it.",
  "We do not sell, trade, or otherwise -transfer- it.",
  "It will not be -sold-, exchanged, transferred or given.",
  "It will not be sold, exchanged, transferred or -given-.",
  "Your data is never -sold- or rented to anybody.",
  "We do not collect, use or -share- location data with advertisers.",
  "We do not under any circumstances -sell- data.",
  "We do not share data about you or -sell- it.",
  "If you tell us not to, we still +share+ it.",
  "We have not passed data about you to firms that -sell- it.",
  /* Nor, neither, no, none, at no time. */
  "We do not sell data, nor do we -rent- it.",
  "Neither we nor our partners -sell- it.",
  "No personal data will be -sold-.",
  "No personal data that you give us will be -sold-.",
  "None of your data is -shared-.",
  "At no time will we -sell- it.",
  "Under no circumstances do we -share- it.",
  "In no event shall we -sell- or rent it.",
  "Nothing is -shared- with others.",
  /* The scope ends. */
  "We do not sell data, but we +share+ it.",
  "We do not sell data; we +share+ it.",
  "We do not sell data and we may +share+ it.",
  "We do not sell it, however we +share+ it.",
  "We do not share it except to +deliver+ parcels.",
  "We do not share it unless you +ask+ for that.",
  "We do not keep data which you +delete+.",
  "We do not use data when you +disable+ it.",
  "We do not sell it and only +share+ it with printers.",
  "We do not read mail that we +deliver+.",
  "We do not sell it, and our partners may +use+ it.",
  "Without your consent, we +share+ nothing but numbers.",
  "We +share+ data, not money.",
  /* No denial of a practice. */
  "We not only +sell+ it, we also rent it.",
  "Our uses are not limited to +sharing+ it.",
  "We do not guarantee that we never fail; we +share+ data.",
  "We cannot guarantee that others will +protect+ it.",
  "Whether or not you agree, we +share+ it.",
  "Do not hesitate to +contact+ us.",
  "If you do not want us to +share+ it, write.",
  "You do not have to +provide+ it.",
  "Users may not +sell+ it.",
  "This does not prevent us from +sharing+ it.",
  "This does not include what we +share+ with printers.",
  "We answer Do Not Track signals and +share+ data.",
  "We +share+ data for no more than 30 days.",
  "We may +use+ it without limitation.",
  "We are not responsible for what others +collect+.",
  "If it is no longer needed, we +delete+ it.",
  /* Hedges. */
  "We do not routinely ~track~ you.",
  "We do not knowingly ~collect~ it.",
  "We do not intentionally ~share~ it.",
  "We generally do not ~sell~ it.",
  "We do not currently ~respond~ to it.",
  "We typically will not ~share~ it.",
};

static const SpViewWord *
find_word (const SpSentenceView *view, const SpToken *tokens, gsize at)
{
  for (guint i = 0; i < view->n_words; i++)
    if (tokens[view->words[i].token].span.start == at)
      return &view->words[i];
  return NULL;
}

/* Takes the marks off and tells where the marked word begins, and by which mark. */
static char *
read_case (const char *marked, gsize *at, char *mark)
{
  const char *begin = marked + strcspn (marked, "-~+");
  const char *end = begin + 1 + strcspn (begin + 1, "-~+");

  *at = begin - marked;
  *mark = *begin;
  return g_strdup_printf ("%.*s%.*s%s", (int) (begin - marked), marked, (int) (end - begin - 1), begin + 1,
                          end + 1);
}

static void
tells_what_is_denied (void)
{
  g_autoptr (SpFindingRegistry) registry = test_registry_new ();

  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      gsize at;
      char mark;
      g_autofree char *text = read_case (sentences[i], &at, &mark);
      g_autoptr (SpSegmentation) segmentation = test_text_segment (text);
      g_autoptr (SpSentenceViews) views
        = sp_sentence_views_new (segmentation, sp_finding_registry_get_vocabulary (registry));
      guint n;
      const SpToken *tokens = sp_segmentation_get_tokens (segmentation, &n);
      const SpViewWord *word;

      g_test_message ("%s", sentences[i]);
      sp_polarity_mark (sp_finding_registry_get_polarity (registry), sp_sentence_views_get (views, 0));
      word = find_word (sp_sentence_views_get (views, 0), tokens, at);
      g_assert_nonnull (word);
      g_assert_cmpint ((word->flags & SP_VIEW_DENIED) != 0, ==, mark != '+');
      g_assert_cmpint ((word->flags & SP_VIEW_WEAK) != 0, ==, mark == '~');
    }
}

static void
flips_when_a_not_is_inserted (void)
{
  static const char *const pairs[][2] = {
    { "We may sell your personal information to others.", "We may not sell your personal information to others." },
    { "We will rent our customer lists.", "We will not rent our customer lists." },
    { "Your data can be sold to advertisers.", "Your data can not be sold to advertisers." },
    { "We sell your data to other companies.", "We never sell your data to other companies." },
  };
  g_autoptr (SpFindingRegistry) registry = test_registry_new ();

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    for (guint j = 0; j < 2; j++)
      {
        g_autoptr (SpSegmentation) segmentation = test_text_segment (pairs[i][j]);
        g_autoptr (SpPractices) practices = test_practices_new (registry, segmentation);

        g_test_message ("%s", pairs[i][j]);
        g_assert_cmpuint (sp_practices_count (practices, "SELL_AFFIRMED", NULL), ==, j == 0);
        g_assert_cmpuint (sp_practices_count (practices, "SELL_DENIED", NULL), ==, j == 1);
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  g_test_add_func ("/core/polarity/tells_what_is_denied", tells_what_is_denied);
  g_test_add_func ("/core/polarity/flips_when_a_not_is_inserted", flips_when_a_not_is_inserted);
  return g_test_run ();
}
