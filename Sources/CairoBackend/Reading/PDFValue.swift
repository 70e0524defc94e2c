/// A value of a PDF file.
enum PDFValue {
  /// In the order of the file.
  case dictionary([(key: String, value: PDFValue)])
  case array([PDFValue])
  case string([UInt8])
  case name(String)
  case number(Double)
  case reference(Int)
  /// `true`, `null`, an operator.
  case word(String)

  subscript(key: String) -> PDFValue? {
    if case .dictionary(let entries) = self { entries.last { $0.key == key }?.value } else { nil }
  }

  var name: String? { if case .name(let name) = self { name } else { nil } }
  var number: Int? { if case .number(let number) = self { Int(exactly: number.rounded()) } else { nil } }
  var reference: Int? { if case .reference(let number) = self { number } else { nil } }

  /// Every string in it, however deep, but for what the drawing library says of itself and of typefaces.
  ///
  /// Names (`/Page`, `/Lang`) are the format's own words, and nobody's, though people are called Page and Lang; only one
  /// with other letters than theirs can be made of something else.
  func eachString(_ body: ([UInt8]) -> Void) {
    switch self {
    case .string(let bytes): body(bytes)
    case .array(let values): values.forEach { $0.eachString(body) }
    case .dictionary(let entries):
      for entry in entries where !Self.plumbing.contains(entry.key) { entry.value.eachString(body) }
    case .name(let name): if !name.utf8.allSatisfy({ $0 < 0x80 }) { body(Array(name.utf8)) }
    case .number, .reference, .word: break
    }
  }

  /// The library and its version; the names of a typeface and of its characters.
  private static let plumbing: Set<String> = ["Producer", "FontFamily", "Registry", "Ordering"]
}

/// Reads values of a PDF file, or the operators of its pages, one after the other.
struct PDFLexer {
  let bytes: [UInt8]
  var index: Int
  /// Remarks that were passed over.
  private(set) var remarks: [[UInt8]] = []

  init(_ bytes: [UInt8], at index: Int = 0) {
    self.bytes = bytes
    self.index = index
  }

