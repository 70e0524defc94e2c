import Foundation

/// Single ages in running text: 87歳, ８７才, 八十七歳, aged 87, 87 years old. Not thresholds (85歳以上), not ranges (65〜74歳), not
/// bands (80代).
enum AgeMentions {
  /// An age, as it was written.
  struct Mention: Hashable {
    var age: Int
    var written: String
  }

  /// Every single age in `text`, each once: those that are told with 歳 in order, then the others.
  ///
  /// - Parameter ages: which ages matter; nil for all. Numbers without 歳 are looked at only where they are one of them.
  static func all(in text: String, among ages: Set<Int>? = nil) -> [Mention] {
    // Full-width digits and letters are read as those of half width.
    let plain = PlainScalars.composed(text)
    var mentions: [Mention] = []
    func add(_ number: Substring, _ whole: Substring) {
      guard let age = Int(number) ?? kanji(number), (0...130).contains(age) else { return }
      let mention = Mention(age: age, written: String(whole).trimmingCharacters(in: .whitespaces))
      if !mentions.contains(mention) { mentions.append(mention) }
    }
    let japanese = /([0-9]{1,3}|[〇零一二三四五六七八九十百]{1,5}) ?(?:歳|才|さい)/
    for match in plain.matches(of: japanese) {
      let (before, after) = (plain[..<match.range.lowerBound], plain[match.range.upperBound...])
      if !isJapaneseLimit(before, after) { add(match.output.1, match.output.0) }
    }
    let english =
      /(?:[Aa]ged? |[Aa]t the age of )([0-9]{1,3})(?![0-9])|([0-9]{1,3})(?:-| )years?(?:-| )old|([0-9]{1,3}) years of age/
    for match in plain.matches(of: english) {
      let (before, after) = (plain[..<match.range.lowerBound], plain[match.range.upperBound...])
      guard !isEnglishLimit(before, after),
        let number = match.output.1 ?? match.output.2 ?? match.output.3
      else { continue }
      add(number, match.output.0)
    }
    for mention in worded(in: plain, among: ages) where !mentions.contains(where: { $0.age == mention.age }) {
      mentions.append(mention)
    }
    return ages.map { ages in mentions.filter { ages.contains($0.age) } } ?? mentions
  }

  private static let japaneseLimits = [
    "以上", "以下", "未満", "以降", "以前", "超", "代", "から", "まで", "前後", "くらい", "ぐらい", "ごろ", "頃", "過ぎ", "すぎ",
    "を過", "をす", "を超", "をこ", "になったら", "になると", "になれば", "になっても", "の壁", "時点", "~", "〜", "～", "-", "ー", "–", "・",
  ]

  private static func isJapaneseLimit(_ before: Substring, _ after: Substring) -> Bool {
    if let last = before.last, "~〜～-–—−.0123456789満".contains(last), last != "満" { return true }
    if before.hasSuffix("から") || before.hasSuffix("満") && after.hasPrefix("以") { return true }
    let after = after.drop { $0 == " " || $0 == "（" || $0 == "(" }
    return japaneseLimits.contains { after.hasPrefix($0) }
  }

  static func isEnglishLimit(_ before: Substring, _ after: Substring) -> Bool {
    let before = before.lowercased().trimmingCharacters(in: .whitespaces)
    let limits = ["over", "under", "above", "below", "than", "least", "most", "from", "to", "until", "age"]
    if limits.contains(where: { before.hasSuffix($0) }) { return true }
    if let last = before.last, "-–—0123456789".contains(last) { return true }
    let after = after.lowercased()
    return [
      "-", "–", "+", "s", " or ", " and over", " and older", " and above", " and under", " to ",
    ].contains { after.hasPrefix($0) } && !after.hasPrefix("-year")
  }

  /// 八十七, 百二, 二十; nil for what is no number.
  static func kanji(_ text: Substring) -> Int? {
    let digits: [Character: Int] = [
      "〇": 0, "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    ]
    guard text.contains(where: { $0 == "十" || $0 == "百" }) else {
      return text.reduce(0 as Int?) { sum, one in digits[one].flatMap { digit in sum.map { $0 * 10 + digit } }
      }
    }
    var (sum, digit) = (0, nil as Int?)
    for character in text {
      switch character {
      case "百":
        sum += 100 * (digit ?? 1)
        digit = nil
      case "十":
        sum += 10 * (digit ?? 1)
        digit = nil
      default:
        guard let value = digits[character], digit == nil else { return nil }
        digit = value
      }
    }
    return sum + (digit ?? 0)
  }
}
