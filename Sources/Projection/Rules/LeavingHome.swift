import Workshop

/// A child leaves home.
struct LeavingHome: Sendable, Hashable {
  /// The yearly chance by age and sex.
  var hazard: Hazard
  /// A child that is this old when it is first seen here is the successor and stays; nil: no such age.
  var successorFrom: Int?

  /// By these chances.
  init(hazard: Hazard, successorFrom: Int?) {
    self.hazard = hazard
    self.successorFrom = successorFrom
  }

  /// The workshop's rule.
  init(_ rule: Threshold) {
    hazard = rule.years.map(Hazard.from) ?? .never
    successorFrom = rule.years
  }

  /// Whether the rule looks at somebody who becomes a resident at `age`: at a child or a grandchild, younger
  /// than the age from which a child is taken to be the successor.
  func looksAt(_ relation: Relation, age: Int?) -> Bool {
    guard relation == .child || relation == .grandchild, let age else { return false }
    return successorFrom.map { age < $0 } ?? true
  }

  /// The chance in the year in which the child is `age`.
  func chance(age: Int?, sex: Sex) -> Double { hazard.chance(age: age, sex: sex) }
}
