import Diagnostics

/// Who may see a picture.
public enum Audience: String, Sendable, Hashable, CaseIterable {
  /// The people who sat at the table: everything.
  case table
  /// Everybody: no names, notes, occupations, exact ages, or plans of single people.
  case `public`
}

/// Pages that go into one file.
public struct Document: Sendable, Hashable {
  /// The title, in the file's metadata.
  public var title: String
  /// Who made it.
  public var author: String
  /// What it is about.
  public var subject: String
  /// The language of its text.
  public var language: Language
  /// The day in its metadata, as `2023-02-07`: that of the workshop, never that of the clock, so that the
  /// same session gives the same file. Nil where it is not known.
  public var date: String?
  /// The pages in order.
  public var pages: [Page]

  /// Makes a document.
  public init(
    title: String, author: String, subject: String, language: Language, date: String? = nil, pages: [Page]
  ) {
    self.title = title
    self.author = author
    self.subject = subject
    self.language = language
    self.date = date
    self.pages = pages
  }
}
