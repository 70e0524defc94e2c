import Diagnostics
import Picture

extension Renderer {
  /// Draws a page as an SVG file in millimetres, with the page's title and summary in it for those who cannot
  /// see, and what its figures and words say. Its ids are made from its content, so that several files can stand in one web page. White paper lies
  /// under it unless asked otherwise: ink on a dark web page could not be read.
  ///
  /// - Throws: `icon-missing`, `icon-broken`, or what Cairo reports.
  public func svg(
    _ page: Page, language: Language = .ja, isTransparent: Bool = false
  ) throws(BackendError) -> [UInt8] {
    try check(page.size)
    let told = PageInWords(page)
    var writer = SVGWriter(
      typesetter: typesetter, icons: icons, outlines: outlines, isFigure: told.isOneFigure)
    try writer.draw(page.items)

    var text = SVGText()
    text.raw(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.1" width="
      """)
    text.number(page.size.width.mm, decimals: 3)
    text.raw("mm\" height=\"")
    text.number(page.size.height.mm, decimals: 3)
    text.raw("mm\" viewBox=\"0 0 ")
    text.number(page.size.width.mm, decimals: 3)
    text.raw(" ")
    text.number(page.size.height.mm, decimals: 3)
    text.raw(
      "\" lang=\"\(language.rawValue)\" xml:lang=\"\(language.rawValue)\" role=\"\(told.isOneFigure ? "img" : "graphics-document document")\" aria-labelledby=\""
    )
    text.id("title")
    text.raw(" ")
    text.id("desc")
    text.raw("\">\n<title id=\"")
    text.id("title")
    text.raw("\">")
    text.escaped(page.title)
    text.raw("</title>\n<desc id=\"")
    text.id("desc")
    text.raw("\">")
    text.escaped(told.description(language))
    text.raw("</desc>\n")
    if !isTransparent { text.raw("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n") }
    text.append(try writer.finished())
    text.raw("</svg>\n")

    let prefix = Array("t\(CRC32.of(text.bytes).hex)-".utf8)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.bytes.count + text.bytes.count / 4)
    for byte in text.bytes {
      if byte == SVGText.prefix { bytes += prefix } else { bytes.append(byte) }
    }
    return Seal.sealed(bytes)
  }
}
