import Diagnostics
import Yams

/// Composes a file's tree, and goes on behind slips of grammar, so that everything that is wrong in a file is told at
/// once.
///
/// Each slip is told; then the text is mended, or as little of it as possible put away, and composed again. A finding
/// that may be owed to a mend, and not to whoever typed the file, is never told.
struct GrammarRecovery {
  /// What composing one text came to.
  private struct Attempt {
    var text: MendedText
    var report: Report
    var outcome: TreeComposer.Outcome

    /// Where composing stopped, in lines of the original; beyond any where it did not.
    var end: Int {
      switch outcome {
      case .tree, .nothing: .max
      case .further(let mark): text.originalLine(max(1, mark.line))
      case .stopped(let slip): slip.map { text.originalLine(min($0.stop.line, text.source.lineCount)) } ?? 0
      }
    }

    /// The line of the original on which the slip that stopped it begins; 0 where there is none.
    var begin: Int {
      guard case .stopped(let slip?) = outcome else { return 0 }
      return text.originalLine(min(slip.spot.line, text.source.lineCount))
    }

    /// The byte of the original at which composing stopped.
    var offset: Int {
      guard case .stopped(let slip?) = outcome else { return end == .max ? .max : 0 }
      let line = min(slip.stop.line, text.source.lineCount)
      return text.origin(ScannedLines(source: text.source).offset(line, slip.stop.column - 1))
    }
  }

  private let report: Report
  private var text: MendedText
  private var told: Set<Int> = []
  /// Lines of which a sign was told.
  private var signs: Set<Int> = []
  /// In bytes; composing is what takes time.
  private var budget = 6_000_000

  /// More slips of grammar than anybody makes before checking a file.
  private static let mostSlips = 20

  init(report: Report) {
    self.report = report
    text = MendedText(report.source)
    // A line with letters that cannot be read is told as that; what its grammar is nobody can say.
    told = Set(
      report.findings.filter { $0.code == FindingCode.invalidUTF8.rawValue }.compactMap(\.place?.line))
  }

  /// The tree, and a report over the text it was composed from; nil where there is none, and why has been told.
  mutating func compose() -> (root: Node, report: Report)? {
    let marks = QuestionMarks.edits(in: report.source.bytes)
    if !marks.isEmpty { text = text.applying(marks) }
    mendWideSpaces()
    var attempt = attempt(text)
    for count in 0...Self.mostSlips {
      text = attempt.text
      switch attempt.outcome {
      case .tree(let root):
        guard root.text != nil, let next = withColons(attempt) else { return (root, attempt.report) }
        attempt = next
      case .nothing: return nil
      case .stopped(nil):
        report.add(attempt.report.findings)
        return nil
      case .further(let mark):
        guard let next = joined(attempt, mark) else { return nil }
        attempt = next
      case .stopped(let slip?):
        tell(slip, in: attempt)
        guard let next = count < Self.mostSlips ? mended(slip, attempt) : ended(slip, attempt) else {
          return nil
        }
        attempt = next
      }
    }
    return nil
  }

  private mutating func attempt(_ text: MendedText) -> Attempt {
    let report = Report(source: text.source, after: self.report)
    // Of a text that is composed again and again, fewer.
    var composer = text.isMended ? TreeComposer(report: report, mostRepeats: 8) : TreeComposer(report: report)
    let outcome = composer.compose()
    budget -= text.source.bytes.count * max(1, composer.passes)
    // There is no end of what is wrong with it.
    if text.isMended, case .stopped(nil) = outcome { budget = min(budget, 0) }
    return Attempt(text: text, report: report, outcome: outcome)
  }

  /// Wide spaces before a line are no error to YAML: they become part of a key.
  private mutating func mendWideSpaces() {
    let slips = IndentationSlips.wideSpaces(in: text.source)
    guard slips.tell(report) else { return }
    told.formUnion(slips.places.map(\.line))
    let mends = SlipMends.indenting(slips.places.map(\.line), ScannedLines(source: text.source))
    if let best = best(mends, after: 0) { text = best.text }
  }

