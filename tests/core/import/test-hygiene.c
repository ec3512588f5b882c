/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import-test.h"

#include <string.h>

#define LONG "We keep what you type into the form on our page, and nobody but the two of us reads it."

static void
repairs_mojibake_that_is_valid (void)
{
  static const struct
  {
    const char *text;
    const char *expected;
    gboolean repaired;
  } cases[] = {
    { "The shop\u00e2\u20ac\u2122s page", "The shop’s page", TRUE },
    { "\u00e2\u20ac\u0153Data\u00e2\u20ac\xC2\x9D here", "“Data” here", TRUE },
    { "One \u00e2\u20ac\u201c two \u00c2\u00ae", "One – two ®", TRUE },
    { "A\u00c2\u00a0blank", "A blank", TRUE },
    { "Caf\u00c3\u00a9 d\u00c3\u00a9j\u00c3\u00a0", "Café déjà", TRUE },
    { "Âge, château, 10 € – “fine”", "Âge, château, 10 € – “fine”", FALSE },
    { "QUALIT\u00c9\u00bb", "QUALITÉ»", FALSE },
    { "â€ cut off", "â€ cut off", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SpDocument) document = import_test_read ("a.txt", cases[i].text, -1);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (sp_document_get_text (document, NULL), ==, cases[i].expected);
      g_assert_cmpint (import_test_has (document, "mojibake-repaired"), ==, cases[i].repaired);
    }
}

static void
places_each_repair (void)
{
  g_autoptr (SpDocument) document
      = import_test_read ("a.txt", "First \u00e2\u20ac\u201c line.\n\nThe shop\u00e2\u20ac\u2122s \u00ad second.", -1);
  GPtrArray *diagnostics = sp_document_get_diagnostics (document);
  guint n = 0;

  for (guint i = 0; i < diagnostics->len; i++)
    {
      const SpDiagnostic *diagnostic = g_ptr_array_index (diagnostics, i);
      g_autofree char *quote = sp_span_dup_text (diagnostic->span, sp_document_get_text (document, NULL));

      if (g_str_equal (diagnostic->id, "mojibake-repaired"))
        g_assert_cmpstr (quote, ==, n++ == 0 ? "–" : "’");
    }
  g_assert_cmpuint (n, ==, 2);
  g_assert_true (import_test_has (document, "characters-tidied"));
}

static void
writes_characters_in_one_way (void)
{
  static const struct
  {
    const char *text;
    const char *expected;
  } cases[] = {
    { "a\u00a0 \u2003b", "a b" },
    { "soft\u00adhyphen, zero\u200bwidth", "softhyphen, zerowidth" },
    { "\u202eright\u202c to left", "right to left" },
    { "o\ufb03ce \ufb01le", "office file" },
    { "cafe\u0301 A\u030a", "café Å" },
    { "\ufeffstart", "start" },
    { "می\u200cخواهم", "می\u200cخواهم" },
    { "a \u00ad b", "a b" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SpDocument) document = import_test_read ("a.txt", cases[i].text, -1);

      g_assert_cmpstr (sp_document_get_text (document, NULL), ==, cases[i].expected);
    }
}

static void
takes_the_archive_header_for_metadata (void)
{
  static const char header[] = "The following text is extracted and transformed from the shop.example privacy policy "
                               "that was archived on 2017-11-05. Please check the [original snapshot on the Wayback "
                               "Machine](https://web.archive.org/web/2017/http%3A//shop.example/p) for the most "
                               "accurate reproduction.";
  static const char *const shapes[] = { "> *%s*\n\n# Privacy\n\n%s\n", "%s\n\nPrivacy\n\n%s\n", "*%s*\n\n# Privacy\n\n%s\n" };

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      g_autoptr (GString) text = g_string_new (shapes[i]);
      g_autoptr (SpDocument) document = NULL;
      g_autofree char *outline = NULL;

      g_string_replace (text, "%s", header, 1);
      g_string_replace (text, "%s", LONG, 1);
      document = import_test_read ("a.txt", text->str, -1);
      outline = import_test_outline (document);
      g_assert_cmpstr (outline, ==, "h1 Privacy\np " LONG "\n");
      g_assert_cmpstr (sp_document_get_domain (document), ==, "shop.example");
      g_assert_cmpstr (sp_document_get_snapshot_date (document), ==, "2017-11-05");
      g_assert_true (import_test_has (document, "archive-header-removed"));
    }
}

