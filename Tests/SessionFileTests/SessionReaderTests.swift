import Diagnostics
import Testing
import Workshop

@testable import SessionFile

/// The example of the format's description, read as a whole.
@Suite struct SessionReaderTests {
  static let example = """
    tenken: 1
    title: 山あいの集落の地域点検
    date: 2023-02-07
    time: 14:00-16:30
    venue: 市民センター
    language: ja

    maps:
      - id: B
        title: 農村地域
        subtitle: 少しずつ空き家が増えていく
        sheet: [180, 120]                  # width and height of the paper, any unit
        roads:
          - {id: 県道, kind: main, points: [[0, 60], [90, 55], [180, 60]]}
          - {id: 中道, kind: lane, points: [[90, 55], [95, 0]]}
        along:
          - {road: 県道, side: north, houses: [b1, b2, _, b3]}     # _ is a gap
          - {road: 県道, side: south, houses: [b5, b6]}
        houses:
          b1: [○78 農業, △75, ○48 会社員 他出 大阪]
          b2: [○55 農業, △52 パート, ○19 学生 2026出, △16]
          b3: 空き家 2019
          b4: {name: 中村, at: [30, 90], people: [△83]}
          b5: ？
          b6: [○70代前半 大工, △60代, ○40代 役場 残]
        landmarks:
          - {kind: meeting-hall, name: 公民館, at: [120, 40]}
        findings: [子どもが残るかどうかで空き家になるかどうかが決まる]
        actions: [地域のLINEグループをつくる]

    scenarios:
      戻ってくる:
        people: {b1.3: 2035戻}
    """

  @Test func readsTheExample() throws {
    let result = SessionReader.read(bytes: Array(Self.example.utf8), file: "example.yaml")
    #expect(result.findings == [])
    let session = try #require(result.session)
    #expect(session.title == "山あいの集落の地域点検")
    #expect(session.date == CalendarDate(year: 2023, month: 2, day: 7))
    #expect(session.time == "14:00-16:30")
    #expect(session.maps.count == 1)
    let map = session.maps[0]
    #expect(map.baseYear == 2023)
    #expect(map.horizons == [10, 20, 30])
    #expect(map.lines.map(\.kind) == [.main, .lane])
    #expect(map.houses.map(\.id) == ["b1", "b2", "b3", "b4", "b5", "b6"])
    let row = RoadRow(road: "県道", side: .north)
    #expect(map.houses[2].placement == .along(row, slot: 3, slots: 4))
    #expect(map.houses[3].placement == .point(SheetPoint(x: 30, y: 90)))
    #expect(map.houses[3].name == "中村")
    #expect(
      map.houses[0].dwellings == [
        Dwelling(
          id: "b1",
          occupancy: .residents([
            Resident(id: "b1.1", sex: .male, age: .exact(78), occupation: "農業", relation: .head),
            Resident(id: "b1.2", sex: .female, age: .exact(75), relation: .partner),
            Resident(
              id: "b1.3", sex: .male, age: .exact(48), occupation: "会社員", relation: .child,
              away: Away(place: "大阪")),
          ]))
      ])
    #expect(map.houses[1].dwellings[0].people.map(\.plans) == [[], [], [.leaves(2026)], []])
    #expect(map.houses[2].dwellings[0].occupancy == .vacant(since: 2019))
    #expect(map.houses[4].dwellings[0].occupancy == .unknown)
    #expect(map.houses[5].dwellings[0].people.map(\.age) == [.band(70...74), .band(60...69), .band(40...49)])
    #expect(map.houses[5].dwellings[0].people.map(\.relation) == [.head, .partner, .child])
    #expect(map.landmarks[0].kind == .meetingHall)
    let text = """
      tenken: 1
      title: t
      date: 2023-02-07
      maps: [{id: A, title: t, houses: {b1: 空き家}}, {id: B, title: t, houses: {c1: 空き家}}]
      もしも:
        s:
          家族:
            A: {２０３０: 2家族, どの家族も: ○35 △33}
            B: {R13: [○40 △38 ○9, [○70, △68], ？], 2035: ○30}
      """
    let families = try #require(SessionReader.read(bytes: Array(text.utf8), file: "f").session).scenarios[0]
      .families
    #expect(
      families.map { "\($0.map) \($0.year) \($0.people.map(\.relation.rawValue).joined(separator: "+"))" }
        == [
          "A 2030 head+partner", "A 2030 head+partner", "B 2031 head+partner+child", "B 2031 head+partner",
          "B 2031 ",
          "B 2035 head",
        ])
    #expect(families[0].people.map(\.age) == [.exact(35), .exact(33)] && families[0].place?.line == 8)
    #expect(session.scenarios == [Scenario(name: "戻ってくる", people: ["b1.3": [.returns(2035)]])])
  }
}
