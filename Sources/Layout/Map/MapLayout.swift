import Diagnostics
import Picture
import Workshop

/// A map laid out in a panel: where everything stands, and how much of it is shown. The same for every year,
/// so that from one sheet to the next only what changed is different.
struct MapLayout {
  let model: MapModel
  let language: Language
  let type: Typesetter
  let geometry: MapGeometry
  /// How much houses show in general.
  let detail: Detail
  /// How much each house shows: more than in general where there is white space beside it.
  let details: [Detail]
  let symbols: PersonSymbol
  let metrics: [HouseMetrics]
  /// The centres of the houses, in the order of the map.
  let houses: [Vec]
  /// The centres of the landmarks with their names, in the order of the map.
  let landmarks: [Place]
  /// Where bridges stand on their crossing, by the number of the landmark.
  let bridges: [Int: Vec]
  let lineNames: [LineName]
  let areaNames: [AreaName]
  /// The box of the north arrow; nil where the map has no room for it and the legend has to show it.
  let north: Box?
  /// What is taken, for names of areas.
  let taken: CollisionIndex
  /// How many stages of detail were too rich.
  private let stage: Int
  let needs: MapNeeds

  /// Lays `model` out in `panel`, with as much detail as there is room for: no more than the same map in a `larger` panel.
  init(_ model: MapModel, panel: Box, language: Language, type: Typesetter, larger: MapLayout? = nil) {
    let geometry = MapGeometry(model.map, panel: panel)
    var index = CollisionIndex(panel)
    for course in geometry.courses {
      for bar in course.bars { index.take(bar) }
    }
    let bridges = Bridges.crossings(model.map.landmarks, geometry)
    for number in bridges.keys.sorted() {
      guard let center = bridges[number] else { continue }
      index.take(Box(center: center, width: Bridges.size(geometry), height: Bridges.size(geometry)).inset(-1))
    }
    let arrow = NorthArrow.place(
      in: panel, index,
      awayFrom: model.houses.compactMap {
        if case .point(let point) = $0.placement { geometry.place(point) } else { nil }
      })
    if let arrow { index.take(arrow.inset(-1.5)) }
    let onBands = LineNames(geometry: geometry, type: type).onBands(past: index)
    for name in onBands.names { index.take(name.bar) }
    let needs = larger?.needs ?? MapNeeds(model, language: language, type: type)
    let trial = LayoutTrial(
      model: model, needs: needs, geometry: geometry, language: language, type: type, start: index,
      beside: onBands.beside,
      bridges: bridges)
    var (solution, stage) = trial.best(from: larger?.stage ?? 0)
    self.stage = stage
    self.needs = needs
    for name in solution.names { index.take(name.bar) }
    WhiteSpace(trial: trial, index: index).fill(&solution)
    self.model = model
    self.language = language
    self.type = type
    self.geometry = geometry
    self.bridges = bridges
    detail = solution.detail
    details = solution.details
    symbols = solution.symbols
    lineNames = onBands.names + solution.names
    north = arrow
    for (place, thing) in zip(solution.places, solution.things) {
      let size = place.isReduced ? thing.least ?? (thing.width, thing.height) : (thing.width, thing.height)
      index.take(Box(center: place.center, width: size.0, height: size.1).inset(-solution.detail.gap))
    }
    metrics = solution.metrics
    houses = solution.places.prefix(model.houses.count).map(\.center)
    landmarks = Array(solution.places.dropFirst(model.houses.count))
    areaNames = AreaName.place(geometry, detail: solution.detail, type: type, &index)
    taken = index
  }
}
