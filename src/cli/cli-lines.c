/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-lines.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static gboolean
is_blank (const CliLines *self)
{
  return strspn (self->text, " \t\r\n") >= self->length;
}

/* Reads the next line that says something; %FALSE at the end. */
gboolean
cli_lines_next (CliLines *self)
{
  do
    {
      gssize length = getline (&self->text, &self->capacity, stdin);

      if (length < 0)
        return FALSE;
      self->length = length;
      self->number++;
    }
  while (is_blank (self));
  return TRUE;
}

void
cli_lines_clear (CliLines *self)
{
  free (self->text);
}
