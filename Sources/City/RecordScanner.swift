/// Cuts the bytes of a table into records and fields, as RFC 4180 has them: quoted fields may hold separators and doubled quotes.
/// Lines end with LF, CR LF or CR.
///
/// Unlike there, a quoted field may not hold a line end: in a roster a quote that is not closed on its line is a slip, and to look for
/// its end further down would take the people of every line up to there for one value, without a word.
///
/// It sees a window of the file and says where a record ends; one that does not end in the window is asked for again with
/// a larger one. A library was not taken: SwiftCSV 0.10 parses a string that holds the whole file, has no columns
/// of its own to tell, pads short rows and accepts a quote that is never closed.
struct RecordScanner {
  /// A field: its bytes without quotes.
  struct Field {
    var start: Int
    var end: Int
    /// Whether doubled quotes stand for one.
    var hasDoubledQuotes = false
  }

  enum Outcome {
    /// A record ends before this place.
    case record(next: Int)
    /// It does not end in this window.
    case needsMore
    /// There is nothing left.
    case nothing
    /// A quote that is opened here is not closed on its line.
    case openQuote(at: Int, next: Int)
    /// After a closed quote something else stands here before the next separator.
    case afterQuote(at: Int, next: Int)
    /// More fields than a roster can have.
    case tooManyFields(next: Int)
  }

  /// What stands between fields.
  var separator: UInt8
  /// The fields of the record that was found last.
  private(set) var fields: [Field] = []

  /// The most fields of a record.
  static let mostFields = 256

  init(separator: UInt8) {
    self.separator = separator
    fields.reserveCapacity(16)
  }

  private static let quote: UInt8 = 0x22
  private static let lineFeed: UInt8 = 0x0A
  private static let carriageReturn: UInt8 = 0x0D

  /// Finds the record that begins at `start`.
  ///
  /// - Parameter isLast: Whether the file ends with the window.
  mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, isLast: Bool) -> Outcome {
    fields.removeAll(keepingCapacity: true)
    let count = bytes.count
    if start >= count { return isLast ? .nothing : .needsMore }
    var place = start
    while true {
      let isQuoted = place < count && bytes[place] == Self.quote
      if isQuoted {
        let opened = place
        place += 1
        var hasDoubled = false
        while true {
          while place < count, bytes[place] != Self.quote, !Self.endsLine(bytes[place]) { place += 1 }
          guard place < count else { return isLast ? .openQuote(at: opened, next: count) : .needsMore }
          if Self.endsLine(bytes[place]) {
            guard let next = skipLine(bytes, from: place, isLast: isLast) else { return .needsMore }
            return .openQuote(at: opened, next: next)
          }
          if place + 1 == count && !isLast { return .needsMore }
          guard place + 1 < count, bytes[place + 1] == Self.quote else { break }
          hasDoubled = true
          place += 2
        }
        fields.append(Field(start: opened + 1, end: place, hasDoubledQuotes: hasDoubled))
        place += 1
        if place < count, bytes[place] != separator, !Self.endsLine(bytes[place]) {
          let wrong = place
          guard let next = skipLine(bytes, from: place, isLast: isLast) else { return .needsMore }
          return .afterQuote(at: wrong, next: next)
        }
      } else {
        let first = place
        while place < count {
          let byte = bytes[place]
          if byte == separator || byte <= Self.carriageReturn && Self.endsLine(byte) { break }
          place += 1
        }
        // Blanks beside a separator are nobody's: `N ` is the district `N`.
        var (start, end) = (first, place)
        while start < end, bytes[start] == 0x20 { start += 1 }
        while end > start, bytes[end - 1] == 0x20 { end -= 1 }
        fields.append(Field(start: start, end: end))
      }
      guard place < count else { return isLast ? .record(next: count) : .needsMore }
      if bytes[place] != separator {
        guard let next = skipLine(bytes, from: place, isLast: isLast) else { return .needsMore }
        return .record(next: next)
      }
      place += 1
      if fields.count == Self.mostFields {
        guard let next = skipLine(bytes, from: place, isLast: isLast) else { return .needsMore }
        return .tooManyFields(next: next)
      }
    }
  }

  private static func endsLine(_ byte: UInt8) -> Bool { byte == lineFeed || byte == carriageReturn }

  /// The place after the next line end; nil where the window ends before that is known.
  private func skipLine(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, isLast: Bool) -> Int? {
    var place = start
    while place < bytes.count, !Self.endsLine(bytes[place]) { place += 1 }
    guard place < bytes.count else { return isLast ? place : nil }
    if bytes[place] == Self.carriageReturn {
      if place + 1 == bytes.count && !isLast { return nil }
      if place + 1 < bytes.count, bytes[place + 1] == Self.lineFeed { return place + 2 }
    }
    return place + 1
  }
}
