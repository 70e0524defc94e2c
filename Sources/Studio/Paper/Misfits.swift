import Diagnostics
import Layout
import SessionFile

extension Newsletter.Result {
  /// Its findings, those that speak of words of the session with the line where they were written.
  func placed(in checked: CheckedSession) -> [Finding] {
    guard words.values.contains(where: { !$0.isEmpty }) else { return findings }
    let lines = checked.source.flatMap { PublicLines($0) }
    return findings.map { finding in
      guard let words = words[finding], !words.isEmpty else { return finding }
      var finding = finding
      finding.place = lines?.place(of: words) ?? finding.place
      return finding
    }
  }
}
