import Diagnostics
import Workshop

/// Ages as people type them: `72`, `72歳`, `5か月`, `1951年生`, `b1951`, `昭和26年生`, `70代`, `70s`, `70代前半`, `65-69`,
/// `30〜40代`, `60歳から70歳`, `七十代`, `？`.
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

  static func isDash(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "-", "~", "–", "—", "−", "‐", "〜", "ー", "―": true
    default: false
    }
  }

  /// Where the end of a range begins, behind a dash or から at `index`; nil where there is none.
  private static func behindDash(_ scalars: [Unicode.Scalar], _ index: Int) -> Int? {
    guard let scalar = scalars[safe: index] else { return nil }
    if isDash(scalar) { return index + 1 }
    return scalar == "か" && scalars[safe: index + 1] == "ら" ? index + 2 : nil
  }

  /// The age that `scalars` (folded) hold from `start` on.
  static func prefix(_ scalars: [Unicode.Scalar], at start: Int = 0) -> Reading {
    guard let first = scalars[safe: start] else { return .none }
    if first == "?" { return .age(.unknown, end: start + 1) }
    if first == "b" || first == "B", let birth = YearText.prefix(scalars, at: start + 1) {
      return .age(.born(birth.year), end: birth.end)
    }
    if let birth = birth(scalars, at: start) { return birth }
    if first == "約" || first == "推", let about = about(scalars, behind: start) { return about }
    if isDash(first), let number = YearText.digits(scalars, at: start + 1) {
      return .bad(outOfRange(nil), end: number.end)
    }
    if let band = englishDecade(scalars, at: start) { return band }
    // `early 70s`; 前半70代, the wrong way round, is as clear.
    if let (word, half) = half(scalars, at: start, words: englishHalves + japaneseHalves) {
      let after = start + word + (scalars[safe: start + word].map { $0 == "-" || $0 == " " ? 1 : 0 } ?? 0)
      guard case .age(.band(let band), let end) = prefix(scalars, at: after), band.count == 10 else {
        return .none
      }
      return .age(.band(half.part(of: band)), end: end)
    }
    guard let number = YearText.digits(scalars, at: start) ?? KanjiNumber.age(scalars, at: start) else {
      return first.isDigit ? tooHigh(scalars, start) : lookAlike(scalars, at: start) ?? .none
    }
    if let slip = lookAlike(scalars, at: start) ?? shortYear(number, scalars) { return slip }
    return band(number, scalars) ?? exact(number, scalars)
  }

  // MARK: - Year of birth

  private static func birth(_ scalars: [Unicode.Scalar], at start: Int) -> Reading? {
    guard let year = YearText.prefix(scalars, at: start) else { return noYear(scalars, at: start) }
    let end = skipDay(scalars, year.end)
    for word in births where scalars.holds(word, at: end) {
      return .age(.born(year.year), end: end + word.count)
    }
    return nil
  }

  /// `3月`, `.3`, `3月5日`, `.3.5` behind a year of birth: the year is what counts.
  static func skipDay(_ scalars: [Unicode.Scalar], _ index: Int) -> Int {
    let isParted = scalars[safe: index].map("./-".unicodeScalars.contains) ?? false
    guard let month = YearText.digits(scalars, at: index + (isParted ? 1 : 0)), (1...12).contains(month.value)
    else { return index }
    let end = scalars[safe: month.end] == "月" ? month.end + 1 : month.end
    let isFurther = scalars[safe: end].map("./-".unicodeScalars.contains) ?? false
    guard let day = YearText.digits(scalars, at: end + (isFurther ? 1 : 0)), (1...31).contains(day.value)
    else { return end }
    return scalars[safe: day.end] == "日" ? day.end + 1 : day.end
  }

  /// `昭和70年生`: a year its era did not have.
  private static func noYear(_ scalars: [Unicode.Scalar], at start: Int) -> Reading? {
    guard let first = scalars[safe: start], YearText.beginsEra(first), !first.isLatin,
      let digit = scalars[start...].firstIndex(where: \.isDigit), digit - start <= 2,
      let number = YearText.digits(scalars, at: digit)
    else { return nil }
    let end = scalars[safe: number.end] == "年" ? number.end + 1 : number.end
    guard let word = births.first(where: { scalars.holds($0, at: end) }) else { return nil }
    let year = String(String.UnicodeScalarView(scalars[start..<number.end]))
    return .bad(
      message: Phrase(ja: "「\(year)年」という年はありません。", en: "That era had no such year."),
      hint: Phrase(
        ja: "明治は45年、大正は15年、昭和は64年、平成は31年までです。西暦でも書けます: 1951年生。",
        en: "Meiji ends with 45, Taisho with 15, Showa with 64, Heisei with 31. Or write b1951."),
      end: end + word.count)
  }

  static let births = ["生まれ", "生れ", "うまれ", "生"].map { Array($0.unicodeScalars) }

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
    ("はじめ", .early), ("初め", .early), ("初頭", .early), ("なかごろ", .middle), ("中ごろ", .middle), ("中盤", .middle),
    ("終わり", .late), ("おわり", .late),
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

  /// `70代前`, with nothing behind it.
  private static func lastHalf(_ scalars: [Unicode.Scalar], at start: Int) -> (length: Int, half: Half)? {
    guard scalars.count == start + 1 else { return nil }
    return scalars[start] == "前" ? (1, .early) : scalars[start] == "後" ? (1, .late) : nil
  }

  private static func band(_ number: (value: Int, end: Int), _ scalars: [Unicode.Scalar]) -> Reading? {
    switch decade(number, scalars) {
    case .age(.band(let band), let end): return upTo(band, end, scalars)
    case .bad(let message, let hint, let end): return .bad(message: message, hint: hint, end: end)
    case .age, .none: break
    }
    // 60歳から70歳
    guard let start = behindDash(scalars, skipCounter(scalars, number.end)),
      let upper = YearText.digits(scalars, at: start)
    else {
      return nil
    }
    // 30〜40代
    if case .age(.band(let last), let end) = decade(upper, scalars), number.value <= last.lowerBound {
      return rough(number.value...last.upperBound, end, scalars)
    }
    let end = skipCounter(scalars, upper.end)
    guard number.value <= upper.value, range.contains(number.value), range.contains(upper.value) else {
      return noRange(number.value, upper.value, end)
    }
    return .age(.band(number.value...upper.value), end: end)
  }

  private static let englishDecades: [(letters: [Unicode.Scalar], band: ClosedRange<Int>)] = [
    ("teens", 10), ("twenties", 20), ("thirties", 30), ("forties", 40), ("fifties", 50), ("sixties", 60),
    ("seventies", 70), ("eighties", 80), ("nineties", 90),
  ].map { (Array($0.unicodeScalars), $1...($1 + 9)) }

  /// `seventies`.
  private static func englishDecade(_ scalars: [Unicode.Scalar], at start: Int) -> Reading? {
    guard let first = scalars[safe: start], first.isLatin else { return nil }
    for (letters, band) in englishDecades
    where scalars.count == start + letters.count
      && letters.indices.allSatisfy({ scalars[start + $0].small == letters[$0] })
    {
      return .age(.band(band), end: scalars.count)
    }
    return nil
  }

  /// `70代`, `70歳代`, `70代前半`, `70前半`, `70s`.
  private static func decade(_ number: (value: Int, end: Int), _ scalars: [Unicode.Scalar]) -> Reading {
    // 70歳代, as statistics call it.
    let counter = skipCounter(scalars, number.end)
    let isOfYears = counter > number.end && (scalars[safe: counter] == "代" || scalars[safe: counter] == "台")
    let number = isOfYears ? (value: number.value, end: counter) : number
    let next = scalars[safe: number.end]
    let isCounted =
      next == "代" || next == "台"
      || ((next == "s" || next == "S") && scalars[safe: number.end + 1]?.isLatin != true)
    let end = number.end + (isCounted ? 1 : 0)
    let half =
      next == "s" || next == "S"
      ? nil : half(scalars, at: end, words: japaneseHalves) ?? (isCounted ? lastHalf(scalars, at: end) : nil)
    guard isCounted || half != nil else { return .none }
    guard number.value % 10 == 0, range.contains(number.value), number.value < 120 else {
      return .bad(
        message: Phrase(
          ja: "「\(number.value)代」という年代はありません。", en: "There is no age band “\(number.value)s”."),
        hint: Phrase(ja: "10代、20代…110代のように十年ごとに書きます。", en: "Bands go by tens: 10s, 20s … 110s."),
        end: end)
    }
    let band = number.value...(number.value + 9)
    guard let half else { return .age(.band(band), end: end) }
    return .age(.band(half.half.part(of: band)), end: end + half.length)
  }

  /// A band that may go on to another: `30代〜40代`, `20代前半〜後半`.
  private static func upTo(_ band: ClosedRange<Int>, _ end: Int, _ scalars: [Unicode.Scalar]) -> Reading {
    guard let start = behindDash(scalars, end) else { return rough(band, end, scalars) }
    if let (length, half) = half(scalars, at: start, words: japaneseHalves) {
      let last = half.part(of: (band.lowerBound / 10 * 10)...(band.lowerBound / 10 * 10 + 9))
      guard band.lowerBound <= last.upperBound else { return noRange(band.lowerBound, last.upperBound, end) }
      return .age(.band(band.lowerBound...last.upperBound), end: start + length)
    }
    guard let number = YearText.digits(scalars, at: start),
      case .age(.band(let last), let end) = decade(number, scalars)
    else { return rough(band, end, scalars) }
    guard band.lowerBound <= last.lowerBound else { return noRange(band.lowerBound, last.upperBound, end) }
    return rough(band.lowerBound...last.upperBound, end, scalars)
  }

  private static func noRange(_ lower: Int, _ upper: Int, _ end: Int) -> Reading {
    .bad(
      message: Phrase(
        ja: "「\(lower)-\(upper)」は年齢の幅として読めません。", en: "“\(lower)-\(upper)” is no range of ages."),
      hint: Phrase(ja: "65-69 のように、小さい歳から書いてください。", en: "Write the lower age first: 65-69."), end: end)
  }

  /// A band with a word behind it that makes it rough, which it is anyway, or open, which no band is.
  private static func rough(_ band: ClosedRange<Int>, _ end: Int, _ scalars: [Unicode.Scalar]) -> Reading {
    guard let (letters, way) = roughly(scalars, at: end) else { return .age(.band(band), end: end) }
    if way == .around { return .age(.band(band), end: end + letters.count) }
    let open = way == .above ? band.lowerBound...min(120, band.lowerBound + 19) : 0...band.upperBound
    return openEnded("\(band.lowerBound)代", letters, nearby: open, end)
  }

  // MARK: - Exact ages

  private static func exact(_ number: (value: Int, end: Int), _ scalars: [Unicode.Scalar]) -> Reading {
    if let end = months(scalars, number.end), number.value < 36 {
      return .age(.exact(number.value / 12), end: end)
    }
    let end = skipCounter(scalars, number.end)
    if let (letters, way) = roughly(scalars, at: end), range.contains(number.value) {
      let age = number.value
      let nearby =
        switch way {
        case .around: max(0, age - 2)...min(120, age + 2)
        case .above: age...min(120, age + 9)
        case .below: below(letters == lessThan ? max(0, age - 1) : age)
        }
      return openEnded("\(age)歳", letters, nearby: nearby, end)
    }
    if scalars[safe: end] == ".", scalars[safe: end + 1]?.isDigit == true {
      let last = scalars[(end + 1)...].firstIndex { !$0.isDigit } ?? scalars.count
      return .bad(
        message: Phrase(ja: "年齢は端数のない数です。", en: "An age is a whole number."),
        hint: Suggestion.didYouMean("\(number.value)"), end: last)
    }
    guard range.contains(number.value) else { return .bad(outOfRange(number.value), end: end) }
    return .age(.exact(number.value), end: end)
  }

  /// An age that is somewhere below: of a child from the first year on, of others within ten.
  private static func below(_ last: Int) -> ClosedRange<Int> { last < 20 ? 0...last : last - 9...last }
  private static let lessThan = Array("未満".unicodeScalars)

  private static func openEnded(
    _ age: String, _ letters: [Unicode.Scalar], nearby: ClosedRange<Int>, _ end: Int
  ) -> Reading {
    let word = String(String.UnicodeScalarView(letters))
    return .bad(
      message: Phrase(
        ja: "「\(age)\(word)」のような書き方は読めません。", en: "An age “\(word)” cannot be read."),
      hint: Phrase(
        ja: "「\(nearby.lowerBound)-\(nearby.upperBound)」か 70代、70代前半 のように幅で書いてください。",
        en: "Write a range or a band: \(nearby.lowerBound)-\(nearby.upperBound), 70s, early 70s."),
      end: end + letters.count)
  }

  /// `約70`: no age that one can count with, unless a band follows, which is rough anyway.
  private static func about(_ scalars: [Unicode.Scalar], behind start: Int) -> Reading? {
    let word = scalars.holds(Array("推定".unicodeScalars), at: start) ? 2 : 1
    switch prefix(scalars, at: start + word) {
    case .age(.band(let band), let end): return .age(.band(band), end: end)
    case .age(.exact(let age), let end):
      return .bad(
        message: Phrase(
          ja: "「約」の付いた年齢では計算できません。", en: "An age that is only about right cannot be counted with."),
        hint: Phrase(
          ja: "「\(max(0, age - 2))-\(min(120, age + 2))」か 70代、70代前半 のように幅で書いてください。",
          en: "Write a range or a band: \(max(0, age - 2))-\(min(120, age + 2)), 70s, early 70s."),
        end: end)
    default: return nil
    }
  }

  /// What a word behind an age makes of it.
  private enum Rough { case around, above, below }

  private static let roughWords: [(letters: [Unicode.Scalar], way: Rough)] = [
    ("以上", .above), ("過ぎ", .above), ("すぎ", .above), ("以下", .below), ("未満", .below), ("近く", .below),
    ("くらい", .around), ("ぐらい", .around), ("位", .around), ("前後", .around), ("ごろ", .around), ("頃", .around),
  ].map { (word: String, way: Rough) in (Array(word.unicodeScalars), way) }

  private static func roughly(_ scalars: [Unicode.Scalar], at index: Int) -> (
    letters: [Unicode.Scalar], way: Rough
  )? {
    roughWords.first { scalars.holds($0.letters, at: index) }
  }

  /// Where the `か月` at `index` ends, in any of its spellings; nil where there is none.
  private static func months(_ scalars: [Unicode.Scalar], _ index: Int) -> Int? {
    guard let counter = scalars[safe: index], "かヶヵカケ箇".unicodeScalars.contains(counter),
      scalars[safe: index + 1] == "月"
    else { return nil }
    return index + 2
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
