import Diagnostics
import Picture
import Workshop

/// Tries levels of detail, the richest first.
struct LayoutTrial {
  struct Solution {
    var detail: Detail
    var symbols: PersonSymbol
    var metrics: [HouseMetrics]
    /// How much of each house is shown: all the same, but where white space lets some show more.
    var details: [Detail]
    var things: [Placeable]
    var places: [Place]
    /// The names of lines that stand beside them.
    var names: [LineName]
    /// How far houses of the worst row stand from its even places; told of what is to be drawn.
    var unrest = 0.0
    /// How much landmarks lose for want of room; told of what is to be drawn. See ``HousePlacement/landmarkLoss(_:)``.
    var loss = 0.0
  }

  let model: MapModel
  let needs: MapNeeds
  let geometry: MapGeometry
  let language: Language
  let type: Typesetter
  /// What is taken before any house stands.
  let start: CollisionIndex
  /// The lines whose names stand beside them, with the places of these names before any house stands.
  private let beside: [Int]
  private let names: [LineName]
  /// Bridges that stand on their crossing: only their names need a place.
  private let bridges: [Int: Vec]
  private let reserved: CollisionIndex
  /// Landmarks for whose smallest symbol there is no room on their side of all lines, wherever houses stand.
  private let hopeless: Set<Int>
  private let hasPointLandmarks: Bool

  init(
    model: MapModel, needs: MapNeeds, geometry: MapGeometry, language: Language, type: Typesetter,
    start: CollisionIndex, beside: [Int], bridges: [Int: Vec]
  ) {
    self.needs = needs
    self.bridges = bridges
    self.beside = beside
    names = beside.isEmpty ? [] : LineNames(geometry: geometry, type: type).beside(beside, start)
    var reserved = start
    for name in names { reserved.take(name.bar) }
    self.reserved = reserved
    let landmarks = model.map.landmarks
    hopeless = Self.hopeless(landmarks, bridges: bridges, geometry, start)
    hasPointLandmarks = landmarks.contains { if case .point = $0.placement { true } else { false } }
    self.model = model
    self.geometry = geometry
    self.language = language
    self.type = type
    self.start = start
  }

  /// The richest that fits, and how many stages were too rich; the first `known` of them are known to be. Nil where none up
  /// to the stage `last` fits.
  func best(from known: Int, upTo last: Int) -> (Solution, Int)? {
    let stages = Detail.stages(
      table: model.audience == .table, blocks: model.houses.contains(where: \.isBlock), unitSize: unitSize,
      isLarge: isLarge)
    let first = stages.firstIndex { $0.first?.content != .people } ?? stages.count
    let (peopled, others) = (stages[..<first], stages[first...])
    // The name of a path, and a landmark that has no room on its side of all roads, are given up only where ages would have
    // to go else; where ages are gone, a landmark only where houses would have to show less.
    var order = peopled.map { ($0, Losses()) }
    let all = Losses(names: true, landmarks: hasPointLandmarks)
    if !beside.isEmpty || hasPointLandmarks { order += peopled.map { ($0, all) } }
    for stage in others {
      order.append((stage, Losses(names: true)))
      if hasPointLandmarks { order.append((stage, all)) }
    }
    for (number, (stage, losses)) in order.enumerated().dropFirst(min(known, peopled.count))
    where number <= last {
      if let found = largest(stage, losses) { return (found, number) }
    }
    return nil
  }

  /// Everything as a dot: the last stages shrink to almost nothing, so that only a panel without any room at all comes to it.
  var dots: Solution {
    let detail = Detail(
      content: .blocks, units: .blocks, size: 0.01, occupations: false, away: false, names: nil,
      landmarkNames: false)
    let symbols = person(detail, .short)
    let (metrics, things) = measure(detail, symbols)
    let places = things.map { _ in Place(center: geometry.panel.center) }
    return Solution(
      detail: detail, symbols: symbols, metrics: metrics, details: model.houses.map { _ in detail },
      things: things, places: places, names: [])
  }

  /// What a map may do without so that its houses can tell more.
  private struct Losses {
    var names = false
    var landmarks = false
  }

  /// See ``hopeless``.
  private static func hopeless(
    _ landmarks: [Landmark], bridges: [Int: Vec], _ geometry: MapGeometry, _ start: CollisionIndex
  ) -> Set<Int> {
    let detail = Detail(
      content: .counts, units: .counts, size: 6, occupations: false, away: false, names: nil)
    let panel = geometry.panel
    let free = FreePlaces(geometry: geometry, detail: detail, reach: panel.width + panel.height)
    let least = Theme.smallestSymbol
    return Set(
      landmarks.indices.filter { number in
        guard case .point(let point) = landmarks[number].placement, bridges[number] == nil else {
          return false
        }
        let symbol = Placeable(placement: .point(point), width: least, height: least)
        return free.near(geometry.place(point), symbol, start) == nil
      })
  }

