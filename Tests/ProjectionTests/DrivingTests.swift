import Testing
import Workshop

@testable import Projection

/// Who can drive, and the households in which nobody can: worked by hand.
struct DrivingTests {
  /// Of the hamlet of ``FiguresTests``, everybody giving up the car at 80; `·` is somebody who drives, `×` somebody who does not:
  ///
  /// | house | 2023 | 2033 | 2043 |
  /// | --- | --- | --- | --- |
  /// | b1 | 72 ·, 70 · | 82 ×, 80 ×: nobody | vacant |
  /// | b2 | 83 ×: nobody | vacant | vacant |
  /// | b3 | 45 ·, 43 ·, 12 ×, 8 × | 55 ·, 53 ·, 18 · | 65 ·, 63 · |
  /// | b6 | 70–79 · | 80–84 ×: nobody; or gone | gone |
  /// | b7 | unknown, 66 · | unknown, 76 · | unknown: nothing is said |
  static let at80 = Scenario(name: "免許返納", rules: RuleChanges(drivesUntil: .at(80)))

  static func rows(_ states: [Figures], _ text: (Count) -> String) -> [String: [String]] {
    ["drivers": states.map { text($0.drivers) }, "without driver": states.map { text($0.withoutDriver) }]
  }

  static func figures(_ scenario: Scenario?) -> [Figures] {
    Projector(map: FiguresTests.hamlet, scenario: scenario).project().states.map(\.figures)
  }

  @Test("The hamlet, where everybody gives up the car at 80")
  func hamlet() {
    let states = Self.figures(Self.at80)
    let rows = Self.rows(states, FiguresTests.text)
    #expect(rows["drivers"] == ["6", "4", "2"])
    #expect(rows["without driver"] == ["1", "2 (1–2)", "0"])
    // Of 5, of 3 or 4, and of 2 households somebody knows.
    #expect(states[0].withoutDriverRate == Ratio(1.0 / 5, low: 1.0 / 5, high: 1.0 / 5))
    #expect(states[1].withoutDriverRate == Ratio(2.0 / 4, low: 1.0 / 3, high: 2.0 / 4))
    #expect(states[2].withoutDriverRate == Ratio(0, low: 0, high: 0))
    // It is a way of counting: nobody comes, goes or moves.
    var same = states
    for index in same.indices {
      let base = Self.figures(nil)[index]
      (same[index].drivers, same[index].withoutDriver) = (base.drivers, base.withoutDriver)
      same[index].withoutDriverRate = base.withoutDriverRate
    }
    #expect(same == Self.figures(nil))
  }

  @Test("Where no rule is set, everybody of 18 or over drives as long as they are here")
  func withoutRule() {
    let rows = Self.rows(Self.figures(nil), FiguresTests.text)
    // b2's woman of 83 as well; in 2033 b1's two, and b6's man if he is here.
    #expect(rows["drivers"] == ["7", "7 (6–7)", "2"])
    #expect(rows["without driver"] == ["0", "0", "0"])
  }

  @Test("The difference, everybody being of one age in both cases")
  func difference() {
    let states = DifferenceTests.difference(FiguresTests.hamlet, Self.at80)
    let rows = Self.rows(states, DifferenceTests.text)
    #expect(rows["drivers"] == ["-1", "-3 (-3 to -2)", "0"])
    #expect(rows["without driver"] == ["+1", "+2 (+1 to +2)", "0"])
    #expect(states[1].withoutDriverRate == Ratio(0.5, low: 1.0 / 3, high: 0.5))
    #expect(states.allSatisfy { DifferenceTests.text($0.population) == "0" })
  }

  @Test("Bands widen both; an unknown age widens neither, and counts on neither side")
  func ages() {
    func base(_ text: String, until limit: Int) -> (String, String) {
      let rules = RuleChanges(drivesUntil: .at(limit))
      let figures = Projector(map: Short.map([Short.house(text)], rules: rules)).project().states[0].figures
      return (FiguresTests.text(figures.drivers), FiguresTests.text(figures.withoutDriver))
    }
    #expect(base("m70s", until: 75) == ("1 (0–1)", "0 (0–1)"))
    #expect(base("m70s", until: 70) == ("0", "1"))
    #expect(base("m70s f68", until: 75) == ("2 (1–2)", "0"))
    #expect(base("m17 f18", until: 75) == ("1", "0"))
    #expect(base("m17", until: 75) == ("0", "1"))
    #expect(base("m79 f80", until: 80) == ("1", "0"))
    #expect(base("m? f80", until: 80) == ("0", "0"))
    #expect(base("m?", until: 80) == ("0", "0"))
    #expect(base("unknown", until: 80) == ("0", "0"))
    #expect(base("vacant", until: 80) == ("0", "0"))
    #expect(base("m85.away f79.child", until: 80) == ("1", "0"))
  }

  @Test("The rule of a map comes before the session's, off in a scenario before both")
  func layers() {
    let map = Short.map([Short.house("m78")], rules: RuleChanges(drivesUntil: .at(75)))
    func drivers(_ scenario: Scenario?) -> Int {
      Projector(map: map, sessionRules: RuleChanges(drivesUntil: .at(80)), scenario: scenario)
        .project().states[0].figures.drivers.point
    }
    #expect(drivers(nil) == 0)
    #expect(drivers(Scenario(name: "s", rules: RuleChanges(drivesUntil: .off))) == 1)
    #expect(drivers(Self.at80) == 1)
  }

