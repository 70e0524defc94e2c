import Diagnostics
import Yams

/// Tells in plain words what the YAML reader stumbled over.
///
/// libyaml's own messages speak of tokens and contexts; each is matched here to the slip that causes it in practice.
struct YAMLProblem {
  private let error: YamlError
  private let report: Report
  private var source: SourceText { report.source }

  init(_ error: YamlError, report: Report) {
    self.error = error
    self.report = report
  }

  func tell() {
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      tell(problem, at: mark, context: context?.text ?? "", begin: context?.mark)
    default:
      report.error(
        .syntax, at: nil,
        Phrase(ja: "このファイルは YAML として読めません。", en: "This file cannot be read as YAML."))
    }
  }

  private func tell(_ problem: String, at mark: Mark, context: String, begin: Mark?) {
    if tellIndentation(until: mark.line) { return }
    let isFlow = context.contains("flow")
    switch problem {
    case let text where text.hasPrefix("Maximum nesting"): tellDepth(begin ?? mark)
    case _ where context.contains("quoted scalar") && problem.contains("unexpected"):
      tellUnclosedQuote(begin ?? mark)
    case _ where context.contains("quoted scalar"): tellEscape(mark)
    case "found unexpected ':'": tellMissingColon(mark)
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
      tellBracket(problem.hasSuffix("']'") ? ("[", "]") : ("{", "}"), begin ?? mark, mark)
    case "did not find expected node content" where isFlow:
      tellFlowContent(mark, begin)
    case "could not find expected ':'": tellMissingColon(begin ?? mark)
    case "mapping values are not allowed in this context": tellUnexpectedColon(mark)
    case "block sequence entries are not allowed in this context": tellDash(mark)
    case "mapping keys are not allowed in this context": tellQuestionMark(mark)
    case "found character that cannot start any token": tellCharacter(mark)
    case "found undefined alias": tellAlias(mark)
    case _ where context.contains("an alias") || context.contains("an anchor"): tellAlias(begin ?? mark)
    case _ where context.contains("tag"): tellTag(begin ?? mark)
    case _ where context.contains("directive"), "did not find expected <document start>":
      tellDocument(mark)
    case "did not find expected key", "did not find expected '-' indicator": tellStructure(mark)
    case _ where context.contains("block scalar"): tellBlockScalar(begin ?? mark)
    default: tellStructure(mark)
    }
  }

  // MARK: - Indentation by tabs and wide spaces

  /// Tabs before a line's text are the cause of whatever follows; all of them are told at once.
  private func tellIndentation(until line: Int) -> Bool {
    IndentationSlips.tabs(in: source, upTo: line).tell(report)
  }

  // MARK: - Brackets and quotes

  private func tellUnclosedQuote(_ begin: Mark) {
    report.error(
      .unclosedQuote, at: place(begin, rest: true),
      Phrase(
        ja: "ここで始まる引用符が閉じられていません。", en: "The quotation that begins here is never closed."),
      hint: Phrase(
        ja: "終わりに同じ引用符を付けてください。引用符そのものは要らないことがほとんどです。",
        en: "Put the same quotation mark at its end. Most texts need none at all."))
  }

  private func tellEscape(_ mark: Mark) {
    report.error(
      .syntax, at: place(mark, length: 2),
      Phrase(
        ja: "「\"」の中の「\\」は特別な働きをするため、ここは読めません。",
        en: "Inside “\"”, a “\\” has a special meaning; this cannot be read."),
      hint: Phrase(
        ja: "「\\」を「\\\\」と二つ書くか、「'」で囲んでください。",
        en: "Write “\\\\”, or use “'” for the quotation."))
  }

  private func tellBracket(_ pair: (open: String, close: String), _ begin: Mark, _ mark: Mark) {
    let lines = begin.line == mark.line
    report.error(
      .unclosedBracket, at: lines ? place(mark, length: 1) : place(begin, length: 1),
      lines
        ? Phrase(
          ja: "「\(pair.open)」の中では、ここに「,」か「\(pair.close)」が必要です。",
          en: "Inside “\(pair.open)”, a “,” or “\(pair.close)” is needed here.")
        : Phrase(
          ja: "ここで開いた「\(pair.open)」が「\(pair.close)」で閉じられていません。",
          en: "The “\(pair.open)” opened here is not closed by “\(pair.close)”."),
      hint: Phrase(
        ja: "「,」の入れ忘れか、\(begin.line) 行目の「\(pair.open)」の閉じ忘れがないか見てください。",
        en: "Look for a forgotten “,”, or for the end of the “\(pair.open)” of line \(begin.line)."))
  }

  private func tellFlowContent(_ mark: Mark, _ begin: Mark?) {
    report.error(
      .syntax, at: place(mark, length: 1),
      Phrase(ja: "ここに値がありません。", en: "A value is missing here."),
      hint: Phrase(
        ja: "余分な「,」や記号がないか見てください。", en: "Look for a “,” or another sign too many."))
  }

  // MARK: - Colons and dashes

  private func tellMissingColon(_ mark: Mark) {
    let text = source.line(mark.line) ?? ""
    let isWide = text.contains("：")
    report.error(
      .missingColon, at: place(mark, rest: true),
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

  private func tellUnexpectedColon(_ mark: Mark) {
    report.error(
      .unexpectedColon, at: place(mark, length: 1),
      Phrase(
        ja: "ここに「: 」は書けません。", en: "A “: ” cannot stand here."),
      hint: Phrase(
        ja: "値の中に「: 」があるなら全体を \"…\" で囲みます。そうでなければ、前の行と字下げをそろえてください。",
        en: "If it is part of the text, put the text in \"…\". Otherwise line it up with the lines before."))
  }

  private func tellDash(_ mark: Mark) {
    report.error(
      .indentation, at: place(mark, length: 1),
      Phrase(ja: "「- 」はここから始められません。", en: "A “- ” cannot begin here."),
      hint: Phrase(
        ja: "「- 」は項目名の次の行に、行の始めから書いてください。",
        en: "Put the “- ” on the line after the key, at the beginning of the line."))
  }

  private func tellQuestionMark(_ mark: Mark) {
    report.error(
      .reservedCharacter, at: place(mark, length: 1),
      Phrase(
        ja: "半角の「?」を一つだけ書くと、特別な印として読まれます。",
        en: "A “?” by itself is read as a special sign."),
      hint: Phrase(
        ja: "全角の「？」にするか、\"?\" と引用符で囲んでください。",
        en: "Write the full-width “？”, or \"?\" in quotes."))
  }

  private func tellCharacter(_ mark: Mark) {
    let character = (source.line(mark.line) ?? "").unicodeScalars.dropFirst(mark.column - 1).first
    let shown = character.map { String(Character($0)) } ?? ""
    guard shown != "\t" else {
      IndentationSlips(places: [place(mark, length: 1)], isTab: true).tell(report)
      return
    }
    report.error(
      .reservedCharacter, at: place(mark, length: 1),
      Phrase(
        ja: "「\(shown)」で値を始めることはできません。", en: "A value cannot begin with “\(shown)”."),
      hint: Phrase(
        ja: "値全体を \"…\" で囲んでください。", en: "Put the whole value in \"…\"."))
  }

  // MARK: - The rest

  private func tellAlias(_ mark: Mark) {
    report.error(
      .unknownAlias, at: place(mark, rest: true),
      Phrase(
        ja: "「*」や「&」で始まる値は、この書式では参照の印になります。参照先がありません。",
        en: "A value that begins with “*” or “&” is a reference in this format, and refers to nothing."),
      hint: Phrase(ja: "文字として書くときは全体を \"…\" で囲んでください。", en: "To write it as text, put it all in \"…\"."))
  }

  private func tellTag(_ mark: Mark) {
    report.error(
      .tag, at: place(mark, rest: true),
      Phrase(
        ja: "「!」で始まる語は、この書式では特別な印(タグ)になり、ここでは読めません。",
        en: "A word that begins with “!” is a special mark (a tag) in this format and cannot be read here."),
      hint: Phrase(ja: "文字として書くときは全体を \"…\" で囲んでください。", en: "To write it as text, put it all in \"…\"."))
  }

  private func tellDocument(_ mark: Mark) {
    report.error(
      .syntax, at: place(mark, rest: true),
      Phrase(
        ja: "行の始めの「%」や「---」の使い方が正しくないため、ここから先を読めません。",
        en: "Nothing can be read from here on: a “%” or “---” at the beginning of a line is out of place."),
      hint: Phrase(ja: "その行を消すか、値なら \"…\" で囲んでください。", en: "Remove it, or put the value in \"…\"."))
  }

  private func tellBlockScalar(_ mark: Mark) {
    report.error(
      .syntax, at: place(mark, rest: true),
      Phrase(
        ja: "「|」「>」で始まる文章の書き方が正しくありません。",
        en: "The text that begins with “|” or “>” is not written correctly."),
      hint: Phrase(
        ja: "「|」の後ろには何も書かず、次の行から半角の空白で字下げして書きます。",
        en: "Write nothing after the “|”, and indent the following lines by spaces."))
  }

  private func tellDepth(_ mark: Mark) {
    report.error(
      .tooDeep, at: place(mark, length: 1),
      Phrase(
        ja: "括弧や字下げが深く重なりすぎています。", en: "Brackets or indentation are nested far too deep."),
      hint: Phrase(
        ja: "閉じ忘れた括弧が続いていないか見てください。", en: "Look for brackets that were never closed."))
  }

  private func tellStructure(_ mark: Mark) {
    // The line itself is often innocent: what it fails to line up with stands above it.
    report.error(
      .indentation, at: place(mark, rest: true),
      Phrase(
        ja: "この行の位置(字下げ)か、その前の書き方がそろっていません。",
        en: "This line does not line up with those above it, or the one above is not finished."),
      hint: Phrase(
        ja: "同じ段の行は、左からの空白の数をそろえます。前の行の引用符や括弧の閉じ忘れも見てください。",
        en: "Lines of one level begin at the same column. Also look for an open quote or bracket above."))
  }

  // MARK: - Places

  private func place(_ mark: Mark, length: Int = 0, rest: Bool = false) -> Place {
    // At the end of the file, point at the last line that says anything.
    var line = min(mark.line, source.lineCount)
    var column = mark.column
    if (source.line(line) ?? "").allSatisfy(\.isWhitespace), line > 1 {
      while line > 1, (source.line(line) ?? "").allSatisfy(\.isWhitespace) { line -= 1 }
      column = (source.line(line) ?? "").unicodeScalars.count + 1
      return source.place(line: line, scalarColumn: column, scalarLength: 0)
    }
    let text = (source.line(line) ?? "").unicodeScalars
    let tail = max(0, text.count - (column - 1))
    return source.place(line: line, scalarColumn: column, scalarLength: rest ? tail : min(length, tail))
  }
}
