import Diagnostics
import Picture
import Workshop

/// One persona on a page of its own: the portrait and the title at the head, everything the table wrote below, where
/// one could meet them at the foot.
///
/// Type is as large as the sheet allows, from 12.5 points down to 8; what does not fit at 8 goes on on a next sheet in the
/// same size. Sheets of one set may be given one size within small limits; see ``sizes(_:)``.
public struct PersonaSheet {
  private let persona: Persona
  private let language: Language
  private let measurer: any TextMeasurer
  private let pictures: [String: String]
  private let pen: SheetPen

  private static let left = 18.0
  private static let width = 174.0
  private static let bottom = 297.0 - 15.0
  private static let footer = 6.0
  private static let labelWidth = 36.0
  private static let padding = 3.2

  private struct Row {
    var heading: String
    var isAccess = false
    var answers: [Answer]
  }

  /// - Parameter pictures: the names under which the renderer knows the users' own pictures, by their paths.
  public init(
    _ persona: Persona, language: Language, measurer: any TextMeasurer, pictures: [String: String] = [:]
  ) {
    self.persona = persona
    self.language = language
    self.measurer = measurer
    self.pictures = pictures
    pen = SheetPen(measurer)
  }

  /// How large the type of each sheet of a set is: as large as each allows, and a point and a half larger than the
  /// smallest at most.
  public static func sizes(_ sheets: [PersonaSheet]) -> [Double] {
    let sizes = sheets.map(\.size)
    let largest = (sizes.min() ?? Theme.smallestText) + 1.5
    return sizes.map { min($0, largest) }
  }

  private var rows: [Row] {
    longFacts
      + PersonaTopic.allCases.filter { $0 != .profile }.map { topic in
        Row(
          heading: topic.heading(in: language), isAccess: topic == .access,
          answers: topic.fields.flatMap { $0.lines(of: persona, in: language) }.map { Answer($0) })
      }.filter { !$0.answers.isEmpty }
  }

  /// The largest type in which it takes no more sheets than in the smallest.
  private var size: Double {
    let sizes = [12.5, 12, 11.5, 11, 10.5, 10, 9.5, 9, 8.5]
    let rows = rows
    if let size = sizes.first(where: { parts(rows, $0, most: 1) != nil }) { return size }
    let fewest = parts(rows, Theme.smallestText)?.count ?? 1
    return sizes.first { parts(rows, $0, most: fewest) != nil } ?? Theme.smallestText
  }

  private func top(isFirst: Bool) -> Double { isFirst ? headBottom : continuedTop + 7 }

  /// What stands on each sheet; nil where that is more than `most`.
  private func parts(_ rows: [Row], _ size: Double, most: Int = .max) -> [[Row]]? {
    var rows = rows
    var parts: [[Row]] = []
    repeat {
      guard parts.count < most else { return nil }
      let room = Self.bottom - Self.footer - top(isFirst: parts.isEmpty)
      let (now, later) = split(rows, size, room: room)
      parts.append(now)
      rows = later
    } while !rows.isEmpty
    return parts
  }

  /// The sheets, A4 upright: one, and more where the texts are long.
  ///
  /// - Parameter size: the size of the type in points, as ``sizes(_:)`` gave it; nil for as large as they allow.
  public func pages(size given: Double? = nil) -> [Page] {
    let size = given ?? self.size
    return (parts(rows, size) ?? []).enumerated().map { index, rows in
      let isFirst = index == 0
      drawHead(isFirst: isFirst)
      draw(rows, size, from: top(isFirst: isFirst))
      pen.paragraph(
        TextBlock(PersonaWords.invented(in: language), SheetType().note, width: .mm(Self.width)),
        x: Self.left,
        y: Self.bottom - 4)
      let title = persona.title.onOneLine(language)
      return Page(
        size: .a4, title: isFirst ? title : title + PersonaWords.continued(in: language),
        summary: "\(PersonaWords.type(in: language))\(persona.number) \(title)", items: pen.take())
    }
  }

  // MARK: - The head

