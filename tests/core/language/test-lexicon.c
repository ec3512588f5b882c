/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-error.h"
#include "sp-lexicon.h"

static const char FILE_TEXT[] =
  "{ \"version\": \"1\", \"language\": \"en\", \"source\": \"test\", \"classes\": {"
  "  \"need\": [\"necessary\", \"appropriate\"],"
  "  \"condition\": [\"as @need\", \"as is @need\", \"as\", \"from time to time\"],"
  "  \"gather\": [\"collect*\", \"take in\", \"co*\"],"
  "  \"handle\": [\"@gather\", \"process* data\", \"process*\"] } }";

static SpLexicon *
load (void)
{
  g_autoptr (GError) error = NULL;
  SpLexicon *lexicon = sp_lexicon_new_from_json ("test.json", FILE_TEXT, -1, &error);

  g_assert_no_error (error);
  return lexicon;
}

/* Tokens of words parted by blanks. */
static GArray *
split (const char *text, char ***words)
{
  GArray *tokens = g_array_new (FALSE, FALSE, sizeof (SpToken));

  *words = g_strsplit (text, " ", -1);
  for (char **word = *words; *word != NULL; word++)
    {
      SpToken token = { .kind = SP_TOKEN_WORD, .norm = *word };

      g_array_append_val (tokens, token);
    }
  return tokens;
}

static char *
describe_matches (const SpLexicon *lexicon, const char *text)
{
  g_auto (GStrv) words = NULL;
  g_autoptr (GArray) tokens = split (text, &words);
  g_autoptr (GArray) found = NULL;
  GString *out = g_string_new (NULL);

  found = sp_lexicon_match (lexicon, (const SpToken *) (gpointer) tokens->data, 0, tokens->len);
  for (guint i = 0; i < found->len; i++)
    {
      const SpLexiconMatch *match = &g_array_index (found, SpLexiconMatch, i);

      g_string_append_printf (out, "%s%s %u+%u", out->len > 0 ? ", " : "",
                              sp_lexicon_get_class_name (lexicon, match->class_index),
                              match->first_token, match->n_tokens);
    }
  return g_string_free (out, FALSE);
}

static void
finds_the_longest_phrase_of_each_class (void)
{
  static const struct
  {
    const char *text;
    const char *expected;
  } cases[] = {
    { "nothing here", "" },
    { "as necessary", "condition 0+2, need 1+1" },
    { "as is appropriate .", "condition 0+3, need 2+1" },
    { "as is good", "condition 0+1" },
    { "changed from time to time", "condition 1+4" },
    { "from time to", "" },
    { "collecting", "gather 0+1, handle 0+1" },
    { "we take in and process data", "gather 1+2, handle 1+2, handle 4+2" },
    { "processing it", "handle 0+1" },
  };
  g_autoptr (SpLexicon) lexicon = load ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = describe_matches (lexicon, cases[i].text);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

static void
stays_inside_the_tokens_given (void)
{
  g_autoptr (SpLexicon) lexicon = load ();
  g_auto (GStrv) words = NULL;
  g_autoptr (GArray) tokens = split ("as is necessary", &words);
  const SpToken *data = (const SpToken *) (gpointer) tokens->data;
  guint condition = sp_lexicon_find_class (lexicon, "condition");

  g_assert_cmpuint (sp_lexicon_match_at (lexicon, condition, data, 0, 3), ==, 3);
  g_assert_cmpuint (sp_lexicon_match_at (lexicon, condition, data, 0, 2), ==, 1);
  g_assert_cmpuint (sp_lexicon_match_at (lexicon, condition, data, 1, 2), ==, 0);
}

static void
knows_single_words (void)
{
  g_autoptr (SpLexicon) lexicon = load ();
  guint gather = sp_lexicon_find_class (lexicon, "gather");
  guint handle = sp_lexicon_find_class (lexicon, "handle");

  g_assert_true (sp_lexicon_contains (lexicon, gather, "collection"));
  g_assert_true (sp_lexicon_contains (lexicon, handle, "collect"));
  g_assert_true (sp_lexicon_contains (lexicon, handle, "processed"));
  g_assert_false (sp_lexicon_contains (lexicon, gather, "processed"));
  g_assert_false (sp_lexicon_contains (lexicon, gather, "take"));
  g_assert_false (sp_lexicon_contains (lexicon, gather, ""));
}

static void
keeps_the_classes_in_the_order_of_the_file (void)
{
  g_autoptr (SpLexicon) lexicon = load ();

  g_assert_cmpuint (sp_lexicon_get_n_classes (lexicon), ==, 4);
  g_assert_cmpstr (sp_lexicon_get_class_name (lexicon, 3), ==, "handle");
  g_assert_cmpint (sp_lexicon_find_class (lexicon, "condition"), ==, 1);
  g_assert_cmpint (sp_lexicon_find_class (lexicon, "none"), ==, -1);
  g_assert_cmpstr (sp_lexicon_get_version (lexicon), ==, "1");
}

static void
refuses_broken_files (void)
{
  static const struct
  {
    const char *text;
    const char *message;
  } cases[] = {
    { "[]", "*object*" },
    { "{\"classes\": {}}", "*version*" },
    { "{\"version\": \"1\"}", "*classes*" },
    { "{\"version\": \"1\", \"classes\": {\"a\": [\"@b\"]}}", "*“b”*no such array*" },
    { "{\"version\": \"1\", \"classes\": {\"a\": [\"x @a\"]}}", "*circle*" },
    { "{\"version\": \"1\", \"classes\": {\"a\": [1]}}", "*“a”*no string*" },
    { "{\"version\": \"1\", \"classes\": {\"a\": [\"two  blanks\"]}}", "*“a”*blank*" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_null (sp_lexicon_new_from_json ("test.json", cases[i].text, -1, &error));
      g_assert_error (error, SP_ERROR, SP_ERROR_KNOWLEDGE);
      g_assert_true (g_pattern_match_simple (cases[i].message, error->message));
      g_assert_true (g_str_has_prefix (error->message, "test.json: "));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/lexicon/finds_the_longest_phrase_of_each_class", finds_the_longest_phrase_of_each_class);
  g_test_add_func ("/core/lexicon/stays_inside_the_tokens_given", stays_inside_the_tokens_given);
  g_test_add_func ("/core/lexicon/knows_single_words", knows_single_words);
  g_test_add_func ("/core/lexicon/keeps_the_classes_in_the_order_of_the_file", keeps_the_classes_in_the_order_of_the_file);
  g_test_add_func ("/core/lexicon/refuses_broken_files", refuses_broken_files);
  return g_test_run ();
}
