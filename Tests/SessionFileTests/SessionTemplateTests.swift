import Diagnostics
import Testing
import Workshop

@testable import SessionFile

@Suite struct SessionTemplateTests {
  @Test(arguments: Language.allCases) func isReadWithoutAFinding(_ language: Language) throws {
    let text = SessionTemplate.text(in: language)
    let result = SessionReader.read(bytes: Array(text.utf8), file: "new.yaml")
    #expect(result.findings == [])
    let session = try #require(result.session)
    #expect(session.language == language)
    let map = try #require(session.maps.first)
    #expect((4...6).contains(map.houses.count))
    #expect(!map.lines.isEmpty && !map.actions.isEmpty && !map.findings.isEmpty)
    #expect(session.scenarios.count == 1)
    #expect(text.hasSuffix("\n") && !text.contains("\t"))
  }

  /// Both speak of the same lane: only names and words differ.
  @Test func isTheSameInBothLanguages() throws {
    let maps = try Language.allCases.map { language in
      let bytes = Array(SessionTemplate.text(in: language).utf8)
      return try #require(SessionReader.read(bytes: bytes, file: "").session?.maps.first)
    }
    let shapes = maps.map { map in
      map.houses.map { house in
        house.dwellings.map { dwelling in
          dwelling.people.map { [$0.sex.rawValue, "\($0.age)", "\($0.plans)"] }
        }
      }
    }
    #expect(shapes[0] == shapes[1])
  }

  /// What the remarks offer can be typed as it is offered.
  @Test(arguments: [
    "2035戻", "2031婚", "2038施設", "returns 2035", "marries 2031", "care 2038",
  ]) func offersPlansThatAreRead(_ plan: String) throws {
    let text = "○48 他出 \(plan)"
    let draft = try #require(
      ResidentText.read(
        Word.split(text), of: Node(content: .scalar(text), style: .plain, line: 1, column: 1),
        report: Report(source: SourceText(file: "", bytes: Array(text.utf8)))))
    #expect(draft.plans.count == 1)
    #expect(
      Language.allCases.contains { SessionTemplate.text(in: $0).contains(plan) })
  }
}
