import Workshop

/// What may happen by chance to the people of a dwelling, and to the dwelling, up to a year: as little as can be told without
/// following everybody through the years, and never less than what happens.
///
/// The planner (``ChanceProjector/reasonsToSimulate(horizons:)``) asks it who and which house could be touched by what
/// makes them depend on each other.
struct MayHappen {
  let site: Site
  let rules: ProcessSet
  /// The last year looked at, from the base year.
  let last: Int

  // MARK: People

  /// Everybody who may ever be here, with the partners of whom it was said that they come.
  private var everybody: [Member] { site.members.flatMap { [$0] + said($0) } }

  /// The partner somebody is said to bring, as they may come for one age or another.
  private func said(_ member: Member) -> [Member] {
    member.variants.compactMap { member in
      guard let partner = member.partner, let entry = member.itinerary.partnerEntry else { return nil }
      return member.partnerMember(partner, entry: entry.offset, base: site.base)
    }
  }

  /// The first year after `offset` in which a chance by age and sex is above 0 for somebody.
  private func first(_ hazard: Hazard, _ member: Member, after offset: Int) -> Int? {
    guard hazard != .never, let ages = member.ages?.range, offset < last else { return nil }
    return (max(offset, member.entry) + 1...last).first { year in
      ages.contains { hazard.chance(age: $0 + year, sex: member.sex) > 0 }
    }
  }

  /// The first year in which somebody may be elsewhere without having been said to come.
  private func elsewhere(_ member: Member) -> Int? { member.variants.compactMap(elsewhere(exactly:)).min() }

  private func elsewhere(exactly member: Member) -> Int? {
    let said = member.itinerary
    var years: [Int] = []
    if !member.startsHere && !member.waitsForHouse && !said.hasArrival(from: member.entry + 1) {
      years.append(member.entry)
    }
    years += said.entries.filter { $0.step == .leaves && $0.offset >= said.lastArrival }.map(\.offset)
    if said.leavesByRule, member.relation == .child || member.relation == .grandchild,
      let year = first(rules.leavingHome.hazard, member, after: member.entry)
    {
      years.append(max(year, said.lastArrival))
    }
    if member.losesHouseIn != nil || !isStanding && !member.comesBackToNewHouse { years.append(member.entry) }
    return years.min()
  }

  /// Whether the house stands in every year.
  private var isStanding: Bool { (0...last).allSatisfy(site.standing.contains) }

  /// Whether somebody who lives away may come back by the rate of returning.
  var mayReturn: Bool {
    everybody.contains { member in
      guard let year = elsewhere(member) else { return false }
      return first(rules.returning.hazard, member, after: year) != nil
    }
  }

  /// Whether a child may be away when the last of the parents has gone.
  var mayFollowParents: Bool {
    site.members.contains { child in
      (child.relation == .child || child.relation == .childPartner && child.partner != nil)
        && (elsewhere(child) != nil || said(child).contains { elsewhere($0) != nil })
        && haveGone(site.members.filter { $0.family == child.family && $0.isOfCouple })
    }
  }

  /// Whether all of a couple may have gone.
  private func haveGone(_ parents: [Member]) -> Bool {
    !parents.isEmpty && !parents.contains(where: staysForGood)
  }

  /// Whether somebody may ever live here.
  private func mayBeHere(_ member: Member) -> Bool {
    member.startsHere || member.waitsForHouse || member.hasArrival(from: member.entry)
      || first(rules.returning.hazard, member, after: member.entry) != nil
      || rules.followingParents.chance > 0 && member.relation == .child
  }

  /// Whether one of a couple may move into a care home, and the other would go along.
  var mayMoveTogether: Bool {
    couples.contains { one, other in
      mayMoveIntoCare(one) && rules.couplesTogether.takesAlong(other)
        || mayMoveIntoCare(other) && rules.couplesTogether.takesAlong(one)
    }
  }

  private var couples: [(Member, Member)] {
    let drawn = Kinship(site.members).partners.enumerated().compactMap { place, partner in
      partner.map { (site.members[place], site.members[$0]) }
    }
    return drawn + site.members.flatMap { member in said(member).map { (member, $0) } }
  }

  private func mayMoveIntoCare(_ member: Member) -> Bool {
    let said = member.itinerary
    return said.saysCare
      || said.movesIntoCareByRule && first(rules.care.hazard, member, after: member.entry) != nil
  }

  /// Whether somebody may find a partner.
  var mayFindPartner: Bool {
    let drawn = Kinship(site.members).partners
    func looks(_ member: Member) -> Bool {
      guard member.partner == nil, mayBeHere(member) else { return false }
      var adults = rules.partnering.hazard
      if let ages = member.ages?.range, ages.upperBound + last < Partnering.adultFrom { adults = .never }
      return first(adults, member, after: member.entry) != nil
    }
    return zip(site.members, drawn).contains { $1 == nil && looks($0) }
  }

  /// Whether a child may be born.
  var mayHaveChildren: Bool {
    couples.contains { one, other in
      mayBeHere(one) && mayBeHere(other)
        && [one, other].contains {
          $0.sex == .female && first(rules.births.hazard, $0, after: $0.entry) != nil
        }
    }
  }

  /// Whether somebody is here in every year, whatever happens.
  private func staysForGood(_ member: Member) -> Bool {
    func never(_ hazard: Hazard) -> Bool { first(hazard, member, after: member.entry) == nil }
    let said = member.itinerary
    let mayLeave = said.leavesByRule && (member.relation == .child || member.relation == .grandchild)
    return member.entry == 0 && member.startsHere && isStanding && member.losesHouseIn == nil
      && !said.entries.contains { $0.step == .leaves || $0.step == .care }
      && never(rules.death.hazard) && (!said.movesIntoCareByRule || never(rules.care.hazard))
      && !(mayLeave && !never(rules.leavingHome.hazard))
  }

  // MARK: The dwelling

  /// Whether it may ever stand vacant.
  var mayBeVacant: Bool {
    let isTaken = (0...last).allSatisfy(site.strangers.contains)
    return !isTaken && !site.standing.isEmpty && !site.members.contains(where: staysForGood)
  }

  /// Whether it may be vacant and not for rent again, so that the rate of filling, or a family, may take it.
  var mayBeFilled: Bool {
    let startsLivedIn =
      isStanding && (site.strangers.contains(0) || site.members.contains { $0.entry == 0 && $0.startsHere })
    return mayBeVacant && !(site.isRented && startsLivedIn)
  }

  /// Whether by chance it may be taken by others, or taken down, while people of it are away.
  var mayBeTaken: Bool {
    let families = rules.families.yearly.map { $0 > 0 } ?? false
    // Where a household nobody knows was said to live, nobody comes back by chance.
    if !site.strangers.isEmpty { return true }
    guard mayBeVacant else { return false }
    return rules.demolition.yearly > 0 || rules.letting.yearly > 0 && site.isRented
      || (rules.filling.yearly > 0 || families) && mayBeFilled
  }
}
