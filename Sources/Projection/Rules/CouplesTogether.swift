/// When one of a couple moves into a care home, by rule or because the table said so, the other moves along in the same
/// year. Off unless asked for.
///
/// It leaves alone those of whom the table said that they stay, or when they move into care themselves.
struct CouplesTogether: Sendable, Hashable {
  /// Whether it is in force.
  var isOn = false

  /// Whether `member` goes along.
  func takesAlong(_ member: Member) -> Bool {
    isOn && member.itinerary.movesIntoCareByRule
  }
}
