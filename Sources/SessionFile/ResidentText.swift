import Diagnostics
import Workshop

/// Words of a resident's shorthand that are neither age nor plan.
enum ResidentWords {
  static let away: WordSet = ["他出", "他出中", "他出子", "away"]
  static let awayPrefix = Array("他出".unicodeScalars)

  /// The place in 大阪へ他出.
  static func placeBeforeAway(_ word: Word) -> Word? {
    let end = word.scalars.last == "中" ? word.scalars.count - 1 : word.scalars.count
    let place = end - awayPrefix.count
    guard place > 0, word.scalars.holds(awayPrefix, at: place) else { return nil }
    let isParticle = word.scalars[place - 1] == "へ" || word.scalars[place - 1] == "に"
    return place > 1 && isParticle ? word.keeping(place - 1) : word.keeping(place)
  }

  /// `away(Osaka)`, `away:Osaka`.
  static func beginsAway(_ scalars: [Unicode.Scalar]) -> Bool {
    guard scalars.count > 4, scalars[4] == "(" || scalars[4] == ":" else { return false }
    return away.contains(scalars[..<4])
  }
}

/// Reads a resident in the room's shorthand: `○48 会社員 他出 大阪`.
struct ResidentText {
  private let report: Report
  private let node: Node
  private var words: [Word]
  private var index = 0
  private var occupation: [String] = []
  /// Whether a second relation was told: of one person, once is enough.
  private var isSecondTold = false
  private var draft: ResidentDraft

  /// Reads `words`, a stretch of the text of `node`.
  static func read(_ words: [Word], of node: Node, report: Report) -> ResidentDraft? {
    guard let first = words.first, let last = words.last else { return nil }
    let range = first.range.lowerBound..<last.range.upperBound
    var reader = ResidentText(
      report: report, node: node, words: words,
      draft: ResidentDraft(spot: Spot(node: node, range: range)))
    return reader.read()
  }

  private init(report: Report, node: Node, words: [Word], draft: ResidentDraft) {
    self.report = report
    self.node = node
    self.words = words
    self.draft = draft
  }

  private mutating func read() -> ResidentDraft? {
    let first = words[0]
    guard let sign = Sign.prefix(first.scalars) else {
      tellMissingSign(first)
      return nil
    }
    draft.sex = sign.sex
    if sign.length < first.scalars.count {
      let behind = first.dropping(sign.length)
      if Self.halves.contains(behind.scalars) {
        // `△early 70s`: the age is of two words, whether or not it stands apart from its sign.
        words.replaceSubrange(0..<1, with: [first.keeping(sign.length), behind])
      } else {
        readBehindSign(behind)
      }
    }
    index = 1
    while index < words.count { readNext() }
    draft.occupation = occupation.isEmpty ? nil : occupation.joined(separator: " ")
    return draft
  }

  // MARK: - Word by word

  /// What stands right behind the sign: an age, with the occupation perhaps right behind that (`○72農業`).
  private mutating func readBehindSign(_ word: Word) {
    // ○35歳戻: the number behind the sign is how old they are, not when they come back.
    if case .plan(let plan) = PlanText.read([word], at: 0), case .year = plan.when {
      take(plan)
      return
    }
    switch AgeText.prefix(word.scalars) {
    case .none:
      // ○S26: a year of an era is no age, so it is the year of birth.
      if let year = YearText.prefix(word.scalars, at: 0), year.end == word.scalars.count,
        word.scalars.first?.isDigit == false
      {
        set(.born(year.year), word)
      } else {
        readWord(word)
      }
    case .age(let age, let end):
      if readsAsPlan(word) { return }
      set(age, word.keeping(end))
      readBehindAge(word.dropping(end))
    case .bad(let message, let hint, let end):
      if readsAsPlan(word) { return }
      report.error(.badAge, at: report.place(node, word.keeping(end).range), message, hint: hint)
      draft.ageSpot = Spot(node: node, range: word.range)
      draft.isAgeUnread = true
      readBehindAge(word.dropping(end))
    }
  }

  /// What stands right behind the age, perhaps parted from it by a sign: `○72・農業`, `○72/農業`.
  private mutating func readBehindAge(_ word: Word) {
    if AgeText.isOpenEnd(word.scalars) {
      tellOpenRange(word)
      return
    }
    let isParted = word.scalars.first.map("・･/:、,-–".unicodeScalars.contains) ?? false
    let rest = isParted ? word.dropping(1) : word
    if !rest.scalars.isEmpty { readWord(rest) }
  }

  /// A plan whose year or verb is wrong is told as such, not as an age.
  private func readsAsPlan(_ word: Word) -> Bool {
    guard case .bad(let code, let message, let hint, let range, _) = PlanText.read([word], at: 0) else {
      return false
    }
    report.error(code, at: report.place(node, range), message, hint: hint)
    return true
  }

