import Foundation
import Testing

/// `tenken project` with a city's roster, as a city office types it.
@Suite struct CityCommandTests {
  @Test func aRosterGivesTheWholeAndItsDistricts() throws {
    let terminal = try Terminal(lang: "ja_JP.UTF-8")
    let reply = try terminal.type(
      "tenken project \"$REPOSITORY/samples/roster.csv\" --base-year 2025 --runs 20 --threads 2")
    #expect(reply.code == 0 && reply.error == "", "\(reply.error)")
    #expect(reply.output.hasPrefix("2025年の名簿：") && reply.output.contains("北町") && reply.output.contains("全体"))
    let workshop = try terminal.type(
      "tenken project \"$REPOSITORY/samples/roster.csv\" --base-year 2025 --rules workshop --format csv")
    #expect(workshop.code == 0 && workshop.output.contains("北町,2035,10,101,101,101,101,101,"))
  }

  @Test func partsPutTogetherAreTheBytesOfTheWhole() throws {
    let terminal = try Terminal()
    let ask = "tenken project \"$REPOSITORY/samples/roster.csv\" --base-year 2025 --runs 25 --horizons 5,30"
    for form in ["table", "csv", "json"] {
      let whole = try terminal.type("\(ask) --format \(form)")
      let parts = try terminal.type(
        "for part in 1 2 3; do \(ask) --shard $part/3 --threads $part --output part-$part --force >/dev/null || exit 9; done; "
          + "tenken merge part-3 part-1 part-2 --format \(form)")
      #expect(whole.code == 0 && parts.code == 0 && whole.output == parts.output, "\(parts.error)")
    }
    let missing = try terminal.type("tenken merge part-1 part-3")
    #expect(missing.code == 1 && missing.error.contains("missing-parts") && missing.error.contains("9–16"))
    #expect(missing.error.contains("What is missing is --shard 2/3."))
    let damaged = try terminal.type(
      "sed -i.old 's/\"values\":\\[0/\"values\":[1/' part-2; tenken merge part-1 part-2 part-3")
    #expect(damaged.code == 1 && damaged.error.contains("damaged-part"))
    let other = try terminal.type(
      "\(ask) --seed 2 --shard 2/3 --output part-2 --force; tenken merge part-1 part-2 part-3")
    #expect(other.code == 1 && other.error.contains("other-job"))
  }

  /// Draws go by name: houses in another order change nothing, a house less changes no other district.
  @Test func otherHousesMakeNoDifference() throws {
    let terminal = try Terminal()
    let roster = try String(
      contentsOf: Terminal.repository.appending(path: "samples/roster.csv"), encoding: .utf8)
    let lines = roster.split(whereSeparator: \.isNewline).map(String.init)
    let (head, people) = (lines[0], lines.dropFirst())
    func cells(_ people: [String]) throws -> [[String]] {
      try terminal.put(([head] + people).joined(separator: "\n") + "\n", into: "city.csv")
      let reply = try terminal.type("tenken project city.csv --base-year 2025 --runs 20 --format csv")
      #expect(reply.code == 0, "\(reply.error)")
      return reply.output.split(whereSeparator: \.isNewline).map { $0.split(separator: ",").map(String.init) }
    }
    func household(_ line: String) -> String { line.split(separator: ",").prefix(2).joined(separator: ",") }
    var order: [String] = []
    for line in people where order.last != household(line) { order.append(household(line)) }
    let whole = try cells(Array(people))
    // The places of people in their house are in their names, so only houses change places.
    let turned = order.reversed().flatMap { name in people.filter { household($0) == name } }
    #expect(Set(order).count == order.count && turned.count == people.count)
    #expect(try Set(cells(turned)) == Set(whole))
    let first = try #require(order.first)
    let fewer = try cells(people.filter { household($0) != first })
    let changed = Set(zip(whole, fewer).filter { $0 != $1 }.map { $0.0[0] })
    #expect(changed.count == 2 && changed.contains { first.contains($0) }, "\(changed)")
  }

