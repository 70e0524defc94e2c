import ArgumentParser
import Diagnostics
import Dispatch
import Foundation
import Studio

/// The command line's root. It has nothing of its own: without a command's name it renders.
struct Tenken: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "tenken", abstract: Guides.tenken.abstract.told, version: Version.current,
      subcommands: [
        RenderCommand.self, CheckCommand.self, ProjectCommand.self, MergeCommand.self, RulesCommand.self,
        WhyCommand.self,
        ReachCommand.self,
        NewsletterCommand.self, ExportCommand.self, TemplateCommand.self, PersonasCommand.self,
        KitCommand.self, NewCommand.self,
        SchemaCommand.self, CompletionCommand.self, ManualCommand.self,
      ], defaultSubcommand: RenderCommand.self)
  }
}

/// A command that says how the process shall end.
protocol StudioCommand: ParsableCommand {
  /// Does the work and gives the exit code; troubles that it throws are told and end in 1.
  func run(on console: Console) async throws(Trouble) -> ExitCode
}

/// The version of this program.
enum Version {
  static let current = "0.1.0"
}

@main
struct Main {
  @MainActor static func main() {
    // A receiver that goes away and a file that outgrows its limit show in the result of the write, where they can be
    // told and cleared up after.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    fillStandardStreams()
    let environment = ProcessInfo.processInfo.environment
    let console = Console.ofProcess(environment: environment)
    let run = CommandLineRun(
      arguments: Array(CommandLine.arguments.dropFirst()), environment: environment, console: console)
    // What does not wait for anything is done here and now, on the thread that the process began with: the memory of
    // any other one grows page by page, with a call of the system for each (a thousand of them for four maps).
    if #available(macOS 26, *) {
      Task.immediate { exit(await run.run().rawValue) }
    } else {
      Task { exit(await run.run().rawValue) }
    }
    dispatchMain()
  }
}

extension Main {
  /// Opens something in the place of every standard stream that is closed: a file that is written would else take its
  /// number, and get all that is said as well. What is opened cannot be used, so that failing to speak shows still.
  private static func fillStandardStreams() {
    for (stream, mode) in [(STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_RDONLY)]
    where fcntl(stream, F_GETFD) < 0 {
      _ = open("/dev/null", mode)
    }
  }
}

/// One run of the command line, from its words to its exit code.
@MainActor struct CommandLineRun {
  var arguments: [String]
  var environment: [String: String]
  var console: Console

  func run() async -> ExitCode {
    var words = arguments
    let choice = Tongue.extract(from: &words)
    let preferred = Tongue.preferred(in: environment)
    let language = if case .language(let chosen) = choice { chosen } else { preferred }
    return await Tongue.$current.withValue(language) {
      do throws(Trouble) {
        switch choice {
        case .missing:
          return tellMisuse(
            Phrase(ja: "「--lang」の値（ja|en）が足りません。", en: "Missing value for '--lang <ja|en>'"),
            of: Guides.tenken)
        case .unknown(let word):
          return tellMisuse(
            Phrase(
              ja: "「--lang」に「\(word)」は使えません。次のどれかにしてください: ja、en",
              en: "The value '\(word)' is invalid for '--lang <ja|en>'. Please provide one of 'ja' and 'en'."),
            of: Guides.tenken)
        case .none, .language:
          return try await run(words)
        }
      } catch {
        console.tell(error.findings)
        return error.isMisuse ? .validationFailure : .failure
      }
    }
  }