static void
splits_headings_off_the_text_they_ran_into (void)
{
  static const ImportCase cases[] = {
    { "between sentences",
      "We run a shop for garden tools.Data retentionWe keep orders for ten years.Changes to this noticeThis notice may change.",
      "p We run a shop for garden tools.\nh2 Data retention\np We keep orders for ten years.\n"
      "h2 Changes to this notice\np This notice may change.\n" },
    { "after an address, and one word alone",
      "To learn more, visit gardens.exampleDo Not Track signalsSome browsers send a signal.CookiesThe shop sets one.",
      "p To learn more, visit gardens.example\nh2 Do Not Track signals\np Some browsers send a signal.\n"
      "h2 Cookies\np The shop sets one.\n" },
    { "names with a joint are words", "You may pay by PayPal. LinkedIn In-Apps see it, and JavaScript We run.",
      "p You may pay by PayPal. LinkedIn In-Apps see it, and JavaScript We run.\n" },
    { "names that stand there often",
      "Use of data: GardenTools may keep it. GardenTools keeps orders.Advertising and GardenTools Here it is.",
      "p Use of data: GardenTools may keep it. GardenTools keeps orders.Advertising and GardenTools Here it is.\n" },
    { "a sentence is no heading", "We use tools.You may contact usWe answer soon.",
      "p We use tools.You may contact usWe answer soon.\n" },
    { "sentences are parted once headings were",
      "It is so.Information securityWe lock doors.Data breachWe will write to you.This notice is from May.",
      "p It is so.\nh2 Information security\np We lock doors.\nh2 Data breach\np We will write to you.\n"
      "p This notice is from May.\n" },
  };

  import_test_cases ("a.txt", cases, G_N_ELEMENTS (cases));
}

static void
tells_that_structure_was_lost (void)
{
  g_autoptr (SpDocument) glued = import_test_read (
      "a.txt", "We sell tools.Data retentionWe keep orders.CookiesThe shop sets one.Your rightsYou may ask us for a copy.", -1);
  g_autoptr (SpDocument) whole = import_test_read ("a.txt", "Data retention\n\n" LONG, -1);

  g_assert_false (sp_document_get_has_structure (glued));
  g_assert_true (import_test_has (glued, "headings-recovered"));
  g_assert_true (sp_document_get_block (glued, 1)->flags & SP_BLOCK_RECOVERED);
  g_assert_true (sp_document_get_has_structure (whole));
  g_assert_false (sp_document_get_block (whole, 0)->flags & SP_BLOCK_RECOVERED);
}

static void
finds_headings_in_bold (void)
{
  static const ImportCase cases[] = {
    { "a line of its own", "# Privacy\n\n**1. Scope**\n\n" LONG "\n\n**1.1 Who we are**\n\n" LONG "\n",
      "h1 Privacy\nh2 1. Scope\np " LONG "\nh3 1.1 Who we are\np " LONG "\n" },
    { "the first line of a paragraph", "**Use of your data**  \n" LONG "\n", "h2 Use of your data\np " LONG "\n" },
    { "a numbered line, bold or not", "2\\. Your rights  \nYou may ask.\n\n1 Shed Lane  \nThe Town\n",
      "h2 2. Your rights\np You may ask.\np 1 Shed Lane / The Town\n" },
    { "the start of a paragraph", "**Cookies.** " LONG "\n", "h2 Cookies.\np " LONG "\n" },
    { "a bold sentence is none", "**We never sell your data.** " LONG "\n\n**Read this**\n",
      "p We never sell your data. " LONG "\np Read this\n" },
    { "a term in an item is none", "- **Cookie:** a file\n- **Log:** a list\n", "i1 Cookie: a file\ni1 Log: a list\n" },
  };

  import_test_cases ("a.md", cases, G_N_ELEMENTS (cases));
}

