import Picture

/// Short words on a map, such as the name of a landmark, on two lines: between two words, in Japanese where a word is
/// likely to end. A word is never cut; where there is no place to break the words stay on one line, however wide.
///
/// Pango breaks the running text of remarks and newsletters, and could break these: but it follows Unicode (UAX #14), which
/// lets Japanese break between almost any two characters, and so cuts クリニック as readily as 内科クリニック. It has a
/// dictionary for Thai only. In prose a reader is used to that; in a name of two short lines it reads as two wrong words.
/// So where a label is broken is told here, without a dictionary: words end where the script changes, after what ends
/// names of places and trades, and most compounds of Chinese characters are made of pairs. All else, how wide the lines
/// are and which characters may not begin one, is Pango's and ``BreakPlace``'s.
enum LabelLines {
  /// The words on the two lines that are narrowest; on one where nothing is gained or a word would be cut.
  static func halves(_ words: String, _ size: Double, _ type: Typesetter) -> [String] {
    let characters = Array(words)
    let hasBlanks = characters.contains(where: \.isWhitespace)
    var best = [words]
    // A second line has to be worth it.
    var least = type.width(words, size) - size * 0.5
    for cut in characters.indices.dropFirst() {
      // Whoever wrote a blank said where.
      guard !hasBlanks || characters[cut - 1].isWhitespace else { continue }
      guard let penalty = penalty(characters, cut) else { continue }
      let lines = [characters[..<cut], characters[cut...]].map { String($0).trimmed }
      let cost = (lines.map { type.width($0, size) }.max() ?? 0) + penalty * size
      if cost < least {
        least = cost
        best = lines
      }
    }
    return best
  }

  /// How much a line that ends before the character of the given index is worse than one between two words, as a share
  /// of the size of the type; nil where a word would be cut.
  private static func penalty(_ characters: [Character], _ cut: Int) -> Double? {
    let (before, after) = (characters[cut - 1], characters[cut])
    if before.isWhitespace { return after.isWhitespace ? nil : 0 }
    // One character alone looks lost.
    guard cut > 1, characters.count - cut > 1 else { return nil }
    if "-‐–/".contains(before), after.isLetter { return 0 }
    guard String.mayBreak(before, after) else { return nil }
    if "・／）」』)".contains(before) || "（「『(".contains(after) { return 0 }
    switch (Script(before), Script(after)) {
    case (.kanji, .kanji): return compound(characters, cut)
    case (.kanji, .katakana), (.katakana, .kanji), (.hiragana, .kanji), (.hiragana, .katakana): return 0.1
    // A particle stands with the word before it; a longer stretch is a word of its own.
    case (.katakana, .hiragana), (.kanji, .hiragana): return run(characters, from: cut).count > 2 ? 0.3 : nil
    case (.hiragana, .hiragana): return before == "の" && cut > 2 ? 0.5 : nil
    case (.other, .other), (.katakana, .katakana): return nil
    case (.other, _), (_, .other): return 0.3
    }
  }

  /// The same within Chinese characters.
  private static func compound(_ characters: [Character], _ cut: Int) -> Double? {
    let (before, after) = (characters[cut - 1], characters[cut])
    let run = run(characters, from: cut)
    let ahead = cut - run.lowerBound
    let behind = run.upperBound - cut
    guard ahead > 1, behind > 1 else { return nil }
    if "市区町村郡県府都".contains(before), !"民役場立営街内会長道".contains(after) { return 0.15 }
    if "目所員店院校館園場会業街".contains(before), !"員長主業".contains(after) { return 0.15 }
    return ahead.isMultiple(of: 2) ? 0.6 : nil
  }

  /// The stretch of one script around the given index.
  private static func run(_ characters: [Character], from index: Int) -> Range<Int> {
    let script = Script(characters[index])
    var first = index
    while first > 0, Script(characters[first - 1]) == script { first -= 1 }
    let last = characters[index...].firstIndex { Script($0) != script } ?? characters.count
    return first..<last
  }

  private enum Script {
    case kanji
    case hiragana
    case katakana
    case other

    init(_ character: Character) {
      switch character.unicodeScalars.first?.value ?? 0 {
      case 0x3041...0x309F: self = .hiragana
      case 0x30A1...0x30FF: self = .katakana
      case 0x3005...0x3007, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF: self = .kanji
      default: self = .other
      }
    }
  }
}

extension String {
  /// Without blanks at its ends.
  fileprivate var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
