import Diagnostics
import Projection
import Workshop

/// How the ages of one map in one year become public.
public struct PublicAges: Sendable, Hashable {
  /// Whether they are left out: so few houses are lived in that they would tell whose they are.
  public var areHidden = false
  /// The age at which the highest band begins.
  public var highest = 90
  /// Whether the ageing rate is left out, because it would tell of one or two people, or with the ages.
  public var hidesRate = false

  /// Nothing is left out.
  static let kept = PublicAges()
}

extension SmallGroups {
  /// How the ages of a year become public.
  ///
  /// The highest band begins at the highest of 90, 80, 70 … at which three people or more share it and no band from 70 on
  /// below it has one or two people only: somebody of 71 among people of 50 is of `50 or over`, and not the one of 70.
  public func ages(of state: MapThen) -> PublicAges {
    guard self == .coarsened else { return .kept }
    let dwellings = state.houses.flatMap(\.dwellings)
    let livedIn = dwellings.count { $0.status == .occupied || $0.status == .unknown }
    if Self.isFew(households: livedIn) {
      return PublicAges(areHidden: true, hidesRate: true)
    }
    let ages = dwellings.flatMap(\.people).compactMap(\.age.years)
    let highest = Self.highestBand(downTo: 0, [{ band in ages.count { band.contains($0) } }])
    return PublicAges(
      areHidden: highest == nil, highest: highest ?? 90,
      hidesRate: highest == nil || Self.isFew(people: state.figures.from65.point))
  }
}

extension [MapThen] {
  /// How the ages of each year become public.
  func ages(_ groups: SmallGroups, areFew: Bool) -> [PublicAges] {
    map { areFew ? PublicAges(areHidden: true, hidesRate: true) : groups.ages(of: $0) }
  }
}

/// What is said of years in which ages are left out or share a band.
public struct AgesTold {
  let years: [(year: Int, ages: PublicAges)]

  /// - Parameter ages: those of the states, in their order.
  public init(_ states: [MapThen], _ ages: [PublicAges]) {
    var seen: Set<Int> = []
    years = zip(states, ages).map { ($0.year, $1) }.filter { seen.insert($0.0).inserted }
  }

  /// The years without ages.
  public var hidden: [Int] { years.filter(\.ages.areHidden).map(\.year) }
  /// The years that have ages, and no ageing rate.
  public var withoutRate: [Int] { years.filter { $0.ages.hidesRate && !$0.ages.areHidden }.map(\.year) }
  /// The years in which the highest band begins below 90, with where it begins.
  public var together: [(year: Int, highest: Int)] {
    years.filter { !$0.ages.areHidden && $0.ages.highest < 90 }.map { ($0.year, $0.ages.highest) }
  }

  /// 2043年と2053年; 2043 and 2053.
  public static func listed(_ years: [Int]) -> Phrase {
    let all = years.map(String.init)
    let ja = years.map { "\($0)年" }.joined(separator: "と")
    guard let last = all.last, all.count > 1 else { return Phrase(ja: ja, en: all.joined()) }
    return Phrase(ja: ja, en: all.dropLast().joined(separator: ", ") + " and " + last)
  }

  /// Where the highest band begins, for the legend of a map whose people have their ages.
  var bands: [Phrase] { MapWords.highestBands(together, ofAll: years.count) }

  /// Of which ages and rates are left out, for the foot of a map.
  var note: Phrase? {
    var notes: [Phrase] = []
    if !hidden.isEmpty { notes.append(MapWords.noAges(in: hidden)) }
    if !withoutRate.isEmpty { notes.append(MapWords.noRate(in: withoutRate)) }
    return notes.dropFirst().reduce(notes.first) { $0?.and($1) }
  }
}

extension MapWords {
  static func noAges(in years: [Int]) -> Phrase {
    Phrase(
      ja: "\(AgesTold.listed(years).ja)は人の住む家が少ないため、年齢を載せていません。",
      en: "Ages of \(AgesTold.listed(years).en) are left out, for few houses are lived in.")
  }

  static func noRate(in years: [Int]) -> Phrase {
    Phrase(
      ja: "\(AgesTold.listed(years).ja)は65歳以上の人が少ないため、高齢化率を載せていません。",
      en: "The ageing rate of \(AgesTold.listed(years).en) is left out, for few people are of 65 or over.")
  }

  /// - Parameter count: how many years the map has.
  static func highestBands(_ bands: [(year: Int, highest: Int)], ofAll count: Int) -> [Phrase] {
    Set(bands.map(\.highest)).sorted().map { age in
      let years = bands.filter { $0.highest == age }.map(\.year)
      let told = years.count == count ? nil : AgesTold.listed(years)
      return Phrase(
        ja: "\(told.map { $0.ja + "の" } ?? "")\(age)は\(age)歳以上",
        en: "\(age)\(told.map { " in " + $0.en } ?? "") = \(age) or over")
    }
  }
}

extension AgeThen {
  /// In years; of a band the one that stands for it.
  fileprivate var years: Int? {
    switch self {
    case .exact(let years): years
    case .band(_, let representative): representative
    case .unknown: nil
    }
  }
}
