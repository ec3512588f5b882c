/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import-test.h"

#define PROSE "We keep the words that you type into the form, and we use them to answer you."

static void
keeps_the_structure_of_a_page (void)
{
  static const ImportCase cases[] = {
    { "headings and paragraphs",
      "<h1>Privacy</h1><p>" PROSE "</p><h2>Cookies &amp; co</h2><p>None at <b>all</b> are set.</p>",
      "h1 Privacy\np " PROSE "\nh2 Cookies & co\np None at all are set.\n" },
    { "a list within a list, under its lead-in",
      "<p>We collect:<ul><li>your name<li>your device:<ul><li>its model</ul><li>your age</ul>",
      "p We collect:\ni1 your name\ni1 your device:\ni2 its model\ni1 your age\n" },
    { "a second paragraph of an item stands under it",
      "<ol><li><p>First thing.</p><p>More of it.</p></li><li>Second thing.</li></ol>",
      "i1 First thing.\ni2 More of it.\ni1 Second thing.\n" },
    { "sections in list items",
      "<ol><li><h2>Scope</h2><p>All of our sites.</p></li></ol>",
      "h2 Scope\np All of our sites.\n" },
    { "a table of data",
      "<table><tr><th>Data<th>Purpose<tr><td>Name<td><p>orders</p><tr><td>E-mail<td>news</table>",
      "r Data | Purpose\nr Name | orders\nr E-mail | news\n" },
    { "a table that lays out the page",
      "<table><tr><td><h2>Rights</h2><p>" PROSE "</p></td><td><p>" PROSE "</p></td></tr></table>",
      "h2 Rights\np " PROSE "\np " PROSE "\n" },
    { "definitions", "<dl><dt>Cookie<dd>A small file.<dt>Log<dd>A list.</dl>",
      "i1 Cookie\ni2 A small file.\ni1 Log\ni2 A list.\n" },
    { "line breaks", "<p>Write to:<br>The Shop<br/>1 High Street</p>",
      "p Write to: / The Shop / 1 High Street\n" },
    { "details", "<details><summary><h3>Sharing</h3></summary><p>" PROSE "</p></details>",
      "h3 Sharing\np " PROSE "\n" },
    { "a button that unfolds", "<h3><button aria-expanded=false>Sharing</button></h3><div>" PROSE "</div>",
      "h3 Sharing\np " PROSE "\n" },
  };

  import_test_cases ("page.html", cases, G_N_ELEMENTS (cases));
}

static void
leaves_out_what_nobody_sees (void)
{
  static const ImportCase cases[] = {
    { "script, style, comments, template, noscript",
      "<p>One.<script>if (a < b) alert ('<p>no</p>');</script><style>p{}</style><!-- no <p> -->"
      "<template>no</template><noscript>no</noscript><svg><title>no</title></svg></p>",
      "p One.\n" },
    { "broken markup", "<p>One <b>two.</p></i></div><p>three</x> four.", "p One two.\np three four.\n" },
    { "entities", "<p>&copy; we&#8217;re &euro;5&nbsp;a month &lt;all in&gt;.", "p © we’re €5 a month <all in>.\n" },
  };

  import_test_cases ("page.html", cases, G_N_ELEMENTS (cases));
}

