import Diagnostics
import Workshop

/// Finds where a session file says something that was written to be read by everybody.
///
/// What describes houses and people is passed over, for there the same words may stand and are in their place; so are
/// notes, the staff, and who leads an item of the timetable.
public struct PublicLines {
  private let root: Node
  private let report: Report

  /// Reads the file once more; nil where it cannot be read.
  public init?(_ source: SourceText) {
    var recovery = GrammarRecovery(report: Report(source: source))
    guard let (root, report) = recovery.compose() else { return nil }
    self.root = root
    self.report = report
  }

  /// The place of a line, or of the first text that holds it; nil where there is none. What was written as several
  /// texts, as a title of two lines is, is found by the first of them.
  public func place(of line: String) -> Place? {
    if let place = placeOfWhole(line) { return place }
    let parts = line.split(whereSeparator: \.isNewline).map { String($0).trimmed }.filter { !$0.isEmpty }
    guard parts.count > 1 else { return nil }
    return parts.lazy.compactMap(placeOfWhole).first
  }

  private func placeOfWhole(_ line: String) -> Place? {
    var found: (node: Node, isWhole: Bool)?
    search(root) { node in
      guard found?.isWhole != true, let text = node.text else { return }
      if Self.says(text, { $0.trimmed == line }) {
        found = (node, true)
      } else if found == nil, Self.says(text, { $0.contains(line) }) {
        found = (node, false)
      }
    }
    guard let found else { return nil }
    return found.isWhole ? report.place(found.node) : lineOf(found.node, line)
  }

  /// In a text of several lines, the line itself.
  private func lineOf(_ node: Node, _ line: String) -> Place {
    for number in node.line...max(node.line, report.source.lineCount) {
      guard let text = report.source.line(number), let range = text.range(of: line) else { continue }
      let column = number == node.line ? max(node.column, 1) : 1
      let start = text.distance(from: text.startIndex, to: range.lowerBound) + 1
      guard start >= column else { continue }
      return Place(file: report.source.file, line: number, column: start, length: line.count)
    }
    return report.place(node)
  }

  /// Whether a text, or what is printed of it, is meant.
  private static func says(_ text: String, _ isMeant: (String) -> Bool) -> Bool {
    if isMeant(text) { return true }
    guard text.contains("*") || text.contains("{"), let rich = try? RichText(markup: text) else {
      return false
    }
    return rich.wordings.contains(where: isMeant)
  }

  private func search(_ node: Node, _ visit: (Node) -> Void) {
    switch node.content {
    case .null: break
    case .scalar: visit(node)
    case .list(let nodes): for node in nodes { search(node, visit) }
    case .table(let entries):
      for entry in entries {
        if let key = entry.key.text, Self.private.contains(key.trimmed.lowercased()) { continue }
        // Counts are written under the words that they count.
        visit(entry.key)
        search(entry.value, visit)
      }
    }
  }

  private static let `private`: Set<String> = {
    let keys: [any FormatKey] = [
      MapKey.houses, MapKey.along, MapKey.notes, SessionKey.staff, TimetableItemKey.lead, HouseKey.people,
    ]
    return Set(keys.flatMap(\.names).map { $0.lowercased() })
  }()
}
