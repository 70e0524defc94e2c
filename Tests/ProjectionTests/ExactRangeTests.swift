import Projection
import Testing
import Workshop

/// The ranges against the smallest and the largest over all ages inside the bands, tried one by one.
struct ExactRangeTests {
  /// Every map in which each band is replaced by one of its ages.
  static func allAges(of map: TableMap) -> [TableMap] {
    var maps = [map]
    func replacing(_ path: WritableKeyPath<TableMap, Age>) {
      guard case .band(let band) = map[keyPath: path] else { return }
      maps = maps.flatMap { some in
        band.map { age in
          var one = some
          one[keyPath: path] = .exact(age)
          return one
        }
      }
    }
    for (h, house) in map.houses.enumerated() {
      for (d, dwelling) in house.dwellings.enumerated() {
        for r in dwelling.people.indices {
          let person: WritableKeyPath<TableMap, Resident> = \TableMap.houses[h].dwellings[d].drawn[r]
          replacing(person.appending(path: \.age))
          replacing(person.appending(path: \.partnerAge))
        }
        for p in dwelling.plans.indices {
          for r in dwelling.plans[p].arriving.indices {
            let person: WritableKeyPath<TableMap, Resident> =
              \TableMap.houses[h].dwellings[d].plans[p].arriving[r]
            replacing(person.appending(path: \.age))
            replacing(person.appending(path: \.partnerAge))
          }
        }
      }
    }
    return maps
  }

  static let counts: [(String, @Sendable (Figures) -> Count?)] = [
    ("population", { $0.population }), ("households", { $0.households }),
    ("unknownHouseholds", { $0.unknownHouseholds }), ("vacant", { $0.vacant }),
    ("dwellings", { $0.dwellings }), ("livedIn", { $0.livedIn }), ("under15", { $0.under15 }),
    ("15-64", { $0.from15to64 }), ("65", { $0.from65 }), ("75", { $0.from75 }), ("helpers", { $0.helpers }),
    ("unknownAge", { $0.unknownAge }), ("alone", { $0.livingAlone }),
    ("older alone", { $0.olderLivingAlone }), ("elderly only", { $0.elderlyOnly }),
    ("nobody under 65", { $0.nobodyUnder65 }), ("next", { $0.likelyVacantNext }),
    ("drivers", { $0.drivers }), ("without driver", { $0.withoutDriver }),
  ]

  static let ratios: [(String, @Sendable (Figures) -> Ratio)] = [
    ("vacancy", { $0.vacancyRate }), ("mean age", { $0.meanAge }), ("ageing", { $0.ageingRate }),
    ("helpers for each", { $0.helpersPer75 }), ("without driver", { $0.withoutDriverRate }),
  ]

  @Test("Every range is the smallest and the largest over all ages inside the bands", arguments: 0..<120)
  func bruteForce(seed: Int) {
    var inventor = RandomNeighbourhood(seed: seed)
    inventor.widest = [2, 3, 6, 9][seed % 4]
    inventor.bands = [6, 4, 2, 2][seed % 4]
    let map = inventor.map(houses: 1...4)
    let projection = Projector(map: map).project()
    let each = Self.allAges(of: map).map { Projector(map: $0).project() }
    for (index, state) in projection.states.enumerated() {
      let figures = each.map { $0.states[index].figures }
      for (name, count) in Self.counts {
        let values = figures.compactMap { count($0)?.point }
        let found = count(state.figures)
        #expect(found?.low == values.min() && found?.high == values.max(), "\(name) in \(state.year)")
      }
      for (name, ratio) in Self.ratios {
        let values = figures.compactMap { ratio($0).point }
        let found = ratio(state.figures)
        #expect(found.low == values.min() && found.high == values.max(), "\(name) in \(state.year)")
      }
      for (h, house) in state.houses.enumerated() {
        for (d, dwelling) in house.dwellings.enumerated() {
          let all = each.map { $0.states[index].houses[h].dwellings[d] }
          #expect(dwelling.possible == Set(all.map(\.status)), "\(dwelling.id) in \(state.year)")
          for person in dwelling.people {
            let here = all.count { $0.people.contains { $0.id == person.id && $0.isHere } }
            #expect(here > 0 && person.depends == (here < all.count), "\(person.id) in \(state.year)")
          }
        }
      }
    }
  }

  @Test(
    "Ten people each in a band of seventy years, in every house, are no burden",
    .timeLimit(.minutes(1)))
  func wideBands() {
    let people =
      "m20-89 f20-89 m20-89.marries2040:20-89 f20-89.other m20-89.away.returns2031 "
      + "f20-89.away.returns2036 m20-89.away.returns2041 f20-89.parent m20-89.other.marries2035 f20-89.child"
    let map = Short.map((1...5).map { Short.house(people + " + rented", id: "b\($0)") })
    let last = Projector(map: map).project().states[3].figures
    // Of the ten some may be gone, or not have come.
    #expect(last.population.low == 0 && last.population.high > 50)
    #expect(last.livedIn.high == 5)
  }
}

extension Dwelling {
  /// The people drawn, to change them in place.
  fileprivate var drawn: [Resident] {
    get { people }
    set { occupancy = .residents(newValue) }
  }
}

extension DwellingPlan {
  /// The people of a family that moves in, to change them in place.
  fileprivate var arriving: [Resident] {
    get { if case .familyMovesIn(_, let people) = self { people } else { [] } }
    set { if case .familyMovesIn(let year, _) = self { self = .familyMovesIn(year: year, people: newValue) } }
  }
}

extension Resident {
  /// The age of the partner they are said to bring; unknown where nothing was said.
  fileprivate var partnerAge: Age {
    get {
      for case .bringsPartner(_, let age?) in plans { return age }
      return .unknown
    }
    set {
      plans = plans.map { plan in
        if case .bringsPartner(let when, .some) = plan {
          .bringsPartner(when, age: newValue)
        } else {
          plan
        }
      }
    }
  }
}
