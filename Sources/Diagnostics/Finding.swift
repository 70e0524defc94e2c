/// How much a finding weighs.
public enum Severity: String, Sendable, Hashable, Codable, Comparable {
  /// Worth knowing; nothing is wrong.
  case note
  /// Probably a slip; the work goes on.
  case warning
  /// Nothing can be made of this until it is mended.
  case error

  /// Notes weigh less than warnings, warnings less than errors.
  public static func < (a: Severity, b: Severity) -> Bool { a.weight < b.weight }

  private var weight: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// Where in a file something was found.
public struct Place: Sendable, Hashable {
  /// The file as the user named it.
  public var file: String
  /// The line, from 1.
  public var line: Int
  /// The column in characters as a reader counts them, from 1.
  public var column: Int
  /// How many characters the offending text is long; 0 where only a point is known.
  public var length: Int

  /// Names a place; `line` and `column` count from 1.
  public init(file: String, line: Int, column: Int, length: Int = 0) {
    self.file = file
    self.line = line
    self.column = column
    self.length = length
  }
}

/// One thing that was noticed in what the user gave, told so that they can mend it.
public struct Finding: Sendable, Hashable {
  /// How much it weighs.
  public var severity: Severity
  /// A short fixed name (`unknown-key`) for programs and for the documentation; never translated.
  public var code: String
  /// Where it is, or nil where no place applies (a file that cannot be opened).
  public var place: Place?
  /// What is wrong.
  public var message: Phrase
  /// What to do about it ("did you mean `houses`?"), if there is something to say.
  public var hint: Phrase?

  /// Makes a finding.
  public init(_ severity: Severity, code: String, at place: Place?, _ message: Phrase, hint: Phrase? = nil) {
    self.severity = severity
    self.code = code
    self.place = place
    self.message = message
    self.hint = hint
  }
}

extension [Finding] {
  /// As somebody mends them: file by file in the order in which they are first named, down the lines of each, and last
  /// what has no place. What stands at one place keeps its order.
  public var inOrderOfFiles: [Finding] {
    var ranks: [String: Int] = [:]
    for case let file? in map(\.place?.file) where ranks[file] == nil { ranks[file] = ranks.count }
    func key(_ finding: Finding, _ index: Int) -> [Int] {
      guard let place = finding.place else { return [ranks.count, 0, 0, index] }
      return [ranks[place.file, default: 0], place.line, place.column, index]
    }
    return enumerated().map { (key($1, $0), $1) }.sorted { $0.0.lexicographicallyPrecedes($1.0) }.map(\.1)
  }
}
