/// What stands beside a name where somebody is spoken of: 森さん, 原宅, Mrs Hill, the Hills.
enum NameTitles {
  /// Whether what stands at `range` of a folded text is said of a person or of a household.
  static func stand(around range: Range<Int>, in text: [Unicode.Scalar]) -> Bool {
    let before = text[..<range.lowerBound]
    let after = text[range.upperBound...]
    guard let first = text[range].first else { return false }
    if WordIndex.isLatin(first) { return isLatinPerson(before, after) }
    // 小林さん is not 林さん.
    if range.count == 1, let last = before.last, NameSpelling.isHan(last) || last == "ケ" { return false }
    return begins(after, with: range.count == 1 ? short : short + long)
  }

  /// Whether a title begins `text`, one that is seldom anything else.
  static func begin(_ text: ArraySlice<Unicode.Scalar>) -> Bool { begins(text, with: short) }

  private static func begins(_ text: ArraySlice<Unicode.Scalar>, with titles: [Title]) -> Bool {
    titles.contains { title, exceptions in
      text.starts(with: title) && !exceptions.contains { text.dropFirst(title.count).first == $0 }
    }
  }

  /// Honorifics that follow a given or a family name, and what they must not be the beginning of.
  static let honorifics = ["さん", "サン", "さま", "くん", "クン", "ちゃん", "チャン", "先生"]

  /// What is written behind a family's name, the longer before what it ends with.
  private static let endings = ["さん宅"] + honorifics + ["様", "氏", "殿", "宅", "邸", "家"]

  /// A name without the title at its end; nil where it has none, or is nothing else.
  static func stripped(_ name: Substring) -> Substring? {
    endings.first { name.hasSuffix($0) && name.count > $0.count }.map { name.dropLast($0.count) }
  }

  private typealias Title = (words: [Unicode.Scalar], exceptions: [Unicode.Scalar])

  private static let short: [Title] =
    honorifics.map { (Array($0.unicodeScalars), []) } + [
      (["様"], ["子", "式", "々", "相"]), (["氏"], ["神", "名", "子"]), (["君"], []), (["殿"], []),
      (["宅"], ["地", "配", "急", "建", "老"]), (["一", "家"], []),
      (["家"], ["族", "屋", "庭", "計", "具", "畜", "賃", "電", "事"]), (["夫", "妻"], []), (["夫", "婦"], []),
      (["婆"], []), (["爺"], []), (["ば", "あ"], []), (["じ", "い"], []), (["お", "ば"], []), (["お", "じ"], []),
    ]

  /// After names of two characters or more, which are seldom anything else; 山の家 is a hut.
  private static let long: [Title] = ["の家", "の家族", "家族", "のお宅", "の宅", "のうち", "んち", "の奥", "の息子", "の娘", "の主人"]
    .map {
      (Array($0.unicodeScalars), [])
    }

  private static func isLatinPerson(
    _ before: ArraySlice<Unicode.Scalar>, _ after: ArraySlice<Unicode.Scalar>
  ) -> Bool {
    let before = String(String.UnicodeScalarView(before.suffix(8)))
    let after = String(String.UnicodeScalarView(after.prefix(12)))
    let titles = ["mr ", "mr. ", "mrs ", "mrs. ", "ms ", "ms. ", "miss ", "dr ", "dr. "]
    if titles.contains(where: before.hasSuffix) { return true }
    if before.hasSuffix("the "), after.hasPrefix("s"), after.dropFirst().first?.isLetter != true {
      return true
    }
    return ["'s", " family", " household", "さん", "様", " さん"].contains(where: after.hasPrefix)
      || ["san", "sama", "kun", "chan", "sensei"].contains { title in
        "- ".contains(after.prefix(1)) && after.dropFirst().prefix { $0.isLetter } == title
      }
  }
}
