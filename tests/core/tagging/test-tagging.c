/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-tagging.h"

#include <math.h>
#include <string.h>

#include "language-test.h"

/* Our own, for a shop that does not exist. */
#define POLICY \
  "# Lantern Post privacy policy\n" \
  "This privacy policy describes how Lantern Post handles your personal information when you use " \
  "our website.\n" \
  "# What we collect\n" \
  "We collect the following information:\n" \
  "- your name and e-mail address when you order\n" \
  "- your IP address and the pages you visit, by means of cookies\n" \
  "# Whom we share it with\n" \
  "We may share your personal information with service providers who deliver parcels on our " \
  "behalf. We do not sell it to third parties.\n" \
  "# Security\n" \
  "Payment data are encrypted with SSL to protect them against unauthorized access.\n" \
  "# Your choices\n" \
  "You may opt out of our newsletter by following the unsubscribe link. You can review, " \
  "correct or delete your personal information in your account.\n" \
  "# Children\n" \
  "Our shop is not directed to children under the age of 13, and we do not knowingly collect " \
  "information from them.\n" \
  "# Changes\n" \
  "We may change this privacy policy from time to time and will post the new version on this " \
  "page.\n" \
  "# Contact\n" \
  "If you have any questions about this policy, contact us at privacy@lanternpost.example.\n" \
  "~ Home | Shop | Share on social media"

#define TERMS \
  "# Terms of service\n" \
  "These terms are an agreement between you and Lantern Post. By placing an order you agree to " \
  "them.\n" \
  "# Orders\n" \
  "Prices include value added tax. We may refuse any order. You may return lamps within fourteen " \
  "days of delivery, and we refund the purchase price within ten days.\n" \
  "# Liability\n" \
  "To the extent permitted by law our liability for damages is limited to the fees you paid. We " \
  "give no warranties. You indemnify us against claims of others that arise from your content.\n" \
  "# Disputes\n" \
  "This agreement is governed by the law of Norland, and its courts have jurisdiction over any " \
  "dispute. We may terminate your subscription if you breach these terms.\n"

#define RECIPE \
  "# Onion soup\n" \
  "Peel the onions and cut them into thin rings. Melt the butter in a large pot and let the " \
  "onions turn brown in it, which takes about half an hour.\n" \
  "Add the flour, then the stock, and let the soup simmer. Share it with friends.\n"

#define FRENCH \
  "# Politique de confidentialité\n" \
  "Cette politique de confidentialité décrit comment nous traitons vos données personnelles " \
  "lorsque vous utilisez notre site. Nous collectons votre nom et votre adresse électronique.\n" \
  "Nous pouvons partager vos données avec nos partenaires. Vous pouvez vous opposer à ce " \
  "traitement à tout moment.\n"

/* An error page keeps the banner on cookies, the menus of its shop, and the link to the policy. */
#define ERROR_PAGE \
  "This shop uses cookies to remember what you collect in your basket. To learn how we use cookies, " \
  "and how you disable them, see our notice on cookies. By continuing to browse you consent to our " \
  "use of cookies.\n" \
  "- Privacy policy\n" \
  "- Wall lamps and lanterns with brass arms and glass shades\n" \
  "- Garden posts, path lights, solar lanterns and string lights\n" \
  "- Table lamps from small workshops: oak, ash, walnut, linen\n" \
  "- Wicks, burners, chimneys, oil cans, mantles, spare glass\n" \
  "- Cast iron, forged steel, hammered copper, polished tin\n" \
  "- Candle sticks, snuffers, tapers, beeswax, moulds, dyes\n" \
  "- Porch, hall, kitchen, stairs, bedroom, study, attic, cellar\n" \
  "- Spare bulbs: bayonet, screw, candle, globe, tube, halogen\n" \
  "- Sockets, switches, dimmers, timers, flex, plugs, adapters\n" \
  "- Norland, Westmark, Eastmark, Southmark, Highmoor, Lowfen\n" \
  "# Page not found\n" \
  "The page that you were looking for has moved, or was never there.\n" \
  "- Do not sell or share my personal information\n"

#define LOADING "# Privacy policy\nWe are loading our privacy policy on personal data and cookies.\n"

