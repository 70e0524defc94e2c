import CairoBackend
import Diagnostics
import Foundation
import Picture
import Testing
import Workshop

@testable import Studio

/// Which files a session becomes, and that they do not depend on how many are drawn at a time.
@Suite struct RenderingTests {
  private func render(
    _ request: RenderRequest, session: Session = SmallSession.session, jobs: Int = 1
  ) throws -> RenderedSession {
    let checked = CheckedSession(
      input: Input(name: "small.yaml", bytes: []), session: session, source: nil)
    return try #require(
      try Rendering(resources: .find(), jobs: jobs).render([checked], request).first)
  }

  private func names(_ request: RenderRequest, session: Session = SmallSession.session) throws -> [String] {
    let result = try render(request, session: session)
    // The houses are too few for ages.
    #expect(result.findings.allSatisfy { $0.code == "small-groups" })
    return result.files.map(\.name)
  }

  @Test func everything() throws {
    #expect(
      try names(RenderRequest()) == [
        "maps.pdf", "B-series.pdf", "B-2023.svg", "B-2023.png", "B-2033.svg", "B-2033.png", "B-2043.svg",
        "B-2043.png",
        "B-series.svg", "B-series.png",
      ])
  }

  @Test func chosen() throws {
    #expect(try names(RenderRequest(years: [2033], formats: [.svg])) == ["B-2033.svg"])
    #expect(try names(RenderRequest(years: [2033], formats: [.pdf])) == ["B-2033.pdf"])
    #expect(try names(RenderRequest(horizons: [0, 15], formats: [.svg])) == ["B-2023.svg", "B-2038.svg"])
    #expect(try names(RenderRequest(series: true, formats: [.pdf])) == ["B-series.pdf"])
    #expect(try names(RenderRequest(maps: ["B"], formats: [.pdf])) == ["B.pdf", "B-series.pdf"])
    #expect(
      try names(RenderRequest(years: [2033], formats: [.svg], audience: .table)) == ["B-2033-table.svg"])
    #expect(
      try names(RenderRequest(years: [2033], formats: [.svg], scenarios: ["戻ってくる"])) == [
        "B-戻ってくる-2033.svg"
      ])
  }

  @Test func twoMaps() throws {
    var session = SmallSession.session
    var other = SmallSession.map
    other.id = "b"
    session.maps.append(other)
    #expect(
      try names(RenderRequest(years: [2033], formats: [.svg, .pdf]), session: session) == [
        "maps-2033.pdf", "B-2033.svg", "b-2033-2.svg",
      ])
    #expect(
      try names(RenderRequest(series: true, formats: [.pdf]), session: session) == [
        "maps-series.pdf", "B-series.pdf", "b-series-2.pdf",
      ])
  }

  @Test func aYearReadAloneIsTheSamePicture() throws {
    let all = try render(RenderRequest(formats: [.svg])).files
    let alone = try render(RenderRequest(years: [2033], formats: [.svg])).files
    #expect(alone.first?.bytes == all.first { $0.name == "B-2033.svg" }?.bytes)
  }

  @Test func whatIsNotThereIsTold() throws {
    let result = try render(RenderRequest(maps: ["X"], scenarios: ["なし"]))
    #expect(result.files.isEmpty)
    #expect(result.findings.map(\.code) == ["unknown-map", "unknown-scenario"])
    #expect(try render(RenderRequest(years: [1990])).findings.map(\.code) == ["year-out-of-range"])
  }

  @Test func manyAtATimeGiveTheSameBytesInTheSameOrder() throws {
    let request = RenderRequest(dpi: 50)
    let one = try render(request, jobs: 1).files
    let many = try render(request, jobs: 8).files
    #expect(one.map(\.name) == many.map(\.name))
    #expect(one.map(\.bytes) == many.map(\.bytes))
  }

  /// Every private field holds a word that stands nowhere else; none of them is in any public picture.
  @Test func nothingPrivateIsInAPublicPicture() throws {
    var session = SmallSession.session
    var map = SmallSession.map
    map.notes = ["秘密の地図メモ"]
    map.houses[0].id = "秘密家"
    map.houses[0].note = "秘密の家メモ"
    map.houses[0].dwellings[0].id = "秘密家"
    session.maps = [map]
    let secrets = [
      "秘密の地図メモ", "秘密家", "秘密の家メモ", "中村", "太郎", "農業", "膝が悪い", "大工", "大阪",
    ]
    func texts(_ audience: Audience) throws -> String {
      let plan = try RenderPlan(session, file: "small.yaml", RenderRequest(audience: audience))
      let measurer = try Renderer(resources: .find()).typesetter
      return [true, false].flatMap { series in
        plan.sheets.flatMap {
          SheetDrawing(plan: plan).pictures($0, series ? .series : .map, measurer: measurer)
        }
      }.flatMap(\.pages).flatMap(\.texts).map(\.string).joined(separator: "\n")
    }
    let open = try texts(.public)
    for secret in secrets { #expect(!open.contains(secret), "\(secret)") }
    // The same words do stand on the table's picture, so looking for them is worth something.
    let table = try texts(.table)
    for word in ["中村", "農業", "大工"] { #expect(table.contains(word), "\(word)") }
    #expect(
      try render(RenderRequest(formats: [.svg]), session: session).findings.map(\.code) == ["small-groups"])
  }

  @Test func aNameInAFindingStopsThePublicFilesOnly() throws {
    var session = SmallSession.session
    session.maps[0].findings = ["中村さんの家が空く"]
    let open = try render(RenderRequest(formats: [.svg]), session: session)
    #expect(open.files.isEmpty)
    #expect(open.findings.map(\.code) == ["small-groups", "private-in-remark"])
    let table = try render(RenderRequest(formats: [.svg], audience: .table), session: session)
    #expect(table.files.count == 4)
  }
}
