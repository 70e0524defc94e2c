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
    ([61, 92, 84, 83, 50], 80), ([71, 92, 50, 50, 50], 50), ([92, 93, 94, 50, 50], 90),
    ([84, 70, 50, 50, 50], 50),
    ([92, 81, 82, 83, 77], 70), ([71, 45, 44, 43, 50, 51, 52], 50), ([70, 71, 72, 50, 40], 90),
    ([92, 93, 94, 71, 50], 70),
    ([30, 40, 50, 60, 65], 90),
  ])
  func oneOldPersonStandsAmongOthers(_ people: [Int], _ highest: Int) {
    let redaction = redaction(people.map { [$0] })
    #expect(redaction.ages[0] == PublicAges(highest: highest, hidesRate: redaction.ages[0].hidesRate))
    let bands = ages(redaction).compactMap { age in if case .band(let band, _) = age { band } else { nil } }
    #expect(bands.count == people.count)
    for band in bands where band.upperBound >= 70 { #expect(bands.count { $0 == band } >= 3, "\(band)") }
  }

  @Test func theRateOfOneIsLeftOut() {
    let redaction = redaction([[71], [45], [43], [50], [51], [52]])
    #expect(redaction.projection.states[0].figures.ageingRate.point == nil)
    #expect(redaction.projection.states[0].figures.population.point == 6)
  }

  /// Five houses in 2023; by 2033 those of 88 have gone, and three are lived in.
  @Test func aYearOfFewHousesShowsNoAges() throws {
    let people = [[88], [88], [55, 56], [52, 54], [40, 41]]
    let redaction = redaction(people)
    #expect(redaction.ages.map(\.areHidden) == [false, true])
    let later = redaction.projection.states[1]
    #expect(later.houses.flatMap(\.dwellings).flatMap(\.people).allSatisfy { $0.age == .unknown })
    #expect(later.figures.ageingRate.point == nil)
    let kept = self.redaction(people, .kept)
    #expect(kept.ages == [.kept, .kept] && kept.projection.states[1].figures.ageingRate.point != nil)
    let told = AgesTold(redaction.projection.states, redaction.ages)
    #expect(told.hidden == [2033] && told.note?.en.contains("2033") == true)
  }

  @Test func neighbouringAgesAreAddedTogether() {
    let merged = SmallGroups.merged(
      inOrder: counts(["20代": 1, "30代": 8, "40代": 9, "60代": 4, "70代": 2, "80代": 1]), .ja)
    #expect(merged == counts(["20代・30代": 9, "40代": 9, "60代": 4, "70代・80代": 3]))
    #expect(SmallGroups.merged(inOrder: counts(["20s": 2, "30s": 9]), .en) == [])
    // Neighbours are next in age, however they were typed, and nobody's age is left in a name.
    #expect(
      SmallGroups.merged(inOrder: counts(["90歳": 1, "60代": 12, "70代": 7]), .ja)
        == counts(["60代": 12, "70代・90代": 8]))
    #expect(
      SmallGroups.merged(inOrder: counts(["60s": 12, "70s": 7, "aged 98": 1]), .en)
        == counts(["60s": 12, "70s, 90s": 8]))
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
    #expect(
      changed == [
        Coarsening(name: "性別", printed: []),
        Coarsening(name: "あなたの年代は", printed: ["50代・60代"], isQuestion: true),
      ])
    #expect(publication.coarsened(.kept, .ja).printed == publication)
  }

  @Test(arguments: [
    ("この地区に住み続けたいと思いますか", ["はい", "わからない", "いいえ"], false), ("何年後まで住みたいですか", ["10年", "20年"], false),
    ("若い年代の人に来てほしいですか", ["はい", "いいえ"], false), ("仕事のあとでも参加できますか", ["はい", "いいえ"], false),
    ("何歳まで働きたいですか", ["60代", "70代"], false), ("参加してよかったですか", ["はい", "いいえ"], false),
    ("Would you like to live on here?", ["Yes", "No"], false), ("どの絵を見ましたか", ["地図", "絵"], false),
    ("あなたのお仕事", ["農業", "医師"], true), ("ご家族は何人ですか", ["一人", "九人"], true), ("おいくつですか", ["60代", "90代"], true),
    ("介護が必要な家族はいますか", ["いる", "いない"], true), ("何人暮らしですか", ["一人", "二人"], true),
    ("お住まいの地区", ["北町", "南町"], true),
    ("性別を教えてください", ["男", "女"], true), ("車の免許を持っていますか", ["はい", "いいえ"], true), ("年代", ["若い", "年配"], true),
    ("どちらですか", ["二十代", "三十代", "無回答"], true), ("どこから来ましたか", ["市長室", "住民"], true),
    ("How old are you?", ["20s", "70s"], true), ("Your job", ["farmer", "doctor"], true),
    ("Which?", ["20s", "30s"], true), ("介護が必要ですか", ["はい", "いいえ"], true),
    ("避難に手助けが必要ですか", ["はい", "いいえ"], true), ("この地区に何が必要ですか", ["店", "バス"], false),
    ("介護が必要だと思いますか", ["はい", "いいえ"], false), ("車の運転をしますか", ["する", "しない"], true),
    ("困っていること", ["買い物", "認知症の家族"], true), ("困っていること", ["買い物", "バス"], false),
    ("Do you need help to evacuate?", ["Yes", "No"], true), ("What does the town need?", ["a shop"], false),
    // Whatever no list knows is about people.
    ("移住者ですか", [], true), ("ひとり親ですか", [], true), ("離婚したことがありますか", [], true), ("失業していますか", [], true),
    ("税金を滞納していますか", [], true), ("寝たきりの家族がいますか", [], true), ("引きこもりの家族がいますか", [], true),
    ("車いすを使っていますか", [], true), ("耳が聞こえにくいですか", [], true), ("空き家を持っていますか", [], true),
    ("一人で避難できますか", [], true), ("酒をどのくらい飲みますか", [], true), ("車いすが必要ですか", [], true),
    ("持病に不安がありますか", [], true), ("死にたいと思ったことがありますか", [], true), ("お酒は好きですか", [], true),
    ("ご家族に介護が必要だと思いますか", [], true), ("心配なこと", ["道", "借金"], true), ("お名前は", [], true),
    ("Do you use a wheelchair?", [], true), ("Are you a widow?", [], true),
    ("Is somebody at home bedridden?", [], true), ("Were you born here?", [], true),
    ("Do you want to tell of your illness?", [], true), ("Have you ever thought of moving?", [], true),
    ("酒をやめたいですか", [], true), ("うつだと思いますか", [], true), ("収入に満足していますか", [], true),
    ("Do you feel lonely?", [], true), ("Would you say you are poor?", [], true), ("夫の介護をしていますか", [], true),
    ("認知症の人にやさしい町だと思いますか", [], false), ("今日の会は楽しかったですか", [], false), ("地図は見やすかったですか", [], false),
    ("友だちにすすめますか", [], false), ("How was the tea?", [], false), ("Was it easy to follow?", [], false),
    ("満足しましたか", [], false), ("説明はわかりましたか", [], false), ("役に立ちましたか", [], false), ("どう感じましたか", [], false),
    ("次も参加しますか", [], false), ("次に話したいこと", [], false), ("気になること", [], false), ("バスは必要だと思いますか", [], false),
    ("地域に必要なものは", [], false), ("Was it worth your morning?", [], false),
    ("What will stay with you?", [], false), ("Did you enjoy it?", [], false), ("Was it useful?", [], false),
  ])
  func aQuestionIsAboutPeopleOrNot(_ title: String, _ answers: [String], _ isAboutPeople: Bool) {
    let about = AskedAbout(Participants(departments: counts(["市長室": 3, "住民": 9])))
    var question = Question(title: title, answers: answers.map { NamedCount($0, 5) })
    #expect(about.asksWho(question) == isAboutPeople)
    question.about = .person
    #expect(about.asksWho(question))
    question.about = .opinion
    #expect(!about.asksWho(question))
  }

  /// Themes stay as they are; counts of groups do not.
  @Test(
    arguments: [
      ("年代別の困りごと", ["60代": 6, "70代": 9, "90代": 1], ["60代": 6, "70代・90代": 10]),
      ("声", ["60代": 6, "70代": 9, "90代": 1], ["60代": 6, "70代・90代": 10]),
      ("所属別", ["住民": 9, "福祉": 5, "消防": 1], ["住民": 9, "その他": 6]), ("男女別の意見", ["男": 9, "女": 1], [:]),
      ("意見", ["男性": 1, "女性": 9], [:]), ("班別の空き家", ["東": 6, "西": 4, "北": 1], ["東": 6, "その他": 5]),
      ("困りごと", ["買い物": 9, "道": 4, "認知症の家族": 1], ["買い物": 9, "その他": 5]),
      ("Notes by age", ["60s": 6, "70s": 9, "90s": 1], ["60s": 6, "70s, 90s": 10]),
      ("困りごと", ["買い物": 9, "道": 1], ["買い物": 9, "道": 1]),
      ("Ideas", ["Bus": 9, "Bench": 1], ["Bus": 9, "Bench": 1]),
    ] as [(String, KeyValuePairs<String, Int>, KeyValuePairs<String, Int>)])
  func talliesOfGroups(
    _ title: String, _ given: KeyValuePairs<String, Int>, _ expected: KeyValuePairs<String, Int>
  ) {
    var publication = Publication()
    publication.tallies = [Tally(title: title, counts: counts(given))]
    let (printed, changed) = publication.coarsened(
      .coarsened, title.utf8.allSatisfy { $0 < 0x80 } ? .en : .ja)
    #expect(printed.tallies.first?.counts ?? [] == counts(expected))
    #expect(changed.isEmpty == (counts(given) == counts(expected)))
    #expect(publication.coarsened(.kept, .ja).printed == publication)
  }

  @Test func aQuestionThatIsLeftOutIsTold() {
    var publication = Publication()
    publication.questionnaire = Questionnaire(
      respondents: 30, questions: [Question(title: "おいくつですか", answers: counts(["60代": 29, "90代": 1]))])
    let (printed, changed) = publication.coarsened(.coarsened, .ja)
    #expect(printed.questionnaire?.questions == [])
    #expect(changed == [Coarsening(name: "おいくつですか", printed: [], isQuestion: true)])
    #expect(changed[0].isLeftOut)
  }
}
