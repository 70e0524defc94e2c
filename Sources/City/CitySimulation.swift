import Diagnostics
import Projection

/// What runs have shown of a city, by district, in whole numbers: parts of a job put together in any order are the whole
/// job, to the byte.
public struct CitySimulation: Sendable, Hashable, Codable {
  /// What was asked; parts of different questions cannot be put together.
  public struct Question: Sendable, Hashable, Codable {
    /// The year the roster was made.
    public var baseYear: Int
    /// The seed.
    public var seed: UInt64
    /// 0 and every horizon, ascending.
    public var offsets: [Int]
    /// The groups of districts, in the order of the tables; the whole city is not among them.
    public var districts: [District]
    /// People in the roster, those living away included.
    public var people: Int
    /// 64 bits that tell whether two rosters, and the rules laid on them, are the same.
    public var fingerprint: UInt64
    /// Lines of the roster that were passed over because the user said so.
    public var skippedLines: Int
  }

  /// A district, or several small ones that are shown together.
  public struct District: Sendable, Hashable, Codable {
    /// Its name; nil for small districts together.
    public var name: String?
    /// Dwellings in the roster.
    public var houses: Int
    /// How many districts of the roster it stands for.
    public var districts: Int
  }

  /// What was asked.
  public let question: Question
  /// The runs it holds, as spans that do not touch each other, ascending.
  public private(set) var spans: [Simulation.Span] = []
  /// By group of districts (after the last of them the whole city), then by horizon, then by ``CityFigure``.
  public private(set) var counts: [[[RunCounts]]]
  /// By group of districts (after the last of them the whole city), then by horizon.
  private var ages: [[CityAges]]

  /// Nothing yet.
  init(_ question: Question) {
    self.question = question
    let row = [RunCounts](repeating: RunCounts(), count: CityFigure.allCases.count)
    counts = [[[RunCounts]]](
      repeating: [[RunCounts]](repeating: row, count: question.offsets.count),
      count: question.districts.count + 1)
    ages = [[CityAges]](
      repeating: [CityAges](repeating: CityAges(), count: question.offsets.count),
      count: question.districts.count + 1)
  }

  /// How many runs it holds.
  public var runs: Int { spans.map { max(0, Int($0.end) - Int($0.first)) }.reduce(0, +) }

  /// How a figure is distributed over the runs.
  ///
  /// - Parameters:
  ///   - group: The place among ``Question/districts``; their number stands for the whole city.
  ///   - horizon: The place among ``Question/offsets``.
  public func counts(_ figure: CityFigure, group: Int, horizon: Int) -> RunCounts {
    counts[group][horizon][figure.rawValue]
  }

  /// How many people there are by sex and age in all ``runs`` together; the places are those of
  /// ``counts(_:group:horizon:)``.
  public func ages(group: Int, horizon: Int) -> CityAges { ages[group][horizon] }

  /// Adds runs that follow those it has.
  ///
  /// - Parameters:
  ///   - totals: For each run, each group and each horizon, a row of ``CityColumn``.
  ///   - ages: For each group and each horizon, ``CityAges`` of all these runs together.
  mutating func add(
    _ runs: Range<UInt32>, totals: UnsafePointer<Int64>, ages counted: UnsafePointer<Int64>
  ) {
    cover(Simulation.Span(first: runs.lowerBound, end: runs.upperBound))
    let (groups, horizons) = (question.districts.count, question.offsets.count)
    for group in 0..<groups {
      for horizon in 0..<horizons {
        let row = counted + (group * horizons + horizon) * CityAges.count
        ages[group][horizon].add(row)
        ages[groups][horizon].add(row)
      }
    }
    let row = CityColumn.count
    let sum = UnsafeMutablePointer<Int64>.allocate(capacity: runs.count * horizons * row)
    defer { sum.deallocate() }
    sum.initialize(repeating: 0, count: runs.count * horizons * row)
    for run in 0..<runs.count {
      for group in 0..<groups {
        let from = totals + (run * groups + group) * horizons * row
        for column in 0..<horizons * row { sum[run * horizons * row + column] += from[column] }
      }
    }
    for group in 0...groups {
      for horizon in 0..<horizons {
        for figure in CityFigure.allCases
        where figure != .likelyVacantNext || horizon + 1 < horizons {
          var values: [Int64] = []
          var rest = 0
          values.reserveCapacity(runs.count)
          for run in 0..<runs.count {
            let place =
              group == groups
              ? UnsafePointer(sum) + (run * horizons + horizon) * row
              : totals + ((run * groups + group) * horizons + horizon) * row
            if let found = figure.value(of: place) {
              values.append(found.value)
              rest += found.rest
            }
          }
          counts[group][horizon][figure.rawValue].add(values, rest: rest)
        }
      }
    }
  }

  /// Adds the runs of another part of the same job.
  ///
  /// - Throws: ``Simulation/MergeTrouble``, and then nothing has been added.
  public mutating func merge(_ other: CitySimulation) throws(Simulation.MergeTrouble) {
    guard question == other.question else { throw .otherJob }
    guard isWhole, other.isWhole else { throw .damaged }
    let all = (spans + other.spans).sorted { $0.first < $1.first }
    guard zip(all, all.dropFirst()).allSatisfy({ $0.end <= $1.first }) else { throw .sameRuns }
    spans = []
    for span in all { cover(span) }
    for group in counts.indices {
      for horizon in counts[group].indices {
        ages[group][horizon].add(other.ages[group][horizon])
        for figure in counts[group][horizon].indices {
          counts[group][horizon][figure].add(other.counts[group][horizon][figure])
        }
      }
    }
  }

  /// Whether every row is there; what was saved may have been cut or written by somebody else.
  public var isWhole: Bool {
    let runs = runs
    return spans.allSatisfy { $0.first < $0.end } && counts.count == question.districts.count + 1
      && ages.count == counts.count
      && ages.allSatisfy { $0.count == question.offsets.count && $0.allSatisfy(\.isWhole) }
      && counts.allSatisfy { group in
        group.count == question.offsets.count
          && group.allSatisfy { row in
            row.count == CityFigure.allCases.count && row.allSatisfy { $0.isWhole(runs: runs) }
          }
      }
  }

  private mutating func cover(_ span: Simulation.Span) {
    if let last = spans.last, last.end == span.first {
      spans[spans.count - 1].end = span.end
    } else if span.first < span.end {
      spans.append(span)
    }
  }
}
