import Diagnostics
import Foundation

/// What is written in a picture of the user's own, seen or unseen: text, titles, descriptions, remarks, what drawing
/// programs note beside the drawing.
///
/// Photographs have no words: what a camera wrote beside the picture is left out before anything is drawn.
public struct PictureWords: Sendable, Hashable {
  /// One stretch of words.
  public struct Piece: Sendable, Hashable {
    /// The characters.
    public var text: String
    /// Where they stand in the picture's file.
    public var place: Place?
  }

  /// The picture, as people call it.
  public var name: String
  /// All its words, in the order of the file.
  public private(set) var pieces: [Piece] = []
  /// Which pieces stand in one text, as several where every letter has a place of its own.
  public private(set) var texts: [[Int]] = []
  /// Which pieces are text at all, in the order of the file.
  public var running: [Int] { texts.flatMap { $0 } }

  /// Reads the words of a picture.
  ///
  /// - Parameters:
  ///   - bytes: the file; an SVG has words, other pictures have none.
  ///   - name: what it is called.
  ///   - file: its name in places.
  /// - Throws: `unreadable` where its words are in letters that cannot be searched.
  public init(_ bytes: [UInt8], called name: String, file: String) throws(PictureFault) {
    self.name = name
    guard PictureHeader(bytes) == nil else { return }
    try read(bytes, file: file, packed: nil)
  }

  /// Pictures are packed into pictures by hand; more of them in each other are somebody's joke.
  private static let deepest = 8

  /// - Parameter packed: where it is packed into another picture, and how many there are around it; nil for the file.
  private mutating func read(
    _ bytes: [UInt8], file: String, packed: (place: Place, depth: Int)?
  ) throws(PictureFault) {
    let depth = packed?.depth ?? 0
    guard Self.isUnicode(bytes), depth <= Self.deepest else { throw .unreadable }
    let strings = SVGStrings(bytes)
    var open: Int?
    var lines = LineCount(bytes, file: file)
    for stretch in strings.stretches {
      let place = packed?.place ?? lines.place(of: stretch.range)
      if strings.isData(stretch) {
        if let inside = Self.unpacked(strings.string(stretch)) {
          try read(inside, file: file, packed: (place, depth + 1))
          open = nil
        }
        continue
      }
      pieces.append(Piece(text: strings.string(stretch), place: place))
      guard let text = stretch.text else { continue }
      if open == text {
        texts[texts.count - 1].append(pieces.count - 1)
      } else {
        texts.append([pieces.count - 1])
      }
      open = text
    }
  }

  /// An SVG that is packed into another one; nil for anything else.
  static func unpacked(_ link: String) -> [UInt8]? {
    guard link.prefix(14).lowercased() == "data:image/svg", let comma = link.firstIndex(of: ",") else {
      return nil
    }
    let data = String(link[link.index(after: comma)...])
    if link[..<comma].hasSuffix(";base64") {
      return Data(base64Encoded: data, options: .ignoreUnknownCharacters).map { Array($0) }
    }
    return Array((data.removingPercentEncoding ?? data).utf8)
  }

  /// Whether the file is in UTF-8, as nearly every SVG is.
  private static func isUnicode(_ bytes: [UInt8]) -> Bool {
    guard String(validating: bytes, as: UTF8.self) != nil else { return false }
    let head = String(decoding: bytes.prefix(200), as: UTF8.self)
    guard head.contains("<?xml"), let match = head.firstMatch(of: /encoding\s*=\s*["']([^"']*)["']/) else {
      return true
    }
    return ["utf-8", "utf8", "us-ascii", "ascii"].contains(match.output.1.lowercased())
  }
}
