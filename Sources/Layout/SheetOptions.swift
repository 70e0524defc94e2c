import Diagnostics
import Picture
import Workshop

/// What stands at the head of a workshop's pages.
public struct SheetHeader: Sendable, Hashable {
  /// The workshop's title.
  public var title: String
  /// The day, in the language of the paper.
  public var date: String?
  /// Where it was held.
  public var venue: String?
  /// The line that names the programme.
  public var programme: String?

  /// Makes a head of its words.
  public init(title: String, date: String? = nil, venue: String? = nil, programme: String? = nil) {
    self.title = title
    self.date = date
    self.venue = venue
    self.programme = programme
  }

  /// The head of `session` in `language`.
  public init(_ session: Session, language: Language) {
    title = session.title
    date = session.date.map { Self.words($0, language) }
    venue = session.venue
    programme = session.programme
  }

  /// A date as it is printed: 2023年2月7日, 7 February 2023.
  public static func words(_ date: CalendarDate, _ language: Language) -> String {
    switch language {
    case .ja: return "\(date.year)年\(date.month)月\(date.day)日"
    case .en:
      let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
      ]
      let month = months.indices.contains(date.month - 1) ? months[date.month - 1] : "\(date.month)"
      return "\(date.day) \(month) \(date.year)"
    }
  }
}

/// How a map is put on paper.
public struct SheetOptions: Sendable, Hashable {
  /// Who will see it. The public is the default for everything that leaves the room.
  public var audience: Audience
  /// The language of the words around the map.
  public var language: Language
  /// The head of the page.
  public var header: SheetHeader
  /// The sheet, of single maps.
  public var paper: Paper
  /// Whether findings and actions stand beside the map.
  public var showsRemarks: Bool
  /// What is done with figures that would single out one household.
  public var groups = SmallGroups.coarsened

  /// Makes options.
  public init(
    audience: Audience = .public, language: Language, header: SheetHeader, paper: Paper = .a4Landscape,
    showsRemarks: Bool = true
  ) {
    self.audience = audience
    self.language = language
    self.header = header
    self.paper = paper
    self.showsRemarks = showsRemarks
  }
}
