import Diagnostics
import Workshop

/// The rules in force, in words.
public enum RulesText {
  /// One sentence for the foot of a map: 「85歳以上は亡くなったとみなし、20歳になった子どもは家を出ると仮定しています」.
  ///
  /// It adjusts to the rules that are set. Re-letting is told only where it is switched off, for on paper it says
  /// nothing to people without rented dwellings around them.
  public static func line(_ rules: Rules) -> Phrase {
    var assumed = [leaving(rules)]
    if !rules.reletsRentedUnits {
      assumed.append(
        Clause(
          ja: "空いた賃貸の部屋は空いたままになる", jaGoingOn: "空いた賃貸の部屋は空いたままで",
          en: "rented dwellings that empty stay empty"))
    }
    if let years = rules.demolishedAfter.years {
      assumed.append(
        Clause(
          ja: "空き家になって\(years)年たった家は取り壊される", jaGoingOn: "空き家になって\(years)年たった家は取り壊され",
          en: "a house is taken down once it has been vacant for \(count(years, "year"))"))
    }
    if let age = rules.drivesUntil.years {
      assumed.append(
        Clause(
          ja: "\(age)歳になった人は車の運転をやめる", jaGoingOn: "\(age)歳になった人は車の運転をやめ",
          en: "people give up driving at \(age)"))
    }
    let before =
      if let age = rules.deceasedAt.years {
        Phrase(ja: "\(age)歳以上は亡くなったとみなし、", en: "people of \(age) or over have passed away")
      } else {
        Phrase(ja: "何歳になっても亡くなったとはみなさず、", en: "nobody passes away")
      }
    let ja = assumed.dropLast().map { $0.jaGoingOn + "、" }.joined() + (assumed.last?.ja ?? "")
    let clauses = [before.en] + assumed.map(\.en)
    let en = clauses.dropLast().joined(separator: ", that ") + " and that \(clauses.last ?? "")"
    return Phrase(ja: "\(before.ja)\(ja)と仮定しています", en: "We assume that \(en)")
  }

  /// Every rule in a sentence of its own, in the order of the table in `docs/projection.md`.
  public static func sentences(_ rules: Rules) -> [Phrase] {
    [
      rules.deceasedAt.years.map { age in
        Phrase(
          ja: "基準年の翌年から、\(age)歳以上になった人は亡くなったとみなします。",
          en: "From the year after the base year on, people of \(age) or over are taken to have passed away.")
      }
        ?? Phrase(
          ja: "何歳になっても亡くなったとはみなしません。", en: "Nobody is taken to have passed away at any age."),
      rules.childrenLeaveAt.years.map { age in
        Phrase(
          ja: "\(age)歳になった子どもは、その年に家を出ます。すでに\(age)歳以上の子どもは跡継ぎとして残ります。",
          en:
            "A child leaves home in the year it turns \(age). One that is \(age) already stays as the successor."
        )
      } ?? Phrase(ja: "子どもは家を出ません。", en: "Children do not leave home."),
      Phrase(
        ja: "他出した人は、戻る年がシートかもしもに書かれているときだけ戻ります。",
        en: "Those who live away return only if the sheet or a scenario says when."),
      Phrase(
        ja: "住む人がいなくなった年から空き家になり、入る人が書かれていなければ空き家のままです。",
        en: "A house is vacant from the year in which nobody is left, until the sheet or a scenario fills it."
      ),
      rules.reletsRentedUnits
        ? Phrase(
          ja: "空いた賃貸の部屋には、翌年、だれかが入居します。",
          en: "A rented dwelling that empties is taken by a household nobody knows the next year.")
        : Phrase(ja: "空いた賃貸の部屋は、空いたままになります。", en: "Rented dwellings that empty stay empty."),
      Phrase(
        ja: "どなたか分からない世帯は、分からないまま住み続けます。人数には入りません。",
        en: "A household nobody knows stays; its people are not counted."),
      rules.demolishedAfter.years.map { years in
        Phrase(
          ja: "空き家になって\(years)年たった家は、取り壊されて空き地になります。",
          en:
            "A house that has been vacant for \(count(years, "year")) is taken down and leaves an empty lot.")
      } ?? Phrase(ja: "空き家は取り壊されません。", en: "Vacant houses are not taken down."),
      Phrase(
        ja: "シートに書かれたことは、どの決まりよりも優先します。", en: "What the sheet says comes before every rule."),
    ]
  }

  /// Who is counted as able to drive: told where somebody has set it.
  static func driving(_ rules: Rules) -> Phrase {
    let from = Rules.drivesFrom
    guard let age = rules.drivesUntil.years else {
      return Phrase(
        ja: "何歳になっても車の運転をやめるとはみなしません。\(from)歳以上の人を、車を運転できる人と数えます（免許の有無は尋ねていません）。確率で見るときも同じです。",
        en:
          "Nobody gives up driving at any age: everybody of \(from) or over counts as able to drive, for nobody was asked for a licence. The same holds with chances."
      )
    }
    return Phrase(
      ja: "\(age)歳になった人は車の運転をやめます。\(from)歳以上\(age)歳未満の人を、車を運転できる人と数えます（免許の有無は尋ねていません）。確率で見るときも同じです。",
      en:
        "People give up driving at \(age): everybody of \(from) or over and below that age counts as able to drive, for nobody was asked for a licence. The same holds with chances."
    )
  }

  /// `1 year`, `2 years`.
  static func count(_ number: Int, _ word: String) -> String { "\(number) \(word)\(number == 1 ? "" : "s")" }

  /// Something assumed: as the end of a Japanese sentence, and as one of its earlier parts.
  private struct Clause {
    var ja: String
    var jaGoingOn: String
    var en: String
  }

  private static func leaving(_ rules: Rules) -> Clause {
    guard let age = rules.childrenLeaveAt.years else {
      return Clause(ja: "子どもは家に残る", jaGoingOn: "子どもは家に残り", en: "children stay at home")
    }
    return Clause(
      ja: "\(age)歳になった子どもは家を出る", jaGoingOn: "\(age)歳になった子どもは家を出て",
      en: "children leave home when they turn \(age)")
  }
}
