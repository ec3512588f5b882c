/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-report-json-private.h"

/* What the policy mentions of all that laws want said. */

static void
add_item (SpJsonExport *export, const SpPackAnswer *answer)
{
  const SpPackItem *item = answer->item;

  sp_json_writer_begin_object (export->json, NULL);
  sp_json_writer_string (export->json, "id", item->id);
  sp_json_writer_string (export->json, "article", item->article);
  sp_json_writer_string (export->json, "title", item->title);
  sp_json_writer_string (export->json, "looked_for", item->looked_for);
  sp_json_writer_double (export->json, "prevalence", item->prevalence, SP_REPORT_SHARE_DECIMALS);
  sp_json_writer_string (export->json, "state", sp_answer_state_get_id (answer->state));
  sp_json_export_add_evidence (export, "evidence", answer->evidence);
  sp_json_writer_string (export->json, "note", answer->note);
  sp_json_export_add_near_miss (export, answer->near_miss, answer->near_miss_reason);
  sp_json_writer_end_object (export->json);
}

/* Null where neither the policy nor its snapshot has a date. */
static void
add_in_force (SpJsonExport *export, SpPackInForce in_force)
{
  if (in_force == SP_PACK_DATE_UNKNOWN)
    sp_json_writer_null (export->json, "in_force");
  else
    sp_json_writer_boolean (export->json, "in_force", in_force == SP_PACK_IN_FORCE);
}

static void
add_pack (SpJsonExport *export, const SpPackCoverage *coverage)
{
  sp_json_writer_begin_object (export->json, NULL);
  sp_json_writer_string (export->json, "id", coverage->pack->id);
  sp_json_writer_string (export->json, "title", coverage->pack->title);
  sp_json_writer_string (export->json, "version", coverage->pack->version);
  sp_json_writer_string (export->json, "suggested", coverage->suggested);
  add_in_force (export, coverage->in_force);
  sp_json_writer_string (export->json, "prevalence_set", coverage->pack->prevalence_set);
  sp_json_writer_int (export->json, "present", coverage->n_present);
  sp_json_writer_int (export->json, "partial", coverage->n_partial);
  sp_json_writer_int (export->json, "absent", coverage->n_absent);
  sp_json_writer_int (export->json, "not_applicable", coverage->n_not_applicable);
  sp_json_writer_begin_array (export->json, "items");
  for (guint i = 0; i < coverage->answers->len; i++)
    add_item (export, coverage->answers->pdata[i]);
  sp_json_writer_end_array (export->json);
  sp_json_writer_end_object (export->json);
}

/* @packs: (element-type SpPackCoverage) */
void
sp_json_export_add_packs (SpJsonExport *self, GPtrArray *packs)
{
  sp_json_writer_begin_array (self->json, "packs");
  for (guint i = 0; i < packs->len; i++)
    add_pack (self, packs->pdata[i]);
  sp_json_writer_end_array (self->json);
}
