/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-contradiction-finder.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Statements less sure than this, or hedged (“not knowingly”), contradict nothing. */
#define MIN_CONFIDENCE 0.7
#define MIN_STRENGTH 0.7

/* What is sure of a broken promise: the text may hold it in other words. */
#define ANNOUNCED 0.6

/* How near to “section” its name stands, and how long a name is at least, in bytes. */
#define NAME_REACH 24
#define MIN_NAME 4

/* A general sentence and its exception often follow each other: they are read as one. */
#define SAME_BREATH 1

/* No honest policy has more on one side; what is behind them is not looked at, so that time stays linear. */
#define MAX_SIDE 100

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

typedef struct
{
  const SpContradictionRules *rules;
  SpSegmentation *segmentation;
  const SpSentence *sentences;
  guint8 *flat;     /* (not owned): of each sentence, AFFIRMED and DENIED */
  GPtrArray *found; /* (not owned) (element-type SpContradiction) */
} Search;

/* What a detector of flat sentences says of one. */
enum
{
  AFFIRMED = 1,
  DENIED = 2,
};

/* --- Statements ------------------------------------------------------------------------------- */

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
  return statement->subject == SP_SUBJECT_FIRST_PARTY && statement->confidence >= MIN_CONFIDENCE
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
                           sp_contradiction_rules_get_expected_recipients (search->rules))
         && (get_deed (statement) == DEED_COLLECT
             || !mentions_any (statement->purposes,
                               sp_contradiction_rules_get_expected_purposes (search->rules)))
         && statement->modality != SP_MODALITY_RIGHT && statement->modality != SP_MODALITY_DUTY;
}

static gboolean
is_same_breath (const Search *search, guint a, guint b)
{
  guint distance = MAX (a, b) - MIN (a, b);

  return distance == 0
         || (distance <= SAME_BREATH
             && search->sentences[a].segment == search->sentences[b].segment);
}

static Relation
relate (const SpConcept *affirmed, const SpConcept *denied)
{
  if (affirmed == denied)
    return RELATION_SAME;
  if (sp_concept_is_a (affirmed, denied))
    return RELATION_NARROWER;
  return sp_concept_is_a (denied, affirmed) ? RELATION_WIDER : RELATION_NONE;
}

/* A denial that names nobody denies it for all. */
static Relation
relate_recipients (const SpStatement *affirmed, const SpStatement *denied)
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
        best = MIN (best, relate (one, g_array_index (denied->recipients, SpMention, j).concept));
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
  GStrv always = sp_contradiction_rules_get_too_wide (search->rules);
  GStrv collected = sp_contradiction_rules_get_too_wide_to_collect (search->rules);

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
        Relation relation = relate (a, b);

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
      || is_same_breath (search, affirmed->sentence, denied->sentence)
      || !is_purpose_covered (affirmed, denied))
    return NULL;
  data = relate_data (search, affirmed, denied, &one, &other);
  recipients = data != RELATION_NONE ? relate_recipients (affirmed, denied) : RELATION_NONE;
  if (recipients == RELATION_NONE)
    return NULL;

  kind = kinds[data][recipients];
  template = sp_contradiction_rules_get_explanation (search->rules, kind);
  if (template == NULL)
    return NULL;
  contradiction = g_new0 (SpContradiction, 1);
  contradiction->kind = kind;
  contradiction->explanation = explain (template, one, other);
  contradiction->a = (SpEvidence) { affirmed->segment, search->sentences[affirmed->sentence].span };
  contradiction->b = (SpEvidence) { denied->segment, search->sentences[denied->sentence].span };
  contradiction->confidence = MIN (affirmed->confidence, denied->confidence);
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
    g_ptr_array_add (search->found, g_steal_pointer (&best));
}

static void
add (const Search *search, const char *kind, const char *explanation, SpEvidence a, SpEvidence b,
     double confidence)
{
  SpContradiction *contradiction = g_new0 (SpContradiction, 1);

  contradiction->kind = kind;
  contradiction->explanation = g_strdup (_(explanation));
  contradiction->a = a;
  contradiction->b = b;
  contradiction->confidence = confidence;
  g_ptr_array_add (search->found, contradiction);
}

