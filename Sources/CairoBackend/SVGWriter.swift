import Foundation
import Picture

/// Writes items as SVG, one unit a millimetre: shapes as paths that staff can take apart in Inkscape, glyphs as
/// outlines kept once each, so that no machine has to have the typeface.
///
/// Written by hand and not by Cairo's own surface, whose files change with its version, count their ids over the
/// whole process and repeat each glyph for each size.
struct SVGWriter {
  let typesetter: PangoTypesetter
  let icons: IconLibrary
  let outlines: GlyphOutlines

  private var body = SVGText()
  private var clips = SVGText()
  private var clipIDs: [Path: Int] = [:]
  private var glyphs: [GlyphOutlines.Key: Path] = [:]
  private var iconNames: Set<String> = []
  private var figures = 0
  /// Whether what is drawn is told otherwise: by its figure, or not at all.
  private var isTold = false
  /// Whether the whole file is one figure, and told as one.
  private let isFigure: Bool

  init(typesetter: PangoTypesetter, icons: IconLibrary, outlines: GlyphOutlines, isFigure: Bool = true) {
    self.isFigure = isFigure
    self.typesetter = typesetter
    self.icons = icons
    self.outlines = outlines
  }

  private static let millimetre = Length.mm(1).points

  /// What was drawn, with the definitions that it refers to before it.
  func finished() throws(BackendError) -> SVGText {
    var text = SVGText()
    text.raw("<defs>\n")
    for key in glyphs.keys.sorted() {
      guard let outline = glyphs[key] else { continue }
      text.raw("<path id=\"")
      text.id(Self.name(of: key))
      text.raw("\" d=\"")
      text.path(outline, unit: 1, decimals: 0)
      text.raw("\"/>\n")
    }
    text.append(clips)
    for name in iconNames.sorted() {
      text.raw("<g id=\"")
      text.id("icon-" + name)
      text.raw("\">")
      text.append(try icons.drawing(name).fragment())
      text.raw("</g>\n")
    }
    text.raw("</defs>\n")
    text.append(body)
    return text
  }

  mutating func draw(_ items: [Item]) throws(BackendError) {
    for item in items {
      switch item {
      case .shape(let shape): draw(shape)
      case .text(let placed): try draw(placed)
      case .icon(let icon): try draw(icon)
      case .group(let group):
        let wasTold = isTold
        begin(group)
        try draw(group.items)
        body.raw("</g>\n")
        isTold = wasTold
      }
    }
  }

  /// Begins a group with what those hear of it who cannot see: a figure in one sentence, headings and lists as such.
  private mutating func begin(_ group: Group) {
    body.raw("<g")
    if let clip = group.clip { clipped(clip) }
    defer { body.raw(">\n") }
    guard !isFigure, !isTold, let role = group.role else { return }
    switch role {
    case .figure:
      guard let words = group.alternative, !words.isEmpty else { return }
      figures += 1
      isTold = true
      body.raw(" role=\"img\" aria-labelledby=\"")
      body.id("figure\(figures)")
      body.raw("\"><desc id=\"")
      body.id("figure\(figures)")
      body.raw("\">")
      body.escaped(words)
      body.raw("</desc")
    case .artifact:
      isTold = true
      body.raw(" aria-hidden=\"true\"")
    case .heading1: body.raw(" role=\"heading\" aria-level=\"1\"")
    case .heading2: body.raw(" role=\"heading\" aria-level=\"2\"")
    case .heading3: body.raw(" role=\"heading\" aria-level=\"3\"")
    case .list: body.raw(" role=\"list\"")
    case .listItem: body.raw(" role=\"listitem\"")
    case .table: body.raw(" role=\"table\"")
    case .row: body.raw(" role=\"row\"")
    case .headerCell: body.raw(" role=\"columnheader\"")
    case .cell: body.raw(" role=\"cell\"")
    case .paragraph: break
    }
  }

  // MARK: Shapes

  private mutating func draw(_ shape: Shape) {
    guard !shape.path.steps.isEmpty else { return }
    switch shape.fill {
    case .hatch(let hatch):
      if let ground = hatch.ground { element(shape.path, fill: ground, stroke: nil) }
      if let box = shape.path.bounds {
        begin(shape.path)
        element(hatch.lines(over: box), fill: nil, stroke: Stroke(hatch.color, width: hatch.width))
        body.raw("</g>\n")
      }
      if let stroke = shape.stroke { element(shape.path, fill: nil, stroke: stroke) }
    case .solid(let color): element(shape.path, fill: color, stroke: shape.stroke)
    case nil:
      if let stroke = shape.stroke { element(shape.path, fill: nil, stroke: stroke) }
    }
  }

