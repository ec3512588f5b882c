/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A page that holds terms of use beside the privacy policy: the terms stay in the text, and are not
 * judged. A heading must name them, the words below it must be those of terms, and what is left must
 * be a policy. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "sp-hygiene.h"
#include "sp-import-lexicon.h"
#include "sp-text-utils.h"

/* The names of documents are no longer. */
#define MAX_TITLE_WORDS 8

/* Terms of fewer words are a section of the policy. */
#define MIN_TERMS_WORDS 150
#define MIN_POLICY_WORDS 100

/* After as many headings that name terms the rest is left as it is: each costs a look at what follows. */
#define MAX_TITLES 16

/* Of a thousand words: what terms have at least, and a policy at least and terms at most. */
#define MIN_TERMS_SHARE 8
#define MIN_TOPIC_SHARE 35

typedef enum
{
  NAMES_NOTHING = 0,
  NAMES_POLICY = 1 << 0,
  NAMES_TERMS = 1 << 1,
} Names;

typedef struct
{
  guint n_words;
  guint n_terms;
  guint n_topic;
} Measure;

static gboolean
is_listed (SpLexiconSet set, const char *const *words, guint first, guint end)
{
  g_autoptr (GString) phrase = g_string_new (words[first]);

  for (guint i = first + 1; i < end; i++)
    g_string_append_printf (phrase, " %s", words[i]);
  return sp_import_lexicon_has (sp_import_lexicon_get (), set, phrase->str, phrase->len);
}

/* "Changes to our terms of use" is a section, "Shop terms of use for buyers" a document. */
static gboolean
may_stand_around (const char *const *words, guint first, guint end, guint n)
{
  static const char *const not_before[] = { "to", "of", "these", "this", "with", "about", "other", NULL };
  static const char *const after[] = { "for", "agreement", "and", "&", "-", "–", "—", "|", NULL };

  for (guint i = 0; i < first; i++)
    if (g_strv_contains (not_before, words[i]))
      return FALSE;
  return end == n || *words[end] == '(' || g_strv_contains (after, words[end]);
}

static gboolean
has_phrase (const char *const *words, guint n, SpLexiconSet set)
{
  for (guint first = 0; first < n; first++)
    for (guint end = first + 1; end <= n; end++)
      if (may_stand_around (words, first, end, n) && is_listed (set, words, first, end))
        return TRUE;
  return FALSE;
}

/* What documents a heading is the title of. */
static Names
read_title (const SpDraftBlock *block)
{
  g_autofree char *lower = NULL;
  g_auto (GStrv) words = NULL;
  guint n;

  if (block->kind != SP_BLOCK_HEADING || block->text->len > MAX_TITLE_WORDS * 16
      || g_ascii_isdigit (*block->text->str))
    return NAMES_NOTHING;
  lower = g_ascii_strdown (block->text->str, -1);
  words = g_strsplit_set (g_strdelimit (lower, ".:,", ' '), " \n", -1);
  n = g_strv_length (words);
  if (n > MAX_TITLE_WORDS)
    return NAMES_NOTHING;
  return (has_phrase ((const char *const *) words, n, SP_LEXICON_POLICY_TITLES) ? NAMES_POLICY : 0)
         | (has_phrase ((const char *const *) words, n, SP_LEXICON_TERMS_TITLES) ? NAMES_TERMS : 0);
}

static void
add_words (Measure *self, const GString *text)
{
  const SpImportLexicon *lexicon = sp_import_lexicon_get ();

  for (const char *p = text->str; *p != '\0';)
    {
      gsize n = strcspn (p, " \n.,;:()/\"");

      self->n_words += n > 0;
      self->n_terms += sp_import_lexicon_has (lexicon, SP_LEXICON_TERMS_WORDS, p, n);
      self->n_topic += sp_import_lexicon_has (lexicon, SP_LEXICON_TOPIC_WORDS, p, n);
      p += n + (p[n] != '\0');
    }
}

static Measure
measure (GPtrArray *blocks, guint first, guint end)
{
  Measure self = { 0 };

  for (guint i = first; i < end; i++)
    {
      const SpDraftBlock *block = g_ptr_array_index (blocks, i);

      if (block->kind != SP_BLOCK_BOILERPLATE)
        add_words (&self, block->text);
    }
  return self;
}

