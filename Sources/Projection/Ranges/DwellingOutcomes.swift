import Workshop

/// What can be told of a dwelling at a horizon, and of the next, for one choice of everybody's age.
struct DwellingOutcome: Sendable, Hashable {
  /// Looked at by itself: ``DwellingStatus/absent`` where ``hasFallen``.
  var status: DwellingStatus
  /// Whether it is taken down by rule, if the rest of its house is.
  var hasFallen: Bool
  /// One known person lives here alone.
  var isAlone = false
  /// That person is 65 or more.
  var isOlderAlone = false
  /// Everybody is known to be 65 or more.
  var isElderlyOnly = false
  /// Somebody is 65 or more, nobody is known to be younger.
  var hasNobodyUnder65 = false
  /// Nobody is known to be able to drive, and of nobody it is open.
  var isWithoutDriver = false
  /// Lived in here, and vacant, or taken down by rule, at the next horizon.
  var emptiesByNext = false
  /// Taken down by rule by the next horizon, looked at by itself.
  var fallsByNext = false
}

/// Every outcome that some choice of exact ages leads to, found without trying all choices.
///
/// The people of a dwelling are looked at one after another. Of those seen so far only that is kept which the
/// outcome can depend on: the trace of the years in which somebody was here, whether nobody, one or more are
/// here, and whether among them is somebody under 65, of 65 or more, of an age nobody knows, somebody who can drive. So the work grows
/// with the number of people, not with the number of combinations of their ages.
struct DwellingOutcomes: Sendable {
  /// Every outcome, without order.
  let all: Set<DwellingOutcome>
  /// The outcome of the point estimate.
  let point: DwellingOutcome

  /// The outcomes of `site` at `horizon`, looking at `next` too where there is one.
  ///
  /// - Parameter course: What becomes of the dwelling in the point estimate.
  init(_ site: Site, parties: [Party], course: Course, horizon: Int, next: Int?, rules: ProcessSet) {
    var pointSeen = Seen()
    for party in parties {
      let own = party.pointPaths
      pointSeen = pointSeen.and(Seen(own.member, horizon: horizon, next: next, rules.driving))
      if let partner = own.partner {
        pointSeen = pointSeen.and(Seen(partner, horizon: horizon, next: next, rules.driving))
      }
    }
    point = Self.outcome(pointSeen, site: site, course: course, horizon: horizon, next: next)
    if parties.allSatisfy(\.isCertain) {
      all = [point]
      return
    }
    var seen: Set<Seen> = [Seen()]
    for party in parties {
      let ways = Self.ways(of: party, horizon: horizon, next: next, rules.driving)
      var grown = Set<Seen>()
      for some in seen {
        for way in ways { grown.insert(some.and(way)) }
      }
      seen = grown
    }
    var outcomes = Set<DwellingOutcome>()
    var courses: [Trace: Course] = [:]
    for some in seen {
      let trace = Trace(presence: some.trace(horizon: horizon), arrival: some.arrivalAtAge)
      let course =
        courses[trace]
        ?? Course(
          site.spokenFor(until: trace.arrival), presence: trace.presence, rules: rules,
          through: next ?? horizon)
      courses[trace] = course
      outcomes.insert(Self.outcome(some, site: site, course: course, horizon: horizon, next: next))
    }
    all = outcomes
  }

  /// What the dwelling's own way depends on.
  private struct Trace: Hashable {
    var presence: YearSet
    var arrival: Int
  }

  private static func ways(
    of party: Party, horizon: Int, next: Int?, _ driving: Driving
  ) -> Set<Seen> {
    guard let partner = party.partner else {
      return Set(party.paths.map { Seen($0, horizon: horizon, next: next, driving) })
    }
    var ways = Set<Seen>()
    for (path, theirs) in zip(party.paths, partner.ways) {
      let own = Seen(path, horizon: horizon, next: next, driving)
      if theirs.isEmpty { ways.insert(own) }
      for other in theirs { ways.insert(own.and(Seen(other, horizon: horizon, next: next, driving))) }
    }
    return ways
  }

  private static func outcome(
    _ seen: Seen, site: Site, course: Course, horizon: Int, next: Int?
  ) -> DwellingOutcome {
    DwellingOutcome(
      seen, in: site, status: course.status(at: horizon), hasFallen: course.hasFallen(by: horizon),
      horizon: horizon, next: next.map { (course.status(at: $0), course.hasFallen(by: $0)) })
  }
}

extension DwellingOutcome {
  /// What can be told of a dwelling, from who was seen there and what it is at the horizon and at the next.
  init(
    _ seen: Seen, in site: Site, status: DwellingStatus, hasFallen: Bool, horizon: Int,
    next: (status: DwellingStatus, hasFallen: Bool)?
  ) {
    self.init(status: status, hasFallen: hasFallen)
    if status == .occupied && !site.strangers.contains(horizon) {
      isAlone = seen.here == 1
      isOlderAlone = seen.here == 1 && seen.hasFrom65
      hasNobodyUnder65 = seen.hasFrom65 && !seen.hasUnder65
      isElderlyOnly = hasNobodyUnder65 && !seen.hasUnknownAge
      isWithoutDriver = seen.here > 0 && !seen.hasDriver && !seen.hasUnknownAge
    }
    if let next {
      fallsByNext = next.hasFallen
      let isLivedIn = status == .occupied || status == .unknown
      emptiesByNext = isLivedIn && (next.status == .vacant || fallsByNext)
    }
  }

  /// How much it adds to a count of dwellings, its house standing; 0 for a count of people.
  func adds(to item: CountItem) -> Int {
    let counts =
      switch item {
      case .households: status == .occupied
      case .unknownHouseholds: status == .unknown
      case .livedIn: status == .occupied || status == .unknown
      case .vacant: status == .vacant || hasFallen
      case .dwellings: status != .absent || hasFallen
      case .livingAlone: isAlone
      case .olderLivingAlone: isOlderAlone
      case .elderlyOnly: isElderlyOnly
      case .nobodyUnder65: hasNobodyUnder65
      case .likelyVacantNext: emptiesByNext
      case .withoutDriver: isWithoutDriver
      case .population, .under15, .from15to64, .from65, .from75, .helpers, .unknownAge, .drivers: false
      }
    return counts ? 1 : 0
  }
}
