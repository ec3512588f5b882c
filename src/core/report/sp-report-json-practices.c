/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-report-json-private.h"

/* What the policy says is done: statements, what is hard to reconcile in them, and their map. */

/* The ids of what is mentioned, each once, in the order of the text. */
static void
add_concepts (SpJsonExport *export, const char *name, const GArray *mentions)
{
  sp_json_writer_begin_array (export->json, name);
  for (guint i = 0; i < mentions->len; i++)
    {
      const SpConcept *concept = g_array_index (mentions, SpMention, i).concept;
      guint first = 0;

      while (g_array_index (mentions, SpMention, first).concept != concept)
        first++;
      if (first == i)
        sp_json_writer_string (export->json, NULL, concept->id);
    }
  sp_json_writer_end_array (export->json);
}

static void
add_statement (SpJsonExport *export, const SpStatement *statement, guint id)
{
  sp_json_writer_begin_object (export->json, NULL);
  sp_json_writer_int (export->json, "id", id);
  sp_json_writer_int (export->json, "segment", statement->segment);
  sp_report_json_add_range (export->json, export->offsets, statement->span);
  sp_json_writer_string (export->json, "subject", sp_subject_get_id (statement->subject));
  sp_json_writer_string (export->json, "action", sp_action_get_id (statement->action));
  sp_json_writer_string (export->json, "polarity", statement->denied ? "denied" : "affirmed");
  sp_json_writer_double (export->json, "strength", statement->strength, SP_REPORT_SHARE_DECIMALS);
  sp_json_writer_string (export->json, "modality", sp_modality_get_id (statement->modality));
  add_concepts (export, "data", statement->data);
  add_concepts (export, "recipients", statement->recipients);
  add_concepts (export, "purposes", statement->purposes);
  sp_json_export_add_quote (export, "condition", statement->condition);
  sp_json_export_add_quote (export, "exception", statement->exception);
  sp_json_writer_string (export->json, "population", statement->population);
  sp_json_writer_string (export->json, "period", sp_period_get_id (statement->period));
  sp_json_writer_double (export->json, "confidence", statement->confidence, SP_REPORT_SHARE_DECIMALS);
  sp_json_writer_end_object (export->json);
}

void
sp_json_export_add_statements (SpJsonExport *self)
{
  GPtrArray *statements = sp_analysis_get_statements (self->analysis);

  sp_json_writer_begin_array (self->json, "statements");
  for (guint i = 0; i < statements->len; i++)
    add_statement (self, statements->pdata[i], i);
  sp_json_writer_end_array (self->json);
}

void
sp_json_export_add_contradictions (SpJsonExport *self)
{
  GPtrArray *contradictions = sp_analysis_get_contradictions (self->analysis);

  sp_json_writer_begin_array (self->json, "contradictions");
  for (guint i = 0; i < contradictions->len; i++)
    {
      const SpContradiction *contradiction = contradictions->pdata[i];

      sp_json_writer_begin_object (self->json, NULL);
      sp_json_writer_string (self->json, "kind", contradiction->kind);
      sp_json_writer_string (self->json, "explanation", contradiction->explanation);
      sp_json_export_add_place (self, "a", &contradiction->a);
      sp_json_export_add_place (self, "b", &contradiction->b);
      sp_json_writer_double (self->json, "confidence", contradiction->confidence,
                             SP_REPORT_SHARE_DECIMALS);
      sp_json_writer_end_object (self->json);
    }
  sp_json_writer_end_array (self->json);
}

void
sp_json_export_add_data_map (SpJsonExport *self)
{
  GPtrArray *flows = sp_analysis_get_data_map (self->analysis);

  sp_json_writer_begin_array (self->json, "data_map");
  for (guint i = 0; i < flows->len; i++)
    {
      const SpDataFlow *flow = flows->pdata[i];

      sp_json_writer_begin_object (self->json, NULL);
      sp_json_writer_string (self->json, "data", flow->data->id);
      sp_json_writer_string (self->json, "recipient", flow->recipient != NULL ? flow->recipient->id : NULL);
      sp_json_writer_string (self->json, "purpose", flow->purpose != NULL ? flow->purpose->id : NULL);
      sp_json_writer_string (self->json, "state", sp_flow_state_get_id (flow->state));
      sp_json_writer_begin_array (self->json, "statements");
      for (guint j = 0; j < flow->statements->len; j++)
        sp_json_writer_int (self->json, NULL, g_array_index (flow->statements, guint, j));
      sp_json_writer_end_array (self->json);
      sp_json_writer_end_object (self->json);
    }
  sp_json_writer_end_array (self->json);
}
