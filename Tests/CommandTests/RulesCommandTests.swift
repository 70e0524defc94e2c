import Foundation
import Testing

/// `tenken rules`, as it is typed.
@Suite struct RulesCommandTests {
  private func terminal(_ lang: String = "en_US.UTF-8") throws -> Terminal {
    let terminal = try Terminal(lang: lang)
    try terminal.put(
      """
      tenken: 1
      title: 点検
      date: 2023-02-07
      rules: {deceased-at: 90, chance: {care: off}}
      maps:
        - {id: A, title: 坂の上, actions: [朝市], houses: {a1: '20,20 ○70'}}
        - {id: B, title: 坂の下, actions: [朝市], houses: {b1: '20,20 ○70'}}
        - {id: C, title: 川べり, actions: [朝市], rules: {chance: {demolition: 0.05}}, houses: {c1: '20,20 ○70'}}
      scenarios:
        家族が来る: {rules: {chance: {families-a-year: 0.5}}}
        残る: {people: {a1.1: 残}}

      """, into: "a.yaml")
    return terminal
  }

  @Test func withoutAFileWhatHoldsOtherwise() throws {
    let reply = try terminal("ja_JP.UTF-8").type("tenken rules")
    #expect(reply.code == 0 && reply.error == "")
    #expect(reply.output.hasPrefix("何も書かないときの決まり\n\nワークショップの決まり\n  ・基準年の翌年から、85歳以上になった人は"))
    #expect(reply.output.contains("  　　出典: 令和6年簡易生命表（厚生労働省）\n"))
    #expect(reply.output.contains("率の出典\n") && reply.output.contains("  Assets/rates/death.csv\n"))
    #expect(!reply.output.contains("Assets/rates/births.csv"), "births are off")
  }

  @Test func mapsWithTheSameRulesAreToldTogether() throws {
    let reply = try terminal().type("tenken rules a.yaml --scenario all")
    #expect(reply.code == 0, "\(reply.error)")
    #expect(
      reply.output.hasPrefix("点検  (a.yaml)\n\nA  坂の上\nB  坂の下\n\nThe workshop's rules\n"), "\(reply.output)")
    #expect(
      reply.output.contains("people of 90 or over are taken to have passed away. [set for the workshop]\n"))
    #expect(
      reply.output.contains(
        "  - A vacant house is taken down: 5% a year, from the year after it emptied. [set for this map]\n"))
    let scenario = try #require(reply.output.range(of: "Scenario ‘家族が来る’\nA  坂の上\nB  坂の下\n"))
    let rest = reply.output[scenario.upperBound...]
    #expect(
      rest.hasPrefix(
        """
          - 0.5 families a year come to this map; which vacant houses they take is drawn by lot each year, all alike. \
        [set by the scenario \
        “家族が来る”]
              Source: numbers of the session file

        """), "\(rest)")
    #expect(reply.output.contains("Scenario ‘残る’\nA  坂の上\nB  坂の下\n  No rule is changed.\n"))
    let one = try terminal().type("tenken rules a.yaml --map C")
    #expect(one.output.contains("C  川べり") && !one.output.contains("坂の上"))
  }

  @Test func forPrograms() throws {
    let reply = try terminal().type("tenken rules a.yaml --scenario 残る --format json")
    #expect(reply.code == 0)
    let json = try #require(try JSONSerialization.jsonObject(with: Data(reply.output.utf8)) as? [String: Any])
    #expect(json["format"] as? String == "tenken-rules-1")
    let rules = try #require(json["rules"] as? [[String: Any]])
    #expect(rules.map { $0["map"] as? String } == ["A", "B", "C", "A", "B", "C"])
    let chance = try #require(rules[2]["chance"] as? [[String: Any]])
    let demolition = try #require(chance.first { $0["rule"] as? String == "demolition" })
    #expect(demolition["setBy"] as? String == "map")
    #expect((demolition["text"] as? [String: String])?["ja"] == "空き家が取り壊される確率は、空いた翌年から一年に5%です。")
  }

  @Test func whatIsNotThere() throws {
    let terminal = try terminal()
    let map = try terminal.type("tenken rules a.yaml --map Z --scenario 空")
    #expect(map.code == 1 && map.error.contains("[unknown-map]"))
    let misuse = try terminal.type("tenken rules --map A")
    #expect(misuse.code == 64 && misuse.error.contains("--map and --scenario need a file."))
  }
}
