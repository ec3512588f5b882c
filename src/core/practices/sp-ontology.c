/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-ontology-private.h"

#include "sp-error.h"

/* So many words (“, and your”) may stand between two data types of one list. */
#define LIST_GAP 2

/* What a phrase of the net stands for: a guard, or 2 · concept, plus 1 for a bare name. */
#define OWNER_GUARD 0
#define OWNER_LEAD 1
#define FIRST_OWNER 2

static const char *const kind_ids[SP_N_CONCEPT_KINDS] = { "data", "entity", "purpose" };

struct _SpOntology
{
  GPtrArray *concepts;                /* (owned) (element-type SpConcept): by kind, as in the file */
  guint first[SP_N_CONCEPT_KINDS + 1]; /* where each kind begins in @concepts */
  SpPhraseNet *net;                   /* (owned) */
  guint and;                          /* the words, as views name them */
  guint or;
};

static void
free_concept (SpConcept *concept)
{
  g_free ((char *) concept->id);
  g_free ((char *) concept->title);
  g_free ((char *) concept->opp115);
  g_free ((char *) concept->dpv);
  g_free (concept);
}

void
sp_ontology_free (SpOntology *self)
{
  g_ptr_array_unref (self->concepts);
  sp_phrase_net_free (self->net);
  g_free (self);
}

/* --- Loading ---------------------------------------------------------------------------------- */

