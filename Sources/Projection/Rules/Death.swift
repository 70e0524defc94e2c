import Workshop

/// Counting as deceased.
///
/// The engine asks from the first year after the base year (or after the year of arrival) on, so nobody whom
/// the table itself drew is removed in the year of the drawing. People who live away are asked too: somebody
/// who counts as deceased by then does not come back.
struct Death: Sendable, Hashable {
  /// The yearly chance by age and sex.
  var hazard: Hazard

  /// By these chances.
  init(hazard: Hazard) { self.hazard = hazard }

  /// The workshop's rule.
  init(_ rule: Threshold) { hazard = rule.years.map(Hazard.from) ?? .never }

  /// The chance in the year in which somebody is `age`.
  func chance(age: Int?, sex: Sex) -> Double { hazard.chance(age: age, sex: sex) }
}
