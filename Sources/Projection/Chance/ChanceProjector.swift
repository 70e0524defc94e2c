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

  /// Why the exact way is not open; nil where it is. The first of ``reasonsToSimulate``.
  public var reasonToSimulate: Phrase? { reasonsToSimulate.first }

  /// The years to look at: 0 and every horizon from 1 to 100, ascending.
  func offsets(_ horizons: [Int]?) -> [Int] {
    [0] + Set(horizons ?? map.horizons).filter { (1...100).contains($0) }.sorted()
  }

  /// The exact chances at each horizon; nil where people and houses depend on each other (see ``reasonToSimulate``).
  ///
  /// - Parameter horizons: Years after the base year; nil stands for the map's own. Those outside 1…100 are left out.
  public func exact(horizons: [Int]? = nil) -> ChanceProjection? {
    guard reasonToSimulate == nil else { return nil }
    let offsets = offsets(horizons)
    let builder = SiteBuilder(map: map, scenario: scenario)
    let last = offsets.last ?? 0
    var memory = ChanceMemory()
    let units = map.houses.flatMap { builder.sites(of: $0) }.map { site in
      (site: site, parties: memory.parties(of: site, rules: processes, through: last))
    }
    let states = offsets.indices.map { index in
      let next = index + 1 < offsets.count ? offsets[index + 1] : nil
      return state(units, at: offsets[index], next: next, memory: &memory)
    }
    return ChanceProjection(mapID: map.id, baseYear: map.baseYear, method: .exact, states: states)
  }

  private func state(
    _ units: [(site: Site, parties: [ChanceParty])], at offset: Int, next: Int?,
    memory: inout ChanceMemory
  ) -> ChanceThen {
    var then = ChanceThen(
      horizon: offset, year: map.baseYear + offset, people: [], dwellings: [], counts: [:])
    for item in CountItem.allCases where item != .likelyVacantNext || next != nil {
      then.counts[item] = Distribution(certain: 0)
    }
    for (site, parties) in units {
      let outcomes = DwellingChances(
        site, parties: parties, horizon: offset, next: next, rules: processes, memory: &memory)
      then.dwellings.append(DwellingChance(site.id, outcomes.all.map { ($0.value.status, $0.chance) }))
      for item in CountItem.ofDwellings {
        then.counts[item]?.add(
          Self.chances(outcomes.all.map { ($0.value.addsAlone(to: item), $0.chance) }))
      }
      for (member, party) in zip(site.members, parties) {
        let here = party.here(at: offset)
        then.people.append(PersonChance(id: member.id, dwellingID: site.id, here: here.member))
        if let partner = member.partner {
          then.people.append(PersonChance(id: partner.id, dwellingID: site.id, here: here.partner))
        }
        let heads = party.heads(at: offset)
        for item in CountItem.ofPeople {
          then.counts[item]?.add(
            Self.chances(heads.map { ($0.value.adds(to: item), $0.chance) }))
        }
      }
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

extension DwellingChance {
  /// Adds up what a dwelling may be.
  init(_ id: String, _ parts: [(status: DwellingStatus, chance: Double)]) {
    func chance(_ status: DwellingStatus) -> Double {
      parts.filter { $0.status == status }.map(\.chance).reduce(0, +)
    }
    self.init(
      id: id, occupied: chance(.occupied), unknown: chance(.unknown), vacant: chance(.vacant),
      absent: chance(.absent))
  }
}

extension DwellingOutcome {
  /// How much it adds to a count of dwellings where its house has no other dwelling, or none is ever taken down.
  fileprivate func addsAlone(to item: CountItem) -> Int {
    let hasGone = item == .likelyVacantNext ? fallsByNext : hasFallen
    return hasGone ? 0 : adds(to: item)
  }
}
