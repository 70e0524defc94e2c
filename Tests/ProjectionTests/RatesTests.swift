import Projection
import Testing
import Workshop

/// The tables that chance rules start from.
struct RatesTests {
  @Test("Life expectancy worked out of the table in use is the published one: 81.09 and 87.13")
  func lifeExpectancy() throws {
    let death = try Rates.rules().death
    // The published expectancies of the open age group, 105 and over.
    let (men, women) = (expectancy(death, .male, beyond: 0.97), expectancy(death, .female, beyond: 1.23))
    #expect((men * 100).rounded() / 100 == 81.09)
    #expect((women * 100).rounded() / 100 == 87.13)
    print("life expectancy at birth, from Assets/rates/death.csv: men \(men), women \(women)")
  }

  private func expectancy(_ death: Hazard, _ sex: Sex, beyond: Double) -> Double {
    var (alive, years) = (1.0, 0.0)
    for age in 0..<105 {
      let next = alive * (1 - death.chance(age: age + 1, sex: sex))
      years += (alive + next) / 2
      alive = next
    }
    return years + alive * beyond
  }

  @Test("Nobody outlives the table, and nobody's chance is above 1")
  func tables() throws {
    let rules = try Rates.rules()
    #expect(rules.death.chance(age: 106, sex: .female) == 1 && rules.death.chance(age: 120, sex: .male) == 1)
    for hazard in [rules.death, rules.leavingHome, rules.returning, rules.care] {
      for age in 0...130 {
        for sex in Sex.allCases { #expect((0...1).contains(hazard.chance(age: age, sex: sex))) }
      }
    }
    #expect(rules.leavingHome.chance(age: 17, sex: .male) == 0)
    #expect(rules.leavingHome.chance(age: 18, sex: .male) == 0.14575)
    #expect(rules.leavingHome.chance(age: 30, sex: .male) == 0)
    #expect(rules.care.chance(age: 119, sex: .female) == 0.02675)
    #expect(rules.death.chance(age: nil, sex: .male) == 0)
    #expect((rules.letting, rules.filling, rules.demolition) == (0.30, 0.15, 0.0095))
  }

  @Test("Half of the children have left at the published median ages, one in ten of those away comes back")
  func medians() throws {
    let rules = try Rates.rules()
    for (sex, median) in [(Sex.male, 22.4), (.female, 23.8)] {
      let chance = rules.leavingHome.chance(age: 20, sex: sex)
      var stay = 1.0
      for _ in 0..<Int(median - 18) { stay *= 1 - chance }
      // In the year of the median, a part of it.
      let whole = median - 18 - (median - 18).rounded(.down)
      stay *= 1 - chance * whole
      #expect(abs(stay - 0.5) < 0.005)
    }
    let away = (60...69).reduce(1.0) { $0 * (1 - rules.returning.chance(age: $1, sex: .male)) }
    #expect(abs(away - 0.9) < 0.0001)
  }

  @Test("Every file says what it holds, in which unit, of which year, and from where")
  func heads() throws {
    for name in ["death.csv", "leaving-home.csv", "returning.csv", "care.csv", "dwellings.csv"] {
      let head = try RateFile(Rates.text(name)).head
      for word in ["unit:", "year:", "source:"] {
        #expect(head.contains { $0.hasPrefix(word) }, "\(name) has no \(word)")
      }
    }
  }

  @Test("A file that cannot be used is told with its line")
  func troubles() {
    func line(_ text: String, _ use: (RateFile) throws -> Void) -> Int? {
      do {
        try use(RateFile(text))
        return nil
      } catch let trouble as RateFile.Trouble {
        #expect(!trouble.message.ja.isEmpty && !trouble.message.en.isEmpty)
        return trouble.line
      } catch {
        return -1
      }
    }
    let life = { (file: RateFile) in _ = try file.lifeTable() }
    #expect(line("", life) == 1)
    #expect(line("# only a head\nsex,age,chance\n", life) == 1)
    #expect(line("sex,age,chance\nmale,0\n", life) == 2)
    #expect(line("sex,age,chance\nmale,0,0.1\nmale,2,0.1\n", life) == 3)
    #expect(line("sex,age,chance\nmale,0,1.5\n", life) == 2)
    #expect(line("sex,age,chance\nman,0,0.5\n", life) == 2)
    #expect(line("sex,age,chance\r\nmale,0,0.5\r\n", life) == nil)
    #expect(line("sex,from,to,chance\nmale,60,x,0.5\n") { _ = try $0.ageGroups() } == 2)
    #expect(line("kind,chance\nletting,0.3\n") { _ = try $0.chance(of: "filling") } == 1)
  }
}
