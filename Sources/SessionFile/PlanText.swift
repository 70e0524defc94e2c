import Diagnostics
import Workshop

/// The words for what will happen, behind a year (`2026出`) or before it (`leaves 2026`).
enum PlanVerb: Sendable {
  case leaves, returns, marries, care
  case movesIn, built, demolished

  /// Whether it happens to the dwelling, not to a person.
  var isOfDwelling: Bool {
    switch self {
    case .movesIn, .built, .demolished: true
    case .leaves, .returns, .marries, .care: false
    }
  }

  static let words = Vocabulary<PlanVerb>([
    (.leaves, ["leaves", "出", "転出", "出る", "独立", "他出", "leave"]),
    (.returns, ["returns", "戻", "戻る", "帰る", "Uターン", "return"]),
    (.marries, ["marries", "婚", "結婚", "marry"]),
    (.care, ["care", "施設", "入所", "施設入所"]),
    (.movesIn, ["moves-in", "入居", "転入", "move-in"]),
    (.built, ["built", "新築", "建築", "建つ"]),
    (.demolished, ["demolished", "解体", "取り壊し", "取壊し", "撤去"]),
  ])

  static func forms(ofDwelling: Bool) -> Phrase {
    ofDwelling
      ? Phrase(
        ja: "2030入居 ○35 △33、2032新築、2030解体 のように書きます。",
        en: "Write moves-in 2030 ○35 △33, built 2032 or demolished 2030.")
      : Phrase(
        ja: "2026出、残、2035戻、2031婚、2038施設 のように書きます。年の代わりに歳でも書けます: 35歳戻。",
        en: "Write leaves 2026, stays, returns 2035, marries 2031 or care 2038; or an age, returns at 35.")
  }
}

/// One plan as written.
struct PlanWord {
  var verb: PlanVerb
  /// Always a calendar year where it happens to a dwelling.
  var when: When
  /// The partner's age, behind 婚.
  var partnerAge: Age?
  /// Where it stands in the text.
  var range: Range<Int>
  /// How many words it takes.
  var count: Int

  /// What happens to a dwelling, with its calendar year.
  enum DwellingDeed {
    case movesIn(Int)
    case built(Int)
    case demolished(Int)
  }

  /// What happens to a dwelling; nil for what happens to a person. At an age nothing happens to a dwelling.
  var ofDwelling: DwellingDeed? {
    guard case .year(let year) = when else { return nil }
    return switch verb {
    case .movesIn: .movesIn(year)
    case .built: .built(year)
    case .demolished: .demolished(year)
    case .leaves, .returns, .marries, .care: nil
    }
  }
}

enum PlanText {
  enum Reading {
    case none
    case plan(PlanWord)
    case bad(code: FindingCode, message: Phrase, hint: Phrase?, range: Range<Int>, count: Int)
  }

  static let wordsOfStaying = [
    "残", "残る", "stays", "stay", "跡継ぎ", "後継ぎ", "あとつぎ", "後つぎ", "跡つぎ", "後継者", "跡取り", "あととり",
  ]
  static let stays = WordSet(wordsOfStaying)

  private static let moves: WordSet = ["moves", "move"]
  private static let isIn: WordSet = ["in"]
  private static let aged: WordSet = ["aged"]
  private static let at: WordSet = ["at"]
  private static let age: WordSet = ["age"]

  /// The plan that `words` hold from `index` on.
  static func read(_ words: [Word], at index: Int) -> Reading {
    let word = words[index]
    if let glued = verbWithYear(word) { return glued }
    guard let first = word.scalars.first,
      first.isDigit || first.isLatin || YearText.beginsEra(first) || first == "満"
        || KanjiNumber.isNumeral(first)
    else {
      return .none
    }
    let japanese = yearFirst(word)
    if case .none = japanese { return verbFirst(words, index) }
    return japanese
  }

  // MARK: - 2026出

  /// What may stand between a year and its verb, one of each line: 2026年ごろに家を出る.
  static let particles = [
    ["ごろ", "頃", "くらい"], ["には", "に", ":", "、"], ["家を", "家に", "実家に", "地元に"],
  ]
  /// The same behind an age: 35歳になったら実家に戻る.
  static let particlesOfAge = [
    ["になったら", "になった年", "になる年", "になると", "の年", "の時", "のとき", "ごろ", "頃", "くらい"],
    ["には", "に", "で", ":", "、"], ["家を", "家に", "実家に", "地元に"],
  ]
  private static let scalars = (ofYear: lists(particles), ofAge: lists(particlesOfAge))

  private static func lists(_ words: [[String]]) -> [[[Unicode.Scalar]]] {
    words.map { $0.map { Array($0.unicodeScalars) } }
  }

