import Projection
import Testing
import Workshop

/// Figures worked by hand, with their ranges.
struct FiguresTests {
  /// A hamlet of seven houses in 2023, 2033 and 2043:
  ///
  /// | house | 2023 | 2033 | 2043 |
  /// | --- | --- | --- | --- |
  /// | b1 | man 72, woman 70 | 82, 80 | vacant since 2038 |
  /// | b2 | woman 83 | vacant since 2025 | vacant |
  /// | b3 | man 45, woman 43, boy 12, girl 8 | 55, 53, girl 18 (boy left 2031) | 65, 63 (girl left 2035) |
  /// | b4 | vacant since 2019 | vacant | vacant |
  /// | b5 | nobody knows | nobody knows | nobody knows |
  /// | b6 | man in his 70s | 80s: 80–84 here, 85–89 gone; 84 in the middle | gone |
  /// | b7 | man of unknown age, woman 66 | unknown, 76 | unknown (she is gone from 2042) |
  static let hamlet = Short.map(
    [
      Short.house("m72 f70", id: "b1"), Short.house("f83", id: "b2"),
      Short.house("m45 f43 m12.child f8.child", id: "b3"), Short.house("vacant2019", id: "b4"),
      Short.house("unknown", id: "b5"), Short.house("m70s", id: "b6"), Short.house("m? f66", id: "b7"),
    ], horizons: [10, 20])

  static let states = Projector(map: hamlet).project().states

  /// `3`, or `3 (2–4)`.
  static func text(_ count: Count?) -> String {
    guard let count else { return "none" }
    return count.isCertain ? "\(count.point)" : "\(count.point) (\(count.low)–\(count.high))"
  }

  @Test("Every count of the hamlet, worked by hand")
  func counts() {
    let table = """
      population        | 10 | 8 (7–8) | 3
      households        | 5  | 4 (3–4) | 2
      unknownHouseholds | 1  | 1       | 1
      vacant            | 1  | 2 (2–3) | 4
      dwellings         | 7  | 7       | 7
      livedIn           | 6  | 5 (4–5) | 3
      under15           | 2  | 0       | 0
      15-64             | 2  | 3       | 1
      65                | 5  | 4 (3–4) | 1
      75                | 1 (1–2) | 4 (3–4) | 0
      helpers           | 3  | 2       | 2
      unknownAge        | 1  | 1       | 1
      alone             | 2  | 1 (0–1) | 1
      older alone       | 2  | 1 (0–1) | 0
      elderly only      | 3  | 2 (1–2) | 0
      nobody under 65   | 4  | 3 (2–3) | 0
      next              | 1 (1–2) | 2 (1–2) | none
      """
    for line in table.split(separator: "\n") {
      let cells = line.split(separator: "|").map { String($0).trimmed }
      let count = ExactRangeTests.counts.first { $0.0 == cells[0] }?.1
      #expect(count != nil)
      let shown = Self.states.map { Self.text(count?($0.figures)) }
      #expect(shown == Array(cells.dropFirst()), "\(line)")
    }
  }

  @Test("Every ratio of the hamlet, worked by hand, with its denominator")
  func ratios() {
    let (base, later, last) = (Self.states[0].figures, Self.states[1].figures, Self.states[2].figures)
    func near(_ ratio: Ratio, _ point: Double?, _ low: Double?, _ high: Double?) -> Bool {
      zip([ratio.point, ratio.low, ratio.high], [point, low, high]).allSatisfy { a, b in
        if let a, let b { abs(a - b) < 1e-12 } else { a == nil && b == nil }
      }
    }
    // Vacant of all dwellings, those lived in by nobody knows whom included.
    #expect(near(base.vacancyRate, 1 / 7, 1 / 7, 1 / 7))
    #expect(near(later.vacancyRate, 2 / 7, 2 / 7, 3 / 7))
    // Of those whose age is known: 72 70 83 45 43 12 8 74 66, the man in his 70s 70–79.
    #expect(near(base.meanAge, 473.0 / 9, 469.0 / 9, 478.0 / 9))
    // 82 80 55 53 18 76, and 84 (80–84) or gone.
    #expect(near(later.meanAge, 448.0 / 7, 364.0 / 6, 448.0 / 7))
    #expect(near(base.ageingRate, 5 / 9, 5 / 9, 5 / 9))
    #expect(near(later.ageingRate, 4 / 7, 3 / 6, 4 / 7))
    // 45 43 66 for the woman of 83, and for the man if he is 75 or more.
    #expect(near(base.helpersPer75, 3, 3 / 2, 3))
    #expect(near(later.helpersPer75, 2 / 4, 2 / 4, 2 / 3))
    // 65 and 63, and nobody of 75 or more: no such ratio.
    #expect(near(last.helpersPer75, nil, nil, nil))
    #expect(near(last.meanAge, 64, 64, 64))
  }

  @Test("A ratio's range leaves out the ages that give no denominator")
  func denominators() {
    let map = Short.map([Short.house("m70-79"), Short.house("f30", id: "b2")], horizons: [1])
    let base = Projector(map: map).project().states[0].figures.helpersPer75
    // 30 helps; the man is 74 in the middle. Of 75 or more: 1 for each; younger than 70 he cannot be.
    #expect(base == Ratio(nil, low: 1, high: 1))
    let empty = Projector(map: Short.map([Short.house("nobody", kind: .shop)])).project().states[0].figures
    #expect(empty.vacancyRate == Ratio(nil, low: nil, high: nil))
    #expect(empty.population == Count(0, low: 0, high: 0) && empty.dwellings.point == 0)
  }

