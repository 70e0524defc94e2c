import Diagnostics
import Workshop

/// What a map has no room for, so that nobody takes what is not written for what was never said.
struct LeftOut {
  /// Landmarks that stand on the map without their names, for the legend to name them: each kind and name once.
  private(set) var landmarks: [Landmark] = []
  /// The kinds of landmarks without any name, each once: nothing but the legend says what their icons mean.
  private(set) var kinds: [LandmarkKind] = []
  private var parts: [Phrase] = []

  /// How many landmarks a legend names at the most.
  private static let mostLandmarks = 8

  /// Nothing.
  init() {}

  /// What `layout` leaves out of the given states.
  init(_ layout: MapLayout, states: [Int]) {
    let (model, detail) = (layout.model, layout.detail)
    let houses = model.houses
    let households = houses.indices.map { number in
      states.map { Self.ages(houses[number], layout.details[number], model, state: $0) }.max() ?? 0
    }
    let ageless = households.reduce(0, +)
    if ageless > 0 {
      let isAged = zip(houses, layout.details).contains { $1.content(of: $0) == .people && $0.isPeopled }
      parts.append(isAged ? MapWords.ages(ageless) : MapWords.ages)
    }
    if detail.names == nil && houses.contains(where: { !$0.names.isEmpty }) {
      parts.append(MapWords.houseNames)
    }
    let hasDoors = zip(houses, layout.metrics).contains { house, metrics in
      house.isBlock && !metrics.doors && house.dwellings.contains { $0.label != nil }
    }
    if hasDoors { parts.append(MapWords.doorNumbers) }
    // In one year; nobody is counted twice for being there in two.
    var rooms = CaptionRooms(layout.needs.captions, layout.symbols)
    let captions = states.map { Self.captions(layout, &rooms, state: $0) }
    let occupations = captions.map(\.occupations).max() ?? 0
    if occupations > 0 { parts.append(MapWords.occupations(occupations)) }
    let plans = captions.map(\.plans).max() ?? 0
    if plans > 0 { parts.append(MapWords.plans(plans)) }
    if states.contains(0) {
      let away = zip(houses, layout.metrics).reduce(0) { $0 + max(0, $1.0.away.count - $1.1.away.count) }
      if away > 0 { parts.append(MapWords.elsewhere(away)) }
    }
    let courses = layout.geometry.courses
    let lines = courses.indices.count { number in
      let line = courses[number].line
      return courses[number].inside.length > 0 && !(line.name ?? line.id).isEmpty
        && !layout.lineNames.contains { $0.course == number }
    }
    if lines > 0 { parts.append(MapWords.lineNames(lines)) }
    let areas = layout.geometry.regions.indices.count { number in
      let name = layout.geometry.regions[number].area.name
      return name?.isEmpty == false && !layout.areaNames.contains { $0.region == number }
    }
    if areas > 0 { parts.append(MapWords.areaNames(areas)) }
    name(layout)
  }

  /// The same without the names of landmarks.
  var withoutLandmarks: LeftOut {
    var result = self
    result.landmarks = []
    return result
  }

  private mutating func name(_ layout: MapLayout) {
    let all = Array(zip(layout.model.map.landmarks, layout.landmarks))
    // What is not on the map at all is told in words, for no icon of it is there to be looked up.
    let absent = all.filter { $0.1.isLeftOut }.map(\.0)
    if !absent.isEmpty {
      let words = absent.map { landmark in
        let name = landmark.name ?? ""
        return name.isEmpty ? MapWords.kind(landmark.kind) : Phrase(ja: name, en: name)
      }
      parts.append(MapWords.landmarks(words))
    }
    for (landmark, place) in all
    where (landmark.name ?? "").isEmpty && landmark.kind != .other && !kinds.contains(landmark.kind)
      && !place.isLeftOut
    {
      kinds.append(landmark.kind)
    }
    var nameless: [Landmark] = []
    for (landmark, place) in all where !place.isLeftOut {
      guard let name = landmark.name, !name.isEmpty, place.isReduced || !layout.detail.landmarkNames,
        !nameless.contains(where: { $0.kind == landmark.kind && $0.name == name })
      else { continue }
      nameless.append(landmark)
    }
    landmarks = Array(nameless.prefix(Self.mostLandmarks))
    if nameless.count > landmarks.count {
      parts.append(MapWords.landmarkNames(nameless.count - landmarks.count))
    }
  }

  /// How many people stand in a state without their occupation or their plan.
  private static func captions(
    _ layout: MapLayout, _ rooms: inout CaptionRooms, state: Int
  ) -> (occupations: Int, plans: Int) {
    var result = (occupations: 0, plans: 0)
    for number in layout.model.houses.indices {
      let written = layout.needs.houses[number].written
      guard state < written.count, !written[state].isEmpty else { continue }
      let room = rooms.of(layout.model.houses[number], layout.details[number], layout.metrics[number])
      let own = captions(written[state], room)
      result.occupations += own.occupations
      result.plans += own.plans
    }
    return result
  }

  /// The same of the captions of the given numbers.
  private static func captions(_ numbers: [Int], _ room: CaptionRoom) -> (occupations: Int, plans: Int) {
    var result = (occupations: 0, plans: 0)
    for number in numbers {
      if room.lacksOccupation[number] { result.occupations += 1 }
      if room.lacksPlan[number] { result.plans += 1 }
    }
    return result
  }

  /// How many households of `house` stand without their ages at a level of detail; in any state, or in one.
  static func ages(_ house: HouseModel, _ detail: Detail, _ model: MapModel, state: Int? = nil) -> Int {
    guard detail.content(of: house) != .people && !model.hidesAges else { return 0 }
    return house.dwellings.count { dwelling in
      guard let state else { return dwelling.faces.contains { !$0.rows.isEmpty } }
      return state < dwelling.faces.count && !dwelling.faces[state].rows.isEmpty
    }
  }

  /// How many occupations, plans and people who live away are not told at `house`, in the state in which most are not.
  static func words(
    _ house: HouseModel, _ needs: HouseNeeds, _ detail: Detail, _ metrics: HouseMetrics,
    _ rooms: inout CaptionRooms
  ) -> Int {
    let room = rooms.of(house, detail, metrics)
    var most = 0
    for numbers in needs.written where !numbers.isEmpty {
      let missing = captions(numbers, room)
      most = max(most, missing.occupations + missing.plans)
    }
    return most + max(0, house.away.count - metrics.away.count)
  }

  /// The note, in parts that may stand on lines of their own.
  func words(in language: Language) -> [String] {
    parts.enumerated().map { number, part in
      (number == 0 ? MapWords.leftOut(in: language) : "") + part(in: language)
    }
  }
}

extension HouseModel {
  /// Whether anybody lives there in any state.
  fileprivate var isPeopled: Bool { dwellings.contains { $0.faces.contains { !$0.rows.isEmpty } } }
}
