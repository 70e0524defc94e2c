import ArgumentParser
import Diagnostics
import Studio

struct NewCommand: StudioCommand {
  static var configuration: CommandConfiguration { Guides.new.configuration }

  @Argument(help: Guides.newFile.help, completion: .file(extensions: ["yaml", "yml"])) var file =
    "workshop.yaml"
  @OptionGroup var common: CommonOptions

  func run(on console: Console) async throws(Trouble) -> ExitCode {
    let text = StartingPoints.sessionFile(in: Tongue.current)
    if file == "-" {
      try console.write(text)
      return .success
    }
    let writer = OutputWriter()
    let watch = writer.pending.watchForInterruption()
    defer { watch.end() }
    try writer.create(Array(text.utf8), at: file)
    try console.write(
      Phrase(
        ja: "\(file) を作りました。テキストエディターで開いて書きかえ、tenken \(file) と打ってください。\n",
        en: "Wrote \(file). Open it in a text editor, fill it in, and type: tenken \(file)\n"
      ).told)
    return .success
  }
}
