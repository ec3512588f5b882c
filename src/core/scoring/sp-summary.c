/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-summary.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sp-assessment.h"

/* So many things are named before “and more”: each can be cited. */
#define MAX_LISTED SP_MAX_CITED

/* So many quotations stand in a sentence. */
#define MAX_QUOTED 2

/* So many places are cited for what is no list. */
#define MAX_PLACES 2

/* What a list, a pronoun or a heading alone says is too unsure to be told as the gist of a policy. The
 * entries of lists are mostly told where two readings agree: less will do for each. */
#define MIN_CONFIDENCE 0.6
#define MIN_LISTED 0.4

/* What may be told, and the words for it. */
typedef struct
{
  SpObservations *told;   /* (not owned) */
  SpObservations *listed; /* (not owned) */
  const char *text;       /* (not owned) */
} Source;

/* A sentence of the summary while it is written. */
typedef struct
{
  const SpPointRule *rule;
  GPtrArray *names;  /* (element-type utf8): what stands for “%s” */
  GPtrArray *groups; /* as sp_citations_choose() takes them */
  gboolean has_more;
} Draft;

static void
key_point_free (SpKeyPoint *point)
{
  g_free (point->text);
  g_array_unref (point->evidence);
  g_free (point);
}

/* All places of one entry are one group, so that each entry is cited before any is cited twice. */
static void
cite_phrase (const SpPhrase *phrase, const SpObservations *observations, GPtrArray *groups)
{
  g_autoptr (GPtrArray) parts = sp_citations_new ();
  GArray *group = sp_citations_add_group (groups);

  sp_condition_cite (phrase->when, observations, parts);
  for (guint i = 0; i < parts->len; i++)
    {
      const GArray *part = parts->pdata[i];

      g_array_append_vals (group, part->data, part->len);
    }
}

static void
list_phrases (Draft *draft, const SpObservations *observations)
{
  for (guint i = 0; i < draft->rule->list->len; i++)
    {
      const SpPhrase *phrase = draft->rule->list->pdata[i];

      if (!sp_condition_holds (phrase->when, observations))
        continue;
      if (draft->names->len == MAX_LISTED)
        {
          draft->has_more = TRUE;
          return;
        }
      g_ptr_array_add (draft->names, g_strdup (_(phrase->text)));
      cite_phrase (phrase, observations, draft->groups);
    }
}

static gboolean
has_name (const GPtrArray *names, const char *name)
{
  for (guint i = 0; i < names->len; i++)
    if (g_ascii_strcasecmp (names->pdata[i], name) == 0)
      return TRUE;
  return FALSE;
}

static void
quote_words (Draft *draft, const SpObservations *observations, const char *text)
{
  GArray *places = sp_observations_lookup (observations, draft->rule->quoted);

  for (guint i = 0; places != NULL && i < places->len; i++)
    {
      SpEvidence words = g_array_index (places, SpObservation, i).evidence;
      g_autofree char *copy = sp_span_dup_text (words.span, text);
      /* Translators: words of the policy, quoted in a sentence. */
      g_autofree char *quoted = g_strdup_printf (_("“%s”"), g_strstrip (copy));

      if (has_name (draft->names, quoted))
        continue;
      if (draft->names->len == MAX_QUOTED)
        {
          draft->has_more = TRUE;
          return;
        }
      g_ptr_array_add (draft->names, g_steal_pointer (&quoted));
    }
}

static char *
join (const Draft *draft)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < draft->names->len; i++)
    {
      if (i > 0)
        g_string_append (text, i + 1 == draft->names->len && !draft->has_more ? _(" and ") : _(", "));
      g_string_append (text, draft->names->pdata[i]);
    }
  if (draft->has_more)
    g_string_append (text, _(" and more"));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static SpKeyPoint *
finish (const SpTopic *topic, const Draft *draft)
{
  SpKeyPoint *point = g_new0 (SpKeyPoint, 1);
  g_autoptr (GString) text = g_string_new (_(draft->rule->text));

  if (draft->rule->list != NULL || draft->rule->quoted != NULL)
    {
      g_autofree char *names = join (draft);

      g_string_replace (text, "%s", names, 1);
    }
  point->topic = topic->id;
  point->severity = draft->rule->severity;
  point->text = g_string_free (g_steal_pointer (&text), FALSE);
  point->evidence = sp_citations_choose_once (draft->groups,
                                              draft->rule->list != NULL ? MAX_LISTED : MAX_PLACES);
  return point;
}

/* Returns: (nullable): the sentence, or %NULL if it may not be said */
static SpKeyPoint *
write_point (const SpTopic *topic, const SpPointRule *rule, const Source *source)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) groups = sp_citations_new ();
  Draft draft = { rule, names, groups };

  if (rule->when != NULL && !sp_condition_holds (rule->when, source->told))
    return NULL;
  if (rule->when != NULL)
    sp_condition_cite (rule->when, source->told, groups);
  if (rule->list != NULL)
    list_phrases (&draft, source->listed);
  if (rule->quoted != NULL)
    quote_words (&draft, source->told, source->text);
  if ((rule->list != NULL || rule->quoted != NULL) && names->len == 0)
    return NULL;
  return finish (topic, &draft);
}

static SpKeyPoint *
write_topic (const SpTopic *topic, const Source *source)
{
  SpKeyPoint *point = NULL;

  for (guint i = 0; i < topic->points->len && point == NULL; i++)
    point = write_point (topic, topic->points->pdata[i], source);
  return point;
}

static gboolean
is_grave (const SpKeyPoint *point)
{
  return point->severity <= SP_SEVERITY_SERIOUS;
}

/* What is grave is told however far down its topic stands; the rest by the order of the topics. */
static void
keep_what_matters (GPtrArray *points)
{
  for (guint i = points->len; i-- > 0 && points->len > SP_MAX_KEY_POINTS;)
    if (!is_grave (points->pdata[i]))
      g_ptr_array_remove_index (points, i);
  if (points->len > SP_MAX_KEY_POINTS)
    g_ptr_array_set_size (points, SP_MAX_KEY_POINTS);
}

/**
 * sp_summary_write:
 * @text: the document's
 *
 * Says in plain sentences what the policy says, topic by topic, and nothing that no clause says.
 *
 * Returns: (transfer full) (element-type SpKeyPoint): at most %SP_MAX_KEY_POINTS, in the order of topics
 */
GPtrArray *
sp_summary_write (const SpSummaryRules *rules, const SpObservations *observations, const char *text)
{
  GPtrArray *points = g_ptr_array_new_with_free_func ((GDestroyNotify) key_point_free);
  g_autoptr (SpObservations) told = sp_observations_new_surest (observations, MIN_CONFIDENCE);
  g_autoptr (SpObservations) listed = sp_observations_new_surest (observations, MIN_LISTED);
  Source source = { told, listed, text };

  for (guint i = 0; i < rules->topics->len; i++)
    {
      SpKeyPoint *point = write_topic (rules->topics->pdata[i], &source);

      if (point != NULL)
        g_ptr_array_add (points, point);
    }
  keep_what_matters (points);
  return points;
}
