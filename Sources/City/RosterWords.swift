import Diagnostics
import Workshop

/// What a word of the column `kind` says of a house.
enum KindWord: Sendable {
  case detached
  /// Lived in by whoever owns it.
  case owned
  case unit
  case rented
  case livedInOnly
  case vacant
  case unknown
}

/// The words a roster may use. All are compared folded: half-width, small letters, no blanks around.
enum RosterWords {
  static let sexes: [String: Sex] = table([
    (.male, "男 男性 ○ ◯ 〇 m male man 1"), (.female, "女 女性 △ f female woman 2"),
    (.unknown, "不明 unknown ? -"),
  ])

  static let relations: [String: Relation] = table([
    (.head, "世帯主 本人 主 head householder self"),
    (.partner, "妻 夫 配偶者 パートナー 妻(未届) 夫(未届) partner spouse wife husband"),
    (
      .child,
      "子 子ども 子供 息子 娘 長男 長女 二男 二女 次男 次女 三男 三女 四男 四女 五男 五女 六男 六女 養子 妻の子 夫の子 child son daughter"
    ),
    (
      .childPartner,
      "子の妻 子の夫 子の配偶者 長男の妻 長女の夫 二男の妻 二女の夫 次男の妻 次女の夫 三男の妻 三女の夫 嫁 婿 child-partner daughter-in-law son-in-law"
    ),
    (.grandchild, "孫 子の子 長男の子 長女の子 二男の子 二女の子 次男の子 次女の子 grandchild grandson granddaughter"),
    (.parent, "父 母 親 義父 義母 妻の父 妻の母 夫の父 夫の母 parent father mother parent-in-law"),
    (
      .other,
      "その他 同居人 縁故者 兄 弟 姉 妹 兄弟 姉妹 祖父 祖母 おじ おば おい めい いとこ ひ孫 子の子の子 other lodger brother sister sibling relative"
    ),
  ])

  static let kinds: [String: KindWord] = table([
    (.detached, "戸建 戸建て 一戸建 一戸建て detached house"),
    (.owned, "持ち家 持家 分譲 owned owner-occupied"),
    (.unit, "集合 集合住宅 アパート マンション 団地 長屋 apartment flat unit"),
    (.rented, "賃貸 借家 貸家 借間 rented rental let"), (.livedInOnly, "店舗 店 施設 shop facility"),
    (.vacant, "空き家 空家 空室 vacant empty"), (.unknown, "不明 不明世帯 unknown"),
  ])

  /// Of the column that asks whether they live elsewhere.
  static let away: [String: Bool] = table([
    (true, "他出 別居 away elsewhere はい yes ○ ◯ 〇 1 true"), (false, "同居 在宅 居住 here home いいえ no × 0 false -"),
  ])
  /// Of the column that asks where they live.
  static let residence: [String: Bool] = table([
    (true, "他出 別居 転出 市外 県外 away elsewhere"), (false, "同居 在宅 居住 here home"),
  ])

  static let unknownAges: Set<String> = ["", "不明", "unknown", "?", "-"]

  private static func table<Value>(_ rows: [(Value, String)]) -> [String: Value] {
    var words: [String: Value] = [:]
    for (value, list) in rows {
      for word in list.split(separator: " ") { words[folded(String(word))] = value }
    }
    return words
  }

  /// Letters, digits, signs and blanks half-width, without blanks around: how names are compared.
  static func narrow(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xFF01...0xFF5E: scalars.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      case 0x3000, 0x00A0, 0x09: scalars.append(" ")
      default: scalars.append(scalar)
      }
    }
    var rest = scalars[...]
    while rest.first == " " { rest.removeFirst() }
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }

  /// Half-width, small letters, no blanks around, `_` and inner blanks as `-`.
  static func folded(_ text: String) -> String {
    let words = narrow(text).lowercased().split(separator: " ")
    return words.joined(separator: "-").replacing("_", with: "-")
  }

  /// What an age says: the lowest and the highest; nil where it is no age. Unknown ages are ``unknownAges``.
  static func age(_ text: String) -> ClosedRange<Int>? {
    var word = Substring(text)
    for unit in ["歳", "才"] where word.hasSuffix(unit) { word = word.dropLast() }
    if let exact = number(word) { return exact...exact }
    for (suffix, first, count) in [("代前半", 0, 5), ("代後半", 5, 5), ("代", 0, 10), ("s", 0, 10)]
    where word.hasSuffix(suffix) {
      guard let decade = number(word.dropLast(suffix.count)), decade % 10 == 0 else { return nil }
      return decade + first...decade + first + count - 1
    }
    let ends = word.split(whereSeparator: { "-~〜–".contains($0) }).map { end in
      number(end.hasSuffix("歳") || end.hasSuffix("才") ? end.dropLast() : end)
    }
    guard ends.count == 2, let low = ends[0], let high = ends[1], low <= high else { return nil }
    return low...high
  }

  private static func number(_ text: Substring) -> Int? {
    guard !text.isEmpty, text.utf8.count <= 4, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return Int(text)
  }

  /// The year of a birth: `1951`, `1951年`, `1951-04`, `1951-04-03`, `19510403`, `昭和26年4月3日`, `S26.4.3`; nil where it
  /// is no date, or one that no calendar has: 昭和70年.
  static func birthYear(_ text: String) -> Int? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    if digits.count == 8, digits.count == text.count {
      let (month, day) = (Int(digits.dropFirst(4).prefix(2)), Int(digits.suffix(2)))
      guard let year = Int(digits.prefix(4)), let month, let day else { return nil }
      return hasDay(year, month, day) ? year : nil
    }
    if digits.count == 4, let year = Int(digits) {
      return isRest(text.dropFirst(4), of: year) ? year : nil
    }
    for era in JapaneseEra.allCases {
      guard let name = era.names.first(where: text.hasPrefix) else { continue }
      let rest = text.dropFirst(name.count)
      let digits = rest.hasPrefix("元") ? "元" : rest.prefix { $0.isASCII && $0.isNumber }
      guard let year = era.calendarYear(of: digits == "元" ? 1 : Int(digits) ?? 0) else { return nil }
      return isRest(rest.dropFirst(digits.count), of: year) ? year : nil
    }
    return nil
  }

  /// Whether what stands after a year is nothing, or the rest of a date: month, or month and day, perhaps the time of day.
  private static func isRest(_ text: Substring, of year: Int) -> Bool {
    var rest = text
    func number() -> Int? {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      guard (1...2).contains(digits.count) else { return nil }
      rest = rest.dropFirst(digits.count)
      return Int(digits)
    }
    guard let sign = rest.popFirst() else { return true }
    guard "年-/.".contains(sign) else { return false }
    if rest.isEmpty { return sign == "年" }
    guard let month = number(), (1...12).contains(month) else { return false }
    if rest.isEmpty || rest == "月" { return true }
    guard let sign = rest.popFirst(), "月-/.".contains(sign), let day = number(), hasDay(year, month, day)
    else { return false }
    if rest.isEmpty || rest == "日" || rest == "日生" { return true }
    // Registers are often exported with the time of day: 1951-04-03 00:00:00, folded as words are.
    guard let mark = rest.popFirst(), "t-".contains(mark) else { return false }
    return rest.first?.isNumber == true && rest.contains(":")
      && rest.allSatisfy { $0.isASCII && ($0.isNumber || ":.z+-".contains($0)) }
  }

  /// Whether the calendar has this day.
  private static func hasDay(_ year: Int, _ month: Int, _ day: Int) -> Bool {
    CalendarDate.lastDay(of: month, in: year).map { (1...$0).contains(day) } ?? false
  }
}
