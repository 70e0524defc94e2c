import Diagnostics
import Testing

@Suite struct PhraseTests {
  @Test func speaksTheReadersLanguage() {
    let phrase = Phrase(ja: "家", en: "house")
    #expect(phrase(in: .ja) == "家")
    #expect(phrase(in: .en) == "house")
  }
}
