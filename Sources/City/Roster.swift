import Workshop

/// A city's people and houses in columns: two or three bytes a person, seventeen a house.
///
/// Houses stand by district, and in a district in the order of the file; their people stand together, in the order of the
/// file. Nobody's name is kept: a house is the 64 bits by which the draws of chance know it, and a person is the house and
/// a place in it.
public struct Roster: Sendable {
  /// The year the roster was made; ages are those at its end.
  public let baseYear: Int
  /// The names of the districts, in the order in which they were met.
  public internal(set) var districts: [String] = []

  /// Age at the end of the base year; ``unknownAge`` where nobody knows. Of a band, the lowest.
  var ages: [UInt8] = []
  /// How many ages a band has, 1 for an exact age; empty where all ages are exact or unknown.
  var widths: [UInt8] = []
  /// See ``PersonTraits``.
  var people: [PersonTraits] = []

  /// The house's name for draws: see ``DrawName``.
  var names: [UInt64] = []
  /// The place of the house's district in ``districts``.
  var districtOf: [UInt32] = []
  /// See ``HouseTraits``.
  var houses: [HouseTraits] = []
  /// Where the house's people begin; one more than there are houses.
  var firsts: [UInt32] = [0]

  /// What stands for an age nobody knows.
  static let unknownAge = UInt8.max
  /// The highest age a roster may hold.
  public static let highestAge = 120

  /// A roster without people.
  init(baseYear: Int) { self.baseYear = baseYear }

  /// People, those living away included.
  public var peopleCount: Int { ages.count }
  /// Dwellings.
  public var houseCount: Int { names.count }

  /// Whether some ages are known as bands only, so that they are drawn anew in each run.
  public var hasBands: Bool { !widths.isEmpty }

  /// What the columns take in memory, in bytes.
  public var bytes: Int {
    ages.capacity + widths.capacity + people.capacity + names.capacity * 8 + districtOf.capacity * 4
      + houses.capacity + firsts.capacity * 4
  }

  /// The place of the people of a house.
  func range(of house: Int) -> Range<Int> { Int(firsts[house])..<Int(firsts[house + 1]) }

  /// How many houses each district has.
  public var housesByDistrict: [Int] {
    var counts = [Int](repeating: 0, count: districts.count)
    for district in districtOf { counts[Int(district)] += 1 }
    return counts
  }
}

/// Sex, relation and whereabouts of a person in one byte.
struct PersonTraits: Sendable, Hashable {
  private let bits: UInt8

  init(sex: Sex, relation: Relation, isAway: Bool) {
    let sexBits: UInt8 =
      switch sex {
      case .male: 0
      case .female: 1
      case .unknown: 2
      }
    let isChild: UInt8 = relation == .child || relation == .grandchild ? 4 : 0
    bits = sexBits | isChild | (isAway ? 8 : 0)
  }

  /// For telling rosters apart.
  var fingerprint: UInt8 { bits }
  /// 0 a man, 1 a woman, 2 unknown: the row of a table of rates.
  var sexRow: Int { Int(bits & 3) }
  /// Whether they are a child or a grandchild of the house, at whom the rule of leaving home looks.
  var isChild: Bool { bits & 4 != 0 }
  /// Whether they live elsewhere in the base year.
  var isAway: Bool { bits & 8 != 0 }
}

/// What is known of a house, in one byte.
struct HouseTraits: OptionSet, Sendable, Hashable {
  let rawValue: UInt8

  /// It is let.
  static let rented = HouseTraits(rawValue: 1)
  /// A household lives here of whom the roster says nothing more.
  static let unknownHousehold = HouseTraits(rawValue: 2)
  /// A shop or a facility: counts as a house only once somebody has lived in it.
  static let countsOnlyLivedIn = HouseTraits(rawValue: 4)
  /// A unit of a block, which is not taken down by itself.
  static let unit = HouseTraits(rawValue: 8)
  /// All of these: what reading remembers besides is not kept.
  static let all: HouseTraits = [.rented, .unknownHousehold, .countsOnlyLivedIn, .unit]
}

/// The name by which draws know a house or a person: FNV-1a of `district/house` and `district/house.place`, so that a
/// roster and a session's map of the same id draw the same numbers.
enum DrawName {
  static let start: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  static func adding(_ byte: UInt8, to name: UInt64) -> UInt64 { (name ^ UInt64(byte)) &* 0x100_0000_01B3 }

  static func adding(_ text: some Sequence<UInt8>, to name: UInt64) -> UInt64 {
    text.reduce(name) { adding($1, to: $0) }
  }

  /// The name of a house.
  static func house(_ id: some Sequence<UInt8>, district: some Sequence<UInt8>) -> UInt64 {
    adding(id, to: adding(0x2F, to: adding(district, to: start)))
  }

  /// The name of the person at a place, from 1, in a house.
  static func person(_ place: Int, of house: UInt64) -> UInt64 {
    let dotted = adding(0x2E, to: house)
    if place < 10 { return adding(0x30 + UInt8(truncatingIfNeeded: place), to: dotted) }
    return adding(String(place).utf8, to: dotted)
  }
}
