/// The half-width `?` of the room: to YAML it is a sign of its own where a value begins, and within brackets always.
/// On the sheet it is somebody nobody knows, as good as the full-width `？`.
enum QuestionMarks {
  /// The edits that make each of them full-width.
  static func edits(in bytes: [UInt8]) -> [MendedText.Edit] {
    guard bytes.contains(mark) else { return [] }
    var edits: [MendedText.Edit] = []
    var scan = Scan()
    for index in bytes.indices {
      let next = index + 1 < bytes.count ? bytes[index + 1] : 10
      if scan.isValue(before: next, at: bytes[index]) {
        edits.append(MendedText.Edit(range: index..<(index + 1), bytes: Array("？".utf8), trust: .exact))
      }
      scan.pass(bytes[index])
    }
    return edits
  }

  private static let mark = UInt8(ascii: "?")

  /// Where in a line we are.
  private struct Scan {
    private var depth = 0
    private var quote: UInt8?
    private var isComment = false
    /// The last two bytes that are no blanks, and whether a blank came since.
    private var last: UInt8 = 10
    private var isApart = true

    /// Whether a `?` stands where a value begins, and YAML would take it for a sign.
    func isValue(before next: UInt8, at byte: UInt8) -> Bool {
      guard byte == mark, quote == nil, !isComment else { return false }
      switch last {
      case UInt8(ascii: "["), UInt8(ascii: "{"): return depth > 0
      case UInt8(ascii: ","): return depth > 0
      case UInt8(ascii: ":"), UInt8(ascii: "-"):
        return isApart && (depth > 0 || [10, 13, 32].contains(next))
      default: return false
      }
    }

    mutating func pass(_ byte: UInt8) {
      if byte == 10 || byte == 13 {
        (isComment, last, isApart) = (false, byte == 10 && depth > 0 ? last : 10, true)
        return
      }
      if isComment { return }
      if let open = quote {
        if byte == open { quote = nil }
        (last, isApart) = (byte, false)
        return
      }
      switch byte {
      case 32, 9:
        isApart = true
        return
      case UInt8(ascii: "#") where isApart:
        isComment = true
        return
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        if isApart || "[{,".utf8.contains(last) { quote = byte }
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        if depth > 0 || isApart { depth += 1 }
      case UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
      default: break
      }
      (last, isApart) = (byte, false)
    }
  }
}
