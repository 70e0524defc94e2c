import Diagnostics

/// What one line of YAML holds, as far as it can be told from the line alone.
struct LineScan {
  /// A bracket and where it stands, in scalars from 0.
  struct Bracket: Equatable {
    var sign: Unicode.Scalar
    var column: Int
  }

  let scalars: [Unicode.Scalar]
  /// How many blanks it begins with.
  let indent: Int
  /// Where its content begins behind the blanks and dashes.
  let content: Int
  /// The brackets that are open at its end, those of earlier lines included.
  private(set) var open: [Bracket]
  /// Where a quotation begins that does not end on the line.
  private(set) var openQuote: Int?
  /// Where the first `: ` of a table in block form is.
  private(set) var colon: Int?
  /// Where what counts ends: before a comment and trailing blanks.
  private(set) var end: Int

  init(_ line: String, open: [Bracket] = []) {
    scalars = Array(line.unicodeScalars)
    indent = scalars.prefix { $0 == " " }.count
    var start = indent
    if open.isEmpty {
      while start + 1 < scalars.count, scalars[start] == "-", scalars[start + 1] == " " {
        start += 1
        while start < scalars.count, scalars[start] == " " { start += 1 }
      }
      if start == scalars.count - 1, scalars[start] == "-" { start += 1 }
    }
    content = start
    self.open = open
    end = scalars.count
    scan()
    while end > 0, scalars[end - 1] == " " || scalars[end - 1] == "\t" { end -= 1 }
  }

  /// Nothing but blanks, or a comment.
  var isEmpty: Bool { end <= indent || scalars[indent] == "#" }
  /// Whether it begins with a dash and a blank.
  var isItem: Bool { indent < scalars.count && scalars[indent] == "-" && content > indent }
  /// The content up to the end.
  var text: ArraySlice<Unicode.Scalar> { content < end ? scalars[content..<end] : [] }

  /// Where readings stand, `{characters|reading}`, with their braces.
  var readings: [ClosedRange<Int>] {
    var found: [ClosedRange<Int>] = []
    var start: Int?
    var bars = 0
    for index in scalars.indices {
      switch scalars[index] {
      case "{": (start, bars) = (index, 0)
      case "|": bars += 1
      case ",", ":", "[", "]", "\"": start = nil
      case "}":
        if let first = start, bars == 1 { found.append(first...index) }
        start = nil
      default: break
      }
    }
    return found
  }

  private mutating func scan() {
    var index = content
    // Whether a value begins here, so that a quotation mark or a bracket is one.
    var isStart = true
    while index < scalars.count {
      let scalar = scalars[index]
      switch scalar {
      case " ", "\t": break
      case "#" where index == 0 || scalars[index - 1] == " ":
        end = index
        return
      case "\"" where isStart, "'" where isStart:
        guard let close = closing(scalar, from: index + 1) else {
          openQuote = index
          return
        }
        index = close
        isStart = false
      case "[" where isStart || !open.isEmpty, "{" where isStart || !open.isEmpty:
        open.append(Bracket(sign: scalar, column: index))
        isStart = true
      case "]" where !open.isEmpty, "}" where !open.isEmpty:
        open.removeLast()
        isStart = false
      case "," where !open.isEmpty: isStart = true
      case ":" where index + 1 >= scalars.count || scalars[index + 1] == " ":
        if open.isEmpty, colon == nil { colon = index }
        isStart = true
      default: isStart = false
      }
      index += 1
    }
  }

  private func closing(_ quote: Unicode.Scalar, from start: Int) -> Int? {
    var index = start
    while index < scalars.count {
      if quote == "\"", scalars[index] == "\\" {
        index += 2
        continue
      }
      if scalars[index] == quote {
        guard quote == "'", index + 1 < scalars.count, scalars[index + 1] == "'" else { return index }
        index += 1
      }
      index += 1
    }
    return nil
  }
}

/// The lines of a source, scanned as they are asked for.
struct ScannedLines {
  let source: SourceText

  /// The line of this number, from 1.
  subscript(number: Int) -> LineScan { LineScan(source.line(number) ?? "") }

  /// The nearest line before `number` that says something.
  func before(_ number: Int) -> Int? {
    var line = number - 1
    while line >= 1 {
      if !self[line].isEmpty { return line }
      line -= 1
    }
    return nil
  }

  /// The nearest line after `number` that says something.
  func after(_ number: Int) -> Int? {
    var line = number + 1
    while line <= source.lineCount {
      if !self[line].isEmpty { return line }
      line += 1
    }
    return nil
  }

  /// The lines that belong to line `number` by their indentation: those below it that are indented more, or, with
  /// `siblings`, as much.
  func block(_ number: Int, siblings: Bool = false) -> ClosedRange<Int> {
    let indent = self[number].indent
    var last = number
    var line = number + 1
    while line <= source.lineCount {
      let scan = self[line]
      if !scan.isEmpty {
        guard siblings ? scan.indent >= indent : scan.indent > indent else { break }
        last = line
      }
      line += 1
    }
    return number...last
  }

  /// The offset of the byte in this column, in scalars from 0.
  func offset(_ line: Int, _ column: Int) -> Int {
    let scan = (source.line(line) ?? "").unicodeScalars.prefix(column)
    return source.startOfLine(line) + String(String.UnicodeScalarView(scan)).utf8.count
  }

  /// The bytes of the line from this column on, without the line's end.
  func rest(_ line: Int, from column: Int) -> Range<Int> {
    let start = offset(line, column)
    return start..<max(start, source.startOfLine(line) + (source.line(line) ?? "").utf8.count)
  }
}
