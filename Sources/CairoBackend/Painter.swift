import CCairo
import CPango
import Picture

/// Draws items on a canvas whose unit is the point.
struct Painter {
  let context: OpaquePointer
  let typesetter: PangoTypesetter
  let icons: IconLibrary
  /// Whether groups are told to the document's structure (PDF).
  var isTagged = false
  /// Whether an icon drawn once is painted again (PDF: one form object), or drawn anew (pixels: sharper).
  var reusesIcons = false
  /// Whether words that slant are told as a whole to programs that search for them (PDF).
  var keepsWords = false
  /// Where text of a figure waits to be drawn in better order (PDF); nil where it is drawn at once.
  var batch: TextBatch?

  func draw(_ items: [Item]) throws(BackendError) {
    for item in items { try draw(item) }
  }

  /// White specks in two corners of a sheet, smaller than any printer's dot: Cairo 1.16 takes a tag for wrongly nested
  /// where the first thing drawn on a page is a recording, as icons are. Of all that is drawn Cairo makes one region,
  /// which is done at once where the first thing reaches across the page.
  func drawSpecks(on size: Size) {
    let side = 0.01
    cairo_set_source_rgb(context, 1, 1, 1)
    cairo_rectangle(context, 0, 0, side, side)
    cairo_rectangle(context, size.width.points - side, size.height.points - side, side, side)
    cairo_fill(context)
  }

  private func draw(_ item: Item) throws(BackendError) {
    switch item {
    case .shape(let shape): draw(shape)
    case .text(let text): draw(text)
    case .icon(let icon): try draw(icon)
    case .group(let group): try draw(group)
    }
  }

  private func draw(_ group: Group) throws(BackendError) {
    guard isTagged, let role = group.role else { return try drawInside(group) }
    guard let tag = role.tag else { return try untagged.drawInside(group) }
    cairo_tag_begin(context, tag, nil)
    if role == .figure {
      // A figure is told by its words as a whole; parts of its own would hide the rest of it.
      var painter = untagged
      painter.batch = TextBatch()
      try painter.drawInside(group)
      painter.drawWaiting()
    } else {
      try drawInside(group)
    }
    cairo_tag_end(context, tag)
  }

  private func drawInside(_ group: Group) throws(BackendError) {
    guard let clip = group.clip else { return try draw(group.items) }
    drawWaiting()
    cairo_save(context)
    trace(clip)
    cairo_clip(context)
    try draw(group.items)
    drawWaiting()
    cairo_restore(context)
  }

  private func drawWaiting() {
    for entry in batch?.take() ?? [] { drawNow(entry.text, entry.typeset) }
  }

  /// Before something is drawn inside `box`, draws the texts that it may cover.
  private func makeWay(for box: Rect?) {
    if let batch, let box, batch.isInTheWay(box) { drawWaiting() }
  }

  private var untagged: Painter {
    var painter = self
    painter.isTagged = false
    return painter
  }

  /// The figures among items, in the order in which they are told to the document's structure.
  static func figures(_ items: [Item]) -> [Group] {
    items.flatMap { item -> [Group] in
      guard case .group(let group) = item else { return [] }
      return switch group.role {
      case .figure: [group]
      case .artifact: []
      default: figures(group.items)
      }
    }
  }

  private func draw(_ shape: Shape) {
    if batch != nil { makeWay(for: shape.inked) }
    switch shape.fill {
    case .solid(let color):
      trace(shape.path)
      use(color)
      cairo_fill(context)
    case .hatch(let hatch): fill(shape.path, with: hatch)
    case nil: break
    }
    if let stroke = shape.stroke {
      trace(shape.path)
      draw(stroke)
    }
  }

  private func fill(_ path: Path, with hatch: Hatch) {
    if let ground = hatch.ground {
      trace(path)
      use(ground)
      cairo_fill(context)
    }
    guard let box = path.bounds else { return }
    cairo_save(context)
    trace(path)
    cairo_clip(context)
    trace(hatch.lines(over: box))
    draw(Stroke(hatch.color, width: hatch.width))
    cairo_restore(context)
  }

  private func draw(_ stroke: Stroke) {
    use(stroke.color)
    cairo_set_line_width(context, stroke.width.points)
    cairo_set_line_cap(context, stroke.isRound ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT)
    cairo_set_line_join(context, stroke.isRound ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER)
    let dash = stroke.isDashed ? stroke.dash.map(\.points) : []
    cairo_set_dash(context, dash, Int32(dash.count), 0)
    cairo_stroke(context)
  }

  private func draw(_ text: PlacedText) {
    let typeset = typesetter.typeset(text.block)
    guard let batch else { return drawNow(text, typeset) }
    let box = text.bounds(typeset.extent)
    makeWay(for: box)
    if text.block.spans.count == 1 { batch.add(text, typeset, in: box) } else { drawNow(text, typeset) }
  }

  private func drawNow(_ text: PlacedText, _ typeset: Typeset) {
    cairo_save(context)
    cairo_translate(context, text.origin.x.points, text.origin.y.points)
    if text.rotation != 0 { cairo_rotate(context, text.rotation * .pi / 180) }
    if let color = text.block.color { use(color) }
    var lines = typeset.lines[...]
    while let line = lines.popFirst() {
      let readings = lines.prefix { $0.readBehind != nil }
      if isTagged, !readings.isEmpty {
        draw(line, with: Array(readings), inOneColor: text.block.color != nil)
        lines = lines.dropFirst(readings.count)
      } else if !keepsWords || text.rotation.remainder(dividingBy: 90) == 0 || !drawAsWord(line) {
        draw(line)
      }
    }
    cairo_restore(context)
    cairo_new_path(context)
  }

