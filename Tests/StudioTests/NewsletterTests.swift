import CairoBackend
import Diagnostics
import Foundation
import Layout
import Picture
import Testing
import Workshop

@testable import Studio

/// Newsletters of three lengths on every template, and what keeps them from being written.
@Suite struct NewsletterTests {
  private let scratch = Scratch()

  static let beside = """
    volume: vol.1
    agenda: [あいさつ, 自己紹介, 地域点検をしよう, 話し合い]
    greetings: [{name: 北山 はるか, office: まちづくり協議会, words: "{青野|あおの}の**みなさん**、ありがとうございました。"}]
    sections: [{title: 地域点検とは, text: 近所を一枚の紙に描く方法です。}]
    talks: [{table: 市役所のテーブル, findings: [担当が分かれている], actions: [一緒に歩く]}]
    personas:
      - {title: [同級生とは合わない, 中学生], age: 10代, character: まじめ, access: 学校}
      - {title: [ひきこもりが長い, 30代男性], internet: ゲーム, access: コンビニ}
    ways-to-meet: {もの: 14, SNS: 8}
    votes: [{title: ロゴ, entries: [{name: 若葉, votes: 5, reasons: [やさしい]}, {name: 窓, votes: 3}, {name: 手, votes: 3}]}]
    colours: [{table: A, ranking: ["若草色 #A8C97F", 紺]}]
    tallies: [{title: 困りそうなこと, counts: {買い物: 11, 病院への足: 9}}]
    questionnaire: {respondents: 36, questions: [{question: よかったですか, answers: {とても: 22, まあ: 14}}]}
    participants: {departments: {住民: 24, 市役所: 12}, sexes: {女性: 20, 男性: 16}}
    contacts: [{name: 地域づくり課, telephone: 0000-00-0000, url: "https://www.example.jp/"}]
    """

  private func checked(_ text: String) throws -> CheckedSession {
    try scratch.put(text, into: "w.yaml")
    let result = Checking.check(scratch / "w.yaml")
    return try #require(result.checked, "\(result.findings)")
  }

  private func sample(_ name: String) throws -> String {
    try String(contentsOf: Repository.root.appending(path: "samples/\(name).yaml"), encoding: .utf8)
  }

  private static let thin =
    "tenken: 1\ntitle: 小さな会\ndate: 2023-02-07\nagenda: [あいさつ, 話し合い]\ncontacts: [{name: 市役所}]\n"

  private func text(_ length: String) throws -> String {
    switch length {
    case "thin": return Self.thin
    case "full": return try sample("village") + "\n" + Self.beside
    default:
      let long = String(repeating: "これから先のことは誰にもわかりませんが、いま知っていることを持ち寄ります。", count: 24)
      let sections = (1...9).map { "  - {title: \($0)つめの話, text: [\(long), \(long)]}" }.joined(
        separator: "\n")
      let rest = Self.beside.replacing(/(?m)^sections:.*$/, with: "sections:\n\(sections)")
      return try sample("village") + "\n" + rest
    }
  }

  /// Where words may stand on each page: the slots of the template's page, of either where it may be one of two.
  private func faults(_ result: Newsletter.Result, _ template: String) throws -> [String] {
    let template = try #require(try Templates.load(template).template)
    let later =
      Array(template.inner.slots.values) + (template.last.map { Array($0.slots.values) } ?? [])
    return result.pages.enumerated().flatMap { index, page in
      PageFaults(page, slots: index == 0 ? Array(template.first.slots.values) : later).all
    }
  }

  /// Whatever is long, all of it stands on the pages and in its slot.
  @Test(arguments: ["quiet", "mono"]) func nothingLongLeavesItsSlot(_ template: String) throws {
    let (result, session) = try compose(
      "tenken: 1\ntitle: 長い\ndate: 2023-02-07\n" + Self.longFields, template)
    #expect(result.findings == [])
    #expect(try faults(result, template) == [])
    let printed = result.pages.flatMap(\.texts).map(\.string).joined().filter { !$0.isWhitespace }
    for word in session.session.publication.words {
      let isPrinted = printed.contains(word.filter { !$0.isWhitespace })
      #expect(isPrinted, "\(word)")
    }
  }

