import Workshop

/// One house in one run: everybody in it, and every dwelling, walked through the years by keyed draws.
///
/// The steps are those of ``PersonState`` and ``DwellingState``, the same that the workshop's rules take. Unlike the exact
/// way it lets people depend on the house: nobody comes back by chance to one that is taken or gone, and a block is
/// taken down when all of it is vacant.
struct HouseRun {
  private var units: [Unit]
  private let name: UInt64
  private var isDemolished = false

  /// One dwelling in the run.
  struct Unit {
    let plan: UnitPlan
    /// Those drawn with it and those who move in, in the order of ``Site/members``.
    var people: [Person]
    /// Partners, in the order in which they came, with the place of the one they came to.
    var partners: [(of: Int, member: Member, person: Person)] = []
    var state = DwellingState()
  }

  /// One person in the run.
  struct Person {
    /// As of the base year.
    let age: Int?
    var state = PersonState()
  }

  /// A house whose people are not yet of any age.
  struct Plan: Sendable {
    /// The house's name for draws.
    var name: UInt64
    /// Its dwellings.
    var units: [UnitPlan]
  }

  /// A dwelling with the names of its people: the same in every run, so shared.
  final class UnitPlan: Sendable {
    /// What was said of it.
    let site: Site
    /// Its name for draws.
    let name: UInt64
    /// For each member the name, and that of the partner to be.
    let names: [(own: UInt64, partner: UInt64)]

    /// Names a dwelling and its people for the draws of a map.
    init(_ site: Site, map: String) {
      self.site = site
      name = Drawn.name(of: site.id, in: map)
      names = site.members.map { member in
        (
          Drawn.name(of: member.id, in: map),
          member.partner.map { Drawn.name(of: $0.id, in: map) } ?? 0
        )
      }
    }
  }

  /// Settles how old everybody is in this run.
  init(_ plan: Plan, chooser: Drawn) {
    name = plan.name
    units = plan.units.map { unit in
      let people = unit.site.members.indices.map { index in
        var chooser = chooser
        chooser.name = unit.names[index].own
        return Person(age: unit.site.members[index].ages.map { chooser.age(in: $0.range) })
      }
      return Unit(plan: unit, people: people)
    }
  }

  /// Walks everybody, and the house, through one year.
  mutating func step(_ offset: Int, rules: ProcessSet, chooser: inout Drawn) {
    let isBlock = units.count > 1
    var unitRules = rules
    if isBlock { unitRules.demolition = Demolition(yearly: 0, after: 0) }
    for index in units.indices {
      units[index].step(
        offset, rules: unitRules, isDemolished: isDemolished, chooser: &chooser)
    }
    if isBlock && !isDemolished { demolish(offset, rules: rules.demolition, chooser: &chooser) }
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
    for index in units.indices { units[index].state.fall() }
  }

  /// Hands over each dwelling as it is.
  func look(_ found: (Int, Unit) -> Void) {
    for (index, unit) in units.enumerated() { found(index, unit) }
  }
}

extension HouseRun.Unit {
  fileprivate mutating func step(
    _ offset: Int, rules: ProcessSet, isDemolished: Bool, chooser: inout Drawn
  ) {
    let site = plan.site
    let stands = site.standing.contains(offset) && !isDemolished && !state.isDemolishedByRule
    let isTaken = state.status == .unknown
    var isLivedIn = false
    for index in people.indices {
      let age = people[index].age.map { $0 + offset }
      chooser.name = plan.names[index].own
      let what = people[index].state.step(
        site.members[index], offset: offset, age: age, stands: stands, isTaken: isTaken, rules: rules,
        chooser: &chooser)
      if what.contains(.broughtPartner) { bringPartner(of: index, at: offset, chooser: chooser) }
      if people[index].state.place == .here { isLivedIn = true }
    }
    for index in partners.indices {
      let age = partners[index].person.age.map { $0 + offset }
      chooser.name = plan.names[partners[index].of].partner
      let member = partners[index].member
      _ = partners[index].person.state.step(
        member, offset: offset, age: age, stands: stands, isTaken: isTaken, rules: rules, chooser: &chooser)
      if partners[index].person.state.place == .here { isLivedIn = true }
    }
    chooser.name = plan.name
    _ = state.step(site, offset: offset, isLivedIn: isLivedIn, rules: rules, chooser: &chooser)
  }

  private mutating func bringPartner(of index: Int, at offset: Int, chooser: Drawn) {
    let site = plan.site
    guard let partner = site.members[index].partner else { return }
    let member = site.members[index].partnerMember(partner, entry: offset, base: site.base)
    var chooser = chooser
    chooser.name = plan.names[index].partner
    let age = partner.hasSameAge ? people[index].age : member.ages.map { chooser.age(in: $0.range) }
    partners.append((index, member, HouseRun.Person(age: age)))
  }
}
