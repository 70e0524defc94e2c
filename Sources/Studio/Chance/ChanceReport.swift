import Diagnostics
import Projection

/// What a ``ChanceRecord`` comes to, ready to be told as a table, as CSV or as JSON.
public struct ChanceReport: Sendable {
  /// What was found.
  public let record: ChanceRecord

  /// A report of everything in `record`.
  public init(_ record: ChanceRecord) { self.record = record }

  /// The figures that are told.
  var kinds: [FigureKind] { FigureKind.told(driving: record.tellsDriving) }

  /// A map in a case, at one horizon.
  struct Then {
    var horizon: Int
    /// The calendar year; nil where the maps that were added up have different ones.
    var year: Int?
    /// The ids of the maps, where several were added up.
    var maps: [String]
    var dwellings: [DwellingChance]
    var people: [PersonChance]
    var counts: [CountItem: Distribution]
    var ratios: [RatioItem: Distribution]
    /// By how much each is more than in the base case; none in the base case.
    var countDifferences: [CountItem: Distribution] = [:]
    var ratioDifferences: [RatioItem: Distribution] = [:]
    /// How the differences were found; nil in the base case.
    var way: DifferenceWay?
    /// The workshop's point estimates.
    var workshop: [CountItem: Int]

    /// Where both cases are exact, so are the means of the differences.
    mutating func takeExactMeans(
      from baseCounts: [CountItem: Distribution], _ baseRatios: [RatioItem: Distribution]
    ) {
      for (item, found) in countDifferences {
        guard let now = counts[item], let base = baseCounts[item] else { continue }
        countDifferences[item]?.unrounded = Distribution.Moments(
          mean: now.mean - base.mean, variance: found.variance)
      }
      for (item, found) in ratioDifferences {
        guard let now = ratios[item], let base = baseRatios[item] else { continue }
        ratioDifferences[item]?.unrounded = Distribution.Moments(
          mean: now.mean - base.mean, variance: found.variance)
      }
    }

    /// Whether nothing is more or less than in the base case, in any pair of runs.
    var hasNoDifference: Bool {
      func isNone(_ found: Distribution) -> Bool { found.mean == 0 && found.variance == 0 }
      return countDifferences.values.allSatisfy(isNone) && ratioDifferences.values.allSatisfy(isNone)
    }

    func figure(_ kind: FigureKind) -> ChanceFigure? {
      kind.chance(counts: { counts[$0] }, ratios: { ratios[$0] })
    }

    func difference(_ kind: FigureKind) -> ChanceFigure? {
      kind.chance(counts: { countDifferences[$0] }, ratios: { ratioDifferences[$0] })
    }
  }

  /// How the differences to the base case were found.
  struct DifferenceWay: Hashable {
    /// How many pairs of runs there are: median, variance and intervals come from them.
    var runs: Int
    /// Whether the means are exact: where both cases are, the mean of the difference is the difference of the means.
    var hasExactMeans: Bool
    /// The greatest standard error that a share of so many pairs can have, 0…0.5: so near is a median, or the end of an
    /// interval, to the share of cases that it stands for.
    var error: Double { 0.5 / Double(max(1, runs)).squareRoot() }
  }

