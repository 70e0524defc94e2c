import Diagnostics
import Workshop

/// Reads a roster, a person a line, as its bytes come in; it never holds more than a piece of the file.
///
/// ```
/// var reader = RosterReader(file: name, baseYear: 2025, onBadLine: .stop, tell: { … })
/// while let piece = … { try reader.read(piece) }
/// let roster = try reader.finish()
/// ```
public struct RosterReader: ~Copyable {
  /// What to do about a line that cannot be read.
  public enum BadLine: String, Sendable, CaseIterable {
    /// Tell it and, at the latest after ``most`` of them, make no roster.
    case stop
    /// Tell it and go on without it.
    case skip
  }

  /// The roster cannot be made; everything there is to say has been told.
  public struct Stopped: Error, Sendable {}

  /// Lines that could not be read.
  public private(set) var badLines = 0
  /// Lines with a person or a house.
  public private(set) var goodLines = 0

  private let file: String
  private let onBadLine: BadLine
  private let tell: (Finding) -> Void
  private var scanner = RecordScanner(separator: 0x2C)
  private var header: RosterHeader?
  private var builder: RosterBuilder?
  private var baseYear: Int?
  private var lines: RosterLines?
  /// What has come in and is not part of a whole record yet.
  private var rest: [UInt8] = []
  private var line = 1
  private var isAtStart = true

  /// The most bad lines that are told before a roster is given up.
  static let most = 20
  /// The longest record.
  static let longest = 1 << 20

  /// A reader for a file.
  ///
  /// - Parameters:
  ///   - file: Its name in messages.
  ///   - baseYear: The year at whose end the ages are; nil where a column tells it.
  ///   - tell: Is told every finding when it is made.
  public init(
    file: String, baseYear: Int?, onBadLine: BadLine = .stop, tell: @escaping (Finding) -> Void
  ) {
    self.file = file
    self.baseYear = baseYear
    self.onBadLine = onBadLine
    self.tell = tell
  }