  /// The year, or the age (`35歳`, `満三十五才`), that a word begins with.
  private static func moment(_ scalars: [Unicode.Scalar]) -> (when: When, end: Int)? {
    if let year = YearText.prefix(scalars, at: 0) { return (.year(year.year), year.end) }
    let start = scalars.first == "満" ? 1 : 0
    guard let number = YearText.digits(scalars, at: start) ?? KanjiNumber.age(scalars, at: start),
      let counter = scalars[safe: number.end], counter == "歳" || counter == "才"
    else { return nil }
    return (.age(number.value), number.end + 1)
  }

  private static func yearFirst(_ word: Word) -> Reading {
    let scalars = word.scalars
    guard let moment = moment(scalars) else { return unreadableYear(word) }
    let isAge = if case .age = moment.when { true } else { false }
    var rest = Array(scalars.dropFirst(moment.end))
    guard !rest.isEmpty, rest.first != "生" else { return .none }
    // 昭和25年3月5日生まれ
    if case .age(.born, let end) = AgeText.prefix(scalars), end == scalars.count { return .none }
    for words in isAge ? Self.scalars.ofAge : Self.scalars.ofYear {
      if let word = words.first(where: { rest.count > $0.count && rest.starts(with: $0) }) {
        rest.removeFirst(word.count)
      }
    }
    for ending in ["予定", "見込み", "する"] where rest.count > ending.count && text(rest).hasSuffix(ending) {
      rest.removeLast(ending.unicodeScalars.count)
    }
    if let verb = PlanVerb.words[rest] {
      return checked(PlanWord(verb: verb, when: moment.when, range: word.range, count: 1))
    }
    for marriage in ["結婚", "婚"] where text(rest).hasPrefix(marriage) {
      let behind = rest.dropFirst(marriage.count)
      let bare =
        behind.first == "(" && behind.last == ")" ? Array(behind.dropFirst().dropLast()) : Array(behind)
      switch AgeText.prefix(bare) {
      case .age(let age, let end) where end == bare.count:
        return checked(
          PlanWord(verb: .marries, when: moment.when, partnerAge: age, range: word.range, count: 1))
      case .bad(let message, let hint, _):
        let offset = scalars.count - behind.count
        return .bad(
          code: .badAge, message: message, hint: hint, range: word.dropping(offset).range, count: 1)
      default: continue
      }
    }
    // M40s is a man in his forties, not a year of the 明治 era; 72歳農業 is an age with an occupation.
    guard scalars.first?.isLatin != true, !isAge else { return .none }
    let verb = word.dropping(moment.end)
    return .bad(
      code: .unknownWord,
      message: Phrase(
        ja: "「\(verb.text.shortened)」は、これから起こることの言葉にありません。",
        en: "“\(verb.text.shortened)” is no word for what will happen."),
      hint: Suggestion.hint(for: text(rest), among: PlanVerb.words.words)
        ?? PlanVerb.forms(ofDwelling: false),
      range: verb.range, count: 1)
  }

  /// A plan at an age must be a person's, and the age one that people have.
  private static func checked(_ plan: PlanWord) -> Reading {
    guard case .age(let age) = plan.when else { return .plan(plan) }
    if plan.verb.isOfDwelling {
      return .bad(
        code: .badYear,
        message: Phrase(
          ja: "家に起こることは、年齢ではなく年で書きます。",
          en: "What happens to a house is written with its year, not with an age."),
        hint: PlanVerb.forms(ofDwelling: true), range: plan.range, count: plan.count)
    }
    guard age > 0, AgeText.range.contains(age) else {
      return .bad(
        code: .badAge,
        message: Phrase(
          ja: "\(age)歳は、起こる歳として書けません。1 から 120 までです。",
          en: "\(age) is no age at which something can happen; it is a number from 1 to 120."),
        hint: PlanVerb.forms(ofDwelling: false), range: plan.range, count: plan.count)
    }
    return .plan(plan)
  }

  /// `26出`, `3026出`: a plan whose year is none.
  private static func unreadableYear(_ word: Word) -> Reading {
    guard let number = YearText.digits(word.scalars, at: 0) else { return endlessYear(word) }
    var rest = Array(word.scalars.dropFirst(number.end))
    if rest.first == "年" { rest.removeFirst() }
    guard let verb = PlanVerb.words[rest], !(number.value < 200 && verb == .care) else { return .none }
    let hint =
      number.value < 100
      ? Phrase(
        ja: "西暦四桁で「20\(number.value < 10 ? "0" : "")\(number.value)\(text(rest))」と書いてください。",
        en: "Write the year with four digits, 20\(number.value < 10 ? "0" : "")\(number.value).") : nil
    return .bad(
      code: .badYear,
      message: Phrase(
        ja: "「\(word.keeping(number.end).text)」は年として読めません。",
        en: "“\(word.keeping(number.end).text)” cannot be read as a year."),
      hint: hint ?? Phrase(ja: "2030 のように西暦四桁で書いてください。", en: "Write four digits, as 2030."),
      range: word.keeping(number.end).range, count: 1)
  }