  @Test("By chance, exactly: a man of 40 and a woman of 78 of whom one in ten goes each year")
  func chances() throws {
    var rules = ChanceRules(death: ExactChanceTests.every(0.1))
    rules.drivesUntil = 80
    let state = try #require(ExactChanceTests.exact([Short.house("m40 f78")], rules)).states[1]
    let here = 0.348_678_440_1  // 0.9^10
    let alone = here * (1 - here)
    #expect(ExactChanceTests.near(state.counts[.drivers]?.mean, here))
    #expect(ExactChanceTests.near(state.counts[.withoutDriver]?.mean, alone))
    #expect(ExactChanceTests.near(state.counts[.withoutDriver]?.variance, alone * (1 - alone)))
    #expect(state.counts[.withoutDriver]?.interval(0.8) == 0...1)
    // Where anybody is left at all.
    let rate = try #require(state.ratios[.withoutDriverRate])
    #expect(ExactChanceTests.near(rate.mean / 40_000, alone / (1 - (1 - here) * (1 - here))))
    rules.drivesUntil = nil
    let free = try #require(ExactChanceTests.exact([Short.house("m40 f78")], rules)).states[1]
    #expect(ExactChanceTests.near(free.counts[.drivers]?.mean, 2 * here))
    #expect(free.counts[.withoutDriver]?.mean == 0)
  }

  @Test("Chances of 0 and 1 are the workshop's counts, exact and simulated", arguments: 0..<25)
  func oneEngine(seed: Int) throws {
    var inventor = RandomNeighbourhood(seed: 3000 + seed)
    inventor.bands = 0
    var map = inventor.map(houses: 1...5)
    map.rules.drivesUntil = .at(60 + seed)
    let projector = Projector(map: map)
    let certain = ChanceProjector(map: map, rules: projector.rules)
    let runs = certain.simulate(runs: 0..<2, seed: 1).projection
    for (index, state) in projector.project().states.enumerated() {
      for (item, count) in [
        (CountItem.drivers, state.figures.drivers), (.withoutDriver, state.figures.withoutDriver),
      ] {
        #expect(runs.states[index].counts[item]?.interval(0.9) == count.point...count.point)
        if let exact = certain.exact() {
          #expect(exact.states[index].counts[item]?.interval(0.9) == count.point...count.point)
        }
      }
    }
  }

  @Test("The story: who gives it up in which year, and the year in which the house is left without")
  func story() throws {
    let map = Short.map([Short.house("m72 f68")], horizons: [10])
    let projection = Projector(map: map, scenario: Self.at80).project(horizons: [20])
    let told = projection.events.map { "\($0.year) \($0.residentID ?? "") \($0.kind.rawValue)" }
    #expect(
      told == [
        "2031 b1.1 gaveUpDriving", "2035 b1.2 gaveUpDriving", "2035  lostLastDriver", "2036 b1.1 deceased",
        "2040 b1.2 deceased", "2040  becameVacant",
      ])
    let story = try #require(Projector(map: map, scenario: Self.at80).story(of: "b1", horizons: [13]))
    let ja = story.map(\.ja)
    #expect(ja.contains("2031年：男性（2023年に72歳）が80歳で車の運転をやめます（80歳で車の運転をやめるという決まりによる）。"))
    #expect(ja.contains("2035年：この家に、車を運転できる人がいなくなります。"))
    #expect(ja.last == "→ 2036年の見通し：81歳の女性が住んでいます。車を運転できる人はいません。")
    #expect(story.last?.en.hasSuffix("a woman of 81 lives here. Nobody here can drive.") == true)
    // Nothing of it where no rule is set.
    let plain = try #require(Projector(map: map).story(of: "b1", horizons: [13]))
    #expect(plain.allSatisfy { !$0.ja.contains("運転") && !$0.en.contains("driv") })
    // The last who drives may go in another way, and who is over the age already gives nothing up.
    let left = Short.map([Short.house("f82 m50.leaves2030")], horizons: [10])
    let events = Projector(map: left, scenario: Self.at80).project(horizons: [10]).events
    #expect(events.filter { $0.kind == .lostLastDriver }.map(\.year) == [])
    #expect(!events.contains { $0.kind == .gaveUpDriving })
    let younger = Short.map([Short.house("f72 m50.leaves2030")], horizons: [10])
    let later = Projector(
      map: younger, scenario: Scenario(name: "s", rules: RuleChanges(drivesUntil: .at(75)))
    ).project(horizons: [10]).events
    #expect(later.filter { $0.kind == .lostLastDriver }.map(\.year) == [2030])
  }

  @Test("The rule in words, only where it is set")
  func words() {
    func line(_ changes: RuleChanges) -> (String, String) {
      let phrase = RulesText.line(Rules.workshop.applying(changes))
      return (phrase.ja, phrase.en)
    }
    #expect(
      line(RuleChanges(drivesUntil: .at(80))) == (
        "85歳以上は亡くなったとみなし、20歳になった子どもは家を出て、80歳になった人は車の運転をやめると仮定しています",
        "We assume that people of 85 or over have passed away, that children leave home when they turn 20 and that "
          + "people give up driving at 80"
      ))
    func told(_ scenario: RuleChanges) -> [RuleSentence] {
      RulesText.sentences(
        session: RuleChanges(), map: RuleChanges(), scenario: Scenario(name: "s", rules: scenario))
    }
    #expect(!told(RuleChanges()).contains { $0.key == "drives-until" })
    let on = told(RuleChanges(drivesUntil: .at(80)))
    #expect(on.count == 9 && on[7].key == "drives-until" && on[7].level == .scenario("s"))
    #expect(on[7].text.ja.contains("18歳以上80歳未満の人を、車を運転できる人と数えます（免許の有無は尋ねていません）"))
    #expect(on.last?.text == RulesText.sentences(.workshop).last)
    #expect(told(RuleChanges(drivesUntil: .off))[7].text.en.hasPrefix("Nobody gives up driving at any age"))
  }
}
