import Diagnostics
import Picture
import Projection
import Workshop

/// The base case and a scenario of one map, to be drawn next to each other.
public struct ScenarioComparison: Sendable {
  /// The scenario's name.
  public var name: String
  /// The map by the workshop's rules as it is, at every horizon drawn.
  public var base: MapProjection
  /// The same in the scenario.
  public var scenario: MapProjection
  /// Both by chance rules; nil where the workshop's are shown.
  public var chance: Chances?

  /// A comparison by chance.
  public struct Chances: Sendable {
    /// As it is.
    public var base: ChanceForesight
    /// In the scenario.
    public var scenario: ChanceForesight
    /// How much more there is of each count in the scenario, at each horizon.
    public var differences: [ChanceDifference]

    /// Gathers both.
    public init(base: ChanceForesight, scenario: ChanceForesight, differences: [ChanceDifference]) {
      self.base = base
      self.scenario = scenario
      self.differences = differences
    }
  }

  /// Whether a rule says in either case until when people drive.
  var tellsDriving: Bool { base.rules.drivesUntil != .off || scenario.rules.drivesUntil != .off }

  /// Gathers both cases.
  public init(name: String, base: MapProjection, scenario: MapProjection, chance: Chances? = nil) {
    self.name = name
    self.base = base
    self.scenario = scenario
    self.chance = chance
  }
}

extension MapModel {
  /// A model of two states at one horizon, as it is and in the scenario: one layout, so that a house stands at the same
  /// place on both maps. Houses that differ are marked on both.
  init(
    _ comparison: ScenarioComparison, of map: TableMap, at horizon: Int, audience: Audience,
    groups: SmallGroups = .coarsened
  ) {
    func model(_ projection: MapProjection, _ foresight: ChanceForesight?) -> MapModel {
      if var foresight {
        foresight.horizons = [horizon]
        return MapModel(chance: foresight, audience: audience, groups: groups)
      }
      var projection = projection
      projection.states = projection.states.filter { $0.horizon == horizon }
      return MapModel(map: map, projection: projection, audience: audience, groups: groups)
    }
    let chance = comparison.chance
    self = model(comparison.base, chance?.base)
    let other = model(comparison.scenario, chance?.scenario)
    states += other.states
    if note != other.note {
      note = note.and(ChanceWords.inScenario).and(chance?.scenario.changesNote ?? other.note)
    }
    let changed = chance.map { Self.changed($0, at: horizon) } ?? []
    for number in houses.indices {
      houses[number].away = []
      for unit in houses[number].dwellings.indices where unit < other.houses[number].dwellings.count {
        var faces = houses[number].dwellings[unit].faces + other.houses[number].dwellings[unit].faces
        guard faces.count == 2 else { continue }
        let id =
          map.houses[number].dwellings.indices.contains(unit) ? map.houses[number].dwellings[unit].id : ""
        var differs = changed.contains(id) || faces[0].shows != faces[1].shows
        // Who can drive is not drawn; that a house loses the last who could is what the scenario is about.
        // Not for everybody: beside a person in the 70s it would tell on which side of the rule's age they are.
        if chance == nil && audience == .table && comparison.tellsDriving {
          let driverless = states.map { state in
            state.houses.indices.contains(number) && state.houses[number].dwellings.indices.contains(unit)
              && state.houses[number].dwellings[unit].isWithoutDriver
          }
          differs = differs || Set(driverless).count > 1
        }
        faces[0].isMarked = differs
        faces[1].isMarked = differs
        houses[number].dwellings[unit].faces = faces
      }
    }
  }

  /// The dwellings whose chances of being vacant, or of holding people the sheet knows, differ by a hundredth or more, or
  /// the number of people by a twentieth. The same people draw the same numbers in both cases, so houses of which nothing was said do not differ at all.
  private static func changed(_ chances: ScenarioComparison.Chances, at horizon: Int) -> Set<String> {
    func people(_ then: ChanceThen?) -> [String: Double] {
      (then?.people ?? []).reduce(into: [:]) { $0[$1.dwellingID, default: 0] += $1.here }
    }
    let peopleBefore = people(chances.base.state(at: horizon))
    let peopleAfter = people(chances.scenario.state(at: horizon))
    var before: [String: DwellingChance] = [:]
    for dwelling in chances.base.state(at: horizon)?.dwellings ?? [] { before[dwelling.id] = dwelling }
    let after = chances.scenario.state(at: horizon)?.dwellings ?? []
    return Set(
      after.filter { one in
        guard let other = before[one.id] else { return true }
        if abs((peopleAfter[one.id] ?? 0) - (peopleBefore[one.id] ?? 0)) >= 0.05 { return true }
        return max(
          abs(one.vacant - other.vacant), abs(one.occupied - other.occupied), abs(one.absent - other.absent))
          >= 0.01
      }.map(\.id))
  }
}

