import Diagnostics
import Testing
import Workshop

@testable import SessionFile

/// The rates of chance, as they are typed.
@Suite struct ChanceReaderTests {
  static func read(_ chance: String) throws -> ChanceChanges {
    let text = ShorthandTests.file(houses: "b1: ○70") + "rules: {chance: {\(chance)}}\n"
    let result = SessionReader.read(bytes: Array(text.utf8), file: "f")
    return try #require(result.session, "\(chance): \(result.findings)").rules.chance
  }

  static let deaths: [(String, RateChange)] = [
    ("on", .table), ("はい", .table), ("off", .off), ("rule", .rule), ("決まり", .rule),
    ("0.02", .rates([AgeRate(ages: nil, chance: 0.02)])), ("2%", .rates([AgeRate(ages: nil, chance: 0.02)])),
    ("２％", .rates([AgeRate(ages: nil, chance: 0.02)])), ("0", .rates([AgeRate(ages: nil, chance: 0)])),
    (
      "{18-29: 0.1, 30-39: 0.02}",
      .rates([AgeRate(ages: 18...29, chance: 0.1), AgeRate(ages: 30...39, chance: 0.02)])
    ),
    (
      "{17歳以下: off, 30: 10%, 70代: 0.2, 85+: 0.3}",
      .rates([
        AgeRate(ages: 0...17, chance: 0), AgeRate(ages: 30...30, chance: 0.1),
        AgeRate(ages: 70...79, chance: 0.2), AgeRate(ages: 85...120, chance: 0.3),
      ])
    ),
    ("{20歳未満: 0.1}", .rates([AgeRate(ages: 0...19, chance: 0.1)])),
    ("{１８〜２９歳: 0.1}", .rates([AgeRate(ages: 18...29, chance: 0.1)])),
    (
      "{male: off, 女: {60-69: 0.1}}",
      .bySex(male: .off, female: .rates([AgeRate(ages: 60...69, chance: 0.1)]))
    ),
    ("{男: 0.1}", .bySex(male: .rates([AgeRate(ages: nil, chance: 0.1)]), female: nil)),
  ]

  @Test(arguments: deaths) func ratesOfPeople(_ typed: String, _ expected: RateChange) throws {
    #expect(try Self.read("death: \(typed)").death == expected)
    #expect(try Self.read("亡くなる: \(typed)").death == expected)
  }

  @Test func aFileIsNamedWithItsPlace() throws {
    let change = try Self.read("care: rates/care.csv").care
    guard case .file(let file) = change else {
      Issue.record("\(String(describing: change))")
      return
    }
    #expect(file.path == "rates/care.csv" && file.place?.file == "f" && file.place?.length == 14)
  }

  @Test func ratesOfDwellingsAndWhatIsOffUnlessAskedFor() throws {
    let chance = try Self.read(
      "次の入居: rule, 空き家に入居: 0.3, 取り壊し: off, 結婚: on, 出生: 0.1, 親がいなくなったら戻る: 0.2, 夫婦で移る: on")
    #expect(chance.letting == .rule && chance.filling == .yearly(0.3) && chance.demolition == .off)
    #expect(chance.partnering == .table && chance.births == .rates([AgeRate(ages: nil, chance: 0.1)]))
    #expect(chance.returnWhenParentsGone == 0.2 && chance.couplesTogether == true)
    #expect(try Self.read("移り住む家族: 2家族").familiesAYear == 2)
    #expect(try Self.read("families-a-year: 0.5").familiesAYear == 0.5)
    #expect(try Self.read("families-a-year: off, return-when-parents-gone: off").familiesAYear == 0)
    #expect(try Self.read("death: ").isEmpty)
  }

  /// Session, map and scenario each have their own.
  @Test func whereTheyMayStand() throws {
    let text = """
      tenken: 1
      title: t
      date: 2023-02-07
      rules: {chance: {death: off}}
      maps:
        - {id: A, title: t, houses: {b1: '10,10 ○70'}, rules: {chance: {care: off}}}
      scenarios:
        x: {rules: {chance: {filling: 0.5}}}
      """
    let session = try #require(SessionReader.read(bytes: Array(text.utf8), file: "f").session)
    #expect(session.rules.chance.death == .off && session.maps[0].rules.chance.care == .off)
    #expect(session.scenarios[0].rules.chance.filling == .yearly(0.5))
  }

  /// Everything that the reader takes an editor takes, too, and it stops what the reader stops.
  @Test func schema() throws {
    let good =
      Self.deaths.map { "death: \($0.0)" } + [
        "letting: rule, filling: 0.3, demolition: off", "families-a-year: 2家族", "families-a-year: 0.5",
        "families-a-year: off, return-when-parents-gone: 0.2, couples-together: on", "care: rates/care.csv",
        "death: , care:",
      ]
    let bad = [
      "deth: on", "death: 2", "death: [0.1]", "death: {}", "death: {18-29: 2}", "death: {young: 0.1}",
      "letting: {18-29: 0.1}", "families-a-year: on", "families-a-year: -1", "return-when-parents-gone: on",
      "death: {male: rule}",
    ]
    let texts = (good + bad).enumerated().map {
      (
        name: "\($0.offset).yaml",
        text: ShorthandTests.file(houses: "b1: ○70") + "rules: {chance: {\($0.element)}}\n"
      )
    }
    let verdicts = try SessionSchemaTests.validate(texts)
    for (index, typed) in (good + bad).enumerated() {
      let isGood = verdicts["\(index).yaml"] == "valid"
      #expect(isGood == (index < good.count), "\(typed): \(verdicts["\(index).yaml"] ?? "nothing")")
    }
  }
}
