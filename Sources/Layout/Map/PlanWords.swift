import Diagnostics
import Workshop

/// What the table said a person will do, in the few signs in which the room writes it; for the table only.
enum PlanWords {
  /// The next thing `person` will do after `year`, or nil where nothing was said. Who stays is told in the base
  /// year only.
  static func hint(_ person: Resident, after year: Int, baseYear: Int) -> Phrase? {
    var next: (year: Int, words: Phrase)?
    for plan in person.plans {
      guard let (when, words) = words(plan, baseYear) else { continue }
      let isAhead = when > year || (when == baseYear && year == baseYear)
      if isAhead, when < next?.year ?? .max { next = (when, words) }
    }
    return next?.words
  }

  private static func words(_ plan: ResidentPlan, _ baseYear: Int) -> (Int, Phrase)? {
    switch plan {
    case .leaves(let year): (year, Phrase(ja: "\(year)出", en: "→\(year)"))
    case .stays: (baseYear, Phrase(ja: "残", en: "stays"))
    case .returns(let year): (year, Phrase(ja: "\(year)戻", en: "←\(year)"))
    case .bringsPartner(let year, _): (year, Phrase(ja: "\(year)婚", en: "wed \(year)"))
    case .movesIntoCare(let year): (year, Phrase(ja: "\(year)施設", en: "care \(year)"))
    }
  }

  /// What the signs mean, for the legend.
  static let legend = Phrase(
    ja: "年のついた小さな字＝席で聞いた予定（出る・戻る・結婚・施設）",
    en: "→2030 leaves, ←2035 comes back, as the table said")
}