static void
finds_plain_headings_among_marked_ones (void)
{
  static const char marked[] = "<h2>One</h2><p>" LONG "</p><h2>Two</h2><p>" LONG "</p><h2>Three</h2><p>" LONG "</p>";
  static const struct
  {
    const char *line;
    gboolean is_heading;
  } cases[] = {
    { "CHILDREN", TRUE },
    { "1.2 Personal information", TRUE },
    { "How Do You Share Information?", TRUE },
    { "Your Privacy Rights", TRUE },
    { "Garden Tools Limited", FALSE },
    { "Privacy Office, Shed 12345", FALSE },
    { "We Share Personal Information", FALSE },
    { "In short: we collect information", FALSE },
    { "Last Updated in May 2021", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *page = g_strdup_printf ("%s<p>%s</p><p>" LONG "</p>", marked, cases[i].line);
      g_autoptr (SpDocument) document = import_test_read ("a.html", page, -1);

      g_test_message ("%s", cases[i].line);
      g_assert_cmpint (sp_document_get_block (document, 6)->kind, ==,
                       cases[i].is_heading ? SP_BLOCK_HEADING : SP_BLOCK_PARAGRAPH);
    }
}

static void
finds_headings_that_are_questions_or_lone_items (void)
{
  static const ImportCase cases[] = {
    { "a long question above a list",
      "<p>" LONG "<p>Which of the personal information that you give to us do we share with others, and why?<ul><li>" LONG "<li>" LONG "</ul>",
      "p " LONG "\nh2 Which of the personal information that you give to us do we share with others, and why?\ni1 " LONG "\ni1 " LONG "\n" },
    { "a list of one above a paragraph", "<p>" LONG "<ol><li>Who does this policy apply to?</ol><p>" LONG "<ol start=2><li>Data retention</ol><p>" LONG,
      "p " LONG "\nh2 Who does this policy apply to?\np " LONG "\nh2 Data retention\np " LONG "\n" },
    { "a list of one below its lead-in", "<p>We note:<ol><li>Data retention</ol><p>" LONG, "p We note:\ni1 Data retention\np " LONG "\n" },
    { "an address", "<p>" LONG "<p>Data Protection<p>Shed Lane<p>The Town 12345<p>" LONG,
      "p " LONG "\np Data Protection\np Shed Lane\np The Town 12345\np " LONG "\n" },
  };

  import_test_cases ("a.html", cases, G_N_ELEMENTS (cases));
}

static char *
repeat (const char *text, guint n)
{
  GString *all = g_string_new (NULL);

  while (n-- > 0)
    g_string_append (all, text);
  return g_string_free (all, FALSE);
}

#define POLICY "We collect personal information and data, and share personal information with your consent. "
#define TERMS "You indemnify us; no warranty is given, and liability for damages is excluded to the end. "

static void
leaves_out_terms_on_the_same_page (void)
{
  static const struct
  {
    const char *label;
    const char *page; /* %1$s is a policy, %2$s are terms */
    gboolean has_other;
  } cases[] = {
    { "policy, then terms", "<h2>Privacy Policy</h2><p>%1$s</p><h2>Shop Terms of Use</h2><h3>One</h3><p>%2$s</p>", TRUE },
    { "terms, then policy", "<h2>Terms and Conditions</h2><p>%2$s</p><h2>Privacy Statement</h2><p>%1$s</p>", TRUE },
    { "one title for both", "<h1>User Agreement and Privacy Policy</h1><h2>I. Use</h2><p>%2$s</p><h2>II. Privacy Policy</h2><p>%1$s</p>", TRUE },
    { "a section that names the terms", "<h1>Privacy Policy</h1><p>%1$s</p><h2>Changes to the Terms of Use</h2><p>%2$s</p>", FALSE },
    { "a section of a policy", "<h1>Privacy Policy</h1><p>%1$s</p><h2>Terms of Use</h2><p>They apply too.</p><h2>More</h2><p>%1$s</p>", FALSE },
    { "terms alone", "<h1>Terms of Use</h1><p>%2$s</p><h2>Privacy Policy</h2><p>It stands on another page.</p>", FALSE },
  };
  g_autofree char *policy = repeat (POLICY, 20);
  g_autofree char *terms = repeat (TERMS, 20);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) page = g_string_new (cases[i].page);
      g_autoptr (SpDocument) document = NULL;
      g_autofree char *outline = NULL;

      g_string_replace (page, "%1$s", policy, 0);
      g_string_replace (page, "%2$s", terms, 0);
      document = import_test_read ("a.html", page->str, -1);
      outline = import_test_outline (document);
      g_test_message ("%s", cases[i].label);
      g_assert_cmpint (import_test_has (document, "other-document"), ==, cases[i].has_other);
      g_assert_cmpint (strstr (outline, "b You indemnify") != NULL, ==, cases[i].has_other);
      g_assert_null (strstr (outline, "b We collect"));
    }
}

