import Foundation
import Diagnostics
import Picture
import Testing
import Workshop

@testable import Layout

@Suite struct KitTests {
  private static let items = [
    TimetableItem(title: "あいさつ", minutes: 5, lead: "課長"),
    TimetableItem(title: "今日のねらい", minutes: 10, content: "地域点検とは何か", lead: "講師"),
    TimetableItem(title: "自己紹介", minutes: 20, content: "テーブルごとに一人二分"),
    TimetableItem(title: "地図の説明", minutes: 5),
    TimetableItem(
      title: "地域点検", minutes: 60, content: "一つの紙に四つの時代を描く",
      steps: [
        TimetableStep(minutes: 5, title: "道を描く"), TimetableStep(minutes: 10, title: "家を描く"),
        TimetableStep(minutes: 15, title: "住んでいる人を書く"),
        TimetableStep(minutes: 30, title: "10年後、20年後、30年後を描く"),
      ], lead: "各テーブルの進行役"),
    TimetableItem(title: "休憩", minutes: 10, isBreak: true), TimetableItem(title: "話し合い", minutes: 25),
    TimetableItem(title: "発表", minutes: 20, content: "一つのテーブル五分"), TimetableItem(title: "ふりかえり", minutes: 10),
    TimetableItem(title: "おわりに", minutes: 5),
  ]
  static let timetable = Timetable(
    runs: [ClockTime(hour: 9, minute: 0), ClockTime(hour: 13, minute: 30)], items: items)

  @Test(arguments: BlankMapSheet.Paper.allCases) func mapSheets(_ paper: BlankMapSheet.Paper) throws {
    let renderer = try PaperSupport.renderer()
    let sheet = BlankMapSheet(title: "農村地域", rules: .workshop, language: .ja, measurer: renderer.typesetter)
    let page = sheet.page(baseYear: 2023, later: 10, paper: paper)
    if paper == .a4 { try PaperSupport.show([page], "kit-map", renderer) }
    #expect(PaperSupport.faults(page) == [])
    let words = PaperSupport.words([page])
    #expect(words.contains("2033") && words.contains("10年後") && words.contains("85歳以上"))
    let long = paper == .a4 ? 297.0 : paper == .a3 ? 420 : 594
    #expect(abs(page.size.width.mm - long) < 0.5)
  }

  @Test func aMapSheetWithoutATitleAndAYearHasRoomToWriteThem() throws {
    let renderer = try PaperSupport.renderer()
    let sheet = BlankMapSheet(title: "", rules: .workshop, language: .en, measurer: renderer.typesetter)
    let page = sheet.page(baseYear: nil, later: 0, paper: .a4)
    try PaperSupport.show([page], "kit-map-blank", renderer)
    #expect(PaperSupport.faults(page) == [])
  }

  @Test(arguments: Language.allCases) func theMethodOnOnePage(_ language: Language) throws {
    let renderer = try PaperSupport.renderer()
    let page = MethodCard(rules: .workshop, language: language, measurer: renderer.typesetter).page()
    try PaperSupport.show([page], "kit-method-\(language.rawValue)", renderer)
    #expect(PaperSupport.faults(page) == [])
    // The example keeps to its ground, which ends 4 mm beyond the text.
    for (text, box) in PaperSupport.texts(page.items) {
      #expect(box.maxX <= .mm(18 + 174 + 4), "\(text.block.string)")
    }
  }

  @Test func theTimetableHasTheClockTimesOfBothRuns() throws {
    let renderer = try PaperSupport.renderer()
    let pages = TimetableSheet(
      Self.timetable, heading: "成熟社会を生きる 行政職員のための基礎研修", details: ["2023年2月7日", "市民センター"], language: .ja,
      measurer: renderer.typesetter
    ).pages()
    try PaperSupport.show(pages, "kit-timetable", renderer)
    #expect(pages.count == 1)
    #expect(PaperSupport.faults(pages[0]) == [])
    let words = PaperSupport.words(pages)
    // 9:00 + 5 + 10 + 20 + 5 = 9:40; its second step 5 minutes later; everything takes 170 minutes.
    for time in ["9:00 (13:30)", "9:05 (13:35)", "9:40 (14:10)", "9:45 (14:15)", "11:50 (16:20)"] {
      #expect(words.contains(time))
    }
  }

