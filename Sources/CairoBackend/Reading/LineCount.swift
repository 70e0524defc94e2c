import Diagnostics

/// Tells lines and columns of places in a file. Whoever asks from its beginning to its end has it gone through once.
struct LineCount: Sendable {
  private let bytes: [UInt8]
  private let file: String
  private var at = 0
  private var line = 1
  /// The column of the byte at `counted`: a file may be one long line, which is gone through once.
  private var column = 1
  private var counted = 0

  init(_ bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
  }

  /// Where the first word of a stretch stands.
  mutating func place(of range: Range<Int>) -> Place {
    let first = bytes[range].firstIndex { $0 > 0x20 } ?? range.lowerBound
    if first < counted { (at, line, column, counted) = (0, 1, 1, 0) }
    while at < first {
      if bytes[at] == 0x0A {
        line += 1
        column = 1
        counted = at + 1
      }
      at += 1
    }
    column += bytes.text(counted..<first).count
    counted = first
    let end = bytes[first..<range.upperBound].firstIndex(of: 0x0A) ?? range.upperBound
    return Place(
      file: file, line: line, column: column,
      length: max(1, bytes.text(first..<end).count))
  }
}
