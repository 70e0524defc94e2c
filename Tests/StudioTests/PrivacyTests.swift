import CairoBackend
import Diagnostics
import Foundation
import Layout
import Picture
import Testing
import Workshop

@testable import Studio

/// Nothing private in print: every field of the format is planted, and looked for in everything that is written.
@Suite struct PrivacyTests {
  private let scratch = Scratch()

  private func planted() throws -> (CheckedSession, PlantedSession) {
    let planted = try PlantedSession()
    try scratch.put(planted.yaml, into: "w.yaml")
    let result = Checking.check(scratch / "w.yaml")
    let errors = result.findings.filter { $0.severity == .error }.map {
      "\($0.place?.line ?? 0): \($0.message.en)"
    }
    return (try #require(result.checked, "\(errors.joined(separator: "; ")) in\n\(planted.yaml)"), planted)
  }

  @Test func everyFieldIsPlantedAndRead() throws {
    let (checked, planted) = try planted()
    var text = ""
    dump(checked.session, to: &text)
    for (field, marker) in planted.secrets + planted.unprinted {
      #expect(text.contains(marker), "\(field) was not read")
    }
    // Those that the issue names, so that a schema that lost its fields would not pass.
    let fields = Set(planted.secrets.map(\.field))
    for field in [
      "map.notes", "map.houses", "house.name", "house.note", "house.units", "unit.name", "unit.note",
      "resident.name", "resident.note", "resident.occupation", "resident.away", "resident.plans",
      "resident.born", "dwellingPlan.moves-in", "staff.name", "staff.duty", "timetableItem.lead",
    ] {
      #expect(fields.contains(field), "\(field)")
    }
  }

  /// Every public command, with every kind of file.
  private func publish(_ checked: CheckedSession) throws {
    for (template, press) in [("quiet", false), ("mono", true)] {
      var newsletter = NewsletterPublishing(
        template: template, formats: Set(OutputFormat.allCases), dpi: 60, overwrites: true)
      newsletter.isForPress = press
      _ = try newsletter.write(checked, into: scratch / "public/newsletter-\(template)")
    }
    for size in [ExportSize.column, .slide] {
      _ = try Exporting(size: size, dpi: 60).write(checked, into: scratch / "public/export-\(size)")
    }
    _ = try PersonaSheets().write(checked, into: scratch / "public/personas")
    let rendered = try Publishing(
      request: RenderRequest(dpi: 60), destination: .folder(scratch / "public/render")
    ).publish([checked])
    #expect(rendered.flatMap(\.findings).filter { $0.severity == .error } == [])
    _ = try Kit(formats: Set(OutputFormat.allCases)).write(checked, language: .ja, into: scratch / "kit")
  }

  /// The bytes of a file, and everything that other programs get out of it.
  private func contents(_ path: String) throws -> [Data] {
    var contents = [Data(path.utf8), try Data(contentsOf: URL(filePath: path))]
    guard path.hasSuffix(".pdf") else { return contents }
    for (tool, arguments) in [
      ("qpdf", ["--qdf", "--object-streams=disable", path, scratch / "plain"]),
      ("pdftotext", [path, scratch / "plain"]),
    ] {
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/env")
      process.arguments = [tool] + arguments
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
      contents.append(try Data(contentsOf: URL(filePath: scratch / "plain")))
    }
    return contents
  }

  /// Every marker in the bytes of a file, however it is encoded: all of them begin alike.
  private static func secrets(in data: Data) throws -> [String] {
    var found: [String] = []
    for encoding in [String.Encoding.utf8, .utf16BigEndian, .utf16LittleEndian] {
      let marker = try #require("秘匿".data(using: encoding))
      let hex = marker.map { String(format: "%02x", $0) }.joined()
      for needle in [marker, Data(hex.utf8), Data(hex.uppercased().utf8)] {
        guard let range = data.range(of: needle) else { continue }
        let rest = data[range.lowerBound...].prefix(needle.count / 2 * 5)
        found.append(String(data: rest, encoding: encoding) ?? "秘匿 in hexadecimal")
      }
    }
    return found
  }

  private func files(in folder: String) throws -> [String] {
    let all = try #require(FileManager.default.enumerator(atPath: scratch / folder)).compactMap {
      $0 as? String
    }
    return all.filter { name in OutputFormat.allCases.contains { name.hasSuffix("." + $0.rawValue) } }
      .sorted()
  }

