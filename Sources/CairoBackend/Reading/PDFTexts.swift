import Picture

/// The words of a PDF file: the strings of all its objects, and what its pages show, told by the fonts' own tables.
///
/// Objects are read one after the other as they stand in the file, whether or not a table leads to them.
struct PDFTexts {
  private struct Object {
    var value: PDFValue
    /// Unpacked; nil for what is not searched: pixels, fonts.
    var stream: [UInt8]?
  }

  private var objects: [Int: Object] = [:]
  private var remarks: [[UInt8]] = []
  private var loose: [PDFValue] = []
  private let jobs: Int

  /// - Parameter jobs: How many threads may read streams at the same time.
  init(_ bytes: [UInt8], jobs: Int = 1) throws(BackendError) {
    self.jobs = jobs
    var lexer = PDFLexer(bytes)
    var streams: [(number: Int, range: Range<Int>)] = []
    while let value = try lexer.next() {
      switch value {
      case .number(let number):
        guard let object = try Self.object(Int(number), &lexer) else { continue }
        objects[object.number] = Object(value: object.value, stream: nil)
        if let range = object.stream { streams.append((object.number, range)) }
      case .word(let word) where ["xref", "trailer", "startxref", "endobj", "n", "f"].contains(word): break
      case .word: throw .unreadable
      default: loose.append(value)
      }
    }
    remarks = lexer.remarks
    let known = self
    let contents = try inParallel(streams) { stream throws(BackendError) in
      try known.content(of: stream.number, bytes[stream.range])
    }
    for (stream, content) in zip(streams, contents) { objects[stream.number]?.stream = content }
    for (number, _) in streams where objects[number]?.value["Type"]?.name == "ObjStm" { try unfold(number) }
  }

  /// The object whose number was just read: `12 0 obj … endobj`; nil where something else follows, as in a table.
  private static func object(
    _ number: Int, _ lexer: inout PDFLexer
  ) throws(BackendError) -> (number: Int, value: PDFValue, stream: Range<Int>?)? {
    let start = lexer.index
    guard case .number? = try lexer.next(hasReferences: false),
      case .word("obj")? = try lexer.next(hasReferences: false)
    else {
      lexer.index = start
      return nil
    }
    guard let value = try lexer.next() else { throw .unreadable }
    guard case .word(let word)? = try lexer.next() else { throw .unreadable }
    if word == "endobj" { return (number, value, nil) }
    guard word == "stream" else { throw .unreadable }
    let bytes = lexer.bytes
    var begin = lexer.index
    if begin < bytes.count, bytes[begin] == 0x0D { begin += 1 }
    if begin < bytes.count, bytes[begin] == 0x0A { begin += 1 }
    // Packed bytes may by chance read like the end of the stream, but not where its length says it is.
    let from = min(bytes.count, begin + (value["Length"]?.number ?? 0))
    guard let end = bytes.firstRange(of: "endstream", in: from..<bytes.count) else { throw .unreadable }
    lexer.index = end.upperBound
    guard case .word("endobj")? = try lexer.next() else { throw .unreadable }
    return (number, value, begin..<end.lowerBound)
  }

  /// The unpacked stream of an object; nil for tables, fonts and pixels.
  private func content(of number: Int, _ bytes: ArraySlice<UInt8>) throws(BackendError) -> [UInt8]? {
    guard let value = objects[number]?.value else { return nil }
    let isFont =
      value["Length1"] != nil
      || value["Subtype"]?.name.map { $0.hasPrefix("CIDFontType") || $0 == "Type1C" || $0 == "OpenType" }
        == true
    if isFont || value["Type"]?.name == "XRef" { return nil }
    let isPixels = value["Subtype"]?.name == "Image"
    switch filter(of: value) {
    case nil: return isPixels ? nil : Array(bytes)
    case "FlateDecode": return isPixels ? nil : try Inflation.unpacked(bytes)
    // A photograph may carry what its camera wrote into it.
    case "DCTDecode", "JPXDecode": return Array(bytes)
    case "CCITTFaxDecode", "JBIG2Decode": return nil
    default: throw .unreadable
    }
  }

  private func filter(of value: PDFValue) -> String? {
    switch value["Filter"] {
    case .name(let name): return name
    case .array(let names): return names.count == 1 ? names.first?.name : names.isEmpty ? nil : "several"
    case .reference(let number): return objects[number]?.value.name ?? "unknown"
    case nil: return nil
    default: return "unknown"
    }
  }

  /// Objects that stand packed in a stream: their numbers and places first.
  private mutating func unfold(_ number: Int) throws(BackendError) {
    guard let object = objects[number], let stream = object.stream,
      let count = object.value["N"]?.number, let first = object.value["First"]?.number
    else { throw .unreadable }
    var lexer = PDFLexer(stream)
    var places: [(number: Int, at: Int)] = []
    for _ in 0..<count {
      guard let inside = try lexer.next(hasReferences: false)?.number,
        let at = try lexer.next(hasReferences: false)?.number
      else { throw .unreadable }
      places.append((inside, at))
    }
    for place in places {
      var inside = PDFLexer(stream, at: first + place.at)
      if let value = try inside.next() { objects[place.number] = Object(value: value, stream: nil) }
    }
    objects[number]?.stream = nil
  }

