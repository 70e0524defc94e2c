import Picture
import Testing

@testable import Layout

/// Everything printed can be read: 6 pt inside a map, 8 pt elsewhere, and a contrast of 4.5.
enum Readability {
  /// Marks of what stands inside a map.
  static let symbols: Set<Mark.Kind> = [
    .person, .houseWords, .houseName, .door, .occupation, .lineName, .areaName, .landmarkName, .north,
  ]

  /// Expects `page` to be readable, and nothing to lie on anything else.
  static func check(_ page: Page, _ name: String) {
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
}
