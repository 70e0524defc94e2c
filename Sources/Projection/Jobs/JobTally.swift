/// What the runs of a ``ChanceJob`` have shown, in whole numbers: parts put together in any order are the same, to the bit,
/// as the whole.
public struct JobTally: Sendable, Hashable, Codable {
  /// The runs it holds, as spans that do not touch each other, ascending.
  public private(set) var spans: [Simulation.Span] = []
  /// Whether the runs were spared, see ``ChanceJob/spared(runs:progress:)``: then nothing was seen in them.
  public private(set) var isSpared = false
  /// Case by case, map by map.
  public internal(set) var cells: [[Cell]]
  /// Case by case, all maps together, by horizon.
  public private(set) var sums: [[Sum]]

  /// One map in one case.
  public struct Cell: Sendable, Hashable, Codable {
    /// People, dwellings and counts.
    public internal(set) var simulation: Simulation
    /// Counts and ratios, by horizon.
    public fileprivate(set) var figures: [FiguresHistogram]
    /// By how much they are more than in the base case, by pairs of runs; nil in the base case.
    public fileprivate(set) var differences: [FiguresHistogram]?

    init(_ projector: ChanceProjector, seed: UInt64, horizons: [Int], isBase: Bool) {
      simulation = projector.simulate(runs: 0..<0, seed: seed, horizons: horizons)
      let offsets = projector.offsets(horizons)
      figures = offsets.map { FiguresHistogram(horizon: $0, hasNext: $0 != offsets.last) }
      differences = isBase ? nil : figures
    }
  }

  /// All maps together at one horizon.
  public struct Sum: Sendable, Hashable, Codable {
    /// The places of the maps that look that far.
    public let maps: [Int]
    /// Counts and ratios.
    public fileprivate(set) var figures: FiguresHistogram
    /// By how much they are more than in the base case; nil in the base case.
    public fileprivate(set) var difference: FiguresHistogram?

    init(maps: [Int], figures: FiguresHistogram, isBase: Bool) {
      self.maps = maps
      self.figures = figures
      difference = isBase ? nil : figures
    }
  }

  init(cells: [[Cell]], sums: [[Sum]]) {
    self.cells = cells
    self.sums = sums
  }

  /// How many runs it holds.
  public var runs: Int { spans.map { max(0, Int($0.end) - Int($0.first)) }.reduce(0, +) }

  /// Adds the runs of another part of the same job.
  ///
  /// - Throws: ``Simulation/MergeTrouble``, and then nothing has been added.
  public mutating func merge(_ other: JobTally) throws(Simulation.MergeTrouble) {
    guard isOfSameJob(as: other) else { throw .otherJob }
    guard isWhole, other.isWhole else { throw .damaged }
    let all = (spans + other.spans).sorted { $0.first < $1.first }
    guard zip(all, all.dropFirst()).allSatisfy({ $0.end <= $1.first }) else { throw .sameRuns }
    var merged = self
    merged.spans = []
    for span in all { merged.cover(span.first..<span.end) }
    for number in cells.indices {
      for map in cells[number].indices { try merged.cells[number][map].merge(other.cells[number][map]) }
      for index in sums[number].indices { merged.sums[number][index].add(other.sums[number][index]) }
    }
    self = merged
  }

  private func isOfSameJob(as other: JobTally) -> Bool {
    isSpared == other.isSpared && cells.count == other.cells.count && sums.count == other.sums.count
      && zip(cells, other.cells).allSatisfy { one, two in
        one.count == two.count && zip(one, two).allSatisfy { $0.isOfSameJob(as: $1) }
      }
      && zip(sums, other.sums).allSatisfy { one, two in
        one.count == two.count && zip(one, two).allSatisfy { $0.isOfSameJob(as: $1) }
      }
  }

  /// Whether it can have come from the runs it says; what was saved may have been changed since.
  public var isWhole: Bool {
    guard spans.allSatisfy({ $0.first < $0.end }),
      zip(spans, spans.dropFirst()).allSatisfy({ $0.end < $1.first })
    else { return false }
    let seen = isSpared ? [] : spans
    let most = isSpared ? 0 : runs
    return cells.joined().allSatisfy { cell in
      cell.simulation.spans == seen && cell.simulation.isWhole
        && (cell.figures + (cell.differences ?? [])).allSatisfy { $0.isWhole(runs: most) }
    }
      && sums.joined().allSatisfy { sum in
        ([sum.figures] + (sum.difference.map { [$0] } ?? [])).allSatisfy { $0.isWhole(runs: most) }
      }
  }

  /// Takes these runs as made without having seen anything in them.
  mutating func spare(_ runs: Range<UInt32>) {
    isSpared = true
    cover(runs)
  }

  /// Adds a span of runs that come after all others.
  mutating func cover(_ runs: Range<UInt32>) {
    guard !runs.isEmpty else { return }
    if let last = spans.last, last.end == runs.lowerBound {
      spans[spans.count - 1].end = runs.upperBound
    } else {
      spans.append(Simulation.Span(first: runs.lowerBound, end: runs.upperBound))
    }
  }

  /// Adds what one run has come to in one case: map by map, horizon by horizon, and together.
  mutating func add(
    _ figures: [[RunFigures]], sums together: [RunFigures], base: (maps: [[RunFigures]], sums: [RunFigures])?,
    case number: Int
  ) {
    for (map, row) in figures.enumerated() {
      for (index, found) in row.enumerated() {
        cells[number][map].figures[index].add(found)
        if let base { cells[number][map].differences?[index].add(found, minus: base.maps[map][index]) }
      }
    }
    for (index, found) in together.enumerated() {
      sums[number][index].figures.add(found)
      if let base { sums[number][index].difference?.add(found, minus: base.sums[index]) }
    }
  }
}

extension JobTally.Cell {
  fileprivate func isOfSameJob(as other: JobTally.Cell) -> Bool {
    figures.count == other.figures.count && differences?.count == other.differences?.count
      && zip(figures, other.figures).allSatisfy { $0.isOfSameJob(as: $1) }
  }

  fileprivate mutating func merge(_ other: JobTally.Cell) throws(Simulation.MergeTrouble) {
    try simulation.merge(other.simulation)
    for index in figures.indices { figures[index].add(other.figures[index]) }
    guard let more = other.differences else { return }
    for index in more.indices { differences?[index].add(more[index]) }
  }
}

extension JobTally.Sum {
  fileprivate func isOfSameJob(as other: JobTally.Sum) -> Bool {
    maps == other.maps && figures.isOfSameJob(as: other.figures)
      && (difference == nil) == (other.difference == nil)
  }

  fileprivate mutating func add(_ other: JobTally.Sum) {
    figures.add(other.figures)
    if let more = other.difference { difference?.add(more) }
  }
}
