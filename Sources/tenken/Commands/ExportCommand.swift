import ArgumentParser
import Diagnostics
import Studio

struct ExportCommand: StudioCommand {
  static var configuration: CommandConfiguration { Guides.export.configuration }

  enum Ground: String, ExpressibleByArgument, CaseIterable {
    case white
    case transparent
  }

  @Flag(help: Guides.list.help) var list = false
  @Option(help: Guides.size.help, completion: Values.sizeNames, transform: Values.size) var size =
    ExportSize.wide
  @Option(help: Guides.format.help, completion: Values.formatNames, transform: Values.formats) var format:
    Set<OutputFormat>?
  @Option(help: Guides.ink.help) var ink = Inks.full
  @Option(help: Guides.ground.help) var ground = Ground.white
  @Option(help: Guides.exportDPI.help, transform: Values.dpi) var dpi: Double?
  @Option(name: .outputNames, help: Guides.exportOutput.help, completion: .directory) var output: String?
  @Flag(name: .customLong("keep-small-groups"), help: Guides.keepSmallGroups.help) var keepsSmallGroups =
    false
  @Option(name: .customLong("allow"), help: Guides.allow.help) var allowed: [String] = []
  @Flag(help: Guides.exportChance.help) var chance = false
  @Option(help: Guides.runs.help, transform: Values.runs) var runs: UInt32 = 10_000
  @Option(parsing: .unconditional, help: Guides.seed.help, transform: Values.seed) var seed: UInt64 = 1
  @Flag(help: Guides.force.help) var force = false
  @Argument(help: Guides.file.help, completion: .file(extensions: ["yaml", "yml"])) var file: String
  @Argument(help: Guides.graphicID.help) var ids: [String] = []
  @OptionGroup var common: CommonOptions

  func run(on console: Console) async throws(Trouble) -> ExitCode {
    guard let checked = console.check([file])?.first else { return .failure }
    if list {
      for graphic in try Exporting.list(checked) { try console.write("\(graphic.id)\t\(graphic.title)\n") }
      return .success
    }
    let watch = RunWatch(console)
    defer { watch.end() }
    var exporting = Exporting(
      ids: ids, size: size,
      formats: format ?? Set(OutputFormat.allCases),
      dpi: dpi, ink: ink.value, isTransparent: ground == .transparent, overwrites: force,
      includesChance: chance, chance: ChanceOrder(runs: runs, seed: seed, progress: watch.progress))
    exporting.allowed = allowed
    exporting.groups = keepsSmallGroups ? .kept : .coarsened
    let folder = output ?? Destination.folder(besides: file, ending: "-graphics")
    do throws(Trouble) {
      let written = try exporting.write(checked, into: folder)
      watch.end()
      return try console.tell(written)
    } catch {
      console.tell(error.findings, source: checked.source)
      return .failure
    }
  }
}
