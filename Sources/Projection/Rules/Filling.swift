/// A vacant house that is not let is taken by a household nobody knows. The workshop's rule: never.
struct Filling: Sendable, Hashable {
  /// The yearly chance.
  var yearly: Double = 0
}
