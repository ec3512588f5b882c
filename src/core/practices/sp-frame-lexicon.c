/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-frame-lexicon.h"

#include "sp-error.h"

#include <string.h>

/* The classes of "cues"; those without a name are made otherwise. */
static const char *const cue_names[SP_N_CUES] = {
  [SP_CUE_WE] = "we",
  [SP_CUE_OUR] = "our",
  [SP_CUE_US] = "us",
  [SP_CUE_YOU] = "you",
  [SP_CUE_YOUR] = "your",
  [SP_CUE_THEY] = "they",
  [SP_CUE_THEIR] = "their",
  [SP_CUE_RELATIVE] = "relative",
  [SP_CUE_WHO] = "who",
  [SP_CUE_BE] = "be",
  [SP_CUE_HAVE] = "have",
  [SP_CUE_COMMITTED] = "committed",
  [SP_CUE_ATTEMPTED] = "attempted",
  [SP_CUE_DUTY] = "duty",
  [SP_CUE_DEEMED] = "deemed",
  [SP_CUE_RIGHT] = "right",
  [SP_CUE_ADVERB] = "adverb",
  [SP_CUE_CONJUNCTION] = "conjunction",
  [SP_CUE_ARTICLE] = "article",
  [SP_CUE_TO] = "to",
  [SP_CUE_BY] = "by",
  [SP_CUE_FROM] = "from",
  [SP_CUE_TOWARDS] = "towards",
  [SP_CUE_PRONOUN] = "pronoun",
  [SP_CUE_THIS_DATA] = "this-data",
  [SP_CUE_INCLUDES] = "includes",
  [SP_CUE_LISTS] = "lists",
  [SP_CUE_PURPOSE] = "purpose",
  [SP_CUE_FOR] = "for",
  [SP_CUE_NOT_PURPOSE] = "not-purpose",
  [SP_CUE_CONDITION] = "condition",
  [SP_CUE_EXCEPTION] = "exception",
  [SP_CUE_WISH] = "wish",
  [SP_CUE_ENDS_CLAUSE] = "ends-clause",
  [SP_CUE_NO_RECIPIENT] = "services-of",
  [SP_CUE_SPEAKER] = "speaker",
  [SP_CUE_CONTRAST] = "contrast",
  [SP_CUE_DONE_BY] = "done-by",
  [SP_CUE_RULED_OUT] = "ruled-out",
  [SP_CUE_NOT] = "not",
  [SP_CUE_OUTSIDERS] = "outsiders",
  [SP_CUE_CLAIM] = "claim",
  [SP_CUE_ASKS] = "asks",
  [SP_CUE_FORBIDS] = "forbids",
  [SP_CUE_QUANTITY] = "quantity",
  [SP_CUE_NOT_CONDITION] = "not-condition",
  [SP_CUE_BELIEF] = "belief",
  [SP_CUE_HINDERS] = "hinders",
  [SP_CUE_ENDED] = "ended",
};

typedef struct
{
  guint atom;
  SpVerbReading reading;
} VerbWord;

/* What a set of patterns stands for; the first of the file comes first. */
typedef struct
{
  const char *id; /* interned */
  GPtrArray *rules;
} NamedRules;

struct _SpFrameLexicon
{
  GArray *cues;        /* (owned) (element-type guint64): by atom */
  GArray *verbs;       /* (owned) (element-type VerbWord): until they are indexed */
  GArray *readings;    /* (owned) (element-type SpVerbReading): by atom */
  GArray *first;       /* (owned) (element-type guint): where those of each atom begin; one more at the end */
  GArray *periods;     /* (owned) (element-type NamedRules): owners of an #SpPeriod each */
  GArray *populations; /* (owned) (element-type NamedRules) */
  GPtrArray *detached; /* (owned) (element-type SpTokenRule) */
  GPtrArray *meta;     /* (owned) (element-type SpTokenRule) */
  GStrv refused_cells; /* (owned) (nullable) */
  GStrv granted_cells; /* (owned) (nullable) */
  GStrv passing_columns; /* (owned) (nullable) */
  guint permitted;     /* atom of a class */
  guint auxiliary;     /* atom of a class */
};

static void
clear_named_rules (NamedRules *named)
{
  g_ptr_array_unref (named->rules);
}

void
sp_frame_lexicon_free (SpFrameLexicon *self)
{
  g_array_unref (self->cues);
  g_array_unref (self->verbs);
  g_array_unref (self->readings);
  g_array_unref (self->first);
  g_array_unref (self->periods);
  g_array_unref (self->populations);
  g_clear_pointer (&self->detached, g_ptr_array_unref);
  g_clear_pointer (&self->meta, g_ptr_array_unref);
  g_strfreev (self->refused_cells);
  g_strfreev (self->granted_cells);
  g_strfreev (self->passing_columns);
  g_free (self);
}