extension DwellingFace {
  /// What is seen of it.
  fileprivate var shows: DwellingFace {
    var face = self
    face.isMarked = false
    return face
  }
}

/// Two maps next to each other with their figures, what differs, and the legend.
struct BesideItem: FlowItem {
  let model: MapModel
  let name: String
  /// What changes, as figures.
  let changes: [FigureStrip.Cell]
  let style: NewsletterStyle
  let language: Language
  let measurer: any TextMeasurer

  /// The lowest map, as a share of its width.
  var leastHeight = 0.6

  var spaceBefore: Double { 2 }
  var stretch: Double { 90 }

  private static let gap = 6.0
  private static let title = 8.5
  private static let strip = 11.5

  private func isBeside(_ width: Double) -> Bool { width >= 150 }
  /// The height of what changes: one row, or in a narrow column a title and two rows.
  private func changeRow(_ width: Double) -> Double { isBeside(width) ? 15 : 36 }
  private func mapWidth(_ width: Double) -> Double { isBeside(width) ? (width - Self.gap) / 2 : width }
  private var type: Typesetter { Typesetter(measurer) }
  private var mostLegend: Legend {
    Legend(most: model, language: language, type: type, size: Theme.smallestText)
  }
  private func legendHeight(_ width: Double, _ legend: Legend) -> Double {
    Length.pt(legend.height(Length.mm(width).points)).mm + 1
  }

  func height(width: Double) -> Double {
    let rows = isBeside(width) ? 1.0 : 2.0
    return rows * (Self.title + mapWidth(width) * leastHeight + Self.strip) + (rows - 1) * Self.gap
      + changeRow(width)
      + legendHeight(width, mostLegend) + 3
  }

  func draw(on pen: SheetPen, x: Double, y: Double, width: Double, height: Double) {
    let type = type
    let rows = isBeside(width) ? 1.0 : 2.0
    let own = mapWidth(width)
    typealias Laid = (cell: Double, panel: Double, layout: MapLayout)
    func lay(_ legend: Double, _ before: Laid?) -> Laid {
      let cell = (height - changeRow(width) - legend - 3 - (rows - 1) * Self.gap) / rows
      let panel = max(10, cell - Self.title - Self.strip)
      let box = Box(0, 0, Length.mm(own).points, Length.mm(panel).points)
      return (
        cell, panel, MapLayout(model, panel: box, language: language, type: type, larger: before?.layout)
      )
    }
    let least = Length.pt(Legend.line(Theme.smallestText)).mm + 1
    let (cell, panel, layout) = LegendRoom.settle(
      least, likely: legendHeight(width, mostLegend), lay: lay
    ) { result in
      let legend = Legend(result.layout, states: [0, 1], size: Theme.smallestText)
      return LegendRoom.Need(all: legendHeight(width, legend), signs: legendHeight(width, legend.ofSigns))
    }
    let legend = Legend(layout, states: [0, 1], size: Theme.smallestText)
    let summary = MapSummary(model: model, language: language)
    for state in 0..<min(2, model.states.count) {
      let left = isBeside(width) ? x + Double(state) * (own + Self.gap) : x
      let top = isBeside(width) ? y : y + Double(state) * (cell + Self.gap)
      var words = (state == 0 ? ChanceWords.asItIs : ChanceWords.whatIf(name))(in: language)
      if state > 0, let scenario = ScenarioName(name, language) {
        let least = style.style(Theme.smallestText, .bold)
        words = scenario.words(within: own) { pen.width($0, least) }
      }
      let look = pen.fitting(words, width: own, sizes: [14, 13, 12, 11, 10, 9, 8]) { size in
        style.style(size, .bold, color: state == 0 ? nil : style.accent)
      }
      pen.group(.heading2, mark: Mark(.title)) { pen.line(words, look, x: left, baseline: top + 5.6) }
      pen.group(.figure, alternative: words + (language == .ja ? "。" : ". ") + summary.map(state: state)) {
        pen.add(layout.draw(state: state).moved(.mm(left), .mm(top + Self.title)))
      }
      FigureStrip(type: type, language: language).draw(
        model.states[state].figures, all: model.states.map(\.figures), from: Length.mm(left).points,
        to: Length.mm(left + own).points,
        baseline: Length.mm(top + Self.title + panel + Self.strip - 1.5).points,
        numeral: 15, spread: true
      ).forEach(pen.add)
    }
    let bottom = y + height - legendHeight(width, legend)
    change(on: pen, type, x: x, y: bottom - changeRow(width) - 1.5, width: width)
    pen.add(
      legend.draw(at: Vec(Length.mm(x).points, Length.mm(bottom).points), width: Length.mm(width).points))
  }

