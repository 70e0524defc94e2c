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

  @Test func theMeasureOfContrastCanFail() {
    #expect(abs(Ink.contrast(Color(0x000000), Color(0xFFFFFF)) - 21) < 0.01)
    #expect(abs(Ink.contrast(Color(0x777777), Color(0xFFFFFF)) - 4.48) < 0.01)
  }
}
