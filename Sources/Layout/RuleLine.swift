import Diagnostics
import Workshop

/// The rules in force, said once and kindly, in small type under a map.
enum RuleLine {
  /// The sentences for `rules`; `hasRented` tells whether the rule about letting matters on this map.
  static func sentences(_ rules: Rules, hasRented: Bool, _ language: Language) -> [String] {
    var phrases: [Phrase] = []
    if let age = rules.deceasedAt.years {
      phrases.append(
        Phrase(ja: "\(age)歳以上は亡くなったとみなしています。", en: "Those aged \(age) or over are taken to have died."))
    }
    if let age = rules.childrenLeaveAt.years {
      phrases.append(
        Phrase(ja: "子どもは\(age)歳になると家を出ると仮定しています。", en: "Children are taken to leave home at \(age)."))
    }
    if let years = rules.demolishedAfter.years {
      phrases.append(
        Phrase(
          ja: "空き家は\(years)年たつと取り壊されると仮定しています。",
          en: "Vacant houses are taken to be demolished after \(years) years."))
    }
    if hasRented && rules.reletsRentedUnits {
      phrases.append(
        Phrase(
          ja: "空いた賃貸の部屋には次の年に誰かが入ると仮定しています。",
          en: "Rented homes that empty are taken to be let again within a year."))
    }
    return phrases.map { $0(in: language) }
  }
}
