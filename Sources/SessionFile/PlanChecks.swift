import Diagnostics
import Workshop

/// Checks what is said to happen against the years of the map and against itself.
struct PlanChecks {
  let report: Report
  let baseYear: Int
  let horizons: [Int]
  /// From which age on the rules of the map no longer count people; nil where that is not to be looked at.
  var deceasedAt: Int?

  func check(_ draft: HouseholdDraft) {
    if case .vacant(let since?) = draft.state, since > baseYear, report.knowsYears {
      report.error(
        .badYear, at: report.place(draft.stateSpot ?? draft.spot),
        Phrase(
          ja: "\(since)年は基準年(\(baseYear)年)より後なので、空き家になった年には書けません。",
          en: "\(since) lies after the base year (\(baseYear)); a house cannot be vacant since then."),
        hint: Phrase(
          ja: "これから空くのなら、住む人とその予定(2030出 など)を書いてください。",
          en: "If it will fall vacant, write who lives there and when they leave."))
    }
    for person in draft.people {
      check(
        person.plans, isAway: person.away != nil, age: person.age, told: baseYear,
        isAgeUnread: person.isAgeUnread)
    }
    check(draft.plans, people: draft.people)
  }

  // MARK: - One person

  /// Of somebody whose `age` was told in the year `told`; `onSheet`: what was said of the person already, where a scenario
  /// has more to say; `isAgeUnread`: that their age could not be read has been told.
  func check(
    _ plans: [(plan: ResidentPlan, spot: Spot)], isAway: Bool, age: Age, told: Int,
    onSheet: [ResidentPlan] = [], isAgeUnread: Bool = false
  ) {
    for (plan, spot) in plans {
      switch plan.when {
      case .year(let year): checkYear(year, spot)
      case .age(let reached): if !isAgeUnread { checkAge(reached, age, told: told, spot) }
      case nil: break
      }
    }
    for (plan, spot) in plans { checkReached(plan, age, told: told, spot) }
    let stays = plans.first { $0.plan == .stays }
    if let stays, let other = plans.first(where: { PlanChecks.isDeparture($0.plan) }) {
      let later = plans.firstIndex { $0.plan == .stays } ?? 0
      let first = plans.firstIndex { PlanChecks.isDeparture($0.plan) } ?? 0
      tellContradiction(later > first ? stays.spot : other.spot)
    } else if let stays, isAway, !(plans.map(\.plan) + onSheet).contains(where: PlanChecks.isArrival) {
      report.warning(
        .contradictingPlans, at: report.place(stays.spot),
        Phrase(ja: "他出している人が「残る」ことはできません。", en: "Someone who lives away cannot stay."),
        hint: Phrase(ja: "戻ってくるなら 2035戻 と書いてください。", en: "If they come back, write returns 2035."))
    }
    checkOrder(plans, isAway: isAway || onSheet.contains(where: PlanChecks.isDeparture), age, told: told)
  }

  /// Sees whether a plan comes too late, because by the rule they are no longer counted then, whatever their age in a band.
  private func checkReached(_ plan: ResidentPlan, _ age: Age, told: Int, _ spot: Spot) {
    guard report.knowsYears, let limit = deceasedAt, let when = plan.when,
      let ages = age.range(in: told, baseYear: told)
    else { return }
    let (lowest, isBand) = (ages.lowerBound, ages.count > 1)
    // Nobody is taken out of the count in the year of which they were told.
    let gone = max(told + 1, told + limit - lowest)
    guard let year = when.years(of: .exact(lowest), told: told)?.lowerBound,
      PlanChecks.isArrival(plan) ? year >= gone : year > gone, year <= baseYear + (horizons.max() ?? 0)
    else { return }
    report.note(
      .planNotReached, at: report.place(spot),
      Phrase(
        ja: "\(limit)歳以上は数えないという決まりにより、この人は\(isBand ? "おそくとも" : "")\(gone)年から数えません。この予定は起きません。",
        en:
          "By the rule that nobody of \(limit) or over is counted, this person no longer is from \(gone) on\(isBand ? " at the latest" : ""); "
          + "the plan is not reached."),
      hint: Phrase(
        ja: "年を確かめてください。決まりの歳は「亡くなったとみなす歳」で変えられます。",
        en: "Check the year. The age of the rule can be changed with `deceased-at`."))
  }

