import Diagnostics

/// A column of a roster.
enum RosterColumn: Int, CaseIterable, Sendable {
  case house
  case district
  case sex
  case age
  case born
  case relation
  case kind
  /// Said as "lives elsewhere: yes".
  case away
  /// Said as "lives: elsewhere".
  case residence
  case baseYear

  /// The names by which it goes, folded; the first of each language is the one that is told.
  var names: [String] {
    switch self {
    case .house: ["家", "house", "家番号", "住戸", "世帯", "世帯番号", "house-id", "household", "dwelling", "home"]
    case .district:
      [
        "地区", "district", "町名", "町", "町丁目", "丁目", "字", "自治会", "行政区", "地域", "area", "neighbourhood",
        "neighborhood", "ward",
      ]
    case .sex: ["性別", "sex", "性", "gender"]
    case .age: ["年齢", "age", "歳"]
    case .born:
      [
        "生年", "birth-year", "生まれ年", "出生年", "生年月日", "born", "year-of-birth", "birthyear", "birth-date",
        "date-of-birth",
      ]
    case .relation: ["続柄", "relation", "関係", "relationship"]
    case .kind: ["種別", "kind", "家の種別", "建物", "種類", "type", "building"]
    case .away: ["他出", "away"]
    case .residence: ["居住", "residence", "居所", "居住地", "living"]
    case .baseYear: ["基準年", "base-year", "調査年", "baseyear"]
    }
  }

  /// Its name in messages.
  var label: Phrase { Phrase(ja: names[0], en: names[1]) }
}

extension RosterColumn {
  /// How its values are written; nil where anything may stand.
  var examples: Phrase? {
    switch self {
    case .sex: Phrase(ja: "男、女、不明 のように書きます。", en: "Write male, female or unknown.")
    case .age:
      Phrase(
        ja: "72、70代、65-69、不明 のように書きます（120歳まで）。", en: "Write 72, 70s, 65-69 or unknown (up to 120).")
    case .born: Phrase(ja: "1951、1951-04-03、昭和26年 のように書きます。", en: "Write 1951 or 1951-04-03.")
    case .relation:
      Phrase(
        ja: "世帯主、妻、夫、子、子の妻、孫、父、母、その他 のように書きます。",
        en: "Write head, partner, child, child-partner, grandchild, parent or other.")
    case .kind:
      Phrase(
        ja: "戸建、集合、賃貸、店舗、施設、空き家、不明 のように書きます（賃貸・集合 と並べてもかまいません）。",
        en: "Write detached, apartment, rented, shop, facility, vacant or unknown (also rented/apartment).")
    case .away: Phrase(ja: "はい か いいえ（他出 か 同居）と書きます。", en: "Write yes or no.")
    case .residence: Phrase(ja: "同居 か 他出 と書きます。", en: "Write here or away.")
    default: nil
    }
  }
}
