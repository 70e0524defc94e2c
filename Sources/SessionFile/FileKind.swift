import Diagnostics

/// Kinds of files that are taken for a session file by mistake, known by their first bytes.
enum FileKind {
  /// What `bytes` are if they are no text, in words; nil where nothing is recognised.
  static func name(of bytes: [UInt8]) -> Phrase? {
    for (magic, phrase) in magics where bytes.starts(with: magic) { return phrase }
    if isBitmap(bytes) { return Phrase(ja: "BMP の画像", en: "a BMP picture") }
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
      return archive(bytes)
    }
    if bytes.starts(with: Array("RIFF".utf8)), bytes.count >= 12, Array(bytes[8..<12]) == Array("WEBP".utf8) {
      return Phrase(ja: "WebP の画像", en: "a WebP picture")
    }
    if bytes.count >= 12, Array(bytes[4..<8]) == Array("ftyp".utf8) {
      let brand = String(decoding: bytes[8..<12], as: UTF8.self)
      return brand.hasPrefix("hei") || brand.hasPrefix("mif")
        ? Phrase(ja: "HEIC の写真", en: "a HEIC photograph") : Phrase(ja: "動画", en: "a video")
    }
    let head = String(decoding: bytes.prefix(64), as: UTF8.self).lowercased()
    let start = head.drop { $0 == " " || $0.isNewline || $0 == "\u{FEFF}" }
    if start.hasPrefix("<!doctype html") || start.hasPrefix("<html") {
      return Phrase(ja: "ホームページ(HTML)", en: "a web page (HTML)")
    }
    if start.hasPrefix("<svg") { return Phrase(ja: "SVG の図", en: "an SVG drawing") }
    if start.hasPrefix("<?xml") { return Phrase(ja: "XML のファイル", en: "an XML file") }
    return nil
  }

  /// `BM`, which a text may begin with too: then four bytes for the size and four that are 0, which no text has.
  private static func isBitmap(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: Array("BM".utf8)) && bytes.dropFirst(2).prefix(12).contains(0)
  }

  private static let magics: [([UInt8], Phrase)] = [
    ([0x89, 0x50, 0x4E, 0x47], Phrase(ja: "PNG の画像", en: "a PNG picture")),
    ([0xFF, 0xD8, 0xFF], Phrase(ja: "JPEG の写真", en: "a JPEG photograph")),
    (Array("GIF8".utf8), Phrase(ja: "GIF の画像", en: "a GIF picture")),
    (Array("%PDF-".utf8), Phrase(ja: "PDF の文書", en: "a PDF document")),
    (Array("%!PS".utf8), Phrase(ja: "PostScript の文書", en: "a PostScript document")),
    ([0x1F, 0x8B], Phrase(ja: "gzip で圧縮されたファイル", en: "a file compressed with gzip")),
    (Array("BZh".utf8), Phrase(ja: "bzip2 で圧縮されたファイル", en: "a file compressed with bzip2")),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A], Phrase(ja: "xz で圧縮されたファイル", en: "a file compressed with xz")),
    ([0x37, 0x7A, 0xBC, 0xAF], Phrase(ja: "7z で圧縮されたファイル", en: "a file compressed with 7z")),
    (Array("Rar!".utf8), Phrase(ja: "RAR で圧縮されたファイル", en: "a file compressed with RAR")),
    (
      [0xD0, 0xCF, 0x11, 0xE0],
      Phrase(ja: "古い形式の Word か Excel の文書", en: "a Word or Excel document of the old kind")
    ),
    (Array("{\\rtf".utf8), Phrase(ja: "リッチテキスト(RTF)の文書", en: "a rich text (RTF) document")),
    ([0x49, 0x49, 0x2A, 0x00], Phrase(ja: "TIFF の画像", en: "a TIFF picture")),
    ([0x4D, 0x4D, 0x00, 0x2A], Phrase(ja: "TIFF の画像", en: "a TIFF picture")),
    ([0x7F, 0x45, 0x4C, 0x46], Phrase(ja: "プログラム", en: "a program")),
    (Array("8BPS".utf8), Phrase(ja: "Photoshop の画像", en: "a Photoshop picture")),
    (Array("SQLite format 3".utf8), Phrase(ja: "SQLite のデータベース", en: "an SQLite database")),
  ]

  /// Office documents are zip archives; the names of the files inside tell which.
  private static func archive(_ bytes: [UInt8]) -> Phrase {
    let head = bytes.prefix(65_536)
    func holds(_ name: String) -> Bool {
      let wanted = Array(name.utf8)
      guard let first = wanted.first, head.count >= wanted.count else { return false }
      return head.indices.dropLast(wanted.count - 1).contains {
        head[$0] == first && head[$0..<($0 + wanted.count)].elementsEqual(wanted)
      }
    }
    if holds("xl/") { return Phrase(ja: "Excel のブック", en: "an Excel workbook") }
    if holds("word/") { return Phrase(ja: "Word の文書", en: "a Word document") }
    if holds("ppt/") { return Phrase(ja: "PowerPoint のスライド", en: "a PowerPoint presentation") }
    if holds("opendocument") {
      return Phrase(ja: "LibreOffice の文書", en: "a LibreOffice document")
    }
    return Phrase(ja: "ZIP で圧縮されたファイル", en: "a ZIP archive")
  }
}
