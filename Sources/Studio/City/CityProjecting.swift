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
    var rules =
      switch request.rules {
      case .workshop: CityRules(Rules.workshop)
      case .chance: CityRules(try defaultRates())
      }
    if let only = request.only {
      if !only.contains(.death) { rules.death = .never }
      if !only.contains(.leavingHome) { rules.leavingHome = .never }
      if !only.contains(.returning) { rules.returning = .never }
      if !only.contains(.care) { rules.care = .never }
      if !only.contains(.letting) { rules.letting = 0 }
      if !only.contains(.filling) { rules.filling = 0 }
      if !only.contains(.demolition) { rules.demolition = 0 }
    }
    return rules
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

  /// Makes the runs of a request.
  public static func simulate(
    _ content: RosterFile.Content, _ request: CityRequest, progress: CityProjector.Progress? = nil
  ) async throws(Trouble) -> CitySimulation {
    let rules = try rules(request)
    let projector = CityProjector(
      roster: content.roster, rules: rules, horizons: request.horizons, seed: request.seed,
      smallest: request.smallest, skippedLines: content.skippedLines)
    // Where every chance is 0 or 1 and every age is exact, all runs are the same one.
    let parts = ChanceProjector.parts(of: 0..<request.runs, count: request.shard.of)
    do {
      return try await projector.simulate(
        runs: parts[request.shard.part - 1], threads: request.threads, progress: progress)
    } catch {
      throw Trouble(code: "cancelled", Phrase(ja: "途中で止めました。", en: "Stopped midway."))
    }
  }
}
