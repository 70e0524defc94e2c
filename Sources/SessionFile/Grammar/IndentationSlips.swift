import Diagnostics

/// Lines that are indented by something other than spaces.
struct IndentationSlips {
  var places: [Place]
  var isTab: Bool

  /// The most places that are told.
  private static let most = 20

  /// Lines up to `line` whose indentation holds a tab; if there are any, also those after it that begin with one.
  static func tabs(in source: SourceText, upTo line: Int) -> IndentationSlips {
    var slips = find(in: source, upTo: source.lineCount, "\t") { !$0.isEmpty && $0.first != "#" }
    guard slips.places.contains(where: { $0.line <= line }) else {
      return IndentationSlips(places: [], isTab: true)
    }
    slips.places.removeAll { $0.line > line && $0.column > 1 }
    return slips
  }

  /// Lines that look like a key or a list's entry behind an indentation with a wide space (U+3000). Inside a longer
  /// text such a space begins a paragraph, and is left alone.
  /// `wideColons`: whether a full-width colon makes a key, too, as in a file that has no others.
  static func wideSpaces(in source: SourceText, wideColons: Bool = false) -> IndentationSlips {
    var slips = find(in: source, upTo: source.lineCount, "\u{3000}") { rest in
      if rest.hasPrefix("- ") || rest == "-" { return true }
      if wideColons, let colon = rest.firstIndex(of: "："), colon != rest.startIndex { return true }
      guard let colon = rest.firstIndex(of: ":") else { return false }
      let after = rest.index(after: colon)
      let isKey = rest[..<colon].count <= 20 && !rest[..<colon].contains(" ")
      return isKey && (after == rest.endIndex || rest[after] == " ")
    }
    slips.isTab = false
    return slips
  }

  private static func find(
    in source: SourceText, upTo last: Int, _ wanted: Character, where isMeant: (Substring) -> Bool
  ) -> IndentationSlips {
    var places: [Place] = []
    let bytes = source.bytes
    for number in 1...max(1, min(last, source.lineCount)) {
      // Almost no line begins so: a look at the bytes saves making a string of each.
      var start = source.startOfLine(number)
      while start < bytes.count, bytes[start] == 0x20 { start += 1 }
      guard start < bytes.count, bytes[start] == 0x09 || bytes[start] == 0xE3 else { continue }
      guard let line = source.line(number) else { continue }
      let indent = line.prefix { $0 == " " || $0 == "\t" || $0 == "\u{3000}" }
      guard let first = indent.firstIndex(of: wanted), isMeant(line[indent.endIndex...]) else { continue }
      let length = indent[first...].prefix { $0 == wanted }.count
      places.append(
        Place(
          file: source.file, line: number, column: line[..<first].count + 1, length: length))
    }
    return IndentationSlips(places: places, isTab: true)
  }

  /// Reports every one; false where there is none.
  @discardableResult
  func tell(_ report: Report) -> Bool {
    for place in places.prefix(Self.most) {
      if isTab {
        report.error(
          .tab, at: place,
          Phrase(
            ja: "字下げにタブが使われています。", en: "A tab is used for indentation."),
          hint: Phrase(
            ja: "タブを消し、半角の空白(二つずつ)で字下げしてください。",
            en: "Remove the tab and indent by spaces, two for each level."))
      } else {
        report.error(
          .wideSpaceIndent, at: place,
          Phrase(
            ja: "字下げに全角の空白が使われています。", en: "A full-width space is used for indentation."),
          hint: Phrase(
            ja: "全角の空白を消し、半角の空白(二つずつ)で字下げしてください。",
            en: "Remove it and indent by half-width spaces, two for each level."))
      }
    }
    return !places.isEmpty
  }
}
