/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Statements that differ in sign, by the table of PolicyLint with its filters. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sp-contradiction-search-private.h"

/* A hedged denial (“not knowingly”) is none. */
#define MIN_STRENGTH 0.7

/* Two places far apart may speak of different things: no reading is surer. */
#define CROSS_SENTENCE 0.6

/* How a concept on the affirmed side stands to that on the denied side. */
typedef enum
{
  RELATION_SAME,
  RELATION_NARROWER,
  RELATION_WIDER,
  N_RELATIONS,
  RELATION_NONE = N_RELATIONS,
} Relation;

/* The four by four of PolicyLint (Andow et al., USENIX Security 2019) without its “≈”: data by rows,
 * who has it by columns, affirmed against denied. */
static const char *const kinds[N_RELATIONS][N_RELATIONS] = {
  [RELATION_SAME] = { "C1", "C3", "N3" },
  [RELATION_NARROWER] = { "C2", "C4", "C5" },
  [RELATION_WIDER] = { "N1", "N2", "N4" },
};

/* What a statement amounts to: the company has data, passes it on, or sells it. */
typedef enum
{
  DEED_NONE,
  DEED_COLLECT,
  DEED_SHARE,
  DEED_SELL,
} Deed;

/* What a detector of flat sentences says of one. */
enum
{
  AFFIRMED = 1,
  DENIED = 2,
};

typedef struct
{
  const SpContradictionSearch *base;
  const guint8 *flat; /* (not owned): of each sentence, AFFIRMED and DENIED */
} Search;

static Deed
get_deed (const SpStatement *statement)
{
  switch (statement->action)
    {
    case SP_ACTION_COLLECT:
    case SP_ACTION_TRACK:
      return DEED_COLLECT;
    case SP_ACTION_SHARE:
      return DEED_SHARE;
    case SP_ACTION_SELL:
      return DEED_SELL;
    default:
      /* “We do not use it for …” denies a purpose, “we do not store it” a place: not that it is had. */
      return DEED_NONE;
    }
}

/* Whether doing @affirmed is what @denied says is not done. Selling is sharing, sharing no sale. */
static gboolean
is_covered (Deed affirmed, Deed denied)
{
  return affirmed == denied || (affirmed == DEED_SELL && denied == DEED_SHARE);
}

static gboolean
falls_under (const SpConcept *concept, GStrv ids)
{
  for (; concept != NULL; concept = concept->parent)
    if (g_strv_contains ((const char *const *) ids, concept->id))
      return TRUE;
  return FALSE;
}

static gboolean
is_sure (const SpStatement *statement)
{
  return statement->subject == SP_SUBJECT_FIRST_PARTY
         && statement->confidence >= SP_CONTRADICTION_MIN_CONFIDENCE
         && get_deed (statement) != DEED_NONE && statement->data->len > 0;
}

static gboolean
is_flat_denial (const Search *search, const SpStatement *statement)
{
  return statement->denied && (search->flat[statement->sentence] & DENIED) != 0 && is_sure (statement)
         && statement->strength >= MIN_STRENGTH
         && sp_span_is_empty (statement->condition) && sp_span_is_empty (statement->exception);
}

static gboolean
mentions_any (const GArray *mentions, GStrv ids)
{
  for (guint i = 0; i < mentions->len; i++)
    if (falls_under (g_array_index (mentions, SpMention, i).concept, ids))
      return TRUE;
  return FALSE;
}

/* “With your consent we share” does not break “we do not share”, nor does what every reader expects. */
static gboolean
is_affirmation (const Search *search, const SpStatement *statement)
{
  return !statement->denied && (search->flat[statement->sentence] & AFFIRMED) != 0
         && is_sure (statement) && sp_span_is_empty (statement->condition)
         && !mentions_any (statement->recipients,
                           sp_contradiction_rules_get_expected_recipients (search->base->rules))
         && (get_deed (statement) == DEED_COLLECT
             || !mentions_any (statement->purposes,
                               sp_contradiction_rules_get_expected_purposes (search->base->rules)))
         && statement->modality != SP_MODALITY_RIGHT && statement->modality != SP_MODALITY_DUTY;
}

