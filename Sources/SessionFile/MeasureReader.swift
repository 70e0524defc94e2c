import Diagnostics
import Workshop

/// Reads what could be done: measures behind their names.
struct MeasureReader {
  let report: Report
  let maps: [TableMap]

  func measures(_ node: Node?) -> [Measure] {
    guard let node else { return [] }
    guard case .table(let entries) = node.content else {
      report.tellWrongType(
        node, expected: Phrase(ja: "名前ごとの「できること」", en: "each measure behind its name"))
      return []
    }
    let changes = ChangesReader(report: report, index: References.Index(maps))
    return report.named(entries).flatMap { measures($0.name.trimmed, $0.entry, changes) }
  }

  private func measures(_ name: String, _ entry: Node.Entry, _ changes: ChangesReader) -> [Measure] {
    guard !entry.value.isNull else {
      tellEmpty(name, entry.key)
      return []
    }
    guard
      let fields = Fields<MeasureKey>(
        entry.value, what: Phrase(ja: "できること", en: "a measure"), report: report)
    else { return [] }
    var found: [Measure] = []
    let (people, houses) = (changes.people(fields[.people]), changes.houses(fields[.houses]))
    if !people.isEmpty || !houses.isEmpty {
      found.append(Measure(name: name, deed: .changes(people: people, houses: houses)))
    }
    // Of whom it is said is found out by map; here people of whom it cannot be said are told.
    let away = changes.eachAway(fields[.eachAway], maps: maps)
    if !away.plans.isEmpty { found.append(Measure(name: name, deed: .eachAway(away.plans))) }
    found += eachVacant(fields[.eachVacant], changes).map {
      Measure(name: name, deed: .eachVacant(year: $0.year, people: $0.people))
    }
    if fields.isEmpty { tellEmpty(name, entry.key) }
    return found
  }

  private func eachVacant(_ node: Node?, _ changes: ChangesReader) -> [(year: Int, people: [Resident])] {
    guard let node else { return [] }
    let drafts = HouseholdText.readPlans(node, report: report)
    let checks = changes.checks(of: maps)
    checks.check(drafts, people: [])
    let plans = DwellingPlans(report: report, baseYear: checks.baseYear, horizons: checks.horizons)
    return zip(drafts, plans.plans(drafts, of: "")).compactMap { draft, plan in
      if case .familyMovesIn(let year, let people) = plan { return (year, people) }
      report.error(
        .badValue, at: report.place(draft.spot),
        Phrase(ja: "空き家ごとには、入居だけを書けます。", en: "Only a family that moves in can stand here."),
        hint: Phrase(ja: "2030入居 ○35 △33 ○3 のように書いてください。", en: "Write moves-in 2030 ○35 △33 ○3."))
      return nil
    }
  }

  private func tellEmpty(_ name: String, _ node: Node) {
    report.warning(
      .emptyMeasure, at: report.place(node),
      Phrase(
        ja: "できること「\(name.shortened)」には何も書かれていません。", en: "The measure “\(name.shortened)” does nothing."),
      hint: Phrase(
        ja: "人、家、他出の人ごと、空き家ごとのどれかを書いてください。",
        en: "Give it people, houses, each-away or each-vacant."))
  }
}

/// Reads the figures that are to be kept.
struct TargetReader {
  let report: Report

  func targets(_ node: Node?) -> [Target] {
    guard let node,
      let fields = Fields<TargetKey>(node, what: Phrase(ja: "めあて", en: "the targets"), report: report)
    else { return [] }
    return TargetKey.allCases.compactMap { key in
      guard let node = fields[key], let hundredths = amount(node, key) else { return nil }
      return Target(key.figure, hundredths: hundredths)
    }
  }

  private func amount(_ node: Node, _ key: TargetKey) -> Int? {
    let what =
      key.figure.isShare ? Phrase(ja: "割合(％)", en: "a percentage") : Phrase(ja: "数", en: "a number")
    guard let text = node.text else {
      report.tellWrongType(node, expected: what)
      return nil
    }
    guard let value = TargetText.hundredths(text, units: key.units) else {
      report.tellBadValue(
        node, what,
        hint: Phrase(
          ja: "0 以上の数を、小数点より下は二けたまでで書いてください(\(key.units[0])は付けても付けなくてもかまいません)。",
          en: "Write a number of 0 or more, with at most two digits after the point."))
      return nil
    }
    guard !key.figure.isShare || value <= 10_000 else {
      report.error(
        .badValue, at: report.place(node),
        Phrase(ja: "割合は 100％ までです。", en: "A share is at most 100 %."))
      return nil
    }
    return value
  }
}

/// The value of a target as people write it, in the file and on the command line.
public enum TargetText {
  /// `20`, `1.5`, `３０％`, in hundredths; nil where it is no number from 0 to a million with two digits after the point.
  public static func hundredths(_ text: String, units: [String] = []) -> Int? {
    var word = text.folded.trimmed
    for unit in units.map(\.folded) where word.hasSuffix(unit) {
      word = String(word.dropLast(unit.count)).trimmed
      break
    }
    let parts = word.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = digits(parts.first ?? "", 1...7), whole <= 1_000_000 else {
      return nil
    }
    guard parts.count == 2 else { return whole * 100 }
    guard let rest = digits(parts[1], 1...2) else { return nil }
    return whole * 100 + (parts[1].utf8.count == 1 ? rest * 10 : rest)
  }

  private static func digits(_ text: Substring, _ lengths: ClosedRange<Int>) -> Int? {
    guard lengths.contains(text.utf8.count), text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else {
      return nil
    }
    return Int(text)
  }

  /// The figure that goes by a name, in either language; nil where none does.
  public static func figure(_ name: String) -> TargetFigure? {
    // Maps and tables head the number of people with this word.
    if name.asKey == "people".asKey { return .population }
    return TargetKey.allCases.first { key in key.names.contains { $0.asKey == name.asKey } }?.figure
  }

  /// Every name of a figure, the English one first, then the Japanese one that is shown.
  public static func names(of figure: TargetFigure) -> [String] {
    TargetKey.allCases.first { $0.figure == figure }?.names ?? [figure.rawValue]
  }

  /// Counter words that may stand behind the value of a figure.
  public static func units(of figure: TargetFigure) -> [String] {
    TargetKey.allCases.first { $0.figure == figure }?.units ?? []
  }
}
