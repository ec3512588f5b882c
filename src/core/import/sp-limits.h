/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What a reader takes in before it gives up with a message of its own. */

/* Bytes of one file. */
#define SP_LIMIT_SOURCE_BYTES (64 * 1024 * 1024)

/* Open elements of markup; real pages stay below 170. */
#define SP_LIMIT_NESTING 256

/* Errors in markup: each stray end tag costs the parser a walk over the open elements. */
#define SP_LIMIT_MARKUP_ERRORS 100000

/* A start tag that is longer or has more attributes loses them all: they cost quadratic time. */
#define SP_LIMIT_TAG_BYTES (64 * 1024)
#define SP_LIMIT_TAG_ATTRIBUTES 64

/* Paragraphs, items, rows and the like of one document. */
#define SP_LIMIT_BLOCKS 1000000
