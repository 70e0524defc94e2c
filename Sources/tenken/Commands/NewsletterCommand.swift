import ArgumentParser
import Diagnostics
import Studio

struct NewsletterCommand: StudioCommand {
  static var configuration: CommandConfiguration { Guides.newsletter.configuration }

  @Option(help: Guides.template.help, completion: .directory) var template = Templates.usual
  @Option(help: Guides.paperFormat.help, completion: Values.formatNames, transform: Values.formats)
  var format: Set<OutputFormat> = [.pdf]
  @Option(help: Guides.ink.help) var ink: Inks?
  @Flag(help: Guides.press.help) var press = false
  @Option(help: Guides.dpi.help, transform: Values.dpi) var dpi = 150.0
  @Option(name: .outputNames, help: Guides.newsletterOutput.help, completion: .directory) var output: String?
  @Flag(name: .customLong("keep-small-groups"), help: Guides.keepSmallGroups.help) var keepsSmallGroups =
    false
  @Option(name: .customLong("allow"), help: Guides.allow.help) var allowed: [String] = []
  @Flag(help: Guides.force.help) var force = false
  @Argument(help: Guides.file.help, completion: .file(extensions: ["yaml", "yml"])) var file: String
  @OptionGroup var common: CommonOptions

  func run(on console: Console) async throws(Trouble) -> ExitCode {
    let ahead = DeskAhead(jobs: Publishing.usualJobs)
    defer { ahead?.finish() }
    guard let checked = console.check([file])?.first else { return .failure }
    var publishing = NewsletterPublishing(
      template: template, formats: format, dpi: dpi, ink: ink?.value, overwrites: force)
    publishing.isForPress = press
    publishing.ahead = ahead
    publishing.allowed = allowed
    publishing.groups = keepsSmallGroups ? .kept : .coarsened
    let folder = output ?? Destination.folder(besides: file, ending: "-newsletter")
    do throws(Trouble) {
      return try console.tell(try publishing.write(checked, into: folder))
    } catch {
      console.tell(error.findings, source: checked.source)
      return .failure
    }
  }
}

/// The inks that can be asked for.
enum Inks: String, ExpressibleByArgument, CaseIterable {
  case full
  case two
  case one

  var value: PrintInk { PrintInk(rawValue: rawValue) ?? .full }
}

struct TemplateCommand: StudioCommand {
  static var configuration: CommandConfiguration { Guides.templates.configuration }

  enum Action: String, ExpressibleByArgument, CaseIterable {
    case list
    case copy
    case check
  }

  @Argument(help: Guides.templateAction.help) var action: Action
  @Argument(help: Guides.templateName.help, completion: .directory) var name: String?
  @Argument(help: Guides.templateFolder.help, completion: .directory) var folder: String?
  @OptionGroup var common: CommonOptions

  func validate() throws {
    let isEnough =
      switch action {
      case .list: name == nil && folder == nil
      case .copy: name != nil && folder != nil
      case .check: name != nil && folder == nil
      }
    guard isEnough else {
      throw ValidationError(
        Phrase(
          ja: "使い方は template list、template copy NAME FOLDER、template check NAME です。",
          en: "Type template list, template copy NAME FOLDER or template check NAME."
        ).told)
    }
  }

  func run(on console: Console) async throws(Trouble) -> ExitCode {
    switch action {
    case .list:
      for name in try Templates.names() {
        try console.write("\(name)\t\(try Templates.load(name).title)\n")
      }
    case .copy:
      let files = try Templates.copy(name ?? "", to: folder ?? "")
      let list = files.joined(separator: ", ")
      try console.write(
        Phrase(
          ja: "\(list) を書きました。直したら tenken template check \(folder ?? "") で確かめてください。",
          en: "Wrote \(list). After restyling, check with tenken template check \(folder ?? "")."
        ).told + "\n")
    case .check:
      let loaded = try Templates.check(name ?? "")
      console.tell(loaded.findings, sources: loaded.sources)
      if loaded.hasErrors { return .failure }
      try console.write(
        Phrase(ja: "\(loaded.folder): 使えます。", en: "\(loaded.folder): ready for use.").told + "\n")
    }
    return .success
  }
}
