import CairoBackend
import Foundation
import Picture

/// What the tests of sheets and pages draw and look with.
enum PaperSupport {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  static func renderer() throws -> Renderer { try Renderer(resources: ResourceFolder(path: root)) }

  /// Writes pages as pictures where `TENKEN_LOOK` names a folder, for looking at them.
  static func show(_ pages: [Page], _ name: String, _ renderer: Renderer) throws {
    guard let folder = ProcessInfo.processInfo.environment["TENKEN_LOOK"] else { return }
    for (index, page) in pages.enumerated() {
      let bytes = try renderer.png(page, dpi: 100)
      try Data(bytes).write(to: URL(fileURLWithPath: "\(folder)/\(name)-\(index + 1).png"))
    }
  }

  /// Every text of a page with the box it takes, in millimetres from the page's corner.
  static func texts(_ items: [Item]) -> [(text: PlacedText, box: Rect)] {
    items.flatMap { item -> [(text: PlacedText, box: Rect)] in
      switch item {
      case .text(let text):
        let box = text.extent.ink
        return [(text, Rect(origin: box.origin.moved(text.origin.x, text.origin.y), size: box.size))]
      case .group(let group): return texts(group.items)
      case .shape, .icon: return []
      }
    }
  }

  /// Everything printed, in order, without line feeds.
  static func words(_ pages: [Page]) -> String {
    pages.flatMap { texts($0.items) }.map { $0.text.block.string.filter { !$0.isNewline } }.joined()
  }

  /// What is wrong with a page by the house's rules: text outside the sheet, on other text, or under 8 points.
  static func faults(_ page: Page, smallest: Double = 8) -> [String] {
    let texts = texts(page.items).filter { !$0.text.block.string.isEmpty && $0.text.rotation == 0 }
    let sheet = Rect(origin: Point(.zero, .zero), size: page.size).inset(.mm(4), .mm(4))
    var faults: [String] = []
    for (index, one) in texts.enumerated() {
      if !sheet.contains(one.box) { faults.append("outside: \(one.text.block.string)") }
      for span in one.text.block.spans where span.style.size.points < smallest - 0.001 {
        faults.append("small: \(span.string)")
      }
      for other in texts[(index + 1)...]
      where one.box.inset(.mm(0.1), .mm(0.1)).intersects(other.box.inset(.mm(0.1), .mm(0.1))) {
        faults.append("overlap: \(one.text.block.string) / \(other.text.block.string)")
      }
    }
    return faults
  }
}
