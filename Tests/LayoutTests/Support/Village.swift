import Projection
import Workshop

/// A village drawn by hand for tests that look at single things: ten houses, two roads, a meeting hall.
enum Village {
  static func resident(
    _ id: String, _ sex: Sex, _ age: Age, _ relation: Relation, _ occupation: String? = nil
  ) -> Resident {
    Resident(id: id, name: "甲斐はな\(id)", sex: sex, age: age, occupation: occupation, relation: relation)
  }

  static func house(
    _ id: String, _ name: String, _ side: Compass, _ slot: Int, of slots: Int, _ people: [Resident]
  ) -> House {
    House(
      id: id, name: name, placement: .along(RoadRow(road: "県道", side: side), slot: slot, slots: slots),
      dwellings: [Dwelling(id: id, occupancy: .residents(people))], note: "角の家の覚え書き")
  }

  static var map: TableMap {
    var map = TableMap(
      id: "B", title: "農村地域", subtitle: "少しずつ空き家が増えていく", baseYear: 2023)
    map.lines = [
      Line(
        id: "県道", kind: .main,
        points: [.init(x: 0, y: 60), .init(x: 90, y: 55), .init(x: 180, y: 60)]),
      Line(id: "中道", kind: .lane, points: [.init(x: 90, y: 55), .init(x: 95, y: 0)]),
      Line(
        id: "青葉川", kind: .river,
        points: [.init(x: 0, y: 105), .init(x: 70, y: 112), .init(x: 180, y: 100)]),
    ]
    map.houses = [
      house(
        "b1", "中村", .north, 0, of: 5,
        [
          resident("b1.1", .male, .exact(78), .head, "農業"), resident("b1.2", .female, .exact(75), .partner),
          {
            var son = resident("b1.3", .male, .exact(48), .child, "会社員")
            son.away = Away(place: "大阪")
            return son
          }(),
        ]),
      house(
        "b2", "山本", .north, 1, of: 5,
        [
          resident("b2.1", .male, .exact(55), .head, "農業"),
          resident("b2.2", .female, .exact(52), .partner, "パート"),
          resident("b2.3", .male, .exact(19), .child, "学生"), resident("b2.4", .female, .exact(16), .child),
        ]),
      house("b3", "井上", .north, 2, of: 5, [resident("b3.1", .female, .exact(83), .head)]),
      house(
        "b4", "森", .north, 3, of: 5,
        [
          resident("b4.1", .male, .exact(66), .head, "大工"), resident("b4.2", .female, .exact(64), .partner),
          resident("b4.3", .male, .exact(38), .child, "役場"),
        ]),
      house(
        "b5", "西村", .north, 4, of: 5,
        [
          resident("b5.1", .male, .exact(44), .head), resident("b5.2", .female, .exact(41), .partner),
          resident("b5.3", .female, .exact(12), .child), resident("b5.4", .male, .exact(9), .child),
          resident("b5.5", .female, .exact(6), .child),
        ]),
      house(
        "b6", "東", .south, 0, of: 4,
        [
          resident("b6.1", .male, .band(70...79), .head), resident("b6.2", .female, .band(70...74), .partner),
        ]),
      house(
        "b7", "吉田", .south, 1, of: 4,
        [
          resident("b7.1", .male, .exact(61), .head), resident("b7.2", .female, .exact(58), .partner),
          resident("b7.3", .male, .exact(27), .child),
        ]),
      House(
        id: "b8", placement: .along(RoadRow(road: "県道", side: .south), slot: 2, slots: 4),
        dwellings: [Dwelling(id: "b8", occupancy: .unknown)]),
      House(
        id: "b9", name: "奥村", placement: .along(RoadRow(road: "県道", side: .south), slot: 3, slots: 4),
        dwellings: [Dwelling(id: "b9", occupancy: .vacant(since: 2019))]),
    ]
    map.landmarks = [
      Landmark(kind: .meetingHall, name: "公民館", placement: .point(.init(x: 130, y: 82))),
      Landmark(kind: .shrine, name: "八幡神社", placement: .point(.init(x: 20, y: 20))),
    ]
    map.findings = [
      "空き家は一度にではなく、10年ごとに少しずつ増える。", "子どもが一人残るかどうかで、その家の先が決まる。", "役を引き継ぐ人がいなくなる。",
    ]
    map.actions = ["負担を分けられるよう、世話役を二人以上にする。", "となり近所のグループ連絡をつくる。"]
    map.notes = ["内輪の話"]
    return map
  }

  static var projection: MapProjection { Projector(map: map).project() }
}
