import Diagnostics
import Foundation

/// What keeps a picture from being printed, found before anything of it is drawn.
public enum PictureFault: Error, Sendable, Hashable {
  /// It is no SVG, PNG or JPEG.
  case unreadable
  /// The file ends before the picture does, or was damaged on its way.
  case cutShort
  /// The file has more bytes than ``mostBytes``.
  case tooManyBytes
  /// It has more dots than ``mostDots``.
  case tooLarge(width: Int, height: Int)
  /// A drawing that shows other files, by the reference to the first of them.
  case reachesOut(String)
  /// A drawing whose parts repeat each other more often than anything can be drawn.
  case repeatsTooOften

  /// A photograph of 65 million dots is larger than those of most telephones and takes a quarter of a gigabyte when it is
  /// drawn. On 60 mm of paper nobody sees more than one million.
  public static let mostDots = 65_000_000
  /// Larger files are refused unread.
  public static let mostBytes = 64 << 20

  /// What is wrong with the picture `name`.
  public func message(_ name: String) -> Phrase { message(Phrase(verbatim: name)) }

  func message(_ name: Phrase) -> Phrase {
    switch self {
    case .unreadable: Phrase(ja: "「\(name.ja)」は絵として読めません。", en: "‘\(name.en)’ cannot be read as a picture.")
    case .cutShort:
      Phrase(
        ja: "「\(name.ja)」は途中で切れているか、壊れています。", en: "‘\(name.en)’ is incomplete or damaged.")
    case .tooManyBytes:
      Phrase(
        ja: "「\(name.ja)」は大きすぎます。使えるのは \(Self.mostBytes >> 20) MB までです。",
        en: "‘\(name.en)’ is too large; the limit is \(Self.mostBytes >> 20) MB.")
    case .tooLarge(let width, let height):
      Phrase(
        ja: "「\(name.ja)」は大きすぎます（\(width)×\(height)画素）。使えるのは \(Self.mostDots / 10_000) 万画素までです。",
        en:
          "‘\(name.en)’ is too large (\(width) by \(height) dots); the limit is \(Self.mostDots / 1_000_000) million dots."
      )
    case .reachesOut(let reference):
      Phrase(
        ja: "「\(name.ja)」は、ほかのファイルの絵（\(reference.prefix(60))）を参照していて、そこが白く抜けます。",
        en: "‘\(name.en)’ shows another file (\(reference.prefix(60))), which would be left out.")
    case .repeatsTooOften:
      Phrase(
        ja: "「\(name.ja)」は、部品のくり返し（use）が多すぎて描けません。",
        en: "‘\(name.en)’ repeats its parts (use) too often to be drawn.")
    }
  }

  /// What to do about it.
  public var hint: Phrase {
    switch self {
    case .unreadable:
      Phrase(ja: "SVG、PNG、JPEG のどれかで保存し直してください。", en: "Save it again as SVG, PNG or JPEG.")
    case .cutShort:
      Phrase(
        ja: "元の写真から写し直すか、開いて保存し直してください。", en: "Copy it again from where it came, or open it and save it anew."
      )
    case .tooLarge, .tooManyBytes:
      Phrase(
        ja: "画像ソフトで縮小して保存し直してください。横 2000 画素もあれば、きれいに刷れます。",
        en: "Make it smaller in a picture program and save it; 2,000 dots of width are enough for print.")
    case .reachesOut:
      Phrase(
        ja: "絵は SVG の中に埋め込んでください（Inkscape: エクステンション→画像→埋め込み、Illustrator: リンク→画像を埋め込み）。",
        en: "Embed pictures in the SVG (Inkscape: Extensions, Images, Embed; Illustrator: Links, Embed).")
    case .repeatsTooOften:
      Phrase(
        ja: "くり返しを減らすか、パスや画像にまとめて保存し直してください。",
        en: "Repeat less, or save the parts as one path or one image.")
    }
  }
}

/// Looks at pictures without drawing them.
public enum PictureCheck {
  /// - Throws: what keeps the picture from being printed.
  public static func check(_ bytes: [UInt8]) throws(PictureFault) {
    if let header = PictureHeader(bytes) { return try check(header) }
    let scan = TemplateScan(bytes)
    guard scan.tags.first?.name == "svg", !scan.declaresEntities else { throw .unreadable }
    if let reference = scan.references.first { throw .reachesOut(reference.value) }
    if let fault = scan.pictureFaults.first { throw fault.fault }
    if scan.repeatsTooOften { throw .repeatsTooOften }
    guard (try? IconDrawing(name: "picture", svg: bytes)) != nil else { throw .unreadable }
  }

  static func check(_ header: PictureHeader) throws(PictureFault) {
    guard header.dots <= PictureFault.mostDots else {
      throw .tooLarge(width: header.width, height: header.height)
    }
    guard header.isWhole else { throw .cutShort }
  }
}

extension TemplateScan {
  /// What is wrong with the pictures that are embedded in a drawing; those that together have too many dots are told at
  /// the one that goes beyond.
  var pictureFaults: [(fault: PictureFault, range: Range<Int>)] {
    var faults: [(fault: PictureFault, range: Range<Int>)] = []
    var dots = 0
    for tag in tags {
      guard let link = tag.link, link.hasPrefix("data:image/"),
        let comma = link.firstIndex(of: ","), link[..<comma].hasSuffix(";base64"),
        let data = Data(
          base64Encoded: String(link[link.index(after: comma)...]), options: .ignoreUnknownCharacters),
        let header = PictureHeader(Array(data))
      else { continue }
      do throws(PictureFault) {
        try PictureCheck.check(header)
        dots += header.dots
        if dots > PictureFault.mostDots { throw .tooLarge(width: header.width, height: header.height) }
      } catch {
        faults.append((error, tag.range))
      }
    }
    return faults
  }

  /// Elements that are drawn, those that `use` repeats counted each time; librsvg gives up at half a million, after many
  /// seconds.
  private static let mostElements = 200_000

  /// Whether parts that repeat parts make more of the drawing than can be drawn.
  var repeatsTooOften: Bool {
    var places: [String: Int] = [:]
    for (index, tag) in tags.enumerated() {
      if let id = tag.attributes["id"], places[id] == nil { places[id] = index }
    }
    guard tags.contains(where: { $0.name == "use" }) else { return false }
    var known: [Int: Int] = [:]
    /// Elements that the one at `place` is drawn with. What repeats itself is told by librsvg.
    func count(_ place: Int, _ depth: Int) -> Int {
      if let known = known[place] { return known }
      known[place] = 0
      guard depth < 500 else { return Self.mostElements + 1 }
      var sum = 0
      var index = place
      repeat {
        sum += 1
        let tag = tags[index]
        if tag.name == "use", let link = tag.link,
          let target = places[String(link.dropFirst())]
        {
          sum += count(target, depth + 1)
        }
        if sum > Self.mostElements { break }
        index += 1
      } while index < tags[place].end
      known[place] = sum
      return sum
    }
    return count(0, 0) > Self.mostElements
  }
}
