import Diagnostics

/// Tells a slip of grammar in plain words.
struct GrammarMessages {
  private let slip: GrammarSlip
  private let report: Report
  private var source: SourceText { report.source }

  init(_ slip: GrammarSlip, report: Report) {
    self.slip = slip
    self.report = report
  }

  func tell() {
    switch slip.kind {
    case .tab: tellTab()
    case .openBracket(let open, let close): tellBracket(String(open), String(close))
    case .missingColon: tellMissingColon()
    case .sign: tellSign()
    default:
      guard let said = Self.plain(slip.kind) else { return }
      report.error(
        said.code, at: place(length: said.length, rest: said.length == nil), said.message, hint: said.hint)
    }
  }

  // MARK: - Messages that say the same wherever they point

  private struct Said {
    var code: FindingCode
    /// How many scalars are underlined; nil for the rest of the line.
    var length: Int?
    var message: Phrase
    var hint: Phrase
  }

  private static func plain(_ kind: GrammarSlip.Kind) -> Said? {
    switch kind {
    case .openQuote:
      Said(
        code: .unclosedQuote,
        message: Phrase(
          ja: "ここで始まる引用符が閉じられていません。", en: "The quotation that begins here is never closed."),
        hint: Phrase(
          ja: "終わりに同じ引用符を付けてください。引用符そのものは要らないことがほとんどです。",
          en: "Put the same quotation mark at its end. Most texts need none at all."))
    case .badEscape:
      Said(
        code: .syntax, length: 2,
        message: Phrase(
          ja: "「\"」の中の「\\」は特別な働きをするため、ここは読めません。",
          en: "Inside “\"”, a “\\” has a special meaning; this cannot be read."),
        hint: Phrase(
          ja: "「\\」を「\\\\」と二つ書くか、「'」で囲んでください。",
          en: "Write “\\\\”, or use “'” for the quotation."))
    case .strayBracket:
      Said(
        code: .unclosedBracket, length: 1,
        message: Phrase(
          ja: "この閉じ括弧には、対応する開き括弧がありません。", en: "No bracket was opened that this one could close."),
        hint: Phrase(ja: "余分なら消してください。", en: "Delete it if it is one too many."))
    case .missingValue:
      Said(
        code: .syntax, length: 1, message: Phrase(ja: "ここに値がありません。", en: "A value is missing here."),
        hint: Phrase(
          ja: "余分な「,」や記号がないか見てください。", en: "Look for a “,” or another sign too many."))
    case .textBehind:
      Said(
        code: .syntax,
        message: Phrase(
          ja: "引用符や括弧を閉じたあとに、まだ文字があります。", en: "Something stands behind a closed quotation or bracket."),
        hint: Phrase(
          ja: "文の中に引用符があるなら、外側を囲む引用符を消すか、もう一方の種類(\" か ')にしてください。",
          en:
            "If the text holds quotation marks itself, put none around it, or those of the other kind (\" or ')."
        ))
    case .unexpectedColon:
      Said(
        code: .unexpectedColon, length: 1,
        message: Phrase(ja: "ここに「: 」は書けません。", en: "A “: ” cannot stand here."),
        hint: Phrase(
          ja: "値の中に「: 」があるなら全体を \"…\" で囲みます。そうでなければ、前の行と字下げをそろえてください。",
          en: "If it is part of the text, put the text in \"…\". Otherwise line it up with the lines before.")
      )
    case .misplacedDash:
      Said(
        code: .indentation, length: 1,
        message: Phrase(ja: "「- 」はここから始められません。", en: "A “- ” cannot begin here."),
        hint: Phrase(
          ja: "「- 」は項目名の次の行に、行の始めから書いてください。",
          en: "Put the “- ” on the line after the key, at the beginning of the line."))
    case .dashWithoutBlank:
      Said(
        code: .indentation, length: 1,
        message: Phrase(ja: "「-」の後ろに半角の空白がありません。", en: "The “-” has no space behind it."),
        hint: Phrase(ja: "半角の「-」と半角の空白を一つ書いてください。", en: "Write a half-width “-” and a space."))
    case .outOfLine:
      // The line itself is often innocent: what it fails to line up with stands above it.
      Said(
        code: .indentation,
        message: Phrase(
          ja: "この行の位置(字下げ)か、その前の書き方がそろっていません。",
          en: "This line does not line up with those above it, or the one above is not finished."),
        hint: Phrase(
          ja: "同じ段の行は、左からの空白の数をそろえます。前の行の引用符や括弧の閉じ忘れも見てください。",
          en: "Lines of one level begin at the same column. Also look for an open quote or bracket above."))
    case .questionMark:
      Said(
        code: .reservedCharacter, length: 1,
        message: Phrase(
          ja: "半角の「?」を一つだけ書くと、特別な印として読まれます。", en: "A “?” by itself is read as a special sign."),
        hint: Phrase(
          ja: "全角の「？」にするか、\"?\" と引用符で囲んでください。",
          en: "Write the full-width “？”, or \"?\" in quotes."))
    case .alias:
      Said(
        code: .unknownAlias,
        message: Phrase(
          ja: "「*」や「&」で始まる値は、この書式では参照の印になります。参照先がありません。",
          en: "A value that begins with “*” or “&” is a reference in this format, and refers to nothing."),
        hint: asText)
    case .reading:
      Said(
        code: .reservedCharacter, length: 1,
        message: Phrase(
          ja: "ふりがなの「{」が文章の始めか [ ] の中にあると、この書式の括弧として読まれます。",
          en:
            "At the beginning of a text, or within [ ], the “{” of a reading is taken for a bracket of the format."
        ),
        hint: quoteText)
    case .tag:
      Said(
        code: .tag,
        message: Phrase(
          ja: "「!」で始まる語は、この書式では特別な印(タグ)になり、ここでは読めません。",
          en: "A word that begins with “!” is a special mark (a tag) in this format and cannot be read here."),
        hint: asText)
    case .document:
      Said(
        code: .syntax,
        message: Phrase(
          ja: "行の始めの「%」や「---」の使い方が正しくないため、ここから先を読めません。",
          en: "Nothing can be read from here on: a “%” or “---” at the beginning of a line is out of place."),
        hint: Phrase(ja: "その行を消すか、値なら \"…\" で囲んでください。", en: "Remove it, or put the value in \"…\"."))
    case .blockText:
      Said(
        code: .syntax,
        message: Phrase(
          ja: "「|」「>」で始まる文章の書き方が正しくありません。",
          en: "The text that begins with “|” or “>” is not written correctly."),
        hint: Phrase(
          ja: "「|」の後ろには何も書かず、次の行から半角の空白で字下げして書きます。",
          en: "Write nothing after the “|”, and indent the following lines by spaces."))
    case .tooDeep:
      Said(
        code: .tooDeep, length: 1,
        message: Phrase(
          ja: "括弧や字下げが深く重なりすぎています。", en: "Brackets or indentation are nested far too deep."),
        hint: Phrase(
          ja: "閉じ忘れた括弧が続いていないか見てください。", en: "Look for brackets that were never closed."))
    case .tab, .openBracket, .missingColon, .sign: nil
    }
  }