  // MARK: - Words

  func texts() throws(BackendError) -> [FileText] {
    var texts = TextList()
    for remark in remarks { texts.tell(remark) }
    var fonts: [String: Set<Int>] = [:]
    let numbers = objects.keys.sorted()
    for value in loose + numbers.compactMap({ objects[$0]?.value }) {
      value.eachString { texts.tell($0) }
      Self.fonts(in: value, objects: { objects[$0]?.value }, into: &fonts)
    }
    var tables: [Int: GlyphTable] = [:]
    for number in Set(fonts.values.joined()).sorted() { tables[number] = try table(of: number) }
    let named = fonts.mapValues { $0.sorted().compactMap { tables[$0] } }
    let parts = try inParallel(numbers.filter { objects[$0]?.stream != nil }) { number throws(BackendError) in
      try self.texts(ofStream: number, fonts: named)
    }
    return texts.all + parts.joined()
  }

  private func texts(
    ofStream number: Int, fonts: [String: [GlyphTable]]
  ) throws(BackendError) -> [FileText] {
    // Tables of characters tell which there are, not what is written with them.
    guard let object = objects[number], let stream = object.stream, !Self.isCharacterMap(stream) else {
      return []
    }
    let isAbout =
      ["Metadata"].contains(object.value["Type"]?.name) || object.value["Subtype"]?.name == "Image"
    if isAbout { return [FileText(.about, String(decoding: stream, as: UTF8.self))] }
    return try shown(stream, fonts: fonts)
  }

  /// The same for all items, several at a time where there are many, in their order.
  private func inParallel<Item: Sendable, Result: Sendable>(
    _ items: [Item], _ body: @Sendable (Item) throws(BackendError) -> Result
  ) throws(BackendError) -> [Result] {
    // Fewer are read before another thread has begun.
    let jobs = items.count < 64 ? 1 : jobs
    let results = parallelMap(items, jobs: jobs, makeWorker: {}) {
      _, item -> Swift.Result<Result, BackendError> in
      do throws(BackendError) {
        return .success(try body(item))
      } catch {
        return .failure(error)
      }
    }
    var all: [Result] = []
    all.reserveCapacity(items.count)
    for result in results { all.append(try result.get()) }
    return all
  }

  /// The texts that were found so far.
  private struct TextList {
    var all: [FileText] = []
    /// What files say of themselves they say again and again: names of kinds, of fonts, of operators.
    private var told: Set<[UInt8]> = []

    /// Adds a string beside the pages, once.
    mutating func tell(_ bytes: [UInt8]) {
      if told.insert(bytes).inserted { all.append(FileText(.about, PDFTexts.decoded(bytes))) }
    }
  }

  private static func isCharacterMap(_ stream: [UInt8]) -> Bool {
    stream.firstRange(of: "begincmap", in: 0..<min(stream.count, 512)) != nil
  }

  /// Strings beside the pages: UTF-16 or UTF-8 with their marks, else one byte a character.
  static func decoded(_ bytes: [UInt8]) -> String {
    if bytes.starts(with: [0xFE, 0xFF]) {
      let units = stride(from: 2, to: bytes.count - 1, by: 2).map {
        UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
      }
      return String(decoding: units, as: UTF16.self)
    }
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
  }

  /// The fonts by the names that pages call them. One name may stand for different fonts on different pages; all are
  /// tried.
  private static func fonts(
    in value: PDFValue, objects: (Int) -> PDFValue?, into fonts: inout [String: Set<Int>]
  ) {
    switch value {
    case .dictionary(let entries):
      if let resource = value["Font"] {
        let list = resource.reference.flatMap(objects) ?? resource
        if case .dictionary(let named) = list {
          for (name, font) in named {
            if let number = font.reference { fonts[name, default: []].insert(number) }
          }
        }
      }
      for entry in entries { Self.fonts(in: entry.value, objects: objects, into: &fonts) }
    case .array(let values): for entry in values { Self.fonts(in: entry, objects: objects, into: &fonts) }
    default: break
    }
  }

  /// What the codes of a font stand for.
  fileprivate struct GlyphTable {
    let width: Int
    /// By code; empty where nobody can read it.
    private var characters: [String] = []
    /// Codes have two bytes at most.
    private static let codes = 0...0xFFFF

    init(width: Int) { self.width = width }

    subscript(code: Int) -> String? {
      get { code < characters.count ? characters[code] : nil }
      set {
        guard Self.codes.contains(code) else { return }
        if code >= characters.count {
          characters += Array(repeating: "", count: code + 1 - characters.count)
        }
        characters[code] = newValue ?? ""
      }
    }

    /// Adds what `codes` stand for.
    func read(_ codes: [UInt8], into line: inout String) {
      var at = 0
      while at + width <= codes.count {
        var code = 0
        for byte in codes[at..<at + width] { code = code << 8 | Int(byte) }
        if code < characters.count { line += characters[code] }
        at += width
      }
    }
  }

