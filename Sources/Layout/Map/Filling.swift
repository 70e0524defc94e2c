/// A house in a detail in which it tells more than the map in general.
struct RicherHouse {
  var detail: Detail
  /// How much it still does not tell, ages first.
  var missing: Int
  var metrics: HouseMetrics
  var thing: Placeable
}

/// A solution while its white space is being filled, with what is taken.
struct Filling {
  var solution: LayoutTrial.Solution
  /// What is taken, houses and landmarks as well; their boxes have the numbers from ``first`` on.
  private(set) var index: CollisionIndex
  private let first: Int

  /// The houses and landmarks of `solution` on top of what `index` holds.
  init(_ solution: LayoutTrial.Solution, _ index: CollisionIndex) {
    self.solution = solution
    self.index = index
    first = index.count
    for number in solution.places.indices { self.index.take(box(number) ?? CollisionIndex.nowhere) }
  }

  private func box(_ number: Int) -> Box? {
    solution.things[number].box(at: solution.places[number])?.inset(-solution.detail.gap)
  }

  /// Frees the place of a house or a landmark until it is settled again.
  mutating func release(_ number: Int) { index.release(first + number) }

  /// Takes the place that a house or a landmark has now.
  mutating func settle(_ number: Int) {
    if let box = box(number) { index.replace(first + number, box) }
  }
}

extension LayoutTrial.Solution {
  /// Draws a house with more at a place.
  mutating func take(_ house: RicherHouse, _ number: Int, at center: Vec) {
    details[number] = house.detail
    metrics[number] = house.metrics
    things[number] = house.thing
    places[number] = Place(center: center)
  }
}
