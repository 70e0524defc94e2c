import Diagnostics
import Workshop

/// How a question about chances is answered.
public enum ChanceMethod: Sendable, Hashable {
  /// Exactly: people and houses do not depend on each other.
  case exact
  /// By this many runs; what is said of it is no more certain than its standard error.
  case simulated(runs: Int)
}

/// Foresees a map by chance rules: exactly where people and houses do not depend on each other, by simulation
/// anywhere.
public struct ChanceProjector: Sendable {
  /// The map.
  public let map: TableMap
  /// The scenario whose word comes before the sheet's, if any.
  public let scenario: Scenario?
  let processes: ProcessSet

  /// Prepares a projection by chance rules.
  public init(map: TableMap, rules: ChanceRules, scenario: Scenario? = nil) {
    self.init(map: map, processes: ProcessSet(rules), scenario: scenario)
  }

  /// Prepares the same projection by the workshop's rules, as chances of 0 and 1.
  public init(map: TableMap, rules: Rules, scenario: Scenario? = nil) {
    self.init(map: map, processes: ProcessSet(rules), scenario: scenario)
  }

  init(map: TableMap, processes: ProcessSet, scenario: Scenario?) {
    self.map = map
    self.scenario = scenario
    self.processes = processes
  }

  /// The years to look at: 0 and every horizon from 1 to 100, ascending.
  func offsets(_ horizons: [Int]?) -> [Int] {
    Horizons.offsets(horizons ?? map.horizons)
  }

  /// The exact chances at each horizon; nil where people and houses depend on each other (see
  /// ``reasonsToSimulate(horizons:)``).
  ///
  /// - Parameter horizons: Years after the base year; nil stands for the map's own. Those outside 1…100 are left out.
  public func exact(horizons: [Int]? = nil) -> ChanceProjection? {
    exactChances(horizons: horizons)?.projection
  }

  /// The same, with what it takes to put the ratios of several maps together.
  public func exactChances(horizons: [Int]? = nil) -> ExactChances? {
    guard reasonsToSimulate(horizons: horizons).isEmpty else { return nil }
    let offsets = offsets(horizons)
    let builder = SiteBuilder(map: map, scenario: scenario)
    let sites = map.houses.flatMap { house in
      let units = builder.sites(of: house)
      // A block falls as a whole; here it never does, for one of its units never empties.
      return units.count > 1 ? units.map(\.neverFallingAlone) : units
    }
    let neighbourhood = ChanceNeighbourhood(sites, rules: processes, offsets: offsets)
    let states = offsets.indices.map { index in
      state(sites, neighbourhood, index, at: offsets[index], isLast: index == offsets.count - 1)
    }
    return ExactChances(
      projection: ChanceProjection(mapID: map.id, baseYear: map.baseYear, method: .exact, states: states),
      parts: offsets.indices.map { index in
        RatioItem.allCases.map { neighbourhood.parts(of: $0, at: index) }
      })
  }

  private func state(
    _ sites: [Site], _ neighbourhood: ChanceNeighbourhood, _ index: Int, at offset: Int, isLast: Bool
  ) -> ChanceThen {
    var then = ChanceThen(
      horizon: offset, year: map.baseYear + offset, people: [], dwellings: [], counts: [:])
    then.dwellings.reserveCapacity(sites.count)
    for (site, place) in zip(sites, neighbourhood.places) {
      let pattern = neighbourhood.patterns[place]
      let stay = pattern.states[index].stay
      then.dwellings.append(
        DwellingChance(
          id: site.id, occupied: stay.occupied, unknown: stay.unknown, vacant: stay.vacant,
          absent: stay.absent))
      for (member, party) in zip(site.members, pattern.parties) {
        let state = neighbourhood.parties[party].states[index]
        then.people.append(PersonChance(id: member.id, dwellingID: site.id, here: state.member))
        if let partner = member.partner {
          then.people.append(PersonChance(id: partner.id, dwellingID: site.id, here: state.partner))
        }
      }
    }
    for (row, item) in CountItem.ofDwellings.enumerated() where item != .likelyVacantNext || !isLast {
      then.counts[item] = Convolution.sum(
        neighbourhood.patterns.map { pattern in
          let chance = min(1, pattern.states[index].counts[row])
          return ([1 - chance, chance], pattern.times)
        })
    }
    for item in CountItem.ofPeople {
      then.counts[item] = Convolution.sum(
        zip(neighbourhood.parties, neighbourhood.partyTimes).map { party, times in
          (Self.chances(party.states[index].heads.map { ($0.value.adds(to: item), $0.chance) }), times)
        })
    }
    for item in RatioItem.allCases {
      let ratio = RatioChances(neighbourhood.parts(of: item, at: index), of: item)
      then.ratios[item] = ratio.distribution
      if ratio.isNormal { then.normalRatios.insert(item) }
    }
    return then
  }

  private static func chances(_ parts: [(value: Int, chance: Double)]) -> [Double] {
    var chances = [0.0]
    for part in parts {
      while chances.count <= part.value { chances.append(0) }
      chances[part.value] += part.chance
    }
    return chances
  }
}

extension Site {
  /// The same, but no rule takes it down.
  fileprivate var neverFallingAlone: Site {
    var site = self
    site.isSpokenForUntil = YearSet.last + 1
    return site
  }
}
