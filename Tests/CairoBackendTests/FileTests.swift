import Diagnostics
import Foundation
import Picture
import Testing

@testable import CairoBackend

/// What other programs make of the files.
@Suite struct FileTests {
  let renderer: Renderer
  let page: Page

  init() throws {
    renderer = try Support.renderer()
    page = Support.page(by: renderer.typesetter)
  }

  private func document(_ pages: Int = 2) -> Document {
    var pages = Array(repeating: page, count: pages)
    pages[pages.count - 1].size = Size.a4.turned
    pages[pages.count - 1].title = "2053年"
    return Document(
      title: "山あいの集落", author: "名張市", subject: "地域点検", language: .ja, date: "2023-02-07", pages: pages)
  }

  // MARK: PDF

  @Test func aPDFSaysWhatItIs() throws {
    let file = try Scratch(renderer.pdf(document()), "pdf")
    let info = try Tool.run("pdfinfo", "-isodates", file.path)
    for line in [
      "Title:           山あいの集落", "Author:          名張市", "Subject:         地域点検",
      "Creator:         Tenken", "CreationDate:    2023-02-07T00:00:00Z", "Pages:           2",
      "Page size:       297.638 x 419.528 pts", "Tagged:          yes",
    ] {
      #expect(info.contains(line), "\(line) in \(info)")
    }
    #expect(try Tool.run("pdfinfo", "-f", "2", "-l", "2", file.path).contains("841.89 x 595.276 pts (A4)"))
  }

  @Test func aPDFWithoutADateHasNone() throws {
    for date in [nil, "sometime"] {
      var undated = document()
      undated.date = date
      let file = try Scratch(renderer.pdf(undated), "pdf")
      let info = try Tool.run("pdfinfo", file.path)
      #expect(!info.contains("CreationDate"))
    }
  }

