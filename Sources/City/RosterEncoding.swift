import Diagnostics

/// Tells text in other encodings from UTF-8.
enum RosterEncoding {
  /// What the beginning of a file is encoded in; nil for UTF-8.
  static func other(_ bytes: [UInt8]) -> Phrase? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) || bytes.prefix(4096).contains(0)
    {
      return Phrase(verbatim: "UTF-16")
    }
    // A character may be cut at the end of the window.
    let whole = bytes.count < 4096 ? bytes[...] : bytes.prefix(upTo: bytes.lastIndex(of: 0x0A) ?? bytes.count)
    guard !isUTF8(whole) else { return nil }
    if isShiftJIS(whole) { return Phrase(ja: " Shift_JIS ", en: "Shift_JIS") }
    return Phrase(ja: " UTF-8 ではないもの", en: "something other than UTF-8")
  }

  /// Whether the bytes are well-formed UTF-8.
  static func isUTF8(_ bytes: some Sequence<UInt8>) -> Bool {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue: continue
      case .emptyInput: return true
      case .error: return false
      }
    }
  }

  /// Whether the bytes could be Shift_JIS: every lead byte has a trail byte after it.
  static func isShiftJIS(_ bytes: ArraySlice<UInt8>) -> Bool {
    var isTrail = false
    for byte in bytes {
      if isTrail {
        guard (0x40...0xFC).contains(byte), byte != 0x7F else { return false }
        isTrail = false
      } else if (0x81...0x9F).contains(byte) || (0xE0...0xFC).contains(byte) {
        isTrail = true
      } else if byte == 0x80 || byte == 0xA0 || byte > 0xFC {
        return false
      }
    }
    return true
  }
}
