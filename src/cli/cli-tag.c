/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "cli-lines.h"
#include "cli-utils.h"

#define SCORE_DECIMALS 4

const char cli_tag_help[]
  = "Usage: smallprint-cli tag [OPTION…] < SEGMENTS\n"
    "\n"
    "Labels segments of policies: JSON Lines in, JSON Lines out, in the same order. Lines with\n"
    "the same “policy” that follow one another are neighbours in one document.\n"
    "\n"
    "Examples:\n"
    "  echo '{\"segment\": \"We never sell your data.\"}' | smallprint-cli tag\n"
    "  smallprint-cli tag < segments.jsonl > labels.jsonl\n"
    "  smallprint-cli tag --model mine.model < segments.jsonl\n"
    "\n"
    "In:   {\"policy\": \"a\", \"segment\": \"We may share your e-mail address.\"}\n"
    "Out:  {\"labels\":[\"third-party\"],\"weak\":false,\"scores\":{\"first-party\":0.12,…}}\n";

/* The lines of one policy that stand together. */
typedef struct
{
  char *policy;        /* (owned) (nullable): %NULL if a line stands alone */
  GPtrArray *segments; /* (owned) (element-type utf8) */
} Group;

static void
write_tags (SpJsonWriter *json, const SpTagger *tagger, const SpTagScores *scores)
{
  SpTag tags[SP_N_CATEGORIES];
  guint n_tags = sp_tagger_choose (tagger, scores, tags);

  sp_json_writer_begin_object (json, NULL);
  sp_json_writer_begin_array (json, "labels");
  for (guint i = 0; i < n_tags; i++)
    sp_json_writer_string (json, NULL, sp_category_get_id (tags[i].category));
  sp_json_writer_end_array (json);
  sp_json_writer_boolean (json, "weak", n_tags > 0 && tags[0].weak);
  sp_json_writer_begin_object (json, "scores");
  for (guint i = 0; i < SP_N_CATEGORIES; i++)
    sp_json_writer_double (json, sp_category_get_id (i), scores->scores[i], SCORE_DECIMALS);
  sp_json_writer_end_object (json);
  sp_json_writer_end_object (json);
}

static gboolean
write_line (Cli *cli, const SpTagger *tagger, const SpTagScores *scores)
{
  g_autoptr (SpJsonWriter) json = sp_json_writer_new (FALSE);
  g_autoptr (GBytes) bytes = NULL;
  gsize length;
  char *line;

  write_tags (json, tagger, scores);
  line = sp_json_writer_finish (json, &length);
  /* The terminating NUL makes room for the line feed. */
  line[length] = '\n';
  bytes = g_bytes_new_take (line, length + 1);
  return cli_write_output (cli, bytes);
}

/* Tags what has been collected and begins anew. */
static gboolean
finish_group (Cli *cli, const SpTagger *tagger, Group *group)
{
  guint n = group->segments->len;
  g_autofree SpTagInput *inputs = g_new0 (SpTagInput, n);
  g_autofree SpTagScores *scores = g_new0 (SpTagScores, n);
  gboolean written = TRUE;

  for (guint i = 0; i < n; i++)
    {
      inputs[i].text = group->segments->pdata[i];
      inputs[i].length = strlen (inputs[i].text);
    }
  if (n > 0)
    sp_tagger_score (tagger, inputs, n, scores);
  for (guint i = 0; written && i < n; i++)
    written = write_line (cli, tagger, &scores[i]);

  g_clear_pointer (&group->policy, g_free);
  g_ptr_array_set_size (group->segments, 0);
  return written;
}

static gboolean
read_line (const char *line, gsize length, char **policy, char **segment, GError **error)
{
  static const char *const names[] = { "policy", "segment", NULL };
  char *values[2];

  if (!g_utf8_validate (line, length, NULL))
    {
      g_set_error (error, SP_ERROR, SP_ERROR_ENCODING, "it is not UTF-8");
      return FALSE;
    }
  if (!sp_json_read_strings (line, length, names, values, error))
    return FALSE;
  *policy = values[0];
  *segment = values[1];
  if (*segment != NULL)
    return TRUE;

  g_clear_pointer (policy, g_free);
  g_set_error (error, SP_ERROR, SP_ERROR_PARSE, "“segment” is missing");
  return FALSE;
}

static gboolean
add_line (Cli *cli, const SpTagger *tagger, Group *group, char *policy, char *segment)
{
  gboolean joins = policy != NULL && g_strcmp0 (policy, group->policy) == 0;

  if (!joins && !finish_group (cli, tagger, group))
    {
      g_free (policy);
      g_free (segment);
      return FALSE;
    }
  g_free (group->policy);
  group->policy = policy;
  g_ptr_array_add (group->segments, segment);
  return TRUE;
}

static CliExit
tag_lines (Cli *cli, const SpTagger *tagger, Group *group)
{
  g_auto (CliLines) lines = { NULL };

  while (cli_lines_next (&lines))
    {
      g_autoptr (GError) error = NULL;
      char *policy;
      char *segment;

      if (!read_line (lines.text, lines.length, &policy, &segment, &error))
        {
          finish_group (cli, tagger, group);
          cli_complain (cli, "line %u: %s", lines.number, error->message);
          return CLI_EXIT_INPUT;
        }
      if (!add_line (cli, tagger, group, policy, segment))
        return CLI_EXIT_INTERNAL;
    }

  return finish_group (cli, tagger, group) ? CLI_EXIT_DONE : CLI_EXIT_INTERNAL;
}

CliExit
cli_tag_run (Cli *cli, int argc, char *argv[])
{
  const GOptionEntry entries[] = { { NULL } };
  g_autoptr (SpKnowledge) knowledge = NULL;
  Group group = { NULL };
  CliExit status;

  if (!cli_parse_options (cli, entries, argc, argv))
    return CLI_EXIT_USAGE;
  if (cli_has_terminal_input ())
    {
      fputs (cli_tag_help, stderr);
      return CLI_EXIT_USAGE;
    }
  knowledge = cli_load_knowledge (cli);
  if (knowledge == NULL)
    return CLI_EXIT_INPUT;

  group.segments = g_ptr_array_new_with_free_func (g_free);
  status = tag_lines (cli, sp_knowledge_get_tagger (knowledge), &group);
  g_free (group.policy);
  g_ptr_array_unref (group.segments);
  return status;
}
