import Diagnostics
import Workshop

/// Reading single values; each tells what is wrong and then answers nil.
extension Report {
  // MARK: - Text

  /// A line of text; numbers are as good as words.
  func text(_ node: Node?) -> String? {
    guard let node else { return nil }
    guard let text = node.text else {
      tellWrongType(node, expected: Phrase(ja: "文字", en: "text"))
      return nil
    }
    let trimmed = text.trimmed
    return trimmed.isEmpty ? nil : trimmed
  }

  /// A list of lines, or one line.
  func lines(_ node: Node?) -> [String] {
    guard let node else { return [] }
    switch node.content {
    case .list(let list): return list.compactMap { $0.isNull ? nil : text($0) }
    case .scalar(let text):
      if node.style == .plain, LineScan(text).startsWithBareDash, !text.contains(" - ") {
        let spot = GrammarSlip.Spot(line: node.line, column: node.column)
        GrammarMessages(GrammarSlip(kind: .dashWithoutBlank, spot: spot, stop: spot), report: self).tell()
      }
      return Report.bullets(text.split(whereSeparator: \.isNewline).map(String.init))
    case .null: return []
    case .table:
      tellWrongType(node, expected: Phrase(ja: "文の一覧", en: "a list of lines"))
      return []
    }
  }

  /// Lines of text as they stand below each other, with ・ before each as on paper; YAML makes one line of them.
  private static func bullets(_ lines: [String]) -> [String] {
    lines.flatMap { line -> [String] in
      guard line.trimmed.hasPrefix("・") else { return [line] }
      return " \(line)".replacing("\u{3000}・", with: " ・").split(separator: " ・").map(String.init)
    }.map(\.trimmed).filter { !$0.isEmpty }
  }

  /// A word of a list of words.
  func word<Value>(_ node: Node?, _ vocabulary: Vocabulary<Value>, what: Phrase) -> Value? {
    guard let node else { return nil }
    guard let text = node.text else {
      tellWrongType(node, expected: what)
      return nil
    }
    if let value = vocabulary[text] { return value }
    tellUnknownWord(text, at: place(node), vocabulary, what: what)
    return nil
  }

  func tellUnknownWord<Value>(_ text: String, at place: Place, _ vocabulary: Vocabulary<Value>, what: Phrase)
  {
    error(
      .unknownWord, at: place,
      Phrase(
        ja: "\(what.ja)に「\(text.shortened)」はありません。", en: "“\(text.shortened)” is no \(what.en)."),
      hint: !wantsGuesses
        ? nil
        : Suggestion.hint(for: text, among: vocabulary.words)
          ?? Suggestion.choices(vocabulary.examples(like: text)))
  }

  /// `on` or `off`, in any of their words.
  func onOff(_ node: Node?) -> Bool? {
    word(node, Words.switches, what: Phrase(ja: "on か off", en: "switch (on or off)"))
  }

  // MARK: - Numbers

  /// A whole number, with a counter word behind it if need be.
  func integer(_ node: Node?, units: [String] = [], what: Phrase) -> Int? {
    guard let node else { return nil }
    guard let text = node.text else {
      tellWrongType(node, expected: what)
      return nil
    }
    if let value = NumberText.integer(text, units: units) { return value }
    tellBadValue(node, what)
    return nil
  }

  func tellBadValue(_ node: Node, _ what: Phrase, hint: Phrase? = nil) {
    guard let text = node.text else {
      tellWrongType(node, expected: what)
      return
    }
    error(
      .badValue, at: place(node),
      Phrase(
        ja: "「\(text.shortened)」は\(what.ja)として読めません。", en: "“\(text.shortened)” cannot be read as \(what.en)."
      ),
      hint: hint)
  }

  /// A calendar year, in either calendar.
  func year(_ node: Node?) -> Int? {
    guard let node else { return nil }
    guard let text = node.text else {
      tellWrongType(node, expected: Phrase(ja: "年", en: "a year"))
      return nil
    }
    let scalars = Array(text.folded.trimmed.unicodeScalars)
    if let found = YearText.prefix(scalars, at: 0), found.end == scalars.count { return found.year }
    tellBadYear(text, at: place(node))
    return nil
  }

  func tellBadYear(_ text: String, at place: Place) {
    error(
      .badYear, at: place,
      Phrase(ja: "「\(text.shortened)」は年として読めません。", en: "“\(text.shortened)” cannot be read as a year."),
      hint: Phrase(ja: "2030 や令和12年のように書いてください。", en: "Write it as 2030."))
  }

