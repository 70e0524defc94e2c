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

  private static let issues = [
    "newsletter-short", "newsletter", "newsletter-long", "newsletter-english-short", "newsletter-english",
    "newsletter-english-long",
  ]

  private func pages(_ name: String, _ template: String) throws -> [Page] {
    let checked = try sample(name)
    let loaded = try #require(try Templates.load(template).template)
    let renderer = try PaperDesk.renderer()
    let result = try NewsletterPublishing().compose(checked.session, loaded, [:], renderer.typesetter)
    #expect(result.findings == [])
    return result.pages
  }

  /// Nothing small, nothing cut, nothing over anything else, on every page of every issue.
  @Test(arguments: issues) func everyPageCanBeRead(_ name: String) throws {
    for template in ["quiet", "mono", "wide"] {
      let pages = try pages(name, template)
      for page in pages { #expect(PageFaults(page).all == [], "\(template)") }
      guard template != "wide" else { continue }
      switch name {
      case "newsletter-short", "newsletter-english-short": #expect(pages.count == 1)
      case "newsletter", "newsletter-english": #expect(pages.count == 4)
      case "newsletter-long": #expect(pages.count == 8)
      default: #expect((6...8).contains(pages.count))
      }
    }
  }

  /// Running text keeps its contrast of 4.5 in every ink.
  @Test(arguments: Ink.allCases) func textStandsOutInEveryInk(_ ink: Ink) throws {
    func light(_ color: Color) -> Double {
      let parts = [color.red, color.green, color.blue].map { value -> Double in
        let part = Double(value) / 255
        return part <= 0.03928 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
    func contrast(_ a: Color, _ b: Color) -> Double {
      let (low, high) = (min(light(a), light(b)), max(light(a), light(b)))
      return (high + 0.05) / (low + 0.05)
    }
    // On paper and on the grounds of boxes; white words stand on the accent or on solid houses.
    let grounds = [Color(0xFFFFFF), Color(0xDCE8ED), Color(0xF6E7E0), Color(0xFBF7F0)].map { ink($0) }
    for page in try pages("newsletter", "quiet") {
      for (text, _) in PageFaults.texts(page.printed(in: ink).items) {
        for span in text.block.spans where span.style.color != Color(0xFFFFFF) {
          let isLarge =
            span.style.size.points >= 14 || (span.style.weight == .bold && span.style.size.points >= 12)
          let least = isLarge ? 3.0 : 4.3
          #expect(contrast(span.style.color, grounds[0]) >= 4.5 || isLarge, "\(span.string)")
          #expect(contrast(span.style.color, grounds[3]) >= least, "\(span.string)")
        }
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
    let outline = try run("qpdf", "--json", "--json-key=outlines", file)
    for title in ["地域点検とは", "農村地域", "アンケートから"] { #expect(outline.contains(title), "\(title)") }
    // Sections are read in the order of their numbers.
    let text = try run("pdftotext", file, "-").filter { !$0.isWhitespace }
    let titles = ["地域点検とは", "個別避難計画と、", "地域点検をしよう", "話し合ったこと", "これから出会いたい人", "どうすれば出会える？", "お問い合わせ"]
    let places = titles.compactMap { text.range(of: $0)?.lowerBound }
    #expect(places.count == titles.count && places == places.sorted())
  }
}
