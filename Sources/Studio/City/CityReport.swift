import City
import Diagnostics

/// What is to be foreseen of a city.
public struct CityRequest: Sendable {
  /// Which rules are in force.
  public enum Kind: String, Sendable, CaseIterable, Codable {
    /// The rates of `Assets/rates`.
    case chance
    /// The workshop's: certain events.
    case workshop
  }

  /// Which rules are in force.
  public var rules = Kind.chance
  /// The processes that are on; nil stands for all of the rules.
  public var only: Set<CityProcess>?
  /// How many runs.
  public var runs: UInt32 = 1000
  /// The seed.
  public var seed: UInt64 = 1
  /// How many threads.
  public var threads = 1
  /// Which part of how many, from 1.
  public var shard: ChanceRun.Shard?
  /// Years after the base year.
  public var horizons = [10, 20, 30]
  /// Districts of fewer houses are shown together.
  public var smallest = 5

  /// The default.
  public init() {}
}

/// What was foreseen of a city, with what has to be told of it; can be saved as a part and put together again.
public struct CityRecord: Sendable, Hashable, Codable {
  /// How many runs the whole job has.
  public var runs: UInt32
  /// Which rules were in force.
  public var rules: CityRequest.Kind
  /// The processes that were on, in the order of ``CityProcess``.
  public var processes: [CityProcess]
  /// What the runs have shown.
  public var simulation: CitySimulation

  /// Whether every run of the job is in it.
  public var isWhole: Bool { simulation.spans.map { $0.first..<$0.end } == [0..<runs] }
}

/// What was foreseen of a city, ready to be shown.
public struct CityReport: Sendable {
  /// What was foreseen.
  public let record: CityRecord
  var simulation: CitySimulation { record.simulation }

  /// Figures with exact ranges, where those stand in the place of runs.
  let ranges: CityRanges?

  /// A report of runs; or of exact ranges, for which the record has no runs.
  public init(_ record: CityRecord, ranges: CityRanges? = nil) {
    self.record = record
    self.ranges = ranges
  }

  /// Whether one run tells all, for nothing was left to chance.
  var isCertain: Bool { record.rules == .workshop && record.runs == 1 }

  /// A figure with the name it has everywhere.
  struct Row {
    let figure: CityFigure
    let kind: FigureKind
  }

  /// Every figure in the order of the tables.
  static let rows: [Row] = FigureKind.all.compactMap { kind in
    CityFigure.allCases.first { "\($0)" == kind.key }.map { Row(figure: $0, kind: kind) }
  }

  /// The shares that are reported, in per mille: the median, and the ends of the 80 % and the 95 % interval.
  static let shares = (median: 500, low80: 100, high80: 900, low95: 25, high95: 975)

  /// The places of the groups: the districts, and last the whole city.
  var groups: Range<Int> { 0..<simulation.question.districts.count + 1 }

  /// The name of a group.
  func name(of group: Int, in language: Language) -> String {
    guard group < simulation.question.districts.count else {
      return Phrase(ja: "全体", en: "All")(in: language)
    }
    let district = simulation.question.districts[group]
    return district.name
      ?? Phrase(
        ja: "小さい地区（\(district.districts)地区の合計）", en: "Small districts (\(district.districts) together)")(
        in: language)
  }

  /// A whole number of the simulation as people read it.
  static func text(_ value: Int64, _ row: Row, digits: Int = 1) -> String {
    if row.figure.scale == 1 { return String(value) }
    let number = Double(value) / Double(row.figure.scale)
    if digits == 1 { return FigureWords.decimal(number, row.kind.unit) }
    return FigureWords.twoDigits(row.kind.unit == .share ? number * 100 : number)
  }
}
