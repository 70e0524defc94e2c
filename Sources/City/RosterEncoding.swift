import Diagnostics

/// Tells text in other encodings from UTF-8.
enum RosterEncoding {
  /// What the beginning of a file is encoded in; nil for UTF-8.
  ///
  /// Single bytes that are no UTF-8 do not make another encoding: they are told where they stand. A file is taken for another
  /// one where its first line cannot be read, or where of the lines with more than ASCII most, and three at least, cannot.
  static func other(_ bytes: [UInt8]) -> Phrase? {
    let window = bytes.prefix(4096)
    let head = window.prefix { $0 != 0x0A && $0 != 0x0D }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) || head.contains(0)
      || window.count(where: { $0 == 0 }) * 10 > window.count
    {
      return Phrase(verbatim: "UTF-16")
    }
    // A character may be cut at the end of the window.
    let whole = bytes.count < 4096 ? bytes[...] : bytes.prefix(upTo: bytes.lastIndex(of: 0x0A) ?? bytes.count)
    let lines = whole.split { $0 == 0x0A || $0 == 0x0D }.filter { $0.contains { $0 >= 0x80 } }
    let broken = lines.count { !isUTF8($0) }
    guard !isUTF8(head) || (broken >= 3 && broken * 2 > lines.count) else { return nil }
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