  private static let portrait = 58.0
  private static let textLeft = left + portrait + 10
  private static let textWidth = left + width - textLeft

  private var titleBlock: TextBlock {
    var block = TextBlock("", SheetType().text)
    for size in [24.0, 22, 20, 18, 16, 14, 12, 10] {
      block = Prose(measurer).block(
        persona.title, SheetType().style(size, .bold, leading: 1.3), width: Self.textWidth)
      if measurer.extent(of: block).lines <= (size < 18 ? 4 : 2) { break }
    }
    return block
  }

  /// Type and title above a sheet that goes on: on one line where that can be read, else on several.
  private var continuedBlock: TextBlock {
    let type = "\(PersonaWords.type(in: language))\(persona.number)　"
    func spans(_ size: Double) -> [TextSpan] {
      [
        TextSpan(type, SheetType().style(min(10, size), .bold, color: Theme.accent)),
        TextSpan(
          persona.title.onOneLine(language) + PersonaWords.continued(in: language),
          SheetType().style(size, .bold)),
      ]
    }
    for size in [13.0, 12, 11, 10] {
      let block = TextBlock(spans(size), width: .mm(Self.width))
      if measurer.extent(of: block).lines == 1 { return block }
    }
    return TextBlock(spans(10), width: .mm(Self.width))
  }

  /// Where the rule below the head of a sheet that goes on is.
  private var continuedTop: Double { 23 + max(6, pen.height(continuedBlock)) + 4 }

  private struct Fact {
    var label: String
    var text: String
    var answers: [String]
  }

  /// What the profile says, in few words each.
  private var facts: [Fact] { profile.filter { !isLong($0) } }

  /// What of the profile takes more than a few lines beside the portrait stands among the rows, where it may flow.
  private var longFacts: [Row] {
    profile.filter(isLong).map { Row(heading: $0.label, answers: $0.answers.map { Answer($0) }) }
  }

  private func isLong(_ fact: Fact) -> Bool { measurer.extent(of: factBlock(fact.text)).lines > 3 }

  private var profile: [Fact] {
    PersonaTopic.profile.fields.compactMap { field in
      let answers = persona[field]
      guard !answers.isEmpty else { return nil }
      return Fact(
        label: field.label(in: language), text: answers.joined(separator: language == .ja ? "、" : ", "),
        answers: answers)
    }
  }

  private static let factLabel = 30.0

  private func factBlock(_ text: String) -> TextBlock {
    Prose(measurer).block(
      text, SheetType().style(10, leading: 1.35), width: Self.textWidth - Self.factLabel)
  }

  private var factsTop: Double { 24 + 9 + pen.height(titleBlock) + 5 }

  private var headBottom: Double {
    let facts = facts.reduce(0) { $0 + pen.height(factBlock($1.text)) + 1.6 }
    return max(20 + Self.portrait, factsTop + facts) + 8
  }

  private func drawHead(isFirst: Bool) {
    let type = "\(PersonaWords.type(in: language))\(persona.number)"
    guard isFirst else {
      pen.group(.heading1) { pen.paragraph(continuedBlock, x: Self.left, y: 23) }
      pen.rule(x: Self.left, y: continuedTop, width: Self.width, color: Theme.ink, weight: 0.5)
      return
    }
    pen.group(.figure, alternative: persona.title.onOneLine(language)) {
      pen.add(
        .icon(
          Icon(persona.picture.iconName(pictures), frame: .mm(Self.left, 20, Self.portrait, Self.portrait))))
    }
    pen.line(type, SheetType().style(12, .bold, color: Theme.accent), x: Self.textLeft, baseline: 28)
    pen.group(.heading1, mark: Mark(.title)) { pen.paragraph(titleBlock, x: Self.textLeft, y: 33) }
    var y = factsTop
    for fact in facts {
      let block = factBlock(fact.text)
      let style = SheetType().style(8.5, color: Theme.muted, leading: 1.35)
      let drop = (10 - 8.5) * 1.35 / 2 * 25.4 / 72 + 0.2
      pen.paragraph(
        TextBlock(fact.label, style, width: .mm(Self.factLabel - 2)), x: Self.textLeft, y: y + drop)
      y += pen.paragraph(block, x: Self.textLeft + Self.factLabel, y: y) + 1.6
    }
  }

