/// The houses that may go another way in one case than in another.
///
/// Draws have names, and houses do not depend on each other unless families compete for them; so of whom a scenario says
/// nothing, every run is the same in both cases. Only the others need to be played twice.
struct UnlikeHouses {
  /// As they are in one case; all where nothing can be shared.
  let one: [HouseRun.Plan]
  /// The same houses in the other case.
  let other: [HouseRun.Plan]
  /// Houses of which every run is the same, as they are in the one case and in the other.
  let same: [(one: HouseRun.Plan, other: HouseRun.Plan)]

  /// Looks through the plans of a map in two cases.
  init(
    _ projector: ChanceProjector, _ plans: [HouseRun.Plan], _ otherProjector: ChanceProjector,
    _ otherPlans: [HouseRun.Plan]
  ) {
    let canShare =
      projector.processes == otherProjector.processes && projector.processes.families.yearly == nil
      && projector.map.id == otherProjector.map.id && projector.map.baseYear == otherProjector.map.baseYear
      && plans.count == otherPlans.count
    guard canShare else {
      (one, other, same) = (plans, otherPlans, [])
      return
    }
    var (one, other, same): ([HouseRun.Plan], [HouseRun.Plan], [(HouseRun.Plan, HouseRun.Plan)]) = (
      [], [], []
    )
    for (plan, otherPlan) in zip(plans, otherPlans) {
      if plan.goesTheSameWay(as: otherPlan) {
        same.append((plan, otherPlan))
      } else {
        one.append(plan)
        other.append(otherPlan)
      }
    }
    (self.one, self.other, self.same) = (one, other, same.map { (one: $0, other: $1) })
  }
}

extension HouseRun.Plan {
  /// Whether all that was said of it and its people is the same.
  fileprivate func goesTheSameWay(as other: HouseRun.Plan) -> Bool {
    name == other.name && units.count == other.units.count
      && zip(units, other.units).allSatisfy { $0.map == $1.map && $0.site == $1.site }
  }
}

extension RunTally {
  /// Takes out what houses came to, and puts in what they came to in another case.
  func replacing(_ old: RunTally, by new: RunTally) -> RunTally {
    var sum = self
    for index in totals.indices {
      sum.ageSums[index] += new.ageSums[index] - old.ageSums[index]
      for item in totals[index].indices {
        sum.totals[index][item] += new.totals[index][item] - old.totals[index][item]
      }
    }
    return sum
  }
}

extension Simulation {
  /// Takes over what the same runs have shown of houses that go the same way in another case.
  ///
  /// - Parameters:
  ///   - same: The houses, as they are there and here.
  ///   - there: All houses of the other case.
  ///   - unlike: Those houses of the other case that do not go the same way, by themselves.
  mutating func take(
    _ same: [(one: HouseRun.Plan, other: HouseRun.Plan)], from there: Simulation, without unlike: Simulation
  ) {
    for index in states.indices {
      let seen = there.states[index]
      for (one, other) in same {
        for row in 0..<one.rows {
          states[index].here[other.firstPerson + row] = seen.here[one.firstPerson + row]
        }
        for row in one.units.indices {
          states[index].statuses[other.firstDwelling + row] = seen.statuses[one.firstDwelling + row]
        }
      }
      let others = unlike.states[index].newcomers
      let newcomers = seen.newcomers.enumerated().map { $1 - (others.isEmpty ? 0 : others[$0]) }
      guard newcomers.contains(where: { $0 > 0 }) else { continue }
      if states[index].newcomers.isEmpty { states[index].newcomers = newcomers.map { _ in 0 } }
      for place in newcomers.indices { states[index].newcomers[place] += newcomers[place] }
    }
  }
}
