/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tells a page's own content from what frames it. The page's words for it (main, nav, footer, role,
 * telling class names) count if the amount of running text bears them out; else the container that
 * holds nearly all running text is the content. What is left out becomes boilerplate: it stays in
 * the text, in its place, and is never judged. */

#include <string.h>

#include "sp-html-page.h"
#include "sp-import-lexicon.h"
#include "sp-text-utils.h"

/* A region the page calls its frame is believed if it has less than this share of all prose, and of all
 * words that policies are made of. */
#define MAX_FRAME_SHARE 0.3

/* One that only sounds like it must have little prose, or consist of links to this share, or hardly
 * have words that policies are made of. */
#define MAX_NAMED_PROSE 60
#define MIN_NAMED_LINKS 0.35
#define MAX_NAMED_TOPIC 0.03

/* A region the page calls its content is believed with this share of the prose outside frames. */
#define MIN_MAIN_SHARE 0.5

/* The content narrows to an inner region as long as that keeps this share of the prose. */
#define MIN_INNER_SHARE 0.93

/* … or, though other prose stands beside it, this share of all words that policies are made of … */
#define MIN_TOPIC_SHARE 0.97
/* … of which there must be as many to tell by. */
#define MIN_TOPIC_WORDS 30

/* More blocks than this between the title and the content are no introduction. */
#define MAX_INTRODUCTION 60

/* Hidden text with fewer words of prose is no folded section, or if a line stands above it. */
#define MIN_HIDDEN_PROSE 25
#define MIN_FOLDED_PROSE 8

/* From how many words on a block is prose though it does not end like a sentence. */
#define MIN_PROSE_WORDS 12

/* This many blocks in a row that are nothing but links are a menu. */
#define MIN_MENU_BLOCKS 3

typedef struct
{
  SpHtmlPage *page;
  gboolean *dropped; /* (owned): for each region, whether it or one around it is frame */
  gboolean *inside;  /* (owned): for each region, whether it is the content or within it */
  gboolean *kept;    /* (owned): for each piece, whether it belongs to the content though outside */
  guint content;     /* the region that is the content */
} Selection;

static SpHtmlRegion *
get_region (SpHtmlPage *page, guint i)
{
  return &g_array_index (page->regions, SpHtmlRegion, i);
}

static SpHtmlPiece *
get_piece (SpHtmlPage *page, guint i)
{
  return &g_array_index (page->pieces, SpHtmlPiece, i);
}

static gboolean
is_mostly_link (const SpHtmlPiece *piece)
{
  return piece->n_link * 10 > piece->draft->text->len * 6;
}

static guint
count_prose (const SpHtmlPiece *piece)
{
  const GString *text = piece->draft->text;
  guint n_words;

  if (piece->draft->kind == SP_BLOCK_HEADING || is_mostly_link (piece) || text->len == 0)
    return 0;
  n_words = sp_text_count_words (text->str, text->len);
  if (n_words >= MIN_PROSE_WORDS || (n_words >= 4 && strchr (".;:?!", text->str[text->len - 1]) != NULL))
    return n_words;
  return 0;
}

static guint
count_topic (const GString *text)
{
  const SpImportLexicon *lexicon = sp_import_lexicon_get ();
  guint n_topic = 0;

  for (const char *p = text->str; *p != '\0';)
    {
      gsize n = strcspn (p, " \n\t.,;:()/\"");

      n_topic += sp_import_lexicon_has (lexicon, SP_LEXICON_TOPIC_WORDS, p, n);
      p += n + (p[n] != '\0');
    }
  return n_topic;
}

static void
add_counts (SpHtmlRegion *region, const SpHtmlRegion *more)
{
  region->n_prose += more->n_prose;
  region->n_topic += more->n_topic;
  region->n_text += more->n_text;
  region->n_link += more->n_link;
}

static SpHtmlRegion
measure_piece (const SpHtmlPiece *piece)
{
  guint n_prose = count_prose (piece);

  return (SpHtmlRegion) {
    .n_prose = n_prose,
    .n_topic = n_prose > 0 ? count_topic (piece->draft->text) : 0,
    .n_text = piece->draft->text->len,
    .n_link = piece->n_link,
  };
}

/* Inner regions come after the ones around them: one walk from the back sums them up. */
static void
sum_counts (SpHtmlPage *page)
{
  for (guint i = 0; i < page->pieces->len; i++)
    {
      const SpHtmlPiece *piece = get_piece (page, i);
      SpHtmlRegion measured = measure_piece (piece);

      add_counts (get_region (page, piece->region), &measured);
    }
  for (guint i = page->regions->len; i-- > 1;)
    add_counts (get_region (page, get_region (page, i)->parent), get_region (page, i));
}