/* --- Loading ---------------------------------------------------------------------------------- */

static gboolean
fail (GError **error, const char *what, const char *name)
{
  g_set_error (error, SP_ERROR, SP_ERROR_KNOWLEDGE, "%s “%s”", what, name);
  return FALSE;
}

static void
add_cue (SpFrameLexicon *self, guint atom, SpFrameCue cue)
{
  if (atom >= self->cues->len)
    g_array_set_size (self->cues, atom + 1);
  g_array_index (self->cues, guint64, atom) |= G_GUINT64_CONSTANT (1) << cue;
}

static gboolean
add_cues (SpFrameLexicon *self, JsonObject *cues, SpVocabulary *vocabulary, GError **error)
{
  for (guint i = 0; i < SP_N_CUES; i++)
    {
      JsonArray *phrases = cue_names[i] != NULL ? sp_json_get_array (cues, cue_names[i]) : NULL;

      if (phrases == NULL && cue_names[i] != NULL)
        return fail (error, "the cues lack", cue_names[i]);
      for (guint j = 0; phrases != NULL && j < json_array_get_length (phrases); j++)
        {
          const char *phrase = json_array_get_string_element (phrases, j);

          if (phrase == NULL)
            return fail (error, "no text among the cues", cue_names[i]);
          add_cue (self, sp_vocabulary_add_phrase (vocabulary, phrase), i);
        }
    }
  return TRUE;
}

static int
parse_action (const char *id)
{
  for (int i = 0; id != NULL && i <= SP_ACTION_ALLOW; i++)
    if (g_str_equal (id, sp_action_get_id (i)))
      return i;
  return SP_NO_ACTION;
}

static SpVerbNeed
parse_need (const char *id)
{
  static const char *const ids[] = {
    "", "data", "purpose", "reader", "data or reader", "recipient", "data or recipient",
  };

  for (guint i = 1; id != NULL && i < G_N_ELEMENTS (ids); i++)
    if (g_str_equal (id, ids[i]))
      return i;
  return SP_VERB_NEEDS_NOTHING;
}

static void
add_verb_word (SpFrameLexicon *self, const char *phrase, SpVerbForm form, const SpVerbReading *reading,
               SpVocabulary *vocabulary)
{
  VerbWord word = { sp_vocabulary_add_phrase (vocabulary, phrase), *reading };

  word.reading.form = form;
  g_array_append_val (self->verbs, word);
  add_cue (self, word.atom, SP_CUE_VERB);
}

/* “give gives giving gave given”: base, third person, gerund, past, participle; “-” for one that says
 * something else. */
static gboolean
add_forms (SpFrameLexicon *self, const char *line, const SpVerbReading *reading, SpVocabulary *vocabulary,
           GError **error)
{
  g_auto (GStrv) forms = g_strsplit (line != NULL ? line : "", " ", -1);
  guint n = g_strv_length (forms);

  if (n != SP_VERB_PAST + 1 && n != SP_VERB_PARTICIPLE + 1)
    return fail (error, "four or five forms are needed, not", line);
  for (guint i = 0; i < n; i++)
    if (!g_str_equal (forms[i], "-"))
      add_verb_word (self, forms[i], i, reading, vocabulary);
  return TRUE;
}

static gboolean
add_verbs (SpFrameLexicon *self, JsonObject *row, SpVocabulary *vocabulary, GError **error)
{
  JsonArray *forms = sp_json_require_array (row, "forms", error);
  JsonArray *nouns = sp_json_get_array (row, "nouns");
  SpVerbReading reading = {
    SP_VERB_BASE,
    parse_need (sp_json_get_string (row, "needs")),
    parse_action (sp_json_get_string (row, "action")),
    parse_action (sp_json_get_string (row, "user")),
    sp_json_get_boolean (row, "open", FALSE),
    sp_json_get_boolean (row, "intransitive", FALSE),
    sp_json_get_boolean (row, "direct", FALSE),
  };

  if (forms == NULL)
    return FALSE;
  if (reading.action == SP_NO_ACTION && reading.user_action == SP_NO_ACTION
      && !sp_json_get_boolean (row, "other", FALSE))
    return fail (error, "no action for", json_array_get_string_element (forms, 0));
  for (guint i = 0; i < json_array_get_length (forms); i++)
    if (!add_forms (self, json_array_get_string_element (forms, i), &reading, vocabulary, error))
      return FALSE;
  for (guint i = 0; nouns != NULL && i < json_array_get_length (nouns); i++)
    add_verb_word (self, json_array_get_string_element (nouns, i), SP_VERB_NOUN, &reading, vocabulary);
  return TRUE;
}

