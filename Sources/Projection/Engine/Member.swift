import Workshop

/// A person of a dwelling, ready to be walked through the years.
struct Member: Sendable, Hashable {
  /// The resident's id; a partner brought in is `b1.3+`, a family that moves in `b1@2030.1`.
  var id: String
  /// ○ or △.
  var sex: Sex
  /// What they do.
  var occupation: String?
  /// What they are to the couple named first.
  var relation: Relation
  /// The ages they may have, and the one that stands for them, all as of the base year (below 0 for somebody
  /// who is born later and moves in); nil where nobody knew.
  var ages: Ages?
  /// The year, from the base year, in which they are first looked at: 0, or the year they move in.
  var entry: Int
  /// Whether they live here when first looked at.
  var startsHere = true
  /// Whether they come as soon as the house stands.
  var waitsForHouse = false
  /// Whether, if the house is taken down while they live in it, they come back when it is built anew.
  var comesBackToNewHouse = false
  /// The year, from the base year, in which the house is taken down over their heads for good, even if a new one
  /// stands there at its end; nil where it is not, or where they come back to the new one.
  var losesHouseIn: Int?
  /// What was said.
  var itinerary = Itinerary()
  /// The partner they are said to bring.
  var partner: Partner?
  /// With whom they belong: 0 for those drawn with the dwelling, 1 for the first family that moves in, and so on.
  var family = 0

  /// A band of ages, as of the base year.
  struct Ages: Sendable, Hashable {
    /// The lowest and the highest, both included.
    var range: ClosedRange<Int>
    /// The one in point estimates.
    var representative: Int
  }

  /// Somebody's partner to be.
  struct Partner: Sendable, Hashable {
    /// The id.
    var id: String
    /// ○ or △.
    var sex: Sex
    /// What they are to the couple named first.
    var relation: Relation
    /// Their own ages as of the base year; ``hasSameAge`` where nobody said.
    var ages: Ages?
    /// Whether they are as old as the one who brings them.
    var hasSameAge: Bool
    /// What a scenario said of them.
    var plans: [Stated<ResidentPlan>]
  }

  /// The ages as of `base` of somebody whose `age` was told in the year `told`.
  static func ages(_ age: Age, told: Int, base: Int) -> Ages? {
    guard let range = age.range(in: base, baseYear: told),
      let representative = age.representative(in: base, baseYear: told)
    else { return nil }
    return Ages(range: range, representative: representative)
  }

  /// The partner as a member, arriving in the year `entry` (from the base year).
  ///
  /// No rule of leaving home looks at them, whatever they are to the couple named first: they came to stay.
  func partnerMember(_ partner: Partner, entry: Int, base: Int) -> Member {
    var itinerary = Itinerary(partner.plans, base: base, entry: entry)
    itinerary.saysWhenLeaving = true
    return Member(
      id: partner.id, sex: partner.sex, occupation: nil, relation: partner.relation,
      ages: partner.hasSameAge ? ages : partner.ages, entry: entry, startsHere: true, waitsForHouse: false,
      comesBackToNewHouse: comesBackToNewHouse, losesHouseIn: losesHouseIn.flatMap { $0 > entry ? $0 : nil },
      itinerary: itinerary, partner: nil, family: family)
  }

  /// The id of a partner they bring, because the table said so or by chance.
  var partnerID: String { "\(id)+" }
}

extension Relation {
  /// What somebody's partner is to the couple named first.
  var ofPartner: Relation {
    switch self {
    case .head: .partner
    case .partner: .head
    case .child: .childPartner
    case .childPartner: .child
    case .parent: .parent
    case .grandchild, .other: .other
    }
  }
}
