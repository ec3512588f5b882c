/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "sp-report-json-private.h"
#include "sp-report-terminal-private.h"
#include "sp-report.h"
#include "sp-version.h"

#define TEXT_WIDTH 80
#define NUMBER_DECIMALS 4

static void
add_question (SpJsonWriter *json, const SpRubric *rubric, guint index)
{
  const SpQuestion *question = sp_rubric_get_question (rubric, index);
  guint n_levels;
  const SpRubricLevel *levels = sp_rubric_get_levels (rubric, index, &n_levels);

  sp_json_writer_begin_object (json, NULL);
  sp_json_writer_string (json, "id", question->id);
  sp_json_writer_string (json, "dimension", sp_dimension_get_id (question->dimension));
  sp_json_writer_double (json, "weight", question->weight, NUMBER_DECIMALS);
  sp_json_writer_string (json, "title", question->title);
  sp_json_writer_string (json, "question", question->question);
  sp_json_writer_string (json, "looked_for", question->looked_for);
  sp_json_writer_begin_array (json, "levels");
  for (guint i = 0; i < n_levels; i++)
    {
      sp_json_writer_begin_object (json, NULL);
      sp_json_writer_double (json, "level", levels[i].level, NUMBER_DECIMALS);
      sp_json_writer_string (json, "text", levels[i].text);
      sp_json_writer_end_object (json);
    }
  sp_json_writer_end_array (json);
  sp_json_writer_end_object (json);
}

static void
add_finding (SpJsonWriter *json, const SpDetector *detector)
{
  sp_json_writer_begin_object (json, NULL);
  sp_json_writer_string (json, "id", detector->id);
  sp_json_writer_string (json, "severity", sp_severity_get_id (detector->severity));
  sp_json_writer_string (json, "title", detector->title);
  sp_json_writer_string (json, "explanation", detector->explanation);
  sp_json_writer_string (json, "why", detector->why);
  sp_json_writer_string (json, "advice", detector->advice);
  sp_json_writer_string (json, "source", detector->source);
  sp_json_writer_end_object (json);
}

static void
add_generator (SpJsonWriter *json, const SpRubric *rubric, const SpFindingRegistry *registry)
{
  sp_json_writer_begin_object (json, "generator");
  sp_json_writer_string (json, "name", "smallprint");
  sp_json_writer_string (json, "version", SP_VERSION);
  sp_json_writer_string (json, "rubric", sp_rubric_get_version (rubric));
  sp_json_writer_string (json, "findings", sp_finding_registry_get_version (registry));
  sp_json_writer_end_object (json);
}

static void
add_pack_item (SpJsonWriter *json, const SpPackItem *item)
{
  sp_json_writer_begin_object (json, NULL);
  sp_json_writer_string (json, "id", item->id);
  sp_json_writer_string (json, "article", item->article);
  sp_json_writer_string (json, "title", item->title);
  sp_json_writer_string (json, "looked_for", item->looked_for);
  sp_json_writer_string (json, "source", item->source);
  sp_json_writer_string (json, "in_force_from", item->in_force_from);
  sp_json_writer_double (json, "prevalence", item->prevalence, NUMBER_DECIMALS);
  sp_json_writer_end_object (json);
}

static void
add_pack (SpJsonWriter *json, const SpPackInfo *pack)
{
  sp_json_writer_begin_object (json, NULL);
  sp_json_writer_string (json, "id", pack->id);
  sp_json_writer_string (json, "title", pack->title);
  sp_json_writer_string (json, "version", pack->version);
  sp_json_writer_string (json, "source", pack->source);
  sp_json_writer_string (json, "in_force_from", pack->in_force_from);
  sp_json_writer_string (json, "prevalence_set", pack->prevalence_set);
  sp_json_writer_begin_array (json, "items");
  for (guint i = 0; i < pack->items->len; i++)
    add_pack_item (json, pack->items->pdata[i]);
  sp_json_writer_end_array (json);
  sp_json_writer_end_object (json);
}

static void
add_concept (SpJsonWriter *json, const SpConcept *concept)
{
  sp_json_writer_begin_object (json, NULL);
  sp_json_writer_string (json, "id", concept->id);
  sp_json_writer_string (json, "kind", sp_concept_kind_get_id (concept->kind));
  sp_json_writer_string (json, "title", concept->title);
  sp_json_writer_string (json, "parent", concept->parent != NULL ? concept->parent->id : NULL);
  sp_json_writer_boolean (json, "sensitive", concept->is_sensitive);
  sp_json_writer_string (json, "opp115", concept->opp115);
  sp_json_writer_string (json, "dpv", concept->dpv);
  sp_json_writer_end_object (json);
}

static void
add_ontology (SpJsonWriter *json, const SpOntology *ontology)
{
  sp_json_writer_begin_array (json, "ontology");
  for (guint kind = 0; kind < SP_N_CONCEPT_KINDS; kind++)
    for (guint i = 0; i < sp_ontology_get_n_concepts (ontology, kind); i++)
      add_concept (json, sp_ontology_get_concept (ontology, kind, i));
  sp_json_writer_end_array (json);
}