  private static let asText = Phrase(
    ja: "文字として書くときは全体を \"…\" で囲んでください。", en: "To write it as text, put it all in \"…\".")

  /// For texts with readings, which need quotes only where they stand.
  static let quoteText = Phrase(
    ja: "文章全体を \"…\" で囲んでください。", en: "Put the whole text in \"…\".")

  // MARK: - Messages that look at the line

  /// Tabs before a line's text are the cause of whatever follows; all of them are told at once.
  private func tellTab() {
    let tabs = IndentationSlips.tabs(in: source, upTo: slip.stop.line)
    if !tabs.tell(report) { IndentationSlips(places: [place(length: 1)], isTab: true).tell(report) }
  }

  private func tellBracket(_ open: String, _ close: String) {
    let isOneLine = slip.spot.line == slip.stop.line
    report.error(
      .unclosedBracket, at: isOneLine ? place(at: slip.stop, length: 1) : place(length: 1),
      isOneLine
        ? Phrase(
          ja: "「\(open)」の中では、ここに「,」か「\(close)」が必要です。",
          en: "Inside “\(open)”, a “,” or “\(close)” is needed here.")
        : Phrase(
          ja: "ここで開いた「\(open)」が「\(close)」で閉じられていません。",
          en: "The “\(open)” opened here is not closed by “\(close)”."),
      hint: Phrase(
        ja: "「,」の入れ忘れか、\(slip.spot.line) 行目の「\(open)」の閉じ忘れがないか見てください。",
        en: "Look for a forgotten “,”, or for the end of the “\(open)” of line \(slip.spot.line)."))
  }

  private func tellMissingColon() {
    let isWide = (source.line(slip.spot.line) ?? "").contains("：")
    report.error(
      .missingColon, at: place(rest: true),
      Phrase(
        ja: "ここは「項目: 値」の形になっていません。", en: "This is not of the form “key: value”."),
      hint: isWide
        ? Phrase(
          ja: "項目名の後ろは半角の「:」と半角の空白です。全角の「：」は使えません。",
          en: "After a key comes a half-width “:” and a space; the full-width “：” does not do.")
        : Phrase(
          ja: "項目名の後ろに半角の「:」と空白を一つ入れてください。",
          en: "Put a “:” and a space after the key."))
  }

  private func tellSign() {
    let character = (source.line(slip.spot.line) ?? "").unicodeScalars.dropFirst(slip.spot.column - 1).first
    let shown = character.map { String(Character($0)) } ?? ""
    report.error(
      .reservedCharacter, at: place(length: 1),
      Phrase(ja: "「\(shown)」で値を始めることはできません。", en: "A value cannot begin with “\(shown)”."),
      hint: Phrase(ja: "値全体を \"…\" で囲んでください。", en: "Put the whole value in \"…\"."))
  }

  // MARK: - Places

  private func place(at spot: GrammarSlip.Spot? = nil, length: Int? = nil, rest: Bool = false) -> Place {
    let spot = spot ?? slip.spot
    // At the end of the file, point at the last line that says anything.
    var line = min(spot.line, source.lineCount)
    var column = spot.column
    if (source.line(line) ?? "").allSatisfy(\.isWhitespace), line > 1 {
      while line > 1, (source.line(line) ?? "").allSatisfy(\.isWhitespace) { line -= 1 }
      column = (source.line(line) ?? "").unicodeScalars.count + 1
      return source.place(line: line, scalarColumn: column, scalarLength: 0)
    }
    let text = (source.line(line) ?? "").unicodeScalars
    let tail = max(0, text.count - (column - 1))
    return source.place(
      line: line, scalarColumn: column, scalarLength: rest ? tail : min(length ?? 0, tail))
  }
}
