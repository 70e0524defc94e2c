/// What was worked out exactly of a map, with what its ratios are sums of.
public struct ExactChances: Sendable {
  /// The chances.
  public let projection: ChanceProjection
  /// By horizon, then in the order of ``RatioItem``.
  let parts: [[[RatioChances.Part]]]

  /// The place of a horizon among the states; nil where it was not looked at.
  public func state(at horizon: Int) -> Int? {
    projection.states.firstIndex { $0.horizon == horizon }
  }

  /// The ratios of several maps together at a horizon: maps do not depend on each other, so their sums are added up as those
  /// of houses are, and divided then. Those that the second part of the answer names were taken from the normal law.
  public static func ratios(
    _ maps: [ExactChances], at horizon: Int
  ) -> (ratios: [RatioItem: Distribution], normal: Set<RatioItem>) {
    var ratios: [RatioItem: Distribution] = [:]
    var normal: Set<RatioItem> = []
    let looking = maps.compactMap { map in map.state(at: horizon).map { (map, $0) } }
    if looking.count == 1, let (map, state) = looking.first {
      let then = map.projection.states[state]
      return (then.ratios, then.normalRatios)
    }
    for item in RatioItem.allCases {
      let found = RatioChances(looking.flatMap { $0.parts[$1][item.rawValue] }, of: item)
      ratios[item] = found.distribution
      if found.isNormal { normal.insert(item) }
    }
    return (ratios, normal)
  }
}