  /// The states of a map in a case, by horizon.
  func states(_ file: ChanceRecord.File, case number: Int, map: Int) -> [Then] {
    let cell = file.cases[number].cells[map]
    let seen = file.tally.cells[number][map]
    // What is exact is not told from runs, which may have been spared.
    let runs = cell.exact == nil ? seen.simulation.projection.states : []
    return seen.figures.enumerated().map { index, figures in
      let exact = cell.exact?[index]
      var then = Then(
        horizon: figures.horizon, year: file.maps[map].baseYear + figures.horizon,
        maps: [file.maps[map].id], dwellings: exact?.dwellings ?? runs[index].dwellings,
        people: exact?.people ?? runs[index].people, counts: [:],
        ratios: exact == nil ? Self.ratios(figures) : [:],
        workshop: Self.items(cell.workshop[index]))
      for item in CountItem.allCases {
        then.counts[item] = exact.map { $0.counts[item.rawValue] } ?? figures[item]
      }
      if let exact {
        for item in RatioItem.allCases { then.ratios[item] = exact.ratios[item.rawValue] }
      }
      if let more = seen.differences?[index] {
        then.countDifferences = Self.counts(more)
        then.ratioDifferences = Self.ratios(more)
        let base = file.cases.first?.cells[map].exact?[index]
        then.way = DifferenceWay(
          runs: Int(seen.simulation.runs), hasExactMeans: exact != nil && base != nil)
        if exact != nil, let base {
          var counts: [CountItem: Distribution] = [:]
          var ratios: [RatioItem: Distribution] = [:]
          for item in CountItem.allCases { counts[item] = base.counts[item.rawValue] }
          for item in RatioItem.allCases { ratios[item] = base.ratios[item.rawValue] }
          then.takeExactMeans(from: counts, ratios)
        }
      }
      return then
    }
  }

  /// All maps of a session together in a case, by horizon.
  func sums(_ file: ChanceRecord.File, case number: Int) -> [Then] {
    let own = file.maps.indices.map { states(file, case: number, map: $0) }
    return file.tally.sums[number].map { sum in
      let thens = sum.maps.compactMap { map in own[map].first { $0.horizon == sum.figures.horizon } }
      let bases = Set(file.maps.map(\.baseYear))
      var then = Then(
        horizon: sum.figures.horizon,
        year: bases.count == 1 ? bases.first.map { $0 + sum.figures.horizon } : nil,
        maps: sum.maps.map { file.maps[$0].id }, dwellings: [], people: [],
        counts: Self.counts(sum.figures), ratios: Self.ratios(sum.figures), workshop: [:])
      let isWhole = isExact(file, case: number, sum.maps)
      if isWhole {
        then.counts = Self.added(thens.map(\.counts))
        then.ratios = Self.ratios(file.cases[number].sums, at: sum.figures.horizon) ?? [:]
      }
      for item in CountItem.allCases {
        let points = thens.compactMap { $0.workshop[item] }
        if points.count == thens.count { then.workshop[item] = points.reduce(0, +) }
      }
      if let more = sum.difference {
        then.countDifferences = Self.counts(more)
        then.ratioDifferences = Self.ratios(more)
        let areExact = isWhole && isExact(file, case: 0, sum.maps)
        then.way = DifferenceWay(runs: file.tally.runs, hasExactMeans: areExact)
        if areExact {
          let base = sum.maps.compactMap { map in
            states(file, case: 0, map: map).first { $0.horizon == sum.figures.horizon }?.counts
          }
          then.takeExactMeans(
            from: Self.added(base), Self.ratios(file.cases[0].sums, at: sum.figures.horizon) ?? [:])
        }
      }
      return then
    }
  }

  /// Whether everything told of these maps together was worked out exactly.
  func isExact(_ file: ChanceRecord.File, case number: Int, _ maps: [Int]) -> Bool {
    maps.allSatisfy { file.cases[number].cells[$0].exact != nil }
  }

  private static func ratios(
    _ sums: [ChanceRecord.SumRatios]?, at horizon: Int
  ) -> [RatioItem: Distribution]? {
    guard let sum = sums?.first(where: { $0.horizon == horizon }) else { return nil }
    var ratios: [RatioItem: Distribution] = [:]
    for item in RatioItem.allCases where sum.ratios.indices.contains(item.rawValue) {
      ratios[item] = sum.ratios[item.rawValue]
    }
    return ratios
  }

