import Picture
import Workshop

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
    let whole = self.height(block(string, style, width: width))
    if whole <= height + 0.001 { return (string, "") }
    // Text is about as high as it is long.
    let guess = Int(Double(string.count) * height / whole)
    let parts = Self.cut(RichText(plain: string), near: guess) {
      self.height(block($0.plain, style, width: width)) <= height + 0.001
    }
    return parts.map { ($0.head.plain, $0.tail.plain) } ?? ("", string)
  }

  /// Cuts `text`, which does not fit, where it may be read on elsewhere: its first part is the longest of which `fits`
  /// is true. Nil where not even its first characters fit.
  ///
  /// - Parameter guess: about how many characters fit; whoever guesses well has little measured.
  static func cut(
    _ text: RichText, near guess: Int, where fits: (RichText) -> Bool
  ) -> (head: RichText, tail: RichText)? {
    let string = text.plain
    var (low, high) = (0, string.count)
    var next = guess
    var step = 1
    while high - low > 1 {
      // Between two bounds their middle is next, beyond one of them a step that grows.
      if low > 0, high < string.count { next = (low + high) / 2 }
      next = min(max(next, low + 1), high - 1)
      if fits(text.prefix(next)) {
        low = next
        next += step
      } else {
        high = next
        next -= step
      }
      step *= 2
    }
    guard low > 0 else { return nil }
    let head = text.prefix(string.breakPlace(atMost: low))
    guard !head.isEmpty else { return nil }
    return (head.trimmedEnd, text.dropping(head.plain.count))
  }
}

extension RichText {
  /// Without blanks at its end.
  fileprivate var trimmedEnd: RichText {
    var runs = runs
    while let last = runs.last, last.text.last?.isWhitespace == true {
      runs[runs.count - 1].text = last.text.trimmedEnd
      if runs[runs.count - 1].text.isEmpty { runs.removeLast() }
    }
    return RichText(runs: runs)
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