static gboolean
add_phrases (SpOntology *self, JsonObject *object, const char *member, guint owner,
             SpVocabulary *vocabulary, GError **error)
{
  JsonArray *phrases = sp_json_get_array (object, member);

  for (guint i = 0; phrases != NULL && i < json_array_get_length (phrases); i++)
    {
      const char *phrase = json_array_get_string_element (phrases, i);

      if (phrase == NULL || !sp_phrase_net_add (self->net, phrase, owner, vocabulary, error))
        {
          g_prefix_error (error, "%s: ", member);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
set_parent (const SpOntology *self, SpConcept *concept, const char *id, GError **error)
{
  if (id == NULL)
    return TRUE;
  concept->parent = sp_ontology_find (self, concept->kind, id);
  if (concept->parent != NULL)
    return TRUE;
  g_set_error (error, SP_ERROR, SP_ERROR_KNOWLEDGE, "the parent “%s” does not stand above it", id);
  return FALSE;
}

static gboolean
add_concept (SpOntology *self, SpConceptKind kind, JsonObject *row, SpVocabulary *vocabulary,
             GError **error)
{
  SpConcept *concept = g_new0 (SpConcept, 1);
  guint owner = FIRST_OWNER + 2 * self->concepts->len;
  const char *id = sp_json_require_string (row, "id", error);

  concept->kind = kind;
  concept->id = g_strdup (id);
  concept->title = g_strdup (sp_json_get_string (row, "title"));
  concept->is_sensitive = sp_json_get_boolean (row, "sensitive", FALSE);
  concept->is_plain = sp_json_get_boolean (row, "plain", FALSE);
  concept->opp115 = g_strdup (sp_json_get_string (row, "opp115"));
  concept->dpv = g_strdup (sp_json_get_string (row, "dpv"));
  concept->index = self->first[kind + 1] - self->first[kind];
  g_ptr_array_add (self->concepts, concept);
  if (id == NULL)
    return FALSE;
  if (concept->title == NULL || sp_ontology_find (self, kind, id) != NULL)
    {
      g_set_error (error, SP_ERROR, SP_ERROR_KNOWLEDGE, "it has no title or exists twice");
      return FALSE;
    }
  self->first[kind + 1]++;
  return set_parent (self, concept, sp_json_get_string (row, "parent"), error)
         && add_phrases (self, row, "names", owner, vocabulary, error)
         && add_phrases (self, row, "bare", owner + 1, vocabulary, error);
}

static gboolean
add_kind (SpOntology *self, SpConceptKind kind, JsonObject *file, SpVocabulary *vocabulary,
          GError **error)
{
  JsonArray *rows = sp_json_require_array (file, kind_ids[kind], error);

  if (rows == NULL)
    return FALSE;
  self->first[kind] = self->first[kind + 1] = self->concepts->len;
  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonObject *row = json_array_get_object_element (rows, i);

      if (!add_concept (self, kind, row, vocabulary, error))
        {
          g_prefix_error (error, "%s “%s”: ", kind_ids[kind], sp_json_get_string (row, "id"));
          return FALSE;
        }
    }
  return TRUE;
}

/**
 * sp_ontology_new:
 * @file: the root of ontology.json: "data", "entity" and "purpose", arrays of concepts with "id",
 *   "title", and if need be "parent", "sensitive", "plain", "opp115", "dpv"; "names" are phrases of
 *   sp-phrase-net.h, "bare" those that count only in a list of data or after one of "leads" (“such
 *   as name”); "guards" are phrases that name nothing (“domain name”)
 * @vocabulary: gains words
 *
 * Errors: %SP_ERROR_KNOWLEDGE, with the concept that is wrong.
 *
 * Returns: (transfer full): the ontology
 */
SpOntology *
sp_ontology_new (JsonObject *file, SpVocabulary *vocabulary, GError **error)
{
  g_autoptr (SpOntology) self = g_new0 (SpOntology, 1);

  self->concepts = g_ptr_array_new_with_free_func ((GDestroyNotify) free_concept);
  self->net = sp_phrase_net_new ();
  if (!add_phrases (self, file, "guards", OWNER_GUARD, vocabulary, error)
      || !add_phrases (self, file, "leads", OWNER_LEAD, vocabulary, error))
    return NULL;
  for (guint i = 0; i < SP_N_CONCEPT_KINDS; i++)
    if (!add_kind (self, i, file, vocabulary, error))
      return NULL;
  sp_phrase_net_index (self->net);
  self->and = sp_vocabulary_add_word (vocabulary, "and");
  self->or = sp_vocabulary_add_word (vocabulary, "or");
  return g_steal_pointer (&self);
}

/* --- Reading ---------------------------------------------------------------------------------- */

static const SpConcept *
get_concept (const SpOntology *self, guint owner)
{
  return owner < FIRST_OWNER ? NULL : self->concepts->pdata[(owner - FIRST_OWNER) / 2];
}

static gboolean
is_of_kind (const SpOntology *self, guint owner, SpConceptKind kind)
{
  const SpConcept *concept = get_concept (self, owner);

  return concept != NULL && concept->kind == kind;
}

/* By place; of the same words data come before entities and these before purposes, and then a narrower
 * concept, which stands below the wider one in the file. */
static int
compare_hits (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const SpPhraseHit *one = a;
  const SpPhraseHit *other = b;
  const SpConcept *concept = get_concept (user_data, one->owner);
  const SpConcept *rival = get_concept (user_data, other->owner);

  if (one->start != other->start)
    return one->start < other->start ? -1 : 1;
  if (one->end != other->end)
    return one->end > other->end ? -1 : 1;
  if (concept == NULL || rival == NULL || concept->kind != rival->kind)
    return one->owner < other->owner ? -1 : one->owner > other->owner;
  return one->owner > other->owner ? -1 : one->owner < other->owner;
}

/* “Process your payment information”: what is data to the end is no purpose at its beginning. */
static gboolean
is_cut_short (const SpOntology *self, const GArray *hits, guint at)
{
  const SpPhraseHit *hit = &g_array_index (hits, SpPhraseHit, at);

  if (!is_of_kind (self, hit->owner, SP_CONCEPT_PURPOSE))
    return FALSE;
  for (guint i = at + 1; i < hits->len && g_array_index (hits, SpPhraseHit, i).start < hit->end; i++)
    if (g_array_index (hits, SpPhraseHit, i).end > hit->end
        && is_of_kind (self, g_array_index (hits, SpPhraseHit, i).owner, SP_CONCEPT_DATA))
      return TRUE;
  return FALSE;
}

/* Of what overlaps the first stays, and of those the longest. A lead (“such as”) hides nothing. */
static void
choose_longest (const SpOntology *self, GArray *hits)
{
  guint n = 0;
  guint end = 0;

  g_array_sort_with_data (hits, compare_hits, (gpointer) self);
  for (guint i = 0; i < hits->len; i++)
    {
      SpPhraseHit hit = g_array_index (hits, SpPhraseHit, i);

      if (hit.start < end || is_cut_short (self, hits, i))
        continue;
      if (hit.owner != OWNER_LEAD)
        end = hit.end;
      g_array_index (hits, SpPhraseHit, n++) = hit;
    }
  g_array_set_size (hits, n);
}

/* A comma or “and” between two words of a list, and little else. */
static gboolean
is_listed (const SpOntology *self, const SpSentenceView *view, guint end, guint start)
{
  if (start < end || start - end > LIST_GAP)
    return FALSE;
  for (guint i = end; i <= start; i++)
    {
      if (view->words[i].flags & SP_VIEW_COMMA)
        return TRUE;
      for (guint j = 0; i < start && j < view->words[i].n_places; j++)
        if (view->words[i].places[j] == self->and || view->words[i].places[j] == self->or)
          return TRUE;
    }
  return FALSE;
}

/* “Such as name”, or one of a list: “name, address and age”. Leads that stand elsewhere count as words. */
static gboolean
is_supported (const SpOntology *self, const SpSentenceView *view, const GArray *hits, guint at)
{
  const SpPhraseHit *hit = &g_array_index (hits, SpPhraseHit, at);

  for (guint i = at; i-- > 0;)
    {
      const SpPhraseHit *before = &g_array_index (hits, SpPhraseHit, i);

      if (before->owner == OWNER_LEAD && before->end == hit->start)
        return TRUE;
      if (before->owner != OWNER_LEAD)
        {
          if (is_of_kind (self, before->owner, SP_CONCEPT_DATA) && is_listed (self, view, before->end, hit->start))
            return TRUE;
          break;
        }
    }
  for (guint i = at + 1; i < hits->len; i++)
    {
      const SpPhraseHit *after = &g_array_index (hits, SpPhraseHit, i);

      if (after->owner != OWNER_LEAD)
        return is_of_kind (self, after->owner, SP_CONCEPT_DATA) && is_listed (self, view, hit->end, after->start);
    }
  return FALSE;
}

/**
 * sp_ontology_read:
 * @hits: (element-type SpConceptHit): becomes what @view names, by place, without overlaps
 */
void
sp_ontology_read (const SpOntology *self, const SpSentenceView *view, GArray *hits)
{
  g_autoptr (GArray) phrases = g_array_new (FALSE, FALSE, sizeof (SpPhraseHit));

  g_array_set_size (hits, 0);
  sp_phrase_net_search (self->net, view, phrases);
  choose_longest (self, phrases);
  for (guint i = 0; i < phrases->len; i++)
    {
      const SpPhraseHit *phrase = &g_array_index (phrases, SpPhraseHit, i);
      SpConceptHit hit = { get_concept (self, phrase->owner), phrase->start, phrase->end };

      if (hit.concept != NULL && (phrase->owner % 2 == 0 || is_supported (self, view, phrases, i)))
        g_array_append_val (hits, hit);
    }
}

/* --- Looking up ------------------------------------------------------------------------------- */

/**
 * sp_ontology_find:
 *
 * Returns: (transfer none) (nullable): the concept of that id
 */
const SpConcept *
sp_ontology_find (const SpOntology *self, SpConceptKind kind, const char *id)
{
  for (guint i = self->first[kind]; i < self->first[kind + 1]; i++)
    {
      const SpConcept *concept = self->concepts->pdata[i];

      if (g_str_equal (concept->id, id))
        return concept;
    }
  return NULL;
}

guint
sp_ontology_get_n_concepts (const SpOntology *self, SpConceptKind kind)
{
  return self->first[kind + 1] - self->first[kind];
}

/**
 * sp_ontology_get_concept:
 *
 * Returns: (transfer none): concept @index of its kind, in the order of the file
 */
const SpConcept *
sp_ontology_get_concept (const SpOntology *self, SpConceptKind kind, guint index)
{
  return self->concepts->pdata[self->first[kind] + index];
}

const char *
sp_concept_kind_get_id (SpConceptKind kind)
{
  return kind_ids[kind];
}

/**
 * sp_concept_is_a:
 *
 * Returns: whether @self is @wider or falls under it
 */
gboolean
sp_concept_is_a (const SpConcept *self, const SpConcept *wider)
{
  while (self != NULL && self != wider)
    self = self->parent;
  return self != NULL;
}
