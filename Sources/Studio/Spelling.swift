/// Finds what somebody may have meant.
public enum Spelling {
  /// The one of `known` that is nearest to `word`; nil where none is near enough to be a slip.
  public static func nearest(to word: String, among known: [String]) -> String? {
    let most = max(1, word.count / 3)
    return known.map { ($0, distance(PrivateWords.folded($0), PrivateWords.folded(word))) }
      .filter { $0.1 <= most }.min { $0.1 < $1.1 }?.0
  }

  /// How many characters have to be put in, taken out, changed or swapped with their neighbour to get from `a` to `b`.
  static func distance(_ a: String, _ b: String) -> Int {
    let a = Array(a)
    let b = Array(b)
    var rows = [Array(0...b.count)]
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var least = min(rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { least = min(least, rows[i - 1][j - 1] + 1) }
        row.append(least)
      }
      rows.append(row)
    }
    return rows[a.count][b.count]
  }
}
