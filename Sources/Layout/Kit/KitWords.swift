import Diagnostics
import Workshop

/// Words of the sheets that a room needs.
enum KitWords {
  static let field = Phrase(
    ja: "地図を描く欄。うすい方眼が引いてあり、右上に北の向きを書く丸があります。",
    en: "The field to draw the map in: a faint grid, and at the upper right a circle for the north.")
  static let now = Phrase(ja: "いま", en: "now")
  static func later(_ years: Int) -> Phrase { Phrase(ja: "\(years)年後", en: "in \(years) years") }
  static let year = Phrase(ja: "年", en: "")
  static let table = Phrase(ja: "テーブル", en: "Table")
  static let people = Phrase(ja: "書いた人", en: "Drawn by")
  static let countPeople = Phrase(ja: "住んでいる人", en: "People")
  static let countVacant = Phrase(ja: "空き家", en: "Vacant houses")
  static let countOlder = Phrase(ja: "65歳以上", en: "65 and over")
  static let unitPeople = Phrase(ja: "人", en: "")
  static let unitHouses = Phrase(ja: "戸", en: "")
  static let man = Phrase(ja: "男性", en: "man")
  static let woman = Phrase(ja: "女性（中に年齢）", en: "woman (age inside)")
  static let vacant = Phrase(ja: "空き家", en: "vacant house")
  static let unknown = Phrase(ja: "わからない", en: "nobody knows")
  static let road = Phrase(ja: "道", en: "road")
  static let findings = Phrase(ja: "気づいたこと", en: "What we noticed")
  static let actions = Phrase(ja: "取り組むといいこと", en: "What would be good to do")
  static let remarks = Phrase(ja: "話し合ったこと", en: "What we talked about")

  /// The rules in one line, gently.
  static func rules(_ rules: Rules) -> Phrase {
    var ja: [String] = []
    var en: [String] = []
    if let age = rules.deceasedAt.years {
      ja.append("\(age)歳以上の方は亡くなったとみなします")
      en.append("people are taken to have passed away at \(age)")
    }
    if let age = rules.childrenLeaveAt.years {
      ja.append("子どもは\(age)歳で家を出ると考えます（残る、戻ると聞いていればそのとおりに）")
      en.append("children leave at \(age) unless you know that they stay or return")
    }
    guard !ja.isEmpty else {
      return Phrase(ja: "これからどうなるか、聞いていることをもとに考えます。", en: "Think of the future from what you know.")
    }
    return Phrase(
      ja: ja.joined(separator: "。") + "。", en: "Rules: " + en.joined(separator: "; ") + ".")
  }

  static let mapName = Phrase(ja: "地図の用紙", en: "Map sheet")
}
