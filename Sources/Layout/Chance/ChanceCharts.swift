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
  /// How high a fan is at least, as a share of its width.
  var fanHeight = 0.62

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

  /// Whether a year stands in the charts. For the public only those that the maps show do: the year in which a line
  /// steps down would tell how old somebody is who lives alone.
  private func isDrawn(_ horizon: Int) -> Bool {
    audience == .table ? horizon <= horizons.last ?? 0 : horizon == 0 || horizons.contains(horizon)
  }

  private func fan(
    _ item: CountItem, _ title: Phrase, _ unit: Phrase, _ rule: (Figures) -> Int
  ) -> FanSeries {
    let years = foresight.chance.states.filter { isDrawn($0.horizon) }.compactMap { state in
      state.counts[item].map { FanSeries.Year(state.year, $0) }
    }
    let byRule = foresight.workshop.states.filter { isDrawn($0.horizon) }.map {
      (year: $0.year, value: rule($0.figures))
    }
    return FanSeries(
      title: title, unit: unit, years: years, told: horizons.map { base + $0 }, byRule: byRule)
  }

  /// What is said under the fans beside the rules.
  var fanNote: Phrase {
    if hidesAges { return Phrase(verbatim: "") }
    return audience == .table ? ChanceWords.fanNote : ChanceWords.fanNote.and(ChanceWords.straight)
  }

  /// Whether there is anything to draw but the reason why there is nothing: that needs no page of its own.
  var hasFans: Bool { !hidesAges }

  /// The same of the pyramids.
  var hasPyramids: Bool { noPyramid == nil }

  /// The charts with their legend.
  var fanItems: [any FlowItem] {
    if hidesAges {
      return [NoteItem(words: ChanceWords.noFan(in: language), style: style, measurer: measurer)]
    }
    let charts = fans.map {
      FanChartItem(
        series: $0, style: style, language: language, measurer: measurer, ratio: fanHeight)
    }
    return [
      BesideEachOther(items: charts, least: 110),
      ChartLegendItem.fan(hasRule: true, style: style, language: language, measurer: measurer),
    ]
  }

  /// What the fan charts show, in words.
  var fanSummary: String {
    guard !hidesAges else { return ChanceWords.noFan(in: language) }
    return fans.map { $0.summary(language) }.joined(separator: language == .ja ? "" : " ")
  }

  /// The pyramids with their legend.
  var pyramidItems: [any FlowItem] {
    if let reason = noPyramid { return [NoteItem(words: reason, style: style, measurer: measurer)] }
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
    if let reason = noPyramid { return reason }
    return pyramids.map { $0.summary(language) }.joined(separator: language == .ja ? "" : " ")
  }

  /// Why no pyramid can be drawn, said in its place: there are no ages at all, or no year to hold beside the base year.
  private var noPyramid: String? {
    if hidesAges { return MapWords.noAges(in: language) }
    return pyramids.count > 1 || hiddenYears.isEmpty ? nil : MapWords.noAges(in: hiddenYears)(in: language)
  }

  /// Whether the ages of so few houses tell whose they are.
  private var hidesAges: Bool { audience == .public && groups.hidesAges(of: foresight.map) }

  /// The pyramids of the base year and of the horizons. For the public one or two people are not alone in the last class.
  private var pyramids: [AgePyramid] {
    let hidden = hiddenYears
    let all = ([0] + horizons).compactMap(pyramid).filter { !hidden.contains($0.year) }
    return audience == .public && groups == .coarsened ? AgePyramid.coarse(all) : all
  }

  /// How many people are in no class in the base year, and which years have no ages.
  var othersNote: Phrase {
    guard noPyramid == nil else { return Phrase(verbatim: "") }
    let count = Int((pyramid(at: 0)?.others ?? 0).rounded())
    let others = count > 0 ? ChanceWords.others(count) : Phrase(verbatim: "")
    return hiddenYears.isEmpty ? others : others.and(MapWords.noAges(in: hiddenYears))
  }

  /// The years whose ages are left out, for few houses are lived in by the workshop's rules.
  private var hiddenYears: [Int] {
    guard audience == .public else { return [] }
    return foresight.workshop.states.filter {
      isDrawn($0.horizon) && groups.ages(of: $0).areHidden
    }.map(\.year)
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
