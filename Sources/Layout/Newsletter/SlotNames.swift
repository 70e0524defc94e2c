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
}
