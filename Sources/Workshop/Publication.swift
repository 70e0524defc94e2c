/// A greeting at the head of the newsletter.
public struct Greeting: Sendable, Hashable {
  /// Who greets; meant to be printed.
  public var name: String
  /// Their office.
  public var office: String?
  /// Their words, paragraph by paragraph.
  public var words: [RichText]
  /// Their photograph; the path as the session file has it, relative to that file.
  public var portrait: String?

  /// Makes a greeting.
  public init(name: String, office: String? = nil, words: [RichText], portrait: String? = nil) {
    self.name = name
    self.office = office
    self.words = words
    self.portrait = portrait
  }
}

/// A section of text.
public struct Article: Sendable, Hashable {
  /// Its heading.
  public var title: String
  /// Its paragraphs.
  public var paragraphs: [RichText]

  /// Makes an article.
  public init(title: String, paragraphs: [RichText]) {
    self.title = title
    self.paragraphs = paragraphs
  }
}

/// What one table found where it drew no map of its own.
public struct TableTalk: Sendable, Hashable {
  /// The table.
  public var table: String
  /// 気づいたこと.
  public var findings: [RichText]
  /// 取り組むといいこと.
  public var actions: [RichText]

  /// Makes a table's talk.
  public init(table: String, findings: [RichText] = [], actions: [RichText] = []) {
    self.table = table
    self.findings = findings
    self.actions = actions
  }
}

/// Somebody who helps to run the workshop. Printed on name cards, never in the newsletter.
public struct StaffMember: Sendable, Hashable {
  /// The name.
  public var name: String
  /// Office or organisation.
  public var office: String?
  /// What they do on the day.
  public var duty: String?

  /// Makes a member of staff.
  public init(name: String, office: String? = nil, duty: String? = nil) {
    self.name = name
    self.office = office
    self.duty = duty
  }
}

/// An office that readers can turn to.
public struct Contact: Sendable, Hashable {
  /// The office.
  public var name: String
  /// As it is dialled and printed.
  public var telephone: String?
  /// Where it is.
  public var place: String?
  /// When it is open.
  public var hours: String?
  /// Its page on the web; printed with a QR code.
  public var url: String?

  /// Makes a contact.
  public init(
    name: String, telephone: String? = nil, place: String? = nil, hours: String? = nil, url: String? = nil
  ) {
    self.name = name
    self.telephone = telephone
    self.place = place
    self.hours = hours
    self.url = url
  }
}

/// Everything of a workshop that is printed beside its maps. All of it may be missing.
public struct Publication: Sendable, Hashable {
  /// The issue of the newsletter: `vol.1`.
  public var volume: String?
  /// The programme, item by item.
  public var agenda: [String] = []
  /// Greetings.
  public var greetings: [Greeting] = []
  /// Sections of text.
  public var articles: [Article] = []
  /// Findings and actions of tables without a map.
  public var talks: [TableTalk] = []
  /// Whom the room imagined.
  public var personas: [Persona] = []
  /// By what means they could be met, with how often each was chosen.
  public var waysToMeet: [NamedCount] = []
  /// Votes.
  public var votes: [Vote] = []
  /// Theme colours, table by table.
  public var colourRankings: [ColourRanking] = []
  /// Themes with counts.
  public var tallies: [Tally] = []
  /// The closing questionnaire.
  public var questionnaire: Questionnaire?
  /// Who took part.
  public var participants: Participants?
  /// What happened when.
  public var timetable: Timetable?
  /// Who ran the workshop.
  public var staff: [StaffMember] = []
  /// Whom to turn to.
  public var contacts: [Contact] = []

  /// Nothing beside the maps.
  public init() {}
}
