/// Adds a house to a tally.
///
/// Its dwellings depend on each other in one way only: by the rule of demolition a block is taken down as a
/// whole, when each of its units, looked at by itself, would be. Until then such a unit is vacant.
struct HouseTally {
  /// For each dwelling, every outcome by itself.
  let dwellings: [DwellingOutcomes]

  /// Adds the house.
  func add(to tally: inout FigureTally) {
    for item in CountItem.ofDwellings {
      count(item, in: &tally, fallen: item == .likelyVacantNext ? \.fallsByNext : \.hasFallen) {
        $0.adds(to: item)
      }
    }
    // A unit that would fall by itself stands vacant as long as the block stands.
    let rate: (DwellingOutcome) -> Fraction = {
      Fraction(over: $0.adds(to: .vacant), under: $0.adds(to: .dwellings))
    }
    tally.addVacancy(
      point: pointSum(fallen: \.hasFallen, rate), ways: ways(fallen: \.hasFallen, rate))
    // Nobody lives where something may fall.
    let driverless: (DwellingOutcome) -> Fraction = {
      Fraction(over: $0.adds(to: .withoutDriver), under: $0.adds(to: .households))
    }
    tally.addDriverless(
      point: pointSum(fallen: \.hasFallen, driverless), ways: ways(fallen: \.hasFallen, driverless))
  }

  private func count(
    _ item: CountItem, in tally: inout FigureTally, fallen: (DwellingOutcome) -> Bool,
    _ value: (DwellingOutcome) -> Int
  ) {
    if let only = dwellings.first, dwellings.count == 1 {
      // As below, without a list of the ways being made: nearly every house has one dwelling.
      func sum(_ outcome: DwellingOutcome) -> Int { fallen(outcome) ? 0 : value(outcome) }
      var (low, high) = (Int.max, Int.min)
      for outcome in only.all {
        let sum = sum(outcome)
        (low, high) = (min(low, sum), max(high, sum))
      }
      let isEmpty = only.all.isEmpty
      tally.add(item, point: sum(only.point), low: isEmpty ? 0 : low, high: isEmpty ? 0 : high)
      return
    }
    let single: (DwellingOutcome) -> Fraction = { Fraction(over: value($0), under: 0) }
    let all = ways(fallen: fallen, single).map(\.over)
    tally.add(
      item, point: pointSum(fallen: fallen, single).over, low: all.min() ?? 0, high: all.max() ?? 0)
  }

  private static let none = Fraction(over: 0, under: 0)

  private func pointSum(
    fallen: (DwellingOutcome) -> Bool, _ value: (DwellingOutcome) -> Fraction
  ) -> Fraction {
    let points = dwellings.map(\.point)
    return points.allSatisfy(fallen) ? Self.none : points.map(value).reduce(Self.none, +)
  }

  /// Every sum of `value` over the dwellings; nothing where all of them have fallen.
  private func ways(
    fallen: (DwellingOutcome) -> Bool, _ value: (DwellingOutcome) -> Fraction
  ) -> [Fraction] {
    struct Sum: Hashable {
      var value: Fraction
      var allFallen: Bool
    }
    if let only = dwellings.first, dwellings.count == 1 {
      return only.all.map { fallen($0) ? Self.none : value($0) }
    }
    var sums: Set<Sum> = [Sum(value: Self.none, allFallen: true)]
    for dwelling in dwellings {
      let own = Set(dwelling.all.map { Sum(value: value($0), allFallen: fallen($0)) })
      var grown = Set<Sum>()
      for sum in sums {
        for more in own {
          grown.insert(Sum(value: sum.value + more.value, allFallen: sum.allFallen && more.allFallen))
        }
      }
      sums = grown
    }
    return sums.map { $0.allFallen ? Self.none : $0.value }
  }
}