  private func run(_ words: [String]) async throws(Trouble) -> ExitCode {
    if words.first == "help", words.count == 2, let name = words.last, Guides.named(name) == nil,
      !["help", "-h", "--help"].contains(name)
    {
      let near = WordSlips.nearestCommand(to: name)
      return tellMisuse(
        Phrase(
          ja: "「\(name)」というコマンドはありません。" + (near.map { "「\($0)」のことですか？" } ?? ""),
          en: "There is no command '\(name)'." + (near.map { " Did you mean '\($0)'?" } ?? "")),
        of: Guides.tenken)
    }
    if let guide = helpRequest(words) {
      try console.write(HelpPage(guide: guide, language: Tongue.current, columns: console.columns).text)
      return .success
    }
    if words.first == "--version"
      || ([["-v"], ["-V"], ["version"]].contains(words) && FileIdentity(path: words[0]) == nil)
    {
      try console.write("tenken \(Version.current)\n")
      return .success
    }
    guard !words.isEmpty else {
      console.tell(
        HelpPage(guide: Guides.tenken, language: Tongue.current, columns: console.columns).text)
      return .validationFailure
    }
    if let slip = WordSlips.find(in: words) { return tellMisuse(slip, of: Guides.tenken) }
    if let command = Self.command(of: words) { return try await command.run(on: console) }
    let command: any ParsableCommand
    do {
      command = try Tenken.parseAsRoot(words)
    } catch {
      return try answer(error, to: words)
    }
    guard let command = command as? any StudioCommand else {
      if let file = words.first(where: { $0.hasPrefix("-") && $0.contains(".") }) {
        return tellMisuse(
          Phrase(
            ja: "「\(file)」というファイルなら「./\(file)」と書いてください。", en: "If ‘\(file)’ is a file, write ‘./\(file)’."),
          of: Guides.tenken)
      }
      return tellMisuse(
        Phrase(ja: "コマンドかファイルを指定してください。", en: "Name a command or a file."), of: Guides.tenken)
    }
    return try await command.run(on: console)
  }

  /// The command that `words` name and fit. To parse from the root is to make every command's options first, which
  /// takes longer than to read a map; so it is left for words that do not fit, and all that is then told.
  private static func command(of words: [String]) -> (any StudioCommand)? {
    guard let first = words.first, !first.isEmpty, !first.hasPrefix("-"), first != "help" else { return nil }
    let subcommands = Tenken.configuration.subcommands
    let named = subcommands.first { $0.configuration.commandName == first }
    // A first word that is no command is a file, see `Tenken.configuration`.
    guard let command = named ?? Tenken.configuration.defaultSubcommand else { return nil }
    return try? command.parseAsRoot(named == nil ? words : Array(words.dropFirst())) as? any StudioCommand
  }

  /// The guide that is asked for by `-h`, `--help` or `help COMMAND`; nil where none is.
  private func helpRequest(_ words: [String]) -> CommandGuide? {
    let options = words.prefix { $0 != "--" }
    let asked = options.contains("--help") || options.contains("-h")
    guard asked || words.first == "help" else { return nil }
    let rest = words.first == "help" ? words.dropFirst() : words[...]
    return rest.first.flatMap { $0.isEmpty ? nil : Guides.named($0) } ?? Guides.tenken
  }

  /// Tells what the parser threw: mostly a slip of typing, sometimes an answer of its own (a completion script).
  private func answer(_ error: any Error, to words: [String]) throws(Trouble) -> ExitCode {
    let code = Tenken.exitCode(for: error)
    let message = Tenken.message(for: error)
    if code.isSuccess {
      try console.write(message + "\n")
      return code
    }
    let guide = words.first.flatMap { $0.isEmpty ? nil : Guides.named($0) } ?? Guides.tenken
    return tellMisuse(UsageMessages.phrase(message), of: guide)
  }

  private func tellMisuse(_ message: Phrase, of guide: CommandGuide) -> ExitCode {
    let usage = guide.usage.map { "  \(guide.fullName) \($0)" }.joined(separator: "\n")
    console.tell(
      """
      tenken: \(Phrase(ja: "エラー", en: "error").told): \(message.told)
      \(Headings.usage.told)
      \(usage)
      \(Phrase(
        ja: "くわしくは \(guide.fullName) --help をご覧ください。", en: "See ‘\(guide.fullName) --help’ for more.").told)

      """)
    return .validationFailure
  }
}
