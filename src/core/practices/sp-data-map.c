/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-data-map.h"

#include <glib/gi18n-lib.h>

#define CHILDRENS_DATA "childrens-data"

static const struct
{
  const char *id;
  const char *title;
} states[] = {
  [SP_FLOW_AFFIRMED] = { "affirmed", N_("Yes") },
  [SP_FLOW_DENIED] = { "denied", N_("Denied") },
  [SP_FLOW_UNCLEAR] = { "unclear", N_("Unclear") },
};

void
sp_data_flow_free (SpDataFlow *self)
{
  g_array_unref (self->statements);
  g_free (self);
}

/* --- Making ----------------------------------------------------------------------------------- */

/* Statements less sure than this fill no cell. */
#define MIN_CONFIDENCE 0.4

/* No frame names more of one kind; cells are the product of all three. */
#define MAX_MENTIONS 12

typedef struct
{
  const SpConcept *data;
  const SpConcept *recipient;
  const SpConcept *purpose;
} Cell;

static guint
hash_cell (gconstpointer key)
{
  const Cell *cell = key;

  return g_direct_hash (cell->data) ^ (g_direct_hash (cell->recipient) << 1)
         ^ (g_direct_hash (cell->purpose) << 2);
}

static gboolean
equal_cells (gconstpointer a, gconstpointer b)
{
  const Cell *one = a, *other = b;

  return one->data == other->data && one->recipient == other->recipient
         && one->purpose == other->purpose;
}

static gboolean
is_mapped (const SpStatement *statement)
{
  switch (statement->action)
    {
    case SP_ACTION_COLLECT:
    case SP_ACTION_USE:
    case SP_ACTION_SHARE:
    case SP_ACTION_SELL:
    case SP_ACTION_TRACK:
    case SP_ACTION_RETAIN:
      return (statement->subject == SP_SUBJECT_FIRST_PARTY
              || statement->subject == SP_SUBJECT_THIRD_PARTY)
             && statement->confidence >= MIN_CONFIDENCE;
    default:
      return FALSE;
    }
}

/* “We never share it, except …” is neither yes nor no. */
static SpFlowState
judge (const SpStatement *statement)
{
  if (!statement->denied)
    return SP_FLOW_AFFIRMED;
  return sp_span_is_empty (statement->exception) && sp_span_is_empty (statement->condition)
           ? SP_FLOW_DENIED
           : SP_FLOW_UNCLEAR;
}

static void
enter (GPtrArray *flows, GHashTable *by_cell, Cell cell, guint index, SpFlowState state)
{
  SpDataFlow *flow = g_hash_table_lookup (by_cell, &cell);

  if (flow == NULL)
    {
      flow = g_new0 (SpDataFlow, 1);
      flow->data = cell.data;
      flow->recipient = cell.recipient;
      flow->purpose = cell.purpose;
      flow->state = state;
      flow->statements = g_array_new (FALSE, FALSE, sizeof (guint));
      g_ptr_array_add (flows, flow);
      g_hash_table_insert (by_cell, g_memdup2 (&cell, sizeof cell), flow);
    }
  if (flow->state != state)
    flow->state = SP_FLOW_UNCLEAR;
  if (flow->statements->len == 0
      || g_array_index (flow->statements, guint, flow->statements->len - 1) != index)
    g_array_append_val (flow->statements, index);
}

/* Returns: concept @i of @mentions, or %NULL for the one cell of what names none */
static const SpConcept *
get_concept (const GArray *mentions, guint i)
{
  return i < mentions->len ? g_array_index (mentions, SpMention, i).concept : NULL;
}

static guint
count_cells (const GArray *mentions)
{
  return CLAMP (mentions->len, 1, MAX_MENTIONS);
}

/* Others are named beside a use too (“we use it to help other users”): they get nothing by that. */
static gboolean
hands_over (const SpStatement *statement)
{
  return statement->action == SP_ACTION_SHARE || statement->action == SP_ACTION_SELL
         || statement->subject == SP_SUBJECT_THIRD_PARTY;
}

