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

  private func fan(
    _ item: CountItem, _ title: Phrase, _ unit: Phrase, _ rule: (Figures) -> Int
  ) -> FanSeries {
    let years = foresight.chance.states.filter { foresight.isDrawn($0.horizon, for: audience) }.compactMap {
      state in
      state.counts[item].map { FanSeries.Year(state.year, $0) }
    }
    let byRule = foresight.workshop.states.filter { foresight.isDrawn($0.horizon, for: audience) }.map {
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
    let pyramids = ages.drawn
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
    return ages.drawn.map { $0.summary(language) }.joined(separator: language == .ja ? "" : " ")
  }

  /// Why no pyramid can be drawn, said in its place: there are no ages at all, no year to hold beside the base year, or no
  /// classes of which none has one or two older people alone.
  private var noPyramid: String? {
    switch ages.reason {
    case nil: nil
    case .fewHouses: MapWords.noAges(in: language)
    case .fewLater(let years): MapWords.noAges(in: years)(in: language)
    case .fewOlder: MapWords.fewOlder(in: language)
    }
  }

  /// The pyramids, and which years have none.
  var ages: ChancePyramids { ChancePyramids(foresight, audience: audience, groups: groups) }
  private var hidesAges: Bool { ages.areHidden }

  /// How many people are in no class in the base year, and which years have no ages.
  var othersNote: Phrase {
    guard noPyramid == nil else { return Phrase(verbatim: "") }
    let ages = ages
    let count = Int((ages.pyramid(at: 0)?.others ?? 0).rounded())
    let others = count > 0 ? ChanceWords.others(count) : Phrase(verbatim: "")
    return ages.hiddenYears.isEmpty ? others : others.and(MapWords.noAges(in: ages.hiddenYears))
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
