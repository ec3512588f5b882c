/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "smallprint.h"

#define POLICY \
  "# Maple Privacy Policy\n\n" \
  "Last updated: 5 May 2023\n\n" \
  "## Sharing\n\n" \
  "We may share your e-mail address with advertising partners for their own marketing purposes.\n\n" \
  "We use your name and e-mail address to create your account, to answer questions that you send to us, " \
  "and to send you the newsletter that you have asked for on our website.\n\n" \
  "## Deletion\n\n" \
  "You can ask us to delete your account and your personal information at any time by writing to us.\n\n" \
  "We may change this privacy policy from time to time at our sole discretion and without notice to you.\n"

SpAnalysis *analyze (const char *text);
