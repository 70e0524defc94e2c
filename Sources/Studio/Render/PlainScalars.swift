import Foundation

/// Text of Latin letters, figures, kana and Chinese characters, nearly all there is in a session. Unicode has one form
/// only for each of them, so that they are made alike without Foundation's tables.
enum PlainScalars {
  /// Text of any letters in the form that stands for all forms of them. Twice, because Foundation turns half-width ﾀﾞ into
  /// two scalars where it should be one.
  static func composed(_ text: String) -> String {
    text.precomposedStringWithCompatibilityMapping.precomposedStringWithCanonicalMapping
  }

  /// The text as UTF-8, in small letters and without blanks, or with one space for each run of them inside it; nil
  /// where it holds anything that may have several forms.
  static func folded(_ text: String, keepsBlanks: Bool) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      guard let value = folded(scalar) else { return nil }
      switch value {
      case space: if keepsBlanks, let last = result.last, last != 0x20 { result.append(0x20) }
      case 0..<0x80: result.append(UInt8(truncatingIfNeeded: value))
      default:
        result.append(UInt8(truncatingIfNeeded: 0xE0 | value >> 12))
        result.append(UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F))
        result.append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
      }
    }
    if result.last == 0x20 { result.removeLast() }
    return result
  }

  /// The characters of the text, small letters all, with one space for each run of blanks inside it; nil where it holds
  /// anything that may have several forms.
  static func foldedScalars(_ text: String) -> [Unicode.Scalar]? {
    var result: [Unicode.Scalar] = []
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      guard let value = folded(scalar), let plain = Unicode.Scalar(value) else { return nil }
      if value == space, result.isEmpty || result.last == plain { continue }
      result.append(plain)
    }
    if result.last == " " { result.removeLast() }
    return result
  }

  private static let space: UInt32 = 0x20

  /// A small letter for a capital one, a space for a blank; nil for what may have several forms.
  private static func folded(_ scalar: Unicode.Scalar) -> UInt32? {
    switch scalar.value {
    case 0x41...0x5A: scalar.value + 0x20
    case 0x1E, 0x21...0x7E, 0x3041...0x3096, 0x30A1...0x30FC, 0x4E00...0x9FFF: scalar.value
    case 0x09...0x0D, 0x20: space
    default: nil
    }
  }

  /// Whether a text that is folded already can be searched byte by byte: nothing in it joins with its neighbours, or
  /// could be written otherwise.
  static func hasOneForm(_ folded: String) -> Bool {
    folded.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      // Marks, arrows and signs beside the letters; not the tone marks among them.
      case 0x20...0x7E, 0x2010...0x2027, 0x2190...0x21FF, 0x25A0...0x25FF, 0x3001...0x3029, 0x3041...0x3096,
        0x309D...0x30FF, 0x4E00...0x9FFF:
        true
      default: false
      }
    }
  }
}
