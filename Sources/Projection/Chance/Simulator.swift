import Workshop

extension ChanceProjector {
  /// Simulates runs.
  ///
  /// Every draw has a name: the seed, the run's number, the resident or the dwelling, the year, the kind of event. So runs
  /// can be made in parts, in any order and on any number of threads (``Simulation/merge(_:)``), and putting houses in
  /// another order, or adding or removing some, changes nothing for any other house.
  ///
  /// - Parameters:
  ///   - runs: The numbers of the runs to make.
  ///   - seed: The seed.
  ///   - horizons: Years after the base year; nil stands for the map's own.
  public func simulate(runs: Range<UInt32>, seed: UInt64, horizons: [Int]? = nil) -> Simulation {
    let offsets = offsets(horizons)
    let plans = plans()
    var simulation = Simulation(
      mapID: map.id, baseYear: map.baseYear, seed: seed, states: blank(plans, offsets: offsets))
    for run in runs {
      let tally = play(plans, run: run, seed: seed, offsets: offsets, into: &simulation)
      simulation.add(run, tally)
    }
    return simulation
  }

  /// How much each count is greater under `other` than here, in paired runs: the same people draw the same numbers
  /// in both, so that only what the other rules or the other scenario do makes a difference.
  ///
  /// - Parameters:
  ///   - other: The same map under another scenario or other rules.
  ///   - runs: The numbers of the runs to make.
  ///   - seed: The seed.
  ///   - horizons: Years after the base year; nil stands for the map's own.
  public func difference(
    to other: ChanceProjector, runs: Range<UInt32>, seed: UInt64, horizons: [Int]? = nil
  ) -> [ChanceDifference] {
    pairs(with: other, runs: runs, seed: seed, horizons: horizons).differences
  }

  /// The pairs of runs of ``difference(to:runs:seed:horizons:)``, which can be made in parts.
  public func pairs(
    with other: ChanceProjector, runs: Range<UInt32>, seed: UInt64, horizons: [Int]? = nil
  ) -> PairedRuns {
    let offsets = offsets(horizons)
    let (mine, theirs) = (plans(), other.plans())
    // Houses that go the same way in both make no difference.
    let unlike = UnlikeHouses(self, mine, other, theirs)
    var here = Simulation(
      mapID: map.id, baseYear: map.baseYear, seed: seed, states: blank(mine, offsets: offsets))
    var there = Simulation(
      mapID: map.id, baseYear: map.baseYear, seed: seed, states: other.blank(theirs, offsets: offsets))
    var found = offsets.map { _ in [CountItem: [Int: Int]]() }
    for run in runs {
      let one = play(unlike.one, run: run, seed: seed, offsets: offsets, into: &here)
      let two = other.play(unlike.other, run: run, seed: seed, offsets: offsets, into: &there)
      for (index, offset) in offsets.enumerated() {
        for item in CountItem.allCases where item != .likelyVacantNext || offset != offsets.last {
          let more = two.totals[index][item.rawValue] - one.totals[index][item.rawValue]
          found[index][item, default: [:]][more, default: 0] += 1
        }
      }
    }
    return PairedRuns(runs: runs.count, horizons: offsets, found: found)
  }

  /// Plays every house through one run.
  func play(
    _ plans: [HouseRun.Plan], run: UInt32, seed: UInt64, offsets: [Int], into simulation: inout Simulation
  ) -> RunTally {
    var tally = RunTally(horizons: offsets.count)
    let chooser = Drawn(seed: seed, run: run)
    if processes.families.yearly != nil {
      play(plans[...], chooser: chooser, offsets: offsets, tally: &tally, into: &simulation)
    } else {
      // Nothing goes from house to house: one after another through all years.
      for index in plans.indices {
        play(plans[index...index], chooser: chooser, offsets: offsets, tally: &tally, into: &simulation)
      }
    }
    return tally
  }

  /// The same on several threads: the same bytes, sooner.
  ///
  /// - Parameter threads: In how many parts the runs are made at the same time; 1 or more.
  /// - Throws: `CancellationError` where the task was cancelled.
  public func simulate(
    runs: Range<UInt32>, seed: UInt64, horizons: [Int]? = nil, threads: Int
  ) async throws -> Simulation {
    let parts = Self.parts(of: runs, count: max(1, threads))
    return try await withThrowingTaskGroup(of: Simulation.self) { group in
      for part in parts { group.addTask { simulate(runs: part, seed: seed, horizons: horizons) } }
      var whole = simulate(runs: 0..<0, seed: seed, horizons: horizons)
      for try await part in group { try whole.merge(part) }
      return whole
    }
  }

  /// Cuts a range of runs into as many parts of nearly the same length: `--shard 3/16` is the third of sixteen.
  public static func parts(of runs: Range<UInt32>, count: Int) -> [Range<UInt32>] {
    let total = UInt64(runs.count)
    return (0..<UInt64(max(1, count))).map { part in
      let cut = { (index: UInt64) in runs.lowerBound + UInt32(total * index / UInt64(max(1, count))) }
      return cut(part)..<cut(part + 1)
    }
  }

  /// The houses with what was said of them and their names for draws: the same in every run.
  func plans() -> [HouseRun.Plan] {
    let builder = SiteBuilder(map: map, scenario: scenario)
    var (person, dwelling) = (0, 0)
    return map.houses.map { house in
      let plan = HouseRun.Plan(
        name: Drawn.name(of: house.id, in: map.id),
        units: builder.sites(of: house).map { UnitPlan($0, map: map.id) }, firstPerson: person,
        firstDwelling: dwelling)
      person += plan.rows
      dwelling += plan.units.count
      return plan
    }
  }

