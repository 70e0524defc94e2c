import Foundation
import Testing

/// The answer of `tenken project --chance` is the same to the byte however it was made: by how many threads, in which parts,
/// among which other houses.
@Suite struct ChancePartsTests {
  /// Simulated; exact in the base case; exact altogether, so that no run is made.
  @Test(arguments: ["a.yaml --scenario all", "exact.yaml --scenario all", "exact.yaml"])
  func threadsAndShardsMakeNoDifference(_ what: String) throws {
    let terminal = try ChanceFixture.terminal()
    let ask = "tenken project \(what) --chance --runs 23"
    let whole = try terminal.type("\(ask) --threads 1 --houses --format json")
    #expect(whole.code == 0)
    for threads in [2, 16] {
      let reply = try terminal.type("\(ask) --threads \(threads) --houses --format json")
      #expect(reply.output == whole.output)
    }
    let made = try terminal.type(
      "for i in 1 2 3 4 5; do \(ask) --shard $i/5 --threads $i --output part-$i || exit 1; done")
    #expect(made.code == 0, "\(made.error)")
    let merged = try terminal.type("tenken merge part-4 part-1 part-5 part-3 part-2 --houses --format json")
    #expect(merged.code == 0 && merged.output == whole.output)
    for form in ["table", "csv"] {
      let one = try terminal.type("\(ask) --format \(form)")
      let other = try terminal.type("tenken merge part-? --format \(form)")
      #expect(one.output == other.output && one.code == 0 && other.code == 0)
    }
    // The same part again is the same bytes, and is replaced without --force.
    let again = try terminal.type(
      "cp part-2 kept && \(ask) --shard 2/5 --threads 1 --output part-2 && cmp part-2 kept")
    #expect(again.code == 0, "\(again.error)")
    // Parts that were cut differently still make the whole.
    let halves = try terminal.type(
      "\(ask) --shard 1/1 > all && tenken merge all --houses --format json")
    #expect(halves.output == whole.output)
  }