  var isAtEnd: Bool { index >= bytes.count }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 || byte == 0x0C || byte == 0
  }
  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "/"), UInt8(ascii: "%"):
      true
    default: false
    }
  }

  mutating func skipBlanks() {
    while index < bytes.count {
      if Self.isBlank(bytes[index]) {
        index += 1
      } else if bytes[index] == UInt8(ascii: "%") {
        let end = bytes[index...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
        remarks.append(Array(bytes[(index + 1)..<end]))
        index = end
      } else {
        return
      }
    }
  }

  /// The next value; nil at the end.
  ///
  /// - Parameter hasReferences: whether `12 0 R` is one value; among operators it is not.
  mutating func next(hasReferences: Bool = true) throws(BackendError) -> PDFValue? {
    skipBlanks()
    guard index < bytes.count else { return nil }
    switch bytes[index] {
    case UInt8(ascii: "("): return .string(try literal())
    case UInt8(ascii: "<"):
      if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "<") {
        index += 2
        return try dictionary(hasReferences)
      }
      return .string(try hexadecimal())
    case UInt8(ascii: "["):
      index += 1
      var values: [PDFValue] = []
      while true {
        skipBlanks()
        guard index < bytes.count else { throw .unreadable }
        if bytes[index] == UInt8(ascii: "]") {
          index += 1
          return .array(values)
        }
        guard let value = try next(hasReferences: hasReferences) else { throw .unreadable }
        values.append(value)
      }
    case UInt8(ascii: "/"):
      index += 1
      return .name(name())
    case let byte where Self.isMark(byte):
      index += 1
      return .word(String(UnicodeScalar(byte)))
    default:
      let range = plain()
      guard let number = number(in: range) else { return .word(bytes.text(range)) }
      if hasReferences, let object = Int(exactly: number), let after = generation() {
        index = after
        return .reference(object)
      }
      return .number(number)
    }
  }

  /// Where ` 0 R` ends, if it follows.
  private func generation() -> Int? {
    var ahead = PDFLexer(bytes, at: index)
    ahead.skipBlanks()
    guard !ahead.isAtEnd, ahead.number(in: ahead.plain()) != nil else { return nil }
    ahead.skipBlanks()
    let range = ahead.plain()
    return range.count == 1 && bytes[range.lowerBound] == UInt8(ascii: "R") ? ahead.index : nil
  }

  /// What stands up to the next blank or mark.
  private mutating func plain() -> Range<Int> {
    let start = index
    while index < bytes.count, !Self.isBlank(bytes[index]), !Self.isMark(bytes[index]) { index += 1 }
    return start..<index
  }

  /// The number that is written in `range`; nil where there is another word. PDF has no exponents.
  private func number(in range: Range<Int>) -> Double? {
    var value = 0.0
    var scale = 0.0
    var digits = 0
    for at in range {
      switch bytes[at] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        value = value * 10 + Double(bytes[at] - 0x30)
        scale *= 10
        digits += 1
      case UInt8(ascii: ".") where scale == 0: scale = 1
      case UInt8(ascii: "-"), UInt8(ascii: "+"): if at > range.lowerBound { return nil }
      default: return nil
      }
    }
    guard digits > 0 else { return nil }
    if scale > 1 { value /= scale }
    return bytes[range.lowerBound] == UInt8(ascii: "-") ? -value : value
  }

  private mutating func name() -> String {
    let range = plain()
    let raw = bytes[range]
    guard raw.contains(UInt8(ascii: "#")) else { return bytes.text(range) }
    var decoded: [UInt8] = []
    var at = raw.startIndex
    while at < raw.endIndex {
      if raw[at] == UInt8(ascii: "#"), at + 2 < raw.endIndex,
        let byte = UInt8(String(decoding: raw[at + 1...at + 2], as: UTF8.self), radix: 16)
      {
        decoded.append(byte)
        at += 3
      } else {
        decoded.append(raw[at])
        at += 1
      }
    }
    return String(decoding: decoded, as: UTF8.self)
  }

  private mutating func dictionary(_ hasReferences: Bool) throws(BackendError) -> PDFValue {
    var entries: [(key: String, value: PDFValue)] = []
    while true {
      skipBlanks()
      guard index + 1 < bytes.count else { throw .unreadable }
      if bytes[index] == UInt8(ascii: ">"), bytes[index + 1] == UInt8(ascii: ">") {
        index += 2
        return .dictionary(entries)
      }
      guard case .name(let key)? = try next(hasReferences: hasReferences),
        let value = try next(hasReferences: hasReferences)
      else { throw .unreadable }
      entries.append((key, value))
    }
  }

  private mutating func literal() throws(BackendError) -> [UInt8] {
    var result: [UInt8] = []
    var depth = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "("):
        if depth > 0 { result.append(byte) }
        depth += 1
      case UInt8(ascii: ")"):
        depth -= 1
        if depth == 0 { return result }
        result.append(byte)
      case UInt8(ascii: "\\"): escaped(into: &result)
      default: result.append(byte)
      }
    }
    throw .unreadable
  }

  private mutating func escaped(into result: inout [UInt8]) {
    guard index < bytes.count else { return }
    let byte = bytes[index]
    index += 1
    switch byte {
    case UInt8(ascii: "n"): result.append(0x0A)
    case UInt8(ascii: "r"): result.append(0x0D)
    case UInt8(ascii: "t"): result.append(0x09)
    case UInt8(ascii: "b"): result.append(0x08)
    case UInt8(ascii: "f"): result.append(0x0C)
    case 0x0A: break
    case 0x0D: if index < bytes.count, bytes[index] == 0x0A { index += 1 }
    case UInt8(ascii: "0")...UInt8(ascii: "7"):
      var value = Int(byte - 0x30)
      for _ in 0..<2 {
        guard index < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(bytes[index]) else {
          break
        }
        value = value * 8 + Int(bytes[index] - 0x30)
        index += 1
      }
      result.append(UInt8(truncatingIfNeeded: value))
    default: result.append(byte)
    }
  }

  private mutating func hexadecimal() throws(BackendError) -> [UInt8] {
    index += 1
    var digits: [UInt8] = []
    while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits.append(byte - 0x30)
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digits.append(byte - 0x57)
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digits.append(byte - 0x37)
      default: guard Self.isBlank(byte) else { throw .unreadable }
      }
    }
    guard index < bytes.count else { throw .unreadable }
    index += 1
    if !digits.count.isMultiple(of: 2) { digits.append(0) }
    return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }
}