static void
tells_the_content_from_its_frame (void)
{
  static const ImportCase cases[] = {
    { "elements that say so",
      "<header><a href=/>Shop</a></header><nav><a href=/a>Books</a></nav>"
      "<main><h1>Privacy</h1><p>" PROSE "</p></main><aside>Buy now!</aside><footer>Imprint</footer>",
      "b Shop\nb Books\nh1 Privacy\np " PROSE "\nb Buy now!\nb Imprint\n" },
    { "classes that say so",
      "<div class='site-header'>Shop</div><div id=content><p>" PROSE "</p></div>"
      "<div id=topNav><ul><li><a href=/a>Books</a></ul></div><div class=footer_wrap>Imprint</div>",
      "b Shop\np " PROSE "\nb Books\nb Imprint\n" },
    { "a frame that holds everything is none",
      "<div class=header-fixed><h1>Privacy</h1><p>" PROSE "</p></div>",
      "h1 Privacy\np " PROSE "\n" },
    { "the title above the content",
      "<header><h1>Our privacy notice</h1></header><main><p>" PROSE "</p></main>",
      "h1 Our privacy notice\np " PROSE "\n" },
    { "an introduction between the title and the content",
      "<div><h1>Our privacy notice</h1><ul><li><a href=/de>Deutsch</a></ul><p>From May 2021</p><p>Read on, please.</p>"
      "<ul><li>Contents</ul></div><div id=content><p>" PROSE " " PROSE "</p><p>" PROSE " " PROSE "</p><p>" PROSE " " PROSE "</p></div>",
      "h1 Our privacy notice\nb Deutsch\np From May 2021\np Read on, please.\ni1 Contents\n"
      "p " PROSE " " PROSE "\np " PROSE " " PROSE "\np " PROSE " " PROSE "\n" },
    { "hidden remarks", "<p>" PROSE "</p><p hidden>Sent.</p><div style='display: none'>Oops.</div>",
      "p " PROSE "\nb Sent.\nb Oops.\n" },
    { "a folded section is content",
      "<h2>One</h2><div><p>" PROSE "</p></div><h2>Two</h2><div style='display:none'><p>" PROSE "</p><p>" PROSE "</p></div>",
      "h2 One\np " PROSE "\nh2 Two\np " PROSE "\np " PROSE "\n" },
    { "a short section that a line unfolds",
      "<p>" PROSE "</p><button aria-expanded=false>Who are we?</button><div hidden><p>We are the shop with the green door in Shed Lane.</p></div>",
      "p " PROSE "\nh2 Who are we?\np We are the shop with the green door in Shed Lane.\n" },
    { "links that a line leads in to",
      "<p>" PROSE "</p><p>They are:</p><ul><li><a href=/1>One</a><li><a href=/2>Two</a><li><a href=/3>Three</a></ul>",
      "p " PROSE "\np They are:\ni1 One\ni1 Two\ni1 Three\n" },
    { "rows of links", "<p>" PROSE "</p><p><a href=/1>One</a></p><p><a href=/2>Two</a></p><p><a href=/3>Three</a></p>",
      "p " PROSE "\nb One\nb Two\nb Three\n" },
  };

  import_test_cases ("page.html", cases, G_N_ELEMENTS (cases));
}

/* Prose as the front page of a magazine has it, between the policy and the end of the page. */
static void
tells_the_policy_from_other_prose (void)
{
  g_autoptr (GString) page = g_string_new ("<div id=page><div id=a><h1>Privacy</h1>");
  g_autoptr (GString) expected = g_string_new ("h1 Privacy\n");
  g_autoptr (SpDocument) document = NULL;
  g_autofree char *outline = NULL;

  for (guint i = 0; i < 4; i++)
    {
      g_string_append (page, "<p>We collect personal information, share no data, set no cookies, and disclose what "
                             "personal information we collect to those whose consent we have.</p>");
      g_string_append (expected, "p We collect personal information, share no data, set no cookies, and disclose what "
                                 "personal information we collect to those whose consent we have.\n");
    }
  g_string_append (page, "</div><div id=b><h3>Spring is near</h3><p>The first of our apple trees came into bloom this "
                         "week, two weeks before the others, and nobody knows why.</p></div></div>");
  g_string_append (expected, "b Spring is near\nb The first of our apple trees came into bloom this week, two weeks "
                             "before the others, and nobody knows why.\n");

  document = import_test_read ("page.html", page->str, -1);
  outline = import_test_outline (document);
  g_assert_cmpstr (outline, ==, expected->str);
}

