import Diagnostics
import Picture
import Projection
import Workshop

/// The kinds of pictures of a map, in the order in which they are drawn.
public enum PictureKind: String, Sendable, Hashable, CaseIterable {
  /// A year's map.
  case map
  /// All years together.
  case series
  /// By which year each house is more likely vacant than not, if nobody new moves in.
  case vacantYear = "vacant-year"
  /// The spread of the number of people and of vacant houses, year by year.
  case fan
  /// Ages and sexes, then and now.
  case pyramid
  /// Who lives in a house, year by year; for the table only.
  case life
  /// The base case and a scenario next to each other.
  case beside
  /// The districts of a city in the order of their figures; of rosters only.
  case districts

  /// What is drawn of a city's roster.
  public static let ofRosters: Set<PictureKind> = [.fan, .pyramid, .districts]
  /// What is drawn of a workshop's session.
  public static let ofSessions = Set(allCases).subtracting([.districts])
}

/// Draws pictures by chance rules.
public struct ChancePictures {
  /// A picture.
  public struct Drawn: Sendable {
    /// What it is called in a file's name.
    public var name: String
    /// The year it shows, where it shows one.
    public var year: Int?
    /// Its pages.
    public var pages: [Page]
  }

  let foresight: ChanceForesight
  let form: SeriesForm
  let options: SheetOptions
  let measurer: any TextMeasurer
  /// The houses whose lines are drawn, by id; none for all.
  public var houses: Set<String> = []

  /// Prepares pictures of what was foreseen. For the public everything private is taken out first.
  public init(
    foresight: ChanceForesight, form: SeriesForm, options: SheetOptions, measurer: any TextMeasurer
  ) {
    var foresight = foresight
    if !foresight.rules.isEmpty {
      foresight.note = foresight.note.and(ChanceWords.allRules)
      if let note = foresight.emptying?.note { foresight.emptying?.note = note.and(ChanceWords.allRules) }
    }
    self.foresight = foresight
    self.form = form
    self.options = options
    self.measurer = measurer
  }

  /// The pictures of a kind. The rules in force go with each in full, in words: on paper there is seldom room for them.
  public func draw(_ kind: PictureKind) -> [Drawn] {
    pictures(kind).map { picture in
      var picture = picture
      picture.pages = picture.pages.map { $0.telling(foresight.rules.text(in: options.language)) }
      return picture
    }
  }

  private func pictures(_ kind: PictureKind) -> [Drawn] {
    switch kind {
    case .map:
      let model = MapModel(chance: foresight, audience: options.audience, groups: options.groups)
      let sheet = MapSheet(model, options: options, measurer: measurer)
      return model.states.indices.map { index in
        Drawn(name: "chance", year: model.states[index].year, pages: sheet.pages(state: index))
      }
    case .series:
      let model = MapModel(chance: foresight, audience: options.audience, groups: options.groups)
      return [
        Drawn(
          name: "chance", year: nil,
          pages: SeriesSheet(model, form: form, options: options, measurer: measurer).pages())
      ]
    case .vacantYear:
      let model = MapModel(
        turning: foresight, audience: options.audience, groups: options.groups, language: options.language)
      let pages = MapSheet(model, options: options, measurer: measurer).pages(state: 0)
      return [Drawn(name: kind.rawValue, year: nil, pages: pages)]
    case .fan:
      var charts = charts
      guard charts.hasFans else { return [] }
      // Two below each other, on a sheet with a long foot; they grow into what is left.
      charts.fanHeight = 0.46
      let sheet = sheet(ChanceWords.fanTitle, charts.fanNote.and(foresight.note))
      return [
        Drawn(
          name: kind.rawValue, year: nil, pages: sheet.pages(charts.fanItems, summary: charts.fanSummary))
      ]
    case .pyramid:
      let charts = charts
      guard charts.hasPyramids else { return [] }
      let sheet = sheet(ChanceWords.pyramidTitle, charts.othersNote.and(foresight.note))
      return [
        Drawn(
          name: kind.rawValue, year: nil,
          pages: sheet.pages(charts.pyramidItems, summary: charts.pyramidSummary))
      ]
    case .life: return lives
    case .beside, .districts: return []
    }
  }

  /// A page for each house that is lived in, or may be; none for the public, for it tells of single people.
  private var lives: [Drawn] {
    guard options.audience == .table else { return [] }
    let style = NewsletterStyle()
    return foresight.map.houses.filter { houses.isEmpty || houses.contains($0.id) }.compactMap { house in
      let lines = LifeLine.all(house, foresight, options.language).filter {
        !$0.people.isEmpty || houses.contains(house.id)
      }
      guard !lines.isEmpty else { return nil }
      let items = lines.map {
        LifeLineItem(line: $0, style: style, language: options.language, measurer: measurer)
      }
      let summary = lines.map { $0.summary(options.language) }.joined(separator: " ")
      var sheet = sheet(ChanceWords.lifeTitle, foresight.note)
      sheet.everyPage = ChartLegendItem.life(
        hasStrangers: lines.contains { $0.unknown.contains { $0 >= 0.005 } }, style: style,
        language: options.language, measurer: measurer)
      return Drawn(name: "life-\(house.id)", year: nil, pages: sheet.pages(items, summary: summary))
    }
  }

