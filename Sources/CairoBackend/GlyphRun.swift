import CCairo
import CPango
import Picture

/// Glyphs side by side in one style, for those outputs that write glyphs themselves.
struct GlyphRun {
  /// One glyph at its place.
  struct Glyph {
    /// Its number in the typeface.
    var number: UInt32
    /// From the start of the line, in points.
    var x: Double
    /// Below the baseline, in points.
    var y: Double
  }

  var style: TextStyle
  var glyphs: [Glyph]
  /// Of Pango, owned by the layout.
  var font: UnsafeMutablePointer<PangoFont>
}

extension Typeset.Line {
  /// What Pango made of the line, runs of one style put together.
  var glyphRuns: [GlyphRun] {
    let scale = Double(PANGO_SCALE)
    var result: [GlyphRun] = []
    var x = 0.0
    var next = line.pointee.runs
    while let node = next {
      next = node.pointee.next
      guard let data = node.pointee.data else { continue }
      let run = data.assumingMemoryBound(to: PangoGlyphItem.self).pointee
      guard let item = run.item, let string = run.glyphs, let font = item.pointee.analysis.font,
        let style = paragraph.style(at: Int(item.pointee.offset))
      else { continue }
      var glyphs: [GlyphRun.Glyph] = []
      for index in 0..<Int(string.pointee.num_glyphs) {
        let info = string.pointee.glyphs[index]
        // Pango's sign for a character that is not drawn.
        if info.glyph != Self.empty {
          glyphs.append(
            GlyphRun.Glyph(
              number: info.glyph, x: x + Double(info.geometry.x_offset) / scale,
              y: Double(info.geometry.y_offset) / scale))
        }
        x += Double(info.geometry.width) / scale
      }
      if let last = result.last, last.style == style, last.font == font {
        result[result.count - 1].glyphs += glyphs
      } else {
        result.append(GlyphRun(style: style, glyphs: glyphs, font: font))
      }
    }
    return result
  }

  private static let empty: UInt32 = 0x0FFF_FFFF
}

/// Text in one style on one line, at its place relative to the block's origin, in points.
package struct TextRun {
  /// The characters.
  package var string: String
  /// How they look.
  package var style: TextStyle
  /// To the left end.
  package var x: Double
  /// Down to the baseline.
  package var baseline: Double
}

extension PangoTypesetter {
  /// A block taken apart into what other programs can draw; for the benchmarks.
  package func runs(of block: TextBlock) -> [TextRun] {
    typeset(block).lines.flatMap { line -> [TextRun] in
      let start = Int(line.line.pointee.start_index)
      let bytes = start..<start + Int(line.line.pointee.length)
      let text = Array(line.paragraph.text.utf8)
      return line.paragraph.runs.compactMap { run in
        let part = run.bytes.clamped(to: bytes)
        if part.isEmpty { return nil }
        var x: Int32 = 0
        var style = run.style
        style.color = block.color ?? style.color
        pango_layout_line_index_to_x(line.line, Int32(part.lowerBound), 0, &x)
        return TextRun(
          string: String(decoding: text[part], as: UTF8.self), style: style,
          x: line.x + Double(x) / Double(PANGO_SCALE), baseline: line.baseline)
      }
    }
  }
}

/// The outlines of glyphs as Cairo draws them, on a square of a thousand units.
final class GlyphOutlines {
  /// Which glyph of which typeface.
  struct Key: Hashable, Comparable {
    var weight: Weight
    var number: UInt32

    static func < (a: Key, b: Key) -> Bool {
      (a.weight.rawValue, a.number) < (b.weight.rawValue, b.number)
    }
  }

  static let unitsPerEm = 1000.0

  private var known: [Key: Path] = [:]

  /// The outline; a glyph such as the space has none.
  func outline(_ key: Key, font: UnsafeMutablePointer<PangoFont>) throws(BackendError) -> Path {
    if let outline = known[key] { return outline }
    let outline = try Self.trace(key.number, font)
    known[key] = outline
    return outline
  }

  private static func trace(
    _ glyph: UInt32, _ font: UnsafeMutablePointer<PangoFont>
  ) throws(BackendError) -> Path {
    let canvas = try Canvas.image(width: 1, height: 1, isTransparent: true)
    let scaled = pango_cairo_font_get_scaled_font(OpaquePointer(font))
    cairo_set_font_face(canvas.context, cairo_scaled_font_get_font_face(scaled))
    cairo_set_font_size(canvas.context, unitsPerEm)
    let options = cairo_font_options_create()
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_set_font_options(canvas.context, options)
    cairo_font_options_destroy(options)
    var one = cairo_glyph_t(index: UInt(glyph), x: 0, y: 0)
    cairo_new_path(canvas.context)
    cairo_glyph_path(canvas.context, &one, 1)
    guard let path = cairo_copy_path(canvas.context) else { return Path() }
    defer { cairo_path_destroy(path) }
    let status = CairoStatus(path.pointee.status)
    guard status == .success else { throw .cairo(status) }
    return Path(path.pointee)
  }
}

extension Path {
  /// Reads a path of Cairo.
  fileprivate init(_ path: cairo_path_t) {
    self.init()
    var index = 0
    while index < Int(path.num_data), let data = path.data {
      let header = data[index].header
      func point(_ offset: Int) -> Point {
        let point = data[index + offset].point
        return Point(.pt(point.x), .pt(point.y))
      }
      switch header.type {
      case CAIRO_PATH_MOVE_TO: steps.append(.move(point(1)))
      case CAIRO_PATH_LINE_TO: steps.append(.line(point(1)))
      case CAIRO_PATH_CURVE_TO: steps.append(.curve(point(1), point(2), point(3)))
      default: steps.append(.close)
      }
      index += max(1, Int(header.length))
    }
  }
}
