/// A rented dwelling that has emptied is taken by a household nobody knows.
///
/// Asked each year from the year after the one in which it emptied. A rented dwelling that was vacant on the
/// sheet has not emptied: it stays as the table drew it.
struct Letting: Sendable, Hashable {
  /// The yearly chance.
  var yearly: Double

  /// By this chance.
  init(yearly: Double) { self.yearly = yearly }

  /// The workshop's rule: for certain in the next year, or never.
  init(_ relets: Bool) { yearly = relets ? 1 : 0 }
}
