import Foundation

/// Ages that are told without 歳: ○91, 91（男）, 御年91, a woman of 91, ninety-one years old, きゅうじゅういっさい, 卒寿.
extension AgeMentions {
  /// Every such age in a text of half-width digits and letters; the ages are not sorted.
  ///
  /// - Parameter ages: which ages matter; nil for all.
  static func worded(in plain: String, among ages: Set<Int>?) -> [Mention] {
    (hasNumber(plain, among: ages) ? bare(in: plain) : []) + spelled(in: plain) + inKana(in: plain)
      + festive(in: plain)
  }

  /// Whether a number in it may be one of `ages`: nearly no text has one.
  private static func hasNumber(_ text: String, among ages: Set<Int>?) -> Bool {
    guard text.contains(where: \.isNumber) else { return false }
    guard let ages else { return true }
    return text.split { !$0.isNumber }.contains { number in
      (Int(number) ?? kanji(number)).map { ages.contains($0) || ages.contains($0 - 1) } ?? true
    }
  }

  // MARK: - Numbers beside a sex, a person, or a word for ages

  private static let number = "([0-9]{1,3}|[〇一二三四五六七八九十百]{2,5})"
  private static let person =
    "男性|女性|男|女|夫|妻|方(?![法向針面式])|かた|人|おば|おじ|お年|お母|お父|母|父|祖|婆|爺|ばあ|じい|老|媼|翁|未亡人|主婦|住民|独居"
  private static let kin =
    "息子|娘|孫|長男|次男|二男|三男|長女|次女|母|父|夫|妻|祖母|祖父|おばあさん|おじいさん|お婆さん|お爺さん|ばあちゃん|じいちゃん|主人|旦那|嫁|婿|姉|兄|妹|弟|舅|姑|本人|世帯主"
  private static let noun =
    "wom[ae]n|m[ae]n|lady|gentleman|widow|widower|farmer|mother|father|grandmother|grandfather|grandma|grandpa|son|daughter|boy|girl|resident|neighbou?r|pensioner|husband|wife|person|somebody|someone|uncle|aunt|baker|teacher|carpenter|oldest|youngest|(?:nona|octo|septua)genarian|centenarian"

  /// Each with the number in the first of its groups that is not empty.
  private static let bare: [String] = [
    // ○91, △九十一: not ○10月, a mark before an item of a list.
    "[○◯〇△▲●□] ?([0-9]{1,3})(?=$|[)、。,，.)）\\]」○◯△▲●]|[のがはともをで] ?|\\s)",
    "(?:男性|女性|男|女|[♂♀]) ?[(:]? ?\(number)(?=$|[)、。,，.)）\\]」]|[のがはともをで]|\\s|になる)",
    "\(number) ?[()（・/の、]{1,2} ?(?:\(person)|\(kin))", "\(number) (?:男性|女性|男|女)(?![0-9一二三四五六七八九])",
    "(?:\(kin))(?:親|さん)?[はがも(（、:]? ?\(number)(?=$|[)、。,，.)）\\]」]|[のでに]|\\s)",
    "\(number)(?=[・と] ?[0-9]{1,3}の?(?:夫婦|二人|ふたり|姉妹|兄弟|親子))",
    "\(number)(?=[、, ]?(?:ひとり|一人)(?:暮らし|ぐらし|住まい))",
    "(?:御年|おん年|お年|当年|当年とって|満|齢|よわい|享年|年は|年齢は?|歳は|今年で|ことしで|もう|年齢:|年齢 ) ?\(number)(?![0-9〇一二三四五六七八九十百歳才代年月日時分戸軒回件番%％円m人名か箇ヶ倍歩点週度丁])",
    "\(number)(?:になる|になった|になられ|を迎え)(?:人|方(?![法向針])|おば|おじ|母|父|女|男)",
    "\\b[Aa]ge ?[:=] ?([0-9]{1,3})\\b(?! ?[-–+])",
    "\\b[Aa]ge (?:is|was) ([0-9]{1,3})\\b",
    "(?<=[A-Za-z]), ([0-9]{1,3})(?=,(?! [0-9]))",
    "(?i:\\b(?:\(noun))) ?\\(([0-9]{1,3})\\)",
    "(?i:\\b(?:\(noun)),? of ([0-9]{1,3})\\b)(?! ?(?:[0-9]|years of|people|houses))",
    "(?i:\\b(?:\(noun)), ([0-9]{1,3})(?=$|[,.;)]| and | who | lives| living| is ))",
    "\\b(?i:he|she)(?: is|’s|'s| was| turned| turns| will be) (?:now |only |over )?([0-9]{1,3})(?=$|[,.;!?)]| and | now| this| next| but)",
    "\\bat ([3-9][0-9]|1[01][0-9])(?=$|[,.;!?)])",
    "\\b(?i:who is|who was|who turned|turned|turning) ([0-9]{1,3})(?=$|[,.;!?)]| and | now| this| next)",
    "\\b([0-9]{1,3})[- ]?(?:yo|y/o|y\\.o\\.|yrs?[- ]?old|yrs\\b|years?[- ]?old|-?year-?olds?)(?![a-z])",
    "(?i:\\baged) ?[:=]? ?([0-9]{1,3})\\b(?! ?[-–+]| or | and (?:over|older|above)| to )",
  ]

  /// By the old count one is a year older.
  private static let counted = try? NSRegularExpression(pattern: "(?:数え年?|かぞえ)で? ?\(number)(?![0-9日])")

