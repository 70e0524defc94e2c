import Workshop

/// Something of the base case, and the same of a scenario.
struct Both<Value: Sendable & Hashable>: Sendable, Hashable {
  /// In the base case.
  var base: Value
  /// In the scenario.
  var scenario: Value
}

/// One way of somebody through the years, with that of the partner who comes to them on it.
struct Stay: Sendable {
  let own: Path
  let partner: Path?

  /// What is to be seen of the two in a dwelling.
  func seen(horizon: Int, next: Int?, _ driving: Driving) -> Seen {
    let seen = Seen(own, horizon: horizon, next: next, driving)
    return partner.map { seen.and(Seen($0, horizon: horizon, next: next, driving)) } ?? seen
  }

  /// Those of the two who are here at the end of a year.
  func heads(at offset: Int, _ driving: Driving) -> Heads {
    own.heads(at: offset, driving) + (partner?.heads(at: offset, driving) ?? Heads())
  }
}

extension Party {
  /// Every way of the two where the one drawn has the age of ``paths`` at `index`.
  func stays(_ index: Int) -> [Stay] {
    let own = paths[index]
    let theirs = partner?.ways[index] ?? []
    return theirs.isEmpty ? [Stay(own: own, partner: nil)] : theirs.map { Stay(own: own, partner: $0) }
  }

  /// Their way in the point estimate.
  var pointStay: Stay { Stay(own: pointPaths.member, partner: pointPaths.partner) }
}

/// One person, and the partner they bring, in the base case and in a scenario. Who is there in one case only is
/// nobody in the other.
///
/// Somebody is the same in both where id and ages are: then one age is theirs in both. A family that a scenario has
/// moving in with other ages, or a partner said to come at another age, is somebody else.
struct Twin: Sendable {
  let base: Party?
  let scenario: Party?
  /// Whether the partners, too, are one person, where they are of the same ages.
  private let sharePartner: Bool

  private init(base: Party?, scenario: Party?) {
    self.base = base
    self.scenario = scenario
    sharePartner = base?.partner != nil && base?.partner?.member.id == scenario?.partner?.member.id
  }

  /// Everybody of a dwelling in either case.
  static func all(_ base: [Party], _ scenario: [Party]) -> [Twin] {
    var rest = base
    var twins = scenario.map { party in
      let place = rest.firstIndex { $0.member.id == party.member.id && $0.member.ages == party.member.ages }
      return Twin(base: place.map { rest.remove(at: $0) }, scenario: party)
    }
    twins += rest.map { Twin(base: $0, scenario: nil) }
    return twins
  }

  /// Every pair of values that some choice of the ages gives; `value` is asked of nil for somebody who is not there, and
  /// told who can drive in that case.
  func ways<Value: Sendable & Hashable>(
    _ value: (Stay?, Driving) -> Value, _ driving: Both<Driving>
  ) -> Set<Both<Value>> {
    var ways = Set<Both<Value>>()
    for index in (base ?? scenario)?.paths.indices ?? 0..<0 {
      let (stays, others) = (base?.stays(index), scenario?.stays(index))
      let ours = stays?.map { value($0, driving.base) } ?? [value(nil, driving.base)]
      let theirs = others?.map { value($0, driving.scenario) } ?? [value(nil, driving.scenario)]
      if sharePartner && stays?.map(\.partner?.age) == others?.map(\.partner?.age) {
        for (own, other) in zip(ours, theirs) { ways.insert(Both(base: own, scenario: other)) }
      } else {
        let others = Set(theirs)
        for own in Set(ours) {
          for other in others { ways.insert(Both(base: own, scenario: other)) }
        }
      }
    }
    return ways
  }

  /// The values of the point estimates.
  func point<Value: Sendable & Hashable>(
    _ value: (Stay?, Driving) -> Value, _ driving: Both<Driving>
  ) -> Both<Value> {
    Both(
      base: value(base?.pointStay, driving.base), scenario: value(scenario?.pointStay, driving.scenario))
  }
}