  /// Goes through the years and sees whether each plan finds the person where it needs them.
  private func checkOrder(
    _ plans: [(plan: ResidentPlan, spot: Spot)], isAway: Bool, _ age: Age, told: Int
  ) {
    var away = isAway
    let ordered = plans.enumerated().compactMap { entry in
      entry.element.plan.when?.year(of: age, told: told).map {
        (year: $0, offset: entry.offset, entry: entry.element)
      }
    }.sorted { ($0.year, $0.offset) < ($1.year, $1.offset) }
    for (year, _, entry) in ordered {
      switch entry.plan {
      case .returns where !away && !mayHaveLeft(age, told: told, by: year):
        report.warning(
          .returnsWithoutLeaving, at: report.place(entry.spot),
          Phrase(
            ja: "家にいる人なので、\(year)年に戻ることはできません。", en: "This person is at home and cannot return in \(year)."),
          hint: Phrase(
            ja: year - 5 >= baseYear
              ? "今は別の所に住んでいるなら「他出」を、先に出るなら「\(year - 5)出」のように書き添えてください。"
              : "今は別の所に住んでいるなら「他出」と書き添えてください。",
            en: year - 5 >= baseYear
              ? "If they live elsewhere now, add `away`; if they leave first, add `leaves \(year - 5)`."
              : "If they live elsewhere now, add `away`."))
      case .returns: away = false
      case .leaves where away:
        report.warning(
          .contradictingPlans, at: report.place(entry.spot),
          Phrase(
            ja: "もう家にいない人なので、\(year)年に出ることはできません。",
            en: "This person is away already and cannot leave in \(year)."),
          hint: Phrase(ja: "年か「他出」を確かめてください。", en: "Check the year, or `away`."))
      case .leaves, .movesIntoCare: away = true
      default: continue
      }
    }
  }

  /// Whether they are a child who has grown up until then, and so left by the rule without anybody saying so.
  private func mayHaveLeft(_ age: Age, told: Int, by year: Int) -> Bool {
    guard let now = age.range(in: told, baseYear: told) else { return false }
    return now.lowerBound < 20 && now.upperBound + year - told >= 18
  }

  private func tellContradiction(_ spot: Spot) {
    report.warning(
      .contradictingPlans, at: report.place(spot),
      Phrase(ja: "「残る」と「出る」の両方が書かれています。", en: "Both staying and leaving are written."),
      hint: Phrase(ja: "どちらか一つを消してください。", en: "Remove one of the two."))
  }

  private static func isDeparture(_ plan: ResidentPlan) -> Bool {
    if case .leaves = plan { true } else { false }
  }

  private static func isArrival(_ plan: ResidentPlan) -> Bool {
    switch plan {
    case .returns, .bringsPartner: true
    case .leaves, .stays, .movesIntoCare: false
    }
  }

  // MARK: - The dwelling

  func check(_ plans: [(plan: DwellingPlanDraft, spot: Spot)], people: [ResidentDraft]) {
    var demolished: Int?
    let ordered = plans.enumerated().sorted {
      ($0.element.plan.year, $0.offset) < ($1.element.plan.year, $1.offset)
    }
    for (place, (_, entry)) in ordered.enumerated() {
      checkYear(entry.plan.year, entry.spot)
      if case .family(let family) = entry.plan {
        for person in family.people {
          check(person.plans, isAway: person.away != nil, age: person.age, told: family.year)
        }
      }
      switch entry.plan {
      case .demolished(let year):
        if demolished != nil { tellAfterDemolition(entry.spot, year) }
        demolished = year
      case .built: demolished = nil
      case .family(let family):
        if demolished != nil { tellAfterDemolition(entry.spot, family.year) }
      }
      if case .built = entry.plan, !people.isEmpty, place == 0 {
        report.warning(
          .contradictingPlans, at: report.place(entry.spot),
          Phrase(
            ja: "これから建つ家に、もう人が住んでいます。", en: "Somebody lives here already, but the house is yet to be built."),
          hint: Phrase(
            ja: "入居する人なら「\(entry.plan.year)入居 ○35 △33」のように書いてください。",
            en: "If they move in later, write `moves-in \(entry.plan.year) ○35 △33`."))
      }
    }
  }

