import Diagnostics
import Projection
import Workshop

/// Sessions asked for their chances.
public struct ChanceRun: Sendable {
  /// How to reckon.
  public struct Request: Sendable, Hashable {
    /// Which maps, years and scenarios.
    public var report: ProjectionReport.Request
    /// How many runs the whole job has; 1 or more.
    public var runs: UInt32
    /// The seed.
    public var seed: UInt64
    /// On how many threads; it changes nothing of the result.
    public var threads: Int
    /// Which part of the runs to make; nil for all.
    public var shard: Shard?

    /// A request.
    public init(
      report: ProjectionReport.Request = ProjectionReport.Request(), runs: UInt32 = 10_000, seed: UInt64 = 1,
      threads: Int = 1, shard: Shard? = nil
    ) {
      self.report = report
      self.runs = runs
      self.seed = seed
      self.threads = threads
      self.shard = shard
    }
  }

  /// The third of sixteen parts of a job: `3/16`.
  public struct Shard: Sendable, Hashable {
    /// Which part, from 1.
    public var number: Int
    /// Of how many; at most 1,000,000.
    public var count: Int

    /// A part; nil where there is no such part.
    public init?(_ number: Int, of count: Int) {
      guard (1...1_000_000).contains(count), (1...count).contains(number) else { return nil }
      self.number = number
      self.count = count
    }

    /// As it is typed.
    public var text: String { "\(number)/\(count)" }
  }

  /// What was found.
  public var record: ChanceRecord
  /// What is worth knowing about the choice of years.
  public var notes: [Finding]

  /// Reckons the chances of sessions.
  ///
  /// - Throws: A finding for every map, scenario, year and file of rates that is not there.
  public init(
    _ sessions: [CheckedSession], _ request: Request, progress: WorkProgress? = nil
  ) async throws(Trouble) {
    let report = try ProjectionReport(
      sessions.map { (name: $0.input.name, session: $0.session) }, request.report, comparing: false)
    notes = report.notes
    var fingerprint = Fingerprint()
    fingerprint.add("runs \(request.runs) seed \(request.seed) \(request.report)")
    var files: [ChanceRecord.File] = []
    var base: [ExactChances?] = []
    for (checked, file) in zip(sessions, report.files) {
      let book = try ChanceRuleBook(checked)
      fingerprint.add(checked.input.bytes)
      fingerprint.add(book.rateLibrary.fingerprint)
      for item in file.cases {
        guard let scenario = file.session.scenarios.first(where: { $0.name == item.scenario }) else {
          continue
        }
        notes += scenario.notesOnChance(item.maps.map { book.settings(for: $0.map, scenario: scenario) })
      }
      let (found, exact) = try await Self.file(file, book, request, progress)
      files.append(found)
      base += exact
    }
    record = ChanceRecord(
      job: fingerprint.text, runs: request.runs, seed: request.seed, tellsDriving: report.tellsDriving,
      files: files)
    if files.count > 1 { record.total = Self.sums(base) }
  }

  private static func file(
    _ file: ProjectionReport.File, _ book: ChanceRuleBook, _ request: Request, _ progress: WorkProgress?
  ) async throws(Trouble) -> (file: ChanceRecord.File, exactBase: [ExactChances?]) {
    let projectors = file.cases.map { item in
      let scenario = file.session.scenarios.first { $0.name == item.scenario }
      return item.maps.map { foreseen in
        ChanceProjector(
          map: foreseen.map, rules: book.settings(for: foreseen.map, scenario: scenario).rules,
          scenario: scenario)
      }
    }
    let horizons = (file.cases.first?.maps ?? []).map { $0.projection.states.map(\.horizon) }
    let job = ChanceJob(projectors, seed: request.seed, horizons: horizons)
    let all = 0..<request.runs
    let runs = request.shard.map { ChanceProjector.parts(of: all, count: $0.count)[$0.number - 1] } ?? all
    let exact = projectors.map { row in zip(row, horizons).map { $0.exactChances(horizons: $1) } }
    // Only what is not exact, and the differences to the base case, are found by runs.
    let needsRuns = projectors.count > 1 || exact.joined().contains { $0 == nil }
    let tally: JobTally
    do {
      tally =
        needsRuns
        ? try await job.simulate(runs: runs, threads: request.threads, progress: progress)
        : job.spared(runs: runs, progress: progress)
    } catch {
      throw Trouble(code: "stopped", Phrase(ja: "途中で止めました。", en: "It was stopped midway."))
    }
    let cases = zip(file.cases, projectors).enumerated().map { number, pair in
      let (item, row) = pair
      let exact = exact[number]
      return ChanceRecord.Case(
        scenario: item.scenario,
        cells: item.maps.indices.map { map in
          Self.cell(item.maps[map], row[map], exact[map], horizons: horizons[map])
        }, sums: Self.sums(exact))
    }
    let found = ChanceRecord.File(
      name: file.name, title: file.session.title,
      maps: (file.cases.first?.maps ?? []).map {
        ChanceRecord.Map(id: $0.map.id, title: $0.map.title, baseYear: $0.map.baseYear)
      }, cases: cases, tally: tally)
    return (found, exact.first ?? [])
  }

