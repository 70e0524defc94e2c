import Testing
import Workshop

@testable import Projection

/// Rates that session, map and scenario set, laid one over the other.
struct ChanceSettingsTests {
  static func rateLibrary() throws -> RateLibrary { try RateLibrary { try? Rates.text($0) } }

  static func settings(
    _ session: (inout ChanceChanges) -> Void = { _ in }, map: (inout ChanceChanges) -> Void = { _ in },
    scenario: ((inout RuleChanges) -> Void)? = nil, rateLibrary: RateLibrary? = nil
  ) throws -> ChanceSettings {
    var (ofSession, ofMap, ofScenario) = (RuleChanges(), RuleChanges(), RuleChanges())
    session(&ofSession.chance)
    map(&ofMap.chance)
    scenario?(&ofScenario)
    return ChanceSettings(
      rateLibrary: try rateLibrary ?? Self.rateLibrary(), session: ofSession, map: ofMap,
      scenario: scenario == nil ? nil : Scenario(name: "x", rules: ofScenario))
  }

  @Test("Where nothing is set the rules are those of Assets/rates")
  func standard() throws {
    let settings = try Self.settings()
    let usual = try Rates.rules()
    for age in 0...121 {
      for sex in [Sex.male, .female] {
        #expect(settings.rules.death.chance(age: age, sex: sex) == usual.death.chance(age: age, sex: sex))
        #expect(
          settings.rules.leavingHome.chance(age: age, sex: sex)
            == usual.leavingHome.chance(age: age, sex: sex))
        #expect(settings.rules.care.chance(age: age, sex: sex) == usual.care.chance(age: age, sex: sex))
      }
    }
    #expect(settings.rules.letting == usual.letting && settings.rules.filling == usual.filling)
    #expect(settings.rules.demolition == usual.demolition && settings.rules.partnering == .never)
    #expect(settings.rules.familiesAYear == nil && !settings.rules.couplesTogether)
    #expect(settings.settings.map(\.item) == ChanceItem.allCases)
    #expect(settings.settings.allSatisfy { $0.level == .standard })
  }

  @Test("The narrower wins, key by key")
  func narrower() throws {
    let settings = try Self.settings {
      $0.care = .off
      $0.filling = .yearly(0.5)
      $0.letting = .off
    } map: {
      $0.filling = .yearly(0.25)
    } scenario: {
      $0.chance.letting = .table
      $0.chance.familiesAYear = 2
    }
    #expect(settings.rules.care == .never)
    #expect(settings.rules.filling == 0.25)
    #expect(settings.rules.letting == 0.30)
    #expect(settings.rules.familiesAYear == 2)
    let levels = Dictionary(uniqueKeysWithValues: settings.settings.map { ($0.item, $0.level) })
    #expect(levels[.care] == .session && levels[.filling] == .map && levels[.letting] == .scenario("x"))
    #expect(levels[.death] == .standard)
  }

  @Test("The workshop's rule in the place of a chance is the rule in force there")
  func rule() throws {
    let settings = try Self.settings {
      ($0.death, $0.leavingHome, $0.returning, $0.care) = (.rule, .rule, .rule, .rule)
      ($0.letting, $0.filling, $0.demolition) = (.rule, .rule, .rule)
    } scenario: {
      $0.deceasedAt = .at(90)
      $0.demolishedAfter = .at(5)
    }
    #expect(ProcessSet(settings.rules) == ProcessSet(settings.workshop))
    #expect(settings.rules.death == .from(90) && settings.rules.demolitionAfter == 5)
  }

  @Test("A number holds at the usual ages; ages and sexes can be told apart")
  func numbers() throws {
    let settings = try Self.settings {
      $0.returning = .rates([AgeRate(ages: nil, chance: 0.5)])
      $0.care = .rates([AgeRate(ages: 70...74, chance: 0.1), AgeRate(ages: 80...120, chance: 0.2)])
      $0.leavingHome = .bySex(male: .rates([AgeRate(ages: 20...20, chance: 0.75)]), female: nil)
    }
    let returning = settings.rules.returning
    #expect([59, 60, 69, 70].map { returning.chance(age: $0, sex: .male) } == [0, 0.5, 0.5, 0])
    let care = settings.rules.care
    #expect(
      [69, 70, 74, 75, 80, 119, 125].map { care.chance(age: $0, sex: .female) } == [
        0, 0.1, 0.1, 0, 0.2, 0.2, 0.2,
      ])
    let leaving = settings.rules.leavingHome
    #expect([19, 20, 21].map { leaving.chance(age: $0, sex: .male) } == [0, 0.75, 0])
    #expect([17, 20, 30].map { leaving.chance(age: $0, sex: .female) } == [0, 0.11266, 0])
  }

  @Test("A sex that a narrower setting leaves out keeps the wider one")
  func sexes() throws {
    let settings = try Self.settings {
      $0.death = .rule
    } map: {
      $0.death = .bySex(male: nil, female: .off)
    }
    #expect([84, 85].map { settings.rules.death.chance(age: $0, sex: .male) } == [0, 1])
    #expect([84, 85, 130].map { settings.rules.death.chance(age: $0, sex: .female) } == [0, 0, 0])
    let setting = try #require(settings.settings.first { $0.item == .death })
    #expect(setting.origin == .rule && setting.originOfWomen == .off && setting.level == .map)
  }

  @Test("What can never happen is known as such, so that the exact way stays open")
  func never() throws {
    let settings = try Self.settings {
      $0.returning = .rates([AgeRate(ages: nil, chance: 0)])
      $0.care = .bySex(male: .off, female: .rates([AgeRate(ages: 70...79, chance: 0)]))
    }
    #expect(settings.rules.returning == .never && settings.rules.care == .never)
  }

  @Test("Users' files: Japanese columns, spreadsheets' marks, single ages")
  func files() throws {
    var rateLibrary = try Self.rateLibrary()
    try rateLibrary.add(
      RateFile("\u{FEFF}# 出典: 町の調べ,,,\r\n性別;から;まで;確率\r\n男;60;69;0.2\r\n\"女\"; 65 ;120;0.3\r\n"),
      path: "町.csv", for: .returning)
    try rateLibrary.add(RateFile("age,chance\n0,0.5\n1,1\n"), path: "life.csv", for: .death)
    try rateLibrary.add(RateFile("sex,age,chance\nboth,70,0.5\n"), path: "care.csv", for: .care)
    let settings = try Self.settings(
      {
        $0.returning = .file(RateFileName(path: "町.csv"))
        $0.death = .file(RateFileName(path: "life.csv"))
        $0.care = .file(RateFileName(path: "care.csv"))
      }, rateLibrary: rateLibrary)
    #expect([60, 65, 70].map { settings.rules.returning.chance(age: $0, sex: .male) } == [0.2, 0.2, 0])
    #expect([60, 65, 70].map { settings.rules.returning.chance(age: $0, sex: .female) } == [0, 0.3, 0.3])
    // A life table's chances are those of the age before the birthday, all others those of the end of the year.
    #expect([1, 2, 3].map { settings.rules.death.chance(age: $0, sex: .male) } == [0.5, 1, 1])
    #expect([69, 70, 71].map { settings.rules.care.chance(age: $0, sex: .male) } == [0, 0.5, 0])
  }

  @Test("A broken file is told with line, column and length")
  func broken() {
    let cases: [(String, ChanceItem, Int, Int, Int)] = [
      ("sex,from,to,chance\nmale,60,69,0.2\nmale,69,79,0.1\n", .care, 3, 6, 2),
      ("sex,from,to,chance\nmale,69,60,0.2\n", .care, 2, 9, 2),
      ("sex,from,to,chance\nmale,60,69, 2\n", .care, 2, 13, 1),
      ("sex,from,to,chance\n男の人,60,69,0.2\n", .care, 2, 1, 3),
      ("sex,from,chance\nmale,60,0.2\n", .care, 1, 1, 0),
      ("# head\nsex,from,to,rate\nmale,60,69,0.2\n", .care, 2, 1, 0),
      ("sex,age,chance\nmale,0,0.1\nmale,2,0.1\n", .death, 3, 6, 1),
    ]
    for (text, item, line, column, length) in cases {
      do {
        var rateLibrary = try Self.rateLibrary()
        try rateLibrary.add(try RateFile(text), path: "x", for: item)
        Issue.record("taken: \(text)")
      } catch let trouble as RateFile.Trouble {
        #expect((trouble.line, trouble.column, trouble.length) == (line, column, length), "\(text)")
      } catch {
        Issue.record("\(error)")
      }
    }
  }
}
