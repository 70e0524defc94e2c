import Picture

/// The words of a text that are read as one: in Latin letters, and in katakana. A narrow column is set in type in which
/// the longest of them stands on one line.
enum WholeWords {
  /// More characters than these are an address or a key, and are broken wherever the line ends.
  private static let longest = 24

  /// The words of two characters and more; a word may be parted after a hyphen or a stroke.
  static func words(of text: String) -> [String] {
    var words: [String] = []
    var word = ""
    var isKatakana = false
    func close() {
      if (2...longest).contains(word.count) { words.append(word) }
      word = ""
    }
    for character in text {
      let katakana = character.isKatakana
      guard katakana || character.isLatin else {
        close()
        continue
      }
      if katakana != isKatakana { close() }
      isKatakana = katakana
      word.append(character)
      if character == "-" || character == "/" { close() }
    }
    close()
    return words
  }

  /// How wide the widest word of `texts` is, in millimetres for a point of its size; type grows in proportion.
  static func widest(of texts: some Sequence<String>, measurer: any TextMeasurer) -> Double {
    let words = Set(texts.flatMap(words))
    // Letters are half as wide as kana, or a little more: the widest is among the first of these.
    let length = { (word: String) in Double(word.count) * (word.first?.isKatakana == true ? 1 : 0.55) }
    let longest = words.sorted { (length($0), $0) > (length($1), $1) }.prefix(8)
    let style = TextStyle(size: .pt(10), color: Theme.ink)
    return longest.map { measurer.extent(of: TextBlock($0, style)).logical.width.mm / 10 }.max() ?? 0
  }
}

extension Character {
  /// Katakana of full width, with the mark of a long vowel.
  fileprivate var isKatakana: Bool {
    unicodeScalars.first.map { ("ァ"..."ヺ").contains($0) || $0 == "ー" } ?? false
  }

  /// A letter, a digit or a mark of a word in Latin letters.
  var isLatin: Bool {
    guard let scalar = unicodeScalars.first, scalar.value < 0x2000 else { return false }
    return !isWhitespace
  }
}
