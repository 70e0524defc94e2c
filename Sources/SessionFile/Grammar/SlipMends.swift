import Diagnostics

/// The ways in which a slip of grammar could be mended so that the rest of the file can be read.
///
/// None of them is ever shown or written: they only keep one slip from hiding the others. Whatever is read differently
/// because of a mend is marked as such (``MendedText/Edit/Trust``).
struct SlipMends {
  typealias Edits = [MendedText.Edit]

  private let slip: GrammarSlip
  private let lines: ScannedLines
  private var source: SourceText { lines.source }

  init(_ slip: GrammarSlip, in source: SourceText) {
    self.slip = slip
    lines = ScannedLines(source: source)
  }

  /// Mends that put nothing away, the likeliest first.
  var repairs: [Edits] {
    switch slip.kind {
    case .tab: tabs
    case .openQuote: quotes
    case .badEscape: [[replace(slip.stop, 1, "/")]]
    case .openBracket(_, let close): slip.spot.line == slip.stop.line ? brackets(close) : openBrackets
    case .strayBracket:
      [[replace(slip.stop, strayLength, String(repeating: " ", count: strayLength), .exact)]]
    case .missingValue: [[replace(slip.stop, 1, " ")]]
    case .textBehind: [blank(slip.stop)]
    case .missingColon: colons
    case .unexpectedColon: [furtherColons]
    case .misplacedDash: dashes
    case .dashWithoutBlank: [[replace(slip.spot, 1, "- ", .moved)]]
    case .outOfLine: placings
    case .sign, .questionMark, .tag, .blockText: signs
    case .alias: [wide("*", from: slip.spot)].filter { !$0.isEmpty } + signs
    case .reading: [readings]
    case .document: [[replace(GrammarSlip.Spot(line: slip.stop.line, column: 1), 1, "")]]
    case .tooDeep: []
    }
  }

  /// Where there is no doubt what was meant: a line that stands between two of one level, neither of which goes on with it.
  var sure: Edits? {
    guard slip.kind == .outOfLine, let before = lines.before(slip.spot.line),
      let after = lines.after(slip.spot.line)
    else { return nil }
    let (above, line, below) = (lines[before], lines[slip.spot.line], lines[after])
    let isWhole = [above, line].allSatisfy { scan in scan.colon.map { $0 + 1 < scan.end } ?? false }
    guard isWhole, !above.isItem, !line.isItem, !below.isItem, above.indent == below.indent,
      above.indent != line.indent
    else { return nil }
    return shift(slip.spot.line...slip.spot.line, by: above.indent - line.indent)
  }

  /// Mends that leave something unread, the least first.
  var losses: [Edits] {
    guard slip.kind != .tooDeep else { return [] }
    let first = slip.spot.line
    let last = slip.kind == .openQuote ? first : max(first, slip.stop.line - (slip.stop.line > first ? 1 : 0))
    var result = [
      losing(first...last, asKey: true), losing(first...last, asKey: false), hiding(first...last),
    ]
    if slip.stop.line != last { result.append(hiding(slip.stop.line...slip.stop.line)) }
    // Then with everything that hangs on it, step by step up to the outermost table.
    var line = first
    while true {
      result.append(hiding(line...max(last, lines.block(line).upperBound)))
      let indent = lines[line].indent
      guard indent > 0, let above = ancestor(of: line) else { break }
      line = above
    }
    if slip.stop.line <= source.lineCount { result.append(hiding(slip.stop.line...source.lineCount)) }
    return result
  }

  /// Leaves everything from the slip on unread.
  var rest: Edits { hiding(min(slip.spot.line, source.lineCount)...source.lineCount) }

  // MARK: - Pieces

  private func replace(
    _ spot: GrammarSlip.Spot, _ count: Int, _ text: String, _ trust: MendedText.Edit.Trust = .guess
  ) -> MendedText.Edit {
    let line = min(spot.line, source.lineCount)
    let start = lines.offset(line, spot.column - 1)
    let end = lines.offset(line, spot.column - 1 + count)
    return MendedText.Edit(range: start..<end, bytes: Array(text.utf8), trust: trust)
  }

