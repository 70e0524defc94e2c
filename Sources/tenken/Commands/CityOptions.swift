import ArgumentParser
import City
import Diagnostics
import Studio

/// Options of `tenken project` that concern a city's roster.
struct CityOptions: ParsableArguments {
  @Option(help: Guides.baseYear.help, transform: Values.year) var baseYear: Int?
  @Option(help: Guides.onBad.help) var onBad = RosterReader.BadLine.stop
  @Option(help: Guides.rules.help) var rules = CityRequest.Kind.chance
  @Option(help: Guides.only.help, transform: Values.processes) var only: Set<CityProcess>?
  @Option(help: Guides.smallest.help, transform: Values.smallest) var smallest: Int?
}

extension RosterReader.BadLine: ExpressibleByArgument {}
extension CityRequest.Kind: ExpressibleByArgument {}

extension Values {
  /// `death,leaving-home,returning`.
  static func processes(_ text: String) throws -> Set<CityProcess> {
    Set(
      try text.split(whereSeparator: { ",、， ".contains($0) }).map { word in
        guard let process = CityProcess(rawValue: String(word)) else {
          let all = CityProcess.allCases.map(\.rawValue).joined(separator: ", ")
          throw ValidationError(
            Phrase(
              ja: "--only には \(all) のどれかを書きます（「\(word)」は使えません）。",
              en: "--only takes any of \(all), not '\(word)'."
            ).told)
        }
        return process
      })
  }

  /// Houses a district must have to be shown by itself.
  static func smallest(_ text: String) throws -> Int {
    guard let number = Int(text), (1...1_000_000).contains(number) else {
      throw ValidationError(
        Phrase(
          ja: "--smallest は 1 以上の数です（「\(text)」は使えません）。", en: "--smallest is a number from 1, not '\(text)'."
        ).told)
    }
    return number
  }
}
