import CairoBackend
import Picture
import Testing

/// The same page gives the same bytes: on every run, after other pages, in any number of threads.
@Suite struct SameBytesTests {
  private static func files() throws -> [[UInt8]] {
    let renderer = try Support.renderer()
    let page = Support.page(by: renderer.typesetter)
    let document = Document(title: "", author: "", subject: "", language: .ja, pages: [page])
    return [try renderer.pdf(document), try renderer.svg(page), try renderer.png(page, dpi: 60)]
  }

  @Test func twoRenderersAgree() throws {
    #expect(try Self.files() == Self.files())
  }

  @Test func aRendererForgetsWhatItDrewBefore() throws {
    let renderer = try Support.renderer()
    let page = Support.page(by: renderer.typesetter)
    let document = Document(title: "", author: "", subject: "", language: .ja, pages: [page])
    for _ in 0..<2 {
      #expect(try renderer.png(page, dpi: 60) == Self.files()[2])
      #expect(try renderer.svg(page) == Self.files()[1])
      #expect(try renderer.pdf(document) == Self.files()[0])
    }
  }

  @Test func threadsDoNotDisturbEachOther() async throws {
    let alone = try Self.files()
    let together = try await withThrowingTaskGroup(of: [[UInt8]].self) { group in
      for _ in 0..<8 { group.addTask { try Self.files() } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(together.count == 8)
    for files in together { #expect(files == alone) }
  }
}