  @Test("Newly vacant until the next horizon; likely vacant next; nothing said of the last")
  func marks() {
    let later = Self.states.map { $0.houses.map { $0.dwellings[0] } }
    func ids(_ state: Int, _ mark: (DwellingThen) -> Bool) -> [String] { later[state].filter(mark).map(\.id) }
    #expect(ids(0, \.isNewlyVacant) == [])
    #expect(ids(1, \.isNewlyVacant) == ["b2"])
    #expect(ids(2, \.isNewlyVacant) == ["b1", "b6"])
    #expect(ids(0, \.isLikelyVacantNext) == ["b2"])
    #expect(ids(1, \.isLikelyVacantNext) == ["b1", "b6"])
    #expect(ids(2, \.isLikelyVacantNext) == [])
  }

  @Test("Newly taken down and newly lived in until the next horizon")
  func newcomers() {
    func marks(_ house: String) -> [String] {
      Projector(map: Short.map([Short.house(house)])).project().states.map { state in
        let then = state.houses[0].dwellings[0]
        return (then.isNewlyAbsent ? "x" : "") + (then.isNewlyLivedIn ? "in" : "")
      }
    }
    #expect(marks("m80 + demolished2030") == ["", "x", "", ""])
    #expect(marks("vacant + moves-in2030 m35 f33") == ["", "in", "", ""])
    // One household gone, another come in the same ten years; nobody of before is left.
    #expect(marks("m80 + moves-in2032 m35") == ["", "in", "", ""])
    // Nobody knew who lived there, then somebody known moved in.
    #expect(marks("unknown + moves-in2040 m35") == ["", "", "in", ""])
    #expect(marks("m60 f58") == ["", "", "", ""])
    #expect(marks("unknown") == ["", "", "", ""])
  }

  @Test("Shops and facilities count from the day somebody lives in them; empty lots never do")
  func kinds() {
    func dwellings(_ house: House) -> [Int] {
      Projector(map: Short.map([house])).project().states.flatMap {
        [$0.figures.dwellings.point, $0.figures.vacant.point]
      }
    }
    #expect(dwellings(Short.house("nobody", kind: .shop)) == [0, 0, 0, 0, 0, 0, 0, 0])
    #expect(dwellings(Short.house("vacant", kind: .shop)) == [0, 0, 0, 0, 0, 0, 0, 0])
    #expect(dwellings(Short.house("m70", kind: .shop)) == [1, 0, 1, 0, 1, 1, 1, 1])
    #expect(dwellings(Short.house("unknown", kind: .facility)) == [1, 0, 1, 0, 1, 0, 1, 0])
    #expect(dwellings(Short.house("nobody + moves-in2040 m70", kind: .shop)) == [0, 0, 0, 0, 1, 0, 1, 0])
    #expect(dwellings(House(id: "b1", kind: .emptyLot, dwellings: [])) == [0, 0, 0, 0, 0, 0, 0, 0])
  }

  @Test("A block is taken down as a whole, when each of its units has been vacant long enough")
  func blocks() {
    func block(_ units: String...) -> [String] {
      let house = House(
        id: "c1", kind: .apartment,
        dwellings: units.enumerated().map { Short.dwelling($1, id: "c1-\($0 + 1)") })
      let map = Short.map([house], horizons: [5, 10, 15], rules: RuleChanges(demolishedAfter: .at(5)))
      return Projector(map: map).project().states.map { state in
        state.houses[0].dwellings.map(\.short).joined(separator: ",")
          + " \(FiguresTests.text(state.figures.vacant)) of \(FiguresTests.text(state.figures.dwellings))"
      }
    }
    #expect(block("vacant", "m80") == ["■,80 1 of 2", "■,■ 2 of 2", "-,- 0 of 0", "-,- 0 of 0"])
    #expect(block("vacant", "unknown") == ["■,？ 1 of 2", "■,？ 1 of 2", "■,？ 1 of 2", "■,？ 1 of 2"])
    // The man may be 74 or 75 in 2023, so gone in 2033 or 2034, and the block in 2038 or 2039.
    #expect(
      block("vacant", "m74-75") == [
        "■,74 1 of 2", "■,79 1 of 2", "■,~ 84~ 1 (1–2) of 2", "■~,■~ 2 (0–2) of 2 (0–2)",
      ])
  }

  @Test("Maps added up: exact for counts and ratios, by horizon, saying which maps look that far")
  func addition() {
    let one = Short.map([Short.house("m70s f30"), Short.house("f66-75", id: "b2")], horizons: [10, 20])
    var two = Short.map([Short.house("m65-80 f50"), Short.house("vacant", id: "b2")], horizons: [10])
    two.id = "U"
    var both = Short.map(one.houses, horizons: [10])
    for (index, house) in two.houses.enumerated() {
      both.houses.append(House(id: "u\(index)", dwellings: house.dwellings))
    }
    let session = Session(title: "S", maps: [one, two])
    let sum = session.project().addedUp()
    let together = Projector(map: both).project().states
    #expect(sum.map(\.horizon) == [0, 10, 20])
    #expect(sum.map(\.mapIDs) == [["T", "U"], ["T", "U"], ["T"]])
    #expect(sum[0].figures == together[0].figures)
    var expected = together[1].figures
    expected.likelyVacantNext = nil
    #expect(sum[1].figures == expected)
    #expect(sum[2].figures == session.project()[0].states[2].figures)
  }
}
