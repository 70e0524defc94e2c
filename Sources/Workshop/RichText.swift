/// Running text with the two marks that newsletters need: emphasis, and furigana over characters.
///
/// Typed as `**強調**` and `{名張|なばり}`; a backslash before `*`, `{`, `|` or `}` takes the sign as it is.
public struct RichText: Sendable, Hashable {
  /// A stretch of characters that is set alike.
  public struct Run: Sendable, Hashable {
    /// The characters.
    public var text: String
    /// The reading printed over them in small type.
    public var reading: String?
    /// Whether it is printed bold.
    public var isEmphasised: Bool

    /// Makes a run.
    public init(_ text: String, reading: String? = nil, isEmphasised: Bool = false) {
      self.text = text
      self.reading = reading
      self.isEmphasised = isEmphasised
    }
  }

  /// What is wrong with a piece of markup, and where.
  public struct Slip: Sendable, Hashable, Error {
    /// The kind of slip.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
      /// `**` was opened and never closed.
      case openEmphasis
      /// `{` was opened and never closed.
      case openReading
      /// Between the braces there is no `|`, or nothing on one of its sides.
      case emptyReading
    }
    /// The kind of slip.
    public var kind: Kind
    /// How many Unicode scalars stand before the mark.
    public var offset: Int
  }

  /// The runs in order; none of them empty.
  public var runs: [Run]

  /// Text of the given runs.
  public init(runs: [Run]) { self.runs = runs.filter { !$0.text.isEmpty } }

  /// Text without any mark.
  public init(plain text: String) { self.init(runs: [Run(text)]) }

  /// The characters without readings.
  public var plain: String { runs.map(\.text).joined() }

  /// The characters as they are read aloud: readings in place of what they stand over.
  public var spoken: String { runs.map { $0.reading ?? $0.text }.joined() }

  /// Everything it says to a reader: the characters, and where there are readings, these in their places.
  public var wordings: [String] { hasReadings ? [plain, spoken] : [plain] }

  /// Whether there is nothing to print.
  public var isEmpty: Bool { runs.isEmpty }

  /// Whether a reading stands over some of it; such lines need more room.
  public var hasReadings: Bool { runs.contains { $0.reading != nil } }

  /// Whether any of it is emphasised or has a reading.
  public var isMarked: Bool { runs.contains { $0.reading != nil || $0.isEmphasised } }

  /// The first `count` characters, and not a part of what stands under one reading.
  public func prefix(_ count: Int) -> RichText {
    var left = max(0, count)
    var runs: [Run] = []
    for run in self.runs {
      let part = run.text.prefix(left)
      if part.endIndex == run.text.endIndex {
        runs.append(run)
        left -= part.count
        continue
      }
      if run.reading == nil, left > 0 {
        runs.append(Run(String(part), isEmphasised: run.isEmphasised))
      }
      break
    }
    return RichText(runs: runs)
  }

  /// Everything after the first `count` characters.
  public func dropping(_ count: Int) -> RichText {
    var left = count
    var runs: [Run] = []
    for var run in self.runs {
      if left >= run.text.count {
        left -= run.text.count
        continue
      }
      if left > 0 { run.text = String(run.text.dropFirst(left)) }
      left = 0
      runs.append(run)
    }
    if let first = runs.first { runs[0].text = String(first.text.drop(while: \.isWhitespace)) }
    return RichText(runs: runs)
  }

  /// Reads the markup.
  ///
  /// - Throws: the first slip. A caller that would rather print something uses ``init(plain:)``.
  public init(markup: String) throws(Slip) {
    let scalars = Array(markup.unicodeScalars)
    var runs: [Run] = []
    var pending = String.UnicodeScalarView()
    var emphasisStart: Int?
    func flush() {
      guard !pending.isEmpty else { return }
      runs.append(Run(String(pending), isEmphasised: emphasisStart != nil))
      pending = String.UnicodeScalarView()
    }
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      let next = index + 1 < scalars.count ? scalars[index + 1] : nil
      if scalar == "\\", let next, ["*", "{", "|", "}", "\\"].contains(next) {
        pending.append(next)
        index += 2
      } else if scalar == "*", next == "*" {
        flush()
        emphasisStart = emphasisStart == nil ? index : nil
        index += 2
      } else if scalar == "{" || scalar == "｛" {
        let (base, reading, end) = try Self.ruby(scalars, from: index)
        flush()
        runs.append(Run(base, reading: reading, isEmphasised: emphasisStart != nil))
        index = end
      } else {
        pending.append(scalar)
        index += 1
      }
    }
    if let emphasisStart { throw Slip(kind: .openEmphasis, offset: emphasisStart) }
    flush()
    self.init(runs: runs)
  }

  private static func ruby(
    _ scalars: [Unicode.Scalar], from start: Int
  ) throws(Slip) -> (base: String, reading: String, end: Int) {
    guard let close = scalars[start...].firstIndex(where: { $0 == "}" || $0 == "｝" }) else {
      throw Slip(kind: .openReading, offset: start)
    }
    let inside = scalars[(start + 1)..<close]
    guard let bar = inside.firstIndex(where: { $0 == "|" || $0 == "｜" }), bar > inside.startIndex,
      bar + 1 < inside.endIndex
    else { throw Slip(kind: .emptyReading, offset: start) }
    var base = String.UnicodeScalarView()
    base.append(contentsOf: inside[..<bar])
    var reading = String.UnicodeScalarView()
    reading.append(contentsOf: inside[(bar + 1)...])
    return (String(base), String(reading), close + 1)
  }
}

/// A literal is text without any mark.
extension RichText: ExpressibleByStringInterpolation {
  /// The characters as they stand.
  public init(stringLiteral value: String) { self.init(plain: value) }
}
