import Diagnostics
import Projection

/// Runs that no part of a job holds.
struct MissingRuns {
  /// How many runs the whole job has.
  private let runs: UInt32
  /// The runs that are missing, ascending.
  private let gaps: [Range<UInt32>]
  /// The parts that would fill the gaps, where all were cut alike; the first twenty.
  private let shards: [String]

  /// - Parameters:
  ///   - spans: What is there, ascending.
  ///   - runs: How many runs the whole job has.
  ///   - shard: One of the parts, `3/16`.
  init(spans: [Simulation.Span], runs: UInt32, shard: String) {
    var gaps: [Range<UInt32>] = []
    var next: UInt32 = 0
    for span in spans {
      if span.first > next { gaps.append(next..<span.first) }
      next = span.end
    }
    if next < runs { gaps.append(next..<runs) }
    self.runs = runs
    self.gaps = gaps
    guard let count = shard.split(separator: "/").last.flatMap({ Int($0) }), count <= 100_000 else {
      shards = []
      return
    }
    shards = ChanceProjector.parts(of: 0..<runs, count: count).enumerated().filter { _, part in
      !part.isEmpty && gaps.contains { $0.lowerBound <= part.lowerBound && part.upperBound <= $0.upperBound }
    }.prefix(20).map { "\($0.offset + 1)/\(count)" }
  }

  /// What is told of them.
  var finding: Finding {
    let missing = gaps.map { "\($0.lowerBound + 1)–\($0.upperBound)" }.joined(separator: ", ")
    return Finding(
      .error, code: "missing-parts", at: nil,
      Phrase(
        ja: "\(runs)回のうち \(missing.replacing("–", with: "〜"))回目がありません。",
        en: "Of \(runs) runs, \(missing) are missing."),
      hint: shards.isEmpty
        ? nil
        : Phrase(
          ja: "足りないのは --shard \(shards.joined(separator: "、")) です。",
          en: "What is missing is --shard \(shards.joined(separator: ", "))."))
  }
}
