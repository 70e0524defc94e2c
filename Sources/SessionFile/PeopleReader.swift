import Diagnostics
import Workshop

/// Makes residents of drafts: gives ids, infers relations and checks ages against each other.
struct PeopleReader {
  let report: Report
  /// The year their ages are of.
  let year: Int

  /// The residents of a dwelling; `id` comes before the point in their own ids.
  func residents(_ drafts: [ResidentDraft], of id: String) -> [Resident] {
    residents(drafts, ids: drafts.indices.map { "\(id).\($0 + 1)" })
  }

  /// Residents of these ids.
  func residents(_ drafts: [ResidentDraft], ids: [String]) -> [Resident] {
    let relations = Relations(drafts, year: year)
    AgeChecks(report: report, year: year).check(drafts, relations)
    return zip(drafts, ids).enumerated().map { index, person in
      let (draft, id) = person
      return Resident(
        id: id, name: draft.name, sex: draft.sex, age: draft.age, occupation: draft.occupation,
        relation: relations.relations[index], away: draft.away, plans: draft.plans.map(\.plan),
        note: draft.note)
    }
  }
}

/// Makes dwelling plans of drafts.
struct DwellingPlans {
  let report: Report
  let baseYear: Int
  let horizons: [Int]

  /// The plans of the dwelling `id`; people who move in are `id@2030.1` and so on.
  func plans(_ drafts: [(plan: DwellingPlanDraft, spot: Spot)], of id: String) -> [DwellingPlan] {
    var names = ArrivalNames(id)
    return drafts.map { draft in
      switch draft.plan {
      case .built(let year): return .built(year)
      case .demolished(let year): return .demolished(year)
      case .family(let family):
        let people = PeopleReader(report: report, year: family.year)
          .residents(family.people, ids: names.next(family.people.count, in: family.year))
        return .familyMovesIn(year: family.year, people: people)
      }
    }
  }
}
