import Foundation
import Testing

/// `tenken render` with a city's roster: charts of the whole and of its districts.
@Suite struct RenderCityTests {
  private static let ask = "tenken render \"$REPOSITORY/samples/roster.csv\" --base-year 2025 --runs 20"

  @Test func aRosterGivesChartsOfTheWholeAndItsDistricts() throws {
    let terminal = try Terminal(lang: "ja_JP.UTF-8")
    let reply = try terminal.type("\(Self.ask) --title みどり市 --format svg,pdf --output out")
    #expect(reply.code == 0 && reply.error == "", "\(reply.error)")
    let files = try terminal.files().filter { $0.hasPrefix("out/") }
    #expect(
      files
        == [
          "city-districts.svg", "city-fan.svg", "city-pyramid.svg", "city.pdf", "北町-fan.svg",
          "北町-pyramid.svg",
          "南町-fan.svg", "南町-pyramid.svg",
        ].map { "out/\($0)" }.sorted(), "\(files)")
    let fan = String(decoding: try terminal.bytes(of: "out/city-fan.svg"), as: UTF8.self)
    #expect(fan.contains("名簿にいる人のうち、住んでいる人の見込み。2025年"))
    let ranking = String(decoding: try terminal.bytes(of: "out/city-districts.svg"), as: UTF8.self)
    #expect(ranking.contains("2055年の高齢化率") && ranking.contains("北町"))
  }

  @Test func partsAreDrawnAsTheWholeIs() throws {
    let terminal = try Terminal()
    let whole = try terminal.type(
      "\(Self.ask) --district All --kind fan --format svg --output whole.svg")
    #expect(whole.code == 0 && whole.output.hasSuffix("roster.csv → whole.svg\n"), "\(whole.error)")
    let parts = try terminal.type(
      "for part in 1 2; do tenken project \"$REPOSITORY/samples/roster.csv\" --base-year 2025 --runs 20 "
        + "--horizons 5,10,15,20,25,30 --shard $part/2 --output part-$part > /dev/null || exit 9; done; "
        + "tenken render part-2 part-1 --horizon 10 --horizon 20 --year 2055 --district All --kind fan --output parts.svg"
    )
    #expect(parts.code == 0, "\(parts.error)")
    #expect(try terminal.bytes(of: "whole.svg") == terminal.bytes(of: "parts.svg"))
  }

  /// Six houses, nine people, two of them old: their ages would be known to everybody.
  @Test func noAgesAreDrawnWhereTheyWouldTellOfSinglePeople() throws {
    let terminal = try Terminal()
    var lines = ["house,district,sex,age,relation"]
    for house in 0..<60 { lines.append("h\(house),Big,male,\(20 + house),head") }
    for (house, ages) in [[75, 72], [40, 38], [45], [50], [30, 31], [33]].enumerated() {
      for (place, age) in ages.enumerated() {
        lines.append(
          "t\(house),Tiny,\(place == 0 ? "male" : "female"),\(age),\(place == 0 ? "head" : "partner")")
      }
    }
    try terminal.put(lines.joined(separator: "\n") + "\n", into: "city.csv")
    let reply = try terminal.type(
      "tenken render city.csv --base-year 2025 --runs 20 --kind pyramid --format svg --output out")
    #expect(
      reply.code == 0 && reply.error.contains("No ages (pyramid) are drawn of ‘Tiny’"), "\(reply.error)")
    #expect(
      try terminal.files().filter { $0.hasPrefix("out/") } == ["out/Big-pyramid.svg", "out/city-pyramid.svg"])
  }

  @Test func aRosterMayComeByThePipe() throws {
    let terminal = try Terminal()
    let options = "--base-year 2025 --runs 10"
    let named = try terminal.type("tenken project \"$REPOSITORY/samples/roster.csv\" \(options)")
    let piped = try terminal.type("cat \"$REPOSITORY/samples/roster.csv\" | tenken project - \(options)")
    let slow = try terminal.type(
      "(head -c 3 \"$REPOSITORY/samples/roster.csv\"; sleep 0.1; tail -c +4 \"$REPOSITORY/samples/roster.csv\") | tenken project - \(options)"
    )
    #expect(piped.code == 0 && piped.output == named.output && slow.output == named.output)
    let bad = try terminal.type(
      "printf 'house,district,sex,age,relation\\na,North,m,seventy,head\\n' | tenken project - \(options)")
    #expect(bad.code == 1 && bad.error.contains("<stdin>:2:11: error:"))
    // A session still comes by the pipe as it did.
    let session = try terminal.type("cat \"$REPOSITORY/samples/hamlet.yaml\" | tenken project - --format csv")
    let file = try terminal.type("tenken project \"$REPOSITORY/samples/hamlet.yaml\" --format csv")
    #expect(
      session.code == 0
        && session.output.split(separator: "\n").count == file.output.split(separator: "\n").count)
    let chart = try terminal.type(
      "cat \"$REPOSITORY/samples/roster.csv\" | tenken render - \(options) --kind districts --output d.svg")
    #expect(chart.code == 0, "\(chart.error)")
  }

  @Test(arguments: [
    ("--district 東町", "unknown-district"), ("--kind map", "sessions-only"), ("--map A", "sessions-only"),
    ("--year 2020", "year-out-of-range"), ("--scenario x", "sessions-only"),
  ])
  func whatARosterHasNotIsTold(option: String, code: String) throws {
    let reply = try Terminal().type("\(Self.ask) \(option) --output out")
    #expect(reply.code == (code == "sessions-only" ? 64 : 1), "\(reply.error)")
    #expect(reply.error.contains("[\(code)]"), "\(reply.error)")
  }

  @Test(arguments: ["--base-year 2025", "--smallest 3", "--district x", "--kind districts", "--title x"])
  func whatASessionHasNotIsTold(option: String) throws {
    let reply = try Terminal().type(
      "tenken render \"$REPOSITORY/samples/hamlet.yaml\" \(option) --output out")
    #expect(reply.code == 64 && reply.error.contains("[rosters-only]"), "\(reply.error)")
  }
}