  /// The rules in force in full, for the end of a document with these pictures.
  public func rulesPages() -> [Page] {
    let lines = foresight.rules.filter { $0.kind != .blank }
    guard !lines.isEmpty else { return [] }
    let items = lines.map {
      RuleLineItem(line: $0, language: options.language, style: NewsletterStyle(), measurer: measurer)
        as any FlowItem
    }
    return sheet(ChanceWords.rulesTitle, Phrase(verbatim: "")).pages(
      items, summary: lines.text(in: options.language))
  }

  private var charts: ChanceCharts {
    ChanceCharts(
      foresight: foresight, audience: options.audience, language: options.language, measurer: measurer,
      groups: options.groups)
  }

  private func sheet(_ title: Phrase, _ note: Phrase) -> ChartSheet {
    ChartSheet(
      heading: PageHeading(foresight.map, scenario: foresight.workshop.scenario), options: options,
      measurer: measurer, title: title, note: note)
  }
}

/// Draws the base case and a scenario next to each other, a page for each horizon.
public struct ComparisonPictures {
  let comparison: ScenarioComparison
  let map: TableMap
  let horizons: [Int]
  let options: SheetOptions
  let measurer: any TextMeasurer

  /// Prepares the pages of these years after the base year. For the public everything private is taken out first.
  public init(
    _ comparison: ScenarioComparison, map: TableMap, horizons: [Int], options: SheetOptions,
    measurer: any TextMeasurer
  ) {
    self.comparison = comparison
    self.map = map
    self.horizons = horizons.filter { $0 > 0 }
    self.options = options
    self.measurer = measurer
  }

  /// A picture for each horizon.
  public func draw() -> [ChancePictures.Drawn] {
    horizons.map { horizon in
      let model = MapModel(
        comparison, of: map, at: horizon, audience: options.audience, groups: options.groups)
      let changes = ScenarioChanges(comparison: comparison, horizon: horizon, language: options.language)
      var item = BesideItem(
        model: model, name: comparison.name, changes: changes.cells, style: NewsletterStyle(),
        language: options.language, measurer: measurer)
      // The rules of both cases take room from the maps on a sheet that lies on its long side.
      item.leastHeight = 0.4
      let year = map.baseYear + horizon
      let rules = comparison.chance?.scenario.rules ?? []
      var note = comparison.chance == nil ? model.note : model.note.and(ChanceWords.differenceNote)
      if !rules.isEmpty { note = note.and(ChanceWords.allRules) }
      let sheet = ChartSheet(
        heading: PageHeading(map), options: options, measurer: measurer, title: ChanceWords.besideTitle,
        note: note,
        year: (year, horizon))
      var pages = sheet.pages([item], summary: changes.summary)
      if let scenario = ScenarioName(comparison.name, options.language) {
        for index in pages.indices { pages[index].title += " " + scenario.words }
      }
      return ChancePictures.Drawn(
        name: comparison.chance == nil ? "beside" : "chance-beside", year: year,
        pages: pages.map { $0.telling(rules.text(in: options.language)) })
    }
  }
}

extension Page {
  /// The same page with more words for those who cannot see it, and for whoever asks what stands behind it.
  func telling(_ words: String) -> Page {
    var page = self
    if !words.isEmpty { page.summary += "\n" + words }
    return page
  }
}

extension ChanceForesight {
  /// The same with nobody in it, for the words that are on every picture.
  public func withNobody(_ workshop: MapProjection) -> ChanceForesight {
    var blank = self
    blank.map.houses = []
    blank.map.findings = []
    blank.map.actions = []
    blank.workshop = workshop
    for index in blank.chance.states.indices {
      blank.chance.states[index].people = []
      blank.chance.states[index].dwellings = []
    }
    blank.emptying?.chance = blank.chance
    return blank
  }
}

extension ScenarioComparison {
  /// The same with nobody in it.
  public func withNobody(_ workshop: MapProjection) -> ScenarioComparison {
    ScenarioComparison(
      name: name, base: workshop, scenario: workshop,
      chance: chance.map {
        Chances(
          base: $0.base.withNobody(workshop), scenario: $0.scenario.withNobody(workshop),
          differences: $0.differences)
      })
  }
}
