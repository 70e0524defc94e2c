import Diagnostics
import Foundation
import Picture

extension Renderer {
  /// The inks that icons, portraits and templates are drawn in; pages are told by ``Picture/Page/printed(in:)``.
  public var ink: Ink {
    get { icons.ink }
    set { icons.ink = newValue }
  }

  /// Makes the user's own picture known under `name`, for icons of that name.
  ///
  /// SVG is taken as it is; PNG and JPEG are put into an SVG of their own, so that one library draws them all. A
  /// photograph stands upright however the camera was held, and what else the camera noted is left out.
  ///
  /// - Throws: what keeps it from being printed.
  public func add(picture name: String, bytes: [UInt8]) throws(PictureFault) {
    try PictureCheck.check(bytes)
    icons.add(name, svg: PictureHeader(bytes).map(Self.svg) ?? bytes, isOwn: true)
    guard (try? icons.drawing(name)) != nil else { throw .unreadable }
  }

  /// A photograph fills its square; what is too long is cut evenly on both sides, as in an album.
  private static func svg(_ picture: PictureHeader) -> [UInt8] {
    let data = Data(picture.plain).base64EncodedString()
    let turn = picture.upright(in: 64).map { " transform=\"\($0)\"" } ?? ""
    return Array(
      """
      <svg xmlns="http://www.w3.org/2000/svg" width="64" height="64" viewBox="0 0 64 64"><image width="64" height="64"\
      \(turn) preserveAspectRatio="xMidYMid slice" href="data:\(picture.kind.rawValue);base64,\(data)"/></svg>
      """.utf8)
  }
}

extension IconLibrary {
  /// Dots on a side of a picture that is put into fewer inks: 1,300 to the inch where it is 20 mm wide.
  private static let dots = 1024

  /// Whether every colour of a drawing is written as `#RRGGBB` and drawn as it is: it can be put into other inks by its
  /// words alone, and stays lines and curves.
  static func isPlain(_ svg: [UInt8]) -> Bool {
    let mixing = ["<image", "Gradient", "filter", "mask", "<!ENTITY", "@import", "CDATA"]
    guard svg.firstRange(of: "<svg") != nil, !mixing.contains(where: { svg.firstRange(of: $0) != nil }) else {
      return false
    }
    return ["fill", "stroke", "color"].allSatisfy { property in
      paints(svg, property).allSatisfy { paint in
        svg.text(paint) == "none"
          || (paint.count == 7 && svg[paint.lowerBound] == UInt8(ascii: "#")
            && svg.hexadecimal(paint.dropFirst()) != nil)
      }
    }
  }

  /// Where the values of a property stand, `fill="#b8452c"` or `fill: none;`.
  private static func paints(_ svg: [UInt8], _ property: String) -> [Range<Int>] {
    let quotes = [UInt8(ascii: "\""), UInt8(ascii: "'")]
    let ends = quotes + [UInt8(ascii: ";"), UInt8(ascii: ">"), UInt8(ascii: "}")]
    var paints: [Range<Int>] = []
    var index = 0
    func skip(_ isPassed: (UInt8) -> Bool) { while index < svg.count, isPassed(svg[index]) { index += 1 } }
    func skipQuote() { if index < svg.count, quotes.contains(svg[index]) { index += 1 } }
    while let found = svg.firstRange(of: property, in: index..<svg.count) {
      index = found.upperBound
      skipQuote()
      skip { $0 <= 0x20 }
      guard index < svg.count, svg[index] == UInt8(ascii: "=") || svg[index] == UInt8(ascii: ":") else {
        continue
      }
      index += 1
      skip { $0 <= 0x20 }
      skipQuote()
      skip { $0 <= 0x20 }
      let start = index
      skip { $0 > 0x20 && !ends.contains($0) }
      if start < index { paints.append(start..<index) }
    }
    return paints
  }

  /// A picture drawn as dots, each in the colour that `ink` has for it: photographs, gradients and colours by name alike.
  static func printed(_ svg: [UInt8], name: String, in ink: Ink) throws(BackendError) -> [UInt8] {
    if isPlain(svg) { return self.svg(svg, in: ink) }
    let canvas = try Canvas.image(width: dots, height: dots, isTransparent: true)
    let side = Length.pt(Double(dots))
    try IconDrawing(name: name, svg: svg).draw(in: Size(side, side), on: canvas.context)
    canvas.eachDot { red, green, blue in
      let color = ink(Color(red: red, green: green, blue: blue))
      return (color.red, color.green, color.blue)
    }
    let data = Data(try canvas.encodePNG()).base64EncodedString()
    return Array(
      """
      <svg xmlns="http://www.w3.org/2000/svg" width="64" height="64" viewBox="0 0 64 64"><image width="64" height="64" \
      href="data:image/png;base64,\(data)"/></svg>
      """.utf8)
  }
}