/* --- Detections ------------------------------------------------------------------------------- */

static GPtrArray *
list_named (const GArray *detections, const GArray *names)
{
  GPtrArray *named = g_ptr_array_new ();

  for (guint i = 0; i < detections->len && named->len < MAX_SIDE; i++)
    {
      SpDetection *detection = &g_array_index (detections, SpDetection, i);

      if (detection->confidence >= MIN_CONFIDENCE && sp_detection_names_contain (names, detection))
        g_ptr_array_add (named, detection);
    }
  return named;
}

/* The surest two places, the first of equals. */
static double
choose_sides (const Search *search, const SpContradictionPair *pair, GPtrArray *as, GPtrArray *bs,
              SpDetection **a, SpDetection **b)
{
  double best = 0.0;

  for (guint i = 0; i < as->len; i++)
    for (guint j = 0; j < bs->len; j++)
      {
        SpDetection *one = as->pdata[i], *other = bs->pdata[j];
        double sureness = MIN (one->confidence, other->confidence);

        if (sureness <= best || one->sentence == other->sentence
            || (!pair->adjacent && is_same_breath (search, one->sentence, other->sentence)))
          continue;
        best = sureness;
        *a = one;
        *b = other;
      }
  return best;
}

static void
find_pair (const Search *search, const SpContradictionPair *pair, const GArray *detections)
{
  g_autoptr (GPtrArray) as = list_named (detections, pair->a);
  g_autoptr (GPtrArray) bs = list_named (detections, pair->b);
  SpDetection *a = NULL, *b = NULL;
  double sureness = choose_sides (search, pair, as, bs, &a, &b);

  if (a != NULL)
    add (search, pair->kind, pair->explanation, a->evidence, b->evidence,
         MIN (sureness, pair->confidence));
}

/* --- Announcements ---------------------------------------------------------------------------- */

/* Whether the text has the words in another place too, in any case: a heading may have been lost, and a
 * section may be named by its first words. */
static gboolean
stands_elsewhere (const Search *search, SpSpan span, const char *folded)
{
  SpDocument *document = sp_segmentation_get_document (search->segmentation);
  const char *text = sp_document_get_text (document, NULL);
  g_autofree char *before = g_utf8_casefold (text, span.start);
  g_autofree char *after = g_utf8_casefold (text + span.end, -1);

  return strstr (before, folded) != NULL || strstr (after, folded) != NULL;
}

/* Returns: the words between the first quotation marks of a sentence, empty if there are none */
static SpSpan
find_quoted (const char *text, SpSpan sentence)
{
  static const struct
  {
    const char *open;
    const char *close;
  } marks[] = { { "“", "”" }, { "\"", "\"" }, { "‘", "’" } };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      const char *end = text + sentence.end;
      const char *open = g_strstr_len (text + sentence.start, sp_span_length (sentence), marks[i].open);
      const char *words = open != NULL ? open + strlen (marks[i].open) : NULL;
      const char *close = words != NULL ? g_strstr_len (words, end - words, marks[i].close) : NULL;

      if (close != NULL && close > words)
        return sp_span (words - text, close - text);
    }
  return sp_span (0, 0);
}

/* “the section entitled “X””, “the “X” section”. */
static gboolean
is_beside_section (const char *text, SpSpan quoted)
{
  gsize start = quoted.start > NAME_REACH ? quoted.start - NAME_REACH : 0;
  g_autofree char *near = g_ascii_strdown (text + start, quoted.start - start);
  g_autofree char *next = g_strndup (text + quoted.end, NAME_REACH);

  return strstr (near, "section") != NULL || strstr (next, "section") != NULL;
}

