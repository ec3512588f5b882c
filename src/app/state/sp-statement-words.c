/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-statement-words.h"

#include <glib/gi18n.h>

/* Longer conditions are cut: the clause itself is one activation away. */
#define MAX_WORDS 80

/* How an action is told: of the company, which is not named, and of others. */
static const struct
{
  const char *does;
  const char *does_not;
  const char *do_;
  const char *do_not;
} verbs[] = {
  [SP_ACTION_COLLECT] = { N_("Collects"), N_("Does not collect"), N_("collect"), N_("do not collect") },
  [SP_ACTION_USE] = { N_("Uses"), N_("Does not use"), N_("use"), N_("do not use") },
  [SP_ACTION_SHARE] = { N_("Shares"), N_("Does not share"), N_("share"), N_("do not share") },
  [SP_ACTION_SELL] = { N_("Sells"), N_("Does not sell"), N_("sell"), N_("do not sell") },
  [SP_ACTION_TRACK] = { N_("Tracks"), N_("Does not track"), N_("track"), N_("do not track") },
  [SP_ACTION_RETAIN] = { N_("Keeps"), N_("Does not keep"), N_("keep"), N_("do not keep") },
  [SP_ACTION_DELETE] = { N_("Deletes"), N_("Does not delete"), N_("delete"), N_("do not delete") },
  [SP_ACTION_SECURE] = { N_("Protects"), N_("Does not protect"), N_("protect"), N_("do not protect") },
  [SP_ACTION_NOTIFY] = { N_("Notifies"), N_("Does not notify"), N_("notify"), N_("do not notify") },
  [SP_ACTION_ALLOW] = { N_("Allows"), N_("Does not allow"), N_("allow"), N_("do not allow") },
};

static char *
dup_verb (const SpStatement *statement)
{
  const char *plural = statement->denied ? verbs[statement->action].do_not : verbs[statement->action].do_;

  switch (statement->subject)
    {
    case SP_SUBJECT_THIRD_PARTY:
      /* Translators: %s is what they do: “Others collect” */
      return g_strdup_printf (_("Others %s"), _(plural));
    case SP_SUBJECT_USER:
      /* Translators: %s is what the reader does: “You share” */
      return g_strdup_printf (_("You %s"), _(plural));
    case SP_SUBJECT_FIRST_PARTY:
    case SP_SUBJECT_UNKNOWN:
    default:
      return g_strdup (_(statement->denied ? verbs[statement->action].does_not : verbs[statement->action].does));
    }
}

static const char *
get_manner (SpModality modality)
{
  switch (modality)
    {
    case SP_MODALITY_PERMITTED:
      return _("reserves the right");
    case SP_MODALITY_ATTEMPTED:
      return _("tries to");
    case SP_MODALITY_RIGHT:
      return _("a right of yours");
    case SP_MODALITY_DUTY:
      return _("a duty of yours");
    case SP_MODALITY_DEEMED:
      return _("you are taken to agree");
    case SP_MODALITY_STATED:
    case SP_MODALITY_COMMITTED:
    default:
      return NULL;
    }
}

static char *
dup_titles (const GArray *mentions)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();

  for (guint i = 0; i < mentions->len; i++)
    {
      const char *title = _(g_array_index (mentions, SpMention, i).concept->title);

      if (!g_ptr_array_find_with_equal_func (titles, title, g_str_equal, NULL))
        g_ptr_array_add (titles, (gpointer) title);
    }
  g_ptr_array_add (titles, NULL);
  return g_strjoinv (", ", (char **) titles->pdata);
}

static void
add_quote (GPtrArray *parts, SpSpan span, const char *text)
{
  g_autofree char *words = NULL;

  if (sp_span_is_empty (span))
    return;
  words = sp_span_dup_text (span, text);
  g_strdelimit (words, "\n", ' ');
  if (g_utf8_strlen (words, -1) > MAX_WORDS)
    {
      g_autofree char *cut = g_utf8_substring (words, 0, MAX_WORDS);

      g_free (words);
      words = g_strconcat (g_strchomp (cut), "…", NULL);
    }
  g_ptr_array_add (parts, g_steal_pointer (&words));
}

/**
 * sp_statement_dup_words:
 * @text: of the document
 *
 * Returns: (transfer full): “Shares · e-mail address · with advertisers · unless you opt out”
 */
char *
sp_statement_dup_words (const SpStatement *statement, const char *text)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *data = dup_titles (statement->data);
  g_autofree char *recipients = dup_titles (statement->recipients);
  g_autofree char *purposes = dup_titles (statement->purposes);
  const char *manner = get_manner (statement->modality);

  g_ptr_array_add (parts, dup_verb (statement));
  if (*data != '\0')
    g_ptr_array_add (parts, g_steal_pointer (&data));
  if (*recipients != '\0')
    /* Translators: %s is a list of those who get the data */
    g_ptr_array_add (parts, g_strdup_printf (_("with %s"), recipients));
  if (*purposes != '\0')
    /* Translators: %s is a list of purposes */
    g_ptr_array_add (parts, g_strdup_printf (_("for %s"), purposes));
  if (manner != NULL)
    g_ptr_array_add (parts, g_strdup (manner));
  add_quote (parts, statement->condition, text);
  add_quote (parts, statement->exception, text);
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}
