import Projection

/// Plays chunks of a city through runs, on one thread.
///
/// A person's years do not depend on anybody else as long as nobody comes back, so the first year in which a person goes is found
/// at once. A house is vacant from the year in which the last has gone. Only a house to which somebody may come back in
/// this run is walked year by year (``HouseWalk``), in the order in which the session's engine does it.
final class CityWorker {
  private let job: CityJob
  private let philox: PhiloxLanes
  private let hits: FirstHit
  private let last: Int
  private let tables: WorkerTables
  private let horizons: [Int]
  private let people: UnsafeMutablePointer<PersonPlan>
  private let houses: UnsafeMutablePointer<HousePlan>
  /// For each person the first year at whose end they are not here, 0 for somebody away; ``FirstHit/never`` where they stay.
  private let until: UnsafeMutablePointer<UInt8>
  /// For each person where the row of ``WorkerTables/heads`` for the age in the base year is, in this run.
  private let places: UnsafeMutablePointer<Int16>
  private let sums: UnsafeMutablePointer<PackedSums>
  private let walk: HouseWalk
  private let dying: AgeSpan
  private let moving: AgeSpan
  private let leaving: AgeSpan
  private let returning: AgeSpan
  private let letting: AgeSpan
  private let filling: AgeSpan
  private let falling: AgeSpan
  private let successorFrom: Int

  /// The ages at which something can happen; none where the first is above the last.
  struct AgeSpan {
    let first: Int
    let last: Int

    init(_ table: Thresholds) {
      first = table.ages?.lowerBound ?? 1
      last = table.ages?.upperBound ?? 0
    }

    @inline(__always) var isEmpty: Bool { first > last }
  }

  /// A person of the chunk, the same in every run.
  struct PersonPlan {
    var name: UInt64
    var age: Int16
    var width: UInt8
    var isAway: Bool
    var isChild: Bool
    var knowsAge: Bool
    /// Where the rows of the person's sex begin.
    var row: Int32
    /// Where the row of the person's sex begins in ``CityAges``.
    var ages: Int32
  }

  /// A house of the chunk, the same in every run.
  struct HousePlan {
    var name: UInt64
    var first: Int32
    var end: Int32
    var traits: HouseTraits
    /// Whether somebody lives in it in the base year.
    var isLivedIn: Bool
    /// Whether it has to be walked year by year in this run.
    var isWalked: Bool
  }

  init(_ job: CityJob, seed: UInt64) {
    self.job = job
    philox = PhiloxLanes(seed: seed)
    hits = FirstHit(philox: philox, base: job.roster.baseYear)
    last = job.last
    horizons = job.offsets
    tables = WorkerTables(job.chances)
    dying = AgeSpan(job.chances.death)
    moving = AgeSpan(job.chances.care)
    leaving = AgeSpan(job.chances.leaving)
    returning = AgeSpan(job.chances.returning)
    letting = AgeSpan(job.chances.letting)
    filling = AgeSpan(job.chances.filling)
    falling = AgeSpan(job.chances.demolition)
    successorFrom = job.chances.successorFrom
    let mostPeople = job.chunks.map(\.people.count).max() ?? 0
    let mostHouses = job.chunks.map(\.houses.count).max() ?? 0
    people = .allocate(capacity: max(1, mostPeople))
    houses = .allocate(capacity: max(1, mostHouses))
    until = .allocate(capacity: max(1, mostPeople))
    places = .allocate(capacity: max(1, mostPeople))
    sums = .allocate(capacity: job.offsets.count)
    walk = HouseWalk(job: job, philox: philox, mostPeople: mostPeople)
  }

  deinit {
    people.deallocate()
    houses.deallocate()
    until.deallocate()
    places.deallocate()
    sums.deallocate()
    walk.deallocate()
    tables.deallocate()
    philox.deallocate()
  }

