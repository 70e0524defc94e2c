import Testing

@testable import Studio

/// Nobody prints 30,000 copies of a banner without knowing.
@Suite struct EmptyNewsletterTests {
  private let scratch = Scratch()

  @Test(arguments: [
    ("timetable: {runs: [9:00], items: [5 あいさつ]}", true), ("volume: vol.1", true),
    ("sections: [{title: 話, text: 歩いた}]", false),
  ])
  func anIssueOfNothingIsTold(_ more: String, _ isTold: Bool) throws {
    try scratch.put("tenken: 1\ntitle: 会\ndate: 2023-02-07\n\(more)\n", into: "w.yaml")
    let checked = try #require(Checking.check(scratch / "w.yaml").checked)
    let written = try NewsletterPublishing().write(checked, into: scratch / "out")
    #expect(written.findings.contains { $0.code == "empty-newsletter" } == isTold)
  }
}
