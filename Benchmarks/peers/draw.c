/* Draws a display list written by picture-dump as a PDF, by Cairo, Pango and librsvg directly: what the same
   picture costs without reading a session, projecting it or laying it out. Written to be quick: one layout used
   again and again, icons kept as recordings, three typefaces named by their files and no others looked at.

   cc -O2 draw.c -o draw $(pkg-config --cflags --libs cairo-pdf pangocairo pangoft2 librsvg-2.0)
   ./draw maps.txt ICONS FONTS out.pdf */

#include <cairo-pdf.h>
#include <fontconfig/fontconfig.h>
#include <librsvg/rsvg.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SIDE 64.0
#define MOST_ICONS 128

static cairo_t *cr;
static char *at;

static void fail(const char *what) {
  fprintf(stderr, "draw: %s\n", what);
  exit(1);
}

static char *word(void) {
  while (*at == ' ') at++;
  char *start = at;
  while (*at && *at != ' ') at++;
  if (*at) *at++ = 0;
  return start;
}

static double number(void) { return strtod(word(), NULL); }

static void color(void) {
  unsigned long rgb = strtoul(word(), NULL, 16);
  cairo_set_source_rgb(cr, (rgb >> 16 & 255) / 255.0, (rgb >> 8 & 255) / 255.0, (rgb & 255) / 255.0);
}

static void outline(void) {
  cairo_new_path(cr);
  while (*at) {
    char step = word()[0];
    double v[6];
    int count = step == 'C' ? 6 : step == 'Z' ? 0 : 2;
    for (int i = 0; i < count; i++) v[i] = number();
    switch (step) {
    case 'M': cairo_move_to(cr, v[0], v[1]); break;
    case 'L': cairo_line_to(cr, v[0], v[1]); break;
    case 'C': cairo_curve_to(cr, v[0], v[1], v[2], v[3], v[4], v[5]); break;
    case 'Z': cairo_close_path(cr); break;
    }
  }
}

static void stroke(void) {
  color();
  cairo_set_line_width(cr, number());
  int is_round = strcmp(word(), "round") == 0;
  cairo_set_line_cap(cr, is_round ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
  cairo_set_line_join(cr, is_round ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER);
  char *dash = word();
  double lengths[16];
  int count = 0;
  if (strcmp(dash, "-") != 0)
    for (char *part = strtok(dash, ","); part && count < 16; part = strtok(NULL, ","))
      lengths[count++] = strtod(part, NULL);
  cairo_set_dash(cr, lengths, count, 0);
  outline();
  cairo_stroke(cr);
}

static PangoLayout *layout;
static PangoFontDescription *faces[3];

static void text(void) {
  double x = number(), y = number(), turn = number(), dx = number(), dy = number(), size = number();
  char *weight = word();
  PangoFontDescription *face = faces[strcmp(weight, "bold") == 0 ? 1 : strcmp(weight, "figures") == 0 ? 2 : 0];
  color();
  pango_font_description_set_absolute_size(face, size * PANGO_SCALE);
  pango_layout_set_font_description(layout, face);
  pango_layout_set_text(layout, at, -1);
  cairo_save(cr);
  cairo_translate(cr, x, y);
  if (turn != 0) cairo_rotate(cr, turn * M_PI / 180);
  cairo_move_to(cr, dx, dy);
  pango_cairo_show_layout_line(cr, pango_layout_get_line_readonly(layout, 0));
  cairo_restore(cr);
  cairo_new_path(cr);
}

static struct { char name[64]; cairo_surface_t *surface; } icons[MOST_ICONS];
static int icon_count;

static cairo_surface_t *recording(const char *folder, const char *name) {
  for (int i = 0; i < icon_count; i++)
    if (strcmp(icons[i].name, name) == 0) return icons[i].surface;
  if (icon_count == MOST_ICONS) fail("too many icons");
  char path[4096];
  snprintf(path, sizeof path, "%s/%s.svg", folder, name);
  RsvgHandle *handle = rsvg_handle_new_from_file(path, NULL);
  if (!handle) fail(path);
  cairo_rectangle_t box = {0, 0, SIDE, SIDE};
  cairo_surface_t *surface = cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &box);
  cairo_t *inner = cairo_create(surface);
  RsvgRectangle viewport = {0, 0, SIDE, SIDE};
  rsvg_handle_render_document(handle, inner, &viewport, NULL);
  cairo_destroy(inner);
  g_object_unref(handle);
  snprintf(icons[icon_count].name, sizeof icons[icon_count].name, "%s", name);
  return icons[icon_count++].surface = surface;
}

