import Diagnostics
import Picture
import Workshop

/// The names that slots and styles of a template may have.
public enum SlotNames {
  /// A line of the page's furniture, set as large as its slot and its style allow.
  enum Line: String, CaseIterable {
    case title, volume, details, programme, footer, page

    /// What is read before anything else on its page.
    static let head: [Line] = [.title, .volume, .details, .programme]
    /// What is read last.
    static let foot: [Line] = [.footer, .page]
  }

  /// What a slot's name asks for.
  enum Kind: Hashable {
    case line(Line)
    case body(Int)
    case section(NewsletterSection)
    case map(year: Int)
    case findings
    case actions
  }

  /// What the slot called `name` asks for; nil where there is no such slot.
  static func kind(_ name: String) -> Kind? {
    if let line = Line(rawValue: name) { return .line(line) }
    if name == "findings" { return .findings }
    if name == "actions" { return .actions }
    if name.hasPrefix("body-"), let number = Int(name.dropFirst(5)), number > 0 { return .body(number) }
    if name.hasPrefix("map-"), let year = Int(name.dropFirst(4)), (1850...2300).contains(year) {
      return .map(year: year)
    }
    return NewsletterSection(rawValue: name).map { .section($0) }
  }

  /// The key of the session file that a slot of its own prints.
  static func key(of kind: Kind) -> Phrase? {
    func key(_ en: String, _ ja: String) -> Phrase { Phrase(ja: "`\(en)`（\(ja)）", en: "`\(en)`") }
    switch kind {
    case .body: return nil
    case .map: return key("horizons", "何年後")
    case .findings: return key("findings", "気づいたこと")
    case .actions: return key("actions", "取り組むといいこと")
    case .line(let line):
      switch line {
      case .title: return key("title", "題名")
      case .volume: return key("volume", "号")
      case .details:
        return Phrase(ja: "`date`（日付）、`time`（時間）、`venue`（会場）", en: "`date`, `time` and `venue`")
      case .programme: return key("programme", "事業")
      case .footer: return Phrase(ja: "`title`（題名）と `volume`（号）", en: "`title` and `volume`")
      case .page: return nil
      }
    case .section(let section):
      switch section {
      case .agenda: return key("agenda", "次第")
      case .greetings: return key("greetings", "あいさつ")
      case .articles: return key("sections", "記事")
      case .maps: return key("maps", "地図")
      case .talks: return key("talks", "話し合い")
      case .personas: return key("personas", "ペルソナ")
      case .votes: return key("votes", "投票")
      case .colours: return key("colours", "色")
      case .tallies: return key("tallies", "まとめ")
      case .questionnaire: return key("questionnaire", "アンケート")
      case .participants: return key("participants", "参加者")
      case .contacts: return key("contacts", "問い合わせ")
      }
    }
  }

  /// The lines for which `session` has no words.
  public static func empty(in session: Session) -> Set<String> {
    var empty: Set<Line> = []
    if session.publication.volume == nil { empty.insert(.volume) }
    if session.programme == nil { empty.insert(.programme) }
    if session.date == nil, session.time == nil, session.venue == nil { empty.insert(.details) }
    return Set(empty.map(\.rawValue))
  }

  /// Every name, for messages and for the documentation.
  public static let all =
    Line.allCases.map(\.rawValue) + ["body-1", "body-2"] + NewsletterSection.allCases.map(\.rawValue)
    + ["map-2033", "findings", "actions"]

  /// The styles that a template may restyle.
  public static let styles =
    Line.allCases.map(\.rawValue) + ["text", "accent", "findings", "actions", "ground"]

  /// What is wrong with the slots and styles of a template's page.
  ///
  /// - Parameter isFirst: whether it is the first page, which alone needs a title.
  public static func findings(_ page: TemplatePage, file: String, isFirst: Bool) -> [Finding] {
    var findings: [Finding] = []
    func tell(_ severity: Severity, _ code: String, _ message: Phrase, _ hint: Phrase?) {
      let named = Phrase(ja: "「\(file)」: \(message.ja)", en: "‘\(file)’: \(message.en)")
      findings.append(Finding(severity, code: code, at: nil, named, hint: hint))
    }
    for name in page.slots.keys.sorted() where kind(name) == nil {
      let near = nearest(name, all)
      tell(
        .error, "template-unknown-slot",
        Phrase(ja: "「slot-\(name)」という差し込み枠は知りません。", en: "There is no slot called ‘slot-\(name)’."),
        near.map { Phrase(ja: "「slot-\($0)」のことでしょうか。", en: "Did you mean ‘slot-\($0)’?") }
          ?? Phrase(
            ja: "使えるのは \(all.map { "slot-" + $0 }.joined(separator: "、")) です。",
            en: "It can be \(all.map { "slot-" + $0 }.joined(separator: ", "))."))
    }
    for name in page.styles.keys.sorted() where !styles.contains(name) {
      tell(
        .error, "template-unknown-style",
        Phrase(ja: "「style-\(name)」という書式は知りません。", en: "There is no style called ‘style-\(name)’."),
        nearest(name, styles).map { Phrase(ja: "「style-\($0)」のことでしょうか。", en: "Did you mean ‘style-\($0)’?") })
    }
    if isFirst, page.slots["title"] == nil {
      tell(
        .error, "template-missing-slot",
        Phrase(ja: "題名の差し込み枠「slot-title」がありません。", en: "The slot for the title, ‘slot-title’, is missing."),
        Phrase(
          ja: "題名を入れる四角形を描き、ID を slot-title にしてください。",
          en: "Draw a rectangle for the title and give it the id slot-title."))
    }
    if page.bodies.isEmpty {
      tell(
        .error, "template-missing-slot",
        Phrase(ja: "本文の差し込み枠「slot-body-1」がありません。", en: "The slot for the text, ‘slot-body-1’, is missing."),
        Phrase(
          ja: "本文を流しこむ四角形を描き、ID を slot-body-1、slot-body-2…にしてください。",
          en:
            "Draw rectangles for the text to flow through, and give them the ids slot-body-1, slot-body-2, …")
      )
    }
    for body in page.bodies where body.width.mm < 80 || body.height.mm < 40 {
      tell(
        .error, "template-small-slot",
        Phrase(
          ja: "本文の枠が小さすぎます（\(Int(body.width.mm.rounded())) × \(Int(body.height.mm.rounded())) mm）。",
          en:
            "A slot for text is too small (\(Int(body.width.mm.rounded())) × \(Int(body.height.mm.rounded())) mm)."
        ),
        Phrase(ja: "幅 80 mm、高さ 40 mm 以上にしてください。", en: "Make it at least 80 mm wide and 40 mm high."))
    }
    let names = page.slots.keys.sorted()
    for (index, one) in names.enumerated() {
      for other in names[(index + 1)...] {
        guard let a = page.slots[one], let b = page.slots[other], a.inset(.mm(0.2), .mm(0.2)).intersects(b)
        else {
          continue
        }
        tell(
          .warning, "template-overlap",
          Phrase(
            ja: "「slot-\(one)」と「slot-\(other)」が重なっています。", en: "‘slot-\(one)’ and ‘slot-\(other)’ overlap."),
          nil)
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
