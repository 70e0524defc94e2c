import CCairo
import CPango
import Picture

/// Something to draw on: a surface of Cairo, its drawing context, and the memory its output goes to.
///
/// It cannot be copied, and ends with ``finish()``, which alone tells whether everything went well.
struct Canvas: ~Copyable {
  let context: OpaquePointer
  let surface: OpaquePointer
  private let sink: ByteSink

  /// Takes over a surface whose stream, if it has one, goes to `sink`.
  private init(surface: OpaquePointer, sink: ByteSink) throws(BackendError) {
    let status = CairoStatus(cairo_surface_status(surface))
    guard status == .success else {
      cairo_surface_destroy(surface)
      throw .cairo(status)
    }
    self.surface = surface
    self.sink = sink
    context = cairo_create(surface)
  }

  deinit {
    cairo_destroy(context)
    // The stream may still write here, and the sink is still alive.
    cairo_surface_destroy(surface)
  }

  /// A PDF file whose pages are begun by ``resize(to:)``.
  static func pdf(size: Size) throws(BackendError) -> Canvas {
    let sink = ByteSink()
    guard
      let surface = cairo_pdf_surface_create_for_stream(
        ByteSink.write, sink.pointer, size.width.points, size.height.points)
    else { throw .cairo(CairoStatus(CAIRO_STATUS_NO_MEMORY)) }
    let canvas = try Canvas(surface: surface, sink: sink)
    cairo_pdf_surface_restrict_to_version(
      surface, tellsWords ? CAIRO_PDF_VERSION_1_5 : CAIRO_PDF_VERSION_1_4)
    return canvas
  }

  /// Whether a PDF can tell which characters several glyphs stand for (`ActualText`), from PDF 1.5 on. From 1.17.6 on
  /// Cairo packs the objects of such files into streams, where PDFFinish could not edit them.
  static var tellsWords: Bool { cairo_version() < 11_706 }

  /// An SVG fragment, one unit a point.
  static func svg(size: Size) throws(BackendError) -> Canvas {
    let sink = ByteSink()
    guard
      let surface = cairo_svg_surface_create_for_stream(
        ByteSink.write, sink.pointer, size.width.points, size.height.points)
    else { throw .cairo(CairoStatus(CAIRO_STATUS_NO_MEMORY)) }
    return try Canvas(surface: surface, sink: sink)
  }

  /// Pixels: 24 bit on white, or with an alpha channel on nothing.
  static func image(width: Int, height: Int, isTransparent: Bool) throws(BackendError) -> Canvas {
    let format = isTransparent ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24
    guard let surface = cairo_image_surface_create(format, Int32(width), Int32(height)) else {
      throw .cairo(CairoStatus(CAIRO_STATUS_NO_MEMORY))
    }
    let canvas = try Canvas(surface: surface, sink: ByteSink())
    if !isTransparent {
      cairo_set_source_rgb(canvas.context, 1, 1, 1)
      cairo_paint(canvas.context)
    }
    return canvas
  }

  /// Closes the stream and hands over what was written.
  consuming func finish() throws(BackendError) -> [UInt8] {
    try check()
    cairo_surface_finish(surface)
    let status = CairoStatus(cairo_surface_status(surface))
    guard status == .success else { throw .cairo(status) }
    return sink.bytes
  }

  /// Writes the pixels as a PNG file.
  consuming func encodePNG() throws(BackendError) -> [UInt8] {
    try check()
    cairo_surface_flush(surface)
    let status = CairoStatus(cairo_surface_write_to_png_stream(surface, ByteSink.write, sink.pointer))
    guard status == .success else { throw .cairo(status) }
    return sink.bytes
  }

  /// Cairo remembers the first thing that went wrong and ignores all drawing after it.
  borrowing func check() throws(BackendError) {
    let status = CairoStatus(cairo_status(context))
    guard status == .success else { throw .cairo(status) }
  }
}

extension Canvas {
  /// Changes the colour of every dot of an image; how far it lets through what is under it stays.
  func eachDot(_ change: (UInt8, UInt8, UInt8) -> (UInt8, UInt8, UInt8)) {
    cairo_surface_flush(surface)
    guard let data = cairo_image_surface_get_data(surface) else { return }
    let width = Int(cairo_image_surface_get_width(surface))
    let height = Int(cairo_image_surface_get_height(surface))
    let stride = Int(cairo_image_surface_get_stride(surface))
    var known: [UInt32: UInt32] = [:]
    for row in 0..<height {
      let line = UnsafeMutableRawPointer(data + row * stride).assumingMemoryBound(to: UInt32.self)
      for column in 0..<width {
        let dot = line[column]
        let alpha = dot >> 24
        guard alpha > 0 else { continue }
        if let result = known[dot] {
          line[column] = result
          continue
        }
        // Cairo keeps colours multiplied by how much they cover.
        func part(_ shift: UInt32) -> UInt8 { UInt8(min(255, (dot >> shift & 0xFF) * 255 / alpha)) }
        let (red, green, blue) = change(part(16), part(8), part(0))
        func kept(_ value: UInt8) -> UInt32 { (UInt32(value) * alpha + 127) / 255 }
        let result = alpha << 24 | kept(red) << 16 | kept(green) << 8 | kept(blue)
        known[dot] = result
        line[column] = result
      }
    }
    cairo_surface_mark_dirty(surface)
  }
}
