/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What a reader takes in before it gives up with a message of its own. */

/* Bytes of one file. */
#define SP_LIMIT_SOURCE_BYTES (64 * 1024 * 1024)

/* Open elements of markup; real pages stay below 170. */
#define SP_LIMIT_NESTING 256
