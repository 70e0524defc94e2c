/// Words of notes, which are found whatever blanks and marks stand between their characters.
extension WordIndex {
  /// The passages that stand in a text; `text` are its letters, in `scalars`.
  ///
  /// - Parameter acrossTexts: whether a passage counts only where it is broken over two texts.
  func passages(
    in text: Letters, of scalars: [Unicode.Scalar], acrossTexts: Bool, _ permitted: PermittedTexts
  ) -> [PartedHit] {
    guard !passages.isEmpty, text.scalars.count >= 2 else { return [] }
    var hits: [PartedHit] = []
    var inText = PermittedCoverage(of: scalars, by: permitted)
    var inLetters = PermittedCoverage(of: text.scalars, by: permitted)
    for start in 0..<text.scalars.count - 1 {
      guard let candidates = passages[text.scalars[start], text.scalars[start + 1]] else { continue }
      for entry in candidates {
        let range = start..<start + entry.scalars.count
        guard range.upperBound <= text.scalars.count, text.scalars[range].elementsEqual(entry.scalars),
          isOfWords(range, of: text),
          !acrossTexts || text.gaps[range.dropLast()].contains(.boundary)
        else { continue }
        if inText.covers(range.map { text.places[$0] }) || inLetters.covers(range) { continue }
        hits.append(PartedHit(index: entry.index, start: text.places[start]))
      }
    }
    return hits
  }

  /// Whether neither end cuts through a Latin word or a number.
  private func isOfWords(_ range: Range<Int>, of text: Letters) -> Bool {
    func isCut(after place: Int) -> Bool {
      text.gaps[place] == .none && Self.isOfWord(text.scalars[place])
        && Self.isOfWord(text.scalars[place + 1])
    }
    if range.lowerBound > 0, isCut(after: range.lowerBound - 1) { return false }
    return range.upperBound == text.scalars.count || !isCut(after: range.upperBound - 1)
  }
}
