import ArgumentParser
import Diagnostics
import SessionFile
import Studio
import Workshop

struct ReachCommand: StudioCommand {
  static var configuration: CommandConfiguration { ReachGuides.reach.configuration }

  @Option(name: .customLong("keep"), help: ReachGuides.keep.help, transform: Self.target) var keep: [Target] =
    []
  @Option(help: Guides.map.help) var map: [String] = []
  @Option(help: ReachGuides.scenario.help) var scenario: String?
  @Option(help: Guides.horizons.help, transform: Values.horizons) var horizons: [Int]?
  @Option(help: ReachGuides.list.help, transform: Self.list) var list = 10
  @Option(help: Guides.whyFormat.help) var format = ReportFormat.text
  @Argument(help: Guides.file.help, completion: .file(extensions: ["yaml", "yml"])) var file: String
  @OptionGroup var common: CommonOptions

  func run(on console: Console) async throws(Trouble) -> ExitCode {
    guard let checked = console.check([file])?.first else { return .failure }
    let report = try ReachReport(
      checked.session, file: checked.input.name,
      ReachReport.Request(
        maps: map, targets: keep, scenario: scenario, horizons: horizons, limit: list))
    switch format {
    case .text: try console.write(report.text(in: Tongue.current))
    case .json: try console.write(report.json)
    }
    return .success
  }

  /// `lived-in=20`, `空き家率=30%`.
  private static func target(_ text: String) throws -> Target {
    let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) { "=＝".contains($0) }.map(
      String.init)
    guard parts.count == 2, let figure = TargetText.figure(parts[0]) else {
      let names = TargetFigure.allCases.map {
        let names = TargetText.names(of: $0)
        return Phrase(ja: names.dropFirst().first ?? names[0], en: names[0])
      }
      throw ValidationError(
        Phrase(
          ja: "--keep は 住んでいる家=20 のように書きます。使える数は: \(names.map(\.ja).joined(separator: "、"))",
          en:
            "--keep looks like lived-in=20. What can be kept: \(names.map(\.en).joined(separator: ", "))"
        ).told)
    }
    guard let value = TargetText.hundredths(parts[1], units: TargetText.units(of: figure)),
      !figure.isShare || value <= 10_000
    else {
      throw ValidationError(
        Phrase(
          ja: "--keep \(parts[0]) の値は 0 以上の数です（小数点より下は二けたまで。「\(parts[1])」は使えません）。",
          en:
            "The value of --keep \(parts[0]) is a number of 0 or more with at most two digits after the point, not '\(parts[1])'."
        ).told)
    }
    return Target(figure, hundredths: value)
  }

  private static func list(_ text: String) throws -> Int {
    guard let number = Int(text), (1...1000).contains(number) else {
      throw ValidationError(
        Phrase(
          ja: "--list は 1 から 1000 までの数です（「\(text)」は使えません）。",
          en: "--list is a number from 1 to 1000, not '\(text)'."
        ).told)
    }
    return number
  }
}
