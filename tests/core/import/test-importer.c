/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import-test.h"

#include <string.h>

#include "sp-error.h"

static void
tells_the_type_by_content_first (void)
{
  static const struct
  {
    const char *name;
    const char *text;
    const char *media_type;
  } cases[] = {
    { "a.txt", "One line.\nAnother line.\n", "text/plain" },
    { "a.txt", "# Privacy\n\nWe **only** keep [this](https://x.example).\n", "text/markdown" },
    { "a.txt", "<!DOCTYPE html><title>x</title><p>One.", "text/html" },
    { "a.txt", "Privacy <p>One.</p> <p>Two.</p>", "text/html" },
    { "a.html", "Plain words only.", "text/plain" },
    { "a.html", "<strong>One</strong> two", "text/html" },
    { "a.md", "Plain words only.", "text/markdown" },
    { "Notes", "Privacy\n=======\n\nData\n----\n\nNone.\n", "text/markdown" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SpDocument) document = import_test_read (cases[i].name, cases[i].text, -1);

      g_test_message ("%s: %s", cases[i].name, cases[i].text);
      g_assert_cmpstr (sp_document_get_media_type (document), ==, cases[i].media_type);
    }
}

static void
decides_the_charset (void)
{
  static const struct
  {
    const char *label;
    const char *bytes;
    gssize length;
    const char *charset;
    const char *outline;
  } cases[] = {
    { "UTF-8", "caf\xC3\xA9", -1, "utf-8", "p café\n" },
    { "a byte order mark", "\xEF\xBB\xBF" "cafe", -1, "utf-8", "p cafe\n" },
    { "UTF-16", "\xFF\xFE" "c\0\xE9\0", 6, "utf-16le", "p cé\n" },
    { "UTF-16, big", "\xFE\xFF\0c\0\xE9", 6, "utf-16be", "p cé\n" },
    { "nothing said", "caf\xE9 \x93quoted\x94", -1, "windows-1252", "p café “quoted”\n" },
    { "a declaration", "<meta charset=\"iso-8859-2\"><p>\xB3\xF3\x64", -1, "iso-8859-2", "p łód\n" },
    { "a declaration that means more than it says", "<meta charset=gb2312><p>\x96\x7C\xC4\xE3", -1, "gb18030", "p 東你\n" },
    { "a stale declaration", "<meta charset=iso-8859-1><p>caf\xC3\xA9", -1, "utf-8", "p café\n" },
    { "a declaration that does not decode", "<meta charset=utf-8><p>caf\xE9 au lait", -1, "windows-1252", "p café au lait\n" },
    { "UTF-8 with one bad byte", "ééééééééééé \xFF é", -1, "utf-8", "p ééééééééééé \uFFFD é\n" },
    { "UTF-8 cut off", "é é é \xC3", -1, "utf-8", "p é é é \uFFFD\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SpDocument) document = NULL;
      g_autofree char *outline = NULL;

      g_test_message ("%s", cases[i].label);
      document = import_test_read ("page", cases[i].bytes, cases[i].length);
      outline = import_test_outline (document);
      g_assert_cmpstr (sp_document_get_charset (document), ==, cases[i].charset);
      g_assert_cmpstr (outline, ==, cases[i].outline);
    }
}

/* The same words in the charsets of their country, and what an accent here and there must not make of
 * a text. */
static void
guesses_a_charset_that_is_not_declared (void)
{
  static const struct
  {
    const char *charset;
    const char *text;
    const char *expected;
  } cases[] = {
    { "GBK", "我们不会把您的信息告诉别人。如果您不再使用这个服务，我们会在一个月内删除您的全部信息。", "gb18030" },
    { "BIG5", "我們不會把您的資料告訴別人。如果您不再使用這個服務，我們會在一個月內刪除您的全部資料。", "big5" },
    { "SHIFT_JIS", "私たちはあなたの名前と住所をほかの人に渡しません。ご利用をやめると、一か月のうちにすべて消します。", "cp932" },
    { "EUC-JP", "私たちはあなたの名前と住所をほかの人に渡しません。ご利用をやめると、一か月のうちにすべて消します。", "euc-jp" },
    { "EUC-KR", "우리는 당신의 이름과 주소를 다른 사람에게 주지 않습니다. 이용을 그만두면 한 달 안에 모든 정보를 지웁니다.", "cp949" },
    { "WINDOWS-1251", "Мы никому не передаём ваши данные и удаляем их через месяц после того, как вы перестали к нам ходить.", "windows-1251" },
    { "KOI8-R", "Мы никому не передаём ваши данные и удаляем их через месяц после того, как вы перестали к нам ходить.", "koi8-r" },
    { "WINDOWS-1253", "Δεν δίνουμε τα στοιχεία σας σε κανέναν και τα σβήνουμε έναν μήνα αφού πάψετε να έρχεστε σε εμάς.", "windows-1253" },
    { "WINDOWS-1252", "Nous ne donnons vos données à personne ; elles sont effacées un mois après votre départ, c’est décidé.", "windows-1252" },
    { "WINDOWS-1252", "Wir geben Ihre Daten nicht weiter und löschen sie spätestens einen Monat, nachdem Sie uns verlassen.", "windows-1252" },
    { "UTF-16LE", "We keep your name for one month, and we give it to nobody at all.", "utf-16le" },
    { "UTF-16BE", "We keep your name for one month, and we give it to nobody at all.", "utf-16be" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize length;
      g_autofree char *bytes = g_convert (cases[i].text, -1, cases[i].charset, "UTF-8", NULL, &length, NULL);
      g_autoptr (SpDocument) document = NULL;

      g_assert_nonnull (bytes);
      g_test_message ("%s: %s", cases[i].charset, cases[i].text);
      document = import_test_read ("a.txt", bytes, length);
      g_assert_cmpstr (sp_document_get_charset (document), ==, cases[i].expected);
      g_assert_cmpstr (sp_document_get_text (document, NULL), ==, cases[i].text);
      g_assert_cmpint (import_test_has (document, "encoding-guessed"), ==, !g_str_has_prefix (cases[i].expected, "utf"));
    }
}

static void
takes_the_charset_that_the_reader_chose (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("\xEF\xF0\xE8\xE2\xE5\xF2", 6);
  g_autoptr (SpSource) source = sp_source_new (bytes, "a.txt", NULL);
  g_autoptr (SpDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  source->charset = g_strdup ("windows-1251");
  document = sp_importer_read (source, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (sp_document_get_text (document, NULL), ==, "привет");
  g_assert_cmpstr (sp_document_get_charset (document), ==, "windows-1251");

  g_free (source->charset);
  source->charset = g_strdup ("klingon");
  g_assert_null (sp_importer_read (source, NULL, &error));
  g_assert_error (error, SP_ERROR, SP_ERROR_ENCODING);
}

static void
says_what_it_cannot_read (void)
{
  static const struct
  {
    const char *bytes;
    gssize length;
    int code;
    const char *word;
  } cases[] = {
    { "%PDF-1.4 stream", -1, SP_ERROR_UNSUPPORTED, "PDF" },
    { "PK\3\4....", -1, SP_ERROR_UNSUPPORTED, "DOCX" },
    { "{\\rtf1 x}", -1, SP_ERROR_UNSUPPORTED, "RTF" },
    { "\x89PNG\r\n", -1, SP_ERROR_UNSUPPORTED, "picture" },
    { "abc\0\1\2\3\4\0\0", 10, SP_ERROR_UNSUPPORTED, "binary" },
    { "", 0, SP_ERROR_NO_TEXT, "no text" },
    { " \n\t\xC2\xA0\n", -1, SP_ERROR_NO_TEXT, "no text" },
    { "<html><script>x()</script></html>", -1, SP_ERROR_NO_TEXT, "no text" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].word);
      g_assert_null (import_test_try ("thing.txt", cases[i].bytes, cases[i].length, &error));
      g_assert_error (error, SP_ERROR, cases[i].code);
      g_assert_nonnull (strstr (error->message, cases[i].word));
      /* Whoever shows it names the file. */
      g_assert_null (strstr (error->message, "thing.txt"));
    }
}

static void
takes_the_front_matter_for_metadata (void)
{
  static const char text[] = "# Privacy\n\nWe keep your **name** for a month, and [nothing](/x) else.\n";
  static const struct
  {
    const char *matter;
    const char *domain;
    const char *date;
    const char *title;
  } cases[] = {
    { "---\ntitle: \"Our notice\"\nurl: https://www.shop.example/privacy\nfetched_at: 2021-03-04T05:06:07Z\n---\n",
      "shop.example", "2021-03-04", "Our notice" },
    { "---\nsource:\n  - location: https://web.archive.org/web/20190605162812/http://shop.example/p\nkind: policy\n---\n\n",
      "shop.example", "2019-06-05", "Privacy" },
    { "", NULL, NULL, "Privacy" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *content = g_strconcat (cases[i].matter, text, NULL);
      g_autoptr (SpDocument) document = import_test_read ("a.md", content, -1);

      g_assert_true (g_str_has_prefix (sp_document_get_text (document, NULL), "Privacy\n"));
      g_assert_cmpstr (sp_document_get_domain (document), ==, cases[i].domain);
      g_assert_cmpstr (sp_document_get_snapshot_date (document), ==, cases[i].date);
      g_assert_cmpstr (sp_document_get_title (document), ==, cases[i].title);
      g_assert_cmpint (import_test_has (document, "front-matter-removed"), ==, *cases[i].matter != '\0');
    }
}

static void
leaves_text_between_rules (void)
{
  g_autoptr (SpDocument) document = import_test_read ("a.md", "---\nNote: one thing only.\n\n---\n\nWe keep it.\n", -1);

  g_assert_nonnull (strstr (sp_document_get_text (document, NULL), "one thing only"));
}

static void
replaces_what_is_no_character (void)
{
  g_autoptr (SpDocument) document = import_test_read ("a.txt", "We keep\0 it for a long, long, long time, and then a little longer.", 66);

  g_assert_true (g_str_has_prefix (sp_document_get_text (document, NULL), "We keep it"));
  g_assert_true (import_test_has (document, "characters-replaced"));
}

static void
stops_when_cancelled (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("Words.", 6);
  g_autoptr (SpSource) source = sp_source_new (bytes, "a.txt", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (sp_importer_read (source, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
picks_files_of_a_folder_by_name (void)
{
  g_assert_true (sp_importer_knows_name ("policy.html"));
  g_assert_true (sp_importer_knows_name ("Privacy.v2.MD"));
  g_assert_false (sp_importer_knows_name ("policy.pdf"));
  g_assert_false (sp_importer_knows_name ("html"));
  g_assert_false (sp_importer_knows_name (".txt"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/importer/tells_the_type_by_content_first", tells_the_type_by_content_first);
  g_test_add_func ("/core/importer/decides_the_charset", decides_the_charset);
  g_test_add_func ("/core/importer/guesses_a_charset_that_is_not_declared", guesses_a_charset_that_is_not_declared);
  g_test_add_func ("/core/importer/takes_the_charset_that_the_reader_chose", takes_the_charset_that_the_reader_chose);
  g_test_add_func ("/core/importer/says_what_it_cannot_read", says_what_it_cannot_read);
  g_test_add_func ("/core/importer/takes_the_front_matter_for_metadata", takes_the_front_matter_for_metadata);
  g_test_add_func ("/core/importer/leaves_text_between_rules", leaves_text_between_rules);
  g_test_add_func ("/core/importer/replaces_what_is_no_character", replaces_what_is_no_character);
  g_test_add_func ("/core/importer/stops_when_cancelled", stops_when_cancelled);
  g_test_add_func ("/core/importer/picks_files_of_a_folder_by_name", picks_files_of_a_folder_by_name);
  return g_test_run ();
}