  /// The largest of a stage that fits, by halving: what fits at one size fits at the smaller ones.
  private func largest(_ whole: [Detail], _ losses: Losses) -> Solution? {
    let stage = whole.filter { form($0) != nil }
    guard let smallest = stage.last, var found = attempt(smallest, losses) else { return nil }
    var low = 0
    var high = stage.count - 1
    while low < high {
      let middle = (low + high) / 2
      if let larger = attempt(stage[middle], losses) {
        found = larger
        high = middle
      } else {
        low = middle + 1
      }
    }
    guard let final = attempt(found.detail, losses, isFinal: true, like: found) else { return found }
    let calm = calmer(final, in: stage, losses)
    // Large houses rather get smaller than stand far from their places.
    let isFar =
      calm.detail.content == .people && calm.detail.size >= 16 && calm.unrest > usualWidth(calm) * 1.25
    return isFar ? nil : calm
  }

  /// How wide a house is, typically.
  func usualWidth(_ solution: Solution) -> Double {
    let widths = solution.metrics.map(\.width).sorted()
    return widths.isEmpty ? 0 : widths[widths.count / 2]
  }

  /// A step or two smaller where rows are spaced far more evenly so, or landmarks stand where they are with their names.
  private func calmer(_ solution: Solution, in stage: [Detail], _ losses: Losses) -> Solution {
    let usual = usualWidth(solution)
    let (isUneven, isLossy) = (solution.unrest > usual, solution.loss > 1)
    guard isUneven || isLossy, let index = stage.firstIndex(of: solution.detail) else { return solution }
    return stage[(index + 1)...].prefix(solution.detail.content == .people ? 3 : 2).lazy
      .compactMap { attempt($0, losses, isFinal: true) }
      .first {
        isUneven && $0.unrest < solution.unrest / 2
          || isLossy && $0.loss < solution.loss / 2 && $0.unrest <= max(usual, solution.unrest)
      } ?? solution
  }

  func person(_ detail: Detail, _ form: AgeForm) -> PersonSymbol {
    PersonSymbol(
      type: type, language: language, audience: model.audience, form: form, size: detail.size)
  }

  /// How ages can be written at a size; nil where they would be too small to read.
  func form(_ detail: Detail) -> AgeForm? {
    guard detail.content == .people else { return detail.content == .symbols ? .unwritten : .short }
    if model.hidesAges { return .unwritten }
    let size = needs.hasBlocks ? detail.forUnits.size : detail.size
    if needs.longFit * size >= 7 { return .long }
    return needs.shortFit * size >= Theme.smallestSymbol ? .short : nil
  }

  /// Whether the map has a sheet of its own, or most of one.
  var isLarge: Bool { max(geometry.panel.width, geometry.panel.height) > 500 }

  /// The smallest symbols in a block in which all ages of this map can be read.
  var unitSize: Double {
    Self.smallestSizes.last { model.hidesAges || needs.shortFit * $0 >= Theme.smallestSymbol }
      ?? Self.smallestSizes[0]
  }

  /// One house at a level of detail of its own, with cells at least `common` wide; `room` is what that level has room for.
  func measure(
    _ number: Int, _ detail: Detail, _ symbols: PersonSymbol, _ room: CaptionRoom, common: Double
  ) -> HouseMetrics {
    let captions = needs.houses[number].captions(detail.shape, room.widths)
    return HouseMetrics(
      model.houses[number], needs.houses[number], detail, symbols, captions: captions, common: common)
  }

  /// The width that cells have in all houses of a map for what is written under people.
  func common(_ detail: Detail, _ symbols: PersonSymbol) -> Double {
    let widths = needs.captions.room(detail, symbols).widths
    return zip(model.houses, needs.houses).reduce(0) {
      $1.0.isBlock ? $0 : max($0, $1.1.captions(detail.shape, widths).widest)
    }
  }

  /// The room that everything takes at a level of detail.
  func needs(_ detail: Detail) -> RoomNeeds {
    let (_, things) = measure(detail, person(detail, .short))
    let sizes = things.map { Vec($0.width + 2 * detail.gap, $0.height + 2 * detail.gap) }
    let unit = geometry.unit
    return RoomNeeds(
      houses: Array(sizes.prefix(model.houses.count)), landmarks: Array(sizes.dropFirst(model.houses.count)),
      edge: { MapGeometry.width($0, unit) / 2 + 1.5 })
  }

