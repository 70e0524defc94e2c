import Diagnostics
import Layout
import Projection
import SessionFile
import Workshop

/// What checking a file gave.
public struct CheckResult: Sendable {
  /// The file as the user named it.
  public var name: String
  /// Everything found, in the order of the file.
  public var findings: [Finding]
  /// Its text, to show the lines that findings speak of; nil where there is none.
  public var source: SourceText?
  /// The session; nil where there are errors.
  public var checked: CheckedSession?
  /// Whether the file could be read at all; where it could not, the finding names it.
  public var isRead = true

  /// Whether anything found is an error.
  public var hasErrors: Bool { findings.contains { $0.severity == .error } }
  /// Whether anything found is a warning.
  public var hasWarnings: Bool { findings.contains { $0.severity == .warning } }
}

/// Reads files and tells every slip in them.
public enum Checking {
  /// Reads and checks the file at `path`; `-` reads the standard input.
  public static func check(_ path: String) -> CheckResult { check(path, after: []) }

  /// The same, where the standard input was looked into to see what it holds.
  public static func check(_ path: String, after beginning: [UInt8]) -> CheckResult {
    let input: Input
    do throws(Trouble) {
      input = try InputReader.read(path, after: path == "-" ? beginning : [])
    } catch {
      return CheckResult(name: path, findings: error.findings, source: nil, checked: nil, isRead: false)
    }
    let name = input.isStandardInput ? "<stdin>" : input.name
    var result = SessionReader.read(bytes: input.bytes, file: name)
    if [".csv", ".tsv"].contains(where: name.lowercased().hasSuffix),
      result.findings.first?.code == "wrong-type"
    {
      result.findings[0].hint = Phrase(
        ja: "名簿なら、記録ファイルではないので tenken project \(name) や tenken render \(name) で見ます。",
        en: "A roster is no session file; see it with ‘tenken project \(name)’ or ‘tenken render \(name)’.")
    }
    let placed = result.session?.placingFamilies()
    return CheckResult(
      name: name, findings: result.findings + tooFewVacant(placed?.left ?? []), source: result.source,
      checked: placed.map { CheckedSession(input: input, session: $0.session, source: result.source) })
  }

  /// Families for whom no house is vacant, told where they are written.
  private static func tooFewVacant(_ left: [ComingFamily]) -> [Finding] {
    // A file may write a thousand families in one entry; they are alike but for the map, the year and the entry.
    var alike: [ComingFamily: Int] = [:]
    var inOrder: [ComingFamily] = []
    for var family in left {
      family.people = []
      alike[family, default: 0] += 1
      if alike[family] == 1 { inOrder.append(family) }
    }
    return inOrder.map { family in
      let count = alike[family] ?? 0
      return Finding(
        .warning, code: "too-few-vacant", at: family.place,
        Phrase(
          ja: "\(family.year)年に入れる空き家が足りないので、\(count)家族は来ないものとします。",
          en:
            "There are too few vacant houses in \(family.year); \(count == 1 ? "one family is" : "\(count) families are") taken not to come."
        ),
        hint: Phrase(
          ja: "前の年の終わりに空き家で、だれかが来ることも取り壊すことも書かれていない家に入ります。年か数を変えるか、「家」で入る家を書いてください。",
          en:
            "They take houses that are vacant at the end of the year before and of which nothing else is said. Change the year or the number, or name a house under houses."
        ))
    }
  }
}

extension CheckResult {
  /// The same with a warning for every line written for everybody that names a house or a person: public pages will be
  /// refused for it, and it is better known before.
  public func warningOfNames() -> CheckResult {
    guard let checked else { return self }
    var result = self
    // Words are gathered from every house; most files that are still being typed have no such lines yet.
    guard !PrivacyGate.remarks(of: checked.session).isEmpty else { return self }
    let ofMaps = Set(checked.session.maps.flatMap { $0.findings + $0.actions }.flatMap(\.wordings))
    let hits = PrivacyGate(for: checked.session).hitsInRemarks {
      PrintedWords.all(in: checked.session.language)
    }
    result.findings += hits.findings(checked) { $0.remark.map(ofMaps.contains) ?? false }.asWarnings
    return result
  }
}
