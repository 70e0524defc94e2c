import Diagnostics
import Workshop

/// Ages as people type them: `72`, `72歳`, `1951年生`, `b1951`, `昭和26年生`, `70代`, `70s`, `70代前半`, `65-69`, `？`.
enum AgeText {
  /// The ages a resident can have.
  static let range = 0...120

  enum Reading {
    /// There is no age here.
    case none
    case age(Age, end: Int)
    /// Meant as an age, but none; `end` is where it ends.
    case bad(message: Phrase, hint: Phrase?, end: Int)
  }

  private static func isDash(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "-", "~", "–", "—", "−", "‐", "〜", "ー", "―": true
    default: false
    }
  }

  /// The age that `scalars` (folded) hold from `start` on.
  static func prefix(_ scalars: [Unicode.Scalar], at start: Int = 0) -> Reading {
    guard let first = scalars[safe: start] else { return .none }
    if first == "?" { return .age(.unknown, end: start + 1) }
    if first == "b" || first == "B", let birth = YearText.prefix(scalars, at: start + 1) {
      return .age(.born(birth.year), end: birth.end)
    }
    if let birth = birth(scalars, at: start) { return birth }
    if let (word, half) = half(scalars, at: start, words: englishHalves) {
      let after = start + word + (scalars[safe: start + word].map { $0 == "-" || $0 == " " ? 1 : 0 } ?? 0)
      guard case .age(.band(let band), let end) = prefix(scalars, at: after), band.count == 10 else {
        return .none
      }
      return .age(.band(half.part(of: band)), end: end)
    }
    guard let number = YearText.digits(scalars, at: start) else {
      return first.isDigit ? tooHigh(scalars, start) : .none
    }
    return band(number, scalars) ?? exact(number, scalars)
  }

  // MARK: - Year of birth

  private static func birth(_ scalars: [Unicode.Scalar], at start: Int) -> Reading? {
    guard let year = YearText.prefix(scalars, at: start) else { return nil }
    for word in births where scalars.holds(word, at: year.end) {
      return .age(.born(year.year), end: year.end + word.count)
    }
    return nil
  }

  private static let births = ["生まれ", "生れ", "うまれ", "生"].map { Array($0.unicodeScalars) }

  // MARK: - Bands

  private enum Half {
    case early, middle, late

    func part(of band: ClosedRange<Int>) -> ClosedRange<Int> {
      switch self {
      case .early: band.lowerBound...(band.lowerBound + 4)
      case .middle: (band.lowerBound + 4)...(band.lowerBound + 6)
      case .late: (band.lowerBound + 5)...band.upperBound
      }
    }
  }

  private typealias HalfWords = [(letters: [Unicode.Scalar], half: Half)]
  private static let englishHalves = halves([("early", .early), ("late", .late), ("mid", .middle)])
  private static let japaneseHalves = halves([
    ("前半", .early), ("後半", .late), ("半ば", .middle), ("なかば", .middle), ("中頃", .middle),
  ])

  private static func halves(_ words: [(String, Half)]) -> HalfWords {
    words.map { (Array($0.0.unicodeScalars), $0.1) }
  }

  private static func half(
    _ scalars: [Unicode.Scalar], at start: Int, words: HalfWords
  ) -> (length: Int, half: Half)? {
    guard let first = scalars[safe: start], !first.isDigit else { return nil }
    for (letters, half) in words where start + letters.count <= scalars.count {
      if letters.indices.allSatisfy({ scalars[start + $0].small == letters[$0] }) {
        return (letters.count, half)
      }
    }
    return nil
  }

  private static func band(_ number: (value: Int, end: Int), _ scalars: [Unicode.Scalar]) -> Reading? {
    let next = scalars[safe: number.end]
    if next == "代" || ((next == "s" || next == "S") && scalars[safe: number.end + 1]?.isLatin != true) {
      guard number.value % 10 == 0, range.contains(number.value), number.value < 120 else {
        return .bad(
          message: Phrase(
            ja: "「\(number.value)代」という年代はありません。", en: "There is no age band “\(number.value)s”."),
          hint: Phrase(ja: "10代、20代…110代のように十年ごとに書きます。", en: "Bands go by tens: 10s, 20s … 110s."),
          end: number.end + 1)
      }
      let band = number.value...(number.value + 9)
      let end = number.end + 1
      guard next == "代", let (length, half) = half(scalars, at: end, words: japaneseHalves) else {
        return .age(.band(band), end: end)
      }
      return .age(.band(half.part(of: band)), end: end + length)
    }
    guard let dash = next, isDash(dash), let upper = YearText.digits(scalars, at: number.end + 1)
    else {
      return nil
    }
    let end = skipCounter(scalars, upper.end)
    guard number.value <= upper.value, range.contains(number.value), range.contains(upper.value) else {
      return .bad(
        message: Phrase(
          ja: "「\(number.value)-\(upper.value)」は年齢の幅として読めません。",
          en: "“\(number.value)-\(upper.value)” is no range of ages."),
        hint: Phrase(ja: "65-69 のように、小さい歳から書いてください。", en: "Write the lower age first: 65-69."), end: end)
    }
    return .age(.band(number.value...upper.value), end: end)
  }

  // MARK: - Exact ages

  private static func exact(_ number: (value: Int, end: Int), _ scalars: [Unicode.Scalar]) -> Reading {
    let end = skipCounter(scalars, number.end)
    for letters in roughly where scalars.holds(letters, at: end) {
      let word = String(String.UnicodeScalarView(letters))
      return .bad(
        message: Phrase(
          ja: "「\(number.value)歳\(word)」のような書き方は読めません。", en: "An age “\(word)” cannot be read."),
        hint: Phrase(ja: "70代、70代前半、65-69 のように幅で書いてください。", en: "Write a band: 70s, early 70s, 65-69."),
        end: end + letters.count)
    }
    guard range.contains(number.value) else { return .bad(outOfRange(number.value), end: end) }
    return .age(.exact(number.value), end: end)
  }

  private static let roughly = ["以上", "以下", "未満", "くらい", "ぐらい", "前後", "ごろ", "頃"].map {
    Array($0.unicodeScalars)
  }

  private static func tooHigh(_ scalars: [Unicode.Scalar], _ start: Int) -> Reading {
    .bad(outOfRange(nil), end: scalars[start...].firstIndex { !$0.isDigit } ?? scalars.count)
  }

  private static func skipCounter(_ scalars: [Unicode.Scalar], _ index: Int) -> Int {
    scalars[safe: index] == "歳" || scalars[safe: index] == "才" ? index + 1 : index
  }

  /// What to say of an age that nobody has.
  static func outOfRange(_ value: Int?) -> (message: Phrase, hint: Phrase?) {
    let message = Phrase(
      ja: "年齢は 0 から 120 までです。", en: "An age is a number from 0 to 120.")
    guard let value else { return (message, nil) }
    if YearText.range.contains(value) {
      return (
        message,
        Phrase(
          ja: "生まれた年なら「\(value)年生」と書いてください。", en: "If it is the year of birth, write `b\(value)`.")
      )
    }
    if value >= 200, value % 10 == 0, value < 1200 {
      return (
        message,
        Phrase(
          ja: "「\(value / 10)」か「\(value / 10 / 10 * 10)代」のことでしょうか。",
          en: "Did you mean `\(value / 10)` or `\(value / 10 / 10 * 10)s`?")
      )
    }
    return (message, nil)
  }
}

extension AgeText.Reading {
  fileprivate static func bad(_ told: (message: Phrase, hint: Phrase?), end: Int) -> AgeText.Reading {
    .bad(message: told.message, hint: told.hint, end: end)
  }
}
