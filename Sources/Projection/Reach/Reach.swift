import Diagnostics
import Workshop

/// What it would take: the smallest sets of possible measures that keep figures at their targets at every horizon.
///
/// Exact. Houses do not depend on each other under the workshop's rules, so what measures do is added up house by house;
/// measures that touch one house in common are tried in every combination. It is about the point estimate.
public struct Reach: Sendable {
  /// The map.
  public let map: TableMap
  /// What is to be kept.
  public let targets: [Target]
  /// What could be done on this map.
  public let possibilities: [Possibility]
  /// The map at each horizon as things are.
  public let base: MapProjection
  /// What was found.
  public let outcome: Outcome
  private let projector: Projector

  /// What was found.
  public enum Outcome: Sendable, Hashable {
    /// The targets hold as things are.
    case holds
    /// So many measures are enough, and fewer are not.
    case reached(Answers)
    /// All measures together are not enough; these come nearest.
    case unreachable(nearest: Nearest)
  }

  /// The smallest sets.
  public struct Answers: Sendable, Hashable {
    /// How many measures each has.
    public var size: Int
    /// The sets, as places in ``Reach/possibilities``, in that order.
    public var sets: [[Int]]
    /// How many sets of this size are enough; nil where it is more than a hundred thousand.
    public var count: Int?
    /// Why fewer will not do.
    public var proof: Proof
  }

  /// Why a number of measures will not do.
  public enum Proof: Sendable, Hashable {
    /// At one horizon already: whatever `size` measures are taken, so many people or houses are missing for the target.
    case short(target: Target, horizon: Int, size: Int, missing: Double)
    /// Every set of at most `size` measures leaves some target unmet. `sets` is how many there are (nil: more than a billion);
    /// these come nearest.
    case everySet(size: Int, sets: Int?, nearest: Nearest)
  }

  /// The set that comes nearest.
  public struct Nearest: Sendable, Hashable {
    /// The set, as places in ``Reach/possibilities``.
    public var set: [Int]
    /// What is missing, where something is.
    public var gaps: [Gap]
  }

  /// What is missing for a target at a horizon.
  public struct Gap: Sendable, Hashable {
    /// The target.
    public var target: Target
    /// Years after the base year.
    public var horizon: Int
    /// In people or houses: how many more, or fewer, it takes.
    public var missing: Double

    /// Says what is missing.
    public init(target: Target, horizon: Int, missing: Double) {
      self.target = target
      self.horizon = horizon
      self.missing = missing
    }
  }

  /// Why a question cannot be answered.
  public enum Trouble: Error, Sendable, Hashable {
    /// More than ``Reach/mostTogether`` measures hang together by touching the same houses.
    case entangled([String])
  }

  /// How many measures may touch, directly or through others, the same houses: every combination of them is tried.
  public static let mostTogether = 16

  /// Looks for the smallest sets.
  ///
  /// - Parameters:
  ///   - map: The sheet.
  ///   - sessionRules: The rules the session sets for every map.
  ///   - scenario: A scenario that holds besides, or nil.
  ///   - measures: What could be done. Two that bring a family into the same dwelling are never taken together.
  ///   - targets: What is to be kept, at every horizon.
  ///   - horizons: Years after the base year; nil stands for the map's own.
  ///   - limit: How many sets to name at most.
  /// - Throws: ``Trouble``.
  public init(
    map: TableMap, sessionRules: RuleChanges = RuleChanges(), scenario: Scenario? = nil,
    measures: [Measure], targets: [Target], horizons: [Int]? = nil, limit: Int = 100
  ) throws(Trouble) {
    let projector = Projector(map: map, sessionRules: sessionRules, scenario: scenario)
    let base = projector.project(horizons: horizons)
    let possibilities = Possibility.all(of: measures, on: map, projector: projector)
    let asked = targets.flatMap { target in
      base.states.filter { $0.horizon > 0 }.map { Asked(target: target, horizon: $0.horizon) }
    }
    let parts = HouseParts(
      map: map, sessionRules: sessionRules, scenario: scenario, possibilities: possibilities, asked: asked)
    let choosing = Choosing(base: parts.base, groups: try parts.groups())
    self.map = map
    self.targets = targets
    self.possibilities = possibilities
    self.base = base
    self.projector = projector
    outcome = Self.outcome(choosing, asked: asked, count: possibilities.count, limit: limit)
  }

  /// A target at a horizon.
  struct Asked: Sendable, Hashable {
    var target: Target
    var horizon: Int
    var surplus: Surplus { Surplus(target: target) }
  }

  private static func outcome(
    _ choosing: Choosing, asked: [Asked], count: Int, limit: Int
  ) -> Outcome {
    guard let size = choosing.leastSize else {
      return .unreachable(nearest: nearest(choosing, asked: asked, size: count))
    }
    guard size > 0 else { return .holds }
    let found = choosing.sets(size: size, limit: limit)
    return .reached(
      Answers(
        size: size, sets: found.sets, count: found.count,
        proof: proof(choosing, asked: asked, size: size - 1)))
  }

  private static func proof(_ choosing: Choosing, asked: [Asked], size: Int) -> Proof {
    let shortest = asked.indices.map { index in
      (index, asked[index].surplus.shortfall(choosing.most(of: index, size: size)))
    }.max { $0.1 < $1.1 }
    if let (index, missing) = shortest, missing > 0 {
      return .short(
        target: asked[index].target, horizon: asked[index].horizon, size: size, missing: missing)
    }
    return .everySet(
      size: size, sets: choosing.sets(upTo: size), nearest: nearest(choosing, asked: asked, size: size))
  }

  private static func nearest(_ choosing: Choosing, asked: [Asked], size: Int) -> Nearest {
    let set = choosing.nearest(size: size) { asked[$0].surplus.shortfall($1) }
    let sums = choosing.sum(of: set)
    let gaps = asked.indices.compactMap { index -> Gap? in
      let missing = asked[index].surplus.shortfall(sums[index])
      return missing > 0
        ? Gap(target: asked[index].target, horizon: asked[index].horizon, missing: missing) : nil
    }
    return Nearest(set: set, gaps: gaps)
  }

  /// The map foreseen with a set of measures.
  ///
  /// - Parameters:
  ///   - set: Places in ``possibilities``.
  ///   - name: A name for what was done, for the record.
  public func projection(with set: [Int], name: String) -> MapProjection {
    let chosen = set.filter { possibilities.indices.contains($0) }.map { possibilities[$0] }
    var scenario = projector.scenario ?? Scenario(name: name)
    scenario.name = name
    scenario = scenario.adding(chosen, on: map)
    let horizons = base.states.map(\.horizon).filter { $0 > 0 }
    return Projector(map: map, sessionRules: sessionRules, scenario: scenario).project(horizons: horizons)
  }

  private var sessionRules: RuleChanges {
    // The rules in force, laid over whatever else is set: they are the same for every house.
    RuleChanges(
      deceasedAt: projector.rules.deceasedAt, childrenLeaveAt: projector.rules.childrenLeaveAt,
      reletsRentedUnits: projector.rules.reletsRentedUnits, demolishedAfter: projector.rules.demolishedAfter,
      drivesUntil: projector.rules.drivesUntil)
  }
}

extension Choosing {
  /// What there is with these measures.
  func sum(of set: [Int]) -> [Int] {
    var sum = base
    for group in groups {
      let own = group.filter { choice in choice.measures.allSatisfy(set.contains) }
        .max { $0.measures.count < $1.measures.count }
      for (index, gain) in (own?.gains ?? []).enumerated() { sum[index] += gain }
    }
    return sum
  }
}
