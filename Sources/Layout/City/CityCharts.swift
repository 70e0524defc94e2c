import Diagnostics
import Picture
import Workshop

/// What a page of a city's charts is about: plain numbers, of a district or of the whole.
public struct CityPlace: Sendable, Hashable {
  /// The district's name, or that of the whole city.
  public var name: String
  /// How many people and houses it has in the base year, in words.
  public var size: String
  /// People and vacant houses through the years.
  public var fans: [FanSeries]
  /// The pyramids of the base year and of the horizons, ascending.
  public var pyramids: [AgePyramid]

  /// Makes a place.
  public init(name: String, size: String, fans: [FanSeries], pyramids: [AgePyramid]) {
    self.name = name
    self.size = size
    self.fans = fans
    self.pyramids = pyramids
  }
}

/// Lays out the charts of a city: fans and pyramids of a district or of the whole, and a comparison of its districts.
public struct CityCharts {
  let options: SheetOptions
  /// What the figures rest on, in small type at the foot of every page.
  let note: Phrase
  let measurer: any TextMeasurer

  private var language: Language { options.language }
  private var style: NewsletterStyle { NewsletterStyle() }

  /// Prepares pages.
  public init(options: SheetOptions, note: Phrase, measurer: any TextMeasurer) {
    self.options = options
    self.note = note
    self.measurer = measurer
  }

  /// People and vacant houses of a place, with their spread.
  public func fan(_ place: CityPlace) -> [Page] {
    let isCertain = place.fans.allSatisfy { $0.years.allSatisfy(\.isCertain) }
    let charts = place.fans.map {
      FanChartItem(series: $0, style: style, language: language, measurer: measurer)
    }
    var items: [any FlowItem] = [BesideEachOther(items: charts, least: 110)]
    if !isCertain {
      items.append(
        ChartLegendItem.fan(hasRule: false, style: style, language: language, measurer: measurer))
    }
    let summary = place.fans.map { $0.summary(language) }.joined(separator: language == .ja ? "" : " ")
    let note = isCertain ? note : ChanceWords.fanNote.and(note)
    return sheet(place, ChanceWords.fanTitle, note).pages(items, summary: summary)
  }

  /// Ages and sexes of a place, then and now; none where nobody's age is known.
  public func pyramid(_ place: CityPlace) -> [Page] {
    guard let base = place.pyramids.first, base.total > base.others else { return [] }
    let items: [any FlowItem] = [
      PyramidItem(
        base: base, later: Array(place.pyramids.dropFirst()), style: style, language: language,
        measurer: measurer),
      ChartLegendItem.pyramid(baseYear: base.year, style: style, language: language, measurer: measurer),
    ]
    let others = Int(base.others.rounded())
    let note = others > 0 ? ChanceWords.others(others).and(note) : note
    let summary = place.pyramids.map { $0.summary(language) }.joined(separator: language == .ja ? "" : " ")
    return sheet(place, ChanceWords.pyramidTitle, note).pages(items, summary: summary)
  }

  /// The districts in the order of their figures, each panel a figure.
  public func ranking(_ panels: [DistrictRanking], of whole: CityPlace) -> [Page] {
    let item = RankingItem(panels: panels, style: style, language: language, measurer: measurer)
    let legend = RankingItem.legend(
      panels, style: style, language: language, measurer: measurer)
    let summary = panels.map { $0.summary(language) }.joined(separator: language == .ja ? "" : " ")
    var sheet = sheet(whole, CityWords.rankingTitle, note)
    sheet.everyPage = legend
    return sheet.pages([item], summary: summary)
  }

  private func sheet(_ place: CityPlace, _ title: Phrase, _ note: Phrase) -> ChartSheet {
    ChartSheet(
      heading: PageHeading(title: place.name, subtitle: place.size), options: options, measurer: measurer,
      title: title, note: note)
  }
}

/// Words on the charts of a city.
enum CityWords {
  static let people = Phrase(ja: "名簿にいる人のうち、住んでいる人", en: "People of the roster who live here")
  static let rankingTitle = Phrase(ja: "地区をくらべる", en: "Districts compared")
  static func now(_ year: Int) -> Phrase { Phrase(ja: "丸は\(year)年", en: "circle: \(year)") }
  static func then(_ year: Int) -> Phrase {
    Phrase(ja: "棒は\(year)年の見込み（まんなか）", en: "bar: \(year), the middle of what is foreseen")
  }
  static let whole = Phrase(ja: "破線はまち全体の見込み", en: "dashes: the whole city, as foreseen")
}

extension FanSeries {
  /// Of people.
  public static func people(_ years: [Year], told: [Int]) -> FanSeries {
    FanSeries(title: CityWords.people, unit: MapWords.peopleUnit, years: years, told: told)
  }
  /// Of vacant houses.
  public static func vacantHouses(_ years: [Year], told: [Int]) -> FanSeries {
    FanSeries(title: MapWords.vacantHouses, unit: MapWords.houseUnit, years: years, told: told)
  }
}

extension AgePyramid {
  /// The same with classes of ten years, the last of which begins at 90, at 80 or at 70: the highest of these with which in none
  /// of the years a class from 70 on has fewer than three people in it, unless it has nobody; no pyramids where there is none.
  public static func coarse(_ pyramids: [AgePyramid]) -> [AgePyramid] {
    let counts = pyramids.map { pyramid in
      { (ages: Range<Int>) in
        Int(pyramid.classes.filter { ages.contains($0.from) }.reduce(0) { $0 + $1.men + $1.women }.rounded())
      }
    }
    guard let last = SmallGroups.highestBand(downTo: 70, counts) else { return [] }
    return pyramids.map { pyramid in
      var coarse = pyramid
      coarse.step = 10
      coarse.classes = stride(from: 0, through: last, by: 10).map { lowest in
        let own = pyramid.classes.filter { $0.from >= lowest && ($0.from < lowest + 10 || lowest == last) }
        return AgeClass(
          from: lowest, men: own.reduce(0) { $0 + $1.men }, women: own.reduce(0) { $0 + $1.women })
      }
      return coarse
    }
  }
}