  private static let bareExpressions = bare.compactMap { try? NSRegularExpression(pattern: $0) }

  private static func bare(in plain: String) -> [Mention] {
    bareExpressions.flatMap { mentions($0, in: plain) { Int($0) ?? kanji(Substring($0)) } }
      + (counted.map { mentions($0, in: plain) { (Int($0) ?? kanji(Substring($0))).map { $0 - 1 } } } ?? [])
  }

  private static func mentions(
    _ expression: NSRegularExpression, in text: String, _ value: (String) -> Int?
  ) -> [Mention] {
    expression.matches(in: text, range: NSRange(text.startIndex..., in: text)).compactMap { match in
      let groups = (1..<match.numberOfRanges).compactMap { Range(match.range(at: $0), in: text) }
      guard let number = groups.first, let whole = Range(match.range, in: text),
        let age = value(String(text[number])),
        (0...130).contains(age)
      else { return nil }
      let isEnglish = text[whole].contains { $0.isASCII && $0.isLetter }
      if isEnglish, isEnglishLimit(text[..<whole.lowerBound], text[whole.upperBound...]) { return nil }
      // The last digits of a longer number are none.
      if number.lowerBound > text.startIndex {
        let before = text[text.index(before: number.lowerBound)]
        if before.isNumber || "-–〜~.".contains(before) { return nil }
      }
      return Mention(age: age, written: text[whole].trimmingCharacters(in: .whitespaces))
    }
  }

  // MARK: - Ninety-one

  private static let ones = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
  ]
  private static let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]

  private static let spelledExpressions: [NSRegularExpression] = {
    let small = ones.reversed().joined(separator: "|")
    let number =
      "((?:\(tens.joined(separator: "|")))(?:[- ](?:\(small)))?|\(small)|(?:a|one) hundred(?: and (?:\(small)))?)"
    return [
      "\\b\(number)[- ]?years?[- ]?old", "\\b\(number) years of age",
      "\\baged?:? (?:of )?\(number)\\b(?!-| or | and (?:over|older|above))",
      "\\b(?:\(noun)),? of \(number)\\b(?! (?:years of|people|houses))",
      "\\b(?:\(noun)), \(number)(?=$|[,.;)])",
      "\\b(?:she|he)(?: is|’s|'s) \(number)(?=$|[,.;!?)])", "\\bat \(number)(?=$|[,.;!?)]| and )",
      "\\b(?:turned|turning|turns) \(number)(?=$|[,.;!?)]| and | now| this| next)",
    ].compactMap { try? NSRegularExpression(pattern: $0, options: .caseInsensitive) }
  }()

  private static func spelled(in plain: String) -> [Mention] {
    let lower = plain.lowercased()
    guard
      (tens + ["teen", "hundred", "aged", "years old", "year-old", "turned"]).contains(where: lower.contains)
    else {
      return []
    }
    return spelledExpressions.flatMap { expression in
      mentions(expression, in: plain) { number in
        let words = number.lowercased().split { $0 == " " || $0 == "-" }.map(String.init)
        return words.reduce(0) { sum, word in
          let ten = tens.firstIndex(of: word).map { 10 * ($0 + 2) }
          let one = ones.firstIndex(of: word).map { $0 + 1 }
          return word == "hundred" ? 100 : sum + (ten ?? one ?? 0)
        }
      }
    }
  }

  // MARK: - きゅうじゅういっさい

  private static let digits: [(String, Int)] = [
    ("いち", 1), ("いっ", 1), ("に", 2), ("さん", 3), ("よん", 4), ("し", 4), ("ご", 5), ("ろく", 6), ("ろっ", 6), ("なな", 7),
    ("しち", 7),
    ("はち", 8), ("はっ", 8), ("きゅう", 9), ("きゅー", 9), ("く", 9),
  ]

  private static let kana = try? NSRegularExpression(
    pattern:
      "((?:ひゃく)?(?:(?:に|さん|よん|し|ご|ろく|なな|しち|はち|きゅう|く)?じゅ(?:う|っ)|じ(?:っ))(?:いち|いっ|に|さん|よん|し|ご|ろく|ろっ|なな|しち|はち|はっ|きゅう|く)?) ?(?:さい|歳|才)"
  )

  private static func inKana(in plain: String) -> [Mention] {
    let text = KanaSpelling.hiragana(plain)
    guard text.contains("じゅ"), let kana else { return [] }
    return mentions(kana, in: text) { number in
      var rest = number[...]
      var sum = 0
      if rest.hasPrefix("ひゃく") {
        sum = 100
        rest = rest.dropFirst(3)
      }
      func digit() -> Int? {
        guard let found = digits.filter({ rest.hasPrefix($0.0) }).max(by: { $0.0.count < $1.0.count }) else {
          return nil
        }
        rest = rest.dropFirst(found.0.count)
        return found.1
      }
      let ten = rest.hasPrefix("じゅ") ? nil : digit()
      guard rest.hasPrefix("じゅ") else { return nil }
      rest = rest.dropFirst(3)
      return sum + 10 * (ten ?? 1) + (digit() ?? 0)
    }
  }

  // MARK: - 卒寿

  /// The names of high ages, on which one is congratulated.
  private static let feasts = ["喜寿": 77, "傘寿": 80, "米寿": 88, "卒寿": 90, "白寿": 99, "百寿": 100]

  private static func festive(in plain: String) -> [Mention] {
    feasts.filter { plain.contains($0.key) }.map { Mention(age: $0.value, written: $0.key) }
      .sorted { $0.age < $1.age }
  }
}