  private mutating func readNext() {
    let word = words[index]
    switch PlanText.read(words, at: index) {
    case .plan(let plan):
      index += plan.count
      take(plan)
      return
    case .bad(let code, let message, let hint, let range, let count):
      report.error(code, at: report.place(node, range), message, hint: hint)
      index += count
      return
    case .none: break
    }
    if let half = halfOfBand(word) {
      draft.age = half
      index += 1
      return
    }
    if index == 1 || words[index - 1].scalars.last?.isDigit == true, Self.counters.contains(word.scalars),
      case .exact(let number) = draft.age
    {
      // `M 72 years old`, `F 6 months`.
      if Self.months.contains(word.scalars) { draft.age = .exact(number / 12) }
      index += 1
      if let next = words[safe: index], Self.old.contains(next.scalars) { index += 1 }
      return
    }
    if let age = twoWordAge() {
      set(age, word)
      index += 2
      return
    }
    index += 1
    if index == 2, draft.ageSpot == nil,
      words[0].scalars.count == (Sign.prefix(words[0].scalars)?.length ?? 0),
      word.scalars.first?.isDigit == true
    {
      // `○ 72農業`: the age may stand apart from its sign.
      readBehindSign(word)
      return
    }
    readWord(word)
  }

  private static let halves: WordSet = ["early", "late", "mid"]
  private static let months: WordSet = ["month", "months", "mo"]
  private static let counters: WordSet = [
    "month", "months", "mo", "year", "years", "yrs", "yr", "yo", "y.o.", "y/o", "old",
  ]
  private static let old: WordSet = ["old"]

  /// `early 70s`.
  private func twoWordAge() -> Age? {
    guard Self.halves.contains(words[index].scalars), let next = words[safe: index + 1]
    else {
      return nil
    }
    let joined = words[index].scalars + [" "] + next.scalars
    guard case .age(let age, let end) = AgeText.prefix(joined), end == joined.count else { return nil }
    return age
  }

  /// `○70代 前半`: a half that stands apart from its band.
  private func halfOfBand(_ word: Word) -> Age? {
    guard case .band(let band) = draft.age, band.count == 10,
      index == 1 || words[index - 1].scalars.last == "代"
    else { return nil }
    let joined = Array("\(band.lowerBound)".unicodeScalars) + word.scalars
    guard case .age(.band(let half), let end) = AgeText.prefix(joined), end == joined.count else {
      return nil
    }
    return .band(half)
  }

  private mutating func readWord(_ word: Word) {
    if PlanText.stays.contains(word.scalars) {
      draft.plans.append((.stays, Spot(node: node, range: word.range)))
    } else if AgeText.isSchoolYear(word.scalars) {
      occupation.append(word.text)
    } else if readsAway(word) || readsRelation(word) || readsAge(word) {
      return
    } else if isAge(word) {
      tellSecondAge(word)
    } else if word.scalars.allSatisfy(\.isDigit) {
      tellStrayNumber(word)
    } else if let glued = GluedWord(word) {
      readWord(glued.occupation)
      if case .plan(let plan) = PlanText.read([glued.rest], at: 0) {
        take(plan)
      } else {
        readWord(glued.rest)
      }
    } else if word.scalars != ["?"], !DoubtfulOccupation.isSeparator(word) {
      if let doubt = DoubtfulOccupation.hint(for: word) { tellDoubt(word, doubt) }
      occupation.append(word.text)
    }
  }

  // MARK: - Living away

  private mutating func readsAway(_ word: Word) -> Bool {
    let isAway = ResidentWords.away.contains(word.scalars)
    if !isAway, let place = ResidentWords.placeBeforeAway(word) {
      draft.away = Away(place: place.text)
      return true
    }
    let isJapanese = word.scalars.holds(ResidentWords.awayPrefix, at: 0)
    guard isAway || isJapanese || ResidentWords.beginsAway(word.scalars) else { return false }
    let rest = isAway ? nil : word.dropping(isJapanese ? 2 : 4)
    if let rest {
      draft.away = Away(place: ResidentText.unwrapped(rest))
    } else if let next = words[safe: index], isPlace(next) {
      draft.away = Away(place: next.scalars == ["?"] ? nil : ResidentText.unwrapped(next))
      index += 1
    } else {
      draft.away = Away()
    }
    return true
  }

  /// Whether a word behind 他出 is where, being none of the table's.
  private func isPlace(_ word: Word) -> Bool {
    if case .none = PlanText.read([word], at: 0) {} else { return false }
    if DoubtfulOccupation.isReturning(word) { return false }
    let isVerb = word.scalars.first?.isLatin == true && PlanVerb.words[word.scalars] != nil
    return !isVerb && !PlanText.stays.contains(word.scalars) && Words.relations[word.scalars] == nil
      && word.scalars.first?.isDigit != true
  }

  /// Without the brackets or the colon that it stands in.
  private static func unwrapped(_ word: Word) -> String? {
    let marks: Set<Unicode.Scalar> = ["(", ")", ":", " "]
    let original = Array(word.text.unicodeScalars)
    let kept = original.indices.filter { !marks.contains(word.scalars[$0]) }
    guard let first = kept.first, let last = kept.last else { return nil }
    return String(String.UnicodeScalarView(original[first...last])).trimmed
  }

  // MARK: - Relation and age

