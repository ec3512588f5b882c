/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "language-test.h"

#include <string.h>

/* A "|" stands where a new sentence begins. */
static void
splits_sentences (void)
{
  static const char *const cases[] = {
    "We keep your name. |We do not sell it. |Ask us!",
    /* Short forms. */
    "Write to Acme Corp. at the address below.",
    "Acme Inc. and Beta Ltd. are our partners, e.g. for mail, i.e. letters, and so on.",
    "Acme Pte. Ltd. makes lamps. |We sell them.",
    "We belong to Acme Inc. |We are based in the U.S. |Our servers are in the U.S. and the U.K. too.",
    "The U.S. Department of Commerce and Acme Corp. Privacy Team keep a list.",
    "Under No. 5 of the list, and Sec. 22575, you may object.",
    "Is it sold? |No. |We give it to no one.",
    "Ask Dr. J. R. Miller, Mr. Smith vs. Ms. Jones, or St. Mary's.",
    "We use names, addresses, etc. if you allow it. |We log visits, clicks, etc. |We keep them.",
    "Write before 5 p.m. on Monday. |We close at 6 p.m. |Please ring first.",
    /* Numbers, addresses, versions. */
    "It costs 1.50 a month. |See www.acme.com. |Or write to help@acme.co.uk. |Version 2.1 is out.",
    "Opt out at aboutads.info or https://acme.com/opt.out?x=1. |Then return.",
    "We keep it for a year. |30 days later it is gone.",
    /* Stops where none belongs. */
    "All of it is run by Acmely., which is based abroad.",
    "Acmely. servers are locked.",
    "We share nothing. |except where the law asks for it.",
    "we ask for a name. |we keep it. |you may refuse.",
    /* No blank after the stop. */
    "This is for your own use.|Billing is done by others.",
    "It is safe.|We promise.|It is new (really).|Then it grows old.",
    "We use Node.js, ASP.Net and Acme.Net services.",
    /* Marks that close and open. */
    "He said \"We track you.\" |Then he left. |(We did not.) |[Really.]",
    "The “Services.” |The rest.",
    "Do you share it?! |Yes. |\"Always.\"",
    "Yahoo! Inc. is a company. |Wait... what? |Nothing.",
    /* Lists inside a sentence. */
    "We may (a) ask for names; (b) keep them; and (c) use them. |(d) We may also sell them.",
    "You agree: (a) to give a name. (b) to keep it right.",
    "1. We collect names. |2. We use them.",
    "A. What we collect",
    "iv. Cookies and beacons. |They are small.",
    "We do two things. |- Ask first. |- Tell you after. |• Then wait.",
    "You may choose: we keep it; we delete it; or we do neither.",
    /* Other languages. */
    "Nous gardons votre nom. |Écrivez-nous.",
    "我们收集信息。|我们不出售。",
    /* Line breaks that the author made. */
    "Acme Inc.⏎|12 High Street⏎|Sometown",
    "a line that goes on⏎in the next",
  };
  g_autoptr (GRegex) bars = g_regex_new ("(\\s|⏎)*\\|", 0, 0, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *unbroken = g_regex_replace_literal (bars, cases[i], -1, 0, "|", 0, NULL);
      g_autoptr (GString) expected = g_string_new (unbroken);
      g_autoptr (GString) text = g_string_new (cases[i]);
      g_autoptr (SpSegmentation) segmentation = NULL;
      g_autofree char *found = NULL;

      g_string_replace (text, "|", "", 0);
      g_string_replace (expected, "⏎", "\n", 0);
      segmentation = test_segmentation_new (text->str);
      found = test_sentences_dup (segmentation, "|");
      g_assert_cmpstr (found, ==, expected->str);
    }
}

/* The norms, with a letter for what they are. */
static char *
describe_tokens (SpSegmentation *segmentation)
{
  guint n_tokens;
  const SpToken *tokens = sp_segmentation_get_tokens (segmentation, &n_tokens);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < n_tokens; i++)
    g_string_append_printf (out, "%s%c:%s", i > 0 ? " " : "", "wnpa"[tokens[i].kind], tokens[i].norm);
  return g_string_free (out, FALSE);
}

