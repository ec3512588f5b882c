/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "smallprint.h"

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpKnowledge) knowledge = sp_knowledge_new (NULL, &error);
  g_autoptr (SpAnalyzer) analyzer = NULL;
  g_autoptr (SpAnalysis) analysis = NULL;
  g_autoptr (SpSource) source = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) report = NULL;
  SpReportOptions options = SP_REPORT_OPTIONS_DEFAULT;

  if (argc < 2)
    return 2;
  analyzer = sp_analyzer_new (knowledge);
  file = g_file_new_for_commandline_arg (argv[1]);
  source = sp_source_new_for_file (file, NULL, &error);
  if (source != NULL)
    analysis = sp_analyzer_analyze (analyzer, source, NULL, NULL, &error);
  if (analysis == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 3;
    }
  report = sp_report_write (analysis, sp_report_find_format ("json"), &options, &error);
  g_print ("%s", (const char *) g_bytes_get_data (report, NULL));
  return 0;
}
