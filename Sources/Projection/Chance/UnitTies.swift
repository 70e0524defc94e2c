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
  mutating func findPartner(for place: Int, _ member: Member, at offset: Int) {
    guard let age = self[place].age else { return }
    let partner = Partnering.partner(of: member, age: age + offset, at: offset)
    let name =
      place < people.count ? plan.names[place].partner : Drawn.name(of: partner.id, in: plan.map)
    let person = Person(age: partner.ages?.representative)
    join(Joined(member: partner, name: name, tie: .partner, of: place, person: person))
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
      let member = member(place)
      if member.isOfCouple { coupleSeen[member.family] = year.offset }
    }
  }

  private func member(_ place: Int) -> Member {
    place < people.count ? plan.site.members[place] : joined[place - people.count].member
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
      rules.takesAlong(member(partner))
    else { return }
    self[partner].state.moveIntoCare()
  }

  private mutating func haveChildren(_ offset: Int, rules: ProcessSet, chooser: inout Drawn) {
    for place in 0..<(people.count + joined.count) where self[place].state.place == .here {
      let mother = member(place)
      // The year in which somebody is first looked at is to them what the base year is to all.
      guard mother.entry < offset, let partner = partner(of: place), self[partner].state.place == .here else {
        continue
      }
      let chance = rules.births.chance(age: self[place].age.map { $0 + offset }, sex: mother.sex)
      chooser.name = place < people.count ? plan.names[place].own : joined[place - people.count].name
      guard chance > 0, chooser.happens(.births, chance: chance) else { continue }
      let id = Births.id(mother: mother.id, year: plan.site.base + offset)
      chooser.name = Drawn.name(of: id, in: plan.map)
      let child = Births.child(of: mother, id: id, isBoy: chooser.isBoy(rules.births.boys), at: offset)
      var person = Person(age: -offset)
      _ = person.state.step(
        child, offset: offset, age: 0, stands: true, bonds: [], rules: rules, chooser: &chooser)
      join(Joined(member: child, name: chooser.name, tie: .born, of: place, person: person))
    }
  }
}
