import CCairo
import Picture

extension Renderer {
  /// Draws a document as a PDF file: vectors, text that can be searched, an outline with a line for each page and
  /// the titles of its sections below, headings, paragraphs and figures told to those who listen, and nothing of the clock.
  ///
  /// - Throws: `icon-missing`, `icon-broken`, or what Cairo reports.
  public func pdf(_ document: Document) throws(BackendError) -> [UInt8] {
    for page in document.pages { try check(page.size) }
    var drawing = try PDFDrawing(with: self)
    for page in document.pages { try drawing.draw(page) }
    return try drawing.finish(document)
  }
}

/// A PDF file in the making: every page may be drawn as soon as it is laid out, while its text is still at hand.
public struct PDFDrawing: ~Copyable {
  private let renderer: Renderer
  private let canvas: Canvas
  private let painter: Painter

  /// Begins a file of no pages.
  public init(with renderer: Renderer) throws(BackendError) {
    self.renderer = renderer
    canvas = try Canvas.pdf(size: .a4)
    painter = Painter(
      context: canvas.context, typesetter: renderer.typesetter, icons: renderer.icons, isTagged: true,
      reusesIcons: true, keepsWords: Canvas.tellsWords)
  }

  /// Draws the next page.
  ///
  /// - Throws: `icon-missing`, `icon-broken`, or that there is no such sheet of paper.
  public mutating func draw(_ page: Page) throws(BackendError) {
    try renderer.check(page.size)
    cairo_pdf_surface_set_size(canvas.surface, page.size.width.points, page.size.height.points)
    painter.drawSpecks(on: page.size)
    cairo_tag_begin(canvas.context, "Sect", nil)
    try painter.draw(page.items)
    cairo_tag_end(canvas.context, "Sect")
    cairo_show_page(canvas.context)
  }

  /// The file.
  ///
  /// - Parameter document: Everything that was drawn, in its order, and what the file says of itself.
  /// - Throws: what Cairo reports.
  public consuming func finish(_ document: Document) throws(BackendError) -> [UInt8] {
    // Cairo ends the program over a line that leads to a page which trouble kept from being made.
    try canvas.check()
    Self.describe(document, in: canvas.surface)
    for (index, page) in document.pages.enumerated() {
      let line = cairo_pdf_surface_add_outline(
        canvas.surface, CAIRO_PDF_OUTLINE_ROOT, page.title, "page=\(index + 1) pos=[0 0]",
        CAIRO_PDF_OUTLINE_FLAG_OPEN)
      for heading in Self.headings(page.items) {
        cairo_pdf_surface_add_outline(
          canvas.surface, line, heading.text,
          "page=\(index + 1) pos=[0 \(Int(max(0, heading.top.points - 12)))]", cairo_pdf_outline_flags_t(0))
      }
    }
    return Seal.sealed(Self.finished(try canvas.finish(), document))
  }

  /// Titles of sections on a page and where they are, in reading order.
  private static func headings(_ items: [Item]) -> [(text: String, top: Length)] {
    items.flatMap { item -> [(text: String, top: Length)] in
      guard case .group(let group) = item else { return [] }
      guard group.role == .heading2, group.mark?.kind == .title else { return headings(group.items) }
      let texts = group.items.compactMap { item in if case .text(let text) = item { text } else { nil } }
      guard let first = texts.first else { return [] }
      let title = texts.map { $0.block.string.split(whereSeparator: \.isNewline).joined(separator: " ") }
      return [(title.joined(separator: " "), first.origin.y)]
    }
  }

  private static func describe(_ document: Document, in surface: OpaquePointer) {
    let entries: [(cairo_pdf_metadata_t, String)] = [
      (CAIRO_PDF_METADATA_TITLE, document.title),
      (CAIRO_PDF_METADATA_AUTHOR, document.author),
      (CAIRO_PDF_METADATA_SUBJECT, document.subject),
      (CAIRO_PDF_METADATA_CREATOR, "Tenken"),
    ]
    for (key, value) in entries { cairo_pdf_surface_set_metadata(surface, key, value) }
    // Left alone, Cairo would take the clock's time, and no two runs would give the same file.
    let date = document.date.flatMap { isDay($0) ? $0 + "T00:00:00Z" : nil }
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, date)
  }

  /// Whether the text is of the form `2023-02-07`.
  private static func isDay(_ text: String) -> Bool {
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    let bytes = Array(text.utf8)
    return bytes.count == 10
      && bytes.enumerated().allSatisfy { index, byte in
        index == 4 || index == 7 ? byte == UInt8(ascii: "-") : digits.contains(byte)
      }
  }

  private static func finished(_ file: [UInt8], _ document: Document) -> [UInt8] {
    guard var finish = PDFFinish(file) else { return file }
    finish.nameFormsOnce()
    finish.gatherStructure()
    finish.describe(language: document.language)
    finish.describe(press: document.pages.map { ($0.size, $0.press) })
    finish.describe(figures: document.pages.flatMap { Painter.figures($0.items) }.map(\.alternative))
    return finish.bytes()
  }
}
