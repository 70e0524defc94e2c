import ArgumentParser
import Diagnostics
import Studio

struct WhyCommand: StudioCommand {
  static var configuration: CommandConfiguration { Guides.why.configuration }

  @Option(help: Guides.mapOfHouse.help) var map: String?
  @Option(help: Guides.scenario.help) var scenario: String?
  @Option(help: Guides.whyFormat.help) var format = ReportFormat.text
  @Argument(help: Guides.file.help, completion: .file(extensions: ["yaml", "yml"])) var file: String
  @Argument(help: Guides.houseID.help) var id: String
  @OptionGroup var common: CommonOptions

  func run(on console: Console) async throws(Trouble) -> ExitCode {
    guard let checked = console.check([file])?.first else { return .failure }
    let story = try HouseStory(
      id, in: checked.session, file: checked.input.name, maps: map.map { [$0] } ?? [], scenario: scenario)
    switch format {
    case .text: try console.write(story.text(in: Tongue.current))
    case .json: try console.write(story.json)
    }
    return .success
  }
}
