import Diagnostics
import Workshop

/// Reads a table of rules.
struct RulesReader {
  let report: Report

  /// At which age people may be said to give up driving: above that from which they drive at all.
  static let drivingAges = Rules.drivesFrom + 1...120

  func rules(_ node: Node?) -> RuleChanges {
    guard let node,
      let fields = Fields<RuleKey>(node, what: Phrase(ja: "決まり", en: "the rules"), report: report)
    else { return RuleChanges() }
    var rules = RuleChanges(
      deceasedAt: threshold(fields[.deceasedAt], 1...120),
      childrenLeaveAt: threshold(fields[.childrenLeaveAt], 1...120),
      reletsRentedUnits: report.onOff(fields[.relet]),
      demolishedAfter: threshold(fields[.demolishedAfter], 1...100),
      drivesUntil: threshold(fields[.drivesUntil], Self.drivingAges))
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
        hint: hint(value, range))
      return nil
    }
    return .at(value)
  }

  private func hint(_ value: Int, _ range: ClosedRange<Int>) -> Phrase? {
    if value == 0 {
      return Phrase(ja: "この決まりを使わないなら off と書いてください。", en: "Write off if this rule is not to apply.")
    }
    guard range == Self.drivingAges, value < range.lowerBound else { return nil }
    return Phrase(
      ja: "\(Rules.drivesFrom)歳以上の人を車を運転できる人と数え、この歳になったらやめるとみなします。たとえば 80 と書きます。",
      en:
        "People of \(Rules.drivesFrom) or over count as able to drive, until they reach this age. Write 80, for example."
    )
  }
}
