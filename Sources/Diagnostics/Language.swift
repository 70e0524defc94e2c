/// A language in which Tenken speaks to people, on the screen and on paper.
public enum Language: String, Sendable, CaseIterable, Codable {
  /// Japanese, the language of the rooms this tool was made for.
  case ja
  /// English.
  case en
}

/// The same words in every language of ``Language``.
///
/// Both are required, so a message that lacks a language does not compile.
public struct Phrase: Sendable, Hashable {
  /// The Japanese wording.
  public var ja: String
  /// The English wording.
  public var en: String

  /// Makes a phrase from its two wordings.
  public init(ja: String, en: String) {
    self.ja = ja
    self.en = en
  }

  /// A phrase that reads the same in both languages: a number, a file name, a word of the session file.
  public init(verbatim text: String) {
    self.init(ja: text, en: text)
  }

  /// The wording in `language`.
  public func callAsFunction(in language: Language) -> String {
    switch language {
    case .ja: ja
    case .en: en
    }
  }

  /// This phrase and another after it, with the space between them that the language has; an empty one adds nothing.
  public func and(_ other: Phrase) -> Phrase {
    Phrase(ja: ja + other.ja, en: en.isEmpty || other.en.isEmpty ? en + other.en : en + " " + other.en)
  }
}
