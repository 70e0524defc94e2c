import Diagnostics
import Picture
import Projection
import Workshop

/// Small type under a graphic: what its signs and figures mean.
struct NoteItem: FlowItem {
  let words: String
  let style: NewsletterStyle
  let measurer: any TextMeasurer

  var spaceBefore: Double { 2.5 }
  private func block(_ width: Double) -> TextBlock { Prose(measurer).block(words, style.note, width: width) }

  func height(width: Double) -> Double { Prose(measurer).height(block(width)) }

  func draw(on pen: SheetPen, x: Double, y: Double, width: Double, height: Double) {
    pen.group(.paragraph, mark: Mark(.rule)) { pen.paragraph(block(width), x: x, y: y) }
  }
}

/// A picture of chance that can be taken out of a session, known by name before anything is reckoned.
public struct ChanceGraphic: Sendable, Hashable {
  /// What it shows.
  public enum Kind: Sendable, Hashable {
    /// A year's map, by the years after the base year.
    case map(Int)
    /// All years together.
    case series
    /// By which year houses are more likely vacant than not.
    case vacantYear
    /// People and vacant houses.
    case fan
    /// Ages, then and now.
    case pyramid
    /// A scenario beside the base case at a horizon, by the workshop's rules or by chance.
    case beside(scenario: String, horizon: Int, byChance: Bool)
  }

  /// Its short name: `chance-A-2043`, `fan-A`, `beside-A-name-2043`.
  public var id: String
  /// What it shows, in words.
  public var title: String
  /// The map's id.
  public var map: String
  /// What it shows.
  public var kind: Kind

  /// Every picture of chance of `session`, map by map.
  public static func all(_ session: Session) -> [ChanceGraphic] {
    session.maps.flatMap { map -> [ChanceGraphic] in
      func graphic(_ id: String, _ title: Phrase, year: Int? = nil, _ kind: Kind) -> ChanceGraphic {
        ChanceGraphic(
          id: id, title: PageWords.title(map, named: title, year: year, session.language), map: map.id,
          kind: kind)
      }
      let horizons = map.horizons
      var graphics = ([0] + horizons).map { horizon in
        let year = map.baseYear + horizon
        return graphic("chance-\(map.id)-\(year)", ChanceWords.chanceTitle, year: year, .map(horizon))
      }
      graphics.append(graphic("chance-series-\(map.id)", ChanceWords.chanceTitle, .series))
      graphics.append(graphic("vacant-year-\(map.id)", ChanceWords.turningTitle, .vacantYear))
      graphics.append(graphic("fan-\(map.id)", ChanceWords.fanTitle, .fan))
      graphics.append(graphic("pyramid-\(map.id)", ChanceWords.pyramidTitle, .pyramid))
      for scenario in session.scenarios {
        for byChance in [false, true] {
          for horizon in horizons {
            let year = map.baseYear + horizon
            let id = "\(byChance ? "chance-" : "")beside-\(map.id)-\(scenario.name)-\(year)"
            graphics.append(
              graphic(
                id, ChanceWords.whatIf(scenario.name), year: year,
                .beside(scenario: scenario.name, horizon: horizon, byChance: byChance)))
          }
        }
      }
      return graphics
    }
  }
}

extension Graphic {
  /// A picture of chance, for everybody unless said otherwise.
  public init(
    _ graphic: ChanceGraphic, _ foresight: ChanceForesight, audience: Audience = .public,
    groups: SmallGroups = .coarsened, language: Language, measurer: any TextMeasurer
  ) {
    let style = NewsletterStyle()
    let heading = MapHeading(map: foresight.map, style: style, measurer: measurer)
    let charts = ChanceCharts(
      foresight: foresight, audience: audience, language: language, measurer: measurer, groups: groups)
    func note(_ phrase: Phrase) -> [any FlowItem] {
      [NoteItem(words: phrase.and(foresight.note)(in: language), style: style, measurer: measurer)]
    }
    func title(_ phrase: Phrase) -> any FlowItem {
      SubHeading(phrase(in: language), style: style, measurer: measurer)
    }
    func maps(_ model: MapModel) -> any FlowItem {
      var item = MapSeriesItem(model, language: language, measurer: measurer)
      item.leastHeight = 0.45
      return item
    }
    let items: [any FlowItem] =
      switch graphic.kind {
      case .map(let horizon):
        [heading, maps(MapModel(chance: foresight.only(horizon), audience: audience, groups: groups))]
      case .series: [heading, maps(MapModel(chance: foresight, audience: audience, groups: groups))]
      case .vacantYear:
        [heading, maps(MapModel(turning: foresight, audience: audience, groups: groups, language: language))]
      case .fan: [heading, title(ChanceWords.fanTitle)] + charts.fanItems + note(charts.fanNote)
      case .pyramid:
        [heading, title(ChanceWords.pyramidTitle)] + charts.pyramidItems + note(charts.othersNote)
      case .beside: []
      }
    self.init(id: graphic.id, title: graphic.title, map: graphic.map, items: items)
    details = foresight.rules.text(in: language)
  }

  /// A scenario beside the base case, for everybody unless said otherwise.
  public init(
    _ graphic: ChanceGraphic, _ comparison: ScenarioComparison, map: TableMap, horizon: Int,
    audience: Audience = .public, groups: SmallGroups = .coarsened, language: Language,
    measurer: any TextMeasurer
  ) {
    let style = NewsletterStyle()
    let model = MapModel(comparison, of: map, at: horizon, audience: audience, groups: groups)
    let changes = ScenarioChanges(comparison: comparison, horizon: horizon, language: language)
    let note = comparison.chance == nil ? model.note : model.note.and(ChanceWords.differenceNote)
    self.init(
      id: graphic.id, title: graphic.title, map: graphic.map,
      items: [
        MapHeading(map: map, style: style, measurer: measurer),
        SubHeading(
          PageWords.title(map, year: map.baseYear + horizon, language), style: style, measurer: measurer),
        BesideItem(
          model: model, name: comparison.name, changes: changes.cells, style: style, language: language,
          measurer: measurer), NoteItem(words: note(in: language), style: style, measurer: measurer),
      ])
    details = comparison.chance?.scenario.rules.text(in: language) ?? ""
  }
}

extension ChanceForesight {
  /// What of it is drawn of one year.
  func only(_ horizon: Int) -> ChanceForesight {
    var one = self
    one.horizons = [horizon]
    return one
  }
}
