import Diagnostics
import Workshop

/// Reads the timetable.
struct TimetableReader {
  let report: Report

  func timetable(_ node: Node?) -> Timetable? {
    guard let node,
      let fields = Fields<TimetableKey>(node, what: Phrase(ja: "時間割", en: "the timetable"), report: report)
    else { return nil }
    var runs: [ClockTime] = []
    if let starts = fields[.runs] {
      let nodes = if case .list(let list) = starts.content { list } else { [starts] }
      runs = nodes.compactMap(clock)
      if nodes.isEmpty { report.tellBadValue(starts, Phrase(ja: "始まる時刻", en: "a time of day")) }
    }
    let items = (fields[.items].map(list) ?? []).compactMap(item)
    guard !runs.isEmpty else { return nil }
    let timetable = Timetable(runs: runs, items: items)
    if let node = fields[.runs] { checkRuns(timetable, node) }
    return timetable
  }

  /// Runs that begin before the one before them has ended.
  private func checkRuns(_ timetable: Timetable, _ node: Node) {
    let nodes = if case .list(let list) = node.content { list } else { [node] }
    guard nodes.count == timetable.runs.count else { return }
    for index in timetable.runs.indices.dropFirst() {
      let (before, run) = (timetable.runs[index - 1], timetable.runs[index])
      let message: Phrase
      if run == before {
        message = Phrase(ja: "\(run.text) が二度書かれています。", en: "\(run.text) is written twice.")
      } else if run < before {
        message = Phrase(
          ja: "\(run.text) は、その前に書かれた \(before.text) より早い時刻です。",
          en: "\(run.text) is earlier than \(before.text), which is written before it.")
      } else if run.minutes < before.minutes + timetable.minutes {
        let end = ClockTime(minutes: before.minutes + timetable.minutes)
        message = Phrase(
          ja: "\(run.text) に始まる回は、\(before.text) に始まる回が終わる \(end.text) より前に始まります。",
          en: "The run of \(run.text) begins before that of \(before.text) ends, at \(end.text).")
      } else {
        continue
      }
      report.warning(
        .runsOverlap, at: report.place(nodes[index]), message,
        hint: Phrase(
          ja: "始まる時刻を、早い順に一回ずつ書きます。部屋や係が分かれていて同時に進むなら、このままでかまいません。",
          en:
            "Write when each run begins, the earliest first. If they go on side by side in several rooms, leave it as it is."
        ))
    }
  }

  /// A length of no minutes: it stands on the sheet, and its time is that of the next.
  private func checkLength(_ minutes: Int?, _ node: Node?) {
    guard minutes == 0, let node else { return }
    report.warning(
      .noMinutes, at: report.place(node),
      Phrase(ja: "長さが 0 分です。", en: "It takes 0 minutes."),
      hint: Phrase(ja: "何分かかるかを書いてください。", en: "Write how many minutes it takes."))
  }

  private func list(_ node: Node) -> [Node] {
    if case .list(let list) = node.content { return list }
    report.tellWrongType(
      node, expected: Phrase(ja: "一覧(「- 」で始まる行)", en: "a list (lines beginning with “- ”)"))
    return []
  }

  /// `9:00`, `13:30`, `9時`, `9時30分`.
  private func clock(_ node: Node) -> ClockTime? {
    let what = Phrase(ja: "時刻", en: "a time of day")
    guard let text = node.text else {
      report.tellWrongType(node, expected: what)
      return nil
    }
    let plain = text.folded.trimmed.replacing("時", with: ":").replacing("分", with: "").replacing(
      "半", with: "30")
    let parts = plain.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    let hour = parts.first.flatMap { NumberText.integer($0) }
    let minute = parts.count > 1 && !parts[1].isEmpty ? NumberText.integer(parts[1]) : 0
    guard parts.count == 2, let hour, let minute, (0...23).contains(hour), (0...59).contains(minute) else {
      report.tellBadValue(
        node, what, hint: Phrase(ja: "9:00 や 13:30 のように書いてください。", en: "Write it as 9:00 or 13:30."))
      return nil
    }
    return ClockTime(hour: hour, minute: minute)
  }

  /// `10 休憩`, or the keys of an item.
  private func item(_ node: Node) -> TimetableItem? {
    if node.text != nil {
      guard let (minutes, title) = short(node) else { return nil }
      checkLength(minutes, node)
      return TimetableItem(title: title, minutes: minutes, isBreak: Self.saysBreak(title))
    }
    guard
      let fields = Fields<TimetableItemKey>(
        node, what: Phrase(ja: "時間割の項目", en: "an item of the timetable"), report: report)
    else { return nil }
    let title = report.text(fields[.title]) ?? ""
    let minutes = report.count(fields[.minutes], 0...1440)
    checkLength(minutes, fields[.minutes])
    let item = TimetableItem(
      title: title, minutes: minutes ?? 0,
      content: report.text(fields[.content]),
      steps: (fields[.steps].map(list) ?? []).compactMap(step), lead: report.text(fields[.lead]),
      isBreak: report.onOff(fields[.isBreak]) ?? Self.saysBreak(title))
    let sum = item.steps.reduce(0) { $0 + $1.minutes }
    // A length that could not be read has been told already.
    if !item.steps.isEmpty, minutes != nil, sum != item.minutes {
      report.warning(
        .stepsDiffer, at: report.place(fields.keyNode(.steps) ?? node),
        Phrase(
          ja: "手順を合わせると \(sum) 分ですが、項目の長さは \(item.minutes) 分です。",
          en: "The steps add up to \(sum) minutes, but the item takes \(item.minutes)."),
        hint: Phrase(ja: "どちらかの分を直してください。", en: "Change the one or the other."))
    }
    return item
  }

  private func step(_ node: Node) -> TimetableStep? {
    if node.text != nil {
      return short(node).map { TimetableStep(minutes: $0.minutes, title: $0.title) }
    }
    guard
      let fields = Fields<TimetableStepKey>(node, what: Phrase(ja: "手順", en: "a step"), report: report)
    else { return nil }
    return TimetableStep(
      minutes: report.count(fields[.minutes], 0...1440) ?? 0, title: report.text(fields[.title]) ?? "")
  }

  /// Minutes, then words: `10 休憩`, `10分 休憩`.
  private func short(_ node: Node) -> (minutes: Int, title: String)? {
    let text = (node.text ?? "").trimmed
    let digits = text.prefix { $0.wholeNumberValue != nil }
    var rest = text.dropFirst(digits.count)
    for unit in ["分", "min"] where rest.hasPrefix(unit) { rest = rest.dropFirst(unit.count) }
    let title = String(rest).trimmed
    // “7.5 a” and “10〜15 a” are no whole number of minutes, and what follows no title.
    let goesOn = rest.first.map { ".,．，・:：/／〜～~-－–".contains($0) } ?? false
    guard !goesOn, let minutes = NumberText.integer(String(digits)), (0...1440).contains(minutes),
      !title.isEmpty
    else {
      report.tellBadValue(
        node, Phrase(ja: "時間割の一行", en: "a line of the timetable"),
        hint: Phrase(
          ja: "「10 休憩」のように、分（整数）のあとに内容を書きます。",
          en: "Write whole minutes, then words: “10 break”."))
      return nil
    }
    return (minutes, title)
  }

  private static func saysBreak(_ title: String) -> Bool {
    let words = title.lowercased()
    return words.contains("休憩") || words == "break" || words.hasSuffix(" break")
  }
}
