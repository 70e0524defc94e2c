import Diagnostics
import Testing
import Workshop
@testable import SessionFile

/// The rules by which relations are inferred, case by case.
@Suite struct RelationTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var people: String
    var relations: String
    var testDescription: String { people }
  }

  /// h head, p partner, c child, q child's partner, g grandchild, e parent, o other.
  private static let letters: [Relation: Character] = [
    .head: "h", .partner: "p", .child: "c", .childPartner: "q", .grandchild: "g", .parent: "e", .other: "o",
  ]

  static let cases: [Case] = [
    Case(people: "○78", relations: "h"),
    Case(people: "○78, △75", relations: "hp"),
    Case(people: "△75, ○78", relations: "hp"),
    Case(people: "○78, △75, ○48, △45", relations: "hpcc"),
    Case(people: "○78, △75, ○48, △45, ○15", relations: "hpcqg"),
    Case(people: "○78, △75, ○48, △45, ○15, △12", relations: "hpcqgg"),
    Case(people: "○78, △75, ○48 他出 大阪, △45, ○15", relations: "hpccg"),
    Case(people: "○78, △75, ○48, ○45, ○15", relations: "hpccg"),
    Case(people: "○78, △75, ○48, △30, ○15", relations: "hpcgg"),
    Case(people: "○50, △48, ○20, △78", relations: "hpce"),
    Case(people: "○50, △48, ○80, △78", relations: "hpee"),
    Case(people: "△45, ○15", relations: "hc"),
    Case(people: "○40, ○70", relations: "he"),
    Case(people: "○40, △55", relations: "hp"),
    Case(people: "○40, △56", relations: "he"),
    Case(people: "○40, △24", relations: "hc"),
    Case(people: "○40, △25", relations: "hp"),
    Case(people: "○40, ？38", relations: "hp"),
    Case(people: "○70代, △60代, ○40代", relations: "hpc"),
    Case(people: "○, △, ○12", relations: "hpc"),
    Case(people: "○, △", relations: "hp"),
    Case(people: "○40, ○38 配偶者, ○8", relations: "hpc"),
    Case(people: "○50 本人, △15 長女, ○12 長男, △70 母", relations: "hcce"),
    Case(people: "△80 母, ○50, △48, ○20", relations: "ehpc"),
    Case(people: "○50, △48, ○47 弟", relations: "hpo"),
    Case(people: "○78, △75, △45 嫁, ○15 孫", relations: "hpqg"),
    Case(people: "○1951年生, △1953年生, ○1980年生", relations: "hpc"),
  ]

  @Test(arguments: cases) func isInferred(_ item: Case) throws {
    let text = ShorthandTests.file(houses: "b1: [\(item.people)]")
    let result = SessionReader.read(bytes: Array(text.utf8), file: "f")
    let people = try #require(result.session?.maps[0].houses[0].dwellings[0].people)
    #expect(String(people.compactMap { Self.letters[$0.relation] }) == item.relations)
  }

  /// Where nobody can tell, a note or a warning says so.
  @Test(
    arguments: [
      ("○50, △48, ○47", "child-close-in-age"), ("○50, △48, ○52", "child-older-than-parent"),
      ("○50, ○48", "unclear-relation"), ("○50, △48, ○", "unclear-relation"),
      ("○40, △38, ○60 長男", "child-older-than-parent"), ("○40, △38, ○30 長男", "child-close-in-age"),
      ("○40, △38, △50 母", "child-close-in-age"),
    ])
  func isTold(people: String, code: String) throws {
    let text = ShorthandTests.file(houses: "b1: [\(people)]")
    let result = SessionReader.read(bytes: Array(text.utf8), file: "f")
    #expect(result.findings.filter { $0.code != "nowhere-placed" }.map(\.code) == [code])
    #expect(result.session != nil)
  }
}
