import CPango
import Picture

/// A block of text laid out: the lines of Pango, each at its place relative to the block's origin.
final class Typeset {
  /// One line at its place.
  struct Line {
    /// Of Pango, owned by one of ``Typeset/layouts``.
    var line: UnsafeMutablePointer<PangoLayoutLine>
    /// From the origin to the line's left end, in points.
    var x: Double
    /// From the origin down to the baseline, in points.
    var baseline: Double
    /// Where it comes from; Pango counts its bytes.
    var paragraph: Paragraph
    /// Behind which byte of the line before it this is read, where it is a reading set over that line.
    var readBehind: Int?

    /// The characters on the line.
    var string: String {
      let start = Int(line.pointee.start_index)
      let bytes = Array(paragraph.text.utf8)[start..<start + Int(line.pointee.length)]
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  let lines: [Line]
  let extent: TextExtent
  private let layouts: [OpaquePointer]

  /// Takes over the layouts, one for each paragraph.
  init(lines: [Line], extent: TextExtent, layouts: [OpaquePointer]) {
    self.lines = lines
    self.extent = extent
    self.layouts = layouts
  }

  deinit {
    layouts.forEach { g_object_unref(UnsafeMutableRawPointer($0)) }
  }
}
