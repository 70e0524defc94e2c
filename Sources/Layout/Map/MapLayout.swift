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
    let needs = larger?.needs ?? MapNeeds(model, language: language, type: type)
    let found = SharedGround(model: model, panel: panel, needs: needs, language: language, type: type)
      .best(from: larger?.stage ?? 0)
    let (ground, trial) = (found.ground, found.trial)
    let geometry = ground.geometry
    var (solution, stage) = found.solved ?? (trial.dots, .max)
    var index = ground.index
    self.stage = stage
    self.needs = needs
    for name in solution.names { index.take(name.bar) }
    WhiteSpace(trial: trial, index: index).fill(&solution)
    self.model = model
    self.language = language
    self.type = type
    self.geometry = geometry
    bridges = ground.bridges
    detail = solution.detail
    details = solution.details
    symbols = solution.symbols
    lineNames = ground.names + solution.names
    north = ground.north
    for (place, thing) in zip(solution.places, solution.things) {
      if let box = thing.box(at: place) { index.take(box.inset(-solution.detail.gap)) }
    }
    metrics = solution.metrics
    houses = solution.places.prefix(model.houses.count).map(\.center)
    landmarks = Array(solution.places.dropFirst(model.houses.count))
    areaNames = AreaName.place(geometry, detail: solution.detail, type: type, &index)
    taken = index
  }
}
