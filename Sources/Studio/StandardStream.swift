import Diagnostics
import Foundation

/// The standard output and the standard error, with every failure told.
public enum StandardStream {
  /// Writes all of `bytes` to the standard output.
  public static func write(_ bytes: [UInt8]) throws(Trouble) {
    do {
      try OutputWriter.writeAll(bytes, to: STDOUT_FILENO)
    } catch {
      throw Trouble(
        code: "cannot-write",
        Phrase(
          ja: "標準出力に書けません。\(error.reason.ja)。",
          en: "The standard output cannot be written: \(error.reason.en)."),
        hint: error.number == EPIPE
          ? Phrase(ja: "出力は途中までです。", en: "Not everything was written.") : nil)
    }
  }

  /// Writes all of `bytes` to the standard error.
  public static func writeError(_ bytes: [UInt8]) throws {
    try OutputWriter.writeAll(bytes, to: STDERR_FILENO)
  }
}