  /// The ratios of several maps together at every horizon at which one of them looks; nil where one was simulated.
  private static func sums(_ maps: [ExactChances?]) -> [ChanceRecord.SumRatios]? {
    guard maps.allSatisfy({ $0 != nil }) else { return nil }
    let horizons = Set(maps.compactMap { $0 }.flatMap { $0.projection.states.map(\.horizon) }).sorted()
    return horizons.compactMap { ChanceRecord.SumRatios(maps, at: $0) }
  }

  private static func cell(
    _ foreseen: ProjectionReport.ForeseenMap, _ projector: ChanceProjector, _ exact: ExactChances?,
    horizons: [Int]
  ) -> ChanceRecord.Cell {
    let reasons = exact == nil ? projector.reasonsToSimulate(horizons: horizons) : []
    return ChanceRecord.Cell(
      reasonsJa: reasons.map(\.ja), reasonsEn: reasons.map(\.en),
      exact: exact.map { $0.projection.states.map { ChanceRecord.Exact($0) } },
      workshop: foreseen.projection.states.map { state in
        CountItem.allCases.map { item in FigureKind.of(item).flatMap { $0.point(state.figures) } }
      })
  }
}

extension Scenario {
  /// What it changes of the workshop's rules and chances do not look at: who compares it by chance may wonder why it makes no
  /// difference.
  fileprivate func notesOnChance(_ settings: [ChanceSettings]) -> [Finding] {
    let changes: [(isSet: Bool, key: String, ja: String, item: ChanceItem)] = [
      (rules.deceasedAt != nil, "deceased-at", "亡くなったとみなす歳", .death),
      (rules.childrenLeaveAt != nil, "children-leave-at", "子が家を出る歳", .leavingHome),
      (rules.reletsRentedUnits != nil, "relet", "次の入居", .letting),
      (rules.demolishedAfter != nil, "demolished-after", "取り壊し", .demolition),
    ]
    return changes.filter(\.isSet).compactMap { change in
      let isUsed = settings.contains { setting in
        setting.settings.contains {
          $0.item == change.item && ($0.origin == .rule || $0.originOfWomen == .rule)
        }
      }
      guard !isUsed else { return nil }
      return Finding(
        .note, code: "rule-without-effect", at: nil,
        Phrase(
          ja: "もしも「\(name)」の「\(change.ja)」は、確率で数えるときは使われません。",
          en: "The rule `\(change.key)` of the scenario “\(name)” makes no difference to chances."),
        hint: Phrase(
          ja: "確率でも使うには「確率」に \(change.item.rawValue): rule と書いてください。",
          en: "To use it for chances too, write `chance: {\(change.item.rawValue): rule}` among the rules."))
    }
  }
}

/// 64 bits (FNV-1a) by which jobs and files are told apart.
struct Fingerprint: Sendable, Hashable {
  private var hash: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Nothing yet.
  init() {}

  /// Takes bytes, and where they end.
  mutating func add(_ bytes: some Sequence<UInt8>) {
    var count: UInt64 = 0
    for byte in bytes {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
      count &+= 1
    }
    for shift in stride(from: 0, to: 64, by: 8) {
      hash = (hash ^ (count >> UInt64(shift)) & 0xFF) &* 0x100_0000_01B3
    }
  }

  /// Takes a text.
  mutating func add(_ text: String) { add(text.utf8) }

  /// As sixteen hexadecimal digits.
  var text: String {
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
