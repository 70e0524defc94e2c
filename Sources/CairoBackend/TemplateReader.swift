import CCairo
import CRsvg
import Diagnostics
import Foundation
import Picture

/// Reads one page of a template: an SVG drawing whose elements `slot-…` are places and whose elements `style-…` are
/// looks. Both are left out when the page is drawn.
public struct TemplateReader: Sendable {
  /// What was found; errors keep the page from being used.
  public private(set) var findings: [Finding] = []
  /// The page; nil where there are errors.
  public private(set) var page: TemplatePage?
  /// The drawing without slots and styles, to be made known to a renderer under ``TemplatePage/artwork``.
  public var drawing: [UInt8] { drawing(without: []) }
  /// The drawing before and after the place where it is said what is hidden.
  private var parts: (start: [UInt8], rest: [UInt8]) = ([], [])
  /// For a style sheet: the elements whose ids are written otherwise than their names.
  private var escaped: [String: Set<String>] = [:]

  private let file: String
  private var lines: LineCount

  /// - Parameters:
  ///   - bytes: the SVG file.
  ///   - file: its name, for messages.
  ///   - artwork: the name that the drawing shall go by.
  public init(bytes: [UInt8], file: String, artwork: String) {
    self.file = file
    lines = LineCount(bytes, file: file)
    let scan = TemplateScan(bytes)
    guard let root = scan.tags.first, root.name == "svg", let rootEnd = scan.rootEnd else {
      tell("template-not-svg", nil, Phrase(ja: "SVG のファイルではありません。", en: "This is no SVG file."))
      return
    }
    refuseReferences(scan)
    guard let size = Self.size(root) else {
      tell(
        "template-size", root.range,
        Phrase(
          ja: "ページの大きさがわかりません。", en: "The size of the page is not clear."),
        hint: Phrase(
          ja: "svg の width と height を 210mm、297mm のように書いてください。",
          en: "Give width and height of the svg element, such as 210mm and 297mm."))
      return
    }
    guard findings.isEmpty else { return }
    var error: UnsafeMutablePointer<GError>?
    guard let handle = rsvg_handle_new_from_data(bytes, gsize(bytes.count), &error) else {
      let words = error.flatMap { $0.pointee.message.map { String(cString: $0) } } ?? ""
      error.map { g_error_free($0) }
      tell(
        "template-broken", nil,
        Phrase(ja: "SVG として読めません（librsvg: \(words)）。", en: "It cannot be read as SVG (librsvg: \(words))."))
      return
    }
    defer { g_object_unref(handle) }
    // librsvg gives places in its own pixels, whatever the viewport: at 72 dpi those are points, unless the file itself
    // counts in pixels.
    rsvg_handle_set_dpi(handle, 72)
    let pixel = Self.isInPixels(root) ? 0.75 : 1
    var slots: [String: Rect] = [:]
    var styles: [String: TemplateStyle] = [:]
    var places: [String: Place] = [:]
    let scale = Self.unit(root, size)
    var lookalikes: Set<String> = []
    for (index, tag) in scan.tags.enumerated() {
      guard let id = tag.attributes["id"].map(TemplateID.init) else { continue }
      if id.written != id.name { escaped[id.name, default: []].insert(id.selector) }
      guard id.isSlot || id.isStyle || id.isLookalike else { continue }
      let range = tag.idRange ?? tag.range
      if places[id.name] == nil { places[id.name] = lines.place(of: range) }
      if id.isLookalike {
        lookalikes.insert(id.name)
        continue
      }
      if id.isStyle {
        styles[String(id.name.dropFirst(6))] = Self.style(scan.look(of: index), scale, scan.scale(of: index))
        continue
      }
      let name = String(id.name.dropFirst(5))
      if slots[name] != nil {
        tell(
          "template-slot-twice", range,
          Phrase(ja: "差し込み枠「\(id.name)」が二つあります。", en: "There are two slots ‘\(id.name)’."))
      }
      slots[name] = geometry(of: id, in: handle, size, pixel, range)
    }
    guard findings.isEmpty else { return }
    let isBled = Self.viewBox(root) != nil
    parts = (
      isBled ? Array(Self.bledRoot(root, size, scale).utf8) : Array(bytes[..<rootEnd]),
      Array(bytes[rootEnd...])
    )
    var page = TemplatePage(size: size, slots: slots, styles: styles, artwork: artwork)
    page.artworkBleed = isBled ? Self.bleed : .zero
    page.places = places
    page.lookalikes = lookalikes
    page.ink = root.attributes["data-ink"].flatMap(Ink.init) ?? .full
    self.page = page
    warnOfPixels(root)
  }

