import Diagnostics
import Foundation
import Picture
import SessionFile
import Testing
import Workshop

@testable import Studio

/// The kit and the persona sheets as files.
@Suite struct PaperTests {
  private let scratch = Scratch()

  private func checked(_ text: String) throws -> CheckedSession {
    try scratch.put(text, into: "w.yaml")
    return try #require(Checking.check(scratch / "w.yaml").checked)
  }

  private func words(_ papers: [PaperFile]) -> String {
    papers.flatMap(\.document.pages).flatMap(\.texts).map(\.string).joined(separator: "|")
  }

  @Test func aKitWithoutAFileIsBlankAndWhole() throws {
    let renderer = try PaperDesk.renderer()
    let papers = Kit().papers(nil, language: .ja, measurer: renderer.typesetter)
    #expect(papers.map(\.name) == ["map-sheets", "method", "timetable", "persona-worksheet", "name-cards"])
    #expect(papers[0].document.pages.count == 5)
    let words = words(papers)
    for word in ["いま", "10年後", "20年後", "30年後", "気づいたこと", "85歳以上", "休みの日"] { #expect(words.contains(word)) }
    #expect(!words.contains("202"))
  }

  @Test func aKitTakesFromTheFileWhatItSays() throws {
    let session = try checked(
      """
      tenken: 1
      title: 研修
      date: 2023-02-07
      rules: {deceased-at: 90}
      timetable: {runs: [9:00, 13:30], items: [5 あいさつ, 20 自己紹介]}
      staff: [山田 花子（地域づくり課）]
      """)
    let renderer = try PaperDesk.renderer()
    let papers = Kit(paper: .a2, blankCards: 30).papers(
      session.session, language: .ja, measurer: renderer.typesetter)
    let words = words(papers)
    for word in ["2023", "2053", "90歳以上", "9:05 (13:35)", "9:25 (13:55)", "山田 花子", "研修"] {
      #expect(words.contains(word), "\(word)")
    }
    #expect(papers[4].document.pages.count == 4)
    #expect(abs(papers[0].document.pages[0].size.width.mm - 594) < 0.1)
  }

  @Test func aKitHasSheetsForEveryMapOfTheFile() throws {
    let village = try #require(
      Checking.check(Repository.root.appending(path: "samples/village.yaml").path).checked)
    let renderer = try PaperDesk.renderer()
    let papers = Kit().papers(village.session, language: .ja, measurer: renderer.typesetter)
    let map = village.session.maps[0]
    #expect(papers[0].document.pages.count == village.session.maps.reduce(0) { $0 + $1.horizons.count + 2 })
    #expect(words(papers).contains(map.title))
    // What the table will write by hand is not told before.
    for house in map.houses { #expect(house.name.map { !words(papers).contains($0) } ?? true) }
  }

  @Test func personasBecomeFilesThatAreTheSameEveryTime() throws {
    let session = try checked(
      """
      tenken: 1
      title: まちの保健室
      personas:
        - {title: [同級生とは合わない, 中学生], character: まじめ, access: 学校}
        - {title: 50代女性, access: 診療所, portrait: me.png}
      """)
    #expect(throws: Trouble.self) { try PersonaSheets().write(session, into: scratch / "out") }
    try scratch.put("no picture", into: "me.png")
    #expect(throws: Trouble.self) { try PersonaSheets().write(session, into: scratch / "out") }
    let pixel =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    try #require(Data(base64Encoded: pixel)).write(to: URL(filePath: scratch / "me.png"))
    var bytes: [String: Data] = [:]
    for run in ["one", "two"] {
      let result = try PersonaSheets().write(session, into: scratch / run)
      #expect(result.findings == [])
      for name in ["personas.pdf", "personas.svg", "persona-1.png", "persona-2.pdf"] {
        let file = try Data(contentsOf: URL(filePath: scratch / run + "/" + name))
        if let before = bytes[name] { #expect(before == file, "\(name)") }
        bytes[name] = file
      }
    }
  }

  @Test func aSessionWithoutPersonasIsToldSo() throws {
    let session = try checked("tenken: 1\ntitle: 名\nagenda: [あいさつ]\n")
    #expect {
      try PersonaSheets().write(session, into: scratch / "out")
    } throws: { ($0 as? Trouble)?.findings.map(\.code) == ["no-personas"] }
  }
}
