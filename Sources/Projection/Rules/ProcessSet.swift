import Workshop

/// Every process the engine knows, with the parameters in force.
struct ProcessSet: Sendable, Hashable {
  /// See ``Death``.
  var death: Death
  /// See ``LeavingHome``.
  var leavingHome: LeavingHome
  /// See ``Returning``.
  var returning = Returning()
  /// See ``Care``.
  var care = Care()
  /// See ``Letting``.
  var letting: Letting
  /// See ``Filling``.
  var filling = Filling()
  /// See ``Demolition``.
  var demolition: Demolition

  /// The workshop's rules: every chance 0 or 1.
  init(_ rules: Rules) {
    death = Death(rules.deceasedAt)
    leavingHome = LeavingHome(rules.childrenLeaveAt)
    letting = Letting(rules.reletsRentedUnits)
    demolition = Demolition(rules.demolishedAfter)
  }
}
