import Foundation
import Testing

/// `tenken project` and `tenken why`, as they are typed.
@Suite struct ProjectTests {
  private func terminal(_ lang: String = "en_US.UTF-8") throws -> Terminal {
    let terminal = try Terminal(lang: lang)
    try terminal.put(RenderTests.small, into: "a.yaml")
    return terminal
  }

  @Test func aTableOnTheScreen() throws {
    let reply = try terminal("ja_JP.UTF-8").type("tenken project a.yaml")
    #expect(reply.code == 0)
    #expect(reply.error == "")
    #expect(
      reply.output.hasPrefix(
        """
        点検  (a.yaml)

        B  農村地域
                                     2023年                   2033年                2043年
        人口                              4                        2（1〜2）             1（0〜1）
        """), "\(reply.output)")
  }

  @Test func horizonsAndScenarios() throws {
    let reply = try terminal().type(
      "tenken project a.yaml --horizons 7,3 --scenario 戻ってくる --map B --format json")
    #expect(reply.code == 0)
    let json = try #require(try JSONSerialization.jsonObject(with: Data(reply.output.utf8)) as? [String: Any])
    let file = try #require((json["files"] as? [[String: Any]])?.first)
    let cases = try #require(file["cases"] as? [[String: Any]])
    #expect(cases.map { $0["scenario"] as? String } == [nil, "戻ってくる"])
    let populations = cases.map { one -> [Int?] in
      let states = (one["maps"] as? [[String: Any]])?.first?["states"] as? [[String: Any]] ?? []
      return states.map { state in
        let figures = state["figures"] as? [String: Any]
        return (figures?["population"] as? [String: Int])?["point"]
      }
    }
    // b1 keeps both until 2030, when he is 85; the child of b2 returns in 2030.
    #expect(populations == [[4, 4, 3], [4, 4, 4]])
  }

  @Test func aSpreadsheet() throws {
    let terminal = try terminal("ja_JP.UTF-8")
    let reply = try terminal.type("tenken project a.yaml --format csv --output out.csv")
    #expect(reply == Terminal.Reply(code: 0, output: "out.csv に書きました。\n", error: ""))
    let csv = String(decoding: try terminal.bytes(of: "out.csv"), as: UTF8.self)
    #expect(csv.hasPrefix("\u{FEFF}種類,ファイル,"))
    #expect(csv.hasSuffix("\r\n"))
  }

  @Test func filesThatAreBadStopIt() throws {
    let terminal = try terminal()
    try terminal.put("tenken: 1\n", into: "bad.yaml")
    let reply = try terminal.type("tenken project a.yaml bad.yaml")
    #expect(reply.code == 1)
    #expect(reply.output == "", "no total that lacks a part")
  }

  @Test func theStoryOfAHouse() throws {
    let reply = try terminal("ja_JP.UTF-8").type("tenken why a.yaml b1")
    #expect(reply.code == 0)
    #expect(reply.error == "")
    #expect(reply.output.hasPrefix("地図 B「農村地域」の b1（中村）\n\nb1（2023年）：2人が住んでいます。\n"))
    let missing = try terminal().type("tenken why a.yaml b7")
    #expect(missing.code == 1)
    #expect(missing.error.contains("There is no house ‘b7’ in ‘a.yaml’."))
    #expect(missing.error.contains("Did you mean ‘b1’?"))
  }
}
