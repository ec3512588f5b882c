/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import-test.h"

#define LONG "We keep what you type into the form on our page, and nobody but the two of us reads it."

static void
keeps_the_structure_of_text (void)
{
  static const ImportCase cases[] = {
    { "a line, a paragraph", "PRIVACY NOTICE\n" LONG "\nCookies\n" LONG "\n",
      "h1 PRIVACY NOTICE\np " LONG "\nh2 Cookies\np " LONG "\n" },
    { "wrapped lines are joined",
      "We keep what you type into the form on our\npage. Nobody else reads it, and we delete it\nafter a year.\n\n"
      "Any question is welcome. Write to us by post\nor by mail.\n",
      "p We keep what you type into the form on our page. Nobody else reads it, and we delete it after a year.\n"
      "p Any question is welcome. Write to us by post or by mail.\n" },
    { "bullets and numbers",
      "We collect:\n- your name\n- your device\n    * its model\n- your age.\n\nWe then:\n1) answer\n2) delete\n",
      "p We collect:\ni1 your name\ni1 your device\ni2 its model\ni1 your age.\np We then:\ni1 answer\ni1 delete\n" },
    { "numbered headings", "1. Scope\n" LONG "\n2. Your rights\n" LONG "\n2.1 Access\n" LONG "\n",
      "h2 1. Scope\np " LONG "\nh2 2. Your rights\np " LONG "\nh3 2.1 Access\np " LONG "\n" },
    { "a bullet before a paragraph is a heading",
      LONG "\n- What do we collect?\n" LONG "\n- Security.\n- Retention.\n" LONG "\n",
      "p " LONG "\nh2 What do we collect?\np " LONG "\ni1 Security.\ni1 Retention.\np " LONG "\n" },
    { "the last of short items is none", "We collect:\n- Name\n- Your address\n" LONG "\n",
      "p We collect:\ni1 Name\ni1 Your address\np " LONG "\n" },
    { "a table of contents is no row of headings", "Scope\nData\nRights\nContact\nScope\n" LONG "\n",
      "p Scope\np Data\np Rights\np Contact\nh2 Scope\np " LONG "\n" },
  };

  import_test_cases ("policy.txt", cases, G_N_ELEMENTS (cases));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/text-reader/keeps_the_structure_of_text", keeps_the_structure_of_text);
  return g_test_run ();
}
