/// The figures of several maps together, at one horizon.
public struct SessionThen: Sendable, Hashable {
  /// Years after each map's base year; the calendar years may differ from map to map.
  public var horizon: Int
  /// The maps that look that far, in the order of the file. Where it is fewer than at another horizon the figures
  /// of the two cannot be compared, and whoever shows them has to say so.
  public var mapIDs: [String]
  /// What there is to count on all of them. ``Figures/likelyVacantNext`` is nil where one of the maps does not
  /// look any further.
  public var figures: Figures

  /// Makes the figures of several maps.
  public init(horizon: Int, mapIDs: [String], figures: Figures) {
    self.horizon = horizon
    self.mapIDs = mapIDs
    self.figures = figures
  }
}

extension Sequence where Element == MapProjection {
  /// The figures of the maps added up, by horizon, ascending; the base year is horizon 0.
  ///
  /// Exact for counts and ratios, ranges included; maps of several sessions can be added up too. States that were
  /// not made by a ``Projector`` are left out.
  public func addedUp() -> [SessionThen] {
    FigureTally.sums(
      map { projection in
        let tallies = projection.states.compactMap { state in state.tally.map { (state.horizon, $0) } }
        return (projection.mapID, Dictionary(tallies) { first, _ in first })
      })
  }
}
