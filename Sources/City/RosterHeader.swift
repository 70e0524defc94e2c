import Diagnostics

/// Which column of a file is which.
struct RosterHeader {
  /// For each column of a roster its place in the file.
  private(set) var places: [RosterColumn: Int] = [:]
  /// How many columns the file has.
  let count: Int
  private var unknown: [Int] = []
  private var doubled: [Int] = []
  private let names: [String]

  private static let columns: [String: RosterColumn] = {
    var columns: [String: RosterColumn] = [:]
    for column in RosterColumn.allCases {
      for name in column.names { columns[name] = column }
    }
    return columns
  }()

  /// Reads the names of the columns.
  init(_ names: [String]) {
    self.names = names
    count = names.count
    for (place, name) in names.enumerated() {
      let folded = RosterWords.folded(name)
      if folded.isEmpty { continue }
      guard let column = Self.columns[folded] else {
        unknown.append(place)
        continue
      }
      if places[column] == nil { places[column] = place } else { doubled.append(place) }
    }
  }

  /// Whether a text begins as a roster does: with a line that names houses and people.
  static func isRoster(_ bytes: [UInt8]) -> Bool {
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    let line = String(decoding: body.prefix { $0 != 0x0A && $0 != 0x0D }, as: UTF8.self)
    let names = line.split(whereSeparator: { ",\t;".contains($0) }).map { name in
      RosterWords.folded(String(name).replacing("\"", with: ""))
    }
    let found = Set(names.compactMap { columns[$0] })
    return found.contains(.house) && (found.contains(.age) || found.contains(.born))
  }

  /// What stands between fields: whatever there is most of in the first line.
  static func separator(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> UInt8 {
    var (commas, tabs, semicolons) = (0, 0, 0)
    for byte in bytes[min(start, bytes.count)...] {
      switch byte {
      case 0x2C: commas += 1
      case 0x09: tabs += 1
      case 0x3B: semicolons += 1
      case 0x0A, 0x0D: return tabs > commas ? 0x09 : semicolons > commas ? 0x3B : 0x2C
      default: break
      }
    }
    return tabs > commas ? 0x09 : semicolons > commas ? 0x3B : 0x2C
  }

  static let advice = Phrase(
    ja: "一行目に 家,地区,性別,年齢,続柄 のような見出しを書きます（tenken help project を見てください）。",
    en: "The first line names the columns: house,district,sex,age,relation (see ‘tenken help project’).")

  private var missing: [Phrase] {
    var missing = [RosterColumn.house, .district, .sex].filter { places[$0] == nil }.map(\.label)
    if places[.age] == nil && places[.born] == nil {
      missing.append(Phrase(ja: "年齢（または 生年）", en: "age (or birth-year)"))
    }
    if places[.relation] == nil { missing.append(RosterColumn.relation.label) }
    return missing
  }

  /// Whether a roster can be made.
  func isComplete(baseYear: Int?) -> Bool {
    missing.isEmpty && doubled.isEmpty && (baseYear != nil || places[.baseYear] != nil)
  }

  /// What is to be said of the columns.
  func findings(_ record: RosterRecord, _ fields: [RecordScanner.Field], file: String, baseYear: Int?)
    -> [Finding]
  {
    var findings: [Finding] = []
    if !missing.isEmpty {
      let list = Phrase(
        ja: missing.map { "「\($0.ja)」" }.joined(), en: missing.map { "“\($0.en)”" }.joined(separator: ", "))
      findings.append(
        Finding(
          .error, code: "roster-column-missing", at: record.place(of: record.start, in: file),
          Phrase(ja: "名簿に\(list.ja)の列がありません。", en: "The roster has no column \(list.en)."),
          hint: Self.advice))
    }
    for place in doubled {
      findings.append(
        Finding(
          .error, code: "roster-column-twice", at: record.place(of: fields[place].start, in: file),
          Phrase(
            ja: "「\(names[place])」と同じ意味の列が、もう一つあります。",
            en: "Another column says the same as “\(names[place])”.")))
    }
    for place in unknown {
      findings.append(
        Finding(
          .note, code: "roster-column-unused", at: record.place(of: fields[place].start, in: file),
          Phrase(ja: "列「\(names[place])」は使いません。", en: "The column “\(names[place])” is not used.")))
    }
    if baseYear == nil && places[.baseYear] == nil {
      findings.append(
        Finding(
          .error, code: "roster-base-year", at: record.place(of: record.start, in: file),
          Phrase(ja: "何年の名簿か分かりません。", en: "It is not known of which year the roster is."),
          hint: Phrase(
            ja: "--base-year 2025 のように指定するか、「基準年」の列を加えてください。",
            en: "Say --base-year 2025, or add a column “base-year”.")))
    }
    return findings
  }
}

extension RosterReader {
  /// Whether a file begins as a roster does, whatever its name.
  public static func isRoster(beginning bytes: [UInt8]) -> Bool { RosterHeader.isRoster(bytes) }
}