static gboolean
is_terms (GPtrArray *blocks, guint first, guint end)
{
  Measure measured = measure (blocks, first, end);

  return measured.n_words >= MIN_TERMS_WORDS
         && measured.n_terms * 1000 >= MIN_TERMS_SHARE * measured.n_words
         && measured.n_topic * 1000 < MIN_TOPIC_SHARE * measured.n_words;
}

/* Where the document whose title is block @title ends: at the next one, or where its level is left. */
static guint
find_end (GPtrArray *blocks, guint title, gboolean names_both)
{
  const SpDraftBlock *start = g_ptr_array_index (blocks, title);
  guint i = title + 1;

  for (; i < blocks->len; i++)
    {
      const SpDraftBlock *block = g_ptr_array_index (blocks, i);

      if (block->kind != SP_BLOCK_HEADING)
        continue;
      if (block->level < start->level)
        break;
      if ((names_both || block->level == start->level) && read_title (block) == NAMES_POLICY)
        break;
    }
  return i;
}

/* Where the section under heading @title ends. */
static guint
find_section_end (GPtrArray *blocks, guint title)
{
  const SpDraftBlock *start = g_ptr_array_index (blocks, title);
  guint i = title + 1;

  for (; i < blocks->len; i++)
    {
      const SpDraftBlock *block = g_ptr_array_index (blocks, i);

      if (block->kind == SP_BLOCK_HEADING && block->level <= start->level)
        break;
    }
  return i;
}

/* One past the last block of the terms that @title begins, or @title if it begins none. */
static guint
find_terms_end (GPtrArray *blocks, guint title, Names names)
{
  gboolean names_both = (names & NAMES_POLICY) != 0;
  guint end = find_end (blocks, title, names_both);

  if (is_terms (blocks, title, end))
    return end;
  end = names_both ? title : find_section_end (blocks, title);
  return end > title && is_terms (blocks, title, end) ? end : title;
}

static void
leave_out (SpDocumentBuilder *builder, guint first, guint end)
{
  GPtrArray *blocks = sp_document_builder_get_blocks (builder);
  SpDraftBlock *start = g_ptr_array_index (blocks, first);

  for (guint i = first; i < end; i++)
    {
      SpDraftBlock *block = g_ptr_array_index (blocks, i);

      block->kind = SP_BLOCK_BOILERPLATE;
      block->level = 0;
    }
  sp_document_builder_note (builder, "other-document", start, 0, start->text->len,
                            _("Terms of use begin here. They are shown, but not judged: only the "
                              "privacy policy on the page is."));
}

static gboolean
is_policy (Measure whole, const GArray *ranges, GPtrArray *blocks)
{
  for (guint i = 0; i < ranges->len; i += 2)
    {
      Measure part = measure (blocks, g_array_index (ranges, guint, i), g_array_index (ranges, guint, i + 1));

      whole.n_words -= part.n_words;
      whole.n_topic -= part.n_topic;
    }
  return whole.n_words >= MIN_POLICY_WORDS && whole.n_topic * 1000 >= MIN_TOPIC_SHARE * whole.n_words;
}

/**
 * sp_other_documents_mark:
 *
 * Marks terms of use on the page of a policy as boilerplate, each with a diagnostic where they begin.
 */
void
sp_other_documents_mark (SpDocumentBuilder *builder)
{
  GPtrArray *blocks = sp_document_builder_get_blocks (builder);
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_titles = 0;

  for (guint i = 0; i < blocks->len && n_titles < MAX_TITLES; i++)
    {
      Names names = read_title (g_ptr_array_index (blocks, i));
      guint end = names & NAMES_TERMS ? find_terms_end (blocks, i, names) : i;
      /* A title of both names what is left too. */
      guint range[2] = { i + (names & NAMES_POLICY ? 1 : 0), end };

      n_titles += names & NAMES_TERMS ? 1 : 0;
      if (end == i)
        continue;
      g_array_append_vals (ranges, range, 2);
      i = end - 1;
    }

  if (ranges->len == 0 || !is_policy (measure (blocks, 0, blocks->len), ranges, blocks))
    return;
  for (guint i = 0; i < ranges->len; i += 2)
    leave_out (builder, g_array_index (ranges, guint, i), g_array_index (ranges, guint, i + 1));
}
