import Projection
import Workshop

/// Invents what becomes of a neighbourhood: no rules, only every state that a map may have to show, quickly.
enum Foresight {
  static func invent(_ map: TableMap, _ random: inout SeededGenerator) -> MapProjection {
    let rules = Rules.workshop
    var before = Set<String>()
    var absent = Set<String>()
    var states: [MapThen] = []
    for horizon in [0] + map.horizons {
      var vacant = Set<String>()
      var gone = Set<String>()
      var houses: [HouseThen] = []
      for house in map.houses {
        let dwellings = house.dwellings.map { dwelling -> DwellingThen in
          var then = self.dwelling(dwelling, map, horizon, &random)
          if then.status == .vacant {
            vacant.insert(dwelling.id)
            then.isNewlyVacant = horizon > 0 && !before.contains(dwelling.id)
          }
          if then.status == .absent {
            gone.insert(dwelling.id)
            then.isNewlyAbsent = horizon > 0 && !absent.contains(dwelling.id)
          }
          then.isNewlyLivedIn = horizon > 0 && then.status == .occupied && before.contains(dwelling.id)
          return then
        }
        houses.append(HouseThen(id: house.id, dwellings: dwellings))
      }
      before = vacant
      absent = gone
      states.append(
        MapThen(
          horizon: horizon, year: map.baseYear + horizon, houses: houses,
          figures: figures(houses.flatMap(\.dwellings), &random)))
    }
    return MapProjection(
      mapID: map.id, baseYear: map.baseYear, rules: rules, states: states, events: [])
  }

  private static func dwelling(
    _ dwelling: Dwelling, _ map: TableMap, _ horizon: Int, _ random: inout SeededGenerator
  ) -> DwellingThen {
    let year = map.baseYear + horizon
    var people: [PersonThen] = []
    for person in dwelling.people where person.away == nil {
      let age: AgeThen
      if let range = person.age.range(in: year, baseYear: map.baseYear) {
        if range.lowerBound >= 85 && horizon > 0 { continue }
        age =
          range.count == 1
          ? .exact(range.lowerBound)
          : .band(range, representative: (range.lowerBound + range.upperBound) / 2)
      } else {
        age = .unknown
      }
      people.append(
        PersonThen(
          id: person.id, sex: person.sex, age: age, occupation: person.occupation,
          relation: person.relation, isHere: true, depends: horizon > 0 && person.age.isBand))
    }
    let status: DwellingStatus =
      switch dwelling.occupancy {
      case .vacant: .vacant
      case .unknown: .unknown
      case .residents: people.isEmpty || (horizon > 0 && random.chance(0.1)) ? .vacant : .occupied
      }
    if status == .vacant { people = [] }
    var possible: Set<DwellingStatus> = [status]
    if status == .occupied && people.allSatisfy(\.depends) { possible.insert(.vacant) }
    if random.chance(0.01) {
      return DwellingThen(id: dwelling.id, status: .absent, possible: [.absent], people: [])
    }
    return DwellingThen(id: dwelling.id, status: status, possible: possible, people: people)
  }

  private static func figures(_ dwellings: [DwellingThen], _ random: inout SeededGenerator) -> Figures {
    func count(_ point: Int) -> Count {
      random.chance(0.3)
        ? Count(point, low: max(0, point - 2), high: point + 3) : Count(point, low: point, high: point)
    }
    let none = Count(0, low: 0, high: 0)
    let ratio = Ratio(0.41, low: 0.3, high: 0.5)
    return Figures(
      population: count(dwellings.reduce(0) { $0 + $1.people.count }),
      households: count(dwellings.count { $0.status == .occupied }),
      unknownHouseholds: count(dwellings.count { $0.status == .unknown }),
      vacant: count(dwellings.count { $0.status == .vacant }), dwellings: count(dwellings.count),
      vacancyRate: ratio, meanAge: ratio, under15: none, from15to64: none, from65: none, from75: none,
      unknownAge: none, ageingRate: ratio, livingAlone: none, olderLivingAlone: none, elderlyOnly: none,
      likelyVacantNext: nil, helpersPer75: ratio)
  }
}
