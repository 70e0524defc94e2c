/// Finds the smallest sets of measures that lift every number of a sum to 0 or above: exactly, and all of them.
///
/// Measures that touch a house in common form a group, for what they do together is not the sum of what each does alone;
/// groups add up. From the last group to the first the best sums of what is still to come are kept (``Front``): what is
/// as good in nothing and costs as much is left out, so the least number of measures is certain. Then the choices are
/// walked from the first group on, and a way is given up as soon as no sum still to come can save it. This is dynamic
/// programming with dominance, as for knapsacks with several constraints (Kellerer, Pferschy, Pisinger 2004, ch. 9).
struct Choosing: Sendable {
  /// Measures chosen out of a group, and what they add.
  struct Choice: Sendable, Hashable {
    /// Their numbers, ascending; none is a choice too.
    var measures: [Int]
    /// For each target and horizon.
    var gains: [Int]
  }

  /// What there is without any measure.
  let base: [Int]
  /// For each group every choice, that of nothing included.
  let groups: [[Choice]]
  /// For each group, and one beyond the last: the best sums of it and of all groups after it.
  private let suffixes: [Front]

  /// Prepares the choice.
  init(base: [Int], groups: [[Choice]]) {
    self.base = base
    self.groups = groups
    // The least that all groups before one, and the base, may amount to: what lifts even that to 0 is enough.
    var least = [base]
    for group in groups {
      let last = least[least.count - 1]
      least.append(
        last.indices.map { index in last[index] + (group.map { $0.gains[index] }.min() ?? 0) })
    }
    var suffixes = [Front(dimensions: base.count)]
    for index in groups.indices.reversed() {
      let own = Front(groups[index].map { Front.Point(size: $0.measures.count, gains: $0.gains) })
      let enough = least[index].map { -$0 }
      suffixes.append((suffixes.last ?? own).plus(own, enough: enough))
    }
    self.suffixes = suffixes.reversed()
  }

  /// The least number of measures that is enough; nil where all of them are not.
  var leastSize: Int? { leastSize(lifting: base) }

  private func leastSize(lifting floor: [Int]) -> Int? {
    suffixes.first?.points.filter { Self.lifts($0, floor) }.map(\.size).min()
  }

  private static func lifts(_ point: Front.Point, _ sum: [Int]) -> Bool {
    for index in sum.indices where sum[index] + point.gains[index] < 0 { return false }
    return true
  }

  /// The sets of just `size` measures that are enough, in the order of the measures; no more than `limit` of them.
  ///
  /// - Returns: The sets, and how many there are in all; nil where it is more than ``mostCounted``.
  func sets(size: Int, limit: Int) -> (sets: [[Int]], count: Int?) {
    var walk = Walk(choosing: self, size: size, limit: limit, floor: [Int](repeating: 0, count: base.count))
    walk.go(0, sum: base, chosen: [])
    let count = walk.count > Self.mostCounted ? nil : walk.count
    return (walk.found.sorted { $0.lexicographicallyPrecedes($1) }, count)
  }

  /// Up to how many sets are counted.
  static let mostCounted = 100_000

  /// What comes nearest, where not everything can be lifted or where only so many measures are allowed: the least that is
  /// missing anywhere, then the least in all, then the fewest measures.
  ///
  /// - Parameters:
  ///   - size: The most measures that may be taken.
  ///   - missing: What is missing for each target and horizon, from the sum.
  func nearest(size: Int, missing: (Int, Int) -> Double) -> [Int] {
    func cost(_ point: Front.Point) -> (Double, Double, Int) {
      let gaps = base.indices.map { missing($0, min(0, base[$0] + point.gains[$0])) }
      return (gaps.max() ?? 0, gaps.reduce(0, +), point.size)
    }
    guard
      let best = suffixes.first?.points.filter({ $0.size <= size }).min(by: { cost($0) < cost($1) })
    else { return [] }
    let floor = base.indices.map { min(0, base[$0] + best.gains[$0]) }
    var walk = Walk(choosing: self, size: best.size, limit: 1, floor: floor)
    walk.go(0, sum: base, chosen: [])
    return walk.found.first ?? []
  }

  /// The most that one number can come to with at most `size` measures.
  func most(of index: Int, size: Int) -> Int {
    var best = [Int](repeating: base[index], count: size + 1)
    for group in groups {
      var grown = best
      for choice in group where choice.measures.count <= size {
        for count in choice.measures.count...size {
          grown[count] = max(grown[count], best[count - choice.measures.count] + choice.gains[index])
        }
      }
      best = grown
    }
    return best[size]
  }

  /// How many sets of at most `size` measures there are; nil where it is more than a billion.
  func sets(upTo size: Int) -> Int? {
    var counts = [1] + [Int](repeating: 0, count: max(0, size))
    for group in groups {
      var grown = [Int](repeating: 0, count: counts.count)
      for choice in group where choice.measures.count < counts.count {
        for place in choice.measures.count..<counts.count {
          grown[place] += counts[place - choice.measures.count]
          if grown[place] > 1_000_000_000 { return nil }
        }
      }
      counts = grown
    }
    let sum = counts.reduce(0, +)
    return sum > 1_000_000_000 ? nil : sum
  }

  /// Walks the choices from the first group to the last.
  private struct Walk {
    let choosing: Choosing
    let size: Int
    let limit: Int
    /// What each number has to come to.
    let floor: [Int]
    var found: [[Int]] = []
    var count = 0

    mutating func go(_ group: Int, sum: [Int], chosen: [Int]) {
      guard count <= Choosing.mostCounted, canBeSaved(group, sum: sum, left: size - chosen.count)
      else { return }
      guard group < choosing.groups.count else {
        guard chosen.count == size else { return }
        count += 1
        if found.count < limit { found.append(chosen.sorted()) }
        return
      }
      for choice in choosing.groups[group] where chosen.count + choice.measures.count <= size {
        go(
          group + 1, sum: zip(sum, choice.gains).map { $0 + $1 }, chosen: chosen + choice.measures)
      }
    }

    private func canBeSaved(_ group: Int, sum: [Int], left: Int) -> Bool {
      choosing.suffixes[group].points.contains { point in
        guard point.size <= left else { return false }
        return sum.indices.allSatisfy { sum[$0] + point.gains[$0] >= floor[$0] }
      }
    }
  }
}