static gboolean
is_frame (const SpHtmlRegion *region, const SpHtmlRegion *whole)
{
  gboolean is_small = (region->n_prose < MAX_FRAME_SHARE * whole->n_prose || whole->n_prose == 0)
                      && (region->n_topic < MAX_FRAME_SHARE * whole->n_topic || region->n_topic < MIN_TOPIC_WORDS);

  switch (region->role)
    {
    case SP_HTML_ROLE_FRAME:
      return is_small;
    case SP_HTML_ROLE_NAMED:
      return is_small && (region->n_prose < MAX_NAMED_PROSE
                          || region->n_link > MIN_NAMED_LINKS * region->n_text
                          || region->n_topic < MAX_NAMED_TOPIC * region->n_prose);
    case SP_HTML_ROLE_HIDDEN:
      return region->n_prose < (region->is_headed ? MIN_FOLDED_PROSE : MIN_HIDDEN_PROSE);
    default:
      return FALSE;
    }
}

/* Marks frames, and takes their prose out of the regions around them. */
static void
drop_frames (Selection *self)
{
  SpHtmlPage *page = self->page;
  SpHtmlRegion whole = *get_region (page, 0);

  for (guint i = 1; i < page->regions->len; i++)
    {
      SpHtmlRegion *region = get_region (page, i);

      self->dropped[i] = self->dropped[region->parent] || is_frame (region, &whole);
      if (!self->dropped[i] || self->dropped[region->parent])
        continue;
      for (guint outer = region->parent; outer != SP_HTML_NONE; outer = get_region (page, outer)->parent)
        {
          get_region (page, outer)->n_prose -= region->n_prose;
          get_region (page, outer)->n_topic -= region->n_topic;
        }
    }
}

/* The region that the page calls its content, the outermost first; 0 if it names none. */
static guint
find_named_content (const Selection *self)
{
  guint n_total = get_region (self->page, 0)->n_prose;

  for (guint i = 1; i < self->page->regions->len; i++)
    if (get_region (self->page, i)->role == SP_HTML_ROLE_MAIN && !self->dropped[i]
        && get_region (self->page, i)->n_prose > MIN_MAIN_SHARE * n_total)
      return i;
  return 0;
}

/* Goes down from @region while one inner region keeps nearly all of the prose, or of what in it a
 * policy is about: teasers of articles have prose too. Regions are in document order, so the next
 * one down always comes later. */
static guint
narrow_content (const Selection *self, guint region)
{
  guint n_prose = get_region (self->page, region)->n_prose * MIN_INNER_SHARE;
  guint n_topic = MAX (MIN_TOPIC_WORDS, get_region (self->page, region)->n_topic) * MIN_TOPIC_SHARE;

  for (guint i = region + 1; n_prose > 0 && i < self->page->regions->len; i++)
    if (get_region (self->page, i)->parent == region && !self->dropped[i]
        && (get_region (self->page, i)->n_prose > n_prose
            || get_region (self->page, i)->n_topic > n_topic))
      region = i;
  return region;
}

static gboolean
has_title_word (const GString *text)
{
  const SpImportLexicon *lexicon = sp_import_lexicon_get ();

  for (const char *p = text->str; *p != '\0';)
    {
      gsize n = strcspn (p, " \n\t,.:|-");

      if (sp_import_lexicon_has (lexicon, SP_LEXICON_TITLE_WORDS, p, n))
        return TRUE;
      p += n + (p[n] != '\0');
    }
  return FALSE;
}

static gboolean
is_content (const Selection *self, const SpHtmlPiece *piece)
{
  return self->inside[piece->region] && !self->dropped[piece->region];
}

static gboolean
is_set_apart (const SpDraftBlock *block)
{
  return block->kind == SP_BLOCK_HEADING || (block->n_strong > 0 && block->n_strong == block->text->len);
}

/* Headings and lines of dates, as stand right above a text. */
static gboolean
may_head_content (const Selection *self, const SpHtmlPiece *piece)
{
  const char *text = piece->draft->text->str;

  if (self->dropped[piece->region] || is_mostly_link (piece))
    return FALSE;
  return is_set_apart (piece->draft) || count_prose (piece) > 0
         || text[strcspn (text, "0123456789")] != '\0';
}

/* The frame that @region is or stands in; @region itself if it is in none. */
static guint
find_frame (const Selection *self, guint region)
{
  while (region != 0 && self->dropped[region] && self->dropped[get_region (self->page, region)->parent])
    region = get_region (self->page, region)->parent;
  return region;
}

/* What stands between the title and the content, and is no menu, introduces it; a header that the title
 * stands in may go on with it. */