  private func insert(
    _ text: String, _ line: Int, _ column: Int, _ trust: MendedText.Edit.Trust = .guess
  ) -> MendedText.Edit {
    replace(GrammarSlip.Spot(line: line, column: column + 1), 0, text, trust)
  }

  /// The rest of a line, behind the place where it went wrong, blanked.
  private func blank(_ spot: GrammarSlip.Spot) -> Edits {
    let range = lines.rest(spot.line, from: spot.column - 1)
    return [MendedText.Edit(range: range, bytes: range.map { _ in 0x20 }, trust: .guess)]
  }

  /// The first line with something in its place that the tree knows as a gap.
  private func losing(_ range: ClosedRange<Int>, asKey: Bool) -> Edits {
    let scan = lines[range.lowerBound]
    // A value of its own keeps what follows from being taken for its table.
    let hasValue = scan.colon.map { $0 + 1 < scan.end } ?? scan.text.contains(" ")
    let gap = String(TreeComposer.gap(range.lowerBound)) + (asKey ? hasValue ? ": 0" : ":" : "")
    let first = MendedText.Edit(
      range: lines.rest(range.lowerBound, from: min(scan.content, scan.scalars.count)),
      bytes: Array(gap.utf8),
      trust: .lost)
    return [first] + range.dropFirst().flatMap { hiding($0...$0) }
  }

  private func hiding(_ range: ClosedRange<Int>) -> Edits {
    range.map { line in
      MendedText.Edit(range: lines.rest(line, from: 0), bytes: [], trust: .lost)
    }
  }

  private func ancestor(of line: Int) -> Int? {
    let indent = lines[line].indent
    var above = lines.before(line)
    while let candidate = above, lines[candidate].indent >= indent { above = lines.before(candidate) }
    return above
  }

  // MARK: - Indentation

  private var tabs: [Edits] {
    let places = IndentationSlips.tabs(in: source, upTo: slip.stop.line).places
    guard !places.isEmpty else { return [[replace(slip.stop, 1, " ", .exact)]] }
    return SlipMends.indenting(places.map(\.line), lines)
  }

  /// What tabs and wide spaces before a line may have stood for.
  static func indenting(_ numbers: [Int], _ lines: ScannedLines) -> [Edits] {
    func edits(_ indent: (Int, Substring) -> Int?) -> Edits? {
      var edits: Edits = []
      for number in numbers {
        guard let line = lines.source.line(number) else { continue }
        let blank = line.prefix { $0 == " " || $0 == "\t" || $0 == "\u{3000}" }
        guard let width = indent(number, blank) else { return nil }
        let start = lines.source.startOfLine(number)
        edits.append(
          MendedText.Edit(
            range: start..<start + blank.utf8.count, bytes: [UInt8](repeating: 0x20, count: width),
            trust: .moved))
      }
      return edits
    }
    func wide(_ width: Int) -> (Int, Substring) -> Int? {
      { _, blank in blank.reduce(0) { $0 + ($1 == " " ? 1 : width) } }
    }
    let isMarked = Set(numbers)
    func neighbour(_ step: @escaping (Int) -> Int?, _ more: Int) -> (Int, Substring) -> Int? {
      { number, _ in
        var line = step(number)
        while let candidate = line, isMarked.contains(candidate) { line = step(candidate) }
        return line.map { lines[$0].indent + more }
      }
    }
    let alike = [edits(wide(2)), edits(wide(4)), edits(wide(1)), edits(wide(8))].compactMap { $0 }
    // Single lines among others are as these; a whole file of them is in line with itself.
    guard numbers.count <= 40 else { return alike }
    let others = [neighbour(lines.before, 0), neighbour(lines.after, 0), neighbour(lines.before, 2)]
      .compactMap(edits)
    return alike.prefix(1) + others + alike.dropFirst()
  }