  /// The drawing without slots, styles, and what goes with the slots of these names: `with-volume` is the ground on which
  /// the issue stands, and nothing where there is none.
  public func drawing(without names: Set<String>) -> [UInt8] {
    guard page != nil else { return [] }
    let others = escaped.filter { name, _ in
      name.hasPrefix("slot-") || name.hasPrefix("style-")
        || name.hasPrefix("with-") && names.contains(String(name.dropFirst(5)))
    }
    let hidden =
      ["[id^=\"slot-\"]", "[id^=\"style-\"]"] + names.sorted().map { "[id=\"with-\($0)\"]" }
      + others.values.flatMap(\.self).sorted()
    let style = "<style>\(hidden.joined(separator: ",")){display:none !important}</style>"
    return parts.start + Array(style.utf8) + parts.rest
  }

  private mutating func tell(_ code: String, _ range: Range<Int>?, _ message: Phrase, hint: Phrase? = nil) {
    let place = range.map { lines.place(of: $0) }
    let named =
      range == nil ? Phrase(ja: "「\(file)」: \(message.ja)", en: "‘\(file)’: \(message.en)") : message
    findings.append(Finding(.error, code: code, at: place, named, hint: hint))
  }

  // MARK: - What is told

  /// Sheets that people print on, in points: A3, A4, A5 (ISO 216), B4, B5 (JIS P 0138).
  private static let sheets: [(name: String, width: Double, height: Double)] = [
    ("A3", 297, 420), ("A4", 210, 297), ("A5", 148, 210), ("B4", 257, 364), ("B5", 182, 257),
  ]

  /// Older versions of Illustrator count in points and write them as pixels, of which there are 96 to the inch: the page
  /// would be three quarters as large as it was drawn.
  private mutating func warnOfPixels(_ root: TemplateScan.Tag) {
    guard Self.isInPixels(root), let size = Self.size(root) else { return }
    let (wide, high) = (size.width.points / 0.75, size.height.points / 0.75)
    let points = 72 / 25.4
    for sheet in Self.sheets {
      for (width, height) in [(sheet.width, sheet.height), (sheet.height, sheet.width)]
      where abs(wide - width * points) < 1 && abs(high - height * points) < 1 {
        func short(_ value: Double, _ digits: Double) -> String {
          let number = (value * digits).rounded() / digits
          return number == number.rounded() ? String(Int(number)) : String(number)
        }
        let drawn = "\(short(size.width.mm, 10)) × \(short(size.height.mm, 10)) mm"
        let told = "width=\"\(short(wide, 100))pt\" height=\"\(short(high, 100))pt\""
        let other = "width=\"\(Int(width))mm\" height=\"\(Int(height))mm\""
        findings.append(
          Finding(
            .warning, code: "template-size-in-pixels", at: lines.place(of: root.widthRange ?? root.range),
            Phrase(
              ja: "ページの大きさが \(sheet.name) のポイントの数で、ピクセルとして書かれています。このままでは \(drawn) になります。",
              en:
                "The page has as many pixels as \(sheet.name) has points; as it stands it is drawn at \(drawn)."
            ),
            hint: Phrase(
              ja: "\(sheet.name) なら \(told) または \(other) と書いてください。",
              en: "For \(sheet.name) write \(told) or \(other).")))
        return
      }
    }
  }

  // MARK: - What a template may not have

