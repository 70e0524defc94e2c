import ArgumentParser
import Diagnostics
import Studio

struct KitCommand: StudioCommand {
  static var configuration: CommandConfiguration { Guides.kit.configuration }

  enum Sheet: String, ExpressibleByArgument, CaseIterable {
    case a4
    case a3
    case a2
  }

  @Option(help: Guides.kitPaper.help) var paper = Sheet.a3
  @Option(help: Guides.cards.help, transform: Values.cards) var cards = 10
  @Option(help: Guides.paperFormat.help, completion: Values.formatNames, transform: Values.formats)
  var format: Set<OutputFormat> = [.pdf]
  @Option(name: .outputNames, help: Guides.kitOutput.help, completion: .directory) var output: String?
  @Option(name: .customLong("allow"), help: Guides.allow.help) var allowed: [String] = []
  @Flag(help: Guides.force.help) var force = false
  @Argument(help: Guides.kitFile.help, completion: .file(extensions: ["yaml", "yml"])) var file: String?
  @OptionGroup var common: CommonOptions

  func run(on console: Console) async throws(Trouble) -> ExitCode {
    var checked: CheckedSession?
    if let file {
      guard let read = console.check([file])?.first else { return .failure }
      checked = read
    }
    var kit = Kit(
      paper: KitPaper(rawValue: paper.rawValue) ?? .a3, blankCards: cards, formats: format, overwrites: force)
    kit.allowed = allowed
    let folder = output ?? file.map { Destination.folder(besides: $0, ending: "-kit") } ?? "kit"
    do throws(Trouble) {
      return try console.tell(try kit.write(checked, language: Tongue.current, into: folder))
    } catch {
      console.tell(error.findings, source: checked?.source)
      return .failure
    }
  }
}

struct PersonasCommand: StudioCommand {
  static var configuration: CommandConfiguration { Guides.personas.configuration }

  @Option(help: Guides.format.help, completion: Values.formatNames, transform: Values.formats) var format:
    Set<OutputFormat>?
  @Flag(help: Guides.book.help) var book = false
  @Option(name: .outputNames, help: Guides.personasOutput.help, completion: .directory) var output: String?
  @Option(name: .customLong("allow"), help: Guides.allow.help) var allowed: [String] = []
  @Flag(help: Guides.force.help) var force = false
  @Argument(help: Guides.file.help, completion: .file(extensions: ["yaml", "yml"])) var file: String
  @OptionGroup var common: CommonOptions

  func run(on console: Console) async throws(Trouble) -> ExitCode {
    let ahead = DeskAhead(jobs: Publishing.usualJobs)
    defer { ahead?.finish() }
    guard let checked = console.check([file])?.first else { return .failure }
    var sheets = PersonaSheets(formats: format ?? Set(OutputFormat.allCases), overwrites: force)
    sheets.allowed = allowed
    sheets.isBook = book
    sheets.ahead = ahead
    let folder = output ?? Destination.folder(besides: file, ending: "-personas")
    do throws(Trouble) {
      return try console.tell(try sheets.write(checked, into: folder))
    } catch {
      console.tell(error.findings, source: checked.source)
      return .failure
    }
  }
}

extension Console {
  /// Tells what was found and what was written.
  func tell(_ result: PaperResult) throws(Trouble) -> ExitCode {
    tell(result.findings)
    if let summary = result.summary { try write(summary.told + "\n") }
    return result.hasErrors ? .failure : .success
  }
}

extension Values {
  /// How many name cards.
  static func cards(_ text: String) throws -> Int { try number(text, of: "--cards", 0...1000) }
}
