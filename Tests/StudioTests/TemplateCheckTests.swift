import CairoBackend
import Diagnostics
import Foundation
import Layout
import Picture
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
    // Called as slots and styles are, but for capitals and signs.
    (
      "<rect id=\"Slot-Volume\" x=\"15\" y=\"30\" width=\"90\" height=\"9\"/>", "template-unknown-slot", 13,
      "「slot-volume」のことでしょうか", "Did you mean ‘slot-volume’?"
    ),
    (
      "<rect id=\"slot_body_2\" x=\"15\" y=\"30\" width=\"90\" height=\"60\"/>", "template-unknown-slot", 13,
      "「slot-body-2」のことでしょうか", "Did you mean ‘slot-body-2’?"
    ),
    (
      "<rect id=\"slot-MAP_2043\" x=\"15\" y=\"30\" width=\"90\" height=\"60\"/>", "template-unknown-slot",
      13,
      "「slot-map-2043」のことでしょうか", "Did you mean ‘slot-map-2043’?"
    ),
    (
      "<text id=\"Style_Text\">t</text>", "template-unknown-style", 13, "「style-text」のことでしょうか",
      "Did you mean ‘style-text’?"
    ),
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

  /// Ids as older versions of Illustrator write them: each sign by its number, and a number behind what stands twice.
  @Test func idsOfIllustrator() throws {
    let svg = """
      <svg xmlns="http://www.w3.org/2000/svg" width="210mm" height="297mm" viewBox="0 0 210 297">
        <rect id="slot_x2D_title" x="15" y="10" width="180" height="12"/>
        <rect id="slot_x2D_body_x2D_1_2_" x="15" y="160" width="180" height="110" fill="#123456"/>
        <text id="style_x2D_text" font-size="4">t</text>
        <rect id="with_x2D_volume" width="5" height="5"/>
        <rect id="old_x2D_ground" width="5" height="5"/>
      </svg>
      """
    let reader = TemplateReader(bytes: Array(svg.utf8), file: "f.svg", artwork: "f")
    let page = try #require(reader.page)
    #expect(page.slots.keys.sorted() == ["body-1", "title"])
    #expect(abs((page.slots["body-1"]?.height.mm ?? 0) - 110) < 0.1)
    #expect(page.styles["text"]?.size != nil && page.places["slot-title"]?.line == 2)
    func hidden(_ names: Set<String>) throws -> String {
      let text = String(decoding: reader.drawing(without: names), as: UTF8.self)
      return String(try #require(text.firstMatch(of: /<style>(.*?)<\/style>/)).output.1)
    }
    let usual = try hidden([])
    for id in ["slot_x2D_title", "slot_x2D_body_x2D_1_2_", "style_x2D_text"] {
      #expect(usual.contains("[id=\"\(id)\"]"))
    }
    #expect(!usual.contains("with_x2D_volume") && !usual.contains("old"))
    #expect(try hidden(["volume"]).contains("[id=\"with_x2D_volume\"]"))
  }

  /// What looks like a slot that does not exist is a part of the drawing; the slot that is meant is not missed too.
  @Test func idsThatOnlyLookLikeSlots() throws {
    #expect(try check("  <rect id=\"slot_machine\" width=\"5\" height=\"5\"/>") == [])
    let svg =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"210mm\" height=\"297mm\"><rect id=\"slot_title\" width=\"5\" height=\"5\"/><rect id=\"Slot-Body-1\" width=\"5\" height=\"5\"/></svg>"
    let page = try #require(TemplateReader(bytes: Array(svg.utf8), file: "f", artwork: "f").page)
    let told = SlotNames.findings(page, file: "f", isFirst: true)
    #expect(told.map(\.code) == ["template-unknown-slot", "template-unknown-slot"])
  }

  /// A sheet whose points are written as pixels: it is drawn at three quarters of its size.
  @Test(arguments: [
    ("width=\"595.28px\" height=\"841.89px\"", "A4", "157.5 × 222.8 mm", "210mm"),
    ("width=\"595\" height=\"842\"", "A4", "157.4 × 222.8 mm", "210mm"),
    ("width=\"1190.55px\" height=\"841.89px\"", "A3", "315 × 222.8 mm", "420mm"),
    ("width=\"419.53px\" height=\"595.28px\"", "A5", "111 × 157.5 mm", "148mm"),
    ("width=\"728.5px\" height=\"1031.81px\"", "B4", "192.7 × 273 mm", "257mm"),
    ("width=\"515.91px\" height=\"728.5px\"", "B5", "136.5 × 192.7 mm", "182mm"),
  ]) func pointsWrittenAsPixels(_ size: String, _ sheet: String, _ drawn: String, _ width: String) throws {
    func findings(_ size: String) -> [Finding] {
      let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"\n  \(size)></svg>"
      return TemplateReader(bytes: Array(svg.utf8), file: "f.svg", artwork: "f").findings
    }
    let finding = try #require(findings(size).first)
    #expect(finding.code == "template-size-in-pixels" && finding.severity == .warning)
    #expect(finding.place?.line == 2 && finding.place?.column == 10)
    #expect(finding.message.en.contains(sheet) && finding.message.en.contains(drawn), "\(finding.message)")
    #expect(finding.message.ja.contains(sheet) && finding.message.ja.contains(drawn))
    #expect(finding.hint?.en.contains("pt\"") == true && finding.hint?.ja.contains(width) == true)
    // The same in points, and sheets that are right in pixels.
    #expect(
      findings(size.replacing("px", with: "pt").replacing(/"([0-9]+)"/) { "\"\($0.output.1)pt\"" }) == [])
    #expect(findings("width=\"793.7\" height=\"1122.52\"") == [])
    #expect(findings("width=\"559.37px\" height=\"793.7px\"") == [])
  }

  /// Every way in which a drawing may reach out of its file, plainly or behind escapes; each stands in line 4.
  @Test(arguments: [
    "<rect style=\"fill:u\\72l(other.svg#g)\"/>", "<rect fill=\"&#117;rl(other.svg#g)\"/>",
    "<rect fill=\"&#x75;rl(other.svg#g)\"/>", "<style>@\\69mport \"x.css\";</style>",
    "<style>.a { background: image-set('x.png' 1x) }</style>",
    "<image href=\"&#104;ttp://x.example/a.png\"/>",
    "<image><set attributeName=\"href\" to=\"http://x.example/a.png\"/></image>",
    "<image><animate attributeName=\"xlink:href\" values=\"#a;b.png\"/></image>",
    "<image href=\"data:image/svg+xml,%3Csvg%3E%3Cimage href='http://x.example/a.png'/%3E%3C/svg%3E\"/>",
    "<image href=\"DATA:image/svg+xml;base64,PHN2Zz48aW1hZ2UgaHJlZj0nYS5wbmcnLz48L3N2Zz4=\"/>",
  ]) func nothingReachesOutOfItsFile(_ inside: String) throws {
    let findings = try check("  " + inside)
    #expect(findings.first?.code == "template-reference", "\(findings)")
    #expect(findings.first?.place?.line == 4 && findings.first?.place.map { $0.column >= 3 } == true)
  }

  /// A document type may name a file too; that of SVG itself, which programs write, is none that anybody fetches.
  @Test func documentTypes() throws {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"210mm\" height=\"297mm\"/>"
    func codes(_ type: String) -> [String] {
      TemplateReader(bytes: Array((type + "\n" + svg).utf8), file: "f.svg", artwork: "f").findings.map(\.code)
    }
    let usual =
      "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">"
    #expect(codes(usual) == [] && codes("<!DOCTYPE svg>") == [])
    #expect(codes("<!DOCTYPE svg SYSTEM \"http://x.example/a.dtd\">") == ["template-reference"])
    #expect(codes("<!DOCTYPE svg PUBLIC \"a\" \"a.dtd\">") == ["template-reference"])
  }

  /// The size of a style: as written, in its groups, a hair off, and too small.
  @Test(arguments: [
    ("<text id=\"style-footer\" font-size=\"2.82\">t</text>", 8.0, [String]()),
    ("<g transform=\"scale(2)\"><text id=\"style-footer\" font-size=\"2.5\">t</text></g>", 14.15, []),
    (
      "<g transform=\"matrix(0,2,-2,0,5,5)\"><text id=\"style-footer\" transform=\"translate(3) scale(.5)\" font-size=\"4\">t</text></g>",
      11.35, []
    ),
    ("<text id=\"style-footer\" font-size=\"2\">t</text>", 5.65, ["template-small-type"]),
    // Pale words, and a ground on which words are hard to read.
    ("<text id=\"style-text\" font-size=\"4\" fill=\"#cccccc\">t</text>", 11.35, ["template-faint"]),
    ("<text id=\"style-actions\" font-size=\"4\" fill=\"#555555\">t</text>", 11.35, ["template-faint"]),
  ]) func sizesAndColoursOfStyles(_ style: String, _ size: Double, _ codes: [String]) throws {
    let svg =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"210mm\" height=\"297mm\" viewBox=\"0 0 210 297\">"
    let page = TemplateReader(bytes: Array((svg + style + "</svg>").utf8), file: "f", artwork: "f").page
    let look = try #require(page?.styles.values.first)
    #expect(abs((look.size?.points ?? 0) - size) < 0.01, "\(String(describing: look.size?.points))")
    let findings = try check("  " + style)
    #expect(findings.map(\.code) == codes)
    #expect(findings.allSatisfy { $0.severity == .warning && $0.place?.line == 4 })
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
