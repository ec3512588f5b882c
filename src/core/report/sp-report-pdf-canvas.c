/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sp-report-pdf-canvas-private.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>

/* A4 in points. */
#define PAGE_WIDTH 595.28
#define PAGE_HEIGHT 841.89
#define MARGIN 62.0
#define FOOTER_HEIGHT 40.0
#define TEXT_WIDTH (PAGE_WIDTH - 2 * MARGIN)
#define TEXT_BOTTOM (PAGE_HEIGHT - MARGIN - FOOTER_HEIGHT / 2)

#define GRADE_SIZE 58.0
#define MARK_WIDTH 13.0
#define BAR_HEIGHT 7.0
#define CELL_GAP 6.0
#define SECTION_SIZE 15.0
#define FOOTER_SIZE 7.5

/* Two runs give the same bytes: the date of a report says nothing of the policy. */
#define CREATION_DATE "2000-01-01T00:00:00Z"

struct _SpPdfCanvas
{
  GByteArray *bytes;        /* (owned) (nullable): of the PDF; none of pages for a printer */
  GPtrArray *pages;         /* (owned) (nullable) (element-type cairo_surface_t): pages for a printer */
  cairo_surface_t *surface; /* (owned): the PDF, or the page that is drawn */
  cairo_t *cr;              /* (owned) */
  PangoContext *context;    /* (owned) */
  char *footer;             /* (owned) */
  double y;                 /* where the next thing begins */
  double inset;             /* of all that follows, beside a picture */
  double picture_bottom;    /* where that picture ends */
  guint page;               /* from 1 */
  guint n_pages;            /* in all, 0 while they are being counted */
};

static const double colors[][3] = {
  [SP_PDF_BLACK] = { 0.10, 0.10, 0.11 }, [SP_PDF_GREY] = { 0.38, 0.38, 0.40 },
  [SP_PDF_RED] = { 0.70, 0.09, 0.11 },   [SP_PDF_AMBER] = { 0.60, 0.33, 0.00 },
  [SP_PDF_GREEN] = { 0.09, 0.42, 0.22 }, [SP_PDF_BLUE] = { 0.11, 0.35, 0.66 },
  [SP_PDF_LIGHT] = { 0.87, 0.87, 0.88 },
};

static void
set_color (SpPdfCanvas *self, SpPdfColor color)
{
  cairo_set_source_rgb (self->cr, colors[color][0], colors[color][1], colors[color][2]);
}

/* What assistive technology and links go by; paper has neither. */
static void
begin_tag (SpPdfCanvas *self, const char *tag, const char *attributes)
{
  if (self->bytes != NULL)
    cairo_tag_begin (self->cr, tag, attributes);
}

