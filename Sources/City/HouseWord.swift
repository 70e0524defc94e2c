import Workshop

/// What the column `kind` says altogether.
struct HouseWord {
  var traits: HouseTraits = []
  /// Whether the line is of a house without people.
  var isWithoutPeople = false
  /// Whether anything is said at all.
  var isStated = false

  /// Nothing said: a detached house with people.
  init() {}

  /// Reads words such as `賃貸・集合`; nil where one of them is not known.
  init?(_ text: String) {
    var isOwned = false
    for part in text.split(whereSeparator: { "・/+、()-".contains($0) }) {
      isStated = true
      switch RosterWords.kinds[String(part)] {
      case nil: return nil
      case .detached: break
      case .owned: isOwned = true
      case .unit: traits.insert(.unit)
      case .rented: traits.insert(.rented)
      case .livedInOnly: traits.insert(.countsOnlyLivedIn)
      case .vacant: isWithoutPeople = true
      case .unknown:
        isWithoutPeople = true
        traits.insert(.unknownHousehold)
      }
    }
    // As in a session: a unit of a block is let unless said otherwise.
    if traits.contains(.unit) && !isOwned { traits.insert(.rented) }
  }
}
