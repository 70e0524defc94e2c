import Diagnostics
import Picture

/// How likely it is that a house is vacant, in five steps that are told in words and by patterns: so coarse that they
/// may be printed for everybody, and different from each other in one ink.
public enum ChanceStep: Int, Sendable, Hashable, CaseIterable {
  /// Vacant with a chance below 0.1.
  case livedIn
  /// From 0.1, below 0.4.
  case likelyLivedIn
  /// From 0.4, below 0.6.
  case even
  /// From 0.6, below 0.9.
  case likelyVacant
  /// From 0.9.
  case vacant

  /// The step of a chance, 0…1, of being vacant.
  public init(vacant chance: Double) {
    // Sums of chances are exact but for the last bits.
    let chance = chance + 1e-12
    self =
      chance < 0.1
      ? .livedIn
      : chance < 0.4
        ? .likelyLivedIn
        : chance < 0.6
          ? .even
          : chance < 0.9
            ? .likelyVacant : .vacant
  }

  /// White, more and more ink, solid: thin lines, thick lines, and white lines on ink, which run the other way.
  func paint(spacing: Double) -> Paint {
    func hatch(_ share: Double, _ color: Color, on ground: Color, angle: Double = 45) -> Paint {
      .hatch(
        Hatch(
          color: color, ground: ground, spacing: .pt(spacing), width: .pt(max(0.3, spacing * share)),
          angle: angle))
    }
    return switch self {
    case .livedIn: .solid(Theme.white)
    case .likelyLivedIn: hatch(0.13, Theme.ink, on: Theme.white)
    case .even: hatch(0.44, Theme.ink, on: Theme.white)
    case .likelyVacant: hatch(0.24, Theme.white, on: Theme.ink, angle: 135)
    case .vacant: .solid(Theme.ink)
    }
  }

  /// In the legend.
  var words: Phrase {
    switch self {
    case .livedIn: Phrase(ja: "ほぼ住んでいる（1割未満）", en: "almost surely lived in (under 1 in 10)")
    case .likelyLivedIn: Phrase(ja: "住んでいそう（1〜4割）", en: "likely lived in (1–4 in 10)")
    case .even: Phrase(ja: "五分五分（4〜6割）", en: "even chances (4–6 in 10)")
    case .likelyVacant: Phrase(ja: "空き家になりそう（6〜9割）", en: "likely vacant (6–9 in 10)")
    case .vacant: Phrase(ja: "ほぼ空き家（9割以上）", en: "almost surely vacant (9 in 10 or more)")
    }
  }

  /// In a sentence that counts houses.
  var short: Phrase {
    switch self {
    case .livedIn: Phrase(ja: "ほぼ住んでいる", en: "almost surely lived in")
    case .likelyLivedIn: Phrase(ja: "住んでいそう", en: "likely lived in")
    case .even: Phrase(ja: "五分五分", en: "even chances")
    case .likelyVacant: Phrase(ja: "空き家になりそう", en: "likely vacant")
    case .vacant: Phrase(ja: "ほぼ空き家", en: "almost surely vacant")
    }
  }
}

/// From which year on a house is more likely vacant than not if nobody new moves in.
public enum VacancyTurn: Sendable, Hashable {
  /// It is vacant in the base year.
  case now
  /// From this calendar year.
  case year(Int)
  /// Not in the years looked at.
  case later

  /// When that is, as coarse as the map's horizons.
  enum Band: Hashable {
    /// In the base year.
    case now
    /// Up to the horizon of this place, from 0, of `count`; the last goes on to the end of the years looked at.
    case by(Int, count: Int)
    /// Not in the years looked at.
    case later

    /// The sooner the darker.
    var step: ChanceStep {
      switch self {
      case .now: .vacant
      case .by(let place, _): place == 0 ? .likelyVacant : place == 1 ? .even : .likelyLivedIn
      case .later: .livedIn
      }
    }
  }

  /// The band of it among horizons given as calendar years, ascending. There are at most three.
  func band(_ years: [Int]) -> Band {
    switch self {
    case .now: return .now
    case .later: return .later
    case .year(let year):
      let place = years.firstIndex { year <= $0 } ?? years.count - 1
      let count = min(3, years.count)
      return years.isEmpty ? .later : .by(min(place, count - 1), count: count)
    }
  }

  /// The last years of the bands.
  static func ends(_ years: [Int]) -> [Int] {
    years.count <= 3 ? years : [years[0], years[1], years[years.count - 1]]
  }
}

extension Shade {
  /// Whether nothing could be read on it.
  var isPatterned: Bool {
    switch self {
    case .vacant, .depends: true
    case .chance(let step): step != .livedIn
    case .turning(let band): band.step != .livedIn
    case .livedIn, .unknown, .absent, .plain: false
    }
  }
}

/// What the maps of a model show.
enum MapSubject: Hashable {
  /// Who lives where, by the workshop's rules.
  case foresight
  /// How likely each house is vacant.
  case chance
  /// By which year each house is more likely vacant than not if nobody new moves in, up to the last of these calendar years.
  case turning([Int])

  /// In the titles of pages; nil for the maps everybody knows.
  var title: Phrase? {
    switch self {
    case .foresight: nil
    case .chance: ChanceWords.chanceTitle
    case .turning: ChanceWords.turningTitle
    }
  }

  /// The signs of the scale, whether or not all of them occur: a scale is read as a whole.
  func scale(_ model: MapModel) -> [(shade: Shade, words: Phrase)] {
    switch self {
    case .foresight: return []
    case .chance: return ChanceStep.allCases.reversed().map { (.chance($0), $0.words) }
    case .turning(let years):
      let ends = VacancyTurn.ends(years)
      return [(.turning(.now), ChanceWords.vacantNow)]
        + ends.enumerated().map { (.turning(.by($0, count: ends.count)), ChanceWords.by($1)) }
        + [(.turning(.later), ChanceWords.later(ends.last ?? model.map.baseYear))]
    }
  }
}
