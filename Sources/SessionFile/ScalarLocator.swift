import Diagnostics

/// Finds the place in the source of a piece of a scalar's text: YAML tells only where a scalar begins, and quotes,
/// escapes and line ends lie between that and the word that is meant.
struct ScalarLocator {
  let source: SourceText
  let node: Node

  /// The place of the node: a scalar's text on its first line, else the rest of the line it begins on.
  func whole() -> Place {
    let line = scalars(node.line)
    let start = afterProperties(line)
    if let text = node.text, node.style == .plain {
      let first = text.unicodeScalars.prefix { $0 != "\n" }
      if matches(first.count, of: Array(first), in: line, at: start) {
        return place(node.line, start, first.count)
      }
    }
    if let text = node.text, text.isEmpty, node.style == .singleQuoted || node.style == .doubleQuoted {
      return place(node.line, start, min(2, line.count - start))
    }
    if let text = node.text, node.style == .singleQuoted || node.style == .doubleQuoted,
      let last = position(of: text.unicodeScalars.count - 1, in: Array(text.unicodeScalars)),
      last.line == node.line, last.column < line.count
    {
      // From quote to quote.
      return place(node.line, start, last.column + 1 + width(in: line, at: last.column) - start)
    }
    return place(node.line, start, bracketed(line, from: start) ?? restOfLine(line, from: start))
  }

  /// How long a list or table in brackets is that ends on its line.
  private func bracketed(_ line: [Unicode.Scalar], from start: Int) -> Int? {
    guard node.text == nil, line[safe: start] == "[" || line[safe: start] == "{" else { return nil }
    var depth = 0
    var quote: Unicode.Scalar?
    for index in start..<line.count {
      switch line[index] {
      case let scalar where quote != nil: if scalar == quote { quote = nil }
      case "\"", "'": quote = line[index]
      case "[", "{": depth += 1
      case "]", "}":
        depth -= 1
        if depth == 0 { return index - start + 1 }
      default: continue
      }
    }
    return nil
  }

  /// The place of the scalars `range` of the node's text, where it can be told.
  func find(_ range: Range<Int>) -> Place? {
    guard let text = node.text, let start = position(of: range.lowerBound, in: Array(text.unicodeScalars)),
      let last = range.isEmpty
        ? start : position(of: range.upperBound - 1, in: Array(text.unicodeScalars))
    else { return nil }
    let length =
      start.line == last.line
      ? (range.isEmpty ? 0 : last.column - start.column + 1)
      : restOfLine(scalars(start.line), from: start.column)
    return place(start.line, start.column, length)
  }

  // MARK: - Walking the source

  /// A position in the source: the line from 1, the column in scalars from 0.
  private struct Position {
    var line: Int
    var column: Int
  }

  private func position(of index: Int, in text: [Unicode.Scalar]) -> Position? {
    guard node.style != .block else { return nil }
    let head = scalars(node.line)
    var at = Position(line: node.line, column: afterProperties(head))
    if node.style != .plain { at.column += 1 }
    var line = head
    var done = 0
    while done <= index {
      if at.column >= line.count || (text[safe: done] != line[at.column] && isBlankRest(line, at.column)) {
        // Folding: a line end stands for a space, or for one line end fewer than there are.
        guard done < text.count, text[done] == " " || text[done] == "\n" else { return nil }
        if done == index { return at }
        var breaks = 0
        repeat {
          at.line += 1
          guard at.line <= source.lineCount else { return nil }
          line = scalars(at.line)
          breaks += 1
        } while isBlankRest(line, 0)
        at.column = line.firstIndex { $0 != " " && $0 != "\t" } ?? 0
        done += max(1, breaks - 1)
        continue
      }
      let width = self.width(in: line, at: at.column)
      if done == index { return at }
      guard done < text.count, width > 1 || text[done] == line[at.column] else { return nil }
      at.column += width
      done += 1
    }
    return nil
  }

  /// How many scalars of the source stand for the next one of the text.
  private func width(in line: [Unicode.Scalar], at column: Int) -> Int {
    switch (node.style, line[column]) {
    case (.singleQuoted, "'"): return 2
    case (.doubleQuoted, "\\"):
      switch line[safe: column + 1] {
      case "x": return 4
      case "u": return 6
      case "U": return 10
      default: return 2
      }
    default: return 1
    }
  }

  private func isBlankRest(_ line: [Unicode.Scalar], _ column: Int) -> Bool {
    line.dropFirst(column).allSatisfy { $0 == " " || $0 == "\t" }
  }

  /// Where the value begins behind its anchor and tag.
  private func afterProperties(_ line: [Unicode.Scalar]) -> Int {
    var column = min(max(0, node.column - 1), line.count)
    while let first = line[safe: column], first == "&" || first == "!" {
      var end = column
      while let scalar = line[safe: end], scalar != " " { end += 1 }
      while line[safe: end] == " " { end += 1 }
      guard end < line.count else { break }
      column = end
    }
    return column
  }

  private func matches(_ count: Int, of text: [Unicode.Scalar], in line: [Unicode.Scalar], at column: Int)
    -> Bool
  {
    column + count <= line.count && line[column..<column + count].elementsEqual(text)
  }

  private func restOfLine(_ line: [Unicode.Scalar], from column: Int) -> Int {
    var end = line.count
    if column < line.count {
      // A comment begins at a # after a space.
      for index in line.indices.dropFirst(column + 1) where line[index] == "#" && line[index - 1] == " " {
        end = index
        break
      }
    }
    while end > column, line[end - 1] == " " || line[end - 1] == "\t" { end -= 1 }
    return max(0, end - column)
  }

  private func scalars(_ line: Int) -> [Unicode.Scalar] { Array((source.line(line) ?? "").unicodeScalars) }

  private func place(_ line: Int, _ column: Int, _ length: Int) -> Place {
    source.place(line: line, scalarColumn: column + 1, scalarLength: length)
  }
}

extension Collection {
  /// The element at `index`, or nil where there is none.
  subscript(safe index: Index) -> Element? { indices.contains(index) ? self[index] : nil }
}
