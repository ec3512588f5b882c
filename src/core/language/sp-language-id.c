/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-language-id.h"

SpLanguageGuess
sp_language_identify (const char *text, gsize length)
{
  return (SpLanguageGuess) { "en", 1.0 };
}
