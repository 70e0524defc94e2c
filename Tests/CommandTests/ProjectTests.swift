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

  /// The example of the practice: everyone gives up the car at 80.
  @Test func whoCanDriveIsToldWhereSomebodyAsks() throws {
    let terminal = try terminal()
    let file = """
      tenken: 1
      title: 点検
      base-year: 2023
      maps:
        - {id: A, title: 坂, actions: [朝市], houses: {a1: ○79 △70, a2: △77, a3: ○40 △38, a4: ○70代}}
      もしも:
        免許返納: {決まり: {運転をやめる歳: ８０}}

      """
    try terminal.put(file, into: "d.yaml")
    for form in ["table", "csv", "json"] {
      let alone = try terminal.type("tenken project d.yaml --format \(form)")
      #expect(alone.code == 0 && !alone.output.lowercased().contains("driv"), "nobody asks")
    }
    let table = try terminal.type("tenken project d.yaml --horizons 5 --scenario 免許返納").output
    let rows = table.split(separator: "\n").map {
      $0.split(separator: " ").map(String.init).joined(separator: " ")
    }
    // 2023: all of 79 70 77 40 38 70–79 drive. 2028: 84 75 82 45 43 75–84, who drive but for 84, 82 and 80–84.
    #expect(
      rows.filter { $0.hasPrefix("People who can drive") && !$0.contains(":") }.prefix(2) == [
        "People who can drive 6 6", "People who can drive 6 4 (3–4)",
      ])
    #expect(rows.contains("Households with nobody who can drive 0 1 (1–2)"))
    #expect(rows.contains("Share of households with nobody who can drive 0.0% 25.0% (25.0%–50.0%)"))
    #expect(rows.contains("People who can drive ±0 −2 (−3 to −2)"))
    #expect(
      rows.contains("Share of households with nobody who can drive (points) ±0.0 +25.0 (+25.0 to +50.0)"))
    let json = try terminal.type("tenken project d.yaml --horizons 5 --scenario 免許返納 --format json --houses")
      .output
    #expect(json.contains("\"drivesUntil\": 80") && json.contains("\"withoutDriver\": true"))
    let csv = try terminal.type("tenken project d.yaml --horizons 5 --scenario 免許返納 --format csv").output
    #expect(csv.contains("People who can drive,People who can drive low"))
    let rules = try terminal.type("tenken rules d.yaml --scenario 免許返納").output
    #expect(
      rules.contains("- People give up driving at 80:") && rules.contains("[set by the scenario “免許返納”]"))
    let why = try terminal.type("tenken why d.yaml a2 --scenario 免許返納").output
    #expect(why.contains("2026: from now on nobody in this house can drive."), "\(why)")
    try terminal.put(file.replacing("８０", with: "８"), into: "w.yaml")
    let reply = try terminal.type("tenken check w.yaml")
    #expect(reply.code == 1 && reply.error.contains("[bad-value]") && reply.error.contains("19 to 120"))
    // By chance, in two parts and whole.
    let ask = "tenken project d.yaml --chance --runs 40 --scenario 免許返納"
    let whole = try terminal.type("\(ask) --format json").output
    #expect(whole.contains("\"withoutDriverRate\": {"))
    let parts = try terminal.type("\(ask) --shard 1/2 --output p1 && \(ask) --shard 2/2 --output p2")
    #expect(parts.code == 0)
    #expect(try terminal.type("tenken merge p2 p1 --format json").output == whole)
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