/* Where nobody is named, data are denied to all others, and sold to others; what is “provided” may as well
 * stay in the house. */
static const SpConcept *
get_recipient (const SpStatement *statement, guint i, const SpConcept *others)
{
  if (!hands_over (statement))
    return NULL;
  if (statement->recipients->len > 0)
    return get_concept (statement->recipients, i);
  return statement->denied || statement->action == SP_ACTION_SELL ? others : NULL;
}

/* “If a child has given us data” and “you must be old enough to agree” suppose what is mostly denied. */
static gboolean
is_supposed (const SpStatement *statement, const SpConcept *data)
{
  return !statement->denied && g_str_equal (data->id, CHILDRENS_DATA)
         && (!sp_span_is_empty (statement->condition) || statement->modality == SP_MODALITY_DEEMED);
}

/* “In line with the law we do not collect it” denies it altogether, “we do not use it for …” one use. */
static const GArray *
get_purposes (const SpStatement *statement)
{
  static const GArray none = { NULL, 0 };
  gboolean is_limited = !statement->denied || statement->action == SP_ACTION_USE || hands_over (statement);

  return is_limited ? statement->purposes : &none;
}

static void
enter_statement (GPtrArray *flows, GHashTable *by_cell, const SpStatement *statement, guint index,
                 const SpConcept *others)
{
  const GArray *purposes = get_purposes (statement);
  guint n_recipients = hands_over (statement) ? count_cells (statement->recipients) : 1;

  for (guint i = 0; i < MIN (statement->data->len, MAX_MENTIONS); i++)
    for (guint j = 0; j < n_recipients && !is_supposed (statement, get_concept (statement->data, i)); j++)
      for (guint k = 0; k < count_cells (purposes); k++)
        {
          Cell cell = { get_concept (statement->data, i), get_recipient (statement, j, others),
                        get_concept (purposes, k) };

          enter (flows, by_cell, cell, index, judge (statement));
        }
}

/* None comes first. */
static int
compare_concepts (const SpConcept *a, const SpConcept *b)
{
  if (a == b)
    return 0;
  return a == NULL || (b != NULL && a->index < b->index) ? -1 : 1;
}

static int
compare_flows (gconstpointer a, gconstpointer b)
{
  const SpDataFlow *one = *(SpDataFlow *const *) a;
  const SpDataFlow *other = *(SpDataFlow *const *) b;
  int order = compare_concepts (one->data, other->data);

  if (order == 0)
    order = compare_concepts (one->recipient, other->recipient);
  return order != 0 ? order : compare_concepts (one->purpose, other->purpose);
}

/**
 * sp_data_map_new:
 * @statements: (element-type SpStatement)
 * @others: (nullable): who receives what is passed on to nobody in particular
 *
 * Returns: (transfer full) (element-type SpDataFlow): a cell for each data type, recipient and purpose
 *   that statements of the company or of others name together, in the order of the ontology
 */
GPtrArray *
sp_data_map_new (GPtrArray *statements, const SpConcept *others)
{
  GPtrArray *flows = g_ptr_array_new_with_free_func ((GDestroyNotify) sp_data_flow_free);
  g_autoptr (GHashTable) by_cell = g_hash_table_new_full (hash_cell, equal_cells, g_free, NULL);

  for (guint i = 0; i < statements->len; i++)
    if (is_mapped (statements->pdata[i]))
      enter_statement (flows, by_cell, statements->pdata[i], i, others);
  g_ptr_array_sort (flows, compare_flows);
  return flows;
}

/* --- Names ------------------------------------------------------------------------------------ */

const char *
sp_flow_state_get_id (SpFlowState state)
{
  return states[state].id;
}

const char *
sp_flow_state_get_title (SpFlowState state)
{
  return _(states[state].title);
}
