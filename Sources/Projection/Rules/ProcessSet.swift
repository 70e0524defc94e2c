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
  /// See ``Partnering``.
  var partnering = Partnering()
  /// See ``Births``.
  var births = Births()
  /// See ``FollowingParents``.
  var followingParents = FollowingParents()
  /// See ``CouplesTogether``.
  var couplesTogether = CouplesTogether()
  /// See ``Families``.
  var families = Families()
  /// See ``Driving``.
  var driving = Driving()

  /// The workshop's rules: every chance 0 or 1.
  init(_ rules: Rules) {
    death = Death(rules.deceasedAt)
    leavingHome = LeavingHome(rules.childrenLeaveAt)
    letting = Letting(rules.reletsRentedUnits)
    demolition = Demolition(rules.demolishedAfter)
    driving = Driving(until: rules.drivesUntil.years)
  }

  /// Chance rules.
  init(_ rules: ChanceRules) {
    death = Death(hazard: rules.death)
    leavingHome = LeavingHome(hazard: rules.leavingHome, successorFrom: rules.successorFrom)
    returning = Returning(hazard: rules.returning)
    care = Care(hazard: rules.care)
    letting = Letting(yearly: rules.letting)
    filling = Filling(yearly: rules.familiesAYear == nil ? rules.filling : 0)
    demolition = Demolition(yearly: rules.demolition, after: rules.demolitionAfter)
    partnering = Partnering(hazard: rules.partnering)
    births = Births(hazard: rules.births, boys: rules.boys)
    followingParents = FollowingParents(chance: rules.returnWhenParentsGone)
    couplesTogether = CouplesTogether(isOn: rules.couplesTogether)
    families = Families(yearly: rules.familiesAYear)
    driving = Driving(until: rules.drivesUntil)
  }

  /// Whether what becomes of somebody may depend on the others in the house.
  var haveTies: Bool {
    partnering.hazard != .never || births.hazard != .never || followingParents.chance > 0
      || couplesTogether.isOn
  }
}
