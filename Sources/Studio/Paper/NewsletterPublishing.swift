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
  /// Whether files that are not Tenken's may be overwritten.
  public var overwrites: Bool

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
    let renderer = try PaperDesk.renderer()
    let loaded = try Templates.load(template)
    guard let template = loaded.template else { throw Trouble(loaded.findings) }
    do throws(BackendError) {
      for reader in loaded.readers { try renderer.add(artwork: reader) }
    } catch {
      throw Trouble([error.finding])
    }
    let ink = ink ?? template.first.ink
    renderer.ink = ink
    let pictures = SessionPictures(checked, renderer: renderer)
    guard pictures.findings.isEmpty else { throw Trouble(pictures.findings) }
    let session = checked.session
    let result = try compose(session, template, pictures.names, renderer.typesetter)
    let findings = loaded.findings + result.findings
    guard !findings.contains(where: { $0.severity == .error }) else { throw Trouble(findings) }
    let leaks = Self.leaks(in: result.pages, checked)
    guard leaks.isEmpty else { throw Trouble(leaks) }
    let paper = PaperFile(
      name: "newsletter", title: session.title,
      pages: result.pages.map { (isForPress ? $0.forPress() : $0).printed(in: ink) },
      language: session.language,
      date: session.date)
    let desk = PaperDesk(
      formats: formats, dpi: dpi, folder: folder, overwrites: overwrites,
      inputs: [checked.input.identity].compactMap { $0 })
    var written = try desk.write([paper], with: renderer)
    written.findings = findings + written.findings
    return written
  }

  func compose(
    _ session: Session, _ template: Template, _ pictures: [String: String], _ measurer: any TextMeasurer
  ) throws(Trouble) -> Newsletter.Result {
    Newsletter(
      try Self.content(session, pictures: pictures), template: template, measurer: measurer
    ).compose()
  }

  /// Everything that is printed of a session, its maps projected and its addresses encoded.
  static func content(_ session: Session, pictures: [String: String]) throws(Trouble) -> NewsletterContent {
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
    return NewsletterContent(session: session, projections: projections, pictures: pictures, codes: codes)
  }

  /// Everything private of any map that stands on a page, as errors. What the room wrote for the newsletter may speak
  /// of occupations and places, never of names and notes.
  static func leaks(in pages: [Page], _ checked: CheckedSession) -> [Finding] {
    var findings: [Finding] = []
    for map in checked.session.maps {
      var gate = PrivacyGate(for: map, in: checked.session)
      gate.remarks += checked.session.publication.words
      // A word of the legend or of a heading gives nobody away.
      let hits = gate.hits(in: pages) { [] }
      findings += hits.map { $0.finding(on: map, checked) }.filter { !findings.contains($0) }
    }
    return findings
  }
}

extension Publication {
  /// Everything in it that somebody wrote to be printed.
  var words: [String] {
    var words = agenda + [volume].compactMap { $0 }
    words += greetings.flatMap { [$0.name, $0.office ?? ""] + $0.words.map(\.plain) }
    words += articles.flatMap { [$0.title] + $0.paragraphs.map(\.plain) }
    words += talks.flatMap { [$0.table] + $0.findings + $0.actions }
    words += personas.flatMap { persona in [persona.title] + PersonaField.allCases.flatMap { persona[$0] } }
    words += waysToMeet.map(\.name)
    words += votes.flatMap { [$0.title] + $0.entries.flatMap { [$0.name] + $0.reasons } }
    words += colourRankings.flatMap { [$0.table] + $0.colours.map(\.name) }
    words += tallies.flatMap { [$0.title] + $0.counts.map(\.name) }
    words += questionnaire?.questions.flatMap { [$0.title] + $0.answers.map(\.name) } ?? []
    if let participants {
      words += (participants.departments + participants.sexes + participants.ages).map(\.name)
    }
    words += contacts.flatMap { [$0.name, $0.telephone, $0.place, $0.hours, $0.url].compactMap { $0 } }
    return words
  }
}
