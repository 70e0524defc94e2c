import Projection

/// What is the same for every run of a city: who is where, by which chances, and in which pieces the work is done.
struct CityJob: Sendable {
  /// The people and houses.
  let roster: Roster
  /// For each district of the roster the group in which it is counted.
  let groupOf: [UInt32]
  /// How many groups there are.
  let groupCount: Int
  /// 0 and every horizon, ascending.
  let offsets: [Int]
  /// The yearly chances.
  let chances: CityChances
  /// The pieces.
  let chunks: [Chunk]

  /// Houses that follow one another, of one group: few enough that their people stay in the processor's nearest memory and
  /// that ten bits hold any count of them.
  struct Chunk: Sendable {
    var houses: Range<Int>
    var people: Range<Int>
    var group: Int
  }

  /// The most people, and houses, of a chunk; a house with more of them is a chunk of its own.
  static let most = 1000

  init(roster: Roster, groupOf: [UInt32], groupCount: Int, offsets: [Int], rules: CityRules) {
    self.roster = roster
    self.groupOf = groupOf
    self.groupCount = groupCount
    self.offsets = offsets
    chances = CityChances(rules)
    chunks = Self.cut(roster, groupOf: groupOf)
  }

  /// The last year looked at, from the base year.
  var last: Int { offsets.last ?? 0 }

  private static func cut(_ roster: Roster, groupOf: [UInt32]) -> [Chunk] {
    var chunks: [Chunk] = []
    var first = 0
    while first < roster.houseCount {
      let district = roster.districtOf[first]
      var end = first
      while end < roster.houseCount, end - first < most, roster.districtOf[end] == district,
        end == first || Int(roster.firsts[end + 1] - roster.firsts[first]) <= most
      {
        end += 1
      }
      chunks.append(
        Chunk(
          houses: first..<end, people: Int(roster.firsts[first])..<Int(roster.firsts[end]),
          group: Int(groupOf[Int(district)])))
      first = end
    }
    return chunks
  }
}

/// The yearly chances of a city as thresholds.
struct CityChances: Sendable {
  let death: Thresholds
  let leaving: Thresholds
  let returning: Thresholds
  let care: Thresholds
  /// The same every year.
  let letting: Thresholds
  /// The same every year.
  let filling: Thresholds
  /// By years of vacancy.
  let demolition: Thresholds
  /// A child that is this old when it is first seen here stays; Int.max: no such age.
  let successorFrom: Int

  init(_ rules: CityRules) {
    death = Thresholds(rules.death)
    leaving = Thresholds(rules.leavingHome)
    returning = Thresholds(rules.returning)
    care = Thresholds(rules.care)
    let (letting, filling, fall) = (
      Thresholds.value(of: rules.letting), Thresholds.value(of: rules.filling),
      Thresholds.value(of: rules.demolition)
    )
    self.letting = Thresholds { _, _ in letting }
    self.filling = Thresholds { _, _ in filling }
    demolition = Thresholds { years, _ in years >= max(1, rules.demolishedAfter) ? fall : 0 }
    successorFrom = rules.successorFrom ?? .max
  }

  /// All of them.
  var all: [Thresholds] { [death, leaving, returning, care, letting, filling, demolition] }
}

/// What is counted of a group of districts at a horizon in one run: the columns of a row of totals. All else follows.
enum CityColumn {
  static let under15 = 0
  static let from15to64 = 1
  static let from65 = 2
  static let from75 = 3
  static let helpers = 4
  static let unknownAge = 5
  static let ageSum = 6
  static let households = 7
  static let unknownHouseholds = 8
  static let vacant = 9
  static let likelyVacantNext = 10
  static let livingAlone = 11
  static let olderLivingAlone = 12
  static let elderlyOnly = 13
  static let nobodyUnder65 = 14
  static let count = 15
}
