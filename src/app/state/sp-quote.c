/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-quote.h"

static void
quote_free (SpQuote *quote)
{
  g_free (quote->text);
  g_free (quote);
}

/**
 * sp_quotes_new:
 * @evidence: (nullable) (element-type SpEvidence): places in the text of @analysis
 *
 * Returns: (transfer full) (element-type SpQuote): the words of each, in the same order
 */
GPtrArray *
sp_quotes_new (SpAnalysis *analysis, const GArray *evidence)
{
  GPtrArray *quotes = g_ptr_array_new_with_free_func ((GDestroyNotify) quote_free);

  for (guint i = 0; evidence != NULL && i < evidence->len; i++)
    {
      SpQuote *quote = g_new0 (SpQuote, 1);

      quote->evidence = g_array_index (evidence, SpEvidence, i);
      quote->text = sp_analysis_dup_quote (analysis, &quote->evidence);
      g_strdelimit (quote->text, "\n", ' ');
      g_ptr_array_add (quotes, quote);
    }
  return quotes;
}

/**
 * sp_evidence_append_key:
 *
 * Adds to @key what tells this place from others in the same text.
 */
void
sp_evidence_append_key (const SpEvidence *evidence, GString *key)
{
  g_string_append_printf (key, "|%u:%" G_GSIZE_FORMAT "-%" G_GSIZE_FORMAT, evidence->segment, evidence->span.start,
                          evidence->span.end);
}