  // MARK: - The rows

  private static let listWidth = width - labelWidth - 4
  private static let columnGap = 5.0

  private func list(_ size: Double, columns: Int = 1) -> AnswerList {
    let width = (Self.listWidth - Double(columns - 1) * Self.columnGap) / Double(columns)
    return AnswerList(measurer, SheetType().style(size, leading: 1.45), width: width)
  }

  /// Short answers stand in two columns, read downwards; long ones keep the whole width.
  private func columns(_ answers: [Answer], _ size: Double) -> [[Answer]] {
    let narrow = list(size, columns: 2)
    let line = size * 1.45 * 25.4 / 72
    guard answers.count >= 3, answers.allSatisfy({ narrow.height([$0]) < 2.5 * line }) else {
      return [answers]
    }
    let half = (answers.count + 1) / 2
    return [Array(answers[..<half]), Array(answers[half...])]
  }

  private func height(of answers: [Answer], _ size: Double) -> Double {
    let columns = columns(answers, size)
    let list = list(size, columns: columns.count)
    return columns.map(list.height).max() ?? 0
  }

  private func label(_ row: Row, _ size: Double) -> TextBlock {
    let style = SheetType().style(
      min(size, 10.5), .bold, color: row.isAccess ? Theme.accentInk : Theme.ink, leading: 1.4)
    return Prose(measurer).block(row.heading, style, width: Self.labelWidth - 5)
  }

  private func height(_ row: Row, _ size: Double) -> Double {
    max(pen.height(label(row, size)), height(of: row.answers, size)) + 2 * Self.padding
  }

  private func split(_ rows: [Row], _ size: Double, room: Double) -> (now: [Row], later: [Row]) {
    var used = 0.0
    for (index, row) in rows.enumerated() {
      let needed = height(row, size)
      if used + needed <= room + 0.001 {
        used += needed
        continue
      }
      let (head, tail) = list(size).split(row.answers, height: room - used - 2 * Self.padding)
      guard !head.isEmpty else { return (Array(rows[..<index]), Array(rows[index...])) }
      return (
        rows[..<index] + [Row(heading: row.heading, isAccess: row.isAccess, answers: head)],
        [Row(heading: row.heading, isAccess: row.isAccess, answers: tail)] + rows[(index + 1)...]
      )
    }
    return (rows, [])
  }

  /// Room that is left is shared among the rows: the sheet ends where the paper does, unless there is too little on it.
  private func draw(_ rows: [Row], _ size: Double, from top: Double) {
    let natural = rows.map { height($0, size) }
    let spare = max(0, Self.bottom - Self.footer - top - natural.reduce(0, +))
    let weights = natural.map { $0 + 10 }
    // What goes on from another sheet may be little: a short row is not blown up to half a page.
    let share = rows.isEmpty ? 0 : min(spare / weights.reduce(0, +), rows.count < 3 ? 0.2 : 1.2)
    var y = top
    for (index, row) in rows.enumerated() {
      let height = natural[index] + weights[index] * share
      if row.isAccess {
        pen.panel(.mm(Self.left - 3, y, Self.width + 6, height), Theme.actions, radius: 2.5)
      } else {
        pen.rule(x: Self.left, y: y, width: Self.width)
      }
      pen.group(.heading2) { pen.paragraph(label(row, size), x: Self.left + 1, y: y + Self.padding) }
      let columns = columns(row.answers, size)
      let list = list(size, columns: columns.count)
      pen.group(.list) {
        for (column, answers) in columns.enumerated() {
          let x = Self.left + Self.labelWidth + Double(column) * (list.width + Self.columnGap)
          list.draw(answers, x: x, y: y + Self.padding, on: pen)
        }
      }
      y += height
    }
  }
}