  /// Plays one chunk through runs and adds what it counts to `totals`.
  ///
  /// - Parameters:
  ///   - totals: For each run from `runs.lowerBound` on, each group and each horizon, a row of ``CityColumn``.
  ///   - ages: For each group and each horizon, the rows of ``CityAges`` of all runs together.
  func play(
    _ chunk: CityJob.Chunk, runs: Range<UInt32>, totals: UnsafeMutablePointer<Int64>,
    ages: UnsafeMutablePointer<Int64>
  ) {
    plan(chunk)
    let own = ages + chunk.group * horizons.count * CityAges.count
    let row = CityColumn.count * horizons.count
    for run in runs {
      let index = Int(run - runs.lowerBound)
      goThrough(houses: chunk.houses.count, run: run)
      count(chunk, run: run, total: totals + (index * job.groupCount + chunk.group) * row, ages: own)
    }
  }

  private func plan(_ chunk: CityJob.Chunk) {
    let roster = job.roster
    var person = 0
    for (place, house) in chunk.houses.enumerated() {
      let range = roster.range(of: house)
      let traits = roster.houses[house]
      houses[place] = HousePlan(
        name: roster.names[house], first: Int32(person), end: Int32(person + range.count), traits: traits,
        isLivedIn: traits.contains(.unknownHousehold) || range.contains { !roster.people[$0].isAway },
        isWalked: false)
      for (number, index) in range.enumerated() {
        let traits = roster.people[index]
        let age = roster.ages[index]
        let knowsAge = age != Roster.unknownAge
        people[person] = PersonPlan(
          name: DrawName.person(number + 1, of: roster.names[house]), age: knowsAge ? Int16(age) : 0,
          width: roster.widths.isEmpty ? 1 : roster.widths[index], isAway: traits.isAway,
          isChild: traits.isChild, knowsAge: knowsAge,
          row: Int32(knowsAge ? traits.sexRow * Thresholds.row : Thresholds.never),
          ages: Int32(traits.sexRow * CityAges.row))
        places[person] = knowsAge ? Int16(age) : Int16(PackedSums.ages)
        person += 1
      }
    }
  }

  // MARK: People

  /// Finds for everybody of the chunk until when they are here, and which houses have to be walked.
  private func goThrough(houses count: Int, run: UInt32) {
    for place in 0..<count {
      let house = houses[place]
      var isWalked = false
      for index in Int(house.first)..<Int(house.end) {
        let person = people[index]
        var start = Int(person.age)
        if person.width > 1 {
          start += drawnAge(person, run: run)
          places[index] = Int16(truncatingIfNeeded: start)
        }
        var gone = 0
        var isElsewhere = person.isAway
        if !isElsewhere {
          (gone, isElsewhere) = goes(person, start: start, run: run)
          until[index] = UInt8(truncatingIfNeeded: gone)
        } else {
          until[index] = 0
        }
        if isElsewhere, mayReturn(person, start: start, after: gone, run: run) { isWalked = true }
      }
      houses[place].isWalked = isWalked
    }
  }

  private func drawnAge(_ person: PersonPlan, run: UInt32) -> Int {
    // Kind 101 in the year 0.
    let word = philox.words(person.name, run: run, counter: 101 << 16).0
    return Int((UInt64(word) * UInt64(person.width)) >> 32)
  }

  /// The first year in which somebody who is here goes, and whether they have left home then.
  ///
  /// In a year, death is asked first, then care, then leaving: of those in the same year the first counts.
  @inline(__always)
  private func goes(_ person: PersonPlan, start: Int, run: UInt32) -> (year: Int, hasLeft: Bool) {
    var year = FirstHit.never
    guard person.knowsAge else { return (year, false) }
    if !dying.isEmpty && start + last >= dying.first {
      year = hits.year(
        .death, person.name, run: run, row: tables.death + Int(person.row), start: start, from: 1,
        through: last)
    }
    year = min(year, hit(.care, tables.care, moving, person, start: start, after: 0, before: year, run: run))
    guard person.isChild, start < successorFrom else { return (year, false) }
    let left = hit(
      .leavingHome, tables.leaving, leaving, person, start: start, after: 0, before: year, run: run)
    return left < year ? (left, true) : (year, false)
  }

  /// Whether somebody away would come back if the house let them. Whether they live that long is found out by the walk.
  @inline(__always)
  private func mayReturn(_ person: PersonPlan, start: Int, after gone: Int, run: UInt32) -> Bool {
    person.knowsAge
      && hit(
        .returning, tables.returning, returning, person, start: start, after: gone, before: last + 1, run: run
      )
        != FirstHit.never
  }

