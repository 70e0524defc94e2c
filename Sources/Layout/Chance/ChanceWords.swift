import Diagnostics

/// Words on the pictures of chance.
enum ChanceWords {
  static let chanceTitle = Phrase(ja: "空き家になる見込み", en: "How likely houses are vacant")
  static let turningTitle = Phrase(
    ja: "だれも入らなければ空き家になる年", en: "When houses fall vacant if nobody new moves in")
  static let perhaps = Phrase(ja: "いるかもしれない人（1〜5割）", en: "perhaps here (1–5 in 10)")
  /// In a house somebody lives in whom nobody knows.
  static let somebody = "？"

  static let unknownHouse = Phrase(ja: "知らない世帯が住んでいそうな家", en: "likely lived in by a household nobody knows")
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
    ja: "新しくだれも入らず、取り壊しもないとして、空き家である見込みがはじめて半分をこえる年です。",
    en:
      "The year in which each house is, for the first time, more likely vacant than not, if nobody new moves in and none is "
      + "taken down.")

  static let rulesTitle = Phrase(ja: "確率の決まりと出典", en: "The rules of chance, and their sources")
  static let allRules = Phrase(
    ja: "すべての率の数、年、出典は、PDF の終わりと tenken rules にあります。",
    en: "All rates with their years and sources: at the end of the PDF, and by `tenken rules`.")
  static let fanTitle = Phrase(ja: "人と空き家の見込み", en: "People and vacant houses ahead")
  static let pyramidTitle = Phrase(ja: "年齢の移り変わり", en: "Ages, then and now")
  static let median = Phrase(ja: "まんなかの見込み", en: "the middle: as often above as below")
  static let likely = Phrase(ja: "10回に8回はこの中", en: "8 times in 10 in here")
  static let wide = Phrase(ja: "100回に95回はこの中", en: "95 times in 100 in here")
  static let byRule = Phrase(ja: "ワークショップの決まりでは", en: "by the workshop's rules")
  static let fanNote = Phrase(
    ja: "数字は、まんなかの見込みと、10回に8回そうなる幅です。",
    en: "Written out: the middle, and the range met 8 times in 10.")
  static let straight = Phrase(
    ja: "縦の線のある年どうしを、まっすぐに結んでいます。", en: "Between the upright lines, lines are drawn straight.")
  static let noFan = Phrase(
    ja: "人の住む家が少ないため、年ごとの見込みは載せていません。",
    en: "What is foreseen year by year is left out, for few houses are lived in.")
  static let men = Phrase(ja: "男性", en: "men")
  static let women = Phrase(ja: "女性", en: "women")
  static func pyramidTotal(then: Int, now: Int) -> Phrase {
    Phrase(
      ja: "およそ\(then.grouped)人（いま\(now.grouped)人）", en: "about \(then.grouped) people (\(now.grouped) today)")
  }
  static func outline(_ year: Int) -> Phrase { Phrase(ja: "線は\(year)年", en: "outline: \(year)") }
  static let filled = Phrase(ja: "ぬりつぶしはその年の見込み（平均）", en: "filled: what is foreseen for the year, on average")
  static func others(_ count: Int) -> Phrase {
    Phrase(
      ja: "年齢か性別のわからない\(count.grouped)人は図に入っていません。",
      en: count == 1
        ? "1 person of unknown age or sex is not in the picture."
        : "\(count.grouped) people of unknown age or sex are not in the picture.")
  }

  static let lifeTitle = Phrase(ja: "家の年表", en: "A house through the years")
  static let vacantChance = Phrase(ja: "空き家の見込み", en: "chance of being vacant")
  static let strangers = Phrase(ja: "だれか知らない世帯が住む見込み", en: "chance that a household nobody knows lives there")
  static let besideTitle = Phrase(ja: "もしもとくらべる", en: "What if, beside as it is")
  static let children = Phrase(ja: "15歳未満", en: "Under 15")
  static let withoutDriver = Phrase(ja: "運転できる人のいない世帯", en: "No one who can drive")
  static let inScenario = Phrase(ja: "もしもでは、", en: "In the scenario:")
  static let asItIs = Phrase(ja: "このまま", en: "As it is")
  static func whatIf(_ name: String) -> Phrase { Phrase(ja: "もしも「\(name)」", en: "What if: \(name)") }
  static let changed = Phrase(ja: "もしもで変わる家", en: "differs in the scenario")
  static let difference = Phrase(ja: "もしもで変わる数", en: "What changes")
  static let differenceNote = Phrase(
    ja: "変わる数のかっこは、100回に95回はこの間になるという幅です（同じ試行どうしをくらべています）。",
    en:
      "Changes in brackets: 95 times in 100 they are between these (the same runs are compared with each other)."
  )
  static let ribbon = Phrase(ja: "帯の太さは、その年にここにいる見込み", en: "as thick as the chance of being here")
  static let bar = Phrase(ja: "ワークショップの決まりでここにいる年", en: "here by the workshop's rules")
}

extension Phrase {
  /// Its lines in either language.
  func lines(in language: Language) -> [String] {
    self(in: language).split(separator: "\n").map(String.init)
  }
}
