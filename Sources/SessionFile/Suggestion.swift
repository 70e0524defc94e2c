import Diagnostics

/// Guesses what somebody meant to write.
enum Suggestion {
  /// A word that may have been meant, with its letters as words are compared.
  struct Candidate: Sendable {
    let word: String
    let letters: [Unicode.Scalar]

    init(_ word: String) {
      self.word = word
      letters = Array(word.asKey.unicodeScalars.prefix(64))
    }
  }

  /// The candidate nearest to `word` by letters added, dropped, changed or swapped; nil where none is near.
  static func nearest(to word: String, among candidates: [String]) -> String? {
    nearest(to: Candidate(word), among: candidates.map(Candidate.init))?.word
  }

  /// The same of words whose letters are known.
  static func nearest(to word: Candidate, among candidates: [Candidate]) -> Candidate? {
    let wanted = word.letters
    guard !wanted.isEmpty else { return nil }
    var best: (candidate: Candidate, distance: Int)?
    for candidate in candidates {
      let letters = candidate.letters
      guard abs(letters.count - wanted.count) <= 3 else { continue }
      // A third of the letters may differ; of two letters, one (家族 → 家), but not the first (農家 is no 空家).
      let allowed = max(1, max(letters.count, wanted.count) / 3)
      if letters.count == 2, wanted.count == 2, letters[0] != wanted[0], letters[0] != wanted[1] { continue }
      guard let distance = EditDistance.between(wanted, letters, atMost: allowed),
        distance < max(letters.count, wanted.count)
      else { continue }
      if distance < (best?.distance ?? .max) { best = (candidate, distance) }
    }
    return best?.candidate ?? written(wanted, outOf: candidates)
  }

  /// The shortest candidate of which `wanted` seems to be what somebody remembered: its letters in their order
  /// (気づた → 気づいたこと), or mostly its beginning (気づき).
  private static func written(_ wanted: [Unicode.Scalar], outOf candidates: [Candidate]) -> Candidate? {
    guard wanted.count >= 3, !wanted.contains(where: { $0.properties.numericType != nil }) else { return nil }
    let close = candidates.filter { candidate in
      let letters = candidate.letters
      guard letters.count > wanted.count, letters.first == wanted.first else { return false }
      var rest = wanted[...]
      for letter in letters where letter == rest.first { rest = rest.dropFirst() }
      let alike = zip(letters, wanted).prefix { $0 == $1 }.count
      return rest.isEmpty || alike * 3 >= wanted.count * 2
    }
    return close.min { $0.word.count < $1.word.count }
  }

  /// “Did you mean …?”, or nil.
  static func hint(for word: String, among candidates: [String]) -> Phrase? {
    nearest(to: word, among: candidates).map(didYouMean)
  }

  static func didYouMean(_ word: String) -> Phrase {
    Phrase(ja: "「\(word)」のことでしょうか。", en: "Did you mean `\(word)`?")
  }

  /// The words one may choose from, said in one line.
  static func choices(_ words: [String]) -> Phrase {
    let shown = words.prefix(14)
    let more = words.count > shown.count
    return Phrase(
      ja: "使えるのは \(shown.joined(separator: "、"))\(more ? " など" : "") です。",
      en: "It can be \(shown.joined(separator: ", "))\(more ? " and others" : "").")
  }
}
