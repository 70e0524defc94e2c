import Diagnostics
import Foundation
import Studio

/// The screen, or the pipe, that the run speaks to.
struct Console: Sendable {
  /// Whether somebody watches what goes to the standard error.
  var errorIsTerminal: Bool
  /// Whether findings are coloured.
  var isColoured: Bool
  /// How wide the screen is.
  var columns: Int

  /// The console of this process.
  static func ofProcess(environment: [String: String]) -> Console {
    let errorIsTerminal = isatty(STDERR_FILENO) == 1
    // https://no-color.org
    let wantsColour = (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
    return Console(
      errorIsTerminal: errorIsTerminal, isColoured: errorIsTerminal && wantsColour,
      columns: min(max(width(environment), 40), 100))
  }

  private static func width(_ environment: [String: String]) -> Int {
    if let columns = environment["COLUMNS"].flatMap(Int.init), columns > 0 { return columns }
    var size = winsize()
    if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
    return 80
  }

  /// Writes `text` to the standard output, all of it; a full disk and a closed pipe are told.
  func write(_ text: String) throws(Trouble) {
    try StandardStream.write(Array(text.utf8))
  }

  /// Writes `text` to the standard error. If even that fails there is nobody left to tell.
  func tell(_ text: String) {
    try? StandardStream.writeError(Array(text.utf8))
  }

  /// Tells findings on the standard error, each with the line of `source` that it speaks of.
  func tell(_ findings: [Finding], source: SourceText? = nil) {
    tell(findings, sources: [source].compactMap(\.self))
  }

  /// The same, of several files.
  func tell(_ findings: [Finding], sources: [SourceText]) {
    let printer = FindingPrinter(language: Tongue.current, isColoured: isColoured)
    tell(
      findings.map { finding in
        printer.text(of: finding, source: sources.first { $0.file == finding.place?.file })
      }.joined())
  }
}

extension Console {
  /// Tells what was found in a file.
  func tell(_ result: CheckResult) {
    let printer = FindingPrinter(language: Tongue.current, isColoured: isColoured)
    tell(
      result.findings.map { finding in
        // What concerns the whole of a file has no place that would name it.
        (finding.place == nil && result.isRead ? "\(result.name): " : "")
          + printer.text(
            of: finding, source: finding.place?.file == result.source?.file ? result.source : nil)
      }.joined())
  }

  /// Reads and checks files and tells everything found; nil where there are errors.
  ///
  /// - Parameter beginning: What was taken out of the standard input already.
  func check(_ files: [String], after beginning: [UInt8] = []) -> [CheckedSession]? {
    let results = eachOnce(files).map { Checking.check($0, after: beginning) }
    for result in results { tell(result) }
    return results.contains(where: \.hasErrors) ? nil : results.compactMap(\.checked)
  }

  /// The files without those that were given once more, perhaps by another path, which is told: nobody means to draw or
  /// to count a workshop twice.
  func eachOnce(_ files: [String]) -> [String] {
    var names: [FileIdentity?: String] = [:]
    return files.filter { file in
      let identity = file == "-" ? nil : FileIdentity(path: file)
      guard file == "-" || identity != nil, let before = names.updateValue(file, forKey: identity) else {
        return true
      }
      names[identity] = before
      tell([
        Finding(
          .note, code: "given-twice", at: nil,
          Phrase(
            ja: before == file
              ? "「\(file)」が二度指定されています。一度だけ使います。" : "「\(file)」は「\(before)」と同じファイルです。一度だけ使います。",
            en: before == file
              ? "‘\(file)’ is given twice; it is used once."
              : "‘\(file)’ is the same file as ‘\(before)’; it is used once."))
      ])
      return false
    }
  }
}
