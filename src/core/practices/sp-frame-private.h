/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the facets of the frame parser share: a sentence with its marks, its verb groups, and the roles
 * around them. */

#include "sp-frame-lexicon.h"
#include "sp-ontology-private.h"
#include "sp-sentence-context.h"

G_BEGIN_DECLS

#define SP_NO_WORD G_MAXUINT

/* How far a verb reaches for its roles, in words: over the longest real list, and a bound on the work. */
#define SP_FRAME_REACH 120

/* So many verbs of one list are looked through. */
#define SP_FRAME_LIST 12

/**
 * SpFrameSentence:
 * @begins: the cues of the phrases that begin at each word
 * @covers: the cues of the phrases that stand over each word
 * @hits: (element-type SpConceptHit): concepts by place
 * @hit_at: index in @hits of what stands over each word, or %SP_NO_WORD
 * @groups: (element-type SpVerbGroup): by place
 * @purpose: whether a concept at this word is what something is done for
 * @told: whether a statement has taken the concept at this index of @hits
 *
 * Room for one sentence, used again for the next.
 */
typedef struct
{
  const SpSentenceView *view;
  const SpToken *tokens;
  const SpOccurrence **verbs; /* (owned): what may be a verb at each word, or %NULL */
  guint64 *begins;            /* (owned) */
  guint64 *covers;            /* (owned) */
  guint *hit_at;              /* (owned) */
  gboolean *purpose;          /* (owned) */
  guint capacity;
  GArray *hits;   /* (owned) */
  GArray *told;   /* (owned) (element-type gboolean) */
  GArray *groups; /* (owned) */
} SpFrameSentence;

typedef enum
{
  SP_VOICE_ACTIVE,
  SP_VOICE_PASSIVE,
  SP_VOICE_NOMINAL,
} SpVoice;

/**
 * SpVerbGroup:
 * @start: its first word, auxiliaries included
 * @verb: the verb itself
 * @end: one past it
 * @governor: the group whose subject it takes over, or %SP_NO_WORD
 * @list: the last group of those that share its objects (“sell, rent or trade”)
 * @relative: its object stands before it (“data that we keep”, “data collected by”)
 * @implied: the subject is not said
 * @anaphoric: the subject is a pronoun of the sentence before
 * @actors: (array length=n_actors) (nullable): which other parties do it
 * @with_us: the company does it beside them: “we and our partners”
 */
typedef struct
{
  guint start;
  guint verb;
  guint end;
  const SpVerbReading *readings;
  guint n_readings;
  SpVerbForm form;
  SpVoice voice;
  gboolean infinitive;
  gboolean relative;
  guint governor;
  guint list;
  SpSubject subject;
  gboolean implied;
  gboolean anaphoric;
  const SpConceptHit *actors;
  guint n_actors;
  gboolean with_us;
} SpVerbGroup;

/**
 * SpFrameRoles:
 * @data: (element-type SpConceptHit)
 * @recipients: (element-type SpConceptHit)
 * @purposes: (element-type SpConceptHit)
 * @pronoun: the word that stands for data of the sentence before, or %SP_NO_WORD
 * @end: one past the last word that has a part
 */
typedef struct
{
  GArray *data;
  GArray *recipients;
  GArray *purposes;
  guint pronoun;
  guint pronoun_end;
  guint end;
} SpFrameRoles;

/* From the word @first up to the word @end. */
typedef struct
{
  guint first;
  guint end;
} SpFrameRange;

/* sp-frame-sentence.c */
SpFrameSentence *sp_frame_sentence_new (void);
void             sp_frame_sentence_free (SpFrameSentence *self);
void             sp_frame_sentence_load (SpFrameSentence *self, const SpSentenceView *view,
                                         const SpToken *tokens, const SpFrameLexicon *lexicon,
                                         const SpOntology *ontology);
void             sp_frame_sentence_mark (SpFrameSentence *self, guint start, guint end, guint64 cues);
guint            sp_frame_sentence_skip_back (const SpFrameSentence *self, guint from);
gboolean         sp_frame_sentence_is_governed (const SpFrameSentence *self, guint word);
gboolean         sp_frame_sentence_is_joined (const SpFrameSentence *self, guint a, guint b);

void                sp_frame_sentence_tell (SpFrameSentence *self, const GArray *hits);
gboolean            sp_frame_sentence_is_purpose (const SpFrameSentence *self, const SpConceptHit *hit);
const SpConceptHit *sp_frame_sentence_get_hit (const SpFrameSentence *self, guint word,
                                               SpConceptKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpFrameSentence, sp_frame_sentence_free)

/* Whether a word, if there is one, stands under one of @cues. */
static inline gboolean
sp_frame_covers (const SpFrameSentence *sentence, guint word, guint64 cues)
{
  return word < sentence->view->n_words && (sentence->covers[word] & cues) != 0;
}

static inline gboolean
sp_frame_begins (const SpFrameSentence *sentence, guint word, guint64 cues)
{
  return word < sentence->view->n_words && (sentence->begins[word] & cues) != 0;
}

static inline SpVerbGroup *
sp_frame_get_group (const SpFrameSentence *sentence, guint index)
{
  return &g_array_index (sentence->groups, SpVerbGroup, index);
}

/* sp-frame-verbs.c */
void sp_frame_find_groups (SpFrameSentence *sentence, const SpFrameLexicon *lexicon);

/* sp-frame-subject.c */
void sp_frame_find_subjects (SpFrameSentence *sentence);

/* sp-frame-purposes.c */
void sp_frame_mark_purposes (SpFrameSentence *sentence);

/* sp-frame-reach.c */
guint        sp_frame_find_subject_start (const SpFrameSentence *sentence, const SpVerbGroup *group);
guint        sp_frame_find_head (const SpFrameSentence *sentence, const SpVerbGroup *clause);
gboolean     sp_frame_follows_object (const SpFrameSentence *sentence, const SpVerbGroup *group);
SpFrameRange sp_frame_reach_left (const SpFrameSentence *sentence, const SpVerbGroup *group);
SpFrameRange sp_frame_reach_right (const SpFrameSentence *sentence, const SpVerbGroup *group);
SpFrameRange sp_frame_reach_front (const SpFrameSentence *sentence, const SpVerbGroup *group,
                                   SpFrameRange right);
SpFrameRange sp_frame_reach_over_recipients (const SpFrameSentence *sentence, const SpVerbGroup *group,
                                             SpFrameRange right);
SpFrameRange sp_frame_reach_over_purposes (const SpFrameSentence *sentence, SpFrameRange right);

/* sp-frame-roles.c */
void sp_frame_roles_init (SpFrameRoles *roles);
void sp_frame_roles_clear (SpFrameRoles *roles);
void sp_frame_find_roles (const SpFrameSentence *sentence, const SpVerbGroup *group, SpAction action,
                          const SpVerbReading *reading, SpFrameRoles *roles);

/* sp-frame-scope.c */
SpModality sp_frame_find_modality (const SpFrameSentence *sentence, const SpVerbGroup *group);
gboolean   sp_frame_is_ruled_out (const SpFrameSentence *sentence, const SpVerbGroup *group);
gboolean   sp_frame_is_wished (const SpFrameSentence *sentence, const SpVerbGroup *group);
double     sp_frame_rate_strength (SpModality modality, SpAction action, SpViewFlags flags);
gboolean   sp_frame_find_condition (const SpFrameSentence *sentence, const SpVerbGroup *group,
                                    guint *start, guint *end);
gboolean   sp_frame_find_exception (const SpFrameSentence *sentence, const SpVerbGroup *group,
                                    guint *start, guint *end);

G_END_DECLS
