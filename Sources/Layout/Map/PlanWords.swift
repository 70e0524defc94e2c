import Diagnostics
import Workshop

/// What the table said a person will do, in the few signs in which the room writes it; for the table only.
enum PlanWords {
  /// The next thing `person` will do after `year`, or nil where nothing was said. Who stays is told in the base
  /// year only.
  static func hint(_ person: Resident, after year: Int, baseYear: Int) -> Phrase? {
    var next: (year: Int, words: Phrase)?
    for plan in person.plans {
      guard let (when, words) = words(plan, person, baseYear) else { continue }
      let isAhead = when > year || (when == baseYear && year == baseYear)
      if isAhead, when < next?.year ?? .max { next = (when, words) }
    }
    return next?.words
  }

  private static func words(_ plan: ResidentPlan, _ person: Resident, _ baseYear: Int) -> (Int, Phrase)? {
    guard let when = plan.when else { return (baseYear, Phrase(ja: "残", en: "stays")) }
    guard let year = when.year(of: person.age, told: baseYear) else { return nil }
    let said =
      switch when {
      case .year(let year): Phrase(verbatim: "\(year)")
      case .age(let age): Phrase(ja: "\(age)歳", en: "at \(age)")
      }
    let words =
      switch plan {
      case .leaves: Phrase(ja: "\(said.ja)出", en: "→\(said.en)")
      case .stays, .returns: Phrase(ja: "\(said.ja)戻", en: "←\(said.en)")
      case .bringsPartner: Phrase(ja: "\(said.ja)婚", en: "wed \(said.en)")
      case .movesIntoCare: Phrase(ja: "\(said.ja)施設", en: "care \(said.en)")
      }
    return (year, words)
  }

  /// What the signs mean, for the legend.
  static let legend = Phrase(
    ja: "年のついた小さな字＝席で聞いた予定（出る・戻る・結婚・施設）",
    en: "→2030 leaves, ←2035 comes back, as the table said")
}
