/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "practices-test.h"
#include "sp-importer.h"
#include "sp-json-private.h"

/* What a document says, a line a statement:
 * first-party committed share denied email,name to advertisers for marketing if [..] except [..] of eu. */
static void
add_ids (GString *line, const char *word, const GArray *mentions)
{
  for (guint i = 0; i < mentions->len; i++)
    g_string_append_printf (line, "%s%s", i == 0 ? word : ",",
                            g_array_index (mentions, SpMention, i).concept->id);
}

static void
add_quote (GString *line, const char *word, const char *text, SpSpan span)
{
  if (!sp_span_is_empty (span))
    g_string_append_printf (line, " %s [%.*s]", word, (int) sp_span_length (span), text + span.start);
}

static char *
describe (const SpStatement *statement, const char *text)
{
  GString *line = g_string_new (NULL);

  g_string_append_printf (line, "%s %s %s", sp_subject_get_id (statement->subject),
                          sp_modality_get_id (statement->modality),
                          sp_action_get_id (statement->action));
  if (statement->denied)
    g_string_append (line, statement->strength < 0.7 ? " weakly denied" : " denied");
  add_ids (line, " ", statement->data);
  add_ids (line, " to ", statement->recipients);
  add_ids (line, " for ", statement->purposes);
  add_quote (line, "if", text, statement->condition);
  add_quote (line, "except", text, statement->exception);
  if (statement->population != NULL)
    g_string_append_printf (line, " of %s", statement->population);
  if (statement->period != SP_PERIOD_NONE)
    g_string_append_printf (line, " %s", sp_period_get_id (statement->period));
  return g_string_free (line, FALSE);
}

static void
check_spans (const SpStatement *statement, SpSegmentation *segmentation)
{
  guint n_segments;
  const SpSegment *segments = sp_segmentation_get_segments (segmentation, &n_segments);

  g_assert_cmpuint (statement->segment, <, n_segments);
  g_assert_true (sp_span_contains (segments[statement->segment].block->span, statement->span));
  g_assert_false (sp_span_is_empty (statement->span));
  g_assert_true (statement->confidence > 0 && statement->confidence <= 1);
  g_assert_true (statement->strength > 0 && statement->strength <= 1);
}

/* Statements that a heading or a tag alone makes depend on the tagger: they are left to its tests. */
static char *
read_frames (SpFindingRegistry *registry, const char *text)
{
  g_autoptr (GString) frames = g_string_new (NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (SpSource) source = sp_source_new (bytes, "policy.txt", "text/plain");
  g_autoptr (SpDocument) document = sp_importer_read (source, NULL, NULL);
  g_autoptr (SpSegmentation) segmentation = sp_segmentation_new (document, NULL);
  g_autoptr (SpPractices) practices = test_practices_new (registry, segmentation);
  GPtrArray *statements = sp_practices_get_statements (practices);

  for (guint i = 0; i < statements->len; i++)
    {
      g_autofree char *line = describe (statements->pdata[i], sp_document_get_text (document, NULL));

      check_spans (statements->pdata[i], segmentation);
      if (((SpStatement *) statements->pdata[i])->confidence > 0.45)
        g_string_append_printf (frames, "%s%s", frames->len > 0 ? " | " : "", line);
    }
  return g_string_free (g_steal_pointer (&frames), FALSE);
}

static char *
join_frames (JsonObject *row)
{
  JsonArray *frames = sp_json_get_array (row, "frames");
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (frames); i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? " | " : "",
                            json_array_get_string_element (frames, i));
  return g_string_free (joined, FALSE);
}

static guint
check_rows (SpFindingRegistry *registry, JsonArray *rows)
{
  guint wrong = 0;

  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonObject *row = json_array_get_object_element (rows, i);
      const char *text = sp_json_get_string (row, "text");
      g_autofree char *expected = join_frames (row);
      g_autofree char *frames = read_frames (registry, text);

      if (g_str_equal (frames, expected))
        continue;
      g_test_message ("[%s]\n  expected %s\n  got      %s", text, expected, frames);
      wrong++;
    }
  return wrong;
}

static void
test_group (gconstpointer data)
{
  JsonObject *group = (JsonObject *) data;
  g_autoptr (SpFindingRegistry) registry = test_registry_new ();

  guint wrong = check_rows (registry, sp_json_get_array (group, "rows"));

  if (wrong > 0)
    g_test_fail_printf ("%u sentences are read otherwise", wrong);
}

int
main (int argc, char *argv[])
{
  g_autofree char *path = NULL;
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = NULL;
  JsonArray *groups;

  g_test_init (&argc, &argv, NULL);
  path = g_build_filename (g_getenv ("SP_TEST_FIXTURES"), "practices", "frames.json", NULL);
  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  root = sp_json_parse (contents, -1, &error);
  g_assert_no_error (error);

  groups = sp_json_get_array (json_node_get_object (root), "groups");
  for (guint i = 0; i < json_array_get_length (groups); i++)
    {
      JsonObject *group = json_array_get_object_element (groups, i);
      g_autofree char *name = g_strconcat ("/core/statements/", sp_json_get_string (group, "about"), NULL);

      g_test_add_data_func (name, group, test_group);
    }
  return g_test_run ();
}
