import Diagnostics

/// A table on a terminal: labels at the left, then numbers that stand under one another, each with its range after it.
struct TextTable {
  /// A number and what is said after it.
  struct Cell {
    var number: String
    var range = ""
  }

  /// What stands above each column of numbers.
  var heads: [String]
  /// A label and its cells.
  var rows: [(label: String, cells: [Cell])]

  /// The lines of the table, at least two spaces between columns.
  var lines: [String] {
    let first = rows.map { TextColumns.width(of: $0.label) }.max() ?? 0
    let numbers = heads.indices.map { column in
      ([heads[column]] + cells(column).map(\.number)).map { TextColumns.width(of: $0) }.max() ?? 0
    }
    let ranges = heads.indices.map { column in
      cells(column).map { TextColumns.width(of: $0.range) }.max() ?? 0
    }
    return ([("", heads.map { Cell(number: $0) })] + rows).map { label, cells in
      var line = TextColumns.padded(label, to: first)
      for (column, cell) in cells.enumerated() where heads.indices.contains(column) {
        line += "  " + TextColumns.padded(cell.number, to: numbers[column], trailing: true)
        line += TextColumns.padded(cell.range, to: ranges[column])
      }
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  private func cells(_ column: Int) -> [Cell] {
    rows.compactMap { $0.cells.indices.contains(column) ? $0.cells[column] : nil }
  }
}
