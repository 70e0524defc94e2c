import CairoBackend
import Foundation
import Layout
import Picture
import Testing
import Workshop

@testable import Studio

/// Lays newsletters of invented sessions out.
struct NewsletterBench {
  let scratch = Scratch()

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

  func checked(_ text: String) throws -> CheckedSession {
    try scratch.put(text, into: "w.yaml")
    let result = Checking.check(scratch / "w.yaml")
    return try #require(result.checked, "\(result.findings)")
  }

  func sample(_ name: String) throws -> String {
    try String(contentsOf: Repository.root.appending(path: "samples/\(name).yaml"), encoding: .utf8)
  }

  static let thin =
    "tenken: 1\ntitle: 小さな会\ndate: 2023-02-07\nagenda: [あいさつ, 話し合い]\ncontacts: [{name: 市役所}]\n"

  func text(_ length: String) throws -> String {
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
  func faults(_ result: Newsletter.Result, _ template: String) throws -> [String] {
    let template = try #require(try Templates.load(template).template)
    let later =
      Array(template.inner.slots.values) + (template.last.map { Array($0.slots.values) } ?? [])
    return result.pages.enumerated().flatMap { index, page in
      PageFaults(page, slots: index == 0 ? Array(template.first.slots.values) : later).all
    }
  }

  func compose(_ text: String, _ template: String) throws -> (
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
}
