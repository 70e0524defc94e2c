import Foundation

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
    let range = (range ?? 0..<count).clamped(to: 0..<count)
    guard let first = needle.first, range.count >= needle.count else { return nil }
    return withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return nil }
      let last = range.upperBound - needle.count
      var at = range.lowerBound
      while at <= last, let found = memchr(base + at, Int32(first), last - at + 1) {
        at = UnsafeRawPointer(found) - base
        if memcmp(base + at, needle, needle.count) == 0 { return at..<at + needle.count }
        at += 1
      }
      return nil
    }
  }

  /// The bytes of `range` as text; what is not UTF-8 becomes U+FFFD.
  func text(_ range: Range<Int>) -> String { String(decoding: self[range], as: UTF8.self) }

  /// The number that is written in hexadecimal digits in `range`; nil where there is anything else.
  func hexadecimal(_ range: Range<Int>) -> UInt32? {
    var value: UInt32 = 0
    for byte in self[range] {
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - 0x30
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - 0x57
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - 0x37
      default: return nil
      }
      value = value << 4 | UInt32(digit)
    }
    return value
  }
}
