/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-token-rule-private.h"

#include <string.h>

#include "sp-error.h"

#define DEFAULT_GAP 25

/* --- Parsing ---------------------------------------------------------------------------------- */

static gboolean
fail (const SpTokenRule *self, const char *element, const char *what, GError **error)
{
  g_set_error (error, SP_ERROR, SP_ERROR_KNOWLEDGE, "pattern “%s”, element “%s”: %s", self->pattern,
               element, what);
  return FALSE;
}

static void
add_atom (SpTokenRule *self, guint atom, guint64 mask)
{
  SpRuleAtom added = { atom, mask };

  for (guint i = 0; i < self->atoms->len; i++)
    if (g_array_index (self->atoms, SpRuleAtom, i).atom == atom)
      {
        g_array_index (self->atoms, SpRuleAtom, i).mask |= mask;
        return;
      }
  g_array_append_val (self->atoms, added);
}

static gboolean
is_phrase_character (char c)
{
  return g_ascii_islower (c) || g_ascii_isdigit (c) || (guchar) c >= 0x80 || c == '-' || c == '\'' || c == '.'
         || c == '_' || c == '&';
}

static gboolean
is_phrase (const char *text)
{
  if (g_str_equal (text, SP_VOCABULARY_NUMBER) || g_str_equal (text, SP_VOCABULARY_ADDRESS)
      || g_str_equal (text, SP_VOCABULARY_EMAIL))
    return TRUE;
  for (const char *p = text; *p != '\0'; p++)
    if (!is_phrase_character (*p) && !(*p == '*' && p > text && (p[1] == '\0' || p[1] == '_')))
      return FALSE;
  return *text != '\0' && *text != '_';
}

/* Cuts @text up at its bars: patterns are many, and copies of their words would be most of the work. */
static gboolean
add_alternatives (SpTokenRule *self, char *text, guint64 mask, SpVocabulary *vocabulary, GError **error)
{
  const char *name;

  while ((name = strsep (&text, "|")) != NULL)
    {
      guint atom;

      if (*name == '@')
        atom = sp_vocabulary_find_class (vocabulary, name + 1);
      else if (is_phrase (name))
        atom = sp_vocabulary_add_phrase (vocabulary, name);
      else
        return fail (self, name, "neither words, nor a class, nor a gap", error);

      if (atom == SP_VOCABULARY_NO_ATOM)
        return fail (self, name, "there is no such class", error);
      add_atom (self, atom, mask);
    }
  return TRUE;
}

static gboolean
add_element (SpTokenRule *self, char *text, guint gap, SpVocabulary *vocabulary, GError **error)
{
  guint64 mask = G_GUINT64_CONSTANT (1) << self->n_elements;
  char *alternatives = *text == '+' || *text == '-' ? text + 1 : text;
  gsize length = strlen (alternatives);

  if (self->n_elements == SP_TOKEN_RULE_MAX_ELEMENTS)
    return fail (self, text, "too many elements", error);

  if (*text == '+')
    self->affirmed |= mask;
  else if (*text == '-')
    self->denied |= mask;

  if (length > 1 && alternatives[length - 1] == '?')
    {
      self->optional |= mask;
      alternatives[length - 1] = '\0';
    }
  if (gap > 0)
    self->with_gap |= mask;
  self->gaps[self->n_elements++] = gap;
  return add_alternatives (self, alternatives, mask, vocabulary, error);
}

static gboolean
parse_gap (SpTokenRule *self, const char *text, guint *gap, GError **error)
{
  guint64 words;

  if (g_str_equal (text, ".."))
    *gap = DEFAULT_GAP;
  else if (g_str_equal (text, "..."))
    *gap = SP_RULE_ANY_GAP;
  else if (g_ascii_string_to_unsigned (text + 2, 10, 1, 1000, &words, NULL))
    *gap = words;
  else
    return fail (self, text, "no gap; write “..”, “..6” or “...”", error);
  return TRUE;
}

