import Diagnostics
import Workshop

/// Reads the families of a scenario: `{2030: 2}`, `{2030: [○35 △33 ○3, ○40 △38]}`, `{B: {2030: 2}}`.
struct FamiliesReader {
  let report: Report
  let maps: [TableMap]

  static let each: WordSet = ["each", "どの家族も"]
  /// What may stand behind a number of families.
  static let units = ["家族", "世帯", "組", "軒"]
  /// How many families an entry may count.
  static let numbers = 1...1_000

  func families(_ node: Node?) -> [ComingFamily] {
    guard let node, let entries = entries(node) else { return [] }
    let usual = usual(entries)
    return entries.flatMap { name, entry -> [ComingFamily] in
      guard !isEach(name) else { return [] }
      guard YearText.prefix(Array(name.folded.trimmed.unicodeScalars), at: 0) == nil else {
        guard maps.count < 2, let map = maps.first else {
          if !maps.isEmpty { tellWhichMap(entry.key) }
          return []
        }
        return families(entry, on: map, usual)
      }
      guard let map = maps.first(where: { $0.id == name.asID }) else {
        tellNoYear(entry.key, name)
        return []
      }
      guard let own = self.entries(entry.value) else { return [] }
      let ownUsual = self.usual(own) ?? usual
      return own.filter { !isEach($0.name) }.flatMap { families($0.entry, on: map, ownUsual) }
    }
  }

  private func isEach(_ name: String) -> Bool { Self.each.contains(Array(name.asWord.unicodeScalars)) }

  private func entries(_ node: Node) -> [(name: String, entry: Node.Entry)]? {
    guard case .table(let entries) = node.content else {
      if !node.isNull {
        report.tellWrongType(
          node, expected: Phrase(ja: "年ごとの家族(2030: 2)", en: "families by year (2030: 2)"))
      }
      return nil
    }
    return report.named(entries)
  }

  /// Who a family is that is only counted.
  private func usual(_ entries: [(name: String, entry: Node.Entry)]) -> [ResidentDraft]? {
    entries.first { isEach($0.name) }.map { ResidentReader(report: report).list($0.entry.value) }
  }

  private func families(_ entry: Node.Entry, on map: TableMap, _ usual: [ResidentDraft]?) -> [ComingFamily] {
    guard let year = report.year(entry.key) else { return [] }
    let checks = PlanChecks(report: report, baseYear: map.baseYear, horizons: map.horizons)
    checks.checkYear(year, Spot(node: entry.key))
    let place = report.place(entry.key)
    return drafts(entry.value, usual).flatMap { people, count in
      for person in people {
        checks.check(
          person.plans, isAway: person.away != nil, age: person.age, told: year,
          isAgeUnread: person.isAgeUnread)
      }
      let family = ComingFamily(
        map: map.id, year: year,
        people: PeopleReader(report: report, year: year).residents(people, of: "@\(year)"), place: place)
      return Array(repeating: family, count: count)
    }
  }

  /// The people of each family, and how many families are like it: what is said once is looked at and told of once.
  private func drafts(_ node: Node, _ usual: [ResidentDraft]?) -> [(people: [ResidentDraft], count: Int)] {
    switch node.content {
    case .null, .table:
      report.tellWrongType(node, expected: Self.expected)
      return []
    case .scalar(let text):
      if let count = NumberText.integer(text, units: Self.units) {
        guard Self.numbers.contains(count) else {
          report.tellBadValue(node, Phrase(ja: "家族の数", en: "a number of families"), hint: Self.hint)
          return []
        }
        if usual == nil { tellNobodyKnows(node) }
        return [(usual ?? [], count)]
      }
      return [(family(node), 1)]
    case .list(let list):
      let families = list.map(family)
      if families.count > 1, families.allSatisfy({ $0.count == 1 }) {
        tellOnePersonEach(node, families.count)
      }
      return families.map { ($0, 1) }
    }
  }

  /// One family: people in a row, or a list of them. `？` is a household nobody knows.
  private func family(_ node: Node) -> [ResidentDraft] {
    if let text = node.text, ["?", "？"].contains(text.trimmed) { return [] }
    return ResidentReader(report: report).list(node)
  }

  // MARK: - Messages

  private static let expected = Phrase(
    ja: "家族の数か、その人たち(2、○35 △33 ○3)", en: "a number of families, or their people (2, ○35 △33 ○3)")
  private static let hint = Phrase(
    ja: "{2030: 2} か {2030: [○35 △33 ○3, ○40 △38]} のように書いてください。",
    en: "Write {2030: 2} or {2030: [○35 △33 ○3, ○40 △38]}.")

  private func tellWhichMap(_ node: Node) {
    report.error(
      .ambiguousReference, at: report.place(node),
      Phrase(ja: "どの地図に来る家族かわかりません。", en: "It is not clear to which map these families come."),
      hint: Phrase(
        ja: "地図の id を付けてください: {\(maps[0].id): {2030: 2}}。",
        en: "Write the map's id: {\(maps[0].id): {2030: 2}}."))
  }

  private func tellNoYear(_ node: Node, _ name: String) {
    report.error(
      .badYear, at: report.place(node),
      Phrase(
        ja: "「\(name.shortened)」は、年としても地図の id としても読めません。",
        en: "“\(name.shortened)” is neither a year nor the id of a map."),
      hint: Self.hint)
  }

  private func tellNobodyKnows(_ node: Node) {
    report.note(
      .familyWithoutPeople, at: report.place(node),
      Phrase(
        ja: "だれが来るか書かれていないので、分からない世帯とします。人口には数えません。",
        en: "Nobody said who comes: households nobody knows, who are not counted in the population."),
      hint: Phrase(
        ja: "人も数えるには、「どの家族も: ○35 △33 ○3」を書き添えてください。",
        en: "To count people too, add `each: ○35 △33 ○3`."))
  }

  private func tellOnePersonEach(_ node: Node, _ count: Int) {
    report.warning(
      .familyOfOne, at: report.place(node),
      Phrase(
        ja: "一人ずつの \(count) 家族として読みました。", en: "This was read as \(count) families of one person each."),
      hint: Phrase(
        ja: "一つの家族なら「,」を取ってください: ○35 △33 ○3。", en: "If they are one family, take the commas out: ○35 △33 ○3.")
    )
  }
}
