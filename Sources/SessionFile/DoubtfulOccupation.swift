import Diagnostics

/// Words that would be taken for an occupation, though they say where somebody is or what will happen.
enum DoubtfulOccupation {
  /// What to write instead; nil where the word may well be an occupation.
  static func hint(for word: Word) -> Phrase? {
    if elsewhere.contains(word.scalars) {
      return Phrase(
        ja: "今はよそに住んでいるなら「他出 \(word.text)」と書いてください。",
        en: "If they live elsewhere, write: away \(word.text).")
    }
    if gone.contains(word.scalars) {
      return Phrase(
        ja: "亡くなった人は書きません。その人を消してください。もうだれもいない家は「空き家」です。",
        en: "Who has passed away is not written: leave them out. A house nobody is left in is: vacant.")
    }
    if let not = negated.first(where: { holds($0.letters, word) }) { return not.hint }
    if Words.states[word.scalars] == .vacant || emptyLots.contains(word.scalars) { return ofHouse }
    if isHappening(word) || happens.contains(word.scalars) || holdsYear(word) { return plans }
    if !word.folded.contains(where: { $0.isLetter || $0.isNumber }) {
      return ofHouse
    }
    return nil
  }

  /// Whether a part of the word says that something happens. Letters of one form only are compared as they stand, which
  /// nearly all words of a table are.
  private static func isHappening(_ word: Word) -> Bool {
    let scalars = word.scalars
    guard scalars.allSatisfy({ $0.hasOneForm }) else {
      return happening.contains(where: word.folded.contains)
    }
    return happeningScalars.contains { part in scalars.indices.contains { scalars.holds(part, at: $0) } }
  }

  /// Whether a word says that somebody comes back, so that it is no place where they live.
  static func isReturning(_ word: Word) -> Bool {
    returning.contains { part in word.scalars.indices.contains { word.scalars.holds(part, at: $0) } }
  }

  /// Whether a year stands within the word: 2026卒業 says that something happens.
  private static func holdsYear(_ word: Word) -> Bool {
    let scalars = word.scalars
    guard let digit = scalars.firstIndex(where: \.isDigit), let year = YearText.digits(scalars, at: digit)
    else { return false }
    return year.end - digit == 4 && (1900...2100).contains(year.value)
  }

  /// A dash in the place of an occupation says that there is none; other signs part one person from the next.
  static func isSeparator(_ word: Word) -> Bool {
    word.scalars.allSatisfy { "-–—―ー−‐/・･:、".unicodeScalars.contains($0) }
  }

  private static func holds(_ letters: [Unicode.Scalar], _ word: Word) -> Bool {
    word.scalars.indices.contains { word.scalars.holds(letters, at: $0) }
  }

  private static let emptyLots: WordSet = WordSet(
    Words.houseKinds.entries.filter { $0.value == .emptyLot }.flatMap(\.words))
  private static let ofHouse = Phrase(
    ja: "人には ○72 農業 のように、印、年齢、職業を書きます。空き家は家の id の後ろに「空き家」とだけ書きます。",
    en: "A person is a sign, an age and an occupation, as ○72 farmer. Of a vacant house write only: vacant.")

  /// What somebody will not do, with what is written instead.
  private static let negated: [(letters: [Unicode.Scalar], hint: Phrase)] = [
    (["出ない", "出ません", "転出しない", "離れない"], staying), (["残らない", "残りません", "継がない", "継ぎません"], leaving),
    (["戻らない", "戻りません", "帰らない", "帰りません", "戻ってこない"], nothing),
    (["結婚しない"], nothing),
  ].flatMap { words, hint in words.map { (Array($0.unicodeScalars), hint) } }
  private static let staying = Phrase(
    ja: "ここに住みつづけるなら「残」と書いてください。", en: "Who goes on living here is written as: stays.")
  private static let leaving = Phrase(
    ja: "この家を出るなら「2035出」のように、出る年を書いてください。",
    en: "Who will leave is written with the year: leaves 2035.")
  private static let nothing = Phrase(
    ja: "しないことは書かなくてかまいません。その言葉を消してください。",
    en: "What somebody will not do need not be written: leave it out.")

  private static let elsewhere: WordSet = [
    "施設", "入院", "入院中", "施設入所", "入所", "入所中", "単身赴任", "下宿", "別居", "海外赴任",
  ]
  private static let gone: WordSet = [
    "亡", "故人", "死亡", "他界", "逝去", "亡くなった", "亡くなる", "deceased", "dead", "died",
  ]
  private static let returning = ["戻", "帰る", "帰って", "年後"].map { Array($0.unicodeScalars) }
  private static let happening = [
    "他出", "出る", "出て", "戻る", "戻り", "戻って", "帰る", "帰って", "残る", "残って", "に住", "在住", "年後", "年に", "継ぐ",
  ]
  private static let happeningScalars = happening.map { Array($0.unicodeScalars) }
  private static let happens: WordSet = [
    "結婚", "結婚予定", "lives", "living", "moves", "moving", "leaving", "returning", "coming",
  ]
  private static let plans = Phrase(
    ja: "これから起こることなら 2026出、残、2035戻、2031婚、2038施設 のように年を添えて、よそに住む人は「他出 大阪」と書きます。",
    en:
      "What will happen is written with its year: leaves 2026, stays, returns 2035, marries 2031, care 2038; who lives elsewhere: away Osaka."
  )
}
