import Diagnostics

extension Destination {
  /// Writes drawn files where they belong; what lies where, or nil where it went to the standard output.
  ///
  /// - Parameters:
  ///   - name: What they were drawn from, as the user named it.
  ///   - folder: The folder for them, where they go into one.
  ///   - hint: What to do where they are too many for one file.
  func write(
    _ files: [RenderedFile], of name: String, into folder: String?, _ writer: OutputWriter, hint: Phrase
  ) throws(Trouble) -> Phrase? {
    switch self {
    case .standardOutput:
      try StandardStream.write(try Self.only(files, hint: hint).bytes)
      return nil
    case .file(let path, _):
      try writer.write(try Self.only(files, hint: hint).bytes, to: path, seal: .inside)
      return Phrase(ja: "\(name) → \(path)", en: "\(name) → \(path)")
    case .beside, .folder:
      let folder = folder ?? "."
      try writer.makeFolder(folder)
      var findings: [Finding] = []
      for file in files {
        do throws(Trouble) {
          try writer.write(file.bytes, to: folder + "/" + file.name, seal: .inside)
        } catch {
          findings += error.findings
          // A full disk stays full: one message says it, and so does a folder that cannot be written to.
          if error.findings.contains(where: { $0.code == "cannot-write" }) { break }
        }
      }
      guard findings.isEmpty else { throw Trouble(findings) }
      return Self.summary(of: files, in: folder, name)
    }
  }

  private static func only(_ files: [RenderedFile], hint: Phrase) throws(Trouble) -> RenderedFile {
    if let file = files.first, files.count == 1 { return file }
    let names = files.prefix(3).map(\.name)
    throw Trouble(
      code: "several-pictures",
      Phrase(
        ja: "絵が \(files.count)枚になるので、1つのファイルには入りません（\(names.joined(separator: "、"))…）。",
        en:
          "There are \(files.count) pictures (\(names.joined(separator: ", "))…), too many for one file."),
      hint: hint)
  }

  private static func summary(of files: [RenderedFile], in folder: String, _ name: String) -> Phrase {
    let place = folder.hasSuffix("/") ? folder : folder + "/"
    guard files.count > 1 else {
      let file = place + (files.first?.name ?? "")
      return Phrase(ja: "\(name) → \(file)", en: "\(name) → \(file)")
    }
    var ja = "\(name) → \(place) に \(files.count)個のファイルを書きました。"
    var en = "\(name) → \(files.count) files in \(place)"
    if let first = files.first, first.pages > 1 {
      ja += "はじめに見るなら \(place)\(first.name)（\(first.pages)ページ）"
      en += "; to begin with, see \(place)\(first.name) (\(first.pages) pages)"
    }
    return Phrase(ja: ja, en: en)
  }
}
