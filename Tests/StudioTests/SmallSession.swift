import Workshop

/// A session that can be worked out in one's head.
///
/// | house | in 2023 | in 2033 | in 2043 |
/// | --- | --- | --- | --- |
/// | b1 | ○78 △75 | vacant: 78 is 85 in 2030, 75 in 2033 | vacant |
/// | b2 | ○70s △60s | ○84 △74; ○ is gone if he was 75 or more | △84; vacant if she was 65 or more |
/// | b3 | nobody knows | nobody knows | nobody knows |
/// | b4 | vacant | vacant | vacant |
enum SmallSession {
  static let map = TableMap(
    id: "B", title: "農村地域", baseYear: 2023, horizons: [10, 20],
    lines: [Line(id: "県道", kind: .main, points: [SheetPoint(x: 0, y: 60), SheetPoint(x: 180, y: 60)])],
    houses: [
      House(
        id: "b1", name: "中村",
        dwellings: [
          Dwelling(
            id: "b1",
            occupancy: .residents([
              Resident(id: "b1.1", name: "太郎", sex: .male, age: .exact(78), occupation: "農業"),
              Resident(
                id: "b1.2", sex: .female, age: .exact(75), relation: .partner, note: "膝が悪い"),
            ]))
        ]),
      House(
        id: "b2",
        dwellings: [
          Dwelling(
            id: "b2",
            occupancy: .residents([
              Resident(id: "b2.1", sex: .male, age: .band(70...79), occupation: "大工"),
              Resident(id: "b2.2", sex: .female, age: .band(60...69), relation: .partner),
              Resident(
                id: "b2.3", sex: .male, age: .exact(40), relation: .child, away: Away(place: "大阪")),
            ]))
        ]),
      House(id: "b3", dwellings: [Dwelling(id: "b3", occupancy: .unknown)]),
      House(id: "b4", dwellings: [Dwelling(id: "b4", occupancy: .vacant(since: 2019))]),
    ], findings: ["空き家が少しずつ増える"], actions: ["声をかけあう"])

  static let session = Session(
    title: "山あいの点検", maps: [map],
    scenarios: [Scenario(name: "戻ってくる", people: ["b2.3": [.returns(2030)]])])
}
