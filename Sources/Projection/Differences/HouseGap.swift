import Workshop

/// A house in the base case and in a scenario.
///
/// The range of a difference is not that of the two counts taken apart: somebody in his 70s has one age in both cases. So
/// whatever a dwelling may be is found for both cases at once, for the same ages.
struct HouseGap {
  /// A dwelling in both cases.
  private struct Unit {
    let base: HouseProjection.Unit?
    let scenario: HouseProjection.Unit
    let twins: [Twin]
  }

  /// Everything a dwelling may be in both cases, and what it is in the point estimates.
  private typealias Outcomes = (all: Set<Both<DwellingOutcome>>, point: Both<DwellingOutcome>)

  private let units: [Unit]
  private let rules: Both<ProcessSet>
  /// Who can drive, in both cases.
  private let driving: Both<Driving>
  /// Whether the scenario changes nothing of what the dwellings themselves may be.
  private let isUntouched: Bool

  /// A house as both cases have it; the scenario may have a dwelling on an empty lot that the base case has not.
  init(base: HouseProjection, _ baseRules: Rules, scenario: HouseProjection, _ scenarioRules: Rules) {
    rules = Both(base: ProcessSet(baseRules), scenario: ProcessSet(scenarioRules))
    driving = Both(base: rules.base.driving, scenario: rules.scenario.driving)
    units = scenario.units.map { unit in
      let other = base.units.first { $0.site.id == unit.site.id }
      return Unit(
        base: other, scenario: unit, twins: Twin.all(other?.parties ?? [], unit.parties))
    }
    isUntouched =
      baseRules == scenarioRules && base.units.map(\.site) == scenario.units.map(\.site)
  }

  /// Adds by how much more there is of everything in the scenario at a horizon.
  ///
  /// - Parameter tellsDriving: Whether the share of households in which nobody can drive is among it.
  func add(to tally: inout DifferenceTally, horizon: Int, next: Int?, tellsDriving: Bool) {
    for twin in units.flatMap(\.twins) {
      let heads: (Stay?, Driving) -> Heads = { $0?.heads(at: horizon, $1) ?? Heads() }
      tally.add(point: twin.point(heads, driving), ways: twin.ways(heads, driving))
    }
    let outcomes = units.map { self.outcomes(of: $0, horizon: horizon, next: next) }
    if !isUntouched {
      for item in CountItem.ofDwellings { count(item, outcomes, in: &tally) }
    }
    // A unit that would fall by itself stands vacant as long as the block stands.
    let vacancy: (DwellingOutcome) -> Fraction = {
      Fraction(over: $0.adds(to: .vacant), under: $0.adds(to: .dwellings))
    }
    tally.addVacancy(point: point(vacancy, outcomes), ways: ways(vacancy, outcomes))
    guard tellsDriving else { return }
    let driverless: (DwellingOutcome) -> Fraction = {
      Fraction(over: $0.adds(to: .withoutDriver), under: $0.adds(to: .households))
    }
    tally.addDriverless(point: point(driverless, outcomes), ways: ways(driverless, outcomes))
  }

  // MARK: One dwelling

  private func outcomes(of unit: Unit, horizon: Int, next: Int?) -> Outcomes {
    let seen: (Stay?, Driving) -> Seen = { $0?.seen(horizon: horizon, next: next, $1) ?? Seen() }
    var point = Both(base: Seen(), scenario: Seen())
    var all: Set = [point]
    for twin in unit.twins {
      let ways = twin.ways(seen, driving)
      var grown = Set<Both<Seen>>()
      for some in all {
        for way in ways { grown.insert(Self.together(some, way)) }
      }
      all = grown
      point = Self.together(point, twin.point(seen, driving))
    }
    var base = Fates(unit.base?.site, rules.base, horizon: horizon, next: next)
    var scenario = Fates(unit.scenario.site, rules.scenario, horizon: horizon, next: next)
    func outcome(_ both: Both<Seen>) -> Both<DwellingOutcome> {
      Both(base: base.outcome(both.base), scenario: scenario.outcome(both.scenario))
    }
    return (Set(all.map(outcome)), outcome(point))
  }

  private static func together(_ a: Both<Seen>, _ b: Both<Seen>) -> Both<Seen> {
    Both(base: a.base.and(b.base), scenario: a.scenario.and(b.scenario))
  }

  /// What becomes of a dwelling for who was seen in it, each worked out once.
  private struct Fates {
    let site: Site?
    let rules: ProcessSet
    let horizon: Int
    let next: Int?
    private var known: [Seen: DwellingOutcome] = [:]

