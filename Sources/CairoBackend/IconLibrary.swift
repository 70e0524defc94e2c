import CCairo
import CRsvg
import Diagnostics
import Foundation
import Picture

/// The icons of one renderer, each read once.
final class IconLibrary {
  private let resources: ResourceFolder
  private var drawings: [String: IconDrawing] = [:]
  /// Pictures that stand in no folder of ours, as SVG, by the names the layout calls them.
  private var pictures: [String: [UInt8]] = [:]

  /// The inks that icons are drawn in; to be set before anything is drawn.
  var ink = Ink.full {
    didSet { if ink != oldValue { drawings = [:] } }
  }

  /// The names of users' own pictures, which may have colours in any form.
  private var ownPictures: Set<String> = []

  /// Makes a picture known under a name; a later one of the same name takes its place.
  func add(_ name: String, svg: [UInt8], isOwn: Bool = false) {
    pictures[name] = svg
    if isOwn { ownPictures.insert(name) }
    drawings[name] = nil
  }

  init(_ resources: ResourceFolder) {
    self.resources = resources
  }

  /// - Throws: `icon-missing` where there is no such file, `icon-broken` where librsvg cannot read it.
  func drawing(_ name: String) throws(BackendError) -> IconDrawing {
    if let known = drawings[name] { return known }
    let drawing: IconDrawing
    if let svg = pictures[name] {
      // Whatever colours a user's own picture is made of, it is printed in the inks there are.
      let isOwn = ownPictures.contains(name) && ink != .full
      drawing = try IconDrawing(
        name: name, svg: isOwn ? try Self.printed(svg, name: name, in: ink) : Self.svg(svg, in: ink))
    } else if ink != .full, let svg = FileManager.default.contents(atPath: resources.icon(name)) {
      drawing = try IconDrawing(name: name, svg: Self.svg(Array(svg), in: ink))
    } else {
      drawing = try IconDrawing(name: name, file: resources.icon(name))
    }
    drawings[name] = drawing
    return drawing
  }
}

extension IconLibrary {
  /// The drawing with every colour written as `#RRGGBB` put into the colours of `ink`.
  static func svg(_ bytes: [UInt8], in ink: Ink) -> [UInt8] {
    guard ink != .full else { return bytes }
    var result = bytes
    var index = 0
    while index + 7 <= bytes.count {
      guard bytes[index] == UInt8(ascii: "#"), let number = bytes.hexadecimal(index + 1..<index + 7),
        index + 7 == bytes.count || !bytes[index + 7].isOfWord
      else {
        index += 1
        continue
      }
      let color = ink(Color(number))
      let digits = [color.red, color.green, color.blue].flatMap { [$0 >> 4, $0 & 0xF] }
      for (place, digit) in digits.enumerated() {
        result[index + 1 + place] = digit < 10 ? 0x30 + digit : 0x57 + digit
      }
      index += 7
    }
    return result
  }
}

extension UInt8 {
  /// Whether it is a letter, a digit or a part of one: a number goes on here.
  fileprivate var isOfWord: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }
}

/// One icon, read by librsvg.
final class IconDrawing {
  let name: String
  /// The icon as a part of SVG files, once it was asked for.
  var knownFragment: SVGText?
  private let handle: UnsafeMutablePointer<RsvgHandle>
  private var recording: OpaquePointer?

  /// The square in which an icon is recorded; painting scales it.
  static let side = 64.0

  init(name: String, file: String) throws(BackendError) {
    guard name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }), !name.isEmpty,
      FileManager.default.fileExists(atPath: file)
    else { throw Self.missing(name) }
    var error: UnsafeMutablePointer<GError>?
    guard let handle = rsvg_handle_new_from_file(file, &error) else {
      throw Self.broken(name, error)
    }
    self.name = name
    self.handle = handle
  }

  /// A picture from memory. librsvg resolves no reference out of it: it has no place of its own.
  init(name: String, svg: [UInt8]) throws(BackendError) {
    var error: UnsafeMutablePointer<GError>?
    guard let handle = rsvg_handle_new_from_data(svg, gsize(svg.count), &error) else {
      throw Self.broken(name, error)
    }
    self.name = name
    self.handle = handle
  }

  deinit {
    recording.map(cairo_surface_destroy)
    g_object_unref(handle)
  }

  /// Draws the icon into a box whose upper left corner is the context's origin.
  func draw(in size: Size, on context: OpaquePointer) throws(BackendError) {
    var viewport = RsvgRectangle(x: 0, y: 0, width: size.width.points, height: size.height.points)
    var error: UnsafeMutablePointer<GError>?
    guard rsvg_handle_render_document(handle, context, &viewport, &error) != 0 else {
      throw Self.broken(name, error)
    }
  }

  /// Paints the icon from a recording, which a PDF keeps once for all its places.
  func paintRecording(in size: Size, on context: OpaquePointer) throws(BackendError) {
    let surface = try record()
    let scale = min(size.width.points, size.height.points) / Self.side
    cairo_translate(
      context, (size.width.points - Self.side * scale) / 2, (size.height.points - Self.side * scale) / 2)
    cairo_scale(context, scale, scale)
    cairo_set_source_surface(context, surface, 0, 0)
    cairo_paint(context)
  }

  private func record() throws(BackendError) -> OpaquePointer {
    if let recording { return recording }
    var box = cairo_rectangle_t(x: 0, y: 0, width: Self.side, height: Self.side)
    guard let surface = cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &box) else {
      throw .cairo(CairoStatus(CAIRO_STATUS_NO_MEMORY))
    }
    recording = surface
    let context: OpaquePointer = cairo_create(surface)
    defer { cairo_destroy(context) }
    try draw(in: Size(.pt(Self.side), .pt(Self.side)), on: context)
    let status = CairoStatus(cairo_status(context))
    guard status == .success else { throw .cairo(status) }
    return surface
  }

  private static func missing(_ name: String) -> BackendError {
    BackendError(
      .iconMissing,
      Phrase(
        ja: "目印の絵「\(name)」がありません（Assets/icons/\(name).svg）。",
        en: "There is no icon \(name) (Assets/icons/\(name).svg)."))
  }

  private static func broken(_ name: String, _ error: UnsafeMutablePointer<GError>?) -> BackendError {
    let words = error.flatMap { $0.pointee.message.map { String(cString: $0) } } ?? "unknown error"
    error.map { g_error_free($0) }
    if name.hasPrefix("template-") {
      let file = name.dropFirst("template-".count)
      return BackendError(
        .iconBroken,
        Phrase(
          ja: "ひな型の「\(file).svg」を描けません（librsvg: \(words)）。",
          en: "‘\(file).svg’ of the template cannot be drawn (librsvg: \(words))."),
        hint: Phrase(
          ja: "Inkscape などで開いて、描けない部分を消すか、簡単にしてください。",
          en: "Open it in Inkscape, say, and remove or simplify what cannot be drawn."))
    }
    return BackendError(
      .iconBroken,
      Phrase(
        ja: "目印の絵「\(name)」を描けません（librsvg: \(words)）。",
        en: "The icon \(name) cannot be drawn (librsvg: \(words))."))
  }
}
