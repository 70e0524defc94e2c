import CairoBackend
import Foundation
import Picture
import Testing

@Suite struct LookTests {
  /// `TENKEN_LOOK=folder swift test --filter LookTests` leaves the page there, to be looked at.
  @Test func everyFormatComesOut() throws {
    let renderer = try Support.renderer()
    let page = Support.page(by: renderer.typesetter)
    let document = Document(title: "試し", author: "名張市", subject: "地域点検", language: .ja, pages: [page, page])
    let files = [
      "page.pdf": try renderer.pdf(document), "page.svg": try renderer.svg(page),
      "page.png": try renderer.png(page, dpi: 150),
    ]
    #expect(files["page.pdf"]?.starts(with: Array("%PDF-1.".utf8)) == true)
    #expect(files["page.png"]?.starts(with: [0x89, 0x50, 0x4E, 0x47]) == true)
    #expect(renderer.findings.isEmpty)
    if let folder = ProcessInfo.processInfo.environment["TENKEN_LOOK"] {
      for (name, bytes) in files { try Data(bytes).write(to: URL(fileURLWithPath: folder + "/" + name)) }
    }
  }
}