  /// Draws go by name: whoever else is on the map, and in whatever order, a house has the same runs to the bit.
  @Test func otherHousesMakeNoDifference() throws {
    let houses = [
      "h1: [○78, △75, ○48 他出]", "h2: [○55, △52, ○19, △16]", "h3: 空き家", "h4: {people: [○83], rented: true}",
      "h5: [○70代, △60代, △35]", "h6: ？",
    ]
    func cells(_ houses: [String]) throws -> [String: String] {
      let terminal = try Terminal()
      let head = """
        tenken: 1
        title: t
        base-year: 2023
        horizons: [10, 20]
        rules: {chance: {partnering: on, births: on, couples-together: on, return-when-parents-gone: 0.3}}
        maps:
          - id: A
            title: t
            actions: [a]
            houses:

        """
      try terminal.put(head + houses.map { "      \($0)\n" }.joined(), into: "a.yaml")
      let reply = try terminal.type("tenken project a.yaml --chance --runs 60 --houses --format json")
      #expect(reply.code == 0, "\(reply.error)")
      var cells: [String: String] = [:]
      for state in try ChanceFixture.states(ChanceFixture.json(reply.output)) {
        for list in ["people", "dwellings"] {
          for one in try #require(state[list] as? [[String: Any]]) {
            let text = try JSONSerialization.data(withJSONObject: one, options: .sortedKeys)
            cells["\(state["year"] ?? 0) \(list) \(one["id"] ?? "")"] = String(decoding: text, as: UTF8.self)
          }
        }
      }
      return cells
    }
    let base = try cells(houses)
    #expect(base.count >= 3 * (6 + 11))
    #expect(try cells(houses.reversed()) == base)
    let more = try cells(["h0: [○66, △64, ○30]"] + houses)
    #expect(more.count > base.count && base.allSatisfy { more[$0.key] == $0.value })
    let fewer = try cells(Array(houses.dropFirst(2)))
    #expect(!fewer.isEmpty && fewer.count < base.count && fewer.allSatisfy { base[$0.key] == $0.value })
  }

  /// The scripts of docs/batch.md do what it says, with the variables that Slurm sets.
  @Test(arguments: ["batch.md", "batch.en.md"]) func theScriptsOfThePage(_ name: String) throws {
    let terminal = try ChanceFixture.terminal()
    let page = try String(contentsOf: Terminal.repository.appending(path: "docs/\(name)"), encoding: .utf8)
    let blocks = page.matches(of: /```sh\n((?:.|\n)*?)```/).map { String($0.output.1) }
    let script = try #require(blocks.first { $0.hasPrefix("#!/bin/sh") })
    let loop = try #require(blocks.first { $0.hasPrefix("for i in") })
    try terminal.put(script.replacing("--runs 1000000", with: "--runs 19"), into: "chance.sbatch")
    try terminal.put(
      loop.replacing("--runs 100000", with: "--runs 19").replacing("seq 16", with: "seq 3").replacing(
        "/16", with: "/3"),
      into: "loop.sh")
    let made = try terminal.type(
      """
      cp a.yaml workshop.yaml
      for i in 1 2 3; do
        SLURM_ARRAY_TASK_ID=$i SLURM_ARRAY_TASK_COUNT=3 SLURM_CPUS_PER_TASK=2 sh chance.sbatch || exit 1
      done
      tenken merge part-? --format json > slurm.json && rm part-?
      tenken project workshop.yaml --chance --runs 19 --scenario all --format json | cmp - slurm.json || exit 1
      sh loop.sh && tenken project workshop.yaml --chance --runs 19 --format csv | cmp - chance.csv
      """)
    #expect(made.code == 0, "\(made.error)\(made.output)")
    #expect(page.contains("tenken merge part-* --format json") && page.contains("parallel"))
  }

  @Test func housesDoNotDependOnTheOthersInTheFile() throws {
    let terminal = try ChanceFixture.terminal()
    let ask = "--chance --runs 150 --houses --format json"
    let before = try ChanceFixture.vacant(
      ChanceFixture.json(terminal.type("tenken project a.yaml \(ask)").output))
    let lines = ChanceFixture.simulated.split(separator: "\n", omittingEmptySubsequences: false).map(
      String.init)
    let first = try #require(lines.firstIndex { $0.contains("a1: {at") })
    var swapped = lines
    swapped.swapAt(first, first + 1)
    swapped.insert("      a0: {at: [120, 20], people: [△85, ○50 他出]}", at: first)
    try terminal.put(swapped.joined(separator: "\n"), into: "b.yaml")
    let after = try ChanceFixture.vacant(
      ChanceFixture.json(terminal.type("tenken project b.yaml \(ask)").output))
    #expect(Set(after.keys) == ["a0", "a1", "a2"])
    for (id, chance) in before { #expect(after[id] == chance, "\(id)") }
  }

  @Test func partsThatDoNotMakeAWhole() throws {
    let terminal = try ChanceFixture.terminal()
    let ask = "tenken project a.yaml --chance --runs 30"
    let made = try terminal.type(
      """
      for i in 1 2 3; do \(ask) --shard $i/3 -o p$i || exit 1; done
      \(ask) --seed 2 --shard 2/3 -o seed
      tenken project a.yaml --chance --runs 60 --shard 2/3 -o runs
      tenken project exact.yaml --chance --runs 30 --shard 2/3 -o file
      head -c 2000 p2 > cut; sed 's/"horizon":10/"horizon":11/' p2 > changed; : > empty
      sed 's/part-4/part-9/' p2 > future
      """)
    #expect(made.code == 0, "\(made.error)")
    let cases: [(line: String, code: String, says: [String])] = [
      ("p1 p3", "missing-parts", ["11–20", "--shard 2/3"]),
      ("p3", "missing-parts", ["1–20", "--shard 1/3, 2/3"]),
      ("p1 p2 p3 p2", "same-runs", ["‘p2’ and ‘p2’", "2/3"]),
      ("p1 p2 p3 seed", "other-job", ["‘seed’", "seeds are 2 and 1"]),
      ("p1 runs p3", "other-job", ["‘runs’", "60 and 30 runs"]),
      ("p1 file p3", "other-job", ["‘file’", "the session file"]),
      ("p1 cut p3", "damaged-part", ["‘cut’", "--shard 2/3"]),
      ("p1 changed p3", "damaged-part", ["‘changed’", "--shard 2/3"]),
      ("p1 empty p3", "no-part", ["‘empty’", "--shard"]),
      ("p1 a.yaml p3", "no-part", ["‘a.yaml’"]),
      ("p1 future p3", "format-version", ["‘future’", "tenken-chance-part-9"]),
      ("p1 nowhere p3", "cannot-read", ["‘nowhere’", "does not exist"]),
    ]
    for (line, code, says) in cases {
      let reply = try terminal.type("tenken merge \(line)")
      #expect(reply.code == 1 && reply.output == "", "\(line)")
      #expect(reply.error.contains("[\(code)]"), "\(line): \(reply.error)")
      for word in says { #expect(reply.error.contains(word), "\(line): \(reply.error)") }
      let japanese = try terminal.type("tenken merge \(line) --lang ja")
      #expect(japanese.code == 1 && japanese.error.contains("エラー: "), "\(japanese.error)")
    }
    // Everything that is wrong is told at once.
    let both = try terminal.type("tenken merge cut empty p1")
    #expect(both.error.contains("‘cut’") && both.error.contains("‘empty’"))
  }
}
