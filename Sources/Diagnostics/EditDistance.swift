/// How far two words are from each other, to guess what somebody meant to write.
public enum EditDistance {
  /// How many elements have to be put in, taken out, changed or swapped with their neighbour to get from `a` to `b`
  /// (optimal string alignment); nil where it is more than `most`, which most pairs show in a few letters.
  public static func between<Element: Equatable>(_ a: [Element], _ b: [Element], atMost most: Int) -> Int? {
    guard abs(a.count - b.count) <= most else { return nil }
    var before = Array(repeating: 0, count: b.count + 1)
    var previous = Array(0...b.count)
    var current = before
    for i in a.indices {
      current[0] = i + 1
      for j in b.indices {
        var cost = min(previous[j + 1] + 1, current[j] + 1, previous[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
        current[j + 1] = cost
      }
      // A row depends on the two before it: where neither has a way that is short enough, none is left.
      guard min(current.min() ?? 0, previous.min() ?? 0) <= most else { return nil }
      (before, previous, current) = (previous, current, before)
    }
    return previous[b.count] <= most ? previous[b.count] : nil
  }
}
