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
      Self.follow(member, age: age, in: site, rules: rules, through: last).map { spot, chance in
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
            isTaken: false, rules: rules, chooser: &chooser)
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

/// Somebody and the partner they are said to bring, with every way the two may go.
struct ChanceParty: Sendable {
  /// The one drawn on the sheet, or moving in.
  let member: Member
  /// The member's ways.
  let ways: Ways
  /// The partner as a member, and the partner's ways once they come; nil where no partner ever does.
  let partner: (member: Member, ways: Ways)?

  /// Follows the two.
  init(_ member: Member, in site: Site, rules: ProcessSet, through last: Int) {
    self.member = member
    ways = Ways(member, in: site, rules: rules, through: last)
    guard let partner = member.partner, let entry = ways.all.lazy.compactMap(\.partnerComes).first else {
      self.partner = nil
      return
    }
    let arriving = member.partnerMember(partner, entry: entry, base: site.base)
    self.partner = (arriving, Ways(arriving, in: site, rules: rules, through: last))
  }

  /// The partner's ways that go with a way of the member, with their chances given it.
  private func partners(of way: Way) -> [Way] {
    guard let partner, way.partnerComes != nil else { return [] }
    guard member.partner?.hasSameAge == true, way.age != nil else { return partner.ways.all }
    let same = partner.ways.all.filter { $0.age == way.age }
    let whole = same.map(\.chance).reduce(0, +)
    return same.map { other in
      var other = other
      other.chance /= whole
      return other
    }
  }

  /// Adds up chances over what the two may be taken for, in the order it is first met.
  func collapsed<Value: Hashable>(
    _ value: (Way) -> Value, and: (Value, Value) -> Value
  ) -> [(value: Value, chance: Double)] {
    var sum = ChanceSum<Value>()
    for way in ways.all {
      let (own, others) = (value(way), partners(of: way))
      if others.isEmpty { sum.add(own, way.chance) }
      for other in others { sum.add(and(own, value(other)), way.chance * other.chance) }
    }
    return sum.all
  }

  /// The chance that the member, and that the partner, is here at the end of a year.
  func here(at offset: Int) -> [(id: String, chance: Double)] {
    func chance(_ ways: [Way]) -> Double {
      // Chances that add up to 1 may miss it by the last bits.
      min(1, ways.filter { $0.presence.contains(offset) }.map(\.chance).reduce(0, +))
    }
    var found = [(member.id, chance(ways.all))]
    if let partner {
      found.append((partner.member.id, ways.all.map { $0.chance * chance(partners(of: $0)) }.reduce(0, +)))
    }
    return found
  }
}

/// Chances added up by value, in the order in which the values were first met.
struct ChanceSum<Value: Hashable> {
  /// The values with their chances.
  private(set) var all: [(value: Value, chance: Double)] = []
  private var places: [Value: Int] = [:]

  /// Nothing yet.
  init() {}

  /// Adds to the chance of a value.
  mutating func add(_ value: Value, _ chance: Double) {
    if let place = places[value] {
      all[place].chance += chance
    } else {
      places[value] = all.count
      all.append((value, chance))
    }
  }
}
