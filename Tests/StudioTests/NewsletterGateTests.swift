import Diagnostics
import Foundation
import Testing

@testable import Studio

/// Names that came into what everybody reads.
@Suite struct NewsletterGateTests {
  private let bench = NewsletterBench()

  @Test func aNameInAnArticleStopsTheNewsletter() throws {
    let name = "猪熊"
    let text =
      "tenken: 1\ntitle: 名\ndate: 2023-02-07\nsections: [{title: 話, text: \(name)さんの家の話をしました。}]\n"
      + "maps: [{id: A, title: 村, houses: {a1: {name: \(name), people: [○70, △68]}}, actions: [集まる], findings: [少ない]}]\n"
    let session = try bench.checked(text)
    #expect {
      try NewsletterPublishing().write(session, into: bench.scratch / "out")
    } throws: { error in
      guard let trouble = error as? Trouble else { return false }
      return !trouble.findings.isEmpty && trouble.findings.contains { $0.message.ja.contains(name) }
    }
    #expect(!FileManager.default.fileExists(atPath: bench.scratch / "out"))
    let harmless = try bench.checked(text.replacing("\(name)さんの家", with: "ある家"))
    _ = try NewsletterPublishing().write(harmless, into: bench.scratch / "out")
  }

  /// The same word stands where the house is described, and that is not the line to be changed.
  @Test func aNameIsToldWhereItWasWrittenForEverybody() throws {
    let name = "猪熊"
    for (line, extra) in [
      (3, "personas: [{title: 人, access: \(name)}]\n"),
      (3, "personas: [{title: [猪, 熊の人]}]\n"),
      (3, "participants: {departments: {\(name): 9}}\n"),
      (5, ""), (7, "EARLIER"),
    ] {
      let finding = line == 5 ? name : "少ない"
      let map =
        "maps:\n  - {id: A, title: 村, findings: [\(finding)], actions: [集まる],\n"
        + "     houses: {a1: {name: \(name), people: [○70, △68]}}}\n"
      let text =
        "tenken: 1\ntitle: 名\n"
        + (line == 3 ? extra + "date: 2023-02-07\n" + map : "date: 2023-02-07\n" + map)
        + (line == 7 ? "tallies: [{title: 話, counts: {\(name): 3}}]\n" : "")
      let session = try bench.checked(text)
      #expect {
        try NewsletterPublishing().write(session, into: bench.scratch / "out")
      } throws: { error in
        (error as? Trouble)?.findings.map { $0.place?.line } == [line]
      }
    }
  }
}
