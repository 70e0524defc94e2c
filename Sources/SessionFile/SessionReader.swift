import Diagnostics
import Workshop

/// What reading a session file gave.
public struct ReadResult: Sendable {
  /// The session; nil when anything found is an error.
  public var session: Session?
  /// Everything found, in the order of the file; what has no place comes first.
  public var findings: [Finding]
  /// The text that was read, for showing the lines that findings speak of; nil where the file was no text.
  public var source: SourceText?

  /// Makes a result.
  public init(session: Session?, findings: [Finding], source: SourceText?) {
    self.session = session
    self.findings = findings
    self.source = source
  }

  /// Whether anything found is an error.
  public var hasErrors: Bool { findings.contains { $0.severity == .error } }
}

/// Reads session files, format 1, as docs/session-file.en.md describes them.
///
/// Whatever the bytes, reading ends with a result: what is wrong is told as findings, all of them in one pass.
public enum SessionReader {
  /// Files larger than this many bytes are refused unread; a village of 5,000 houses takes a tenth of it.
  public static let largestSize = 16 * 1024 * 1024

  /// Reads the bytes of a file; `file` is its name as the user gave it, for messages.
  public static func read(bytes: [UInt8], file: String) -> ReadResult {
    guard bytes.count <= largestSize else {
      return ReadResult(session: nil, findings: [tooLarge(bytes.count)], source: nil)
    }
    let decoded = TextDecoding(bytes: bytes, file: file)
    guard let source = decoded.source else {
      return ReadResult(session: nil, findings: decoded.findings, source: decoded.shown)
    }
    let report = Report(source: source)
    report.add(decoded.findings)
    let session = read(report)
    return ReadResult(
      session: report.hasErrors ? nil : session, findings: report.ordered(), source: report.source)
  }

  private static func read(_ report: Report) -> Session? {
    guard report.source.bytes.contains(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }) else {
      tellEmpty(report, at: nil)
      return nil
    }
    var recovery = GrammarRecovery(report: report)
    guard let (root, reading) = recovery.compose(), !root.isNull else {
      if !report.hasErrors { tellEmpty(report, at: nil) }
      return nil
    }
    let session = WorkshopReader(report: reading).session(root)
    report.add(recovery.kept(reading.findings))
    return session
  }

  private static func tellEmpty(_ report: Report, at place: Place?) {
    report.error(
      .emptyFile, at: place,
      Phrase(ja: "ファイルに何も書かれていません。", en: "The file is empty."),
      hint: Phrase(
        ja: "tenken new で、書き方の例が入ったファイルを作れます。", en: "tenken new writes a file with examples to start from."))
  }

  /// What is said of a file of `size` bytes that is too large.
  private static func tooLarge(_ size: Int) -> Finding {
    let limit = largestSize / 1024 / 1024
    let told = size / 1024 / 1024
    return Finding(
      .error, code: FindingCode.tooLarge.rawValue, at: nil,
      Phrase(
        ja: "ファイルが大きすぎます(\(told) MB)。読めるのは \(limit) MB までです。",
        en: "The file is too large (\(told) MB); at most \(limit) MB are read."),
      hint: Phrase(
        ja: "記録ファイルは文字だけのファイルで、ふつう数十 KB です。ファイル名が正しいか確かめてください。",
        en: "A session file is plain text, most often of some kilobytes. Check the file's name."))
  }
}
