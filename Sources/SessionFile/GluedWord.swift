/// Two things in one word, as people write them in a hurry: an occupation, and right behind it what will happen
/// (`学生2026出`, `学生・2026出`, `農業(2030施設)`) or where somebody lives (`学生他出大阪`).
struct GluedWord {
  /// The occupation, without the sign that parts it from the rest.
  let occupation: Word
  /// A plan, or 他出 and a place.
  let rest: Word

  /// Nil where the word is of one piece.
  init?(_ word: Word) {
    guard let start = Self.plan(in: word) ?? Self.away(in: word) else { return nil }
    var head = start
    while head > 0, "・･/:、,-–(".unicodeScalars.contains(word.scalars[head - 1]) { head -= 1 }
    guard head > 0 else { return nil }
    occupation = word.keeping(head)
    rest = Self.withoutBracket(word.dropping(start), opened: word.scalars[start - 1] == "(")
  }

  private static func withoutBracket(_ word: Word, opened: Bool) -> Word {
    opened && word.scalars.last == ")" ? word.keeping(word.scalars.count - 1) : word
  }

  /// Where a plan begins: at the first digit, or at the era before it.
  private static func plan(in word: Word) -> Int? {
    let scalars = word.scalars
    guard let digit = scalars.firstIndex(where: \.isDigit), digit > 0 else { return nil }
    for start in [digit, digit - 1, digit - 2] where start > 0 {
      let rest = withoutBracket(word.dropping(start), opened: scalars[start - 1] == "(")
      if case .plan = PlanText.read([rest], at: 0) { return start }
    }
    return nil
  }

  /// Where 他出 begins that has a place behind it.
  private static func away(in word: Word) -> Int? {
    let last = word.scalars.count - ResidentWords.awayPrefix.count
    guard last > 1 else { return nil }
    return (1..<last).first { word.scalars.holds(ResidentWords.awayPrefix, at: $0) }
  }
}
