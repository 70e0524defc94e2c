import Projection
import Workshop

/// Streets with rows of invented households on both sides, as many as asked for: what a crowded map is tried on.
struct Estate {
  enum Households {
    /// Families, couples and people alone, some houses vacant or unknown.
    case mixed
    /// A couple in every house, every fifth house vacant.
    case alike
  }

  var map: TableMap
  var projection: MapProjection

  /// Any map with what becomes of it.
  init(map: TableMap) {
    self.map = map
    projection = Projector(map: map).project()
  }

  init(
    houses: Int, streets: Int, seed: UInt64 = 1, households: Households = .mixed, block: Bool = false,
    lane: Bool = true
  ) {
    var random = SeededGenerator(seed)
    var map = TableMap(id: "G", title: "つくった通り", baseYear: 2023)
    map.sheet = Sheet(width: 180, height: 120)
    for street in 0..<streets {
      let y = 120 * (Double(street) + 0.5) / Double(streets)
      map.lines.append(
        Line(
          id: "\(street + 1)番通り", kind: street == 0 ? .main : .street,
          points: [.init(x: 0, y: y), .init(x: 90, y: y - 2), .init(x: 180, y: y + 1)]))
    }
    if lane {
      map.lines.append(
        Line(id: "中道", kind: .lane, points: [.init(x: 90, y: 0), .init(x: 92, y: 120)]))
    }
    var rows: [(row: RoadRow, count: Int)] = []
    for number in 0..<(2 * streets) {
      let from = number * houses / (2 * streets)
      let to = (number + 1) * houses / (2 * streets)
      rows.append(
        (RoadRow(road: "\(number / 2 + 1)番通り", side: number % 2 == 0 ? .north : .south), to - from))
    }
    for (row, count) in rows {
      for slot in 0..<count {
        let id = "h\(map.houses.count + 1)"
        var house = House(
          id: id, placement: .along(row, slot: slot, slots: count),
          dwellings: [Dwelling(id: id, occupancy: Self.occupancy(id, map.houses.count, households, &random))])
        if block && map.houses.count == count / 2 {
          house.kind = .apartment
          house.dwellings = (0..<30).map {
            let own = "\(id)-\($0)"
            return Dwelling(id: own, isRented: true, occupancy: .residents(Self.people(own, [34], &random)))
          }
        }
        map.houses.append(house)
      }
    }
    map.findings = ["空き家が少しずつ増える"]
    map.actions = ["声をかけあう"]
    self.map = map
    projection = Projector(map: map).project()
  }

  private static func occupancy(
    _ id: String, _ number: Int, _ households: Households, _ random: inout SeededGenerator
  ) -> Occupancy {
    if households == .alike {
      return number % 5 == 4 ? .vacant(since: nil) : .residents(people(id, [72, 70], &random))
    }
    switch random.whole(0...9) {
    case 0: return .vacant(since: nil)
    case 1: return .unknown
    case 2: return .residents(people(id, [random.whole(66...84)], &random))
    case 3, 4, 5:
      let age = random.whole(60...83)
      return .residents(people(id, [age, age - 3], &random))
    case 6, 7:
      let age = random.whole(35...52)
      return .residents(people(id, [age, age - 2, random.whole(2...13), random.whole(2...13)], &random))
    case 8: return .residents(people(id, [70, 68, 41], &random))
    default: return .residents(people(id, [50, 48, 18, 15, 77, 75], &random))
    }
  }

  private static func people(_ id: String, _ ages: [Int], _ random: inout SeededGenerator) -> [Resident] {
    ages.enumerated().map { number, age in
      let relation: Relation =
        number == 0 ? .head : number == 1 ? .partner : age > ages[0] + 15 ? .parent : .child
      return Resident(
        id: "\(id).\(number + 1)", sex: number % 2 == 0 ? .male : .female, age: .exact(age),
        occupation: random.chance(0.5) ? "農業" : nil, relation: relation)
    }
  }
}
