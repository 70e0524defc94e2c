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
    let whole = self.height(block(string, style, width: width))
    if whole <= height + 0.001 { return (string, "") }
    let characters = Array(string)
    func fits(_ count: Int) -> Bool {
      self.height(block(String(characters[..<count]), style, width: width)) <= height + 0.001
    }
    // Text is about as high as it is long: begin near there, with steps that grow.
    let guess = min(max(1, Int(Double(characters.count) * height / whole)), characters.count - 1)
    var low = 0
    var high = characters.count
    var step = 16
    if fits(guess) {
      low = guess
      while low + step < high {
        guard fits(low + step) else {
          high = low + step
          break
        }
        low += step
        step *= 2
      }
    } else {
      high = guess
      while high - step > 0 {
        guard !fits(high - step) else {
          low = high - step
          break
        }
        high -= step
        step *= 2
      }
    }
    while high - low > 1 {
      let middle = (low + high) / 2
      if fits(middle) { low = middle } else { high = middle }
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
