import Diagnostics

/// The text of a file with slips of grammar mended, so that YAML can be read on behind them. It knows where each of
/// its bytes came from, and what cannot be believed any more because of a mend.
struct MendedText {
  /// A stretch of the text that gives way to other bytes.
  struct Edit {
    /// How much what is read there afterwards is worth.
    enum Trust {
      /// It is what was meant: a colon with its blank.
      case exact
      /// What touches it may be another word than was meant.
      case guess
      /// Its line may have come to stand in another table than was meant.
      case moved
      /// What stood there is not read.
      case lost
    }

    /// In bytes of the text before the edit.
    var range: Range<Int>
    var bytes: [UInt8]
    var trust: Trust
  }

  /// The file as it is.
  let original: SourceText
  /// The text as it is read.
  private(set) var source: SourceText
  /// The offset in the original of each byte and of the end; nil as long as nothing was mended.
  private var origins: [Int]?
  /// Bytes of the original about which nothing can be said.
  private(set) var doubtful: [Range<Int>] = []
  /// Lines of the original that were moved.
  private(set) var moved: Set<Int> = []
  /// Lines of the original that are not read, or not as a whole.
  private(set) var lost: Set<Int> = []

  init(_ original: SourceText) {
    self.original = original
    source = original
  }

  var isMended: Bool { origins != nil }

  /// The text after `edits`, which do not overlap.
  func applying(_ edits: [Edit]) -> MendedText {
    var result = self
    var bytes: [UInt8] = []
    var places: [Int] = []
    bytes.reserveCapacity(source.bytes.count + 16)
    places.reserveCapacity(source.bytes.count + 17)
    var index = 0
    func keep(upTo end: Int) {
      bytes += source.bytes[index..<end]
      if let origins { places += origins[index..<end] } else { places += index..<end }
    }
    for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
    where edit.range.lowerBound >= index {
      keep(upTo: edit.range.lowerBound)
      let from = origin(edit.range.lowerBound)
      let until = max(from, origin(edit.range.upperBound))
      bytes += edit.bytes
      let isSame = edit.bytes.count == until - from
      places += edit.bytes.indices.map { isSame ? from + $0 : from }
      index = edit.range.upperBound
      result.note(edit.trust, from..<until)
    }
    keep(upTo: source.bytes.count)
    places.append(original.bytes.count)
    result.source = SourceText(file: original.file, bytes: bytes)
    result.origins = places
    return result
  }

  private mutating func note(_ trust: Edit.Trust, _ range: Range<Int>) {
    let lines =
      original.lineNumber(
        ofByte: range.lowerBound)...original.lineNumber(
        ofByte: max(range.lowerBound, range.upperBound - 1))
    switch trust {
    case .exact: break
    case .guess: doubtful.append(range)
    case .moved: moved.formUnion(lines)
    case .lost: lost.formUnion(lines)
    }
  }

  /// Whether a line of the original is read as it was meant, mended or not.
  func isExact(_ line: Int) -> Bool {
    let start = original.startOfLine(line)
    let bytes = start...(start + original.length(ofLine: line))
    return !moved.contains(line) && !lost.contains(line)
      && !doubtful.contains { bytes.overlaps($0.lowerBound...max($0.lowerBound, $0.upperBound)) }
  }

  // MARK: - Places

  /// The offset in the original of the byte at `offset`.
  func origin(_ offset: Int) -> Int { origins?[offset] ?? offset }

  /// The bytes of the original that `place`, a place of the mended text, speaks of.
  func bytes(of place: Place) -> Range<Int> {
    let start = source.offset(line: place.line, column: place.column)
    let end = source.offset(line: place.line, column: place.column + place.length)
    let from = origin(start)
    // What was put in behind the last letter belongs to it no more.
    let last = end > start ? origin(end - 1) + 1 : from
    return from..<max(from, min(max(last, from), origin(end) > from ? origin(end) : last))
  }

  /// Where in the original that is.
  func place(_ place: Place) -> Place {
    guard isMended else { return place }
    let range = bytes(of: place)
    let line = original.lineNumber(ofByte: range.lowerBound)
    let start = original.startOfLine(line)
    let end = min(range.upperBound, start + original.length(ofLine: line))
    func count(_ range: Range<Int>) -> Int { String(decoding: original.bytes[range], as: UTF8.self).count }
    return Place(
      file: place.file, line: line, column: count(start..<range.lowerBound) + 1,
      length: place.length == 0 || end <= range.lowerBound ? 0 : count(range.lowerBound..<end))
  }

  /// The line of the original that the line `number` of the mended text was.
  func originalLine(_ number: Int) -> Int {
    original.lineNumber(ofByte: origin(source.startOfLine(number)))
  }
}

extension SourceText {
  /// The offset of the byte with which the character in this column, from 1, begins.
  fileprivate func offset(line: Int, column: Int) -> Int {
    let text = self.line(line) ?? ""
    return startOfLine(line) + text.prefix(column - 1).utf8.count
  }
}
