import Foundation
import Testing

/// `tenken project --chance` and `tenken merge`, as they are typed.
@Suite struct ChanceCommandTests {
  // MARK: - What is answered

  @Test func whereNothingDependsTheAnswerIsExact() throws {
    let reply = try ChanceFixture.terminal("ja_JP.UTF-8").type(
      "tenken project exact.yaml --chance --houses --runs 100")
    #expect(reply.code == 0 && reply.error == "")
    #expect(reply.output.hasPrefix("点検  (exact.yaml)\n\nA  坂の上\n  厳密な計算\n"), "\(reply.output)")
    // Vacant: 1 - 0.3487; 1 - 0.3487 for both of a couple, (1 - 0.3487)^2. After twenty years 0.8784 and its square.
    let lines = reply.output.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    #expect(lines.contains(["a1", "0.0%", "65.1%", "87.8%"]), "\(reply.output)")
    #expect(lines.contains(["a2", "0.0%", "42.4%", "77.2%"]), "\(reply.output)")
  }

  @Test func everyFigureHasItsIntervals() throws {
    let report = try ChanceFixture.json(
      ChanceFixture.terminal().type("tenken project exact.yaml --chance --runs 100 --format json").output)
    #expect(report["format"] as? String == "tenken-chance-1" && report["seed"] as? String == "1")
    let then = try ChanceFixture.states(report)[1]
    #expect(then["year"] as? Int == 2033 && then["dwellings"] == nil)
    let figures = try #require(then["figures"] as? [String: Any])
    // Three people, each here with chance p = 0.3487: the count is binomial.
    let population = try #require(figures["population"] as? [String: Double])
    #expect(abs((population["mean"] ?? 0) - 3 * 0.3486784401) < 1e-8)
    #expect(population["median"] == 1 && population["low80"] == 0 && population["high80"] == 2)
    #expect(population["low95"] == 0 && population["high95"] == 3)
    let vacant = try #require(then["vacantDistribution"] as? [String: Any])
    let chances = try #require(vacant["chances"] as? [Double])
    let one: Double = 1 - 0.3486784401
    let two: Double = one * one
    let expected: [Double] = [(1 - one) * (1 - two), one * (1 - two) + two * (1 - one), one * two]
    #expect(chances.count == 3)
    for (found, right) in zip(chances, expected) { #expect(abs(found - right) < 1e-8) }
    #expect(figures["vacancyRate"] is [String: Any] && figures["meanAge"] is [String: Any])
  }

  @Test func whereTheyDependItIsSimulatedAndSaysSo() throws {
    let terminal = try ChanceFixture.terminal()
    let reply = try terminal.type("tenken project a.yaml --chance --runs 400 --seed 7")
    #expect(reply.code == 0 && reply.error == "")
    #expect(reply.output.contains("  simulated, 400 runs, ±"), "\(reply.output)")
    #expect(reply.output.contains("points (seed 7): whether somebody can come back depends on"))
    #expect(reply.output.contains("couples move into a care home together"))
    // No standard error is greater than that of one half: 50 points / 20.
    let points = try #require(reply.output.firstMatch(of: /±([0-9.]+) points/).flatMap { Double($0.1) })
    #expect(points > 0 && points <= 2.5)
    let other = try terminal.type("tenken project a.yaml --chance --runs 400 --seed 8")
    #expect(other.output != reply.output)
  }

  @Test func whatMakesNoDifferenceSaysSo() throws {
    let terminal = try ChanceFixture.terminal()
    let session = String(decoding: try terminal.bytes(of: "exact.yaml"), as: UTF8.self)
    try terminal.put(session + "  何もない: {rules: {children-leave-at: 20}}\n", into: "same.yaml")
    let reply = try terminal.type("tenken project same.yaml --chance --scenario 何もない --runs 200")
    #expect(reply.code == 0, "\(reply.error)")
    #expect(reply.output.contains("(simulated, 200 pairs of runs: no difference in any of them)"))
    let one = try terminal.type("tenken project a.yaml --chance --runs 1")
    #expect(one.output.contains("simulated, 1 run (seed 1)"))
    // One session alone is the whole: its rates are told there, too.
    let root = try ChanceFixture.json(
      try terminal.type("tenken project exact.yaml --chance --format json").output)
    let total = try #require((root["total"] as? [[String: Any]])?.last)
    let figures = try #require(total["figures"] as? [String: Any])
    #expect(figures["vacancyRate"] is [String: Any] && figures["ageingRate"] is [String: Any])
    #expect((root["totalMethod"] as? [String: Any])?["kind"] as? String == "exact")
    // What runs showed has the standard error of its mean, added up as well.
    let made = try ChanceFixture.json(
      try terminal.type("tenken project a.yaml --chance --runs 50 --format json").output)
    let sum = try #require((made["total"] as? [[String: Any]])?.last?["figures"] as? [String: Any])
    #expect((sum["population"] as? [String: Any])?["standardError"] is Double)
    #expect((made["totalMethod"] as? [String: Any])?["runs"] as? Int == 50)
  }

  @Test func scenariosStandSideBySide() throws {
    let terminal = try ChanceFixture.terminal()
    let reply = try terminal.type("tenken project exact.yaml --chance --scenario all --runs 200")
    #expect(reply.code == 0 && reply.error == "", "\(reply.error)")
    #expect(reply.output.contains("Scenario ‘家族が来る’") && reply.output.contains("Scenario ‘長生き’"))
    #expect(reply.output.contains("Difference to the base case") && reply.output.contains("Side by side"))
    let one = try terminal.type("tenken project exact.yaml --chance --scenario 長生き --runs 200 --format json")
    let then = try ChanceFixture.states(ChanceFixture.json(one.output), case: 1)[1]
    // Under half the chance of passing away nobody goes who would not have gone: by paired runs never fewer people.
    let more = try #require((then["differences"] as? [String: Any])?["population"] as? [String: Double])
    let (low, mean) = (try #require(more["low95"]), try #require(more["mean"]))
    // 3 × (0.95^10 - 0.9^10): where both cases are exact the mean of the difference is, whatever the seed.
    #expect(low >= 0 && abs(mean - 0.750_175_497) < 1e-8)
    #expect(more["standardError"] == nil)
    let method = try #require(then["differenceMethod"] as? [String: Any])
    #expect(method["mean"] as? String == "exact" && method["rest"] as? String == "simulated")
    // 0.5 / √200.
    #expect(method["runs"] as? Int == 200 && method["standardError"] as? Double == 0.035_355_339)
    #expect(reply.output.contains("  (simulated, 200 pairs of runs, ±3.5 points)"))
    let csv = try terminal.type(
      "tenken project exact.yaml --chance --scenario 長生き --runs 200 --seed 9 --format csv --lang en")
    #expect(csv.output.contains("\"mean exact, the rest simulated, 200 pairs of runs\",People,1,0.75,"))
    // Three people, each here with chance p or not: variance 3 p (1 - p) = 0.681305.
    #expect(csv.output.contains(",exact,People,1,1.05,0,2,0,3,0.681305,\r\n"), "\(csv.output)")
    let rough = try terminal.type("tenken project a.yaml --chance --scenario 長生き --runs 50 --format json")
    let found = try ChanceFixture.states(ChanceFixture.json(rough.output), case: 1)[1]
    let people = try #require((found["differences"] as? [String: Any])?["population"] as? [String: Double])
    let (variance, error) = (try #require(people["variance"]), try #require(people["standardError"]))
    #expect(abs(error * error * 50 - variance) < 1e-6)
    #expect((found["differenceMethod"] as? [String: Any])?["mean"] as? String == "simulated")
  }

  @Test func aScenarioThatChangesOnlyWhatChancesDoNotUseIsTold() throws {
    let terminal = try ChanceFixture.terminal()
    try terminal.put(
      ChanceFixture.exact.replacing(
        "長生き: {rules: {chance: {death: 0.05}}}", with: "長生き: {rules: {deceased-at: 90}}"),
      into: "b.yaml")
    let reply = try terminal.type("tenken project b.yaml --chance --scenario 長生き --runs 10")
    #expect(reply.code == 0)
    #expect(
      reply.error.contains("[rule-without-effect]") && reply.error.contains("deceased-at"), "\(reply.error)")
    let used = try terminal.type("tenken project b.yaml --scenario 長生き")
    #expect(used.error == "")
  }

  @Test func aSpreadsheet() throws {
    let terminal = try ChanceFixture.terminal("ja_JP.UTF-8")
    try terminal.put(ChanceFixture.exact, into: "other.yaml")
    let reply = try terminal.type(
      "tenken project exact.yaml other.yaml --chance --runs 50 --format csv --houses -o out.csv")
    #expect(reply.code == 0)
    let csv = String(decoding: try terminal.bytes(of: "out.csv"), as: UTF8.self)
    let rows = csv.split(separator: "\r\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    #expect(csv.hasPrefix("\u{FEFF}種類,ファイル,ワークショップ,地図,題名,もしも,年,何年後,計算,項目,中央値,平均,80% 下,"))
    #expect(rows.allSatisfy { $0.count == rows[0].count })
    #expect(rows.contains { $0[0] == "家" && $0[6] == "2033" && $0[18] == "a1" && $0[21] == "65.13" })
    #expect(rows.contains { $0[0] == "地図" && $0[8] == "厳密" && $0[9] == "空き家" })
    // Two sessions of three people each.
    #expect(rows.contains { $0[0] == "総計" && $0[7] == "10" && $0[9] == "人口" && $0[11] == "2.09" })
    // Of the four dwellings two are vacant with 0.6513 and two with its square 0.4242: half the sum.
    #expect(rows.contains { $0[0] == "総計" && $0[7] == "10" && $0[9] == "空き家率（%）" && $0[11] == "53.78" })
  }

  // MARK: - What is told

  @Test func filesOfRatesBesideTheSession() throws {
    let terminal = try ChanceFixture.terminal()
    try terminal.put(
      ChanceFixture.exact.replacing("death: 0.1", with: "death: rates/町.csv"), into: "own.yaml")
    let missing = try terminal.type("tenken project own.yaml --chance --runs 10")
    #expect(missing.code == 1 && missing.output == "")
    #expect(missing.error.contains("own.yaml:6:19: error: "), "\(missing.error)")
    #expect(missing.error.contains("rates/町.csv") && missing.error.contains("[no-rates]"))
    _ = try terminal.type("mkdir rates")
    try terminal.put("性別,から,まで,確率\n男,0,120,0.1\n女,0,120,O.1\n", into: "rates/町.csv")
    for command in ["project own.yaml --chance", "check own.yaml"] {
      let broken = try terminal.type("tenken \(command)")
      #expect(broken.code == 1)
      #expect(broken.error.contains("rates/町.csv:3:9: error: "), "\(broken.error)")
      #expect(broken.error.contains("“O.1”") && broken.error.contains("[bad-rates]"))
    }
    try terminal.put("性別,から,まで,確率\n男女,0,120,0.1\n", into: "rates/町.csv")
    // Seen from the session file's folder, wherever one stands.
    let fine = try terminal.type(
      "mkdir -p x && cd x && tenken project ../own.yaml --chance --houses --runs 10 && tenken check ../own.yaml"
    )
    #expect(fine.code == 0 && fine.output.contains("65.1%"), "\(fine.error)")
    // Without --chance nobody needs it.
    #expect(try terminal.type("rm -r rates && tenken project own.yaml").code == 0)
  }

  static let slips: [(line: String, en: String, ja: String)] = [
    ("project a.yaml --runs 10", "--runs goes with --chance only.", "--runs は --chance と一緒に使ってください。"),
    ("project a.yaml --shard 1/2", "--shard goes with --chance only.", "--shard は --chance と一緒に使ってください。"),
    ("project a.yaml --chance --shard 3/2", "--shard is written 3/16", "--shard は「16 のうちの 3 番目」なら 3/16"),
    ("project a.yaml --chance --shard 0/2", "not '0/2'", "「0/2」は使えません"),
    ("project a.yaml --chance --shard 2", "not '2'", "「2」は使えません"),
    (
      "project a.yaml --chance --threads 0", "--threads is a number from 1 to 1024",
      "--threads は 1 から 1024 まで"
    ),
    ("project a.yaml --chance --seed -1", "--seed is a whole number from 0, not '-1'", "--seed は 0 以上の整数です"),
    ("project a.yaml --chance --seed 一", "not '一'", "「一」は使えません"),
    ("project a.yaml --chance --runs 0", "--runs is a number from 1", "--runs は 1 から"),
    (
      "project a.yaml --chance --shard 1/2 --format json", "choose --format and --houses with ‘tenken merge’",
      "tenken merge で選んでください"
    ),
    ("merge", "Missing expected argument '<PART", "「PART"),
  ]

  @Test(arguments: slips) func misuse(_ slip: (line: String, en: String, ja: String)) throws {
    let terminal = try ChanceFixture.terminal()
    for (lang, words) in [("en", slip.en), ("ja", slip.ja)] {
      let reply = try terminal.type("tenken \(slip.line) --lang \(lang)")
      #expect(reply.code == 64 && reply.output == "")
      #expect(reply.error.contains(words), "\(reply.error)")
    }
  }

  @Test func aScenarioOrMapThatIsNotThere() throws {
    let reply = try ChanceFixture.terminal().type("tenken project a.yaml --chance --scenario 空 --map Z")
    #expect(reply.code == 1 && reply.error.contains("[unknown-map]"))
  }
}
