import Diagnostics
import Workshop

/// Reads a table of rules.
struct RulesReader {
  let report: Report

  func rules(_ node: Node?) -> RuleChanges {
    guard let node,
      let fields = Fields<RuleKey>(node, what: Phrase(ja: "決まり", en: "the rules"), report: report)
    else { return RuleChanges() }
    var rules = RuleChanges(
      deceasedAt: threshold(fields[.deceasedAt], 1...120),
      childrenLeaveAt: threshold(fields[.childrenLeaveAt], 1...120),
      reletsRentedUnits: report.onOff(fields[.relet]),
      demolishedAfter: threshold(fields[.demolishedAfter], 1...100))
    rules.chance = ChanceReader(report: report).chances(fields[.chance])
    return rules
  }

  private func threshold(_ node: Node?, _ range: ClosedRange<Int>) -> Threshold? {
    guard let node else { return nil }
    if let text = node.text, Words.switches[text] == false { return .off }
    let what = Phrase(ja: "数か off", en: "a number or off")
    guard let value = report.integer(node, units: ["歳", "才", "年後", "年"], what: what) else { return nil }
    guard range.contains(value) else {
      report.error(
        .badValue, at: report.place(node),
        Phrase(
          ja: "\(range.lowerBound) から \(range.upperBound) までの数か off を書きます。",
          en: "Expected a number from \(range.lowerBound) to \(range.upperBound), or off."),
        hint: value == 0
          ? Phrase(ja: "この決まりを使わないなら off と書いてください。", en: "Write off if this rule is not to apply.") : nil)
      return nil
    }
    return .at(value)
  }
}
