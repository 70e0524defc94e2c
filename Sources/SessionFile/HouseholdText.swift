import Diagnostics
import Workshop

/// Reads what stands for a house: `[○78 農業, △75]`, `空き家 2019`, `120,40 ○78`, `2030入居 ○35 △33 ○3`.
struct HouseholdText {
  private let report: Report
  private let residents: ResidentReader
  private(set) var draft: HouseholdDraft

  /// Reads a scalar or a list.
  static func read(_ node: Node, report: Report) -> HouseholdDraft {
    var reader = HouseholdText(node: node, report: report)
    switch node.content {
    case .scalar(let text): reader.read(text, of: node, isAlone: true)
    case .list(let list): for element in list { reader.readElement(element) }
    case .null, .table: break
    }
    return reader.draft
  }

  /// Reads plans only, as under `plans` and in scenarios.
  static func readPlans(_ node: Node, report: Report) -> [(plan: DwellingPlanDraft, spot: Spot)] {
    var reader = HouseholdText(node: node, report: report)
    switch node.content {
    case .list(let list): for element in list { reader.readPlanElement(element) }
    default: reader.readPlanElement(node)
    }
    return reader.draft.plans
  }

  private init(node: Node, report: Report) {
    self.report = report
    residents = ResidentReader(report: report)
    draft = HouseholdDraft(spot: Spot(node: node))
  }

  // MARK: - Elements of a list

  private mutating func readElement(_ node: Node) {
    switch node.content {
    case .scalar(let text) where text.trimmed.isEmpty:
      report.error(
        .missingValue, at: report.place(node),
        Phrase(ja: "ここに何も書かれていません。", en: "Nothing is written here."),
        hint: Phrase(
          ja: "消すか、だれか分からない人なら「？」と書いてください。", en: "Remove it, or write ？ for somebody nobody knows."))
    case .scalar(let text): read(text, of: node, isAlone: false)
    case .table(let entries):
      let isPlan = entries.contains { entry in
        guard let key = entry.key.text?.asKey else { return false }
        return DwellingPlanKey.allCases.contains { $0 != .people && $0.names.contains { $0.asKey == key } }
      }
      if isPlan { readSpelledOutPlan(node) } else { draft.people += residents.list(node) }
    case .null, .list:
      report.tellWrongType(node, expected: Phrase(ja: "人(○72 農業 など)", en: "a person, such as ○72 農業"))
    }
  }

  private mutating func readPlanElement(_ node: Node) {
    switch node.content {
    case .null: return
    case .table: readSpelledOutPlan(node)
    case .list:
      report.tellWrongType(node, expected: Phrase(ja: "予定(2030入居 など)", en: "a plan, such as moves-in 2030"))
    case .scalar(let text):
      let words = Word.split(text)
      var index = 0
      while index < words.count {
        if let next = readPlan(words, index, node) {
          index = next
        } else {
          residents.tellNoPlan(words[index], node, ofDwelling: true)
          return
        }
      }
    }
  }

  // MARK: - Words

  private mutating func read(_ text: String, of node: Node, isAlone: Bool) {
    let bare = HouseholdText.withoutBrackets(text)
    var words = Word.split(bare)
    if isAlone { takePoint(bare, &words, node) }
    var index = 0
    while index < words.count {
      if let next = readPlan(words, index, node) {
        index = next
      } else if isAlone, let next = readState(words, index, node) ?? readKind(words, index, node) {
        index = next
      } else if !isAlone, index == 0, words[0].scalars != ["?"],
        let next = readState(words, index, node) ?? readKind(words, index, node)
      {
        index = next
      } else {
        index = readPeople(words, index, node, isAlone: isAlone)
      }
    }
  }

  /// Full-width brackets around a list are no list to YAML; the words inside are as good. Blanks take their place, so
  /// that everything stays where it was.
  private static func withoutBrackets(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, "［【".unicodeScalars.contains(first),
      let last = text.unicodeScalars.last, "］】".unicodeScalars.contains(last)
    else { return text }
    return " " + String(String.UnicodeScalarView(text.unicodeScalars.dropFirst().dropLast())) + " "
  }

  private mutating func takePoint(_ text: String, _ words: inout [Word], _ node: Node) {
    let scalars = text.unicodeScalars.map(\.folded)
    guard let found = PointText.prefix(scalars) else { return }
    draft.point = found.point
    draft.pointSpot = Spot(node: node, range: 0..<found.end)
    words.removeAll { $0.range.lowerBound < found.end }
  }

