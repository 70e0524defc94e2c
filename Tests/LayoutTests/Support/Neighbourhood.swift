import Projection
import Workshop

@testable import Layout

/// Invents neighbourhoods of every shape, the same for the same seed.
struct Neighbourhood {
  enum Shape: CaseIterable {
    /// Winding roads with rows of houses on both sides.
    case village
    /// A grid of streets with houses by road.
    case estate
    /// Houses at points, some of them on top of each other.
    case scattered
    /// Apartment blocks among houses.
    case blocks
    /// All houses at nearly one point.
    case heap
    /// Nobody said where anything is.
    case nowhere
    /// Two roads that cross, with rows on both sides of both.
    case crossing
    /// A road of very many short stretches, with rows on both sides.
    case curve
    /// Houses at the very edge of the sheet and in its corners.
    case edge
  }

  var map: TableMap
  var projection: MapProjection

  private static let longNames = [
    "長谷川", "勅使河原（本家）", "田中", "森", "西村", "五十嵐", "小鳥遊の隠居所", "Thompson", "東",
  ]
  private static let occupations = ["農業", "会社員", "パート", "看護師", "市役所", "介護福祉士見習い", "学生"]

  init(seed: UInt64, houses: ClosedRange<Int> = 1...60, shape: Shape? = nil) {
    var random = SeededGenerator(seed)
    let shape = shape ?? Shape.allCases[Int(seed % UInt64(Shape.allCases.count))]
    // Small neighbourhoods are common, large ones rare, and every size occurs.
    let most = random.chance(0.25) ? houses.upperBound : max(houses.lowerBound, houses.upperBound / 4)
    let count = random.whole(houses.lowerBound...most)
    var map = TableMap(id: "G", title: "つくった地区", baseYear: 2023)
    map.sheet = Sheet(width: random.number(50...400), height: random.number(50...300), north: 0)
    if random.chance(0.3) { map.sheet.north = random.number(0...359) }
    Self.lines(&map, shape, &random)
    for number in 0..<count {
      map.houses.append(Self.house("h\(number + 1)", shape, map, &random))
    }
    Self.rows(&map, shape, &random)
    Self.landmarks(&map, &random)
    if random.chance(0.5) {
      map.findings = (0..<random.whole(1...6)).map { "気づいたことの\($0)、子どもが残るかどうかで空き家になるかどうかが決まる" }
      map.actions = (0..<random.whole(0...5)).map { "取り組むことの\($0)、地域のグループをつくる" }
    }
    Self.rescale(&map, by: random.pick([1, 1, 0.001, 150]))
    self.map = map
    projection = Foresight.invent(map, &random)
  }

