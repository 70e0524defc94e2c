import ArgumentParser
import Diagnostics
import Studio

struct CompletionCommand: StudioCommand {
  static var configuration: CommandConfiguration { Guides.completion.configuration }

  enum Shell: String, ExpressibleByArgument, CaseIterable {
    case bash
    case zsh
    case fish
  }

  @Argument(help: Guides.shell.help) var shell: Shell
  @OptionGroup var common: CommonOptions

  func run(on console: Console) async throws(Trouble) -> ExitCode {
    let script =
      switch shell {
      case .bash: Tenken.completionScript(for: .bash)
      case .zsh: Tenken.completionScript(for: .zsh)
      case .fish: Tenken.completionScript(for: .fish)
      }
    try console.write(script + "\n")
    return .success
  }
}
