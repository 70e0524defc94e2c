import Projection
import Workshop

/// The rules under which a city is projected: the yearly chance of each process.
///
/// The workshop's rules are those whose chances are 0 and 1; they go the same way.
public struct CityRules: Sendable, Hashable {
  /// Of counting as deceased.
  public var death: Hazard = .never
  /// Of a resident child's leaving.
  public var leavingHome: Hazard = .never
  /// A child that is this old when it is first seen here is the successor and stays; nil: no such age.
  public var successorFrom: Int?
  /// Of coming back, for somebody who lives away.
  public var returning: Hazard = .never
  /// Of moving into a care home.
  public var care: Hazard = .never
  /// Of being let again, for a rented dwelling that has emptied; 0…1.
  public var letting = 0.0
  /// Of being taken by a household nobody knows, for any other vacant dwelling; 0…1.
  public var filling = 0.0
  /// Of being taken down, for a vacant house; 0…1.
  public var demolition = 0.0
  /// Years of vacancy before it can be taken down; at least 1.
  public var demolishedAfter = 1

  /// Rules by which nothing ever happens.
  public init() {}

  /// Chance rules. Those by which people or houses depend on others (see ``leavesOut(_:)``) are not among them.
  public init(_ rules: ChanceRules) {
    death = rules.death
    leavingHome = rules.leavingHome
    successorFrom = rules.successorFrom
    demolishedAfter = max(1, rules.demolitionAfter)
    returning = rules.returning
    care = rules.care
    letting = rules.letting
    filling = rules.filling
    demolition = rules.demolition
  }

  /// Whether these rules hold something that a city is not projected by: partners, births, children who follow their
  /// parents, couples who move together, families that come.
  public static func leavesOut(_ rules: ChanceRules) -> Bool {
    rules.partnering != .never || rules.births != .never || rules.returnWhenParentsGone > 0
      || rules.couplesTogether || rules.familiesAYear != nil
  }

  /// The workshop's rules, as chances of 0 and 1.
  public init(_ rules: Rules) {
    death = rules.deceasedAt.years.map(Hazard.from) ?? .never
    leavingHome = rules.childrenLeaveAt.years.map(Hazard.from) ?? .never
    successorFrom = rules.childrenLeaveAt.years
    letting = rules.reletsRentedUnits ? 1 : 0
    demolition = rules.demolishedAfter.years == nil ? 0 : 1
    demolishedAfter = rules.demolishedAfter.years ?? 1
  }
}

/// Chances as whole numbers that a drawn word is compared with, by age and sex.
///
/// A word is below chance × 2^32 exactly where it is below that product rounded up, so nothing is lost; a chance of 1 is
/// 2^32 itself, which every word is below. They are kept in 64 bits because the lanes of a draw are.
struct Thresholds: Sendable {
  /// A row for men, women and people of unknown sex, each ``row`` long, then a row of zeros.
  let values: [UInt64]

  /// Ages that can be met: the highest in a roster, 100 years on, and the lanes of a draw beyond.
  static let row = Roster.highestAge + 1 + 128
  /// Where the row of zeros begins: for people to whom it cannot happen.
  static let never = 3 * row

  init(_ hazard: Hazard) {
    var values: [UInt64] = []
    values.reserveCapacity(4 * Self.row)
    for sex in [Sex.male, .female, .unknown] {
      for age in 0..<Self.row { values.append(Self.value(of: hazard.chance(age: age, sex: sex))) }
    }
    values += [UInt64](repeating: 0, count: Self.row)
    self.values = values
  }

  /// The whole number for one chance.
  static func value(of chance: Double) -> UInt64 {
    chance >= 1 ? 1 << 32 : chance > 0 ? UInt64((chance * 4_294_967_296).rounded(.up)) : 0
  }

  /// Whether it ever happens to anybody.
  var isNever: Bool { !values.contains { $0 > 0 } }

  /// The highest age at which it can happen to somebody; -1 where it cannot.
  var highestAge: Int {
    (0..<Self.row).last { age in (0..<3).contains { values[$0 * Self.row + age] > 0 } } ?? -1
  }
}
