import Diagnostics
import Yams

/// Finds the slip behind what the YAML reader stumbled over.
///
/// libyaml's own messages speak of tokens and contexts, and point to where it could not go on, which is often a line
/// too late; each is matched here to the slip that causes it in practice.
struct YAMLProblem {
  private let lines: ScannedLines

  init(_ source: SourceText) { lines = ScannedLines(source: source) }

  /// The slip; nil where the error has no place.
  func slip(_ error: YamlError) -> GrammarSlip? {
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      asReading(
        slip(problem, GrammarSlip.Spot(mark), context?.text ?? "", context.map { GrammarSlip.Spot($0.mark) }))
    default: nil
    }
  }

  /// The same slip, or a reading whose braces are the cause of it: YAML stops at the brace within a list, and right
  /// behind the reading where a text begins with it.
  private func asReading(_ slip: GrammarSlip) -> GrammarSlip {
    switch slip.kind {
    case .textBehind, .openBracket: break
    default: return slip
    }
    let column = slip.stop.column - 1
    let found = lines[slip.stop.line].readings.first { range in
      range.lowerBound == column
        || range.upperBound < column
          && lines[slip.stop.line].scalars[range.upperBound + 1..<column].allSatisfy { $0 == " " }
    }
    guard let found else { return slip }
    let spot = GrammarSlip.Spot(line: slip.stop.line, column: found.lowerBound + 1)
    return GrammarSlip(kind: .reading, spot: spot, stop: slip.stop)
  }

  private func slip(
    _ problem: String, _ stop: GrammarSlip.Spot, _ context: String, _ begin: GrammarSlip.Spot?
  ) -> GrammarSlip {
    func slip(_ kind: GrammarSlip.Kind, _ spot: GrammarSlip.Spot? = nil) -> GrammarSlip {
      GrammarSlip(kind: kind, spot: spot ?? stop, stop: stop)
    }
    let start = begin ?? stop
    // A quotation that never ends is the first slip where it begins.
    let first = context.contains("quoted scalar") ? start : stop
    if !IndentationSlips.tabs(in: lines.source, upTo: first.line).places.isEmpty {
      return GrammarSlip(kind: .tab, spot: first, stop: first)
    }
    switch problem {
    case let text where text.hasPrefix("Maximum nesting"): return slip(.tooDeep, start)
    case _ where context.contains("quoted scalar") && problem.contains("unexpected"):
      return slip(.openQuote, start)
    case _ where context.contains("quoted scalar"): return slip(.badEscape)
    case "found undefined alias": return slip(.alias)
    case _ where context.contains("an alias") || context.contains("an anchor"): return slip(.alias, start)
    case _ where context.contains("tag"): return slip(.tag, start)
    default: break
    }
    if let quote = openQuote(before: stop) { return slip(.openQuote, quote) }
    let isFlow = context.contains("flow")
    switch problem {
    case "did not find expected ',' or ']'": return slip(.openBracket("[", "]"), start)
    case "did not find expected ',' or '}'": return slip(.openBracket("{", "}"), start)
    case "did not find expected node content" where isFlow: return slip(.missingValue)
    case "mapping keys are not allowed in this context": return slip(.questionMark)
    case "found character that cannot start any token":
      return slip(scalar(at: stop) == "\t" ? .tab : .sign)
    case _ where context.contains("directive"), "did not find expected <document start>":
      return slip(.document)
    case _ where context.contains("block scalar"): return slip(.blockText, start)
    default: break
    }
    if let bracket = openBracket(before: stop.line) {
      let kind: GrammarSlip.Kind = bracket.sign == "[" ? .openBracket("[", "]") : .openBracket("{", "}")
      return slip(kind, bracket.spot)
    }
    switch problem {
    case "found unexpected ':'": return slip(.missingColon)
    case "could not find expected ':'": return slip(.missingColon, start)
    case "mapping values are not allowed in this context":
      let (kind, spot) = besideColon(stop)
      return slip(kind, spot)
    case "block sequence entries are not allowed in this context": return slip(.misplacedDash)
    default: break
    }
    let scan = lines[stop.line]
    if scalar(at: stop).map({ "]}".unicodeScalars.contains($0) }) == true { return slip(.strayBracket) }
    return slip(stop.column - 1 > scan.content ? .textBehind : .outOfLine)
  }

  private func scalar(at spot: GrammarSlip.Spot) -> Unicode.Scalar? {
    lines[spot.line].scalars[safe: spot.column - 1]
  }

  // MARK: - What stands above is to blame

  /// Quotations and brackets are rarely left open over more lines than this.
  private static let farthest = 100

  /// A quotation that was not closed on its line, so that the next quotation mark, meant to begin one, ended it.
  private func openQuote(before stop: GrammarSlip.Spot) -> GrammarSlip.Spot? {
    var line = stop.line
    while let above = lines.before(line), stop.line - above <= Self.farthest {
      line = above
      let scan = lines[line]
      guard let column = scan.openQuote else {
        // A mark further up cannot have ended here if there is one in between.
        if scan.scalars.contains("\"") || scan.scalars.contains("'") { return nil }
        continue
      }
      let ends = lines[stop.line].scalars.prefix(max(0, stop.column - 1)).contains(scan.scalars[column])
      return ends ? GrammarSlip.Spot(line: line, column: column + 1) : nil
    }
    return nil
  }

  /// A bracket left open on the line above.
  private func openBracket(before line: Int) -> (sign: Unicode.Scalar, spot: GrammarSlip.Spot)? {
    guard let above = lines.before(line), let bracket = lines[above].open.last else { return nil }
    return (bracket.sign, GrammarSlip.Spot(line: above, column: bracket.column + 1))
  }

  /// What is wrong where a `: ` was found that cannot be there: with the line above, with this line's place, or with
  /// the colon.
  private func besideColon(_ stop: GrammarSlip.Spot) -> (GrammarSlip.Kind, GrammarSlip.Spot?) {
    let scan = lines[stop.line]
    let isKey = scan.colon == stop.column - 1 && !scan.text.prefix { $0 != ":" }.contains(" ")
    guard isKey, let above = firstWithoutColon(before: stop.line) else { return (.unexpectedColon, nil) }
    let first = GrammarSlip.Spot(line: stop.line, column: scan.content + 1)
    let other = lines[above]
    guard other.colon == nil || other.startsWithBareDash else {
      return scan.indent > other.content ? (.outOfLine, first) : (.unexpectedColon, nil)
    }
    let start = GrammarSlip.Spot(line: above, column: other.content + 1)
    if other.startsWithBareDash { return (.dashWithoutBlank, start) }
    // Behind an entry of a list the line itself is out of place, unless it lines up with the entry's words.
    return other.isItem && scan.indent != other.content ? (.outOfLine, first) : (.missingColon, start)
  }
}

extension YAMLProblem {
  /// The first of the lines without a colon right above line `number`: YAML takes them for one text. Where there are
  /// none, the line above.
  private func firstWithoutColon(before number: Int) -> Int? {
    var first = lines.before(number)
    while let line = first, lines[line].colon == nil, !lines[line].isItem, let above = lines.before(line),
      lines[above].colon == nil, lines[above].content <= lines[line].indent
    {
      first = above
    }
    return first
  }
}

extension LineScan {
  /// Whether its content begins with a dash that no blank follows.
  var startsWithBareDash: Bool {
    guard let first = text.first, first == "-" || first == "－", text.count > 1 else { return false }
    return !(text.dropFirst().first?.isDigit ?? false)
  }
}

extension GrammarSlip.Spot {
  init(_ mark: Mark) { self.init(line: max(1, mark.line), column: max(1, mark.column)) }
}
