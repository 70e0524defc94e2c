import Diagnostics
import Picture
import Testing
import Workshop

@testable import Layout

@Suite struct PersonaSheetTests {
  @Test func everythingThatWasWrittenStandsOnThePage() throws {
    let renderer = try PaperSupport.renderer()
    let pages = PersonaSheet(PersonaSamples.fourth, language: .ja, measurer: renderer.typesetter).pages()
    try PaperSupport.show(pages, "persona", renderer)
    #expect(pages.count == 1)
    #expect(PaperSupport.faults(pages[0]) == [])
    let words = PaperSupport.words(pages)
    for field in PersonaField.allCases {
      for answer in PersonaSamples.fourth[field] { #expect(words.contains(answer)) }
    }
  }

  @Test func aThinPersonaIsAPageToo() throws {
    let renderer = try PaperSupport.renderer()
    for (name, persona) in [("thin", PersonaSamples.three[1]), ("empty", Persona(number: 9, title: "名なし"))] {
      let pages = PersonaSheet(persona, language: .ja, measurer: renderer.typesetter).pages()
      try PaperSupport.show(pages, "persona-\(name)", renderer)
      #expect(pages.count == 1)
      #expect(pages.flatMap { PaperSupport.faults($0) } == [])
    }
  }

  @Test(arguments: [3, 12]) func longTextsFlowAndNothingIsCut(_ sentences: Int) throws {
    let renderer = try PaperSupport.renderer()
    let persona = PersonaSamples.long(1, sentences: sentences)
    let pages = PersonaSheet(persona, language: .ja, measurer: renderer.typesetter).pages()
    try PaperSupport.show(pages, "persona-long\(sentences)", renderer)
    #expect((pages.count > 1) == (sentences > 3))
    #expect(pages.flatMap { PaperSupport.faults($0) } == [])
    let words = PaperSupport.words(pages)
    let written = PersonaField.allCases.flatMap { persona[$0] }.joined()
    for letter in Set(written) { #expect(words.count { $0 == letter } >= written.count { $0 == letter }) }
  }

  /// Whatever field is long, whatever the title: all of it stands on the sheets, none outside, none on anything else.
  @Test func anyFieldMayBeLong() throws {
    let renderer = try PaperSupport.renderer()
    let long = String(repeating: "毎朝はやく起きて、庭の手入れをしてから、近所の人にあいさつをします。", count: 88)
    let title = "とても長い題名をもつ人で、ふだんは\n二行に入りきらないほどの長い言いかたで紹介される、四行にもなる題名をもつ人"
    for field in PersonaField.allCases {
      let persona = Persona(number: 1, title: title, answers: [field: [long]])
      let sheets = PersonaSheet(persona, language: .ja, measurer: renderer.typesetter).pages()
      #expect(sheets.count > 1 && sheets.flatMap { PaperSupport.faults($0) } == [], "\(field)")
      let letters = PaperSupport.words(sheets)
      #expect(letters.count { $0 == "庭" } == long.count { $0 == "庭" }, "\(field)")
    }
  }

  @Test(arguments: Language.allCases) func theWorksheetAsksForEveryField(_ language: Language) throws {
    let renderer = try PaperSupport.renderer()
    let page = PersonaWorksheet(title: "山あいの集落の地域点検", language: language, measurer: renderer.typesetter)
      .page()
    try PaperSupport.show([page], "worksheet-\(language.rawValue)", renderer)
    #expect(PaperSupport.faults(page) == [])
    let words = PaperSupport.words([page])
    for label in PersonaField.allCases.map({ $0.label(in: language) }) where !label.isEmpty {
      #expect(words.contains(label))
    }
    let letters = words.filter { !$0.isWhitespace }
    for topic in PersonaTopic.allCases {
      #expect(letters.contains(topic.heading(in: language).filter { !$0.isWhitespace }))
    }
  }
}
