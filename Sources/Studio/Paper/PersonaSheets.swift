import CairoBackend
import Diagnostics
import Layout
import Picture
import Workshop

/// The personas of a session on paper: side by side, and each on pages of its own.
public struct PersonaSheets: Sendable {
  /// The kinds of file.
  public var formats: Set<OutputFormat>
  /// Whether every persona's page goes into one file and nothing else is written: to print them all, to bind them.
  public var isBook = false
  /// Words that somebody looked at and found to give nobody away.
  public var allowed: [String] = []
  /// Whether files that are not Tenken's may be overwritten.
  public var overwrites: Bool
  /// A desk that is being made already, if any.
  public var ahead: DeskAhead?

  /// Prepares the sheets.
  public init(formats: Set<OutputFormat> = Set(OutputFormat.allCases), overwrites: Bool = false) {
    self.formats = formats
    self.overwrites = overwrites
  }

  /// Writes the sheets into `folder`.
  public func write(_ checked: CheckedSession, into folder: String) throws(Trouble) -> PaperResult {
    let session = checked.session
    let personas = session.publication.personas
    guard !personas.isEmpty else {
      throw Trouble(
        code: "no-personas",
        Phrase(
          ja: "「\(checked.input.name)」にはペルソナがありません。", en: "There are no personas in ‘\(checked.input.name)’."),
        hint: Phrase(
          ja: "「ペルソナ:」の下に「- 題名: …」と書きます。手書き用の用紙は tenken kit で作れます。",
          en: "Write “- title: …” under `personas`. ‘tenken kit’ makes the worksheet to write on by hand."))
    }
    let renderer = try PaperDesk.renderer(ahead)
    let pictures = SessionPictures(checked, renderer: renderer)
    guard pictures.findings.isEmpty else { throw Trouble(pictures.findings) }
    let language = session.language
    let measurer = renderer.typesetter
    let sheets = personas.map {
      PersonaSheet($0, language: language, measurer: measurer, pictures: pictures.names)
    }
    let sizes = PersonaSheet.sizes(sheets)
    func paper(_ name: String, _ pages: [Page]) -> PaperFile {
      PaperFile(name: name, title: session.title, pages: pages, language: language, date: session.date)
    }
    let gate = PublicGate(checked, measurer: measurer, allowing: allowed)
    let papers: [PaperFile]
    if isBook {
      papers = [
        try book(
          zip(sheets, sizes).lazy.flatMap { $0.pages(size: $1) }, with: renderer
        ) { paper("persona-sheets", $0) }
      ]
    } else {
      let comparison = PersonaComparison(
        personas, language: language, measurer: measurer, pictures: pictures.names)
      papers =
        [paper("personas", comparison.pages())]
        + zip(personas, zip(sheets, sizes)).map { persona, sheet in
          paper("persona-\(persona.number)", sheet.0.pages(size: sheet.1))
        }
    }
    try gate.check(papers.flatMap(\.document.pages), drawnWith: pictures.words)
    var desk = PaperDesk(
      formats: formats, folder: folder, overwrites: overwrites,
      inputs: [checked.input.identity].compactMap { $0 }, gate: gate)
    desk.allowed = allowed
    return try desk.write(papers, with: renderer)
  }

  /// Draws every sheet as soon as it is laid out: of hundreds nobody remembers the first when the last is laid out.
  private func book(
    _ sheets: some Sequence<Page>, with renderer: Renderer, _ paper: ([Page]) -> PaperFile
  ) throws(Trouble) -> PaperFile {
    guard formats.contains(.pdf) else { return paper(Array(sheets)) }
    do throws(BackendError) {
      var pages: [Page] = []
      var drawing = try PDFDrawing(with: renderer)
      for sheet in sheets {
        try drawing.draw(sheet.structured)
        pages.append(sheet)
      }
      var file = paper(pages)
      file.drawn = try drawing.finish(file.document)
      return file
    } catch {
      throw Trouble([error.finding])
    }
  }
}
