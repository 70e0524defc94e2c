import Foundation

/// What a picture is called as a file, without its ending.
///
/// Names are made from map ids and years alone (and a scenario's name where one is drawn), so that whoever sees a folder
/// can tell what is what, and so that nothing else of the session gets into a name.
public enum PictureNames {
  /// The parts of a name.
  public struct Parts: Sendable, Hashable {
    /// The map's id, or nil for all maps together.
    public var map: String?
    /// The scenario, where it is not the base case.
    public var scenario: String?
    /// The calendar year; nil for the series and for all years together.
    public var year: Int?
    /// What kind of picture it is, where it is no map by the workshop's rules: `chance`, `fan`.
    public var kind: String?
    /// Whether it is the series.
    public var isSeries: Bool
    /// Whether it holds everything and is for the table only.
    public var isForTable: Bool

    /// The parts of one name.
    public init(
      map: String?, scenario: String?, year: Int?, kind: String? = nil, isSeries: Bool, isForTable: Bool
    ) {
      self.kind = kind
      self.map = map
      self.scenario = scenario
      self.year = year
      self.isSeries = isSeries
      self.isForTable = isForTable
    }
  }

  /// `B-2033`, `B-戻ってくる-series-table`, `maps`.
  public static func name(_ parts: Parts) -> String {
    var words = [parts.map.map(safe) ?? "maps"]
    if let scenario = parts.scenario { words.append(safe(scenario)) }
    if let kind = parts.kind { words.append(safe(kind)) }
    if let year = parts.year { words.append(String(year)) }
    if parts.isSeries { words.append("series") }
    if parts.isForTable { words.append("table") }
    return words.joined(separator: "-")
  }

  /// `text` as a part of a file's name on every system: no separators, no characters that Windows refuses, not hidden,
  /// not too long.
  public static func safe(_ text: String) -> String {
    var name = ""
    for character in text.precomposedStringWithCanonicalMapping {
      let isRefused =
        character.isWhitespace || "/\\:*?\"<>|".contains(character)
        || character.unicodeScalars.contains {
          $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) || $0.properties.generalCategory == .format
        }
      name.append(isRefused ? "_" : character)
      if name.utf8.count > longest {
        name.removeLast()
        break
      }
    }
    // A leading dot hides a file, a leading hyphen looks like an option, a trailing dot is lost on Windows.
    if name.first == "." || name.first == "-" { name = "_" + name.dropFirst() }
    while name.last == "." { name.removeLast() }
    if name.isEmpty { return "_" }
    return reserved.contains(name.lowercased()) ? name + "_" : name
  }

  /// `names`, later ones numbered (`B-2.svg`) where a system that takes `b` and `B` for the same would mix them up.
  public static func unique(_ names: [String]) -> [String] {
    var taken: Set<String> = []
    return names.map { name in
      let dot = name.lastIndex(of: ".").flatMap { dot in
        OutputFormat(rawValue: String(name[name.index(after: dot)...])) == nil ? nil : dot
      }
      let end = dot ?? name.endIndex
      var candidate = name
      var number = 2
      while !taken.insert(candidate.lowercased()).inserted {
        candidate = "\(name[..<end])-\(number)\(name[end...])"
        number += 1
      }
      return candidate
    }
  }

  private static let longest = 80
  private static let reserved: Set<String> = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
    "lpt1",
    "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
  ]
}