  private static func lines(_ map: inout TableMap, _ shape: Shape, _ random: inout SeededGenerator) {
    let (w, h) = (map.sheet.width, map.sheet.height)
    func winding(_ y: Double, _ steps: Int) -> [SheetPoint] {
      (0...steps).map {
        SheetPoint(x: w * Double($0) / Double(steps), y: y + random.number(-0.07 * h...0.07 * h))
      }
    }
    switch shape {
    case .estate:
      for row in 1...random.whole(1...3) {
        let y = h * Double(row) / 4
        map.lines.append(
          Line(
            id: "通\(row)", name: "\(row)丁目通り", kind: .street, points: [.init(x: 0, y: y), .init(x: w, y: y)]))
      }
      for column in 1...random.whole(1...3) {
        let x = w * Double(column) / 4
        map.lines.append(
          Line(id: "筋\(column)", kind: .lane, points: [.init(x: x, y: 0), .init(x: x, y: h)]))
      }
    case .crossing:
      map.lines.append(
        Line(
          id: "県道", kind: .main,
          points: [
            .init(x: 0, y: h * random.number(0.3...0.7)), .init(x: w, y: h * random.number(0.3...0.7)),
          ]
        ))
      map.lines.append(
        Line(
          id: "市道", kind: random.pick([.street, .lane]),
          points: [
            .init(x: w * random.number(0.2...0.8), y: 0), .init(x: w * random.number(0.2...0.8), y: h),
          ]
        ))
    case .curve:
      let count = random.whole(30...90)
      let waves = random.number(2...7)
      map.lines.append(
        Line(
          id: "曲がり道", kind: random.pick([.main, .street, .lane]),
          points: (0...count).map { step in
            let t = Double(step) / Double(count)
            let up = Trigonometry.direction(t * waves).y
            return SheetPoint(x: w * t, y: h * (0.5 + 0.22 * up))
          }))
    case .edge: break
    case .heap, .nowhere: if random.chance(0.5) { break } else { fallthrough }
    case .village, .scattered, .blocks:
      map.lines.append(Line(id: "県道", kind: .main, points: winding(h * 0.5, random.whole(1...5))))
      if random.chance(0.6) {
        map.lines.append(
          Line(
            id: "中道", name: "中の坂道", kind: random.pick([.lane, .path, .street]),
            points: [
              .init(x: w * 0.5, y: h * 0.5), .init(x: w * random.number(0.4...0.6), y: h * 0.25),
              .init(x: w * random.number(0.2...0.8), y: 0),
            ]))
      }
    }
    if random.chance(0.3) {
      map.lines.append(
        Line(id: "青葉川", kind: .river, points: winding(h * random.number(0.7...0.95), 4)))
    }
    if random.chance(0.2) {
      let x = w * random.number(0.1...0.9)
      map.lines.append(
        Line(id: "本線", kind: .railway, points: [.init(x: x, y: 0), .init(x: x + w * 0.05, y: h)]))
    }
    if random.chance(0.4) {
      map.areas.append(
        Area(
          kind: random.pick(AreaKind.allCases), name: "うら山",
          points: [
            .init(x: 0, y: 0), .init(x: w * 0.4, y: 0), .init(x: w * 0.3, y: h * 0.35),
            .init(x: 0, y: h * 0.3),
          ]))
    }
  }

  private static func person(
    _ id: String, _ relation: Relation, _ range: ClosedRange<Int>, _ random: inout SeededGenerator
  ) -> Resident {
    let age = random.whole(range)
    let sex = random.chance(0.05) ? Sex.unknown : random.chance(0.5) ? .male : .female
    var person = Resident(id: id, sex: sex, age: .exact(age), relation: relation)
    if random.chance(0.15) { person.age = .band(age / 10 * 10...age / 10 * 10 + 9) }
    if random.chance(0.05) { person.age = .band(age / 5 * 5...age / 5 * 5 + 4) }
    if random.chance(0.04) { person.age = .unknown }
    if random.chance(0.6) { person.occupation = random.pick(occupations) }
    if random.chance(0.08) { person.away = Away(place: random.pick(["大阪", "東京", nil])) }
    return person
  }

  private static func people(_ id: String, _ random: inout SeededGenerator) -> [Resident] {
    let count = random.chance(0.06) ? 10 : random.whole(1...6)
    return (0..<count).map { number in
      switch number {
      case 0, 1: person("\(id).\(number + 1)", number == 0 ? .head : .partner, 30...88, &random)
      case 2...4: person("\(id).\(number + 1)", .child, 0...45, &random)
      default: person("\(id).\(number + 1)", random.pick([.parent, .other, .grandchild]), 0...95, &random)
      }
    }
  }

  private static func occupancy(_ id: String, _ random: inout SeededGenerator) -> Occupancy {
    if random.chance(0.1) { return .vacant(since: nil) }
    if random.chance(0.1) { return .unknown }
    return .residents(people(id, &random))
  }

