import Workshop

/// How much room everything on a map takes, in points: what ``RoomDemand`` shares the sheet out by.
struct RoomNeeds {
  /// In the order of the map.
  var houses: [Vec]
  /// With their names, in the order of the map.
  var landmarks: [Vec]
  /// The room for a line and the houses' distance from it, on one of its sides.
  var edge: (LineKind) -> Double

  /// The least with which ages can be read, before anything is measured.
  static func estimated(_ map: TableMap) -> RoomNeeds {
    RoomNeeds(
      houses: map.houses.map { Vec(width, depth($0)) },
      landmarks: map.landmarks.map { ($0.name ?? "").isEmpty ? Vec(15, 15) : Vec(23, 23) },
      edge: { _ in 8.5 })
  }

  /// How crowded a map is on a panel of that size, in points: 0 where next to nothing stands on it, 1 from where houses
  /// with their ages take about a seventh of it, for they stand in rows, and roads and names want as much again.
  static func crowding(_ map: TableMap, on panel: Vec) -> Double {
    let taken = map.houses.reduce(0) { sum, house in
      sum + depth(house) * width * max(1, Double(house.dwellings.count) / floors(house))
    }
    return min(1, taken / (panel.x * panel.y * 0.14))
  }

  /// The depth of a house on the smallest map with ages.
  private static func depth(_ house: House) -> Double {
    let rows = house.dwellings.map { Self.rows($0.people) }.max() ?? 1
    let floors = floors(house)
    return 17 + 13.1 * Double(max(1, house.dwellings.count > 1 ? 1 : rows)) * floors
  }

  private static func floors(_ house: House) -> Double {
    house.dwellings.count > 1 ? (Double(house.dwellings.count) * 0.7).squareRoot().rounded(.up) : 1
  }

  /// The width of such a house.
  private static let width = 35.0

  /// In how many rows people stand, two by two.
  private static func rows(_ people: [Resident]) -> Int {
    var (couple, children, others) = (0, 0, 0)
    for person in people where person.away == nil {
      switch person.relation {
      case .head, .partner: couple += 1
      case .parent, .other: others += 1
      case .child, .childPartner, .grandchild: children += 1
      }
    }
    return (couple + 1) / 2 + (children + 1) / 2 + (others + 1) / 2
  }
}
