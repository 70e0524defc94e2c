import Workshop

/// The same numbers from the same seed, everywhere (SplitMix64, Steele et al. 2014).
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: Int) { state = UInt64(bitPattern: Int64(seed)) &* 0x9E37_79B9_7F4A_7C15 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  mutating func roll(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
  mutating func hits(_ oneIn: Int) -> Bool { roll(1...oneIn) == 1 }
}

/// Invents neighbourhoods with everything that can be said in them.
struct RandomNeighbourhood {
  var dice: Dice
  /// Whether people may come who are not here in the base year.
  var hasArrivals = true
  /// How wide a band may be.
  var widest = 10
  /// How many bands there may be; after that ages are exact.
  var bands = Int.max

  init(seed: Int) { dice = Dice(seed) }

  mutating func map(houses: ClosedRange<Int>) -> TableMap {
    let count = dice.roll(houses)
    var map = TableMap(
      id: "R", title: "R", baseYear: 2023, horizons: horizons(),
      houses: (1...count).map { house("h\($0)") })
    map.rules = rules()
    return map
  }

  mutating func horizons() -> [Int] {
    let step = [3, 5, 10].randomElement(using: &dice) ?? 10
    return (1...dice.roll(2...4)).map { $0 * step + dice.roll(0...1) }
  }

  mutating func rules() -> RuleChanges {
    RuleChanges(
      deceasedAt: dice.hits(6) ? .off : .at(dice.roll(80...90)),
      childrenLeaveAt: dice.hits(6) ? .off : .at(dice.roll(17...24)),
      reletsRentedUnits: dice.hits(3) ? false : nil,
      demolishedAfter: dice.hits(2) ? .at(dice.roll(1...12)) : nil,
      drivesUntil: dice.hits(2) ? .at(dice.roll(60...86)) : nil)
  }

  mutating func house(_ id: String) -> House {
    switch dice.roll(1...10) {
    case 1:
      return House(
        id: id, kind: .apartment,
        dwellings: (1...dice.roll(1...4)).map { dwelling("\(id)-\($0)", isRented: !dice.hits(4)) })
    case 2: return House(id: id, kind: .shop, dwellings: [dwelling(id, isRented: false)])
    case 3:
      var lot = dwelling(id, isRented: false)
      lot.occupancy = .residents([])
      return House(id: id, kind: .emptyLot, dwellings: dice.hits(2) ? [] : [lot])
    default: return House(id: id, dwellings: [dwelling(id, isRented: dice.hits(3))])
    }
  }

  mutating func dwelling(_ id: String, isRented: Bool) -> Dwelling {
    var dwelling = Dwelling(id: id, isRented: isRented, occupancy: .unknown)
    switch dice.roll(1...8) {
    case 1: dwelling.occupancy = .vacant(since: dice.hits(2) ? 2023 - dice.roll(0...9) : nil)
    case 2: dwelling.occupancy = .unknown
    case 3: dwelling.occupancy = .residents([])
    default:
      let people = dice.roll(1...4)
      dwelling.occupancy = .residents((1...people).map { resident("\(id).\($0)", place: $0, from: 2023) })
    }
    guard hasArrivals else { return dwelling }
    if dice.hits(6) { dwelling.plans.append(.demolished(year())) }
    if dice.hits(6) { dwelling.plans.append(.built(year())) }
    for _ in 0..<2 where dice.hits(7) {
      let (arrival, size) = (year(), dice.roll(0...3))
      let people = size == 0 ? [] : (1...size).map { resident("x\($0)", place: $0, from: arrival) }
      dwelling.plans.append(.familyMovesIn(year: arrival, people: people))
    }
    return dwelling
  }

  mutating func year() -> Int { 2023 + dice.roll(0...45) }

  /// Mostly a year; sometimes an age, reached already or not.
  mutating func moment() -> When { dice.hits(4) ? .age(dice.roll(1...100)) : .year(year()) }

  mutating func age(from: Int) -> Age {
    let lowest = dice.roll(0...95)
    switch dice.roll(1...6) {
    case 1: return .unknown
    case 2: return .born(from - lowest)
    case 3: return .exact(lowest)
    default:
      guard bands > 0 else { return .exact(lowest) }
      bands -= 1
      return .band(lowest...(lowest + dice.roll(0...(widest - 1))))
    }
  }

  mutating func resident(_ id: String, place: Int, from: Int) -> Resident {
    let isAway = hasArrivals && dice.hits(5)
    var resident = Resident(
      id: id, sex: dice.hits(2) ? .male : .female, age: age(from: from), relation: .head,
      away: isAway ? Away() : nil)
    resident.relation = place == 1 ? .head : Relation.allCases.randomElement(using: &dice) ?? .other
    if dice.hits(8) { resident.plans.append(.leaves(moment())) }
    if dice.hits(10) { resident.plans.append(.stays) }
    if dice.hits(10) { resident.plans.append(.movesIntoCare(moment())) }
    guard hasArrivals else { return resident }
    if dice.hits(isAway ? 2 : 8) { resident.plans.append(.returns(moment())) }
    if dice.hits(8) {
      resident.plans.append(.bringsPartner(moment(), age: dice.hits(2) ? nil : age(from: 2050)))
    }
    return resident
  }
}