  /// Every time of every run stands on the sheets, beside nothing else; on as few sheets as hold six runs each.
  @Test(arguments: [3, 4, 6, 7, 13]) func manyRunsHaveAColumnEach(_ count: Int) throws {
    let renderer = try PaperSupport.renderer()
    let runs = (0..<count).map { ClockTime(minutes: 540 + 75 * $0) }
    let timetable = Timetable(runs: runs, items: Self.items)
    let pages = TimetableSheet(timetable, heading: "一日に何度も", language: .ja, measurer: renderer.typesetter)
      .pages()
    try PaperSupport.show(pages, "kit-timetable-\(count)-runs", renderer)
    #expect(pages.count == (count + 5) / 6)
    #expect(pages.flatMap { PaperSupport.faults($0) } == [])
    let texts = pages.flatMap { PaperSupport.texts($0.items) }.map(\.text.block.string)
    for (index, run) in runs.enumerated() {
      #expect(texts.contains("\(index + 1)回目"))
      // The start, the second step of the fifth item (45 minutes later) and the end (170 minutes later).
      for later in [0, 45, 170] { #expect(texts.contains(ClockTime(minutes: run.minutes + later).text)) }
    }
    // Words keep room to be read: what steps are called stands on one line.
    #expect(texts.contains("住んでいる人を書く"))
  }

  @Test func aTitleOfManyLinesMovesTheTimetableDown() throws {
    let renderer = try PaperSupport.renderer()
    let title = String(repeating: "これからの地域のことをみんなで考える集まり", count: 10)
    for timetable in [Self.timetable, nil] {
      let pages = TimetableSheet(
        timetable, heading: title, details: ["2023年2月7日"], language: .ja, measurer: renderer.typesetter
      ).pages()
      #expect(pages.flatMap { PaperSupport.faults($0) } == [])
    }
  }

  @Test func aLongTimetableGoesOnOnANextSheet() throws {
    let renderer = try PaperSupport.renderer()
    let many = Timetable(runs: [ClockTime(hour: 9, minute: 0)], items: (0..<12).flatMap { _ in Self.items })
    let pages = TimetableSheet(many, heading: "長い一日", language: .ja, measurer: renderer.typesetter).pages()
    #expect(pages.count > 1)
    #expect(pages.flatMap { PaperSupport.faults($0) } == [])
    #expect(PaperSupport.words(pages).components(separatedBy: "自己紹介").count == 13)
  }

  @Test func aTimetableToFillIn() throws {
    let renderer = try PaperSupport.renderer()
    let pages = TimetableSheet(nil, heading: "地域点検", language: .ja, measurer: renderer.typesetter).pages()
    try PaperSupport.show(pages, "kit-timetable-blank", renderer)
    #expect(pages.flatMap { PaperSupport.faults($0) } == [])
  }

  @Test func nameCardsForThoseKnownAndBlanks() throws {
    let renderer = try PaperSupport.renderer()
    let staff = [
      StaffMember(name: "山田 花子", office: "地域づくり課", duty: "進行役"), StaffMember(name: "佐藤 太郎", office: "市民センター"),
      StaffMember(name: "アレクサンドラ・マクドナルド", office: "まちの保健室", duty: "テーブルAの進行役、写真の係、受付"),
    ]
    let pages = NameCards(
      staff, blanks: 8, heading: "山あいの集落の地域点検", language: .ja, measurer: renderer.typesetter
    ).pages()
    try PaperSupport.show(pages, "kit-names", renderer)
    #expect(pages.count == 2)
    #expect(pages.flatMap { PaperSupport.faults($0) } == [])
    #expect(staff.allSatisfy { PaperSupport.words(pages).contains($0.name) })
  }

  @Test func theSheetForRemarks() throws {
    let renderer = try PaperSupport.renderer()
    let page = RemarksSheet(title: "農村地域", language: .ja, measurer: renderer.typesetter).page(paper: .a4)
    try PaperSupport.show([page], "kit-remarks", renderer)
    #expect(PaperSupport.faults(page) == [])
  }
}
