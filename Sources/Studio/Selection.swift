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
