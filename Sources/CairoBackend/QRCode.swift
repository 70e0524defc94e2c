import CQrencode
import Diagnostics

/// A QR code, as rows of dark and light modules.
public struct QRCode: Sendable, Hashable {
  /// How many modules a side has.
  public let side: Int
  /// Row by row; true is dark.
  public let isDark: [Bool]

  /// Encodes `text` with the error correction that newsprint needs (level M: 15% may be lost).
  ///
  /// - Throws: `qr-too-long` where it is longer than a code can be.
  public init(_ text: String) throws(BackendError) {
    guard !text.isEmpty, let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else {
      throw BackendError(
        .codeTooLong,
        Phrase(
          ja: "「\(text.prefix(40))…」は長すぎて QR コードにできません。",
          en: "‘\(text.prefix(40))…’ is too long for a QR code."),
        hint: Phrase(ja: "短いアドレスを使ってください。", en: "Use a shorter address."))
    }
    defer { QRcode_free(code) }
    side = Int(code.pointee.width)
    isDark = (0..<side * side).map { code.pointee.data[$0] & 1 == 1 }
  }
}
