import Testing
import Workshop

@testable import Layout

/// Houses of a row have even room, as far as what stands in their way allows.
@Suite struct RowSpacingTests {
  /// A road on a panel with houses of the given sizes along one side of it.
  private struct Street {
    var geometry: MapGeometry
    var side: RoadSide
    var free: FreePlaces
    var index: CollisionIndex
    var things: [Placeable] = []

    static let gap = 2.0

    /// - Parameter points: the road on a sheet of 400 by 200, which is the panel.
    init(_ points: [SheetPoint], side: Compass = .north, crossing: Double? = nil) throws {
      var map = TableMap(id: "A", title: "一本道", baseYear: 2023)
      map.sheet = Sheet(width: 400, height: 200)
      map.lines = [Line(id: "道", kind: .street, points: points)]
      if let crossing {
        map.lines.append(
          Line(id: "辻", kind: .street, points: [.init(x: crossing, y: 0), .init(x: crossing, y: 200)]))
      }
      let geometry = MapGeometry(map, panel: Box(0, 0, 400, 200))
      var detail = try #require(
        Detail.stages(table: true, blocks: false, unitSize: 10, isLarge: false).joined()
          .first { $0.content == .counts && $0.lines == 1 })
      detail.size = 10
      #expect(detail.air <= Self.gap)
      self.geometry = geometry
      free = FreePlaces(geometry: geometry, detail: detail, reach: 0)
      self.side = try #require(
        RoadSide(geometry, geometry.courses[0], RoadRow(road: "道", side: side), clearance: free.clearance))
      index = CollisionIndex(geometry.panel)
      for course in geometry.courses { for bar in course.bars { index.take(bar) } }
    }

    /// Stands a house of a size in the next slots of the row, behind so many gaps.
    mutating func add(_ width: Double, _ height: Double, gapsBefore: Int = 0) {
      let slot = slots + gapsBefore
      slots = slot + 1
      things.append(
        Placeable(
          placement: .along(RoadRow(road: "道", side: .north), slot: slot, slots: 0), width: width,
          height: height))
    }
    private var slots = 0

    /// The boxes of the row, in its order.
    func solve(isEvened: Bool = true, _ order: [Int]? = nil) -> [Box]? {
      let own = things.map { thing in
        var thing = thing
        if case .along(let row, let slot, _) = thing.placement {
          thing.placement = .along(row, slot: slot, slots: slots)
        }
        return thing
      }
      let order = order ?? Array(own.indices)
      let placement = RowPlacement(
        places: RoadPlaces(side: side, gap: Self.gap, air: Self.gap, free: free), mostLines: 1,
        isEvened: isEvened)
      guard let centers = placement.solve(order.map { own[$0] }, index) else { return nil }
      var boxes = own.map { _ in Box(0, 0, 0, 0) }
      for (number, center) in zip(order, centers) {
        boxes[number] = Box(center: center, width: own[number].width, height: own[number].height)
      }
      return boxes
    }

    static func level(crossing: Double? = nil) throws -> Street {
      try Street([.init(x: 0, y: 100), .init(x: 400, y: 100)], crossing: crossing)
    }
  }

  /// The room between neighbours, and half of it at the ends of the panel's free room.
  private static func gaps(_ boxes: [Box]) -> [Double] {
    zip(boxes, boxes.dropFirst()).map { $1.x0 - $0.x1 }
  }

  @Test(arguments: [[20.0, 20, 20], [40, 15, 15, 60, 22], [30, 30, 30, 30, 30, 30, 30, 30, 30], [25]])
  func whereNothingIsInTheWayTheRoomIsTheSame(_ widths: [Double]) throws {
    var street = try Street.level()
    for (number, width) in widths.enumerated() { street.add(width, 15 + Double(number % 3) * 8) }
    let boxes = try #require(street.solve())
    let gaps = Self.gaps(boxes)
    let first = try #require(boxes.first)
    let last = try #require(boxes.last)
    // As far from one end as from the other, and as far from each other.
    #expect(abs((first.x0 - street.free.bounds.x0) - (street.free.bounds.x1 - last.x1)) < 4)
    #expect((gaps.max() ?? 0) - (gaps.min() ?? 0) < 0.5, "\(gaps)")
  }

  /// A tall house cannot stand under what reaches down to its roof, x 150 to 250 of 400. Its even place is in the middle.
  @Test func aTallHouseStandsBesideWhatIsInItsWay() throws {
    var street = try Street.level()
    for height in [15.0, 15, 60, 15, 15] { street.add(20, height) }
    let road = try #require(street.geometry.courses.first?.inside.points.first?.y)
    street.index.take(Box(150, 0, 250, road - 40))
    let boxes = try #require(street.solve())
    let tall = boxes[2]
    #expect(abs(tall.x1 - 150) < 3 || abs(tall.x0 - 250) < 3, "\(tall)")
    // Those on either side of it share what it leaves them.
    let gaps = Self.gaps(boxes)
    #expect(abs(gaps[0] - gaps[1]) < 1 && abs(gaps[2] - gaps[3]) < 1, "\(gaps)")
  }

  @Test func aCrossingInAGapOfTheTableIsThatGap() throws {
    var street = try Street.level(crossing: 200)
    for number in 0..<6 { street.add(25, 20, gapsBefore: number == 3 ? 1 : 0) }
    let boxes = try #require(street.solve())
    #expect(boxes[2].x1 < 200 && boxes[3].x0 > 200)
    let gaps = Self.gaps(boxes)
    let others = gaps[0...1] + gaps[3...4]
    #expect((others.max() ?? 0) - (others.min() ?? 0) < 1, "\(gaps)")
    // A house would find room in it, and no more.
    let own = try #require(others.first)
    #expect(abs(gaps[2] - (25 + Street.gap + 2 * own)) < 4, "\(gaps)")
  }

  @Test func whateverStandsInTheWayTheRowKeepsItsOrder() throws {
    var solved = 0
    for seed in 0..<200 as Range<UInt64> {
      var random = SeededGenerator(seed)
      var street = try Self.street(&random)
      let obstacles = Self.obstruct(&street, &random)
      guard let boxes = street.solve() else { continue }
      solved += 1
      for (number, box) in boxes.enumerated() {
        #expect(street.free.bounds.contains(box), "seed \(seed): \(number) is off the sheet")
        let isOnRoad = street.geometry.courses.contains { $0.bars.contains { $0.intersects(box) } }
        #expect(!isOnRoad, "seed \(seed): \(number) stands on a road")
        #expect(!obstacles.contains { $0.intersects(box) }, "seed \(seed): \(number) is in the way")
        #expect(!boxes[..<number].contains { $0.intersects(box) }, "seed \(seed): \(number) touches another")
      }
      let along = boxes.map { street.side.along($0.center) }
      #expect(along == along.sorted(), "seed \(seed)")
      // The order in which houses are told changes nothing, nor does trying again.
      let order = Array(boxes.indices).shuffled(using: &random)
      #expect(street.solve(isEvened: true, order) == boxes, "seed \(seed)")
    }
    #expect(solved > 120)
  }

  /// The squares of all gaps are least where these are alike.
  @Test func noRowIsLessEvenThanItWasFound() throws {
    var better = 0
    for seed in 0..<150 as Range<UInt64> {
      var random = SeededGenerator(seed)
      var street = try Street.level()
      // A low house can stand anywhere.
      street.add(18, 12)
      for _ in 0..<random.whole(1...8) { street.add(random.number(15...34), random.number(12...70)) }
      let road = try #require(street.geometry.courses.first?.inside.points.first?.y)
      // What only tall houses have to avoid: all of the road is room.
      for _ in 0..<random.whole(1...4) {
        let x = random.number(0...360)
        street.index.take(Box(x, 0, x + random.number(10...60), road - random.number(35...60)))
      }
      guard let found = street.solve(isEvened: false), let evened = street.solve() else { continue }
      func squares(_ boxes: [Box]) -> Double {
        let ends = [boxes[0].x0 - street.free.bounds.x0, street.free.bounds.x1 - boxes[boxes.count - 1].x1]
        return Self.gaps(boxes).reduce(0) { $0 + $1 * $1 } + ends.reduce(0) { $0 + 2 * $1 * $1 }
      }
      let (before, after) = (squares(found), squares(evened))
      #expect(after < before * 1.02 + 30, "seed \(seed): \(before) \(after)")
      if after < before * 0.9 { better += 1 }
    }
    #expect(better > 20)
  }

  private static func street(_ random: inout SeededGenerator) throws -> Street {
    let ys = (0...random.whole(1...4)).map { _ in random.number(80...130) }
    let points = ys.enumerated().map {
      SheetPoint(x: 400 * Double($0.offset) / Double(ys.count - 1), y: $0.element)
    }
    var street = try Street(
      points, side: random.pick([.north, .south]),
      crossing: random.chance(0.4) ? random.number(60...340) : nil)
    for _ in 0..<random.whole(1...9) {
      street.add(
        random.number(12...36), random.number(12...50), gapsBefore: random.chance(0.15) ? 1 : 0)
    }
    return street
  }

  private static func obstruct(_ street: inout Street, _ random: inout SeededGenerator) -> [Box] {
    (0..<random.whole(0...5)).map { _ in
      let box = Box(
        center: Vec(random.number(20...380), random.number(20...180)), width: random.number(8...50),
        height: random.number(8...50))
      street.index.take(box)
      return box
    }
  }
}
