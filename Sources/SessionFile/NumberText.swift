import Workshop

/// Numbers as people type them.
enum NumberText {
  /// A whole number in either width, followed by one of `units` or nothing; up to nine digits.
  static func integer(_ text: String, units: [String] = []) -> Int? {
    var word = text.folded.trimmed
    for unit in units where word.hasSuffix(unit) {
      word = String(word.dropLast(unit.count)).trimmed
      break
    }
    let digits = word.hasPrefix("-") || word.hasPrefix("+") ? word.dropFirst() : word[...]
    guard !digits.isEmpty, digits.utf8.count <= 9, digits.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else {
      return nil
    }
    return Int(word)
  }

  /// A number in either width: digits, at most one point, a sign; nothing else (no `1e9`, no `.inf`).
  static func decimal(_ text: String) -> Double? {
    let word = text.folded.trimmed
    let scalars = Array(word.unicodeScalars)
    guard let found = decimalPrefix(scalars, at: 0), found.end == scalars.count else { return nil }
    return found.value
  }

  /// The number that `scalars` hold from `start` on, and where it ends.
  static func decimalPrefix(_ scalars: [Unicode.Scalar], at start: Int) -> (value: Double, end: Int)? {
    var index = start
    var digits = 0
    var seenPoint = false
    if index < scalars.count, scalars[index] == "-" || scalars[index] == "+" || scalars[index] == "−" {
      index += 1
    }
    while index < scalars.count {
      if scalars[index].isDigit {
        digits += 1
      } else if scalars[index] == ".", !seenPoint {
        seenPoint = true
      } else {
        break
      }
      index += 1
    }
    guard digits > 0, index - start <= 20 else { return nil }
    let text = String(String.UnicodeScalarView(scalars[start..<index].map { $0 == "−" ? "-" : $0 }))
    guard let value = Double(text), value.isFinite else { return nil }
    return (value, index)
  }
}

/// A point written in words: `120,40`, `１２０，４０`, `(120, 40)`.
enum PointText {
  /// A list of points whose brackets and commas are full-width, which is a text to YAML, as points parted by blanks:
  /// ［［０，６０］，［９０，５５］］. Everything stays where it was.
  static func listed(_ text: String) -> String {
    var scalars = Array(text.unicodeScalars)
    let folded = scalars.map(\.folded)
    guard folded.first == "[", folded.last == "]", folded.dropFirst().contains("[") else { return text }
    var depth = 0
    for (index, scalar) in folded.enumerated() {
      if scalar == "]" { depth -= 1 }
      let isBetween = depth == 1 && (scalar == "," || scalar == "、")
      if depth == 0 || isBetween { scalars[index] = " " }
      // Within a point a blank would part it.
      if scalar == "[" { depth += 1 }
    }
    return String(String.UnicodeScalarView(scalars))
  }

  /// The point that `scalars` (folded) begin with, and where it ends.
  static func prefix(_ scalars: [Unicode.Scalar]) -> (point: SheetPoint, end: Int)? {
    var index = 0
    let closing: Unicode.Scalar? =
      switch scalars.first {
      case "(": ")"
      case "[": "]"
      default: nil
      }
    if closing != nil { index += 1 }
    func skipBlanks() { while index < scalars.count, scalars[index] == " " { index += 1 } }
    skipBlanks()
    guard let x = NumberText.decimalPrefix(scalars, at: index) else { return nil }
    index = x.end
    skipBlanks()
    guard index < scalars.count, [",", "、", "，"].contains(scalars[index]) else { return nil }
    index += 1
    skipBlanks()
    guard let y = NumberText.decimalPrefix(scalars, at: index) else { return nil }
    index = y.end
    if let closing {
      skipBlanks()
      guard index < scalars.count, scalars[index] == closing else { return nil }
      index += 1
    }
    guard index == scalars.count || scalars[index] == " " else { return nil }
    return (SheetPoint(x: x.value, y: y.value), index)
  }
}
