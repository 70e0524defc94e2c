import CCairo
import Diagnostics
import Picture

extension Renderer {
  /// The resolutions that ``png(_:dpi:isTransparent:)`` takes, in dots per inch.
  public static let resolutions: ClosedRange<Double> = 10...2400

  /// The most pixels of one picture: A3 at 600 dpi is 70 million.
  static let mostPixels = 160_000_000.0

  /// Draws a page as pixels, white paper under it unless asked otherwise, its size in millimetres kept in it.
  ///
  /// - Parameter dpi: dots per inch, within ``resolutions``.
  /// - Throws: `picture-size` where the picture would be too large to open, and what drawing throws.
  public func png(_ page: Page, dpi: Double, isTransparent: Bool = false) throws(BackendError) -> [UInt8] {
    try check(page.size)
    guard Self.resolutions.contains(dpi) else { throw Self.resolution(dpi) }
    let scale = dpi / 72
    let width = (page.size.width.points * scale).rounded()
    let height = (page.size.height.points * scale).rounded()
    // Cairo counts pixels in 15 bits a side.
    guard width >= 1, height >= 1, max(width, height) <= 32767, width * height <= Self.mostPixels else {
      throw Self.tooLarge(width, height, dpi)
    }
    let canvas = try Canvas.image(width: Int(width), height: Int(height), isTransparent: isTransparent)
    cairo_scale(canvas.context, scale, scale)
    try Painter(context: canvas.context, typesetter: typesetter, icons: icons).draw(page.items)
    let file = try canvas.encodePNG()
    let notes = [
      PNGChunk.resolution(dpi), .text("Title", page.title), .text("Software", "Tenken"),
    ]
    return Seal.sealed(PNGChunk.insert(notes, into: file))
  }

  private static func resolution(_ dpi: Double) -> BackendError {
    BackendError(
      .size,
      Phrase(
        ja: "解像度 \(number(dpi)) dpi では描けません。10 から 2400 までにしてください（印刷なら 300〜600）。",
        en:
          "A resolution of \(number(dpi)) dpi cannot be drawn; please take 10 to 2400 (300 to 600 for print)."
      ))
  }

  private static func tooLarge(_ width: Double, _ height: Double, _ dpi: Double) -> BackendError {
    let pixels = "\(number(width)) × \(number(height))"
    return BackendError(
      .size,
      Phrase(
        ja: "\(number(dpi)) dpi では \(pixels) 画素になり、大きすぎて描けません。",
        en: "At \(number(dpi)) dpi the picture would have \(pixels) pixels, which is too large."),
      hint: Phrase(
        ja: "解像度を下げるか、拡大してもあらくならない PDF か SVG にしてください。",
        en: "Please lower the resolution, or choose PDF or SVG, which stay sharp at any size."))
  }

  private static func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
  }
}
