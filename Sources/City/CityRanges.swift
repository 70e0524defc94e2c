import Projection
import Workshop

/// The figures of a city by the workshop's rules, with the smallest and the largest they can be over all ages inside the
/// bands: exact, no runs are made.
public struct CityRanges: Sendable {
  /// What was asked.
  public let question: CitySimulation.Question
  /// By group of districts, the whole city last; then by horizon, the base year first.
  public let figures: [[Figures]]
}

extension CityProjector {
  /// The exact figures by the workshop's rules, which leave nothing to chance.
  ///
  /// Only a roster with bands needs it: without them one run tells all.
  ///
  /// - Parameters:
  ///   - rules: The workshop's rules, without demolition (a roster does not say which units make a block).
  ///   - threads: On how many threads; it changes nothing of the answer.
  ///   - progress: Told of what is done.
  /// - Throws: `CancellationError` where the task was cancelled.
  public func ranges(
    _ rules: Rules, threads: Int, progress: WorkProgress? = nil
  ) async throws -> CityRanges {
    let job = job
    let empty = FigureSum(
      rules: rules, baseYear: job.roster.baseYear, horizons: Array(job.offsets.dropFirst()))
    progress?.expect(max(1, job.roster.peopleCount))
    let share = max(1, threads)
    let sums = try await withThrowingTaskGroup(of: [FigureSum].self) { group in
      for first in 0..<share {
        group.addTask {
          var sums = [FigureSum](repeating: empty, count: job.groupCount)
          var known = KnownHouses(roster: job.roster, empty: empty)
          for chunk in stride(from: first, to: job.chunks.count, by: share).map({ job.chunks[$0] }) {
            try Task.checkCancellation()
            for house in chunk.houses { known.add(house, to: &sums[chunk.group]) }
            progress?.advance(chunk.people.count)
          }
          return sums
        }
      }
      var all = [FigureSum](repeating: empty, count: job.groupCount)
      // Sums of whole numbers: the same in whatever order the parts come.
      for try await part in group {
        for index in all.indices { all[index].add(part[index]) }
      }
      return all
    }
    var whole = empty
    for sum in sums { whole.add(sum) }
    return CityRanges(question: question, figures: (sums + [whole]).map(\.figures))
  }
}

/// What houses add, of households that were met before without working it out again: in a city many are alike.
private struct KnownHouses {
  let roster: Roster
  let empty: FigureSum
  private var sums: [Household: FigureSum] = [:]

  /// How many households are kept.
  private static let most = 4000

  /// All that matters of a house by the workshop's rules.
  private struct Household: Hashable {
    var traits: HouseTraits
    var people: [Person]
  }

  private struct Person: Hashable {
    var age: UInt8
    var width: UInt8
    var isChild: Bool
    var isAway: Bool
  }

  init(roster: Roster, empty: FigureSum) {
    self.roster = roster
    self.empty = empty
  }

  mutating func add(_ house: Int, to sum: inout FigureSum) {
    let people = roster.range(of: house).map { index in
      Person(
        age: roster.ages[index], width: roster.widths.isEmpty ? 1 : roster.widths[index],
        isChild: roster.people[index].isChild, isAway: roster.people[index].isAway)
    }
    let household = Household(traits: roster.houses[house], people: people)
    if let own = sums[household] {
      sum.add(own)
      return
    }
    var own = empty
    own.add(Self.house(household))
    if sums.count < Self.most { sums[household] = own }
    sum.add(own)
  }

  /// The household as a session has it.
  private static func house(_ household: Household) -> House {
    let residents = household.people.enumerated().map { place, person in
      let age: Age =
        person.age == Roster.unknownAge
        ? .unknown
        : person.width > 1
          ? .band(Int(person.age)...Int(person.age) + Int(person.width) - 1) : .exact(Int(person.age))
      return Resident(
        id: "h.\(place + 1)", sex: .unknown, age: age, relation: person.isChild ? .child : .other,
        away: person.isAway ? Away() : nil)
    }
    let isUnknown = residents.isEmpty && household.traits.contains(.unknownHousehold)
    return House(
      id: "h", kind: household.traits.contains(.countsOnlyLivedIn) ? .shop : .detached,
      dwellings: [
        Dwelling(
          id: "h", isRented: household.traits.contains(.rented),
          occupancy: isUnknown ? .unknown : .residents(residents))
      ])
  }
}
