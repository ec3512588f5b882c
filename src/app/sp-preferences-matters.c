/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What matters to the reader: weights of the three scores, of single questions, and deal breakers. Each
 * change holds at once, and the library remembers it. */
#include "config.h"

#include "sp-preferences-matters.h"

#include <glib/gi18n.h>

#include "sp-accessible.h"
#include "sp-choice-row.h"
#include "sp-deal-breakers.h"
#include "sp-emphasis.h"
#include "sp-gradual.h"
#include "sp-rows.h"
#include "sp-shown.h"
#include "sp-toasts.h"

/* Groups of the page, from top to bottom. */
enum
{
  MATTERS,
  QUESTIONS,
  DEAL_BREAKERS,
  RESETTING,
  N_GROUPS,
};

static const char *const group_ids[N_GROUPS] = {
  [MATTERS] = "matters",
  [QUESTIONS] = "questions",
  [DEAL_BREAKERS] = "deal_breakers",
  [RESETTING] = "resetting",
};

/* Of the dialog, which frees it. */
typedef struct
{
  SpSession *session; /* (owned) */
  GtkWidget *dialog;
  GtkWidget *groups[N_GROUPS];
  GtkWidget *reset;
  AdwComboRow *weights[SP_N_DIMENSIONS];
  AdwExpanderRow *questions[SP_N_DIMENSIONS];
  GPtrArray *rows;    /* (owned) (element-type SpChoiceRow): of the questions that were looked at */
  GPtrArray *detectors; /* (owned) (element-type SpDetector): that may be deal breakers */
  GPtrArray *toggles;   /* (owned) (element-type GtkSwitch): of the first of them; of all once they were seen */
  gboolean is_showing; /* what is set now comes from the profile */
} Matters;

static const char *const dimension_ids[SP_N_DIMENSIONS] = {
  [SP_DIMENSION_TRANSPARENCY] = "transparency",
  [SP_DIMENSION_PROTECTION] = "protection",
  [SP_DIMENSION_CLARITY] = "clarity",
};

static const char *const questions_ids[SP_N_DIMENSIONS] = {
  [SP_DIMENSION_TRANSPARENCY] = "transparency_questions",
  [SP_DIMENSION_PROTECTION] = "protection_questions",
  [SP_DIMENSION_CLARITY] = "clarity_questions",
};

static void
matters_free (gpointer data)
{
  Matters *self = data;

  g_object_unref (self->session);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->detectors);
  g_ptr_array_unref (self->toggles);
  g_free (self);
}

static const SpRubric *
get_rubric (Matters *self)
{
  return sp_knowledge_get_rubric (sp_session_get_knowledge (self->session));
}

/* Nothing set stands for none, so that there is always something to change. */
static SpProfile *
dup_profile (Matters *self)
{
  SpProfile *profile = sp_session_get_profile (self->session);

  return profile != NULL ? sp_profile_ref (profile) : sp_profile_new ();
}

/* From the profile to the rows. */

static void
show_weights (Matters *self, SpProfile *profile)
{
  SpEmphasis emphases[SP_N_DIMENSIONS] = { SP_EMPHASIS_AS_IS, SP_EMPHASIS_AS_IS, SP_EMPHASIS_AS_IS };
  double usual[SP_N_DIMENSIONS], weights[SP_N_DIMENSIONS];

  for (guint i = 0; i < SP_N_DIMENSIONS; i++)
    usual[i] = sp_rubric_get_weight (get_rubric (self), i);
  if (sp_profile_get_weights (profile, weights))
    sp_emphasis_from_weights (usual, weights, emphases);
  for (guint i = 0; i < SP_N_DIMENSIONS; i++)
    adw_combo_row_set_selected (self->weights[i], emphases[i]);
}

/* How many questions of a score are weighed otherwise stands on the row that holds them. */
static void
show_counts (Matters *self, SpProfile *profile)
{
  const SpRubric *rubric = get_rubric (self);
  guint n_questions[SP_N_DIMENSIONS] = { 0 }, n_changed[SP_N_DIMENSIONS] = { 0 };

  for (guint i = 0; i < sp_rubric_get_n_questions (rubric); i++)
    {
      const SpQuestion *question = sp_rubric_get_question (rubric, i);

      n_questions[question->dimension]++;
      n_changed[question->dimension] += sp_profile_get_emphasis (profile, question->id) != SP_EMPHASIS_AS_IS;
    }
  for (guint i = 0; i < SP_N_DIMENSIONS; i++)
    {
      g_autofree char *text =
        n_changed[i] == 0
          ? g_strdup_printf (ngettext ("%u question", "%u questions", n_questions[i]), n_questions[i])
          /* Translators: how many questions there are, and how many of them the reader weighs otherwise */
          : g_strdup_printf (_("%u questions, %u of them weighed by you"), n_questions[i], n_changed[i]);

      adw_expander_row_set_subtitle (self->questions[i], text);
    }
}

