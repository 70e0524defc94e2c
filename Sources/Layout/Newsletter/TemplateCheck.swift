import Diagnostics
import Picture

extension SlotNames {
  /// The smallest slot that text can flow through, in millimetres.
  private static let leastBody = (width: 80.0, height: 40.0)

  /// What is wrong with the slots and styles of a template's page.
  ///
  /// - Parameter isFirst: whether it is the first page, which alone needs a title.
  public static func findings(_ page: TemplatePage, file: String, isFirst: Bool) -> [Finding] {
    var findings: [Finding] = []
    func tell(_ severity: Severity, _ code: String, _ id: String?, _ message: Phrase, _ hint: Phrase?) {
      let place = id.flatMap { page.places[$0] }
      let named = Phrase(ja: "「\(file)」: \(message.ja)", en: "‘\(file)’: \(message.en)")
      findings.append(Finding(severity, code: code, at: place, place == nil ? named : message, hint: hint))
    }
    for name in page.slots.keys.sorted() where kind(name) == nil {
      let near = nearest(name, all)
      tell(
        .error, "template-unknown-slot", "slot-\(name)",
        Phrase(ja: "「slot-\(name)」という差し込み枠は知りません。", en: "There is no slot called ‘slot-\(name)’."),
        near.map { Phrase(ja: "「slot-\($0)」のことでしょうか。", en: "Did you mean ‘slot-\($0)’?") }
          ?? Phrase(
            ja: "使えるのは \(all.map { "slot-" + $0 }.joined(separator: "、")) です。",
            en: "It can be \(all.map { "slot-" + $0 }.joined(separator: ", "))."))
    }
    for name in page.styles.keys.sorted() where !styles.contains(name) {
      tell(
        .error, "template-unknown-style", "style-\(name)",
        Phrase(ja: "「style-\(name)」という書式は知りません。", en: "There is no style called ‘style-\(name)’."),
        nearest(name, styles).map { Phrase(ja: "「style-\($0)」のことでしょうか。", en: "Did you mean ‘style-\($0)’?") })
    }
    if isFirst, page.slots["title"] == nil {
      tell(
        .error, "template-missing-slot", nil,
        Phrase(ja: "題名の差し込み枠「slot-title」がありません。", en: "The slot for the title, ‘slot-title’, is missing."),
        Phrase(
          ja: "題名を入れる四角形を描き、ID を slot-title にしてください。",
          en: "Draw a rectangle for the title and give it the id slot-title."))
    }
    if page.bodies.isEmpty {
      tell(
        .error, "template-missing-slot", nil,
        Phrase(ja: "本文の差し込み枠「slot-body-1」がありません。", en: "The slot for the text, ‘slot-body-1’, is missing."),
        Phrase(
          ja: "本文を流しこむ四角形を描き、ID を slot-body-1、slot-body-2…にしてください。",
          en:
            "Draw rectangles for the text to flow through, and give them the ids slot-body-1, slot-body-2, …")
      )
    }
    for (name, rect) in page.slots.sorted(by: { $0.key < $1.key }) {
      guard case .body = kind(name), rect.width.mm < leastBody.width || rect.height.mm < leastBody.height
      else { continue }
      let size = "\(Int(rect.width.mm.rounded())) × \(Int(rect.height.mm.rounded())) mm"
      let least = (width: Int(leastBody.width), height: Int(leastBody.height))
      tell(
        .error, "template-small-slot", "slot-\(name)",
        Phrase(
          ja: "本文の枠「slot-\(name)」が小さすぎます（\(size)）。",
          en: "The slot for text ‘slot-\(name)’ is too small (\(size))."),
        Phrase(
          ja: "幅 \(least.width) mm、高さ \(least.height) mm 以上にしてください。",
          en: "Make it at least \(least.width) mm wide and \(least.height) mm high."))
    }
    let names = page.slots.keys.sorted()
    for (index, one) in names.enumerated() {
      for other in names[(index + 1)...] {
        guard let a = page.slots[one], let b = page.slots[other], a.inset(.mm(0.2), .mm(0.2)).intersects(b)
        else {
          continue
        }
        let line = page.places["slot-\(one)"].map(\.line)
        tell(
          .warning, "template-overlap", "slot-\(other)",
          Phrase(
            ja: "「slot-\(other)」が「slot-\(one)」\(line.map { "（\($0)行目）" } ?? "")と重なっています。",
            en: "‘slot-\(other)’ overlaps ‘slot-\(one)’\(line.map { " of line \($0)" } ?? "")."),
          Phrase(
            ja: "どちらにも中身があると、文字が重なって刷られます。離してください。",
            en: "Where both have something in them, words are printed over words. Move them apart."))
      }
    }
    return findings
  }

  /// The candidate that differs by the fewest letters, if by no more than two.
  private static func nearest(_ name: String, _ candidates: [String]) -> String? {
    candidates.map { ($0, distance(Array(name), Array($0))) }.filter { $0.1 <= 2 }.min { $0.1 < $1.1 }?.0
  }

  private static func distance(_ a: [Character], _ b: [Character]) -> Int {
    var previous = Array(0...b.count)
    for i in a.indices {
      var current = [i + 1]
      for j in b.indices {
        current.append(min(previous[j + 1] + 1, current[j] + 1, previous[j] + (a[i] == b[j] ? 0 : 1)))
      }
      previous = current
    }
    return previous[b.count]
  }
}

extension Newsletter {
  /// Slots of a template that have no room even for the least there is to print.
  ///
  /// - Parameter content: the least: one short word, one house, one count for each of the slots.
  public static func slotsTooSmall(
    for content: NewsletterContent, in template: Template, measurer: any TextMeasurer
  ) -> [Finding] {
    let closest = NewsletterSetting.all[NewsletterSetting.all.count - 1]
    let letter = Newsletter(
      content, template: template, measurer: measurer, setting: closest,
      models: NewsletterSections.models(of: content))
    return [template.first, template.inner, template.last].compactMap(\.self).flatMap(letter.slotsTooSmall)
  }

  private func slotsTooSmall(of page: TemplatePage) -> [Finding] {
    page.slots.sorted { $0.key < $1.key }.compactMap { name, rect in
      var shortage: Shortage?
      switch SlotNames.kind(name) {
      case .line(let line)?:
        shortage = draw(line, of: page, in: rect, number: 2, of: 2, on: SheetPen(measurer))
      case .body?, nil: break
      case let kind?:
        if case .tooSmall(let needed) = fill(kind, rect, isFirst: true) { shortage = needed }
      }
      guard let shortage else { return nil }
      let need = Self.need(shortage, rect)
      return Finding(
        .error, code: "template-small-slot", at: page.places["slot-\(name)"],
        Phrase(
          ja: "「slot-\(name)」は小さすぎて、いちばん短い中身でも入りません。\(need.ja)",
          en: "‘slot-\(name)’ is too small even for the shortest content: \(need.en)"),
        hint: Phrase(ja: "枠を広げるか、消してください。", en: "Make the slot larger, or remove it."))
    }
  }
}
