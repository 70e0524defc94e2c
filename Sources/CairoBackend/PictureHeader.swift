/// What a PNG or JPEG file says of itself, read without decoding a single dot: a few bytes may claim a picture that no
/// machine has the memory for.
struct PictureHeader {
  enum Kind: String {
    case png = "image/png"
    case jpeg = "image/jpeg"
  }

  let kind: Kind
  /// In dots, as the file keeps them.
  private(set) var width = 0
  private(set) var height = 0
  /// How the camera was held (EXIF 2.3, tag 0x0112): 1 is upright, 6 a quarter to the right, 2, 4, 5 and 7 mirrored.
  private(set) var orientation = 1
  /// Whether the file goes on to its end, and is what it was when it was written.
  private(set) var isWhole = false
  /// The parts of the file that a picture needs; place, camera and comments are none of them.
  private var kept: [Range<Int>] = []
  private let bytes: [UInt8]

  /// Nil where the bytes are neither, or do not say how large the picture is.
  init?(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      kind = .png
      readPNG()
    } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
      kind = .jpeg
      readJPEG()
    } else {
      return nil
    }
    guard width > 0, height > 0 else { return nil }
  }

  /// How many dots it has.
  var dots: Int { width.multipliedReportingOverflow(by: height).overflow ? Int.max : width * height }

  /// The file without what a camera wrote beside the picture. How it was held is among that: ``orientation`` knows it.
  var plain: [UInt8] { kept.flatMap { bytes[$0] } }

  private func number(_ at: Int, _ count: Int) -> Int {
    guard at >= 0, at + count <= bytes.count else { return 0 }
    return bytes[at..<at + count].reduce(0) { $0 << 8 | Int($1) }
  }

  // MARK: - PNG (ISO 15948)

  private mutating func readPNG() {
    // What the dots need, and how their colours are meant; words, times and camera notes are left out.
    let needed: Set = [
      "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "pHYs",
    ]
    var at = 8
    kept = [0..<8]
    while at + 12 <= bytes.count {
      let length = number(at, 4)
      let end = at + 12 + length
      guard end <= bytes.count else { return }
      let name = bytes[(at + 4)..<(at + 8)]
      if at == 8 {
        guard name.elementsEqual("IHDR".utf8), length == 13 else { return }
        width = number(at + 8, 4)
        height = number(at + 12, 4)
      }
      guard Int(CRC32.of(bytes[(at + 4)..<(end - 4)]).value) == number(end - 4, 4) else { return }
      if needed.contains(String(decoding: name, as: UTF8.self)) { kept.append(at..<end) }
      if name.elementsEqual("IEND".utf8) {
        isWhole = true
        return
      }
      at = end
    }
  }

  // MARK: - JPEG (ITU T.81)

  private mutating func readJPEG() {
    var at = 2
    kept = [0..<2]
    while at + 2 <= bytes.count {
      let marker = bytes[at + 1]
      switch marker {
      // Bytes between two parts that belong to neither are passed over, as every reader does.
      case _ where bytes[at] != 0xFF: at += 1
      case 0xFF: at += 1
      case 0xD9:
        kept.append(at..<at + 2)
        isWhole = true
        return
      case 0x01, 0xD0...0xD8:
        kept.append(at..<at + 2)
        at += 2
      default:
        let end = at + 2 + number(at + 2, 2)
        guard end >= at + 4, end <= bytes.count else { return }
        if (0xC0...0xCF).contains(marker), ![0xC4, 0xC8, 0xCC].contains(marker) {
          height = number(at + 5, 2)
          width = number(at + 7, 2)
        }
        if marker == 0xE1 { readEXIF(at + 4..<end) }
        // The kind of file, the profile of its colours and Adobe's note on them belong to the picture.
        let isBeside = (0xE0...0xEF).contains(marker) && ![0xE0, 0xE2, 0xEE].contains(marker)
        let start = at
        at = marker == 0xDA ? endOfScan(from: end) : end
        if !isBeside, marker != 0xFE { kept.append(start..<at) }
      }
    }
  }

  /// Where the dots of a scan end: at the next marker that does not belong to them.
  private func endOfScan(from start: Int) -> Int {
    var at = start
    while at + 1 < bytes.count {
      let isMarker = bytes[at] == 0xFF && bytes[at + 1] != 0 && !(0xD0...0xD7).contains(bytes[at + 1])
      if isMarker { return at }
      at += 1
    }
    return bytes.count
  }

  /// The orientation of the first directory; everything else stays unread.
  private mutating func readEXIF(_ part: Range<Int>) {
    let start = part.lowerBound + 6
    guard part.count >= 14, bytes[part].starts(with: "Exif\0\0".utf8) else { return }
    let isLittle = bytes[start] == 0x49
    func value(_ at: Int, _ count: Int) -> Int {
      guard at >= start, at + count <= part.upperBound else { return 0 }
      let digits = bytes[at..<at + count]
      return isLittle
        ? digits.reversed().reduce(0) { $0 << 8 | Int($1) } : digits.reduce(0) { $0 << 8 | Int($1) }
    }
    guard value(start + 2, 2) == 42 else { return }
    let directory = start + value(start + 4, 4)
    for entry in 0..<value(directory, 2) {
      let at = directory + 2 + 12 * entry
      guard at + 12 <= part.upperBound else { return }
      if value(at, 2) == 0x0112, (1...8).contains(value(at + 8, 2)) { orientation = value(at + 8, 2) }
    }
  }

  /// What turns the picture upright in a square of `side`, as SVG writes it; nil where it stands upright.
  func upright(in side: Int) -> String? {
    switch orientation {
    case 2: "matrix(-1 0 0 1 \(side) 0)"
    case 3: "matrix(-1 0 0 -1 \(side) \(side))"
    case 4: "matrix(1 0 0 -1 0 \(side))"
    case 5: "matrix(0 1 1 0 0 0)"
    case 6: "matrix(0 1 -1 0 \(side) 0)"
    case 7: "matrix(0 -1 -1 0 \(side) \(side))"
    case 8: "matrix(0 -1 1 0 0 \(side))"
    default: nil
    }
  }
}
