import CCairo
import Diagnostics
import Picture

extension Renderer {
  /// Draws a page as an SVG file.
  ///
  /// - Throws: `icon-missing`, `icon-broken`, or what Cairo reports.
  public func svg(_ page: Page, language: Language = .ja) throws(BackendError) -> [UInt8] {
    let canvas = try Canvas.svg(size: page.size)
    try Painter(context: canvas.context, typesetter: typesetter, icons: icons).draw(page.items)
    return try canvas.finish()
  }
}
