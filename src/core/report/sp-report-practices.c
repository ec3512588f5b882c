/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-report-practices-private.h"

#include <glib/gi18n-lib.h>

typedef const SpConcept *(*GetConcept) (const SpDataFlow *flow);

static const SpConcept *
get_purpose (const SpDataFlow *flow)
{
  return flow->purpose;
}

static const SpConcept *
get_recipient (const SpDataFlow *flow)
{
  return flow->recipient;
}

static void
row_free (SpReportDataRow *row)
{
  g_free (row->text);
  g_free (row);
}

/* A concept is as its cells are together: both yes and no is unclear. */
static SpFlowState
join_states (SpFlowState one, SpFlowState other)
{
  return one == other ? one : SP_FLOW_UNCLEAR;
}

/* Returns: how many of @flows, from @first, are of the same data */
static guint
count_row (GPtrArray *flows, guint first)
{
  guint n = 1;

  while (first + n < flows->len
         && ((SpDataFlow *) flows->pdata[first + n])->data == ((SpDataFlow *) flows->pdata[first])->data)
    n++;
  return n;
}

/* Returns: (transfer full): the concepts of one kind, of one state, in the order of the flows */
static char *
list_concepts (SpDataFlow *const *flows, guint n_flows, GetConcept get, SpFlowState state)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GHashTable) states = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < n_flows; i++)
    {
      gpointer concept = (gpointer) get (flows[i]), known;

      if (concept == NULL)
        continue;
      if (g_hash_table_lookup_extended (states, concept, NULL, &known))
        known = GUINT_TO_POINTER (join_states (GPOINTER_TO_UINT (known), flows[i]->state));
      else
        known = GUINT_TO_POINTER (flows[i]->state);
      g_hash_table_insert (states, concept, known);
    }
  for (guint i = 0; i < n_flows; i++)
    {
      const SpConcept *concept = get (flows[i]);
      gpointer known;

      if (concept == NULL || !g_hash_table_steal_extended (states, concept, NULL, &known)
          || GPOINTER_TO_UINT (known) != state)
        continue;
      if (text->len > 0)
        g_string_append (text, _(", "));
      g_string_append (text, _(concept->title));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_part (GString *text, const char *template, const char *list)
{
  g_autoptr (GString) part = g_string_new (_(template));

  g_string_replace (part, "{list}", list, 1);
  if (text->len > 0)
    g_string_append (text, _(". "));
  g_string_append (text, part->str);
}

/* Of data of which neither a use nor a recipient is told. */
static const char *
describe_collection (SpFlowState state)
{
  switch (state)
    {
    case SP_FLOW_AFFIRMED:
      return _("Collected");
    case SP_FLOW_DENIED:
      return _("Not collected");
    default:
      return _("Unclear whether collected");
    }
}

static SpReportDataRow *
new_row (SpDataFlow *const *flows, guint n_flows)
{
  static const struct
  {
    GetConcept get;
    SpFlowState state;
    const char *template;
  } parts[] = {
    /* Translators: of a type of data: the purposes it is used for. */
    { get_purpose, SP_FLOW_AFFIRMED, N_("For: {list}") },
    { get_purpose, SP_FLOW_UNCLEAR, N_("Unclear whether for: {list}") },
    { get_purpose, SP_FLOW_DENIED, N_("Not for: {list}") },
    /* Translators: of a type of data: who receives it. */
    { get_recipient, SP_FLOW_AFFIRMED, N_("Goes to: {list}") },
    { get_recipient, SP_FLOW_UNCLEAR, N_("Unclear whether to: {list}") },
    { get_recipient, SP_FLOW_DENIED, N_("Not to: {list}") },
  };
  SpReportDataRow *row = g_new0 (SpReportDataRow, 1);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *list = list_concepts (flows, n_flows, parts[i].get, parts[i].state);

      if (*list != '\0')
        add_part (text, parts[i].template, list);
    }
  if (text->len == 0)
    g_string_append (text, describe_collection (flows[0]->state));
  row->data = flows[0]->data;
  row->text = g_string_free (g_steal_pointer (&text), FALSE);
  return row;
}

/**
 * sp_report_list_data_rows:
 *
 * Returns: (transfer full) (element-type SpReportDataRow): the data map in words, a row for each type
 *   of data, in the order of the map
 */
GPtrArray *
sp_report_list_data_rows (SpAnalysis *analysis)
{
  GPtrArray *flows = sp_analysis_get_data_map (analysis);
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);

  for (guint i = 0, n; i < flows->len; i += n)
    {
      n = count_row (flows, i);
      g_ptr_array_add (rows, new_row ((SpDataFlow *const *) &flows->pdata[i], n));
    }
  return rows;
}
