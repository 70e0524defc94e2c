import Diagnostics

/// Collects what is found while one file is read.
final class Report {
  /// More findings than anybody mends in one go; the rest is counted, not told.
  static let limit = 400
  /// In bytes; in longer lines, which nobody typed, places are only roughly told.
  static let longestLine = 50_000

  var source: SourceText
  private(set) var findings: [Finding] = []
  private(set) var errorCount = 0

  /// Whether the base year is known; if not, that has been told, and nothing is said of what depends on it.
  var knowsYears = true

  /// Whether the file's outermost keys are Japanese: what is missing is called so where a table shows no words of its own.
  var isJapanese = false

  private let keyNames: KeyNames
  /// Whether what is found is only counted, not told.
  let isCount: Bool

  init(source: SourceText) {
    self.source = source
    isCount = false
    keyNames = KeyNames()
  }

  /// A report over a text that was read before in another form.
  init(source: SourceText, after other: Report, isCount: Bool = false) {
    self.source = source
    self.isCount = isCount
    keyNames = other.keyNames
  }

  /// The keys of one kind of table by all their names; made once for a file, because it may hold thousands of tables.
  func names<Key: FormatKey>(of keys: Key.Type) -> WordTable<Key> { keyNames.of(keys) }

  var hasErrors: Bool { errorCount > 0 }

  /// Whether guesses at what was meant are worth making, the dearest part of telling: of what is only counted, and of
  /// more errors than are told, nobody reads them.
  var wantsGuesses: Bool { !isCount && errorCount <= Report.limit }

  func tell(
    _ severity: Severity, _ code: FindingCode, at place: Place?, _ message: Phrase, hint: Phrase? = nil
  ) {
    add(Finding(severity, code: code.rawValue, at: place, message, hint: hint))
  }

  func error(_ code: FindingCode, at place: Place?, _ message: Phrase, hint: Phrase? = nil) {
    tell(.error, code, at: place, message, hint: hint)
  }

  func warning(_ code: FindingCode, at place: Place?, _ message: Phrase, hint: Phrase? = nil) {
    tell(.warning, code, at: place, message, hint: hint)
  }

  func note(_ code: FindingCode, at place: Place?, _ message: Phrase, hint: Phrase? = nil) {
    tell(.note, code, at: place, message, hint: hint)
  }

  func add(_ found: [Finding]) { for finding in found { add(finding) } }

  /// Takes back what was found since there were `count` findings.
  func takeBack(to count: Int) {
    errorCount -= findings[count...].count { $0.severity == .error }
    findings.removeSubrange(count...)
  }

  private func add(_ finding: Finding) {
    if finding.severity == .error { errorCount += 1 }
    findings.append(finding)
  }

  /// Everything found, in the order of the file; findings without a place come first.
  func ordered() -> [Finding] {
    let sorted = findings.enumerated().sorted { a, b in
      let (one, other) = (Report.position(a.element), Report.position(b.element))
      return one == other ? a.offset < b.offset : one < other
    }.map(\.element)
    guard sorted.count > Report.limit else { return sorted }
    // What is kept are the gravest, still in the order of the file.
    let grave = sorted.filter { $0.severity == .error }.prefix(Report.limit)
    let room = Report.limit - grave.count
    var lighter = 0
    var graver = 0
    let kept = sorted.filter {
      if $0.severity == .error {
        graver += 1
        return graver <= grave.count
      }
      lighter += 1
      return lighter <= room
    }
    let rest = sorted.count - kept.count
    return kept + [
      Finding(
        .note, code: FindingCode.tooManyFindings.rawValue, at: nil,
        Phrase(
          ja: "ほかに \(rest) 件見つかりました。上のものを直してから、もう一度確かめてください。",
          en: "\(rest) more were found. Mend those above, then check again."))
    ]
  }

  private static func position(_ finding: Finding) -> (Int, Int) {
    (finding.place?.line ?? 0, finding.place?.column ?? 0)
  }
}

// MARK: - Places

extension Report {
  /// The place of a whole node, or of the scalars `range` of its text.
  func place(_ node: Node, _ range: Range<Int>? = nil) -> Place {
    // An exact place is not worth walking a line of megabytes again and again, nor for findings that are not told.
    guard findings.count <= Report.limit, source.length(ofLine: node.line) < Report.longestLine else {
      return Place(file: source.file, line: min(node.line, source.lineCount), column: node.column)
    }
    let locator = ScalarLocator(source: source, node: node)
    if let range, let found = locator.find(range) { return found }
    return locator.whole()
  }
}

/// The names of keys, as tables; one object for every report of a file.
private final class KeyNames {
  private var tables: [ObjectIdentifier: any Sendable] = [:]

  func of<Key: FormatKey>(_ keys: Key.Type) -> WordTable<Key> {
    if let known = tables[ObjectIdentifier(keys)] as? WordTable<Key> { return known }
    let names = WordTable(Key.allCases.flatMap { key in key.names.map { ($0, key) } })
    tables[ObjectIdentifier(keys)] = names
    return names
  }
}
