import CairoBackend
import Diagnostics
import Foundation
import Layout
import Picture
import Testing
import Workshop

@testable import Studio

/// Whatever is long stands on the pages, or is told.
@Suite struct LongNewsletterTests {
  private let bench = NewsletterBench()

  /// Whatever is long, all of it stands on the pages and in its slot.
  @Test(arguments: ["quiet", "mono"]) func nothingLongLeavesItsSlot(_ template: String) throws {
    let (result, session) = try bench.compose(
      "tenken: 1\ntitle: 長い\ndate: 2023-02-07\n" + Self.longFields, template)
    #expect(result.findings == [])
    #expect(try bench.faults(result, template) == [])
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
      tallies: [{title: \(office), counts: {\(name): 3, \(office): 5, 道: 3}}]
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
    let (result, session) = try bench.compose(
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
    #expect(try bench.faults(result, "quiet") == [])
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

  /// Entries, themes and bars with many words flow on by their rows; each of these was refused as one thing too long.
  @Test(arguments: ["quiet", "mono", "wide"]) func whatIsMadeOfRowsFlowsByItsRows(_ template: String) throws {
    let line = "この地区では毎年秋に川の草刈りと道の見回りを行い、住民が顔を合わせる機会としてきました"
    func list(_ count: Int, _ name: String) -> String {
      (1...count).map { "\(name)\($0)\(line)" }.joined(separator: ", ")
    }
    func counts(_ count: Int, _ name: String) -> String {
      (1...count).map { "\(name)\($0)\(line): 5" }.joined(separator: ", ")
    }
    let votes = (1...9).map { "{name: 案\($0), votes: \(20 - $0), reasons: [\(list(4, "理"))]}" }
    for part in [
      "votes: [{title: 票, entries: [\(votes.joined(separator: ", "))]}]",
      "tallies: [{title: 声, counts: {\(counts(25, "題"))}}]", "ways-to-meet: {\(counts(12, "道"))}",
      "participants: {departments: {\(counts(12, "課"))}, sexes: {女性: 30, 男性: 30}}",
    ] {
      let (result, session) = try bench.compose("tenken: 1\ntitle: 会\ndate: 2023-02-07\n\(part)\n", template)
      #expect(result.findings == [], "\(template) \(part.prefix(12))")
      #expect(try bench.faults(result, template) == [])
      let printed = result.pages.flatMap(\.texts).map(\.string).joined().filter { !$0.isWhitespace }
      for word in session.session.publication.words where word.count < 20 {
        let isPrinted = printed.contains(word.filter { !$0.isWhitespace })
        #expect(isPrinted, "\(word)")
      }
    }
  }

  /// In a column of half a page the years of a map stand one below the other, and flow on.
  @Test func mapsFlowThroughNarrowColumns() throws {
    _ = try Templates.copy("quiet", to: bench.scratch / "narrow")
    for name in ["first", "inner"] {
      let page = try bench.scratch.text("narrow/\(name).svg")
      let narrow = page.replacing(/(id="slot-body-1"[^>]*? width=")[0-9.]+/) { "\($0.output.1)87" }
      #expect(narrow != page)
      try bench.scratch.put(narrow, into: "narrow/\(name).svg")
    }
    let template = try #require(try Templates.load(bench.scratch / "narrow").template)
    let renderer = try PaperDesk.renderer()
    for one in try Templates.load(bench.scratch / "narrow").readers { try renderer.add(artwork: one) }
    for name in ["newsletter", "newsletter-english"] {
      let session = try bench.checked(try bench.sample(name))
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
    let (result, _) = try bench.compose(
      "tenken: 1\ntitle: 長い\ndate: 2023-02-07\nsections: [{title: \(name), text: あ}]\n", "quiet")
    #expect(result.findings.map(\.code) == ["too-long-for-page"])
    #expect(result.findings.first?.message.ja.contains("とても長い名前") == true)
    let title = String(repeating: "これからの地域のことをみんなで考える", count: 4)
    let (long, _) = try bench.compose(
      "tenken: 1\ntitle: \(title)\nvolume: vol.3\ndate: 2023-02-07\nagenda: [あいさつ]\n", "quiet")
    #expect(long.findings == [])
  }
}
