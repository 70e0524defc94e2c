import CCairo
import Picture

extension Renderer {
  /// Draws a document as a PDF file: vectors, text that can be searched, an outline with a line for each page.
  ///
  /// - Throws: `icon-missing`, `icon-broken`, or what Cairo reports.
  public func pdf(_ document: Document) throws(BackendError) -> [UInt8] {
    let canvas = try Canvas.pdf(size: document.pages.first?.size ?? .a4)
    describe(document, in: canvas.surface)
    let painter = Painter(
      context: canvas.context, typesetter: typesetter, icons: icons, isTagged: true, reusesIcons: true)
    for (index, page) in document.pages.enumerated() {
      cairo_pdf_surface_set_size(canvas.surface, page.size.width.points, page.size.height.points)
      cairo_pdf_surface_set_page_label(canvas.surface, String(index + 1))
      try painter.draw(page.items)
      cairo_pdf_surface_add_outline(
        canvas.surface, CAIRO_PDF_OUTLINE_ROOT, page.title, "page=\(index + 1) pos=[0 0]",
        CAIRO_PDF_OUTLINE_FLAG_OPEN)
      cairo_show_page(canvas.context)
    }
    return try canvas.finish()
  }

  private func describe(_ document: Document, in surface: OpaquePointer) {
    let entries: [(cairo_pdf_metadata_t, String)] = [
      (CAIRO_PDF_METADATA_TITLE, document.title),
      (CAIRO_PDF_METADATA_AUTHOR, document.author),
      (CAIRO_PDF_METADATA_SUBJECT, document.subject),
      (CAIRO_PDF_METADATA_CREATOR, "Tenken"),
      // Cairo would take the clock's time, and no two runs would give the same file.
      (CAIRO_PDF_METADATA_CREATE_DATE, (document.date ?? "2000-01-01") + "T00:00:00Z"),
    ]
    for (key, value) in entries { cairo_pdf_surface_set_metadata(surface, key, value) }
  }
}
