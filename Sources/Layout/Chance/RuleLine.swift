import Diagnostics

/// A line of what is in force: on the screen, on a page of its own, and in the words that go with a picture.
public struct RuleLine: Sendable, Hashable {
  /// What stands in a line.
  public enum Kind: Sendable, Hashable {
    /// Nothing, between two parts.
    case blank
    /// What the lines below are about.
    case heading
    /// A rule, or a file of rates.
    case entry
    /// Where the numbers of a rule come from.
    case source
    /// What a file of rates says of itself.
    case detail
  }

  /// What stands in it.
  public let kind: Kind
  /// Its words.
  public let words: Phrase

  /// Makes a line.
  public init(_ kind: Kind, _ words: Phrase = Phrase(verbatim: "")) {
    self.kind = kind
    self.words = words
  }

  /// The line with the blanks that show where it belongs.
  public func text(in language: Language) -> String {
    let indent =
      switch kind {
      case .blank, .heading: ""
      case .entry: "  "
      case .source: language == .ja ? "  　　" : "      "
      case .detail: "    "
      }
    return indent + words(in: language)
  }
}

extension [RuleLine] {
  /// All lines as one text.
  public func text(in language: Language) -> String {
    map { $0.text(in: language) }.joined(separator: "\n")
  }
}
