/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scoring-test.h"

#include <string.h>

/* Without a model: cue words tag. */
SpKnowledge *
test_knowledge_new (void)
{
  g_autoptr (GError) error = NULL;
  SpKnowledge *knowledge = sp_knowledge_new (NULL, &error);

  g_assert_no_error (error);
  return knowledge;
}

SpAnalysis *
test_analyze (SpAnalyzer *analyzer, const char *markdown)
{
  g_autoptr (GBytes) bytes = g_bytes_new (markdown, strlen (markdown));
  g_autoptr (SpSource) source = sp_source_new (bytes, "policy.md", "text/markdown");
  g_autoptr (GError) error = NULL;
  SpAnalysis *analysis = sp_analyzer_analyze (analyzer, source, NULL, NULL, &error);

  g_assert_no_error (error);
  return analysis;
}

const SpAnswer *
test_find_answer (GPtrArray *answers, const char *id)
{
  for (guint i = 0; i < answers->len; i++)
    if (g_str_equal (((SpAnswer *) answers->pdata[i])->question->id, id))
      return answers->pdata[i];
  g_assert_not_reached ();
}
