import CairoBackend
import Diagnostics
import Layout
import Picture
import Projection
import Workshop

/// The inks of a print.
public typealias PrintInk = Ink

/// Lays a session's newsletter out on a template and writes it.
public struct NewsletterPublishing: Sendable {
  /// The template's name or folder.
  public var template: String
  /// The kinds of file.
  public var formats: Set<OutputFormat>
  /// The resolution of PNG.
  public var dpi: Double
  /// How many inks it is printed in; nil for as many as the template is made for.
  public var ink: Ink?
  /// Whether pages have 3 mm of bleed and crop marks.
  public var isForPress = false
  /// Words that somebody looked at and found to give nobody away.
  public var allowed: [String] = []
  /// What is done with figures that would single out one household.
  public var groups = SmallGroups.coarsened
  /// Whether files that are not Tenken's may be overwritten.
  public var overwrites: Bool
  /// A desk that is being made already, if any.
  public var ahead: DeskAhead?
  /// Who reads it. Tests break the filter here, to see the gate stop what comes through.
  var audience = Audience.public

  /// Prepares a newsletter.
  public init(
    template: String = Templates.usual, formats: Set<OutputFormat> = [.pdf], dpi: Double = 150,
    ink: Ink? = nil, overwrites: Bool = false
  ) {
    self.ink = ink
    self.template = template
    self.formats = formats
    self.dpi = dpi
    self.overwrites = overwrites
  }

  /// Writes the newsletter of `checked` into `folder`. A newsletter is for everybody: it passes the privacy gate, or
  /// nothing is written.
  public func write(_ checked: CheckedSession, into folder: String) throws(Trouble) -> PaperResult {
    let renderer = try PaperDesk.renderer(ahead)
    let loaded = try Templates.load(template)
    guard let template = loaded.template else { throw Trouble(loaded.findings) }
    do throws(BackendError) {
      let empty = SlotNames.empty(in: checked.session)
      for reader in loaded.readers { try renderer.add(artwork: reader, without: empty) }
    } catch {
      throw Trouble([error.finding])
    }
    let ink = ink ?? template.first.ink
    renderer.ink = ink
    let pictures = SessionPictures(checked, renderer: renderer)
    guard pictures.findings.isEmpty else { throw Trouble(pictures.findings) }
    let session = checked.session
    let result = try compose(session, template, pictures.names, renderer.typesetter)
    let gate = PublicGate(checked, measurer: renderer.typesetter, allowing: allowed)
    let findings = loaded.findings + result.placed(in: checked) + groups.findings(session)
    let leaks = gate.findings(in: result.pages, drawnWith: pictures.words + loaded.words)
    let isBroken = findings.contains { $0.severity == .error }
    guard leaks.isEmpty, !isBroken else { throw Trouble((isBroken ? findings : []) + leaks) }
    let paper = PaperFile(
      name: "newsletter", title: session.title,
      pages: result.pages.map { (isForPress ? $0.forPress() : $0).printed(in: ink) },
      language: session.language,
      date: session.date)
    var desk = PaperDesk(
      formats: formats, dpi: dpi, folder: folder, overwrites: overwrites,
      inputs: [checked.input.identity].compactMap { $0 }, gate: gate)
    desk.allowed = allowed
    var written = try desk.write([paper], with: renderer)
    written.findings = findings + written.findings
    return written
  }

  func compose(
    _ session: Session, _ template: Template, _ pictures: [String: String], _ measurer: any TextMeasurer
  ) throws(Trouble) -> Newsletter.Result {
    var content = try Self.content(session, pictures: pictures, groups: groups)
    content.audience = audience
    return Newsletter(content, template: template, measurer: measurer).compose()
  }

  /// Everything that is printed of a session, its maps projected and its addresses encoded.
  static func content(
    _ session: Session, pictures: [String: String], groups: SmallGroups = .coarsened
  ) throws(Trouble) -> NewsletterContent {
    var session = session
    session.publication = session.publication.coarsened(groups, session.language).printed
    var projections: [String: MapProjection] = [:]
    for map in session.maps {
      projections[map.id] = Projector(map: map, sessionRules: session.rules).project()
    }
    var codes: [String: CodeMatrix] = [:]
    do throws(BackendError) {
      for url in session.publication.contacts.compactMap(\.url) {
        let code = try QRCode(url)
        codes[url] = CodeMatrix(side: code.side, isDark: code.isDark)
      }
    } catch {
      throw Trouble([error.finding])
    }
    var content = NewsletterContent(
      session: session, projections: projections, pictures: pictures, codes: codes)
    content.groups = groups
    return content
  }
}
