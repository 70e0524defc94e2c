import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

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