static void
finds_headings_that_only_look_like_it (void)
{
  static const ImportCase cases[] = {
    { "a class that says so", "<p class=policyTitle>Use of data</p><p>" PROSE "</p>", "h2 Use of data\np " PROSE "\n" },
    { "the first line of a container that is called a title",
      "<div class=section-heading><div>Use of data</div><div>" PROSE "</div></div>",
      "h2 Use of data\np " PROSE "\n" },
    { "bold by style", "<p><span style='font-weight: 700'>Use of data</span></p><p>" PROSE "</p>",
      "h2 Use of data\np " PROSE "\n" },
    { "slanted or underlined", "<p><em>Use of data</em></p><p>" PROSE "</p><p><u>Cookies</u></p><p>" PROSE "</p>",
      "h2 Use of data\np " PROSE "\nh2 Cookies\np " PROSE "\n" },
    { "a slanted sentence is none", "<p><em>We use your data with care.</em></p><p>" PROSE "</p>",
      "p We use your data with care.\np " PROSE "\n" },
    { "the first line of an item above text in the same item",
      "<ol><li><b>Use of data</b><p>" PROSE "</p></li><li><b>Cookies</b><p>" PROSE "</p></li></ol>",
      "h2 Use of data\ni2 " PROSE "\nh2 Cookies\ni2 " PROSE "\n" },
    { "a header of a section", "<h1>Privacy</h1><div><header><h2>Use of data</h2></header><p>" PROSE "</p><p>" PROSE "</p></div>",
      "h1 Privacy\nh2 Use of data\np " PROSE "\np " PROSE "\n" },
  };

  import_test_cases ("page.html", cases, G_N_ELEMENTS (cases));
}

static void
reads_what_the_page_says_of_itself (void)
{
  g_autoptr (SpDocument) document = import_test_read (
      "page.html",
      "<!DOCTYPE html><html lang='en-GB'><head><title> Privacy\n notice </title>"
      "<link rel=canonical href='https://web.archive.org/web/20190605162812/http://www.shop.example/privacy'>"
      "</head><body><p>" PROSE "</p></body></html>",
      -1);

  g_assert_cmpstr (sp_document_get_title (document), ==, "Privacy notice");
  g_assert_cmpstr (sp_document_get_domain (document), ==, "shop.example");
  g_assert_cmpstr (sp_document_get_snapshot_date (document), ==, "2019-06-05");
  g_assert_cmpstr (sp_document_get_declared_language (document), ==, "en-GB");
}

static void
reads_what_an_archive_left_in_the_page (void)
{
  g_autoptr (SpDocument) document = import_test_read (
      "page.html",
      "<html><head><script>__wm.wombat(\"http://www.shop.example:80/privacy\",\"20190605162812\",\"x\");</script></head>"
      "<body><!-- BEGIN WAYBACK TOOLBAR INSERT --><div id=wm-ipp-base><div id=wm-ipp>12 captures<a href=/a>JUN</a></div></div>"
      "<!-- END WAYBACK TOOLBAR INSERT --><h1>Privacy</h1><p>" PROSE "</p></body></html>",
      -1);
  g_autofree char *outline = import_test_outline (document);

  g_assert_cmpstr (outline, ==, "b 12 capturesJUN\nh1 Privacy\np " PROSE "\n");
  g_assert_cmpstr (sp_document_get_domain (document), ==, "shop.example");
  g_assert_cmpstr (sp_document_get_snapshot_date (document), ==, "2019-06-05");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/html-reader/keeps_the_structure_of_a_page", keeps_the_structure_of_a_page);
  g_test_add_func ("/core/html-reader/leaves_out_what_nobody_sees", leaves_out_what_nobody_sees);
  g_test_add_func ("/core/html-reader/tells_the_content_from_its_frame", tells_the_content_from_its_frame);
  g_test_add_func ("/core/html-reader/tells_the_policy_from_other_prose", tells_the_policy_from_other_prose);
  g_test_add_func ("/core/html-reader/finds_headings_that_only_look_like_it", finds_headings_that_only_look_like_it);
  g_test_add_func ("/core/html-reader/reads_what_the_page_says_of_itself", reads_what_the_page_says_of_itself);
  g_test_add_func ("/core/html-reader/reads_what_an_archive_left_in_the_page", reads_what_an_archive_left_in_the_page);
  return g_test_run ();
}