  @Test func nothingPrivateIsInAnyPublicFile() throws {
    let (checked, planted) = try planted()
    try publish(checked)
    var seen = 0
    var shown = 0
    for folder in ["public", "kit"] {
      // Those who run the workshop are named on their cards and on the timetable's sheet.
      let forRoom = (planted.secrets + planted.unprinted).filter { secret in
        folder == "kit" && ["staff.", "timetable"].contains { secret.field.hasPrefix($0) }
      }.map(\.marker)
      let years = Set(planted.secrets.map(\.marker).filter { Int($0) != nil })
      for name in try files(in: folder) {
        seen += 1
        for data in try contents(scratch / "\(folder)/\(name)") {
          if name.hasSuffix(".pdf"), data.range(of: Data("公開".utf8)) != nil { shown += 1 }
          // A timetable that is exported says what happened when, and not who was in charge.
          let ofTimetable =
            name.contains("/timetable.")
            ? planted.unprinted.filter { $0.field.hasPrefix("timetable") }.map(\.marker) : []
          for text in try Self.secrets(in: data)
          where !(forRoom + ofTimetable).contains(where: text.hasPrefix) {
            Issue.record("\(name): \(text)")
          }
        }
        // Years and ages stand alone; other digits are parts of numbers.
        for text in try FileTexts.all(
          in: Array(Data(contentsOf: URL(filePath: scratch / "\(folder)/\(name)"))))
        // The seal is a checksum: what stands in it by chance is nobody's year.
        where !text.string.hasPrefix("Tenken-seal") {
          let numbers = text.string.split { !$0.isNumber }.map(String.init)
          #expect(years.isDisjoint(with: numbers), "\(name): \(text.string)")
          #expect(!text.string.contains("73歳") && text.string != "73", "\(name)")
        }
      }
    }
    #expect(seen > 60)
    // What was meant for everybody is there, so looking was worth something.
    #expect(shown > 5)
  }

  /// Where the filter is broken, pages for the table come to the gate.
  @Test func theGateStopsWhatABrokenFilterLetsThrough() throws {
    let (checked, _) = try planted()
    var newsletter = NewsletterPublishing(formats: [.pdf])
    newsletter.audience = .table
    #expect {
      try newsletter.write(checked, into: scratch / "out")
    } throws: { error in
      let findings = (error as? Trouble)?.findings ?? []
      return findings.count > 1 && findings.allSatisfy { $0.code == "private-in-public" }
    }
    var export = Exporting(formats: [.svg])
    export.audience = .table
    #expect(throws: Trouble.self) { try export.write(checked, into: scratch / "out") }
    #expect(!FileManager.default.fileExists(atPath: scratch / "out"))

