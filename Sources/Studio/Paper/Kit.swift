import CairoBackend
import Diagnostics
import Layout
import Picture
import Workshop

/// The sizes of map sheets.
public typealias KitPaper = BlankMapSheet.Paper

/// The sheets that a room needs before a workshop: from the session file where it says, else with blanks.
public struct Kit: Sendable {
  /// The size of the map sheets and of the sheet for remarks.
  public var paper: KitPaper
  /// How many name cards to write on, beside those of the staff.
  public var blankCards: Int
  /// The kinds of file.
  public var formats: Set<OutputFormat>
  /// Words that somebody looked at and found to give nobody away.
  public var allowed: [String] = []
  /// Whether files that are not Tenken's may be overwritten.
  public var overwrites: Bool

  /// Prepares a kit.
  public init(
    paper: KitPaper = .a3, blankCards: Int = 10, formats: Set<OutputFormat> = [.pdf],
    overwrites: Bool = false
  ) {
    self.paper = paper
    self.blankCards = blankCards
    self.formats = formats
    self.overwrites = overwrites
  }

  /// Writes the kit into `folder`.
  ///
  /// - Parameters:
  ///   - checked: the session; nil makes everything blank.
  ///   - language: that of the paper where there is no session.
  public func write(
    _ checked: CheckedSession?, language: Language, into folder: String
  ) throws(Trouble) -> PaperResult {
    let renderer = try PaperDesk.renderer()
    let measurer = renderer.typesetter
    let papers = papers(
      checked?.session, language: checked?.session.language ?? language, measurer: measurer)
    // A kit lies open on the tables: whoever runs the workshop is named in it, who lives where is not.
    let gate = checked.map { checked in
      PublicGate(checked, measurer: measurer, includesStaff: false, allowing: allowed) {
        var empty = checked.session
        for index in empty.maps.indices { empty.maps[index].houses = [] }
        return self.papers(empty, language: empty.language, measurer: measurer).flatMap {
          $0.document.pages.flatMap(\.texts).map(\.string)
        }
      }
    }
    try gate?.check(papers.flatMap(\.document.pages))
    var desk = PaperDesk(
      formats: formats, folder: folder, overwrites: overwrites,
      inputs: [checked?.input.identity].compactMap { $0 }, gate: gate)
    desk.allowed = allowed
    return try desk.write(papers, with: renderer)
  }

  func papers(_ session: Session?, language: Language, measurer: any TextMeasurer) -> [PaperFile] {
    let title = session?.title ?? ""
    let date = session?.date
    func file(_ name: String, _ title: Phrase, _ pages: [Page]) -> PaperFile {
      PaperFile(name: name, title: title(in: language), pages: pages, language: language, date: date)
    }
    let rules = Rules.workshop.applying(session?.rules ?? RuleChanges())
    let timetable = TimetableSheet(
      session?.publication.timetable, heading: title.isEmpty ? Self.inspection(in: language) : title,
      details: [session?.date.map { SheetHeader.words($0, language) }, session?.venue].compactMap { $0 },
      language: language, measurer: measurer)
    return [
      file(
        "map-sheets", Phrase(ja: "地図の用紙", en: "Map sheets"),
        mapSheets(session, rules: rules, language: language, measurer: measurer)),
      file(
        "method", Phrase(ja: "地域点検のやりかた", en: "How a district inspection goes"),
        [MethodCard(rules: rules, language: language, measurer: measurer).page()]),
      file("timetable", Phrase(ja: "時間割", en: "Timetable"), timetable.pages()),
      file(
        "persona-worksheet", Phrase(ja: "ペルソナ・シート", en: "Persona worksheet"),
        [
          PersonaWorksheet(title: title.isEmpty ? nil : title, language: language, measurer: measurer).page()
        ]),
      file(
        "name-cards", Phrase(ja: "名札", en: "Name cards"),
        NameCards(
          session?.publication.staff ?? [], blanks: blankCards,
          heading: title.isEmpty ? Self.inspection(in: language) : title, language: language,
          measurer: measurer
        ).pages()),
    ]
  }

  private static let inspection = Phrase(ja: "地域点検", en: "District inspection")

  /// Every map of the session, now and at its horizons; without maps one set to write the year on.
  private func mapSheets(
    _ session: Session?, rules: Rules, language: Language, measurer: any TextMeasurer
  ) -> [Page] {
    var pages: [Page] = []
    for map in session?.maps ?? [] {
      let sheet = BlankMapSheet(
        title: map.title, rules: rules.applying(map.rules), language: language, measurer: measurer)
      pages += ([0] + map.horizons).map { sheet.page(baseYear: map.baseYear, later: $0, paper: paper) }
      pages.append(RemarksSheet(title: map.title, language: language, measurer: measurer).page(paper: paper))
    }
    guard pages.isEmpty else { return pages }
    let sheet = BlankMapSheet(title: "", rules: rules, language: language, measurer: measurer)
    pages = [0, 10, 20, 30].map { sheet.page(baseYear: session?.date?.year, later: $0, paper: paper) }
    return pages + [
      RemarksSheet(title: session?.title ?? "", language: language, measurer: measurer).page(paper: paper)
    ]
  }
}
