import Diagnostics
import Workshop

/// Reads the scenarios: named sets of changes that refer to people and houses of the maps.
struct ScenarioReader {
  let report: Report
  let maps: [TableMap]

  func scenarios(_ node: Node?) -> [Scenario] {
    guard let node else { return [] }
    guard case .table(let entries) = node.content else {
      report.tellWrongType(
        node, expected: Phrase(ja: "名前ごとの「もしも」", en: "each scenario behind its name"))
      return []
    }
    let index = References.Index(maps)
    return report.named(entries).compactMap { scenario($0.name.trimmed, $0.entry, index) }
  }

  private func scenario(_ name: String, _ entry: Node.Entry, _ index: References.Index) -> Scenario? {
    guard !entry.value.isNull else {
      tellEmpty(name, entry.key)
      return Scenario(name: name)
    }
    guard
      let fields = Fields<ScenarioKey>(entry.value, what: Phrase(ja: "もしも", en: "a scenario"), report: report)
    else { return nil }
    var scenario = Scenario(name: name, rules: RulesReader(report: report).rules(fields[.rules]))
    let changes = ChangesReader(report: report, index: index)
    // What is said of somebody by name comes before what is said of everybody away.
    scenario.people = changes.people(fields[.people])
    let away = changes.eachAway(fields[.eachAway], maps: maps, named: scenario.people)
    for person in away.people { scenario.people[person] = away.plans }
    scenario.houses = changes.houses(fields[.houses])
    scenario.families = FamiliesReader(report: report, maps: maps).families(fields[.families])
    if fields.isEmpty { tellEmpty(name, entry.key) }
    return scenario
  }

  private func tellEmpty(_ name: String, _ node: Node) {
    report.warning(
      .emptyScenario, at: report.place(node),
      Phrase(
        ja: "もしも「\(name.shortened)」には何も書かれていません。", en: "The scenario “\(name.shortened)” changes nothing."),
      hint: Phrase(
        ja: "決まり、人、他出の人ごと、家、家族のどれかを書いてください。",
        en: "Give it rules, people, each-away, houses or families."))
  }
}
