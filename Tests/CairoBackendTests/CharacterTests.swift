import CairoBackend
import Diagnostics
import Picture
import Testing

/// No character becomes an empty box unnoticed.
@Suite struct CharacterTests {
  let typesetter: PangoTypesetter

  init() throws { typesetter = try Support.renderer().typesetter }

  private func drawn(_ string: String) -> String {
    typesetter.lines(of: TextBlock(string, Support.style(10))).joined()
  }

  @Test func whatTheTypefaceLacksIsMarkedAndTold() throws {
    #expect(drawn("海😀山") == "海〓山")
    #expect(drawn("家族👨‍👩‍👧と") == "家族〓と", "one mark for what is one character to a reader")
    #expect(typesetter.missingCharacters == ["👨‍👩‍👧", "😀"])
    let finding = try #require(typesetter.findings.first)
    #expect(typesetter.findings.count == 1)
    #expect(finding.severity == .warning)
    #expect(finding.code == "character-missing")
    #expect(finding.message.ja.contains("😀 (U+1F600)"))
    #expect(finding.message.en.contains("😀 (U+1F600)"))
  }

  @Test(arguments: ["髙橋 﨑山 邉 德 彌 祐 凜", "○△■□？●◯◎→←↑↓〜～・…—–", "①②③㈱℡㎡", "Åé¥$€", "ｱｲｳ ＡＢＣ ０１"])
  func whatTheTypefaceHasIsDrawn(string: String) {
    #expect(drawn(string) == string)
    #expect(typesetter.missingCharacters.isEmpty)
  }

  @Test func spellingsOfTheSameCharacterAreOne() {
    #expect(drawn("か\u{3099}") == "が", "as file names of macOS spell it")
    #expect(drawn("葛\u{E0100}城").unicodeScalars.first == "葛", "a variant the typeface may not know")
    #expect(drawn("a\u{0}b\tc") == "a b c")
    #expect(typesetter.missingCharacters.isEmpty)
  }

  @Test func aMissingTypefaceIsToldWithWhatToInstall() throws {
    let error = #expect(throws: BackendError.self) {
      try PangoTypesetter(fontFolders: [Support.root + "/docs"])
    }
    #expect(error?.code == .font)
    #expect(error?.hint?.ja.contains("fonts-morisawa-bizud-gothic") == true)
  }
}
