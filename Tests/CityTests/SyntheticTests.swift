import Foundation
import Testing
import Workshop

@testable import City

/// Invented cities: exactly as many people and houses as asked for, by sex and age as the table has them.
struct SyntheticTests {
  static func table() throws -> PopulationTable {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Benchmarks/City/population.csv")
    return try PopulationTable(String(contentsOf: file, encoding: .utf8))
  }

  @Test(
    "People and houses exactly, ages as in the table, the same city from the same seed",
    arguments: [763, 5000])
  func exact(people: Int) throws {
    let table = try Self.table()
    #expect(table.people == 76_387)
    let houses = people * 31_398 / 76_387
    let districts = [SyntheticCity.District(name: "北", weight: 2), .init(name: "南", weight: 1)]
    let city = SyntheticCity(table: table, people: people, houses: houses, districts: districts, seed: 1)
    #expect(city.households.count == houses && city.districtOf.count == houses)
    let everybody = city.households.joined()
    #expect(everybody.count == people && city.households.allSatisfy { !$0.isEmpty })
    let scaled = table.scaled(to: people)
    for (sex, counts) in [(Sex.male, scaled.men), (.female, scaled.women)] {
      for (age, count) in counts.enumerated() {
        #expect(everybody.count { $0.sex == sex && $0.age == age } == count)
      }
    }
    let again = SyntheticCity(table: table, people: people, houses: houses, districts: districts, seed: 1)
    let other = SyntheticCity(table: table, people: people, houses: houses, districts: districts, seed: 2)
    #expect(again.households == city.households && other.households != city.households)
    // As households are: no child of under 15 alone, somebody at home in every house, most people with others.
    #expect(!city.households.contains { $0.count == 1 && $0[0].age < 15 })
    #expect(city.households.allSatisfy { $0.contains { !$0.isAway } })
    #expect(city.households.count { $0.count > 1 } > houses / 2)
  }

  @Test("Written down and read again it is the same roster")
  func roundTrip() throws {
    let city = try SyntheticCity(
      table: Self.table(), people: 800, houses: 330,
      districts: [.init(name: "北", weight: 1), .init(name: "南", weight: 1)],
      seed: 4)
    var text = ""
    city.csv { text += $0 }
    let read = Rosters.read(text, baseYear: 2020)
    let roster = city.roster(baseYear: 2020)
    #expect(read.findings.isEmpty && ReaderTests.text(read.roster) == ReaderTests.text(roster))
    #expect(read.roster?.names == roster.names)
    let twice = city.roster(baseYear: 2020, copies: 2)
    #expect(twice.peopleCount == 1600 && twice.districts == ["1/北", "1/南", "2/北", "2/南"])
    #expect(Set(twice.names).count == 660)
  }

  @Test("A table that cannot be read is told with its line")
  func trouble() {
    #expect(throws: PopulationTable.Trouble(line: 3)) {
      try PopulationTable("sex,age,people\nmale,0,1\nmale,x,1\n")
    }
  }
}
