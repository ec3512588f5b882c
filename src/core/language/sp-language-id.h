/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-document.h"

G_BEGIN_DECLS

/**
 * SpLanguageGuess:
 * @code: ISO 639-1, as "en", or "und" where nothing could be decided; static
 * @confidence: 0..1: how clearly it stands before the next best
 */
typedef struct
{
  const char *code;
  double confidence;
} SpLanguageGuess;

SP_EXPORT SpLanguageGuess sp_language_identify (const char *text, gsize length);
SP_EXPORT SpLanguageGuess sp_language_identify_document (SpDocument *document);

G_END_DECLS
