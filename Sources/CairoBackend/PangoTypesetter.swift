import CPango
import Diagnostics
import Picture

/// Lays text out by Pango, for measuring and for drawing alike, so that the two always agree.
///
/// Not for sharing between threads: each thread makes its own, and all give the same answers.
public final class PangoTypesetter: TextMeasurer {
  private let library: FontLibrary
  private let characters: CharacterCheck
  private var cache: [MeasuredText: Typeset] = [:]

  /// Blocks kept; a series of maps holds about a thousand small texts.
  private static let cacheLimit = 8192

  /// Loads the typeface from the usual places.
  ///
  /// - Throws: `font-missing` where it is not installed.
  public convenience init(resources: ResourceFolder) throws(BackendError) {
    try self.init(fontFolders: FontFiles.usualFolders(beside: resources))
  }

  /// Loads the typeface from `fontFolders`, the first that has it.
  ///
  /// - Throws: `font-missing` where none has it.
  public init(fontFolders: [String]) throws(BackendError) {
    library = try FontLibrary(FontFiles(in: fontFolders))
    characters = CharacterCheck(library)
  }

  /// The room that `text` takes.
  public func extent(of text: TextBlock) -> TextExtent { typeset(text).extent }

  /// How many characters stand on the first `count` lines of `text`, without what is read over them.
  public func characters(of text: TextBlock, onFirst count: Int) -> Int? {
    typeset(text).lines.lazy.filter { $0.readBehind == nil }.prefix(count).reduce(0) { $0 + $1.string.count }
  }

  /// The text as it is broken into lines, replaced characters included.
  public func lines(of text: TextBlock) -> [String] { typeset(text).lines.map(\.string) }

  /// The characters met so far that the typeface does not have, in the order of their code points. They are
  /// drawn as 〓, the mark that Japanese typesetters put in the place of a missing sort.
  public var missingCharacters: [Character] { characters.missing.sorted() }

  /// What to tell the user about ``missingCharacters``: at most one warning.
  public var findings: [Finding] { Self.findings(forMissing: missingCharacters) }

  /// What is to be told about characters that several typesetters lacked.
  public static func findings(forMissing characters: [Character]) -> [Finding] {
    CharacterCheck.findings(for: characters)
  }

  func typeset(_ block: TextBlock) -> Typeset {
    let text = MeasuredText(block)
    if let known = cache[text] { return known }
    if cache.count >= Self.cacheLimit { cache.removeAll(keepingCapacity: true) }
    let made = make(text.plain)
    cache[text] = made
    return made
  }

  private func make(_ block: TextBlock) -> Typeset {
    var lines: [Typeset.Line] = []
    var layouts: [OpaquePointer] = []
    var logical: Rect?
    var ink: Rect?
    var firstAscent = 0.0
    var y = 0.0
    var readingCount = 0
    for var paragraph in Paragraph.split(block.spans, checkedBy: characters) {
      paragraph.isInOneColor = block.color != nil
      let layout = paragraph.layout(in: library, width: block.width, hangingIndent: block.hangingIndent)
      layouts.append(layout)
      for (index, line) in paragraph.lines(of: layout).enumerated() {
        let (ascent, descent) = paragraph.height(of: line, in: library)
        if lines.isEmpty { firstAscent = ascent }
        // With a width the origin is the upper edge, without one it is the first baseline.
        let top = block.width == nil ? y - firstAscent : y
        var inkBox = PangoRectangle()
        var box = PangoRectangle()
        pango_layout_line_get_extents(line, &inkBox, &box)
        let width = Double(box.width) / Double(PANGO_SCALE)
        let indent = index == 0 ? 0 : block.hangingIndent.points
        let x = block.offset(ofLine: width, indent: indent)
        lines.append(Typeset.Line(line: line, x: x, baseline: top + ascent, paragraph: paragraph))
        let lineBox = Rect(x: .pt(x), y: .pt(top), width: .pt(width), height: .pt(ascent + descent))
        logical = logical.map { $0.union(lineBox) } ?? lineBox
        if inkBox.width > 0, inkBox.height > 0 {
          let black = inkBox.rect.moved(x, top + ascent)
          ink = ink.map { $0.union(black) } ?? black
        }
        for reading in readings(over: line, of: paragraph, x: x, baseline: top + ascent) {
          readingCount += 1
          lines.append(reading.line)
          layouts.append(reading.layout)
          ink = ink.map { $0.union(reading.ink) } ?? reading.ink
        }
        y += ascent + descent
      }
    }
    let nothing = Rect(x: .zero, y: .zero, width: .zero, height: .zero)
    let extent = TextExtent(
      logical: logical ?? nothing, ink: ink ?? Rect(origin: (logical ?? nothing).origin, size: nothing.size),
      ascent: .pt(firstAscent), lines: lines.count - readingCount)
    return Typeset(lines: lines, extent: extent, layouts: layouts)
  }

