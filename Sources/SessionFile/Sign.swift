import Workshop

/// The sign with which a resident begins.
enum Sign {
  /// ○ and △ in the forms that keyboards and fonts offer.
  static func glyph(_ scalar: Unicode.Scalar) -> Sex? {
    switch scalar {
    case "○", "◯", "〇", "●", "⚪", "⭕": .male
    case "△", "▲", "∆", "▵", "Δ": .female
    default: nil
    }
  }

  /// The sex that `scalars` (folded) begin with, and how many scalars say so.
  static func prefix(_ scalars: [Unicode.Scalar]) -> (sex: Sex, length: Int)? {
    guard let first = scalars.first else { return nil }
    if let sex = glyph(first) {
      // An emoji's variation selector belongs to the sign.
      return (sex, scalars[safe: 1] == "\u{FE0F}" ? 2 : 1)
    }
    if first == "?" { return (.unknown, 1) }
    if first == "男" || first == "女" {
      return (first == "男" ? .male : .female, scalars[safe: 1] == "性" ? 2 : 1)
    }
    let rest = scalars.dropFirst()
    let isLetter = rest.isEmpty || rest.first?.isDigit == true || rest.first == "?" || isBirth(rest)
    guard isLetter else { return nil }
    switch first {
    case "M", "m": return (.male, 1)
    case "F", "f": return (.female, 1)
    default: return nil
    }
  }

  /// Whether a word begins another resident in a row of them (`○35 △33 ○3`). Words and the letter forms need their age
  /// beside them there: 男 alone may be part of what somebody does.
  static func beginsResident(_ word: Word, after previous: Word?) -> Bool {
    let scalars = word.scalars
    guard let (_, length) = prefix(scalars), let first = scalars.first else { return false }
    if glyph(first) != nil { return true }
    if first == "?" {
      // `？53` is somebody; `○ ？` leaves the age open, `他出 ？` the place.
      guard let previous, scalars.count == 1 else { return true }
      return Sign.prefix(previous.scalars)?.length != previous.scalars.count
        && !ResidentWords.away.contains(previous.scalars)
    }
    guard previous != nil, scalars[safe: length]?.isDigit != true else { return true }
    // `女b1975`, `男昭和26年生`, `女？`
    if case .age = AgeText.prefix(Array(scalars[length...])) { return true }
    return false
  }

  private static func isBirth(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    scalars.first == "b" && scalars.dropFirst().first?.isDigit == true
  }
}