  /// Draws a line whose characters are told together (`ActualText`); false where it is of several typefaces or styles.
  ///
  /// Programs that search put characters together that stand on one baseline, upright or on their side. Along a slanting
  /// road each stands on its own: of 斜め道 three words of a character would be found, far apart in the order of the page.
  private func drawAsWord(_ line: Typeset.Line) -> Bool {
    let runs = line.glyphRuns
    let start = Int(line.line.pointee.start_index)
    let words = line.paragraph.text.utf8.dropFirst(start).prefix(Int(line.line.pointee.length))
    guard let run = runs.first, runs.count == 1, !run.glyphs.isEmpty else { return false }
    cairo_set_scaled_font(context, pango_cairo_font_get_scaled_font(OpaquePointer(run.font)))
    let glyphs = run.glyphs.map {
      cairo_glyph_t(index: UInt($0.number), x: line.x + $0.x, y: line.baseline + $0.y)
    }
    var cluster = cairo_text_cluster_t(num_bytes: Int32(words.count), num_glyphs: Int32(glyphs.count))
    words.map { CChar(bitPattern: $0) }.withUnsafeBufferPointer { bytes in
      cairo_show_text_glyphs(
        context, bytes.baseAddress, Int32(bytes.count), glyphs, Int32(glyphs.count), &cluster, 1,
        cairo_text_cluster_flags_t(rawValue: 0))
    }
    return true
  }

  private func draw(_ line: Typeset.Line) {
    cairo_move_to(context, line.x, line.baseline)
    pango_cairo_show_layout_line(context, line.line)
  }

  /// Draws a line part by part, each reading right behind what it stands over: programs that read pages aloud go by the
  /// order in which things were drawn.
  private func draw(_ line: Typeset.Line, with readings: [Typeset.Line], inOneColor: Bool) {
    let text = pango_layout_get_text(line.line.pointee.layout)
    var waiting = readings[...]
    var x = line.x
    func show(_ part: UnsafeMutablePointer<PangoGlyphItem>) {
      if !inOneColor, let item = part.pointee.item,
        let style = line.paragraph.style(at: Int(item.pointee.offset))
      {
        use(style.color)
      }
      cairo_move_to(context, x, line.baseline)
      pango_cairo_show_glyph_item(context, text, part)
      guard let glyphs = part.pointee.glyphs else { return }
      x += Double(pango_glyph_string_get_width(glyphs)) / Double(PANGO_SCALE)
    }
    var next = line.line.pointee.runs
    while let node = next {
      next = node.pointee.next
      guard let data = node.pointee.data,
        let rest = pango_glyph_item_copy(data.assumingMemoryBound(to: PangoGlyphItem.self))
      else { continue }
      defer { pango_glyph_item_free(rest) }
      while let reading = waiting.first, let place = reading.readBehind, let item = rest.pointee.item,
        place < Int(item.pointee.offset + item.pointee.length)
      {
        if place > Int(item.pointee.offset),
          let head = pango_glyph_item_split(rest, text, Int32(place) - item.pointee.offset)
        {
          show(head)
          pango_glyph_item_free(head)
        }
        draw(reading)
        waiting = waiting.dropFirst()
      }
      show(rest)
    }
    for reading in waiting { draw(reading) }
  }

  private func draw(_ icon: Icon) throws(BackendError) {
    let drawing = try icons.drawing(icon.name)
    guard icon.frame.width > .zero, icon.frame.height > .zero else { return }
    makeWay(for: icon.frame)
    cairo_save(context)
    cairo_translate(context, icon.frame.minX.points, icon.frame.minY.points)
    if reusesIcons {
      try drawing.paintRecording(in: icon.frame.size, on: context)
    } else {
      try drawing.draw(in: icon.frame.size, on: context)
    }
    cairo_restore(context)
  }

  private func use(_ color: Color) {
    cairo_set_source_rgb(
      context, Double(color.red) / 255, Double(color.green) / 255, Double(color.blue) / 255)
  }

  private func trace(_ path: Path) {
    cairo_new_path(context)
    for step in path.steps {
      switch step {
      case .move(let to): cairo_move_to(context, to.x.points, to.y.points)
      case .line(let to): cairo_line_to(context, to.x.points, to.y.points)
      case .curve(let a, let b, let to):
        cairo_curve_to(
          context, a.x.points, a.y.points, b.x.points, b.y.points, to.x.points, to.y.points)
      case .close: cairo_close_path(context)
      }
    }
  }
}

extension StructureRole {
  /// The tag in a PDF; decoration has none.
  fileprivate var tag: String? { self == .artifact ? nil : rawValue }
}

extension Stroke {
  /// Whether ``dash`` can be drawn: a pattern of nothing or of negative lengths is an error to Cairo.
  var isDashed: Bool {
    !dash.isEmpty && dash.allSatisfy { $0 >= .zero } && dash.contains { $0 > .zero }
  }
}