  private static func house(
    _ id: String, _ shape: Shape, _ map: TableMap, _ random: inout SeededGenerator
  ) -> House {
    let (w, h) = (map.sheet.width, map.sheet.height)
    var house = House(id: id, dwellings: [Dwelling(id: id, occupancy: occupancy(id, &random))])
    if random.chance(0.7) { house.name = random.pick(longNames) }
    if random.chance(0.05) { house.kind = random.pick([.shop, .facility]) }
    if random.chance(0.04) {
      house.kind = .emptyLot
      house.dwellings = []
    }
    if shape == .blocks && random.chance(0.15) {
      house.kind = .apartment
      let units = random.whole(2...30)
      house.dwellings = (0..<units).map { unit in
        let own = "\(id)-\(unit / 6 + 1)0\(unit % 6 + 1)"
        return Dwelling(
          id: own, label: "\(unit / 6 + 1)0\(unit % 6 + 1)", isRented: true,
          occupancy: occupancy(own, &random))
      }
    }
    switch shape {
    case .heap:
      house.placement = .point(
        SheetPoint(x: w / 2 + random.number(0...0.02) * w, y: h / 2 + random.number(0...0.02) * h))
    case .nowhere: house.placement = .anywhere
    case .edge:
      house.placement = .point(
        SheetPoint(x: random.pick([0, w, random.number(0...w)]), y: random.pick([0, h])))
    default:
      house.placement = .point(
        SheetPoint(x: random.number(0...w), y: random.number(0...h)))
      if random.chance(0.1), let last = map.houses.last { house.placement = last.placement }
    }
    return house
  }

  /// Puts most houses of villages and estates in rows along their roads.
  private static func rows(_ map: inout TableMap, _ shape: Shape, _ random: inout SeededGenerator) {
    guard [.village, .estate, .blocks, .crossing, .curve].contains(shape) else { return }
    let roads = map.lines.filter(\.kind.isRoad)
    guard !roads.isEmpty else { return }
    var rows: [(RoadRow, [Int])] = []
    for road in roads {
      guard let first = road.points.first, let last = road.points.last else { continue }
      let isFlat = abs(last.x - first.x) >= abs(last.y - first.y)
      for side: Compass in isFlat ? [.north, .south] : [.east, .west] {
        rows.append((RoadRow(road: road.id, side: side, isReversed: random.chance(0.2)), []))
      }
    }
    for index in map.houses.indices where random.chance(0.9) {
      rows[random.whole(0...rows.count - 1)].1.append(index)
    }
    for (row, members) in rows {
      let gaps = random.whole(0...2)
      for (slot, index) in members.enumerated() {
        map.houses[index].placement = .along(
          row, slot: slot + (slot > 1 ? gaps : 0), slots: members.count + gaps)
      }
    }
  }

  /// The same sheet measured in another unit.
  private static func rescale(_ map: inout TableMap, by factor: Double) {
    func scaled(_ p: SheetPoint) -> SheetPoint { SheetPoint(x: p.x * factor, y: p.y * factor) }
    map.sheet.width *= factor
    map.sheet.height *= factor
    for index in map.lines.indices { map.lines[index].points = map.lines[index].points.map(scaled) }
    for index in map.areas.indices { map.areas[index].points = map.areas[index].points.map(scaled) }
    for index in map.houses.indices {
      if case .point(let p) = map.houses[index].placement { map.houses[index].placement = .point(scaled(p)) }
    }
    for index in map.landmarks.indices {
      if case .point(let p) = map.landmarks[index].placement {
        map.landmarks[index].placement = .point(scaled(p))
      }
    }
  }

  private static func landmarks(_ map: inout TableMap, _ random: inout SeededGenerator) {
    for _ in 0..<(random.chance(0.05) ? 20 : random.whole(0...4)) {
      map.landmarks.append(
        Landmark(
          kind: random.pick(LandmarkKind.allCases),
          name: random.pick(["公民館", "地区防災コミュニティセンター", nil, "八幡神社"]),
          placement: .point(
            SheetPoint(
              x: random.number(0...map.sheet.width), y: random.number(0...map.sheet.height)))))
    }
  }
}
