import Workshop

/// Households of which the same is known, but for who they are: everything that can be told of one at each horizon, worked
/// out once for all of them.
struct ChancePattern {
  /// The places of its people's parties in ``ChanceNeighbourhood/parties``, in the order of the room.
  let parties: [Int]
  /// By horizon.
  let states: [HouseholdThen]
  /// How many households are like it.
  var times = 0
}

/// What can be told of a household at one horizon.
struct HouseholdThen {
  /// What the dwelling is.
  let stay: DwellingCourses.Stay
  /// The chance that it counts, in the order of ``CountItem/ofDwellings``.
  let counts: [Double]

  /// The chance that it counts.
  func chance(of item: CountItem) -> Double {
    CountItem.ofDwellings.firstIndex(of: item).map { counts[$0] } ?? 0
  }

  /// Works it out for people who do not depend on each other.
  init(_ parties: [PartyThen], site: Site, courses: DwellingCourses, state: Int, horizon: Int, next: Int?) {
    var company = Company()
    var last = LastYears(nobodyAt: horizon, next: next)
    for party in parties {
      company = company.and(party.company)
      last.formLater(party.last)
    }
    var stay = DwellingCourses.Stay()
    last.each { upTo, after, chance in
      stay.add(courses.stay(at: state, upTo: upTo, after: after), chance)
    }
    self.stay = stay
    // Those who live beside a household nobody knows are not told apart as living alone, and so on.
    let isKnown = !site.strangers.contains(horizon)
    counts = CountItem.ofDwellings.map { item in
      switch item {
      case .households: stay.occupied
      case .unknownHouseholds: stay.unknown
      case .livedIn: stay.occupied + stay.unknown
      case .vacant: stay.vacant
      case .dwellings: stay.occupied + stay.unknown + stay.vacant
      case .livingAlone: isKnown ? company.alone : 0
      case .olderLivingAlone: isKnown ? company.olderAlone : 0
      case .elderlyOnly: isKnown ? company.elderlyOnly : 0
      case .nobodyUnder65: isKnown ? company.nobodyUnder65 : 0
      case .likelyVacantNext: stay.empties
      case .withoutDriver: isKnown ? company.withoutDriver : 0
      case .population, .under15, .from15to64, .from65, .from75, .helpers, .unknownAge, .drivers: 0
      }
    }
  }
}

/// A map looked at exactly: its households by pattern, its people by what is known of them.
struct ChanceNeighbourhood {
  /// People of whom the same is known.
  private(set) var parties: [ChanceParty] = []
  /// How many people there are of each of ``parties``.
  private(set) var partyTimes: [Int] = []
  /// Households of which the same is known.
  private(set) var patterns: [ChancePattern] = []
  /// The place of each dwelling's pattern, in the order of the sheet.
  private(set) var places: [Int] = []
  private var knownParties: [PartyKey: Int] = [:]
  private var knownPatterns: [Site: Int] = [:]
  private var courses: [Site: DwellingCourses] = [:]

  private struct PartyKey: Hashable {
    var member: Member
    var standing: YearSet
  }

  /// Works everything out.
  init(_ sites: [Site], rules: ProcessSet, offsets: [Int]) {
    for site in sites {
      let place = pattern(of: site, rules: rules, offsets: offsets)
      patterns[place].times += 1
      for party in patterns[place].parties { partyTimes[party] += 1 }
      places.append(place)
    }
  }

  /// What a ratio at a horizon is the sum of, over all people or all dwellings.
  func parts(of item: RatioItem, at state: Int) -> [RatioChances.Part] {
    func ofPeople(_ fraction: (Heads) -> Fraction) -> [RatioChances.Part] {
      zip(parties, partyTimes).map { party, times in
        var sum = ChanceSum<Fraction>()
        for (heads, chance) in party.states[state].heads { sum.add(fraction(heads), chance) }
        return RatioChances.Part(ways: sum.all, times: times)
      }
    }
    /// Of the chances that a dwelling is among those asked for, is among the others, and is in no denominator.
    func ofDwellings(
      _ chances: (HouseholdThen) -> (over: Double, rest: Double, none: Double)
    ) -> [RatioChances.Part] {
      patterns.map { pattern in
        let (over, rest, none) = chances(pattern.states[state])
        let ways: [(value: Fraction, chance: Double)] = [
          (Fraction(over: 1, under: 1), over), (Fraction(over: 0, under: 1), rest),
          (Fraction(over: 0, under: 0), none),
        ]
        return RatioChances.Part(ways: ways.filter { $0.chance > 0 }, times: pattern.times)
      }
    }
    switch item {
    case .meanAge: return ofPeople(\.meanAge)
    case .ageingRate: return ofPeople(\.ageing)
    case .helpersPer75: return ofPeople(\.help)
    case .vacancyRate:
      return ofDwellings { then in
        (then.stay.vacant, then.stay.occupied + then.stay.unknown, then.stay.absent)
      }
    case .withoutDriverRate:
      return ofDwellings { then in
        let driverless = then.chance(of: .withoutDriver)
        let occupied = then.stay.occupied
        // What is left of 0 by rounding is none.
        let rest = occupied - driverless < 1e-15 ? 0 : occupied - driverless
        return (driverless, rest, then.stay.unknown + then.stay.vacant + then.stay.absent)
      }
    }
  }

  private mutating func pattern(of site: Site, rules: ProcessSet, offsets: [Int]) -> Int {
    var plain = site
    (plain.id, plain.said) = ("", [])
    for index in plain.members.indices { plain.members[index].forgetWho() }
    if let known = knownPatterns[plain] { return known }
    let people = plain.members.map { party($0, in: plain, rules: rules, offsets: offsets) }
    let found = people.map { parties[$0] }
    let courses = courses(of: plain, rules: rules, offsets: offsets)
    let states = offsets.indices.map { index in
      HouseholdThen(
        found.map { $0.states[index] }, site: plain, courses: courses, state: index, horizon: offsets[index],
        next: index + 1 < offsets.count ? offsets[index + 1] : nil)
    }
    patterns.append(ChancePattern(parties: people, states: states))
    knownPatterns[plain] = patterns.count - 1
    return patterns.count - 1
  }

  private mutating func party(_ member: Member, in site: Site, rules: ProcessSet, offsets: [Int]) -> Int {
    let key = PartyKey(member: member, standing: site.standing)
    if let known = knownParties[key] { return known }
    parties.append(ChanceParty(member, in: site, rules: rules, offsets: offsets))
    partyTimes.append(0)
    knownParties[key] = parties.count - 1
    return parties.count - 1
  }

  private mutating func courses(of site: Site, rules: ProcessSet, offsets: [Int]) -> DwellingCourses {
    var empty = site
    empty.members = []
    if let known = courses[empty] { return known }
    let found = DwellingCourses(empty, rules: rules, offsets: offsets)
    courses[empty] = found
    return found
  }
}

extension Member {
  /// Leaves only what matters for chances.
  fileprivate mutating func forgetWho() {
    (id, occupation, family) = ("", nil, 0)
    partner?.id = ""
    for index in byAge.indices { byAge[index].partner?.id = "" }
  }
}
