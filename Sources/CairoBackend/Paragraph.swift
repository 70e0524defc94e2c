import CPango
import Picture

/// Text between two line feeds, and how Pango lays it out.
struct Paragraph {
  /// A span with the place of its bytes in ``text``.
  struct Run {
    var bytes: Range<Int>
    var style: TextStyle
    /// Furigana over these bytes.
    var reading: String?
  }

  private(set) var text = ""
  private(set) var runs: [Run] = []
  /// Whether all of the block has the colour that it is drawn in; else each run has its own.
  var isInOneColor = false

  /// Cuts spans at line feeds; characters that the typeface lacks are replaced on the way.
  static func split(_ spans: [TextSpan], checkedBy characters: CharacterCheck) -> [Paragraph] {
    if spans.isEmpty { return [] }
    var paragraphs = [Paragraph()]
    for span in spans {
      let parts = span.string.lines
      for (index, part) in parts.enumerated() {
        if index > 0 { paragraphs.append(Paragraph()) }
        let string = characters.printable(part, span.style.weight)
        paragraphs[paragraphs.count - 1].append(string, span.style, span.reading)
      }
    }
    return paragraphs
  }

  private mutating func append(_ string: String, _ style: TextStyle, _ reading: String?) {
    let start = text.utf8.count
    text += string
    runs.append(Run(bytes: start..<text.utf8.count, style: style, reading: reading))
  }

  /// Makes Pango's layout; the caller releases it.
  ///
  /// A few lines are broken between phrases where that takes no more of them; running text is set close, so that its
  /// right edge is one. Where a word would leave one or
  /// two characters alone on the last line, the lines before it are made a little shorter.
  func layout(in library: FontLibrary, width: Length?, hangingIndent: Length) -> OpaquePointer {
    guard let width else { return newLayout(in: library) }
    var layout = newLayout(in: library)
    Self.setWidth(of: layout, to: width, hangingIndent)
    if pango_layout_get_line_count(layout) < 2 { return layout }

    let em = runs.map(\.style.size).max() ?? .zero
    // In a narrow column a torn word is worse than a ragged edge.
    if em > .zero, width < em * Self.narrow {
      let words = Phrases.katakana(of: text, longest: Int(width / em))
      if !words.isEmpty {
        g_object_unref(UnsafeMutableRawPointer(layout))
        layout = newLayout(in: library, keeping: words)
        Self.setWidth(of: layout, to: width, hangingIndent)
      }
    }
    let count = pango_layout_get_line_count(layout)
    let phrases =
      count > Self.mostLinesOfPhrases
      ? [] : Phrases.stretches(of: text, longest: em > .zero ? Int(min(10, width / em - 1)) : 0)
    if !phrases.isEmpty {
      let whole = newLayout(in: library, keeping: phrases)
      Self.setWidth(of: whole, to: width, hangingIndent)
      let isNoLonger = pango_layout_get_line_count(whole) == count
      g_object_unref(UnsafeMutableRawPointer(isNoLonger ? layout : whole))
      if isNoLonger { layout = whole }
    }

    var cut = em * 0.5
    let fewest = count > Self.mostLinesOfPhrases ? 3 : 2
    while endsLonely(layout, fewest), width > em * 8 {
      Self.setWidth(of: layout, to: width - cut, hangingIndent)
      cut = cut + em * 0.5
      if pango_layout_get_line_count(layout) == count, cut <= em * Self.deepestCut { continue }
      Self.setWidth(of: layout, to: width, hangingIndent)
      break
    }
    return layout
  }

  /// Columns of fewer characters than these are narrow.
  private static let narrow = 16.0

  /// A heading, a remark, an answer; more lines than these are running text.
  private static let mostLinesOfPhrases = 3

  /// Lines are made shorter by this many characters at most, so that the right edge stays an edge.
  private static let deepestCut = 5.0

  private static func setWidth(of layout: OpaquePointer, to width: Length, _ hangingIndent: Length) {
    // A little more than asked, so that text fits into the very width that was measured for it.
    pango_layout_set_width(layout, Int32((width.points * Double(PANGO_SCALE)).rounded(.up)) + 1)
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
    pango_layout_set_indent(layout, -Int32((hangingIndent.points * Double(PANGO_SCALE)).rounded()))
  }

  /// Whether the last line holds no more than `fewest` characters, and others before it.
  private func endsLonely(_ layout: OpaquePointer, _ fewest: Int) -> Bool {
    guard let last = lines(of: layout).last else { return false }
    let start = text.utf8.index(text.startIndex, offsetBy: Int(last.pointee.start_index))
    return start > text.startIndex && text[start...].count <= fewest
  }