static void
end_tag (SpPdfCanvas *self, const char *tag)
{
  if (self->bytes != NULL)
    cairo_tag_end (self->cr, tag);
}

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static PangoLayout *
create_layout (SpPdfCanvas *self, const SpPdfStyle *style, double width, const char *text)
{
  PangoLayout *layout = pango_layout_new (self->context);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("sans-serif");

  pango_font_description_set_absolute_size (font, style->size * PANGO_SCALE);
  pango_font_description_set_weight (font, style->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_style (font, style->italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_line_spacing (layout, 1.12f);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

static double
get_height (PangoLayout *layout)
{
  PangoRectangle extents;

  pango_layout_get_extents (layout, NULL, &extents);
  return (double) extents.height / PANGO_SCALE;
}

static void
draw_footer (SpPdfCanvas *self)
{
  const SpPdfStyle style = { .size = FOOTER_SIZE, .color = SP_PDF_GREY };
  g_autofree char *number = g_strdup_printf (_("Page %u of %u"), self->page, self->n_pages);
  g_autoptr (PangoLayout) text = create_layout (self, &style, TEXT_WIDTH - 70, self->footer);
  g_autoptr (PangoLayout) page = create_layout (self, &style, 70, number);
  double top = PAGE_HEIGHT - MARGIN + FOOTER_HEIGHT / 4;

  pango_layout_set_alignment (page, PANGO_ALIGN_RIGHT);
  begin_tag (self, "P", NULL);
  set_color (self, SP_PDF_GREY);
  cairo_move_to (self->cr, MARGIN, top);
  pango_cairo_show_layout (self->cr, text);
  cairo_move_to (self->cr, MARGIN + TEXT_WIDTH - 70, top);
  pango_cairo_show_layout (self->cr, page);
  cairo_new_path (self->cr);
  end_tag (self, "P");
}

/* A page for a printer is a recording of what is drawn. */
static void
begin_recording (SpPdfCanvas *self)
{
  const cairo_rectangle_t extents = { 0, 0, PAGE_WIDTH, PAGE_HEIGHT };

  g_clear_pointer (&self->cr, cairo_destroy);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  self->surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents);
  self->cr = cairo_create (self->surface);
}

static void
end_page (SpPdfCanvas *self)
{
  draw_footer (self);
  if (self->pages != NULL)
    g_ptr_array_add (self->pages, cairo_surface_reference (self->surface));
  else
    cairo_show_page (self->cr);
}

static void
break_page (SpPdfCanvas *self)
{
  end_page (self);
  if (self->pages != NULL)
    begin_recording (self);
  self->page++;
  self->y = MARGIN;
  self->picture_bottom = 0;
}

static void
create_context (SpPdfCanvas *self)
{
  /* Of this thread alone: the second run over the pages finds the fonts of the first. */
  self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  /* One unit is a point; at the default 96 dots an inch letters come out a third too large. */
  pango_cairo_context_set_resolution (self->context, 72);
  pango_context_set_language (self->context, pango_language_from_string ("en"));
  pango_context_set_round_glyph_positions (self->context, FALSE);
}

static SpPdfCanvas *
canvas_new (const char *footer, guint n_pages)
{
  SpPdfCanvas *self = g_new0 (SpPdfCanvas, 1);

  self->footer = g_strdup (footer);
  self->page = 1;
  self->n_pages = n_pages;
  self->y = MARGIN;
  create_context (self);
  return self;
}

/* Draws a finished page with its upper left corner at the origin of @cr, whose unit is a point. */
void
sp_pdf_canvas_replay (gpointer page, cairo_t *cr)
{
  cairo_set_source_surface (cr, page, 0, 0);
  cairo_paint (cr);
}

void
sp_pdf_canvas_get_page_size (double *width, double *height)
{
  *width = PAGE_WIDTH;
  *height = PAGE_HEIGHT;
}

/* @n_pages: as a first run counted them, 0 for that first run. */
SpPdfCanvas *
sp_pdf_canvas_new (const char *title, const char *footer, guint n_pages)
{
  SpPdfCanvas *self = canvas_new (footer, n_pages);

  self->bytes = g_byte_array_new ();
  self->surface = cairo_pdf_surface_create_for_stream (write_cb, self->bytes, PAGE_WIDTH, PAGE_HEIGHT);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_CREATOR, "Smallprint " SP_VERSION);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_CREATE_DATE, CREATION_DATE);
  self->cr = cairo_create (self->surface);
  begin_tag (self, "Document", NULL);
  return self;
}

/* The same pages without a file around them, to be ended by sp_pdf_canvas_finish_pages(). */
SpPdfCanvas *
sp_pdf_canvas_new_for_pages (const char *footer, guint n_pages)
{
  SpPdfCanvas *self = canvas_new (footer, n_pages);

  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) cairo_surface_destroy);
  begin_recording (self);
  return self;
}

void
sp_pdf_canvas_free (SpPdfCanvas *self)
{
  g_object_unref (self->context);
  cairo_destroy (self->cr);
  cairo_surface_destroy (self->surface);
  g_clear_pointer (&self->bytes, g_byte_array_unref);
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_free (self->footer);
  g_free (self);
}

static gboolean
is_sound (SpPdfCanvas *self, GError **error)
{
  cairo_status_t status = cairo_surface_status (self->surface);

  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_status (self->cr);
  if (status != CAIRO_STATUS_SUCCESS)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The pages could not be drawn: %s"),
                 cairo_status_to_string (status));
  return status == CAIRO_STATUS_SUCCESS;
}

/* Ends the last page; nothing may be added afterwards. @n_pages: (out): how many there are */
GBytes *
sp_pdf_canvas_finish (SpPdfCanvas *self, guint *n_pages, GError **error)
{
  draw_footer (self);
  end_tag (self, "Document");
  cairo_show_page (self->cr);
  cairo_surface_finish (self->surface);
  *n_pages = self->page;
  return is_sound (self, error) ? g_bytes_new (self->bytes->data, self->bytes->len) : NULL;
}

/* Ends the last page. Returns: (element-type cairo_surface_t): recordings, one a page */
GPtrArray *
sp_pdf_canvas_finish_pages (SpPdfCanvas *self, GError **error)
{
  end_page (self);
  return is_sound (self, error) ? g_ptr_array_ref (self->pages) : NULL;
}

/* Begins a page if less than @height is left on this one. */
void
sp_pdf_canvas_keep_together (SpPdfCanvas *self, double height)
{
  if (self->y > MARGIN && self->y + height > TEXT_BOTTOM)
    break_page (self);
}

void
sp_pdf_canvas_add_space (SpPdfCanvas *self, double height)
{
  if (self->y > MARGIN)
    self->y += height;
}

/* Everything until the next call keeps so far away from the left margin; 0 goes on below what stood
 * there. */