  /// A reading set small over the characters it belongs to, and centred on them.
  private struct SetReading {
    var line: Typeset.Line
    var layout: OpaquePointer
    var ink: Rect
    /// In points.
    var width: Double
  }

  private func readings(
    over line: UnsafeMutablePointer<PangoLayoutLine>, of paragraph: Paragraph, x: Double, baseline: Double
  ) -> [SetReading] {
    let start = Int(line.pointee.start_index)
    let bytes = start..<start + Int(line.pointee.length)
    let readings: [SetReading] = paragraph.runs.compactMap { run in
      guard let reading = run.reading, bytes.contains(run.bytes.lowerBound) else { return nil }
      let style = run.style.ofReading
      guard let small = Paragraph.split([TextSpan(reading, style)], checkedBy: characters).first else {
        return nil
      }
      let layout = small.layout(in: library, width: nil, hangingIndent: .zero)
      guard let above = small.lines(of: layout).first else {
        g_object_unref(UnsafeMutableRawPointer(layout))
        return nil
      }
      var from: Int32 = 0
      var to: Int32 = 0
      pango_layout_line_index_to_x(line, Int32(run.bytes.lowerBound), 0, &from)
      pango_layout_line_index_to_x(line, Int32(min(run.bytes.upperBound, bytes.upperBound)), 0, &to)
      var inkBox = PangoRectangle()
      var box = PangoRectangle()
      pango_layout_line_get_extents(above, &inkBox, &box)
      let scale = Double(PANGO_SCALE)
      let left = x + (Double(from) + Double(to)) / 2 / scale - Double(box.width) / 2 / scale
      // Ideographs reach to 0.88 of their size above the baseline, the foot of the reading to 0.12 of its own below.
      let foot = baseline - run.style.size.points * 0.94 - style.size.points * 0.12
      return SetReading(
        line: Typeset.Line(
          line: above, x: left, baseline: foot, paragraph: small,
          readBehind: min(run.bytes.upperBound, bytes.upperBound)), layout: layout,
        ink: inkBox.rect.moved(left, foot), width: Double(box.width) / scale)
    }
    return Self.apart(readings, from: x)
  }

  /// Readings that touch no other: what is set apart at the ends of a line stands inside it, so that its reading would
  /// hang out of it or over the next.
  private static func apart(_ readings: [SetReading], from start: Double) -> [SetReading] {
    var end = start
    return readings.map { reading in
      var reading = reading
      let left = max(reading.line.x, end)
      reading.ink = reading.ink.moved(left - reading.line.x, 0)
      reading.line.x = left
      end = left + reading.width
      return reading
    }
  }
}

extension TextBlock {
  /// The colour of all of it; nil where there are several.
  var color: Color? {
    guard let color = spans.first?.style.color, spans.allSatisfy({ $0.style.color == color }) else {
      return nil
    }
    return color
  }

  /// From the block's origin to the left end of a line of this width.
  fileprivate func offset(ofLine line: Double, indent: Double) -> Double {
    guard let width = width?.points else {
      return switch alignment {
      case .leading: indent
      case .center: -line / 2
      case .trailing: -line
      }
    }
    return switch alignment {
    case .leading: indent
    case .center: indent + (width - indent - line) / 2
    case .trailing: width - line
    }
  }
}

extension PangoRectangle {
  fileprivate var rect: Rect {
    let scale = Double(PANGO_SCALE)
    return Rect(
      x: .pt(Double(x) / scale), y: .pt(Double(y) / scale), width: .pt(Double(width) / scale),
      height: .pt(Double(height) / scale))
  }
}

extension Rect {
  fileprivate func moved(_ dx: Double, _ dy: Double) -> Rect {
    Rect(origin: origin.moved(.pt(dx), .pt(dy)), size: size)
  }
}
