import CairoBackend
import Foundation
import Picture
import Projection
import Testing
import Workshop

@testable import Layout

/// How much is told is decided for a whole sheet, and ages are the last to go.
@Suite struct LevelTests {
  private static func renderer() throws -> Renderer {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path
    return try Renderer(resources: ResourceFolder(path: root))
  }

  @Test(arguments: Audience.allCases) func likeHousesLookAlike(audience: Audience) {
    let estate = Estate(houses: 60, streets: 3, households: .alike)
    let layout = RowTests.layout(estate, audience, width: 565, height: 385)
    #expect(layout.detail.content == .people)
    // No house is smaller than a couple's, and none larger for what is written in it.
    var widths: [Double] = []
    for metrics in layout.metrics where !widths.contains(where: { abs($0 - metrics.wall.width) < 0.01 }) {
      widths.append(metrics.wall.width)
    }
    #expect(widths.count <= 2, "\(widths)")
    let page = Page(
      size: .a4, title: "", summary: "", items: [layout.draw(state: 0)])
    let written = Ink(page).words.filter { $0.kind == .occupation }.count
    let told = estate.map.houses.flatMap(\.dwellings).flatMap(\.people).filter { $0.occupation != nil }.count
    #expect(written == 0 || written == told)
    if audience == .public { #expect(written == 0) }
  }

  @Test(arguments: [14, 20, 28], Audience.allCases)
  func agesStayOnASeriesOfFour(houses: Int, audience: Audience) throws {
    let renderer = try Self.renderer()
    let estate = Estate(houses: houses, streets: 2, seed: UInt64(houses))
    let series = SeriesSheet(
      map: estate.map, projection: estate.projection, form: .a4TwoByTwo,
      options: CollisionTests.options(audience), measurer: renderer.typesetter)
    let layout = try #require(series.layout)
    #expect(layout.detail.content == .people && layout.detail.lines == 1)
  }

  @Test(arguments: [(60, 3, Paper.a4Landscape), (200, 5, .a3Landscape)], Audience.allCases)
  func agesStayOnASheetOfItsOwn(size: (houses: Int, streets: Int, paper: Paper), audience: Audience) throws {
    let renderer = try Self.renderer()
    let estate = Estate(houses: size.houses, streets: size.streets)
    let sheet = MapSheet(
      map: estate.map, projection: estate.projection,
      options: CollisionTests.options(audience, size.paper), measurer: renderer.typesetter)
    #expect(sheet.layout.detail.content == .people && sheet.layout.detail.lines == 1)
    let page = try #require(sheet.pages(state: 0).first)
    let ages = Ink(page).words.filter { $0.kind == .person && Int($0.text.block.string.prefix(1)) != nil }
    let people = estate.map.houses.flatMap(\.dwellings).flatMap(\.people).count
    #expect(ages.count >= people)
    #expect(ages.allSatisfy { $0.text.block.spans.allSatisfy { $0.style.size.points >= 6 - 1e-9 } })
  }

  @Test(arguments: Audience.allCases) func agesStayInTheSamples(audience: Audience) throws {
    let renderer = try Self.renderer()
    for name in ["hamlet", "village", "english", "estate"] {
      for sample in try Samples.read(name) {
        let language = sample.session.language
        let series = SeriesSheet(
          map: sample.map, projection: sample.projection, form: .a4TwoByTwo,
          options: SheetOptions(
            audience: audience, language: language, header: SheetHeader(sample.session, language: language)),
          measurer: renderer.typesetter)
        #expect(series.layout?.detail.content == .people, "\(name)")
      }
    }
  }

  @Test func plansAreToldToTheTableOnly() {
    var map = Village.map
    map.houses[1].dwellings[0].occupancy = .residents(
      map.houses[1].dwellings[0].people.map { person in
        var person = person
        if person.id == "b2.3" { person.plans = [.leaves(2037)] }
        return person
      })
    map.houses[0].dwellings[0].occupancy = .residents(
      map.houses[0].dwellings[0].people.map { person in
        var person = person
        if person.away != nil { person.plans = [.returns(2041)] }
        return person
      })
    for audience in Audience.allCases {
      let words = SheetWords.of(map, audience, states: 0...2)
      let isTable = audience == .table
      #expect(words[0].contains("2037出") == isTable && words[1].contains("2037出") == isTable)
      #expect(!words[2].contains("2037出"))
      #expect(words[0].contains("2041戻") == isTable && !words[1].contains("2041戻"))
    }
  }

  @Test func aBridgeStandsOnItsCrossing() throws {
    var map = Village.map
    map.lines.append(
      Line(id: "川道", kind: .path, points: [.init(x: 60, y: 57), .init(x: 64, y: 120)]))
    map.landmarks.append(Landmark(kind: .bridge, name: "青葉橋", placement: .point(.init(x: 62, y: 108))))
    let layout = MapLayout(
      MapModel(map: map, projection: Projector(map: map).project(), audience: .table),
      panel: Box(0, 0, 560, 370), language: .ja, type: Typesetter(FakeMeasurer()))
    let bridge = try #require(layout.bridges[2])
    for id in ["川道", "青葉川"] {
      let course = try #require(layout.geometry.courses.first { $0.line.id == id })
      #expect(course.bars.contains { $0.intersects(Box(center: bridge, width: 1, height: 1)) }, "\(id)")
    }
    let page = Page(size: .a4, title: "", summary: "", items: [layout.draw(state: 0)])
    #expect(Ink(page).words.contains { $0.text.block.string == "青葉橋" })
  }
}
