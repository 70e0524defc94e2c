/// Puts a roster together from lines in any order, and from generators.
public struct RosterBuilder: Sendable {
  private var roster: Roster
  /// The house of each person, in the order of the lines.
  private var houseOf: [UInt32] = []
  /// Places of houses by name, open addressing; place + 1, 0 where free.
  private var slots: [UInt32]
  private var districtPlaces: [UInt64: UInt32] = [:]
  private var hasBands = false

  /// An empty roster of this year.
  public init(baseYear: Int) {
    roster = Roster(baseYear: baseYear)
    slots = [UInt32](repeating: 0, count: 1 << 10)
  }

  /// A builder for a generator, whose houses come once each: no table to find them again is kept, which for a whole country
  /// would take half as much as everything else.
  init(baseYear: Int, copiesOnly: Bool) {
    self.init(baseYear: baseYear)
    if copiesOnly { slots = [] }
  }

  /// Makes room for so many, so that columns do not grow in steps.
  public mutating func reserve(people: Int, houses: Int) {
    roster.ages.reserveCapacity(people)
    roster.people.reserveCapacity(people)
    houseOf.reserveCapacity(people)
    roster.names.reserveCapacity(houses)
    roster.districtOf.reserveCapacity(houses)
    roster.houses.reserveCapacity(houses)
  }

  /// People so far.
  public var peopleCount: Int { roster.ages.count }
  /// Houses so far.
  public var houseCount: Int { roster.names.count }

  /// The place of a district, taken up where it is new.
  public mutating func district(_ name: String) -> Int {
    district(name: name, key: DrawName.adding(name.utf8, to: DrawName.start))
  }

  mutating func district(name: @autoclosure () -> String, key: UInt64) -> Int {
    if let place = districtPlaces[key] { return Int(place) }
    districtPlaces[key] = UInt32(roster.districts.count)
    roster.districts.append(name())
    return roster.districts.count - 1
  }

  /// The place of a house by its name for draws, taken up where it is new.
  mutating func house(_ name: UInt64, district: Int) -> Int {
    guard !slots.isEmpty else { return append(name, district: district) }
    var slot = Int(truncatingIfNeeded: name ^ name >> 32) & (slots.count - 1)
    while slots[slot] != 0 {
      let place = Int(slots[slot]) - 1
      if roster.names[place] == name { return place }
      slot = (slot + 1) & (slots.count - 1)
    }
    let place = append(name, district: district)
    slots[slot] = UInt32(place + 1)
    if place * 2 > slots.count { grow() }
    return place
  }

  private mutating func append(_ name: UInt64, district: Int) -> Int {
    roster.names.append(name)
    roster.districtOf.append(UInt32(district))
    roster.houses.append([])
    return roster.names.count - 1
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for (place, name) in roster.names.enumerated() {
      var slot = Int(truncatingIfNeeded: name ^ name >> 32) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(place + 1)
    }
  }

  /// What is known of a house so far.
  subscript(house place: Int) -> HouseTraits {
    get { roster.houses[place] }
    set { roster.houses[place] = newValue }
  }

  /// Adds a person to a house.
  ///
  /// - Parameters:
  ///   - age: At the end of the base year; of a band the lowest; nil where nobody knows.
  ///   - width: How many ages the band has; 1 for an exact age.
  mutating func add(to house: Int, age: Int?, width: Int = 1, traits: PersonTraits) {
    if width > 1 && !hasBands {
      hasBands = true
      roster.widths = [UInt8](repeating: 1, count: roster.ages.count)
    }
    roster.ages.append(age.map { UInt8(truncatingIfNeeded: $0) } ?? Roster.unknownAge)
    if hasBands { roster.widths.append(UInt8(truncatingIfNeeded: width)) }
    roster.people.append(traits)
    houseOf.append(UInt32(house))
  }

  /// The roster: houses by district, people by house, each otherwise in the order of the lines.
  public consuming func finish() -> Roster {
    slots = []
    let count = roster.names.count
    for house in 0..<count { roster.houses[house].formIntersection(.all) }
    var places = (0..<UInt32(count)).map { $0 }
    if !zip(roster.districtOf, roster.districtOf.dropFirst()).allSatisfy({ $0 <= $1 }) {
      let order = Self.order(roster.districtOf, kinds: roster.districts.count)
      roster.names = order.map { roster.names[Int($0)] }
      roster.districtOf = order.map { roster.districtOf[Int($0)] }
      roster.houses = order.map { roster.houses[Int($0)] }
      for (place, old) in order.enumerated() { places[Int(old)] = UInt32(place) }
      for index in houseOf.indices { houseOf[index] = places[Int(houseOf[index])] }
    }
    places = []
    roster.firsts = [UInt32](repeating: 0, count: count + 1)
    for house in houseOf { roster.firsts[Int(house) + 1] += 1 }
    for house in 0..<count { roster.firsts[house + 1] += roster.firsts[house] }
    if !zip(houseOf, houseOf.dropFirst()).allSatisfy({ $0 <= $1 }) {
      let order = Self.order(houseOf, kinds: count)
      roster.ages = order.map { roster.ages[Int($0)] }
      roster.people = order.map { roster.people[Int($0)] }
      if hasBands { roster.widths = order.map { roster.widths[Int($0)] } }
    }
    houseOf = []
    return roster
  }

  /// The places of `kinds` in ascending order of kind, those of one kind as they were.
  private static func order(_ kinds: [UInt32], kinds count: Int) -> [UInt32] {
    var next = [UInt32](repeating: 0, count: count + 1)
    for kind in kinds { next[Int(kind) + 1] += 1 }
    for kind in 0..<count { next[kind + 1] += next[kind] }
    var order = [UInt32](repeating: 0, count: kinds.count)
    for (place, kind) in kinds.enumerated() {
      order[Int(next[Int(kind)])] = UInt32(place)
      next[Int(kind)] += 1
    }
    return order
  }
}