  /// The base case of all sessions together, by horizon. Sessions do not depend on each other, so counts add up, simulated or
  /// not; what is divided has to be added up before, which is open where every session is exact.
  var total: [Then] {
    let all = record.files.map { sums($0, case: 0) }
    let bases = Set(record.files.flatMap { $0.maps.map(\.baseYear) })
    return Set(all.joined().map(\.horizon)).sorted().map { horizon in
      let thens = all.compactMap { $0.first { $0.horizon == horizon } }
      return Then(
        horizon: horizon, year: bases.count == 1 ? bases.first.map { $0 + horizon } : nil,
        maps: thens.flatMap(\.maps), dwellings: [], people: [], counts: Self.added(thens.map(\.counts)),
        // One session alone is the whole.
        ratios: record.files.count == 1
          ? thens.first?.ratios ?? [:] : Self.ratios(record.total, at: horizon) ?? [:], workshop: [:])
    }
  }

  /// How the chances of a map in a case were found.
  func method(_ file: ChanceRecord.File, case number: Int, map: Int) -> ChanceMethodWords {
    let cell = file.cases[number].cells[map]
    if let exact = cell.exact {
      let normal = [Phrase].normalLaw(tellsDriving: record.tellsDriving) { item in
        exact.contains { $0.normalRatios.contains(item.rawValue) }
      }
      return ChanceMethodWords(runs: nil, seed: record.seed, error: nil, reasons: normal)
    }
    let simulation = file.tally.cells[number][map].simulation
    return ChanceMethodWords(
      runs: simulation.runs, seed: record.seed,
      error: simulation.projection.states.flatMap(\.dwellings).greatestError(runs: simulation.runs),
      reasons: cell.reasons)
  }

  /// How the sums of all maps in a case were found: exactly where every map was, else by the runs.
  func methodOfSums(_ file: ChanceRecord.File, case number: Int) -> ChanceMethodWords {
    let methods = file.maps.indices.map { method(file, case: number, map: $0) }
    guard methods.allSatisfy({ $0.runs == nil }) else {
      return ChanceMethodWords(
        runs: file.tally.runs, seed: record.seed, error: methods.compactMap(\.error).max(), reasons: [])
    }
    let normal = [Phrase].normalLaw(tellsDriving: record.tellsDriving) { item in
      (file.cases[number].sums ?? []).contains { $0.normalRatios.contains(item.rawValue) }
    }
    return ChanceMethodWords(runs: nil, seed: record.seed, error: nil, reasons: normal)
  }

  /// How the chances of all sessions together were found.
  var methodOfTotal: ChanceMethodWords {
    let methods = record.files.map { methodOfSums($0, case: 0) }
    guard let simulated = methods.first(where: { $0.runs != nil }) else {
      return methods.first ?? ChanceMethodWords(runs: nil, seed: record.seed, error: nil, reasons: [])
    }
    return ChanceMethodWords(
      runs: simulated.runs, seed: record.seed, error: methods.compactMap(\.error).max(), reasons: [])
  }

  /// Sums of numbers that do not depend on each other; a count that one lacks is left out.
  private static func added(_ parts: [[CountItem: Distribution]]) -> [CountItem: Distribution] {
    var sum: [CountItem: Distribution] = [:]
    for item in CountItem.allCases {
      let found = parts.compactMap { $0[item] }
      guard found.count == parts.count, let first = found.first else { continue }
      sum[item] = found.dropFirst().reduce(first) { $0.adding($1) }
    }
    return sum
  }

  private static func counts(_ figures: FiguresHistogram) -> [CountItem: Distribution] {
    var counts: [CountItem: Distribution] = [:]
    for item in CountItem.allCases { counts[item] = figures[item] }
    return counts
  }

  private static func ratios(_ figures: FiguresHistogram) -> [RatioItem: Distribution] {
    var ratios: [RatioItem: Distribution] = [:]
    for item in RatioItem.allCases { ratios[item] = figures[item] }
    return ratios
  }

  private static func items(_ points: [Int?]) -> [CountItem: Int] {
    var items: [CountItem: Int] = [:]
    for item in CountItem.allCases where points.indices.contains(item.rawValue) {
      items[item] = points[item.rawValue]
    }
    return items
  }
}
