/// The tables that a worker looks into, in memory of its own.
struct WorkerTables {
  private let memory: UnsafeMutablePointer<UInt64>
  let death: UnsafePointer<UInt64>
  let leaving: UnsafePointer<UInt64>
  let returning: UnsafePointer<UInt64>
  let care: UnsafePointer<UInt64>
  let letting: UnsafePointer<UInt64>
  let filling: UnsafePointer<UInt64>
  let demolition: UnsafePointer<UInt64>
  /// By age, what a person adds to the heads of ``PackedSums``; ``PackedSums/ages`` on, the same for people of unknown age.
  let heads: UnsafePointer<UInt64>
  /// By age, the age; ``PackedSums/ages`` on, zeros.
  let ages: UnsafePointer<UInt64>
  /// By age, its class in ``CityAges``; ``PackedSums/ages`` on, that of an unknown age.
  let classes: UnsafePointer<UInt64>

  init(_ chances: CityChances) {
    let ages = PackedSums.ages
    let rows: [[UInt64]] =
      chances.all.map(\.values) + [
        (0..<ages).map { PackedSums.heads(age: $0) }
          + [UInt64](repeating: PackedSums.heads(age: nil), count: ages),
        (0..<ages).map { UInt64($0) } + [UInt64](repeating: 0, count: ages),
        (0..<ages).map { UInt64(CityAges.place(of: $0)) }
          + [UInt64](repeating: UInt64(CityAges.classes), count: ages),
      ]
    memory = .allocate(capacity: rows.map(\.count).reduce(0, +))
    var places: [UnsafePointer<UInt64>] = []
    var place = memory
    for row in rows {
      place.initialize(from: row, count: row.count)
      places.append(UnsafePointer(place))
      place += row.count
    }
    death = places[0]
    leaving = places[1]
    returning = places[2]
    care = places[3]
    letting = places[4]
    filling = places[5]
    demolition = places[6]
    heads = places[7]
    self.ages = places[8]
    classes = places[9]
  }

  func deallocate() { memory.deallocate() }
}

/// The counts of a chunk at one horizon in one run, several in a word: ten bits hold any count of up to 1,000.
struct PackedSums {
  private var heads: UInt64 = 0
  private var houses: UInt64 = 0
  private var kinds: UInt64 = 0

  /// How many ages people can have: the highest in a roster, and a hundred years on.
  static let ages = Roster.highestAge + 1 + 100

  /// What a person of an age adds to ``heads``.
  static func heads(age: Int?) -> UInt64 {
    guard let age else { return 1 << 50 }
    var word: UInt64 = age < 15 ? 1 : age < 65 ? 1 << 10 : 1 << 20
    if age >= 75 { word |= 1 << 30 }
    if (20...69).contains(age) { word |= 1 << 40 }
    return word
  }

  /// A dwelling in which known people live.
  @inline(__always)
  mutating func addHousehold(heads own: UInt64, ages: UInt64) {
    heads &+= own
    houses &+= ages | 1 << 24
    let from65 = own &>> 20 & 1023
    let unknownAge = own &>> 50
    let under65 = (own & 1023) &+ (own &>> 10 & 1023)
    let alone: UInt64 = from65 &+ unknownAge &+ under65 == 1 ? 1 : 0
    let older: UInt64 = under65 == 0 && from65 > 0 ? 1 : 0
    kinds &+= alone | (alone & older) &<< 10 | (unknownAge == 0 ? older : 0) &<< 20 | older &<< 30
  }

  @inline(__always) mutating func addUnknownHousehold() { houses &+= 1 << 34 }
  @inline(__always) mutating func addVacant() { houses &+= 1 << 44 }
  @inline(__always) mutating func addLikelyVacantNext() { houses &+= 1 << 54 }

  /// Adds everything to a row of totals.
  func add(to total: UnsafeMutablePointer<Int64>) {
    func add(_ column: Int, _ word: UInt64, _ shift: UInt64, bits: UInt64 = 10) {
      total[column] &+= Int64(truncatingIfNeeded: word >> shift & (1 << bits - 1))
    }
    add(CityColumn.under15, heads, 0)
    add(CityColumn.from15to64, heads, 10)
    add(CityColumn.from65, heads, 20)
    add(CityColumn.from75, heads, 30)
    add(CityColumn.helpers, heads, 40)
    add(CityColumn.unknownAge, heads, 50)
    add(CityColumn.ageSum, houses, 0, bits: 24)
    add(CityColumn.households, houses, 24)
    add(CityColumn.unknownHouseholds, houses, 34)
    add(CityColumn.vacant, houses, 44)
    add(CityColumn.likelyVacantNext, houses, 54)
    add(CityColumn.livingAlone, kinds, 0)
    add(CityColumn.olderLivingAlone, kinds, 10)
    add(CityColumn.elderlyOnly, kinds, 20)
    add(CityColumn.nobodyUnder65, kinds, 30)
  }
}
