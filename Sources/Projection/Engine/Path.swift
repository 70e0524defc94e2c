import Workshop

/// One person's way through the years, for one of the ages they may have.
struct Path: Sendable, Hashable {
  /// The age as of the base year; nil where nobody knows.
  var age: Int?
  /// The years at whose end they live here.
  var presence = YearSet()
  /// The year in which their partner comes.
  var partnerComes: Int?
  /// What happened, by year.
  var changes: [Change] = []

  /// What happened to them in a year.
  struct Change: Sendable, Hashable {
    /// The year, from the base year.
    var offset: Int
    /// What.
    var what: PersonChanges
  }

  /// Walks `member` of `site` through the years up to `last`, being `age` in the base year, under rules that
  /// leave nothing to chance.
  init(_ member: Member, age: Int?, in site: Site, rules: ProcessSet, through last: Int) {
    self.age = age
    var state = PersonState()
    var chooser = Certain()
    for offset in member.entry...max(member.entry, last) {
      let what = state.step(
        member, offset: offset, age: age.map { $0 + offset }, stands: site.standing.contains(offset),
        bonds: [], rules: rules, chooser: &chooser)
      if !what.isEmpty { changes.append(Change(offset: offset, what: what)) }
      if what.contains(.broughtPartner) { partnerComes = offset }
      if state.place == .here { presence.insert(offset) }
      if state.place == .deceased { break }
    }
  }

  /// Who they are at the end of the year `offset`, if they are here.
  func heads(at offset: Int) -> Heads {
    presence.contains(offset) ? Heads(age: age.map { $0 + offset }) : Heads()
  }
}

/// Somebody and the partner they are said to bring: the two ages may be one, so they are looked at together.
/// Everybody else's age is their own matter.
struct Party: Sendable {
  /// The one drawn on the sheet, or moving in.
  let member: Member
  /// The way of the member for each age they may have.
  let paths: [Path]
  /// Which of ``paths`` stands for them in point estimates.
  let point: Int
  /// The partner, and the partner's ways: one for each of ``paths`` where they are of the same age, else one
  /// for each age the partner may have; nil where no partner ever comes.
  let partner: Partner?

  /// Somebody's partner, once it is known that they come.
  struct Partner: Sendable {
    /// The partner, as a member who moves in.
    let member: Member
    /// The ways.
    let paths: [Path]
    /// Which of them stands for the partner in point estimates.
    let point: Int
    /// Whether the two ages are one.
    let hasSameAge: Bool
  }

  /// Walks a member, and the partner, for every age they may have.
  init(_ member: Member, in site: Site, rules: ProcessSet, through last: Int) {
    self.member = member
    let walked = Self.walk(member, in: site, rules: rules, through: last)
    (paths, point) = walked
    guard let partner = member.partner, let entry = paths.lazy.compactMap(\.partnerComes).first else {
      self.partner = nil
      return
    }
    let arriving = member.partnerMember(partner, entry: entry, base: site.base)
    let theirs = Self.walk(arriving, in: site, rules: rules, through: last)
    self.partner = Partner(
      member: arriving, paths: theirs.paths, point: theirs.point, hasSameAge: partner.hasSameAge)
  }

  private static func walk(
    _ member: Member, in site: Site, rules: ProcessSet, through last: Int
  ) -> (paths: [Path], point: Int) {
    guard let ages = member.ages else {
      return ([Path(member, age: nil, in: site, rules: rules, through: last)], 0)
    }
    let paths = ages.range.map { Path(member, age: $0, in: site, rules: rules, through: last) }
    return (paths, ages.representative - ages.range.lowerBound)
  }

  /// The two ways of the point estimate; the partner's is nil where none comes.
  var pointPaths: (member: Path, partner: Path?) {
    let own = paths[point]
    guard let partner, own.partnerComes != nil else { return (own, nil) }
    return (own, partner.paths[partner.point])
  }
}
