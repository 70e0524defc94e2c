import Workshop

/// By how much a scenario differs from the base case at a horizon.
public struct DifferenceThen: Sendable, Hashable {
  /// Years after the base year; 0 is the base year itself.
  public let horizon: Int
  /// The calendar year.
  public let year: Int
  /// How much more there is of every figure in the scenario, with the smallest and the largest over all ages inside the
  /// bands, everybody being of the same age in both cases. Of a ratio: how much greater it is, over the ages with which
  /// both exist; where it has a point but no range, the range would have taken too long to find.
  public let figures: Figures
  let tally: DifferenceTally
}

/// By how much a scenario differs from the base case on a map.
public struct MapDifference: Sendable, Hashable {
  /// The map's id.
  public let mapID: String
  /// The scenario's name; nil for the base case itself.
  public let scenario: String?
  /// The base year first, then every horizon, ascending.
  public let states: [DifferenceThen]
}

extension Projector {
  /// By how much the map differs from `base`, the same map in another case, in the base year and at each horizon.
  ///
  /// The range of a difference is exact, and narrower than the ranges of the two cases taken apart, for nobody is of one
  /// age in one case and of another in the other.
  ///
  /// - Parameters:
  ///   - horizons: As for ``project(horizons:)``.
  ///   - tellsDriving: Whether ``Figures/withoutDriverRate`` is asked for: its range may take its time, and mostly nobody does.
  public func difference(
    to base: Projector, horizons: [Int]? = nil, tellsDriving: Bool = true
  ) -> MapDifference {
    let offsets = Horizons.offsets(horizons ?? map.horizons)
    let last = offsets.last ?? 0
    let houses = zip(base.walk(through: last), walk(through: last)).map {
      HouseGap(base: $0, base.rules, scenario: $1, rules)
    }
    let states = offsets.indices.map { index in
      let next = index + 1 < offsets.count ? offsets[index + 1] : nil
      var tally = DifferenceTally(hasNext: next != nil)
      for house in houses {
        house.add(to: &tally, horizon: offsets[index], next: next, tellsDriving: tellsDriving)
      }
      return DifferenceThen(
        horizon: offsets[index], year: map.baseYear + offsets[index], figures: tally.figures, tally: tally)
    }
    return MapDifference(mapID: map.id, scenario: scenario?.name, states: states)
  }
}

extension Sequence where Element == MapDifference {
  /// The differences of the maps added up, by horizon, ascending; exact, ranges included.
  public func addedUp() -> [SessionThen] {
    DifferenceTally.sums(
      map { ($0.mapID, Dictionary($0.states.map { ($0.horizon, $0.tally) }) { first, _ in first }) })
  }
}
