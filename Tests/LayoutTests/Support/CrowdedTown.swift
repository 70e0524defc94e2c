import Projection
import Workshop

/// Straight and bending roads close together with full rows on both sides, a block of many dwellings in one of them,
/// a railway or a river beside them and landmarks at points between: what leaves a map the least room.
struct CrowdedTown {
  var map: TableMap
  var projection: MapProjection

  private static let names = ["小比類巻", "勅使河原", "五十嵐", "伊集院", "権", "早乙女", "大家族の家"]
  private static let occupations = ["農業", "市役所嘱託", "パート", "介護福祉士", "会社員"]

  init(seed: UInt64, houses: ClosedRange<Int> = 40...80) {
    var random = SeededGenerator(seed &* 7919)
    var map = TableMap(id: "C", title: "込み合った町内", baseYear: 2023)
    map.sheet = Sheet(width: 180, height: 120)
    let streets = random.whole(2...3)
    let bend = random.chance(0.4) ? random.number(2...9) : 0
    for street in 0..<streets {
      let y = 30 + 65 * Double(street) / Double(max(1, streets - 1)) + random.number(-2...2)
      let slope = random.number(-3...4)
      var points = [SheetPoint(x: 0, y: y), SheetPoint(x: 180, y: y + slope)]
      if bend > 0 { points.insert(SheetPoint(x: random.number(60...120), y: y + bend), at: 1) }
      map.lines.append(
        Line(id: "\(street + 1)番通り", kind: random.pick([.main, .street, .lane]), points: points))
    }
    if random.chance(0.7) {
      let x = random.number(50...130)
      map.lines.append(
        Line(id: "たて道", kind: .lane, points: [.init(x: x, y: 0), .init(x: x + 2, y: 120)]))
    }
    if random.chance(0.5) {
      map.lines.append(Line(id: "私鉄線", kind: .railway, points: [.init(x: 0, y: 5), .init(x: 180, y: 8)]))
    }
    if random.chance(0.5) {
      map.lines.append(Line(id: "十日川", kind: .river, points: [.init(x: 0, y: 115), .init(x: 180, y: 112)]))
    }
    let count = random.whole(houses)
    let block = random.chance(0.7) ? random.whole(0...count - 1) : -1
    for number in 0..<count {
      let row = number * streets * 2 / count
      let first = (row * count + streets * 2 - 1) / (streets * 2)
      let next = ((row + 1) * count + streets * 2 - 1) / (streets * 2)
      let id = "h\(number)"
      var house = House(
        id: id,
        placement: .along(
          RoadRow(road: "\(row / 2 + 1)番通り", side: row % 2 == 0 ? .north : .south), slot: number - first,
          slots: next - first),
        dwellings: [Dwelling(id: id, occupancy: Self.occupancy(id, &random))])
      if random.chance(0.8) { house.name = random.pick(Self.names) }
      if number == block {
        house.kind = .apartment
        house.dwellings = (0..<6 * random.whole(2...5)).map { unit in
          let label = "\(unit / 6 + 1)0\(unit % 6 + 1)"
          return Dwelling(
            id: "\(id)-\(label)", label: label, isRented: true, occupancy: Self.occupancy(label, &random))
        }
      }
      map.houses.append(house)
    }
    let kinds: [(LandmarkKind, String?)] = [
      (.shrine, "八幡神社"), (.school, "町立第一小学校"), (.aed, "AED"), (.clinic, "早乙女クリニック"), (.busStop, nil),
    ]
    for (kind, name) in kinds {
      map.landmarks.append(
        Landmark(
          kind: kind, name: name,
          placement: .point(SheetPoint(x: random.number(8...172), y: random.number(14...106)))))
    }
    map.actions = ["話し合う"]
    self.map = map
    projection = Projector(map: map).project()
  }

  private static func occupancy(_ id: String, _ random: inout SeededGenerator) -> Occupancy {
    switch random.whole(0...9) {
    case 0: return .vacant(since: nil)
    case 1: return .unknown
    default:
      let count = random.chance(0.08) ? random.whole(7...10) : random.whole(1...5)
      return .residents(
        (0..<count).map { number in
          let age = random.whole(10...88)
          return Resident(
            id: "\(id).\(number)", sex: random.chance(0.5) ? .male : .female,
            age: random.chance(0.4) ? .band(age / 10 * 10...age / 10 * 10 + 9) : .exact(age),
            occupation: random.chance(0.5) ? random.pick(occupations) : nil,
            relation: number == 0 ? .head : number == 1 ? .partner : .other)
        })
    }
  }
}