  private func tellAfterDemolition(_ spot: Spot, _ year: Int) {
    report.warning(
      .contradictingPlans, at: report.place(spot),
      Phrase(ja: "\(year)年には、この家はもう解体されています。", en: "By \(year) this house has been demolished."),
      hint: Phrase(
        ja: "年を確かめるか、間に「2032新築」のように書いてください。", en: "Check the years, or write `built 2032` in between."))
  }

  // MARK: - Years and ages

  /// Whether somebody can be said to do something at an age.
  private func checkAge(_ reached: Int, _ age: Age, told: Int, _ spot: Spot) {
    guard let years = When.age(reached).years(of: age, told: told) else {
      report.error(
        .unknownAge, at: report.place(spot),
        Phrase(
          ja: "この人の年齢がわからないので、\(reached)歳になる年がわかりません。",
          en: "As this person's age is not known, nobody can tell in which year they are \(reached)."),
        hint: Phrase(
          ja: "年齢か年代(○25、20代)を書くか、歳の代わりに「2035戻」のように年を書いてください。",
          en: "Give the age or a band (25, 20s), or write a year in the place of the age: returns 2035."))
      return
    }
    guard report.knowsYears else { return }
    if years.upperBound <= told {
      report.error(
        .planInThePast, at: report.place(spot),
        Phrase(
          ja: "\(told)年にはもう\(reached)歳になっています。これからの予定には書けません。",
          en: "In \(told) this person is \(reached) already; it cannot be something that will happen."),
        hint: Phrase(
          ja: "これから迎える歳か、「2035戻」のように年を書いてください。もう起きたことなら、今のようすとして書きます(出た人は「他出」など)。",
          en:
            "Write an age yet to come, or a year: returns 2035. If it has happened, describe how things are now (someone who left is `away`)."
        ))
    } else if years.lowerBound <= told {
      report.note(
        .planInThePast, at: report.place(spot),
        Phrase(
          ja: "年代に幅があり、もう\(reached)歳になっているかもしれません。その場合は翌年(\(told + 1)年)のこととします。",
          en:
            "By the band of ages this person may be \(reached) already; if so, it is taken to happen the year after (\(told + 1))."
        ),
        hint: Phrase(ja: "わかるなら、年齢か年を書いてください。", en: "If you can, give the age, or the year."))
    } else {
      checkYear(years.lowerBound, spot)
    }
  }

  func checkYear(_ year: Int, _ spot: Spot) {
    guard report.knowsYears else { return }
    if year < baseYear {
      report.error(
        .planInThePast, at: report.place(spot),
        Phrase(
          ja: "\(year)年は基準年(\(baseYear)年)より前です。これからの予定には書けません。",
          en: "\(year) lies before the base year (\(baseYear)); it cannot be something that will happen."),
        hint: Phrase(
          ja: "もう起きたことなら、今のようすとして書いてください(出た人は「他出」など)。",
          en: "If it has happened, describe how things are now (someone who left is `away`)."))
    } else if let last = horizons.max(), year > baseYear + last {
      report.note(
        .planBeyondHorizons, at: report.place(spot),
        Phrase(
          ja: "\(year)年は最後の地図(\(baseYear + last)年)より後なので、地図には出ません。",
          en: "\(year) lies after the last map (\(baseYear + last)) and will not be seen."))
    }
  }
}
