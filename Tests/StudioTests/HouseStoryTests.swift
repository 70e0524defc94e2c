import Foundation
import Testing
import Workshop

@testable import Studio

/// The story of a house answers "why is ours black?".
@Suite struct HouseStoryTests {
  private func story(_ name: String, scenario: String? = nil) throws -> HouseStory {
    try HouseStory(name, in: SmallSession.session, file: "small.yaml", scenario: scenario)
  }

  @Test func inJapanese() throws {
    #expect(
      try story("b1").text(in: .ja) == """
        地図 B「農村地域」の b1（中村）

        b1（2023年）：2人が住んでいます。
        　b1.1 太郎さん、78歳の男性、農業
        　b1.2 75歳の女性
        2030年：太郎さん（2023年に78歳）が85歳になり、85歳以上は亡くなったとみなす決まりにより、ここから先は数えません。
        2033年：女性（2023年に75歳）が85歳になり、85歳以上は亡くなったとみなす決まりにより、ここから先は数えません。
        2033年：住む人がいなくなり、空き家になります。
        → 2033年の見通し：空き家です。
        → 2043年の見通し：空き家です。

        """)
  }

  @Test func ofAScenario() throws {
    let text = try story("b2", scenario: "戻ってくる").text(in: .en)
    #expect(text.hasPrefix("House b2 on map B, 農村地域 (scenario ‘戻ってくる’)\n"))
    #expect(text.contains("\n2030: the man (40 in 2023) comes"))
  }

  @Test func forPrograms() throws {
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(try story("b2.2").json.utf8)) as? [String: Any])
    #expect(json["house"] as? String == "b2")
    #expect((json["states"] as? [[String: Any]])?.map { $0["year"] as? Int } == [2023, 2033, 2043])
    let events = try #require(json["events"] as? [[String: Any]])
    #expect(events.map { $0["event"] as? String } == ["deceased"])
    let cause = try #require(events.first?["cause"] as? [String: Any])
    #expect(cause["kind"] as? String == "deceasedAt")
    #expect(cause["age"] as? Int == 85)
  }

  @Test(arguments: ["b1", "Ｂ１", "中村", "b1.2", "B/b1", "太郎"]) func housesAreFoundByAnyName(_ name: String)
    throws
  {
    #expect(try story(name).found.house.id == "b1")
  }

  @Test func missingHousesAreToldWithTheNearest() {
    let trouble = #expect(throws: Trouble.self) { try story("b9") }
    #expect(trouble?.findings.first?.code == "unknown-house")
    #expect(trouble?.findings.first?.hint?.en == "Did you mean ‘b1’?")
  }

  @Test func houseOnSeveralMapsIsAskedFor() throws {
    var session = SmallSession.session
    var other = SmallSession.map
    other.id = "C"
    session.maps.append(other)
    let trouble = #expect(throws: Trouble.self) { try HouseStory("b1", in: session, file: "small.yaml") }
    #expect(trouble?.findings.first?.hint?.en == "Say which one: B/b1, C/b1")
    #expect(try HouseStory("C/b1", in: session, file: "small.yaml").found.map.id == "C")
    #expect(try HouseStory("b1", in: session, file: "small.yaml", maps: ["C"]).found.map.id == "C")
  }
}
