/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SpPrintMemory:
 * @settings: (owned) (nullable): printer, orientation, quality
 * @setup: (owned) (nullable): paper
 *
 * What a reader chose when something was printed last.
 */
typedef struct
{
  GtkPrintSettings *settings;
  GtkPageSetup *setup;
} SpPrintMemory;

char         *sp_print_memory_dup_default_path (void);
SpPrintMemory sp_print_memory_load (const char *path);
void          sp_print_memory_save (const char *path, GtkPrintSettings *settings, GtkPageSetup *setup);
void          sp_print_memory_clear (SpPrintMemory *self);

G_END_DECLS
