import Diagnostics
import Foundation
import Testing

@testable import SessionFile

@Suite struct SamplesTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static let samples: [URL] =
    ((try? FileManager.default.contentsOfDirectory(
      at: root.appending(path: "samples"), includingPropertiesForKeys: nil)) ?? [])
    .filter { $0.pathExtension == "yaml" }.sorted { $0.path < $1.path }

  @Test func thereAreSamples() {
    #expect(Self.samples.count >= 5)
  }

  /// What stands in samples/ is an example to learn from: nothing in it is worth a warning.
  @Test(arguments: samples) func isReadWithoutWarnings(_ sample: URL) throws {
    let result = SessionReader.read(
      bytes: Array(try Data(contentsOf: sample)), file: sample.lastPathComponent)
    #expect(result.session != nil)
    for finding in result.findings where finding.severity > .note {
      Issue.record(
        "\(sample.lastPathComponent):\(finding.place?.line ?? 0):\(finding.place?.column ?? 0) \(finding.severity) \(finding.code): \(finding.message.ja) / \(finding.message.en) → \(finding.hint?.ja ?? "")"
      )
    }
  }
}