    let plan = try RenderPlan(checked.session, file: "w.yaml", RenderRequest(audience: .table))
    let measurer = try PaperDesk.renderer().typesetter
    let pages = plan.sheets.flatMap {
      SheetDrawing(plan: plan).pictures($0, .series, measurer: measurer)
    }.flatMap(\.pages)
    #expect(
      !PrivacyGate(for: checked.session).hits(in: pages) { plan.vocabulary(measurer: measurer) }.isEmpty)
  }

  /// Every private word, put where no page shows it: into the file's title, its subject, words for those who cannot see.
  @Test func theGateFindsEveryPrivateWordInAFinishedFile() throws {
    let (checked, planted) = try planted()
    let renderer = try PaperDesk.renderer()
    let gate = PublicGate(checked, measurer: renderer.typesetter)
    let style = TextStyle(size: .pt(9), color: Color(0))
    for (field, marker) in planted.secrets {
      let block = TextBlock("見てはならない\(marker)のこと", style)
      let text = PlacedText(
        block, at: Point(.mm(10), .mm(20)), extent: renderer.typesetter.extent(of: block))
      let clean = Page(size: .a4, title: "題", summary: "要", items: [])
      var told = clean
      told.items = [
        .group(
          Group(
            [
              .shape(
                Shape(
                  .rect(Rect(x: .mm(1), y: .mm(1), width: .mm(9), height: .mm(9))), fill: .solid(Color(0))))
            ], role: .figure, alternative: marker))
      ]
      var shown = clean
      shown.items = [.text(text)]
      let documents = [
        Document(title: marker, author: "Tenken", subject: "", language: .ja, date: nil, pages: [clean]),
        Document(title: "題", author: "Tenken", subject: marker, language: .ja, date: nil, pages: [clean]),
        Document(title: "題", author: "Tenken", subject: "", language: .ja, date: nil, pages: [told]),
        Document(title: "題", author: "Tenken", subject: "", language: .ja, date: nil, pages: [shown]),
      ]
      for document in documents {
        let pdf = try renderer.pdf(document)
        #expect(throws: Trouble.self, "\(field)") { try gate.check(pdf, called: "a.pdf") }
      }
      var titled = clean
      titled.title = marker
      let (svg, png) = (try renderer.svg(titled), try renderer.png(titled, dpi: 10))
      #expect(throws: Trouble.self, "\(field)") { try gate.check(svg, called: "a.svg") }
      #expect(throws: Trouble.self, "\(field)") { try gate.check(png, called: "a.png") }
      let name = try renderer.png(clean, dpi: 10)
      #expect(throws: Trouble.self, "\(field)") { try gate.check(name, called: "\(marker).png") }
    }
    let pdf = try renderer.pdf(
      Document(
        title: "題", author: "Tenken", subject: "", language: .ja, date: nil,
        pages: [Page(size: .a4, title: "1", summary: "", items: [])]))
    #expect(throws: Never.self) { try gate.check(pdf, called: "a.pdf") }
  }

  @Test func aWordThatWasLookedAtMayPass() throws {
    try scratch.put(
      "tenken: 1\ntitle: 名\ndate: 2023-02-07\nsections: [{title: 話, text: みどりの日の話をしました。}]\n"
        + "maps: [{id: A, title: 村, houses: {a1: {name: みどり, people: [○70, △68]}}, actions: [集まる], findings: [少ない]}]\n",
      into: "w.yaml")
    let checked = try #require(Checking.check(scratch / "w.yaml").checked)
    #expect(throws: Trouble.self) { try NewsletterPublishing().write(checked, into: scratch / "out") }
    var knowing = NewsletterPublishing()
    knowing.allowed = ["みどり"]
    let errors = try knowing.write(checked, into: scratch / "out").findings.filter { $0.severity == .error }
    #expect(errors == [])
  }

  @Test(
    arguments: [
      ("Ann", "the planning of the year", false), ("Ann", "with Ann and Bob", true),
      ("Ann", "Ann's house", true),
      ("Smith", "the Smiths will move", true), ("Smith", "a blacksmith", false), ("Ken", "Tenken", false),
      ("中村", "中　村さん", true), ("太郎", "桃太郎の話", true), ("Ｓｍｉｔｈ", "the SMITH house", true),
      ("2037", "2037年に", true), ("2037", "120375", false), ("森下", "森の下", false),
      ("70歳", "70歳以上の人", false), ("79歳", "70＝70〜79歳", false), ("70歳", "70歳の人", true),
      ("aged 70", "aged 70–79", false),
      ("aged 70", "aged 70 now", true),
    ])
  func wordsAreFoundAsPeopleReadThem(_ word: String, _ text: String, _ isFound: Bool) {
    #expect(!WordIndex([[word]]).found(in: text).isEmpty == isFound)
  }
}

/// A district of three houses, in which anybody knows who is ninety.
@Suite struct SmallDistrictTests {
  private let scratch = Scratch()

