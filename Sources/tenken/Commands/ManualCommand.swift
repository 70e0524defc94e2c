import ArgumentParser
import Diagnostics
import Studio

struct ManualCommand: StudioCommand {
  static var configuration: CommandConfiguration { Guides.manual.configuration }

  enum Form: String, ExpressibleByArgument, CaseIterable {
    case text
    case man
  }

  @Option(help: Guides.manualFormat.help) var format = Form.text
  @OptionGroup var common: CommonOptions

  func run(on console: Console) async throws(Trouble) -> ExitCode {
    switch format {
    case .text: try console.write(ManualPage(language: Tongue.current).text(columns: console.columns))
    case .man: try console.write(ManualPage(language: Tongue.current).roff)
    }
    return .success
  }
}
