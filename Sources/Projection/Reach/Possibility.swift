import Diagnostics
import Workshop

/// One thing that could be done on one map: a measure, or one of those that "each" stands for.
public struct Possibility: Sendable, Hashable {
  /// The measure it comes from, by its name.
  public var measure: String
  /// The dwelling or the person it is about, where the measure stands for one of each; nil otherwise.
  public var of: String?
  /// What it says of people, by id.
  public var people: [String: [ResidentPlan]]
  /// What it says of dwellings, by id.
  public var houses: [String: [DwellingPlan]]

  /// What is done on this map by a session's measures, in their order.
  ///
  /// - Parameters:
  ///   - measures: The session's.
  ///   - map: The map. What is said of other maps is left out, and measures that say nothing of this one.
  ///   - projector: Foresees the map, for what is vacant when.
  public static func all(of measures: [Measure], on map: TableMap, projector: Projector) -> [Possibility] {
    measures.flatMap { measure -> [Possibility] in
      switch measure.deed {
      case .changes(let people, let houses):
        let own = Possibility(measure: measure.name, of: nil, people: people, houses: houses)
        return own.touched(on: map).isEmpty ? [] : [own]
      case .eachAway(let plans):
        // Who is that old already, or of an age nobody knows, is left out.
        return map.away(plans).fit.map {
          Possibility(
            measure: measure.name, of: $0.id, people: ["\(map.id)/\($0.id)": plans], houses: [:])
        }
      case .eachVacant(let year, let people):
        // In the year before they come it has to stand empty: who is to find a house has to see it.
        let before = year - 1 - map.baseYear
        guard (0...99).contains(before) else { return [] }
        let states = projector.project(horizons: [before]).states
        guard let state = states.first(where: { $0.horizon == before }) else { return [] }
        return state.houses.flatMap(\.dwellings).filter { $0.status == .vacant }.map {
          Possibility(
            measure: measure.name, of: $0.id, people: [:],
            houses: ["\(map.id)/\($0.id)": [.familyMovesIn(year: year, people: people)]])
        }
      }
    }
  }

  /// The houses on a map that it says something of, by their places on it, ascending.
  func touched(on map: TableMap) -> [Int] {
    map.houses.indices.filter { index in
      let house = map.houses[index]
      let dwellings = [house.id] + house.dwellings.map(\.id)
      let persons = house.dwellings.flatMap { $0.people.map(\.id) + $0.arrivals }
      return Self.speaks(of: dwellings, on: map, in: houses.keys)
        || Self.speaks(of: persons + persons.map { $0 + "+" }, on: map, in: people.keys)
    }
  }

  private static func speaks(
    of ids: [String], on map: TableMap, in keys: some Collection<String>
  ) -> Bool {
    keys.contains { key in ids.contains { key == $0 || key == "\(map.id)/\($0)" } }
  }

  /// The dwellings of a map into which it brings a family, by their ids.
  func filled(on map: TableMap) -> Set<String> {
    var found = Set<String>()
    for (key, plans) in houses {
      let bringsFamily = plans.contains { if case .familyMovesIn = $0 { true } else { false } }
      guard bringsFamily else { continue }
      let prefix = "\(map.id)/"
      if key.hasPrefix(prefix) {
        found.insert(String(key.dropFirst(prefix.count)))
      } else if !key.contains("/") {
        found.insert(key)
      }
    }
    return found
  }
}

extension Scenario {
  /// This scenario with what the possibilities say besides.
  func adding(_ possibilities: [Possibility], on map: TableMap) -> Scenario {
    var sum = self
    func key(_ id: String) -> String { id.hasPrefix("\(map.id)/") ? id : "\(map.id)/\(id)" }
    // What a scenario says of a map's person by the full name hides what it says by the short one; so that both hold, all
    // go by the full one.
    for possibility in possibilities {
      for (id, plans) in possibility.people.sorted(by: { $0.key < $1.key }) {
        sum.people[key(id)] = (sum.people[key(id)] ?? sum.people[id] ?? []) + plans
      }
      for (id, plans) in possibility.houses.sorted(by: { $0.key < $1.key }) {
        sum.houses[key(id)] = (sum.houses[key(id)] ?? sum.houses[id] ?? []) + plans
      }
    }
    return sum
  }
}
