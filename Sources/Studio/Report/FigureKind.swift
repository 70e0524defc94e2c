import Diagnostics
import Projection

/// A figure as it is reported: the same names and the same order in the table, in CSV and in JSON.
public struct FigureKind: Sendable {
  /// How its value is read.
  public enum Unit: Sendable, Hashable {
    /// People, or dwellings.
    case count
    /// A share, 0…1 in JSON, in per cent elsewhere.
    case share
    /// Years, or people for each person.
    case number
  }

  /// A count or a ratio with its range.
  public enum Value: Sendable, Hashable {
    /// A count.
    case count(Count)
    /// A ratio or a mean; nil where there is nothing to divide by.
    case ratio(Ratio)
  }

  /// Its name in JSON.
  public let key: String
  /// Its name for people.
  public let label: Phrase
  /// Whether it counts some of what the figure before it counts.
  public let isPart: Bool
  /// How its value is read.
  public let unit: Unit
  /// Its name where differences are told: those of shares are in points of a hundred.
  public var differenceLabel: Phrase {
    guard unit == .share else { return label }
    return Phrase(ja: label.ja + "（ポイント）", en: label.en + " (points)")
  }
  /// Its value among the figures of a horizon; nil where there is none (`likelyVacantNext` at the last).
  public let value: @Sendable (Figures) -> Value?

  private init(
    _ key: String, ja: String, en: String, _ unit: Unit = .count, isPart: Bool = false,
    _ value: @escaping @Sendable (Figures) -> Value?
  ) {
    self.key = key
    label = Phrase(ja: ja, en: en)
    self.unit = unit
    self.isPart = isPart
    self.value = value
  }

  private static func count(
    _ key: String, ja: String, en: String, isPart: Bool = false,
    _ value: @escaping @Sendable (Figures) -> Count
  ) -> FigureKind {
    FigureKind(key, ja: ja, en: en, isPart: isPart) { .count(value($0)) }
  }

  /// What it is called among distributions.
  public enum Subject: Sendable, Hashable {
    /// A count.
    case count(CountItem)
    /// A ratio.
    case ratio(RatioItem)
  }

  /// What it is called among distributions.
  public var subject: Subject {
    if let item = RatioItem.allCases.first(where: { "\($0)" == key }) { return .ratio(item) }
    return .count(CountItem.allCases.first { "\($0)" == key } ?? .population)
  }

  /// The keys of the figures that scenarios are compared by.
  static let compared: Set = [
    "population", "livedIn", "vacant", "vacancyRate", "under15", "helpersPer75", "drivers", "withoutDriver",
  ]

  /// The figure of a count.
  static func of(_ item: CountItem) -> FigureKind? { (all + ofDriving).first { $0.key == "\(item)" } }

  /// What is told of a horizon.
  ///
  /// - Parameter driving: Whether somebody has set until when people drive: else nobody asks who can.
  static func told(driving: Bool) -> [FigureKind] { driving ? all + ofDriving : all }

  /// Its point estimate, of a count; nil where there is none.
  func point(_ figures: Figures) -> Int? {
    if case .count(let count) = value(figures) { count.point } else { nil }
  }

  /// The figures that are told only where a rule says until when people drive.
  public static let ofDriving: [FigureKind] = [
    count("drivers", ja: "車を運転できる人", en: "People who can drive") { $0.drivers },
    count("withoutDriver", ja: "車を運転できる人のいない世帯", en: "Households with nobody who can drive") {
      $0.withoutDriver
    },
    FigureKind(
      "withoutDriverRate", ja: "車を運転できる人のいない世帯の割合", en: "Share of households with nobody who can drive",
      .share
    ) { .ratio($0.withoutDriverRate) },
  ]

  /// Every figure of a horizon but ``ofDriving``.
  public static let all: [FigureKind] = [
    count("population", ja: "人口", en: "People") { $0.population },
    count("dwellings", ja: "住まい（全部）", en: "Dwellings") { $0.dwellings },
    count("livedIn", ja: "住んでいる家", en: "Lived in") { $0.livedIn },
    count("households", ja: "知っている世帯", en: "Known households", isPart: true) { $0.households },
    count("unknownHouseholds", ja: "知らない世帯", en: "Unknown households", isPart: true) { $0.unknownHouseholds },
    count("vacant", ja: "空き家", en: "Vacant") { $0.vacant },
    FigureKind("vacancyRate", ja: "空き家率", en: "Vacancy rate", .share) { .ratio($0.vacancyRate) },
    FigureKind("likelyVacantNext", ja: "空き家予備軍", en: "Likely vacant next") {
      $0.likelyVacantNext.map { .count($0) }
    },
    FigureKind("meanAge", ja: "平均年齢", en: "Mean age", .number) { .ratio($0.meanAge) },
    count("under15", ja: "15歳未満", en: "Under 15") { $0.under15 },
    count("from15to64", ja: "15〜64歳", en: "15 to 64") { $0.from15to64 },
    count("from65", ja: "65歳以上", en: "65 or over") { $0.from65 },
    count("from75", ja: "75歳以上", en: "75 or over", isPart: true) { $0.from75 },
    count("unknownAge", ja: "年齢が分からない人", en: "Age unknown") { $0.unknownAge },
    FigureKind("ageingRate", ja: "高齢化率", en: "Ageing rate", .share) { .ratio($0.ageingRate) },
    count("livingAlone", ja: "一人暮らし", en: "Living alone") { $0.livingAlone },
    count("olderLivingAlone", ja: "独居高齢者（65歳以上）", en: "65 or over, living alone", isPart: true) {
      $0.olderLivingAlone
    },
    count("elderlyOnly", ja: "高齢者のみ世帯", en: "Elderly-only households") { $0.elderlyOnly },
    count("nobodyUnder65", ja: "65歳未満のいない世帯", en: "Households with nobody under 65") { $0.nobodyUnder65 },
    count("helpers", ja: "20〜69歳", en: "20 to 69") { $0.helpers },
    FigureKind(
      "helpersPer75", ja: "75歳以上1人あたりの20〜69歳", en: "People of 20–69 per person of 75+", .number
    ) { .ratio($0.helpersPer75) },
  ]
}

extension FigureKind.Value {
  /// As JSON: `{"point": 6, "low": 5, "high": 8}`.
  public var json: JSONText {
    switch self {
    case .count(let count):
      .object([("point", .int(count.point)), ("low", .int(count.low)), ("high", .int(count.high))])
    case .ratio(let ratio):
      .object([
        ("point", .optional(ratio.point)), ("low", .optional(ratio.low)), ("high", .optional(ratio.high)),
      ])
    }
  }
}
