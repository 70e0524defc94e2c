import Projection
import Synchronization
import Workshop

/// Foresees a city from its roster by seeded runs, on any number of threads with the same result to the byte.
public struct CityProjector: Sendable {
  /// What is asked.
  public let question: CitySimulation.Question
  let job: CityJob

  /// Prepares a projection.
  ///
  /// - Parameters:
  ///   - roster: The people and houses.
  ///   - rules: The yearly chances.
  ///   - horizons: Years after the base year, 1…100; others are left out.
  ///   - seed: The seed of every draw.
  ///   - smallest: Districts with fewer houses than this are shown together, because of them too much could be told of one
  ///     household; 1 shows every district by itself.
  ///   - skippedLines: How many lines of the roster were passed over, to be told with the result.
  public init(
    roster: Roster, rules: CityRules, horizons: [Int], seed: UInt64, smallest: Int = 5, skippedLines: Int = 0
  ) {
    let groups = DistrictGroups(roster, smallest: smallest)
    let offsets = Horizons.offsets(horizons)
    job = CityJob(
      roster: roster, groupOf: groups.groupOf, groupCount: groups.districts.count, offsets: offsets,
      rules: rules)
    question = CitySimulation.Question(
      baseYear: roster.baseYear, seed: seed, offsets: offsets, districts: groups.districts,
      people: roster.peopleCount, fingerprint: Self.fingerprint(roster, job.chances),
      skippedLines: skippedLines)
  }

  /// The question without any runs.
  public var blank: CitySimulation { CitySimulation(question) }

  /// Makes runs.
  ///
  /// - Parameters:
  ///   - runs: The numbers of the runs to make: `--shard 3/16` is the third of sixteen parts of all.
  ///   - threads: How many threads work at it; whatever their number the result is the same.
  ///   - progress: Told of what is done.
  /// - Throws: `CancellationError` where the task was cancelled.
  public func simulate(
    runs: Range<UInt32>, threads: Int, progress: WorkProgress? = nil
  ) async throws -> CitySimulation {
    var simulation = blank
    let row = job.groupCount * job.offsets.count * CityColumn.count
    let block = min(max(1, Self.mostTotals / max(1, row)), 4096, max(1, runs.count))
    progress?.expect(runs.count * max(1, job.roster.peopleCount))
    var first = runs.lowerBound
    let workers = (0..<max(1, threads)).map { _ in Slot(CityWorker(job, seed: question.seed)) }
    while first < runs.upperBound {
      let end = first + UInt32(min(block, Int(runs.upperBound - first)))
      let counted = try await play(first..<end, row: row, workers: workers, progress: progress)
      counted.totals.withUnsafeBufferPointer { totals in
        counted.ages.withUnsafeBufferPointer { ages in
          if let totals = totals.baseAddress, let ages = ages.baseAddress {
            simulation.add(first..<end, totals: totals, ages: ages)
          }
        }
      }
      first = end
    }
    return simulation
  }

  /// The most totals that are held at a time for each thread: 32 MB.
  private static let mostTotals = 4 << 20
  /// Runs that are played of a chunk at a time: enough that preparing the chunk counts for nothing.
  private static let runsAtATime = 32

  /// A worker, handed to one task at a time.
  private final class Slot: Sendable {
    private let worker: Mutex<CityWorker>
    init(_ worker: sending CityWorker) { self.worker = Mutex(worker) }
    func withWorker(_ body: (CityWorker) -> Void) { worker.withLock { body($0) } }
  }

