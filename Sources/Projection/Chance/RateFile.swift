import Diagnostics
import Workshop

/// A file of rates: lines of text divided by commas, after a head of lines that begin with `#` and say where the
/// numbers come from.
public struct RateFile: Sendable, Hashable {
  /// `# source: …` and the like: what the numbers are and where they come from, in the order of the file.
  public var head: [String]
  /// The rows, keyed by the names of the columns.
  var rows: [[String: String]]

  /// What is wrong with a file of rates.
  public struct Trouble: Error, Sendable, Hashable {
    /// The line, from 1.
    public var line: Int
    /// What is wrong.
    public var message: Phrase
  }

  /// Reads the text of a file.
  ///
  /// - Throws: ``Trouble`` where a line has not as many parts as the first line has names, or there is no such line.
  public init(_ text: String) throws(Trouble) {
    head = []
    rows = []
    var columns: [String] = []
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      if line.isEmpty { continue }
      if line.hasPrefix("#") {
        head.append(String(line.drop { $0 == "#" || $0 == " " }))
        continue
      }
      let parts = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      if columns.isEmpty {
        columns = parts
        continue
      }
      guard parts.count == columns.count else {
        throw Trouble(
          line: index + 1,
          message: Phrase(
            ja: "この行には値が\(parts.count)個ありますが、見出しは\(columns.count)個です。",
            en: "This line has \(parts.count) values, but there are \(columns.count) column names."))
      }
      rows.append(
        Dictionary(zip(columns, parts), uniquingKeysWith: { first, _ in first }).merging(
          ["line": String(index + 1)], uniquingKeysWith: { own, _ in own }))
    }
    if rows.isEmpty {
      throw Trouble(line: 1, message: Phrase(ja: "率が一つも書かれていません。", en: "There is no rate in it."))
    }
  }

  /// The chance in a row: 0…1.
  private func chance(_ row: [String: String]) throws(Trouble) -> Double {
    guard let text = row["chance"], let value = Double(text), (0...1).contains(value) else {
      throw trouble(row, "chance", Phrase(ja: "0から1までの数", en: "a number from 0 to 1"))
    }
    return value
  }

  private func age(_ row: [String: String], _ column: String) throws(Trouble) -> Int {
    guard let text = row[column], let value = Int(text), (0...130).contains(value) else {
      throw trouble(row, column, Phrase(ja: "0から130までの歳", en: "an age from 0 to 130"))
    }
    return value
  }

  private func trouble(_ row: [String: String], _ column: String, _ expected: Phrase) -> Trouble {
    let found = row[column] ?? ""
    return Trouble(
      line: row["line"].flatMap { Int($0) } ?? 1,
      message: Phrase(
        ja: "\(column) には\(expected.ja)を書いてください（いまは「\(found)」）。",
        en: "\(column) must be \(expected.en), not “\(found)”."))
  }

  /// Chances by sex and single year of age (columns `sex`, `age`, `chance`), such as a life table's: of somebody
  /// of age x, in the year in which they would turn x + 1.
  ///
  /// - Throws: ``Trouble`` where a value is not what it should be, or an age is missing.
  public func lifeTable() throws(Trouble) -> Hazard {
    var tables: [String: [Double]] = ["male": [], "female": []]
    for row in rows {
      let (sex, age, chance) = (row["sex"] ?? "", try age(row, "age"), try chance(row))
      guard let known = tables[sex] else {
        throw trouble(row, "sex", Phrase(ja: "male か female", en: "male or female"))
      }
      guard known.count == age else {
        throw trouble(row, "age", Phrase(ja: "0から一歳ずつ順に歳", en: "the next age, one after another from 0"))
      }
      tables[sex, default: []].append(chance)
    }
    // Asked in the year at whose end they are `age`, the engine wants the chance of age - 1.
    func shifted(_ table: [Double]) -> [Double] { [table.first ?? 0] + table }
    return .table(male: shifted(tables["male"] ?? []), female: shifted(tables["female"] ?? []))
  }

  /// Chances by sex and range of ages (columns `sex`, `from`, `to`, `chance`), as of the end of the year; 0 elsewhere.
  ///
  /// - Throws: ``Trouble`` where a value is not what it should be.
  public func ageGroups() throws(Trouble) -> Hazard {
    // One more than the highest age holds the 0 of everybody older.
    var tables = ["male": [Double](repeating: 0, count: 132), "female": [Double](repeating: 0, count: 132)]
    for row in rows {
      let (sex, from, to, chance) = (
        row["sex"] ?? "", try age(row, "from"), try age(row, "to"), try chance(row)
      )
      guard var table = tables[sex] else {
        throw trouble(row, "sex", Phrase(ja: "male か female", en: "male or female"))
      }
      for age in stride(from: from, through: to, by: 1) { table[age] = chance }
      tables[sex] = table
    }
    return .table(male: tables["male"] ?? [], female: tables["female"] ?? [])
  }

  /// The chance of a kind (columns `kind`, `chance`).
  ///
  /// - Throws: ``Trouble`` where it is missing or not a chance.
  public func chance(of kind: String) throws(Trouble) -> Double {
    guard let row = rows.first(where: { $0["kind"] == kind }) else {
      throw Trouble(
        line: 1, message: Phrase(ja: "\(kind) の率が書かれていません。", en: "There is no rate for \(kind)."))
    }
    return try chance(row)
  }
}
