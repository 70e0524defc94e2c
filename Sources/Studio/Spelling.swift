import Diagnostics

/// Finds what somebody may have meant.
public enum Spelling {
  /// The one of `known` that is nearest to `word`; nil where none is near enough to be a slip.
  public static func nearest(to word: String, among known: [String]) -> String? {
    let most = max(1, word.count / 3)
    return known.compactMap { name in distance(name, word, atMost: most).map { (name, $0) } }
      .min { $0.1 < $1.1 }?.0
  }

  /// Whether a third of the letters of `word` differ at most.
  static func isNear(_ word: String, to other: String) -> Bool {
    distance(word, other, atMost: word.count / 3) != nil
  }

  private static func distance(_ a: String, _ b: String, atMost most: Int) -> Int? {
    EditDistance.between(Array(PrivateWords.folded(a)), Array(PrivateWords.folded(b)), atMost: most)
  }
}
