import Diagnostics
import Picture
import Workshop

/// The lines of a page's furniture: title, volume, details, programme, footer and number.
extension Newsletter {
  func drawLines(
    _ lines: [SlotNames.Line], of page: TemplatePage, number: Int, of count: Int, on pen: SheetPen
  ) -> [Misfit] {
    var misfits: [Misfit] = []
    for line in lines {
      guard let rect = page.slots[line.rawValue] else { continue }
      guard let shortage = draw(line, of: page, in: rect, number: number, of: count, on: pen) else {
        continue
      }
      let finding = tooSmall(
        line.rawValue, shortage, rect, key: SlotNames.key(of: .line(line)), fits: room(in: rect))
      misfits.append(Misfit(finding: finding, words: written(line)))
    }
    return misfits
  }

  /// Sets a line in its slot; what it would need where the slot is too small.
  func draw(
    _ line: SlotNames.Line, of page: TemplatePage, in rect: Rect, number: Int, of count: Int, on pen: SheetPen
  ) -> Shortage? {
    let words = words(line, number, count)
    guard !words.isEmpty else { return nil }
    let look = page.styles[line.rawValue] ?? template.first.styles[line.rawValue]
    // A title that is too long for the foot stands at the head of the first page; the issue's number is enough there.
    let choices = line == .footer ? [words, issue].filter { !$0.isEmpty } : [words]
    if choices.contains(where: { draw($0, line, in: rect, look: look, on: pen) }) { return nil }
    let style = TextStyle(size: .pt(Theme.smallestText), color: self.style.ink, leading: 1.25)
    let height = Prose(measurer).height(Prose(measurer).block(words, style, width: rect.width.mm))
    let width = SheetPen(measurer).width(words, style)
    let line = style.size.mm * style.leading
    // Whichever is nearer: a slot of the height of a line has to be wider, a low one higher.
    let isUpright = rect.width < rect.height
    let isNarrow =
      line <= rect.height.mm && (isUpright || width / rect.width.mm < height / rect.height.mm)
    return Shortage(width: isNarrow ? width : nil, height: max(height, rect.height.mm + 1))
  }

  /// The longest of the words of the session that stand in a line.
  private func written(_ line: SlotNames.Line) -> String {
    let session = content.session
    switch line {
    case .title, .footer: return session.title
    case .volume: return session.publication.volume ?? ""
    case .details:
      return [session.time, session.venue].compactMap { $0 }.max { $0.count < $1.count } ?? ""
    case .programme: return session.programme ?? ""
    case .page: return ""
    }
  }

  private func words(_ line: SlotNames.Line, _ number: Int, _ count: Int) -> String {
    let session = content.session
    switch line {
    case .title: return session.title
    case .volume: return session.publication.volume ?? ""
    case .details:
      let when = [session.date.map { SheetHeader.words($0, language) }, session.time].compactMap { $0 }
      let gap = language == .ja ? "　" : "  "
      var parts: [String] = []
      if !when.isEmpty {
        parts.append(NewsletterWords.date(in: language) + " " + when.joined(separator: " "))
      }
      if let venue = session.venue { parts.append(NewsletterWords.venue(in: language) + " " + venue) }
      return parts.joined(separator: gap)
    case .programme: return session.programme ?? ""
    case .footer:
      return [session.title, issue].joined(separator: " ")
    case .page: return count > 1 ? String(number) : ""
    }
  }

  /// What this is, without the workshop's title.
  private var issue: String {
    [NewsletterWords.newsletter(in: language), content.session.publication.volume].compactMap { $0 }
      .joined(separator: " ")
  }

  /// Sets words as large as style and slot allow, on one line, then on two; false where they fit at no size.
  private func draw(
    _ words: String, _ line: SlotNames.Line, in rect: Rect, look: TemplateStyle?, on pen: SheetPen
  ) -> Bool {
    let most = max(Theme.smallestText, look?.size?.points ?? (line == .title ? 22 : 9))
    let color = look?.color ?? style.ink
    let weight: Weight = look?.isBold == true || (look == nil && line == .title) ? .bold : .regular
    let alignment = look?.alignment ?? .leading
    let (width, height) = (rect.width.mm, rect.height.mm)
    var size = most
    while size >= Theme.smallestText - 0.001 {
      let type = TextStyle(size: .pt(size), weight: weight, color: color, leading: 1.25)
      var block = TextBlock(words, type, width: .mm(width), alignment: alignment)
      if pen.width(words, type) > width {
        block = Prose(measurer).block(words, type, width: width, alignment: alignment)
      }
      let extent = measurer.extent(of: block)
      // One line as long as it is not smaller than three quarters; then two.
      let isOne = extent.lines == 1
      let fits = extent.logical.height.mm <= height + 0.01 && extent.logical.width.mm <= width + 0.2
      if fits, isOne || size <= most * 0.75 {
        let role: StructureRole = line == .title ? .heading1 : .paragraph
        // What stands at the foot of every page interrupts nobody who has a text read aloud over two of them.
        pen.group(SlotNames.Line.foot.contains(line) ? .artifact : role, mark: Mark(.title)) {
          pen.paragraph(block, x: rect.minX.mm, y: rect.minY.mm + (height - extent.logical.height.mm) / 2)
        }
        return true
      }
      size -= 0.5
    }
    return false
  }
}