  /// A template is passed from hand to hand; it may hold pictures, but not fetch any.
  private mutating func refuseReferences(_ scan: TemplateScan) {
    if scan.declaresEntities {
      tell(
        "template-entities", 0..<1,
        Phrase(
          ja: "DOCTYPE の中に宣言があります。ひな型には使えません。", en: "It declares entities in its DOCTYPE; a template may not."
        ))
    }
    for tag in scan.tags {
      if ["script", "foreignObject"].contains(tag.name) {
        tell(
          "template-script", tag.range,
          Phrase(ja: "「\(tag.name)」は使えません。", en: "‘\(tag.name)’ may not be used."),
          hint: Phrase(ja: "その部分を削除してください。", en: "Delete that part."))
      }
    }
    for reference in scan.references { tellReference(reference.value, reference.range) }
    for (fault, range) in scan.pictureFaults {
      tell(
        fault == .cutShort ? "template-picture-broken" : "template-picture-too-large", range,
        fault.message(Phrase(ja: "埋め込まれた絵", en: "The embedded picture")), hint: fault.hint)
    }
    if scan.repeatsTooOften {
      let fault = PictureFault.repeatsTooOften
      tell(
        "template-too-intricate", nil, fault.message((file as NSString).lastPathComponent), hint: fault.hint)
    }
  }

  private mutating func tellReference(_ value: String, _ range: Range<Int>) {
    tell(
      "template-reference", range,
      Phrase(
        ja: "ほかのファイルを参照しています（\(value.prefix(60))）。", en: "It refers to another file (\(value.prefix(60)))."),
      hint: Phrase(
        ja: "絵は SVG の中に埋め込んでください（Inkscape: エクステンション→画像→埋め込み、Illustrator: リンク→画像を埋め込み）。",
        en: "Embed pictures in the SVG (Inkscape: Extensions, Images, Embed; Illustrator: Links, Embed)."))
  }

  // MARK: - Measures

  /// Width and height of the page; without units a page of A4 or A3 in points is known by its numbers.
  private static func size(_ root: TemplateScan.Tag) -> Size? {
    guard let width = root.attributes["width"].flatMap(length),
      let height = root.attributes["height"].flatMap(length)
    else {
      guard let box = viewBox(root) else { return nil }
      return Size(.pt(box.width), .pt(box.height))
    }
    return width > .zero && height > .zero ? Size(width, height) : nil
  }

  private static func isInPixels(_ root: TemplateScan.Tag) -> Bool {
    guard let width = root.attributes["width"], root.attributes["height"] != nil else { return false }
    return width.hasSuffix("px") || Double(width) != nil
  }

  /// How much of what is drawn beyond the sheet is kept, for pages that are cut.
  private static let bleed = Length.mm(3)

  /// The root's start tag for a sheet with its bleed: what was beyond the edge comes into view.
  private static func bledRoot(_ root: TemplateScan.Tag, _ size: Size, _ unit: Double) -> String {
    let numbers = (root.attributes["viewBox"] ?? "").split { " ,".contains($0) }.compactMap { Double($0) }
    let edge = bleed.points / unit
    let box = [numbers[0] - edge, numbers[1] - edge, numbers[2] + 2 * edge, numbers[3] + 2 * edge]
    var tag = "<svg"
    for (key, value) in root.attributes.sorted(by: { $0.key < $1.key })
    where !["width", "height", "viewBox"].contains(key) {
      let escaped = value.replacingOccurrences(of: "\"", with: "&quot;")
      tag += " \(key)=\"\(escaped)\""
    }
    tag +=
      " width=\"\(size.width.points + 2 * bleed.points)pt\" height=\"\(size.height.points + 2 * bleed.points)pt\""
    return tag + " viewBox=\"\(box.map { String($0) }.joined(separator: " "))\">"
  }

  private static func viewBox(_ root: TemplateScan.Tag) -> (width: Double, height: Double)? {
    let numbers = (root.attributes["viewBox"] ?? "").split { " ,".contains($0) }.compactMap { Double($0) }
    return numbers.count == 4 && numbers[2] > 0 && numbers[3] > 0 ? (numbers[2], numbers[3]) : nil
  }

  /// How many points a unit of the drawing is.
  private static func unit(_ root: TemplateScan.Tag, _ size: Size) -> Double {
    viewBox(root).map { size.width.points / $0.width } ?? 0.75
  }