static GBytes *
write_json (const SpRubric *rubric, const SpFindingRegistry *registry, const SpPackSet *packs)
{
  g_autoptr (SpJsonWriter) json = sp_json_writer_new (TRUE);

  sp_json_writer_begin_object (json, NULL);
  sp_json_writer_string (json, "schema", "smallprint.rubric/1");
  add_generator (json, rubric, registry);
  sp_json_writer_begin_array (json, "questions");
  for (guint i = 0; i < sp_rubric_get_n_questions (rubric); i++)
    add_question (json, rubric, i);
  sp_json_writer_end_array (json);
  sp_json_writer_begin_array (json, "findings");
  for (guint i = 0; i < sp_finding_registry_get_n_detectors (registry); i++)
    {
      const SpDetector *detector = sp_finding_registry_get_detector (registry, i);

      if (detector->is_finding)
        add_finding (json, detector);
    }
  sp_json_writer_end_array (json);
  sp_json_writer_begin_array (json, "packs");
  for (guint i = 0; i < sp_pack_set_get_n_packs (packs); i++)
    add_pack (json, sp_pack_set_get_pack (packs, i));
  sp_json_writer_end_array (json);
  add_ontology (json, sp_finding_registry_get_ontology (registry));
  sp_json_writer_end_object (json);
  return sp_report_json_finish (json, TRUE);
}

/* “12”, “0.35”, “0.6667”: as many digits as there are, a point in every locale. */
static char *
format_number (double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.4g", value));
}

static void
print_question (SpTerminal *out, const SpRubric *rubric, guint index)
{
  const SpQuestion *question = sp_rubric_get_question (rubric, index);
  g_autofree char *weight = format_number (question->weight);
  g_autofree char *head = g_strdup_printf ("%-4s %s (%s %s)", question->id, question->question,
                                           _("weight"), weight);
  guint n_levels;
  const SpRubricLevel *levels = sp_rubric_get_levels (rubric, index, &n_levels);

  sp_terminal_add_paragraph (out, SP_TERMINAL_PLAIN, "", "     ", head);
  for (guint i = 0; i < n_levels; i++)
    {
      g_autofree char *number = format_number (levels[i].level);
      g_autofree char *prefix = g_strdup_printf ("     %6s  ", number);

      sp_terminal_add_paragraph (out, SP_TERMINAL_PLAIN, prefix, "             ", levels[i].text);
    }
}

static void
print_finding (SpTerminal *out, const SpDetector *detector)
{
  g_autofree char *head = g_strdup_printf ("%s, %s: %s", detector->id,
                                           sp_severity_get_id (detector->severity), detector->title);

  sp_terminal_add_paragraph (out, SP_TERMINAL_PLAIN, "", "     ", head);
  sp_terminal_add_paragraph (out, SP_TERMINAL_PLAIN, "     ", "     ", detector->explanation);
  if (detector->source != NULL)
    {
      g_autofree char *source = g_strdup_printf (_("Source: %s"), detector->source);

      sp_terminal_add_paragraph (out, SP_TERMINAL_PLAIN, "     ", "     ", source);
    }
}

static void
print_pack_item (SpTerminal *out, const SpPackItem *item)
{
  g_autofree char *head = g_strdup_printf ("%-10s %s (%s): %s", item->id, _(item->title), item->article,
                                           _(item->looked_for));
  g_autofree char *source = g_strdup_printf (_("Source: %s"), item->source);

  sp_terminal_add_paragraph (out, SP_TERMINAL_PLAIN, "", "           ", head);
  sp_terminal_add_paragraph (out, SP_TERMINAL_PLAIN, "           ", "           ", source);
}

static void
print_pack (SpTerminal *out, const SpPackInfo *pack)
{
  g_autofree char *source = g_strdup_printf (_("Source: %s"), pack->source);

  sp_terminal_end_line (out);
  sp_terminal_add_paragraph (out, SP_TERMINAL_PLAIN, "", "", _(pack->title));
  sp_terminal_add_paragraph (out, SP_TERMINAL_PLAIN, "", "", source);
  sp_terminal_end_line (out);
  for (guint i = 0; i < pack->items->len; i++)
    print_pack_item (out, pack->items->pdata[i]);
}

static GBytes *
write_text (const SpRubric *rubric, const SpFindingRegistry *registry, const SpPackSet *packs)
{
  g_autoptr (SpTerminal) out = sp_terminal_new (TEXT_WIDTH, FALSE);
  guint n_questions = sp_rubric_get_n_questions (rubric);

  for (guint dimension = 0; dimension < SP_N_DIMENSIONS; dimension++)
    {
      sp_terminal_add_paragraph (out, SP_TERMINAL_PLAIN, "", "", sp_dimension_get_title (dimension));
      sp_terminal_end_line (out);
      for (guint i = 0; i < n_questions; i++)
        if (sp_rubric_get_question (rubric, i)->dimension == dimension)
          print_question (out, rubric, i);
      sp_terminal_end_line (out);
    }

  sp_terminal_add_paragraph (out, SP_TERMINAL_PLAIN, "", "", _("Findings"));
  sp_terminal_end_line (out);
  for (guint i = 0; i < sp_finding_registry_get_n_detectors (registry); i++)
    {
      const SpDetector *detector = sp_finding_registry_get_detector (registry, i);

      if (detector->is_finding)
        print_finding (out, detector);
    }
  for (guint i = 0; i < sp_pack_set_get_n_packs (packs); i++)
    print_pack (out, sp_pack_set_get_pack (packs, i));
  return sp_terminal_finish (out);
}

