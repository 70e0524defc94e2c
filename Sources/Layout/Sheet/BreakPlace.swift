extension String {
  /// The largest number of characters, at most `count`, after which the text may go on in another column: between words,
  /// and in Japanese between phrases where one ends near by; never before a closing mark or after an opening one.
  func breakPlace(atMost count: Int) -> Int {
    let characters = Array(self)
    guard count < characters.count, count > 0 else { return min(count, characters.count) }
    let possible = (1...count).reversed().lazy.filter { Self.mayBreak(characters[$0 - 1], characters[$0]) }
    guard let last = possible.first else { return count }
    // A phrase that ends within the last few characters is worth a shorter line.
    let near = possible.prefix { $0 > count - 9 }
    return near.first { Self.endsPhrase(characters[$0 - 1], characters[$0]) } ?? last
  }

  private static let opening: Set<Character> = ["（", "「", "『", "［", "【", "〈", "(", "[", "{", "“", "‘"]
  private static let closing: Set<Character> = [
    "）", "」", "』", "］", "】", "〉", ")", "]", "}", "”", "’", "、", "。", "，", "．", ",", ".", "!", "?", "！", "？",
    ":", ";",
    "：", "；", "・", "ー", "々", "ぁ", "ぃ", "ぅ", "ぇ", "ぉ", "っ", "ゃ", "ゅ", "ょ", "ァ", "ィ", "ゥ", "ェ", "ォ", "ッ", "ャ",
    "ュ", "ョ",
    "%", "％",
  ]

  /// Whether a line may end between two characters, as far as these two tell.
  static func mayBreak(_ before: Character, _ after: Character) -> Bool {
    if after.isWhitespace || closing.contains(after) || opening.contains(before) { return false }
    if before.isWhitespace { return true }
    return !(before.isLatin && after.isLatin)
  }

  private static func isHiragana(_ character: Character) -> Bool {
    character.unicodeScalars.first.map { (0x3041...0x309F).contains($0.value) } ?? false
  }

  private static func endsPhrase(_ before: Character, _ after: Character) -> Bool {
    before.isWhitespace || closing.contains(before) || (isHiragana(before) && !isHiragana(after))
  }
}
