import Workshop

/// Somebody and the partner they are said to bring, with every way the two may go, looked at at each horizon.
///
/// Who they are does not matter, only what is known of them: people of whom the same is known share one of these.
struct ChanceParty: Sendable {
  /// What can be told at each horizon.
  let states: [PartyThen]

  /// Follows the two through the years, and looks at them at `offsets` (ascending).
  init(_ member: Member, in site: Site, rules: ProcessSet, offsets: [Int]) {
    let last = offsets.last ?? 0
    let ways = Ways(member, in: site, rules: rules, through: last).all
    let partners = PartnerWays(of: member, ways, in: site, rules: rules, through: last)
    states = offsets.indices.map { index in
      let next = index + 1 < offsets.count ? offsets[index + 1] : nil
      var then = PartyThen(horizon: offsets[index], next: next, rules.driving)
      for way in ways {
        let others = partners.ways(for: way)
        if others.isEmpty { then.add(way, nil, chance: way.chance) }
        for other in others { then.add(way, other, chance: way.chance * other.chance) }
      }
      then.finish()
      return then
    }
  }
}

/// The ways of the partner somebody is said to bring.
struct PartnerWays {
  /// By the age of the one who brings them; all under nil where it makes no difference.
  private var byAge: [Int?: [Way]] = [:]
  private let makesDifference: Bool

  /// Follows whoever comes on one of `ways`.
  init(of member: Member, _ ways: [Way], in site: Site, rules: ProcessSet, through last: Int) {
    let hasSameAge = member.ages != nil && member.variants.contains { $0.partner?.hasSameAge == true }
    makesDifference = hasSameAge || !member.byAge.isEmpty
    var walked: (member: Member, ways: [Way])?
    for way in ways {
      let bringing = member.aged(way.age)
      guard let entry = way.partnerComes, let partner = bringing.partner, byAge[key(way)] == nil else {
        continue
      }
      let arriving = bringing.partnerMember(partner, entry: entry, base: site.base)
      if walked?.member != arriving {
        walked = (arriving, Ways(arriving, in: site, rules: rules, through: last).all)
      }
      var theirs = walked?.ways ?? []
      if partner.hasSameAge && way.age != nil {
        // A partner who is as old as somebody is given that age: what is left of the chance is that of the way.
        theirs = theirs.filter { $0.age == way.age }
        let whole = theirs.reduce(0) { $0 + $1.chance }
        for index in theirs.indices { theirs[index].chance /= whole }
      }
      byAge[key(way)] = theirs
    }
  }

  private func key(_ way: Way) -> Int? { makesDifference ? way.age : nil }

  /// How the partner may go where somebody goes this way; nobody where none comes.
  func ways(for way: Way) -> [Way] { way.partnerComes == nil ? [] : byAge[key(way)] ?? [] }
}

/// What can be told of somebody, and of the partner they bring, at one horizon.
struct PartyThen: Sendable {
  /// The chance that the member is here.
  private(set) var member = 0.0
  /// The chance that the partner is here.
  private(set) var partner = 0.0
  /// What they are counted as, with chances.
  private(set) var heads: [(value: Heads, chance: Double)] = []
  /// Who is here, with chances.
  private(set) var company = Company()
  /// When they were last here, with chances.
  private(set) var last: LastYears

  private let horizon: Int
  private let next: Int?
  private let driving: Driving
  private var sum = ChanceSum<Heads>()

  /// Nobody yet.
  init(horizon: Int, next: Int?, _ driving: Driving) {
    (self.horizon, self.next, self.driving) = (horizon, next, driving)
    last = LastYears(horizon: horizon, next: next)
    company = Company(nobody: 0)
  }

  /// Adds one way they may go.
  mutating func add(_ way: Way, _ other: Way?, chance: Double) {
    let isHere = way.presence.contains(horizon)
    let otherIsHere = other?.presence.contains(horizon) ?? false
    if isHere { member += chance }
    if otherIsHere { partner += chance }
    var found = isHere ? Heads(age: way.age.map { $0 + horizon }, driving) : Heads()
    var kind = isHere ? Company.kind(of: way.age.map { $0 + horizon }, driving) : 0
    if let other, otherIsHere {
      let age = other.age.map { $0 + horizon }
      found = found + Heads(age: age, driving)
      kind = Company.both(kind, Company.kind(of: age, driving))
    }
    sum.add(found, chance)
    company.add(kind, chance)
    last.add(other.map { way.presence.union($0.presence) } ?? way.presence, chance)
  }

  /// Everybody has been added.
  mutating func finish() {
    heads = sum.all
    sum = ChanceSum()
    // Chances that add up to 1 may miss it by the last bits.
    (member, partner) = (min(1, member), min(1, partner))
    last.accumulate()
  }
}
