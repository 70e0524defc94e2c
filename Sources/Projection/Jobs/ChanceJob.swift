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

  /// The tally of runs that need not be made, because all there is to tell is known exactly: they count as there, so that
  /// parts of a job are put together in the same way, but nothing was seen in them.
  public func spared(runs: Range<UInt32>, progress: WorkProgress? = nil) -> JobTally {
    progress?.expect(runs.count)
    progress?.advance(runs.count)
    var tally = blank()
    tally.spare(runs)
    return tally
  }

  /// The same on the thread at hand.
  ///
  /// - Throws: `CancellationError` where the task was cancelled.
  func play(_ runs: Range<UInt32>, progress: WorkProgress? = nil) throws -> JobTally {
    var tally = blank()
    var stages = self.stages(tally)
    for run in runs {
      if run & 63 == 0 { try Task.checkCancellation() }
      defer { progress?.advance(1) }
      var base = Played()
      for number in projectors.indices {
        var played = Played()
        for map in projectors[number].indices {
          let found = play(run, case: number, map: map, base: base, &stages[number][map], into: &tally)
          played.tallies.append(found)
          played.figures.append(stages[number][map].offsets.indices.map { RunFigures(found, at: $0) })
        }
        played.sums = tally.sums[number].map { sum in
          Self.sum(played.figures, stages[number].map(\.offsets), at: sum.figures.horizon)
        }
        if number == 0 { base = played }
        tally.add(
          played.figures, sums: played.sums, base: number == 0 ? nil : (base.figures, base.sums), case: number
        )
      }
    }
    for (number, row) in stages.enumerated() {
      for (map, stage) in row.enumerated() {
        guard let unlike = stage.unlike else { continue }
        tally.cells[number][map].simulation.take(
          unlike.same, from: tally.cells[0][map].simulation, without: stage.scratch)
      }
    }
    tally.cover(runs)
    return tally
  }

  /// A map in a case, ready to be played.
  private struct Stage {
    let plans: [HouseRun.Plan]
    let offsets: [Int]
    /// The houses that have to be played again; nil where all have to be.
    let unlike: UnlikeHouses?
    /// What those of them came to in the base case.
    var scratch: Simulation
  }

  /// What one run of a case has come to.
  private struct Played {
    /// Map by map.
    var tallies: [RunTally] = []
    /// Map by map, horizon by horizon.
    var figures: [[RunFigures]] = []
    /// All maps together.
    var sums: [RunFigures] = []
  }

  private func stages(_ blank: JobTally) -> [[Stage]] {
    let plans = projectors.map { row in row.map { $0.plans() } }
    return projectors.enumerated().map { number, row in
      zip(row, offsets(row)).enumerated().map { map, pair in
        var unlike: UnlikeHouses?
        if number > 0, offsets(projectors[0])[map] == pair.1 {
          let found = UnlikeHouses(projectors[0][map], plans[0][map], pair.0, plans[number][map])
          // Each of them is played in both cases once more.
          if found.one.count * 2 < plans[number][map].count { unlike = found }
        }
        return Stage(
          plans: plans[number][map], offsets: pair.1, unlike: unlike,
          scratch: blank.cells[0][map].simulation)
      }
    }
  }

  /// Plays one run of a map in a case; of the base case that run has been played before.
  private func play(
    _ run: UInt32, case number: Int, map: Int, base: Played, _ stage: inout Stage, into tally: inout JobTally
  ) -> RunTally {
    let found: RunTally
    if let unlike = stage.unlike {
      let offsets = stage.offsets
      let before = projectors[0][map].play(
        unlike.one, run: run, seed: seed, offsets: offsets, into: &stage.scratch)
      let after = projectors[number][map].play(
        unlike.other, run: run, seed: seed, offsets: offsets, into: &tally.cells[number][map].simulation)
      found = base.tallies[map].replacing(before, by: after)
    } else {
      found = projectors[number][map].play(
        stage.plans, run: run, seed: seed, offsets: stage.offsets,
        into: &tally.cells[number][map].simulation)
    }
    tally.cells[number][map].simulation.add(run, found)
    return found
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
