import Workshop

/// Somebody and the partner they are said to bring, with every way the two may go.
///
/// Who they are does not matter, only what is known of them: people of whom the same is known share one of these, and
/// what was worked out once is kept.
final class ChanceParty {
  private let ways: Ways
  /// The partner's ways once they come; nil where no partner ever does.
  private let partner: Ways?
  private let hasSameAge: Bool
  private var knownSeen: [Int: [(value: Seen, chance: Double)]] = [:]
  private var knownHeads: [Int: [(value: Heads, chance: Double)]] = [:]

  /// Follows the two through the years up to `last`.
  init(_ member: Member, in site: Site, rules: ProcessSet, through last: Int) {
    ways = Ways(member, in: site, rules: rules, through: last)
    hasSameAge = member.partner?.hasSameAge == true && member.ages != nil
    if let partner = member.partner, let entry = ways.all.lazy.compactMap(\.partnerComes).first {
      let arriving = member.partnerMember(partner, entry: entry, base: site.base)
      self.partner = Ways(arriving, in: site, rules: rules, through: last)
    } else {
      partner = nil
    }
  }

  /// The partner's ways that go with a way of the member, with their chances given it.
  private func partners(of way: Way) -> [Way] {
    guard let partner, way.partnerComes != nil else { return [] }
    guard hasSameAge else { return partner.all }
    let same = partner.all.filter { $0.age == way.age }
    let whole = same.map(\.chance).reduce(0, +)
    return same.map { other in
      var other = other
      other.chance /= whole
      return other
    }
  }

  /// Adds up chances over what the two may be taken for, in the order it is first met.
  private func collapsed<Value: Hashable>(
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

  /// What is kept of the two when outcomes at a horizon are looked for.
  func seen(at horizon: Int, next: Int?) -> [(value: Seen, chance: Double)] {
    if let known = knownSeen[horizon] { return known }
    let found = collapsed(
      { Seen(presence: $0.presence, age: $0.age, horizon: horizon, next: next) }, and: { $0.and($1) })
    knownSeen[horizon] = found
    return found
  }

  /// What the two are counted as at the end of a year.
  func heads(at offset: Int) -> [(value: Heads, chance: Double)] {
    if let known = knownHeads[offset] { return known }
    let found = collapsed(
      { $0.presence.contains(offset) ? Heads(age: $0.age.map { $0 + offset }) : Heads() }, and: +)
    knownHeads[offset] = found
    return found
  }

  /// The chance that the member, and that the partner, is here at the end of a year.
  func here(at offset: Int) -> (member: Double, partner: Double) {
    // Chances that add up to 1 may miss it by the last bits.
    func chance(_ ways: [Way]) -> Double {
      min(1, ways.filter { $0.presence.contains(offset) }.map(\.chance).reduce(0, +))
    }
    guard partner != nil else { return (chance(ways.all), 0) }
    return (chance(ways.all), min(1, ways.all.map { $0.chance * chance(partners(of: $0)) }.reduce(0, +)))
  }
}

/// Keeps what was worked out once, for people and dwellings of which the same is known.
struct ChanceMemory {
  private var parties: [PartyKey: ChanceParty] = [:]
  private var sites: [Site: Int] = [:]
  private var stays: [StayKey: [(value: DwellingChances.Stay, chance: Double)]] = [:]

  private struct PartyKey: Hashable {
    var member: Member
    var standing: YearSet
  }

  private struct StayKey: Hashable {
    var site: Int
    var presence: YearSet
    var horizon: Int
  }

  /// Nothing yet.
  init() {}

  /// Everybody of a dwelling.
  mutating func parties(of site: Site, rules: ProcessSet, through last: Int) -> [ChanceParty] {
    site.members.map { member in
      var anybody = member
      (anybody.id, anybody.occupation) = ("", nil)
      anybody.partner?.id = ""
      let key = PartyKey(member: anybody, standing: site.standing)
      if let known = parties[key] { return known }
      let party = ChanceParty(member, in: site, rules: rules, through: last)
      parties[key] = party
      return party
    }
  }

  /// A number that two dwellings share of which, but for their people, the same is known.
  mutating func kind(of site: Site) -> Int {
    var any = site
    (any.id, any.members, any.said) = ("", [], [])
    let number = sites[any] ?? sites.count
    sites[any] = number
    return number
  }

  /// What was found, or what `find` finds now.
  mutating func stays(
    _ kind: Int, presence: YearSet, horizon: Int,
    find: () -> [(value: DwellingChances.Stay, chance: Double)]
  ) -> [(value: DwellingChances.Stay, chance: Double)] {
    let key = StayKey(site: kind, presence: presence, horizon: horizon)
    if let known = stays[key] { return known }
    let found = find()
    stays[key] = found
    return found
  }
}