static gboolean
parse (SpTokenRule *self, SpVocabulary *vocabulary, GError **error)
{
  g_autofree char *copy = g_strdup (self->pattern);
  char *rest = *copy != '\0' ? copy : NULL;
  char *text;
  guint gap = 0;

  while ((text = strsep (&rest, " ")) != NULL)
    {
      if (self->at_end || *text == '\0')
        return fail (self, text, self->at_end ? "nothing can follow “$”" : "a blank too many", error);

      if (g_str_equal (text, "^") && text == copy)
        self->at_start = TRUE;
      else if (g_str_equal (text, "$"))
        {
          self->at_end = TRUE;
          self->end_gap = gap;
        }
      else if (text[0] == '.' && text[1] == '.')
        {
          if (!parse_gap (self, text, &gap, error))
            return FALSE;
        }
      else
        {
          if (!add_element (self, text, gap, vocabulary, error))
            return FALSE;
          gap = 0;
        }
    }
  return TRUE;
}

static guint64
find_first (const SpTokenRule *self)
{
  guint64 first = 1;

  for (guint i = 0; self->optional >> i & 1; i++)
    first |= G_GUINT64_CONSTANT (2) << i;
  return first;
}

static guint
get_element_cost (const SpTokenRule *self, guint element, const SpVocabulary *vocabulary)
{
  guint cost = 0;

  for (guint i = 0; i < self->atoms->len; i++)
    {
      const SpRuleAtom *atom = &g_array_index (self->atoms, SpRuleAtom, i);

      if (atom->mask >> element & 1)
        cost += sp_vocabulary_get_cost (vocabulary, atom->atom);
    }
  return cost;
}

/* The rarest of the elements that must be there decides whether a sentence is worth a run. */
static void
choose_keys (SpTokenRule *self, const SpVocabulary *vocabulary)
{
  guint64 required = sp_token_rule_get_required (self);
  guint best_cost = G_MAXUINT;
  guint best = 0;

  for (guint i = 0; i < self->n_elements; i++)
    {
      guint cost = required >> i & 1 ? get_element_cost (self, i, vocabulary) : G_MAXUINT;

      if (cost < best_cost)
        {
          best_cost = cost;
          best = i;
        }
    }
  for (guint i = 0; i < self->atoms->len; i++)
    {
      const SpRuleAtom *atom = &g_array_index (self->atoms, SpRuleAtom, i);

      if (atom->mask >> best & 1)
        g_array_append_val (self->keys, atom->atom);
    }
}

/**
 * sp_token_rule_new:
 * @vocabulary: gains the words of @pattern; must live longer
 *
 * Errors: %SP_ERROR_KNOWLEDGE, with the pattern and the element that is wrong.
 *
 * Returns: (transfer full): the compiled pattern
 */
SpTokenRule *
sp_token_rule_new (const char *pattern, SpVocabulary *vocabulary, GError **error)
{
  g_autoptr (SpTokenRule) self = g_new0 (SpTokenRule, 1);

  self->pattern = pattern;
  self->atoms = g_array_new (FALSE, FALSE, sizeof (SpRuleAtom));
  self->keys = g_array_new (FALSE, FALSE, sizeof (guint));
  if (!parse (self, vocabulary, error))
    return NULL;
  if (sp_token_rule_get_required (self) == 0)
    {
      fail (self, "", "every element may be missing", error);
      return NULL;
    }

  self->pattern = NULL;
  self->first = find_first (self);
  choose_keys (self, vocabulary);
  return g_steal_pointer (&self);
}

void
sp_token_rule_free (SpTokenRule *self)
{
  g_array_unref (self->atoms);
  g_array_unref (self->keys);
  g_free (self);
}

/**
 * sp_token_rule_get_keys:
 * @n_keys: (out): how many
 *
 * Returns: (array length=n_keys): a sentence in which none of these atoms occurs cannot match
 */
const guint *
sp_token_rule_get_keys (const SpTokenRule *self, guint *n_keys)
{
  *n_keys = self->keys->len;
  return (const guint *) (gpointer) self->keys->data;
}