static void
reads_tokens (void)
{
  static const struct
  {
    const char *text;
    const char *expected;
  } cases[] = {
    { "We don’t share.", "w:we w:don't w:share p:." },
    { "third-party opt‑out", "w:third-party w:opt-out" },
    { "ÉTÉ Straße İ", "w:été w:straße w:i" },
    { "our users' data", "w:our w:users p:' w:data" },
    { "“we” (the 'Site')", "p:\" w:we p:\" p:( w:the p:' w:site p:' p:)" },
    { "30 days, 1,000 users, 2018-05-14.", "n:30 w:days p:, n:1,000 w:users p:, n:2018-05-14 p:." },
    { "the 13th at 12:30, a 90-day term, 10%", "w:the n:13th w:at n:12:30 p:, w:a n:90-day w:term p:, n:10 p:%" },
    { "the U.S. and e.g. this", "w:the w:u.s. w:and w:e.g. w:this" },
    { "AT&T; and/or P&L", "w:at&t p:; w:and p:/ w:or w:p&l" },
    { "§ 5 ¶", "p:§ n:5 p:¶" },
    { "See https://a.org/b?c=(d). Or", "w:see a:https://a.org/b?c=(d) p:. w:or" },
    { "(see http://a.org/b)", "p:( w:see a:http://a.org/b p:)" },
    { "aboutads.info, WWW.ACME.COM:", "a:aboutads.info p:, a:www.acme.com p::" },
    { "privacy.team+eu@acme-inc.co.uk.", "a:privacy.team+eu@acme-inc.co.uk p:." },
    { "acme.com/privacy, acme.com’s", "a:acme.com/privacy p:, a:acme.com p:' w:s" },
    { "for use.It is", "w:for w:use p:. w:it w:is" },
    { "session_id _ga a@b", "w:session_id p:_ w:ga w:a p:@ w:b" },
    { "-- a - b", "p:- p:- w:a p:- w:b" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SpSegmentation) segmentation = test_segmentation_new (cases[i].text);
      g_autofree char *found = describe_tokens (segmentation);

      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

static void
shares_the_norms_of_equal_tokens (void)
{
  g_autoptr (SpSegmentation) segmentation = test_segmentation_new ("Data\nYour data");
  guint n_tokens;
  const SpToken *tokens = sp_segmentation_get_tokens (segmentation, &n_tokens);

  g_assert_cmpuint (n_tokens, ==, 3);
  g_assert_true (tokens[0].norm == tokens[2].norm);
}

static void
leaves_out_boilerplate (void)
{
  g_autoptr (SpSegmentation) segmentation = test_segmentation_new ("~ Home. About.\n# Privacy\nWe care. Do we?");
  guint n_segments;
  const SpSegment *segments = sp_segmentation_get_segments (segmentation, &n_segments);

  g_assert_cmpuint (n_segments, ==, 3);
  g_assert_cmpuint (segments[0].n_sentences, ==, 0);
  g_assert_cmpuint (segments[1].n_sentences, ==, 1);
  g_assert_cmpuint (segments[2].first_sentence, ==, 1);
  g_assert_cmpuint (segments[2].n_sentences, ==, 2);
}

static void
leaves_out_injected_words (void)
{
  g_autoptr (SpDocument) document = test_document_new ("Some words\nWe log abuse (e cheap pillsg.) too.", "cheap pills");
  g_autoptr (SpSegmentation) segmentation = sp_segmentation_new (document, NULL);
  g_autofree char *found = describe_tokens (segmentation);

  g_assert_cmpstr (found, ==, "w:some w:words w:we w:log w:abuse p:( w:e w:g p:. p:) w:too p:.");
}

static void
names_the_lead_in_of_items (void)
{
  static const struct
  {
    const char *outline; /* the last line is the item in question */
    guint expected;
  } cases[] = {
    { "We collect:\n- names", 0 },
    { "We collect\n- names", 0 },
    { "We collect the following.\n- names", 0 },
    { "We collect this:\n- names\n- - first names", 1 },
    { "We say this:\n- We ask.\n- - Ask us.", SP_BLOCK_NO_PARENT },
    { "We collect:\n- names, as\n- - first names", 1 },
    { "We value you.\n- Names are kept.", SP_BLOCK_NO_PARENT },
    { "# What we collect:\n- names", 0 },
    { "# What we collect\n- names", SP_BLOCK_NO_PARENT },
    { "We collect:\nnames", SP_BLOCK_NO_PARENT },
    { "- names", SP_BLOCK_NO_PARENT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SpSegmentation) segmentation = test_segmentation_new (cases[i].outline);
      guint n_segments;
      const SpSegment *segments = sp_segmentation_get_segments (segmentation, &n_segments);

      g_test_message ("%s", cases[i].outline);
      g_assert_cmpuint (segments[n_segments - 1].lead_in, ==, cases[i].expected);
    }
}

static void
lists_the_headings_above_a_segment (void)
{
  g_autoptr (SpSegmentation) segmentation = test_segmentation_new ("# Privacy\nWe collect:\n- names");
  guint path[6];

  g_assert_cmpuint (sp_segmentation_list_headings (segmentation, 2, path), ==, 1);
  g_assert_cmpuint (path[0], ==, 0);
  g_assert_cmpuint (sp_segmentation_list_headings (segmentation, 0, path), ==, 0);
}

static void
keeps_one_segment_a_block_when_cancelled (void)
{
  g_autoptr (SpDocument) document = test_document_new ("One.\nTwo.", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (SpSegmentation) segmentation = NULL;
  guint n;

  g_cancellable_cancel (cancellable);
  segmentation = sp_segmentation_new (document, cancellable);
  sp_segmentation_get_segments (segmentation, &n);
  g_assert_cmpuint (n, ==, 2);
  sp_segmentation_get_sentences (segmentation, &n);
  g_assert_cmpuint (n, ==, 0);
}

static void
assert_sound (SpDocument *document)
{
  g_autoptr (SpSegmentation) segmentation = sp_segmentation_new (document, NULL);
  const char *text = sp_document_get_text (document, NULL);
  guint n_segments;
  guint n_sentences;
  guint n_tokens;
  const SpSegment *segments = sp_segmentation_get_segments (segmentation, &n_segments);
  const SpSentence *sentences = sp_segmentation_get_sentences (segmentation, &n_sentences);
  const SpToken *tokens = sp_segmentation_get_tokens (segmentation, &n_tokens);
  guint next_sentence = 0;
  guint next_token = 0;
  gsize position = 0;

  g_assert_cmpuint (n_segments, ==, sp_document_get_n_blocks (document));
  for (guint i = 0; i < n_segments; i++)
    {
      g_assert_cmpuint (segments[i].first_sentence, ==, next_sentence);
      next_sentence += segments[i].n_sentences;
    }
  g_assert_cmpuint (next_sentence, ==, n_sentences);

  for (guint i = 0; i < n_sentences; i++)
    {
      g_assert_cmpuint (sentences[i].first_token, ==, next_token);
      g_assert_cmpuint (sentences[i].n_tokens, >, 0);
      g_assert_true (sp_span_contains (segments[sentences[i].segment].block->span, sentences[i].span));
      for (guint j = 0; j < sentences[i].n_tokens; j++, next_token++)
        g_assert_true (sp_span_contains (sentences[i].span, tokens[next_token].span));
    }
  g_assert_cmpuint (next_token, ==, n_tokens);

  for (guint i = 0; i < n_tokens; i++)
    {
      g_assert_cmpuint (tokens[i].span.start, >=, position);
      g_assert_cmpuint (tokens[i].span.end, >, tokens[i].span.start);
      g_assert_true (g_utf8_validate (text + tokens[i].span.start, sp_span_length (tokens[i].span), NULL));
      position = tokens[i].span.end;
    }
}

static void
is_sound_for_odd_texts (void)
{
  static const char *const texts[] = {
    "", ".", "...", "\u00a0", "a", "é.É", "“", "(((((", ". . . A", "http://", "a@", "@a.com", "1.", "…",
    "𝒜b.𝒞d", "e\u0301tude", "a.b.c.d.e.f.g", "U.", "\u200b.", "-", "--\n- -", "'", "a'", "a-", "9.9.9.",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (SpDocument) document = test_document_new (texts[i], NULL);

      assert_sound (document);
    }
}

/* Texts that make a careless reader go back again and again, beyond the time limit of the program. */
static void
takes_linear_time (void)
{
  static const char *const pieces[] = { "a.", "a-", "(", "1.", "a@", "\"", "a.b/", "A. ", "http://(", "’" };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (SpDocument) document = NULL;

      while (text->len < 1000000)
        g_string_append (text, pieces[i]);
      document = test_document_new (text->str, NULL);
      assert_sound (document);
    }
}

static void
is_sound_for_real_policies (void)
{
  static const char *const folders[] = { "seeds", "opp115_sanitized", "ota_other_languages_md", "appch_zh_txt" };

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autoptr (GPtrArray) paths = test_policies_list (folders[i]);

      if (paths == NULL)
        {
          g_test_skip ("the policies are not beside the checkout");
          return;
        }
      for (guint j = 0; j < paths->len; j++)
        {
          g_autoptr (SpDocument) document = test_policy_read (g_ptr_array_index (paths, j));

          if (document != NULL)
            assert_sound (document);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/segmentation/splits_sentences", splits_sentences);
  g_test_add_func ("/core/segmentation/reads_tokens", reads_tokens);
  g_test_add_func ("/core/segmentation/shares_the_norms_of_equal_tokens", shares_the_norms_of_equal_tokens);
  g_test_add_func ("/core/segmentation/leaves_out_boilerplate", leaves_out_boilerplate);
  g_test_add_func ("/core/segmentation/leaves_out_injected_words", leaves_out_injected_words);
  g_test_add_func ("/core/segmentation/names_the_lead_in_of_items", names_the_lead_in_of_items);
  g_test_add_func ("/core/segmentation/lists_the_headings_above_a_segment", lists_the_headings_above_a_segment);
  g_test_add_func ("/core/segmentation/keeps_one_segment_a_block_when_cancelled",
                   keeps_one_segment_a_block_when_cancelled);
  g_test_add_func ("/core/segmentation/is_sound_for_odd_texts", is_sound_for_odd_texts);
  g_test_add_func ("/core/segmentation/takes_linear_time", takes_linear_time);
  g_test_add_func ("/core/segmentation/is_sound_for_real_policies", is_sound_for_real_policies);
  return g_test_run ();
}