void
sp_pdf_canvas_set_inset (SpPdfCanvas *self, double inset)
{
  self->inset = inset;
  if (inset == 0)
    self->y = MAX (self->y, self->picture_bottom);
}

static double
get_left (SpPdfCanvas *self)
{
  return MARGIN + self->inset;
}

static double
get_width (SpPdfCanvas *self)
{
  return TEXT_WIDTH - self->inset;
}

static void
begin_link (SpPdfCanvas *self, const char *link)
{
  g_autofree char *attributes = NULL;

  if (link == NULL)
    return;
  attributes = g_strdup_printf ("dest='%s'", link);
  begin_tag (self, CAIRO_TAG_LINK, attributes);
}

static void
end_link (SpPdfCanvas *self, const char *link)
{
  if (link != NULL)
    end_tag (self, CAIRO_TAG_LINK);
}

static void
draw_rule (SpPdfCanvas *self, double x, double height)
{
  set_color (self, SP_PDF_LIGHT);
  cairo_rectangle (self->cr, x, self->y, 2, height);
  cairo_fill (self->cr);
}

/* What a paragraph needs to go on from line to line and from page to page. */
typedef struct
{
  const SpPdfStyle *style;
  const char *mark;
  const char *link;
  double left;
} Flow;

static void
draw_mark (SpPdfCanvas *self, const Flow *flow, double baseline)
{
  g_autoptr (PangoLayout) layout = NULL;

  if (flow->mark == NULL)
    return;
  layout = create_layout (self, flow->style, -1, flow->mark);
  pango_layout_set_width (layout, -1);
  cairo_move_to (self->cr, flow->left - MARK_WIDTH, baseline);
  pango_cairo_show_layout_line (self->cr, pango_layout_get_line_readonly (layout, 0));
}

