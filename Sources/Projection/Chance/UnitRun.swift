import Workshop

/// One dwelling in one run.
///
/// Nobody comes back by chance to a dwelling that is taken or gone. What else may depend on others is in `UnitTies.swift`.
struct UnitRun {
  /// What was said of it, and the names.
  let plan: UnitPlan
  /// Those drawn with it and those who move in, in the order of ``Site/members``.
  private(set) var people: [Person]
  /// Partners and children, in the order in which they came.
  private(set) var joined: [Joined] = []
  /// What the dwelling is.
  private(set) var state = DwellingState()
  /// Whether somebody lived in it when ``mark()`` was last called.
  private(set) var wasLivedIn = false
  private var isLivedIn = false
  /// For each family the year in which one of the couple was last here.
  var coupleSeen: [Int]

  /// One person in the run.
  struct Person {
    /// As of the base year.
    let age: Int?
    var state = PersonState()
    /// The place of the partner who came to them, or to whom they came.
    var partner: Int?
  }

  /// Somebody who was not on the sheet.
  struct Joined {
    let card: UnitPlan.Card
    let tie: Tie
    /// The place of the one they came to: the partner, or the mother.
    let of: Int
    var person: Person
  }

  /// Why somebody joined.
  enum Tie: Sendable {
    /// A partner of whom the table said that they come.
    case partnerAsSaid
    /// A partner by chance.
    case partner
    /// Born here.
    case born
  }

  /// A year that people are walked through.
  struct Year {
    let offset: Int
    /// Whether there is a house at its end.
    let stands: Bool
    /// What holds for everybody.
    let common: Bonds
    /// Whether people may depend on each other.
    let haveTies: Bool
    /// What happened, by place, where they may.
    var happened: [(place: Int, what: PersonChanges)] = []
    /// Whether a child has come back because the parents have gone.
    var hasHeir = false
  }

  /// Settles how old everybody is in this run.
  init(_ plan: UnitPlan, chooser: Drawn) {
    self.plan = plan
    coupleSeen = [Int](repeating: -10, count: plan.families)
    var chooser = chooser
    people = plan.cards.map { card in
      chooser.name = card.name
      return Person(age: card.member.ages.map { chooser.age(in: $0.range) })
    }
  }

  /// Walks everybody through one year. Somebody's place is that in ``people``, and beyond it that in ``joined``.
  mutating func stepPeople(_ offset: Int, rules: ProcessSet, isDemolished: Bool, chooser: inout Drawn) {
    var year = Year(
      offset: offset,
      stands: plan.site.standing.contains(offset) && !isDemolished && !state.isDemolishedByRule,
      common: state.status == .unknown ? .isTaken : [], haveTies: rules.haveTies)
    // Nothing happens any more to the deceased.
    for place in people.indices where people[place].state.place != .deceased {
      visit(place, plan.cards[place], &year, rules: rules, chooser: &chooser)
    }
    var index = 0
    // Whoever joins in this year is looked at in this year, so that their first year begins.
    while index < joined.count {
      if joined[index].person.state.place != .deceased {
        visit(people.count + index, joined[index].card, &year, rules: rules, chooser: &chooser)
      }
      index += 1
    }
    if year.haveTies { tie(year, rules: rules, chooser: &chooser) }
    isLivedIn =
      people.contains { $0.state.place == .here } || joined.contains { $0.person.state.place == .here }
  }

  private mutating func visit(
    _ place: Int, _ card: UnitPlan.Card, _ year: inout Year, rules: ProcessSet, chooser: inout Drawn
  ) {
    chooser.name = card.name
    var bonds = year.common
    var person = self[place]
    let member = card.member(aged: person.age)
    if year.haveTies { bonds.formUnion(ties(of: place, member, in: year, rules: rules)) }
    let what = person.state.step(
      member, offset: year.offset, age: person.age.map { $0 + year.offset }, stands: year.stands,
      bonds: bonds, rules: rules, chooser: &chooser)
    self[place] = person
    if what.contains(.broughtPartner) { bringPartner(to: place, card, at: year.offset, chooser: chooser) }
    guard year.haveTies, !what.isEmpty else { return }
    year.happened.append((place, what))
    if what.contains(.cameByRule) && bonds.contains(.isCalledHome) { year.hasHeir = true }
    if what.contains(.broughtPartnerByRule) { findPartner(for: place, card, at: year.offset) }
  }

  /// Somebody by place.
  subscript(place: Int) -> Person {
    get { place < people.count ? people[place] : joined[place - people.count].person }
    set {
      if place < people.count {
        people[place] = newValue
      } else {
        joined[place - people.count].person = newValue
      }
    }
  }

  private mutating func bringPartner(to place: Int, _ card: UnitPlan.Card, at offset: Int, chooser: Drawn) {
    let member = card.member(aged: self[place].age)
    guard let partner = member.partner else { return }
    let arriving = member.partnerMember(partner, entry: offset, base: plan.site.base)
    var chooser = chooser
    chooser.name = card.partner
    let age = partner.hasSameAge ? self[place].age : arriving.ages.map { chooser.age(in: $0.range) }
    join(
      Joined(
        card: UnitPlan.Card(arriving, map: plan.map), tie: .partnerAsSaid, of: place,
        person: Person(age: age)))
  }

  /// Somebody joins.
  mutating func join(_ newcomer: Joined) {
    joined.append(newcomer)
    guard newcomer.tie != .born else { return }
    let place = people.count + joined.count - 1
    self[newcomer.of].partner = place
    self[place].partner = newcomer.of
  }

  /// Whether it competes for families this year; asked between people and dwelling.
  func mayHaveFamily(_ offset: Int) -> Bool {
    state.mayHaveFamily(plan.site, offset: offset, isLivedIn: isLivedIn)
  }

  /// Walks the dwelling through the year, once it is settled who lives in it.
  mutating func stepDwelling(_ offset: Int, hasFamily: Bool, rules: ProcessSet, chooser: inout Drawn) {
    chooser.name = plan.name
    _ = state.step(
      plan.site, offset: offset, isLivedIn: isLivedIn, hasFamily: hasFamily, rules: rules, chooser: &chooser)
  }

  /// It is taken down with the whole block.
  mutating func fall() { state.fall() }

  /// Notes whether it is lived in.
  mutating func mark() { wasLivedIn = state.status == .occupied || state.status == .unknown }
}
