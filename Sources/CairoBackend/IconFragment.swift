import CCairo
import Picture

extension IconDrawing {
  /// The icon as SVG on a square of ``side``, with everything that librsvg resolved written out: whatever the
  /// icon's file is made of, no style of it can reach the rest of the page.
  func fragment() throws(BackendError) -> SVGText {
    if let known = knownFragment { return known }
    let canvas = try Canvas.svg(size: Size(.pt(Self.side), .pt(Self.side)))
    try draw(in: Size(.pt(Self.side), .pt(Self.side)), on: canvas.context)
    let made = Self.inside(String(decoding: try canvas.finish(), as: UTF8.self), name: name)
    knownFragment = made
    return made
  }

  /// What stands between the file's first and last tag, ids renamed and numbers shortened.
  private static func inside(_ file: String, name: String) -> SVGText {
    var text = SVGText()
    let bytes = Array(file.utf8)
    guard
      let open = bytes.firstRange(of: "<svg"),
      let start = bytes.firstRange(of: ">", in: open.upperBound..<bytes.count)?.upperBound,
      let end = bytes.lastRange(of: "</svg>")?.lowerBound, start < end
    else { return text }
    var numbers: [String: Int] = [:]
    var index = start
    while index < end {
      // Cairo counts its ids over the whole process: a second picture would not be the same.
      if let word = references.first(where: { bytes[index...].starts(with: $0.utf8) }) {
        let from = index + word.utf8.count
        let to = bytes[from..<end].firstIndex { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: ")") } ?? end
        let id = bytes.text(from..<to)
        let number = numbers[id] ?? numbers.count
        numbers[id] = number
        text.raw(word)
        text.id("icon-\(name)-\(number)")
        index = to
      } else if isDigit(bytes[index]) || bytes[index] == UInt8(ascii: "-") {
        let to = bytes[(index + 1)..<end].firstIndex { !isDigit($0) && $0 != UInt8(ascii: ".") } ?? end
        let digits = bytes.text(index..<to)
        if digits.contains("."), let number = Double(digits) {
          text.number(number, decimals: 2)
        } else {
          text.raw(digits)
        }
        index = to
      } else {
        text.byte(bytes[index])
        index += 1
      }
    }
    return text
  }

  /// What stands before an id.
  private static let references = [" id=\"", "url(#", "href=\"#"]

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
