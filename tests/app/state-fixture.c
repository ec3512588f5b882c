/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "state-fixture.h"

#include <string.h>

SpAnalysis *
analyze (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpKnowledge) knowledge = sp_knowledge_new (NULL, &error);
  g_autoptr (SpAnalyzer) analyzer = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (SpSource) source = sp_source_new (bytes, "maple.md", "text/markdown");
  SpAnalysis *analysis;

  g_assert_no_error (error);
  analyzer = sp_analyzer_new (knowledge);
  analysis = sp_analyzer_analyze (analyzer, source, NULL, NULL, &error);
  g_assert_no_error (error);
  return analysis;
}
