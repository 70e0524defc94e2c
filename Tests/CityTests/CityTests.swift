import Foundation
import Projection
import Testing
import Workshop

@testable import City

/// Cities: the same result on any number of threads and from any parts, and what the tables themselves say.
struct CityProjectorTests {
  static func projector(_ text: String, smallest: Int = 1, horizons: [Int] = [10, 30]) throws -> CityProjector
  {
    CityProjector(
      roster: try #require(Rosters.read(text).roster), rules: CityRules(try Rosters.rules()),
      horizons: horizons,
      seed: 7, smallest: smallest)
  }

  static func bytes(_ simulation: CitySimulation) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return try encoder.encode(simulation)
  }

  static let text: String = {
    let north = Rosters.invented(seed: 5, houses: 40, district: "北").text
    let south = Rosters.invented(seed: 6, houses: 30, district: "南").text
    return north + south.split(separator: "\n").dropFirst().joined(separator: "\n") + "\n"
  }()

  @Test("1, 2 and 16 threads, and parts put together in any order, are the same bytes")
  func parts() async throws {
    let projector = try Self.projector(Self.text)
    let whole = try await projector.simulate(runs: 0..<70, threads: 1)
    for threads in [2, 16] {
      let found = try await projector.simulate(runs: 0..<70, threads: threads)
      #expect(try Self.bytes(found) == Self.bytes(whole))
    }
    var sum = try await projector.simulate(runs: 47..<70, threads: 1)
    for part in [0..<20, 20..<47] as [Range<UInt32>] {
      let more = try await projector.simulate(runs: part, threads: 1)
      try sum.merge(JSONDecoder().decode(CitySimulation.self, from: Self.bytes(more)))
    }
    #expect(try sum == whole && Self.bytes(sum) == Self.bytes(whole))
    func trouble(_ other: CitySimulation) -> Simulation.MergeTrouble? {
      var copy = whole
      do {
        try copy.merge(other)
        return nil
      } catch {
        return error
      }
    }
    #expect(trouble(try await projector.simulate(runs: 69..<71, threads: 1)) == .sameRuns)
    let other = try Self.projector(Self.text, horizons: [10, 31])
    #expect(trouble(try await other.simulate(runs: 70..<71, threads: 1)) == .otherJob)
    let cut = String(decoding: try Self.bytes(whole), as: UTF8.self).replacing(
      "\"runs\":[70]", with: "\"runs\":[71]")
    #expect(trouble(try JSONDecoder().decode(CitySimulation.self, from: Data(cut.utf8))) == .damaged)
  }

  @Test("Lines in another order, and houses that are added, change no other district's runs")
  func order() async throws {
    var lines = Self.text.split(separator: "\n").map(String.init)
    let head = lines.removeFirst()
    let whole = try await Self.projector(Self.text).simulate(runs: 0..<30, threads: 1)
    // Houses turned round, the people of each as they were.
    var byHouse: [[String]] = []
    for line in lines {
      let house = line.split(separator: ",").prefix(2)
      if byHouse.last?[0].split(separator: ",").prefix(2) == house {
        byHouse[byHouse.count - 1].append(line)
      } else {
        byHouse.append([line])
      }
    }
    let turned =
      head + "\n" + byHouse.reversed().joined().joined(separator: "\n") + "\nx,南,male,44,head,,here\n"
    let other = try await Self.projector(turned).simulate(runs: 0..<30, threads: 1)
    let place = try #require(other.question.districts.firstIndex { $0.name == "北" })
    let base = try #require(whole.question.districts.firstIndex { $0.name == "北" })
    #expect(whole.counts[base] == other.counts[place])
    #expect(whole.counts[1 - base] != other.counts[1 - place])
  }

  @Test("Mortality alone: the survivors are those of the table, for every age, within five standard errors")
  func survivors() async throws {
    var rules = CityRules()
    rules.death = try Rosters.rules().death
    for (sex, ages) in [(Sex.male, [0, 40, 65, 80, 95]), (.female, [0, 40, 65, 80, 95])] {
      for age in ages {
        var builder = RosterBuilder(baseYear: 2024)
        let district = builder.district("表")
        for number in 0..<400 {
          let house = builder.house(UInt64(number) &* 0x9E37_79B9_7F4A_7C15 &+ 1, district: district)
          builder.add(to: house, age: age, traits: PersonTraits(sex: sex, relation: .head, isAway: false))
        }
        let projector = CityProjector(roster: builder.finish(), rules: rules, horizons: [1, 20], seed: 3)
        let found = try await projector.simulate(runs: 0..<10, threads: 1)
        for (index, years) in [(1, 1), (2, 20)] {
          // Of a table of one-year chances: the product of those of surviving.
          let share = (age + 1...age + years).reduce(1.0) { $0 * (1 - rules.death.chance(age: $1, sex: sex)) }
          let mean = try #require(found.counts(.population, group: 0, horizon: index).mean) / 400
          let error = (share * (1 - share) / 4000).squareRoot()
          #expect(abs(mean - share) <= 5 * error + 1e-9, "\(sex) \(age)+\(years): \(mean), \(share)")
        }
      }
    }
  }

  @Test("Run for run the same as the independent kernel in Python (Tests/Peers/kernel.py)")
  func peer() async throws {
    let rates = try Rosters.rules()
    var rules = CityRules()
    rules.death = rates.death
    rules.leavingHome = rates.leavingHome
    // The people of kernel.py one by one: a man of 75, a woman in her 70s, a son of 17, of the house T/b1.
    let text = "house,district,sex,age,relation\nb1,T,m,75,head\nb1,T,f,70s,partner\nb1,T,m,17,child\n"
    let roster = try #require(Rosters.read(text).roster)
    let found = try await CityProjector(roster: roster, rules: rules, horizons: [10, 20], seed: 20_230_207)
      .simulate(runs: 0..<2000, threads: 2)
    // 1202 + 1587 + 423 and 242 + 657 + 301 of 2,000 runs are here; the house is vacant in 126 and in 1013.
    #expect(found.counts(.population, group: 0, horizon: 1).mean == Double(1202 + 1587 + 423) / 2000)
    #expect(found.counts(.population, group: 0, horizon: 2).mean == Double(242 + 657 + 301) / 2000)
    #expect(found.counts(.vacant, group: 0, horizon: 1).mean == 0.063)
    #expect(found.counts(.vacant, group: 0, horizon: 2).mean == 0.5065)
  }

  @Test("A house of more people than the packed counts hold is counted all the same")
  func large() async throws {
    let line = "home,T,f,60,other\n"
    let text = "house,district,sex,age,relation\n" + String(repeating: line, count: 1500)
    let found = try await Self.projector(text, horizons: [1]).simulate(runs: 0..<3, threads: 1)
    #expect(found.counts(.population, group: 0, horizon: 0).quantile(perMille: 500) == 1500)
    // Hundredths of a year, kept to their quarters.
    #expect(found.counts(.meanAge, group: 0, horizon: 1).mean.map { abs($0 - 4 * 6100) < 1e-6 } == true)
  }

  @Test("Small districts go together, with one more where they could be worked out from the rest")
  func smallDistricts() throws {
    func groups(_ houses: [Int], smallest: Int) -> [String] {
      var builder = RosterBuilder(baseYear: 2020)
      var name: UInt64 = 1
      for (number, count) in houses.enumerated() {
        let district = builder.district("d\(number)")
        for _ in 0..<count {
          _ = builder.house(name, district: district)
          name += 1
        }
      }
      return DistrictGroups(builder.finish(), smallest: smallest).districts.map {
        "\($0.name ?? "together \($0.districts)") \($0.houses)"
      }
    }
    #expect(groups([9, 8, 7], smallest: 5) == ["d0 9", "d1 8", "d2 7"])
    #expect(groups([9, 3, 3, 7], smallest: 5) == ["d0 9", "d3 7", "together 2 6"])
    #expect(groups([9, 3, 8], smallest: 5) == ["d0 9", "together 2 11"])
    #expect(groups([9, 1, 1, 8], smallest: 5) == ["d0 9", "together 3 10"])
    #expect(groups([9, 1, 1, 8], smallest: 1) == ["d0 9", "d1 1", "d2 1", "d3 8"])
    #expect(groups([2], smallest: 5) == ["together 1 2"])
  }

  @Test("Quantiles of runs are those of the list of their values")
  func quantiles() {
    var counts = RunCounts()
    counts.add([5, 1, 3])
    counts.add([3, 3, 9, 7, 1, 2, 8])
    #expect(counts.values == [1, 2, 3, 5, 7, 8, 9] && counts.runs == [2, 1, 3, 1, 1, 1, 1])
    let list: [Int64] = [1, 1, 2, 3, 3, 3, 5, 7, 8, 9]
    for (share, place) in [
      (1, 0), (100, 0), (101, 1), (500, 4), (600, 5), (601, 6), (900, 8), (975, 9), (1000, 9),
    ] {
      #expect(counts.quantile(perMille: share) == list[place])
    }
    #expect(counts.mean == 4.2 && RunCounts().quantile(perMille: 500) == nil)
  }
}