static gboolean
read_alike (const Search *search, const SpConcept *a, const SpConcept *b)
{
  const SpContradictionRules *rules = search->base->rules;
  const char *const *alike = (const char *const *) sp_contradiction_rules_get_read_alike (rules);

  return a == b || (g_strv_contains (alike, a->id) && g_strv_contains (alike, b->id));
}

static Relation
relate (const Search *search, const SpConcept *affirmed, const SpConcept *denied)
{
  if (read_alike (search, affirmed, denied))
    return RELATION_SAME;
  if (sp_concept_is_a (affirmed, denied))
    return RELATION_NARROWER;
  return sp_concept_is_a (denied, affirmed) ? RELATION_WIDER : RELATION_NONE;
}

/* A denial that names nobody denies it for all. */
static Relation
relate_recipients (const Search *search, const SpStatement *affirmed, const SpStatement *denied)
{
  Relation best = RELATION_NONE;

  if (get_deed (denied) == DEED_COLLECT)
    return RELATION_SAME;
  for (guint i = 0; i < affirmed->recipients->len; i++)
    {
      const SpConcept *one = g_array_index (affirmed->recipients, SpMention, i).concept;

      if (denied->recipients->len == 0)
        best = MIN (best, RELATION_NARROWER);
      for (guint j = 0; j < denied->recipients->len; j++)
        best = MIN (best, relate (search, one, g_array_index (denied->recipients, SpMention, j).concept));
    }
  return best;
}

/* A denial for some purposes covers those only. */
static gboolean
is_purpose_covered (const SpStatement *affirmed, const SpStatement *denied)
{
  if (denied->purposes->len == 0)
    return TRUE;
  for (guint i = 0; i < affirmed->purposes->len; i++)
    for (guint j = 0; j < denied->purposes->len; j++)
      if (sp_concept_is_a (g_array_index (affirmed->purposes, SpMention, i).concept,
                           g_array_index (denied->purposes, SpMention, j).concept))
        return TRUE;
  return FALSE;
}

static gboolean
is_too_wide (const Search *search, const SpConcept *concept, Deed deed)
{
  GStrv always = sp_contradiction_rules_get_too_wide (search->base->rules);
  GStrv collected = sp_contradiction_rules_get_too_wide_to_collect (search->base->rules);

  return g_strv_contains ((const char *const *) always, concept->id)
         || (deed == DEED_COLLECT && g_strv_contains ((const char *const *) collected, concept->id));
}

/* The closest two of what is affirmed and denied. */
static Relation
relate_data (const Search *search, const SpStatement *affirmed, const SpStatement *denied,
             const SpConcept **one, const SpConcept **other)
{
  Deed deed = get_deed (denied);
  Relation best = RELATION_NONE;

  for (guint i = 0; i < affirmed->data->len; i++)
    for (guint j = 0; j < denied->data->len; j++)
      {
        const SpConcept *a = g_array_index (affirmed->data, SpMention, i).concept;
        const SpConcept *b = g_array_index (denied->data, SpMention, j).concept;
        Relation relation = relate (search, a, b);

        if (relation >= best || is_too_wide (search, a, deed) || is_too_wide (search, b, deed))
          continue;
        best = relation;
        *one = a;
        *other = b;
      }
  return best;
}

