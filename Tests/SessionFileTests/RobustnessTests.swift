import Diagnostics
import Foundation
import Testing
import Workshop

@testable import SessionFile

/// Whatever the bytes, reading ends with a result that keeps its promises. The fuzz target (`make fuzz`) asks the same of
/// millions of inputs; here are its seeds, what it found, and a few thousand slips of the finger.
@Suite struct RobustnessTests {
  static let seeds: [URL] =
    ((try? FileManager.default.contentsOfDirectory(
      at: SamplesTests.root.appending(path: "Tests/Fuzz/seeds"), includingPropertiesForKeys: nil)) ?? [])
    .sorted { $0.path < $1.path }

  static func expectPromises(_ bytes: [UInt8], _ what: @autoclosure () -> String) {
    let result = SessionReader.read(bytes: bytes, file: "f")
    guard (result.session == nil) == result.hasErrors else {
      Issue.record("a session exactly where there is no error: \(what())")
      return
    }
    var last = (0, 0)
    for finding in result.findings {
      guard let place = finding.place else { continue }
      let isInside =
        place.line >= 1 && place.column >= 1 && place.length >= 0
        && place.line <= result.source?.lineCount ?? 1
      if !isInside || (place.line, place.column) < last { Issue.record("\(finding) in \(what())") }
      last = (place.line, place.column)
    }
  }

  @Test func readsTheSeedsOfTheFuzzer() throws {
    #expect(Self.seeds.count >= 15)
    for seed in Self.seeds { Self.expectPromises(Array(try Data(contentsOf: seed)), seed.lastPathComponent) }
  }

  /// A file cut off anywhere, as by a full disk.
  @Test func readsEveryBeginningOfAFile() {
    let bytes = Array(
      ShorthandTests.file(houses: "b1: [○78 農業, \"△75\", ○48 他出 大阪]\n      b2: {at: [1, 2]}").utf8)
    for count in bytes.indices { Self.expectPromises(Array(bytes.prefix(count)), "the first \(count) bytes") }
  }

  /// Bytes dropped, doubled and changed, the same ones on every run.
  @Test func readsSlipsOfTheFinger() {
    var state: UInt64 = 20_230_207
    func next(_ bound: Int) -> Int {
      // Knuth's MMIX generator; its high bits are good enough here.
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let example = Array(SessionReaderTests.example.utf8)
    let signs = Array("[]{}:,-\"'#&*!|>?%@` \t\n○△？_".utf8)
    for round in 0..<150 {
      var bytes = example
      for _ in 0...next(3) {
        let index = next(bytes.count)
        switch next(4) {
        case 0: bytes.remove(at: index)
        case 1: bytes.insert(bytes[index], at: index)
        case 2: bytes[index] = signs[next(signs.count)]
        default: bytes[index] = UInt8(next(256))
        }
      }
      Self.expectPromises(bytes, "round \(round): \(String(decoding: bytes, as: UTF8.self))")
    }
  }
}

/// What the pages say can be typed can be typed.
@Suite struct PageTests {
  static func blocks(_ name: String) throws -> [String] {
    let page = try String(contentsOf: SamplesTests.root.appending(path: "docs/\(name)"), encoding: .utf8)
    return page.matches(of: /```yaml\n((?:.|\n)*?)```/).map { String($0.output.1) }
  }

  /// Each example, set into a file where it is only a piece of one.
  @Test(arguments: ["session-file.md", "session-file.en.md"]) func examplesAreRead(_ name: String) throws {
    let blocks = try Self.blocks(name)
    #expect(blocks.count >= 6)
    for block in blocks {
      var text = block
      let first = block.prefix { $0 != ":" && $0 != "\n" }
      if first.hasPrefix("- ") {
        text = ShorthandTests.file(
          houses: "b1:\n" + block.split(separator: "\n").map { "        " + $0 }.joined(separator: "\n"))
      } else if first == "houses" || first == "家" {
        text = ShorthandTests.file(
          houses: block.split(separator: "\n").dropFirst().map { "    " + $0 }.joined(separator: "\n").trimmed
        )
      } else if first != "tenken" {
        let houses =
          "b1: [○58, △55, ○28 他出]\n      b2: [○55, △52, ○19]\n      b3: 空き家\n      b4: [○61, ○30 他出]"
        text = ShorthandTests.file(houses: houses) + block
      }
      let result = SessionReader.read(bytes: Array(text.utf8), file: name)
      #expect(result.session != nil, "\(result.findings.filter { $0.severity == .error })\n\(text)")
      // Residents spelled out stand in the pages as three ways of writing one, not as a household.
      if first.hasPrefix("- ") { continue }
      let warnings = result.findings.filter { $0.severity == .warning && $0.code != "no-actions" }
      #expect(warnings == [], "\(text)")
    }
  }
}
