import Diagnostics
import Picture
import Projection
import Workshop

/// Fan charts and pyramids of a map that was foreseen by chance.
struct ChanceCharts {
  let foresight: ChanceForesight
  let audience: Audience
  let language: Language
  let measurer: any TextMeasurer
  /// What is done with ages that would single out one household.
  var groups = SmallGroups.coarsened

  private var style: NewsletterStyle { NewsletterStyle() }
  private var base: Int { foresight.map.baseYear }
  private var horizons: [Int] { foresight.horizons.filter { $0 > 0 } }

  /// People and vacant houses.
  var fans: [FanSeries] {
    [
      fan(.population, MapWords.people, MapWords.peopleUnit) { $0.population.point },
      fan(.vacant, MapWords.vacantHouses, MapWords.houseUnit) { $0.vacant.point },
    ]
  }

  private func fan(
    _ item: CountItem, _ title: Phrase, _ unit: Phrase, _ rule: (Figures) -> Int
  ) -> FanSeries {
    let last = horizons.last ?? 0
    let years = foresight.chance.states.filter { $0.horizon <= last }.compactMap { state in
      state.counts[item].map { FanSeries.Year(state.year, $0) }
    }
    let byRule = foresight.workshop.states.filter { $0.horizon <= last }.map {
      (year: $0.year, value: rule($0.figures))
    }
    return FanSeries(
      title: title, unit: unit, years: years, told: horizons.map { base + $0 }, byRule: byRule)
  }

  /// The charts with their legend.
  var fanItems: [any FlowItem] {
    let charts = fans.map {
      FanChartItem(series: $0, style: style, language: language, measurer: measurer)
    }
    return [
      BesideEachOther(items: charts, least: 110),
      ChartLegendItem.fan(hasRule: true, style: style, language: language, measurer: measurer),
    ]
  }

  /// What the fan charts show, in words.
  var fanSummary: String {
    fans.map { $0.summary(language) }.joined(separator: language == .ja ? "" : " ")
  }

  /// The pyramids with their legend.
  var pyramidItems: [any FlowItem] {
    if hidesAges {
      return [NoteItem(words: MapWords.noAges(in: language), style: style, measurer: measurer)]
    }
    let pyramids = pyramids
    guard let now = pyramids.first else { return [] }
    return [
      PyramidItem(
        base: now, later: Array(pyramids.dropFirst()), style: style, language: language,
        measurer: measurer),
      ChartLegendItem.pyramid(baseYear: base, style: style, language: language, measurer: measurer),
    ]
  }

  /// What the pyramids show, in words.
  var pyramidSummary: String {
    guard !hidesAges else { return MapWords.noAges(in: language) }
    return pyramids.map { $0.summary(language) }.joined(separator: language == .ja ? "" : " ")
  }

  /// Whether the ages of so few houses tell whose they are.
  private var hidesAges: Bool { audience == .public && groups.hidesAges(of: foresight.map) }

  /// The pyramids of the base year and of the horizons. For the public one or two people are not alone in the last class.
  private var pyramids: [AgePyramid] {
    let all = ([0] + horizons).compactMap(pyramid)
    return audience == .public && groups == .coarsened ? AgePyramid.coarse(all) : all
  }

  /// How many people are in no class in the base year.
  var othersNote: Phrase {
    let count = Int((pyramid(at: 0)?.others ?? 0).rounded())
    return count > 0 ? ChanceWords.others(count) : Phrase(verbatim: "")
  }

  /// The pyramid of a year. For the public its classes are as wide as the bands on public maps, and 90 is the last.
  func pyramid(at horizon: Int) -> AgePyramid? {
    guard let then = foresight.state(at: horizon) else { return nil }
    let step = audience == .table ? 5 : 10
    let end = audience == .table ? 95 : 90
    let count = end / step + 1
    var classes = (0..<count).map { AgePyramid.AgeClass(from: $0 * step, men: 0, women: 0) }
    var others = 0.0
    var known: [String: PersonThen] = [:]
    for person in foresight.everybody.values.joined() { known[person.id] = person }
    for chance in then.people where chance.here > 0 {
      guard let person = known[chance.id], person.sex != .unknown,
        let ages = person.age.later(horizon).range
      else {
        others += chance.here
        continue
      }
      let shares = foresight.ages.shares(of: chance.id, at: horizon)
      for (index, age) in ages.enumerated() {
        let even = 1 / Double(ages.count)
        let share = chance.here * (shares?.count == ages.count ? shares?[index] ?? even : even)
        let place = min(count - 1, max(0, age) / step)
        if person.sex == .male { classes[place].men += share } else { classes[place].women += share }
      }
    }
    // Who is born or joins by chance.
    for newcomer in then.newcomers {
      guard let age = newcomer.age, newcomer.sex != .unknown else {
        others += newcomer.mean
        continue
      }
      let place = min(count - 1, max(0, age) / step)
      if newcomer.sex == .male {
        classes[place].men += newcomer.mean
      } else {
        classes[place].women += newcomer.mean
      }
    }
    return AgePyramid(year: then.year, classes: classes, step: step, others: others)
  }
}

extension FanSeries.Year {
  /// A year of a distribution.
  init(_ year: Int, _ distribution: Distribution) {
    self.init(
      year: year, median: distribution.quantile(0.5), likely: distribution.interval(0.8),
      wide: distribution.interval(0.95))
  }
}

extension AgeThen {
  /// The ages it may be.
  var range: ClosedRange<Int>? {
    switch self {
    case .exact(let age): age...age
    case .band(let band, _): band
    case .unknown: nil
    }
  }
}
