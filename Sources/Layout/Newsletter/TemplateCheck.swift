import Diagnostics
import Picture

extension SlotNames {
  /// The smallest slot that text can flow through, in millimetres.
  private static let leastBody = (width: 80.0, height: 40.0)

  /// Styles of which nothing but the colour is used.
  private static let colours: Set<String> = ["accent", "findings", "actions", "ground"]
  /// Of words on their ground: WCAG 2.2, 1.4.3.
  private static let leastContrast = 4.5

  /// Words and grounds that stand on each other wherever anything is printed, with the style that says so. What stands on
  /// the template's own drawing only the eye can judge.
  private static func pairs(_ page: TemplatePage) -> [(text: Color, ground: Color, told: String)] {
    let text = page.styles["text"]?.color
    let words = [("text", text), ("accent", page.styles["accent"]?.color)].compactMap { name, color in
      color.map { (text: $0, ground: Theme.white, told: name) }
    }
    return words
      + ["findings", "actions", "ground"].compactMap { name in
        page.styles[name]?.color.map { (text: text ?? Theme.ink, ground: $0, told: name) }
      }
  }

  /// `value` to the power of 2.4: its square times the fifth root of its square, by Newton's method.
  private static func powerOf2_4(_ value: Double) -> Double {
    let square = value * value
    guard square > 0 else { return 0 }
    var root = 1.0
    for _ in 0..<40 { root -= (root - square / (root * root * root * root)) / 5 }
    return square * root
  }

  /// How far apart two colours are in lightness, 1…21 (WCAG 2.2).
  static func contrast(_ a: Color, _ b: Color) -> Double {
    func lightness(_ color: Color) -> Double {
      func linear(_ value: UInt8) -> Double {
        let share = Double(value) / 255
        return share <= 0.04045 ? share / 12.92 : powerOf2_4((share + 0.055) / 1.055)
      }
      return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue)
    }
    let (one, other) = (lightness(a), lightness(b))
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)
  }

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
    let meant = page.lookalikes.sorted().compactMap { id in lookalike(id).map { (id, $0) } }
    for (id, name) in meant {
      let isSlot = name.hasPrefix("slot-")
      tell(
        .error, isSlot ? "template-unknown-slot" : "template-unknown-style", id,
        Phrase(
          ja: "「\(id)」は\(isSlot ? "差し込み枠" : "書式")の名前ではありません。",
          en: "‘\(id)’ is not the name of a \(isSlot ? "slot" : "style")."),
        Phrase(
          ja: "「\(name)」のことでしょうか。名前は小文字とハイフン（-）で書いてください。",
          en: "Did you mean ‘\(name)’? Names have small letters and hyphens."))
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
    for (name, look) in page.styles.sorted(by: { $0.key < $1.key }) where styles.contains(name) {
      if let size = look.size?.points, size < Theme.smallestText - 0.001, !colours.contains(name) {
        let written = (size * 100).rounded() / 100
        tell(
          .warning, "template-small-type", "style-\(name)",
          Phrase(
            ja: "「style-\(name)」の文字は \(written) ポイントですが、\(Int(Theme.smallestText)) ポイントより小さくは刷りません。",
            en:
              "The type of ‘style-\(name)’ has \(written) points; nothing is set smaller than \(Int(Theme.smallestText))."
          ),
          Phrase(
            ja: "\(Int(Theme.smallestText)) ポイント以上にしてください。",
            en: "Make it \(Int(Theme.smallestText)) points or more."))
      }
    }
    for (text, ground, told) in pairs(page) where contrast(text, ground) < Self.leastContrast {
      let ratio = (contrast(text, ground) * 10).rounded(.down) / 10
      tell(
        .warning, "template-faint", "style-\(told)",
        Phrase(
          ja: "「style-\(told)」の色では、文字と地の明るさの差が足りず、読みにくくなります（\(ratio) 対 1。4.5 対 1 以上が目安です）。",
          en:
            "With the colour of ‘style-\(told)’ words are hard to read on their ground: \(ratio) to 1, where 4.5 to 1 is wanted."
        ),
        Phrase(ja: "文字をもっと濃く、または地をもっと淡くしてください。", en: "Make the words darker, or the ground paler."))
    }
    if isFirst, page.slots["title"] == nil, !meant.contains(where: { $0.1 == "slot-title" }) {
      tell(
        .error, "template-missing-slot", nil,
        Phrase(ja: "題名の差し込み枠「slot-title」がありません。", en: "The slot for the title, ‘slot-title’, is missing."),
        Phrase(
          ja: "題名を入れる四角形を描き、ID を slot-title にしてください。",
          en: "Draw a rectangle for the title and give it the id slot-title."))
    }
    if page.bodies.isEmpty, !meant.contains(where: { $0.1.hasPrefix("slot-body-") }) {
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

  /// The slot or style that is called as `id` but for capitals and `_`; nil where there is none.
  private static func lookalike(_ id: String) -> String? {
    let plain = plain(id)
    if plain.hasPrefix("slot-"), kind(String(plain.dropFirst(5))) != nil { return plain }
    return plain.hasPrefix("style-") && styles.contains(String(plain.dropFirst(6))) ? plain : nil
  }

  private static func plain(_ id: String) -> String {
    String(id.lowercased().map { $0 == "_" ? "-" : $0 })
  }

  /// The candidate that differs by the fewest letters, if by no more than two, or by capitals and `_` only.
  private static func nearest(_ name: String, _ candidates: [String]) -> String? {
    let plain = plain(name)
    if plain != name, candidates.contains(plain) || candidates == all && kind(plain) != nil { return plain }
    return candidates.map { ($0, distance(Array(name), Array($0))) }.filter { $0.1 <= 2 }.min { $0.1 < $1.1 }?
      .0
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
