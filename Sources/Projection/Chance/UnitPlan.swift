import Workshop

/// A dwelling with the names of its people: the same in every run, so shared.
final class UnitPlan: Sendable {
  /// What was said of it.
  let site: Site
  /// The map's id.
  let map: String
  /// Its name for draws.
  let name: UInt64
  /// Its people, in the order of ``Site/members``.
  let cards: [Card]
  /// Who belongs to whom.
  let kinship: Kinship
  /// How many families there are: those drawn with it are one, each that moves in is one.
  let families: Int

  /// Names a dwelling and its people for the draws of a map.
  init(_ site: Site, map: String) {
    self.site = site
    self.map = map
    name = Drawn.name(of: site.id, in: map)
    cards = site.members.map { Card($0, map: map) }
    kinship = Kinship(site.members)
    families = (site.members.map(\.family).max() ?? 0) + 1
  }
}

extension UnitPlan {
  /// Somebody with their names for draws; shared by reference, so that a run does not copy what was said of them.
  final class Card: Sendable {
    /// What was said of them.
    let member: Member
    /// Their name for draws.
    let name: UInt64
    /// The name of the partner to be.
    let partner: UInt64
    /// ``member`` for each age of a band, where what was said differs by age.
    private let variants: [Member]

    /// Names somebody.
    init(_ member: Member, map: String) {
      self.member = member
      name = Drawn.name(of: member.id, in: map)
      partner = Drawn.name(of: member.partnerID, in: map)
      variants = member.byAge.isEmpty ? [] : member.variants
    }

    /// The member, of whom that holds which was said for this age as of the base year.
    func member(aged age: Int?) -> Member {
      guard !variants.isEmpty, let age, let ages = member.ages, ages.range.contains(age) else {
        return member
      }
      return variants[age - ages.range.lowerBound]
    }
  }
}
