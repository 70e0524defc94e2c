/// So many families a year come to the map and take vacant houses, which compete for them. Off unless asked for; it stands
/// in the place of ``Filling``.
///
/// Each year every house that ``Filling`` would ask draws a number of its own, and the families take the houses of the
/// smallest numbers. So putting houses in another order changes nothing; one vacant house more or less changes
/// nothing but which of them the families reach. Two and a half families are two, and a third with chance one half.
struct Families: Sendable, Hashable {
  /// How many come each year; nil where the rule is off.
  var yearly: Double?

  /// A vacant house that families may take.
  struct Candidate: Sendable {
    /// Its number of this year.
    var number: UInt32
    /// Its name for draws, should two have the same number.
    var name: UInt64
    /// Where it is: the house, and the dwelling in it.
    var place: (house: Int, unit: Int)
  }

  /// How many come this year, by the map's number of this year.
  func coming(_ number: UInt32) -> Int {
    guard let yearly, yearly > 0 else { return 0 }
    let whole = yearly.rounded(.down)
    let more = Double(number) < (yearly - whole) * 4_294_967_296 ? 1 : 0
    return Int(min(whole, 1_000_000)) + more
  }

  /// The houses they take.
  static func taken(_ candidates: [Candidate], by count: Int) -> ArraySlice<Candidate> {
    candidates.sorted { ($0.number, $0.name) < ($1.number, $1.name) }.prefix(count)
  }
}
