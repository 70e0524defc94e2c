import Foundation

extension Unicode.Scalar {
  /// The half-width form of a full-width letter, digit, sign or space; every other scalar is itself.
  var folded: Unicode.Scalar {
    switch value {
    case 0xFF01...0xFF5E: Unicode.Scalar(value - 0xFEE0) ?? self
    case 0x3000, 0x00A0, 0x0009, 0x000A, 0x000D, 0x0085, 0x2028, 0x2029: " "
    default: self
    }
  }

  /// Whether it is one of 0–9.
  var isDigit: Bool { value >= 0x30 && value <= 0x39 }
  /// Whether it is one of A–Z, a–z.
  var isLatin: Bool { (0x41...0x5A).contains(value) || (0x61...0x7A).contains(value) }
  /// Itself, or the small letter of A–Z.
  var small: Unicode.Scalar {
    (0x41...0x5A).contains(value) ? Unicode.Scalar(UInt8(truncatingIfNeeded: value + 0x20)) : self
  }
}

extension String {
  /// Whether kana, kanji or full-width letters are in it; a byte that was no text (�) does not make it Japanese.
  var looksJapanese: Bool {
    unicodeScalars.contains {
      (0x3005...0x30FF).contains($0.value) || (0x3400...0x9FFF).contains($0.value)
        || (0xF900...0xFAFF).contains($0.value) || (0xFF01...0xFF9F).contains($0.value)
        || (0x20000...0x3FFFF).contains($0.value)
    }
  }

  /// The text with full-width letters, digits, signs and spaces made half-width, scalar by scalar.
  var folded: String {
    guard utf8.contains(where: { $0 >= 0x80 || $0 < 0x20 }) else { return self }
    var result = UnicodeScalarView()
    for scalar in unicodeScalars { result.append(scalar.folded) }
    return String(result)
  }

  /// How a word of a list of words is compared: half-width, small letters, without spaces around.
  var asWord: String { folded.lowercased().trimmed.withWideKana }

  /// Half-width katakana made full-width, their marks joined to them: ﾊﾞｽ is バス.
  var withWideKana: String {
    func isNarrow(_ scalar: Unicode.Scalar) -> Bool { (0xFF66...0xFF9F).contains(scalar.value) }
    guard unicodeScalars.contains(where: isNarrow) else { return self }
    var result = ""
    var rest = unicodeScalars[...]
    while let first = rest.first {
      let run = rest.prefix { isNarrow($0) == isNarrow(first) }
      result += isNarrow(first) ? String(run).precomposedStringWithCompatibilityMapping : String(run)
      rest = rest[run.endIndex...]
    }
    return result
  }

  /// How a key is compared: as a word, with `_` and a space as good as `-`.
  var asKey: String { String(asWord.map { $0 == "_" || $0 == " " ? "-" : $0 }) }

  /// Without the blanks around it, full-width ones included.
  var trimmed: String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { $0.folded != " " }),
      let last = scalars.lastIndex(where: { $0.folded != " " })
    else { return "" }
    return String(scalars[first...last])
  }
}
