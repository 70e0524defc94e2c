import CairoBackend
import Foundation
import Picture
import Testing

/// Tenken knows its own files again, and sees when somebody has worked on them.
@Suite struct SealTests {
  let files: [(name: String, bytes: [UInt8])]

  init() throws {
    let renderer = try Support.renderer()
    let page = Support.page(by: renderer.typesetter)
    let document = Document(title: "", author: "", subject: "", language: .ja, pages: [page])
    files = [
      ("pdf", try renderer.pdf(document)), ("svg", try renderer.svg(page)),
      ("png", try renderer.png(page, dpi: 50)),
    ]
  }

  @Test func untouchedFilesAreOurs() {
    for file in files { #expect(Seal.state(of: file.bytes) == .ours, "\(file.name)") }
  }

  @Test func oneByteChangedIsSeen() {
    for file in files {
      for place in stride(from: 20, to: file.bytes.count - 80, by: file.bytes.count / 23) {
        var changed = file.bytes
        changed[place] ^= 1
        #expect(Seal.state(of: changed) == .oursButChanged, "\(file.name), byte \(place)")
      }
    }
  }

  @Test func somethingPutInOrTakenOffIsSeen() {
    for file in files {
      #expect(Seal.state(of: file.bytes + [10]) == .oursButChanged, "\(file.name)")
      #expect(Seal.state(of: Array(file.bytes.dropLast(200))) != .ours, "\(file.name)")
      #expect(Seal.state(of: Array(file.bytes.prefix(10))) == .foreign, "\(file.name)")
    }
  }

  @Test func filesOfOthersAreForeign() throws {
    let readme = try Data(contentsOf: URL(fileURLWithPath: Support.root + "/Assets/icons/shrine.svg"))
    let others: [[UInt8]] = [
      [], Array("%PDF-1.4\n%%EOF".utf8), Array("<svg/>".utf8), Array(readme), Array("name,age".utf8),
      [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], Array("<svg><!-- Tenken-seal 1 ".utf8),
    ]
    for bytes in others { #expect(Seal.state(of: bytes) == .foreign) }
  }

  /// A program that saves the file anew either loses the seal or breaks it.
  @Test func savedByAnotherProgramIsNotOurs() throws {
    let pdf = try Scratch(files[0].bytes, "pdf")
    let saved = Scratch.path("pdf")
    defer { try? FileManager.default.removeItem(atPath: saved) }
    _ = try Tool.run("qpdf", pdf.path, saved)
    #expect(Seal.state(of: Array(try Data(contentsOf: URL(fileURLWithPath: saved)))) == .foreign)
    let svg = try Scratch(files[1].bytes, "svg")
    let formatted = try Tool.run("xmllint", "--format", svg.path)
    #expect(Seal.state(of: Array(formatted.utf8)) == .oursButChanged)
  }
}
