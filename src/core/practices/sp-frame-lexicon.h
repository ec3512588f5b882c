/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-rule-set.h"
#include "sp-statement.h"

G_BEGIN_DECLS

/**
 * SpVerbForm:
 *
 * A noun made of a verb (“disclosure”) counts as one of its forms.
 */
typedef enum
{
  SP_VERB_BASE,
  SP_VERB_THIRD,
  SP_VERB_GERUND,
  SP_VERB_PAST,
  SP_VERB_PARTICIPLE, /* where it differs from the past */
  SP_VERB_NOUN,
  SP_N_VERB_FORMS,
} SpVerbForm;

/**
 * SpVerbNeed:
 *
 * Without which role the verb makes no statement: “give” is about data only with data.
 */
typedef enum
{
  SP_VERB_NEEDS_NOTHING,
  SP_VERB_NEEDS_DATA,
  SP_VERB_NEEDS_PURPOSE,
  SP_VERB_NEEDS_READER,
  SP_VERB_NEEDS_DATA_OR_READER,
  SP_VERB_NEEDS_RECIPIENT,
  SP_VERB_NEEDS_DATA_OR_RECIPIENT,
} SpVerbNeed;

#define SP_NO_ACTION (-1)

/**
 * SpVerbReading:
 * @action: an #SpAction where the company or another party does it, or %SP_NO_ACTION
 * @user_action: the same where the reader does it: what you give is collected
 * @is_open: denied it tells nothing: what “we do not need” may be collected all the same
 * @is_intransitive: its subject is what it is done with: “cookies expire”
 * @is_direct: data count only as its object, not behind a preposition: “determine the period for data”
 *
 * One way to read a word as a verb.
 */
typedef struct
{
  SpVerbForm form;
  SpVerbNeed need;
  int action;
  int user_action;
  gboolean is_open;
  gboolean is_intransitive;
  gboolean is_direct;
} SpVerbReading;

/**
 * SpFrameCue:
 *
 * Words by which a sentence is taken apart, one class of "cues" each.
 */
typedef enum
{
  SP_CUE_WE,
  SP_CUE_OUR,
  SP_CUE_US,
  SP_CUE_YOU,
  SP_CUE_YOUR,
  SP_CUE_THEY,
  SP_CUE_THEIR,
  SP_CUE_RELATIVE,
  SP_CUE_WHO,
  SP_CUE_BE,
  SP_CUE_HAVE,
  SP_CUE_AUXILIARY,
  SP_CUE_PERMITTED,
  SP_CUE_COMMITTED,
  SP_CUE_ATTEMPTED,
  SP_CUE_DUTY,
  SP_CUE_DEEMED,
  SP_CUE_RIGHT,
  SP_CUE_ADVERB,
  SP_CUE_CONJUNCTION,
  SP_CUE_ARTICLE,
  SP_CUE_TO,
  SP_CUE_BY,
  SP_CUE_FROM,
  SP_CUE_TOWARDS,
  SP_CUE_PRONOUN,
  SP_CUE_THIS_DATA,
  SP_CUE_INCLUDES,
  SP_CUE_LISTS,
  SP_CUE_PURPOSE,
  SP_CUE_FOR,
  SP_CUE_NOT_PURPOSE,
  SP_CUE_CONDITION,
  SP_CUE_EXCEPTION,
  SP_CUE_WISH,
  SP_CUE_ENDS_CLAUSE,
  SP_CUE_NO_RECIPIENT,
  SP_CUE_SPEAKER,
  SP_CUE_CONTRAST,
  SP_CUE_DONE_BY,
  SP_CUE_RULED_OUT,
  SP_CUE_NOT,
  SP_CUE_OUTSIDERS,
  SP_CUE_CLAIM,
  SP_CUE_ASKS,
  SP_CUE_FORBIDS,
  SP_CUE_QUANTITY,
  SP_CUE_NOT_CONDITION,
  SP_CUE_BELIEF,
  SP_CUE_HINDERS,
  SP_CUE_ENDED,
  SP_CUE_COMPANY, /* made of the names that the policy gives to whom it is of */
  SP_CUE_VERB,    /* made of the verbs */
  SP_N_CUES,
} SpFrameCue;

#define SP_CUE(cue) (G_GUINT64_CONSTANT (1) << SP_CUE_##cue)

/**
 * SpFrameLexicon:
 *
 * The verbs and cue words of the frame parser, from data/knowledge/lexicons/en/frames.json. Immutable;
 * any thread.
 *
 * - "verbs": rows of "forms" (base, third person, gerund, past, participle; “-” for none) and "nouns";
 *   "action" is what the company does, "user" what it amounts to where the reader does it; "needs" is
 *   "data", "purpose", "reader", "data or reader", "recipient" or "data or recipient"; "open" where it
 *   tells nothing when denied, "intransitive" where its subject is the data, "direct" where data behind a
 *   preposition are not its data; rows of "other" verbs only bound the others;
 * - "cues": words and phrases by class; "permitted" and "auxiliary" are those of contexts.json;
 * - "periods", "populations": patterns by kind; "detached": patterns of a sentence that takes back
 *   something of the one before; "meta": of one that speaks of the policy itself.
 */
typedef struct _SpFrameLexicon SpFrameLexicon;

SpFrameLexicon *sp_frame_lexicon_new (JsonObject *file, SpVocabulary *vocabulary, GError **error);
void            sp_frame_lexicon_index (SpFrameLexicon *self, const SpVocabulary *vocabulary);
void            sp_frame_lexicon_free (SpFrameLexicon *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpFrameLexicon, sp_frame_lexicon_free)

guint64              sp_frame_lexicon_get_cues (const SpFrameLexicon *self, guint atom);
const SpVerbReading *sp_frame_lexicon_get_readings (const SpFrameLexicon *self, guint atom,
                                                    guint *n_readings);
const char          *sp_frame_lexicon_find_population (const SpFrameLexicon *self,
                                                       SpRuleScratch *scratch);
SpPeriod             sp_frame_lexicon_find_period (const SpFrameLexicon *self, SpRuleScratch *scratch,
                                                   guint from, SpRuleMatch *match);
gboolean             sp_frame_lexicon_is_meta (const SpFrameLexicon *self, SpRuleScratch *scratch);
gboolean             sp_frame_lexicon_is_detached (const SpFrameLexicon *self, SpRuleScratch *scratch);
gboolean             sp_frame_lexicon_refuses_cell (const SpFrameLexicon *self, const char *cell);
gboolean             sp_frame_lexicon_grants_cell (const SpFrameLexicon *self, const char *cell);
gboolean             sp_frame_lexicon_passes_on (const SpFrameLexicon *self, const char *title);

G_END_DECLS
