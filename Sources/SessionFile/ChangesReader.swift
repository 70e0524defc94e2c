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
        plans, isAway: key.isAway, age: key.resident?.age, onSheet: key.resident?.plans ?? [])
      found[key.id] = plans.map(\.plan)
    }
    return found
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
