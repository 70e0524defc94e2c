import Projection
import Testing
import Workshop

/// Cases worked by hand from the meaning of the projection, sentence by sentence.
///
/// A row is a house in the base year 2023, then what it is at the end of 2023, 2033, 2043 and 2053. How to read
/// and write them: ``Short``.
struct WorkedCasesTests {
  /// The rows of a table, with the columns divided by `|`.
  static func check(
    _ table: String, years: [Int] = [2023, 2033, 2043, 2053], kind: HouseKind = .detached,
    rules: RuleChanges = RuleChanges(), scenario: Scenario? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for line in table.split(separator: "\n") {
      let cells = line.split(separator: "|", omittingEmptySubsequences: false).map { String($0).trimmed }
      let house = Short.house(cells[0], kind: kind)
      let map = Short.map([house], horizons: years.dropFirst().map { $0 - 2023 }, rules: rules)
      let projection = Projector(map: map, scenario: scenario).project()
      let shown = projection.states.map { $0.houses[0].dwellings.first?.short ?? "none" }
      #expect(shown == Array(cells.dropFirst()), "\(line)", sourceLocation: sourceLocation)
    }
  }

  @Test("The base year shows the sheet; from 85 on people count as deceased; nobody left is vacant")
  func deceasedAt85() {
    Self.check(
      """
      m72 f70     | 72 70 | 82 80 | ■     | ■
      m74         | 74    | 84    | ■     | ■
      m75         | 75    | ■     | ■     | ■
      m91         | 91    | ■     | ■     | ■
      m60 f91     | 60 91 | 70    | 80    | ■
      b1951 f60   | 72 60 | 82 70 | 80    | ■
      """)
    Self.check(
      """
      m84         | 84    | ■     | ■
      m85         | 85    | ■     | ■
      m83         | 83    | 84    | ■
      """, years: [2023, 2024, 2025])
  }

  @Test("A child leaves in the year it reaches 20; one that is as old already stays")
  func childrenLeave() {
    Self.check(
      """
      m45 f43 m12.child              | 45 43 12 | 55 53    | 65 63    | 75 73
      m45 f43 m9.child               | 45 43 9  | 55 53 19 | 65 63    | 75 73
      m55 f52 m20.child              | 55 52 20 | 65 62 30 | 75 72 40 | 82 50
      m55 f52 m19.child.stays        | 55 52 19 | 65 62 29 | 75 72 39 | 82 49
      m55 f52 m19.child.leaves2040   | 55 52 19 | 65 62 29 | 75 72    | 82
      m80 f78 m50.child f48 m8.grandchild | 80 78 50 48 8 | 60 58 18 | 70 68 | 80 78
      m45 f43 m12.other              | 45 43 12 | 55 53 22 | 65 63 32 | 75 73 42
      """)
    Self.check(
      """
      m45 m19.child                  | 45 19    | 46       | 47
      m45 m18.child                  | 45 18    | 46 19    | 47
      m45 m18.child.leaves2024       | 45 18    | 46       | 47
      """, years: [2023, 2024, 2025])
  }

  @Test("Who lives away returns only as said, grows older there, and counts as deceased there too")
  func away() {
    Self.check(
      """
      m78 f75 m48.child.away             | 78 75 | ■        | ■     | ■
      m78 f75 m48.child.away.returns2035 | 78 75 | ■        | 68    | 78
      m78 f75 m48.child.away.returns2033 | 78 75 | 58       | 68    | 78
      f60 m74.away.returns2040           | 60    | 70       | 80    | ■
      f60 m67.away.returns2040           | 60    | 70       | 80    | ■
      """)
    Self.check(
      """
      f60 m67.away.returns2040           | 60    | 76       | 77 84 | 78
      """, years: [2023, 2039, 2040, 2041])
    Self.check(
      """
      m45 m12.child.away.returns2028     | 45 | 49 | 50 17 | 52 19 | 53
      m45 m12.child.away.returns2031     | 45 | 49 | 50    | 52    | 53 20
      """, years: [2023, 2027, 2028, 2030, 2031])
    Self.check(
      """
      m55 m19.child.leaves2026.returns2035 | 55 19 | 57 21 | 58 | 66 | 67 31
      """, years: [2023, 2025, 2026, 2034, 2035])
  }
}
