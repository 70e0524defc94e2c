/// Sums of gains of which none is as good as another in everything: with one number for each target and horizon, and
/// how many measures it takes.
struct Front: Sendable {
  /// A sum.
  struct Point: Sendable, Hashable {
    /// How many measures.
    var size: Int
    /// For each target and horizon.
    var gains: [Int]

    /// Whether it takes no more measures than `other` and gains nowhere less.
    func isAsGood(as other: Point) -> Bool {
      guard size <= other.size else { return false }
      for index in gains.indices where gains[index] < other.gains[index] { return false }
      return true
    }
  }

  /// The points, those of few measures first.
  private(set) var points: [Point]

  /// The best of these.
  init(_ all: some Sequence<Point>) {
    // Whatever is better than a point comes before it in this order, so that one pass is enough.
    let ordered = Set(all).sorted { a, b in
      if a.size != b.size { return a.size < b.size }
      return b.gains.lexicographicallyPrecedes(a.gains)
    }
    points = []
    for point in ordered where !points.contains(where: { $0.isAsGood(as: point) }) { points.append(point) }
  }

  /// Nothing chosen.
  init(dimensions: Int) {
    points = [Point(size: 0, gains: [Int](repeating: 0, count: dimensions))]
  }

  /// The best of all sums of a point here and one of `other`.
  ///
  /// - Parameter enough: No gain above this matters, whatever else is chosen.
  func plus(_ other: Front, enough: [Int]) -> Front {
    var sums = Set<Point>()
    for a in points {
      for b in other.points {
        var sum = a
        sum.size += b.size
        for index in sum.gains.indices {
          sum.gains[index] = min(a.gains[index] + b.gains[index], enough[index])
        }
        sums.insert(sum)
      }
    }
    return Front(sums)
  }
}
