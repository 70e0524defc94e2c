import Workshop

/// Who counts as somebody who can drive a car.
///
/// No process: nothing happens by it to anybody, it is a way of counting. Nobody at the table was asked for a licence, so
/// everybody of ``Workshop/Rules/drivesFrom`` or over counts as able to drive until the rule has them give it up; where it is off,
/// as long as they are here. Of somebody whose age nobody knows neither is said.
struct Driving: Sendable, Hashable {
  /// The age from which nobody drives any more; nil where the rule is off.
  var until: Int?

  /// Whether somebody of this age is known to be able to drive.
  func isOpen(to age: Int?) -> Bool {
    guard let age, age >= Rules.drivesFrom else { return false }
    return until.map { age < $0 } ?? true
  }
}
