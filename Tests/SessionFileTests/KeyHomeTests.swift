import Diagnostics
import Testing

@testable import SessionFile

/// A key that stands at the wrong level, or goes by another name, is told where it belongs and what it is called.
@Suite struct KeyHomeTests {
  struct Slip: Sendable, CustomTestStringConvertible {
    /// What stands at the outermost level, in the map, or in the house `b1`.
    var file = ""
    var map = ""
    var house = ""
    var en: String
    var ja: String
    var testDescription: String { file + map + house }

    var text: String {
      """
      tenken: 1
      date: 2023-02-07
      title: t
      \(file)
      maps:
        - id: B
          title: n
          \(map)
          houses:
            b1: {\(house)}
          actions: [a]
      """
    }
  }

  static let slips = [
    Slip(
      file: "houses: {b1: [○78]}", en: "`houses` belongs in a map, indented as the map's `id` is.",
      ja: "「houses」は地図の中(その地図の id と同じ字下げ)に書きます。"),
    Slip(
      file: "家: {b1: [○78]}", en: "`家` belongs in a map, indented as the map's `id` is.",
      ja: "「家」は地図の中(その地図の id と同じ字下げ)に書きます。"),
    Slip(
      file: "Houses: {b1: [○78]}", en: "`houses` belongs in a map, indented as the map's `id` is.",
      ja: "「houses」は地図の中(その地図の id と同じ字下げ)に書きます。"),
    Slip(
      file: "huoses: {b1: [○78]}",
      en: "Did you mean `houses`? It belongs in a map, indented as the map's `id` is.",
      ja: "「houses」のことでしょうか。地図の中(その地図の id と同じ字下げ)に書きます。"),
    Slip(
      file: "persons: 3", en: "Did you mean `people`? It belongs in a house, as in b1: {people: …}.",
      ja: "「people」のことでしょうか。家の中(b1: {people: …} の形)に書きます。"),
    Slip(
      map: "residents: 3", en: "Did you mean `people`? It belongs in a house, as in b1: {people: …}.",
      ja: "「people」のことでしょうか。家の中(b1: {people: …} の形)に書きます。"),
    Slip(
      map: "住民: 3", en: "Did you mean `人`? It belongs in a house, as in b1: {人: …}.",
      ja: "「人」のことでしょうか。家の中(b1: {人: …} の形)に書きます。"),
    Slip(
      map: "人: 3", en: "`人` belongs in a house, as in b1: {人: …}.",
      ja: "「人」は家の中(b1: {人: …} の形)に書きます。"),
    Slip(
      map: "date: 2023-02-07", en: "`date` belongs at the outermost level of the file, not indented.",
      ja: "「date」はファイルのいちばん外側(字下げなし)に書きます。"),
    Slip(
      map: "senarios: {}",
      en: "Did you mean `scenarios`? It belongs at the outermost level of the file, not indented.",
      ja: "「scenarios」のことでしょうか。ファイルのいちばん外側(字下げなし)に書きます。"),
    Slip(
      map: "もしも: {}", en: "`もしも` belongs at the outermost level of the file, not indented.",
      ja: "「もしも」はファイルのいちばん外側(字下げなし)に書きます。"),
    Slip(
      map: "points: [[0, 1]]", en: "`points` belongs in a road or an area.", ja: "「points」は道、区域の中に書きます。"),
    Slip(
      map: "votes: []", en: "`votes` belongs at the outermost level of the file, not indented.",
      ja: "「votes」はファイルのいちばん外側(字下げなし)に書きます。"),
    Slip(file: "deceased-at: 90", en: "`deceased-at` belongs in `rules`.", ja: "「deceased-at」は「決まり」の中に書きます。"),
    Slip(
      file: "rules: {death: off}", en: "`death` belongs in `chance`, which is one of the `rules`.",
      ja: "「death」は「決まり」の「確率」の中に書きます。"),
    Slip(house: "title: 中村", en: "Did you mean `name`?", ja: "「name」のことでしょうか。"),
    Slip(house: "題名: 中村", en: "Did you mean `名前`?", ja: "「名前」のことでしょうか。"),
    Slip(
      house: "actions: [a]", en: "`actions` belongs in a map, indented as the map's `id` is.",
      ja: "「actions」は地図の中(その地図の id と同じ字下げ)に書きます。"),
    Slip(
      house: "age: 72", en: "`age` belongs in a person, as in {sex: male, age: …}.",
      ja: "「age」は人の中({性別: 男, age: …} の形)に書きます。"),
    Slip(
      house: "ocupation: 農業",
      en: "Did you mean `occupation`? It belongs in a person, as in {sex: male, occupation: …}.",
      ja: "「occupation」のことでしょうか。人の中({性別: 男, occupation: …} の形)に書きます。"),
    Slip(
      house: "people: [{sex: male, job: 農業}]", en: "Did you mean `occupation`?", ja: "「occupation」のことでしょうか。"),
    // A misspelling of a key that may stand here comes before keys of elsewhere.
    Slip(file: "venu: 公民館", en: "Did you mean `venue`?", ja: "「venue」のことでしょうか。"),
    Slip(map: "fndings: [a]", en: "Did you mean `findings`?", ja: "「findings」のことでしょうか。"),
  ]

