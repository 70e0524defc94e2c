import CairoBackend
import Diagnostics
import Foundation
import Picture
import Workshop

/// Pages that belong into one file.
struct PaperFile {
  /// Its name without an ending.
  var name: String
  /// Its pages.
  var document: Document
  /// The PDF file, where the pages were drawn while they were laid out.
  var drawn: [UInt8]?

  init(name: String, title: String, pages: [Page], language: Language, date: CalendarDate? = nil) {
    self.name = name
    document = Document(
      title: title, author: "Tenken", subject: pages.count == 1 ? pages.first?.summary ?? title : title,
      language: language, date: date.map(\.iso), pages: pages.map(\.structured))
  }

  func pdf(by renderer: Renderer) throws(BackendError) -> [UInt8] {
    if let drawn { return drawn }
    return try renderer.pdf(document)
  }
}

/// What was written, and what there is to say about it.
public struct PaperResult: Sendable {
  /// What was found on the way.
  public var findings: [Finding]
  /// What lies where; nil where nothing was written.
  public var summary: Phrase?

  /// Whether anything found is an error.
  public var hasErrors: Bool { findings.contains { $0.severity == .error } }
}

/// Draws pages as files and writes them into one folder.
struct PaperDesk {
  /// The kinds of file.
  var formats: Set<OutputFormat>
  /// The resolution of PNG.
  var dpi = 150.0
  /// The resolution of PNG page by page; nil for ``dpi``.
  var resolution: ((Page) -> Double)?
  /// Whether nothing is under the pages of a PNG.
  var isTransparent = false
  /// Where the files go.
  var folder: String
  /// Whether files that are not Tenken's may be overwritten.
  var overwrites: Bool
  /// Files that were read.
  var inputs: [FileIdentity]
  /// The names of papers that are not written this time, so that they are not taken for pages of those that are.
  var others: Set<String> = []
  /// Characters that may be missing in print, as somebody decided.
  var allowed: [String] = []
  /// What every finished file has to pass; nil for papers that no session went into.
  var gate: PublicGate?

  init(
    formats: Set<OutputFormat>, dpi: Double = 150, folder: String, overwrites: Bool,
    inputs: [FileIdentity] = [], gate: PublicGate?
  ) {
    self.gate = gate
    self.formats = formats
    self.dpi = dpi
    self.folder = folder
    self.overwrites = overwrites
    self.inputs = inputs
  }

  /// - Parameter ahead: a desk that is being made already, if any.
  static func renderer(_ ahead: DeskAhead? = nil) throws(Trouble) -> Renderer {
    do throws(BackendError) {
      let resources = try ResourceFolder.find()
      if let desk = ahead?.take(for: resources) { return try desk.renderer.get() }
      return try Renderer(resources: resources)
    } catch {
      throw Trouble([error.finding])
    }
  }

  /// Paper goes to thousands of people: a page with a mark in the place of somebody's name is not written.
  func refuseMissing(_ renderer: Renderer) throws(Trouble) {
    let passed = Set(allowed.joined())
    let missing = renderer.typesetter.missingCharacters.filter { !passed.contains($0) }
    guard !missing.isEmpty else { return }
    let list = missing.prefix(8).map { character in
      let codes = character.unicodeScalars.map { "U+" + String($0.value, radix: 16, uppercase: true) }
      return "\(character) (\(codes.joined(separator: " ")))"
    }
    let one = missing.first.map(String.init) ?? ""
    throw Trouble([
      Finding(
        .error, code: "character-missing", at: gate?.place(ofFirst: Array(missing)),
        Phrase(
          ja: "書体（BIZ UDPゴシック）にない文字があるので、書き出しませんでした: \(list.joined(separator: "、"))",
          en:
            "Nothing was written, because the typeface (BIZ UDPGothic) lacks some characters: \(list.joined(separator: ", "))."
        ),
        hint: Phrase(
          ja: "別の字（例: 𠮷 は 吉）や、かなに置きかえてください。〓 と刷ってよければ、--allow \(one) を付けます。",
          en:
            "Write them with other characters. To print 〓 in their place, knowingly, add --allow \(one)."))
    ])
  }

  /// Draws everything before it writes anything: what cannot be drawn leaves no half set behind.
  func write(_ papers: [PaperFile], with renderer: Renderer) throws(Trouble) -> PaperResult {
    if let format = fileFormat { return try write(papers, as: format, with: renderer) }
    var files: [(name: String, unnumbered: String, bytes: [UInt8])] = []
    do throws(BackendError) {
      for paper in papers {
        if formats.contains(.pdf) {
          files.append(("\(paper.name).pdf", "\(paper.name).pdf", try paper.pdf(by: renderer)))
        }
        for (index, page) in paper.document.pages.enumerated() {
          func add(_ ending: String, _ bytes: [UInt8]) {
            let name = "\(paper.name).\(ending)"
            let isOnly = paper.document.pages.count == 1
            files.append((isOnly ? name : FormerPages.numbered(name, index + 1), name, bytes))
          }
          if formats.contains(.svg) {
            add(
              "svg",
              try renderer.svg(page, language: paper.document.language, isTransparent: isTransparent))
          }
          if formats.contains(.png) {
            add("png", try renderer.png(page, dpi: resolution?(page) ?? dpi, isTransparent: isTransparent))
          }
        }
      }
    } catch {
      throw Trouble([error.finding])
    }
    try refuseMissing(renderer)
    for file in files { try gate?.check(file.bytes, called: file.name) }
    let writer = OutputWriter(protecting: inputs, overwrites: overwrites)
    let watch = writer.pending.watchForInterruption()
    defer { watch.end() }
    try writer.makeFolder(folder)
    for file in files { try writer.write(file.bytes, to: folder + "/" + file.name, seal: .inside) }
    let former = FormerPages.clear(
      folder, of: files.map { FormerPages.Written(name: $0.name, unnumbered: $0.unnumbered) },
      sparing: others)
    let count = files.count
    return PaperResult(
      findings: renderer.findings + former,
      summary: Phrase(
        ja:
          "\(folder)/ に \(count)個のファイルを書きました（\(files.prefix(3).map(\.name).joined(separator: "、"))\(count > 3 ? " など" : "")）。",
        en:
          "\(count) file\(count == 1 ? "" : "s") in \(folder)/ (\(files.prefix(3).map(\.name).joined(separator: ", "))\(count > 3 ? ", …" : ""))"
      ))
  }
}
