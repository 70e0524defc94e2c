import ArgumentParser
import Diagnostics
import Studio

struct MergeCommand: StudioCommand {
  static var configuration: CommandConfiguration { Guides.merge.configuration }

  @Option(help: Guides.projectFormat.help) var format = ProjectCommand.Form.table
  @Flag(help: Guides.houses.help) var houses = false
  @Option(name: .outputNames, help: Guides.projectOutput.help, completion: .file()) var output: String?
  @Flag(help: Guides.force.help) var force = false
  @Argument(help: Guides.parts.help, completion: .file()) var parts: [String]
  @OptionGroup var common: CommonOptions

  func run(on console: Console) async throws(Trouble) -> ExitCode {
    let text =
      if parts.contains(where: CityPart.isPart) {
        format.text(of: CityReport(try CityPart.merge(parts)))
      } else {
        format.text(of: ChanceReport(try PartFile.merge(parts)), houses: houses)
      }
    return try console.deliver(
      Array(text.utf8), to: output,
      protecting: parts.compactMap { FileIdentity(path: $0) }, overwrites: force)
  }
}
