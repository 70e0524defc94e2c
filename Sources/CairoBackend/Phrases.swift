/// Where a Japanese line had better be broken: between phrases (文節), not inside a word.
///
/// A rule of thumb that needs no dictionary. A phrase begins where kana end and something else begins (町を|歩く),
/// after を, and after a comma or a full stop. Okurigana inside a compound (空き家, 取り組む) and the polite お・ご (お祭り) do
/// not begin one.
enum Phrases {
  /// Stretches of bytes, each a phrase of two or more characters, that are better kept on one line. Phrases of
  /// more than `longest` characters are broken as any text is.
  static func stretches(of text: String, longest: Int) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    var count = 0
    var position = 0
    var recent: [Kind] = []
    func close() {
      if count >= 2, count <= longest { result.append(start..<position) }
      start = position
      count = 0
    }
    for character in text {
      let kind = Kind(character)
      if begins(kind, after: recent) { close() }
      count += 1
      position += character.utf8.count
      recent = recent.suffix(1) + [kind]
    }
    close()
    return result
  }

  /// The words in katakana, by their bytes, of two characters and at most `longest`.
  static func katakana(of text: String, longest: Int) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var (start, count, position) = (0, 0, 0)
    func close() {
      if count >= 2, count <= longest { result.append(start..<position) }
      count = 0
    }
    for scalar in text.unicodeScalars {
      if ("ァ"..."ヺ").contains(scalar) || scalar == "ー" {
        if count == 0 { start = position }
        count += 1
      } else {
        close()
      }
      position += scalar.utf8.count
    }
    close()
    return result
  }

  private static func begins(_ kind: Kind, after recent: [Kind]) -> Bool {
    guard let last = recent.last else { return false }
    switch (last, kind) {
    case (_, .closing): return false
    case (.closing, _), (.space, _), (_, .space), (.object, _): return true
    case (.opening, _), (.polite, .kanji): return false
    case (.okurigana, .kanji): return recent.first != .kanji
    case (.kana, .polite), (.okurigana, .polite): return true
    case (.kana, .kanji), (.kana, .other), (.okurigana, .other), (.polite, .other): return true
    case (.kana, .opening), (.okurigana, .opening), (.polite, .opening): return true
    default: return false
    }
  }

  private enum Kind {
    /// A kana that may stand between two characters of one word: 空き家.
    case okurigana
    /// お or ご, which belong to what follows.
    case polite
    /// を, which never stands but at the end of a phrase.
    case object
    /// Any other hiragana.
    case kana
    case kanji
    /// Katakana, letters, digits.
    case other
    /// Brackets that open.
    case opening
    /// Brackets that close, commas, full stops.
    case closing
    case space

    init(_ character: Character) {
      let scalars = character.unicodeScalars
      let first = scalars[scalars.startIndex]
      // Characters that Unicode has twice, such as those for old forms of names, are what they mean the same as.
      let isTwin = first.value >= 0xF900 && ("一"..."鿿").contains(character)
      self = isTwin ? .kanji : Kind(first)
    }

    private init(_ scalar: Unicode.Scalar) {
      switch scalar {
      case "い", "き", "ぎ", "し", "じ", "ち", "み", "り", "え", "け", "げ", "せ", "ね", "べ", "め", "れ": self = .okurigana
      case "お", "ご": self = .polite
      case "を": self = .object
      case "ぁ"..."ゟ": self = .kana
      case "一"..."鿿", "々": self = .kanji
      case "（", "「", "『", "【", "〈", "《", "〔", "(", "[": self = .opening
      case "、", "。", "，", "．", "・", "）", "」", "』", "】", "〉", "》", "〕", ")", "]", "！", "？", "：":
        self = .closing
      case " ", "　": self = .space
      default: self = .other
      }
    }
  }
}
