import Projection
import Workshop

/// Takes everything private out of a map and its projection before anything is laid out, so that no layout
/// can leak it: names, notes, occupations, who lives away, what single people plan, door numbers, the ids
/// people typed (often family names), and exact ages, which become bands of ten years.
///
/// What the room wrote for everybody stays: titles, findings, actions, names of roads, areas and landmarks.
public struct Redaction: Sendable {
  /// The map as everybody may see it.
  public let map: TableMap
  /// Its projection as everybody may see it; the record of events is empty.
  public let projection: MapProjection

  /// Whether ages are left out of every year: so few households live here that they would tell whose they are.
  public let hidesAges: Bool
  /// How the ages of each year became public.
  public let ages: [PublicAges]

  /// Redacts a map together with its projection.
  public init(map: TableMap, projection: MapProjection, groups: SmallGroups = .coarsened) {
    hidesAges = groups.hidesAges(of: map)
    ages = projection.states.ages(groups, areFew: hidesAges)
    // What the sheet says of the base year is as public as that year's map.
    let first =
      zip(projection.states, ages).first { $0.0.horizon == 0 }?.1
      ?? PublicAges(areHidden: hidesAges, highest: ages.map(\.highest).min() ?? 90)
    var names = Ordinals()
    var redacted = map
    redacted.notes = []
    redacted.houses = map.houses.enumerated().map { index, house in
      Self.redact(house, "h\(index + 1)", baseYear: map.baseYear, first, &names)
    }
    self.map = redacted
    self.projection = MapProjection(
      mapID: projection.mapID, baseYear: projection.baseYear, rules: projection.rules,
      states: zip(projection.states, ages).map { Self.redact($0, $1, &names) }, events: [],
      scenario: projection.scenario)
  }

  /// The band of ten years that an age lies in; from `highest` on one band, for there may be only one such person.
  public static func band(of age: Int, highest: Int = 90) -> ClosedRange<Int> {
    if age >= highest { return highest...120 }
    let low = max(age, 0) / 10 * 10
    return low...(low + 9)
  }

  /// New names for old ids: the same for the same id, telling only the order.
  private struct Ordinals {
    var houses: [String: String] = [:]
    var dwellings: [String: String] = [:]
    var people: [String: String] = [:]
    var counts: [String: Int] = [:]

    mutating func person(_ id: String, in dwelling: String) -> String {
      // A person's id is unique in a map, and so is the dwelling's.
      if let known = people[id] { return known }
      let count = (counts[dwelling] ?? 0) + 1
      counts[dwelling] = count
      let name = "\(dwelling).\(count)"
      people[id] = name
      return name
    }
  }

  private static func redact(
    _ house: House, _ name: String, baseYear: Int, _ ages: PublicAges, _ names: inout Ordinals
  ) -> House {
    names.houses[house.id] = name
    var dwellings: [Dwelling] = []
    for (index, dwelling) in house.dwellings.enumerated() {
      let id = "\(name)-\(index + 1)"
      names.dwellings[dwelling.id] = id
      let occupancy: Occupancy =
        switch dwelling.occupancy {
        case .residents(let people):
          .residents(
            people.filter { $0.away == nil }.map { person in
              Resident(
                id: names.person(person.id, in: id), sex: person.sex,
                age: redact(person.age, baseYear: baseYear, ages), relation: person.relation)
            })
        case .vacant: .vacant(since: nil)
        case .unknown: .unknown
        }
      dwellings.append(Dwelling(id: id, isRented: dwelling.isRented, occupancy: occupancy))
    }
    return House(id: name, kind: house.kind, placement: house.placement, dwellings: dwellings)
  }

  private static func redact(_ age: Age, baseYear: Int, _ ages: PublicAges) -> Age {
    if ages.areHidden { return .unknown }
    return age.representative(in: baseYear, baseYear: baseYear)
      .map { .band(band(of: $0, highest: ages.highest)) } ?? .unknown
  }

  private static func redact(_ state: MapThen, _ ages: PublicAges, _ names: inout Ordinals) -> MapThen {
    var result = state
    // The share of the aged among a handful of people, or of a handful of the aged, is their ages in other words.
    if ages.hidesRate { result.figures.ageingRate = Ratio(nil, low: nil, high: nil) }
    result.houses = state.houses.enumerated().map { index, house in
      let id = names.houses[house.id] ?? "h\(index + 1)"
      return HouseThen(
        id: id,
        dwellings: house.dwellings.enumerated().map { unit, dwelling in
          redact(dwelling, names.dwellings[dwelling.id] ?? "\(id)-\(unit + 1)", ages, &names)
        })
    }
    return result
  }

  private static func redact(
    _ dwelling: DwellingThen, _ id: String, _ ages: PublicAges, _ names: inout Ordinals
  ) -> DwellingThen {
    var result = dwelling
    result.id = id
    result.people = dwelling.people.map { person in
      PersonThen(
        id: names.person(person.id, in: id), sex: person.sex, age: redact(person.age, ages),
        relation: person.relation, isHere: person.isHere, depends: person.depends)
    }
    return result
  }

  private static func redact(_ age: AgeThen, _ ages: PublicAges) -> AgeThen {
    if ages.areHidden { return .unknown }
    return switch age {
    case .exact(let years): coarse(years, ages)
    case .band(_, let representative): coarse(representative, ages)
    case .unknown: .unknown
    }
  }

  /// The band and its own middle, which tells nothing more.
  private static func coarse(_ age: Int, _ ages: PublicAges) -> AgeThen {
    let band = band(of: age, highest: ages.highest)
    return .band(band, representative: band.lowerBound + 4)
  }
}
