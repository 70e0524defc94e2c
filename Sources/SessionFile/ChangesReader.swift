import Diagnostics
import Workshop

/// Reads what is said of single people and houses of the maps, in scenarios and measures.
struct ChangesReader {
  let report: Report
  let index: References.Index

  /// Plans behind the ids of people.
  func people(_ node: Node?) -> [String: [ResidentPlan]] {
    var found: [String: [ResidentPlan]] = [:]
    let references = References(report: report)
    for (key, value) in references.references(node, index.people, .unknownPerson) {
      let plans = ResidentReader(report: report).plans(value)
      // "Stays" is how a scenario undoes that somebody leaves; "returns" may follow it.
      checks(of: key.map).check(
        plans, isAway: key.isAway, age: key.resident?.age ?? .unknown, told: key.told,
        onSheet: key.resident?.plans ?? [])
      found[key.id] = plans.map(\.plan)
    }
    return found
  }

  /// What is said of everybody who is drawn as living away, and who they are. People of whom it cannot be said, as their age
  /// is not known or has been reached, are left as they are, and told.
  ///
  /// - Parameter named: Those of whom something is said by name.
  func eachAway(
    _ node: Node?, maps: [TableMap], named: [String: [ResidentPlan]] = [:]
  ) -> (plans: [ResidentPlan], people: [String]) {
    guard let node else { return ([], []) }
    let plans = ResidentReader(report: report).plans(node)
    for (plan, spot) in plans {
      if case .year(let year) = plan.when { checks(of: maps).checkYear(year, spot) }
    }
    var (found, unknown, reached): ([String], [String], [String]) = ([], [], [])
    for map in maps {
      func ids(_ people: [Resident]) -> [String] {
        people.map { index.people[$0.id]?.count == 1 ? $0.id : "\(map.id)/\($0.id)" }
          .filter { named[$0] == nil }
      }
      let away = map.away(plans.map(\.plan))
      found += ids(away.fit)
      unknown += ids(away.others.filter { $0.age == .unknown })
      reached += ids(away.others.filter { $0.age != .unknown })
    }
    guard report.knowsYears else { return (plans.map(\.plan), found) }
    tellLeftOut(
      unknown, .unknownAge, node,
      Phrase(ja: "年齢がわからないので、このことを当てはめません", en: "left as they are, for their age is not known"))
    tellLeftOut(
      reached, .planInThePast, node,
      Phrase(ja: "もうその歳になっているので、このことを当てはめません", en: "left as they are, for they are that old already"))
    return (plans.map(\.plan), found)
  }

  private func tellLeftOut(_ people: [String], _ code: FindingCode, _ node: Node, _ why: Phrase) {
    guard !people.isEmpty else { return }
    report.warning(
      code, at: report.place(node),
      Phrase(
        ja: "\(people.joined(separator: "、"))は、\(why.ja)。",
        en: "\(people.joined(separator: ", ")): \(why.en)."),
      hint: Phrase(
        ja: "この人たちには、「人」で年を書けます: \(people[0]): 2035戻。",
        en: "For them, give a year under people: \(people[0]): returns 2035."))
  }

  /// For what is said of no map in particular: any year that one of them looks at will do.
  func checks(of maps: [TableMap]) -> PlanChecks {
    let last = maps.map { $0.baseYear + ($0.horizons.max() ?? 0) }.max() ?? 0
    let base = maps.map(\.baseYear).min() ?? 0
    return PlanChecks(
      report: report, baseYear: base, horizons: maps.isEmpty ? MapReader.defaultHorizons : [last - base])
  }

  /// Plans behind the ids of houses.
  func houses(_ node: Node?) -> [String: [DwellingPlan]] {
    var found: [String: [DwellingPlan]] = [:]
    let references = References(report: report)
    for (key, value) in references.references(node, index.houses, .unknownHouse) {
      let drafts = HouseholdText.readPlans(value, report: report)
      let checks = checks(of: key.map)
      checks.check(drafts, people: [])
      found[key.id] = DwellingPlans(
        report: report, baseYear: checks.baseYear, horizons: checks.horizons
      ).plans(drafts, of: key.local)
    }
    return found
  }

  private func checks(of map: TableMap?) -> PlanChecks {
    PlanChecks(
      report: report, baseYear: map?.baseYear ?? 0, horizons: map?.horizons ?? MapReader.defaultHorizons)
  }
}
