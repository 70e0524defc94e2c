import Diagnostics
import Testing
import Workshop

@testable import Projection

/// The rules of chance, in words.
struct ChanceWordsTests {
  private func sentences(_ settings: ChanceSettings) -> [String: RuleSentence] {
    Dictionary(uniqueKeysWithValues: RulesText.sentences(settings).map { ($0.key ?? "", $0) })
  }

  @Test("Numbers as people read them")
  func numbers() {
    let cases: [(Double, String)] = [
      (0, "0%"), (1, "100%"), (0.3, "30%"), (0.14575, "14.6%"), (0.01048, "1.05%"), (0.0095, "0.95%"),
      (0.00098, "0.098%"), (0.1, "10%"), (0.05, "5%"), (0.0005, "0.05%"),
    ]
    for (chance, text) in cases { #expect(ChanceNumbers.percent(chance) == text) }
    #expect(ChanceNumbers.plain(0.5) == "0.5" && ChanceNumbers.plain(2) == "2")
    #expect(ChanceNumbers.plain(1.05) == "1.05")
  }

  @Test("Where nothing is set: the tables with their sources")
  func standard() throws {
    let words = try sentences(ChanceSettingsTests.settings())
    let death = try #require(words["death"])
    #expect(death.source?.ja == "令和6年簡易生命表（厚生労働省）")
    #expect(death.source?.en == "Abridged Life Table for 2024 (Ministry of Health, Labour and Welfare)")
    #expect(death.text.ja.hasPrefix("亡くなる確率は、性別と年齢ごとの率（たとえば65歳になる年に男0.948%・女0.409%、"))
    #expect(words["leaving-home"]?.text.ja == "子や孫が家を出る確率は、男は18〜29歳で一年に14.6%、女は18〜29歳で一年に11.3%です。")
    #expect(words["returning"]?.text.en == "Somebody who lives away comes back: 1.05% a year at 60–69.")
    #expect(words["demolition"]?.text.ja == "空き家が取り壊される確率は、空いた翌年から一年に0.95%です。")
    #expect(words["births"]?.text.ja == "子どもが生まれることは考えません。" && words["births"]?.source == nil)
    // Ties are told only where somebody has set them.
    #expect(words["families-a-year"] == nil && words["couples-together"] == nil)
    #expect(words.values.allSatisfy { $0.mark == nil })
  }

  @Test("What was changed is marked, and by whom")
  func marks() throws {
    let settings = try ChanceSettingsTests.settings {
      $0.death = .rule
      $0.care = .rates([AgeRate(ages: 80...120, chance: 0.2)])
    } map: {
      $0.familiesAYear = 1
      $0.returning = .bySex(male: .off, female: nil)
    } scenario: {
      $0.deceasedAt = .at(90)
      $0.chance.demolition = .off
      $0.chance.couplesTogether = true
      $0.chance.returnWhenParentsGone = 0.25
    }
    let words = sentences(settings)
    #expect(words["death"]?.text.ja == "基準年の翌年から、90歳以上になった人は亡くなったとみなします。")
    #expect(words["death"]?.mark?.ja == "［ワークショップで変更］")
    #expect(words["care"]?.text.ja == "施設に移る確率は、80歳以上で一年に20%です。")
    #expect(words["care"]?.source?.ja == "記録ファイルの数")
    #expect(words["returning"]?.text.ja == "他出した人が戻る確率は、男は0%、女は60〜69歳で一年に1.05%です。")
    #expect(words["returning"]?.mark?.en == "[set for this map]")
    #expect(
      words["families-a-year"]?.text.en
        == "1 family a year comes to this map; which vacant houses they take is drawn by lot each year, all alike."
    )
    #expect(words["filling"] == nil, "families stand in its place")
    #expect(words["demolition"]?.mark?.ja == "［もしも「x」で変更］" && words["demolition"]?.source == nil)
    #expect(words["couples-together"] != nil)
    #expect(words["return-when-parents-gone"]?.text.ja.contains("25%の確率で戻ります") == true)
  }

  @Test("One line for the foot of a picture")
  func line() throws {
    let usual = try RulesText.line(ChanceSettingsTests.settings())
    #expect(usual.ja.hasPrefix("一年ごとの確率で起こると考えたこと: 亡くなる、子どもが家を出る、他出した人が戻る、施設に移る、"))
    #expect(usual.ja.hasSuffix("空き家所有者実態調査 2024年（国土交通省）によります"))
    #expect(usual.en.contains("Rates: Abridged Life Table for 2024"))
    let nothing = try RulesText.line(
      ChanceSettingsTests.settings {
        ($0.death, $0.leavingHome, $0.returning, $0.care) = (.off, .off, .off, .off)
        ($0.letting, $0.filling, $0.demolition) = (.off, .off, .off)
      })
    #expect(nothing.ja == "書かれたことのほかは、何も起こらないと仮定しています")
  }

