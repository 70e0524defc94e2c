import CCairo
import Diagnostics
import Picture

/// Draws pages as files: PDF, SVG, PNG. The same page gives the same bytes on every run and in any thread.
///
/// Not for sharing between threads: each makes its own.
public final class Renderer {
  /// The measure of all text that this renderer draws.
  public let typesetter: PangoTypesetter
  let icons: IconLibrary
  let outlines = GlyphOutlines()

  /// Makes a renderer with the icons and typefaces of `resources`.
  ///
  /// - Throws: `font-missing` where the typeface is not installed.
  public init(resources: ResourceFolder) throws(BackendError) {
    typesetter = try PangoTypesetter(resources: resources)
    icons = IconLibrary(resources)
  }

  /// Makes a renderer that draws with a typesetter already at hand.
  public init(resources: ResourceFolder, typesetter: PangoTypesetter) {
    self.typesetter = typesetter
    icons = IconLibrary(resources)
  }

  /// What is to be told about the pictures drawn so far.
  public var findings: [Finding] { typesetter.findings }

  /// Sheets of no size, and sheets larger than a PDF may hold (200 inches), are a mistake.
  func check(_ size: Size) throws(BackendError) {
    let possible = 1.0...14_400
    guard possible.contains(size.width.points), possible.contains(size.height.points) else {
      throw BackendError(
        .size,
        Phrase(
          ja: "この大きさの用紙には描けません（\(size.width.mm) × \(size.height.mm) mm）。",
          en: "A sheet of this size cannot be drawn (\(size.width.mm) × \(size.height.mm) mm)."))
    }
  }
}
