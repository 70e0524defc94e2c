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
    let offsets = offsets(horizons)
    let (mine, theirs) = (plans(), other.plans())
    var here = Simulation(
      mapID: map.id, baseYear: map.baseYear, seed: seed, states: blank(mine, offsets: offsets))
    var there = Simulation(
      mapID: map.id, baseYear: map.baseYear, seed: seed, states: other.blank(theirs, offsets: offsets))
    var found = offsets.map { _ in [CountItem: [Int: Int]]() }
    for run in runs {
      let one = play(mine, run: run, seed: seed, offsets: offsets, into: &here)
      let two = other.play(theirs, run: run, seed: seed, offsets: offsets, into: &there)
      for (index, offset) in offsets.enumerated() {
        for item in CountItem.allCases where item != .likelyVacantNext || offset != offsets.last {
          let more = two.totals[index][item.rawValue] - one.totals[index][item.rawValue]
          found[index][item, default: [:]][more, default: 0] += 1
        }
      }
    }
    return zip(offsets, found).map { offset, counts in
      ChanceDifference(
        horizon: offset, runs: runs.count, counts: counts.mapValues { Distribution(runs: $0) })
    }
  }

  /// Plays every house through one run.
  private func play(
    _ plans: [HouseRun.Plan], run: UInt32, seed: UInt64, offsets: [Int], into simulation: inout Simulation
  ) -> RunTally {
    var tally = RunTally(horizons: offsets.count)
    var place = Place()
    for plan in plans {
      play(
        plan, chooser: Drawn(seed: seed, run: run), offsets: offsets, place: &place, tally: &tally,
        into: &simulation)
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

  /// Where the next house's people and dwellings stand in the rows of a ``Simulation``.
  private struct Place {
    var person = 0
    var dwelling = 0
  }

  private func plans() -> [HouseRun.Plan] {
    let builder = SiteBuilder(map: map, scenario: scenario)
    return map.houses.map { house in
      HouseRun.Plan(
        name: Drawn.name(of: house.id, in: map.id),
        units: builder.sites(of: house).map { HouseRun.UnitPlan($0, map: map.id) })
    }
  }

  private func blank(_ plans: [HouseRun.Plan], offsets: [Int]) -> [Simulation.State] {
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

  /// Plays one house through one run.
  private func play(
    _ plan: HouseRun.Plan, chooser: Drawn, offsets: [Int], place: inout Place, tally: inout RunTally,
    into simulation: inout Simulation
  ) {
    var house = HouseRun(plan, chooser: chooser)
    var chooser = chooser
    var wasLivedIn = [Bool](repeating: false, count: plan.units.count)
    var index = 0
    for offset in 0...(offsets.last ?? 0) {
      chooser.year = UInt32(truncatingIfNeeded: map.baseYear + offset)
      house.step(offset, rules: processes, chooser: &chooser)
      guard offset == offsets[index] else { continue }
      var person = place.person
      house.look { unit, state in
        let isVacant = state.state.status == .vacant
        if wasLivedIn[unit] && isVacant {
          tally.totals[index - 1][CountItem.likelyVacantNext.rawValue] += 1
        }
        wasLivedIn[unit] = state.state.status == .occupied || state.state.status == .unknown
        simulation.sawDwelling(place.dwelling + unit, state.state.status, at: index)
        count(state, at: offset, person: &person, index: index, tally: &tally, into: &simulation)
      }
      index += 1
    }
    place.dwelling += plan.units.count
    place.person += plan.units.flatMap(\.site.members).map { $0.partner == nil ? 1 : 2 }.reduce(0, +)
  }

  private func count(
    _ unit: HouseRun.Unit, at offset: Int, person: inout Int, index: Int, tally: inout RunTally,
    into simulation: inout Simulation
  ) {
    var heads = Heads()
    var seen = Seen()
    func look(_ someone: HouseRun.Person, place: Int) {
      guard someone.state.place == .here else { return }
      simulation.sawPerson(place, at: index)
      heads = heads + Heads(age: someone.age.map { $0 + offset })
      var presence = YearSet()
      presence.insert(offset)
      seen = seen.and(Seen(presence: presence, age: someone.age, horizon: offset, next: nil))
    }
    let members = unit.plan.site.members
    for number in members.indices {
      look(unit.people[number], place: person)
      person += 1
      guard members[number].partner != nil else { continue }
      if let partner = unit.partners.first(where: { $0.of == number }) { look(partner.person, place: person) }
      person += 1
    }
    let outcome = DwellingOutcome(
      seen, in: unit.plan.site, status: unit.state.status, hasFallen: false, horizon: offset, next: nil)
    for item in CountItem.ofPeople { tally.totals[index][item.rawValue] += heads.adds(to: item) }
    for item in CountItem.ofDwellings where item != .likelyVacantNext {
      tally.totals[index][item.rawValue] += outcome.adds(to: item)
    }
  }
}