  /// A file whose colons are all full-width is one long text to YAML. An attempt with every colon behind a key mended,
  /// each told, as are full-width spaces before them; nil where it is another text.
  private mutating func withColons(_ attempt: Attempt) -> Attempt? {
    guard WideColons(attempt.text.source, report: report).areKeys else { return nil }
    var text = attempt.text
    let spaces = IndentationSlips.wideSpaces(in: text.source, wideColons: true)
    let indented = spaces.places.map(\.line).filter { !told.contains($0) }
    if !indented.isEmpty {
      spaces.tell(report)
      let lines = ScannedLines(source: text.source)
      if let mend = SlipMends.indenting(indented, lines).first { text = text.applying(mend) }
    }
    let slips = WideColons(text.source, report: report).slips
    for slip in slips.prefix(Self.mostSlips) {
      let here = Report(source: text.source)
      GrammarMessages(slip, report: here).tell()
      report.add(
        here.findings.map { finding in
          var finding = finding
          finding.place = finding.place.map(text.place)
          return finding
        })
    }
    let mends = slips.flatMap { SlipMends($0, in: text.source).repairs.first ?? [] }
    return self.attempt(text.applying(mends))
  }

  private mutating func tell(_ slip: GrammarSlip, in attempt: Attempt) {
    let here = Report(source: attempt.text.source)
    GrammarMessages(slip, report: here).tell()
    for finding in here.findings {
      var finding = finding
      finding.place = finding.place.map(attempt.text.place)
      // A second slip on a line may be owed to how the first was mended, as may a line out of place right below.
      if slip.kind == .outOfLine, isOwedToMend(finding.place?.line ?? 0, attempt.text) { continue }
      let line = finding.place?.line ?? 0
      if slip.kind.isOneSign {
        signs.insert(line)
      } else if slip.kind == .missingColon && signs.contains(line) || !told.insert(line).inserted {
        continue
      }
      report.add([finding])
    }
  }

  /// Whether a line may only seem out of place because of how those right above it were mended. Below lines indented
  /// by wide spaces it does not where an entry stands above these: its level is known without them.
  private func isOwedToMend(_ number: Int, _ mended: MendedText) -> Bool {
    let lines = ScannedLines(source: report.source)
    guard var above = lines.before(number), told.contains(above) else { return false }
    if isNowhereInLine(number, lines) || mended.isExact(above) { return false }
    while told.contains(above), lines.source.line(above)?.first == "\u{3000}", let next = lines.before(above)
    {
      above = next
    }
    let entry = lines[above]
    return told.contains(above) || !(entry.colon.map { $0 + 1 < entry.end } ?? false)
  }

  /// Whether a line lines up with none of those above it, wherever the ones right above it belong: they say all they
  /// have to say on their own lines, and it is deeper than they are.
  private func isNowhereInLine(_ number: Int, _ lines: ScannedLines) -> Bool {
    let indent = lines[number].indent
    var line = lines.before(number)
    while let above = line, told.contains(above) {
      let scan = lines[above]
      guard scan.indent < indent, !scan.isItem, scan.colon.map({ $0 + 1 < scan.end }) ?? false else {
        return false
      }
      line = lines.before(above)
    }
    guard let before = line else { return false }
    let scan = lines[before]
    // Deeper than the last line that is as it should be, too, and not within what that one begins.
    return scan.content < indent && scan.colon.map { $0 + 1 < scan.end } ?? false
  }

  // MARK: - Going on

