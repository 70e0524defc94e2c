import Diagnostics
import Workshop

/// Titles of pages, for a document's outline.
enum PageWords {
  static func title(
    _ map: TableMap, _ subject: MapSubject = .foresight, year: Int, _ language: Language
  ) -> String {
    title(map, subject, language, years: language == .ja ? "\(year)年" : "\(year)")
  }

  static func series(
    _ map: TableMap, _ subject: MapSubject = .foresight, _ years: [Int], _ language: Language
  ) -> String {
    guard let first = years.first, let last = years.last, first != last else {
      return title(map, subject, language, years: nil)
    }
    return title(
      map, subject, language, years: language == .ja ? "\(first)〜\(last)年" : "\(first)–\(last)")
  }

  /// The map's title, what its picture shows, the years.
  private static func title(
    _ map: TableMap, _ subject: MapSubject, _ language: Language, years: String?
  ) -> String {
    let parts = [map.title, subject.title?(in: language), years].compactMap { $0 }
    return parts.joined(separator: language == .ja ? " " : ", ")
  }

  static func title(
    _ map: TableMap, named name: Phrase, year: Int? = nil, _ language: Language
  ) -> String {
    title(map.title, named: name, year: year, language)
  }

  /// The title of what is shown, what the picture shows of it, the year.
  static func title(
    _ title: String, named name: Phrase, year: Int? = nil, _ language: Language
  ) -> String {
    let year = year.map { language == .ja ? "\($0)年" : "\($0)" }
    return [title, name(in: language), year].compactMap { $0 }
      .joined(separator: language == .ja ? " " : ", ")
  }

  static func remarks(_ map: TableMap, _ language: Language) -> String {
    language == .ja
      ? "\(map.title) 気づいたこと・取り組むといいこと" : "\(map.title): what we noticed, what would be good to do"
  }
}
