import Picture

/// Running text in the room there is: how high it is, and where it has to go on elsewhere.
struct Prose {
  let measurer: any TextMeasurer

  init(_ measurer: any TextMeasurer) { self.measurer = measurer }

  /// `string` as a block of this width in millimetres; Pango breaks its lines, between phrases where it can.
  func block(
    _ string: String, _ style: TextStyle, width: Double, alignment: TextAlignment = .leading
  ) -> TextBlock {
    TextBlock(string, style, width: .mm(width), alignment: alignment)
  }

  func height(_ block: TextBlock) -> Double {
    block.string.isEmpty ? 0 : measurer.extent(of: block).logical.height.mm
  }

  /// Cuts `string` so that the first part is at most `height` millimetres high: the longest that is ends where Pango
  /// ends a line. The first part is empty where not even a line fits; the second where everything does.
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
    low = string.breakPlace(atMost: low)
    let head = String(characters[..<low]).trimmedEnd
    return (head, String(characters[low...].drop { $0.isWhitespace }))
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
