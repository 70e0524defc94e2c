import Diagnostics
import Workshop

/// The keys of a measure: the same as a scenario's, and two that stand for one of each.
enum MeasureKey: String, FormatKey {
  case people, houses
  case eachAway = "each-away"
  case eachVacant = "each-vacant"

  var japanese: [String] {
    switch self {
    case .people: ["人"]
    case .houses: ["家"]
    case .eachAway: ["他出の人ごと"]
    case .eachVacant: ["空き家ごと"]
    }
  }

  var meaning: Phrase {
    switch self {
    case .people: ScenarioKey.people.meaning
    case .houses: ScenarioKey.houses.meaning
    case .eachAway:
      Phrase(ja: "他出している人それぞれに、一つずつ。2035戻", en: "One for each person living away: returns 2035")
    case .eachVacant:
      Phrase(
        ja: "その前の年に空き家である家それぞれに、一つずつ。2030入居 ○35 △33",
        en: "One for each house that is vacant the year before: moves-in 2030 ○35 △33")
    }
  }

  var shape: Shape {
    switch self {
    case .people: ScenarioKey.people.shape
    case .houses: ScenarioKey.houses.shape
    case .eachAway: .oneOrMore(of: .reference("residentPlan"))
    case .eachVacant: .oneOrMore(of: .reference("dwellingPlan"))
    }
  }
}

/// The figures that can be kept.
enum TargetKey: String, FormatKey {
  case population
  case livedIn = "lived-in"
  case households
  case under15 = "under-15"
  case from15to64 = "15-64"
  case helpers = "20-69"
  case helpersPer75 = "helpers-per-75"
  case vacant
  case vacancyRate = "vacancy-rate"
  case ageingRate = "ageing-rate"
  case meanAge = "mean-age"
  case olderLivingAlone = "older-alone"
  case elderlyOnly = "elderly-only"

  var figure: TargetFigure { TargetFigure(rawValue: rawValue) ?? .population }

  var japanese: [String] {
    switch self {
    case .population: ["人口", "住んでいる人"]
    case .livedIn: ["住んでいる家", "人が住む家"]
    case .households: ["知っている世帯", "世帯"]
    case .under15: ["15歳未満", "子ども"]
    case .from15to64: ["15〜64歳", "15-64歳"]
    case .helpers: ["20〜69歳", "20-69歳"]
    case .helpersPer75: ["75歳以上1人あたりの20〜69歳", "支え手"]
    case .vacant: ["空き家"]
    case .vacancyRate: ["空き家率"]
    case .ageingRate: ["高齢化率"]
    case .meanAge: ["平均年齢"]
    case .olderLivingAlone: ["独居高齢者"]
    case .elderlyOnly: ["高齢者のみ世帯"]
    }
  }

  var meaning: Phrase {
    let edge = figure.isCeiling ? Phrase(ja: "この数以下に", en: "at most") : Phrase(ja: "この数以上に", en: "at least")
    let unit = figure.isShare ? Phrase(ja: "（％）", en: " (per cent)") : Phrase(ja: "", en: "")
    return Phrase(
      ja: "\(japanese.first ?? rawValue)\(unit.ja)を、どの年も\(edge.ja)",
      en: "\(rawValue)\(unit.en), \(edge.en) this in every year")
  }

  var shape: Shape { .amount(units: units, isShare: figure.isShare) }

  /// Counter words that may stand behind the number.
  var units: [String] {
    switch figure {
    case .population, .under15, .from15to64, .helpers, .helpersPer75, .olderLivingAlone: ["人"]
    case .livedIn, .households, .vacant, .elderlyOnly: ["戸", "軒", "世帯"]
    case .vacancyRate, .ageingRate: ["%", "％", "パーセント"]
    case .meanAge: ["歳", "才"]
    }
  }
}