  /// Reads the next bytes of the file.
  public mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) throws(Stopped) {
    rest.append(contentsOf: bytes)
    try work(isLast: false)
  }

  /// Reads the last bytes and makes the roster.
  public mutating func finish() throws(Stopped) -> Roster {
    try work(isLast: true)
    guard header != nil else {
      throw stop(
        "roster-empty", at: nil, Phrase(ja: "名簿に何も書かれていません。", en: "There is nothing in the roster."),
        hint: RosterHeader.advice)
    }
    if badLines > 0 && onBadLine == .stop { throw Stopped() }
    guard let lines, lines.builder.houseCount > 0 else {
      throw stop(
        "roster-empty", at: nil,
        Phrase(ja: "見出しの下に、読める行が一つもありません。", en: "Below the head there is no line that can be read."))
    }
    return lines.builder.finish()
  }

  // MARK: Records

  private mutating func work(isLast: Bool) throws(Stopped) {
    var bytes: [UInt8] = []
    swap(&bytes, &rest)
    var place = 0
    if isAtStart {
      guard isLast || bytes.count >= 4096 else {
        swap(&bytes, &rest)
        return
      }
      isAtStart = false
      try lookAtStart(bytes)
      if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
    }
    do {
      try bytes.withUnsafeBufferPointer { (buffer) throws(Stopped) in
        place = try records(of: buffer, from: place, isLast: isLast)
      }
    }
    if place < bytes.count { rest.append(contentsOf: bytes[place...]) }
    if rest.count > Self.longest {
      throw stop(
        "roster-long-line", at: Place(file: file, line: line, column: 1),
        Phrase(
          ja: "この行は長すぎます。引用符（\"）が閉じられていないのかもしれません。",
          en: "This line is too long. Perhaps a quotation mark (\") is not closed."))
    }
  }

  /// Reads whole records and says where the first begins that is not whole.
  private mutating func records(
    of bytes: UnsafeBufferPointer<UInt8>, from start: Int, isLast: Bool
  ) throws(Stopped) -> Int {
    var place = start
    while true {
      let record = RosterRecord(bytes: bytes, start: place, line: line)
      if header == nil { scanner.separator = RosterHeader.separator(bytes, from: place) }
      switch scanner.scan(bytes, from: place, isLast: isLast) {
      case .nothing, .needsMore:
        return place
      case .record(let next):
        try read(record)
        place = next
      case .openQuote(let at, let next):
        try bad(.openQuote(at: at), record)
        place = next
      case .afterQuote(let at, let next):
        try bad(.afterQuote(at: at), record)
        place = next
      case .tooManyFields(let next):
        try bad(.tooManyFields(at: place), record)
        place = next
      }
      line += 1
    }
  }

  private mutating func read(_ record: RosterRecord) throws(Stopped) {
    let fields = scanner.fields
    if fields.allSatisfy({ $0.start == $0.end }) { return }
    guard header != nil else {
      if record.bytes[record.start] == 0x23 { return }
      try readHead(record, fields)
      return
    }
    do throws(RosterSlip) {
      try lines?.read(record, fields)
      goodLines += 1
    } catch {
      let slips = lines?.slips(record, fields, first: error) ?? [error]
      for slip in slips.dropLast() { tell(slip, record) }
      try bad(slips.last ?? error, record)
    }
  }

  private mutating func readHead(_ record: RosterRecord, _ fields: [RecordScanner.Field]) throws(Stopped) {
    let found = RosterHeader(fields.map { record.text($0) })
    for finding in found.findings(record, fields, file: file, baseYear: baseYear) { tell(finding) }
    guard found.isComplete(baseYear: baseYear) else { throw Stopped() }
    header = found
    lines = RosterLines(found, baseYear: baseYear)
  }

  // MARK: Troubles

  private mutating func bad(_ slip: RosterSlip, _ record: RosterRecord) throws(Stopped) {
    if header == nil {
      throw stop(slip.code, at: record.place(of: slip.offset, in: file), slip.message, hint: slip.hint)
    }
    badLines += 1
    tell(slip, record)
    if onBadLine == .stop && badLines >= Self.most {
      throw stop(
        "roster-many", at: nil,
        Phrase(
          ja: "読めない行が\(Self.most)行ありました。ここで止めます。",
          en: "\(Self.most) lines could not be read. Stopping here."),
        hint: Phrase(
          ja: "読めない行を除いて続けるには --on-bad skip を付けてください（何行除いたかも示します）。",
          en: "To go on without such lines add --on-bad skip; it tells how many there were."))
    }
  }

  private func tell(_ slip: RosterSlip, _ record: RosterRecord) {
    tell(
      Finding(
        onBadLine == .skip ? .warning : .error, code: slip.code,
        at: record.place(of: slip.offset, in: file, length: slip.length), slip.message, hint: slip.hint))
  }

  private func stop(_ code: String, at place: Place?, _ message: Phrase, hint: Phrase? = nil) -> Stopped {
    tell(
      Finding(.error, code: code, at: place ?? Place(file: file, line: line, column: 1), message, hint: hint))
    return Stopped()
  }

  /// Refuses what is no UTF-8 text.
  private func lookAtStart(_ bytes: [UInt8]) throws(Stopped) {
    guard let encoding = RosterEncoding.other(bytes) else { return }
    throw stop(
      "roster-encoding", at: Place(file: file, line: 1, column: 1),
      Phrase(
        ja: "文字コードが\(encoding.ja)です。UTF-8 で保存し直してください。",
        en: "The file is encoded as \(encoding.en). Save it again as UTF-8."),
      hint: Phrase(
        ja: "Excel なら「名前を付けて保存」で「CSV UTF-8（コンマ区切り）」を選びます。",
        en: "In Excel: “Save as”, “CSV UTF-8 (comma delimited)”."))
  }
}

/// What is wrong with a line.
struct RosterSlip: Error {
  var offset: Int
  var length: Int
  var code: String
  var message: Phrase
  var hint: Phrase?

  init(at offset: Int, length: Int = 0, code: String, _ message: Phrase, hint: Phrase? = nil) {
    self.offset = offset
    self.length = length
    self.code = code
    self.message = message
    self.hint = hint
  }
}

/// What may be wrong with the marks and the number of values of a line, before any of them is read.
extension RosterSlip {
  static func openQuote(at place: Int) -> RosterSlip {
    RosterSlip(
      at: place, code: "roster-open-quote",
      Phrase(
        ja: "この引用符（\"）が、行の終わりまでに閉じられていません。",
        en: "This quotation mark (\") is not closed before the line ends."),
      hint: Phrase(
        ja: "引用符を消すか、閉じてください。値の中の改行は、読み取れません。",
        en: "Remove the mark, or close it. A value cannot hold a line break."))
  }

  static func afterQuote(at place: Int) -> RosterSlip {
    RosterSlip(
      at: place, code: "roster-after-quote",
      Phrase(
        ja: "引用符（\"）で閉じた値のあとに、別の文字があります。",
        en: "There is something after a value that a quotation mark (\") has closed."))
  }

  static func tooManyFields(at place: Int) -> RosterSlip {
    RosterSlip(
      at: place, code: "roster-fields",
      Phrase(
        ja: "この行には値が\(RecordScanner.mostFields)個より多くあります。",
        en: "This line has more than \(RecordScanner.mostFields) values."))
  }
}
