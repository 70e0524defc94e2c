import Testing

@testable import Studio

/// Files are called after maps and years, on every system.
@Suite struct PictureNamesTests {
  @Test func namesOfPictures() {
    func name(_ map: String?, _ scenario: String?, _ year: Int?, _ series: Bool, _ table: Bool) -> String {
      PictureNames.name(
        .init(map: map, scenario: scenario, year: year, isSeries: series, isForTable: table))
    }
    #expect(name("B", nil, 2033, false, false) == "B-2033")
    #expect(name("B", nil, nil, true, true) == "B-series-table")
    #expect(name("B", "戻ってくる", 2043, false, false) == "B-戻ってくる-2043")
    #expect(name(nil, nil, nil, false, false) == "maps")
    #expect(name(nil, nil, 2033, false, true) == "maps-2033-table")
  }

  @Test(
    arguments: [
      ("B", "B"), ("赤目 1", "赤目_1"), ("a/b\\c:d", "a_b_c_d"), ("..", "_"), (".hidden", "_hidden"),
      ("-x", "_x"),
      ("", "_"), ("con", "con_"), ("a\u{0}b\u{1B}c", "a_b_c"), ("か\u{3099}", "が"), ("x.", "x"),
      ("a\u{200B}b", "a_b"),
    ])
  func oddCharactersAreMadeSafe(_ id: String, _ name: String) {
    #expect(PictureNames.safe(id) == name)
  }

  @Test func longNamesStayShort() {
    let name = PictureNames.safe(String(repeating: "長", count: 300))
    #expect(name.utf8.count <= 80)
    #expect(name.allSatisfy { $0 == "長" })
  }

  @Test func collisionsAreNumbered() {
    #expect(
      PictureNames.unique(["B.svg", "b.svg", "B.svg", "c.svg"]) == ["B.svg", "b-2.svg", "B-3.svg", "c.svg"])
  }
}