static void
draw_line (SpPdfCanvas *self, const Flow *flow, PangoLayoutIter *iter, double top, gboolean first)
{
  PangoRectangle extents;
  double baseline = (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE - top + self->y;

  pango_layout_iter_get_line_extents (iter, NULL, &extents);
  if (flow->style->rule)
    draw_rule (self, flow->left - 9, (double) extents.height / PANGO_SCALE);
  set_color (self, flow->style->color);
  if (first)
    draw_mark (self, flow, baseline);
  cairo_move_to (self->cr, flow->left + (double) extents.x / PANGO_SCALE, baseline);
  begin_link (self, flow->link);
  pango_cairo_show_layout_line (self->cr, pango_layout_iter_get_line_readonly (iter));
  end_link (self, flow->link);
  cairo_new_path (self->cr);
}

/* A structure tag may not run over the end of a page, so that it is closed and opened again there. */
static void
draw_lines (SpPdfCanvas *self, const Flow *flow, PangoLayout *layout)
{
  g_autoptr (PangoLayoutIter) iter = pango_layout_get_iter (layout);
  gboolean first = TRUE;

  begin_tag (self, flow->style->tag, NULL);
  do
    {
      int top, bottom;
      double height;

      pango_layout_iter_get_line_yrange (iter, &top, &bottom);
      height = (double) (bottom - top) / PANGO_SCALE;
      if (self->y + height > TEXT_BOTTOM)
        {
          end_tag (self, flow->style->tag);
          break_page (self);
          begin_tag (self, flow->style->tag, NULL);
        }
      draw_line (self, flow, iter, (double) top / PANGO_SCALE, first);
      self->y += height;
      first = FALSE;
    }
  while (pango_layout_iter_next_line (iter));
  end_tag (self, flow->style->tag);
}

/* @mark: (nullable): hangs before the first line. @link: (nullable): the destination it leads to */
void
sp_pdf_canvas_add_paragraph (SpPdfCanvas *self, const SpPdfStyle *style, const char *mark,
                             const char *text, const char *link)
{
  double indent = style->indent + (mark != NULL ? MARK_WIDTH : 0) + (style->rule ? 9 : 0);
  Flow flow = { style, mark, link, get_left (self) + indent };
  g_autoptr (PangoLayout) layout = create_layout (self, style, get_width (self) - indent, text);

  sp_pdf_canvas_add_space (self, style->space);
  draw_lines (self, &flow, layout);
}

/* A row of a table stands on one page. */
void
sp_pdf_canvas_add_row (SpPdfCanvas *self, const SpPdfStyle *style, const SpPdfCell *cells,
                       guint n_cells, const char *link)
{
  g_autoptr (GPtrArray) layouts = g_ptr_array_new_with_free_func (g_object_unref);
  double x = get_left (self) + style->indent;
  double width = get_width (self) - style->indent;
  double height = 0;

  for (guint i = 0; i < n_cells; i++)
    {
      PangoLayout *layout
        = create_layout (self, style, cells[i].width * width - CELL_GAP, cells[i].text);

      pango_layout_set_alignment (layout, cells[i].right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
      g_ptr_array_add (layouts, layout);
      height = MAX (height, get_height (layout));
    }

  sp_pdf_canvas_add_space (self, style->space);
  sp_pdf_canvas_keep_together (self, height);
  begin_tag (self, style->tag, NULL);
  set_color (self, style->color);
  for (guint i = 0; i < n_cells; x += cells[i++].width * width)
    {
      cairo_move_to (self->cr, x, self->y);
      begin_link (self, link);
      pango_cairo_show_layout (self->cr, layouts->pdata[i]);
      end_link (self, link);
    }
  cairo_new_path (self->cr);
  end_tag (self, style->tag);
  self->y += height;
}

static void
fill_bar (SpPdfCanvas *self, double x, double width, SpPdfColor color, double alpha)
{
  cairo_set_source_rgba (self->cr, colors[color][0], colors[color][1], colors[color][2], alpha);
  cairo_rectangle (self->cr, x, self->y, width, BAR_HEIGHT);
  cairo_fill (self->cr);
}

/* A bar beside the row that was just set: @left and @width are shares of the line, @value and @high
 * (where the range ends) 0..1. */
void
sp_pdf_canvas_add_bar (SpPdfCanvas *self, double left, double width, double value, double high,
                       SpPdfColor color)
{
  double x = get_left (self) + left * get_width (self);
  double full = width * get_width (self) - CELL_GAP;
  double row = self->y;

  self->y -= BAR_HEIGHT + 3;
  fill_bar (self, x, full, SP_PDF_LIGHT, 0.7);
  if (high > value)
    fill_bar (self, x + value * full, (high - value) * full, color, 0.35);
  fill_bar (self, x, value * full, color, 1.0);
  self->y = row;
}

static void
trace_rounded_square (cairo_t *cr, double x, double y, double size, double radius)
{
  cairo_new_path (cr);
  cairo_arc (cr, x + size - radius, y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, x + size - radius, y + size - radius, radius, 0, G_PI_2);
  cairo_arc (cr, x + radius, y + size - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

/* The letter in its square at the left margin; the place beside it is for what follows. */
void
sp_pdf_canvas_add_grade (SpPdfCanvas *self, const char *letter, SpPdfColor color)
{
  const SpPdfStyle style = { .size = 34, .bold = TRUE };
  g_autoptr (PangoLayout) layout = create_layout (self, &style, GRADE_SIZE, letter);

  self->picture_bottom = self->y + GRADE_SIZE;
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  set_color (self, color);
  trace_rounded_square (self->cr, MARGIN, self->y, GRADE_SIZE, 9);
  cairo_fill (self->cr);
  begin_tag (self, "P", NULL);
  cairo_set_source_rgb (self->cr, 1, 1, 1);
  cairo_move_to (self->cr, MARGIN, self->y + (GRADE_SIZE - get_height (layout)) / 2);
  pango_cairo_show_layout (self->cr, layout);
  cairo_new_path (self->cr);
  end_tag (self, "P");
}

void
sp_pdf_canvas_add_line (SpPdfCanvas *self)
{
  set_color (self, SP_PDF_LIGHT);
  cairo_rectangle (self->cr, get_left (self), self->y + 2, get_width (self), 0.6);
  cairo_fill (self->cr);
  self->y += 4;
}

/* Makes the place where the next thing begins one that links can lead to. */
void
sp_pdf_canvas_add_destination (SpPdfCanvas *self, const char *destination)
{
  g_autofree char *attributes
    = g_strdup_printf ("name='%s' x=%d y=%d", destination, (int) MARGIN, (int) self->y - 12);

  begin_tag (self, CAIRO_TAG_DEST, attributes);
  end_tag (self, CAIRO_TAG_DEST);
}

/* A heading of the first order, in the outline too, never left alone at the end of a page. */
void
sp_pdf_canvas_begin_section (SpPdfCanvas *self, const char *destination, const char *title)
{
  const SpPdfStyle style
    = { .tag = "H1", .size = SECTION_SIZE, .space = 22, .bold = TRUE, .color = SP_PDF_BLACK };
  g_autofree char *attributes = g_strdup_printf ("dest='%s'", destination);

  sp_pdf_canvas_keep_together (self, 110);
  sp_pdf_canvas_add_destination (self, destination);
  sp_pdf_canvas_add_paragraph (self, &style, NULL, title, NULL);
  sp_pdf_canvas_add_space (self, 4);
  if (self->bytes != NULL)
    cairo_pdf_surface_add_outline (self->surface, CAIRO_PDF_OUTLINE_ROOT, title, attributes, 0);
}
