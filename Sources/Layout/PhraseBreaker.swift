import Picture

/// Breaks Japanese lines between phrases where that costs no line more, so that no word is broken off its
/// last character (増／える). The typesetter's own breaks remain where a phrase is longer than a line.
struct PhraseBreaker {
  let type: Typesetter

  /// `string` with line feeds where it is to break at `width`; unchanged where the typesetter does as well.
  func broken(_ string: String, _ style: TextStyle, width: Double) -> String {
    let size = style.size.points
    func measure(_ s: String) -> Double { type.width(s, size, style.weight) }
    guard measure(string) > width else { return string }
    let natural = type.extent(TextBlock(string, style, width: .pt(width))).lines
    var lines: [String] = []
    var line = ""
    for phrase in Self.phrases(string) {
      if !line.isEmpty && measure(line + phrase) > width {
        lines.append(line)
        line = phrase
      } else {
        line += phrase
      }
    }
    lines.append(line)
    guard lines.count <= natural, lines.allSatisfy({ measure($0) <= width }) else { return string }
    return lines.map { $0.last == " " ? String($0.dropLast()) : $0 }.joined(separator: "\n")
  }

  /// The phrases of a text: each ends after a mark of punctuation, or where hiragana is followed by another
  /// script, which in Japanese is nearly always where a word with its particle ends.
  static func phrases(_ string: String) -> [String] {
    var phrases: [String] = []
    var phrase = ""
    var last: Script = .other
    for character in string {
      let script = Script(character)
      let isStart =
        script != .closing && !phrase.isEmpty
        && ((last == .hiragana
          && (script == .kanji || script == .katakana || script == .latin || script == .opening))
          || last == .closing || last == .space || (script == .opening && last != .opening))
      if isStart {
        phrases.append(phrase)
        phrase = ""
      }
      phrase.append(character)
      last = script
    }
    if !phrase.isEmpty { phrases.append(phrase) }
    return phrases
  }

  private enum Script {
    case hiragana, katakana, kanji, latin, opening, closing, space, other

    init(_ character: Character) {
      guard let scalar = character.unicodeScalars.first else {
        self = .other
        return
      }
      switch scalar.value {
      case 0x3001, 0x3002, 0xFF0C, 0xFF0E, 0xFF09, 0x300D, 0x300F, 0x3011, 0x30FB, 0xFF01, 0xFF1F:
        self = .closing
      case 0xFF08, 0x300C, 0x300E, 0x3010: self = .opening
      case 0x3041...0x309F: self = .hiragana
      case 0x30A0...0x30FF: self = .katakana
      case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0xF900...0xFAFF, 0x3005: self = .kanji
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A:
        self = .latin
      case 0x20, 0x3000: self = .space
      default: self = .other
      }
    }
  }
}
