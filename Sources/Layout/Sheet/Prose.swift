import Picture

/// Breaks and splits running text; what Pango cannot know is where a phrase ends and where a page does.
struct Prose {
  let measurer: any TextMeasurer

  init(_ measurer: any TextMeasurer) { self.measurer = measurer }

  /// How full a line must be for the next phrase to wait for the next line; less where the line would otherwise
  /// leave a letter or two alone on the last one.
  private static let leastFill = 0.55
  private static let leastFillBeforeWidow = 0.3

  /// `string` as a block of this width in millimetres, its lines ending between phrases where that leaves no holes.
  func block(
    _ string: String, _ style: TextStyle, width: Double, alignment: TextAlignment = .leading
  ) -> TextBlock {
    let lines = string.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map {
      phrased(String($0), style, width: .mm(width))
    }
    return TextBlock(
      lines.joined(separator: "\n"), style, width: .mm(width), alignment: alignment)
  }

  /// One paragraph with line feeds where phrases end; as it was where that would leave a line too empty.
  private func phrased(_ text: String, _ style: TextStyle, width: Length) -> String {
    guard self.width(text, style) > width else { return text }
    return phrased(text, style, width: width, leastFill: Self.leastFill)
      ?? (leavesWidow(text, style, width: width)
        ? phrased(text, style, width: width, leastFill: Self.leastFillBeforeWidow) : nil) ?? text
  }

  private func phrased(_ text: String, _ style: TextStyle, width: Length, leastFill: Double) -> String? {
    var lines: [String] = []
    var line = ""
    for phrase in PhraseBreaks.phrases(of: text) {
      let longer = line + phrase
      if self.width(longer.trimmedEnd, style) <= width {
        line = longer
        continue
      }
      guard !line.isEmpty, self.width(line, style) >= width * leastFill,
        self.width(String(phrase).trimmedEnd, style) <= width
      else { return nil }
      lines.append(line.trimmedEnd)
      line = String(phrase)
    }
    return (lines + [line]).joined(separator: "\n")
  }

  /// Whether the last line, broken between any two characters, has two or fewer.
  private func leavesWidow(_ text: String, _ style: TextStyle, width: Length) -> Bool {
    func lines(_ text: String) -> Int {
      measurer.extent(of: TextBlock(text, style, width: width)).lines
    }
    return lines(String(text.dropLast(2))) < lines(text)
  }

  private func width(_ string: String, _ style: TextStyle) -> Length {
    measurer.extent(of: TextBlock(string, style)).logical.width
  }

  func height(_ block: TextBlock) -> Double {
    block.string.isEmpty ? 0 : measurer.extent(of: block).logical.height.mm
  }

  /// Cuts `string` so that the first part is at most `height` millimetres high; it ends with a phrase where one ends
  /// in its last quarter. The first part is empty where not even a line fits; the second where everything does.
  func split(
    _ string: String, _ style: TextStyle, width: Double, height: Double
  ) -> (head: String, tail: String) {
    func fits(_ text: String) -> Bool { self.height(block(text, style, width: width)) <= height + 0.001 }
    if fits(string) { return (string, "") }
    let characters = Array(string)
    var low = 0
    var high = characters.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if fits(String(characters[..<middle])) { low = middle } else { high = middle }
    }
    guard low > 0 else { return ("", string) }
    var cut = low
    var position = 0
    for phrase in PhraseBreaks.phrases(of: string) {
      position += phrase.count
      guard position <= low else { break }
      if position * 4 >= low * 3 { cut = position }
    }
    let head = String(characters[..<cut]).trimmedEnd
    return (head, String(characters[cut...].drop { $0.isWhitespace }))
  }
}

extension String {
  /// Without blanks at its end.
  var trimmedEnd: String {
    var result = self
    while result.last?.isWhitespace == true { result.removeLast() }
    return result
  }
}
