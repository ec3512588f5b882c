/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _cairo cairo_t;

/**
 * SpPdfColor:
 *
 * Inks; each reaches 4.5 : 1 on white, so that words may be set in it.
 */
typedef enum
{
  SP_PDF_BLACK,
  SP_PDF_GREY,
  SP_PDF_RED,
  SP_PDF_AMBER,
  SP_PDF_GREEN,
  SP_PDF_BLUE,
  SP_PDF_LIGHT, /* areas and rules only */
} SpPdfColor;

/**
 * SpPdfStyle:
 * @tag: what the paragraph is to assistive technology: "P", "H1", "H2", "LI"
 * @size: of the letters, in points
 * @indent: from the left margin, in points
 * @space: above the paragraph, in points; none at the top of a page
 * @rule: whether a thin line runs along its left side, as beside a quote
 */
typedef struct
{
  const char *tag;
  double size;
  double indent;
  double space;
  SpPdfColor color;
  gboolean bold;
  gboolean italic;
  gboolean rule;
} SpPdfStyle;

/**
 * SpPdfCell:
 * @width: share of the line, all cells of a row together 1
 */
typedef struct
{
  const char *text;
  double width;
  gboolean right;
} SpPdfCell;

/**
 * SpPdfCanvas:
 *
 * Sets paragraphs, rows and bars one below the other on A4 pages, with the footer and page number
 * on each. The only place that knows cairo and Pango.
 */
typedef struct _SpPdfCanvas SpPdfCanvas;

SpPdfCanvas *sp_pdf_canvas_new (const char *title, const char *footer, guint n_pages);
SpPdfCanvas *sp_pdf_canvas_new_for_pages (const char *footer, guint n_pages);
void         sp_pdf_canvas_free (SpPdfCanvas *self);
GBytes      *sp_pdf_canvas_finish (SpPdfCanvas *self, guint *n_pages, GError **error);
GPtrArray   *sp_pdf_canvas_finish_pages (SpPdfCanvas *self, GError **error);
void         sp_pdf_canvas_replay (gpointer page, cairo_t *cr);
void         sp_pdf_canvas_get_page_size (double *width, double *height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpPdfCanvas, sp_pdf_canvas_free)

void sp_pdf_canvas_begin_section (SpPdfCanvas *self, const char *destination, const char *title);
void sp_pdf_canvas_add_destination (SpPdfCanvas *self, const char *destination);
void sp_pdf_canvas_add_paragraph (SpPdfCanvas *self, const SpPdfStyle *style, const char *mark,
                                  const char *text, const char *link);
void sp_pdf_canvas_add_row (SpPdfCanvas *self, const SpPdfStyle *style, const SpPdfCell *cells,
                            guint n_cells, const char *link);
void sp_pdf_canvas_add_bar (SpPdfCanvas *self, double left, double width, double value, double high,
                            SpPdfColor color);
void sp_pdf_canvas_add_grade (SpPdfCanvas *self, const char *letter, SpPdfColor color);
void sp_pdf_canvas_add_line (SpPdfCanvas *self);
void sp_pdf_canvas_add_space (SpPdfCanvas *self, double height);
void sp_pdf_canvas_keep_together (SpPdfCanvas *self, double height);
void sp_pdf_canvas_set_inset (SpPdfCanvas *self, double inset);

G_END_DECLS
