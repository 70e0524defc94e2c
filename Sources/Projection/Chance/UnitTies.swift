import Workshop

/// What becomes of somebody because of the others in the dwelling: see ``Partnering``, ``Births``, ``FollowingParents``
/// and ``CouplesTogether``.
extension UnitRun {
  /// What the others make possible for somebody this year.
  func ties(of place: Int, _ member: Member, in year: Year, rules: ProcessSet) -> Bonds {
    switch self[place].state.place {
    case .here:
      let isSingle =
        rules.partnering.hazard != .never && member.partner == nil && partner(of: place) == nil
      return isSingle ? .isSingle : []
    case .elsewhere:
      // Of the couple somebody was here at the end of the year before the last, and nobody at the end of the last.
      let isCalled =
        rules.followingParents.chance > 0 && member.relation == .child && !year.hasHeir
        && coupleSeen[member.family] == year.offset - 2
      return isCalled ? .isCalledHome : []
    case .inCare, .deceased:
      return []
    }
  }

  /// Brings somebody the partner they have found.
  mutating func findPartner(for place: Int, _ card: UnitPlan.Card, at offset: Int) {
    guard let age = self[place].age else { return }
    let partner = Partnering.partner(of: card.member, age: age + offset, at: offset)
    join(
      Joined(
        card: UnitPlan.Card(partner, map: plan.map), tie: .partner, of: place,
        person: Person(age: partner.ages?.representative)))
  }

  /// Does what can be told only when everybody has been looked at.
  mutating func tie(_ year: Year, rules: ProcessSet, chooser: inout Drawn) {
    for (place, what) in year.happened {
      let now = self[place].state.place
      if what.haveLeftHome && now == .elsewhere { takeChildrenAlong(with: place, at: year.offset) }
      if what.haveMovedIntoCare && now == .inCare {
        takePartnerAlong(with: place, rules: rules.couplesTogether)
      }
    }
    if rules.births.hazard != .never { haveChildren(year.offset, rules: rules, chooser: &chooser) }
    guard rules.followingParents.chance > 0 else { return }
    for place in 0..<(people.count + joined.count) where self[place].state.place == .here {
      let member = card(place).member
      if member.isOfCouple { coupleSeen[member.family] = year.offset }
    }
  }

  private func card(_ place: Int) -> UnitPlan.Card {
    place < people.count ? plan.cards[place] : joined[place - people.count].card
  }

  private func partner(of place: Int) -> Int? {
    self[place].partner ?? (place < people.count ? plan.kinship.partners[place] : nil)
  }

  private mutating func takeChildrenAlong(with mother: Int, at offset: Int) {
    for index in joined.indices where joined[index].tie == .born && joined[index].of == mother {
      let place = people.count + index
      let isYoung = self[place].age.map { $0 + offset < Births.ownWayFrom } ?? false
      if isYoung && self[place].state.place == .here { self[place].state.leave() }
    }
  }

  private mutating func takePartnerAlong(with place: Int, rules: CouplesTogether) {
    guard let partner = partner(of: place), self[partner].state.place == .here,
      rules.takesAlong(card(partner).member)
    else { return }
    self[partner].state.moveIntoCare()
  }

  private mutating func haveChildren(_ offset: Int, rules: ProcessSet, chooser: inout Drawn) {
    for place in 0..<(people.count + joined.count) where self[place].state.place == .here {
      let card = card(place)
      let mother = card.member
      // The year in which somebody is first looked at is to them what the base year is to all.
      guard mother.entry < offset, let partner = partner(of: place), self[partner].state.place == .here else {
        continue
      }
      let chance = rules.births.chance(age: self[place].age.map { $0 + offset }, sex: mother.sex)
      chooser.name = card.name
      guard chance > 0, chooser.happens(.births, chance: chance) else { continue }
      let id = Births.id(mother: mother.id, year: plan.site.base + offset)
      chooser.name = Drawn.name(of: id, in: plan.map)
      let isBoy = chooser.isBoy(rules.births.boys)
      let child = UnitPlan.Card(Births.child(of: mother, id: id, isBoy: isBoy, at: offset), map: plan.map)
      var person = Person(age: -offset)
      _ = person.state.step(
        child.member, offset: offset, age: 0, stands: true, bonds: [], rules: rules, chooser: &chooser)
      join(Joined(card: child, tie: .born, of: place, person: person))
    }
  }
}
