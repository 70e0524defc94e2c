import CairoBackend
import Foundation
import Layout
import Picture
import Testing

@testable import Studio

/// What a page is told as to those who hear it, and what stands side by side.
@Suite struct NewsletterStructureTests {
  private let bench = NewsletterBench()

  private func groups(_ items: [Item]) -> [Group] {
    items.flatMap { item -> [Group] in
      guard case .group(let group) = item else { return [] }
      return [group] + groups(group.items)
    }
  }

  private func words(_ items: [Item]) -> [TextBlock] {
    items.flatMap { item -> [TextBlock] in
      switch item {
      case .text(let text): [text.block]
      case .group(let group): words(group.items)
      default: []
      }
    }
  }

  /// A section's number is a part of its heading and no paragraph; the outline has the words only.
  @Test func numbersOfSectionsBelongToTheirHeadings() throws {
    let (result, _) = try bench.compose(try bench.text("full"), "quiet")
    let all = groups(result.pages.flatMap(\.items))
    let numbered = all.filter { $0.role == .heading2 }.compactMap { group in
      words(group.items).first.flatMap { Int($0.string) }
    }
    #expect(numbered.count > 3 && numbered == Array(1...numbered.count))
    let numbers = numbered.map(String.init)
    let strays = all.filter { $0.role == .paragraph }.map { words($0.items).map(\.string).joined() }
      .filter(numbers.contains)
    // The number of the page, and that of the issue, are none of a section.
    #expect(strays.count <= result.pages.count + 1)
    for page in result.pages {
      #expect(page.title.firstMatch(of: /(　|、)[0-9]/) == nil, "\(page.title)")
    }
  }

  /// Alone, a row of colours is a figure that is told in words; on a page it is a table.
  @Test(arguments: [("ja", "一班: 合うと思う順に、紺、白"), ("en", "一班: from fitting to unfitting, 紺, 白")])
  func coloursAreToldInWords(_ language: String, _ told: String) throws {
    let text =
      "tenken: 1\ntitle: 会\nlanguage: \(language)\ncolours:\n  - {table: 一班, ranking: [紺, 白]}\n  - {table: 二班, ranking: [白]}\n"
    let (result, checked) = try bench.compose(text, "quiet")
    #expect(groups(result.pages.flatMap(\.items)).filter { $0.role == .table }.count == 2)
    let content = try NewsletterPublishing.content(checked.session, pictures: [:])
    let measurer = try PaperDesk.renderer().typesetter
    let graphic = try #require(Graphic.all(content, measurer: measurer).first { $0.id == "colours" })
    let page = try #require(graphic.pages(.wide, measurer: measurer).first)
    let figures = groups(page.items).filter { $0.role == .figure }
    #expect(figures.count == 2 && figures.first?.alternative == told)
    #expect(page.summary.contains(told))
    #expect(!groups(page.items).contains { $0.role == .cell || $0.role == .table })
  }

  /// Two who greet side by side sign in one size, whoever has the longer name or a portrait.
  @Test func allSignInOneSize() throws {
    let (short, long) = ("Aoi Tanaka", "Bartholomew Featherstonehaugh-Cholmondeley")
    let (mayor, office) = ("Mayor", "The residents’ hall of the northern district")
    let text = """
      tenken: 1
      title: A meeting
      language: en
      greetings:
        - {name: \(short), office: \(mayor), words: "\(String(repeating: "We walk through the town. ", count: 12))"}
        - {name: \(long), office: \(office), words: "\(String(repeating: "We talk of the town. ", count: 12))"}
      """
    let (result, _) = try bench.compose(text, "quiet")
    let blocks = words(result.pages.flatMap(\.items))
    func size(_ string: String) throws -> Length {
      try #require(blocks.first { $0.string == string }?.spans.first?.style.size)
    }
    #expect(try size(short) == size(long))
    #expect(try size(mayor) == size(office))
    #expect(try size(short).points >= 8 && size(mayor).points >= 8)
  }

  /// Who greets signs below their words, not at the head of the next column.
  @Test func nobodySignsBesideTheirWords() throws {
    let sample = Repository.root.appending(path: "samples/newsletter-english.yaml")
    let text = try String(contentsOf: sample, encoding: .utf8)
    let (result, _) = try bench.compose(text, "quiet")
    let page = try #require(result.pages.first)
    let texts = PageFaults.texts(page.items)
    let words = try #require(texts.first { $0.text.block.string.hasPrefix("When I first came") })
    let name = try #require(texts.first { $0.text.block.string == "Margaret Bell" })
    #expect(name.box.minY > words.box.maxY && name.box.midX < page.size.width * 0.5)
  }
}