  static let longFields: String = {
    let office = "国立研究開発法人 地域社会総合研究機構 持続可能社会部門 上席主任研究員 兼 みなみ大学 客員教授"
    let name = "クリスティーナ・アレクサンドロヴナ・ヴォルコンスカヤ＝ミハイロヴィチ・ドルゴルーカヤ"
    let latin =
      "Department-of-Community-Development-and-Neighbourhood-Planning, City of Midorigaoka"
    return """
      agenda: [\(office), \(name)]
      greetings:
        - {name: 伊藤 学, office: \(office), words: こんにちは}
        - {name: Ito, office: '\(latin)', words: Hello}
        - {name: \(name), office: 会長, words: ありがとうございました}
      sections: [{title: \(office)\(office), text: 近所を一枚の紙に描きます。}]
      talks: [{table: \(office), findings: [\(name)], actions: [\(office)]}]
      votes: [{title: \(office), entries: [{name: \(name), votes: 12, reasons: [\(office)]}]}]
      tallies: [{title: \(office), counts: {\(name): 3, \(office): 2, 道: 1}}]
      colours: [{table: \(office), ranking: [\(name), 紺]}]
      questionnaire: {respondents: 9, questions: [{question: \(office), answers: {\(name): 5, \(office): 4}}]}
      participants: {departments: {\(office): 5, \(name): 4}}
      contacts: [{name: \(office), place: \(name), hours: \(office)}, {name: \(name)}]

      """
  }()

  /// Programmes, votes, tallies, rankings and tables longer than any page go on on the next.
  @Test func listsLongerThanAPageFlow() throws {
    let line = "この地区では毎年秋に川の草刈りと道の見回りを行い、住民が顔を合わせる機会としてきました"
    func lines(_ count: Int, _ name: String) -> String {
      (1...count).map { "\(name)\($0)\(line)" }.joined(separator: ", ")
    }
    func counts(_ count: Int, _ name: String) -> String {
      (1...count).map { "\(name)\($0): 5" }.joined(separator: ", ")
    }
    let colours = (1...90).map { "'色の名前\($0) #A8C97F'" }.joined(separator: ", ")
    let (result, session) = try compose(
      """
      tenken: 1
      title: 長い一覧
      date: 2023-02-07
      agenda: [\(lines(60, "次"))]
      talks: [{table: 甲, findings: [\(String(repeating: line + "。", count: 60))], actions: [集まる]}]
      votes: [{title: 票, entries: [{name: 若葉, votes: 3, reasons: [\(lines(60, "理"))]}]}]
      colours: [{table: 甲, ranking: [\(colours)]}]
      tallies: [{title: 困りごと, counts: {\(counts(90, "話題"))}}]
      questionnaire: {respondents: 9, questions: [{question: どれですか, answers: {\(counts(70, "答え"))}}]}
      participants: {departments: {\(counts(90, "所属"))}, sexes: {女性: 240, 男性: 210}}

      """, "quiet")
    #expect(result.findings == [])
    #expect(try faults(result, "quiet") == [])
    let texts = result.pages.flatMap(\.texts).map(\.string)
    let printed = texts.joined().filter { !$0.isWhitespace }
    for word in session.session.publication.words where !word.isEmpty {
      let word = word.filter { !$0.isWhitespace }
      // The heading that is repeated may part a text in two.
      let isPrinted =
        printed.contains(word)
        || (1..<word.count).contains {
          printed.contains(word.prefix($0)) && printed.contains(word.dropFirst($0))
        }
      #expect(isPrinted, "\(word)")
    }
    // What goes on says of what.
    for title in ["プログラム", "若葉", "甲", "困りごと", "どれですか"] {
      #expect(texts.contains { $0.hasPrefix(title) && $0.hasSuffix("（つづき）") }, "\(title)")
    }
    #expect(texts.count { $0 == "60" } == 1, "the programme's numbers go on")
  }

