import CairoBackend
import Foundation
import Picture
import Testing

@testable import Layout

/// Everything printed can be read: 6 pt inside a map, 8 pt elsewhere, and a contrast of 4.5.
@Suite struct ReadabilityTests {
  private static func check(_ sample: Samples.Sample, _ audience: Audience, _ measurer: any TextMeasurer) {
    let language = sample.session.language
    let header = SheetHeader(sample.session, language: language)
    let options = SheetOptions(audience: audience, language: language, header: header)
    let name = "\(sample.name) \(sample.map.id) \(audience)"
    let sheet = MapSheet(
      map: sample.map, projection: sample.projection, options: options, measurer: measurer)
    for page in sheet.allPages() { Readability.check(page, name) }
    for form in SeriesForm.allCases {
      let series = SeriesSheet(
        map: sample.map, projection: sample.projection, form: form, options: options, measurer: measurer)
      for page in series.pages() { Readability.check(page, "\(name) series \(form.rawValue)") }
    }
  }

  @Test(arguments: Samples.names) func everySampleWithRealType(name: String) throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path
    let renderer = try Renderer(resources: ResourceFolder(path: root))
    let samples = try Samples.read(name)
    #expect(!samples.isEmpty)
    for sample in samples {
      for audience in Audience.allCases { Self.check(sample, audience, renderer.typesetter) }
    }
  }

  /// Occupations, names and numbers in houses of every pattern.
  @Test func neighbourhoodsAtTheTable() {
    var hatched = 0
    for seed in 0..<40 as Range<UInt64> {
      let place = Neighbourhood(seed: seed, houses: 4...24)
      let sheet = MapSheet(
        map: place.map, projection: place.projection, options: CollisionTests.options(.table),
        measurer: FakeMeasurer())
      let last = place.projection.states.count - 1
      for page in sheet.pages(state: last) { Readability.check(page, "seed \(seed)") }
      hatched += place.projection.states[last].houses.flatMap(\.dwellings).count {
        $0.possible.count > 1 && $0.people.contains { $0.occupation != nil }
      }
    }
    #expect(hatched > 10)
  }

  @Test func theMeasureOfContrastCanFail() {
    #expect(abs(Ink.contrast(Color(0x000000), Color(0xFFFFFF)) - 21) < 0.01)
    #expect(abs(Ink.contrast(Color(0x777777), Color(0xFFFFFF)) - 4.48) < 0.01)
  }
}
