import Diagnostics
import Workshop

/// Finds what a user named among what a session holds.
enum Selection {
  /// The maps of these ids in the order of the file; all of them where none is named.
  static func maps(_ ids: [String], of session: Session, file: String) throws(Trouble) -> [TableMap] {
    if ids.isEmpty { return session.maps }
    let findings = ids.filter { id in !session.maps.contains { $0.id == id } }.map { id in
      unknown(
        code: "unknown-map", id, Phrase(ja: "地図", en: "map"), known: session.maps.map(\.id), file: file)
    }
    guard findings.isEmpty else { throw Trouble(findings) }
    return session.maps.filter { ids.contains($0.id) }
  }

  /// The scenarios of these names in the order they were named.
  static func scenarios(_ names: [String], of session: Session, file: String) throws(Trouble) -> [Scenario] {
    var scenarios: [Scenario] = []
    var findings: [Finding] = []
    for name in names {
      let isCalledSo = session.scenarios.contains { $0.name == name }
      if ["all", "すべて"].contains(name), !isCalledSo, !session.scenarios.isEmpty {
        scenarios += session.scenarios.filter { one in !scenarios.contains { $0.name == one.name } }
        continue
      }
      if let scenario = session.scenarios.first(where: { $0.name == name }) {
        scenarios.append(scenario)
      } else {
        findings.append(
          unknown(
            code: "unknown-scenario", name, Phrase(ja: "もしもの場合（scenarios）", en: "scenario"),
            known: session.scenarios.map(\.name), file: file))
      }
    }
    guard findings.isEmpty else { throw Trouble(findings) }
    return scenarios
  }

  /// Calendar years as years after the base year of `map`, 0 to 100. Those the file does not name are noted (once for
  /// maps that are alike): they can be reckoned like any other, but may be a slip.
  static func offsets(
    ofYears years: [Int], on map: TableMap, file: String, notes: inout [Finding]
  ) throws(Trouble) -> [Int] {
    let last = map.baseYear + 100
    let findings = years.filter { !(map.baseYear...last).contains($0) }.map { year in
      Finding(
        .error, code: "year-out-of-range", at: nil,
        Phrase(
          ja: "「\(file)」の地図 \(map.id) は \(map.baseYear)年のもので、\(year)年のことはわかりません（\(last)年まで）。",
          en:
            "Map \(map.id) in ‘\(file)’ was drawn in \(map.baseYear); nothing can be said of \(year) (only up to \(last))."
        ))
    }
    guard findings.isEmpty else { throw Trouble(findings) }
    let known = [map.baseYear] + map.horizons.sorted().map { map.baseYear + $0 }
    for year in years where !known.contains(year) {
      let list = known.map(String.init)
      let note = Finding(
        .note, code: "year-between", at: nil,
        Phrase(
          ja: "\(year)年は「\(file)」にある年（\(list.joined(separator: "、"))）ではありませんが、同じように計算しました。",
          en:
            "\(year) is not one of the years in ‘\(file)’ (\(list.joined(separator: ", "))); it was worked out like them."
        ))
      if !notes.contains(note) { notes.append(note) }
    }
    return years.map { $0 - map.baseYear }
  }

  /// "There is no map C in FILE", with what there is.
  static func unknown(code: String, _ name: String, _ kind: Phrase, known: [String], file: String) -> Finding
  {
    Finding(
      .error, code: code, at: nil,
      Phrase(
        ja: "「\(file)」に「\(name)」という\(kind.ja)はありません。", en: "There is no \(kind.en) ‘\(name)’ in ‘\(file)’."),
      hint: known.isEmpty
        ? Phrase(ja: "このファイルに\(kind.ja)は一つもありません。", en: "The file has no \(kind.en) at all.")
        : Phrase(
          ja: "あるのは: \(shortened(known, "、"))", en: "There are: \(shortened(known, ", "))"))
  }

  private static func shortened(_ names: [String], _ separator: String) -> String {
    names.prefix(20).joined(separator: separator) + (names.count > 20 ? separator + "…" : "")
  }
}