  private func play(
    _ runs: Range<UInt32>, row: Int, workers: [Slot], progress: WorkProgress?
  ) async throws -> Counted {
    let pieces = (runs.count + Self.runsAtATime - 1) / Self.runsAtATime
    let next = Next()
    let ageRow = job.groupCount * job.offsets.count * CityAges.count
    return try await withThrowingTaskGroup(of: Counted.self) { group in
      for slot in workers {
        group.addTask {
          var counted = Counted(totals: runs.count * row, ages: ageRow)
          counted.withPointers { totals, ages in
            slot.withWorker { worker in
              while let unit = next.take(of: job.chunks.count * pieces), !Task.isCancelled {
                let chunk = job.chunks[unit / pieces]
                let from = unit % pieces * Self.runsAtATime
                let part =
                  runs.lowerBound
                  + UInt32(from)..<min(
                    runs.upperBound, runs.lowerBound + UInt32(from + Self.runsAtATime))
                worker.play(chunk, runs: part, totals: totals + from * row, ages: ages)
                progress?.advance(chunk.people.count * part.count)
              }
            }
          }
          try Task.checkCancellation()
          return counted
        }
      }
      var sum: Counted?
      for try await part in group {
        if sum == nil { sum = part } else { sum?.add(part) }
      }
      return sum ?? Counted(totals: 0, ages: 0)
    }
  }

  /// What a thread has counted. Whole numbers: in whatever order they are added, the sum is the same.
  private struct Counted: Sendable {
    private(set) var totals: [Int64]
    private(set) var ages: [Int64]

    init(totals: Int, ages: Int) {
      self.totals = [Int64](repeating: 0, count: totals)
      self.ages = [Int64](repeating: 0, count: ages)
    }

    mutating func withPointers(
      _ body: (UnsafeMutablePointer<Int64>, UnsafeMutablePointer<Int64>) -> Void
    ) {
      totals.withUnsafeMutableBufferPointer { totals in
        ages.withUnsafeMutableBufferPointer { ages in
          if let totals = totals.baseAddress, let ages = ages.baseAddress { body(totals, ages) }
        }
      }
    }

    mutating func add(_ other: Counted) {
      for index in totals.indices { totals[index] &+= other.totals[index] }
      for index in ages.indices { ages[index] &+= other.ages[index] }
    }
  }

  /// Hands out the pieces of work one by one.
  private final class Next: Sendable {
    private let taken = Atomic<Int>(0)
    func take(of count: Int) -> Int? {
      let index = taken.add(1, ordering: .relaxed).oldValue
      return index < count ? index : nil
    }
  }

  /// Tells rosters and rules apart.
  private static func fingerprint(_ roster: Roster, _ chances: CityChances) -> UInt64 {
    var hash = DrawName.start
    func add(_ number: UInt64) { hash = (hash ^ number) &* 0x100_0000_01B3 ^ (hash >> 29) }
    for name in roster.names { add(name) }
    for index in roster.ages.indices {
      add(UInt64(roster.ages[index]) | UInt64(roster.people[index].fingerprint) << 8)
    }
    for house in roster.houses { add(UInt64(house.rawValue)) }
    for width in roster.widths { add(UInt64(width)) }
    for table in chances.all {
      for value in table.values { add(value) }
    }
    add(UInt64(truncatingIfNeeded: chances.successorFrom))
    return hash
  }
}

/// Which districts are shown by themselves and which together.
struct DistrictGroups {
  let districts: [CitySimulation.District]
  let groupOf: [UInt32]

  /// Districts of fewer than `smallest` houses go together; if even together they are fewer, the smallest of the others
  /// goes with them, for what is missing in the sum could be worked out from the whole.
  init(_ roster: Roster, smallest: Int) {
    let houses = roster.housesByDistrict
    var small = Set(houses.indices.filter { houses[$0] < smallest })
    while !small.isEmpty, small.count < houses.count,
      small.count == 1 || small.reduce(0, { $0 + houses[$1] }) < smallest,
      let next = houses.indices.filter({ !small.contains($0) }).min(by: { houses[$0] < houses[$1] })
    {
      small.insert(next)
    }
    var districts: [CitySimulation.District] = []
    var groupOf = [UInt32](repeating: 0, count: houses.count)
    for index in houses.indices where !small.contains(index) {
      groupOf[index] = UInt32(districts.count)
      districts.append(
        CitySimulation.District(name: roster.districts[index], houses: houses[index], districts: 1))
    }
    if !small.isEmpty {
      for index in small { groupOf[index] = UInt32(districts.count) }
      districts.append(
        CitySimulation.District(
          name: nil, houses: small.reduce(0) { $0 + houses[$1] }, districts: small.count))
    }
    self.districts = districts
    self.groupOf = groupOf
  }
}
