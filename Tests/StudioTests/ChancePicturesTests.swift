import CairoBackend
import Diagnostics
import Foundation
import Layout
import Picture
import Projection
import Testing
import Workshop

@testable import Studio

/// Which files pictures of chance become, for whom, and that they come through the gate.
@Suite struct ChancePicturesTests {
  private let scratch = Scratch()
  private static let order = ChanceOrder(runs: 40, seed: 1)

  private func render(
    _ request: RenderRequest, session: Session = SmallSession.session, jobs: Int = 1
  ) throws -> RenderedSession {
    let checked = CheckedSession(
      input: Input(name: "small.yaml", bytes: []), session: session, source: nil)
    return try #require(try Rendering(resources: .find(), jobs: jobs).render([checked], request).first)
  }

  private func names(_ request: RenderRequest) throws -> [String] {
    let result = try render(request)
    // Three houses are lived in, which is told.
    #expect(result.findings.allSatisfy { $0.code == "small-groups" && $0.severity == .note })
    return result.files.map(\.name)
  }

  @Test func everythingForEverybody() throws {
    #expect(
      try names(RenderRequest(formats: [.svg], chance: Self.order)) == [
        "B-chance-2023.svg", "B-chance-2033.svg", "B-chance-2043.svg", "B-chance-series.svg",
        "B-vacant-year.svg",
      ])
    #expect(
      try names(RenderRequest(formats: [.pdf], chance: Self.order)) == [
        "maps-chance.pdf", "B-chance-series.pdf",
      ])
  }

  /// What `tenken rules` tells stands at the end of documents, and in the words of pictures.
  @Test func theRulesGoWithThePictures() throws {
    var session = SmallSession.session
    session.rules.chance.leavingHome = .rates([AgeRate(ages: 18...29, chance: 0.12)])
    func files(_ format: OutputFormat, years: [Int] = [2033]) throws -> [RenderedFile] {
      try render(
        RenderRequest(
          years: years, formats: [format], scenarios: ["戻ってくる"], kinds: [.map], chance: Self.order),
        session: session
      ).files
    }
    let document = try #require(try files(.pdf).first)
    #expect(document.pages > 1)
    let drawing = try #require(try files(.svg).first)
    let words = String(decoding: drawing.bytes, as: UTF8.self)
    #expect(words.contains("子や孫が家を出る確率は、18〜29歳で一年に12%です。 ［ワークショップで変更］"))
    #expect(words.contains("残ると書かれた人は") && words.contains("year: 2024"))
    #expect(words.contains("（もしも「戻ってくる」）</title>") && words.contains(">もしも「戻ってくる」。2033年に"))
    #expect(try files(.svg, years: [2033, 2043]).count == 2)
  }

  @Test func linesOfLifeAreForTheTableOnly() throws {
    func life(_ audience: Audience, houses: [String] = []) -> RenderRequest {
      RenderRequest(
        formats: [.svg], audience: audience, kinds: [.life], houses: houses, chance: Self.order)
    }
    #expect(try names(life(.table)) == ["B-life-b1-table.svg", "B-life-b2-table.svg"])
    #expect(try names(life(.table, houses: ["b2"])) == ["B-life-b2-table.svg"])
    let open = try render(life(.public))
    #expect(open.files.isEmpty && open.findings.map(\.code) == ["for-the-table-only"])
    #expect(try render(life(.table, houses: ["x"])).findings.map(\.code) == ["unknown-house"])
  }

  @Test func yearsAndKindsAreChosen() throws {
    #expect(
      try names(RenderRequest(years: [2033], formats: [.svg], chance: Self.order)) == ["B-chance-2033.svg"])
    #expect(
      try names(RenderRequest(horizons: [15], formats: [.svg], chance: Self.order)) == ["B-chance-2038.svg"])
    #expect(
      try names(RenderRequest(formats: [.svg], kinds: [.fan, .vacantYear], chance: Self.order)) == [
        "B-vacant-year.svg"
      ])
    // By the workshop's rules kinds are chosen too.
    #expect(try names(RenderRequest(formats: [.svg], kinds: [.series])) == ["B-series.svg"])
  }

  @Test func scenariosStandBesideTheBaseCase() throws {
    #expect(
      try names(RenderRequest(formats: [.svg], kinds: [.beside])) == [
        "B-戻ってくる-beside-2033.svg", "B-戻ってくる-beside-2043.svg",
      ])
    #expect(
      try names(
        RenderRequest(
          years: [2043], formats: [.svg], scenarios: ["戻ってくる"], kinds: [.beside], chance: Self.order))
        == ["B-戻ってくる-chance-beside-2043.svg"])
    var session = SmallSession.session
    session.scenarios = []
    #expect(
      try render(RenderRequest(kinds: [.beside]), session: session).findings.map(\.code) == ["no-scenario"])
  }

  @Test func manyAtATimeGiveTheSameBytes() throws {
    let request = RenderRequest(dpi: 50, scenarios: ["戻ってくる"], chance: Self.order)
    let one = try render(request, jobs: 1).files
    let many = try render(request, jobs: 5).files
    #expect(one.map(\.name) == many.map(\.name) && one.map(\.bytes) == many.map(\.bytes))
    #expect(one.contains { $0.name == "B-戻ってくる-chance-beside-2033.svg" })
  }

  /// Every private field holds a word that stands nowhere else; none of them is in any public picture.
  @Test func nothingPrivateIsInAPublicPicture() throws {
    var session = SmallSession.session
    session.maps[0].houses[0].note = "秘密の家メモ"
    session.maps[0].houses[0].id = "秘密家"
    session.maps[0].houses[0].dwellings[0].id = "秘密家"
    let request = RenderRequest(formats: [.svg], scenarios: ["戻ってくる"], chance: Self.order)
    let checked = CheckedSession(
      input: Input(name: "small.yaml", bytes: []), session: session, source: nil)
    func texts(_ audience: Audience) throws -> String {
      var request = request
      request.audience = audience
      let plan = try RenderPlan(session, file: "small.yaml", request, rules: ChanceRuleBook(checked))
      let measurer = try Renderer(resources: .find()).typesetter
      return plan.sheets.flatMap { sheet in
        sheet.kinds.flatMap { SheetDrawing(plan: plan).pictures(sheet, $0, measurer: measurer) }
      }.flatMap(\.pages).flatMap(\.texts).map(\.string).joined(separator: "\n")
    }
    let open = try texts(.public)
    for secret in ["秘密", "中村", "太郎", "農業", "膝が悪い", "大工", "大阪"] {
      #expect(!open.contains(secret), "\(secret)")
    }
    #expect(try texts(.table).contains("中村"))
    #expect(try render(request, session: session).findings.allSatisfy { $0.code == "small-groups" })
  }

  private func sample(_ name: String) throws -> CheckedSession {
    try #require(Checking.check(Repository.root.appending(path: "samples/\(name).yaml").path).checked)
  }

  @Test(arguments: GraphicSize.named.map(\.size)) func graphicsAreWholeAtEverySize(size: GraphicSize) throws {
    for name in size == .wide ? ["hamlet", "english"] : ["hamlet"] {
      var session = try sample(name)
      session.session.scenarios = [
        Scenario(name: "もしも", rules: RuleChanges(childrenLeaveAt: .off), people: ["h1.3": [.returns(2030)]])
      ]
      let measurer = try PaperDesk.renderer().typesetter
      let graphics = try Exporting(includesChance: true, chance: Self.order).foreseen(session, measurer)
      #expect(graphics.map(\.id) == ChanceGraphic.all(session.session).map(\.id))
      #expect(graphics.count == 8 + 6)
      for graphic in graphics {
        for page in graphic.pages(size, measurer: measurer) {
          #expect(PageFaults(page).all == [], "\(name) \(graphic.id)")
        }
      }
    }
  }

  @Test func graphicsAreListedAndWritten() throws {
    let session = try sample("hamlet")
    let list = try Exporting.list(session).map(\.id)
    for id in ["map-A-2043", "chance-A-2043", "chance-series-A", "vacant-year-A", "fan-A", "pyramid-A"] {
      #expect(list.contains(id), "\(id)")
    }
    var exporting = Exporting(ids: ["fan-A", "chance-A-2043"], formats: [.svg], chance: Self.order)
    _ = try exporting.write(session, into: scratch / "some")
    let names = try FileManager.default.contentsOfDirectory(atPath: scratch / "some").sorted()
    #expect(names == ["chance-A-2043.svg", "fan-A.svg"])
    // Nobody pays for what they have not asked for.
    exporting.ids = []
    _ = try exporting.write(session, into: scratch / "all")
    let all = try FileManager.default.contentsOfDirectory(atPath: scratch / "all")
    #expect(all.contains("map-A-2043.svg") && !all.contains("fan-A.svg"))
  }
}