static void
show_profile (Matters *self)
{
  g_autoptr (SpProfile) profile = dup_profile (self);

  self->is_showing = TRUE;
  show_weights (self, profile);
  for (guint i = 0; i < self->rows->len; i++)
    {
      SpChoiceRow *row = g_ptr_array_index (self->rows, i);

      sp_choice_row_set_chosen (row, sp_profile_get_emphasis (profile, g_object_get_data (G_OBJECT (row), "question")));
    }
  for (guint i = 0; i < self->toggles->len; i++)
    {
      GtkSwitch *toggle = g_ptr_array_index (self->toggles, i);
      const char *finding = g_object_get_data (G_OBJECT (toggle), "finding");

      gtk_switch_set_active (toggle, sp_profile_get_deal_breaker (profile, finding) != 0);
    }
  show_counts (self, profile);
  gtk_widget_set_sensitive (self->reset, !sp_profile_is_default (profile));
  self->is_showing = FALSE;
}

/* Both values of the policy that is open. */
static void
show_grades (Matters *self)
{
  SpAnalysis *analysis = sp_session_get_analysis (self->session);
  g_autofree char *review = analysis != NULL ? sp_shown_dup_review (analysis) : NULL;
  g_autofree char *text = NULL;

  if (review != NULL)
    text = g_markup_printf_escaped ("%s\n%s", sp_analysis_get_title (analysis), review);
  adw_preferences_group_set_description (
    ADW_PREFERENCES_GROUP (self->groups[MATTERS]),
    text != NULL ? text : _("Grades are shown as reviewed then, beside the usual ones."));
}

static void
analysis_changed_cb (SpSession *session, GParamSpec *pspec, GtkWidget *dialog)
{
  show_grades (g_object_get_data (G_OBJECT (dialog), "matters"));
}

/* From the rows to the profile. */

static void
keep (Matters *self, SpProfile *profile)
{
  sp_session_keep_profile (self->session, profile);
  show_counts (self, profile);
  gtk_widget_set_sensitive (self->reset, !sp_profile_is_default (profile));
}

static void
weight_chosen_cb (AdwComboRow *row, GParamSpec *pspec, Matters *self)
{
  g_autoptr (SpProfile) old = dup_profile (self);
  g_autoptr (SpProfile) profile = NULL;
  SpEmphasis emphases[SP_N_DIMENSIONS];
  double usual[SP_N_DIMENSIONS], weights[SP_N_DIMENSIONS];

  if (self->is_showing)
    return;
  for (guint i = 0; i < SP_N_DIMENSIONS; i++)
    {
      usual[i] = sp_rubric_get_weight (get_rubric (self), i);
      emphases[i] = (SpEmphasis) adw_combo_row_get_selected (self->weights[i]);
    }
  profile = sp_profile_set_weights (old, sp_emphasis_to_weights (usual, emphases, weights) ? weights : NULL);
  keep (self, profile);
}

static void
emphasis_chosen_cb (SpChoiceRow *row, GParamSpec *pspec, Matters *self)
{
  g_autoptr (SpProfile) old = dup_profile (self);
  g_autoptr (SpProfile) profile = NULL;

  if (self->is_showing)
    return;
  profile = sp_profile_set_emphasis (old, g_object_get_data (G_OBJECT (row), "question"),
                                     (SpEmphasis) sp_choice_row_get_chosen (row));
  keep (self, profile);
}

static void
deal_breaker_switched_cb (GtkSwitch *toggle, GParamSpec *pspec, Matters *self)
{
  g_autoptr (SpProfile) profile = NULL;

  if (self->is_showing)
    return;
  profile = sp_deal_breakers_choose (sp_session_get_profile (self->session),
                                     g_object_get_data (G_OBJECT (toggle), "finding"),
                                     gtk_switch_get_active (toggle));
  keep (self, profile);
}

static void
undo_reset_cb (AdwToast *toast, Matters *self)
{
  keep (self, g_object_get_data (G_OBJECT (toast), "profile"));
  show_profile (self);
}

static void
reset_cb (GtkButton *button, Matters *self)
{
  g_autoptr (SpProfile) usual = sp_profile_new ();
  AdwToast *toast = sp_toasts_undo_new (_("Weights and deal breakers reset"));

  g_object_set_data_full (G_OBJECT (toast), "profile", dup_profile (self), (GDestroyNotify) sp_profile_unref);
  g_signal_connect (toast, "button-clicked", G_CALLBACK (undo_reset_cb), self);
  keep (self, usual);
  show_profile (self);
  sp_toasts_show_in_preferences (self->dialog, toast);
}

/* Rows. */

static GtkWidget *
question_row_new (Matters *self, const SpQuestion *question)
{
  const SpChoice choices[] = {
    [SP_EMPHASIS_LEFT_OUT] = { "0×", _("Leave out") },
    [SP_EMPHASIS_AS_IS] = { "1×", _("As usual") },
    [SP_EMPHASIS_DOUBLE] = { "2×", _("Twice as much") },
  };
  g_autoptr (SpProfile) profile = dup_profile (self);
  GtkWidget *row = sp_choice_row_new (_(question->title), _(question->question), choices, G_N_ELEMENTS (choices));

  sp_choice_row_set_chosen (SP_CHOICE_ROW (row), sp_profile_get_emphasis (profile, question->id));
  g_object_set_data_full (G_OBJECT (row), "question", g_strdup (question->id), g_free);
  g_signal_connect (row, "notify::chosen", G_CALLBACK (emphasis_chosen_cb), self);
  g_ptr_array_add (self->rows, row);
  return row;
}