  /// Rows for what runs will show.
  func blank(_ plans: [HouseRun.Plan], offsets: [Int]) -> [Simulation.State] {
    let sites = plans.flatMap { $0.units.map(\.site) }
    let people = sites.flatMap { site in
      site.members.flatMap { [$0.id] + ($0.partner.map { [$0.id] } ?? []) }.map {
        Simulation.Someone(id: $0, dwellingID: site.id)
      }
    }
    return offsets.map { offset in
      Simulation.State(
        horizon: offset, people: people, dwellings: sites.map(\.id), hasNext: offset != offsets.last,
        here: people.map { _ in 0 }, statuses: sites.map { _ in [0, 0, 0, 0] },
        counts: CountItem.allCases.map { _ in [] })
    }
  }

  /// Plays houses, side by side, through one run.
  private func play(
    _ plans: ArraySlice<HouseRun.Plan>, chooser: Drawn, offsets: [Int], tally: inout RunTally,
    into simulation: inout Simulation
  ) {
    var houses = plans.map { HouseRun($0, chooser: chooser) }
    var chooser = chooser
    var index = 0
    for offset in 0...(offsets.last ?? 0) {
      chooser.year = UInt32(truncatingIfNeeded: map.baseYear + offset)
      for house in houses.indices {
        houses[house].stepPeople(offset, rules: processes, chooser: &chooser)
      }
      let taken = takenByFamilies(houses, at: offset, chooser: chooser)
      for house in houses.indices {
        houses[house].stepDwellings(offset, rules: processes, chooser: &chooser) { unit in
          taken.contains { $0 == (house, unit) }
        }
      }
      guard offset == offsets[index] else { continue }
      for (house, plan) in zip(houses.indices, plans) {
        houses[house].count(
          plan, at: offset, index: index, driving: processes.driving, tally: &tally, into: &simulation)
        houses[house].mark()
      }
      index += 1
    }
  }

  /// The dwellings, by house and unit, that families take this year.
  private func takenByFamilies(
    _ houses: [HouseRun], at offset: Int, chooser: Drawn
  ) -> [(house: Int, unit: Int)] {
    guard processes.families.yearly != nil, offset > 0 else { return [] }
    var chooser = chooser
    chooser.name = Drawn.name(of: "", in: map.id)
    let coming = processes.families.coming(chooser.number(ProcessKind.families.rawValue))
    guard coming > 0 else { return [] }
    var candidates: [Families.Candidate] = []
    for (house, run) in houses.enumerated() {
      for (unit, dwelling) in run.units.enumerated() where dwelling.mayHaveFamily(offset) {
        chooser.name = dwelling.plan.name
        candidates.append(
          Families.Candidate(
            number: chooser.number(ProcessKind.families.rawValue), name: chooser.name, place: (house, unit)))
      }
    }
    return Families.taken(candidates, by: coming).map(\.place)
  }
}

extension HouseRun {
  /// Counts the house at a horizon.
  fileprivate func count(
    _ plan: Plan, at offset: Int, index: Int, driving: Driving, tally: inout RunTally,
    into simulation: inout Simulation
  ) {
    var person = plan.firstPerson
    for (number, unit) in units.enumerated() {
      let status = unit.state.status
      if unit.wasLivedIn && status == .vacant {
        tally.totals[index - 1][CountItem.likelyVacantNext.rawValue] += 1
      }
      simulation.sawDwelling(plan.firstDwelling + number, status, at: index)
      unit.count(
        at: offset, person: &person, index: index, driving: driving, tally: &tally, into: &simulation)
    }
  }
}

extension UnitRun {
  fileprivate func count(
    at offset: Int, person: inout Int, index: Int, driving: Driving, tally: inout RunTally,
    into simulation: inout Simulation
  ) {
    var heads = Heads()
    var seen = Seen()
    func look(_ someone: Person, row: Int?) {
      guard someone.state.place == .here else { return }
      if let row { simulation.sawPerson(row, at: index) }
      heads = heads + Heads(age: someone.age.map { $0 + offset }, driving)
      var presence = YearSet()
      presence.insert(offset)
      seen = seen.and(
        Seen(presence: presence, age: someone.age, horizon: offset, next: nil, driving))
    }
    let members = plan.site.members
    for number in members.indices {
      look(people[number], row: person)
      person += 1
      guard members[number].partner != nil else { continue }
      let partner = joined.first { $0.tie == .partnerAsSaid && $0.of == number }
      if let partner { look(partner.person, row: person) }
      person += 1
    }
    // Who comes by chance has no row of their own.
    for newcomer in joined where newcomer.tie != .partnerAsSaid {
      look(newcomer.person, row: nil)
      guard newcomer.person.state.place == .here else { continue }
      simulation.sawNewcomer(newcomer.card.member.sex, newcomer.person.age.map { $0 + offset }, at: index)
    }
    let outcome = DwellingOutcome(
      seen, in: plan.site, status: state.status, hasFallen: false, horizon: offset, next: nil)
    for item in CountItem.ofPeople { tally.totals[index][item.rawValue] += heads.adds(to: item) }
    for item in CountItem.ofDwellings where item != .likelyVacantNext {
      tally.totals[index][item.rawValue] += outcome.adds(to: item)
    }
    tally.ageSums[index] += heads.ageSum
  }
}
