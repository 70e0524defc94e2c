import Foundation
import Testing
import Workshop

@testable import Studio

/// What was said at the table is found in what is written for everybody, also where it was not copied letter by letter.
@Suite struct PrivateWordingsTests {
  private func told(
    _ text: String, allowing allowed: [String] = [], _ change: (inout Session) -> Void
  ) -> [PrivacyGate.Hit] {
    var session = SmallSession.session
    session.maps[0].findings = [(try? RichText(markup: text)) ?? RichText(plain: text)]
    change(&session)
    return PrivacyGate(for: session, allowing: allowed).hitsInRemarks { [] }
  }

  private static let long = "膝が悪く、透析に通う。息子とは絶縁した。"

  /// A note, and how it may be told.
  @Test(
    arguments: [
      ("膝が悪く透析に通う。", "膝が悪く透析に通う", true), ("膝が悪く透析に通う", "膝が悪く、透析に通う。", true),
      ("膝が悪く、透析に通う", "膝が悪く透析に通う人がいます", true), (long, "透析に通う人がいる", true),
      (long, "息子とは絶縁した", true), (long, "息子とは、絶縁したそうです", true), (long, "息子 とは 絶縁した", true),
      (long, "膝が悪くて困る", true), (long, "静かな道", false), (long, "透析", false), (long, "息子が戻る", false),
      ("膝が悪く透析に通う", "膝が悪く透析に通っている", true), ("一人暮らし、車で通勤", "車で通勤する人", true),
      ("息子とは絶縁した", "息子とは絶縁しました", true), ("透析 週三回\n酒を飲む", "酒を飲む人がいる", true), ("耳が遠い・足が弱い", "足が弱い人", true),
      ("めがみえない、元気", "めがみえない人", true),
      ("（息子は入院中）畑が好き", "息子は入院中です", true), ("役場には内緒。井戸の水は飲めない。", "井戸の水は**飲めない**", true),
      ("今は、空き家", "空き家が増える", false), ("はい、元気", "元気な人がいる", false),
      ("He drinks.", "He drinks", true), ("He drinks\nShe is blind", "He drinks, they say", true),
      ("Wheelchair; needs two people to carry", "wheelchair", true),
      ("Wheelchair; needs two people to carry", "Somebody needs two people to carry her", true),
      ("Needs two people to carry her downstairs", "It needs two people to carry anything", true),
      ("She is blind. Her son left.", "Her son left", true),
      ("She is blind. Her son left.", "She is blind", true),
      ("She is blind, and her son left", "She is, blind", true), ("Ill. Old.", "an old road", false),
      ("Cannot climb the stairs any more", "She cannot climb the stairs", true),
      ("Drinks a lot at night", "a street of lots at nights", false),
    ])
  func notesAreFoundInParts(_ note: String, _ text: String, _ isFound: Bool) {
    for place in 0..<3 {
      let hits = told(text) { session in
        switch place {
        case 0: session.maps[0].notes = [note]
        case 1: session.maps[0].houses[0].note = note
        default: session.maps[0].houses[1].note = note
        }
      }
      #expect(!hits.isEmpty == isFound, "\(text)")
    }
  }

  /// A phrase that everybody uses is stopped kindly, and passes when somebody looked at it.
  @Test func aCommonPhraseMayBeAllowed() throws {
    let note: (inout Session) -> Void = { $0.maps[0].notes = ["一人暮らし、車で通勤"] }
    let hit = try #require(told("車で通勤する人", note).first)
    #expect(hit.hint?.ja.contains("よくある言い方") == true && hit.hint?.en.contains("--allow") == true)
    #expect(told("車で通勤する人", allowing: ["車で通勤"], note).isEmpty)
    #expect(!told("一人暮らし", allowing: ["車で通勤"], note).isEmpty)
    // The whole is told once, and not part by part.
    #expect(told("一人暮らし、車で通勤", note).count == 1)
  }

