import Diagnostics
import Picture
import Testing
import Workshop

@testable import Layout
@testable import Projection

/// The steps of the scale: where they begin, and that they are told apart in one ink.
@Suite struct ChanceStepTests {
  @Test(
    arguments: [
      (0, .livedIn), (0.0999, .livedIn), (0.1, .likelyLivedIn), (0.3999, .likelyLivedIn), (0.4, .even),
      (0.5, .even), (0.5999, .even), (0.6, .likelyVacant), (0.8999, .likelyVacant), (0.9, .vacant),
      (1, .vacant),
      // 0.3 + 0.3 is 0.6 but for the last bits.
      (0.1 + 0.2 + 0.3, .likelyVacant), (0.8 - 0.2, .likelyVacant), (1 - 0.1, .vacant),
    ] as [(Double, ChanceStep)])
  func stepOf(chance: Double, step: ChanceStep) { #expect(ChanceStep(vacant: chance) == step) }

  /// The share of the surface that ink covers.
  private static func coverage(_ paint: Paint) -> Double {
    switch paint {
    case .solid(let color): color == Theme.ink ? 1 : 0
    case .hatch(let hatch):
      hatch.color == Theme.ink ? hatch.width / hatch.spacing : 1 - hatch.width / hatch.spacing
    }
  }

  @Test(arguments: [1.8, 2.5, 4, 6]) func everyStepIsDarkerThanTheOneBefore(spacing: Double) {
    let coverages = ChanceStep.allCases.map { Self.coverage($0.paint(spacing: spacing)) }
    for (lighter, darker) in zip(coverages, coverages.dropFirst()) {
      #expect(darker - lighter > 0.12, "\(coverages)")
    }
  }

  @Test func patternsDifferBySomethingElseThanTheirTint() {
    // On a bad copier tints run together; white lines run the other way than black ones.
    guard case .hatch(let even) = ChanceStep.even.paint(spacing: 3),
      case .hatch(let likely) = ChanceStep.likelyVacant.paint(spacing: 3)
    else {
      Issue.record("no hatching")
      return
    }
    #expect(even.angle != likely.angle && even.color == Theme.ink && likely.color == Theme.white)
  }

  @Test(
    arguments: [
      (VacancyTurn.now, VacancyTurn.Band.now), (.year(2024), .by(0, count: 3)),
      (.year(2033), .by(0, count: 3)),
      (.year(2034), .by(1, count: 3)), (.year(2053), .by(2, count: 3)), (.later, .later),
    ] as [(VacancyTurn, VacancyTurn.Band)])
  func bands(turn: VacancyTurn, band: VacancyTurn.Band) { #expect(turn.band([2033, 2043, 2053]) == band) }

  @Test func manyHorizonsMakeThreeBands() {
    let years = [2033, 2038, 2043, 2048, 2053]
    #expect(VacancyTurn.ends(years) == [2033, 2038, 2053])
    #expect(VacancyTurn.year(2039).band(years) == .by(2, count: 3))
    #expect(VacancyTurn.year(2051).band(years) == .by(2, count: 3))
    #expect(VacancyTurn.year(2030).band([2033]) == .by(0, count: 1))
  }

  /// | year | vacant | |
  /// | --- | --- | --- |
  /// | 2023 | 0 | 2024: 0.5, not more than half; 2025: 0.51 |
  @Test func theYearIsTheFirstAboveOneHalf() {
    let map = TableMap(
      id: "A", title: "村", baseYear: 2023, horizons: [3],
      houses: ["a", "b", "c"].map {
        House(id: $0, dwellings: [Dwelling(id: $0, occupancy: .residents([]))])
      })
    let courses: [String: [Double]] = [
      "a": [0, 0.5, 0.51, 0.4], "b": [1, 0.9, 0.8, 0.7], "c": [0, 0, 0.1, 0.5],
    ]
    let states = (0...3).map { year in
      ChanceThen(
        horizon: year, year: 2023 + year, people: [],
        dwellings: ["a", "b", "c"].map { id in
          let vacant = courses[id]?[year] ?? 0
          return DwellingChance(id: id, occupied: 1 - vacant, unknown: 0, vacant: vacant, absent: 0)
        }, counts: [:])
    }
    let foresight = ChanceForesight(
      map: map, workshop: Projector(map: map).project(),
      chance: ChanceProjection(mapID: "A", baseYear: 2023, method: .exact, states: states),
      horizons: [0, 3], note: Phrase(verbatim: ""))
    #expect(foresight.turns == ["a": .year(2025), "b": .now])
    let model = MapModel(turning: foresight, audience: .table, language: .en)
    #expect(model.houses.map { $0.dwellings[0].faces[0].words } == [["2025"], [], ["after", "2026"]])
    // Where it was asked who goes if nobody new moves in, that is what is told.
    var asked = foresight
    var alone = foresight.chance
    for year in 0...3 { alone.states[year].dwellings[2].vacant = year == 3 ? 0.6 : 0 }
    asked.emptying = ChanceForesight.Emptying(chance: alone, note: Phrase(verbatim: "alone"))
    #expect(asked.turns == ["a": .year(2025), "b": .now, "c": .year(2026)])
    #expect(MapModel(turning: asked, audience: .table, language: .en).note.en.hasSuffix("alone"))
  }
}
