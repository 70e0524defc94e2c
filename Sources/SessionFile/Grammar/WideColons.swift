import Diagnostics

/// The lines of a text in which a full-width colon stands behind a key, in the place of a half-width one.
struct WideColons {
  /// Each of them as a slip.
  private(set) var slips: [GrammarSlip] = []
  /// Whether keys of a workshop are among them, so that they are keys and no text.
  private(set) var areKeys = false

  init(_ source: SourceText, report: Report) {
    let keys = report.names(of: SessionKey.self)
    let lines = ScannedLines(source: source)
    for number in 1...max(1, source.lineCount) {
      let scan = lines[number]
      guard !scan.isEmpty, scan.colon == nil else { continue }
      let word = scan.text.prefix { $0 != "：" && $0 != " " && $0 != "\u{3000}" }
      guard !word.isEmpty, scan.scalars[safe: word.endIndex] == "：" else { continue }
      if keys[word] != nil { areKeys = true }
      let spot = GrammarSlip.Spot(line: number, column: scan.content + 1)
      slips.append(GrammarSlip(kind: .missingColon, spot: spot, stop: spot))
    }
  }
}
