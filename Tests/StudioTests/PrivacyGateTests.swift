import Diagnostics
import Picture
import Testing
import Workshop

@testable import Studio

/// The gate finds private words wherever they stand in a public picture, and nothing else.
@Suite struct PrivacyGateTests {
  private static let style = TextStyle(size: .pt(9), color: Color(0))

  private func text(_ string: String) -> Item {
    let box = Rect(x: .zero, y: .zero, width: .zero, height: .zero)
    return .text(
      PlacedText(
        TextBlock(string, Self.style), at: box.origin,
        extent: TextExtent(logical: box, ink: box, ascent: .zero, lines: 1)))
  }

  private func page(_ items: [Item], title: String = "", summary: String = "") -> Page {
    Page(size: .a4, title: title, summary: summary, items: items)
  }

  private func hits(
    _ pages: [Page], map: TableMap = SmallSession.map, vocabulary: [String] = []
  ) -> [PrivacyGate.Hit] {
    var session = SmallSession.session
    session.maps = [map]
    return PrivacyGate(for: session).forSheets(of: map, in: session).hits(in: pages) { vocabulary }
  }

  @Test(
    arguments: [
      "中村", "中村さんの家", "中 村", "太郎", "膝が悪い", "農業", "大工", "大阪", "…大阪…",
    ])
  func privateWordsAreFound(_ word: String) {
    #expect(hits([page([text(word)])]).count == 1, "as text")
    #expect(hits([page([], title: word)]).count == 1, "as a title")
    #expect(hits([page([], summary: word)]).count == 1, "as a summary")
    let group = Group([], alternative: word)
    #expect(hits([page([.group(Group([.group(group)]))])]).count == 1, "as an alternative")
  }

  @Test(arguments: ["農村地域", "県道", "2033年", "70", "空き家が少しずつ増える", "声をかけあう", "b1", "4", ""])
  func publicWordsPass(_ word: String) {
    #expect(hits([page([text(word)], title: word, summary: word)]).isEmpty)
  }

  /// A name, and how it may be written where everybody reads.
  @Test(
    arguments: [
      ("ヤマダ家", "ﾔﾏﾀﾞ家の前", true), ("ヤマダ家", "やまだ家の前", true), ("やまだ", "ヤマダさん", true),
      ("ヤマダ", "ﾔﾏﾀﾞｻﾝ", true), ("サトウ", "さとうさん", true),
      // Two kana stand in many another word.
      ("マリ", "あまり人がいない", false), ("マリ", "ﾏﾘさん", true),
      ("山田", "山 田さん", true), ("山田", "山　田さん", true), ("山田", "山、田んぼ", false),
    ])
  func namesAreFoundHoweverTheyAreWritten(_ name: String, _ words: String, _ isFound: Bool) {
    var map = SmallSession.map
    map.houses[0].name = name
    #expect(hits([page([text(words)])], map: map).isEmpty != isFound)
    map.houses[0].name = nil
    map.houses[1].id = name
    #expect(hits([page([text(words)])], map: map).isEmpty != isFound, "as an id")
  }

  @Test func widthAndCaseMakeNoDifference() {
    var map = SmallSession.map
    map.houses[0].name = "Ｓｍｉｔｈ"
    #expect(hits([page([text("the smith house")])], map: map).count == 1)
  }

  @Test func anAddressIsReadAsBrowsersShowIt() {
    #expect(hits([page([text("https://example.jp/%E4%B8%AD%E6%9D%91")])]).count == 1)
    #expect(hits([page([text("https://example.jp/%E4%B8%AD%E5%B1%B1 10%")])]).isEmpty)
  }

  @Test func idsThatAreNamesAreFound() {
    var map = SmallSession.map
    map.houses[1].id = "山田"
    #expect(hits([page([text("山田")])], map: map).map(\.what.en) == ["the id of a house, ‘山田’"])
  }

  @Test(
    arguments: [
      ("b1", true), ("B12", true), ("c1-101", true), ("12", true), ("ｂ３", true), ("e4a", true), ("中村", false),
      ("nakamura", false), ("店", false), ("abc1", false),
    ])
  func genericIDsSayNothing(_ id: String, _ isGeneric: Bool) {
    #expect(PrivateWords.isGeneric(id) == isGeneric)
  }

  /// A road, a landmark, a title called after a family is stopped until somebody says that it may stand.
  @Test func aNameOnTheSheetIsStoppedUntilItIsAllowed() throws {
    var map = SmallSession.map
    map.lines[0].name = "中村街道"
    map.title = "中村さんのまわり"
    var session = SmallSession.session
    session.maps = [map]
    func found(_ string: String, allowing allowed: [String]) -> [String?] {
      PrivacyGate(for: session, allowing: allowed).forSheets(of: map, in: session)
        .hits(in: [page([text(string)])]) { [map.title, "中村街道"] }.map(\.remark)
    }
    #expect(found("中村街道", allowing: []) == ["中村さんのまわり", "中村街道"])
    #expect(found("中村街道", allowing: ["中村街道"]) == [])
    #expect(found("中村さんのまわり", allowing: ["中村街道"]) == ["中村さんのまわり"])
    #expect(found("中村", allowing: ["中村"]) == [])
  }

