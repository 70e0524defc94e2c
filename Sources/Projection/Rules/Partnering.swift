import Workshop

/// Somebody who lives here without a partner begins to live with one here. Off unless asked for.
///
/// It looks at adults of known age with whom no partner was drawn, of whom the table did not say that they bring one, and
/// who have not brought one by chance before: nobody does so twice. The partner comes from outside, of the other sex, a
/// year younger than a man and a year older than a woman (the difference of the mean ages at first marriage), and is
/// as old where the sex is not known; 18 at least. From then on leaving home no longer looks at the one who brought them.
struct Partnering: Sendable, Hashable {
  /// The yearly chance by age and sex.
  var hazard: Hazard = .never

  /// The age from which the law lets people marry in Japan.
  static let adultFrom = 18

  /// The chance in the year in which the person is `age`.
  func chance(age: Int?, sex: Sex) -> Double {
    guard let age, age >= Self.adultFrom else { return 0 }
    return hazard.chance(age: age, sex: sex)
  }

  /// The partner of `member`, who is `age` at the end of the year `offset` in which the partner comes.
  static func partner(of member: Member, age: Int, at offset: Int) -> Member {
    let gap =
      switch member.sex {
      case .male: -1
      case .female: 1
      case .unknown: 0
      }
    let own = max(adultFrom, age + gap) - offset
    return Member(
      id: member.partnerID, sex: member.sex.opposite, relation: member.relation.ofPartner,
      ages: Member.Ages(range: own...own, representative: own), entry: offset,
      comesBackToNewHouse: member.comesBackToNewHouse, family: member.family)
  }
}
