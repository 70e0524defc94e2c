/// Plays chunks of a city through runs, on one thread.
///
/// A person's years do not depend on anybody else as long as nobody comes back: the first year in which a person goes
/// is found eight years at a time. A house is vacant from the year in which the last has gone. Only a house to which somebody may
/// come back in this run is walked year by year (``HouseWalk``); it is the same arithmetic, in the order in which the session's
/// engine does it.
final class CityWorker {
  private let job: CityJob
  private let philox: PhiloxLanes
  private let base: UInt64
  private let last: Int
  private let tables: WorkerTables
  private let people: UnsafeMutablePointer<PersonPlan>
  private let houses: UnsafeMutablePointer<HousePlan>
  /// For each person the first year at whose end they are not here, 0 for somebody away; 255 where they stay.
  private let until: UnsafeMutablePointer<UInt8>
  /// For each person the age at the end of the base year in this run.
  private let age: UnsafeMutablePointer<Int16>
  private let sums: UnsafeMutablePointer<PackedSums>
  private let horizons: [Int]
  private var walk: HouseWalk

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
    /// The row of leaving home: that of the sex, or zeros for who is no child.
    var leaveRow: Int32
  }

  /// A house of the chunk, the same in every run.
  struct HousePlan {
    var name: UInt64
    var first: Int32
    var end: Int32
    var traits: HouseTraits
    /// Whether it has to be walked year by year in this run.
    var isWalked: Bool
  }

  init(_ job: CityJob, seed: UInt64) {
    self.job = job
    philox = PhiloxLanes(seed: seed)
    base = UInt64(job.roster.baseYear)
    last = job.last
    horizons = job.offsets
    tables = WorkerTables(job.chances)
    let mostPeople = job.chunks.map(\.people.count).max() ?? 0
    let mostHouses = job.chunks.map(\.houses.count).max() ?? 0
    people = .allocate(capacity: max(1, mostPeople))
    houses = .allocate(capacity: max(1, mostHouses))
    until = .allocate(capacity: max(1, mostPeople))
    age = .allocate(capacity: max(1, mostPeople))
    sums = .allocate(capacity: job.offsets.count)
    walk = HouseWalk(job: job, philox: philox, mostPeople: mostPeople)
  }

  deinit {
    people.deallocate()
    houses.deallocate()
    until.deallocate()
    age.deallocate()
    sums.deallocate()
    walk.deallocate()
    tables.deallocate()
    philox.deallocate()
  }

  /// Plays one chunk through runs and adds what it counts to `totals`.
  ///
  /// - Parameter totals: For each run from `runs.lowerBound` on, each group and each horizon, a row of ``CityColumn``.
  func play(_ chunk: CityJob.Chunk, runs: Range<UInt32>, totals: UnsafeMutablePointer<Int64>) {
    plan(chunk)
    let row = CityColumn.count * horizons.count
    for run in runs {
      let index = Int(run - runs.lowerBound)
      let total = totals + (index * job.groupCount + chunk.group) * row
      goThrough(people: chunk.people.count, run: run)
      count(chunk, run: run, total: total)
    }
  }

  private func plan(_ chunk: CityJob.Chunk) {
    let roster = job.roster
    var person = 0
    for (place, house) in chunk.houses.enumerated() {
      let range = roster.range(of: house)
      houses[place] = HousePlan(
        name: roster.names[house], first: Int32(person), end: Int32(person + range.count),
        traits: roster.houses[house], isWalked: false)
      for (number, index) in range.enumerated() {
        let traits = roster.people[index]
        let age = roster.ages[index]
        let knowsAge = age != Roster.unknownAge
        let row = Int32(knowsAge ? traits.sexRow * Thresholds.row : Thresholds.never)
        people[person] = PersonPlan(
          name: DrawName.person(number + 1, of: roster.names[house]),
          age: knowsAge ? Int16(age) : 0, width: roster.widths.isEmpty ? 1 : roster.widths[index],
          isAway: traits.isAway, isChild: traits.isChild, knowsAge: knowsAge, row: row,
          leaveRow: traits.isChild ? row : Int32(Thresholds.never))
        person += 1
      }
    }
  }

  // MARK: People

  /// Finds for everybody of the chunk until when they are here, and which houses have to be walked.
  private func goThrough(people count: Int, run: UInt32) {
    let returnAges = job.chances.returnAges
    let successorFrom = job.chances.successorFrom
    let hasCare = tables.hasCare
    var house = 0
    for index in 0..<count {
      while Int(houses[house].end) <= index {
        house += 1
      }
      if index == Int(houses[house].first) { houses[house].isWalked = false }
      let person = people[index]
      var start = Int(person.age)
      if person.width > 1 { start += drawnAge(person, run: run) }
      age[index] = Int16(truncatingIfNeeded: start)
      var gone = 0
      if !person.isAway {
        let leaveRow = start < successorFrom ? Int(person.leaveRow) : Thresholds.never
        let event =
          hasCare
          ? firstEvent(person, start: start, leaveRow: leaveRow, run: run, withCare: true)
          : firstEvent(person, start: start, leaveRow: leaveRow, run: run, withCare: false)
        until[index] = UInt8(truncatingIfNeeded: min(event.offset, 255))
        guard event.hasLeft else { continue }
        gone = event.offset
      } else {
        until[index] = 0
      }
      if let returnAges, person.knowsAge,
        mayReturn(person, start: start, after: gone, ages: returnAges, run: run)
      {
        houses[house].isWalked = true
      }
    }
  }

  private func drawnAge(_ person: PersonPlan, run: UInt32) -> Int {
    let word = philox.words(person.name, run: run, year: DrawKinds.ageYear).0
    return Int((UInt64(word) * UInt64(person.width)) >> 32)
  }

  /// The first year in which somebody who is here goes, and whether they have left home then.
  @inline(__always)
  private func firstEvent(
    _ person: PersonPlan, start: Int, leaveRow: Int, run: UInt32, withCare: Bool
  ) -> (offset: Int, hasLeft: Bool) {
    let death = tables.death + (Int(person.row) + start)
    let leaving = tables.leaving + (leaveRow + start)
    let care = tables.care + (Int(person.row) + start)
    var offset = 1
    while offset <= last {
      let words = philox.words(person.name, run: run, year: base &+ UInt64(offset), wantsAll: withCare)
      let dies = words.0 &- WorkerTables.lanes(death + offset)
      let leaves = words.1 &- WorkerTables.lanes(leaving + offset)
      var differences = dies | leaves
      if withCare {
        differences |= words.3 &- WorkerTables.lanes(care + offset)
      }
      if PhiloxLanes.isAnyBelow(differences) {
        for lane in 0..<8 where differences[lane] &>> 63 != 0 {
          let year = offset + lane
          if year > last { break }
          let isInCare = withCare && UInt64(words.3[lane]) < care[year]
          return (year, dies[lane] &>> 63 == 0 && !isInCare)
        }
      }
      offset += 8
    }
    return (255, false)
  }

  /// Whether somebody away would come back if the house let them: the chance of it comes before that of dying.
  private func mayReturn(
    _ person: PersonPlan, start: Int, after gone: Int, ages: ClosedRange<Int>, run: UInt32
  ) -> Bool {
    let from = max(gone + 1, ages.lowerBound - start)
    let through = min(last, ages.upperBound - start)
    guard from <= through else { return false }
    let returning = tables.returning + (Int(person.row) + start)
    var offset = from
    while offset <= through {
      let words = philox.words(person.name, run: run, year: base &+ UInt64(offset), wantsAll: true)
      let differences = words.2 &- WorkerTables.lanes(returning + offset)
      if PhiloxLanes.isAnyBelow(differences) {
        // Whether they live that long is found out by the walk.
        for lane in 0..<8 where differences[lane] &>> 63 != 0 && offset + lane <= through { return true }
      }
      offset += 8
    }
    return false
  }

  // MARK: Houses

  private func count(_ chunk: CityJob.Chunk, run: UInt32, total: UnsafeMutablePointer<Int64>) {
    for index in horizons.indices { sums[index] = PackedSums() }
    let isLarge = chunk.people.count > CityJob.most
    for place in 0..<chunk.houses.count {
      let house = houses[place]
      if isLarge || house.isWalked {
        walk.play(house, people: people, ages: age, run: run, total: total)
      } else {
        count(house, run: run)
      }
    }
    for index in horizons.indices { sums[index].add(to: total + index * CityColumn.count) }
  }

  @inline(__always)
  private func count(_ house: HousePlan, run: UInt32) {
    let (first, end) = (Int(house.first), Int(house.end))
    var vacantFrom = 0
    for index in first..<end { vacantFrom = max(vacantFrom, Int(until[index])) }
    var settled = (offset: Int.max, isTaken: false)
    if house.traits.contains(.unknownHousehold) {
      settled = (0, true)
    } else if vacantFrom == 0 && house.traits.contains(.countsOnlyLivedIn) {
      settled = (0, false)
    } else if vacantFrom < last && tables.touchesHouses {
      settled = settle(house, vacantFrom: vacantFrom, run: run)
    }
    var wasLivedIn = false
    for (index, horizon) in horizons.enumerated() {
      if vacantFrom > horizon {
        var heads: UInt64 = 0
        var ages: UInt64 = 0
        for person in first..<end {
          let mask: UInt64 = Int(until[person]) > horizon ? .max : 0
          let place = Int(age[person]) + horizon + (people[person].knowsAge ? 0 : Thresholds.row)
          heads &+= tables.heads[place] & mask
          ages &+= tables.ages[place] & mask
        }
        sums[index].addHousehold(heads: heads, ages: ages)
        wasLivedIn = true
      } else if settled.offset > horizon {
        sums[index].addVacant()
        if wasLivedIn { sums[index - 1].addLikelyVacantNext() }
        wasLivedIn = false
      } else {
        if settled.isTaken { sums[index].addUnknownHousehold() }
        wasLivedIn = settled.isTaken
      }
    }
  }

  /// The year in which a vacant house is taken by a household nobody knows, or taken down.
  private func settle(_ house: HousePlan, vacantFrom: Int, run: UInt32) -> (offset: Int, isTaken: Bool) {
    let isToLet = house.traits.contains(.rented) && vacantFrom > 0
    let take = isToLet ? job.chances.letting : job.chances.filling
    let falls = house.traits.contains(.unit) ? tables.noDemolition : tables.demolition
    var offset = vacantFrom + 1
    while offset <= last {
      let words = philox.words(
        house.name, run: run, year: DrawKinds.houseBlock | (base &+ UInt64(offset)), wantsAll: true)
      let takes = (isToLet ? words.0 : words.1) &- PhiloxLanes.Lanes(repeating: take)
      let fall = words.2 &- WorkerTables.lanes(falls + (offset - vacantFrom))
      let either = takes | fall
      if PhiloxLanes.isAnyBelow(either) {
        for lane in 0..<8 where either[lane] &>> 63 != 0 {
          if offset + lane > last { break }
          return (offset + lane, takes[lane] &>> 63 != 0)
        }
      }
      offset += 8
    }
    return (.max, false)
  }
}

/// How the kinds of draws are written into a counter: kind less 1, divided by 4, is the block, which stands above the year;
/// the rest is the word.
enum DrawKinds {
  /// Block 1: letting is its word 0, filling 1, demolition 2. Block 0: death 0, leaving 1, returning 2, care 3.
  static let houseBlock: UInt64 = 1 << 16
  /// Kind 101, year 0: the age inside a band is word 0.
  static let ageYear: UInt32 = 25 << 16
}
