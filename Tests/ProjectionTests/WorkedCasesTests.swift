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
      m60 f58 m30.child f17.child-partner.marries2025:18 | 60 58 30 17 | 70 68 40 27 26 | 80 78 50 37 36 | 60 47 46
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

  @Test("A house is vacant from the first year in which nobody is left, until the sheet fills it")
  func vacant() {
    Self.check(
      """
      m80                                   | 80 | 84 | ■  | ■  | ■
      vacant                                | ■  | ■  | ■  | ■  | ■
      vacant2019 + moves-in2029 m35 f33     | ■  | ■  | ■  | 35 33 | 36 34
      m80 + moves-in2029 m35                | 80 | 84 | ■  | 35 | 36
      m80 f50.away.returns2029              | 80 | 84 | ■  | 56 | 57
      m80 + moves-in2029                    | 80 | 84 | ■  | ？ | ？
      m48.away                              | ■  | ■  | ■  | ■  | ■
      """, years: [2023, 2027, 2028, 2029, 2030])
  }

  @Test("A rented dwelling that empties is vacant that year, and let to somebody nobody knows the next")
  func relet() {
    let table = """
      m80 + rented                          | 80 | 84 | ■  | ？ | ？
      m50.leaves2028 + rented               | 50 | 54 | ■  | ？ | ？
      vacant + rented                       | ■  | ■  | ■  | ■  | ■
      m80 + rented + moves-in2029 m35       | 80 | 84 | ■  | 35 | 36
      m80 + rented + moves-in2030 m35       | 80 | 84 | ■  | ？ | 35
      m80                                   | 80 | 84 | ■  | ■  | ■
      unknown + rented                      | ？ | ？ | ？ | ？ | ？
      """
    Self.check(table, years: [2023, 2027, 2028, 2029, 2030])
    Self.check(
      """
      m80 + rented                          | 80 | 84 | ■  | ■  | ■
      m80 + rented + moves-in2030 m35       | 80 | 84 | ■  | ■  | 35
      """, years: [2023, 2027, 2028, 2029, 2030], rules: RuleChanges(reletsRentedUnits: false))
  }

  @Test("An unknown household stays unknown, unless the sheet says who comes in its place")
  func unknown() {
    Self.check(
      """
      unknown                               | ？ | ？ | ？ | ？
      unknown + moves-in2030 m30            | ？ | 33 | 43 | 53
      unknown + demolished2040              | ？ | ？ | -  | -
      unknown + moves-in2025 m60            | ？ | 68 | 78 | ■
      vacant + moves-in2025                 | ■  | ？ | ？ | ？
      vacant + moves-in2025 + moves-in2030 m80 | ■ | 83 | ■ | ■
      """)
  }

  @Test("Demolition by rule counts from the year of vacancy, and waits for whatever the sheet says")
  func demolition() {
    Self.check(
      """
      m80                                   | 80 | ■  | ■  | -  | -  | -
      vacant                                | ■  | -  | -  | -  | -  | -
      vacant2019                            | ■  | -  | -  | -  | -  | -
      vacant2001                            | ■  | -  | -  | -  | -  | -
      vacant2025                            | ■  | -  | -  | -  | -  | -
      m80 + moves-in2040 m35                | 80 | ■  | ■  | ■  | ■  | 35
      m80 + moves-in2040                    | 80 | ■  | ■  | ■  | ■  | ？
      m80 m40.child.away.returns2040        | 80 | ■  | ■  | ■  | ■  | 57
      m80 m70.other.away.returns2040        | 80 | ■  | ■  | ■  | ■  | -
      m80 + demolished2040                  | 80 | ■  | ■  | ■  | ■  | -
      m80 + rented                          | 80 | ■  | ？ | ？ | ？ | ？
      """, years: [2023, 2028, 2032, 2033, 2039, 2040], rules: RuleChanges(demolishedAfter: .at(5))
    )
  }

  @Test("A year earlier for each year it had been vacant on the sheet, but never in the base year")
  func demolitionSince() {
    Self.check(
      """
      vacant2019                            | ■  | -  | -  | -  | -
      vacant2020                            | ■  | ■  | -  | -  | -
      vacant                                | ■  | ■  | ■  | ■  | -
      """, years: [2023, 2024, 2025, 2027, 2028], rules: RuleChanges(demolishedAfter: .at(5)))
  }

  @Test("Built and demolished as said; people drawn with a house to be built wait for it")
  func building() {
    Self.check(
      """
      m50 f48 + demolished2030              | 50 48 | -     | -  | -
      vacant + demolished2030               | ■     | -     | -  | -
      unknown + built2032                   | -     | ？    | ？ | ？
      m30 f28 + built2032                   | -     | 40 38 | 50 48 | 60 58
      m50 + demolished2030 + built2031      | 50    | 60    | 70 | 80
      vacant + built2032                    | ■     | ？    | ？ | ？
      vacant + built2032 + moves-in2032 m30 | ■     | 31    | 41 | 51
      vacant + demolished2030 + built2031   | ■     | ？    | ？ | ？
      m50 + demolished2030 + built2031 + moves-in2031 f30 | 50 | 32 | 42 | 52
      m50 + demolished2030 + moves-in2030 f30 | 50  | 33    | 43 | 53
      m50.away.returns2030 + built2032      | -     | 60    | 70 | 80
      m50.away.returns2030 + demolished2026 + built2032 | ■ | 60 | 70 | 80
      """)
    Self.check(
      """
      nobody                                | -     | -     | -  | -
      nobody + built2032                    | -     | ？    | ？ | ？
      nobody + built2032 + moves-in2032 m35 | -     | 36    | 46 | 56
      nobody + built2032 + moves-in2035 m35 | -     | ■     | 43 | 53
      nobody + built2032 + moves-in2030 m35 | -     | 38    | 48 | 58
      nobody + moves-in2030 m35             | -     | 38    | 48 | 58
      nobody + moves-in2030 m35 + demolished2040 | - | 38   | -  | -
      nobody + built2032 + moves-in2035     | -     | ■     | ？ | ？
      """, kind: .emptyLot)
  }

  @Test("Who moves in brings the age of that year; from then on the same rules hold")
  func families() {
    Self.check(
      """
      vacant + moves-in2030 m35 f33 m3.child   | ■ | 35 33 3 | 38 36 6 | 48 46 16 | 58 56
      vacant + moves-in2030 m50 m19.child      | ■ | 50 19   | 53      | 63       | 73
      vacant + moves-in2030 m50 m20.child      | ■ | 50 20   | 53 23   | 63 33    | 73 43
      vacant + moves-in2030 m50 f86.parent     | ■ | 50 86   | 53      | 63       | 73
      m70 + moves-in2030 m40.child f38.child   | 70 | 77 40 38 | 80 43 41 | 53 51 | 63 61
      """, years: [2023, 2030, 2033, 2043, 2053])
  }

  @Test(
    "A partner is as old as who brings them, unless said; who is away comes along; nobody leaves after that")
  func partners() {
    Self.check(
      """
      m70 m40.child.marries2030                | 70 40 | 77 47 47 | 80 50 50 | 60 60 | 70 70
      m70 m40.child.marries2030:38             | 70 40 | 77 47 38 | 80 50 41 | 60 51 | 70 61
      m70 m40.child.away.marries2030           | 70    | 77 47 47 | 80 50 50 | 60 60 | 70 70
      m45 m16.child.marries2030                | 45 16 | 52 23 23 | 55 26 26 | 65 36 36 | 75 46 46
      m80 f50.child.marries2030:70             | 80 50 | 57 70    | 60 73    | 70 83    | 80
      m82.marries2030                          | 82    | ■        | ■        | ■        | ■
      f?.marries2030                           | ?     | ? ?      | ? ?      | ? ?      | ? ?
      """, years: [2023, 2030, 2033, 2043, 2053])
  }

  @Test("A care home as said; who is in it counts as deceased there; who is said to come back comes back")
  func care() {
    Self.check(
      """
      m70 f68.care2030                         | 70 68 | 77 | 80 | ■  | ■
      f68.care2030.returns2032                 | 68    | ■  | 78 | ■  | ■
      m70 f80.care2040                         | 70 80 | 77 | 80 | ■  | ■
      """, years: [2023, 2030, 2033, 2043, 2053])
  }

  @Test("What is said of the base year or an earlier one counts from the year after")
  func saidTooEarly() {
    Self.check(
      """
      m50 m30.child.leaves2023                 | 50 30 | 51    | 52
      m50 m30.child.away.returns2020           | 50    | 51 31 | 52 32
      m50 + demolished2023                     | 50    | -     | -
      m50 + built2010                          | 50    | 51    | 52
      vacant + moves-in2023 m30                | ■     | 31    | 32
      """, years: [2023, 2024, 2025])
  }

  @Test("With a band: certainly here, certainly gone, or depending; a house likewise")
  func bands() {
    Self.check(
      """
      m70s            | 74 | ~ 84~    | ■     | ■
      m60s            | 64 | 74       | ~ 84~ | ■
      m70-74          | 72 | 82       | ■     | ■
      m80s            | 84 | ■        | ■     | ■
      m75-84          | 79 | ■        | ■     | ■
      m65-84          | 74 | ~ 84~    | ■     | ■
      m66-85          | 75 | ■~ (85~) | ■     | ■
      m66-85 f60      | 75 60 | (85~) 70 | 80 | ■
      m50 m10s.child  | 50 14 | 60    | 70    | 80
      m50 m10-22.child | 50 16 | 60 (26~) | 70 (36~) | 80 (46~)
      m75 + rented    | 75 | ■        | ？    | ？
      m70s + rented   | 74 | ~ 84~    | ？    | ？
      m80s + rented   | 84 | ？       | ？    | ？
      m66-85 + rented | 75 | ■~ (85~) | ？    | ？
      """)
  }
}