  private static let district = """
    tenken: 1
    title: 三軒の組
    date: 2023-02-07
    language: ja
    maps:
      - id: A
        title: 三軒の組
        roads: [{id: 県道, points: [[0, 60], [180, 60]]}]
        along: [{road: 県道, side: north, houses: [b1, b2, b3]}]
        houses: {b1: [○78, △75], b2: [○60, △58], b3: [△90]}
    questionnaire:
      respondents: 12
      questions:
        - {question: ひとりの問い, respondents: 1, answers: {はい: 1}}
        - {question: みんなの問い, about: opinion, answers: {はい: 11, いいえ: 1}}
    participants: {total: 12, ages: {60代: 5, 70代: 6, 90代: 1}, sexes: {女: 11, 男: 1}}
    """

  private func words(_ groups: SmallGroups) throws -> String {
    let file = scratch / "district.yaml"
    try Data(Self.district.utf8).write(to: URL(filePath: file))
    let checked = try #require(Checking.check(file).checked)
    let out = scratch / "out-\(groups.rawValue)"
    var export = Exporting(formats: [.svg], includesChance: true, chance: ChanceOrder())
    export.groups = groups
    _ = try export.write(checked, into: out)
    return try FileManager.default.contentsOfDirectory(atPath: out).sorted().map {
      try String(contentsOfFile: "\(out)/\($0)", encoding: .utf8)
    }.joined()
  }

  /// What a question asks about is worth saying only where it makes a difference.
  @Test func theHintSpeaksOfQuestionsWhereItHelps() throws {
    func notes(_ questions: String) throws -> [Finding] {
      let file = scratch / "questions.yaml"
      try scratch.put(
        "tenken: 1\ntitle: 会\ndate: 2023-02-07\nquestionnaire: {respondents: 12, questions: [\(questions)]}\n",
        into: "questions.yaml")
      let session = try #require(Checking.check(file).checked).session
      return SmallGroups.coarsened.findings(session)
    }
    let asked = "question: 年齢は, answers: {20代: 1, 30代: 4, 40代: 7}"
    let told = try notes("{\(asked)}")
    #expect(told.map { $0.hint?.ja.contains("「たずねること: 考え」") } == [true])
    #expect(told.map { $0.hint?.en.contains("`about: opinion`") } == [true])
    // Both are what the format calls it.
    for about in ["たずねること: 考え", "about: opinion"] {
      #expect(try notes("{\(asked), \(about)}") == [])
    }
    let few = try notes("{question: 好きな色は, respondents: 2, answers: {青: 1, 赤: 1}}")
    #expect(few.map { $0.hint?.en.contains("about") } == [false])
    #expect(try notes("{question: 好きな色は, respondents: 2, about: opinion, answers: {青: 2}}").count == 1)
  }

  /// The sheets of `render` say it on the page, and whoever prints them is told as well.
  @Test func renderTellsWhatItMadeCoarser() throws {
    try scratch.put(Self.district, into: "district.yaml")
    let checked = try #require(Checking.check(scratch / "district.yaml").checked)
    func notes(_ change: (inout RenderRequest) -> Void) throws -> Int {
      var request = RenderRequest(formats: [.svg])
      change(&request)
      return try Rendering(resources: .find()).render([checked], request)
        .flatMap(\.findings).count { $0.code == "small-groups" }
    }
    #expect(try notes { _ in } == 1)
    #expect(try notes { $0.groups = .kept } == 0)
    #expect(try notes { $0.audience = .table } == 0)
  }

  @Test func noGraphicTellsWhoIsNinety() throws {
    let words = try words(.coarsened)
    for trace in ["70歳以上", "90代 1人", "60代 2人", "ひとりの問い", "男 1人"] {
      #expect(!words.contains(trace), "\(trace)")
    }
    #expect(words.contains("家が少ないため"))
    #expect(words.contains("みんなの問い"))
    // The check can fail: as it is, knowingly, all of that is there.
    let kept = try self.words(.kept)
    for trace in ["70歳以上", "90代 1人", "ひとりの問い", "男 1人"] { #expect(kept.contains(trace), "\(trace)") }
  }
}
