import Picture
import Projection
import Testing
import Workshop

@testable import Layout

/// Pages hold together whatever their content: few years and many, long words, many remarks.
@Suite struct CompositionTests {
  private static func series(
    _ map: TableMap, _ form: SeriesForm, _ header: SheetHeader = CollisionTests.header
  )
    -> [Page]
  {
    SeriesSheet(
      map: map, projection: Projector(map: map).project(), form: form,
      options: SheetOptions(audience: .table, language: .ja, header: header), measurer: FakeMeasurer()
    ).pages()
  }

  @Test(
    arguments: [
      [10], [10, 20], [5, 10, 20], [5, 10, 15, 20], [5, 10, 15, 20, 25], [5, 10, 15, 20, 25, 30],
    ],
    SeriesForm.allCases)
  func anyNumberOfYears(horizons: [Int], form: SeriesForm) {
    var map = Village.map
    map.horizons = horizons
    let pages = Self.series(map, form)
    var years = 0
    for page in pages {
      let survey = PageSurvey(page)
      #expect(survey.collisions().isEmpty, "\(survey.collisions().prefix(3))")
      years += survey.panels.count
    }
    #expect(years == horizons.count + 1)
  }

  /// Programs that open a PDF to work on it do not all cut what is drawn beyond a panel's edge.
  @Test func linesReachTheEdgeOfThePanelAndHardlyFurther() {
    let panel = Box(0, 0, 400, 300)
    let courses = MapGeometry(Village.map, panel: panel).courses
    #expect(!courses.isEmpty)
    for course in courses {
      let reach = panel.inset(-(course.half + 1.01))
      for point in course.polyline.points {
        let isWithin = (reach.x0...reach.x1).contains(point.x) && (reach.y0...reach.y1).contains(point.y)
        #expect(isWithin, "\(course.line.id): \(point)")
      }
    }
  }

  @Test(arguments: SeriesForm.allCases) func longWordsLoseNothing(form: SeriesForm) {
    var map = Village.map
    map.title = String(repeating: "とても長い名前の地区の", count: 6)
    map.subtitle = String(repeating: "どこまでもつづく副題の", count: 8)
    map.findings = (1...24).map { "気づいたことの\($0)番、\(String(repeating: "ながながと書かれた話で、", count: 6))" }
    map.actions = (1...30).map { "取り組むことの\($0)番" }
    let header = SheetHeader(
      title: String(repeating: "長い題名の", count: 14), date: "2023年2月7日",
      venue: String(repeating: "市民センター", count: 6), programme: String(repeating: "人材育成事業", count: 10))
    let pages = Self.series(map, form, header)
    #expect(pages.count > 1)
    for page in pages {
      let survey = PageSurvey(page)
      #expect(survey.collisions().isEmpty, "\(survey.collisions().prefix(3))")
    }
    let words = pages.flatMap { Ink($0).words }.map(\.text.block.string)
    for line in (map.findings + map.actions).map(\.plain) { #expect(words.contains(line), "\(line) is lost") }
    #expect(words.contains(map.title) && words.contains(map.subtitle ?? ""))
  }

  @Test func aSheetWithoutHousesIsStillAPage() {
    let map = TableMap(id: "Z", title: "なにもない", baseYear: 2023)
    let sheet = MapSheet(
      map: map, projection: Projector(map: map).project(), options: CollisionTests.options(.public),
      measurer: FakeMeasurer())
    #expect(sheet.allPages().count == 4)
    #expect(sheet.pages(state: 9).isEmpty)
    for page in sheet.allPages() { #expect(PageSurvey(page).collisions().isEmpty) }
  }
}