static void
leaves_out_code_that_was_taken_for_text (void)
{
  static const ImportCase cases[] = {
    { "scripts", LONG "\n\nvar a={\"x\":1}; b(function(){ c(\"d\"); });\n\n" LONG "\n",
      "p " LONG "\nb var a={\"x\":1}; b(function(){ c(\"d\"); });\np " LONG "\n" },
    { "no code", LONG "\n\nCookies: _sid (session; ends), _uid (one year); _lang (two).\n\n" LONG "\n",
      "p " LONG "\np Cookies: _sid (session; ends), _uid (one year); _lang (two).\np " LONG "\n" },
  };

  import_test_cases ("a.txt", cases, G_N_ELEMENTS (cases));
}

static void
takes_out_markup_that_came_out_as_text (void)
{
  static const ImportCase cases[] = {
    { "entities", "You &amp; us: it&#8217;s &ldquo;fine&rdquo;,&nbsp;is it?\n", "p You & us: it’s “fine”, is it?\n" },
    { "tags", "Read <img src=\"a.png\" alt=\"\"> this</span> first.\n", "p Read this first.\n" },
    { "no markup", "If a < b and b > a, R&D reads <the manual> &co; so it is.\n",
      "p If a < b and b > a, R&D reads <the manual> &co; so it is.\n" },
  };
  g_autoptr (SpDocument) document = import_test_read ("a.txt", cases[0].text, -1);

  import_test_cases ("a.txt", cases, G_N_ELEMENTS (cases));
  g_assert_true (import_test_has (document, "markup-removed"));
}

static void
leaves_out_menus_at_the_edges (void)
{
  static const char menu[] = "Shop\nSpades\nRakes\nSeeds\nOur gardens\nPress\nJobs\nNews\nAbout us\n";
  static const char menu_outline[] = "b Shop\nb Spades\nb Rakes\nb Seeds\nb Our gardens\nb Press\nb Jobs\nb News\nb About us\n";
  g_autofree char *top = g_strconcat (menu, "Privacy Policy\nLast updated: May 2021\n\n", NULL);
  g_autofree char *text = g_strconcat (LONG "\n\n", LONG "\n\n", LONG "\n\n", LONG "\n\n", NULL);
  g_autofree char *page = g_strconcat (top, text, menu, NULL);
  g_autofree char *listed
      = g_strconcat (text, "We know of you:\n", "Name\nStreet\nTown\nGarden\nTools\nHabits\nBirthday\nFriends\nPets\n", NULL);
  g_autofree char *address
      = g_strconcat (text, "Contact\nGarden Tools\n1 Shed Lane\nThe Town\nThe County\n555 0100\nme@shop.example\nThe Land\nEurope\n", NULL);
  g_autoptr (SpDocument) document = import_test_read ("a.txt", page, -1);
  g_autoptr (SpDocument) list = import_test_read ("a.txt", listed, -1);
  g_autoptr (SpDocument) contact = import_test_read ("a.txt", address, -1);
  g_autofree char *outline = import_test_outline (document);
  g_autofree char *list_outline = import_test_outline (list);
  g_autofree char *contact_outline = import_test_outline (contact);
  const char *rest;

  g_assert_true (g_str_has_prefix (outline, menu_outline));
  rest = outline + strlen (menu_outline);
  g_assert_true (g_str_has_prefix (rest, "h1 Privacy Policy\np Last updated: May 2021\np " LONG "\n"));
  g_assert_true (g_str_has_suffix (rest, menu_outline));
  g_assert_null (strstr (list_outline, "\nb "));
  g_assert_null (strstr (contact_outline, "\nb "));
}

