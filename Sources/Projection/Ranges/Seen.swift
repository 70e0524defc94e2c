/// What is kept of the people of a dwelling seen so far, when its outcomes at a horizon are looked for.
///
/// Who lived in a house earlier than the last of them leaves no trace in it: how long it has been vacant counts from
/// that last year, and it is not taken down by rule while somebody is still to come. So of the years in which somebody
/// was here, the last one up to the horizon, the last one up to the next horizon, and one after both tell all there
/// is to tell.
struct Seen: Sendable, Hashable {
  /// The years of ``trace``, 7 bits each, 0 for none, else the year + 1; then who is here.
  private var word: UInt32 = 0

  private static let hereBits: UInt32 = 0b11 << 21
  private static let under65: UInt32 = 1 << 23
  private static let from65: UInt32 = 1 << 24
  private static let unknownAge: UInt32 = 1 << 25

  /// Nobody was ever here.
  init() {}

  /// One person, on one way.
  init(_ path: Path, horizon: Int, next: Int?) {
    let last = next ?? horizon
    word = Self.mark(path.presence.highest(from: 0, through: horizon))
    word |= Self.mark(path.presence.highest(from: horizon + 1, through: last)) << 7
    word |= Self.mark(path.presence.highest(from: last + 1, through: YearSet.last)) << 14
    guard path.presence.contains(horizon) else { return }
    word |= 1 << 21
    guard let age = path.age else {
      word |= Self.unknownAge
      return
    }
    word |= age + horizon >= 65 ? Self.from65 : Self.under65
  }

  private static func mark(_ year: Int?) -> UInt32 { year.map { UInt32($0 + 1) } ?? 0 }

  /// These people and others.
  func and(_ other: Seen) -> Seen {
    var both = Seen()
    for field: UInt32 in [0x7F, 0x7F << 7, 0x7F << 14] {
      both.word |= max(word & field, other.word & field)
    }
    both.word |= min(2 << 21, (word & Self.hereBits) + (other.word & Self.hereBits))
    both.word |= (word | other.word) & (Self.under65 | Self.from65 | Self.unknownAge)
    return both
  }

  /// The years that tell all there is to tell.
  var trace: YearSet {
    var years = YearSet()
    for shift: UInt32 in [0, 7, 14] {
      let mark = Int(word >> shift & 0x7F)
      if mark > 0 { years.insert(mark - 1) }
    }
    return years
  }

  /// How many are here at the horizon: none, one, or more than one (2).
  var here: Int { Int((word & Self.hereBits) >> 21) }
  /// Whether somebody known to be under 65 is here.
  var hasUnder65: Bool { word & Self.under65 != 0 }
  /// Whether somebody known to be 65 or more is here.
  var hasFrom65: Bool { word & Self.from65 != 0 }
  /// Whether somebody of an age nobody knows is here.
  var hasUnknownAge: Bool { word & Self.unknownAge != 0 }
}
