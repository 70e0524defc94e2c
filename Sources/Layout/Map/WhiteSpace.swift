import Workshop

/// Lets houses and landmarks show what the map in general has no room for, where there is white space beside them.
///
/// A map shows as much of its houses as fits everywhere. That is little where one row is crowded; the houses of all
/// others can still tell the ages and the occupations of their people, and landmarks their names.
struct WhiteSpace {
  let trial: LayoutTrial
  private let start: CollisionIndex

  /// How many of the households of a map have to have their ages for any to have them: a few of them only raise the
  /// question why.
  private static let leastAged = 0.75

  /// With what is taken but for houses and landmarks.
  init(trial: LayoutTrial, index: CollisionIndex) {
    self.trial = trial
    start = index
  }

  /// Fills the white space that `solution` leaves.
  func fill(_ solution: inout LayoutTrial.Solution) {
    guard solution.detail.content == .people || solution.detail.content == .symbols else { return }
    let houses = trial.model.houses.indices
    let lacksAges = houses.contains { ages(missing: $0, solution) > 0 }
    var rooms = CaptionRooms(trial.needs.captions, solution.symbols)
    let lacksWords = houses.contains { words(missing: $0, solution, &rooms) > 0 }
    let lacksNames = solution.places.contains(where: \.isReduced)
    let blocks = houses.filter { hasSmallUnits($0, solution) }
    guard lacksAges || lacksWords || lacksNames || !blocks.isEmpty else { return }
    var filled = Filling(solution, start)
    grow(blocks, &filled)
    if lacksAges { addAges(&filled) }
    if lacksNames { addNames(&filled) }
    if lacksWords { enrich(&filled, wordy) }
    solution = filled.solution
  }

  // MARK: Blocks

  /// Whether the dwellings of a block are drawn in smaller symbols than the houses around it.
  private func hasSmallUnits(_ number: Int, _ solution: LayoutTrial.Solution) -> Bool {
    let detail = solution.details[number]
    return trial.model.houses[number].isBlock && detail.content == .people && detail.forUnits != detail
  }

  /// Draws blocks in symbols up to the size of those in houses: they are small only where they would make all houses small.
  private func grow(_ blocks: [Int], _ filling: inout Filling) {
    var rooms = CaptionRooms(trial.needs.captions, filling.solution.symbols)
    for number in blocks where !isInGrid(number) {
      let own = filling.solution.details[number]
      for share in [1, 0.85, 0.72, 0.6] where own.size * share > (own.unitSize ?? own.size) * 1.15 {
        var detail = own
        detail.unitSize = share < 1 ? own.size * share : nil
        let metrics = trial.measure(number, detail, filling.solution.symbols, rooms.at(detail), common: 0)
        let thing = Placeable(
          placement: trial.model.houses[number].placement, width: metrics.width, height: metrics.height,
          above: metrics.above, below: metrics.below)
        filling.release(number)
        let center = place(number, thing, filling)
        if let center {
          let house = RicherHouse(detail: detail, missing: 0, metrics: metrics, thing: thing)
          filling.solution.take(house, number, at: center)
        }
        filling.settle(number)
        if center != nil { break }
      }
    }
  }

  // MARK: Ages

  private func addAges(_ filling: inout Filling) {
    let general = filling.solution.detail
    guard general.content == .symbols else {
      return enrich(&filling) { number, solution, _ in aged(block: number, solution) }
    }
    guard let size = LayoutTrial.smallestSizes.last(where: { trial.form(aged(general, $0)) != nil }),
      let form = trial.form(aged(general, size))
    else { return }
    let detail = aged(general, size)
    let before = filling.solution
    var filled = filling
    filled.solution.symbols = trial.person(detail, form)
    enrich(&filled) { number, _, _ in
      let shapes: [HouseShape] = [.slim, .low, .flat, .narrow, .tower]
      return ages(missing: number, before) == 0 ? [] : shapes.map { detail.shaped($0) }
    }
    func missing(_ solution: LayoutTrial.Solution) -> Int {
      trial.model.houses.indices.reduce(0) { $0 + ages(missing: $1, solution) }
    }
    let all = missing(filling.solution)
    if Double(all - missing(filled.solution)) >= Self.leastAged * Double(all) { filling = filled }
  }