  @Test func badLinesStopTheRunUnlessTheyMayBeSkipped() throws {
    let terminal = try Terminal()
    try terminal.put(
      "house,district,sex,age,relation\na,North,m,70,head\nb,North,m,seventy,head\nc,North,f,60,head\n",
      into: "city.csv")
    let stopped = try terminal.type("tenken project city.csv --base-year 2025 --runs 5")
    #expect(stopped.code == 1 && stopped.output == "" && stopped.error.contains("city.csv:3:11: error:"))
    let skipped = try terminal.type("tenken project city.csv --base-year 2025 --runs 5 --on-bad skip")
    #expect(skipped.code == 0 && skipped.error.contains("city.csv:3:11: warning:"))
    #expect(skipped.error.contains("going on without 1 line") && skipped.output.contains("1 line"))
    let unasked = try terminal.type("tenken project city.csv")
    #expect(unasked.code == 1 && unasked.error.contains("--base-year"))
    let births = try terminal.type("tenken project city.csv --base-year 2025 --only births")
    #expect(
      births.code == 64 && births.error.contains("births and families that come are not reckoned for rosters")
    )
    let two = try terminal.type("tenken project city.csv city.csv --base-year 2025")
    #expect(two.code == 1 && two.error.contains("several-rosters"))
  }

  @Test(arguments: ["--map A", "--scenario x", "--houses --format json", "--chance --rules workshop"])
  func whatMeansNothingToARosterIsAMisuse(options: String) throws {
    let terminal = try Terminal()
    let ask = "\"$REPOSITORY/samples/roster.csv\" --base-year 2025 --runs 5"
    let reply = try terminal.type("tenken project \(ask) \(options)")
    #expect(reply.code == 64 && reply.output == "", "\(reply.error)")
    let piped = try terminal.type(
      "cat \"$REPOSITORY/samples/roster.csv\" | tenken project - --base-year 2025 --runs 5 \(options)")
    #expect(piped.code == 64 && piped.output == "", "\(piped.error)")
  }

  @Test func calendarYearsMayBeNamed() throws {
    let ask = "tenken project \"$REPOSITORY/samples/roster.csv\" --base-year 2025 --runs 5 --format csv"
    let years = try Terminal().type("\(ask) --year 2040 --year 2030")
    let horizons = try Terminal().type("\(ask) --horizons 5,15")
    #expect(years.code == 0 && years.output == horizons.output)
    let past = try Terminal().type("\(ask) --year 2020")
    #expect(past.code == 1 && past.error.contains("[year-out-of-range]"))
  }

  @Test func whatLeavesNothingToChanceTakesNoRuns() throws {
    let ask = "tenken project \"$REPOSITORY/samples/roster.csv\" --base-year 2025"
    for options in ["--rules workshop --runs 5", "--rules workshop --seed 2", "--rules workshop --shard 1/2"]
    {
      let reply = try Terminal().type("\(ask) \(options)")
      #expect(reply.code == 64 && reply.error.contains("[nothing-by-chance]"), "\(options): \(reply.error)")
    }
    let nothing = try Terminal().type("\(ask) --only ''")
    #expect(nothing.code == 64 && nothing.error.contains("--only names nothing"))
    let one = try Terminal().type("\(ask) --runs 1")
    #expect(one.code == 0 && one.output.contains("Simulated, 1 run (seed 1)."))
  }

  /// By the workshop's rules only bands leave anything open, and that is worked out exactly.
  @Test func bandsByTheWorkshopsRulesAreExact() throws {
    let terminal = try Terminal(lang: "ja_JP.UTF-8")
    try terminal.put(
      "家,地区,性別,年齢,続柄\na,北町,男,70代,世帯主\nb,北町,女,60代,世帯主\n", into: "city.csv")
    let ask = "tenken project city.csv --base-year 2023 --rules workshop --horizons 10"
    let table = try terminal.type(ask)
    #expect(table.code == 0, "\(table.error)")
    #expect(table.output.contains("ワークショップの決まりによる厳密な計算。") && table.output.contains("2（1〜2）"))
    #expect(table.output.contains("細かい年齢によって変わる幅"))
    let csv = try terminal.type("\(ask) --format csv")
    #expect(csv.output.contains("人口,人口 最小,人口 最大,") && csv.output.contains("全体,2033,10,2,1,2,"))
    let json = try terminal.type("\(ask) --format json")
    #expect(json.output.contains("\"method\": \"exact\""))
    let part = try terminal.type("\(ask) --shard 1/2")
    #expect(part.code == 64 && part.error.contains("[nothing-by-chance]"))
  }
}