  /// A calendar date that exists.
  func date(_ node: Node?) -> CalendarDate? {
    guard let node else { return nil }
    guard let text = node.text else {
      tellWrongType(node, expected: Phrase(ja: "日付", en: "a date"))
      return nil
    }
    switch DateText.read(text) {
    case .date(let date): return date
    case .doesNotExist(let month, let day, let last):
      error(
        .badDate, at: place(node),
        last.map {
          Phrase(
            ja: "\(month)月\(day)日という日はありません。\(month)月は\($0)日までです。",
            en: "There is no day \(day) in month \(month); it has \($0) days.")
        } ?? Phrase(ja: "\(month)月という月はありません。", en: "There is no month \(month)."))
    case .unreadable:
      error(
        .badDate, at: place(node),
        Phrase(
          ja: "「\(text.shortened)」は日付として読めません。", en: "“\(text.shortened)” cannot be read as a date."),
        hint: Phrase(ja: "2023-02-07 や 2023年2月7日のように書いてください。", en: "Write it as 2023-02-07."))
    }
    return nil
  }

  // MARK: - The sheet

  /// `[x, y]` or `x,y`.
  func point(_ node: Node?) -> SheetPoint? {
    guard let node else { return nil }
    let what = Phrase(ja: "紙の上の位置 [横, 縦]", en: "a point of the sheet, [x, y]")
    switch node.content {
    case .scalar(let text):
      let scalars = Array(text.folded.trimmed.unicodeScalars)
      if let found = PointText.prefix(scalars), found.end == scalars.count { return found.point }
      tellBadValue(node, what, hint: Phrase(ja: "たとえば [30, 90] と書きます。", en: "For example [30, 90]."))
    case .list(let list):
      guard list.count == 2 else {
        error(
          .badValue, at: place(node),
          Phrase(
            ja: "位置は [横, 縦] の二つの数です。\(list.count) 個あります。",
            en: "A point is two numbers, [x, y]; there \(list.count == 1 ? "is" : "are") \(list.count)."))
        return nil
      }
      let numbers = list.map { number($0) }
      if let x = numbers[0], let y = numbers[1] { return SheetPoint(x: x, y: y) }
    default: tellWrongType(node, expected: what)
    }
    return nil
  }

  /// A number, whole or decimal.
  func number(_ node: Node) -> Double? {
    let what = Phrase(ja: "数", en: "a number")
    guard let text = node.text else {
      tellWrongType(node, expected: what)
      return nil
    }
    if let value = NumberText.decimal(text) { return value }
    tellBadValue(node, what)
    return nil
  }

  /// `[[0, 60], [90, 55]]` or `0,60 90,55`.
  func points(_ node: Node?, atLeast least: Int) -> [SheetPoint]? {
    guard let node else { return nil }
    var points: [SheetPoint] = []
    switch node.content {
    case .list(let list):
      for element in list {
        guard let point = point(element) else { return nil }
        points.append(point)
      }
    case .scalar(let text):
      for word in Word.split(PointText.listed(text)) {
        let scalars = word.scalars
        guard let found = PointText.prefix(scalars), found.end == scalars.count else {
          error(
            .badValue, at: place(node, word.range),
            Phrase(
              ja: "「\(word.text.shortened)」は位置として読めません。",
              en: "“\(word.text.shortened)” cannot be read as a point."),
            hint: Phrase(ja: "[[0, 60], [90, 55]] のように書いてください。", en: "Write [[0, 60], [90, 55]]."))
          return nil
        }
        points.append(found.point)
      }
    default:
      tellWrongType(node, expected: Phrase(ja: "点の一覧 [[横, 縦], …]", en: "a list of points [[x, y], …]"))
      return nil
    }
    guard points.count >= least else {
      error(
        .tooFewPoints, at: place(node),
        Phrase(
          ja: "点が \(points.count) 個しかありません。\(least) 個以上必要です。",
          en:
            "There \(points.count == 1 ? "is 1 point" : "are \(points.count) points"); at least \(least) are needed."
        ),
        hint: Phrase(
          ja: "[[0, 60], [180, 60]] のように並べてください。", en: "Write them as [[0, 60], [180, 60]]."))
      return nil
    }
    return points
  }
}

extension Node {
  /// The line of a list that says `line`; else the node itself.
  func holding(_ line: String) -> Node {
    guard case .list(let nodes) = content else { return self }
    return nodes.first { $0.text?.trimmed == line } ?? self
  }
}