  /// Where the line that is out of place may belong: in line with one of those above it, alone or with what follows.
  private var placings: [Edits] {
    let line = slip.spot.line
    let scan = lines[line]
    var columns: [Int] = []
    var dashes: [Int] = []
    var above = lines.before(line)
    var least = Int.max
    while let number = above, least > 0 {
      let other = lines[number]
      if other.isItem, !dashes.contains(other.indent) { dashes.append(other.indent) }
      if other.content <= least || other.indent < least {
        for column in [other.content, other.indent] where !columns.contains(column) { columns.append(column) }
      }
      least = min(least, other.indent)
      above = lines.before(number)
    }
    func near(_ columns: [Int]) -> [Int] {
      columns.filter { $0 != scan.indent }.sorted {
        (abs($0 - scan.indent), $0) < (abs($1 - scan.indent), $1)
      }
    }
    var result: [Edits] = []
    for column in (scan.isItem ? near(dashes) : []) + near(columns) {
      result.append(shift(line...line, by: column - scan.indent))
      for block in [lines.block(line), lines.block(line, siblings: true)] where block.count > 1 {
        result.append(shift(block, by: column - scan.indent))
      }
    }
    if let before = lines.before(line), lines[before].content != scan.indent {
      let by = scan.indent - lines[before].content
      if lines[before].indent + by >= 0 { result.append(shift(before...before, by: by)) }
    }
    if scan.isItem {
      // A dash that should not be there.
      let start = lines.offset(line, scan.indent)
      result.insert(
        [
          MendedText.Edit(
            range: start..<lines.offset(line, scan.content), bytes: [], trust: .moved)
        ], at: scan.colon == nil ? result.count : 0)
    }
    return result
  }

  private func shift(_ range: ClosedRange<Int>, by width: Int) -> Edits {
    range.compactMap { number in
      let scan = lines[number]
      guard !scan.isEmpty else { return nil }
      let start = source.startOfLine(number)
      return MendedText.Edit(
        range: start..<start + scan.indent,
        bytes: [UInt8](repeating: 0x20, count: max(0, scan.indent + width)), trust: .moved)
    }
  }

  private var dashes: [Edits] {
    let indent = lines[slip.stop.line].content
    let next = lines.after(slip.stop.line).map { lines[$0].indent } ?? 0
    let dash = next > indent + 1 ? next - 2 : indent + 2
    return [dash, indent + 2].map { column in
      [replace(slip.stop, 0, "\n" + String(repeating: " ", count: column), .exact)]
    }
  }

  // MARK: - Quotations and brackets

  private var quotes: [Edits] {
    let scan = lines[slip.spot.line]
    let column = slip.spot.column - 1
    guard let quote = scan.scalars[safe: column] else { return [] }
    let sign = String(Character(quote))
    // Without the mark the scan sees the brackets behind it.
    let end = LineScan(
      String(String.UnicodeScalarView(scan.scalars[..<column] + [" "] + scan.scalars[(column + 1)...]))
    )
    .end
    var closers = end
    while closers > column, "]} ".unicodeScalars.contains(scan.scalars[closers - 1]) { closers -= 1 }
    var result = [[replace(slip.spot, 1, " ")]]
    if closers < end { result.append([insert(sign, slip.spot.line, closers)]) }
    if let comma = scan.scalars[column...].firstIndex(of: ",") {
      result.append([insert(sign, slip.spot.line, comma)])
    }
    result.append([insert(sign, slip.spot.line, end)])
    return result
  }

  /// Within one line: a bracket of the other kind, a comma or a bracket forgotten.
  private func brackets(_ close: Character) -> [Edits] {
    let line = slip.stop.line
    let scan = lines[line]
    let column = slip.stop.column - 1
    var result: [Edits] = []
    if let found = scan.scalars[safe: column], "]}".unicodeScalars.contains(found) {
      result = [[insert(String(close), line, column)], [replace(slip.stop, 1, String(close))]]
    } else {
      let isBlank = column > 0 && scan.scalars[safe: column - 1] == " "
      let before = GrammarSlip.Spot(line: line, column: column)
      result = [[isBlank ? replace(before, 1, ",", .exact) : insert(",", line, column)]]
    }
    result.append([insert(String(close), line, column)])
    result.append([insert(closing(scan.open.map(\.sign)), line, scan.end)])
    return result
  }

