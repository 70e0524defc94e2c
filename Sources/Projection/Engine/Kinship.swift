import Workshop

/// Who in a dwelling belongs to whom, as far as the sheet tells.
struct Kinship: Sendable, Hashable {
  /// For each member the place of the partner drawn with them; nil where there is none.
  private(set) var partners: [Int?]

  /// Reads it from the relations: the head and the partner are a couple; a child's partner belongs to the nearest child
  /// before them who has none yet; of parents, two who follow each other and are not known to be of the same sex are
  /// a couple. Each family by itself.
  init(_ members: [Member]) {
    partners = members.map { _ in nil }
    for family in Set(members.map(\.family)).sorted() {
      let places = members.indices.filter { members[$0].family == family }
      func of(_ relation: Relation) -> [Int] { places.filter { members[$0].relation == relation } }
      if let head = of(.head).first, let partner = of(.partner).first { join(head, partner) }
      for partner in of(.childPartner) {
        let free = of(.child).filter { partners[$0] == nil }
        if let child = free.last(where: { $0 < partner }) ?? free.first { join(child, partner) }
      }
      for (one, other) in zip(of(.parent), of(.parent).dropFirst())
      where partners[one] == nil && !Self.isSame(members[one].sex, members[other].sex) {
        join(one, other)
      }
    }
  }

  private mutating func join(_ one: Int, _ other: Int) {
    partners[one] = other
    partners[other] = one
  }

  private static func isSame(_ a: Sex, _ b: Sex) -> Bool { a == b && a != .unknown }
}

extension Member {
  /// Whether they are one of the couple of the house, or of the family that moved in.
  var isOfCouple: Bool { relation == .head || relation == .partner }
}
