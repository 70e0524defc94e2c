import Diagnostics
import Picture
import Testing
import Workshop

@testable import Layout
@testable import Studio

/// A series that does not fit on one sheet is told.
@Suite struct SeriesPagesTests {
  private let map = TableMap(id: "B", title: "b", baseYear: 2023)

  private func note(pages: Int, form: SeriesForm, scenario: String? = nil) -> Finding? {
    let name = PictureNames.Parts(
      map: "B", scenario: scenario, year: nil, isSeries: true, isForTable: false)
    let page = Page(size: .a4, title: "a", summary: "b", items: [])
    return SeriesPages.note(
      DrawnPicture(name: name, pages: Array(repeating: page, count: pages)), of: map, form: form)
  }

  @Test func oneSheetSaysNothing() { #expect(note(pages: 1, form: .a4TwoByTwo) == nil) }

  @Test func moreSheetsAreToldWithAWayOut() throws {
    let found = try #require(note(pages: 2, form: .a4TwoByTwo, scenario: "同居"))
    #expect(found.severity == .note && found.code == "series-pages")
    #expect(found.message.ja == "地図「B（同居）」の「4枚ならべ」は1枚に収まらないので、2枚に分けて描きました。")
    #expect(found.message.en == "The series of map B (同居) does not fit on one sheet: it was drawn on 2.")
    #expect(found.hint != nil)
  }

  @Test func nothingLargerThanA3IsAdvised() throws {
    let found = try #require(note(pages: 3, form: .a3FourByOne))
    #expect(found.hint == nil)
  }
}
