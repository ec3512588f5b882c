/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-types.h"

G_BEGIN_DECLS

/**
 * SpLanguageProfile:
 * @code: ISO 639-1
 * @script: the script it is written in
 * @words: its commonest small words, parted by blanks, in lower case
 * @letters: letters that few other languages of the script have
 */
typedef struct
{
  const char *code;
  GUnicodeScript script;
  const char *words;
  const char *letters;
} SpLanguageProfile;

extern const SpLanguageProfile sp_language_profiles[];
extern const guint sp_n_language_profiles;

G_END_DECLS
