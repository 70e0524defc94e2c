import CCairo
import Diagnostics

/// A status of Cairo: an open set, because a newer library may know codes that this file does not.
public struct CairoStatus: RawRepresentable, Sendable, Hashable, CustomStringConvertible {
  /// The library's number.
  public var rawValue: UInt32

  /// A status by the library's number.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  init(_ status: cairo_status_t) { rawValue = status.rawValue }

  /// Nothing went wrong. Every other number did.
  public static let success = CairoStatus(CAIRO_STATUS_SUCCESS)

  /// The library's own words.
  public var description: String { String(cString: cairo_status_to_string(cairo_status_t(rawValue))) }
}

/// What kept a picture from being drawn, in words for the person who asked for it.
public struct BackendError: Error, Sendable, Hashable {
  /// What kind of trouble, by a short fixed name. An open set: others may be added.
  public struct Code: RawRepresentable, Sendable, Hashable {
    /// The name.
    public var rawValue: String
    /// A code of this name.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Cairo reported an error.
    public static let cairo = Code(rawValue: "drawing-failed")
    /// The typeface is not installed, or its files cannot be read.
    public static let font = Code(rawValue: "font-missing")
    /// `Assets` was not found.
    public static let resources = Code(rawValue: "resources-missing")
    /// What was to become a QR code is too long for one.
    public static let codeTooLong = Code(rawValue: "qr-too-long")
    /// There is no icon of this name.
    public static let iconMissing = Code(rawValue: "icon-missing")
    /// The file of an icon cannot be drawn.
    public static let iconBroken = Code(rawValue: "icon-broken")
    /// The picture would be too large, or of no size.
    public static let size = Code(rawValue: "picture-size")
  }

  /// What kind of trouble.
  public var code: Code
  /// What happened.
  public var message: Phrase
  /// What to do about it.
  public var hint: Phrase?
  /// The library's number, where it was Cairo that refused.
  public var status: CairoStatus?

  init(_ code: Code, _ message: Phrase, hint: Phrase? = nil, status: CairoStatus? = nil) {
    self.code = code
    self.message = message
    self.hint = hint
    self.status = status
  }

  /// The error as it is told beside everything else that was found.
  public var finding: Finding { Finding(.error, code: code.rawValue, at: nil, message, hint: hint) }

  static func cairo(_ status: CairoStatus) -> BackendError {
    BackendError(
      .cairo,
      Phrase(
        ja: "図を描けませんでした（Cairo: \(status)）。",
        en: "The picture could not be drawn (Cairo: \(status))."),
      status: status)
  }
}