  private func change(on pen: SheetPen, _ type: Typesetter, x: Double, y: Double, width: Double) {
    let high = changeRow(width)
    pen.panel(.mm(x, y + 1.5, width, high - 3), style.actions)
    let title = ChanceWords.difference(in: language)
    let look = style.style(11, .bold)
    let strip = FigureStrip(type: type, language: language)
    func row(_ cells: [FigureStrip.Cell], from left: Double, baseline: Double) {
      strip.draw(
        cells, all: [cells], from: Length.mm(left).points, to: Length.mm(x + width - 4).points,
        baseline: Length.mm(baseline).points, numeral: 15, spread: true
      ).forEach(pen.add)
    }
    guard isBeside(width) else {
      pen.line(title, look, x: x + 4, baseline: y + 7)
      row(Array(changes.prefix(2)), from: x + 4, baseline: y + 19)
      row(Array(changes.dropFirst(2)), from: x + 4, baseline: y + 31)
      return
    }
    let baseline = y + high - 4
    pen.line(title, look, x: x + 4, baseline: baseline)
    row(changes, from: x + 4 + pen.width(title, look) + 8, baseline: baseline)
  }
}

/// What a scenario changes at a horizon, in figures and in words.
struct ScenarioChanges {
  let comparison: ScenarioComparison
  let horizon: Int
  let language: Language

  private static let items:
    [(item: CountItem, label: Phrase, unit: Phrase, point: @Sendable (Figures) -> Int)] = [
      (.population, MapWords.people, MapWords.peopleUnit, { $0.population.point }),
      (.under15, ChanceWords.children, MapWords.peopleUnit, { $0.under15.point }),
      (.livedIn, MapWords.livedIn, MapWords.houseUnit, { $0.livedIn.point }),
      (.vacant, MapWords.vacant, MapWords.houseUnit, { $0.vacant.point }),
    ]

  /// Told besides where a rule says until when people drive.
  private static let driving:
    [(item: CountItem, label: Phrase, unit: Phrase, point: @Sendable (Figures) -> Int)] = [
      (.withoutDriver, ChanceWords.withoutDriver, MapWords.householdUnit, { $0.withoutDriver.point })
    ]

  /// `+3（+1〜+5）人`; without a range by the workshop's rules.
  var cells: [FigureStrip.Cell] {
    (Self.items + (comparison.tellsDriving ? Self.driving : [])).map { item in
      if let chances = comparison.chance,
        let distribution = chances.differences.first(where: { $0.horizon == horizon })?.counts[item.item]
      {
        let interval = distribution.interval(0.95)
        let range =
          interval.lowerBound == interval.upperBound
          ? ""
          : language == .ja
            ? "（\(signed(interval.lowerBound))〜\(signed(interval.upperBound))）"
            : " (\(signed(interval.lowerBound)) to \(signed(interval.upperBound)))"
        return FigureStrip.Cell(
          label: item.label(in: language), numeral: signed(distribution.quantile(0.5)), range: range,
          unit: item.unit(in: language))
      }
      func point(_ projection: MapProjection) -> Int {
        projection.states.first { $0.horizon == horizon }.map { item.point($0.figures) } ?? 0
      }
      return FigureStrip.Cell(
        label: item.label(in: language),
        numeral: signed(point(comparison.scenario) - point(comparison.base)), unit: item.unit(in: language))
    }
  }

  /// The changes in one sentence.
  var summary: String {
    let parts = cells.map { "\($0.label) \($0.numeral)\($0.range)\($0.unit)" }
    return "\(ChanceWords.whatIf(comparison.name)(in: language)): "
      + parts.joined(separator: language == .ja ? "、" : ", ") + (language == .ja ? "。" : ".")
  }

  private func signed(_ number: Int) -> String {
    number > 0 ? "+\(number)" : number < 0 ? "−\(-number)" : "±0"
  }
}