  @Test func aPDFIsSoundAndItsTextCanBeSearched() throws {
    let file = try Scratch(renderer.pdf(document()), "pdf")
    #expect(try Tool.run("qpdf", "--check", file.path).contains("No syntax or stream encoding errors found"))
    let text = try Tool.run("pdftotext", file.path, "-")
    for word in ["山あいの集落", "これから三十年のあいだに", "中村", "2043"] {
      #expect(text.contains(word), "\(word) in \(text)")
    }
    let fonts = try Tool.run("pdffonts", file.path).split(separator: "\n").dropFirst(2)
    #expect(!fonts.isEmpty)
    for font in fonts {
      #expect(
        font.contains("+BIZUDPGothic-") && font.contains(" yes yes yes "),
        "embedded, subset, readable: \(font)")
    }
  }

  /// Words along a slanting road are found as a whole, however much they slant, and read by programs that know single
  /// characters only.
  @Test(arguments: [0.0, 3, 17, -35, 55, 75, -88, 90]) func slantingWordsAreFound(_ rotation: Double) throws {
    let name = Support.text(
      TextBlock("県道名張青山線", Support.style(8)), 90, 90, rotation: rotation, by: renderer.typesetter)
    let page = Page(size: .a4, title: "", summary: "", items: [.group(Group([name], role: .figure))])
    let bytes = try renderer.pdf(
      Document(title: "", author: "", subject: "", language: .ja, pages: [page]))
    let file = try Scratch(bytes, "pdf")
    #expect(try Tool.run("qpdf", "--check", file.path).contains("No syntax or stream encoding errors found"))
    if Canvas.tellsWords {
      #expect(try Tool.run("pdftotext", file.path, "-").contains("県道名張青山線"))
    }
    let read = try FileTexts.all(in: bytes).filter { $0.place == .pages }.map(\.string).joined()
    #expect(read.contains("県道名張青山線"))
  }

  @Test func aPDFTellsItsStructure() throws {
    let file = try Scratch(renderer.pdf(document()), "pdf")
    let structure = try Tool.run("pdfinfo", "-struct", file.path)
      .split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    let page = ["Sect", "H1 (block)", "Figure", "P (block)"]
    #expect(structure == ["Document"] + page + page)

    let json = try Tool.run("qpdf", "--json", file.path)
    #expect(json.contains(#""/Lang": "u:ja""#))
    #expect(json.contains(#""/DisplayDocTitle": true"#))
    #expect(json.components(separatedBy: #""/Alt": "u:2043年の地図""#).count == 3, "one for each of two figures")
    for title in ["2043年", "2053年"] {
      #expect(json.contains(#""title": "\#(title)""#), "\(title) in the outline")
    }
  }

  @Test func partsInsideFiguresAndDecorationAreNotToldAgain() throws {
    let words = Support.text(TextBlock("内", Support.style(9)), 10, 10, by: renderer.typesetter)
    let inner = Item.group(Group([words], role: .paragraph))
    let odd = Page(
      size: .a4, title: "", summary: "",
      items: [
        .group(Group([inner], role: .artifact)), .group(Group([inner], role: .figure)),
        .group(Group([], role: .list)), .group(Group([.group(Group([inner], role: .listItem))], role: .list)),
      ])
    let document = Document(title: "", author: "", subject: "", language: .en, pages: [odd])
    let file = try Scratch(renderer.pdf(document), "pdf")
    let structure = try Tool.run("pdfinfo", "-struct", file.path)
      .split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    #expect(
      structure == ["Document", "Sect", "Figure", "L (block)", "L (block)", "LI (block)", "P (block)"])
    _ = try Tool.run("qpdf", "--check", file.path)
  }

  @Test func anIconIsKeptOnceHoweverOftenItIsDrawn() throws {
    func size(_ count: Int) throws -> Int {
      let items = (0..<count).map { index in
        Item.icon(
          Icon(
            "shrine",
            frame: Rect(
              x: .mm(Double(index % 20) * 10), y: .mm(Double(index / 20) * 10), width: .mm(8), height: .mm(8))
          ))
      }
      let page = Page(size: .a4, title: "", summary: "", items: items)
      let file = try renderer.pdf(Document(title: "", author: "", subject: "", language: .ja, pages: [page]))
      let kept = try Scratch(file, "pdf")
      _ = try Tool.run("qpdf", "--check", kept.path)
      return file.count
    }
    #expect(try size(200) - size(1) < 4000)
  }

  /// In a figure, texts of one style come one after the other; but never over what was to cover them, and never out of
  /// a clip. Paragraphs are left as they are.
  @Test func textOfAFigureIsDrawnStyleByStyle() throws {
    func words(_ string: String, _ x: Double, _ points: Double) -> Item {
      Support.text(TextBlock(string, Support.style(points)), x, 20, by: renderer.typesetter)
    }
    func cover(_ x: Double) -> Item {
      .shape(
        Shape(
          .rect(Rect(x: .mm(x), y: .mm(10), width: .mm(8), height: .mm(20))), fill: .solid(Color(0xFFFFFF))))
    }
    let items = [words("甲", 10, 9), words("乙", 30, 7), words("丙", 50, 9), words("丁", 70, 7)]
    func order(_ items: [Item], _ role: StructureRole) throws -> String {
      let page = Page(size: .a4, title: "", summary: "", items: [.group(Group(items, role: role))])
      let file = try Scratch(
        renderer.pdf(Document(title: "", author: "", subject: "", language: .ja, pages: [page])), "pdf")
      return try Tool.run("pdftotext", "-raw", file.path, "-").filter { "甲乙丙丁".contains($0) }
    }
    #expect(try order(items, .paragraph) == "甲乙丙丁")
    #expect(try order(items, .figure) == "甲丙乙丁")
    #expect(
      try order([items[0], items[1], cover(28), items[2], items[3]], .figure) == "甲乙丙丁", "乙 is covered")
    #expect(try order([items[0], items[1], cover(90), items[2], items[3]], .figure) == "甲丙乙丁", "nothing is")
    let clip = Item.group(
      Group(Array(items[0...1]), clip: .rect(Rect(origin: Point(.zero, .zero), size: .a4))))
    #expect(try order([clip, items[2], items[3]], .figure) == "甲乙丙丁")
  }

  // MARK: SVG

  @Test func anSVGIsReadByOthers() throws {
    let file = try Scratch(renderer.svg(page), "svg")
    _ = try Tool.run("xmllint", "--noout", file.path)
    let png = Scratch.path("png")
    defer { try? FileManager.default.removeItem(atPath: png) }
    _ = try Tool.run("rsvg-convert", file.path, "-o", png)
    #expect(try Data(contentsOf: URL(fileURLWithPath: png)).count > 5000)
    let text = try String(contentsOfFile: file.path, encoding: .utf8)
    #expect(text.contains(#"width="105mm" height="148mm" viewBox="0 0 105 148""#))
    #expect(text.contains(">2043年</title>"))
    #expect(text.contains(">27戸のうち空き家12戸 &lt;&amp;&gt;</desc>"))
    #expect(text.contains(#"lang="ja""#))
    #expect(!text.contains("panel"), "marks are never written")
  }

  /// Words are outlines and figures are lines: both are told to those who cannot see them.
  @Test func figuresAndWordsOfAnSVGAreTold() throws {
    func words(_ text: String, _ y: Double) -> Item {
      Support.text(TextBlock(text, Support.style(9)), 8, y, by: renderer.typesetter)
    }
    func figure(_ alternative: String, _ y: Double) -> Item {
      .group(Group([words("12", y)], role: .figure, alternative: alternative))
    }
    func svg(_ items: [Item], _ title: String = "2ページ") throws -> String {
      let page = Page(size: Size(.mm(60), .mm(60)), title: title, summary: title, items: items)
      let file = try Scratch(renderer.svg(page), "svg")
      _ = try Tool.run("xmllint", "--noout", file.path)
      return try String(contentsOfFile: file.path, encoding: .utf8)
    }
    let (one, two) = ("12戸のうち空き家3戸", "18戸のうち空き家<5>戸")
    // A single figure is the whole file.
    let single = try svg([figure(one, 20)], "2033年")
    #expect(single.contains(">2033年</title>") && single.contains(">\(one)</desc>"))
    #expect(single.contains("role=\"img\"") && !single.contains("aria-label=\""))
    #expect(single.components(separatedBy: one).count == 2, "told once")
    // A page has its headings, its words and each of its figures.
    let heading = Group([words("わかったこと", 10)], role: .heading2)
    let artifact = Group([words("飾り", 50)], role: .artifact)
    let page = try svg([
      .group(heading), words("バスは\"六本\"", 15), figure(one, 20), figure(two, 30), .group(artifact),
    ])
    #expect(page.contains(">わかったこと。\(one)。18戸のうち空き家&lt;5&gt;戸</desc>"))
    #expect(page.contains("role=\"graphics-document document\""))
    #expect(page.contains("role=\"heading\" aria-level=\"2\""))
    #expect(
      page.contains("aria-label=\"バスは&quot;六本&quot;\"") && page.contains("aria-label=\"わかったこと\""))
    #expect(!page.contains("飾り") && page.contains("aria-hidden=\"true\""))
    #expect(!page.contains("aria-label=\"12\""), "what a figure says it says in one sentence")
    let named = page.matches(of: /role="img" aria-labelledby="([^"]+)"><desc id="([^"]+)">/)
    #expect(named.count == 2 && named.allSatisfy { $0.output.1 == $0.output.2 })
  }

  @Test func idsOfTwoSVGsDoNotCollide() throws {
    var other = page
    other.title = "2053年"
    let ids = try [page, other].map { page in
      let text = String(decoding: try renderer.svg(page), as: UTF8.self)
      let ids = text.matches(of: /\sid="([^"]+)"/).map { String($0.output.1) }
      let used = text.matches(of: /(?:href="#|url\(#)([^")]+)/).map { String($0.output.1) }
      #expect(Set(ids).count == ids.count, "each once")
      #expect(Set(used).isSubset(of: ids), "none leads nowhere")
      return Set(ids)
    }
    #expect(ids[0].count > 40)
    #expect(ids[0].isDisjoint(with: ids[1]))
  }

  @Test func wordsCannotBreakOutOfAnSVG() throws {
    var odd = page
    odd.title = "</title><script>alert(1)</script>\u{0}\u{FFFE}\u{1F}"
    odd.summary = "a\u{1}b & \"c\""
    let file = try Scratch(renderer.svg(odd), "svg")
    _ = try Tool.run("xmllint", "--noout", file.path)
    #expect(!(try String(contentsOfFile: file.path, encoding: .utf8)).contains("<script"))
  }

  // MARK: PNG

  @Test(arguments: [72.0, 150, 300]) func aPNGKnowsItsSize(dpi: Double) throws {
    let bytes = try renderer.png(page, dpi: dpi)
    let width = bytes[16..<20].reduce(0) { $0 << 8 | Int($1) }
    #expect(width == Int((105 / 25.4 * dpi).rounded()))
    let mark = try #require(bytes.firstRange(of: Array("pHYs".utf8)))
    let perMetre = bytes[mark.upperBound..<mark.upperBound + 4].reduce(0) { $0 << 8 | Int($1) }
    #expect(abs(Double(perMetre) * 0.0254 - dpi) < 0.02)
    #expect(bytes[25] == 2, "24 bit without an alpha channel")
    #expect(bytes.firstRange(of: Array("Software\0Tenken".utf8)) != nil)
    #expect(bytes.firstRange(of: Array("2043年".utf8)) != nil)
    #expect(try renderer.png(page, dpi: dpi, isTransparent: true)[25] == 6)
  }

  @Test(arguments: [0, -1, 9.9, 2400.5, 1e9, .infinity, .nan]) func aResolutionOutsideTheLimitsIsRefused(
    dpi: Double
  ) {
    let error = #expect(throws: BackendError.self) { try renderer.png(page, dpi: dpi) }
    #expect(error?.code == .size)
  }

  @Test func aPictureTooLargeIsRefusedInWords() {
    var sheet = page
    sheet.size = .a3
    let error = #expect(throws: BackendError.self) { try renderer.png(sheet, dpi: 2400) }
    #expect(error?.code == .size)
    #expect(
      error?.message.en == "At 2400 dpi the picture would have 28063 × 39685 pixels, which is too large.")
    #expect(error?.hint?.ja.contains("PDF") == true)
  }

  // MARK: Errors

  @Test(arguments: ["castle", "", "../../README", "shrine/../shrine"]) func anIconThatDoesNotExistIsNamed(
    name: String
  ) {
    var odd = page
    odd.items.append(.icon(Icon(name, frame: Rect(x: .zero, y: .zero, width: .mm(5), height: .mm(5)))))
    for draw in [
      { try renderer.svg(odd) }, { try renderer.png(odd, dpi: 50) }, { try renderer.pdf(document(odd)) },
    ] {
      let error = #expect(throws: BackendError.self) { try draw() }
      #expect(error?.code == .iconMissing)
      #expect(error?.message.en == "There is no icon \(name) (Assets/icons/\(name).svg).")
    }
  }

  private func document(_ page: Page) -> Document {
    Document(title: "", author: "", subject: "", language: .ja, pages: [page, page])
  }

  @Test func aBrokenIconIsToldInTheLibrarysWords() throws {
    let folder = try Scratch.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let icons = folder + "/Assets/icons"
    try FileManager.default.createDirectory(atPath: icons, withIntermediateDirectories: true)
    try "<svg><unfinished".write(toFile: icons + "/bad.svg", atomically: true, encoding: .utf8)
    let broken = Renderer(resources: try ResourceFolder(path: folder), typesetter: renderer.typesetter)
    var odd = page
    odd.items = [.icon(Icon("bad", frame: Rect(x: .zero, y: .zero, width: .mm(5), height: .mm(5))))]
    let error = #expect(throws: BackendError.self) { try broken.svg(odd) }
    #expect(error?.code == .iconBroken)
    #expect(error?.message.ja.contains("XML") == true, "\(String(describing: error))")
  }

  /// What cannot be drawn is an error of Cairo's, with its words, and never an end of the program.
  @Test func whatCairoRefusesIsAnErrorOfItsOwn() {
    var odd = page
    odd.items = [
      .group(Group(page.items, clip: .rect(Rect(x: .pt(.nan), y: .zero, width: .pt(1), height: .pt(1)))))
    ]
    let status = CairoStatus(rawValue: 9999)
    #expect(status != .success)
    #expect(status.description.isEmpty == false)
    _ = try? renderer.pdf(document(odd))
    _ = try? renderer.svg(odd)
    odd.size = Size(.pt(.nan), .pt(.infinity))
    #expect(throws: BackendError.self) { try renderer.png(odd, dpi: 100) }
    #expect(throws: BackendError.self) { try renderer.pdf(document(odd)) }
    #expect(throws: BackendError.self) { try renderer.svg(odd) }
  }
}
