/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import-test.h"

static void
keeps_the_structure_of_markdown (void)
{
  static const ImportCase cases[] = {
    { "headings of both kinds, links and code as their text",
      "Privacy\n=======\n\nSee [our *terms*](https://shop.example/t) and `ads.txt`\nsoon.\n\n## Data\n\nNone.\n",
      "h1 Privacy\np See our terms and ads.txt soon.\nh2 Data\np None.\n" },
    { "lists within lists",
      "We keep:\n\n* your name\n* your device\n  * its model\n\n    and make\n* your age\n",
      "p We keep:\ni1 your name\ni1 your device\ni2 its model\ni3 and make\ni1 your age\n" },
    { "hard breaks and escapes", "The Shop  \n1\\. High Street\\\nTown\n", "p The Shop / 1. High Street / Town\n" },
    { "pipe tables", "| Data | Why |\n| --- | :-: |\n| name | [orders](/o) |\n| age | |\n",
      "r Data | Why\nr name | orders\nr age\n" },
    { "raw HTML", "One.\n\n<table><tr><th>A</th><th>B</th></tr></table>\n\nTwo<br>lines <span>here</span>.\n",
      "p One.\nr A | B\np Two / lines here.\n" },
    { "quotes, rules, pictures", "> Quoted.\n\n* * *\n\nAfter ![alt](p.png) that.\n", "p Quoted.\np After that.\n" },
  };

  import_test_cases ("policy.md", cases, G_N_ELEMENTS (cases));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/markdown-reader/keeps_the_structure_of_markdown", keeps_the_structure_of_markdown);
  return g_test_run ();
}
