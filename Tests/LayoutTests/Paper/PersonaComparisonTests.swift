import Diagnostics
import Picture
import Testing
import Workshop

@testable import Layout

@Suite struct PersonaComparisonTests {
  private func pages(_ personas: [Persona], _ language: Language = .ja, look: String? = nil) throws -> [Page]
  {
    let renderer = try PaperSupport.renderer()
    let pages = PersonaComparison(personas, language: language, measurer: renderer.typesetter).pages()
    if let look { try PaperSupport.show(pages, look, renderer) }
    return pages
  }

  @Test func threePersonasStandOnOneSheetThatIsComposedToItsBottom() throws {
    let pages = try pages(PersonaSamples.three, look: "compare3")
    #expect(pages.count == 1)
    #expect(PaperSupport.faults(pages[0]) == [])
    let lowest = PaperSupport.texts(pages[0].items).map(\.box.maxY.mm).max() ?? 0
    #expect(lowest > 275)
  }

  @Test(arguments: [1, 2, 4]) func anyNumberUpToFour(_ count: Int) throws {
    let personas = Array((PersonaSamples.three + [PersonaSamples.fourth]).suffix(count))
    let pages = try pages(personas, look: "compare\(count)")
    #expect(pages.count == 1)
    #expect(PaperSupport.faults(pages[0]) == [])
    for persona in personas {
      for line in PersonaRow.allCases.flatMap({ $0.lines(of: persona, in: .ja) }) {
        #expect(PaperSupport.words(pages).contains(line))
      }
    }
  }

  @Test func inEnglish() throws {
    let pages = try pages(PersonaSamples.english, .en, look: "compare-en")
    #expect(pages.flatMap { PaperSupport.faults($0) } == [])
    #expect(PaperSupport.words(pages).contains("People we would like to meet"))
  }

  @Test func fiveStandOnTwoSheetsThreeAndTwo() {
    let five = PersonaSamples.three + PersonaSamples.three.prefix(2)
    #expect(PersonaComparison.groups(five).map(\.count) == [3, 2])
    #expect(PersonaComparison.groups([]).isEmpty)
    #expect(PersonaComparison.groups(five + five).map(\.count) == [4, 3, 3])
  }

  @Test(arguments: [2, 5, 12]) func longTextsFlowAndNothingIsCut(_ sentences: Int) throws {
    let personas = (1...4).map { PersonaSamples.long($0, sentences: sentences) }
    let pages = try pages(personas, look: "compare-long\(sentences)")
    if sentences > 2 { #expect(pages.count > 1) }
    #expect(pages.flatMap { PaperSupport.faults($0) } == [])
    let words = PaperSupport.words(pages)
    // A sentence may be cut by the end of a sheet, but its letters are all there.
    let expected = personas.flatMap { persona in
      PersonaRow.allCases.flatMap { $0.lines(of: persona, in: .ja) }
    }
    for letter in Set(expected.joined()) {
      #expect(words.count { $0 == letter } >= expected.joined().count { $0 == letter })
    }
  }
}
