/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/**
 * SP_ANALYZER_VERSION:
 *
 * Goes up when any output for any input can change. Stored results carry it, and the library
 * offers a new analysis where it differs.
 */
#define SP_ANALYZER_VERSION 4

/**
 * SP_NORMALIZATION_VERSION:
 *
 * Goes up when the text that import yields can change; positions are only comparable within one.
 */
#define SP_NORMALIZATION_VERSION 2
