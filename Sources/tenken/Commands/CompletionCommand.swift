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
      case .bash: Tenken.completionScript(for: .bash) + Self.filesInBash
      case .zsh:
        Tenken.completionScript(for: .zsh)
          .replacing(
            "\n_tenken() {\n", with: Self.filesInZsh + "\n__tenken_commands() {\n", maxReplacements: 1)
      case .fish: Tenken.completionScript(for: .fish) + Self.filesInFish
      }
    try console.write(script + "\n")
    return .success
  }

  // The library offers commands where a command stands; ours may be left out (`tenken FILE`), so files stand there too.

  private static let filesInBash = """


    _tenken_or_file() {
        _tenken "$@"
        if [[ "${COMP_CWORD}" -eq 1 && "${2}" != -* ]]; then
            local IFS=$'\\n'
            COMPREPLY+=($(compgen -f -X '!*.yaml' -- "${2}") $(compgen -f -X '!*.yml' -- "${2}"))
            COMPREPLY+=($(compgen -d -- "${2}"))
        fi
    }
    complete -o filenames -F _tenken_or_file tenken
    """

  private static let filesInZsh = """

    _tenken() {
        local -i is_first=$((CURRENT == 2)) found
        __tenken_commands "${@}"
        found=$?
        if ((is_first)) && [[ "${PREFIX}" != -* ]]; then
            _files -g '*.(yaml|yml)(-.)' && found=0
        fi
        return found
    }

    """

  private static let filesInFish = """

    complete -c 'tenken' -n 'test (count (commandline -opc)) -eq 1' -ka '(__fish_complete_suffix .yaml)'
    """
}