  private mutating func readsRelation(_ word: Word) -> Bool {
    guard let relation = Words.relations[word.scalars] else { return false }
    let spot = Spot(node: node, range: word.range)
    if draft.relation != nil {
      // That they live in the same house is no second relation.
      if relation != .other, !isSecondTold {
        RelationChecks(report: report).tellSecond(word, spot)
        isSecondTold = true
      }
      return true
    }
    draft.relation = relation
    draft.relationSpot = spot
    RelationChecks(report: report).check(word.text, draft.sex, spot)
    return true
  }

  private mutating func readsAge(_ word: Word) -> Bool {
    switch AgeText.prefix(word.scalars) {
    case .none: return false
    case .age(let age, let end):
      guard end == word.scalars.count, word.scalars != ["?"] else { return false }
      guard draft.ageSpot == nil else { return false }
      set(age, word)
      return true
    case .bad(let message, let hint, let end):
      guard end == word.scalars.count, draft.ageSpot == nil else { return false }
      report.error(.badAge, at: report.place(node, word.range), message, hint: hint)
      draft.ageSpot = Spot(node: node, range: word.range)
      draft.isAgeUnread = true
      return true
    }
  }

  /// Whether a word is an age though the person has one already.
  private func isAge(_ word: Word) -> Bool {
    guard draft.ageSpot != nil, !word.scalars.allSatisfy(\.isDigit), word.scalars.first?.isDigit == true
    else {
      return false
    }
    switch AgeText.prefix(word.scalars) {
    case .none: return false
    case .age(_, let end), .bad(_, _, let end): return end == word.scalars.count
    }
  }

  private mutating func set(_ age: Age, _ word: Word) {
    draft.age = age
    draft.ageSpot = Spot(node: node, range: word.range)
  }

  private mutating func take(_ plan: PlanWord) {
    let spot = Spot(node: node, range: plan.range)
    guard let read = ResidentText.plan(plan) else {
      report.error(
        .unknownWord, at: report.place(spot),
        Phrase(
          ja: "これは家に起こることで、人には書けません。", en: "This happens to a house, not to a person."),
        hint: Phrase(
          ja: "家の一覧の中に、人とは別に書いてください: [○81, 2035解体]",
          en: "Write it in the house's list, apart from the people: [○81, 2035解体]"))
      return
    }
    draft.plans.append((read, spot))
  }

  /// The plan of a person that a plan word stands for; nil for those of dwellings.
  static func plan(_ word: PlanWord) -> ResidentPlan? {
    switch word.verb {
    case .leaves: .leaves(word.when)
    case .returns: .returns(word.when)
    case .marries: .bringsPartner(word.when, age: word.partnerAge)
    case .care: .movesIntoCare(word.when)
    case .movesIn, .built, .demolished: nil
    }
  }

  // MARK: - Messages

  private func tellMissingSign(_ word: Word) {
    report.error(
      .missingSign, at: report.place(node, word.range),
      Phrase(
        ja: "人は ○(男)か △(女)、わからなければ ？ で始めます。", en: "A person begins with ○ (man), △ (woman) or ？ (unknown)."),
      hint: MissingSign.hint(for: words))
  }

  private func tellDoubt(_ word: Word, _ hint: Phrase) {
    report.warning(
      .doubtfulOccupation, at: report.place(node, word.range),
      Phrase(
        ja: "「\(word.text.shortened)」を職業として読みました。", en: "“\(word.text.shortened)” was read as an occupation."),
      hint: hint)
  }

  private func tellOpenRange(_ dash: Word) {
    guard let range = draft.age.range(in: 0, baseYear: 0), !draft.isAgeUnread else { return }
    let told = AgeText.openRange(range, dash.text)
    report.warning(
      .badAge, at: report.place(draft.ageSpot ?? draft.spot), told.message, hint: told.hint)
  }

  private func tellSecondAge(_ word: Word) {
    report.error(
      .strayNumber, at: report.place(node, word.range),
      Phrase(ja: "一人に年齢が二つ書かれています。", en: "There are two ages for one person."),
      hint: Phrase(
        ja: "確かなほうを一つだけ残してください。別の人なら、その前に ○ か △ を書いてください。",
        en: "Keep the one you are sure of. If it is another person's, write ○ or △ before it."))
  }

  private func tellStrayNumber(_ word: Word) {
    let isYear = NumberText.integer(word.text).map(YearText.range.contains) ?? false
    report.error(
      .strayNumber, at: report.place(node, word.range),
      Phrase(
        ja: "「\(word.text.shortened)」が何の数かわかりません。",
        en: "It is not clear what the number \(word.text.shortened) means."),
      hint: isYear
        ? Phrase(
          ja: "年の後ろに、起こることを書いてください: \(word.text)出、\(word.text)戻、\(word.text)婚、\(word.text)施設。",
          en:
            "Say what happens: leaves \(word.text), returns \(word.text), marries \(word.text), care \(word.text)."
        )
        : Phrase(ja: "年齢は印のすぐ後ろに一つだけ書きます。", en: "The age stands once, right behind the sign."))
  }
}