  /// A layout on one line; phrases to keep together are named by their bytes.
  private func newLayout(in library: FontLibrary, keeping phrases: [Range<Int>] = []) -> OpaquePointer {
    // Never nil: GLib ends the program where there is no memory.
    let layout: OpaquePointer = pango_layout_new(library.context)
    pango_layout_set_text(layout, text, Int32(text.utf8.count))
    pango_layout_set_auto_dir(layout, 0)
    let attributes = pango_attr_list_new()
    for phrase in phrases {
      insert(pango_attr_allow_breaks_new(0), phrase, attributes)
    }
    let quotes = LatinQuotes.features(in: text)
    for run in runs {
      let style = run.style
      for quote in quotes where style.weight != .figures && run.bytes.contains(quote.bytes.lowerBound) {
        insert(pango_attr_font_features_new(quote.feature), quote.bytes, attributes)
      }
      let size = Int32((style.size.points * Double(PANGO_SCALE)).rounded())
      insert(pango_attr_font_desc_new(library.description(style.weight)), run.bytes, attributes)
      insert(pango_attr_size_new_absolute(size), run.bytes, attributes)
      // Without an attribute a run is drawn in the colour that the drawing context has at the moment.
      if !isInOneColor {
        insert(
          pango_attr_foreground_new(
            UInt16(style.color.red) * 257, UInt16(style.color.green) * 257, UInt16(style.color.blue) * 257),
          run.bytes, attributes)
      }
      let tracking =
        Int32((style.tracking.points * Double(PANGO_SCALE)).rounded()) + spread(run, in: library)
      if tracking != 0 { insert(pango_attr_letter_spacing_new(tracking), run.bytes, attributes) }
      // Else Pango puts a hyphen into full-width Latin that runs over a line's end.
      insert(pango_attr_insert_hyphens_new(0), run.bytes, attributes)
      insert(pango_attr_fallback_new(0), run.bytes, attributes)
      // Characters stay together under their reading.
      if run.reading != nil { insert(pango_attr_allow_breaks_new(0), run.bytes, attributes) }
    }
    pango_layout_set_attributes(layout, attributes)
    pango_attr_list_unref(attributes)
    return layout
  }

  /// How far the characters of a run are set apart, in Pango's units, so that its reading is no wider than they are and
  /// stands beside no other (JIS X 4051 lets it do so over kana only).
  private func spread(_ run: Run, in library: FontLibrary) -> Int32 {
    guard let reading = run.reading else { return 0 }
    let base = String(decoding: Array(text.utf8)[run.bytes], as: UTF8.self)
    let most = Self.width(of: reading, run.style.ofReading, in: library)
    let least = Self.width(of: base, run.style, in: library)
    return max(0, most - least) / Int32(max(1, base.count))
  }

  private static func width(of string: String, _ style: TextStyle, in library: FontLibrary) -> Int32 {
    var one = Paragraph()
    one.append(string, style, nil)
    let layout = one.newLayout(in: library)
    defer { g_object_unref(UnsafeMutableRawPointer(layout)) }
    var width: Int32 = 0
    pango_layout_get_size(layout, &width, nil)
    return width
  }

  private func insert(
    _ attribute: UnsafeMutablePointer<PangoAttribute>?, _ bytes: Range<Int>, _ list: OpaquePointer?
  ) {
    guard let attribute else { return }
    attribute.pointee.start_index = UInt32(bytes.lowerBound)
    attribute.pointee.end_index = UInt32(bytes.upperBound)
    pango_attr_list_insert(list, attribute)
  }

  /// The lines of a layout; they live as long as it does.
  func lines(of layout: OpaquePointer) -> [UnsafeMutablePointer<PangoLayoutLine>] {
    var lines: [UnsafeMutablePointer<PangoLayoutLine>] = []
    var next = pango_layout_get_lines_readonly(layout)
    while let node = next {
      if let data = node.pointee.data { lines.append(data.assumingMemoryBound(to: PangoLayoutLine.self)) }
      next = node.pointee.next
    }
    return lines
  }

  /// The style in which the character at a byte is set.
  func style(at byte: Int) -> TextStyle? {
    (runs.first { $0.bytes.contains(byte) } ?? runs.last)?.style
  }

  /// From the baseline up and down, half of the leading on either side; the largest type on the line decides.
  func height(
    of line: UnsafeMutablePointer<PangoLayoutLine>, in library: FontLibrary
  ) -> (ascent: Double, descent: Double) {
    let start = Int(line.pointee.start_index)
    let bytes = start..<start + Int(line.pointee.length)
    var onLine = runs.filter { $0.bytes.overlaps(bytes) }
    if onLine.isEmpty { onLine = Array(runs.suffix(1)) }
    var result = (ascent: 0.0, descent: 0.0)
    for run in onLine {
      let size = run.style.size.points
      let extra = size * (run.style.leading - library.ascent - library.descent) / 2
      result.ascent = max(result.ascent, size * library.ascent + extra)
      result.descent = max(result.descent, size * library.descent + extra)
    }
    return result
  }
}

extension String {
  /// What stands between line feeds; the whole where there is none.
  fileprivate var lines: [Substring] {
    let hasSeveral = unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
      default: false
      }
    }
    return hasSeveral ? split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) : [self[...]]
  }
}

extension TextStyle {
  /// How a reading over characters of this style looks.
  var ofReading: TextStyle {
    var style = self
    style.size = readingSize
    style.weight = .regular
    return style
  }
}
