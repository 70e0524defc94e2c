import Workshop

/// A dwelling with the names of its people: the same in every run, so shared.
final class UnitPlan: Sendable {
  /// What was said of it.
  let site: Site
  /// The map's id.
  let map: String
  /// Its name for draws.
  let name: UInt64
  /// For each member the name, and that of the partner to be.
  let names: [(own: UInt64, partner: UInt64)]
  /// Who belongs to whom.
  let kinship: Kinship
  /// How many families there are: those drawn with it are one, each that moves in is one.
  let families: Int

  /// Names a dwelling and its people for the draws of a map.
  init(_ site: Site, map: String) {
    self.site = site
    self.map = map
    name = Drawn.name(of: site.id, in: map)
    names = site.members.map { member in
      (Drawn.name(of: member.id, in: map), Drawn.name(of: member.partnerID, in: map))
    }
    kinship = Kinship(site.members)
    families = (site.members.map(\.family).max() ?? 0) + 1
  }
}
