import Diagnostics
import Workshop

/// A file of rates: lines of text divided by commas, after a head of lines that begin with `#` and say where the
/// numbers come from.
///
/// Names of columns and words may be English or Japanese, for users' own files come out of spreadsheets.
public struct RateFile: Sendable, Hashable {
  /// `# source: …` and the like: what the numbers are and where they come from, in the order of the file.
  public var head: [String]
  /// The rows below the names of the columns.
  private var rows: [Row]
  /// The line that names the columns.
  private var namesLine = 1
  private var columns: Set<Column>
  /// A fingerprint of the text.
  let digest: UInt64

  /// What is wrong with a file of rates.
  public struct Trouble: Error, Sendable, Hashable {
    /// The line, from 1.
    public var line: Int
    /// The column in characters, from 1.
    public var column = 1
    /// How many characters are meant; 0 for the whole line.
    public var length = 0
    /// What is wrong.
    public var message: Phrase
  }

  /// The columns there may be, by all their names.
  private enum Column: String, Sendable, CaseIterable {
    case sex, age, from, to, chance, kind

    var names: [String] {
      switch self {
      case .sex: [rawValue, "性別"]
      case .age: [rawValue, "年齢", "歳"]
      case .from: [rawValue, "から", "以上"]
      case .to: [rawValue, "まで", "以下"]
      case .chance: [rawValue, "確率", "率"]
      case .kind: [rawValue, "種類"]
      }
    }

    init?(named name: String) {
      let word = name.lowercased()
      guard let column = Self.allCases.first(where: { $0.names.contains(word) }) else { return nil }
      self = column
    }
  }

  /// What stands between two commas, without blanks and quotes around it.
  private struct Cell: Sendable, Hashable {
    var text: String
    /// In characters, from 1.
    var column: Int
  }

  private struct Row: Sendable, Hashable {
    var line: Int
    var cells: [Column: Cell]
  }

