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
/// 2^32 itself, which every word is below. They are kept in 64 bits because the lanes of a draw are, and in four strips, each
/// of every fourth age, because a lane holds every fourth year.
struct Thresholds: Sendable {
  /// A row for men, women and people of unknown sex, each ``row`` long, then a row of zeros.
  let values: [UInt64]
  /// The ages from the first to the last at which it can happen to somebody; nil where it never does.
  let ages: ClosedRange<Int>?

  /// How many ages a row holds: the highest in a roster, 100 years on, the years of a draw beyond, and ``before``.
  static let row = 4 * strip
  /// How long a strip is.
  static let strip = 72
  /// How many ages below 0 a row begins, for the years of a block that lie before the first one asked for.
  static let before = 4
  /// Where the row of zeros begins: for people to whom it cannot happen.
  static let never = 3 * row

  /// Those of a hazard.
  init(_ hazard: Hazard) {
    self.init { age, sex in age < 0 ? 0 : Self.value(of: hazard.chance(age: age, sex: sex)) }
  }

  /// Those of a chance that depends on something else, such as years of vacancy.
  init(_ value: (_ age: Int, _ sex: Sex) -> UInt64) {
    var values = [UInt64](repeating: 0, count: 4 * Self.row)
    var (first, last) = (Int.max, Int.min)
    for (number, sex) in [Sex.male, .female, .unknown].enumerated() {
      for age in -Self.before..<Self.row - Self.before {
        let value = value(age, sex)
        values[number * Self.row + Self.place(age)] = value
        if value > 0 { (first, last) = (min(first, age), max(last, age)) }
      }
    }
    self.values = values
    ages = first <= last ? first...last : nil
  }

  /// The place of an age in a row.
  @inline(__always)
  static func place(_ age: Int) -> Int {
    let index = age &+ before
    return (index & 3) &* strip &+ index &>> 2
  }

  /// The whole number for one chance.
  static func value(of chance: Double) -> UInt64 {
    chance >= 1 ? 1 << 32 : chance > 0 ? UInt64((chance * 4_294_967_296).rounded(.up)) : 0
  }

  /// Whether it happens to somebody of this row and age who drew this word.
  func happens(_ word: UInt32, row: Int, age: Int) -> Bool { UInt64(word) < values[row + Self.place(age)] }

  /// Whether it can happen at this age.
  func canHappen(row: Int, age: Int) -> Bool { values[row + Self.place(age)] > 0 }
}
