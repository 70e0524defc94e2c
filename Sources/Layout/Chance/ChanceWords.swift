import Diagnostics

/// Words on the pictures of chance.
enum ChanceWords {
  static let chanceTitle = Phrase(ja: "空き家になる見込み", en: "How likely houses are vacant")
  static let turningTitle = Phrase(ja: "空き家の見込みが半分をこえる年", en: "When a house is more likely vacant than not")
  static let perhaps = Phrase(ja: "いるかもしれない人（1〜5割）", en: "perhaps here (1–5 in 10)")
  /// In a house somebody lives in whom nobody knows.
  static let somebody = "？"

  static let vacantNow = Phrase(ja: "いま空き家", en: "vacant today")
  static func by(_ year: Int) -> Phrase { Phrase(ja: "\(year)年までに", en: "by \(year)") }
  static func later(_ year: Int) -> Phrase { Phrase(ja: "\(year)年より後", en: "after \(year)") }
  /// In a house: a line each.
  static func byLines(_ year: Int) -> Phrase { Phrase(ja: "\(year)\nまで", en: "by\n\(year)") }
  static func laterLines(_ year: Int) -> Phrase { Phrase(ja: "\(year)\nより後", en: "after\n\(year)") }

  /// What the shading means, and the figures' ranges.
  static let chanceNote = Phrase(
    ja: "家のぬり方は、その年に空き家である確からしさです。数字のかっこは、10回に8回はこの間になるという幅です。",
    en:
      "Houses are shaded by how likely they are vacant in that year. Numbers in brackets: 8 times in 10 it is between these."
  )
  static let turningNote = Phrase(
    ja: "空き家である見込みが、はじめて半分をこえる年です。",
    en: "The year in which each house is, for the first time, more likely vacant than not.")
}

extension Phrase {
  /// Its lines in either language.
  func lines(in language: Language) -> [String] {
    self(in: language).split(separator: "\n").map(String.init)
  }
}
