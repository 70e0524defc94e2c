import Workshop

/// A child is born to a woman who lives here with her partner. Off unless asked for.
///
/// Asked at the end of each year of every woman of known age who is here, and whose partner is here, be it the one drawn
/// with her, one the table said would come, or one who came by chance. The child is 0 at the end of that year, lives here,
/// and is under every rule from then on: a child of the house, or a grandchild if the mother is a child or a child's
/// partner. When the mother leaves home before the child is 18, the child goes along.
struct Births: Sendable, Hashable {
  /// The yearly chance by the mother's age.
  var hazard: Hazard = .never
  /// The chance that a child is a boy.
  var boys = 0.5

  /// The age from which a child no longer goes along with the mother.
  static let ownWayFrom = 18

  /// The chance in the year in which the mother is `age`.
  func chance(age: Int?, sex: Sex) -> Double {
    sex == .female ? hazard.chance(age: age, sex: sex) : 0
  }

  /// The id of a child: the mother's, a star, the calendar year. There is one a year at most.
  static func id(mother: String, year: Int) -> String { "\(mother)*\(year)" }

  /// The child that `mother` has in the year `offset`.
  static func child(of mother: Member, id: String, isBoy: Bool, at offset: Int) -> Member {
    let relation: Relation =
      switch mother.relation {
      case .head, .partner: .child
      case .child, .childPartner: .grandchild
      case .parent, .grandchild, .other: .other
      }
    return Member(
      id: id, sex: isBoy ? .male : .female, relation: relation,
      ages: Member.Ages(range: -offset...(-offset), representative: -offset), entry: offset,
      comesBackToNewHouse: mother.comesBackToNewHouse, family: mother.family)
  }
}