typedef struct
{
  SpTagger *tagger;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer with_model)
{
  g_autoptr (GError) error = NULL;

  fixture->tagger = with_model != NULL
                      ? sp_tagger_new (SP_TEST_MODEL_DIR "/" SP_MODEL_FILE, &error)
                      : sp_tagger_new_without_model (&error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer with_model)
{
  sp_tagger_unref (fixture->tagger);
}

static SpTagging *
tag (const Fixture *fixture, const char *outline)
{
  g_autoptr (SpSegmentation) segmentation = test_segmentation_new (outline);

  return sp_tagging_new (segmentation, fixture->tagger, NULL);
}

static void
tags_what_each_segment_is_about (Fixture *fixture, gconstpointer with_model)
{
  static const struct
  {
    guint segment;
    SpCategory category;
  } expected[] = {
    { 4, SP_CATEGORY_FIRST_PARTY }, { 5, SP_CATEGORY_FIRST_PARTY },
    { 7, SP_CATEGORY_THIRD_PARTY }, { 9, SP_CATEGORY_SECURITY },
    { 11, SP_CATEGORY_CHOICE },     { 13, SP_CATEGORY_AUDIENCES },
    { 15, SP_CATEGORY_POLICY_CHANGE }, { 17, SP_CATEGORY_CONTACT },
  };
  g_autoptr (SpTagging) tagging = tag (fixture, POLICY);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_test_message ("segment %u: %s", expected[i].segment,
                      sp_category_get_id (expected[i].category));
      g_assert_true (sp_tagging_has_tag (tagging, expected[i].segment, expected[i].category));
    }
  g_assert_cmpuint (sp_tagging_get_n_categories (tagging), >=, 7);
}

static void
leaves_headings_and_boilerplate_without_tags (Fixture *fixture, gconstpointer with_model)
{
  g_autoptr (SpSegmentation) segmentation = test_segmentation_new (POLICY);
  g_autoptr (SpTagging) tagging = sp_tagging_new (segmentation, fixture->tagger, NULL);
  guint n_segments;
  const SpSegment *segments = sp_segmentation_get_segments (segmentation, &n_segments);

  for (guint i = 0; i < n_segments; i++)
    {
      SpBlockKind kind = segments[i].block->kind;
      guint n_tags;

      sp_tagging_get_tags (tagging, i, &n_tags);
      if (kind == SP_BLOCK_HEADING || kind == SP_BLOCK_BOILERPLATE)
        g_assert_cmpuint (n_tags, ==, 0);
      else
        g_assert_cmpuint (n_tags, >=, 1);
    }
}

static void
reads_an_item_with_its_lead_in (Fixture *fixture, gconstpointer with_model)
{
  g_autoptr (SpTagging) collected = tag (fixture, "We collect:\n- name and address");
  g_autoptr (SpTagging) shared = tag (fixture, "We may share with third parties:\n"
                                               "- name and address");

  g_assert_cmpfloat (sp_tagging_get_scores (collected, 1)->scores[SP_CATEGORY_THIRD_PARTY], <,
                     sp_tagging_get_scores (shared, 1)->scores[SP_CATEGORY_THIRD_PARTY]);
}

static void
reads_a_segment_with_its_heading (Fixture *fixture, gconstpointer with_model)
{
  g_autoptr (SpTagging) plain = tag (fixture, "This applies to every customer.");
  g_autoptr (SpTagging) headed = tag (fixture, "# Data retention: as long as we retain your data\n"
                                               "This applies to every customer.");

  g_assert_cmpfloat (sp_tagging_get_scores (plain, 0)->scores[SP_CATEGORY_RETENTION], <,
                     sp_tagging_get_scores (headed, 1)->scores[SP_CATEGORY_RETENTION]);
}

static gboolean
has_tag (const SpTag *tags, guint n_tags, SpCategory category)
{
  for (guint i = 0; i < n_tags; i++)
    if (tags[i].category == category)
      return TRUE;
  return FALSE;
}

static void
gives_each_tag_of_a_segment_to_some_of_its_sentences (Fixture *fixture, gconstpointer with_model)
{
  g_autoptr (SpSegmentation) segmentation = test_segmentation_new (POLICY);
  g_autoptr (SpTagging) tagging = sp_tagging_new (segmentation, fixture->tagger, NULL);
  guint n_segments;
  const SpSegment *segments = sp_segmentation_get_segments (segmentation, &n_segments);

  for (guint i = 0; i < n_segments; i++)
    {
      guint n_tags, n_given = 0, all = 0, given = 0;
      const SpTag *tags = sp_tagging_get_tags (tagging, i, &n_tags);

      for (guint k = 0; k < n_tags; k++)
        all |= 1U << tags[k].category;
      for (guint s = 0; s < segments[i].n_sentences; s++)
        {
          guint first = segments[i].first_sentence;
          const SpTag *own = sp_tagging_get_sentence_tags (tagging, first + s, &n_given);

          for (guint k = 0; k < n_given; k++)
            {
              g_assert_cmpfloat (own[k].confidence, <=,
                                 sp_tagging_get_scores (tagging, i)->scores[own[k].category]);
              given |= 1U << own[k].category;
            }
          if (segments[i].n_sentences == 1)
            g_assert_cmpmem (own, n_given * sizeof *own, tags, n_tags * sizeof *tags);
        }
      g_assert_cmphex (given, ==, all);
    }
}

