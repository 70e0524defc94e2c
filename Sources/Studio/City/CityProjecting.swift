import CairoBackend
import City
import Diagnostics
import Foundation
import Projection
import Workshop

/// Foresees a city from its roster.
public enum CityProjecting {
  /// The rules of a request.
  public static func rules(_ request: CityRequest) throws(Trouble) -> CityRules {
    let rules =
      switch request.rules {
      case .workshop: CityRules(Rules.workshop)
      case .chance: CityRules(try defaultRates())
      }
    return request.only.map(rules.keeping) ?? rules
  }

  /// The rates that come with Tenken.
  static func defaultRates() throws(Trouble) -> ChanceRules {
    let folder: String
    do throws(BackendError) {
      folder = try ResourceFolder.find().assets + "/rates/"
    } catch {
      throw Trouble([error.finding])
    }
    var file = folder
    do {
      return try ChanceRules { name in
        file = folder + name
        return try String(contentsOfFile: file, encoding: .utf8)
      }
    } catch let error as RateFile.Trouble {
      throw Trouble([
        Finding(.error, code: "rates", at: Place(file: file, line: error.line, column: 1), error.message)
      ])
    } catch {
      throw Trouble(
        code: "rates",
        Phrase(ja: "率のファイル「\(file)」を読めません。", en: "The file of rates ‘\(file)’ cannot be read."))
    }
  }

  /// What a request comes to: by chance and for exact ages by runs, for bands under the workshop's rules exactly.
  ///
  /// - Throws: What keeps it from being foreseen; among it that a part of an exact answer was asked for.
  public static func report(
    _ content: RosterFile.Content, _ request: CityRequest, progress: WorkProgress? = nil
  ) async throws(Trouble) -> CityReport {
    guard request.rules == .chance || request.shard == nil else {
      throw Trouble(
        code: "nothing-by-chance",
        Phrase(
          ja: "ワークショップの決まりでは一度で計算が済むので、分けて計算することはできません。",
          en: "By the workshop's rules no runs are made, so there are no parts of them."))
    }
    guard request.rules == .workshop, content.roster.hasBands else {
      return CityReport(try await project(content, request, progress: progress))
    }
    let projector = CityProjector(
      roster: content.roster, rules: try rules(request), horizons: request.horizons, seed: request.seed,
      smallest: request.smallest, skippedLines: content.skippedLines)
    do {
      let rules = request.only.map(Rules.workshop.keeping) ?? .workshop
      let ranges = try await projector.ranges(rules, threads: request.threads, progress: progress)
      return CityReport(record(of: projector.blank, runs: 0, request), ranges: ranges)
    } catch {
      throw Trouble(code: "cancelled", Phrase(ja: "途中で止めました。", en: "Stopped midway."))
    }
  }

  /// Makes the runs of a request, or those of its shard.
  public static func project(
    _ content: RosterFile.Content, _ request: CityRequest, progress: WorkProgress? = nil
  ) async throws(Trouble) -> CityRecord {
    let rules = try rules(request)
    let projector = CityProjector(
      roster: content.roster, rules: rules, horizons: request.horizons, seed: request.seed,
      smallest: request.smallest, skippedLines: content.skippedLines)
    // By the workshop's rules every chance is 0 or 1: where ages are exact, all runs are the same one.
    let runs = request.rules == .workshop && !content.roster.hasBands ? 1 : request.runs
    let shard = request.shard ?? ChanceRun.Shard(1, of: 1)
    let parts = ChanceProjector.parts(of: 0..<runs, count: shard?.count ?? 1)
    let part = parts[(shard?.number ?? 1) - 1]
    do {
      let simulation = try await projector.simulate(runs: part, threads: request.threads, progress: progress)
      return record(of: simulation, runs: runs, request)
    } catch {
      throw Trouble(code: "cancelled", Phrase(ja: "途中で止めました。", en: "Stopped midway."))
    }
  }

  private static func record(
    of simulation: CitySimulation, runs: UInt32, _ request: CityRequest
  ) -> CityRecord {
    CityRecord(
      runs: runs, rules: request.rules,
      processes: CityProcess.allCases.filter { request.only?.contains($0) ?? true }, simulation: simulation)
  }
}