/* The rows come when somebody wants to see them. */
static void
unfolded_cb (AdwExpanderRow *parent, GParamSpec *pspec, Matters *self)
{
  const SpRubric *rubric = get_rubric (self);

  g_signal_handlers_disconnect_by_func (parent, unfolded_cb, self);
  for (guint i = 0; i < sp_rubric_get_n_questions (rubric); i++)
    {
      const SpQuestion *question = sp_rubric_get_question (rubric, i);

      if (parent == self->questions[question->dimension])
        adw_expander_row_add_row (parent, question_row_new (self, question));
    }
}

static GtkWidget *
deal_breaker_row_new (Matters *self, const SpDetector *detector)
{
  const char *title = _(detector->title);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title, NULL);
  GtkWidget *toggle = gtk_switch_new ();
  g_autoptr (SpProfile) profile = dup_profile (self);

  sp_rows_quicken (row);
  gtk_switch_set_active (GTK_SWITCH (toggle), sp_profile_get_deal_breaker (profile, detector->id) != 0);
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  sp_accessible_set_name (toggle, title);
  g_object_set_data_full (G_OBJECT (toggle), "finding", g_strdup (detector->id), g_free);
  g_signal_connect (toggle, "notify::active", G_CALLBACK (deal_breaker_switched_cb), self);
  g_ptr_array_add (self->toggles, toggle);
  return row;
}

/* Not before the page is seen. */
static gboolean
add_deal_breaker_cb (GtkWidget *group)
{
  Matters *self = g_object_get_data (G_OBJECT (group), "matters");
  guint i = self->toggles->len;

  if (i < self->detectors->len)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                               deal_breaker_row_new (self, g_ptr_array_index (self->detectors, i)));
  return i + 1 < self->detectors->len;
}

/* The page is not the one that is seen first: it is laid out while the dialog is there already. */
static gboolean
show_groups_cb (GtkWidget *dialog)
{
  Matters *self = g_object_get_data (G_OBJECT (dialog), "matters");

  for (guint i = 0; i < N_GROUPS; i++)
    gtk_widget_set_visible (self->groups[i], TRUE);
  return FALSE;
}

static void
fill (Matters *self)
{
  GtkWidget *group = self->groups[DEAL_BREAKERS];

  g_object_set_data (G_OBJECT (group), "matters", self);
  sp_gradual_fill_later (self->dialog, show_groups_cb);
  sp_gradual_fill_later (group, add_deal_breaker_cb);
}

static Matters *
matters_new (GtkBuilder *builder, SpSession *session)
{
  Matters *self = g_new0 (Matters, 1);

  self->session = g_object_ref (session);
  self->dialog = GTK_WIDGET (gtk_builder_get_object (builder, "dialog"));
  for (guint i = 0; i < N_GROUPS; i++)
    self->groups[i] = GTK_WIDGET (gtk_builder_get_object (builder, group_ids[i]));
  self->reset = GTK_WIDGET (gtk_builder_get_object (builder, "reset"));
  self->rows = g_ptr_array_new ();
  self->detectors = sp_deal_breakers_list (sp_knowledge_get_registry (sp_session_get_knowledge (session)));
  self->toggles = g_ptr_array_new ();
  for (guint i = 0; i < SP_N_DIMENSIONS; i++)
    {
      self->weights[i] = ADW_COMBO_ROW (gtk_builder_get_object (builder, dimension_ids[i]));
      self->questions[i] = ADW_EXPANDER_ROW (gtk_builder_get_object (builder, questions_ids[i]));
    }
  g_object_set_data_full (G_OBJECT (self->dialog), "matters", self, matters_free);
  return self;
}

/**
 * sp_preferences_matters_show:
 * @builder: holds the dialog
 *
 * Fills the page “What Matters”. Before the rules are read there is nothing to choose from.
 */
void
sp_preferences_matters_show (GtkBuilder *builder, SpSession *session)
{
  GObject *page = gtk_builder_get_object (builder, "matters_page");
  Matters *self;

  gtk_widget_set_visible (GTK_WIDGET (page), sp_session_get_knowledge (session) != NULL);
  if (sp_session_get_knowledge (session) == NULL)
    return;
  self = matters_new (builder, session);
  fill (self);
  show_profile (self);
  show_grades (self);
  for (guint i = 0; i < SP_N_DIMENSIONS; i++)
    {
      g_signal_connect (self->weights[i], "notify::selected", G_CALLBACK (weight_chosen_cb), self);
      g_signal_connect (self->questions[i], "notify::expanded", G_CALLBACK (unfolded_cb), self);
    }
  g_signal_connect (self->reset, "clicked", G_CALLBACK (reset_cb), self);
  g_signal_connect_object (session, "notify::analysis", G_CALLBACK (analysis_changed_cb), self->dialog, 0);
}
