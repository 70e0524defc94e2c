import Picture

/// A part of a PNG file: Cairo writes the pixels, and nothing of what they are.
struct PNGChunk {
  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  var type: String
  var data: [UInt8]

  /// The chunk with its length and checksum.
  var bytes: [UInt8] {
    let body = Array(type.utf8) + data
    return Self.bigEndian(UInt32(data.count)) + body + Self.bigEndian(CRC32.of(body).value)
  }

  /// Dots per inch, which PNG keeps as dots per metre.
  static func resolution(_ dpi: Double) -> PNGChunk {
    let perMetre = bigEndian(UInt32((dpi / 0.0254).rounded()))
    return PNGChunk(type: "pHYs", data: perMetre + perMetre + [1])
  }

  /// Words about the picture; those outside Latin-1 need the international form.
  static func text(_ keyword: String, _ value: String) -> PNGChunk {
    let key = Array(keyword.utf8) + [0]
    if value.utf8.allSatisfy({ $0 < 0x80 }) {
      return PNGChunk(type: "tEXt", data: key + Array(value.utf8))
    }
    // Not compressed, no language, no translated keyword.
    return PNGChunk(type: "iTXt", data: key + [0, 0, 0, 0] + Array(value.utf8))
  }

  /// Puts chunks where readers want them: after the header, before the pixels.
  static func insert(_ chunks: [PNGChunk], into file: [UInt8]) -> [UInt8] {
    // Signature, then the header chunk of 13 bytes with its length, type and checksum.
    let header = signature.count + 25
    guard file.count > header else { return file }
    return Array(file[..<header]) + chunks.flatMap(\.bytes) + Array(file[header...])
  }

  private static func bigEndian(_ value: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }
}
