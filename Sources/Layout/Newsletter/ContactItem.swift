import Diagnostics
import Picture
import Workshop

/// A square of dark and light modules, as a QR code has them.
public struct CodeMatrix: Sendable, Hashable {
  /// How many modules a side has.
  public var side: Int
  /// Row by row; true is dark.
  public var isDark: [Bool]

  /// Makes a matrix; `isDark` has `side` times `side` elements.
  public init(side: Int, isDark: [Bool]) {
    self.side = side
    self.isDark = isDark
  }

  /// The dark modules as one outline in a square whose upper left corner is at `x`, `y`, in millimetres.
  func path(x: Double, y: Double, size: Double) -> Path {
    let module = size / Double(max(1, side))
    var path = Path()
    for row in 0..<side {
      var column = 0
      while column < side {
        guard isDark[row * side + column] else {
          column += 1
          continue
        }
        // A run of modules is one rectangle: no hairlines between them.
        var end = column
        while end < side, isDark[row * side + end] { end += 1 }
        let left = x + Double(column) * module
        let top = y + Double(row) * module
        path.steps += Path.rect(.mm(left, top, Double(end - column) * module, module)).steps
        column = end
      }
    }
    return path
  }
}

/// Whom to turn to: the office, its telephone, place and hours, and a code that leads to its page.
struct ContactItem: FlowItem {
  let contact: Contact
  let code: CodeMatrix?
  let style: NewsletterStyle
  let language: Language
  let measurer: any TextMeasurer

  var spaceBefore: Double { 3 }
  var told: String { contact.name }
  private static let padding = 4.5
  /// With its quiet zone of four modules; smaller codes do not scan from newsprint.
  private static let codeSide = 21.0
  private static let telephone = Phrase(ja: "電話", en: "Tel.")

  private func textWidth(_ width: Double) -> Double {
    width - 2 * Self.padding - (code == nil ? 0 : Self.codeSide + 4)
  }
  private var name: TextStyle { style.style(style.body + 2, .bold, leading: 1.4) }
  private func lines(_ width: Double) -> [TextBlock] {
    var lines = [Prose(measurer).block(contact.name, name, width: textWidth(width))]
    let plain = style.style(style.body, leading: 1.5)
    if let telephone = contact.telephone {
      let label = Self.telephone(in: language) + (language == .ja ? "　" : " ")
      lines.append(
        TextBlock(
          [TextSpan(label, plain), TextSpan(telephone, style.style(style.body + 1, .bold, leading: 1.5))],
          width: .mm(textWidth(width))))
    }
    for text in [contact.hours, contact.place].compactMap({ $0 }) {
      lines.append(Prose(measurer).block(text, plain, width: textWidth(width)))
    }
    if let url = contact.url { lines.append(TextBlock(url, style.note, width: .mm(textWidth(width)))) }
    return lines
  }

  func height(width: Double) -> Double {
    let text = lines(width).reduce(0) { $0 + Prose(measurer).height($1) }
    return max(text, code == nil ? 0 : Self.codeSide) + 2 * Self.padding
  }

  func draw(on pen: SheetPen, x: Double, y: Double, width: Double, height: Double) {
    pen.panel(.mm(x, y, width, height), style.ground, radius: 2.5)
    var top = y + Self.padding
    pen.group(.paragraph) {
      for line in lines(width) { top += pen.paragraph(line, x: x + Self.padding, y: top) }
    }
    guard let code else { return }
    let frame = (x: x + width - Self.padding - Self.codeSide, y: y + Self.padding)
    let module = Self.codeSide / Double(code.side + 8)
    pen.group(.figure, alternative: contact.url) {
      pen.fill(.rect(.mm(frame.x, frame.y, Self.codeSide, Self.codeSide)), Theme.white)
      pen.fill(
        code.path(x: frame.x + 4 * module, y: frame.y + 4 * module, size: Self.codeSide - 8 * module),
        Theme.ink)
    }
  }
}

/// Whom to turn to, under a heading; two beside each other where there is room.
struct ContactsItem: FlowItem {
  /// Nil where it goes on from an earlier slot.
  let heading: SubHeading?
  let contacts: [ContactItem]

  var spaceBefore: Double { heading?.spaceBefore ?? 0 }
  var endsIssue: Bool { true }
  var told: String { contacts.max { $0.height(width: 80) < $1.height(width: 80) }?.told ?? "" }

  private static let gap = 4.5

  private func columns(_ width: Double) -> Int { width >= 150 && contacts.count > 1 ? 2 : 1 }
  private func columnWidth(_ width: Double) -> Double {
    let count = Double(columns(width))
    return (width - Self.gap * (count - 1)) / count
  }
  private func headingHeight(_ width: Double) -> Double {
    heading.map { $0.height(width: width) + 2 } ?? 0
  }
  private func rows(_ width: Double) -> [ArraySlice<ContactItem>] {
    stride(from: 0, to: contacts.count, by: columns(width)).map {
      contacts[$0..<min(contacts.count, $0 + columns(width))]
    }
  }
  private func rowHeight(_ row: ArraySlice<ContactItem>, _ width: Double) -> Double {
    row.map { $0.height(width: columnWidth(width)) }.max() ?? 0
  }

  func height(width: Double) -> Double {
    let rows = rows(width)
    return headingHeight(width) + rows.reduce(0) { $0 + rowHeight($1, width) } + Self.gap
      * Double(max(0, rows.count - 1))
  }

  func split(width: Double, room: Double) -> (head: any FlowItem, tail: any FlowItem)? {
    var left = room - headingHeight(width)
    var count = 0
    for row in rows(width) {
      left -= rowHeight(row, width)
      guard left >= -0.01 else { break }
      count += row.count
      left -= Self.gap
    }
    guard count > 0, count < contacts.count else { return nil }
    return (
      ContactsItem(heading: heading, contacts: Array(contacts[..<count])),
      ContactsItem(heading: nil, contacts: Array(contacts[count...]))
    )
  }

  func draw(on pen: SheetPen, x: Double, y: Double, width: Double, height: Double) {
    heading?.draw(on: pen, x: x, y: y, width: width, height: headingHeight(width))
    var top = y + headingHeight(width)
    for row in rows(width) {
      let high = rowHeight(row, width)
      for (column, contact) in row.enumerated() {
        let left = x + Double(column) * (columnWidth(width) + Self.gap)
        contact.draw(on: pen, x: left, y: top, width: columnWidth(width), height: high)
      }
      top += high + Self.gap
    }
  }
}
