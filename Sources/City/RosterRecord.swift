import Diagnostics

/// A record in the window of the file.
struct RosterRecord {
  let bytes: UnsafeBufferPointer<UInt8>
  let start: Int
  let line: Int

  /// The text of a field, without blanks around.
  func text(_ field: RecordScanner.Field) -> String {
    var text = String(decoding: UnsafeBufferPointer(rebasing: bytes[field.start..<field.end]), as: UTF8.self)
    if field.hasDoubledQuotes { text = text.replacing("\"\"", with: "\"") }
    return text
  }

  /// Where a byte of the record stands: its line, and the column in characters.
  func place(of offset: Int, in file: String, length: Int = 0) -> Place {
    // No record goes on over the end of its line.
    let before = bytes[start..<min(max(start, offset), bytes.count)]
    let column = String(decoding: UnsafeBufferPointer(rebasing: before), as: UTF8.self).count + 1
    return Place(file: file, line: line, column: column, length: length)
  }
}

extension RosterRecord {
  /// A number of one to four digits; nil where the field is anything else.
  @inline(__always)
  func digits(_ field: RecordScanner.Field) -> Int? {
    guard field.start < field.end, field.end - field.start <= 4 else { return nil }
    var number = 0
    for index in field.start..<field.end {
      let digit = bytes[index] &- 0x30
      guard digit < 10 else { return nil }
      number = number * 10 + Int(digit)
    }
    return number
  }
}