static char *
explain (const char *template, const SpConcept *affirmed, const SpConcept *denied)
{
  g_autoptr (GString) text = g_string_new (_(template));

  g_string_replace (text, "{data}", _(affirmed->title), 0);
  g_string_replace (text, "{denied}", _(denied->title), 0);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static SpContradiction *
compare (const Search *search, const SpStatement *affirmed, const SpStatement *denied)
{
  const SpConcept *one = NULL, *other = NULL;
  const char *kind, *template;
  SpContradiction *contradiction;
  Relation data, recipients;

  if (!is_covered (get_deed (affirmed), get_deed (denied))
      || g_strcmp0 (affirmed->population, denied->population) != 0
      || sp_contradiction_search_is_same_breath (search->base, affirmed->sentence, denied->sentence)
      || !is_purpose_covered (affirmed, denied))
    return NULL;
  data = relate_data (search, affirmed, denied, &one, &other);
  recipients = data != RELATION_NONE ? relate_recipients (search, affirmed, denied) : RELATION_NONE;
  if (recipients == RELATION_NONE)
    return NULL;

  kind = kinds[data][recipients];
  template = sp_contradiction_rules_get_explanation (search->base->rules, kind);
  if (template == NULL)
    return NULL;
  contradiction = g_new0 (SpContradiction, 1);
  contradiction->kind = kind;
  contradiction->explanation = explain (template, one, other);
  contradiction->a = (SpEvidence) { affirmed->segment, search->base->sentences[affirmed->sentence].span };
  contradiction->b = (SpEvidence) { denied->segment, search->base->sentences[denied->sentence].span };
  contradiction->confidence = MIN (CROSS_SENTENCE, MIN (affirmed->confidence, denied->confidence));
  return contradiction;
}

/* “C…” before “N…”, then the surer. */
static gboolean
is_better (const SpContradiction *candidate, const SpContradiction *best)
{
  int order = best != NULL ? strcmp (candidate->kind, best->kind) : -1;

  return order < 0 || (order == 0 && candidate->confidence > best->confidence);
}

/* One denial is reported once, against what breaks it most: ten sentences that share data are not ten
 * contradictions of the one that says it is not shared. */
static void
find_against_denial (const Search *search, GPtrArray *statements, const SpStatement *denied)
{
  g_autoptr (SpContradiction) best = NULL;

  for (guint i = 0; i < statements->len; i++)
    {
      const SpStatement *affirmed = statements->pdata[i];
      g_autoptr (SpContradiction) candidate
        = is_affirmation (search, affirmed) ? compare (search, affirmed, denied) : NULL;

      if (candidate != NULL && is_better (candidate, best))
        {
          SpContradiction *worse = g_steal_pointer (&best);

          best = g_steal_pointer (&candidate);
          g_clear_pointer (&worse, sp_contradiction_free);
        }
    }
  if (best != NULL)
    g_ptr_array_add (search->base->found, g_steal_pointer (&best));
}

static guint8 *
mark_flat_sentences (const SpContradictionRules *rules, const GArray *detections, guint n_sentences)
{
  guint8 *flat = g_new0 (guint8, n_sentences);

  for (guint i = 0; i < detections->len; i++)
    {
      const SpDetection *detection = &g_array_index (detections, SpDetection, i);

      if (sp_contradiction_rules_affirm (rules, detection))
        flat[detection->sentence] |= AFFIRMED;
      if (sp_contradiction_rules_deny (rules, detection))
        flat[detection->sentence] |= DENIED;
    }
  return flat;
}

/**
 * sp_contradiction_search_statements:
 * @statements: (element-type SpStatement)
 *
 * Compares each flat denial with what is affirmed: same population, other sentences, nobody but the
 * company, no too wide data. Time is linear in the text for each denial.
 *
 * Source: section 5 of the rubric; Andow et al., PolicyLint, USENIX Security 2019.
 */
void
sp_contradiction_search_statements (const SpContradictionSearch *self, GPtrArray *statements)
{
  guint n_sentences;
  g_autofree guint8 *flat = NULL;
  Search search;

  sp_segmentation_get_sentences (self->segmentation, &n_sentences);
  flat = mark_flat_sentences (self->rules, self->detections, n_sentences);
  search = (Search) { self, flat };
  for (guint i = 0, n_denials = 0; i < statements->len && n_denials < SP_CONTRADICTION_MAX_SIDE; i++)
    if (is_flat_denial (&search, statements->pdata[i]))
      {
        find_against_denial (&search, statements, statements->pdata[i]);
        n_denials++;
      }
}
