import Diagnostics
import Testing
import Workshop

@testable import SessionFile

@Suite struct PublicationReaderTests {
  private func read(_ text: String) -> ReadResult {
    SessionReader.read(bytes: Array(("tenken: 1\ntitle: 名\ndate: 2023-02-07\n" + text).utf8), file: "f.yaml")
  }

  private func publication(_ text: String) throws -> Publication {
    let result = read(text)
    #expect(result.findings == [])
    return try #require(result.session).publication
  }

  @Test func theLinesOfTheHead() throws {
    let result = try publication("volume: vol.1\nagenda: [あいさつ, 地域点検をしよう]\n")
    #expect(result.volume == "vol.1")
    #expect(result.agenda == ["あいさつ", "地域点検をしよう"])
  }

  @Test func textsWithMarks() throws {
    let result = try publication(
      """
      あいさつ:
        - 名前: 山田花子
          役職: 市長
          ことば: |
            {名張|なばり}のみなさん、こんにちは。
            **地域点検**をしました。
      sections: [{title: はじめに, text: ひとつ}]
      """)
    #expect(result.greetings.count == 1)
    #expect(result.greetings[0].office == "市長")
    #expect(
      result.greetings[0].words == [
        RichText(runs: [.init("名張", reading: "なばり"), .init("のみなさん、こんにちは。")]),
        RichText(runs: [.init("地域点検", isEmphasised: true), .init("をしました。")]),
      ])
    #expect(result.articles == [Article(title: "はじめに", paragraphs: [RichText(plain: "ひとつ")])])
  }

  @Test func aPersonaInLinesAndInParts() throws {
    let result = try publication(
      """
      personas:
        - title: [同級生とは合わない, 中学生]
          age: 10代
          portrait: 少年
          character: [まじめ, 人見知り]
          family: {married: していない, children: いない}
          internet: {device: スマートフォン, hours: 4時間}
          access: 学校
        - title: ひきこもりが長い30代男性
          number: 7
          portrait: 写真/me.png
      """)
    let one = result.personas[0]
    #expect(one.number == 1)
    #expect(one.title == "同級生とは合わない\n中学生")
    #expect(one.picture == .figure(.teenBoyThoughtful))
    #expect(one[.character] == ["まじめ", "人見知り"])
    #expect(one[.married] == ["していない"])
    #expect(one[.hours] == ["4時間"])
    #expect(one[.access] == ["学校"])
    #expect(result.personas[1].number == 7)
    #expect(result.personas[1].picture == .file("写真/me.png"))
  }

  @Test func everyFieldOfTheWorksheetCanBeWritten() throws {
    for field in PersonaField.allCases {
      let path = field.rawValue.split(separator: ".").map(String.init)
      let value = path.count == 2 ? "{\(path[1]): 答え}" : "答え"
      let result = try publication("personas: [{title: 名, \(path[0]): \(value)}]\n")
      #expect(result.personas[0].answers == [field: ["答え"]])
    }
  }

  @Test func countsOfAllKinds() throws {
    let result = try publication(
      """
      ways-to-meet: {もの: 5, Web: 3件}
      votes:
        - title: ロゴ
          entries:
            - {name: 葉, votes: 3, reasons: [やさしい]}
            - {name: 家, votes: 5票, picture: logo.svg}
            - {name: 山, votes: 3}
            - {name: 川, votes: 1}
      colours: [{table: A, ranking: ["若草色 #A8C97F", 紺]}]
      tallies: [{title: 課題, counts: {買い物: 6, 交通: 9, 役: 6}}]
      questionnaire:
        respondents: 36
        questions:
          - {question: よかったですか, answers: {とても: 22, まあ: 12, あまり: 2}}
          - {question: 何を見ましたか, several: on, answers: {紙: 30, 絵: 34}}
      participants: {departments: {福祉: 12, 建設: 10}, sexes: {女: 12, 男: 10}, total: 22}
      """)
    #expect(result.waysToMeet == [NamedCount("もの", 5), NamedCount("Web", 3)])
    #expect(result.votes[0].placed.map(\.place) == [1, 2, 2, 4])
    #expect(result.votes[0].placed.map(\.entry.name) == ["家", "葉", "山", "川"])
    #expect(
      result.colourRankings[0].colours == [NamedColour(name: "若草色", rgb: 0xA8C97F), NamedColour(name: "紺")])
    #expect(result.tallies[0].ranked.map(\.name) == ["交通", "買い物", "役"])
    #expect(Questionnaire.percent(22, of: 36) == 61)
    #expect(Questionnaire.percent(34, of: 36) == 94)
    #expect(Questionnaire.percent(1, of: 0) == nil)
    #expect(result.questionnaire?.questions.map(\.allowsSeveral) == [false, true])
    #expect(result.participants?.everybody == 22)
  }

  @Test func theTimetableOfTwoRuns() throws {
    let result = try publication(
      """
      timetable:
        runs: [9:00, 13時30分]
        items:
          - 5 あいさつ
          - {minutes: 60, title: 地域点検, lead: 進行役, steps: [5 道, 10 家, 15 人, {minutes: 30, title: 未来}]}
          - 10分 休憩
      """)
    let timetable = try #require(result.timetable)
    #expect(timetable.items.map(\.minutes) == [5, 60, 10])
    #expect(timetable.items.map(\.isBreak) == [false, false, true])
    #expect(Timetable.text(timetable.starts(of: 1)) == "9:05 (13:35)")
    #expect(Timetable.text(timetable.starts(of: 1, step: 3)) == "9:35 (14:05)")
    #expect(Timetable.text(timetable.ends) == "10:15 (14:45)")
  }

  @Test func staffAndContacts() throws {
    let result = try publication(
      """
      staff: [山田 花子（地域づくり課）, {name: 佐藤, duty: 受付}]
      contacts: [{name: 地域づくり課, telephone: 0595-00-0000, url: "https://example.jp/"}]
      """)
    #expect(result.staff[0] == StaffMember(name: "山田 花子", office: "地域づくり課"))
    #expect(result.staff[1].duty == "受付")
    #expect(result.contacts[0].url == "https://example.jp/")
  }

  /// What is wrong, and the code and the text it is told at.
  static let broken: [(String, String, String)] = [
    ("personas: [{title: 名, charakter: 静か}]", "unknown-key", "charakter"),
    ("personas: [{age: 30代}]", "missing-key", ""),
    ("personas: [{title: 名, portrait: 落ち着いた若い男生}]", "unknown-word", "落ち着いた若い男生"),
    ("personas: [{title: 甲, number: 2}, {title: 乙}]", "duplicate-id", ""),
    ("personas: [{title: 名, work: {kimd: 農業}}]", "unknown-key", "kimd"),
    (
      "personas: [{title: \(String(repeating: "長", count: 201)), age: 10代}]", "bad-value", "長長長"
    ),
    ("tallies: [{title: 名, counts: {買い物: 多い}}]", "bad-value", "多い"),
    ("tallies: [{title: 名, counts: {買い物: -1}}]", "bad-value", "-1"),
    ("ways-to-meet: [もの]", "wrong-type", ""),
    ("timetable: {runs: [25:00], items: [5 始め]}", "bad-value", "25:00"),
    ("timetable: {runs: 9:00, items: [始め]}", "bad-value", "始め"),
    ("timetable: {runs: 9:00, items: [{minutes: 60, title: 名, steps: [5 甲]}]}", "steps-differ", "steps"),
    (
      "questionnaire: {respondents: 3, questions: [{question: 名, answers: {はい: 4}}]}", "too-many-answers",
      "answers"
    ),
    (
      "questionnaire: {respondents: 3, questions: [{question: 名, answers: {はい: 2, いいえ: 2}}]}",
      "too-many-answers", "answers"
    ),
    ("participants: {total: 22, sexes: {女: 12, 男: 9}}", "totals-differ", "sexes"),
    ("sections: [{title: 名, text: 強調**する}]", "markup", "*"),
    ("sections: [{title: 名, text: '{名張|}'}]", "markup", "{"),
    ("talks: [{table: 名, findings: [少ない, 道が**細い], actions: [集まる]}]", "markup", "*"),
    ("sections: [{title: 名, text: '{名張市地域福祉教育総合支援室|なばりし}'}]", "markup", "'{名張市地域福祉教育総合支援室|なばりし}'"),
    ("greetings: [{name: '東海林 {太郎|たろう}', words: よ}]", "markup", "'東海林 {太郎|たろう}'"),
    ("tallies: [{title: 名, counts: {'**買い物**': 3}}]", "markup", "'**買い物**'"),
    (
      "questionnaire: {respondents: 3, questions: [{question: 名, about: 人々, answers: {はい: 2}}]}",
      "unknown-word", "人々"
    ),
    ("contacts: [{name: 窓口, url: example.jp}]", "bad-value", "example.jp"),
    ("votes: [{title: 名, entries: [{name: 甲, votes: 1, picture: logo.ai}]}]", "bad-value", "logo.ai"),
    ("colours: [{table: A, ranking: ['赤 #12']}]", "bad-value", ""),
    ("votes: [{title: 名, entries: []}]", "empty-part", "entries"),
    ("colours: [{table: A, ranking: []}]", "empty-part", "ranking"),
    ("tallies: [{title: 名, counts: {}}]", "empty-part", "counts"),
    ("questionnaire: {respondents: 3, questions: []}", "empty-part", "questions"),
    ("questionnaire: {respondents: 3, questions: [{question: 名, answers: {}}]}", "empty-part", "answers"),
    ("participants: {total: 10, departments: {}}", "empty-part", "departments"),
    ("participants: {total: 10, 年代: {}}", "empty-part", "年代"),
    ("sections: [{title: 名, text: ''}]", "empty-part", "text"),
    ("sections: [{title: 名, text: ['', ' ']}]", "empty-part", "text"),
    ("greetings: [{name: 名, words: []}]", "empty-part", "words"),
    ("talks: [{table: 名, findings: [], actions: []}]", "empty-part", "table"),
    ("timetable: {runs: 9:00, items: []}", "empty-part", "items"),
    ("agenda: []", "empty-part", "agenda"),
    ("personas: []", "empty-part", "personas"),
    ("ways-to-meet: {}", "empty-part", "ways-to-meet"),
    ("contacts: []", "empty-part", "contacts"),
    ("timetable: {runs: 9:00, items: [7.5 甲]}", "bad-value", "7.5"),
    ("timetable: {runs: 9:00, items: [10〜15 甲]}", "bad-value", "10"),
    ("timetable: {runs: 9:00, items: [0 甲]}", "no-minutes", "0 甲"),
    ("timetable: {runs: 9:00, items: [{minutes: 0, title: 甲}]}", "no-minutes", "0,"),
    ("timetable: {runs: ['9:00', '9:30'], items: [60 甲]}", "runs-overlap", "'9:30'"),
    ("timetable: {runs: ['13:00', '9:00'], items: [60 甲]}", "runs-overlap", "'9:00'"),
    ("timetable: {runs: ['9:00', '9:00'], items: [60 甲]}", "runs-overlap", "'9:00']"),
    (
      "votes: [{title: 名, entries: [{name: 甲, votes: 1}, {name: 甲, votes: 2}]}]", "same-entry",
      "{name: 甲, votes: 2"
    ),
    ("personas: [{title: [甲, 乙, 丙]}]", "title-lines", "[甲"),
    ("personas: [{title: 甲, age: 300}]", "bad-age", "300"),
    ("personas: [{title: 甲, age: 131歳}]", "bad-age", "131"),
    (
      "contacts: [{name: 窓口, url: 'https://example.jp/\(String(repeating: "a", count: 300))'}]", "bad-value",
      "'https"
    ),
  ]

  /// Runs that follow one another, decades and years of birth, and entries of different votes are no slips.
  @Test(arguments: [
    "timetable: {runs: ['9:00', '10:00'], items: [60 甲]}", "timetable: {runs: 9:00, items: [5分 甲, 5min 乙]}",
    "personas: [{title: [甲, 乙], age: 90代}, {title: 丙, age: 105歳}, {title: 丁, age: 1950年生まれ}]",
    "votes: [{title: 名, entries: [{name: 甲, votes: 1}]}, {title: 色, entries: [{name: 甲, votes: 1}]}]",
  ]) func whatIsRightIsNotTold(_ text: String) { #expect(read(text + "\n").findings == []) }

  /// One mistake is told once, and nothing that follows from it; what is missing goes by the name it has in that file.
  @Test(arguments: [
    ("次第: {a: b}", ["wrong-type"]), ("次第: [[a, b]]", ["wrong-type"]), ("あいさつ: こんにちは", ["wrong-type"]),
    ("参加者: [a]", ["wrong-type"]), ("問い合わせ: 地域づくり課", ["wrong-type"]), ("話し合い: [a]", ["wrong-type"]),
    ("号: [1, 2]", ["wrong-type"]), ("出会い方: {Web: 多い}", ["bad-value"]),
    ("時間割: {開始: ['25:00'], 項目: [5 a]}", ["bad-value"]), ("時間割: {項目: [5 a]}", ["missing-key"]),
    ("アンケート: {質問: [{質問: a, 答え: {x: 4, y: 5}}]}", ["missing-key"]),
    ("アンケート: {回答者: -5, 質問: [{質問: a, 答え: {x: 1}}]}", ["bad-value"]),
    ("時間割: {開始: 9:00, 項目: [{分: 百, 題名: 甲, 手順: [5 乙]}]}", ["bad-value"]),
    ("スタッフ: {役: b}", ["missing-key", "unknown-key"]), ("スタッフ: {a: b}", ["missing-key", "unknown-key"]),
  ])
  func nothingFollowsFromAMistake(_ text: String, _ codes: [String]) {
    let result = SessionReader.read(
      bytes: Array("tenken: 1\n題名: 集まり\n日付: 2023-02-07\n\(text)\n".utf8), file: "w.yaml")
    #expect(result.findings.map(\.code) == codes, "\(result.findings.map(\.message.ja))")
    for finding in result.findings {
      #expect(!finding.message.ja.contains("name") && !(finding.hint?.ja.contains("name") ?? false))
    }
  }

  static var codes: Set<String> { Set(broken.map(\.1)) }

  @Test(arguments: broken)
  func slips(_ text: String, _ code: String, _ offending: String) throws {
    let result = read(text + "\n")
    let finding = try #require(result.findings.first { $0.code == code }, "\(result.findings)")
    let place = try #require(finding.place)
    #expect(place.line >= 4)
    if !offending.isEmpty {
      let line = text.split(separator: "\n", omittingEmptySubsequences: false)[place.line - 4]
      #expect(line.dropFirst(place.column - 1).hasPrefix(offending))
    }
  }

  @Test func aWorkshopWithoutMapsNeedsSomethingElse() {
    #expect(read("agenda: [あいさつ]\n").session != nil)
    #expect(read("venue: 市民センター\n").findings.map(\.code) == ["missing-key"])
  }
}
