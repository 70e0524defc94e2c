import City
import Foundation
import Projection

/// What `make bench` asks of the city's engine, a piece a run of this program, answered in one line of JSON.
///
///     city-bench csv PATH [--people N --houses N]    writes the invented city as a roster
///     city-bench read PATH                           reads a roster
///     city-bench raw                                 a loop that only draws and compares
///     city-bench kernel --runs N --threads N         foresees the city in memory
///     city-bench country --copies N --threads N      foresees so many cities in one run
@main
struct Measuring {
  let arguments: [String]
  let root: URL

  static func main() async throws {
    let program = URL(filePath: #filePath).deletingLastPathComponent()
    let measuring = Measuring(arguments: Array(CommandLine.arguments.dropFirst()), root: program)
    switch measuring.arguments.first {
    case "csv": try measuring.csv()
    case "read": try measuring.read()
    case "raw": measuring.raw()
    case "kernel": try await measuring.kernel()
    case "country": try await measuring.country()
    default: print("{}")
    }
  }

  // MARK: What is measured

  /// The districts of Nabari by their people (Osaka City University, 2021).
  static let districts: [(String, Int)] = [
    ("名張", 6204), ("鴻之台・希央台", 2767), ("蔵持", 3553), ("梅が丘", 6763), ("薦原", 2044), ("桔梗が丘", 13948), ("美旗", 8075),
    ("つつじヶ丘", 10680), ("国津", 570), ("比奈知", 4843), ("すずらん台", 3640), ("錦生", 1543), ("赤目", 3624), ("箕曲", 2773),
    ("百合が丘", 7364),
  ]

  func city(isOne: Bool = false) throws -> SyntheticCity {
    let text = try String(contentsOf: root.appending(path: "population.csv"), encoding: .utf8)
    return SyntheticCity(
      table: try PopulationTable(text), people: number("--people") ?? 76_387,
      houses: number("--houses") ?? 31_398,
      districts: isOne
        ? [.init(name: "市", weight: 1)] : Self.districts.map { .init(name: $0.0, weight: $0.1) },
      seed: 2020)
  }

  func rules() throws -> CityRules {
    let rates = root.appending(path: "../../Assets/rates")
    let all = try ChanceRules { try String(contentsOf: rates.appending(path: $0), encoding: .utf8) }
    guard arguments.contains("--all") else {
      // Death, leaving and return.
      var rules = CityRules()
      (rules.death, rules.leavingHome, rules.returning) = (all.death, all.leavingHome, all.returning)
      return rules
    }
    return CityRules(all)
  }

  func number(_ option: String) -> Int? {
    arguments.firstIndex(of: option).flatMap {
      arguments.indices.contains($0 + 1) ? Int(arguments[$0 + 1]) : nil
    }
  }

  // MARK: The pieces

  func csv() throws {
    guard arguments.count > 1 else { return }
    var bytes: [UInt8] = []
    try city().csv { bytes += Array($0.utf8) }
    try Data(bytes).write(to: URL(filePath: arguments[1]))
  }

  func read() throws {
    guard arguments.count > 1, let file = InputStream(fileAtPath: arguments[1]) else { return }
    let start = Clock()
    var reader = RosterReader(file: arguments[1], baseYear: 2020) { print($0) }
    file.open()
    var bytes = 0
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 20)
    defer { buffer.deallocate() }
    while let address = buffer.baseAddress {
      let count = file.read(address, maxLength: buffer.count)
      if count <= 0 { break }
      bytes += count
      try reader.read(UnsafeBufferPointer(rebasing: buffer[..<count]))
    }
    let roster = try reader.finish()
    report(
      start,
      [
        ("people", roster.peopleCount), ("houses", roster.houseCount), ("bytes", bytes),
        ("columns", roster.bytes),
      ])
  }

  /// Draws a block for four person-years and compares each of its words with a chance, and nothing else.
  func raw() {
    let start = Clock()
    let count: UInt32 = 100_000_000
    var hits = 0
    let key = (UInt32(truncatingIfNeeded: arguments.count), UInt32(2020))
    for counter in 0..<count {
      var (c0, c1, c2, c3) = (counter, UInt32(1), UInt32(2), UInt32(3))
      var (k0, k1) = key
      for _ in 0..<10 {
        let a = UInt64(0xD251_1F53) &* UInt64(c0)
        let b = UInt64(0xCD9E_8D57) &* UInt64(c2)
        c0 = UInt32(truncatingIfNeeded: b &>> 32) ^ c1 ^ k0
        c1 = UInt32(truncatingIfNeeded: b)
        c2 = UInt32(truncatingIfNeeded: a &>> 32) ^ c3 ^ k1
        c3 = UInt32(truncatingIfNeeded: a)
        k0 &+= 0x9E37_79B9
        k1 &+= 0xBB67_AE85
      }
      let limit = UInt32(0x0400_0000)
      hits &+= c0 < limit ? 1 : 0
      hits &+= c1 < limit ? 1 : 0
      hits &+= c2 < limit ? 1 : 0
      hits &+= c3 < limit ? 1 : 0
    }
    report(start, [("personYears", Int(count) * 4), ("hits", hits)])
  }

  func kernel() async throws {
    let roster = try city().roster(baseYear: 2020)
    try await play(roster, runs: number("--runs") ?? 100)
  }

  func country() async throws {
    let start = Clock()
    let roster = try city(isOne: true).roster(baseYear: 2020, copies: number("--copies") ?? 10)
    try await play(roster, runs: 1, prepared: start.wall)
  }

  private func play(_ roster: Roster, runs: Int, prepared: Double = 0) async throws {
    let years = number("--years") ?? 30
    let horizons =
      arguments.contains("--yearly") ? Array(1...years) : [10, 20, 30].filter { $0 < years } + [years]
    let projector = CityProjector(roster: roster, rules: try rules(), horizons: horizons, seed: 1)
    let start = Clock()
    let simulation = try await projector.simulate(runs: 0..<UInt32(runs), threads: number("--threads") ?? 1)
    let whole = projector.question.districts.count
    var here = 0.0
    if arguments.contains("--yearly") {
      for year in 0..<years { here += simulation.counts(.population, group: whole, horizon: year).mean ?? 0 }
    }
    report(
      start,
      [
        ("personYears", roster.peopleCount * years * runs), ("people", roster.peopleCount),
        ("houses", roster.houseCount), ("columns", roster.bytes),
        ("preparedMilliseconds", Int(prepared * 1000)),
        ("here", Int(here)),
        (
          "population",
          Int(
            simulation.counts(.population, group: whole, horizon: horizons.count).quantile(perMille: 500) ?? 0
          )
        ),
        (
          "vacant",
          Int(simulation.counts(.vacant, group: whole, horizon: horizons.count).quantile(perMille: 500) ?? 0)
        ),
      ])
  }

  private func report(_ start: Clock, _ values: [(String, Int)]) {
    let members =
      [("wall", start.wall), ("cpu", start.processor)].map { "\"\($0)\": \($1)" }
      + values.map { "\"\($0)\": \($1)" }
    print("{\(members.joined(separator: ", "))}")
  }
}

/// Time since it was made, by the wall and by the processor.
struct Clock {
  private let startedAt = Clock.now(CLOCK_MONOTONIC)
  private let processorThen = Clock.now(CLOCK_PROCESS_CPUTIME_ID)

  var wall: Double { Clock.now(CLOCK_MONOTONIC) - startedAt }
  var processor: Double { Clock.now(CLOCK_PROCESS_CPUTIME_ID) - processorThen }

  private static func now(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