  /// Brackets left open on one line and missed on a later one.
  private var openBrackets: [Edits] {
    var open: [LineScan.Bracket] = []
    var result: [Edits] = []
    let last = min(max(slip.spot.line, slip.stop.line - 1), slip.spot.line + 8, source.lineCount)
    for number in slip.spot.line...last {
      let scan = LineScan(source.line(number) ?? "", open: open)
      open = scan.open
      if open.isEmpty { break }
      result.append([insert(closing(open.map(\.sign)), number, scan.end)])
    }
    return result
  }

  private func closing(_ open: [Unicode.Scalar]) -> String {
    String(open.reversed().map { $0 == "[" ? "]" : "}" })
  }

  private var strayLength: Int {
    lines[slip.stop.line].scalars.dropFirst(slip.stop.column - 1).prefix { "]}".unicodeScalars.contains($0) }
      .count
  }

  // MARK: - Colons and signs

  private var colons: [Edits] {
    let scan = lines[slip.spot.line]
    let line = slip.spot.line
    let start = max(scan.content, slip.spot.column - 1)
    let word = scan.scalars[min(start, scan.end)..<scan.end].prefix { $0 != " " && $0 != "\u{3000}" }
    guard !word.isEmpty else { return [] }
    func colon(_ index: Int, _ count: Int, _ trust: MendedText.Edit.Trust) -> Edits {
      let next = scan.scalars[safe: index + count]
      let text = next == nil || next == " " ? ":" : ": "
      let colon = replace(GrammarSlip.Spot(line: line, column: index + 1), count, text, trust)
      // Behind the blank a `#` would begin a comment.
      return next == "#"
        ? [colon, replace(GrammarSlip.Spot(line: line, column: index + count + 1), 1, "＃")] : [colon]
    }
    if let index = word.firstIndex(where: { "：:；;=＝".unicodeScalars.contains($0) }), index > start {
      return [colon(index, 1, .exact)]
    }
    // `key = value`
    let behind = scan.scalars[word.endIndex..<scan.end].drop { $0 == " " }
    if let sign = behind.first, "：；;=＝".unicodeScalars.contains(sign) {
      return [colon(behind.startIndex, 1, .exact)]
    }
    return [colon(word.endIndex, 0, .guess)]
  }

  /// This and every further `: ` of the line as letters.
  private var furtherColons: Edits {
    let scan = lines[slip.stop.line]
    return scan.scalars.indices.dropFirst(slip.stop.column - 1).filter { index in
      scan.scalars[index] == ":" && (index + 1 >= scan.scalars.count || scan.scalars[index + 1] == " ")
    }.map { replace(GrammarSlip.Spot(line: slip.stop.line, column: $0 + 1), 1, "：") }
  }

  /// The braces of all readings on the line in their full-width form.
  private var readings: Edits {
    lines[slip.spot.line].readings.flatMap { [($0.lowerBound, "｛"), ($0.upperBound, "｝")] }.map {
      index, text in
      replace(GrammarSlip.Spot(line: slip.spot.line, column: index + 1), 1, text)
    }
  }

  /// Emphasis at the beginning of a text, with that at its end: neither alone means anything.
  private func wide(_ sign: Unicode.Scalar, from spot: GrammarSlip.Spot) -> Edits {
    let scan = lines[spot.line]
    let first = spot.column - 1
    guard scan.scalars[safe: first] == sign, scan.scalars[safe: first + 1] == sign else { return [] }
    return scan.scalars.indices[first...].filter { scan.scalars[$0] == sign }.map {
      replace(GrammarSlip.Spot(line: spot.line, column: $0 + 1), 1, "＊")
    }
  }

  /// A sign that means something to YAML in its full-width form, which means nothing.
  private var signs: [Edits] {
    guard let sign = lines[slip.spot.line].scalars[safe: slip.spot.column - 1],
      (0x21...0x7E).contains(sign.value), let wide = Unicode.Scalar(sign.value + 0xFEE0)
    else { return [] }
    return [[replace(slip.spot, 1, String(Character(wide)))]]
  }
}
