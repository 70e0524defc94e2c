/// How much room text takes on a terminal: Japanese characters are two columns wide.
public enum TextColumns {
  /// The number of columns that `text` takes on a terminal.
  public static func width(of text: some StringProtocol) -> Int {
    text.reduce(0) { $0 + width(of: $1) }
  }

  /// The number of columns of one character: 0, 1 or 2.
  ///
  /// Wide are the ranges that Unicode's East Asian Width calls wide and full-width, and the signs of this practice
  /// (○ △ ■ …), which are "ambiguous" and which Japanese terminals draw wide.
  public static func width(of character: Character) -> Int {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    // The half-width voicing marks take a column of their own (ﾊﾟ), though they belong to the character before.
    let marks = character.unicodeScalars.dropFirst().count { (0xFF9E...0xFF9F).contains($0.value) }
    return width(of: scalar) + marks
  }

  /// The same where signs of ambiguous width take one column, as most terminals of today draw them by default.
  public static func narrowWidth(of text: some StringProtocol) -> Int {
    text.reduce(0) { $0 + ($1.unicodeScalars.first.map(isAmbiguous) == true ? 1 : width(of: $1)) }
  }

  private static func isAmbiguous(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x25A0...0x25FF, 0x2605...0x2606, 0x2190...0x2193, 0x203B: true
    default: false
    }
  }

  private static func width(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x300..<0x370, 0x200B...0x200F, 0xFE00...0xFE0F: return 0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    default: return isAmbiguous(scalar) ? 2 : 1
    }
  }

  /// `text` with spaces after it (before it, if `trailing`) so that it takes `columns`; longer text stays.
  public static func padded(_ text: String, to columns: Int, trailing: Bool = false) -> String {
    let space = String(repeating: " ", count: max(0, columns - width(of: text)))
    return trailing ? space + text : text + space
  }

  /// `text` broken into lines of at most `columns`: between words, and in Japanese between characters, but never
  /// before a closing mark or after an opening one. Words longer than a line stay whole.
  public static func wrapped(_ text: String, to columns: Int) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { wrappedLine($0, to: columns) }
  }

  private static func wrappedLine(_ text: Substring, to columns: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for piece in pieces(text) {
      let wide = width(of: piece)
      let bare = piece.last == " " ? wide - 1 : wide
      if used + bare > columns, !line.isEmpty {
        lines.append(trimmingEnd(line))
        line = ""
        used = 0
      }
      line += piece
      used += wide
    }
    lines.append(trimmingEnd(line))
    return lines
  }

  /// The parts that a line may break between; a space stays with what stands before it.
  private static func pieces(_ text: Substring) -> [Substring] {
    var pieces: [Substring] = []
    var start = text.startIndex
    var index = text.startIndex
    while index < text.endIndex {
      let next = text.index(after: index)
      if next == text.endIndex || mayBreak(after: text[index], before: text[next]) {
        pieces.append(text[start..<next])
        start = next
      }
      index = next
    }
    return pieces
  }

  private static let closing: Set<Character> = [
    "。", "、", "，", "．", "）", "」", "』", "】", "〉", "》", "・", "：", "？", "！", "ー", "々", "ゃ", "ゅ", "ょ", "っ", "ぁ",
    "ぃ", "ぅ", "ぇ", "ぉ", "〜", "…", ")", ",", ".", ":", "?", "!", "’",
  ]
  private static let opening: Set<Character> = ["（", "「", "『", "【", "〈", "《", "(", "‘"]

  private static func mayBreak(after a: Character, before b: Character) -> Bool {
    if a == " " { return b != " " }
    if b == " " || closing.contains(b) || opening.contains(a) { return false }
    if isKatakana(a), isKatakana(b) { return false }
    return width(of: a) == 2 || width(of: b) == 2
  }

  /// Words in katakana are mostly borrowed ones, and read badly in two parts.
  private static func isKatakana(_ character: Character) -> Bool { ("ァ"..."ー").contains(character) }

  private static func trimmingEnd(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }
}
