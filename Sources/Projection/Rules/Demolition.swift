import Workshop

/// A vacant house is taken down and leaves an empty lot.
///
/// What the table said comes first: a house to which somebody is still said to come, or of which the table
/// said when it is built or demolished, is not taken down before then. An apartment block is taken down as
/// a whole, when every one of its units has been vacant that long.
struct Demolition: Sendable, Hashable {
  /// The yearly chance once the house has been vacant ``after`` years.
  var yearly: Double
  /// Years of vacancy before it can happen.
  var after: Int

  /// By this chance.
  init(yearly: Double, after: Int) {
    self.yearly = yearly
    self.after = after
  }

  /// The workshop's rule: for certain after a number of years, or never.
  init(_ rule: Threshold) {
    yearly = rule.years == nil ? 0 : 1
    after = rule.years ?? 0
  }

  /// The chance in the year in which the house has been vacant for `years`.
  func chance(vacantFor years: Int) -> Double { years >= after ? yearly : 0 }
}
