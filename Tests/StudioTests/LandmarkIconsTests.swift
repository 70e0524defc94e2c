import Foundation
import Testing
import Workshop

#if canImport(FoundationXML)
  import FoundationXML
#endif

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

/// The folder of the package, found from where this test was compiled.
enum Repository {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
}

/// What a test wants to know of an SVG file. Making one fails where the file is not well-formed XML.
final class DrawnFile: NSObject, XMLParserDelegate {
  private(set) var elements: [String] = []
  private(set) var root: [String: String] = [:]
  private(set) var colours: [String] = []
  private(set) var strokeWidths: [Double] = []
  private(set) var references: [String] = []
  private(set) var title = ""
  private var isInTitle = false

  init(at url: URL) throws {
    super.init()
    let parser = XMLParser(data: try Data(contentsOf: url))
    parser.delegate = self
    try #require(parser.parse(), "\(url.lastPathComponent) is not well-formed XML")
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    if elements.isEmpty { root = attributes }
    elements.append(name)
    isInTitle = name == "title"
    for (key, value) in attributes {
      switch key {
      case "fill", "stroke": colours.append(value)
      case "stroke-width": strokeWidths.append(Double(value) ?? 0)
      case "href", "xlink:href", "id", "style", "class": references.append("\(key)=\(value)")
      default: if value.contains("url(") { references.append("\(key)=\(value)") }
      }
    }
  }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?)
  {
    isInTitle = false
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if isInTitle { title += string }
  }
}
