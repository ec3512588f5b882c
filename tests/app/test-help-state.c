/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "sp-help-state.h"

#define PAGE \
  "<page xmlns='http://projectmallard.org/1.0/' type='topic' id='tree'>" \
  "<info><link type='guide' xref='index#wood'/><desc>Of wood</desc></info><title>Trees</title>" \
  "<p>A <em>tall</em> plant &amp; \"more\".</p><list><item><p>Oak</p></item></list><note><p>Mind roots.</p></note>" \
  "<section id='leaf'><title>Leaves</title><p>Green.</p></section></page>"

static void
reads_a_page_from_top_to_bottom (void)
{
  static const struct
  {
    SpHelpKind kind;
    const char *text;
  } expected[] = {
    { SP_HELP_PARAGRAPH, "A <em>tall</em> plant &amp; \"more\"." },
    { SP_HELP_ITEM, "Oak" },
    { SP_HELP_NOTE, "Mind roots." },
    { SP_HELP_SECTION, "Leaves" },
    { SP_HELP_PARAGRAPH, "Green." },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (SpHelpPage) page = sp_help_page_new (PAGE, strlen (PAGE), &error);

  g_assert_no_error (error);
  g_assert_cmpstr (page->id, ==, "tree");
  g_assert_cmpstr (page->title, ==, "Trees");
  g_assert_cmpstr (page->desc, ==, "Of wood");
  g_assert_cmpstr (page->guide, ==, "index#wood");
  g_assert_cmpuint (page->parts->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const SpHelpPart *part = g_ptr_array_index (page->parts, i);

      g_assert_cmpint (part->kind, ==, expected[i].kind);
      g_assert_cmpstr (part->text, ==, expected[i].text);
    }
  g_assert_cmpstr (((SpHelpPart *) g_ptr_array_index (page->parts, 3))->id, ==, "leaf");
}

static void
refuses_what_it_cannot_show (void)
{
  static const char *const pages[] = {
    "<page id='a'><title>A</title><table/></page>",
    "<page id='a'><title>A</title><p>One <span>two</span></p></page>",
    "<page id='a'><title>A</title><p>One",
  };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", pages[i]);
      g_assert_null (sp_help_page_new (pages[i], strlen (pages[i]), &error));
      g_assert_nonnull (error);
    }
}

static void
turns_elements_into_markup (void)
{
  static const struct
  {
    const char *text;
    const char *markup;
  } rows[] = {
    { "Plain & simple", "Plain &amp; simple" },
    { "<keyseq><key>Ctrl</key><key>O</key></keyseq> opens", "<b>Ctrl</b>+<b>O</b> opens" },
    { "<key>A</key>, <key>B</key>", "<b>A</b>, <b>B</b>" },
    { "See <link xref=\"scores\">scores</link>.", "See <a href=\"scores\">scores</a>." },
    { "Press <gui>Open…</gui>, then <cmd>ls &lt; x</cmd>", "Press <b>Open…</b>, then <tt>ls &lt; x</tt>" },
    /* A translation that forgot an end. */
    { "<em>so", "&lt;em&gt;so" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *markup = sp_help_dup_markup (rows[i].text);

      g_assert_cmpstr (markup, ==, rows[i].markup);
    }
}

static void
reads_every_page_there_is (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("SP_TEST_FIXTURES"), "..", "..", "data", "help", "C", NULL);
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;
  guint n = 0;

  g_assert_nonnull (folder);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      g_autofree char *xml = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (SpHelpPage) page = NULL;
      gsize length;

      g_test_message ("%s", name);
      g_assert_true (g_file_get_contents (file, &xml, &length, &error));
      page = sp_help_page_new (xml, length, &error);
      g_assert_no_error (error);
      g_assert_true (page->title != NULL && page->desc != NULL && page->parts->len > 0);
      n++;
    }
  g_assert_cmpuint (n, >, 10);
}

static void
knows_the_topic_of_each_page (void)
{
  g_assert_cmpstr (sp_help_get_topic ("findings"), ==, "findings");
  g_assert_cmpstr (sp_help_get_topic ("elsewhere"), ==, "index");
  g_assert_cmpstr (sp_help_get_topic (NULL), ==, "index");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/help/reads_a_page_from_top_to_bottom", reads_a_page_from_top_to_bottom);
  g_test_add_func ("/app/help/refuses_what_it_cannot_show", refuses_what_it_cannot_show);
  g_test_add_func ("/app/help/turns_elements_into_markup", turns_elements_into_markup);
  g_test_add_func ("/app/help/reads_every_page_there_is", reads_every_page_there_is);
  g_test_add_func ("/app/help/knows_the_topic_of_each_page", knows_the_topic_of_each_page);
  return g_test_run ();
}