  /// The next attempt after a slip; nil where nothing helps.
  private mutating func mended(_ slip: GrammarSlip, _ failed: Attempt) -> Attempt? {
    let mends = SlipMends(slip, in: failed.text.source)
    let repairs = mends.repairs
    if let sure = mends.sure, budget > 0 {
      let attempt = attempt(failed.text.applying(sure))
      if attempt.end > failed.end { return attempt }
    }
    if slip.kind == .missingColon, let exact = repairs.first, exact.allSatisfy({ $0.trust == .exact }),
      budget > 0
    {
      let attempt = attempt(failed.text.applying(exact))
      if attempt.end > failed.end || isSlipBelow(attempt, failed) { return attempt }
    }
    if slip.kind.isOneSign, let only = repairs.first, budget > 0 {
      let attempt = attempt(failed.text.applying(only))
      if attempt.offset > failed.offset { return attempt }
    }
    // What was left open is missed far below.
    let first = failed.text.originalLine(slip.spot.line)
    let line = slip.kind.isLeftOpen ? first : slip.kind == .tab ? 0 : max(failed.end, first)
    let repaired = best(repairs, after: line, text: failed.text, from: failed)
    if let repaired, repaired.end == .max { return repaired }
    // Where leaving out the line gets further than mending it, what stopped the mended text was the mend.
    for loss in mends.losses where budget > 0 {
      let attempt = attempt(failed.text.applying(loss))
      guard gets(attempt, beyond: line, from: failed) else { continue }
      if let repaired, repaired.end >= attempt.end { return repaired }
      return attempt
    }
    return repaired ?? ended(slip, failed)
  }

  /// An attempt at what stands before the slip, nothing behind it.
  private mutating func ended(_ slip: GrammarSlip, _ failed: Attempt) -> Attempt? {
    guard slip.kind != .tooDeep, budget > -6_000_000 else { return nil }
    let attempt = attempt(failed.text.applying(SlipMends(slip, in: failed.text.source).rest))
    return attempt.end == .max ? attempt : nil
  }

  /// Of several mends the one with which composing gets furthest, and of those the one that leaves the fewest errors.
  private mutating func best(
    _ mends: [SlipMends.Edits], after line: Int, text: MendedText? = nil, from failed: Attempt? = nil
  ) -> Attempt? {
    var best: [Attempt] = []
    for mend in mends where budget > 0 {
      let attempt = attempt((text ?? self.text).applying(mend))
      guard gets(attempt, beyond: line, from: failed), attempt.end >= best.first?.end ?? 0 else { continue }
      if attempt.end > best.first?.end ?? 0 { best = [] }
      best.append(attempt)
    }
    guard best.count > 1 else { return best.first }
    var least = Int.max
    var chosen: Attempt?
    for attempt in best {
      let errors = errors(in: attempt)
      if errors < least { (least, chosen) = (errors, attempt) }
    }
    return chosen
  }

  /// Whether composing gets further: beyond the line, or, where a slip is missed only on the line below it, as far as a
  /// sign of that line itself.
  private func gets(_ attempt: Attempt, beyond line: Int, from failed: Attempt?) -> Bool {
    if attempt.end > line { return true }
    guard let failed, failed.end == line, case .stopped(let slip?) = attempt.outcome else { return false }
    return slip.kind.isOneSign && isSlipBelow(attempt, failed)
  }

  /// Whether what stops an attempt is a slip of its own on the line on which the first one was missed, and that line no
  /// part of the one above it.
  private func isSlipBelow(_ attempt: Attempt, _ failed: Attempt) -> Bool {
    let lines = ScannedLines(source: report.source)
    return attempt.end == failed.end && attempt.begin > failed.begin && failed.begin > 0
      && lines[attempt.begin].indent <= lines[failed.begin].indent
  }

  /// How many errors there are in the part of the text that could be composed.
  private mutating func errors(in attempt: Attempt) -> Int {
    var readable = attempt
    if case .stopped(let slip?) = attempt.outcome {
      let line = min(slip.stop.line, attempt.text.source.lineCount)
      let start = attempt.text.source.startOfLine(line)
      readable = self.attempt(
        attempt.text.applying([
          MendedText.Edit(range: start..<attempt.text.source.bytes.count, bytes: [], trust: .lost)
        ]))
    }
    guard case .tree(let root) = readable.outcome else { return 0 }
    let report = Report(source: readable.text.source, after: self.report, isCount: true)
    _ = WorkshopReader(report: report).session(root)
    return report.errorCount
  }

