import Foundation
import Testing
import Workshop

/// The icons in Assets/icons: one for every kind of landmark, in the one style of Assets/icons/README.md.
@Suite("Landmark icons")
struct LandmarkIconsTests {
  static let folder = Repository.root.appending(path: "Assets/icons")

  @Test("every kind has its icon, and no icon is without a kind")
  func oneForEachKind() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
      .filter { $0.hasSuffix(".svg") }
    #expect(files.sorted() == LandmarkKind.allCases.map { "\($0.rawValue).svg" }.sorted())
  }

  @Test("an icon is plain SVG in the house style", arguments: LandmarkKind.allCases)
  func style(kind: LandmarkKind) throws {
    let icon = try DrawnFile(at: Self.folder.appending(path: "\(kind.rawValue).svg"))
    #expect(icon.root["viewBox"] == "0 0 24 24")
    #expect(Set(icon.elements).isSubset(of: ["svg", "title", "g", "path"]))
    #expect(icon.elements.contains("path"))
    #expect(
      Set(icon.colours).isSubset(of: ["none", "#FFFFFF", "#2B2A28", "#C24D33"]),
      "ink, white and the accent only")
    #expect(icon.colours.contains("#C24D33"), "the accent tells what it is")
    #expect(icon.strokeWidths.allSatisfy { $0 >= 1.4 }, "thinner lines vanish on a duplicator")
    #expect(icon.references == [], "nothing outside the file, no ids to clash")
    #expect(!icon.title.isEmpty, "somebody who opens it alone reads what it is")
  }
}
