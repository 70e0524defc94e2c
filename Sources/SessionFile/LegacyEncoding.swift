/// Tells apart the encodings in which Japanese text was kept before UTF-8.
enum LegacyEncoding {
  /// The encoding that `bytes` are most likely in; nil where they fit none.
  static func name(of bytes: [UInt8]) -> String? {
    let scores = [("Shift_JIS", shiftJIS(bytes)), ("EUC-JP", eucJP(bytes))]
    let fitting = scores.compactMap { name, score in score.map { (name, $0) } }
    guard let best = fitting.max(by: { $0.1 < $1.1 }), best.1 > 0 else { return nil }
    return best.0
  }

  /// How many everyday letters (kana, common kanji, full-width signs) `bytes` hold when read as CP932; nil where
  /// they cannot be read so. Half-width kana count against it: read wrongly, everything looks like those.
  private static func shiftJIS(_ bytes: [UInt8]) -> Int? {
    var score = 0
    var faults = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case ..<0x80: index += 1
      case 0xA1...0xDF:
        score -= 1
        index += 1
      case 0x81...0x9F, 0xE0...0xFC:
        guard index + 1 < bytes.count, (0x40...0xFC).contains(bytes[index + 1]), bytes[index + 1] != 0x7F
        else {
          faults += 1
          index += 1
          continue
        }
        // 0x81–0x84: signs, digits, kana; 0x88–0x97: the kanji of the first level.
        score += (0x81...0x84).contains(byte) ? 4 : (0x88...0x97).contains(byte) ? 2 : 0
        index += 2
      default:
        faults += 1
        index += 1
      }
    }
    return faults * 50 > bytes.count ? nil : score
  }

  private static func eucJP(_ bytes: [UInt8]) -> Int? {
    var score = 0
    var faults = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      switch byte {
      case ..<0x80: index += 1
      case 0x8E where (0xA1...0xDF).contains(next): index += 2
      case 0x8F where (0xA1...0xFE).contains(next): index += 3
      case 0xA1...0xFE where (0xA1...0xFE).contains(next):
        // Rows 1–8: signs, digits, kana; rows 16–47: the kanji of the first level.
        score += (0xA1...0xA8).contains(byte) ? 4 : (0xB0...0xCF).contains(byte) ? 2 : 0
        index += 2
      default:
        faults += 1
        index += 1
      }
    }
    return faults * 50 > bytes.count ? nil : score
  }

  /// The same text in CP932, which can be decoded everywhere; letters of the supplementary set become 〓.
  static func shiftJIS(fromEUC bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      switch byte {
      case 0x8E where (0xA1...0xDF).contains(next):
        result.append(next)
        index += 2
      case 0x8F where next >= 0xA1:
        result += [0x81, 0xAC]
        index += 3
      case 0xA1...0xFE where (0xA1...0xFE).contains(next):
        let row = byte - 0xA1
        let cell = next - 0xA1
        result.append(row / 2 + (row < 62 ? 0x81 : 0xC1))
        result.append(row % 2 == 0 ? cell + (cell < 63 ? 0x40 : 0x41) : cell + 0x9F)
        index += 2
      default:
        result.append(byte)
        index += 1
      }
    }
    return result
  }
}
