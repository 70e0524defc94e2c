import Projection
import Testing
import Workshop

/// What holds for every neighbourhood, over some hundred invented ones.
struct PropertyTests {
  static func map(_ seed: Int, hasArrivals: Bool = true) -> TableMap {
    var inventor = RandomNeighbourhood(seed: seed)
    inventor.hasArrivals = hasArrivals
    return inventor.map(houses: 1...6)
  }

  @Test("Nobody grows younger, and everybody grows older by a year a year", arguments: 0..<100)
  func ages(seed: Int) {
    let projection = Projector(map: Self.map(seed)).project()
    var seen: [String: (year: Int, age: AgeThen)] = [:]
    for state in projection.states {
      for person in state.houses.flatMap(\.dwellings).flatMap(\.people) {
        if let before = seen[person.id] {
          let years = state.year - before.year
          switch (before.age, person.age) {
          case (.exact(let a), .exact(let b)): #expect(b == a + years)
          case (.band(let a, let m), .band(let b, let n)):
            #expect(b == (a.lowerBound + years)...(a.upperBound + years) && n == m + years)
          case (.unknown, .unknown): break
          default: Issue.record("\(person.id) changes the kind of age")
          }
        }
        seen[person.id] = (state.year, person.age)
      }
    }
  }

  @Test("With no arrivals the population never grows, nor do its bounds", arguments: 0..<100)
  func noGrowth(seed: Int) {
    let states = Projector(map: Self.map(seed, hasArrivals: false)).project().states
    for (before, after) in zip(states, states.dropFirst()) {
      let (a, b) = (before.figures.population, after.figures.population)
      #expect(b.point <= a.point && b.low <= a.low && b.high <= a.high)
    }
  }

  @Test("The range holds the point, and the parts add up to the whole", arguments: 0..<200)
  func ranges(seed: Int) {
    for state in Projector(map: Self.map(seed)).project().states {
      let figures = state.figures
      for (name, value) in ExactRangeTests.counts {
        guard let count = value(figures) else { continue }
        #expect(count.low <= count.point && count.point <= count.high && count.low >= 0, "\(name)")
      }
      for (name, value) in ExactRangeTests.ratios {
        let ratio = value(figures)
        guard let point = ratio.point else { continue }
        #expect(ratio.low.map { $0 <= point } ?? false, "\(name)")
        #expect(ratio.high.map { $0 >= point } ?? false, "\(name)")
      }
      let f = figures
      #expect(
        f.under15.point + f.from15to64.point + f.from65.point + f.unknownAge.point == f.population.point)
      #expect(f.households.point + f.unknownHouseholds.point == f.livedIn.point)
      #expect(f.livedIn.point + f.vacant.point == f.dwellings.point)
      #expect(f.elderlyOnly.point <= f.nobodyUnder65.point && f.from75.point <= f.from65.point)
      let dwellings = state.houses.flatMap(\.dwellings)
      #expect(dwellings.count { $0.status == .vacant } == f.vacant.point)
      #expect(dwellings.count { $0.status == .occupied } == f.households.point)
      #expect(dwellings.flatMap(\.people).count(where: \.isHere) == f.population.point)
      #expect(dwellings.count(where: \.isLikelyVacantNext) == f.likelyVacantNext?.point ?? 0)
      #expect(dwellings.allSatisfy { $0.possible.contains($0.status) })
    }
  }

  @Test("Putting the houses in another order changes nothing for any of them", arguments: 0..<100)
  func permuting(seed: Int) {
    let map = Self.map(seed)
    var turned = map
    turned.houses = Array(map.houses.reversed())
    let (a, b) = (Projector(map: map).project(), Projector(map: turned).project())
    for (one, other) in zip(a.states, b.states) {
      #expect(one.figures == other.figures)
      #expect(one.houses == Array(other.houses.reversed()))
    }
    for house in map.houses.flatMap(\.dwellings) {
      #expect(a.events.filter { $0.dwellingID == house.id } == b.events.filter { $0.dwellingID == house.id })
    }
  }

  @Test("A horizon read alone is the same horizon read among others", arguments: 0..<50)
  func alone(seed: Int) {
    let projector = Projector(map: Self.map(seed))
    let all = projector.project(horizons: Array(1...45))
    for horizon in [1, 2, 5, 10, 17, 30, 45] {
      let alone = projector.project(horizons: [horizon]).states[1]
      let among = all.states[horizon]
      // What a mark or a figure says about the neighbours in the list is theirs.
      func unmarked(_ house: HouseThen) -> HouseThen {
        var house = house
        for index in house.dwellings.indices {
          house.dwellings[index].isNewlyVacant = false
          house.dwellings[index].isLikelyVacantNext = false
          house.dwellings[index].isNewlyAbsent = false
          house.dwellings[index].isNewlyLivedIn = false
        }
        return house
      }
      #expect(alone.houses.map(unmarked) == among.houses.map(unmarked))
      var figures = among.figures
      figures.likelyVacantNext = nil
      #expect(alone.figures == figures)
    }
  }

  @Test("Every change between two years has its cause on record", arguments: 0..<50)
  func causes(seed: Int) {
    let map = Self.map(seed)
    let projection = Projector(map: map).project(horizons: Array(1...40))
    for (before, after) in zip(projection.states, projection.states.dropFirst()) {
      let events = projection.events.filter { $0.year == after.year }
      for (was, now) in zip(before.houses.flatMap(\.dwellings), after.houses.flatMap(\.dwellings)) {
        let own = events.filter { $0.dwellingID == was.id }
        let (here, there) = (Set(was.here), Set(now.here))
        let isFamily = own.contains { $0.kind == .familyArrived }
        let gone: Set<EventKind> = [.deceased, .left, .movedIntoCare]
        for id in here.subtracting(there) {
          #expect(own.contains { $0.residentID == id && gone.contains($0.kind) }, "\(id) \(after.year)")
        }
        for id in there.subtracting(here) {
          let came = own.contains {
            $0.residentID == id && ($0.kind == .returned || $0.kind == .partnerArrived)
          }
          #expect(came || isFamily && id.contains("@"), "\(id) \(after.year)")
        }
        guard was.status != now.status else { continue }
        let kinds = Set(own.map(\.kind))
        switch now.status {
        case .vacant:
          #expect(kinds.contains(.becameVacant) || kinds.contains(.built), "\(was.id) \(after.year)")
        case .unknown:
          // A household nobody knows that had joined the house stays when the others go.
          let remains = was.status == .occupied && !kinds.isDisjoint(with: gone)
          #expect(
            remains || !kinds.isDisjoint(with: [.relet, .familyArrived, .built]), "\(was.id) \(after.year)")
        case .absent: #expect(kinds.contains(.demolished), "\(was.id) \(after.year)")
        case .occupied:
          #expect(
            !kinds.isDisjoint(with: [.returned, .familyArrived, .partnerArrived]), "\(was.id) \(after.year)")
        }
      }
    }
    #expect(projection.events.allSatisfy { $0.year > map.baseYear })
  }
}

extension DwellingThen {
  fileprivate var here: [String] { people.filter(\.isHere).map(\.id) }
}