static void
reads_typed_bullets_as_items (void)
{
  static const ImportCase cases[] = {
    { "paragraphs", "<p>We note:<p>\u2022 your name<p>\u00b7 your street", "p We note:\ni1 your name\ni1 your street\n" },
    { "lines", "<p>We note:<br>\u25cf your name<br>\u25cf your street</p><p>No more.", "p We note:\ni1 your name\ni1 your street\np No more.\n" },
    { "numbers below a lead-in", "<p>We note:<p>1. your name<p>2. your street<p>That is all.<p>We keep:<p>1. nothing",
      "p We note:\ni1 1. your name\ni1 2. your street\np That is all.\np We keep:\np 1. nothing\n" },
    { "letters below a lead-in", "<p>We note:<p>(a) your name<p>(b) your street", "p We note:\ni1 (a) your name\ni1 (b) your street\n" },
    { "a bullet alone", "<p>\u2022</p><p>One.", "p \u2022\np One.\n" },
  };

  import_test_cases ("a.html", cases, G_N_ELEMENTS (cases));
}

static void
splits_items_that_begin_with_their_heading (void)
{
  static const ImportCase cases[] = {
    { "two items", "- Device data. We note which browser you use.\n- Cookies. None of them is set by us.\n",
      "h2 Device data\ni1 We note which browser you use.\nh2 Cookies\ni1 None of them is set by us.\n" },
    { "sentences", "- We use a lock. It is rather a big one.\n- To help you. We then read your letter.\n- Bees live here. Bees like our garden.\n",
      "i1 We use a lock. It is rather a big one.\ni1 To help you. We then read your letter.\n"
      "i1 Bees live here. Bees like our garden.\n" },
    { "abbreviations", "- Garden Tools Inc. and its friends.\n- Contact data, e.g. Your name is one of them.\n",
      "i1 Garden Tools Inc. and its friends.\ni1 Contact data, e.g. Your name is one of them.\n" },
  };

  import_test_cases ("a.txt", cases, G_N_ELEMENTS (cases));
}

static void
marks_what_frames_a_text (void)
{
  static const ImportCase cases[] = {
    { "bread crumbs and sharing", "Privacy Policy\nHome\nPolicies\nPrivacy Policy\n\n" LONG "\n\nShare this page\n",
      "b Privacy Policy\nb Home\nb Policies\nh1 Privacy Policy\np " LONG "\nb Share this page\n" },
    { "the name of another page", "Terms of Service\nThis privacy policy says what we keep about you, and for how long.\n",
      "b Terms of Service\np This privacy policy says what we keep about you, and for how long.\n" },
    { "notices", LONG "\n\nSPADE is a registered trademark of Garden Tools.\n\n© 2020 Garden Tools. All rights reserved.\n",
      "p " LONG "\nb SPADE is a registered trademark of Garden Tools.\nb © 2020 Garden Tools. All rights reserved.\n" },
    { "a section within stays", LONG "\n\nCookies\n\n" LONG "\n", "p " LONG "\nh2 Cookies\np " LONG "\n" },
  };
  g_autoptr (SpDocument) document = import_test_read ("a.txt", cases[0].text, -1);

  import_test_cases ("a.txt", cases, G_N_ELEMENTS (cases));
  g_assert_true (import_test_has (document, "boilerplate-marked"));
}