  /// The first year between two others in which something happens that can happen at some ages only.
  @inline(__always)
  private func hit(
    _ kind: ProcessKind, _ table: UnsafePointer<UInt64>, _ ages: AgeSpan, _ person: PersonPlan,
    start: Int, after: Int, before: Int, run: UInt32
  ) -> Int {
    let from = max(after + 1, ages.first - start)
    let through = min(last, before - 1, ages.last - start)
    guard from <= through else { return FirstHit.never }
    return year(
      kind, person.name, run: run, row: table + Int(person.row), start: start, from: from, through: through)
  }

  /// As ``FirstHit/year(_:_:run:row:start:from:through:)``, once for all that are asked less often than death.
  @inline(never)
  private func year(
    _ kind: ProcessKind, _ name: UInt64, run: UInt32, row: UnsafePointer<UInt64>, start: Int, from: Int,
    through: Int
  ) -> Int {
    hits.year(kind, name, run: run, row: row, start: start, from: from, through: through)
  }

  // MARK: Houses

  private func count(
    _ chunk: CityJob.Chunk, run: UInt32, total: UnsafeMutablePointer<Int64>,
    ages: UnsafeMutablePointer<Int64>
  ) {
    for index in horizons.indices { sums[index] = PackedSums() }
    let isLarge = chunk.people.count > CityJob.most
    for place in 0..<chunk.houses.count {
      let house = houses[place]
      if isLarge || house.isWalked {
        walk.play(house, people: people, places: places, run: run, total: total, ages: ages)
      } else {
        count(house, run: run, ages: ages)
      }
    }
    for index in horizons.indices { sums[index].add(to: total + index * CityColumn.count) }
  }

  @inline(__always)
  private func count(_ house: HousePlan, run: UInt32, ages counts: UnsafeMutablePointer<Int64>) {
    let (first, end) = (Int(house.first), Int(house.end))
    var vacantFrom = 0
    for index in first..<end { vacantFrom = max(vacantFrom, Int(until[index])) }
    let settled =
      vacantFrom < last ? settle(house, vacantFrom: vacantFrom, run: run) : (FirstHit.never, false)
    var wasLivedIn = false
    for index in 0..<horizons.count {
      let horizon = horizons[index]
      if vacantFrom > horizon {
        var heads: UInt64 = 0
        var ages: UInt64 = 0
        for person in first..<end {
          let mask: UInt64 = Int(until[person]) > horizon ? .max : 0
          let place = Int(places[person]) &+ horizon
          heads &+= tables.heads[place] & mask
          ages &+= tables.ages[place] & mask
          counts[index &* CityAges.count &+ Int(people[person].ages) &+ Int(tables.classes[place])] &+=
            Int64(bitPattern: mask & 1)
        }
        sums[index].addHousehold(heads: heads, ages: ages)
        wasLivedIn = true
      } else if settled.0 > horizon {
        sums[index].addVacant()
        if wasLivedIn { sums[index - 1].addLikelyVacantNext() }
        wasLivedIn = false
      } else {
        if settled.1 { sums[index].addUnknownHousehold() }
        wasLivedIn = settled.1
      }
    }
  }

  /// The year in which a vacant house is taken by a household nobody knows (true), or taken down.
  @inline(__always)
  private func settle(_ house: HousePlan, vacantFrom: Int, run: UInt32) -> (Int, Bool) {
    if house.traits.contains(.unknownHousehold) { return (0, true) }
    if vacantFrom == 0 && house.traits.contains(.countsOnlyLivedIn) { return (0, false) }
    let isToLet = house.traits.contains(.rented) && vacantFrom > 0
    var taken = FirstHit.never
    if !(isToLet ? letting : filling).isEmpty {
      taken = year(
        isToLet ? .letting : .filling, house.name, run: run, row: isToLet ? tables.letting : tables.filling,
        start: 0,
        from: vacantFrom + 1, through: last)
    }
    guard !falling.isEmpty, !house.traits.contains(.unit) else { return (taken, true) }
    let from = vacantFrom + max(1, falling.first)
    let through = min(last, taken - 1)
    guard from <= through else { return (taken, true) }
    let fallen = year(
      .demolition, house.name, run: run, row: tables.demolition, start: -vacantFrom, from: from,
      through: through)
    return fallen < taken ? (fallen, false) : (taken, true)
  }
}