  /// Residents from `index` on, until a plan of the dwelling.
  private mutating func readPeople(_ words: [Word], _ index: Int, _ node: Node, isAlone: Bool) -> Int {
    var end = index + 1
    while end < words.count, !beginsPlan(words, end) { end += 1 }
    let first = words[index]
    guard Sign.prefix(first.scalars) != nil else {
      if isAlone {
        tellUnknown(words[index...], node)
      } else {
        draft.people += residents.row(Array(words[index..<end]), of: node)
      }
      return isAlone ? words.count : end
    }
    draft.people += residents.row(Array(words[index..<end]), of: node)
    return end
  }

  private func beginsPlan(_ words: [Word], _ index: Int) -> Bool {
    if case .plan(let plan) = PlanText.read(words, at: index) { return plan.verb.isOfDwelling }
    return false
  }

  private mutating func readPlan(_ words: [Word], _ index: Int, _ node: Node) -> Int? {
    switch PlanText.read(words, at: index) {
    case .none: return nil
    case .bad(let code, let message, let hint, let range, let count):
      report.error(code, at: report.place(node, range), message, hint: hint)
      return index + count
    case .plan(let plan):
      let next = index + plan.count
      let spot = Spot(node: node, range: plan.range)
      switch plan.ofDwelling {
      case .built(let year): draft.plans.append((.built(year), spot))
      case .demolished(let year): draft.plans.append((.demolished(year), spot))
      case .movesIn(let year):
        var end = next
        while end < words.count, !beginsPlan(words, end) { end += 1 }
        var family = FamilyDraft(year: year)
        let row = Array(words[next..<end])
        // `？` alone: a household nobody knows.
        if !(row.count == 1 && row[0].scalars == ["?"]) { family.people = residents.row(row, of: node) }
        draft.plans.append((.family(family), spot))
        return end
      case nil:
        report.error(
          .unknownWord, at: report.place(spot),
          Phrase(
            ja: "これは人に起こることですが、誰のことかわかりません。", en: "This happens to a person, but it is not clear to whom."),
          hint: Phrase(ja: "その人の後ろに書いてください: ○19 学生 2026出", en: "Write it behind the person: ○19 学生 2026出"))
      }
      return next
    }
  }

  // MARK: - State and kind

  private mutating func readState(_ words: [Word], _ index: Int, _ node: Node) -> Int? {
    let word = words[index]
    if let state = Words.states[word.scalars] {
      if word.scalars == ["?"], isPerson(words, index) { return nil }
      guard state == .vacant else {
        set(.unknown, Spot(node: node, range: word.range))
        return index + 1
      }
      return readSince(words, index + 1, from: word, node)
    }
    guard let length = HouseholdText.vacantPrefix(word) else { return nil }
    var pieces = words
    pieces[index] = word.keeping(length)
    pieces.insert(word.dropping(length), at: index + 1)
    let next = readSince(pieces, index + 1, from: pieces[index], node)
    return next == index + 1 ? nil : next - 1
  }

  /// Whether `？` is a person nobody knows, beside others, rather than the household: only what will happen to a house may
  /// stand behind an unknown household, as in `？ 2035解体`.
  private func isPerson(_ words: [Word], _ index: Int) -> Bool {
    !draft.people.isEmpty || (index + 1 < words.count && !beginsPlan(words, index + 1))
  }

  /// The year behind 空き家: `2019`, `2019年から`, `(2019)`, `since 2019`.
  private mutating func readSince(_ words: [Word], _ index: Int, from first: Word, _ node: Node) -> Int {
    var next = index
    if let word = words[safe: next], HouseholdText.since.contains(word.scalars) { next += 1 }
    guard let word = words[safe: next] else {
      set(.vacant(since: nil), Spot(node: node, range: first.range))
      return index
    }
    var scalars = word.scalars
    if scalars.first == "(" { scalars.removeFirst() }
    if scalars.last == ")" { scalars.removeLast() }
    guard let year = YearText.prefix(scalars, at: 0) else {
      if next > index || scalars.allSatisfy(\.isDigit) {
        report.tellBadYear(word.text, at: report.place(node, word.range))
      }
      set(.vacant(since: nil), Spot(node: node, range: first.range))
      return next > index || scalars.allSatisfy(\.isDigit) ? next + 1 : index
    }
    let rest = String(String.UnicodeScalarView(scalars.dropFirst(year.end)))
    guard ["", "から", "より", "以来", "~", "〜", "頃", "ごろ"].contains(rest) else {
      set(.vacant(since: nil), Spot(node: node, range: first.range))
      return index
    }
    set(.vacant(since: year.year), Spot(node: node, range: word.range))
    return next + 1
  }

  private static let since: WordSet = ["since"]

  /// The words for a vacant house, the longest first.
  private static let vacantWords = Words.states.entries.filter { $0.value == .vacant }.flatMap(\.words)
    .map { Array($0.unicodeScalars) }.sorted { $0.count > $1.count }

