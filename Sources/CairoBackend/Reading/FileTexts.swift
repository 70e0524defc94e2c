import Diagnostics
import Picture

/// A text that stands in a finished file, seen or unseen.
public struct FileText: Sendable, Hashable {
  /// Where it stands.
  public enum Place: Sendable, Hashable {
    /// On the pages, line by line.
    case pages
    /// Lines that were drawn one after the other, as one text; they need not belong together.
    case passages
    /// In what the file says of itself: title, author, words for those who cannot see, remarks of programs.
    case about
  }

  /// Where it stands.
  public var place: Place
  /// The characters.
  public var string: String

  /// A text at its place.
  public init(_ place: Place, _ string: String) {
    self.place = place
    self.string = string
  }
}

/// Reads the words of finished files, packed streams and remarks included: what anybody could find in them who looks.
///
/// Glyphs that are drawn as outlines (SVG) and pixels (PNG) have no words; those are in the display list.
public enum FileTexts {
  /// Every text of a PDF, an SVG or a PNG.
  ///
  /// - Parameter jobs: How many threads may read at the same time. What is found does not depend on it.
  /// - Throws: `file-unreadable` where a part of the file cannot be read. A file that cannot be searched is none that was
  ///   found clean.
  public static func all(in bytes: [UInt8], jobs: Int = 1) throws(BackendError) -> [FileText] {
    if bytes.starts(with: Array("%PDF-".utf8)) { return try PDFTexts(bytes, jobs: jobs).texts() }
    if bytes.starts(with: PNGChunk.signature) { return try png(bytes) }
    if bytes.firstRange(of: "<svg", in: 0..<min(bytes.count, 1024)) != nil { return svg(bytes) }
    throw .unreadable
  }

  // MARK: PNG

  private static func png(_ bytes: [UInt8]) throws(BackendError) -> [FileText] {
    var texts: [FileText] = []
    var index = PNGChunk.signature.count
    while index + 12 <= bytes.count {
      let count = bytes[index..<index + 4].reduce(0) { $0 << 8 | Int($1) }
      let start = index + 8
      guard count <= bytes.count - start - 4 else { throw .unreadable }
      let type = bytes.text(index + 4..<start)
      let data = bytes[start..<start + count]
      switch type {
      case "IHDR", "PLTE", "IDAT", "IEND", "pHYs", "gAMA", "cHRM", "sRGB", "bKGD", "tRNS", "sBIT": break
      case "zTXt", "iTXt":
        let words = try unpackedText(data, isInternational: type == "iTXt")
        texts.append(FileText(.about, String(decoding: words, as: UTF8.self)))
      default: texts.append(FileText(.about, String(decoding: data, as: UTF8.self)))
      }
      index = start + count + 4
    }
    guard index == bytes.count else { throw .unreadable }
    return texts
  }

  /// `zTXt`: keyword, 0, method, packed text. `iTXt`: keyword, 0, whether packed, method, language, 0, keyword, 0, text.
  private static func unpackedText(
    _ data: ArraySlice<UInt8>, isInternational: Bool
  ) throws(BackendError) -> [UInt8] {
    guard let end = data.firstIndex(of: 0), end + 2 < data.endIndex else { return Array(data) }
    guard isInternational else {
      return data[..<end] + [0x20] + (try Inflation.unpacked(data[(end + 2)...]))
    }
    guard data[end + 1] == 1 else { return Array(data) }
    guard let language = data[(end + 3)...].firstIndex(of: 0),
      let keyword = data[(language + 1)...].firstIndex(of: 0)
    else { throw .unreadable }
    return data[..<keyword] + (try Inflation.unpacked(data[(keyword + 1)...]))
  }

  // MARK: SVG

  /// What stands between tags, in remarks, and behind attributes that hold words.
  private static func svg(_ bytes: [UInt8]) -> [FileText] {
    let strings = SVGStrings(bytes)
    return strings.stretches.filter { !strings.isData($0) && !strings.isNamespace($0) }
      .map { FileText(.about, strings.string($0)) }
  }
}

extension BackendError {
  /// A finished file that cannot be searched.
  static let unreadable = BackendError(
    Code(rawValue: "file-unreadable"),
    Phrase(
      ja: "できあがったファイルの中を読めず、個人の情報が入っていないことを確かめられませんでした。",
      en: "A finished file could not be read, so that nobody can say whether anything private is in it."),
    hint: Phrase(
      ja: "書き出しはしていません。Tenken の誤りですので、お知らせください。",
      en: "Nothing was written. This is a mistake of Tenken’s; please tell us."))
}
