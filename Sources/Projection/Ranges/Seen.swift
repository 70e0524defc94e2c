/// What is kept of the people of a dwelling seen so far, when its outcomes at a horizon are looked for.
///
/// Who lived in a house earlier than the last of them leaves no trace in it: how long it has been vacant counts from
/// that last year, and before it the house was not taken down, for it was said that they come. So of the years in
/// which somebody was here, the last one up to the horizon and the last one up to the next tell all there is to tell.
struct Seen: Sendable, Hashable {
  /// The last years, 7 bits each, 0 for none, else the year + 1; then who is here.
  private var word: UInt32 = 0

  private static let hereBits: UInt32 = 0b11 << 14
  private static let under65: UInt32 = 1 << 16
  private static let from65: UInt32 = 1 << 17
  private static let unknownAge: UInt32 = 1 << 18
  /// The last year in which one of them is said to come, where that depends on their age.
  private static let arrival: UInt32 = 0x7F << 19
  private static let driver: UInt32 = 1 << 26

  /// Nobody was ever here.
  init() {}

  /// One person, on one way.
  init(_ path: Path, horizon: Int, next: Int?, _ driving: Driving) {
    self.init(presence: path.presence, age: path.age, horizon: horizon, next: next, driving)
    word |= UInt32(path.arrivalAtAge) << 19
  }

  /// One person of this age in the base year, here in the years of `presence`.
  init(presence: YearSet, age: Int?, horizon: Int, next: Int?, _ driving: Driving) {
    word = Self.mark(presence.highest(from: 0, through: horizon))
    if let next { word |= Self.mark(presence.highest(from: horizon + 1, through: next)) << 7 }
    guard presence.contains(horizon) else { return }
    word |= 1 << 14
    guard let age else {
      word |= Self.unknownAge
      return
    }
    word |= age + horizon >= 65 ? Self.from65 : Self.under65
    if driving.isOpen(to: age + horizon) { word |= Self.driver }
  }

  private static func mark(_ year: Int?) -> UInt32 { year.map { UInt32($0 + 1) } ?? 0 }

  /// These people and others.
  func and(_ other: Seen) -> Seen {
    var both = Seen()
    for field: UInt32 in [0x7F, 0x7F << 7, Self.arrival] {
      both.word |= max(word & field, other.word & field)
    }
    both.word |= min(2 << 14, (word & Self.hereBits) + (other.word & Self.hereBits))
    both.word |= (word | other.word) & (Self.under65 | Self.from65 | Self.unknownAge | Self.driver)
    return both
  }

  /// Years of presence that lead to the same house at `horizon`, and at the next, as those of the people seen: as if
  /// somebody had been here in every year up to the last.
  func trace(horizon: Int) -> YearSet {
    let (upTo, after) = (Int(word & 0x7F), Int(word >> 7 & 0x7F))
    let early = YearSet(from: 0, through: upTo - 1)
    return after == 0 ? early : early.union(YearSet(from: horizon + 1, through: after - 1))
  }

  /// The last year in which one of them is said to come, where that depends on their age; otherwise 0.
  var arrivalAtAge: Int { Int((word & Self.arrival) >> 19) }
  /// How many are here at the horizon: none, one, or more than one (2).
  var here: Int { Int((word & Self.hereBits) >> 14) }
  /// Whether somebody known to be under 65 is here.
  var hasUnder65: Bool { word & Self.under65 != 0 }
  /// Whether somebody known to be 65 or more is here.
  var hasFrom65: Bool { word & Self.from65 != 0 }
  /// Whether somebody of an age nobody knows is here.
  var hasUnknownAge: Bool { word & Self.unknownAge != 0 }
  /// Whether somebody known to be able to drive is here.
  var hasDriver: Bool { word & Self.driver != 0 }
}
