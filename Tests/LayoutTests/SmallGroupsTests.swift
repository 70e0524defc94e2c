import Diagnostics
import Picture
import Projection
import Testing
import Workshop

@testable import Layout

/// No figure in public singles out one household.
@Suite struct SmallGroupsTests {
  private func counts(_ pairs: KeyValuePairs<String, Int>) -> [NamedCount] {
    pairs.map { NamedCount($0.key, $0.value) }
  }

  private func map(_ ages: [[Int]]) -> TableMap {
    TableMap(
      id: "A", title: "村", baseYear: 2023,
      houses: ages.enumerated().map { index, ages in
        House(
          id: "a\(index)",
          dwellings: [
            Dwelling(
              id: "a\(index)",
              occupancy: .residents(
                ages.enumerated().map {
                  Resident(id: "a\(index).\($0.offset)", sex: .male, age: .exact($0.element))
                }))
          ])
      })
  }

  private func redaction(_ ages: [[Int]], _ groups: SmallGroups = .coarsened) -> Redaction {
    let map = map(ages)
    let projection = Projector(map: map, sessionRules: RuleChanges()).project(horizons: [0, 10])
    return Redaction(map: map, projection: projection, groups: groups)
  }

  private func ages(_ redaction: Redaction) -> [AgeThen] {
    redaction.projection.states[0].houses.flatMap(\.dwellings).flatMap(\.people).map(\.age)
  }

  @Test func aDistrictOfThreeHousesShowsNoAges() {
    let three = redaction([[70, 68], [45, 43, 12], [81]])
    #expect(three.hidesAges)
    #expect(ages(three).allSatisfy { $0 == .unknown })
    #expect(three.projection.states.allSatisfy { $0.figures.ageingRate.point == nil })
    #expect(three.projection.states[0].figures.population.point == 6)
    let kept = redaction([[70, 68], [45, 43, 12], [81]], .kept)
    #expect(!kept.hidesAges && ages(kept).contains(.band(80...89, representative: 84)))
    #expect(kept.projection.states[0].figures.ageingRate.point != nil)
    #expect(!redaction([[70], [68], [45], [43], [81]]).hidesAges)
  }

  @Test(arguments: [
    // Who is 90 in 2033 counts as deceased; what 2023 shows decides.
    ([61, 92, 84, 83, 50], 80), ([71, 92, 50, 50, 50], 70), ([92, 93, 94, 50, 50], 90),
    ([84, 70, 50, 50, 50], 90), ([92, 81, 82, 83, 77], 80),
  ])
  func onePersonOfNinetyStandsAmongOthers(_ people: [Int], _ highest: Int) {
    let redaction = redaction(people.map { [$0] })
    #expect(redaction.highestBand == highest)
    let bands = ages(redaction).compactMap { age in if case .band(let band, _) = age { band } else { nil } }
    for band in bands where band.upperBound == 120 {
      #expect(band.lowerBound == highest)
      #expect(bands.count { $0 == band } >= 3 || highest == 70)
    }
  }

  @Test func neighbouringAgesAreAddedTogether() {
    let merged = SmallGroups.merged(
      inOrder: counts(["20代": 1, "30代": 8, "40代": 9, "60代": 4, "70代": 2, "80代": 1]), .ja)
    #expect(merged == counts(["20代・30代": 9, "40代": 9, "60代": 4, "70代・80代": 3]))
    #expect(SmallGroups.merged(inOrder: counts(["20s": 2, "30s": 9]), .en) == [])
    #expect(SmallGroups.merged(inOrder: counts(["20s": 0, "30s": 9, "40s": 3]), .en).count == 3)
  }

  @Test func smallDepartmentsBecomeOne() {
    #expect(
      SmallGroups.merged(counts(["住民": 20, "福祉": 2, "防災": 1, "建設": 6]), .ja)
        == counts(["住民": 20, "建設": 6, "その他": 3]))
    // One alone would be told by what is missing in the total.
    #expect(
      SmallGroups.merged(counts(["Residents": 15, "Council": 4, "Surgery": 2]), .en)
        == counts(["Residents": 15, "Others": 6]))
    #expect(SmallGroups.merged(counts(["住民": 3, "福祉": 5]), .ja) == counts(["住民": 3, "福祉": 5]))
  }

  @Test func oneManAmongWomenIsNotCounted() {
    var publication = Publication()
    publication.participants = Participants(
      departments: counts(["住民": 12]), sexes: counts(["女性": 11, "男性": 1]), ages: counts(["60代": 12]))
    publication.questionnaire = Questionnaire(
      respondents: 12,
      questions: [
        Question(title: "よかったですか", answers: counts(["はい": 11, "いいえ": 1])),
        Question(title: "あなたの年代は", answers: counts(["50代": 1, "60代": 5, "70代": 6])),
      ])
    let (printed, changed) = publication.coarsened(.coarsened, .ja)
    #expect(printed.participants?.sexes == [] && printed.participants?.total == 12)
    #expect(printed.questionnaire?.questions[0].answers.count == 2)
    #expect(printed.questionnaire?.questions[1].answers == counts(["50代・60代": 6, "70代": 6]))
    #expect(changed == ["性別", "あなたの年代は"])
    #expect(publication.coarsened(.kept, .ja).printed == publication)
  }
}
