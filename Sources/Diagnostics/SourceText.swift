/// The text of a file, by lines, so that findings can show what they speak of.
///
/// Lines end where YAML ends them: at LF, CR, CR LF, NEL, LS and PS.
public struct SourceText: Sendable {
  /// The file as the user named it.
  public let file: String
  /// Its text as UTF-8, without a byte order mark.
  public let bytes: [UInt8]
  private let starts: [Int]

  /// Takes the text of `file`; bytes that are not UTF-8 are shown as �.
  public init(file: String, bytes: [UInt8]) {
    self.file = file
    self.bytes = bytes
    var starts = [0]
    var index = 0
    while index < bytes.count {
      let ending = SourceText.lineEnd(in: bytes, at: index)
      index += max(1, ending)
      if ending > 0 { starts.append(index) }
    }
    self.starts = starts
  }

  /// How many lines there are; an empty text has one.
  public var lineCount: Int { starts.count }

  /// The line of this number, from 1, without its end; nil where there is no such line.
  public func line(_ number: Int) -> String? {
    guard number >= 1, number <= starts.count else { return nil }
    let start = starts[number - 1]
    var end = number < starts.count ? starts[number] : bytes.count
    if number < starts.count {
      end = start
      while end < bytes.count, SourceText.lineEnd(in: bytes, at: end) == 0 { end += 1 }
    }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// What stands in line `number` from `column` on, both from 1, the column counted in Unicode scalars; nothing where
  /// there is no such place.
  public func scalars(ofLine number: Int, from column: Int) -> Substring.UnicodeScalarView {
    (line(number) ?? "").unicodeScalars.dropFirst(max(0, column - 1))
  }

  /// The offset of the first byte of the line of this number, from 1.
  public func startOfLine(_ number: Int) -> Int { starts[max(1, min(number, starts.count)) - 1] }

  /// How many bytes the line of this number, from 1, takes with its end.
  public func length(ofLine number: Int) -> Int {
    guard number >= 1, number <= starts.count else { return 0 }
    return (number < starts.count ? starts[number] : bytes.count) - starts[number - 1]
  }

  /// The number of the line, from 1, that the byte at `offset` lies on.
  public func lineNumber(ofByte offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// Behind the last character of the last line: YAML tells what is missing at the end by a line that is not there.
  public var end: Place { Place(file: file, line: lineCount, column: (line(lineCount) ?? "").count + 1) }

  /// Where the text from `column` on, `length` long, both counted in Unicode scalars from 1, stands on a line as a
  /// reader counts characters (が typed as か and ゛ is one).
  public func place(line: Int, scalarColumn column: Int, scalarLength length: Int) -> Place {
    guard let text = self.line(line) else { return end }
    let scalars = text.unicodeScalars
    let start = scalars.index(scalars.startIndex, offsetBy: max(0, column - 1), limitedBy: scalars.endIndex)
    let from = start ?? scalars.endIndex
    let end = scalars.index(from, offsetBy: max(0, length), limitedBy: scalars.endIndex) ?? scalars.endIndex
    return Place(
      file: file, line: line, column: String(scalars[..<from]).count + 1,
      length: String(scalars[from..<end]).count)
  }

  /// The place of the character that begins with the byte at `offset`.
  public func place(ofByte offset: Int) -> Place {
    let line = lineNumber(ofByte: offset)
    let prefix = String(decoding: bytes[startOfLine(line)..<max(startOfLine(line), offset)], as: UTF8.self)
    return place(line: line, scalarColumn: prefix.unicodeScalars.count + 1, scalarLength: 1)
  }

  /// How many bytes the line end at `index` takes; 0 where there is none.
  private static func lineEnd(in bytes: [UInt8], at index: Int) -> Int {
    switch bytes[index] {
    case 0x0A: return 1
    case 0x0D: return index + 1 < bytes.count && bytes[index + 1] == 0x0A ? 2 : 1
    case 0xC2: return index + 1 < bytes.count && bytes[index + 1] == 0x85 ? 2 : 0
    case 0xE2:
      guard index + 2 < bytes.count, bytes[index + 1] == 0x80 else { return 0 }
      return bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9 ? 3 : 0
    default: return 0
    }
  }
}
