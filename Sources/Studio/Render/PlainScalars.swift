/// Text of Latin letters, figures, kana and Chinese characters, nearly all there is in a session. Unicode has one form
/// only for each of them, so that they are made alike without Foundation's tables.
enum PlainScalars {
  /// The text in small letters, without blanks, or with one space for each run of them inside it; nil where it holds
  /// anything that may have several forms.
  static func folded(_ text: String, keepsBlanks: Bool) -> [Unicode.Scalar]? {
    var result: [Unicode.Scalar] = []
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x41...0x5A: result.append(Unicode.Scalar(UInt8(truncatingIfNeeded: scalar.value + 0x20)))
      case 0x21...0x7E, 0x3041...0x3096, 0x30A1...0x30FC, 0x4E00...0x9FFF: result.append(scalar)
      case 0x09...0x0D, 0x20:
        if keepsBlanks, let last = result.last, last != " " { result.append(" ") }
      default: return nil
      }
    }
    if result.last == " " { result.removeLast() }
    return result
  }
}
