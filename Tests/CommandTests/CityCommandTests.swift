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
    let damaged = try terminal.type(
      "sed -i.old 's/\"values\":\\[0/\"values\":[1/' part-2; tenken merge part-1 part-2 part-3")
    #expect(damaged.code == 1 && damaged.error.contains("damaged-part"))
    let other = try terminal.type(
      "\(ask) --seed 2 --shard 2/3 --output part-2 --force; tenken merge part-1 part-2 part-3")
    #expect(other.code == 1 && other.error.contains("other-job"))
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
    let two = try terminal.type("tenken project city.csv city.csv --base-year 2025")
    #expect(two.code == 1 && two.error.contains("several-rosters"))
  }
}
