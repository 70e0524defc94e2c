extension [UInt8] {
  /// Where `text` begins for the last time, within `range`.
  func lastRange(of text: String, in range: Range<Int>? = nil) -> Range<Int>? {
    let needle = Array(text.utf8)
    let range = range ?? 0..<count
    guard let first = needle.first, range.count >= needle.count else { return nil }
    var index = range.upperBound - needle.count
    while index >= range.lowerBound {
      if self[index] == first, self[index..<index + needle.count].elementsEqual(needle) {
        return index..<index + needle.count
      }
      index -= 1
    }
    return nil
  }

  /// Where `text` begins for the first time, within `range`.
  func firstRange(of text: String, in range: Range<Int>? = nil) -> Range<Int>? {
    let needle = Array(text.utf8)
    let range = range ?? 0..<count
    guard let first = needle.first, range.count >= needle.count else { return nil }
    for index in range.lowerBound...range.upperBound - needle.count where self[index] == first {
      if self[index..<index + needle.count].elementsEqual(needle) { return index..<index + needle.count }
    }
    return nil
  }

  /// The bytes of `range` as text; what is not UTF-8 becomes U+FFFD.
  func text(_ range: Range<Int>) -> String { String(decoding: self[range], as: UTF8.self) }
}