static gboolean
add_named_rules (GArray *list, JsonArray *rows, const char *id_member, SpVocabulary *vocabulary,
                 GError **error)
{
  for (guint i = 0; rows != NULL && i < json_array_get_length (rows); i++)
    {
      JsonObject *row = json_array_get_object_element (rows, i);
      const char *id = sp_json_require_string (row, id_member, error);
      NamedRules named = { g_intern_string (id), NULL };

      if (id != NULL)
        named.rules = sp_rule_list_parse (sp_json_get_array (row, "match"), vocabulary, error);
      if (named.rules == NULL)
        return FALSE;
      g_array_append_val (list, named);
    }
  return TRUE;
}

static gboolean
load (SpFrameLexicon *self, JsonObject *file, SpVocabulary *vocabulary, GError **error)
{
  JsonArray *verbs = sp_json_require_array (file, "verbs", error);
  JsonObject *cues = sp_json_get_object (file, "cues");

  if (verbs == NULL)
    return FALSE;
  if (cues == NULL)
    return fail (error, "there is no object", "cues");
  for (guint i = 0; i < json_array_get_length (verbs); i++)
    if (!add_verbs (self, json_array_get_object_element (verbs, i), vocabulary, error))
      return FALSE;

  self->refused_cells = sp_json_dup_strings (file, "refused_cells");
  self->granted_cells = sp_json_dup_strings (file, "granted_cells");
  self->passing_columns = sp_json_dup_strings (file, "passing_columns");
  self->detached = sp_rule_list_parse (sp_json_get_array (file, "detached"), vocabulary, error);
  if (self->detached != NULL)
    self->meta = sp_rule_list_parse (sp_json_get_array (file, "meta"), vocabulary, error);
  return self->meta != NULL && add_cues (self, cues, vocabulary, error)
         && add_named_rules (self->periods, sp_json_get_array (file, "periods"), "kind", vocabulary, error)
         && add_named_rules (self->populations, sp_json_get_array (file, "populations"), "id", vocabulary,
                             error);
}

/**
 * sp_frame_lexicon_new:
 * @file: the root of frames.json
 * @vocabulary: with the classes of contexts.json; gains words; must live longer
 *
 * Errors: %SP_ERROR_KNOWLEDGE.
 *
 * Returns: (transfer full): the lexicon, to be indexed when the vocabulary is complete
 */