  /// Reads the text of a file.
  ///
  /// - Throws: ``Trouble`` where a line has not as many parts as the first line has names, or there is no such line.
  public init(_ text: String) throws(Trouble) {
    head = []
    rows = []
    columns = []
    digest = Drawn.name(of: text, in: "rates")
    var names: [Column?] = []
    var separator: Character = ","
    let body = text.first == "\u{FEFF}" ? text.dropFirst() : text[...]
    for (index, line) in body.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      if line.allSatisfy({ $0.isWhitespace || $0 == separator }) { continue }
      if line.hasPrefix("#") || line.hasPrefix("\"#") {
        head.append(
          String(line.drop { "#\" ".contains($0) }.reversed().drop { ",\" ".contains($0) }.reversed()))
        continue
      }
      if names.isEmpty {
        separator = [",", "\t", ";"].first { line.contains($0) } ?? ","
        names = Self.cells(line, separator).map { Column(named: $0.text) }
        namesLine = index + 1
        columns = Set(names.compactMap { $0 })
        continue
      }
      let cells = Self.cells(line, separator)
      guard cells.count == names.count else {
        throw Trouble(
          line: index + 1,
          message: Phrase(
            ja: "この行には値が\(cells.count)個ありますが、見出しは\(names.count)個です。",
            en: "This line has \(cells.count) values, but there are \(names.count) column names."))
      }
      var row = Row(line: index + 1, cells: [:])
      for (name, cell) in zip(names, cells) {
        if let name, row.cells[name] == nil { row.cells[name] = cell }
      }
      rows.append(row)
    }
    if rows.isEmpty {
      throw Trouble(line: 1, message: Phrase(ja: "率が一つも書かれていません。", en: "There is no rate in it."))
    }
  }

  private static func cells(_ line: Substring, _ separator: Character) -> [Cell] {
    var cells: [Cell] = []
    var column = 1
    for part in line.split(separator: separator, omittingEmptySubsequences: false) {
      let blank = part.prefix { $0.isWhitespace || $0 == "\"" }
      var text = part.dropFirst(blank.count)
      while let last = text.last, last.isWhitespace || last == "\"" { text.removeLast() }
      cells.append(Cell(text: String(text), column: column + blank.count))
      column += part.count + 1
    }
    return cells
  }

  /// Whether its rows name single ages.
  public var hasSingleAges: Bool { columns.contains(.age) }

  /// What the source is called in a sentence: `# name: 令和6年簡易生命表 / Abridged Life Table`; nil where the head does not
  /// say. Without a stroke it reads the same in both languages.
  public var sourceName: Phrase? {
    guard let line = head.first(where: { $0.hasPrefix("name:") }) else { return nil }
    let text = line.dropFirst("name:".count).drop(while: \.isWhitespace)
    guard let stroke = text.firstRange(of: " / ") else {
      return text.isEmpty ? nil : Phrase(verbatim: String(text))
    }
    return Phrase(ja: String(text[..<stroke.lowerBound]), en: String(text[stroke.upperBound...]))
  }

  // MARK: - Values

  private func cell(_ row: Row, _ column: Column) throws(Trouble) -> Cell {
    if let cell = row.cells[column] { return cell }
    throw Trouble(
      line: namesLine,
      message: Phrase(
        ja: "「\(column.rawValue)」という見出しの列がありません。", en: "There is no column called “\(column.rawValue)”."))
  }

  /// The chance in a row: 0…1.
  private func chance(_ row: Row) throws(Trouble) -> Double {
    let cell = try cell(row, .chance)
    guard let value = Double(cell.text), (0...1).contains(value) else {
      throw trouble(row, cell, .chance, Phrase(ja: "0から1までの数", en: "a number from 0 to 1"))
    }
    return value
  }

  private func age(_ row: Row, _ column: Column) throws(Trouble) -> Int {
    let cell = try cell(row, column)
    guard let value = Int(cell.text), (0...130).contains(value) else {
      throw trouble(row, cell, column, Phrase(ja: "0から130までの歳", en: "an age from 0 to 130"))
    }
    return value
  }

  /// The sexes a row holds for: both where there is no such column.
  private func sexes(_ row: Row) throws(Trouble) -> [Sex] {
    guard columns.contains(.sex) else { return [.male, .female] }
    let cell = try cell(row, .sex)
    switch cell.text.lowercased() {
    case "male", "m", "男", "男性": return [.male]
    case "female", "f", "女", "女性": return [.female]
    case "both", "男女": return [.male, .female]
    default: throw trouble(row, cell, .sex, Phrase(ja: "male(男)か female(女)", en: "male or female"))
    }
  }

  private func trouble(_ row: Row, _ cell: Cell, _ column: Column, _ expected: Phrase) -> Trouble {
    Trouble(
      line: row.line, column: cell.column, length: cell.text.count,
      message: Phrase(
        ja: "\(column.rawValue) には\(expected.ja)を書いてください（いまは「\(cell.text)」）。",
        en: "\(column.rawValue) must be \(expected.en), not “\(cell.text)”."))
  }

  // MARK: - Tables

  /// Chances by sex and single year of age (columns `sex`, `age`, `chance`), such as a life table's: of somebody
  /// of age x, in the year in which they would turn x + 1.
  ///
  /// - Throws: ``Trouble`` where a value is not what it should be, or an age is missing.
  public func lifeTable() throws(Trouble) -> Hazard {
    var tables: [Sex: [Double]] = [.male: [], .female: []]
    for row in rows {
      let (age, chance) = (try age(row, .age), try chance(row))
      for sex in try sexes(row) {
        guard tables[sex]?.count == age else {
          let cell = try cell(row, .age)
          throw trouble(
            row, cell, .age, Phrase(ja: "0から一歳ずつ順に歳", en: "the next age, one after another from 0"))
        }
        tables[sex, default: []].append(chance)
      }
    }
    // Asked in the year at whose end they are `age`, the engine wants the chance of age - 1.
    func shifted(_ table: [Double]) -> [Double] { [table.first ?? 0] + table }
    return .table(male: shifted(tables[.male] ?? []), female: shifted(tables[.female] ?? []))
  }

  /// Chances by sex and range of ages (columns `sex`, `from`, `to`, `chance`) or by single ages (`sex`, `age`, `chance`), as
  /// of the end of the year; 0 elsewhere.
  ///
  /// - Throws: ``Trouble`` where a value is not what it should be, or two rows hold for one age.
  public func ageGroups() throws(Trouble) -> Hazard {
    // One more than the highest age holds that of everybody older.
    let none = [Double?](repeating: nil, count: 132)
    var tables = [Sex.male: none, .female: none]
    for row in rows {
      let first: Column = hasSingleAges ? .age : .from
      let from = try age(row, first)
      let to = hasSingleAges ? from : try age(row, .to)
      let chance = try chance(row)
      guard from <= to else {
        throw trouble(row, try cell(row, .to), .to, Phrase(ja: "from 以上の歳", en: "no lower than from"))
      }
      for sex in try sexes(row) {
        for age in from...(to >= 120 ? 131 : to) {
          guard tables[sex]?[age] == nil else {
            throw trouble(
              row, try cell(row, first), first,
              Phrase(ja: "上の行と重ならない歳", en: "an age that no row above holds for"))
          }
          tables[sex]?[age] = chance
        }
      }
    }
    func table(_ sex: Sex) -> [Double] { (tables[sex] ?? none).map { $0 ?? 0 } }
    return .table(male: table(.male), female: table(.female))
  }

  /// The chance of a kind (columns `kind`, `chance`).
  ///
  /// - Throws: ``Trouble`` where it is missing or not a chance.
  public func chance(of kind: String) throws(Trouble) -> Double {
    guard let row = rows.first(where: { $0.cells[.kind]?.text == kind }) else {
      throw Trouble(
        line: 1, message: Phrase(ja: "\(kind) の率が書かれていません。", en: "There is no rate for \(kind)."))
    }
    return try chance(row)
  }
}