/* A cell of a Markdown table: a bar would end it. */
static void
append_cell (GString *out, const char *text)
{
  g_string_append (out, "| ");
  for (const char *p = text != NULL ? text : ""; *p != '\0'; p++)
    {
      if (*p == '|')
        g_string_append_c (out, '\\');
      g_string_append_c (out, *p == '\n' ? ' ' : *p);
    }
  g_string_append_c (out, ' ');
}

static void
append_question (GString *out, const SpRubric *rubric, guint index)
{
  const SpQuestion *question = sp_rubric_get_question (rubric, index);
  g_autofree char *weight = format_number (question->weight);
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_levels;
  const SpRubricLevel *levels = sp_rubric_get_levels (rubric, index, &n_levels);

  for (guint i = 0; i < n_levels; i++)
    {
      g_autofree char *number = format_number (levels[i].level);

      g_string_append_printf (text, "%s%s: %s", i > 0 ? "; " : "", number, levels[i].text);
    }
  append_cell (out, question->id);
  append_cell (out, question->question);
  append_cell (out, weight);
  append_cell (out, text->str);
  g_string_append (out, "|\n");
}

static void
append_finding (GString *out, const SpDetector *detector)
{
  g_autofree char *id = g_strdup_printf ("`%s`", detector->id);

  append_cell (out, id);
  append_cell (out, sp_severity_get_id (detector->severity));
  append_cell (out, detector->title);
  append_cell (out, detector->explanation);
  append_cell (out, detector->source);
  g_string_append (out, "|\n");
}

static void
append_pack (GString *out, const SpPackInfo *pack)
{
  g_string_append_printf (out, "\n## %s\n\n%s\n\n| Id | Item | Article | Looked for | Source |\n"
                               "| --- | --- | --- | --- | --- |\n",
                          _(pack->title), pack->source);
  for (guint i = 0; i < pack->items->len; i++)
    {
      const SpPackItem *item = pack->items->pdata[i];

      append_cell (out, item->id);
      append_cell (out, _(item->title));
      append_cell (out, item->article);
      append_cell (out, _(item->looked_for));
      append_cell (out, item->source);
      g_string_append (out, "|\n");
    }
}

static GBytes *
write_markdown (const SpRubric *rubric, const SpFindingRegistry *registry, const SpPackSet *packs)
{
  GString *out = g_string_new (NULL);
  guint n_questions = sp_rubric_get_n_questions (rubric);

  g_string_append_printf (out, "# Smallprint, rubric %s\n", sp_rubric_get_version (rubric));
  for (guint dimension = 0; dimension < SP_N_DIMENSIONS; dimension++)
    {
      g_string_append_printf (out, "\n## %s\n\n", sp_dimension_get_title (dimension));
      g_string_append (out, "| Id | Question | Weight | Levels |\n| --- | --- | --- | --- |\n");
      for (guint i = 0; i < n_questions; i++)
        if (sp_rubric_get_question (rubric, i)->dimension == dimension)
          append_question (out, rubric, i);
    }

  g_string_append (out, "\n## Findings\n\n| Id | Severity | Title | Meaning | Source |\n"
                        "| --- | --- | --- | --- | --- |\n");
  for (guint i = 0; i < sp_finding_registry_get_n_detectors (registry); i++)
    {
      const SpDetector *detector = sp_finding_registry_get_detector (registry, i);

      if (detector->is_finding)
        append_finding (out, detector);
    }
  for (guint i = 0; i < sp_pack_set_get_n_packs (packs); i++)
    append_pack (out, sp_pack_set_get_pack (packs, i));
  return g_string_free_to_bytes (out);
}

/**
 * sp_report_write_rubric:
 *
 * Every question with its weight and levels, every finding with its severity and source, every item of
 * the packs with its article and source: what a result can be checked against. Any thread.
 *
 * Returns: (transfer full): the text
 */
GBytes *
sp_report_write_rubric (const SpRubric *rubric, const SpFindingRegistry *registry, const SpPackSet *packs,
                        SpReportKind kind)
{
  switch (kind)
    {
    case SP_REPORT_JSON:
      return write_json (rubric, registry, packs);
    case SP_REPORT_MARKDOWN:
      return write_markdown (rubric, registry, packs);
    case SP_REPORT_TEXT:
    default:
      return write_text (rubric, registry, packs);
    }
}