/* Returns: whether the heading that a sentence names is not there; then @evidence is its name */
static gboolean
lacks_heading (const Search *search, const SpDetection *detection, SpEvidence *evidence)
{
  const char *text = sp_document_get_text (sp_segmentation_get_document (search->segmentation), NULL);
  SpSpan quoted = find_quoted (text, search->sentences[detection->sentence].span);
  g_autofree char *name = sp_span_dup_text (quoted, text);
  g_autofree char *folded = g_utf8_casefold (name, -1);

  g_strdelimit (folded, ".,;:?", ' ');
  g_strstrip (folded);
  evidence->segment = detection->evidence.segment;
  evidence->span = quoted;
  return sp_span_length (quoted) >= MIN_NAME && is_beside_section (text, quoted)
         && !stands_elsewhere (search, quoted, folded);
}

static void
find_broken (const Search *search, const SpAnnouncement *announcement, const GArray *detections)
{
  for (guint i = 0, n_seen = 0; i < detections->len && n_seen < MAX_SIDE; i++)
    {
      const SpDetection *detection = &g_array_index (detections, SpDetection, i);
      SpEvidence whole, words = detection->evidence;

      if (!g_str_equal (detection->detector->id, announcement->detector))
        continue;
      n_seen++;
      if (announcement->names_heading && !lacks_heading (search, detection, &words))
        continue;
      whole = (SpEvidence) { words.segment, search->sentences[detection->sentence].span };
      add (search, "X4", announcement->explanation, whole, words, ANNOUNCED);
    }
}

/* --- All -------------------------------------------------------------------------------------- */

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

static int
compare_contradictions (gconstpointer a, gconstpointer b)
{
  const SpContradiction *one = *(SpContradiction *const *) a;
  const SpContradiction *other = *(SpContradiction *const *) b;
  int order = strcmp (one->kind, other->kind);

  if (order == 0)
    order = sp_span_compare (one->a.span, other->a.span);
  return order != 0 ? order : sp_span_compare (one->b.span, other->b.span);
}

/* A statement and a pair of detectors may see the same two places. */
static void
drop_repeated (GPtrArray *found)
{
  for (guint i = found->len; i-- > 1;)
    for (guint j = 0; j < i; j++)
      {
        const SpContradiction *one = found->pdata[i], *other = found->pdata[j];

        if (sp_span_overlaps (one->b.span, other->b.span) && sp_span_overlaps (one->a.span, other->a.span))
          {
            g_ptr_array_remove_index (found, i);
            break;
          }
      }
}

/**
 * sp_contradictions_find:
 * @statements: (element-type SpStatement)
 * @detections: (element-type SpDetection)
 *
 * Looks for places that are hard to reconcile: statements by PolicyLint's table with its filters (flat
 * denials only, same population, other sentences, nobody but the company, no too wide data), and the
 * pairs of detections of contradictions.json. Time is linear in the text for each denial.
 *
 * Source: section 5 of the rubric.
 *
 * Returns: (transfer full) (element-type SpContradiction): by kind, then by place
 */
GPtrArray *
sp_contradictions_find (const SpContradictionRules *rules, SpSegmentation *segmentation,
                        GPtrArray *statements, const GArray *detections)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) sp_contradiction_free);
  GPtrArray *pairs = sp_contradiction_rules_get_pairs (rules);
  GPtrArray *announcements = sp_contradiction_rules_get_announcements (rules);
  guint n_sentences;
  const SpSentence *sentences = sp_segmentation_get_sentences (segmentation, &n_sentences);
  g_autofree guint8 *flat = mark_flat_sentences (rules, detections, n_sentences);
  Search search = { rules, segmentation, sentences, flat, found };

  for (guint i = 0, n_denials = 0; i < statements->len && n_denials < MAX_SIDE; i++)
    if (is_flat_denial (&search, statements->pdata[i]))
      {
        find_against_denial (&search, statements, statements->pdata[i]);
        n_denials++;
      }
  for (guint i = 0; i < pairs->len; i++)
    find_pair (&search, pairs->pdata[i], detections);
  for (guint i = 0; i < announcements->len; i++)
    find_broken (&search, announcements->pdata[i], detections);
  g_ptr_array_sort (found, compare_contradictions);
  drop_repeated (found);
  return found;
}