  private mutating func element(_ path: Path, fill: Color?, stroke: Stroke?) {
    body.raw("<path fill=\"")
    if let fill { body.color(fill) } else { body.raw("none") }
    body.raw("\"")
    if let stroke {
      body.raw(" stroke=\"")
      body.color(stroke.color)
      body.raw("\" stroke-width=\"")
      body.number(stroke.width.mm, decimals: 3)
      body.raw("\"")
      if stroke.isRound { body.raw(" stroke-linecap=\"round\" stroke-linejoin=\"round\"") }
      if stroke.isDashed {
        body.raw(" stroke-dasharray=\"")
        for (index, length) in stroke.dash.enumerated() {
          if index > 0 { body.raw(" ") }
          body.number(length.mm, decimals: 3)
        }
        body.raw("\"")
      }
      // As Cairo does it: a spike longer than ten times the line is cut.
      if !stroke.isRound { body.raw(" stroke-miterlimit=\"10\"") }
    }
    body.raw(" d=\"")
    body.path(path, unit: Self.millimetre, decimals: 2)
    body.raw("\"/>\n")
  }

  /// Begins a group outside of whose outline nothing is drawn.
  private mutating func begin(_ clip: Path) {
    body.raw("<g")
    clipped(clip)
    body.raw(">\n")
  }

  private mutating func clipped(_ clip: Path) {
    let number = clipIDs[clip] ?? clipIDs.count
    if clipIDs[clip] == nil {
      clipIDs[clip] = number
      clips.raw("<clipPath id=\"")
      clips.id("clip\(number)")
      clips.raw("\"><path d=\"")
      clips.path(clip, unit: Self.millimetre, decimals: 2)
      clips.raw("\"/></clipPath>\n")
    }
    body.raw(" clip-path=\"url(#")
    body.id("clip\(number)")
    body.raw(")\"")
  }

  // MARK: Text

  /// Words are outlines here, so that they need no typeface; they are told beside them.
  private mutating func draw(_ placed: PlacedText) throws(BackendError) {
    let isLabelled = !isFigure && !isTold && !placed.block.string.isEmpty
    if isLabelled {
      body.raw("<g role=\"img\" aria-label=\"")
      body.escaped(placed.block.string)
      body.raw("\">\n")
    }
    defer { if isLabelled { body.raw("</g>\n") } }
    for line in typesetter.typeset(placed.block).lines {
      for run in line.glyphRuns {
        try draw(run, of: line, at: placed)
      }
    }
  }

  private mutating func draw(
    _ run: GlyphRun, of line: Typeset.Line, at placed: PlacedText
  ) throws(BackendError) {
    var uses = SVGText()
    // In thousandths of the type's size; the group's transformation makes millimetres of them.
    let scale = GlyphOutlines.unitsPerEm / run.style.size.points
    for glyph in run.glyphs {
      let key = GlyphOutlines.Key(weight: run.style.weight, number: glyph.number)
      let outline = try outlines.outline(key, font: run.font)
      if outline.steps.isEmpty { continue }
      glyphs[key] = outline
      uses.raw("<use xlink:href=\"#")
      uses.id(Self.name(of: key))
      uses.raw("\"")
      let x = (glyph.x * scale).rounded()
      if x != 0 {
        uses.raw(" x=\"")
        uses.number(x, decimals: 0)
        uses.raw("\"")
      }
      let y = (glyph.y * scale).rounded()
      if y != 0 {
        uses.raw(" y=\"")
        uses.number(y, decimals: 0)
        uses.raw("\"")
      }
      uses.raw("/>")
    }
    if uses.bytes.isEmpty { return }
    body.raw("<g fill=\"")
    body.color(placed.block.color ?? run.style.color)
    body.raw("\" transform=\"translate(")
    if placed.rotation == 0 {
      pair(placed.origin.x.points + line.x, placed.origin.y.points + line.baseline)
    } else {
      pair(placed.origin.x.points, placed.origin.y.points)
      body.raw(")rotate(")
      body.number(placed.rotation, decimals: 3)
      body.raw(")translate(")
      pair(line.x, line.baseline)
    }
    body.raw(")scale(")
    body.number(run.style.size.mm / GlyphOutlines.unitsPerEm, decimals: 6)
    body.raw(")\">")
    body.append(uses)
    body.raw("</g>\n")
  }

  private mutating func pair(_ x: Double, _ y: Double) {
    body.number(x / Self.millimetre, decimals: 3)
    body.raw(" ")
    body.number(y / Self.millimetre, decimals: 3)
  }

  private static func name(of key: GlyphOutlines.Key) -> String {
    key.weight.rawValue.prefix(1) + String(key.number)
  }

  // MARK: Icons

  private mutating func draw(_ icon: Icon) throws(BackendError) {
    _ = try icons.drawing(icon.name)
    guard icon.frame.width > .zero, icon.frame.height > .zero else { return }
    iconNames.insert(icon.name)
    let side = min(icon.frame.width, icon.frame.height)
    body.raw("<use xlink:href=\"#")
    body.id("icon-" + icon.name)
    body.raw("\" transform=\"translate(")
    pair((icon.frame.midX - side / 2).points, (icon.frame.midY - side / 2).points)
    body.raw(")scale(")
    body.number(side.mm / IconDrawing.side, decimals: 6)
    body.raw(")\"/>\n")
  }
}
