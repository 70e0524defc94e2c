/// A mark by which Tenken knows its own files again, so that it may replace what it wrote and what nobody has
/// changed since, and nothing else.
///
/// The mark holds a checksum of all other bytes. It guards against accidents, not against forgery.
public enum Seal {
  /// What is known of a file.
  public enum State: String, Sendable, Hashable, CaseIterable {
    /// Written by Tenken, and untouched since.
    case ours
    /// Written by Tenken, and worked on by someone since.
    case oursButChanged
    /// Not written by Tenken, or saved anew by another program.
    case foreign
  }

  /// Looks for the mark in the bytes of a PDF, SVG or PNG file.
  public static func state(of bytes: [UInt8]) -> State {
    guard let form = Form(bytes), let mark = form.mark(in: bytes) else { return .foreign }
    return checksum(bytes, without: mark.whole) == bytes.text(mark.checksum) ? .ours : .oursButChanged
  }

  /// Puts the mark into a finished file; other files are given back as they are.
  static func sealed(_ bytes: [UInt8]) -> [UInt8] {
    guard let form = Form(bytes), let place = form.place(in: bytes) else { return bytes }
    var sealed = bytes
    sealed.insert(contentsOf: form.line(checksum(bytes, without: place..<place)), at: place)
    return sealed
  }

  private static func checksum(_ bytes: [UInt8], without mark: Range<Int>) -> String {
    var crc = CRC32.of(bytes[..<mark.lowerBound])
    crc.add(bytes[mark.upperBound...])
    return crc.hex
  }

  /// How the mark is written in each kind of file.
  private enum Form {
    case pdf, svg, png

    init?(_ bytes: [UInt8]) {
      if bytes.starts(with: Array("%PDF-".utf8)) {
        self = .pdf
      } else if bytes.starts(with: PNGChunk.signature) {
        self = .png
      } else if bytes.firstRange(of: "<svg", in: 0..<min(bytes.count, 1024)) != nil {
        self = .svg
      } else {
        return nil
      }
    }

    private static let word = "Tenken-seal 1 "
    private static let digits = 8

    /// The mark, ready to stand in the file.
    func line(_ crc: String) -> [UInt8] {
      switch self {
      case .pdf: Array("%\(Self.word)\(crc)\n".utf8)
      case .svg: Array("<!-- \(Self.word)\(crc) -->\n".utf8)
      case .png: PNGChunk(type: "tEXt", data: Array("Tenken-seal\0".utf8) + Array("1 \(crc)".utf8)).bytes
      }
    }

    /// What the mark stands in front of: where the file ends.
    func place(in bytes: [UInt8]) -> Int? {
      switch self {
      case .pdf: bytes.lastRange(of: "startxref")?.lowerBound
      case .svg: bytes.lastRange(of: "</svg>")?.lowerBound
      case .png: bytes.count >= 12 ? bytes.count - 12 : nil
      }
    }

    /// The mark in a file: all of it, and the digits in it.
    func mark(in bytes: [UInt8]) -> (whole: Range<Int>, checksum: Range<Int>)? {
      let sample = line(String(repeating: "0", count: Self.digits))
      let zeros = sample.lastRange(of: String(repeating: "0", count: Self.digits))
      let head: String
      switch self {
      case .pdf: head = "%" + Self.word
      case .svg: head = "<!-- " + Self.word
      case .png: head = "tEXtTenken-seal\u{0}1 "
      }
      guard let zeros, let found = bytes.lastRange(of: head) else { return nil }
      let start = self == .png ? found.lowerBound - 4 : found.lowerBound
      let whole = start..<start + sample.count
      guard start >= 0, whole.upperBound <= bytes.count else { return nil }
      return (whole, start + zeros.lowerBound..<start + zeros.upperBound)
    }
  }
}