  @Test("The foot tells what somebody has set in the words of the rules, and nothing of what the tables say")
  func numbersInTheLine() throws {
    let set = try RulesText.line(
      ChanceSettingsTests.settings {
        $0.death = .table
        $0.leavingHome = .rates([AgeRate(ages: 18...29, chance: 0.12)])
        $0.familiesAYear = 0.2
      })
    #expect(
      set.en.contains(
        ". Set here: A child or grandchild leaves home: 12% a year at 18–29. 0.2 families a year come to this map; "
          + "which vacant houses they take is drawn by lot each year, all alike. Rates: "), "\(set.en)")
    #expect(set.ja.contains("。変えた率: 子や孫が家を出る確率は、18〜29歳で一年に12%です。一年に0.2家族が"))
    let usual = try RulesText.line(ChanceSettingsTests.settings { $0.death = .table })
    #expect(!usual.en.contains("Set here") && !usual.ja.contains("変えた率"))
    // More than a foot has room for.
    let spans = (0..<6).map { AgeRate(ages: 20 + $0 * 10...29 + $0 * 10, chance: 0.01 + Double($0) / 100) }
    let many = try RulesText.line(
      ChanceSettingsTests.settings {
        ($0.death, $0.returning, $0.care, $0.partnering) = (
          .rates(spans), .rates(spans), .rates(spans), .rates(spans)
        )
      })
    #expect(
      many.en.contains(
        ". Rates set here: passing away, people coming back, moving into care, partners moving in"))
  }

  @Test("Beside the base case a scenario tells what it changes, and no more")
  func changes() throws {
    let changed = try ChanceSettingsTests.settings {
      $0.filling = .off
    } scenario: {
      $0.chance.demolition = .yearly(0.05)
    }
    #expect(RulesText.changes(changed).ja == "空き家が取り壊される確率は、空いた翌年から一年に5%です。")
    #expect(try RulesText.changes(ChanceSettingsTests.settings { $0.filling = .off }).en == "the same rates.")
  }

  @Test("Births tell how many are boys, partners how old they are")
  func newcomers() throws {
    let words = try sentences(
      ChanceSettingsTests.settings { ($0.births, $0.partnering) = (.table, .table) })
    let births = try #require(words["births"])
    #expect(births.text.ja.hasSuffix("生まれる子は51.282%の確率で男の子です。"))
    #expect(births.source?.ja.contains("人口動態統計 2022年（厚生労働省）") == true)
    #expect(
      words["partnering"]?.text.en.contains("a year younger than a man, a year older than a woman") == true)
    #expect(words[""]?.text.ja.hasPrefix("残ると書かれた人は、確率では家を出ず、施設にも移りません。") == true)
  }

  @Test("The workshop's rules, and who set them")
  func workshop() {
    let sentences = RulesText.sentences(
      session: RuleChanges(childrenLeaveAt: .at(18)), map: RuleChanges(reletsRentedUnits: false),
      scenario: Scenario(name: "x", rules: RuleChanges(deceasedAt: .at(90))))
    let levels = sentences.compactMap { sentence in sentence.key.map { ($0, sentence.level) } }
    #expect(levels.map(\.0) == ["deceased-at", "children-leave-at", "relet", "demolished-after"])
    #expect(levels.map(\.1) == [.scenario("x"), .session, .map, .standard])
    #expect(sentences[0].text.ja.contains("90歳") && sentences[1].text.ja.contains("18歳"))
    #expect(
      sentences.map(\.text)
        == RulesText.sentences(
          Rules(
            deceasedAt: .at(90), childrenLeaveAt: .at(18), reletsRentedUnits: false, demolishedAfter: .off)))
  }

  @Test("Every file of rates has a name for sentences, in both languages")
  func names() throws {
    for name in [
      "births.csv", "care.csv", "death.csv", "dwellings.csv", "leaving-home.csv", "newborns.csv",
      "partnering.csv",
      "returning.csv",
    ] {
      let file = try RateFile(Rates.text(name))
      let source = try #require(file.sourceName, "\(name)")
      #expect(source.ja != source.en && !source.en.isEmpty)
    }
  }
}
