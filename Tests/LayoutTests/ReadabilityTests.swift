import CairoBackend
import Foundation
import Picture
import Testing

@testable import Layout

/// Everything printed can be read: 6 pt inside a map, 8 pt elsewhere, and a contrast of 4.5.
@Suite struct ReadabilityTests {
  /// Marks of what stands inside a map.
  static let symbols: Set<Mark.Kind> = [
    .person, .houseName, .door, .occupation, .lineName, .areaName, .landmarkName, .north,
  ]

  private static func check(_ page: Page, _ name: String) {
    for word in Ink(page).words {
      for span in word.text.block.spans {
        let size = span.style.size.points
        let least = word.kind.map { symbols.contains($0) } == true ? 6.0 : 8
        #expect(size >= least - 1e-9, "\(name): \(span.string) at \(size) pt")
        let contrast = Ink.contrast(span.style.color, word.ground)
        #expect(contrast >= 4.5, "\(name): \(span.string) has a contrast of \(contrast)")
      }
    }
    let survey = PageSurvey(page)
    #expect(survey.collisions().isEmpty, "\(name): \(survey.collisions().prefix(3))")
  }

  private static func check(_ sample: Samples.Sample, _ audience: Audience, _ measurer: any TextMeasurer) {
    let language = sample.session.language
    let header = SheetHeader(sample.session, language: language)
    let options = SheetOptions(audience: audience, language: language, header: header)
    let name = "\(sample.name) \(sample.map.id) \(audience)"
    let sheet = MapSheet(
      map: sample.map, projection: sample.projection, options: options, measurer: measurer)
    for page in sheet.allPages() { check(page, name) }
    for form in SeriesForm.allCases {
      let series = SeriesSheet(
        map: sample.map, projection: sample.projection, form: form, options: options, measurer: measurer)
      for page in series.pages() { check(page, "\(name) series \(form.rawValue)") }
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

  @Test func theMeasureOfContrastCanFail() {
    #expect(abs(Ink.contrast(Color(0x000000), Color(0xFFFFFF)) - 21) < 0.01)
    #expect(abs(Ink.contrast(Color(0x777777), Color(0xFFFFFF)) - 4.48) < 0.01)
  }
}
