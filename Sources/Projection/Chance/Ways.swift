import Workshop

/// One of the ways a person may go through the years, with its chance.
struct Way: Sendable {
  /// The age as of the base year; nil where nobody knows.
  var age: Int?
  /// The years at whose end they live here.
  var presence: YearSet
  /// The year in which their partner comes.
  var partnerComes: Int?
  /// The chance of this way.
  var chance: Double
}

/// Every way of a person, in a fixed order; the chances add up to 1.
///
/// An age inside a band is taken to be each of its ages with the same chance.
struct Ways: Sendable {
  /// The ways.
  let all: [Way]

  private struct Spot: Hashable {
    var state: PersonState
    var presence: YearSet
    var partnerComes: Int?
  }

  /// Follows `member` of `site` through the years up to `last`.
  init(_ member: Member, in site: Site, rules: ProcessSet, through last: Int) {
    let ages: [Int?] = member.ages.map { $0.range.map { $0 } } ?? [nil]
    all = ages.flatMap { age in
      Self.follow(member.aged(age), age: age, in: site, rules: rules, through: last).map { spot, chance in
        Way(
          age: age, presence: spot.presence, partnerComes: spot.partnerComes,
          chance: chance / Double(ages.count))
      }
    }
  }

  private static func follow(
    _ member: Member, age: Int?, in site: Site, rules: ProcessSet, through last: Int
  ) -> [(Spot, Double)] {
    var spots = [(Spot(state: PersonState(), presence: YearSet(), partnerComes: nil), 1.0)]
    // Those who are gone for good: nothing that happens to them is seen from here.
    var gone = ChanceSum<Spot>()
    for offset in stride(from: member.entry, through: last, by: 1) {
      var next: [(Spot, Double)] = []
      // Where each spot stands in `next`: a dictionary alone would lose the order, and with it the last bits.
      var places: [Spot: Int] = [:]
      for (spot, chance) in spots {
        Branching.each { chooser -> Spot in
          var spot = spot
          let what = spot.state.step(
            member, offset: offset, age: age.map { $0 + offset }, stands: site.standing.contains(offset),
            bonds: [], rules: rules, chooser: &chooser)
          if what.contains(.broughtPartner) { spot.partnerComes = offset }
          if spot.state.place == .here { spot.presence.insert(offset) }
          return spot
        } found: { spot, share in
          guard share > 0 else { return }
          if Self.isGone(spot.state, member, after: offset, rules: rules) {
            var spot = spot
            spot.state = PersonState()
            gone.add(spot, chance * share)
          } else if let place = places[spot] {
            next[place].1 += chance * share
          } else {
            places[spot] = next.count
            next.append((spot, chance * share))
          }
        }
      }
      spots = next
    }
    return gone.all.map { ($0.value, $0.chance) } + spots
  }

  private static func isGone(
    _ state: PersonState, _ member: Member, after offset: Int, rules: ProcessSet
  ) -> Bool {
    switch state.place {
    case .here: false
    case .deceased: true
    case .elsewhere:
      !state.isComing && rules.returning.hazard == .never && !member.itinerary.hasArrival(from: offset + 1)
    case .inCare: !state.isComing && !member.itinerary.hasArrival(from: offset + 1)
    }
  }
}