  /// What the pages say whoever lives where is no part of a note.
  @Test func wordsOfThePagesPass() {
    var session = SmallSession.session
    session.maps[0].notes = ["人の住む家、静か"]
    session.maps[0].findings = ["人の住む家"]
    let gate = PrivacyGate(for: session)
    #expect(gate.hitsInRemarks { [] }.count == 1)
    #expect(gate.hitsInRemarks { ["人の住む家 4"] }.isEmpty)
  }

  @Test(
    arguments: [
      ("Edith Marlowe", "Edith cannot walk any more.", true), ("Edith Marlowe", "Marlowe cannot walk", true),
      ("Edith Marlowe", "Granny Edith", true), ("Edith Marlowe", "old Marlowe", true),
      ("Edith Marlowe", "the Marlowe house", true), ("Margaret Oldcastle", "Oldcastle", true),
      ("Edith Marlowe", "Edith’s stairs", true), ("Edith Marlowe", "the Marlowes", true),
      ("Edith Marlowe", "MARLOWE", true), ("Edith Marlowe", "the Marlowe-house", true),
      ("Edith Marlowe", "Edithさんの家", true), ("Edith Marlowe", "Edithは元気", true),
      ("Ann Smith-Jones", "Jones cannot walk", true), ("José García", "Garcia will move", true),
      ("Edith (Betty) Marlowe", "Betty will move", true), ("Mary Brown", "a brown hedge", false),
      ("Mary Brown", "Brown will move", true), ("May Hill", "11 May 2024", false),
      ("May Hill", "May is ill", true),
      ("Rose Young", "young people", false), ("Edith Marlowe", "Edithe", false),
      ("Edith Marlowe", "edit this", false),
      ("Jo Ng", "Jo-san", true), ("the old baker", "the baker", false),
      ("Mrs Hill", "Mrs. Smith went home", false),
    ])
  func partsOfNamesAreFound(_ name: String, _ text: String, _ isFound: Bool) {
    #expect(!told(text) { rename(&$0, name) }.isEmpty == isFound)
  }

  private func rename(_ session: inout Session, _ name: String) {
    guard case .residents(var people) = session.maps[0].houses[0].dwellings[0].occupancy else { return }
    people[0].name = name
    session.maps[0].houses[0].dwellings[0].occupancy = .residents(people)
  }

  /// A road of the same name was public before.
  @Test func headingsArePublic() {
    func told(_ text: String) -> Bool {
      !self.told(text) {
        rename(&$0, "Edith Marlowe")
        $0.maps[0].lines[0].name = "Marlowe Lane"
      }.isEmpty
    }
    #expect(!told("Marlowe Lane is dark"))
    #expect(told("Marlowe cannot walk"))
  }

  /// Those who sign are named in their signature, and nowhere else.
  @Test func signaturesAreNoExcuseElsewhere() {
    func told(_ text: String, _ change: (inout Publication) -> Void) -> Int {
      self.told(text) {
        rename(&$0, "権田原 よし子")
        change(&$0.publication)
      }.count
    }
    let greeting: (inout Publication) -> Void = {
      $0.greetings = [Greeting(name: "権田原 よし子", words: ["ようこそ"])]
    }
    #expect(told("静か", greeting) == 0)
    #expect(told("権田原 よし子さんは寝たきりです", greeting) == 1)
    #expect(told("静か") { $0.greetings = [Greeting(name: "権田原 よし子", words: ["権田原です"])] } == 1)
    #expect(told("権田原さんは寝たきり") { $0.contacts = [Contact(name: "権田原")] } == 1)
    #expect(told("静か") { $0.contacts = [Contact(name: "権田原")] } == 0)
  }

  /// What is found in more and more wordings is found in no sample.
  @Test func noSampleIsStopped() throws {
    let folder = Repository.root.appending(path: "samples").path
    let samples = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".yaml") }
    #expect(samples.count > 10)
    for sample in samples.sorted() {
      let told = Checking.check("\(folder)/\(sample)").warningOfNames().findings
      #expect(told.filter { $0.code.hasPrefix("private") } == [], "\(sample)")
    }
  }
}
