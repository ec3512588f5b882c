/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Advertising that was injected into a text: names of pills, casinos, quick loans in a policy that has
 * nothing to do with them. Only the foreign words are marked, not the sentence. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "sp-hygiene.h"
#include "sp-import-lexicon.h"

/* So many words that go with it ("buy", "online") are marked on either side. */
#define MAX_COMPANIONS 3

/* A text that speaks of its matter this often is about it. */
#define MIN_CONTEXT 2

/* Letters beyond ASCII too: "spécialisé" holds no word of advertising. */
static gboolean
is_word_byte (char c)
{
  return g_ascii_isalpha (c) || (guchar) c >= 0x80;
}

static const char *
find_word_end (const char *p)
{
  while (is_word_byte (*p))
    p++;
  return p;
}

/* The start of the word after @end, %NULL if another than blanks stands between. */
static const char *
find_next_word (const char *end)
{
  const char *p = end;

  while (*p == ' ')
    p++;
  return p > end && is_word_byte (*p) ? p : NULL;
}

/* The start of the word that ends before the blanks before @start, %NULL if there is none. */
static const char *
find_word_before (const char *text, const char *start)
{
  const char *p = start;

  while (p > text && p[-1] == ' ')
    p--;
  if (p == start || p == text || !is_word_byte (p[-1]))
    return NULL;
  while (p > text && is_word_byte (p[-1]))
    p--;
  return p;
}

static gboolean
is_companion (const char *word)
{
  return sp_import_lexicon_has (sp_import_lexicon_get (), SP_LEXICON_SPAM_COMPANIONS, word,
                                find_word_end (word) - word);
}

/* Widens a word to the ones around it that go with it. */
static SpSpan
widen (const char *text, const char *start, const char *end)
{
  const char *p;

  for (guint i = 0; i < MAX_COMPANIONS; i++)
    if ((p = find_word_before (text, start)) != NULL && is_companion (p))
      start = p;
  for (guint i = 0; i < MAX_COMPANIONS; i++)
    if ((p = find_next_word (end)) != NULL && is_companion (p))
      end = find_word_end (p);
  return sp_span (start - text, end - text);
}

/* The injected words around the word from @p to @end, empty if it is an honest one. */
static SpSpan
find_spam (const char *text, const char *p, const char *end)
{
  const SpImportLexicon *lexicon = sp_import_lexicon_get ();
  SpSpan span;

  if (sp_import_lexicon_has (lexicon, SP_LEXICON_SPAM, p, end - p))
    return widen (text, p, end);
  if (!sp_import_lexicon_has (lexicon, SP_LEXICON_SPAM_WEAK, p, end - p))
    return sp_span (0, 0);
  span = widen (text, p, end);
  return sp_span_length (span) > (gsize) (end - p) ? span : sp_span (0, 0);
}

static void
mark_block (SpDocumentBuilder *builder, SpDraftBlock *block)
{
  const char *text = block->text->str;

  for (const char *p = text; *p != '\0';)
    {
      const char *end = find_word_end (p);
      SpSpan span;

      if (end == p)
        {
          p++;
          continue;
        }
      span = find_spam (text, p, end);
      if (sp_span_is_empty (span))
        {
          p = end;
          continue;
        }
      sp_document_builder_add_spam (builder, block, span.start, span.end);
      sp_document_builder_note (builder, "spam-flagged", block, span.start, span.end,
                                _("These words look like injected advertising. They are not judged; "
                                  "the text may have been tampered with."));
      block->flags |= SP_BLOCK_DAMAGED;
      p = text + span.end;
    }
}

static guint
count_context (const GString *text)
{
  const SpImportLexicon *lexicon = sp_import_lexicon_get ();
  guint n = 0;

  for (const char *p = text->str; *p != '\0';)
    {
      const char *end = find_word_end (p);

      n += end > p && sp_import_lexicon_has (lexicon, SP_LEXICON_SPAM_CONTEXTS, p, end - p);
      p = end > p ? end : p + 1;
    }
  return n;
}

/**
 * sp_spam_mark:
 *
 * Marks injected words as spam, unless the text is about such things.
 */
void
sp_spam_mark (SpDocumentBuilder *builder)
{
  GPtrArray *blocks = sp_document_builder_get_blocks (builder);
  guint n_context = 0;

  for (guint i = 0; i < blocks->len && n_context < MIN_CONTEXT; i++)
    n_context += count_context (((SpDraftBlock *) g_ptr_array_index (blocks, i))->text);
  if (n_context >= MIN_CONTEXT)
    return;

  for (guint i = 0; i < blocks->len; i++)
    mark_block (builder, g_ptr_array_index (blocks, i));
}
