import CairoBackend
import Foundation

/// Remembers in an attribute of a file (`user.tenken.seal`) what Tenken wrote into it.
///
/// For kinds of file that have no room for a seal of their own. A disk that keeps no attributes, or a copy by way of
/// one, loses it; then the user is asked for `--force`, which is the safe side.
enum AttributeSeal {
  private static let name = "user.tenken.seal"
  private static let attributes = FileAttributeKey(rawValue: "NSFileExtendedAttributes")

  static func set(at path: String, for bytes: [UInt8]) {
    try? FileManager.default.setAttributes(
      [attributes: [name: Data(digest(bytes).utf8)]], ofItemAtPath: path)
  }

  static func state(at path: String, for bytes: [UInt8]) -> Seal.State {
    let found = try? FileManager.default.attributesOfItem(atPath: path)[attributes] as? [String: Data]
    guard let mark = found?[name] else { return .foreign }
    return mark == Data(digest(bytes).utf8) ? .ours : .oursButChanged
  }

  /// Tells changed bytes from unchanged ones (FNV-1a, 64 bits, and their number). It guards against slips, not
  /// against somebody who wants to deceive.
  static func digest(_ bytes: [UInt8]) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return String(hash, radix: 16) + "-" + String(bytes.count, radix: 16)
  }
}
