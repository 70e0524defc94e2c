import Diagnostics
import Workshop

/// Titles of pages, for a document's outline.
enum PageWords {
  static func title(_ map: TableMap, year: Int, _ language: Language) -> String {
    language == .ja ? "\(map.title) \(year)年" : "\(map.title), \(year)"
  }

  static func series(_ map: TableMap, _ years: [Int], _ language: Language) -> String {
    guard let first = years.first, let last = years.last, first != last else { return map.title }
    return language == .ja ? "\(map.title) \(first)〜\(last)年" : "\(map.title), \(first)–\(last)"
  }

  static func remarks(_ map: TableMap, _ language: Language) -> String {
    language == .ja
      ? "\(map.title) 気づいたこと・取り組むといいこと" : "\(map.title): what we noticed, what would be good to do"
  }
}