  static func length(_ text: String) -> Length? {
    let units: [(String, Double)] = [
      ("mm", 72 / 25.4), ("cm", 720 / 25.4), ("in", 72), ("pt", 1), ("pc", 12), ("px", 0.75),
    ]
    for (unit, points) in units where text.hasSuffix(unit) {
      return Double(text.dropLast(unit.count).trimmingCharacters(in: .whitespaces)).map { .pt($0 * points) }
    }
    return Double(text).map { .pt($0 * 0.75) }
  }

  private mutating func geometry(
    of id: TemplateID, in handle: UnsafeMutablePointer<RsvgHandle>, _ size: Size, _ pixel: Double,
    _ range: Range<Int>
  ) -> Rect? {
    var viewport = RsvgRectangle(x: 0, y: 0, width: size.width.points, height: size.height.points)
    var ink = RsvgRectangle()
    var logical = RsvgRectangle()
    var error: UnsafeMutablePointer<GError>?
    let isFound =
      rsvg_handle_get_geometry_for_layer(handle, "#" + id.written, &viewport, &ink, &logical, &error) != 0
    error.map { g_error_free($0) }
    guard isFound, logical.width > 1, logical.height > 1 else {
      tell(
        "template-slot-empty", range,
        Phrase(ja: "差し込み枠「\(id.name)」に広さがありません。", en: "The slot ‘\(id.name)’ has no area."),
        hint: Phrase(ja: "四角形で描いてください。", en: "Draw it as a rectangle."))
      return nil
    }
    let rect = Rect(
      x: .pt(logical.x * pixel), y: .pt(logical.y * pixel), width: .pt(logical.width * pixel),
      height: .pt(logical.height * pixel))
    let sheet = Rect(origin: Point(.zero, .zero), size: size).inset(.pt(-0.5), .pt(-0.5))
    if !sheet.contains(rect) {
      tell(
        "template-slot-outside", range,
        Phrase(ja: "差し込み枠「\(id.name)」が紙からはみ出しています。", en: "The slot ‘\(id.name)’ reaches beyond the sheet."))
    }
    return rect
  }

  /// - Parameter scale: by how much the groups around it enlarge it.
  private static func style(_ tag: (String) -> String?, _ unit: Double, _ scale: Double) -> TemplateStyle {
    var size: Length?
    if let text = tag("font-size") {
      size = Double(text.replacingOccurrences(of: "px", with: "")).map { .pt($0 * unit) } ?? length(text)
      // Programs that count in their own units write 7.994 for 8 points.
      size = size.map { .pt(($0.points * scale * 20).rounded() / 20) }
    }
    let anchor = tag("text-anchor") ?? tag("text-align")
    let alignment: TextAlignment =
      anchor == "middle" || anchor == "center" ? .center : anchor == "end" ? .trailing : .leading
    let weight = tag("font-weight") ?? ""
    return TemplateStyle(
      size: size, color: tag("fill").flatMap(color), alignment: alignment,
      isBold: weight == "bold" || (Int(weight) ?? 0) >= 600)
  }

  private static func color(_ text: String) -> Color? {
    var digits = text.trimmingCharacters(in: .whitespaces).lowercased()
    if digits == "white" { return Color(0xFFFFFF) }
    if digits == "black" { return Color(0) }
    if digits.hasPrefix("rgb("), digits.hasSuffix(")") {
      let parts = digits.dropFirst(4).dropLast().split(separator: ",").compactMap {
        UInt8($0.trimmingCharacters(in: .whitespaces))
      }
      return parts.count == 3 ? Color(red: parts[0], green: parts[1], blue: parts[2]) : nil
    }
    guard digits.hasPrefix("#") else { return nil }
    digits.removeFirst()
    if digits.count == 3 { digits = digits.map { "\($0)\($0)" }.joined() }
    return digits.count == 6 ? UInt32(digits, radix: 16).map { Color($0) } : nil
  }
}

extension Renderer {
  /// Makes a template's drawing known under its name.
  ///
  /// - Parameter names: slots for which there is nothing; what goes with them is left out.
  /// - Throws: `icon-broken` where librsvg cannot read it.
  public func add(artwork reader: TemplateReader, without names: Set<String> = []) throws(BackendError) {
    guard let page = reader.page else { return }
    icons.add(page.artwork, svg: reader.drawing(without: names))
    _ = try icons.drawing(page.artwork)
  }
}
