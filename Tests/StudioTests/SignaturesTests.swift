import Testing

@testable import Studio

/// Names under which people speak to everybody are passed over by the gate, however they are spelt.
@Suite struct SignaturesTests {
  private static let names = ["中村 花子", "ガーデン町役場", "Ann Smith", "カ\u{3099}ーデン", "神\u{FE00}田", "\u{FA19}田"]

  @Test(
    arguments: [
      ("", ""), ("花子", "花子"), ("中村 花子", "\n"), ("町長 中村 花子より", "町長 \nより"),
      ("中村 花子と中村 花子", "\nと\n"), ("中村花子", "中村花子"), ("Ann Smith's", "\n's"), ("ann smith", "ann smith"),
      // The same word with ゛ of its own, and the twin of a character.
      ("カ\u{3099}ーデン町役場", "\n"), ("ガーデン", "\n"), ("神田", "\n"), ("\u{FA19}田さん", "\nさん"),
      ("神\u{FE00}田", "\n"), ("…ガーデン町役場・中村 花子…", "…\n・\n…"),
    ])
  func namesAreMasked(_ text: String, _ masked: String) {
    #expect(Signatures(Self.names).masked(in: text) == masked)
  }

  /// What is looked for first, the bytes, leaves out nothing that is looked for by characters.
  @Test func bytesLeaveOutNothing() {
    let parts = [
      "中", "村", " ", "花子", "カ", "\u{3099}", "ガ", "ー", "神", "\u{FA19}", "\u{FE00}", "田", "A", "é", "e\u{301}",
      "\r", "\n",
    ]
    var state: UInt64 = 7
    func next(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    func text(_ length: Int) -> String { (0..<length).map { _ in parts[next(parts.count)] }.joined() }
    for _ in 0..<3000 {
      let names = (0..<3).map { _ in text(1 + next(3)) }
      let line = text(next(12)) + names[next(3)] + text(next(4))
      let byCharacters = names.reduce(line) { $0.replacing($1, with: "\n") }
      let masked = Signatures(names).masked(in: line)
      #expect(Array(masked.utf8) == Array(byCharacters.utf8), "\(names) in \(line)")
    }
  }
}
