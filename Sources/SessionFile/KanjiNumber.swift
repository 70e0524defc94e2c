/// Numbers in Chinese numerals, as elderly people write ages: `七十二`, `八〇`, `七十代`.
enum KanjiNumber {
  private static let digits = Array("〇一二三四五六七八九".unicodeScalars)

  /// Whether a scalar is part of such a number.
  static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "十" || scalar == "百" || digits.contains(scalar)
  }

  /// The number up to 199 at `start`, if it is an age: what counts years follows, or nothing. 三重 and 八百屋 are none.
  static func age(_ scalars: [Unicode.Scalar], at start: Int) -> (value: Int, end: Int)? {
    let numerals = scalars.dropFirst(start).prefix(while: isNumeral)
    guard (1...5).contains(numerals.count), numerals.first != "〇" else { return nil }
    let next = scalars[safe: numerals.endIndex]
    guard next == nil || next == "代" || next == "歳" || next == "才", let value = value(numerals) else {
      return nil
    }
    return (value, numerals.endIndex)
  }

  private static func value(_ numerals: ArraySlice<Unicode.Scalar>) -> Int? {
    let isByPlace = !numerals.contains { $0 == "十" || $0 == "百" }
    if isByPlace {
      guard numerals.count <= 3 else { return nil }
      return numerals.reduce(0) { $0 * 10 + (digits.firstIndex(of: $1) ?? 0) }
    }
    var total = 0
    var digit: Int?
    var least = Int.max
    for numeral in numerals {
      guard let unit = numeral == "百" ? 100 : numeral == "十" ? 10 : nil else {
        guard digit == nil, let found = digits.firstIndex(of: numeral), found > 0 else { return nil }
        digit = found
        continue
      }
      guard unit < least else { return nil }
      total += (digit ?? 1) * unit
      (digit, least) = (nil, unit)
    }
    return total + (digit ?? 0)
  }
}
