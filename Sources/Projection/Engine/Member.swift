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
  /// What was said; where something of it happens at an age, as it is for the representative age.
  var itinerary = Itinerary()
  /// The partner they are said to bring; likewise.
  var partner: Partner?
  /// What was said, for each age of a band from the lowest on; empty where it is the same for all of them.
  var byAge: [Said] = []
  /// With whom they belong: 0 for those drawn with the dwelling, 1 for the first family that moves in, and so on.
  var family = 0

  /// What was said of somebody, and the partner they are said to bring.
  struct Said: Sendable, Hashable {
    var itinerary: Itinerary
    var partner: Partner?
  }

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
    var arriving = Member(
      id: partner.id, sex: partner.sex, occupation: nil, relation: partner.relation,
      ages: partner.hasSameAge ? ages : partner.ages, entry: entry, startsHere: true, waitsForHouse: false,
      comesBackToNewHouse: comesBackToNewHouse, losesHouseIn: losesHouseIn.flatMap { $0 > entry ? $0 : nil },
      partner: nil, family: family)
    arriving.hear(partner.plans) { age in
      var itinerary = Itinerary(partner.plans, base: base, entry: entry, age: age)
      itinerary.saysWhenLeaving = true
      return Said(itinerary: itinerary)
    }
    return arriving
  }

  /// Takes in what was said.
  ///
  /// - Parameter read: Reads it for one age as of the base year.
  mutating func hear(_ plans: [Stated<ResidentPlan>], read: (Int?) -> Said) {
    let said = read(ages?.representative)
    (itinerary, partner) = (said.itinerary, said.partner)
    let saysAge = plans.contains { if case .age? = $0.value.when { true } else { false } }
    if saysAge, let ages, ages.range.count > 1 { byAge = ages.range.map(read) }
  }

  /// The same person, of whom that holds which was said for this age.
  func aged(_ age: Int?) -> Member {
    guard let age, let ages, ages.range.contains(age), !byAge.isEmpty else { return self }
    var one = self
    (one.itinerary, one.partner) = (
      byAge[age - ages.range.lowerBound].itinerary, byAge[age - ages.range.lowerBound].partner
    )
    one.byAge = []
    return one
  }

  /// The same person as they may be, by what was said for one age or another.
  var variants: [Member] {
    guard let ages, !byAge.isEmpty else { return [self] }
    return ages.range.map { aged($0) }
  }

  /// The last year in which they may be said to come; 0 where that was not said.
  var lastArrival: Int { variants.map(\.itinerary.lastArrival).max() ?? 0 }

  /// Whether they may be said to come in `offset` or later.
  func hasArrival(from offset: Int) -> Bool { variants.contains { $0.itinerary.hasArrival(from: offset) } }

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
