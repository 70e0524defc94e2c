import CairoBackend
import Diagnostics
import Foundation
import Picture
import Testing

@testable import Studio

/// Templates that are right, and every way in which they can be wrong.
@Suite struct TemplateTests {
  private let scratch = Scratch()

  private func page(
    _ inside: String, size: String = "width=\"210mm\" height=\"297mm\" viewBox=\"0 0 210 297\""
  ) -> String {
    "<svg xmlns=\"http://www.w3.org/2000/svg\" \(size)>\(inside)</svg>"
  }

  private let title = "<rect id=\"slot-title\" x=\"15\" y=\"10\" width=\"180\" height=\"12\"/>"
  private let body = "<rect id=\"slot-body-1\" x=\"15\" y=\"40\" width=\"180\" height=\"230\"/>"

  private func load(_ first: String) throws -> LoadedTemplate {
    let folder = scratch / "t\(UUID().uuidString.prefix(6))"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(first.utf8).write(to: URL(filePath: folder + "/first.svg"))
    try Data(page(body).utf8).write(to: URL(filePath: folder + "/inner.svg"))
    return try Templates.load(folder)
  }

  /// What a style sheet says is no markup, and one that never ends is gone through once.
  @Test func styleSheetsThatAreNeverClosed() {
    let open = page(String(repeating: "<style>", count: 100_000))
    let started = ContinuousClock.now
    let reader = TemplateReader(bytes: Array(open.utf8), file: "first.svg", artwork: "first")
    #expect(reader.page == nil)
    #expect(ContinuousClock.now - started < .seconds(10))
    let sheet = page(title + "<style>a > b { content: '<script/>' }</style>")
    #expect(
      !TemplateReader(bytes: Array(sheet.utf8), file: "f", artwork: "f").findings.contains {
        $0.code == "template-script"
      })
  }

  @Test func thoseThatComeWithTenkenAreRight() throws {
    #expect(try Templates.names() == ["mono", "quiet", "wide"])
    for name in try Templates.names() {
      let loaded = try Templates.load(name)
      #expect(loaded.findings == [])
      #expect(loaded.title.contains("／"))
      #expect(loaded.template?.first.ink == ["mono": .one, "quiet": .two, "wide": .full][name])
    }
  }

  @Test func slotsAreFoundWhereTheyAreDrawnWhateverTheUnits() throws {
    let millimetres = try #require(try load(page(title + body)).template).first
    #expect(abs((millimetres.slots["body-1"]?.minX.mm ?? 0) - 15) < 0.1)
    #expect(abs((millimetres.slots["body-1"]?.height.mm ?? 0) - 230) < 0.1)
    // Moved by a group, as Inkscape does; and in points, as Illustrator writes them.
    let moved = try #require(try load(page("<g transform=\"translate(5,0)\">\(title)</g>" + body)).template)
      .first
    #expect(abs((moved.slots["title"]?.minX.mm ?? 0) - 20) < 0.1)
    let points = "width=\"595.28pt\" height=\"841.89pt\" viewBox=\"0 0 595.28 841.89\""
    let scaled = try #require(
      try load(page("<g transform=\"scale(2.834646)\">\(title)\(body)</g>", size: points)).template
    ).first
    #expect(abs((scaled.slots["body-1"]?.minX.mm ?? 0) - 15) < 0.1)
    let pixels = "width=\"793.7\" height=\"1122.5\" viewBox=\"0 0 793.7 1122.5\""
    let web = try #require(
      try load(page("<g transform=\"scale(3.7795)\">\(title)\(body)</g>", size: pixels)).template
    ).first
    #expect(abs(web.size.width.mm - 210) < 0.1)
    #expect(abs((web.slots["body-1"]?.minX.mm ?? 0) - 15) < 0.1)
  }

  /// A sample as Inkscape or Illustrator writes it, and the look it asks for: size in points, colour, weight.
  static let looks: [(String, Double, UInt32, Bool)] = [
    ("<text ID font-size=\"7\" fill=\"#112233\"><tspan>t</tspan></text>", 7, 0x112233, false),
    (
      "<text ID style=\"font-size:7px;fill:#112233\"><tspan x=\"4\" style=\"font-size:5px;fill:#abcdef;font-weight:bold\">t</tspan></text>",
      5, 0xABCDEF, true
    ),
    (
      "<text ID font-size=\"7\" fill=\"#112233\"><tspan font-weight=\"700\"><tspan fill=\"#445566\">t</tspan></tspan></text>",
      7, 0x445566, true
    ),
    // The first words count, not what comes after them.
    (
      "<text ID font-size=\"7\"><tspan fill=\"#445566\">t</tspan><tspan fill=\"#778899\">u</tspan></text>", 7,
      0x445566, false
    ),
    (
      "<style>.st0{fill:#C24D33;} .st1, .st2{font-size:6px;font-weight:bold}</style><text ID class=\"st0 st1\">t</text>",
      6, 0xC24D33, true
    ),
    ("<text ID font-size=\"7\" fill=\"rgb(17, 34, 51)\">t</text><rect fill=\"#fff\"/>", 7, 0x112233, false),
  ]

  @Test(arguments: looks)
  func aLookIsReadFromWhereItIsWritten(_ text: String, _ size: Double, _ color: UInt32, _ isBold: Bool) throws
  {
    let style = text.replacingOccurrences(of: "ID", with: "id=\"style-title\"")
    let look = try #require(try load(page(title + body + style)).template).first.styles["title"]
    #expect(abs((look?.size?.mm ?? 0) - size) < 0.01)
    #expect(look?.color == Color(color))
    #expect(look?.isBold == isBold)
  }

  @Test func stylesAreRead() throws {
    let style =
      "<text id=\"style-title\" font-size=\"7\" style=\"fill:#fff;font-weight:700\" text-anchor=\"middle\">t</text>"
    let look = try #require(try load(page(title + body + style)).template).first.styles["title"]
    #expect(abs((look?.size?.mm ?? 0) - 7) < 0.01)
    #expect(look?.isBold == true && look?.alignment == .center && look?.color?.red == 255)
  }

  @Test(arguments: [
    ("@BODY", "template-missing-slot", "slot-title"),
    ("@TITLE", "template-missing-slot", "slot-body-1"),
    ("@TITLE@BODY<rect id=\"slot-titel\" width=\"50\" height=\"9\"/>", "template-unknown-slot", "slot-titel"),
    ("@TITLE@BODY<text id=\"style-titel\">t</text>", "template-unknown-style", "style-titel"),
    ("@TITLE@BODY@BODY", "template-slot-twice", "slot-body-1"),
    ("@TITLE<rect id=\"slot-body-1\" width=\"60\" height=\"20\"/>", "template-small-slot", "60"),
    (
      "@TITLE<rect id=\"slot-body-1\" x=\"100\" width=\"180\" height=\"200\"/>", "template-slot-outside",
      "slot-body-1"
    ),
    ("@TITLE@BODY<rect id=\"slot-agenda\" width=\"0\" height=\"9\"/>", "template-slot-empty", "slot-agenda"),
    ("@TITLE@BODY<image href=\"logo.png\" width=\"9\" height=\"9\"/>", "template-reference", "logo.png"),
    (
      "@TITLE@BODY<image href=\"http://x.example/a.png\" width=\"9\" height=\"9\"/>", "template-reference",
      "x.example"
    ),
    (
      "@TITLE@BODY<rect fill=\"url(other.svg#a)\" width=\"9\" height=\"9\"/>", "template-reference",
      "other.svg"
    ),
    ("@TITLE@BODY<style>@import 'a.css';</style>", "template-reference", "@import"),
    ("@TITLE@BODY<script>1</script>", "template-script", "script"),
    // A header of 12,000 by 12,000 dots: 45 seconds and half a gigabyte where it is drawn.
    (
      "@TITLE@BODY<image href=\"data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAALuAAAC7gCAIAAADeJxum\" width=\"9\" height=\"9\"/>",
      "template-picture-too-large", "12000"
    ),
    (
      "@TITLE@BODY<defs><g id=\"a\">@USE0</g><g id=\"b\">@USEa</g><g id=\"c\">@USEb</g></defs><use href=\"#c\"/>",
      "template-too-intricate", "first.svg"
    ),
  ])
  func slips(_ inside: String, _ code: String, _ named: String) throws {
    let loaded = try load(
      page(
        inside.replacingOccurrences(of: "@TITLE", with: title).replacingOccurrences(of: "@BODY", with: body)
          .replacing(/@USE(.)/) { String(repeating: "<use href=\"#\($0.output.1)\"/>", count: 100) }))
    #expect(loaded.template == nil)
    let finding = try #require(loaded.findings.first { $0.code == code }, "\(loaded.findings)")
    #expect(finding.severity == .error)
    #expect(finding.message.ja.contains(named) && finding.message.en.contains(named))
  }

  @Test func otherFilesAreNoTemplates() throws {
    #expect(try load("hello").findings.map(\.code) == ["template-not-svg"])
    #expect(try load(page(title + body, size: "")).findings.map(\.code) == ["template-size"])
    #expect(try load(page(title + body + "<g>")).findings.map(\.code) == ["template-broken"])
    let entities = "<!DOCTYPE svg [<!ENTITY a SYSTEM \"/etc/passwd\">]>" + page(title + body)
    #expect(try load(entities).findings.map(\.code) == ["template-entities"])
    #expect {
      try Templates.load("nothing")
    } throws: { ($0 as? Trouble)?.findings.map(\.code) == ["no-such-template"] }
  }

  /// As Inkscape writes it: in pixels, in its own namespaces, the slots in moved groups, words in tspans.
  @Test func aTemplateThatInkscapeSavedIsATemplate() throws {
    let folder = scratch / "inkscape"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let saved = """
      <?xml version="1.0" encoding="UTF-8" standalone="no"?>
      <!-- Created with Inkscape (http://www.inkscape.org/) -->
      <svg width="793.70079" height="1122.5197" viewBox="0 0 210 297" version="1.1" inkscape:version="1.2.2"
        xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" xmlns="http://www.w3.org/2000/svg"
        xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" xmlns:xlink="http://www.w3.org/1999/xlink">
      <sodipodi:namedview id="n" pagecolor="#ffffff" inkscape:document-units="mm"/>
      <defs><linearGradient id="a"><stop offset="0" style="stop-color:#0a5c6b"/></linearGradient>
      <linearGradient id="b" xlink:href="#a" x1="0" x2="210" gradientUnits="userSpaceOnUse"/></defs>
      <g inkscape:label="Layer 1" inkscape:groupmode="layer" transform="translate(-10,5)">
      <path style="fill:url(#b)" d="M 6,-9 H 224 V 30 Z"/>
      <text style="font-weight:bold;font-size:9px;font-family:'Noto Serif CJK JP';fill:#123456" x="4" y="-6"
        id="style-title"><tspan sodipodi:role="line">見出し</tspan></text>
      <g transform="matrix(1,0,0,1,10,-5)"><rect style="opacity:0.5" id="slot-title" width="150" height="14" x="15" y="6" ry="1"/>
      <g transform="scale(2)"><rect id="slot-body-1" x="7.5" y="22" width="43" height="115"/></g></g></g></svg>
      """
    try Data(saved.utf8).write(to: URL(filePath: folder + "/first.svg"))
    #expect(try Templates.load(folder).findings.map(\.code) == ["template-missing-page"])
    try Data(page(body).utf8).write(to: URL(filePath: folder + "/inner.svg"))
    let loaded = try Templates.load(folder)
    #expect(loaded.findings == [])
    let first = try #require(loaded.template).first
    #expect(first.styles["title"]?.color == Color(0x123456))
    let slot = try #require(first.bodies.first)
    #expect(abs(slot.minX.mm - 15) < 0.1 && abs(slot.width.mm - 86) < 0.1 && abs(slot.minY.mm - 44) < 0.1)
  }

  @Test func aSlotTooSmallForItsContentIsTold() throws {
    let agenda = "<rect id=\"slot-agenda\" x=\"15\" y=\"24\" width=\"180\" height=\"8\"/>"
    let folder = scratch / "small"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(page(title + body + agenda).utf8).write(to: URL(filePath: folder + "/first.svg"))
    try Data(page(body).utf8).write(to: URL(filePath: folder + "/inner.svg"))
    try scratch.put("tenken: 1\ntitle: 名\nagenda: [一, 二, 三, 四, 五, 六]\n", into: "w.yaml")
    let session = try #require(Checking.check(scratch / "w.yaml").checked)
    #expect {
      try NewsletterPublishing(template: folder).write(session, into: scratch / "out")
    } throws: { error in
      let findings = (error as? Trouble)?.findings ?? []
      return findings.map(\.code) == ["template-slot-too-small"]
        && findings[0].message.ja.contains("slot-agenda")
    }
  }

  @Test func aCopyIsAStartAndNeverOverwritesAnything() throws {
    let files = try Templates.copy("quiet", to: scratch / "ours")
    #expect(files.map { ($0 as NSString).lastPathComponent } == ["first.svg", "inner.svg"])
    #expect(try Templates.load(scratch / "ours").findings == [])
    #expect(throws: Trouble.self) { try Templates.copy("mono", to: scratch / "ours") }
  }
}
