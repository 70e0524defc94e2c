import CairoBackend
import Foundation
import Picture
import Testing

/// The words of finished files, found where anybody could find them who looks.
@Suite struct FileTextsTests {
  let renderer: Renderer
  let page: Page

  init() throws {
    renderer = try Support.renderer()
    page = Support.page(by: renderer.typesetter)
  }

  private var document: Document {
    Document(
      title: "山あいの集落（題）", author: "名張市", subject: "地域\\点検(1)", language: .ja, date: "2023-02-07",
      pages: [page, page])
  }

  private func strings(_ bytes: [UInt8], _ place: FileText.Place? = nil) throws -> [String] {
    try FileTexts.all(in: bytes).filter { place == nil || $0.place == place }.map(\.string)
  }

  @Test func aPDFShowsWhatIsPrinted() throws {
    let shown = try strings(renderer.pdf(document), .pages)
    // Two pages with everything on both.
    for word in ["山あいの集落", "県道名張線", "中村", "2043", "20年後"] {
      #expect(shown.count { $0.filter { !$0.isWhitespace } == word } == 2, "\(word) in \(shown)")
    }
    #expect(shown.joined().contains("これから三十年のあいだに"))
    let passages = try strings(renderer.pdf(document), .passages)
    #expect(passages.contains { $0.contains("空き家が少しずつ増えて") })
  }

  @Test func aPDFTellsWhatItSaysOfItself() throws {
    let about = try strings(renderer.pdf(document), .about)
    for word in ["山あいの集落（題）", "名張市", "地域\\点検(1)", "2043年の地図", "2043年", "Tenken"] {
      #expect(about.contains(word), "\(word)")
    }
    #expect(about.contains { $0.contains("Tenken-seal") })
  }

  @Test(arguments: [
    ["--object-streams=generate"], ["--object-streams=disable", "--qdf"], ["--compress-streams=n"],
    ["--object-streams=preserve", "--recompress-flate", "--linearize"],
  ])
  func aPDFIsReadHoweverItIsPacked(_ options: [String]) throws {
    let bytes = try renderer.pdf(document)
    let (from, to) = (try Scratch(bytes, "pdf"), try Scratch([], "pdf"))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["qpdf", "--static-id"] + options + [from.path, to.path]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let repacked = Array(try Data(contentsOf: URL(fileURLWithPath: to.path)))
    #expect(try strings(repacked, .pages).sorted() == strings(bytes, .pages).sorted())
    let about = try strings(repacked, .about)
    for word in ["山あいの集落（題）", "名張市", "2043年の地図"] { #expect(about.contains(word)) }
  }

  @Test func whatPopplerReadsIsReadHere() throws {
    let bytes = try renderer.pdf(document)
    let file = try Scratch(bytes, "pdf")
    let theirs = Set(try Tool.run("pdftotext", file.path, "-").filter { !$0.isWhitespace })
    let ours = Set(try strings(bytes, .pages).joined())
    #expect(theirs.subtracting(ours) == [])
  }

  @Test func anSVGTellsItsTitleItsDescriptionAndItsRemarks() throws {
    let svg = try renderer.svg(page)
    let texts = try strings(svg)
    #expect(texts.contains("2043年") && texts.contains("27戸のうち空き家12戸 <&>"))
    let text = String(decoding: svg, as: UTF8.self)
      .replacing("</svg>", with: "<!-- 秘密 --><g aria-label='&#x5185;&#x7DD2;'/><![CDATA[内々]]></svg>")
    let more = try strings(Array(text.utf8))
    for word in ["秘密", "内緒", "内々"] { #expect(more.contains { $0.contains(word) }) }
  }

  @Test func aPNGTellsItsRemarks() throws {
    let texts = try strings(renderer.png(page, dpi: 40))
    #expect(texts.contains { $0.contains("2043年") } && texts.contains { $0.contains("Tenken-seal") })
  }

  @Test func whatCannotBeReadIsNotFoundClean() throws {
    var pdf = try renderer.pdf(document)
    let start = try #require(Data(pdf).range(of: Data("stream\n".utf8))).upperBound
    for index in start..<start + 40 { pdf[index] ^= 0x55 }
    #expect(throws: BackendError.self) { try FileTexts.all(in: pdf) }
    let png = try renderer.png(page, dpi: 40)
    #expect(throws: BackendError.self) { try FileTexts.all(in: Array(png.dropLast(20))) }
    #expect(throws: BackendError.self) { try FileTexts.all(in: Array("GIF89a".utf8)) }
  }
}
