import Diagnostics
import Foundation
import Testing

@testable import City

/// The seeds of the fuzz target over rosters (`FUZZ_TARGET=roster make fuzz`), and what it found: each ends in a roster or an
/// error, in whatever pieces it comes in.
@Suite struct SeedsTests {
  static let seeds: [URL] =
    ((try? FileManager.default.contentsOfDirectory(
      at: URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fuzz/seeds-roster"), includingPropertiesForKeys: nil)) ?? [])
    .sorted { $0.path < $1.path }

  private func read(_ bytes: [UInt8], piece: Int) -> (people: Int?, findings: [Finding]) {
    var findings: [Finding] = []
    var reader = RosterReader(file: "f", baseYear: 2023, onBadLine: .skip) { findings.append($0) }
    do throws(RosterReader.Stopped) {
      for start in stride(from: 0, to: bytes.count, by: piece) {
        let part = Array(bytes[start..<min(start + piece, bytes.count)])
        try part.withUnsafeBufferPointer { (part) throws(RosterReader.Stopped) in try reader.read(part) }
      }
      return (try reader.finish().peopleCount, findings)
    } catch {
      return (nil, findings)
    }
  }

  @Test func endInARosterOrAnError() throws {
    #expect(Self.seeds.count >= 3)
    for seed in Self.seeds {
      // The first byte says how the target reads the rest.
      let bytes = Array(try Data(contentsOf: seed).dropFirst())
      let whole = read(bytes, piece: max(1, bytes.count))
      #expect(
        whole.people != nil || whole.findings.contains { $0.severity == .error }, "\(seed.lastPathComponent)")
      for piece in [1, 7, 64] {
        let again = read(bytes, piece: piece)
        #expect(
          again.people == whole.people && again.findings == whole.findings,
          "\(seed.lastPathComponent), \(piece)")
      }
    }
  }
}
