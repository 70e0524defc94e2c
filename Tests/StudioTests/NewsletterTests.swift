import CairoBackend
import Diagnostics
import Foundation
import Layout
import Picture
import Testing
import Workshop

@testable import Studio

/// Newsletters of three lengths on every template.
@Suite struct NewsletterTests {
  private let bench = NewsletterBench()

  @Test(arguments: ["quiet", "mono", "wide"], ["thin", "full", "long"])
  func everyTemplateTakesEveryLength(_ template: String, _ length: String) throws {
    let (result, session) = try bench.compose(try bench.text(length), template)
    #expect(result.findings == [])
    switch (length, template) {
    case ("thin", _): #expect(result.pages.count == 1)
    case ("full", "wide"): #expect((2...3).contains(result.pages.count))
    case ("full", _): #expect((4...5).contains(result.pages.count))
    default: #expect(result.pages.count >= (template == "wide" ? 4 : 8))
    }
    #expect(try bench.faults(result, template) == [], "\(template) \(length)")
    // Every word that was written stands somewhere.
    let printed = result.pages.flatMap(\.texts).map(\.string).joined().filter { !$0.isWhitespace }
    for word in session.session.publication.words {
      let letters = word.filter { !$0.isWhitespace }
      // Side by side, personas show their title and five rows; the profile is on the page of each.
      guard letters.count < 60, word != "10代" else { continue }
      let isPrinted = printed.contains(letters)
      #expect(isPrinted, "\(word)")
    }
    #expect(throws: Never.self) {
      try PublicGate(session, measurer: PaperDesk.renderer().typesetter).check(result.pages)
    }
  }

  @Test func sharesAndPlacesAreComputed() throws {
    let (result, _) = try bench.compose(try bench.text("full"), "quiet")
    let words = result.pages.flatMap(\.texts).map(\.string)
    for word in ["61%（22人）", "39%（14人）", "1位", "2位", "合わせて36人", "（14）"] {
      #expect(words.contains(word), "\(word)")
    }
    #expect(words.filter { $0 == "2位" }.count == 2 && !words.contains("3位"))
  }

  @Test func noHeadingIsTheLastThingOnAPage() throws {
    for template in ["quiet", "wide"] {
      let (result, _) = try bench.compose(try bench.text("long"), template)
      for page in result.pages {
        let headings = page.items.compactMap { item -> Rect? in
          guard case .group(let group) = item, group.role == .heading2 || group.role == .heading3 else {
            return nil
          }
          return PageFaults.texts(group.items).first?.box
        }
        let all = PageFaults.texts(page.items)
        for heading in headings {
          let below = all.contains {
            $0.box.minY > heading.maxY && $0.box.minX < heading.maxX + .mm(60)
          }
          #expect(below)
        }
      }
    }
  }

  /// No word of a page is left out of the document's structure.
  @Test(arguments: ["quiet", "mono", "wide"]) func everyWordHasItsPlaceInTheStructure(_ template: String)
    throws
  {
    let (result, _) = try bench.compose(try bench.text("full"), template)
    func outside(_ items: [Item]) -> [String] {
      items.flatMap { item -> [String] in
        switch item {
        case .text(let text): return [text.block.string]
        case .group(let group): return group.role == nil ? outside(group.items) : []
        default: return []
        }
      }
    }
    #expect(result.pages.flatMap { outside($0.items) }.filter { !$0.isEmpty } == [])
  }

  /// Emphasis and readings of findings and actions stand on the page and on the map's sheet, cut or whole.
  @Test func findingsHaveEmphasisAndReadings() throws {
    let long = String(repeating: "{青野|あおの}では**一人残るか**どうかで決まり、そのほかは何年たっても変わらない。", count: 40)
    let text =
      "tenken: 1\ntitle: 名\ndate: 2023-02-07\n"
      + "maps:\n  - {id: A, title: 村, findings: ['{隣組|となりぐみ}の**役**が多い', '\(long)'], actions: ['**歩く**'],\n"
      + "     houses: {a1: [○70, △68], a2: [○70], a3: [○70], a4: [○70], a5: [○70]}}\n"
      + "talks: [{table: 甲, findings: ['**道**'], actions: ['{杜|もり}を守る']}]\n"
    let (result, session) = try bench.compose(text, "quiet")
    #expect(result.findings == [])
    #expect(try bench.faults(result, "quiet") == [])
    let plan = try RenderPlan(session.session, file: "w.yaml", RenderRequest())
    let measurer = try PaperDesk.renderer().typesetter
    let sheets = plan.sheets.flatMap {
      SheetDrawing(plan: plan).pictures($0, .series, measurer: measurer)
    }.flatMap(\.pages)
    func spans(_ items: [Item]) -> [TextSpan] {
      items.flatMap { item -> [TextSpan] in
        switch item {
        case .text(let text): return text.block.spans
        case .group(let group): return spans(group.items)
        default: return []
        }
      }
    }
    for (pages, words) in [
      (result.pages, ["役", "歩く", "道"]), (sheets, ["役", "歩く"]),
    ] {
      let all = pages.flatMap { spans($0.items) }
      for word in words {
        #expect(all.contains { $0.string == word && $0.style.weight == .bold }, "\(word)")
      }
      #expect(all.contains { $0.string == "隣組" && $0.reading == "となりぐみ" })
      #expect(all.count { $0.string == "青野" && $0.reading == "あおの" } == 40)
      #expect(!all.contains { $0.string.contains("**") || $0.string.contains("{") })
    }
    #expect(result.pages.flatMap { spans($0.items) }.contains { $0.reading == "もり" })
  }

  /// Twelve tables of one size: three on each of four pages, and not one alone on the last.
  @Test func noTableStandsAloneOnTheLastPage() throws {
    let talks = (1...12).map {
      "  - {table: \($0)班, findings: [道が暗い, 空き家が三軒ふえた, 子どもの声がしない], actions: [灯りをつける, 草を刈る]}"
    }
    let (result, _) = try bench.compose(
      "tenken: 1\ntitle: 会\ndate: 2023-02-07\ntalks:\n" + talks.joined(separator: "\n") + "\n", "quiet")
    #expect(result.findings == [])
    let counts = result.pages.map { page in page.texts.count { $0.string.hasSuffix("班") } }
    #expect(counts == [3, 3, 3, 3])
  }

  /// A thin issue of one map fills a large sheet: two years on the left, two on the right, equally high.
  @Test func aThinIssueFillsALargeSheet() throws {
    let (result, _) = try bench.compose(try bench.sample("newsletter-short"), "wide")
    #expect(result.findings == [])
    let page = try #require(result.pages.first)
    #expect(result.pages.count == 1)
    let years = PageFaults.texts(page.items).filter {
      ["2023", "2033", "2043", "2053"].contains($0.text.block.string)
    }
    let places = years.map { $0.box.minX.mm < 210 }
    #expect(places == [true, true, false, false])
    let tops = years.map { $0.box.minY.mm }
    #expect(abs((tops[1] - tops[0]) - (tops[3] - tops[2])) < 0.1)
  }

  /// A persona alone has its portrait beside its rows, and words of its own in the structure.
  @Test(arguments: ["quiet", "wide"]) func onePersonaStandsBesideItsRows(_ template: String) throws {
    let (result, _) = try bench.compose(
      "tenken: 1\ntitle: 会\ndate: 2023-02-07\npersonas: [{title: [静かな, 人], character: まじめ, access: 図書館}]\n",
      template)
    #expect(result.findings == [])
    #expect(try bench.faults(result, template) == [])
    let texts = PageFaults.texts(result.pages[0].items)
    let title = try #require(texts.first { $0.text.block.string.hasPrefix("静かな") })
    let row = try #require(texts.first { $0.text.block.string == "まじめ" })
    #expect(title.box.maxX < row.box.minX)
  }

  @Test func oneInkHasNoColour() throws {
    let (result, _) = try bench.compose(try bench.text("full"), "mono")
    func colours(_ items: [Item]) -> [Color] {
      items.flatMap { item -> [Color] in
        switch item {
        case .shape(let shape):
          var colours = [shape.stroke?.color].compactMap { $0 }
          if case .solid(let color) = shape.fill { colours.append(color) }
          if case .hatch(let hatch) = shape.fill {
            colours += [hatch.color, hatch.ground].compactMap { $0 }
          }
          return colours
        case .text(let text): return text.block.spans.map(\.style.color)
        case .group(let group): return colours(group.items)
        case .icon: return []
        }
      }
    }
    let before = Set(result.pages.flatMap { colours($0.items) })
    #expect(before.contains { $0.red != $0.green })
    let after = result.pages.map { $0.printed(in: .one) }.flatMap { colours($0.items) }
    #expect(after.allSatisfy { $0.red == $0.green && $0.green == $0.blue })
    #expect(Ink.two(Color(0xC24D33)).red > Ink.two(Color(0xC24D33)).blue)
    #expect(Ink.two(Color(0xDCE8ED)) == Ink.one(Color(0xDCE8ED)))
  }
}
