import Picture
import Projection
import Testing
import Workshop

@testable import Layout

/// Nothing private reaches a page for the public.
@Suite struct RedactionTests {
  private static func pages(_ audience: Audience) -> [Page] {
    let options = SheetOptions(
      audience: audience, language: .ja, header: CollisionTests.header)
    let (map, projection) = (Village.map, Village.projection)
    let sheet = MapSheet(map: map, projection: projection, options: options, measurer: FakeMeasurer())
    return sheet.allPages()
      + SeriesForm.allCases.flatMap {
        SeriesSheet(
          map: map, projection: projection, form: $0, options: options, measurer: FakeMeasurer()
        ).pages()
      }
  }

  /// Names, notes, occupations, where somebody lives away, ids of houses and people.
  private static let secrets = [
    "甲斐", "角の家", "覚え書き", "内輪", "農業", "パート", "学生", "会社員", "大工", "役場", "大阪", "中村", "山本",
    "井上", "西村", "吉田", "奥村", "b1", "b9", "b2.3",
  ]

  @Test func publicPagesHoldNothingPrivate() {
    let everything = String(describing: Self.pages(.public))
    for secret in Self.secrets { #expect(!everything.contains(secret), "\(secret)") }
  }

  @Test func tablePagesHoldIt() {
    // Otherwise the test above could not fail.
    let everything = String(describing: Self.pages(.table))
    for secret in ["農業", "大阪", "中村", "b9"] { #expect(everything.contains(secret), "\(secret)") }
  }

  @Test func agesBecomeBandsOfTen() {
    let redaction = Redaction(map: Village.map, projection: Village.projection)
    for state in redaction.projection.states {
      for person in state.houses.flatMap(\.dwellings).flatMap(\.people) {
        guard case .band(let band, let middle) = person.age else { continue }
        #expect(band.lowerBound % 10 == 0 && band.count >= 10 && middle == band.lowerBound + 4)
      }
    }
    for house in redaction.map.houses {
      #expect(house.name == nil && house.note == nil)
      for person in house.dwellings.flatMap(\.people) {
        #expect(person.age.isBand && person.plans.isEmpty && person.occupation == nil)
      }
    }
    #expect(redaction.projection.events.isEmpty)
  }

  @Test(arguments: [
    (0, 0...9), (9, 0...9), (10, 10...19), (72, 70...79), (89, 80...89), (90, 90...120), (104, 90...120),
  ])
  func bands(age: Int, band: ClosedRange<Int>) { #expect(Redaction.band(of: age) == band) }

  @Test func figuresStay() {
    let redaction = Redaction(map: Village.map, projection: Village.projection)
    #expect(redaction.projection.states.map(\.figures) == Village.projection.states.map(\.figures))
  }
}