static void icon(const char *folder) {
  cairo_surface_t *surface = recording(folder, word());
  double x = number(), y = number(), side = number();
  cairo_save(cr);
  cairo_translate(cr, x, y);
  cairo_scale(cr, side / SIDE, side / SIDE);
  cairo_set_source_surface(cr, surface, 0, 0);
  cairo_paint(cr);
  cairo_restore(cr);
}

static cairo_status_t collect(void *file, const unsigned char *data, unsigned length) {
  return fwrite(data, 1, length, file) == length ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

int main(int count, char **arguments) {
  if (count != 5) fail("draw LIST ICONS FONTS OUT");
  FcConfig *config = FcConfigCreate();
  const char *files[] = {"BIZUDPGothic-Regular.ttf", "BIZUDPGothic-Bold.ttf", "BIZUDGothic-Regular.ttf"};
  for (int i = 0; i < 3; i++) {
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", arguments[3], files[i]);
    if (!FcConfigAppFontAddFile(config, (const FcChar8 *)path)) fail(path);
  }
  FcConfigSetCurrent(config);
  PangoFontMap *map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
  pango_fc_font_map_set_config((PangoFcFontMap *)map, config);
  PangoContext *context = pango_font_map_create_context(map);
  pango_cairo_context_set_resolution(context, 72);
  pango_context_set_round_glyph_positions(context, FALSE);
  cairo_font_options_t *options = cairo_font_options_create();
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options(context, options);
  layout = pango_layout_new(context);
  faces[0] = pango_font_description_from_string("BIZ UDPGothic");
  faces[1] = pango_font_description_from_string("BIZ UDPGothic Bold");
  faces[2] = pango_font_description_from_string("BIZ UDGothic");

  FILE *list = fopen(arguments[1], "r");
  if (!list) fail(arguments[1]);
  FILE *out = fopen(arguments[4], "wb");
  if (!out) fail(arguments[4]);
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(collect, out, 595, 842);
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, NULL);
  cr = cairo_create(surface);
  char *line = NULL;
  size_t room = 0;
  ssize_t length;
  int pages = 0;
  while ((length = getline(&line, &room, list)) > 0) {
    if (line[length - 1] == '\n') line[length - 1] = 0;
    at = line;
    char *what = word();
    if (strcmp(what, "page") == 0) {
      if (pages++) cairo_show_page(cr);
      double width = number(), height = number();
      cairo_pdf_surface_set_size(surface, width, height);
      char target[32];
      snprintf(target, sizeof target, "page=%d pos=[0 0]", pages);
      cairo_pdf_surface_add_outline(surface, CAIRO_PDF_OUTLINE_ROOT, at, target, CAIRO_PDF_OUTLINE_FLAG_OPEN);
    } else if (strcmp(what, "fill") == 0) {
      color();
      outline();
      cairo_fill(cr);
    } else if (strcmp(what, "stroke") == 0) {
      stroke();
    } else if (strcmp(what, "text") == 0) {
      text();
    } else if (strcmp(what, "icon") == 0) {
      icon(arguments[2]);
    } else if (strcmp(what, "clip") == 0) {
      cairo_save(cr);
      outline();
      cairo_clip(cr);
    } else if (strcmp(what, "end") == 0) {
      cairo_restore(cr);
    } else {
      fail(what);
    }
  }
  cairo_show_page(cr);
  if (cairo_status(cr)) fail(cairo_status_to_string(cairo_status(cr)));
  cairo_surface_finish(surface);
  if (cairo_surface_status(surface)) fail(cairo_status_to_string(cairo_surface_status(surface)));
  if (fclose(out)) fail("cannot write");
  return 0;
}