static void
flags_injected_words_only (void)
{
  g_autoptr (SpDocument) document
      = import_test_read ("a.txt", "Logs serve to fight abuse (e buy cheap viagra online.g. floods of mail) and errors.", -1);
  g_autoptr (SpDocument) pharmacy
      = import_test_read ("a.txt", "Our pharmacy sees your prescription, be it for viagra or for tea.", -1);
  g_autoptr (SpDocument) loans
      = import_test_read ("a.txt", "Spécialisé, we keep your name (fast payday loans online) for a month. Our hotel has a casino.", -1);
  guint n;
  const SpSpan *spam = sp_document_get_spam (document, &n);
  g_autofree char *quote = NULL;
  g_autofree char *loan = NULL;

  g_assert_cmpuint (n, ==, 1);
  quote = sp_span_dup_text (spam[0], sp_document_get_text (document, NULL));
  g_assert_cmpstr (quote, ==, "buy cheap viagra online");
  g_assert_true (import_test_has (document, "spam-flagged"));

  spam = sp_document_get_spam (loans, &n);
  g_assert_cmpuint (n, ==, 1);
  loan = sp_span_dup_text (spam[0], sp_document_get_text (loans, NULL));
  g_assert_cmpstr (loan, ==, "fast payday loans online");

  sp_document_get_spam (pharmacy, &n);
  g_assert_cmpuint (n, ==, 0);
}

static void
flags_lost_spaces_and_leaves_them (void)
{
  g_autoptr (SpDocument) document = import_test_read ("a.txt", "This helps us to?keep it. See x.example/a?b=c. Why? no.", -1);
  GPtrArray *diagnostics = sp_document_get_diagnostics (document);

  g_assert_nonnull (strstr (sp_document_get_text (document, NULL), "to?keep"));
  g_assert_cmpuint (diagnostics->len, ==, 1);
  g_assert_true (import_test_has (document, "lost-space"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/hygiene/repairs_mojibake_that_is_valid", repairs_mojibake_that_is_valid);
  g_test_add_func ("/core/hygiene/places_each_repair", places_each_repair);
  g_test_add_func ("/core/hygiene/writes_characters_in_one_way", writes_characters_in_one_way);
  g_test_add_func ("/core/hygiene/takes_the_archive_header_for_metadata", takes_the_archive_header_for_metadata);
  g_test_add_func ("/core/hygiene/splits_headings_off_the_text_they_ran_into", splits_headings_off_the_text_they_ran_into);
  g_test_add_func ("/core/hygiene/tells_that_structure_was_lost", tells_that_structure_was_lost);
  g_test_add_func ("/core/hygiene/finds_headings_in_bold", finds_headings_in_bold);
  g_test_add_func ("/core/hygiene/finds_plain_headings_among_marked_ones", finds_plain_headings_among_marked_ones);
  g_test_add_func ("/core/hygiene/finds_headings_that_are_questions_or_lone_items", finds_headings_that_are_questions_or_lone_items);
  g_test_add_func ("/core/hygiene/leaves_out_terms_on_the_same_page", leaves_out_terms_on_the_same_page);
  g_test_add_func ("/core/hygiene/leaves_out_code_that_was_taken_for_text", leaves_out_code_that_was_taken_for_text);
  g_test_add_func ("/core/hygiene/takes_out_markup_that_came_out_as_text", takes_out_markup_that_came_out_as_text);
  g_test_add_func ("/core/hygiene/leaves_out_menus_at_the_edges", leaves_out_menus_at_the_edges);
  g_test_add_func ("/core/hygiene/reads_typed_bullets_as_items", reads_typed_bullets_as_items);
  g_test_add_func ("/core/hygiene/splits_items_that_begin_with_their_heading", splits_items_that_begin_with_their_heading);
  g_test_add_func ("/core/hygiene/marks_what_frames_a_text", marks_what_frames_a_text);
  g_test_add_func ("/core/hygiene/flags_injected_words_only", flags_injected_words_only);
  g_test_add_func ("/core/hygiene/flags_lost_spaces_and_leaves_them", flags_lost_spaces_and_leaves_them);
  return g_test_run ();
}
