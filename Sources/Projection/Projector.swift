import Workshop

/// Foresees a map: who lives where, which houses are vacant, and why, under one set of rules.
///
/// ```swift
/// let projection = Projector(map: map, sessionRules: session.rules).project()
/// ```
///
/// What is computed, and how, is told in `docs/projection.md`.
public struct Projector: Sendable {
  /// The map.
  public let map: TableMap
  /// The scenario whose word comes before the sheet's, if any.
  public let scenario: Scenario?
  /// The rules in force: the scenario's before the map's, the map's before the session's, the session's before
  /// the workshop's.
  public let rules: Rules

  /// Prepares a projection.
  ///
  /// - Parameters:
  ///   - map: The sheet.
  ///   - sessionRules: The rules the session sets for every map.
  ///   - scenario: A scenario to look at, its families in houses (``Workshop/Session/placingFamilies()``), or nil for
  ///     the base case.
  public init(map: TableMap, sessionRules: RuleChanges = RuleChanges(), scenario: Scenario? = nil) {
    self.map = map
    self.scenario = scenario
    rules = Rules.workshop.applying(sessionRules).applying(map.rules)
      .applying(scenario?.rules ?? RuleChanges())
  }

  /// The map in the base year and at each horizon.
  ///
  /// - Parameter horizons: Years after the base year, in any order; nil stands for the map's own. Those outside
  ///   1…100 are left out.
  public func project(horizons: [Int]? = nil) -> MapProjection {
    let offsets = Horizons.offsets(horizons ?? map.horizons)
    let processes = ProcessSet(rules)
    let houses = walk(through: offsets.last ?? 0)
    let states = offsets.indices.map { index in
      let (offset, previous) = (offsets[index], index > 0 ? offsets[index - 1] : nil)
      let next = index + 1 < offsets.count ? offsets[index + 1] : nil
      return state(houses, at: offset, previous: previous, next: next, rules: processes)
    }
    let record = houses.flatMap { Record.events(of: $0, base: map.baseYear, rules: rules) }
    let lastYear = map.baseYear + (offsets.last ?? 0)
    return MapProjection(
      mapID: map.id, baseYear: map.baseYear, rules: rules, states: states,
      events: record.filter { $0.year <= lastYear }, scenario: scenario?.name)
  }

  /// Every house, with its people walked through the years.
  func walk(through last: Int) -> [HouseProjection] {
    let builder = SiteBuilder(map: map, scenario: scenario)
    let processes = ProcessSet(rules)
    return map.houses.map {
      HouseProjection($0, sites: builder.sites(of: $0), rules: processes, through: last)
    }
  }

  /// What there is to count at these horizons, ascending, 1…100, and nothing else.
  func tallies(at horizons: [Int]) -> [FigureTally] {
    let processes = ProcessSet(rules)
    let houses = walk(through: horizons.last ?? 0)
    return horizons.map { offset in
      var tally = FigureTally(hasNext: false)
      for house in houses {
        house.add(house.outcomes(at: offset, next: nil, rules: processes), at: offset, processes, to: &tally)
      }
      return tally
    }
  }

  private func state(
    _ houses: [HouseProjection], at offset: Int, previous: Int?, next: Int?, rules: ProcessSet
  ) -> MapThen {
    var tally = FigureTally(hasNext: next != nil)
    var shown: [HouseThen] = []
    for house in houses {
      let outcomes = house.outcomes(at: offset, next: next, rules: rules)
      house.add(outcomes, at: offset, rules, to: &tally)
      shown.append(house.then(at: offset, previous: previous, next: next, outcomes: outcomes))
    }
    return MapThen(
      horizon: offset, year: map.baseYear + offset, houses: shown, figures: tally.figures, tally: tally)
  }
}

extension HouseProjection {
  /// Adds what there is to count of the house and its people at `offset`; `outcomes` are those of its dwellings then.
  func add(_ outcomes: [DwellingOutcomes], at offset: Int, _ rules: ProcessSet, to tally: inout FigureTally) {
    HouseTally(dwellings: outcomes).add(to: &tally)
    for party in units.flatMap(\.parties) {
      let heads = party.heads(at: offset, rules.driving)
      tally.add(point: heads.point, ways: heads.ways)
    }
  }
}

extension Session {
  /// Every map foreseen, in the order of the file.
  ///
  /// - Parameters:
  ///   - scenario: A scenario to look at, or nil for the base case.
  ///   - horizons: Years after each map's base year; nil stands for each map's own.
  public func project(scenario: Scenario? = nil, horizons: [Int]? = nil) -> [MapProjection] {
    maps.map { Projector(map: $0, sessionRules: rules, scenario: scenario).project(horizons: horizons) }
  }
}