static void
keep_introduction (Selection *self, guint title, guint first)
{
  guint header = find_frame (self, get_piece (self->page, title)->region);

  if (first - title > MAX_INTRODUCTION)
    return;
  for (guint i = title + 1; i < first; i++)
    {
      const SpHtmlPiece *piece = get_piece (self->page, i);

      if ((!self->dropped[piece->region] || find_frame (self, piece->region) == header) && !is_mostly_link (piece))
        self->kept[i] = TRUE;
    }
}

/* The heading above piece @end that names a policy: one of the first level, else the nearest. Pieces if
 * there is none. */
static guint
find_title (const Selection *self, guint end)
{
  guint nearest = self->page->pieces->len;

  for (guint i = end; i-- > 0;)
    {
      const SpDraftBlock *draft = get_piece (self->page, i)->draft;

      if (draft->kind != SP_BLOCK_HEADING || is_mostly_link (get_piece (self->page, i))
          || !has_title_word (draft->text))
        continue;
      if (draft->level == 1)
        return i;
      if (nearest == self->page->pieces->len)
        nearest = i;
    }
  return nearest;
}

/* The page's title often stands above its content: headings right before it, and the last one further
 * up that names a policy. */
static void
keep_title (Selection *self)
{
  guint n = self->page->pieces->len;
  guint first = 0;
  guint title;

  while (first < n && !is_content (self, get_piece (self->page, first)))
    first++;
  if (first == n)
    return;

  while (first > 0 && may_head_content (self, get_piece (self->page, first - 1)))
    self->kept[--first] = TRUE;
  if (get_piece (self->page, first)->draft->kind == SP_BLOCK_HEADING
      && get_piece (self->page, first)->draft->level == 1)
    return;

  title = find_title (self, first);
  if (title == n)
    return;
  self->kept[title] = TRUE;
  keep_introduction (self, title, first);
}

/* The heading of a section may stand in a header of its own: it is kept with the text it heads. */
static void
keep_section_headings (Selection *self)
{
  gboolean heads_content = FALSE;

  for (guint i = self->page->pieces->len; i-- > 0;)
    {
      const SpHtmlPiece *piece = get_piece (self->page, i);

      if (is_content (self, piece) || self->kept[i])
        heads_content = TRUE;
      else if (heads_content && self->inside[piece->region] && is_set_apart (piece->draft)
               && get_region (self->page, piece->region)->role != SP_HTML_ROLE_HIDDEN
               && !is_mostly_link (piece))
        self->kept[i] = TRUE;
      else
        heads_content = FALSE;
    }
}

static void
drop_piece (SpHtmlPiece *piece)
{
  piece->draft->kind = SP_BLOCK_BOILERPLATE;
  piece->draft->level = 0;
}

static gboolean
is_led_in (SpHtmlPage *page, guint first)
{
  const GString *text = first > 0 ? get_piece (page, first - 1)->draft->text : NULL;

  return text != NULL && text->len > 0 && text->str[text->len - 1] == ':'
         && get_piece (page, first)->draft->kind == SP_BLOCK_ITEM;
}

/* Rows of blocks that are nothing but links to elsewhere, unless a line leads in to their list. */
static void
drop_menus (SpHtmlPage *page)
{
  guint n_links = 0;

  for (guint i = 0; i <= page->pieces->len; i++)
    {
      if (i < page->pieces->len && is_mostly_link (get_piece (page, i))
          && get_piece (page, i)->draft->kind != SP_BLOCK_HEADING)
        {
          n_links++;
          continue;
        }
      if (n_links >= MIN_MENU_BLOCKS && !is_led_in (page, i - n_links))
        for (guint j = i - n_links; j < i; j++)
          drop_piece (get_piece (page, j));
      n_links = 0;
    }
}

/**
 * sp_html_content_select:
 *
 * Turns what is not the page's own content into boilerplate.
 */
void
sp_html_content_select (SpHtmlPage *page)
{
  g_autofree gboolean *dropped = g_new0 (gboolean, page->regions->len);
  g_autofree gboolean *inside = g_new0 (gboolean, page->regions->len);
  g_autofree gboolean *kept = g_new0 (gboolean, page->pieces->len);
  Selection self = { page, dropped, inside, kept, 0 };

  sum_counts (page);
  drop_frames (&self);
  self.content = narrow_content (&self, find_named_content (&self));
  for (guint i = self.content; i < page->regions->len; i++)
    {
      guint parent = get_region (page, i)->parent;

      inside[i] = i == self.content || (parent != SP_HTML_NONE && inside[parent]);
    }

  keep_title (&self);
  keep_section_headings (&self);
  for (guint i = 0; i < page->pieces->len; i++)
    if (!kept[i] && !is_content (&self, get_piece (page, i)))
      drop_piece (get_piece (page, i));
  drop_menus (page);
}
