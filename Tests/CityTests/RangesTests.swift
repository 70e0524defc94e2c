import Projection
import Testing
import Workshop

@testable import City

/// Rosters with bands under the workshop's rules: the same exact ranges as a session's map of the same people.
struct RangesTests {
  static func ranges(_ text: String, _ rules: Rules, threads: Int = 1) async throws -> CityRanges {
    let projector = CityProjector(
      roster: try #require(Rosters.read(text).roster), rules: CityRules(rules), horizons: [7, 10, 20, 30],
      seed: 1,
      smallest: 1)
    return try await projector.ranges(rules, threads: threads)
  }

  @Test(
    "A session and the same people as a roster: every figure, every ratio, every range",
    arguments: 51...62 as ClosedRange<UInt64>)
  func sameAsSession(seed: UInt64) async throws {
    let (text, map) = Rosters.invented(seed: seed, houses: 30)
    var rules = Rules.workshop
    if seed % 3 == 0 { rules.reletsRentedUnits = false }
    if seed % 4 == 0 { rules.childrenLeaveAt = .off }
    let changes = RuleChanges(
      childrenLeaveAt: rules.childrenLeaveAt, reletsRentedUnits: rules.reletsRentedUnits)
    let wanted = Projector(map: map, sessionRules: changes).project(horizons: [7, 10, 20, 30]).states
    let found = try await Self.ranges(text, rules)
    #expect(found.figures == [wanted.map(\.figures), wanted.map(\.figures)])
    #expect(
      wanted.contains { $0.figures.meanAge.low != $0.figures.meanAge.high }, "there is something to find")
  }

  @Test("Districts add up to the whole, on any number of threads")
  func districts() async throws {
    let (north, northern) = Rosters.invented(seed: 71, houses: 25, district: "北")
    let (south, southern) = Rosters.invented(seed: 72, houses: 25, district: "南")
    let text = north + south.split(separator: "\n").dropFirst().joined(separator: "\n") + "\n"
    let maps = [northern, southern].map { Projector(map: $0).project(horizons: [7, 10, 20, 30]) }
    let wanted = maps.map { $0.states.map(\.figures) } + [maps.addedUp().map(\.figures)]
    for threads in [1, 2, 5] {
      #expect(try await Self.ranges(text, .workshop, threads: threads).figures == wanted)
    }
  }

  @Test("Worked by hand: a man in his 70s, and a woman in her 60s alone")
  func byHand() async throws {
    let text = "house,district,sex,age,relation\na,N,m,70s,head\nb,N,f,60s,head\n"
    let whole = try #require(try await Self.ranges(text, .workshop).figures.last)
    // 2033: he is 80–84, or gone; she is 70–79. 2053: nobody.
    #expect(whole[2].population == Count(2, low: 1, high: 2))
    #expect(whole[2].vacant == Count(0, low: 0, high: 1))
    #expect(whole[2].vacancyRate == Ratio(0, low: 0, high: 0.5))
    // (84 + 74) / 2; she alone of 70; he of 84 and she of 79.
    #expect(whole[2].meanAge == Ratio(79, low: 70, high: 81.5))
    #expect(whole[4].vacant == Count(2, low: 2, high: 2))
  }
}