  /// Sizes of symbols from the largest for crowded maps down to the smallest in which ages can be read.
  static let smallestSizes = [12.8, 12.2, 11.7, 11.3, 11, 10.75, 10.5]

  private func measure(_ detail: Detail, _ symbols: PersonSymbol) -> ([HouseMetrics], [Placeable]) {
    let widths = needs.captions.room(detail, symbols).widths
    let captions = needs.houses.map { $0.captions(detail.shape, widths) }
    var common = 0.0
    for (house, captions) in zip(model.houses, captions) where !house.isBlock {
      common = max(common, captions.widest)
    }
    let metrics = model.houses.indices.map {
      HouseMetrics(
        model.houses[$0], needs.houses[$0], detail, symbols, captions: captions[$0], common: common)
    }
    var things = zip(model.houses, metrics).map {
      Placeable(
        placement: $0.placement, width: $1.width, height: $1.height, above: $1.above, below: $1.below)
    }
    things += model.map.landmarks.enumerated().map { number, landmark in
      if bridges[number] != nil {
        let size = LandmarkSymbol.nameSize(landmark, detail, type)
        return Placeable(
          placement: landmark.placement, width: max(size.width, 0.2), height: max(size.height, 0.2),
          lesser: [(0.2, 0.2)], isName: true)
      }
      let size = LandmarkSymbol.size(landmark, detail, type)
      // A name may be left out where symbols are small already; the icon gets smaller before it is.
      let mayShrink = detail.content != .people || detail.size <= 16
      return Placeable(
        placement: landmark.placement, width: size.width, height: size.height,
        lesser: mayShrink ? LandmarkSymbol.icons(detail).map { ($0, $0) } : [],
        isHopeless: hopeless.contains(number))
    }
    for (number, point) in needs.loose { things[number].loose = point }
    return (metrics, things)
  }

  /// Places everything at a level of detail, if it fits; what was measured at the same for `known` is not measured again.
  private func attempt(
    _ detail: Detail, _ losses: Losses, isFinal: Bool = false, like known: Solution? = nil
  ) -> Solution? {
    guard let form = form(detail) else { return nil }
    let symbols = person(detail, form)
    let (metrics, things) = known.map { ($0.metrics, $0.things) } ?? measure(detail, symbols)
    let panel = geometry.panel
    let area = things.reduce(0) { $0 + ($1.width + detail.gap * 2) * ($1.height + detail.gap * 2) }
    let share = area / (panel.width * panel.height)
    let small = min(panel.width, panel.height)
    // Houses rather get smaller than stand far from their place; small ones may stand closer and further off.
    let (most, reach): (Double, Double) =
      switch detail.content {
      case .people where detail.size > 16: (0.46, small * 0.17)
      case .people where detail.size > 12: (0.6, small * 0.3)
      case .people: (0.7, small * 0.7)
      case .symbols where detail.size > 6: (0.6, small * 0.3)
      case .symbols: (0.7, small * 0.7)
      case .counts where detail.size > 8: (0.5, small * 0.35)
      case .counts: (0.75, small * 0.8)
      case .blocks: (0.95, panel.width + panel.height)
      }
    // Rows and grids need no room to move about in.
    let limit = detail.size > 16 || needs.isScattered ? most : max(most, 0.92)
    guard share <= limit else { return nil }
    let placement = HousePlacement(
      geometry: geometry, things: things, houses: model.houses.count, detail: detail, reach: reach,
      isFinal: isFinal, mayLoseLandmarks: losses.landmarks)
    func solution(_ places: [Place], _ names: [LineName]) -> Solution {
      Solution(
        detail: detail, symbols: symbols, metrics: metrics,
        details: model.houses.map { _ in detail }, things: things, places: places, names: names,
        unrest: isFinal ? placement.unrest(places) : 0,
        loss: isFinal ? placement.landmarkLoss(places) : 0)
    }
    if let places = placement.solve(reserved) { return solution(places, names) }
    // Houses first, then the names in what they leave.
    guard !names.isEmpty, let places = placement.solve(start) else { return nil }
    var index = start
    for (place, thing) in zip(places, things) { placement.free.take(place, thing, &index) }
    let later = LineNames(geometry: geometry, type: type).beside(beside, index)
    return later.count >= names.count || losses.names ? solution(places, later) : nil
  }
}