SpFrameLexicon *
sp_frame_lexicon_new (JsonObject *file, SpVocabulary *vocabulary, GError **error)
{
  g_autoptr (SpFrameLexicon) self = g_new0 (SpFrameLexicon, 1);

  self->cues = g_array_new (FALSE, TRUE, sizeof (guint64));
  self->verbs = g_array_new (FALSE, FALSE, sizeof (VerbWord));
  self->readings = g_array_new (FALSE, FALSE, sizeof (SpVerbReading));
  self->first = g_array_new (FALSE, TRUE, sizeof (guint));
  self->periods = g_array_new (FALSE, FALSE, sizeof (NamedRules));
  self->populations = g_array_new (FALSE, FALSE, sizeof (NamedRules));
  g_array_set_clear_func (self->periods, (GDestroyNotify) clear_named_rules);
  g_array_set_clear_func (self->populations, (GDestroyNotify) clear_named_rules);
  self->permitted = sp_vocabulary_find_class (vocabulary, "may");
  self->auxiliary = sp_vocabulary_find_class (vocabulary, "auxiliary");
  if (self->permitted == SP_VOCABULARY_NO_ATOM || self->auxiliary == SP_VOCABULARY_NO_ATOM)
    {
      fail (error, "a class is missing:", "may, auxiliary");
      return NULL;
    }
  return load (self, file, vocabulary, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * sp_frame_lexicon_index:
 *
 * To be called once, when @vocabulary is complete.
 */
void
sp_frame_lexicon_index (SpFrameLexicon *self, const SpVocabulary *vocabulary)
{
  guint n_atoms = sp_vocabulary_get_n_atoms (vocabulary);

  g_array_set_size (self->first, n_atoms + 1);
  for (guint i = 0; i < self->verbs->len; i++)
    g_array_index (self->first, guint, g_array_index (self->verbs, VerbWord, i).atom + 1)++;
  for (guint i = 0; i < n_atoms; i++)
    g_array_index (self->first, guint, i + 1) += g_array_index (self->first, guint, i);

  g_array_set_size (self->readings, self->verbs->len);
  /* From the last to the first, each put before those of its atom: they keep the order of the file. */
  for (guint i = self->verbs->len; i-- > 0;)
    {
      const VerbWord *word = &g_array_index (self->verbs, VerbWord, i);
      guint place = --g_array_index (self->first, guint, word->atom + 1);

      g_array_index (self->readings, SpVerbReading, place) = word->reading;
    }
  /* The ends have moved to the beginnings: shift them back into place. */
  g_array_remove_index (self->first, 0);
  g_array_append_val (self->first, self->verbs->len);

  add_cue (self, self->permitted, SP_CUE_PERMITTED);
  add_cue (self, self->auxiliary, SP_CUE_AUXILIARY);
  g_array_set_size (self->cues, MAX (self->cues->len, n_atoms));
}

/* --- Looking up ------------------------------------------------------------------------------- */

guint64
sp_frame_lexicon_get_cues (const SpFrameLexicon *self, guint atom)
{
  return g_array_index (self->cues, guint64, atom);
}

/**
 * sp_frame_lexicon_get_readings:
 *
 * Returns: (array length=n_readings): how the words of @atom may be read as a verb, in the order of the
 *   file
 */
const SpVerbReading *
sp_frame_lexicon_get_readings (const SpFrameLexicon *self, guint atom, guint *n_readings)
{
  guint first = g_array_index (self->first, guint, atom);

  *n_readings = g_array_index (self->first, guint, atom + 1) - first;
  return &g_array_index (self->readings, SpVerbReading, first);
}

/**
 * sp_frame_lexicon_find_population:
 *
 * Returns: (nullable): whom the sentence in @scratch speaks of in particular, interned
 */
const char *
sp_frame_lexicon_find_population (const SpFrameLexicon *self, SpRuleScratch *scratch)
{
  for (guint i = 0; i < self->populations->len; i++)
    {
      const NamedRules *named = &g_array_index (self->populations, NamedRules, i);

      if (sp_rule_list_match (named->rules, scratch))
        return named->id;
    }
  return NULL;
}

/**
 * sp_frame_lexicon_find_period:
 * @from: the word after which it must end
 * @match: (out): where it stands
 *
 * Returns: how long, %SP_PERIOD_NONE where the sentence in @scratch does not say
 */
SpPeriod
sp_frame_lexicon_find_period (const SpFrameLexicon *self, SpRuleScratch *scratch, guint from,
                              SpRuleMatch *match)
{
  for (guint i = 0; i < self->periods->len; i++)
    {
      const NamedRules *named = &g_array_index (self->periods, NamedRules, i);

      for (guint j = 0; j < named->rules->len; j++)
        if (sp_token_rule_match (named->rules->pdata[j], scratch, match) && match->end > from)
          return sp_period_parse (named->id);
    }
  return SP_PERIOD_NONE;
}

/**
 * sp_frame_lexicon_is_meta:
 *
 * Returns: whether the sentence in @scratch announces what the policy says (“explains how we use …”)
 */
gboolean
sp_frame_lexicon_is_meta (const SpFrameLexicon *self, SpRuleScratch *scratch)
{
  return sp_rule_list_match (self->meta, scratch);
}

/**
 * sp_frame_lexicon_is_detached:
 *
 * Returns: whether the sentence in @scratch takes back something of the one before
 */
gboolean
sp_frame_lexicon_is_detached (const SpFrameLexicon *self, SpRuleScratch *scratch)
{
  return sp_rule_list_match (self->detached, scratch);
}

/**
 * sp_frame_lexicon_refuses_cell:
 * @cell: of a table, in lower case
 *
 * Returns: whether it denies what its row names: “no”
 */
gboolean
sp_frame_lexicon_refuses_cell (const SpFrameLexicon *self, const char *cell)
{
  return self->refused_cells != NULL && g_strv_contains ((const char *const *) self->refused_cells, cell);
}

/**
 * sp_frame_lexicon_grants_cell:
 * @cell: of a table, in lower case
 *
 * Returns: whether it affirms what its row names: “yes”
 */
gboolean
sp_frame_lexicon_grants_cell (const SpFrameLexicon *self, const char *cell)
{
  return self->granted_cells != NULL && g_strv_contains ((const char *const *) self->granted_cells, cell);
}

/**
 * sp_frame_lexicon_passes_on:
 * @title: of a column, in lower case
 *
 * Returns: whether the column tells who gets what the rows name, not whether it is collected
 */
gboolean
sp_frame_lexicon_passes_on (const SpFrameLexicon *self, const char *title)
{
  for (guint i = 0; self->passing_columns != NULL && self->passing_columns[i] != NULL; i++)
    if (strstr (title, self->passing_columns[i]) != NULL)
      return TRUE;
  return FALSE;
}
