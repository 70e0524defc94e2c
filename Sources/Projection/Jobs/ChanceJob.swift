import Workshop

/// Several maps simulated together, in the base case and in scenarios, by the same draws in each.
public struct ChanceJob: Sendable {
  /// Case by case (the base first), map by map: the same maps in each.
  public let projectors: [[ChanceProjector]]
  /// The seed.
  public let seed: UInt64
  /// Map by map, years after the base year; nil stands for the map's own.
  public let horizons: [[Int]?]

  /// A job.
  ///
  /// - Parameters:
  ///   - projectors: Case by case, the base first, each with the same maps in the same order.
  ///   - seed: The seed.
  ///   - horizons: Map by map, years after the base year; nil, and a map that is not there, stand for the map's own.
  public init(_ projectors: [[ChanceProjector]], seed: UInt64, horizons: [[Int]?] = []) {
    self.projectors = projectors
    self.seed = seed
    self.horizons = (projectors.first ?? []).indices.map {
      horizons.indices.contains($0) ? horizons[$0] : nil
    }
  }

  private func offsets(_ row: [ChanceProjector]) -> [[Int]] {
    zip(row, horizons).map { $0.offsets($1) }
  }

  /// Makes runs on several threads: the same numbers on one as on many.
  ///
  /// - Parameter progress: Told of the runs that are made.
  /// - Throws: `CancellationError` where the task was cancelled.
  public func simulate(
    runs: Range<UInt32>, threads: Int = 1, progress: WorkProgress? = nil
  ) async throws -> JobTally {
    progress?.expect(runs.count)
    // More parts than threads, so that none waits long for the last one.
    let parts = ChanceProjector.parts(of: runs, count: max(1, min(threads * 4, runs.count)))
    var whole = blank()
    try await withThrowingTaskGroup(of: JobTally.self) { group in
      var open = parts.makeIterator()
      for _ in 0..<max(1, threads) {
        if let part = open.next() { group.addTask { try play(part, progress: progress) } }
      }
      while let part = try await group.next() {
        try whole.merge(part)
        if let next = open.next() { group.addTask { try play(next, progress: progress) } }
      }
    }
    return whole
  }

  /// The same on the thread at hand.
  ///
  /// - Throws: `CancellationError` where the task was cancelled.
  func play(_ runs: Range<UInt32>, progress: WorkProgress? = nil) throws -> JobTally {
    var tally = blank()
    let stages = projectors.map { row in
      zip(row, offsets(row)).map { (plans: $0.plans(), offsets: $1) }
    }
    for run in runs {
      if run & 63 == 0 { try Task.checkCancellation() }
      defer { progress?.advance(1) }
      var base: [[RunFigures]] = []
      var baseSums: [RunFigures] = []
      for (number, row) in projectors.enumerated() {
        var figures: [[RunFigures]] = []
        for (map, projector) in row.enumerated() {
          let stage = stages[number][map]
          let found = projector.play(
            stage.plans, run: run, seed: seed, offsets: stage.offsets,
            into: &tally.cells[number][map].simulation)
          tally.cells[number][map].simulation.add(run, found)
          figures.append(stage.offsets.indices.map { RunFigures(found, at: $0) })
        }
        let sums = tally.sums[number].map { sum in
          Self.sum(figures, stages[number].map(\.offsets), at: sum.figures.horizon)
        }
        if number == 0 { (base, baseSums) = (figures, sums) }
        tally.add(figures, sums: sums, base: number == 0 ? nil : (base, baseSums), case: number)
      }
    }
    tally.cover(runs)
    return tally
  }

  private static func sum(_ figures: [[RunFigures]], _ offsets: [[Int]], at horizon: Int) -> RunFigures {
    var sum = RunFigures()
    for (own, places) in zip(figures, offsets) {
      if let index = places.firstIndex(of: horizon) { sum.add(own[index]) }
    }
    return sum
  }

  /// Nothing simulated yet.
  public func blank() -> JobTally {
    JobTally(
      cells: projectors.enumerated().map { number, row in
        zip(row, offsets(row)).map { JobTally.Cell($0, seed: seed, horizons: $1, isBase: number == 0) }
      },
      sums: projectors.enumerated().map { number, row in
        let offsets = offsets(row)
        return Set(offsets.joined()).sorted().map { horizon in
          let looking = offsets.filter { $0.contains(horizon) }
          let hasNext = looking.allSatisfy { $0.last != horizon }
          return JobTally.Sum(
            maps: row.indices.filter { offsets[$0].contains(horizon) },
            figures: FiguresHistogram(horizon: horizon, hasNext: hasNext), isBase: number == 0)
        }
      })
  }
}
