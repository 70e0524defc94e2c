import Foundation
import Testing

@testable import CairoBackend
@testable import Studio

/// `--ground transparent`: nothing stands under a graphic, in any kind of file.
@Suite struct TransparentGroundTests {
  private let scratch = Scratch()

  private func export(_ isTransparent: Bool) throws -> String {
    let sample = Repository.root.appending(path: "samples/newsletter.yaml").path
    let checked = try #require(Checking.check(sample).checked)
    let folder = scratch / (isTransparent ? "clear" : "white")
    // One of each kind: a map, a series, words on a tinted ground, bars, a table, portraits, a code.
    let ids = [
      "map-B-2033", "series-A", "figures-B", "talk-A", "persona-1", "tally-1", "participants", "timetable",
      "contacts", "programme", "section-1", "vote-1",
    ]
    _ = try Exporting(ids: ids, size: .slide, dpi: 20, isTransparent: isTransparent)
      .write(checked, into: folder)
    return folder
  }

  private func files(_ folder: String, _ ending: String) throws -> [String] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    return names.filter { $0.hasSuffix(ending) }.map { folder + "/" + $0 }
  }

  /// The opacity of the four corners of a PNG, 0 to 255; all opaque where it has none.
  private func corners(_ path: String) throws -> [UInt8] {
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
    func number(_ at: Int) -> Int { bytes[at..<at + 4].reduce(0) { $0 << 8 | Int($1) } }
    let (width, height, kind) = (number(16), number(20), bytes[25])
    guard kind == 6 else { return [255] }
    var packed: [UInt8] = []
    var at = 8
    while at + 12 <= bytes.count {
      if bytes[at + 4..<at + 8].elementsEqual("IDAT".utf8) { packed += bytes[at + 8..<at + 8 + number(at)] }
      at += 12 + number(at)
    }
    let raw = try Inflation.unpacked(packed[...])
    let stride = width * 4
    var before = [UInt8](repeating: 0, count: stride)
    var opacity: [UInt8] = []
    for row in 0..<height {
      let start = row * (stride + 1)
      var line = Array(raw[start + 1..<start + 1 + stride])
      for index in line.indices {
        let (a, b) = (index < 4 ? 0 : Int(line[index - 4]), Int(before[index]))
        let c = index < 4 ? 0 : Int(before[index - 4])
        let (pa, pb, pc) = (abs(b - c), abs(a - c), abs(a + b - 2 * c))
        let paeth = pa <= pb && pa <= pc ? a : pb <= pc ? b : c
        let more = [0, a, b, (a + b) / 2, paeth][Int(raw[start])]
        line[index] = line[index] &+ UInt8(more)
      }
      if row == 0 || row == height - 1 { opacity += [line[3], line[stride - 1]] }
      before = line
    }
    return opacity
  }

  @Test func nothingIsUnderAGraphic() throws {
    let (clear, white) = (try export(true), try export(false))
    let pictures = try files(clear, ".png")
    #expect(pictures.count == 12)
    for file in pictures { #expect(try corners(file) == [0, 0, 0, 0], "\(file)") }
    for file in try files(white, ".png") { #expect(try Set(corners(file)) == [255], "\(file)") }
    func hasGround(_ file: String) throws -> Bool {
      let text = try String(contentsOfFile: file, encoding: .utf8)
      let size = try #require(text.firstMatch(of: /viewBox="0 0 ([0-9.]+) ([0-9.]+)"/))
      return text.contains("<rect width=\"100%\"")
        || text.contains("M0 0H\(size.output.1)V\(size.output.2)")
        || text.contains("width=\"\(size.output.1)\" height=\"\(size.output.2)\" fill")
    }
    for file in try files(clear, ".svg") { #expect(try !hasGround(file), "\(file)") }
    for file in try files(white, ".svg") { #expect(try hasGround(file), "\(file)") }
    for (folder, isClear) in [(clear, true), (white, false)] {
      for file in try files(folder, ".pdf") {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
          "pdftocairo", "-png", "-transp", "-singlefile", "-r", "20", file, scratch / "page",
        ]
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        let opacity = try corners(scratch / "page.png")
        // At the edge of a page a dot may be covered in part.
        #expect(isClear ? opacity == [0, 0, 0, 0] : opacity.first == 255, "\(file) \(opacity)")
      }
    }
  }
}
