import Diagnostics
import Foundation
import Testing

@testable import Studio

/// What `tenken template check` can tell of slots before there is any session.
@Suite struct TemplateCheckTests {
  private let scratch = Scratch()

  /// A page of A4; its first slot stands in line 4.
  private func check(_ slots: String) throws -> [Finding] {
    let svg = """
      <svg xmlns="http://www.w3.org/2000/svg" width="210mm" height="297mm" viewBox="0 0 210 297">
        <rect id="slot-title" x="15" y="10" width="180" height="12"/>
        <rect id="slot-body-1" x="15" y="160" width="180" height="110"/>
      \(slots)
      </svg>
      """
    let folder = scratch / "t\(UUID().uuidString.prefix(6))"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for name in ["first", "inner"] {
      try Data((name == "first" ? svg : svg.replacing(slots, with: "")).utf8)
        .write(to: URL(filePath: "\(folder)/\(name).svg"))
    }
    return try Templates.check(folder).findings
  }

  static let slips: [(slot: String, code: String, column: Int, ja: String, en: String)] = [
    // Lower than a line of 8 points, 3.5 mm.
    (
      "<rect id=\"slot-details\" x=\"15\" y=\"30\" width=\"90\" height=\"3\"/>", "template-small-slot", 13,
      "高さ 4 mm", "4 mm of height"
    ),
    (
      "<rect x=\"15\" y=\"30\" width=\"4\" height=\"9\" id=\"slot-footer\"/>", "template-small-slot", 48, "幅",
      "of width"
    ),
    (
      "<rect id=\"slot-agenda\" x=\"15\" y=\"30\" width=\"180\" height=\"5\"/>", "template-small-slot", 13,
      "高さ", "of height"
    ),
    (
      "<rect id=\"slot-findings\" x=\"15\" y=\"30\" width=\"10\" height=\"60\"/>", "template-small-slot", 13,
      "幅", "of width"
    ),
    (
      "<rect id=\"slot-map-2043\" x=\"15\" y=\"30\" width=\"60\" height=\"12\"/>", "template-small-slot", 13,
      "高さ", "of height"
    ),
    (
      "<rect id=\"slot-contacts\" x=\"15\" y=\"30\" width=\"60\" height=\"6\"/>", "template-small-slot", 13,
      "高さ", "of height"
    ),
    (
      "<rect id=\"slot-volume\" x=\"200\" y=\"30\" width=\"20\" height=\"9\"/>", "template-slot-outside", 13,
      "はみ出し", "beyond"
    ),
    (
      "<rect id=\"slot-volume\" x=\"20\" y=\"30\" width=\"0.1\" height=\"9\"/>", "template-slot-empty", 13,
      "広さ", "no area"
    ),
    (
      "<rect id=\"slot-volume\" x=\"20\" y=\"15\" width=\"20\" height=\"9\"/>", "template-overlap", 13, "2行目",
      "line 2"
    ),
    (
      "<rect id=\"slot-body-2\" x=\"15\" y=\"30\" width=\"60\" height=\"60\"/>", "template-small-slot", 13,
      "60 × 60", "60 × 60"
    ),
    (
      "<rect id=\"slot-bodi-2\" x=\"15\" y=\"30\" width=\"90\" height=\"60\"/>", "template-unknown-slot", 13,
      "slot-body-2", "slot-body-2"
    ),
    ("<text id=\"style-titel\">t</text>", "template-unknown-style", 13, "style-title", "style-title"),
    ("<script>1</script>", "template-script", 3, "script", "script"),
  ]

  @Test(arguments: slips) func aSlotThatCanHoldNothingIsTold(
    _ slip: (slot: String, code: String, column: Int, ja: String, en: String)
  ) throws {
    let findings = try check("  " + slip.slot)
    #expect(findings.map(\.code) == [slip.code])
    let finding = try #require(findings.first)
    #expect(finding.severity == (slip.code == "template-overlap" ? .warning : .error))
    #expect(finding.place?.line == 4 && finding.place?.column == slip.column)
    #expect(finding.place?.file.hasSuffix("first.svg") == true)
    let told = finding.hint.map { finding.message.and($0) } ?? finding.message
    #expect(told.ja.contains(slip.ja) && told.en.contains(slip.en), "\(told)")
  }

  /// What is just large enough for the least is no slip: whether it is for more, only a session can tell.
  @Test func whatHoldsTheLeastIsNoSlip() throws {
    let slots = """
      <rect id="slot-volume" x="15" y="24" width="9" height="4"/>
      <rect id="slot-details" x="30" y="24" width="60" height="4"/>
      <rect id="slot-agenda" x="15" y="30" width="60" height="22"/>
      <rect id="slot-map-2033" x="15" y="55" width="60" height="64"/>
      <rect id="slot-findings" x="100" y="55" width="60" height="22"/>
      <rect id="slot-contacts" x="100" y="80" width="60" height="28"/>
      """
    #expect(try check(slots) == [])
  }

  /// As Inkscape writes it, each attribute on a line of its own: the id is pointed at, not where its element begins.
  @Test func theIdIsPointedAt() throws {
    let finding = try #require(
      try check(
        "  <rect\n     x=\"15\" y=\"30\" width=\"180\"\n     height=\"2\"\n     id=\"slot-details\" />"
      ).first)
    #expect(finding.place?.line == 7 && finding.place?.column == 10 && finding.place?.length == 12)
  }

  /// The least issue is one: else nothing would be told of any slot.
  @Test func theLeastIssueIsASession() throws {
    let template = try #require(try Templates.load("quiet").template)
    try scratch.put(Templates.leastIssue(for: template), into: "least.yaml")
    let result = Checking.check(scratch / "least.yaml")
    #expect(!result.hasErrors, "\(result.findings)")
  }
}