  /// More digits than any year has, before a verb.
  private static func endlessYear(_ word: Word) -> Reading {
    let digits = word.scalars.prefix(while: \.isDigit).count
    guard digits > 0, let verb = PlanVerb.words[word.scalars[digits...]] else { return .none }
    return .bad(
      code: .badYear,
      message: Phrase(
        ja: "「\(word.keeping(digits).text.shortened)」は年として読めません。",
        en: "“\(word.keeping(digits).text.shortened)” cannot be read as a year."),
      hint: PlanVerb.forms(ofDwelling: verb.isOfDwelling), range: word.keeping(digits).range, count: 1)
  }

  // MARK: - 出2026, leaves2026

  /// A verb and a year behind it without a blank; a number that is no year is an error, never an occupation.
  private static func verbWithYear(_ word: Word) -> Reading? {
    let scalars = word.scalars
    guard scalars.last?.isDigit == true, let digit = scalars.firstIndex(where: \.isDigit), digit > 0,
      scalars[digit...].allSatisfy(\.isDigit),
      let verb = PlanVerb.words[scalars[..<digit]]
    else { return nil }
    let number = word.dropping(digit)
    guard let year = YearText.prefix(number.scalars, at: 0), year.end == number.scalars.count else {
      return .bad(
        code: .badYear,
        message: Phrase(
          ja: "「\(number.text.shortened)」は年として読めません。",
          en: "“\(number.text.shortened)” cannot be read as a year."),
        hint: PlanVerb.forms(ofDwelling: verb.isOfDwelling), range: number.range, count: 1)
    }
    return .plan(PlanWord(verb: verb, when: .year(year.year), range: word.range, count: 1))
  }

  // MARK: - leaves 2026

  private static func verbFirst(_ words: [Word], _ index: Int) -> Reading {
    var next = index + 1
    guard words[index].scalars.first?.isLatin == true else { return .none }
    var verb = PlanVerb.words[words[index].scalars]
    if verb == nil, let second = words[safe: next], moves.contains(words[index].scalars),
      isIn.contains(second.scalars)
    {
      verb = .movesIn
      next += 1
    }
    guard let verb else { return .none }
    if let word = words[safe: next], isIn.contains(word.scalars) { next += 1 }
    let atAge = skipAt(words, &next)
    let range = words[index].range
    guard let yearWord = words[safe: next] else {
      return .bad(
        code: .badYear,
        message: Phrase(ja: "「\(words[index].text)」の年がありません。", en: "`\(words[index].text)` lacks its year."),
        hint: PlanVerb.forms(ofDwelling: verb.isOfDwelling), range: range, count: 1)
    }
    let hasCounter = yearWord.scalars.last == "歳" || yearWord.scalars.last == "才"
    let number = hasCounter ? Array(yearWord.scalars.dropLast()) : yearWord.scalars
    let when: When
    if let year = YearText.prefix(yearWord.scalars, at: 0), year.end == yearWord.scalars.count {
      when = .year(year.year)
    } else if atAge, let age = YearText.digits(number, at: 0), age.end == number.count {
      when = .age(age.value)
    } else {
      return .bad(
        code: .badYear,
        message: Phrase(
          ja: "「\(yearWord.text.shortened)」は年として読めません。",
          en: "“\(yearWord.text.shortened)” cannot be read as \(atAge ? "an age" : "a year")."),
        hint: PlanVerb.forms(ofDwelling: verb.isOfDwelling), range: yearWord.range, count: next - index + 1)
    }
    var plan = PlanWord(
      verb: verb, when: when, range: range.lowerBound..<yearWord.range.upperBound,
      count: next - index + 1)
    if verb == .marries { takePartnerAge(&plan, words, from: index, behind: next) }
    return checked(plan)
  }

  /// Passes `at`, `at age`, `aged`, behind which an age stands; whether one of them was there.
  private static func skipAt(_ words: [Word], _ next: inout Int) -> Bool {
    let start = next
    if let word = words[safe: next], at.contains(word.scalars) { next += 1 }
    if let word = words[safe: next], aged.contains(word.scalars) || age.contains(word.scalars) { next += 1 }
    return next > start
  }

  /// `marries 2031 28`, `marries 2031 aged 28`.
  private static func takePartnerAge(
    _ plan: inout PlanWord, _ words: [Word], from start: Int, behind last: Int
  ) {
    var index = last + 1
    if let word = words[safe: index], aged.contains(word.scalars) { index += 1 }
    guard let word = words[safe: index], word.scalars.first?.isDigit == true,
      case .age(let age, let end) = AgeText.prefix(word.scalars), end == word.scalars.count
    else { return }
    plan.partnerAge = age
    plan.range = plan.range.lowerBound..<word.range.upperBound
    plan.count = index - start + 1
  }

  private static func text(_ scalars: [Unicode.Scalar]) -> String {
    String(String.UnicodeScalarView(scalars))
  }
}