  private func table(of number: Int) throws(BackendError) -> GlyphTable {
    guard let font = objects[number]?.value else { throw .unreadable }
    let isWide = font["Subtype"]?.name == "Type0"
    var table = GlyphTable(width: isWide ? 2 : 1)
    guard let map = font["ToUnicode"]?.reference.flatMap({ objects[$0]?.stream }) else {
      // Codes of two bytes mean nothing without a table, and letters that nobody can read cannot be searched.
      if isWide { throw .unreadable }
      for code in 0x20...0xFF { table[code] = Unicode.Scalar(UInt32(code)).map { String($0) } }
      return table
    }
    var lexer = PDFLexer(map)
    var operands: [PDFValue] = []
    while let value = try lexer.next(hasReferences: false) {
      guard case .word(let word) = value else {
        operands.append(value)
        continue
      }
      switch word {
      case "endbfchar": table.add(pairs: operands)
      case "endbfrange": table.add(ranges: operands)
      default: break
      }
      operands = []
    }
    return table
  }

  /// What a page, or a part of it, shows, line by line, and lines that follow each other as one passage.
  private func shown(
    _ stream: [UInt8], fonts: [String: [GlyphTable]]
  ) throws(BackendError) -> [FileText] {
    var texts = TextList()
    var lexer = PDFLexer(stream)
    var operands: [PDFValue] = []
    var current: [GlyphTable] = []
    var lines: [String] = [""]
    func write(_ codes: [UInt8]) {
      // Where one name stands for several fonts, what any of them would show is read.
      for table in current { table.read(codes, into: &lines[lines.count - 1]) }
    }
    func endPassage() {
      let written = lines.filter { !$0.isEmpty }
      texts.all += written.map { FileText(.pages, $0) }
      if written.count > 1 { texts.all.append(FileText(.passages, written.joined())) }
      lines.removeAll(keepingCapacity: true)
      lines.append("")
    }
    while let value = try lexer.next(hasReferences: false) {
      guard case .word(let word) = value else {
        operands.append(value)
        continue
      }
      switch word {
      case "Tf":
        if operands.count >= 2 { current = operands[operands.count - 2].name.flatMap { fonts[$0] } ?? [] }
      case "Tj", "'", "\"", "TJ":
        if word == "'" || word == "\"" { lines.append("") }
        if case .string(let codes)? = operands.last { write(codes) }
        if case .array(let parts)? = operands.last {
          for case .string(let codes) in parts { write(codes) }
        }
      case "Td", "TD", "Tm", "T*": lines.append("")
      case "BT", "ET": endPassage()
      case "ID": lexer.skipInlineImage()
      default:
        for operand in operands { operand.eachString { texts.tell($0) } }
      }
      operands.removeAll(keepingCapacity: true)
    }
    endPassage()
    return texts.all
  }
}

extension PDFTexts.GlyphTable {
  fileprivate static func code(_ value: PDFValue) -> Int? {
    if case .string(let bytes) = value { bytes.reduce(0) { $0 << 8 | Int($1) } } else { nil }
  }

  fileprivate static func characters(_ value: PDFValue) -> String? {
    if case .string(let bytes) = value { PDFTexts.decoded([0xFE, 0xFF] + bytes) } else { nil }
  }

  /// `<0001> <30d7>`.
  fileprivate mutating func add(pairs: [PDFValue]) {
    for at in stride(from: 0, to: pairs.count - 1, by: 2) {
      if let code = Self.code(pairs[at]) { self[code] = Self.characters(pairs[at + 1]) }
    }
  }

  /// `<0001> <0005> <30d7>`, or a list of characters in place of the first.
  fileprivate mutating func add(ranges: [PDFValue]) {
    for at in stride(from: 0, to: ranges.count - 2, by: 3) {
      guard let low = Self.code(ranges[at]), let high = Self.code(ranges[at + 1]), high - low < 65_536,
        low <= high
      else { continue }
      if case .array(let list) = ranges[at + 2] {
        for (offset, value) in list.enumerated() { self[low + offset] = Self.characters(value) }
      } else if let first = Self.characters(ranges[at + 2]), let last = first.unicodeScalars.last {
        let head = String(first.unicodeScalars.dropLast().map(Character.init))
        for code in low...high {
          self[code] = Unicode.Scalar(last.value + UInt32(code - low)).map { head + String($0) }
        }
      }
    }
  }
}

extension PDFLexer {
  /// Passes over the pixels of a picture that stands among the operators.
  fileprivate mutating func skipInlineImage() {
    var at = index
    while let end = bytes.firstRange(of: "EI", in: at..<bytes.count) {
      let isAlone =
        end.lowerBound > index && bytes[end.lowerBound - 1] <= 0x20
        && (end.upperBound == bytes.count || bytes[end.upperBound] <= 0x20)
      at = end.upperBound
      if isAlone { break }
    }
    index = at
  }
}
