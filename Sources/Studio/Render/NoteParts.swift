/// The parts of a note by which it is told as well as by the whole: its sentences, their clauses, and what is left of a
/// clause where somebody changed its beginning or its end.
///
/// 膝が悪く、透析に通う。 is told by 透析に通う. A part counts where it is long enough to tell something; what is shorter is in
/// half of all texts.
struct NoteParts {
  /// A part, with what it is a part of.
  struct Part: Hashable {
    /// The words, without the marks at their ends.
    var text: String
    /// In what it is looked for: itself, or pieces of it.
    var forms: [String]
    /// The place in ``parts`` of the part in which it stands; nil for a part of the note alone.
    var whole: Int?
  }

  /// The parts, each behind the one it is a part of.
  private(set) var parts: [Part] = []

  /// The parts of a note; none of one that has one part only is the note itself again.
  init(_ note: String) {
    let own = Self.letters(note)
    var places: [[Unicode.Scalar]: Int] = [:]
    func add(_ text: Substring, of whole: Int?) -> Int? {
      let letters = Self.letters(text)
      if letters == own { return whole }
      guard Self.isTelling(text, letters) else { return whole }
      if let known = places[letters] { return known }
      parts.append(Part(text: Self.trimmed(text), forms: [String(text)], whole: whole))
      places[letters] = parts.count - 1
      return parts.count - 1
    }
    for sentence in note.split(whereSeparator: Self.ends.contains) {
      let sentencePlace = add(sentence, of: nil)
      for clause in sentence.split(whereSeparator: Self.parts.contains) {
        let place = add(clause, of: sentencePlace)
        // Blanks part only what is not written in words.
        if clause.unicodeScalars.contains(where: Self.isJapanese) {
          for piece in clause.split(whereSeparator: \.isWhitespace) { _ = add(piece, of: place) }
        }
        let pieces = Self.pieces(of: clause)
        if !pieces.isEmpty {
          parts.append(Part(text: Self.trimmed(clause), forms: pieces, whole: place))
        }
      }
    }
  }

  private static let ends: Set<Character> = [
    "。", "．", "｡", ".", "!", "！", "?", "？", ";", "；", "\n", "\r", "\r\n",
  ]
  private static let parts: Set<Character> = [
    "、", "､", ",", "，", "・", "･", ":", "：", "(", ")", "（", "）", "「", "」", "『", "』", "[", "]", "【", "】", "/",
    "／",
    "…", "—", "–", "→", "＝", "=", "\t",
  ]

  /// The characters that count where notes are compared.
  private static func letters(_ text: some StringProtocol) -> [Unicode.Scalar] {
    WordIndex.Letters(NameSpelling.folded(String(text))).scalars
  }

  private static func trimmed(_ text: Substring) -> String {
    String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }

  private static func isJapanese(_ scalar: Unicode.Scalar) -> Bool {
    NameSpelling.isHan(scalar) || NameSpelling.isKana(scalar)
  }

  /// Four characters of Japanese of which one is Chinese, six in kana alone, eight letters.
  private static func isTelling(_ text: Substring, _ letters: [Unicode.Scalar]) -> Bool {
    if letters.contains(where: NameSpelling.isHan) { return letters.count >= 4 }
    if letters.contains(where: NameSpelling.isKana) { return letters.count >= 6 }
    return letters.count(where: { !WordIndex.isDigit($0) }) >= 8
  }

  /// Runs of so many characters of Japanese, some of them Chinese, or of so many words tell a clause whose ends were changed:
  /// 膝が悪く透析に通っている.
  private static func pieces(of clause: Substring) -> [String] {
    let letters = letters(clause)
    if letters.contains(where: isJapanese) {
      return Self.runs.flatMap { length, least -> [String] in
        guard letters.count > length else { return [] }
        return (0...letters.count - length).map { letters[$0..<$0 + length] }
          .filter { $0.count(where: NameSpelling.isHan) >= least }
          .map { String(String.UnicodeScalarView($0)) }
      }
    }
    let split = clause.split(whereSeparator: \.isWhitespace)
    return wordRuns.flatMap { count, least -> [String] in
      guard split.count > count else { return [] }
      return (0...split.count - count).map { split[$0..<$0 + count].joined(separator: " ") }
        .filter { $0.count >= least }
    }
  }

  /// How many characters, and how many of them are Chinese.
  private static let runs = [(length: 8, least: 2), (7, 4)]
  /// How many words, and how many characters they have with their blanks.
  private static let wordRuns = [(count: 4, least: 18), (5, 20)]

  /// The words of a note that say what it is about: 透析, リウマチ, wheelchair. Beside the id of a house they tell of it.
  static func topics(of note: String) -> [String] {
    var topics: [String] = []
    var run: [Unicode.Scalar] = []
    var kind = 0
    func end() {
      let least = [Int.max, 2, 3, 5][kind]
      if run.count >= least { topics.append(String(String.UnicodeScalarView(run))) }
      run = []
    }
    for scalar in NameSpelling.folded(note) + [" "] {
      let next =
        NameSpelling.isHan(scalar)
        ? 1
        : ("ァ"..."ー").contains(scalar)
          ? 2 : WordIndex.isOfWord(scalar) && !WordIndex.isDigit(scalar) ? 3 : 0
      if next != kind {
        end()
        kind = next
      }
      if next > 0 { run.append(scalar) }
    }
    return topics
  }
}