    init(_ site: Site?, _ rules: ProcessSet, horizon: Int, next: Int?) {
      self.site = site
      self.rules = rules
      self.horizon = horizon
      self.next = next
    }

    mutating func outcome(_ seen: Seen) -> DwellingOutcome {
      if let outcome = known[seen] { return outcome }
      let outcome = site.map { site in
        let course = Course(
          site.spokenFor(until: seen.arrivalAtAge), presence: seen.trace(horizon: horizon), rules: rules,
          through: next ?? horizon)
        return DwellingOutcome(
          seen, in: site, status: course.status(at: horizon), hasFallen: course.hasFallen(by: horizon),
          horizon: horizon, next: next.map { (course.status(at: $0), course.hasFallen(by: $0)) })
      }
      known[seen] = outcome
      return outcome ?? DwellingOutcome(status: .absent, hasFallen: false)
    }
  }

  // MARK: The house

  /// A block is taken down when each of its units, looked at by itself, would be: so what they add is taken back where all
  /// of them have fallen. nil once one has not.
  private typealias Pending = Int?

  private func count(_ item: CountItem, _ outcomes: [Outcomes], in tally: inout DifferenceTally) {
    struct Standing: Hashable {
      var base: Pending = 0
      var scenario: Pending = 0
    }
    func fallen(_ outcome: DwellingOutcome) -> Bool {
      item == .likelyVacantNext ? outcome.fallsByNext : outcome.hasFallen
    }
    /// How much more there is in the scenario: of a case that goes on standing at once, of one that may fall when it does not.
    func add(_ both: Both<DwellingOutcome>, to standing: inout Standing) -> Int {
      let less = Self.add(both.base.adds(to: item), fallen(both.base), to: &standing.base)
      return Self.add(both.scenario.adds(to: item), fallen(both.scenario), to: &standing.scenario) - less
    }
    var point = 0
    var standing = Standing()
    var ranges = [Standing(): 0...0]
    for dwelling in outcomes {
      point += add(dwelling.point, to: &standing)
      var grown: [Standing: ClosedRange<Int>] = [:]
      for (some, range) in ranges {
        for both in dwelling.all {
          var next = some
          let more = add(both, to: &next)
          let moved = range.lowerBound + more...range.upperBound + more
          grown[next] =
            grown[next].map {
              min($0.lowerBound, moved.lowerBound)...max($0.upperBound, moved.upperBound)
            } ?? moved
        }
      }
      ranges = grown
    }
    tally.add(
      item, point: point, low: ranges.values.map(\.lowerBound).min() ?? 0,
      high: ranges.values.map(\.upperBound).max() ?? 0)
  }

  private static func add(_ value: Int, _ hasFallen: Bool, to pending: inout Pending) -> Int {
    guard let waiting = pending else { return value }
    if hasFallen {
      pending = waiting + value
      return 0
    }
    pending = nil
    return waiting + value
  }

  private func point(_ fraction: (DwellingOutcome) -> Fraction, _ outcomes: [Outcomes]) -> FractionPair {
    ways(fraction, outcomes.map { ([$0.point], $0.point) }).first ?? .none
  }

  /// Every pair of sums of `fraction` over the dwellings that may make the difference greatest or smallest.
  private func ways(
    _ fraction: (DwellingOutcome) -> Fraction, _ outcomes: [Outcomes]
  ) -> Set<FractionPair> {
    /// What adds to the sums alike, whatever the other dwellings are.
    struct Kind: Hashable {
      var baseFallen = true
      var scenarioFallen = true
      var denominators = Denominators()
    }
    var sums: [Kind: [FractionPair]] = [Kind(): [.none]]
    for dwelling in outcomes {
      var grown: [Kind: Set<FractionPair>] = [:]
      for both in dwelling.all {
        let pair = FractionPair(base: fraction(both.base), scenario: fraction(both.scenario))
        for (kind, some) in sums {
          for sum in some.map({ $0 + pair }) {
            let next = Kind(
              baseFallen: kind.baseFallen && both.base.hasFallen,
              scenarioFallen: kind.scenarioFallen && both.scenario.hasFallen, denominators: Denominators(sum))
            grown[next, default: []].insert(sum)
          }
        }
      }
      sums = grown.mapValues { Corners.eitherWay(Array($0)) }
    }
    let nothing = Fraction(over: 0, under: 0)
    return sums.reduce(into: []) { found, sum in
      for pair in sum.value {
        found.insert(
          FractionPair(
            base: sum.key.baseFallen ? nothing : pair.base,
            scenario: sum.key.scenarioFallen ? nothing : pair.scenario))
      }
    }
  }
}
