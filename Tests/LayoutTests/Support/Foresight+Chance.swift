import Diagnostics
import Workshop

@testable import Layout
@testable import Projection

/// Invents chances for a neighbourhood, year by year: every step of the scale, houses that are taken by strangers, houses
/// that are taken down.
extension Foresight {
  static func chances(
    _ map: TableMap, _ projection: MapProjection, _ random: inout SeededGenerator
  ) -> ChanceForesight {
    let last = map.horizons.last ?? 10
    let dwellings = map.houses.flatMap(\.dwellings)
    let slopes = dwellings.map { _ in (now: random.chance(0.1), slope: random.number(0...0.06)) }
    let kinds = dwellings.map { _ in random.whole(0...9) }
    let people = dwellings.flatMap { dwelling in dwelling.people.map { ($0, dwelling.id) } }
    let fading = people.map { _ in random.number(0...0.05) }
    let states = (0...last).map { horizon -> ChanceThen in
      let t = Double(horizon)
      let houses = dwellings.indices.map { index -> DwellingChance in
        let (now, slope) = slopes[index]
        let vacant = now ? max(0, 1 - slope * t) : min(1, slope * t)
        let isTaken = kinds[index] == 0 && horizon > 0
        let isGone = kinds[index] == 1 && horizon > 15
        let rest = 1 - vacant
        return DwellingChance(
          id: dwellings[index].id, occupied: isTaken || isGone ? 0 : rest, unknown: isTaken ? rest : 0,
          vacant: isGone ? 0 : vacant, absent: isGone ? 1 : 0)
      }
      let here = people.indices.map { index in
        PersonChance(
          id: people[index].0.id, dwellingID: people[index].1,
          here: people[index].0.away == nil ? max(0, 1 - fading[index] * t) : min(0.4, fading[index] * t))
      }
      var counts: [CountItem: Distribution] = [:]
      let empty = houses.reduce(0) { $0 + $1.vacant }
      for item in CountItem.allCases {
        let mean =
          switch item {
          case .population: here.reduce(0) { $0 + $1.here }
          case .vacant: empty
          default: Double(dwellings.count) - empty
          }
        counts[item] =
          horizon == 0
          ? Distribution(certain: Int(mean.rounded()))
          : Distribution(
            first: max(0, Int(mean.rounded()) - 3), chances: [0.05, 0.1, 0.2, 0.3, 0.2, 0.1, 0.05])
      }
      return ChanceThen(
        horizon: horizon, year: map.baseYear + horizon, people: here, dwellings: houses, counts: counts)
    }
    var workshop = projection
    workshop.rules = projection.rules
    return ChanceForesight(
      map: map, workshop: workshop,
      chance: ChanceProjection(
        mapID: map.id, baseYear: map.baseYear, method: .simulated(runs: 10_000), states: states),
      horizons: [0] + map.horizons,
      note: Phrase(ja: "つくった決まりで、10,000回の試行による見込みです。", en: "Invented rules, 10,000 simulated runs."))
  }
}
