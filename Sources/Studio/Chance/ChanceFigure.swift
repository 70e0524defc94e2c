import Diagnostics
import Projection

/// A figure under chance rules: where its middle is, and how far it may reach.
public struct ChanceFigure: Sendable, Hashable {
  /// Half of all cases come to no more than this.
  public var median: Double
  /// The mean.
  public var mean: Double
  /// The variance.
  public var variance: Double
  /// Eight cases in ten come to something between these.
  public var interval80: ClosedRange<Double>
  /// Nineteen cases in twenty come to something between these.
  public var interval95: ClosedRange<Double>
  /// In how many parts of one median and intervals are told; the mean is not rounded.
  let told: Int

  /// Of a distribution kept in parts of `scale`, and told in parts of `told`.
  init(_ distribution: Distribution, scale: Int, told: Int) {
    self.told = told
    func value(_ number: Int) -> Double { Double(number) / Double(scale) }
    func interval(_ share: Double) -> ClosedRange<Double> {
      let interval = distribution.interval(share)
      return value(interval.lowerBound)...value(interval.upperBound)
    }
    median = value(distribution.quantile(0.5))
    mean = distribution.mean / Double(scale)
    variance = distribution.variance / Double(scale) / Double(scale)
    interval80 = interval(0.8)
    interval95 = interval(0.95)
  }

  /// A median or an end of an interval, rounded to what is told.
  func rounded(_ value: Double) -> Double { (value * Double(told)).rounded() / Double(told) }

  /// The standard error of the mean, where it was found by so many runs.
  func standardError(runs: Int) -> Double { (variance / Double(max(1, runs))).squareRoot() }
}

extension FigureKind {
  /// The figure of this kind among distributions of counts and ratios; nil where there is none.
  func chance(
    counts: (CountItem) -> Distribution?, ratios: (RatioItem) -> Distribution?
  ) -> ChanceFigure? {
    switch subject {
    case .count(let item): counts(item).map { ChanceFigure($0, scale: 1, told: 1) }
    case .ratio(let item): ratios(item).map { ChanceFigure($0, scale: item.scale, told: item.told) }
    }
  }
}

/// How a figure was found, in words.
public struct ChanceMethodWords: Sendable, Hashable {
  /// How many runs were made; nil where it was worked out exactly.
  public var runs: Int?
  /// The seed.
  public var seed: UInt64
  /// The greatest standard error of a dwelling's chance of being vacant, 0…0.5; nil where it was worked out exactly.
  public var error: Double?
  /// Why it had to be simulated; or what of an exact answer is not quite so.
  public var reasons: [Phrase]

  /// The words: `exact`, or `simulated, 10,000 runs, ±0.4 points (seed 1)`, with the reasons after it.
  public var phrase: Phrase {
    guard let runs else {
      let note = reasons.first.map { Phrase(ja: "（\($0.ja)）", en: " (\($0.en))") }
      return Phrase(ja: "厳密な計算" + (note?.ja ?? ""), en: "exact" + (note?.en ?? ""))
    }
    let points = FigureWords.oneDigit((error ?? 0) * 100)
    // Of a single run nothing can be said of its error.
    let ja = runs == 1 ? "模擬計算 1回（種 \(seed)）" : "模擬計算 \(runs.grouped)回、±\(points)ポイント（種 \(seed)）"
    let en =
      runs == 1
      ? "simulated, 1 run (seed \(seed))"
      : "simulated, \(runs.grouped) runs, ±\(points) points (seed \(seed))"
    guard !reasons.isEmpty else { return Phrase(ja: ja, en: en) }
    return Phrase(
      ja: ja + "。" + reasons.map(\.ja).joined(separator: "、"),
      en: en + ": " + reasons.map(\.en).joined(separator: "; "))
  }
}

extension [Phrase] {
  /// That ratios of a large neighbourhood were taken from the normal law; nothing where none was.
  ///
  /// - Parameter tellsDriving: Whether the answer says who can drive: else that ratio is not named.
  static func normalLaw(tellsDriving: Bool, _ isNormal: (RatioItem) -> Bool) -> [Phrase] {
    let ratios = RatioItem.allCases.filter { ($0 != .withoutDriverRate || tellsDriving) && isNormal($0) }
    guard !ratios.isEmpty else { return [] }
    let names = ratios.map { item in
      switch item {
      case .vacancyRate: Phrase(ja: "空き家率", en: "vacancy rate")
      case .meanAge: Phrase(ja: "平均年齢", en: "mean age")
      case .ageingRate: Phrase(ja: "高齢化率", en: "ageing rate")
      case .withoutDriverRate:
        Phrase(ja: "車を運転できる人のいない世帯の割合", en: "share of households with nobody who can drive")
      case .helpersPer75: Phrase(ja: "支え手の割合", en: "people of 20–69 per person of 75+")
      }
    }
    return [
      Phrase(
        ja: names.map(\.ja).joined(separator: "、") + "は、正確な平均と分散の正規分布による",
        en: names.map(\.en).joined(separator: ", ") + ": normal law with exact mean and variance")
    ]
  }
}

extension Sequence where Element == DwellingChance {
  /// The greatest standard error of a chance of being vacant that was found by so many runs.
  ///
  /// Of one run every chance is 0 or 1, and its standard error by the formula 0, which is more than one run can claim. So the
  /// chance in it is that of the rule of succession, (k + 1) ÷ (n + 2) for k of n runs; of thousands of runs it is the same.
  func greatestError(runs: Int) -> Double {
    map { dwelling in
      let chance = (dwelling.vacant * Double(runs) + 1) / Double(runs + 2)
      return Simulation.standardError(of: chance, runs: runs)
    }.max() ?? 0
  }
}
