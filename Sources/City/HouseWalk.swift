import Projection

/// Walks one house through one run year by year, with everybody in it: the order of a year is that of docs/projection.md.
///
/// Taken only by houses to which somebody may come back, whose people and house therefore depend on each other, and by
/// houses of more people than the packed counts hold.
struct HouseWalk {
  private enum Place: UInt8 {
    case here
    case elsewhere
    case inCare
    case deceased
  }

  private struct Person {
    var place: Place
    var mayLeave: Bool
  }

  private let job: CityJob
  private let philox: PhiloxLanes
  private let states: UnsafeMutablePointer<Person>

  init(job: CityJob, philox: PhiloxLanes, mostPeople: Int) {
    self.job = job
    self.philox = philox
    states = .allocate(capacity: max(1, mostPeople))
  }

  func deallocate() { states.deallocate() }

  /// Plays the house and adds what it counts at each horizon to the rows of `total` and `ages`.
  func play(
    _ house: CityWorker.HousePlan, people: UnsafeMutablePointer<CityWorker.PersonPlan>,
    places: UnsafeMutablePointer<Int16>, run: UInt32, total: UnsafeMutablePointer<Int64>,
    ages: UnsafeMutablePointer<Int64>
  ) {
    let (first, count) = (Int(house.first), Int(house.end - house.first))
    let successorFrom = job.chances.successorFrom
    for index in 0..<count {
      let person = people[first + index]
      states[index] = Person(
        place: person.isAway ? .elsewhere : .here,
        mayLeave: person.isChild && person.knowsAge && Int(places[first + index]) < successorFrom)
    }
    var dwelling = Dwelling(house, isLivedIn: isLivedIn(count))
    var wasLivedIn = false
    var horizon = 0
    for offset in 0...job.last {
      if offset > 0 {
        for index in 0..<count {
          let person = people[first + index]
          guard states[index].place != .deceased, person.knowsAge else { continue }
          step(
            &states[index], person, age: Int(places[first + index]) + offset, offset: offset, run: run,
            mayReturn: dwelling.status == .occupied || dwelling.status == .vacant
              || dwelling.status == .neverLivedIn)
        }
        step(&dwelling, house, isLivedIn: isLivedIn(count), offset: offset, run: run)
      }
      guard offset == job.offsets[horizon] else { continue }
      let row = total + horizon * CityColumn.count
      if wasLivedIn && dwelling.status == .vacant {
        row[CityColumn.likelyVacantNext - CityColumn.count] += 1
      }
      wasLivedIn = dwelling.status == .occupied || dwelling.status == .unknown
      add(
        house, people, places, count: count, status: dwelling.status, offset: offset, to: row,
        ages: ages + horizon * CityAges.count)
      horizon += 1
    }
  }

  private func isLivedIn(_ count: Int) -> Bool { (0..<count).contains { states[$0].place == .here } }

  private func step(
    _ state: inout Person, _ person: CityWorker.PersonPlan, age: Int, offset: Int, run: UInt32,
    mayReturn: Bool
  ) {
    let chances = job.chances
    let year = job.roster.baseYear + offset
    func happens(_ kind: ProcessKind, _ table: Thresholds) -> Bool {
      table.canHappen(row: Int(person.row), age: age)
        && table.happens(
          philox.word(person.name, run: run, kind: kind, year: year), row: Int(person.row), age: age)
    }
    if happens(.death, chances.death) {
      state.place = .deceased
      return
    }
    switch state.place {
    case .here:
      if happens(.care, chances.care) {
        state.place = .inCare
      } else if state.mayLeave && happens(.leavingHome, chances.leaving) {
        state.place = .elsewhere
      }
    case .elsewhere:
      if mayReturn && happens(.returning, chances.returning) {
        state.place = .here
        state.mayLeave = person.isChild && age < chances.successorFrom
      }
    case .inCare, .deceased:
      break
    }
  }

  // MARK: The house

  private enum Status {
    case occupied
    case unknown
    case vacant
    /// A shop or a facility in which nobody has lived yet.
    case neverLivedIn
    case takenDown
  }

  private struct Dwelling {
    var status: Status
    var vacantSince = 0
    var hasEmptied = false

    init(_ house: CityWorker.HousePlan, isLivedIn: Bool) {
      status =
        isLivedIn
        ? .occupied
        : house.traits.contains(.unknownHousehold)
          ? .unknown : house.traits.contains(.countsOnlyLivedIn) ? .neverLivedIn : .vacant
    }
  }

  private func step(
    _ dwelling: inout Dwelling, _ house: CityWorker.HousePlan, isLivedIn: Bool, offset: Int, run: UInt32
  ) {
    switch dwelling.status {
    case .takenDown:
      return
    case _ where isLivedIn:
      dwelling.status = .occupied
    case .occupied:
      dwelling.status = house.traits.contains(.unknownHousehold) ? .unknown : .vacant
      dwelling.vacantSince = offset
      dwelling.hasEmptied = true
    case .vacant:
      let isToLet = house.traits.contains(.rented) && dwelling.hasEmptied
      func happens(_ kind: ProcessKind, _ table: Thresholds) -> Bool {
        let years = offset - dwelling.vacantSince
        guard table.canHappen(row: 0, age: years) else { return false }
        let word = philox.word(house.name, run: run, kind: kind, year: job.roster.baseYear + offset)
        return table.happens(word, row: 0, age: years)
      }
      if isToLet ? happens(.letting, job.chances.letting) : happens(.filling, job.chances.filling) {
        dwelling.status = .unknown
      } else if !house.traits.contains(.unit) && happens(.demolition, job.chances.demolition) {
        dwelling.status = .takenDown
      }
    case .unknown, .neverLivedIn:
      break
    }
  }

  private func add(
    _ house: CityWorker.HousePlan, _ people: UnsafeMutablePointer<CityWorker.PersonPlan>,
    _ places: UnsafeMutablePointer<Int16>, count: Int, status: Status, offset: Int,
    to row: UnsafeMutablePointer<Int64>, ages: UnsafeMutablePointer<Int64>
  ) {
    switch status {
    case .unknown: row[CityColumn.unknownHouseholds] += 1
    case .vacant: row[CityColumn.vacant] += 1
    case .neverLivedIn, .takenDown: break
    case .occupied:
      row[CityColumn.households] += 1
      var (here, under65, from65, unknownAge) = (0, 0, 0, 0)
      for index in 0..<count where states[index].place == .here {
        here += 1
        let first = Int(house.first)
        let person = people[first + index]
        let age = Int(places[first + index]) + offset
        ages[Int(person.ages) + (person.knowsAge ? CityAges.place(of: age) : CityAges.classes)] += 1
        guard person.knowsAge else {
          unknownAge += 1
          continue
        }
        row[CityColumn.ageSum] += Int64(age)
        row[age < 15 ? CityColumn.under15 : age < 65 ? CityColumn.from15to64 : CityColumn.from65] += 1
        if age >= 75 { row[CityColumn.from75] += 1 }
        if (20...69).contains(age) { row[CityColumn.helpers] += 1 }
        if age < 65 { under65 += 1 } else { from65 += 1 }
      }
      row[CityColumn.unknownAge] += Int64(unknownAge)
      if here == 1 { row[CityColumn.livingAlone] += 1 }
      if here == 1 && from65 == 1 { row[CityColumn.olderLivingAlone] += 1 }
      if from65 > 0 && under65 == 0 {
        row[CityColumn.nobodyUnder65] += 1
        if unknownAge == 0 { row[CityColumn.elderlyOnly] += 1 }
      }
    }
  }
}