  /// The least with which ages can be read.
  private func aged(_ general: Detail, _ size: Double) -> Detail {
    var detail = general
    detail.content = .people
    detail.units = .people
    detail.size = size
    return detail
  }

  /// A block with the least with which ages can be read in it.
  private func aged(block number: Int, _ solution: LayoutTrial.Solution) -> [Detail] {
    guard ages(missing: number, solution) > 0 else { return [] }
    var detail = solution.details[number]
    detail.units = .people
    detail.unitSize = min(trial.unitSize, detail.size)
    guard trial.form(detail) == solution.symbols.form else { return [] }
    return [detail.shape, .slim, .flat, .narrow, .tower].map { detail.shaped($0) }
  }

  /// How many households of a house stand without their ages.
  private func ages(missing number: Int, _ solution: LayoutTrial.Solution) -> Int {
    LeftOut.ages(trial.model.houses[number], solution.details[number], trial.model)
  }

  // MARK: Occupations, plans and those who live away

  /// The ways to tell more of what was said about the people of a house, the best first.
  private func wordy(
    _ number: Int, _ solution: LayoutTrial.Solution, _ rooms: inout CaptionRooms
  ) -> [Detail] {
    let own = solution.details[number]
    guard own.content(of: trial.model.houses[number]) == .people, words(missing: number, solution, &rooms) > 0
    else { return [] }
    var richer: [Detail] = []
    // In a small panel plans would take more of the map for their explanation than they are worth, and houses of many
    // shapes disturb.
    let shapes: [HouseShape] = trial.isLarge ? [own.shape, .pair, .slim, .flat] : [own.shape]
    let ways = trial.isLarge ? [(true, true), (true, own.away), (own.occupations, true)] : [(true, own.away)]
    for (occupations, away) in ways {
      for shape in shapes {
        var detail = own.shaped(shape)
        detail.occupations = occupations
        detail.away = away
        detail.captionReach = Detail.farCaptionReach
        if detail != own && !richer.contains(detail) { richer.append(detail) }
      }
    }
    return richer
  }

  /// How many occupations, plans and people who live away are not told at a house.
  private func words(
    missing number: Int, _ solution: LayoutTrial.Solution, _ rooms: inout CaptionRooms
  ) -> Int {
    LeftOut.words(
      trial.model.houses[number], trial.needs.houses[number], solution.details[number],
      solution.metrics[number], &rooms)
  }

  // MARK: Names of landmarks

  private func addNames(_ filling: inout Filling) {
    let free = FreePlaces(geometry: trial.geometry, detail: filling.solution.detail, reach: 16)
    for number in filling.solution.places.indices where filling.solution.places[number].step > 0 {
      let thing = filling.solution.things[number]
      let place = filling.solution.places[number]
      var point = place.center
      if case .point(let own) = thing.placement { point = trial.geometry.place(own) }
      filling.release(number)
      // The name first, then at least a symbol of its usual size.
      for step in 0..<place.step {
        let larger = thing.reduced(step)
        let below = max(0, (larger.height - thing.reduced(place.step).height) / 2)
        let near = Vec(place.center.x, place.center.y + below)
        guard let center = free.close(to: near, larger, filling.index),
          !free.isAcross(place.center, center), !free.isAcross(point, center)
        else { continue }
        filling.solution.places[number] = Place(center: center, step: step)
        break
      }
      filling.settle(number)
    }
  }

  // MARK: Houses

