import Foundation

/// Years of birth in running text: 1933年生まれ, 昭和8年生まれ, S8生, born in 1933.
enum BirthMentions {
  /// A year, as it was written.
  struct Mention: Hashable {
    var year: Int
    var written: String
  }

  /// Every year of birth in `text`, each once, in order.
  static func all(in text: String) -> [Mention] {
    let plain = PlainScalars.composed(text)
    let lower = plain.lowercased()
    guard plain.utf8.contains(where: { (0x30...0x39).contains($0) }) || plain.contains("年"),
      words.contains(where: lower.contains)
    else { return [] }
    var found: [Mention] = []
    for expression in expressions {
      for match in expression.matches(in: plain, range: NSRange(plain.startIndex..., in: plain)) {
        guard let whole = Range(match.range, in: plain),
          let number = Range(match.range(withName: "year"), in: plain)
        else { continue }
        let era = Range(match.range(withName: "era"), in: plain).map { String(plain[$0]) }
        guard let year = year(String(plain[number]), era) else { continue }
        let mention = Mention(year: year, written: plain[whole].trimmingCharacters(in: .whitespaces))
        if !found.contains(mention) { found.append(mention) }
      }
    }
    return found
  }

  /// One of them stands in every text that tells a birth.
  private static let words = ["生", "うまれ", "born", "birth", "b.", "誕"]

  private static let year =
    "(?<era>明治?|大正?|昭和?|平成?|令和?|[MTSHRmtshr]\\.?)? ?(?<year>[0-9]{1,4}|元|[〇一二三四五六七八九十百千]{1,5})"
  private static let dated =
    "(?: ?年)?(?:度)?(?: ?[(（][^)）]{1,12}[)）])?(?: ?年)?(?: ?[0-9]{1,2}月(?: ?[0-9]{1,2}日)?)?"

  private static let expressions = [
    "\(year)\(dated) ?(?:の)?(?:早)?(?:生まれ|うまれ|生(?![活徒産涯物垣き命協存か計地]))",
    "\(year)\(dated) ?(?:に|、)?(?:生まれ|うまれ|誕生)",
    "(?:生年|生まれは?|誕生年)[はが:： ]{0,2}\(year)(?![0-9])",
    "(?i:born)(?: (?:in|on|about|around|of|year))?[^.]{0,24}?(?<year>(?:1[89]|20)[0-9]{2})",
    "(?i:born)[^.]{0,12}?(?<era>(?i:Sh[oō]u?wa|Heisei|Taish[oō]u?|Meiji|Reiwa)) ?(?<year>[0-9]{1,2})",
    "(?i:year of birth|birth year|date of birth|birthday)[^0-9]{0,12}(?<year>(?:1[89]|20)[0-9]{2})",
    "\\bb\\. ?(?<year>(?:1[89]|20)[0-9]{2})", "(?<year>(?:1[89]|20)[0-9]{2}) births?\\b",
  ].compactMap { pattern in
    try? NSRegularExpression(pattern: pattern.contains("era") ? pattern : pattern + "(?<era>)?")
  }

  /// The calendar year of a year as it is written, of an era or not; nil where it is none.
  private static func year(_ text: String, _ era: String?) -> Int? {
    let isFirst = text == "元"
    let number = isFirst ? 1 : Int(text) ?? AgeMentions.kanji(Substring(text))
    guard let number else { return nil }
    guard let era, let first = era.first else { return (1850...2150).contains(number) ? number : nil }
    let starts: [Character: Int] = [
      "明": 1867, "m": 1867, "大": 1911, "t": 1911, "昭": 1925, "s": 1925, "平": 1988, "h": 1988, "令": 2018,
      "r": 2018,
    ]
    guard (1...99).contains(number) else { return nil }
    return starts[Character(first.lowercased())].map { $0 + number }
  }
}
