import Workshop

/// The chance, in one year, that something happens to somebody of an age and a sex.
///
/// A workshop rule is the case whose chances are 0 and 1: "85 counts as deceased" is ``from(_:)`` 85.
public enum Hazard: Sendable, Hashable {
  /// It never happens.
  case never
  /// It happens for certain from this age on, and never below it.
  case from(Int)
  /// By age, from age 0; the last value holds for every age beyond. One list a sex.
  case table(male: [Double], female: [Double])
  /// The same chance at every age between these, both included, and none outside.
  case between(ClosedRange<Int>, Double)

  /// The chance in the year in which somebody is `age` at its end; 0…1.
  ///
  /// Of an age nobody knows, nothing is foreseen: 0. Of a sex nobody knows, the mean of the two.
  public func chance(age: Int?, sex: Sex) -> Double {
    guard let age else { return 0 }
    switch self {
    case .never:
      return 0
    case .from(let limit):
      return age >= limit ? 1 : 0
    case .table(let male, let female):
      return switch sex {
      case .male: Self.value(male, at: age)
      case .female: Self.value(female, at: age)
      case .unknown: (Self.value(male, at: age) + Self.value(female, at: age)) / 2
      }
    case .between(let ages, let chance):
      return ages.contains(age) ? chance : 0
    }
  }

  private static func value(_ table: [Double], at age: Int) -> Double {
    guard age >= 0, let last = table.last else { return 0 }
    return age < table.count ? table[age] : last
  }
}