  /// A second document: the dashes are put away where that makes one workshop of the two, else all that follows.
  private mutating func joined(_ attempt: Attempt, _ mark: GrammarSlip.Spot) -> Attempt? {
    let source = attempt.text.source
    let report = Report(source: source)
    TreeComposer(report: report).tellFurtherDocument(mark)
    self.report.add(report.findings.map(moved))
    let lines = ScannedLines(source: source)
    var start = min(mark.line, source.lineCount)
    while start > 1, !["---", "..."].contains((source.line(start) ?? "").prefix(3)) { start -= 1 }
    func hiding(_ range: ClosedRange<Int>) -> MendedText {
      attempt.text.applying(
        range.map { MendedText.Edit(range: lines.rest($0, from: 0), bytes: [], trust: .lost) })
    }
    let one = self.attempt(hiding(start...start))
    if case .tree(let root) = one.outcome, !root.hasRepeatedKeys { return one }
    let first = self.attempt(hiding(start...source.lineCount))
    return first.end == .max ? first : nil
  }

  private func moved(_ finding: Finding) -> Finding {
    var finding = finding
    finding.place = finding.place.map(text.place)
    return finding
  }

  // MARK: - What was found behind the slips

  /// The findings of the reader, as far as they are about the file and not about the mends, at their places in it.
  func kept(_ findings: [Finding]) -> [Finding] {
    guard text.isMended else { return findings }
    let isAstray = findings.contains { finding in
      Self.structure.contains(finding.code)
        && finding.place.map { text.moved.contains(text.place($0).line) } == true
    }
    let whole = String(decoding: text.original.bytes, as: UTF8.self).folded
    let disturbed = text.lost.union(text.moved).sorted().compactMap(text.original.line).joined(
      separator: "\n"
    )
    .folded
    return findings.filter { finding in
      guard let place = finding.place else { return text.lost.isEmpty }
      let bytes = text.bytes(of: place)
      let line = text.original.lineNumber(ofByte: bytes.lowerBound)
      if text.lost.contains(line) { return false }
      if text.doubtful.contains(where: {
        $0.lowerBound <= bytes.upperBound && bytes.lowerBound <= $0.upperBound
      }) {
        return false
      }
      if Self.structure.contains(finding.code), text.moved.contains(line) { return false }
      if isAstray || !text.lost.isEmpty, Self.absence.contains(finding.code) { return false }
      guard !text.moved.isEmpty || !text.lost.isEmpty else { return true }
      if Self.doubles.contains(finding.code) {
        // The first of the two may be a name only because of a mend.
        return !disturbed.contains(String(decoding: text.original.bytes[bytes], as: UTF8.self).folded)
      }
      guard Self.references.contains(finding.code) else { return true }
      // Somebody or something that is named once more, perhaps in what was not read.
      let word = String(decoding: text.original.bytes[bytes], as: UTF8.self).folded
      let name = word.split(separator: "/").last?.split(whereSeparator: { ".-+".contains($0) }).first ?? ""
      if isAstray { return false }
      return finding.code == FindingCode.unknownPerson.rawValue
        ? !disturbed.contains(name) : whole.ranges(of: name).count < 2
    }.map(moved)
  }

  private static func names(_ codes: FindingCode...) -> Set<String> { Set(codes.map(\.rawValue)) }

  /// What is found where a line stands in the wrong table.
  private static let structure = names(
    .unknownKey, .missingKey, .missingValue, .wrongType, .badKey, .duplicateKey, .duplicateID)
  /// What is found where something stands twice.
  private static let doubles = names(.duplicateKey, .duplicateID)
  /// What is found where something is missing that may have been put away.
  private static let absence = names(
    .missingKey, .missingValue, .emptyList, .noHouses, .noActions, .nowherePlaced, .emptyScenario, .noUnits,
    .tooFewPoints, .unclearRelation, .childOlderThanParent, .childCloseInAge, .movesIntoUnknown,
    .returnsWithoutLeaving, .contradictingPlans, .stepsDiffer, .totalsDiffer, .tooManyAnswers, .wrongType,
    .badYear, .bornLater, .planInThePast, .planBeyondHorizons, .planNotReached)
  /// What is found where something is named that may have been put away.
  private static let references = names(.unknownHouse, .unknownRoad, .unknownPerson)
}

extension Node {
  /// Whether this table has a key twice.
  fileprivate var hasRepeatedKeys: Bool {
    guard case .table(let entries) = content else { return true }
    return entries.contains { $0.earlier != nil }
  }
}
