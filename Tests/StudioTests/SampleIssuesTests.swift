import Diagnostics
import Foundation
import Picture
import Testing
import Workshop

@testable import Studio

/// What the samples become, as whole commands make it.
@Suite struct SampleIssuesTests {
  private let scratch = Scratch()

  private func sample(_ name: String) throws -> CheckedSession {
    try #require(Checking.check(Repository.root.appending(path: "samples/\(name).yaml").path).checked)
  }

  /// Nothing in any sample is taken for something private that is not.
  @Test(arguments: try ReadSample.names()) func everySamplePassesTheGate(_ name: String) throws {
    let checked = try sample(name)
    let out = scratch / "out"
    #expect(throws: Never.self) { try NewsletterPublishing().write(checked, into: out) }
    #expect(throws: Never.self) { try Kit(overwrites: true).write(checked, language: .ja, into: out) }
    if !checked.session.publication.personas.isEmpty {
      #expect(throws: Never.self) { try PersonaSheets(formats: [.pdf]).write(checked, into: out) }
    }
    let rendered = try Publishing(
      request: RenderRequest(formats: [.pdf]), destination: .folder(scratch / "maps")
    ).publish([checked])
    #expect(rendered.flatMap(\.findings).filter { $0.severity == .error } == [])
  }

  /// Nothing small, nothing cut, nothing over anything else, nothing outside its slot, nothing faint in any ink: on
  /// every page of every sample and every template.
  @Test(arguments: LaidSample.templates) func everyPageCanBeRead(_ template: String) throws {
    for laid in try LaidSample.all(template) {
      let name = "\(laid.sample) \(template)"
      #expect(laid.findings == [], "\(name)")
      for (number, page) in laid.pages.enumerated() {
        let place = "\(name) page \(number + 1)"
        #expect(PageFaults(page).all == [], "\(place)")
        let ground = PageGround(page)
        #expect(ground.cut == [], "\(place)")
        for ink in Ink.allCases { #expect(ground.faint(in: ink) == [], "\(place)") }
        let slots = laid.templatePage(number).flatMap(\.slots.values).map { $0.inset(.mm(-0.6), .mm(-0.6)) }
        let astray = ground.words.filter { word in !slots.contains { $0.contains(word.box) } }
        #expect(astray.map(\.text.block.string) == [], "\(place)")
      }
    }
  }

  /// Whatever was written for everybody is printed to its last letter.
  @Test(arguments: LaidSample.templates) func nothingWrittenIsLost(_ template: String) throws {
    for laid in try LaidSample.all(template) {
      func letters(_ text: String) -> String { text.filter { !$0.isWhitespace } }
      let printed = letters(
        laid.pages.flatMap { PageFaults.texts($0.items) }.map(\.text.block.string).joined())
      let publication = laid.session.publication
      var written = [laid.session.title] + publication.agenda
      written += publication.greetings.map(\.name) + publication.articles.map(\.title)
      written += publication.talks.flatMap { $0.findings + $0.actions }.map(\.plain)
      written += laid.session.maps.flatMap { ($0.findings + $0.actions).map(\.plain) + [$0.title] }
      written += publication.votes.flatMap(\.entries).flatMap { [$0.name] + $0.reasons }
      written += publication.tallies.flatMap(\.counts).map(\.name) + publication.waysToMeet.map(\.name)
      written += publication.contacts.flatMap { [$0.name, $0.telephone, $0.place, $0.url].compactMap { $0 } }
      for words in written { #expect(printed.contains(letters(words)), "\(laid.sample) \(template)") }
      // Running text goes on in the next column; between them only what belongs to a page's head and foot may stand.
      for paragraph in (publication.articles.flatMap(\.paragraphs) + publication.greetings.flatMap(\.words)) {
        let whole = letters(paragraph.plain)
        #expect(Self.stands(whole, in: printed), "\(laid.sample) \(template): \(whole.prefix(20))")
      }
    }
  }

  /// Whether a text stands in another, whole or in two parts.
  private static func stands(_ text: String, in all: String) -> Bool {
    if all.contains(text) { return true }
    return text.indices.dropFirst().contains { all.contains(text[..<$0]) && all.contains(text[$0...]) }
  }

  /// A thin issue takes one page, a full one four (one sheet of A3), a long one eight; table and findings stay together.
  @Test func issuesTakeTheirPages() throws {
    let expected = [
      "newsletter-short": (1, 1), "newsletter-english-short": (1, 1), "newsletter": (4, 2),
      "newsletter-english": (4, 2), "newsletter-long": (8, 4), "newsletter-english-long": (8, 4),
    ]
    for template in LaidSample.templates {
      for laid in try LaidSample.all(template) {
        guard let (a4, a3) = expected[laid.sample] else { continue }
        #expect(laid.pages.count == (template == "wide" ? a3 : a4), "\(laid.sample) \(template)")
      }
    }
  }

  /// A table's findings stand on the page of its map, and no section's title at the foot of a page without its text.
  @Test(arguments: LaidSample.templates) func whatBelongsTogetherStaysTogether(_ template: String) throws {
    for laid in try LaidSample.all(template) {
      let pages = laid.pages.map { page in
        PageFaults.texts(page.items).map(\.text.block.string).joined(separator: "\n")
          .filter { !$0.isWhitespace }
      }
      for map in laid.session.maps {
        func holds(_ words: String) -> [Int] {
          pages.indices.filter { pages[$0].contains(words.filter { !$0.isWhitespace }) }
        }
        guard let finding = map.findings.first, let action = map.actions.first else { continue }
        let common = Set(holds(map.title)).intersection(holds(finding.plain)).intersection(
          holds(action.plain))
        #expect(!common.isEmpty, "\(laid.sample) \(template): \(map.title)")
      }
    }
  }

  private func run(_ tool: String, _ arguments: String...) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [tool] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(tool)")
    return String(decoding: data, as: UTF8.self)
  }

  @Test func aFileForPressSaysWhereItIsCutAndBringsItsFonts() throws {
    let checked = try sample("newsletter")
    var publishing = NewsletterPublishing()
    publishing.isForPress = true
    _ = try publishing.write(checked, into: scratch / "out")
    let file = scratch / "out/newsletter.pdf"
    let info = try run("pdfinfo", "-box", "-l", "4", file)
    // A4 with 10 mm around it: 3 mm of bleed, and the marks.
    for page in 1...4 {
      #expect(info.contains("Page    \(page) TrimBox:      28.35    28.35   623.62   870.24"), "\(info)")
      #expect(info.contains("Page    \(page) BleedBox:     19.84    19.84   632.13   878.74"), "\(info)")
    }
    #expect(info.contains("Tagged:          yes") && info.contains("これからの暮らしを描く会"))
    #expect(try run("qpdf", "--check", file).contains("No syntax or stream encoding errors"))
    let fonts = try run("pdffonts", file).split(separator: "\n").dropFirst(2)
    #expect(!fonts.isEmpty)
    for font in fonts {
      let columns = font.split(separator: " ").suffix(5)
      #expect(columns.prefix(3).allSatisfy { $0 == "yes" }, "\(font)")
      #expect(font.contains("+BIZUD"))
    }
    // The title is read first, and stands above its sections in the outline.
    let read = try run("pdfinfo", "-struct-text", file).filter { !$0.isWhitespace }
    let first = try #require(read.range(of: "これからの暮らしを描く会"))
    let agenda = try #require(read.range(of: "プログラム"))
    #expect(first.lowerBound < agenda.lowerBound)
    // Every part is told as what it is: one heading for the issue, one for each section, and those of its parts.
    for (role, words) in [
      ("H1", "これからの暮らしを描く会"), ("H2", "1地域点検とは"), ("H2", "農村地域"), ("H2", "お問い合わせ"), ("H3", "2033年10年後"),
      ("H3", "気づいたこと"), ("H3", "参加してよかったですか"), ("H3", "所属"), ("P", "青葉地域づくり協議会会長杉本和子"), ("P", "1位家と心14票"),
      // A reading is read behind what it stands over.
    ] { #expect(read.contains("\(role)(block)\"\(words)\""), "\(role) \(words)") }
    for cell in ["TH\"出会える場所\"", "TD\"若草色\""] { #expect(read.contains(cell), "\(cell)") }
    #expect(read.contains("自分たちの地域ちいきを一枚の紙に描きます"))
    #expect(read.count { $0 == "H" } > 20 && read.components(separatedBy: "H1(block)").count == 2)
    let outline = try run("qpdf", "--json", "--json-key=outlines", file)
    for title in ["地域点検とは", "農村地域", "アンケートから"] { #expect(outline.contains(title), "\(title)") }
    // Sections are read in the order of their numbers.
    let text = try run("pdftotext", file, "-").filter { !$0.isWhitespace }
    let titles = ["地域点検とは", "個別避難計画と、", "地域点検をしよう", "話し合ったこと", "これから出会いたい人", "どうすれば出会える？", "お問い合わせ"]
    let places = titles.compactMap { text.range(of: $0)?.lowerBound }
    #expect(places.count == titles.count && places == places.sorted())
  }
}
