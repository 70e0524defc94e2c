import Diagnostics
import Picture
import Workshop

/// What the template has no room for, or the session nothing.
extension Newsletter {
  /// A finding, and the words of the session that it speaks of.
  struct Misfit {
    var finding: Finding
    var words: String
  }

  static let nothingToPrint = Finding(
    .warning, code: "empty-newsletter", at: nil,
    Phrase(ja: "紙面に載せるものがありません。", en: "There is nothing to print on the pages."),
    hint: Phrase(
      ja: "地図、あいさつ、記事、話し合い、ペルソナ、投票、アンケートなどを記録ファイルに書くと、紙面に載ります。",
      en:
        "Maps, greetings, sections, talks, personas, votes and a questionnaire of the session file are printed there."
    ))

  /// What cannot be cut and is higher than a page.
  func tooLong(_ placed: Flow.Placed, _ height: Double) -> Finding {
    let words = placed.item.told
    let shown = words.count > 30 ? String(words.prefix(29)) + "…" : words
    let needed = Int(placed.height.rounded(.up))
    return Finding(
      .error, code: "too-long-for-page", at: nil,
      Phrase(
        ja: "「\(shown)」の所が長すぎて、一ページに入りきりません（高さ \(needed) mm。ひな型「\(template.name)」の本文は \(Int(height)) mm）。",
        en:
          "What stands under ‘\(shown)’ is too long for one page: \(needed) mm of height; the text area of the template ‘\(template.name)’ has \(Int(height))."
      ),
      hint: Phrase(
        ja: "その文や題名を短くするか、二つ以上に分けて書いてください。",
        en: "Shorten that text or title, or write it as two or more."))
  }

  /// - Parameters:
  ///   - key: the key of the session file of which the words are.
  ///   - fits: what the slot has room for.
  func tooSmall(_ slot: String, _ shortage: Shortage, _ rect: Rect, key: Phrase?, fits: Phrase?) -> Finding {
    let of = key.map { Phrase(ja: "\($0.ja) の文が", en: " for \($0.en)") }
    let need = Self.need(shortage, rect)
    let message = Phrase(
      ja: "\(of?.ja ?? "")ひな型「\(template.name)」の「slot-\(slot)」に入りきりません。\(need.ja)",
      en: "The slot ‘slot-\(slot)’ of the template ‘\(template.name)’ is too small\(of?.en ?? ""): \(need.en)"
    )
    return Finding(
      .error, code: "template-slot-too-small", at: nil, fits.map { message.and($0) } ?? message,
      hint: key == nil || fits == nil
        ? Phrase(
          ja: "枠を広げるか、文を短くするか、その枠を消して本文に流してください。",
          en: "Make the slot larger, shorten the text, or remove the slot so that the text flows.")
        : Phrase(
          ja: "文を短くするか、ひな型の枠を広げてください（写しは tenken template copy で作れます）。",
          en: "Shorten the words, or make the slot larger in a copy of the template (‘tenken template copy’)."
        ))
  }

  /// What a slot would need, and what it has.
  static func need(_ shortage: Shortage, _ rect: Rect) -> Phrase {
    if let width = shortage.width {
      let (wide, has) = (Int(width.rounded(.up)), Int(rect.width.mm + 0.05))
      return Phrase(
        ja: "幅 \(wide) mm が必要ですが、\(has) mm です。", en: "\(wide) mm of width are needed, it has \(has).")
    }
    let (tall, has) = (Int(shortage.height.rounded(.up)), Int(rect.height.mm + 0.05))
    return Phrase(
      ja: "高さ \(tall) mm が必要ですが、\(has) mm です。", en: "\(tall) mm of height are needed, it has \(has).")
  }

  /// How much a slot for a line holds in the smallest type.
  func room(in rect: Rect) -> Phrase {
    let size = Length.pt(Theme.smallestText).mm
    let lines = max(1, Int((rect.height.mm + 0.01) / (size * 1.25)))
    let characters = Int(rect.width.mm / size) * lines
    return Phrase(
      ja: "いちばん小さい \(Int(Theme.smallestText)) pt でも、およそ \(characters)字までです。",
      en:
        "At the smallest type, \(Int(Theme.smallestText)) pt, it holds about \(characters * 9 / 5) letters."
    )
  }

  /// Slots of the template for which the session has nothing.
  var emptySlots: [Finding] {
    var slots = template.first.slots
    for page in [template.inner, template.last].compactMap(\.self) {
      for (name, rect) in page.slots where slots[name] == nil {
        if case .section = SlotNames.kind(name) { continue }
        slots[name] = rect
      }
    }
    return slots.keys.sorted().compactMap { name in
      guard let kind = SlotNames.kind(name), let key = SlotNames.key(of: kind) else { return nil }
      if case .line = kind { return nil }
      guard ownItems(kind, isFirst: true).allSatisfy(\.isEmpty) else { return nil }
      var finding = Self.emptySlot(name, kind, key, template.name)
      finding.place = template.place(ofSlot: name)
      return finding
    }
  }

  private static func emptySlot(
    _ name: String, _ kind: SlotNames.Kind, _ key: Phrase, _ template: String
  ) -> Finding {
    var missing = Phrase(
      ja: "記録ファイルの \(key.ja) に書かれたものがありません。", en: "The session file has nothing under \(key.en).")
    if case .map(let year) = kind {
      missing = Phrase(
        ja: "\(year)年の地図がありません（記録ファイルの \(key.ja)）。",
        en: "There is no map of \(year) (\(key.en) in the session file).")
    }
    return Finding(
      .note, code: "template-slot-empty", at: nil,
      Phrase(
        ja: "ひな型「\(template)」の「slot-\(name)」は空のままです。",
        en: "The slot ‘slot-\(name)’ of the template ‘\(template)’ stays empty."
      ).and(missing),
      hint: Phrase(
        ja: "要らない枠なら、ひな型から消してください。", en: "Where it is not wanted, remove the slot from the template."))
  }
}