  /// In a column of half a page the years of a map stand one below the other, and flow on.
  @Test func mapsFlowThroughNarrowColumns() throws {
    _ = try Templates.copy("quiet", to: scratch / "narrow")
    for name in ["first", "inner"] {
      let page = try scratch.text("narrow/\(name).svg")
      let narrow = page.replacing(/(id="slot-body-1"[^>]*? width=")[0-9.]+/) { "\($0.output.1)87" }
      #expect(narrow != page)
      try scratch.put(narrow, into: "narrow/\(name).svg")
    }
    let template = try #require(try Templates.load(scratch / "narrow").template)
    let renderer = try PaperDesk.renderer()
    for one in try Templates.load(scratch / "narrow").readers { try renderer.add(artwork: one) }
    for name in ["newsletter", "newsletter-english"] {
      let session = try checked(try sample(name))
      let result = try NewsletterPublishing().compose(session.session, template, [:], renderer.typesetter)
      #expect(result.findings == [])
      let texts = result.pages.flatMap { page in page.texts.map { ($0.string, page.title) } }
      for year in ["2023", "2053"] { #expect(texts.contains { $0.0 == year }) }
      #expect(Set(texts.filter { ["2023", "2033", "2043", "2053"].contains($0.0) }.map(\.1)).count > 1)
      for page in result.pages { #expect(PageFaults(page).all == []) }
    }
  }

  /// What cannot be cut is told by its own words, and a title too long for the foot is told nowhere: it is printed above.
  @Test func whatIsTooLongIsToldByItsWords() throws {
    let name = String(repeating: "とても長い名前の会の", count: 400)
    let (result, _) = try compose(
      "tenken: 1\ntitle: 長い\ndate: 2023-02-07\nsections: [{title: \(name), text: あ}]\n", "quiet")
    #expect(result.findings.map(\.code) == ["too-long-for-page"])
    #expect(result.findings.first?.message.ja.contains("とても長い名前") == true)
    let title = String(repeating: "これからの地域のことをみんなで考える", count: 4)
    let (long, _) = try compose(
      "tenken: 1\ntitle: \(title)\nvolume: vol.3\ndate: 2023-02-07\nagenda: [あいさつ]\n", "quiet")
    #expect(long.findings == [])
  }

  private func compose(_ text: String, _ template: String) throws -> (
    Newsletter.Result, CheckedSession
  ) {
    let session = try checked(text)
    let renderer = try PaperDesk.renderer()
    let loaded = try Templates.load(template)
    #expect(loaded.findings == [])
    let result = try NewsletterPublishing().compose(
      session.session, try #require(loaded.template), [:], renderer.typesetter)
    return (result, session)
  }

  @Test(arguments: ["quiet", "mono", "wide"], ["thin", "full", "long"])
  func everyTemplateTakesEveryLength(_ template: String, _ length: String) throws {
    let (result, session) = try compose(try text(length), template)
    #expect(result.findings == [])
    switch (length, template) {
    case ("thin", _): #expect(result.pages.count == 1)
    case ("full", "wide"): #expect((2...3).contains(result.pages.count))
    case ("full", _): #expect((4...5).contains(result.pages.count))
    default: #expect(result.pages.count >= (template == "wide" ? 4 : 8))
    }
    #expect(try faults(result, template) == [], "\(template) \(length)")
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
    let (result, _) = try compose(try text("full"), "quiet")
    let words = result.pages.flatMap(\.texts).map(\.string)
    for word in ["61%（22人）", "39%（14人）", "1位", "2位", "合わせて36人", "（14）"] {
      #expect(words.contains(word), "\(word)")
    }
    #expect(words.filter { $0 == "2位" }.count == 2 && !words.contains("3位"))
  }

  @Test func noHeadingIsTheLastThingOnAPage() throws {
    for template in ["quiet", "wide"] {
      let (result, _) = try compose(try text("long"), template)
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

  @Test func aNameInAnArticleStopsTheNewsletter() throws {
    let name = "猪熊"
    let text =
      "tenken: 1\ntitle: 名\ndate: 2023-02-07\nsections: [{title: 話, text: \(name)さんの家の話をしました。}]\n"
      + "maps: [{id: A, title: 村, houses: {a1: {name: \(name), people: [○70, △68]}}, actions: [集まる], findings: [少ない]}]\n"
    let session = try checked(text)
    #expect {
      try NewsletterPublishing().write(session, into: scratch / "out")
    } throws: { error in
      guard let trouble = error as? Trouble else { return false }
      return !trouble.findings.isEmpty && trouble.findings.contains { $0.message.ja.contains(name) }
    }
    #expect(!FileManager.default.fileExists(atPath: scratch / "out"))
    let harmless = try checked(text.replacing("\(name)さんの家", with: "ある家"))
    _ = try NewsletterPublishing().write(harmless, into: scratch / "out")
  }

  /// The same word stands where the house is described, and that is not the line to be changed.
  @Test func aNameIsToldWhereItWasWrittenForEverybody() throws {
    let name = "猪熊"
    for (line, extra) in [
      (3, "personas: [{title: 人, access: \(name)}]\n"),
      (3, "participants: {departments: {\(name): 9}}\n"),
      (5, ""), (7, "EARLIER"),
    ] {
      let finding = line == 5 ? name : "少ない"
      let map =
        "maps:\n  - {id: A, title: 村, findings: [\(finding)], actions: [集まる],\n"
        + "     houses: {a1: {name: \(name), people: [○70, △68]}}}\n"
      let text =
        "tenken: 1\ntitle: 名\n"
        + (line == 3 ? extra + "date: 2023-02-07\n" + map : "date: 2023-02-07\n" + map)
        + (line == 7 ? "tallies: [{title: 話, counts: {\(name): 3}}]\n" : "")
      let session = try checked(text)
      #expect {
        try NewsletterPublishing().write(session, into: scratch / "out")
      } throws: { error in
        (error as? Trouble)?.findings.map { $0.place?.line } == [line]
      }
    }
  }

  /// No word of a page is left out of the document's structure.
  @Test(arguments: ["quiet", "mono", "wide"]) func everyWordHasItsPlaceInTheStructure(_ template: String)
    throws
  {
    let (result, _) = try compose(try text("full"), template)
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
    let (result, session) = try compose(text, "quiet")
    #expect(result.findings == [])
    #expect(try faults(result, "quiet") == [])
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

  @Test func oneInkHasNoColour() throws {
    let (result, _) = try compose(try text("full"), "mono")
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

/// What is wrong with a page by the house's rules.
struct PageFaults {
  let all: [String]

  /// - Parameter slots: where words have to stand, each wholly in one; empty where the sheet is all there is.
  init(_ page: Page, slots: [Rect] = []) {
    var faults: [String] = []
    // Ink may stand out by a hair, as a slanted stroke does.
    let places = slots.map { $0.inset(.mm(-0.3), .mm(-0.3)) }
    let sheet = Rect(origin: Point(.zero, .zero), size: page.size).inset(.mm(4), .mm(4))
    for (text, box) in Self.texts(page.items) {
      if !sheet.contains(box) { faults.append("outside: \(text.block.string)") }
      if !places.isEmpty, !places.contains(where: { $0.contains(box) }) {
        faults.append("outside its slot: \(text.block.string)")
      }
      for span in text.block.spans where span.style.size.points < 5.999 {
        faults.append("small: \(span.string) \(span.style.size.points)")
      }
    }
    let running = Self.texts(page.items.filter { !$0.isMap })
    for (index, one) in running.enumerated() {
      for span in one.text.block.spans where span.style.size.points < 7.999 {
        faults.append("small: \(span.string) \(span.style.size.points)")
      }
      for other in running[(index + 1)...]
      where one.box.inset(.mm(0.1), .mm(0.1)).intersects(other.box.inset(.mm(0.1), .mm(0.1))) {
        faults.append("overlap: \(one.text.block.string) / \(other.text.block.string)")
      }
    }
    all = faults
  }

  static func texts(_ items: [Item]) -> [(text: PlacedText, box: Rect)] {
    items.flatMap { item -> [(text: PlacedText, box: Rect)] in
      switch item {
      case .text(let text) where text.rotation == 0 && !text.block.string.isEmpty:
        let box = text.extent.ink
        return [
          (text, Rect(origin: box.origin.moved(text.origin.x, text.origin.y), size: box.size))
        ]
      case .group(let group): return texts(group.items)
      default: return []
      }
    }
  }
}

extension Item {
  /// Maps have rules of their own, tested where they are laid out.
  fileprivate var isMap: Bool {
    guard case .group(let group) = self else { return false }
    if group.mark?.kind == .legend { return true }
    return group.role == .figure
      && group.items.contains { if case .group = $0 { true } else { false } }
  }
}
