import CCairo
import Foundation
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
    guard
      let start = file.firstMatch(of: /<svg[^>]*>\s*/)?.range.upperBound,
      let end = file.range(of: "</svg>", options: .backwards)?.lowerBound, start < end
    else { return text }
    var numbers: [Substring: Int] = [:]
    var rest = file[start..<end]
    // Cairo counts its ids over the whole process: a second picture would not be the same.
    while let match = rest.firstMatch(of: /( id="|url\(#|href="#)([^")]+)|(-?\d+\.\d{3,})/) {
      text.raw(String(rest[..<match.range.lowerBound]))
      if let word = match.output.1, let id = match.output.2 {
        let number = numbers[id] ?? numbers.count
        numbers[id] = number
        text.raw(String(word))
        text.id("icon-\(name)-\(number)")
      } else if let number = match.output.3.flatMap({ Double($0) }) {
        text.number(number, decimals: 2)
      }
      rest = rest[match.range.upperBound...]
    }
    text.raw(rest.trimmingCharacters(in: .whitespacesAndNewlines))
    return text
  }
}
