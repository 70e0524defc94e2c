import Workshop

/// One house in one run: everybody in it, and every dwelling, walked through the years by keyed draws.
///
/// The steps are those of ``PersonState`` and ``DwellingState``, the same that the workshop's rules take. Unlike the exact
/// way it lets people depend on the house and on each other: see ``UnitRun``. A block is taken down when all of it is
/// vacant.
struct HouseRun {
  /// Its dwellings.
  private(set) var units: [UnitRun]
  private let name: UInt64
  private var isDemolished = false

  /// A house whose people are not yet of any age.
  struct Plan: Sendable {
    /// The house's name for draws.
    var name: UInt64
    /// Its dwellings.
    var units: [UnitPlan]
    /// Where its first person stands in the rows of a ``Simulation``.
    var firstPerson: Int
    /// Where its first dwelling stands there.
    var firstDwelling: Int

    /// How many rows of people it has there: each, and the partner whom they bring.
    var rows: Int { units.flatMap(\.site.members).map { $0.partner == nil ? 1 : 2 }.reduce(0, +) }
  }

  /// Settles how old everybody is in this run.
  init(_ plan: Plan, chooser: Drawn) {
    name = plan.name
    units = plan.units.map { UnitRun($0, chooser: chooser) }
  }

  /// Walks everybody through one year.
  mutating func stepPeople(_ offset: Int, rules: ProcessSet, chooser: inout Drawn) {
    for index in units.indices {
      units[index].stepPeople(offset, rules: rules, isDemolished: isDemolished, chooser: &chooser)
    }
  }

  /// Walks the house through the year, once it is settled who lives in it.
  ///
  /// - Parameter hasFamily: Whether a family that houses compete for takes the dwelling.
  mutating func stepDwellings(
    _ offset: Int, rules: ProcessSet, chooser: inout Drawn, hasFamily: (Int) -> Bool = { _ in false }
  ) {
    guard units.count > 1 else {
      for index in units.indices {
        units[index].stepDwelling(offset, hasFamily: hasFamily(index), rules: rules, chooser: &chooser)
      }
      return
    }
    // A block falls as a whole, so none of its units does by itself.
    var unitRules = rules
    unitRules.demolition = Demolition(yearly: 0, after: 0)
    for index in units.indices {
      units[index].stepDwelling(offset, hasFamily: hasFamily(index), rules: unitRules, chooser: &chooser)
    }
    if !isDemolished { demolish(offset, rules: rules.demolition, chooser: &chooser) }
  }

  private mutating func demolish(_ offset: Int, rules: Demolition, chooser: inout Drawn) {
    var chance = 1.0
    for unit in units {
      guard unit.state.status == .vacant, offset >= unit.plan.site.isSpokenForUntil else { return }
      chance = min(chance, rules.chance(vacantFor: offset - unit.state.vacantSince))
    }
    chooser.name = name
    guard chance > 0, chooser.happens(.demolition, chance: chance) else { return }
    isDemolished = true
    for index in units.indices { units[index].fall() }
  }

  /// Notes whether each dwelling is lived in, for ``UnitRun/wasLivedIn`` at the next horizon.
  mutating func mark() {
    for index in units.indices { units[index].mark() }
  }
}