  /// A shop is called as the landmark is, and a note may only name a place.
  @Test func whatIsCalledAsAPlaceIsPublic() {
    var map = SmallSession.map
    map.houses[0].kind = .shop
    map.houses[0].name = "中村商店"
    map.houses[1].note = "郵便局"
    map.landmarks = ["中村商店", "郵便局"].map {
      Landmark(kind: .shop, name: $0, placement: .point(SheetPoint(x: 90, y: 90)))
    }
    #expect(hits([page([text("中村商店"), text("郵便局")])], map: map).isEmpty)
    map.houses[0].kind = .detached
    #expect(hits([page([text("中村商店")])], map: map).count == 1)
    map.houses[0].kind = .apartment
    map.houses[0].name = "コーポ･花園"
    map.landmarks[0].name = "コーポ花園"
    #expect(hits([page([text("コーポ花園"), text("コーポ・花園")])], map: map).isEmpty)
  }

  /// 教授 is a greeter's office, and so is みなみ大学 准教授; a member of staff is of みなみ大学. The order says nothing.
  @Test(arguments: [["教授", "みなみ大学 准教授"], ["みなみ大学 准教授", "教授"]])
  func signaturesHoldWhateverTheirOrder(_ offices: [String]) {
    var session = SmallSession.session
    session.publication.greetings = offices.map { Greeting(name: "大田", office: $0, words: []) }
    session.publication.staff = [StaffMember(name: "鳥居", office: "みなみ大学")]
    let gate = PrivacyGate(for: session)
    #expect(gate.hits(in: [page([text("みなみ大学 准教授")])]) { [] } == [])
    #expect(gate.hits(in: [page([text("みなみ大学の学生")])]) { [] }.count == 1)
  }

  @Test func wordsOfTheLegendGiveNobodyAway() {
    var map = SmallSession.map
    map.houses[1].note = "空き家"
    #expect(hits([page([text("空き家")])], map: map, vocabulary: ["空き家 0"]).isEmpty)
    #expect(hits([page([text("空き家")])], map: map, vocabulary: ["人口"]).count == 1)
  }

  /// Whoever mends a file wants to know everything at once: not the roads only when the actions are mended.
  @Test func everyLineWithANameIsToldInOneGo() throws {
    let scratch = Scratch()
    try scratch.put(
      """
      tenken: 1
      title: 会
      date: 2024-11-09
      maps:
        - id: 中村
          title: 田中家のまわり
          houses:
            k1: {at: [20,30], name: 中村, people: [○72]}
            田中: {at: [100,90], people: [○72]}
            k3: {at: [60,30], people: [○72]}
            k4: {at: [140,30], people: [○72]}
            k5: {at: [140,90], people: [○72]}
          roads: [{id: 田中さんの前の道, points: [[0,60],[180,60]]}]
          landmarks: [{kind: shop, name: 中村商店, at: [20,100]}]
          findings: [中村さんが戻る]
          actions: [田中さんに声をかける]
        - id: B
          title: 谷
          actions: [田中さんを手伝う]
          houses:
            c1: {at: [20,30], people: [○72]}
      sections: [{title: 話, text: 中村さんの話}]

      """, into: "w.yaml")
    let checked = try #require(Checking.check(scratch / "w.yaml").checked)
    func lines(_ work: () throws -> [Finding]) rethrows -> [Int?] {
      try work().filter { $0.severity == .error }.map(\.place?.line)
    }
    func told(_ work: () throws -> PaperResult) throws -> [Finding] {
      do { return try work().findings } catch let trouble as Trouble { return trouble.findings }
    }
    let newsletter = try lines {
      try told { try NewsletterPublishing(overwrites: true).write(checked, into: scratch / "n") }
    }
    #expect(newsletter == [5, 6, 13, 14, 15, 16, 19, 22])
    let graphics = try lines {
      try told { try Exporting(formats: [.svg]).write(checked, into: scratch / "g") }
    }
    #expect(graphics == newsletter)
    let maps = try lines {
      try Rendering(resources: .find(), jobs: 1).render([checked], RenderRequest()).flatMap(\.findings)
    }
    #expect(maps == [5, 6, 13, 14, 15, 16, 19])
  }

  @Test func namesInRemarksAreToldWithTheirLineAndOccupationsMayStand() {
    var map = SmallSession.map
    map.findings = ["農業を継ぐ人がいない", "中村さんの家が空く"]
    let found = hits([page(map.findings.map(\.plain).map(text))], map: map)
    #expect(found.map(\.remark) == ["中村さんの家が空く"])
    let source = SourceText(
      file: "a.yaml", bytes: Array("findings:\n  - 農業を継ぐ人がいない\n  - 中村さんの家が空く\n".utf8))
    let checked = CheckedSession(
      input: Input(name: "a.yaml", bytes: []), session: SmallSession.session, source: source)
    #expect(
      found.findings(checked) { _ in true }.map(\.place) == [
        Place(file: "a.yaml", line: 3, column: 5, length: 9)
      ])
  }

  @Test func aHouseCalledAfterAnOccupationIsNoName() {
    var map = SmallSession.map
    map.houses[1].id = "大工さん"
    map.findings = ["大工さんに声をかける"]
    #expect(hits([page(map.findings.map(\.plain).map(text))], map: map).isEmpty)
    map.findings = []
    #expect(hits([page([text("大工さん")])], map: map).count == 2)
  }

  @Test(arguments: [Mark.Kind.houseName, .occupation])
  func namesAndOccupationsHaveNoPlaceAtAll(_ kind: Mark.Kind) {
    let group = Item.group(Group([text("何か")], mark: Mark(kind)))
    #expect(hits([page([group])]).count == 1)
  }
}