static void
tells_the_sentences_of_a_segment_apart (Fixture *fixture, gconstpointer with_model)
{
  g_autoptr (SpSegmentation) segmentation = test_segmentation_new (POLICY);
  g_autoptr (SpTagging) tagging = sp_tagging_new (segmentation, fixture->tagger, NULL);
  guint n;
  guint first = sp_segmentation_get_segments (segmentation, &n)[11].first_sentence;
  const SpTag *tags = sp_tagging_get_sentence_tags (tagging, first, &n);

  g_assert_true (has_tag (tags, n, SP_CATEGORY_CHOICE));
  g_assert_false (has_tag (tags, n, SP_CATEGORY_ACCESS));
  tags = sp_tagging_get_sentence_tags (tagging, first + 1, &n);
  g_assert_true (has_tag (tags, n, SP_CATEGORY_ACCESS));
  g_assert_false (has_tag (tags, n, SP_CATEGORY_CHOICE));
}

/* The words of the reasons, the heaviest first. */
static char *
dup_reasons (SpSegmentation *segmentation, GArray *reasons)
{
  const char *text = sp_document_get_text (sp_segmentation_get_document (segmentation), NULL);
  GString *words = g_string_new ("|");

  for (guint i = 0; i < reasons->len; i++)
    {
      SpSpan span = g_array_index (reasons, SpTagReason, i).span;

      g_string_append_len (words, text + span.start, sp_span_length (span));
      g_string_append_c (words, '|');
    }
  return g_string_free (words, FALSE);
}

static void
names_the_words_that_spoke_for_a_tag (Fixture *fixture, gconstpointer with_model)
{
  static const struct
  {
    guint segment;
    SpCategory category;
    const char *word;
  } expected[] = {
    { 5, SP_CATEGORY_FIRST_PARTY, "IP address" },     { 9, SP_CATEGORY_SECURITY, "encrypted" },
    { 7, SP_CATEGORY_THIRD_PARTY, "service providers" }, { 11, SP_CATEGORY_CHOICE, "opt out" },
    { 11, SP_CATEGORY_ACCESS, "delete" },             { 13, SP_CATEGORY_AUDIENCES, "children" },
    { 17, SP_CATEGORY_CONTACT, "contact us" },
  };
  g_autoptr (SpSegmentation) segmentation = test_segmentation_new (POLICY);
  g_autoptr (SpTagging) tagging = sp_tagging_new (segmentation, fixture->tagger, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (GArray) reasons = sp_tagging_explain (tagging, expected[i].segment,
                                                       expected[i].category);
      g_autofree char *words = dup_reasons (segmentation, reasons);

      g_test_message ("segment %u, %s: %s", expected[i].segment,
                      sp_category_get_id (expected[i].category), words);
      g_assert_nonnull (strstr (words, expected[i].word));
    }
}

static void
gives_reasons_in_order_and_inside_the_segment (Fixture *fixture, gconstpointer with_model)
{
  g_autoptr (SpSegmentation) segmentation = test_segmentation_new (POLICY);
  g_autoptr (SpTagging) tagging = sp_tagging_new (segmentation, fixture->tagger, NULL);
  guint n_segments;
  const SpSegment *segments = sp_segmentation_get_segments (segmentation, &n_segments);

  for (guint i = 0; i < n_segments; i++)
    for (guint category = 0; category < SP_N_CATEGORIES; category++)
      {
        g_autoptr (GArray) reasons = sp_tagging_explain (tagging, i, category);
        const SpTagReason *all = (const SpTagReason *) (gpointer) reasons->data;

        g_assert_cmpuint (reasons->len, <=, SP_MAX_TAG_REASONS);
        if (segments[i].block->kind == SP_BLOCK_HEADING ||
            segments[i].block->kind == SP_BLOCK_BOILERPLATE)
          g_assert_cmpuint (reasons->len, ==, 0);
        for (guint k = 0; k < reasons->len; k++)
          {
            g_assert_true (sp_span_contains (segments[i].block->span, all[k].span));
            g_assert_false (sp_span_is_empty (all[k].span));
            g_assert_cmpfloat (all[k].weight, >, 0.0);
            g_assert_true (k == 0 || all[k - 1].weight >= all[k].weight);
            for (guint other = 0; other < k; other++)
              g_assert_false (sp_span_overlaps (all[k].span, all[other].span));
          }
      }
}

