import Diagnostics

/// The words on a map's paper, in both languages.
enum MapWords {
  static let newTag = Phrase(ja: "新", en: "new")
  static let now = Phrase(ja: "いま", en: "today")
  static func later(_ years: Int) -> Phrase { Phrase(ja: "\(years)年後", en: "in \(years) years") }
  static let yearUnit = Phrase(ja: "年", en: "")
  static let north = Phrase(ja: "北", en: "N")

  static let people = Phrase(ja: "住んでいる人", en: "People")
  static let peopleUnit = Phrase(ja: "人", en: "")
  static let livedIn = Phrase(ja: "人が住む家", en: "Lived in")
  static let houseUnit = Phrase(ja: "戸", en: "")
  static let householdUnit = Phrase(ja: "世帯", en: "")
  static let vacant = Phrase(ja: "空き家", en: "Vacant")
  static let vacantHouses = Phrase(ja: "空き家", en: "Vacant houses")
  static let ageing = Phrase(ja: "高齢化率", en: "Aged 65+")

  static let man = Phrase(ja: "男性", en: "man")
  static let woman = Phrase(ja: "女性", en: "woman")
  static let sexUnknown = Phrase(ja: "性別不明", en: "sex not known")
  static func older(_ age: Int) -> Phrase { Phrase(ja: "\(age)歳以上", en: "\(age) or over") }
  static let perhaps = Phrase(ja: "年齢によりいない人", en: "here or not, by exact age")
  static let away = Phrase(ja: "よそに住む家族", en: "family living elsewhere")
  static let livedInHouse = Phrase(ja: "人が住む家（数字は人数）", en: "lived in (number of people)")
  static let vacantHouse = Phrase(ja: "空き家", en: "vacant")
  static func newlyVacant(_ years: Int?) -> Phrase {
    guard let years else { return Phrase(ja: "新しく空き家に", en: "newly vacant") }
    return Phrase(ja: "この\(years)年で空き家に", en: "vacant in these \(years) years")
  }
  // Since the sheet before, as the words for newly vacant houses beside them say.
  static let newlyLivedIn = Phrase(ja: "人が入った家", en: "moved into")
  static let unitLivedIn = Phrase(ja: "人が入った部屋", en: "flat moved into")
  static let newlyGone = Phrase(ja: "取りこわした家", en: "taken down")

  static let leftOut = Phrase(ja: "書ききれず省いたもの：", en: "Left out for want of room: ")
  static let ages = Phrase(ja: "年齢", en: "ages")
  /// The ages of so many households only.
  static func ages(_ count: Int) -> Phrase { Phrase(ja: "年齢（\(count)戸）", en: "ages (\(count) households)") }
  static let houseNames = Phrase(ja: "家の名前", en: "names of houses")
  static let doorNumbers = Phrase(ja: "部屋の番号", en: "door numbers")
  static func occupations(_ count: Int) -> Phrase {
    Phrase(ja: "仕事（\(count)人）", en: "occupations (\(count))")
  }
  static func plans(_ count: Int) -> Phrase { Phrase(ja: "予定（\(count)件）", en: "plans (\(count))") }
  static func elsewhere(_ count: Int) -> Phrase {
    Phrase(ja: "よそに住む家族（\(count)人）", en: "family living elsewhere (\(count))")
  }
  static func lineNames(_ count: Int) -> Phrase {
    Phrase(ja: "道や川の名前（\(count)）", en: "names of roads and rivers (\(count))")
  }
  static func areaNames(_ count: Int) -> Phrase {
    Phrase(ja: "区域の名前（\(count)）", en: "names of areas (\(count))")
  }
  static func landmarkNames(_ count: Int) -> Phrase {
    Phrase(ja: "目印の名前（\(count)）", en: "names of landmarks (\(count))")
  }
  /// Landmarks for which there is no room at all: by name where they are few.
  static func landmarks(_ names: [Phrase]) -> Phrase {
    guard names.count <= 3 else {
      return Phrase(ja: "目印（\(names.count)）", en: "landmarks (\(names.count))")
    }
    return Phrase(
      ja: "目印（\(names.map(\.ja).joined(separator: "、"))）",
      en: "landmarks (\(names.map(\.en).joined(separator: ", ")))")
  }
  static let dependsHouse = Phrase(ja: "年齢しだいで空き家", en: "vacant or not, by exact age")
  static let unknownHouse = Phrase(ja: "わからない家", en: "household not known")
  static let noHouse = Phrase(ja: "空き地", en: "no house")
  static let shop = Phrase(ja: "店", en: "shop")
  static let facility = Phrase(ja: "施設", en: "facility")

  static let longBands = Phrase(ja: "70代＝70〜79歳", en: "70s = aged 70–79")
  static let publicShortBands = Phrase(
    ja: "70＝70代、0＝0〜9歳", en: "70 = 70s, 0 = under 10")
  static let halfBands = Phrase(
    ja: "70前・70後＝70代前半・70代後半", en: "70 = from 70")
  static let underlinedBands = Phrase(ja: "下線の数字は年代（70＝70代など）", en: "underlined: age known as a band")
  static let underlinedHalves = Phrase(
    ja: "下線の数字は年代（70＝70代か70代前半、75＝70代後半など）",
    en: "underlined: age known as a band (70 = from 70, 75 = from 75)")
  static let agesAreYears = Phrase(ja: "数字は年齢", en: "numbers are ages")
  static func unknownHouseholds(_ count: Int) -> Phrase {
    Phrase(
      ja: "わからない家\(count)戸の人数は含みません。",
      en: count == 1
        ? "People of 1 household nobody knew are not counted."
        : "People of \(count) households nobody knew are not counted.")
  }

  static let unknownNotCounted = Phrase(
    ja: "わからない家の人数は含みません。", en: "People of households nobody knew are not counted.")

  /// `phrase` with the full stop of either language.
  static func sentence(_ phrase: Phrase) -> Phrase { Phrase(ja: phrase.ja + "。", en: phrase.en + ".") }

  static let nobody = Phrase(
    ja: "人の住む家が少ないため、だれが住んでいるかを載せていません。",
    en: "Who lives where is left out, for few houses are lived in.")
  static let noAges = Phrase(ja: "家が少ないため、年齢は載せていません。", en: "Ages are left out, for the houses are few.")
  static let fewOlder = Phrase(
    ja: "年配の人が少ないため、年齢は載せていません。", en: "Ages are left out, for the older people are few.")
  static let findings = Phrase(ja: "気づいたこと", en: "What we noticed")
  static let actions = Phrase(ja: "取り組むといいこと", en: "What would be good to do")
  static let continued = Phrase(ja: "（つづき）", en: " (continued)")
  static let inspection = Phrase(ja: "地域点検", en: "District inspection")
}
