import Workshop

/// Somebody drawn as living away comes back without the table having said so. The workshop's rule: never.
struct Returning: Sendable, Hashable {
  /// The yearly chance by age and sex.
  var hazard: Hazard = .never

  /// The chance in the year in which the person is `age`.
  func chance(age: Int?, sex: Sex) -> Double { hazard.chance(age: age, sex: sex) }
}
