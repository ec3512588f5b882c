/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The only file that speaks to libxml2. It reads HTML through the SAX interface: the tree builder
 * loses text below 256 open elements. No DTD, entity file or network is ever loaded. */

#include "config.h"

#include "sp-markup.h"

#include <glib/gi18n-lib.h>
#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <string.h>

#include "sp-error.h"
#include "sp-limits.h"
#include "sp-markup-filter.h"

/* How many events pass between two looks at the cancellable. */
#define EVENTS_PER_CHECK 256

typedef struct
{
  htmlParserCtxtPtr context; /* (owned) */
  const SpMarkupHandler *handler;
  gpointer user_data;
  GCancellable *cancellable; /* (nullable) */
  GError **error;
  guint n_events;
  guint n_errors;
  guint depth;
  gboolean stopped;
} Parser;

static void
stop (Parser *self)
{
  self->stopped = TRUE;
  xmlStopParser (self->context);
}

static gboolean
go_on (Parser *self)
{
  if (self->stopped)
    return FALSE;
  if (++self->n_events % EVENTS_PER_CHECK == 0
      && g_cancellable_set_error_if_cancelled (self->cancellable, self->error))
    {
      stop (self);
      return FALSE;
    }
  return TRUE;
}

static void
start_element_cb (void *data, const xmlChar *name, const xmlChar **attributes)
{
  Parser *self = data;

  if (!go_on (self))
    return;
  if (++self->depth > SP_LIMIT_NESTING)
    {
      g_set_error (self->error, SP_ERROR, SP_ERROR_TOO_DEEP,
                   _("The page’s elements are nested deeper than %u levels. Copy the policy from "
                     "your browser and paste it instead."),
                   SP_LIMIT_NESTING);
      stop (self);
      return;
    }
  self->handler->start_element ((const char *) name, (const char *const *) attributes,
                                self->user_data);
}

static void
end_element_cb (void *data, const xmlChar *name)
{
  Parser *self = data;

  if (!go_on (self))
    return;
  if (self->depth > 0)
    self->depth--;
  self->handler->end_element ((const char *) name, self->user_data);
}

static void
characters_cb (void *data, const xmlChar *text, int length)
{
  Parser *self = data;

  if (go_on (self))
    self->handler->text ((const char *) text, length, self->user_data);
}

/* Errors in HTML are the rule, but each may cost a walk over the open elements. */
static void
error_cb (void *data, const char *format, ...)
{
  Parser *self = data;

  if (!go_on (self) || ++self->n_errors <= SP_LIMIT_MARKUP_ERRORS)
    return;
  g_set_error (self->error, SP_ERROR, SP_ERROR_PARSE,
               _("The page has more than %u errors in its markup. Copy the policy from your browser "
                 "and paste it instead."),
               SP_LIMIT_MARKUP_ERRORS);
  stop (self);
}

static void
warning_cb (void *data, const char *format, ...)
{
}

/* libxml2 wants to be initialised before threads meet in it. */
static void
ensure_initialized (void)
{
  static gsize initialized = 0;

  if (g_once_init_enter (&initialized))
    {
      xmlInitParser ();
      g_once_init_leave (&initialized, 1);
    }
}

static void
parse (Parser *self, const GString *markup)
{
  static const htmlSAXHandler sax = {
    .startElement = start_element_cb,
    .endElement = end_element_cb,
    .characters = characters_cb,
    .cdataBlock = characters_cb,
    .ignorableWhitespace = characters_cb,
    .error = error_cb,
    .fatalError = error_cb,
    .warning = warning_cb,
  };

  *self->context->sax = sax;
  self->context->userData = self;
  /* The charset is given with the text, or the parser believes the page. */
  xmlFreeDoc (htmlCtxtReadMemory (self->context, markup->str, markup->len, NULL, "UTF-8",
                                  HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC));
}

/**
 * sp_markup_parse_html:
 * @text: (array length=length): valid UTF-8 without NUL; what it declares of its charset is ignored
 * @handler: called in document order
 *
 * Parses HTML, however broken.
 *
 * Errors: %SP_ERROR_TOO_DEEP, %SP_ERROR_PARSE, %G_IO_ERROR_CANCELLED.
 *
 * Returns: whether all of it was parsed
 */
gboolean
sp_markup_parse_html (const char *text, gsize length, const SpMarkupHandler *handler,
                      gpointer user_data, GCancellable *cancellable, GError **error)
{
  Parser self = { NULL, handler, user_data, cancellable, error, 0, 0, 0, FALSE };
  g_autoptr (GString) markup = sp_markup_filter (text, length);

  if (markup->len == 0)
    return TRUE;
  ensure_initialized ();
  self.context = htmlNewParserCtxt ();
  if (self.context == NULL)
    {
      g_set_error (error, SP_ERROR, SP_ERROR_PARSE, _("The page cannot be parsed."));
      return FALSE;
    }

  parse (&self, markup);
  htmlFreeParserCtxt (self.context);
  return !self.stopped;
}

/**
 * sp_markup_find_attribute:
 *
 * Returns: (transfer none) (nullable): the value of @name, "" if it has none, %NULL if it is absent
 */
const char *
sp_markup_find_attribute (const char *const *attributes, const char *name)
{
  for (guint i = 0; attributes != NULL && attributes[i] != NULL; i += 2)
    if (g_ascii_strcasecmp (attributes[i], name) == 0)
      return attributes[i + 1] != NULL ? attributes[i + 1] : "";
  return NULL;
}