static void
tells_how_often_such_tags_are_right (Fixture *fixture, gconstpointer with_model)
{
  g_autoptr (SpTagging) tagging = tag (fixture, POLICY);
  SpTag unsure = { SP_CATEGORY_FIRST_PARTY, 0.35, FALSE };
  SpTag sure = { SP_CATEGORY_FIRST_PARTY, 0.95, FALSE };

  if (with_model == NULL)
    {
      g_assert_true (isnan (sp_tagging_get_precision (tagging, &sure)));
      return;
    }
  g_assert_cmpfloat (sp_tagging_get_precision (tagging, &unsure), >, 0.1);
  g_assert_cmpfloat (sp_tagging_get_precision (tagging, &unsure), <, 0.6);
  g_assert_cmpfloat (sp_tagging_get_precision (tagging, &sure), >, 0.85);
  g_assert_cmpfloat (sp_tagging_get_precision (tagging, &sure), <=, 1.0);
}

static void
tells_a_policy_from_other_documents (Fixture *fixture, gconstpointer with_model)
{
  static const struct
  {
    const char *name;
    const char *outline;
    gboolean is_policy;
  } documents[] = {
    { "policy", POLICY, TRUE }, { "terms", TERMS, FALSE }, { "recipe", RECIPE, FALSE },
    { "French", FRENCH, FALSE }, { "empty", "", FALSE },   { "numbers", "1 2 3\n4\n", FALSE },
    { "error page", ERROR_PAGE, FALSE }, { "loading", LOADING, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autoptr (SpTagging) tagging = tag (fixture, documents[i].outline);
      double is_policy = sp_tagging_get_is_policy (tagging);

      g_test_message ("%s: %.2f", documents[i].name, is_policy);
      g_assert_cmpfloat (is_policy, >=, 0.0);
      g_assert_cmpfloat (is_policy, <=, 1.0);
      g_assert_true ((is_policy >= 0.5) == documents[i].is_policy);
    }
}

static void
has_no_tags_when_it_is_cancelled (Fixture *fixture, gconstpointer with_model)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (SpSegmentation) segmentation = test_segmentation_new (POLICY);
  g_autoptr (SpTagging) tagging = NULL;
  guint n_sentences;

  sp_segmentation_get_sentences (segmentation, &n_sentences);
  g_cancellable_cancel (cancellable);
  tagging = sp_tagging_new (segmentation, fixture->tagger, cancellable);
  g_assert_cmpuint (sp_tagging_get_n_categories (tagging), ==, 0);
  for (guint i = 0; i < n_sentences; i++)
    {
      guint n_tags;

      sp_tagging_get_sentence_tags (tagging, i, &n_tags);
      g_assert_cmpuint (n_tags, ==, 0);
    }
}

static void
add (const char *name, void (*func) (Fixture *, gconstpointer))
{
  g_autofree char *with = g_strconcat ("/core/tagging/model/", name, NULL);
  g_autofree char *without = g_strconcat ("/core/tagging/cues/", name, NULL);

  g_test_add (with, Fixture, "with", set_up, func, tear_down);
  g_test_add (without, Fixture, NULL, set_up, func, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("tags_what_each_segment_is_about", tags_what_each_segment_is_about);
  add ("leaves_headings_and_boilerplate_without_tags",
       leaves_headings_and_boilerplate_without_tags);
  add ("reads_an_item_with_its_lead_in", reads_an_item_with_its_lead_in);
  add ("reads_a_segment_with_its_heading", reads_a_segment_with_its_heading);
  add ("gives_each_tag_of_a_segment_to_some_of_its_sentences",
       gives_each_tag_of_a_segment_to_some_of_its_sentences);
  add ("tells_the_sentences_of_a_segment_apart", tells_the_sentences_of_a_segment_apart);
  add ("names_the_words_that_spoke_for_a_tag", names_the_words_that_spoke_for_a_tag);
  add ("gives_reasons_in_order_and_inside_the_segment",
       gives_reasons_in_order_and_inside_the_segment);
  add ("tells_how_often_such_tags_are_right", tells_how_often_such_tags_are_right);
  add ("tells_a_policy_from_other_documents", tells_a_policy_from_other_documents);
  add ("has_no_tags_when_it_is_cancelled", has_no_tags_when_it_is_cancelled);
  return g_test_run ();
}