  /// How much of 空き家2019 is the word before the year.
  private static func vacantPrefix(_ word: Word) -> Int? {
    for letters in vacantWords {
      guard word.scalars.count > letters.count, word.scalars.holds(letters, at: 0) else { continue }
      let start = word.scalars[letters.count] == "(" ? letters.count + 1 : letters.count
      if YearText.prefix(word.scalars, at: start) != nil { return letters.count }
    }
    return nil
  }

  private mutating func set(_ state: HouseholdDraft.State, _ spot: Spot) {
    draft.state = state
    draft.stateSpot = spot
  }

  private mutating func readKind(_ words: [Word], _ index: Int, _ node: Node) -> Int? {
    var count = 1
    var kind = Words.houseKinds[words[index].scalars]
    if kind == nil, let next = words[safe: index + 1] {
      kind = Words.houseKinds[words[index].scalars + ["-"] + next.scalars]
      count = 2
    }
    guard let kind, draft.kind == nil else { return nil }
    draft.kind = kind
    draft.kindSpot = Spot(node: node, range: words[index].range)
    guard kind == .apartment, let word = words[safe: index + count],
      let units = NumberText.integer(word.text, units: ["部屋", "室", "戸"])
    else { return index + count }
    draft.unitCount = units
    return index + count + 1
  }

  private func tellUnknown(_ words: ArraySlice<Word>, _ node: Node) {
    guard let word = words.first else { return }
    let known = Words.states.words + Words.houseKinds.words
    let people = words.dropFirst().filter { Sign.beginsResident($0, after: word) }
    let isVacant = draft.state != nil || word.text.contains("空")
    let isPerson = !isVacant && (word.scalars.contains(where: \.isDigit) || word.text.contains("夫婦"))
    if isPerson, Suggestion.nearest(to: word.text, among: known) == nil {
      _ = residents.row(Array(people.isEmpty ? words : [word]), of: node)
      return
    }
    report.error(
      .unknownWord, at: report.place(node, word.range),
      Phrase(
        ja: "「\(word.text.shortened)」は家のことばとして読めません。",
        en: "“\(word.text.shortened)” cannot be read as a house."),
      hint: people.first.map { HouseholdText.named(word, $0) } ?? Suggestion.hint(
        for: word.text, among: known)
        ?? HouseholdText.forms(isVacant: isVacant || word.text.contains("住んで")))
  }

  /// 田中 ○72 △70: the family's name, and its people.
  private static func named(_ word: Word, _ person: Word) -> Phrase {
    Phrase(
      ja: "家の名前なら {名前: \(word.text.shortened), 人: [\(person.text.shortened), …]} と書きます。",
      en:
        "If it is the family's name, write {name: \(word.text.shortened), people: [\(person.text.shortened), …]}."
    )
  }

  private static func forms(isVacant: Bool) -> Phrase {
    if isVacant {
      return Phrase(
        ja: "空き家は「空き家」か、いつからかを西暦で添えて「空き家 2019」と書きます。",
        en: "Write vacant, or vacant 2019 with the year since when.")
    }
    return Phrase(
      ja: "人は「○72 農業」のように書きます。ほかに書けるのは 空き家、空き地、店、施設、？(わからない)です。",
      en:
        "People are written as ○72 farmer. Otherwise it can be vacant, empty lot, shop, facility or ？ (unknown)."
    )
  }

  // MARK: - Plans spelled out

  private mutating func readSpelledOutPlan(_ node: Node) {
    guard let fields = Fields<DwellingPlanKey>(node, what: Phrase(ja: "家の予定", en: "a plan"), report: report)
    else {
      return
    }
    if let year = report.year(fields[.movesIn]) {
      let people = fields[.people].map { residents.list($0) } ?? []
      let spot = Spot(node: fields.keyNode(.movesIn) ?? node)
      draft.plans.append((.family(FamilyDraft(year: year, people: people)), spot))
    }
    if let year = report.year(fields[.built]) {
      draft.plans.append((.built(year), Spot(node: fields.keyNode(.built) ?? node)))
    }
    if let year = report.year(fields[.demolished]) {
      draft.plans.append((.demolished(year), Spot(node: fields.keyNode(.demolished) ?? node)))
    }
    if !DwellingPlanKey.allCases.contains(where: { $0 != .people && fields.has($0) }) {
      report.error(
        .missingKey, at: report.place(node),
        Phrase(ja: "いつ何が起こるかが書かれていません。", en: "It does not say what will happen, and when."),
        hint: PlanVerb.forms(ofDwelling: true))
    }
  }
}
