import ArgumentParser
import Diagnostics
import Studio

struct SchemaCommand: StudioCommand {
  static var configuration: CommandConfiguration { Guides.schema.configuration }

  @Option(name: .outputNames, help: Guides.schemaOutput.help, completion: .file()) var output: String?
  @Flag(help: Guides.force.help) var force = false
  @OptionGroup var common: CommonOptions

  func run(on console: Console) async throws(Trouble) -> ExitCode {
    let text = StartingPoints.schema
    guard let output, output != "-" else {
      try console.write(text)
      return .success
    }
    try OutputWriter(overwrites: force).write(Array(text.utf8), to: output, seal: .attribute)
    try console.write(Phrase(ja: "\(output) に書きました。\n", en: "Wrote \(output).\n").told)
    return .success
  }
}