  /// Draws houses in the first of the details of each in which they tell more than now and find a place: rows as a
  /// whole, so that neighbours make room for each other, then every house by itself where it stands.
  private func enrich(
    _ filling: inout Filling, _ details: (Int, LayoutTrial.Solution, inout CaptionRooms) -> [Detail]
  ) {
    let general = filling.solution.detail
    let common = general.content == .people ? trial.common(general, filling.solution.symbols) : 0
    var rooms = CaptionRooms(trial.needs.captions, filling.solution.symbols)
    let choices = trial.model.houses.indices.map { number in
      isInGrid(number)
        ? []
        : richer(number, details(number, filling.solution, &rooms), filling.solution, common, &rooms)
    }
    RowsOfMore(trial: trial).enrich(&filling, choices)
    for number in choices.indices where !choices[number].isEmpty {
      let now = missing(
        number, filling.solution.details[number], filling.solution.metrics[number], &rooms)
      for choice in choices[number] where choice.missing < now {
        filling.release(number)
        let center = place(number, choice.thing, filling)
        if let center { filling.solution.take(choice, number, at: center) }
        filling.settle(number)
        if center != nil { break }
      }
    }
  }

  /// Whether a house stands in the even lines of those of which nobody said where they are.
  private func isInGrid(_ number: Int) -> Bool {
    guard trial.model.houses[number].placement == .anywhere else { return false }
    return trial.model.houses.count { $0.placement == .anywhere } * 2 > trial.model.houses.count
  }

  /// Those of `details` in which a house tells more than now, measured.
  private func richer(
    _ number: Int, _ details: [Detail], _ solution: LayoutTrial.Solution, _ common: Double,
    _ rooms: inout CaptionRooms
  ) -> [RicherHouse] {
    guard !details.isEmpty else { return [] }
    let placement = trial.model.houses[number].placement
    let now = missing(number, solution.details[number], solution.metrics[number], &rooms)
    return details.compactMap { detail in
      let metrics = trial.measure(
        number, detail, solution.symbols, rooms.at(detail),
        common: detail.shape == solution.detail.shape ? common : 0)
      let missing = missing(number, detail, metrics, &rooms)
      guard missing < now else { return nil }
      let thing = Placeable(
        placement: placement, width: metrics.width, height: metrics.height, above: metrics.above,
        below: metrics.below)
      return RicherHouse(detail: detail, missing: missing, metrics: metrics, thing: thing)
    }
  }

  /// How much of what was said a house does not tell, ages before words.
  private func missing(
    _ number: Int, _ detail: Detail, _ metrics: HouseMetrics, _ rooms: inout CaptionRooms
  ) -> Int {
    let house = trial.model.houses[number]
    return LeftOut.ages(house, detail, trial.model) * 1000
      + LeftOut.words(house, trial.needs.houses[number], detail, metrics, &rooms)
  }

  /// A free place for a house that becomes larger, where it stands or nearly so.
  private func place(_ number: Int, _ thing: Placeable, _ filling: Filling) -> Vec? {
    let (old, before) = (filling.solution.places[number].center, filling.solution.things[number])
    let free = FreePlaces(
      geometry: trial.geometry, detail: filling.solution.detail,
      reach: min(trial.geometry.panel.width, trial.geometry.panel.height)
        * (trial.model.houses[number].isBlock ? 0.12 : 0.05))
    guard case .along(let row, _, _) = thing.placement,
      let course = trial.geometry.courses.first(where: { $0.line.id == row.road }),
      let side = RoadSide(trial.geometry, course, row, clearance: free.clearance)
    else {
      // Its walls go on standing where they stand.
      let foot = Vec(old.x, old.y - (thing.height - before.height) / 2)
      guard let center = free.close(to: foot, thing, filling.index), !free.isAcross(old, center) else {
        return nil
      }
      return center
    }
    let along = side.along(old)
    let stood = side.center(before, at: along, behind: 0)
    let behind = (old - stood.center).dot(side.away(stood.direction))
    // No further than that it stays between its neighbours; those of a row in several lines stand close together.
    let most = filling.solution.detail.lines > 1 ? 0 : min(15, before.width * 0.7)
    let offsets = stride(from: 0, through: most, by: 2.5).flatMap { (away: Double) in [away, -away] }
    var hint: Int32?
    for offset in offsets {
      let (center, _, edge) = side.center(thing, at: along + offset, behind: behind)
      if free.fits(center, thing, filling.index, &hint), !free.isCutOff(edge, center) { return center }
    }
    return nil
  }
}
