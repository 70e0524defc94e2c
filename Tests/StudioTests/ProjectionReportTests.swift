import Diagnostics
import Foundation
import Testing
import Workshop

@testable import Studio

/// The figures of ``SmallSession``, as a table, as CSV and as JSON.
@Suite struct ProjectionReportTests {
  private func report(_ request: ProjectionReport.Request = .init()) throws -> ProjectionReport {
    try ProjectionReport([("small.yaml", SmallSession.session)], request)
  }

  @Test func tableInJapanese() throws {
    #expect(
      try report().table(in: .ja) == """
        山あいの点検  (small.yaml)

        B  農村地域
                                     2023年                   2033年                2043年
        人口                              4                        2（1〜2）             1（0〜1）
        住まい（全部）                    4                        4                     4
        住んでいる家                      3                        2                     2（1〜2）
          知っている世帯                  2                        1                     1（0〜1）
          知らない世帯                    1                        1                     1
        空き家                            1                        2                     2（2〜3）
        空き家率                      25.0%                    50.0%                 50.0%（50.0%〜75.0%）
        空き家予備軍                      1                        0（0〜1）             —
        平均年齢                       72.8（70.8〜75.3）       79.0（70.0〜81.5）    84.0（80.0〜84.0）
        15歳未満                          0                        0                     0
        15〜64歳                          1（0〜1）                0                     0
        65歳以上                          3（3〜4）                2（1〜2）             1（0〜1）
          75歳以上                        2（2〜3）                1（0〜2）             1（0〜1）
        年齢が分からない人                0                        0                     0
        高齢化率                      75.0%（75.0%〜100.0%）  100.0%                100.0%
        一人暮らし                        0                        0（0〜1）             1（0〜1）
          独居高齢者（65歳以上）          0                        0（0〜1）             1（0〜1）
        高齢者のみ世帯                    1（1〜2）                1                     1（0〜1）
        65歳未満のいない世帯              1（1〜2）                1                     1（0〜1）
        20〜69歳                          1                        0                     0
        75歳以上1人あたりの20〜69歳     0.5（0.3〜0.5）          0.0                   0.0

        （ ）の中は、年代で書かれた人の細かい年齢によって変わる幅です。
        空き家率は住まい（全部）に対する割合です。平均年齢と高齢化率は、年齢の分かる人だけで計算しています。
        知らない世帯の人は、人口にも年齢にも数えていません。

        """)
  }

  @Test func unknownMapsAndScenariosAreNamed() {
    let trouble = #expect(throws: Trouble.self) {
      try report(.init(maps: ["C"], scenarios: ["戻ってくる"]))
    }
    #expect(trouble?.findings.map(\.code) == ["unknown-map"])
    #expect(trouble?.findings.first?.message.ja == "「small.yaml」に「C」という地図はありません。")
    #expect(trouble?.findings.first?.hint?.en == "There are: B")
  }

  @Test func csvOpensInSpreadsheets() throws {
    let csv = try report(.init(scenarios: ["戻ってくる"])).csv(in: .ja)
    #expect(csv.hasPrefix("\u{FEFF}種類,ファイル,ワークショップ,地図,題名,もしも,年,何年後,人口,人口 最小,人口 最大,"))
    let rows = csv.components(separatedBy: "\r\n").dropLast().map { $0.components(separatedBy: ",") }
    // Each figure, and its difference to the base case, with its range.
    #expect(Set(rows.map(\.count)) == [8 + 6 * FigureKind.all.count])
    // 3 years each of: the map, its total, twice; and everything added up.
    #expect(rows.count == 1 + 3 * 4 + 3)
    #expect(
      rows[2].prefix(11) == ["地図", "small.yaml", "山あいの点検", "B", "農村地域", "", "2033", "10", "2", "1", "2"])
    #expect(
      rows[8].prefix(11) == ["地図", "small.yaml", "山あいの点検", "B", "農村地域", "戻ってくる", "2033", "10", "3", "2", "3"])
    let names = rows[0]
    #expect(Set(names).count == names.count)
    func differences(_ row: Int, _ figure: String) throws -> [String] {
      let first = try #require(names.firstIndex(of: figure + " もとの場合との差"))
      return Array(rows[row][first..<first + 3])
    }
    // 2043: of b2 the child is here, so that it is not vacant if his mother is 65 or more now; she is 80–84, or gone.
    #expect(try differences(9, "人口") == ["1", "1", "1"])
    #expect(try differences(9, "空き家") == ["0", "-1", "0"])
    #expect(try differences(9, "空き家率（ポイント）") == ["0.00", "-25.00", "0.00"])
    #expect(try differences(9, "平均年齢") == ["-12.00", "-12.00", "-10.00"])
    #expect(try differences(3, "人口") == ["", "", ""], "the base case has no difference to itself")
  }

  @Test func theTableOfAScenarioTellsTheDifferenceOfEveryFigure() throws {
    let table = try report(.init(scenarios: ["戻ってくる"])).table(in: .ja)
    let after = try #require(table.components(separatedBy: "もとの場合との差\n").dropFirst().first)
    // Spaces only bring numbers under one another.
    let rows = after.split(separator: "\n").prefix(9).map { $0.split(separator: " ").joined(separator: " ") }
    #expect(
      rows == [
        "人口 ±0 +1 +1", "住まい（全部） ±0 ±0 ±0", "住んでいる家 ±0 ±0 ±0（0〜+1）", "知っている世帯 ±0 ±0 ±0（0〜+1）",
        "知らない世帯 ±0 ±0 ±0", "空き家 ±0 ±0 ±0（−1〜0）", "空き家率（ポイント） ±0.0 ±0.0 ±0.0（−25.0〜0.0）",
        "空き家予備軍 ±0 ±0（−1〜0） —", "平均年齢 ±0.0 −9.7（−14.5〜−8.3） −12.0（−12.0〜−10.0）",
      ])
    #expect(table.contains("どちらの場合でも同じ年齢として"))
    let english = try report(.init(scenarios: ["戻ってくる"])).table(in: .en)
    #expect(english.contains("±0 (−1 to 0)"))
    #expect(english.contains("−12.0 (−12.0 to −10.0)"))
  }

  @Test func withoutAScenarioThereIsNothingOfDifferences() throws {
    #expect(try !report().table(in: .ja).contains("差"))
    #expect(try !report().csv(in: .en).contains("difference"))
    #expect(try !report().json().contains("difference"))
  }

  @Test func jsonHoldsTheDifferencesOfScenarios() throws {
    let text = try report(.init(scenarios: ["戻ってくる"])).json()
    let json = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let cases = try #require((json["files"] as? [[String: Any]])?.first?["cases"] as? [[String: Any]])
    let map = try #require((cases[1]["maps"] as? [[String: Any]])?.first)
    for states in [map["states"], cases[1]["total"]] {
      let last = try #require((states as? [[String: Any]])?.last)
      let difference = try #require(last["difference"] as? [String: Any])
      #expect(Set(difference.keys) == Set(FigureKind.all.map(\.key)))
      #expect(difference["vacant"] as? [String: Int] == ["point": 0, "low": -1, "high": 0])
      #expect(difference["meanAge"] as? [String: Double] == ["point": -12, "low": -12, "high": -10])
      #expect(difference["likelyVacantNext"] is NSNull)
    }
    let base = try #require((cases[0]["maps"] as? [[String: Any]])?.first)
    #expect(((base["states"] as? [[String: Any]])?.last)?["difference"] == nil)
  }

  @Test func csvKeepsTitlesFromBeingRun() {
    #expect(
      CSVText.text([["=1+1", "a,b", "say \"x\"", "-1", "- x"]])
        == "\u{FEFF}'=1+1,\"a,b\",\"say \"\"x\"\"\",-1,'- x\r\n")
  }

  @Test func jsonHoldsEveryFigureWithItsRange() throws {
    let text = try report().json(houses: true)
    let json = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let file = try #require((json["files"] as? [[String: Any]])?.first)
    let base = try #require((file["cases"] as? [[String: Any]])?.first)
    let map = try #require((base["maps"] as? [[String: Any]])?.first)
    let states = try #require(map["states"] as? [[String: Any]])
    #expect(states.map { $0["year"] as? Int } == [2023, 2033, 2043])
    let figures = try #require(states[2]["figures"] as? [String: Any])
    #expect(Set(figures.keys) == Set(FigureKind.all.map(\.key)))
    #expect(figures["vacant"] as? [String: Int] == ["point": 2, "low": 2, "high": 3])
    #expect(figures["likelyVacantNext"] is NSNull)
    let houses = try #require(states[2]["houses"] as? [[String: Any]])
    let dwelling = try #require((houses[1]["dwellings"] as? [[String: Any]])?.first)
    #expect(dwelling["possible"] as? [String] == ["occupied", "vacant"])
    let person = try #require((dwelling["people"] as? [[String: Any]])?.first)
    #expect(person["age"] as? [String: Int] == ["point": 84, "low": 80, "high": 89])
    #expect(person["depends"] as? Bool == true)
  }

  @Test func jsonSaysNothingOfHousesUnlessAsked() throws {
    let text = try report().json()
    for word in ["b1", "中村", "太郎", "農業", "大阪", "膝"] where word != "農業" { #expect(!text.contains(word)) }
  }

  @Test func totalsAddUpFiles() throws {
    let both = try ProjectionReport([("a", SmallSession.session), ("b", SmallSession.session)])
    #expect(both.total.map(\.figures.population.point) == [8, 4, 2])
    #expect(both.total.map(\.figures.vacant.high) == [2, 4, 6])
    #expect(both.table(in: .en).contains("Total of 2 workshops"))
  }
}
