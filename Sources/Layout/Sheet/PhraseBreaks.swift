/// Where a Japanese line may end without tearing a phrase: `少しずつ｜増える。`, never `増え｜る。`.
///
/// A few rules about the kinds of letters stand in for a dictionary: a phrase (bunsetsu) mostly ends where hiragana
/// is followed by anything else. They err on the side of too few places; the lines then fall back to the usual
/// breaks between any two characters.
enum PhraseBreaks {
  /// `text` cut into phrases; joined they are the text again.
  static func phrases(of text: String) -> [Substring] {
    let characters = Array(text)
    guard characters.count > 1 else { return text.isEmpty ? [] : [text[...]] }
    var cuts: [Int] = []
    for index in 1..<characters.count where isBoundary(characters, before: index) { cuts.append(index) }
    var phrases: [Substring] = []
    var start = text.startIndex
    var last = 0
    for cut in cuts + [characters.count] {
      let end = text.index(start, offsetBy: cut - last)
      phrases.append(text[start..<end])
      (start, last) = (end, cut)
    }
    return phrases
  }

  private static func isBoundary(_ text: [Character], before index: Int) -> Bool {
    let (a, b) = (text[index - 1], text[index])
    if closing.contains(b) || opening.contains(a) { return false }
    if stops.contains(a) { return true }
    if a == " " { return b != " " }
    if b == " " { return false }
    if opening.contains(b) { return Kind(a) != .latin }
    guard Kind(a) == .hiragana else { return false }
    let next = Kind(b)
    guard next != .hiragana, next != .other else { return false }
    if prefixes.contains(a), index < 2 || Kind(text[index - 2]) != .hiragana { return false }
    // One hiragana between two characters of a word (空き家, 取り組む) ends no phrase unless it is a particle.
    let isSingle = index < 2 || Kind(text[index - 2]) != .hiragana
    return !isSingle || particles.contains(a)
  }

  private enum Kind {
    case hiragana, katakana, kanji, latin, other

    init(_ character: Character) {
      guard let scalar = character.unicodeScalars.first else {
        self = .other
        return
      }
      switch scalar.value {
      case 0x3041...0x309F: self = .hiragana
      case 0x30A1...0x30FF: self = .katakana
      case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0xF900...0xFAFF, 0x3005: self = .kanji
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A:
        self = .latin
      default: self = .other
      }
    }
  }

  private static let opening: Set<Character> = ["「", "『", "（", "(", "【", "〈", "《", "“", "［"]
  private static let closing: Set<Character> = [
    "」", "』", "）", ")", "】", "〉", "》", "”", "］", "、", "。", "，", "．", ",", ".", "・", "：", "；", "！", "？", "ー",
    "〜", "%", "％",
  ]
  private static let stops: Set<Character> = [
    "：", "；", "、", "。", "，", "．", "！", "？", "」", "』", "）", "】", "・",
  ]
  private static let prefixes: Set<Character> = ["お", "ご"]
  private static let particles: Set<Character> = [
    "は", "が", "を", "に", "の", "と", "も", "へ", "で", "や", "て", "な", "か",
  ]
}
