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
  /// The last year in which they are said to come, where that depends on their age; otherwise 0.
  var arrivalAtAge = 0

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
    let isSettled = member.byAge.isEmpty
    let member = member.aged(age)
    if !isSettled { arrivalAtAge = member.itinerary.lastArrival }
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
  func heads(at offset: Int, _ driving: Driving) -> Heads {
    presence.contains(offset) ? Heads(age: age.map { $0 + offset }, driving) : Heads()
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
  /// The partner; nil where no partner ever comes.
  let partner: Partner?

  /// Somebody's partner, once it is known that they come.
  struct Partner: Sendable {
    /// The partner, as a member who moves in: in the point estimate, if they come there.
    let member: Member
    /// For each of ``Party/paths`` the ways the partner may go then: one where the two ages are one, else one for each
    /// age the partner may have; none where no partner comes.
    let ways: [[Path]]
    /// The way that stands for the partner in point estimates; nil where none comes.
    let point: Path?
  }

  /// Walks a member, and the partner, for every age they may have.
  init(_ member: Member, in site: Site, rules: ProcessSet, through last: Int) {
    self.member = member
    let walked = Self.walk(member, in: site, rules: rules, through: last)
    (paths, point) = walked
    var arriving: Member?
    var theirs: (paths: [Path], point: Int) = ([], 0)
    var usual: (member: Member, path: Path)?
    var ways = [[Path]](repeating: [], count: walked.paths.count)
    for (index, own) in walked.paths.enumerated() {
      let bringing = member.aged(own.age)
      guard let entry = own.partnerComes, let partner = bringing.partner else { continue }
      let comes = bringing.partnerMember(partner, entry: entry, base: site.base)
      if comes != arriving {
        arriving = comes
        theirs = Self.walk(comes, in: site, rules: rules, through: last)
      }
      // Somebody as old as they are is of that very age.
      let isSame = { (path: Path) in path.age == own.age }
      ways[index] = partner.hasSameAge ? theirs.paths.filter(isSame) : theirs.paths
      if index == walked.point {
        let path = partner.hasSameAge ? theirs.paths.first(where: isSame) : theirs.paths[theirs.point]
        usual = path.map { (comes, $0) }
      }
    }
    partner = (usual?.member ?? arriving).map { Partner(member: $0, ways: ways, point: usual?.path) }
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
  var pointPaths: (member: Path, partner: Path?) { (paths[point], partner?.point) }
}