  @Test(arguments: slips) func tellsWhereItBelongs(_ slip: Slip) throws {
    let findings = SessionReader.read(bytes: Array(slip.text.utf8), file: "f").findings
    let errors = findings.filter { $0.severity == .error }
    #expect(errors.map(\.code) == ["unknown-key"])
    #expect(errors.first?.hint?.en == slip.en)
    #expect(errors.first?.hint?.ja == slip.ja)
  }

  /// A key of the map, indented too far, would be a house; nothing is said of what it has no people in it.
  @Test func keysOfTheMapAmongTheHouses() {
    let text = """
      tenken: 1
      title: t
      date: 2023-02-07
      maps:
        - id: B
          title: n
          houses:
            b1: [○78]
            findings: [Many live alone, Two houses are vacant]
            取り組むといいこと:
              - あつまる
            道: [○81]
      """
    let result = SessionReader.read(bytes: Array(text.utf8), file: "f")
    let errors = result.findings.filter { $0.severity == .error }
    #expect(
      errors.map(\.message.en) == [
        "`findings` stands among the houses.", "`取り組むといいこと` stands among the houses.",
      ])
    #expect(errors.allSatisfy { $0.hint?.ja.contains("「家」と同じ深さまで字下げを戻してください。") ?? false })
  }

  @Test(
    arguments: [
      ("maps:\n  B: {title: n}", 2, "Write each as “- id: A”."),
      (
        "maps:\n  - id: B\n    title: n\n    roads:\n      県道: [[0, 60], [180, 60]]", 5,
        "Write each as “- {id: R1, kind: main, points: [[0, 60], [180, 60]]}”."
      ),
      (
        "maps:\n  - id: B\n    title: n\n    houses:\n      - b1: [○78]", 5,
        "Remove the “- ” at the beginning of each line."
      ),
    ]) func listsAndNames(_ maps: String, _ line: Int, _ hint: String)
  {
    let text = "tenken: 1\ntitle: t\ndate: 2023-02-07\n" + maps
    let errors = SessionReader.read(bytes: Array(text.utf8), file: "f").findings.filter {
      $0.severity == .error
    }
    #expect(errors.map(\.code) == ["wrong-type"])
    #expect(errors.first?.hint?.en == hint)
    #expect(errors.first?.place?.line == line + 3)
  }

  /// Every kind of table is a home, so that no key is forgotten, and no suggestion offers a word that is none.
  @Test func everyKeyHasAHome() {
    for home in KeyHome.all {
      let taken = Set(home.names.filter(\.isTaken).map(\.candidate.word))
      for name in home.names { #expect(taken.contains(name.offered), "\(name.offered)") }
      for name in home.names where !name.isTaken {
        #expect(!taken.contains(name.candidate.word), "\(name.candidate.word) is a name already")
      }
    }
    let schema = SessionSchema.text
    for name in KeyHome.all.flatMap(\.names) where name.isTaken {
      #expect(schema.contains("\"\(name.candidate.word)\": {"))
    }
    #expect(Set(KeyHome.all.map(\.id)).count == KeyHome.all.count)
  }

  /// Guessing is the dearest part of telling; it must not make a file of slips slow.
  @Test func thousandsOfUnknownKeys() {
    let keys = (0..<5000).map { "k\($0)xyzzy: 1\n" }.joined()
    let text = "tenken: 1\ntitle: t\ndate: 2023-02-07\nmaps: [{id: A, title: t}]\n" + keys
    let started = ContinuousClock.now
    let result = SessionReader.read(bytes: Array(text.utf8), file: "f")
    #expect(result.findings.count == 401)
    #expect(ContinuousClock.now - started < .seconds(20))
  }
}
