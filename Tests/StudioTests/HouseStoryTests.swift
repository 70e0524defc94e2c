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

        2023年  2人: ○ 本人 太郎［b1.1］ 78歳 農業、△ 配偶者［b1.2］ 75歳
          2030年  ○ 本人 太郎［b1.1］（85歳）を亡くなったとみなします — 85歳以上は亡くなったとみなす決まり
          2033年  △ 配偶者［b1.2］（85歳）を亡くなったとみなします — 85歳以上は亡くなったとみなす決まり
          2033年  空き家になります — だれもいなくなるため

        2033年  空き家です

        2043年  空き家です

        """)
  }

  @Test func inEnglishWithWhatDepends() throws {
    #expect(
      try story("b2").text(in: .en) == """
        House b2 on map B, 農村地域

        2023  2 here: ○ head [b2.1] 70–79 大工, △ partner [b2.2] 60–69
          ○ child [b2.3] lives away, in 大阪

        2033  2 here: ○ head [b2.1] 80–89 大工, △ partner [b2.2] 70–79
          Here or not, depending on the exact age: ○ head [b2.1] 80–89 大工
          2034  ○ head [b2.1] (85) counts as deceased — the rule: 85 or older counts as deceased

        2043  1 here: △ partner [b2.2] 80–89
          Here or not, depending on the exact age: △ partner [b2.2] 80–89
          Depending on exact ages it may be: lived in, vacant

        """)
  }

  @Test func ofAScenario() throws {
    let text = try story("b2", scenario: "戻ってくる").text(in: .ja)
    #expect(text.hasPrefix("地図 B「農村地域」の b2 — もしも「戻ってくる」\n"))
    #expect(text.contains("  2030年  ○ 子［b2.3］（47歳）が戻ってきます — もしも「戻ってくる」\n"))
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
