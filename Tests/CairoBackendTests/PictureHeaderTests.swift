import Foundation
import Testing

@testable import CairoBackend

/// What is known of photographs before they are drawn.
@Suite struct PictureHeaderTests {
  private func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
    let body = Array(name.utf8) + data
    return big(data.count, 4) + body + big(Int(CRC32.of(body).value), 4)
  }

  private func big(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * (count - 1 - $0))) }
  }

  private func png(width: Int, height: Int, extra: [UInt8] = []) -> [UInt8] {
    let start: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    return start + chunk("IHDR", big(width, 4) + big(height, 4) + [8, 2, 0, 0, 0]) + extra
      + chunk("IDAT", [0x78, 0x9C, 0x03, 0, 0, 0, 0, 1]) + chunk("IEND", [])
  }

  /// The markers of a JPEG file, without dots that anybody could draw.
  private func jpeg(orientation: Int?, isLittle: Bool = true, isWhole: Bool = true) -> [UInt8] {
    func value(_ value: Int, _ count: Int) -> [UInt8] {
      isLittle ? big(value, count).reversed() : big(value, count)
    }
    var bytes: [UInt8] = [0xFF, 0xD8]
    if let orientation {
      let directory =
        value(2, 2) + value(0x010E, 2) + value(2, 2) + value(4, 4) + Array("Ken\0".utf8)
        + value(0x0112, 2) + value(3, 2) + value(1, 4) + value(orientation, 2) + value(0, 2) + value(0, 4)
      let exif =
        Array("Exif\0\0".utf8) + (isLittle ? [0x49, 0x49] : [0x4D, 0x4D]) + value(42, 2) + value(8, 4)
        + directory
      bytes += [0xFF, 0xE1] + big(exif.count + 2, 2) + exif
    }
    bytes += [0xFF, 0xFE] + big(12, 2) + Array("home of Ken".utf8.prefix(10))
    bytes += [0xFF, 0xEE] + big(7, 2) + Array("Adobe".utf8)
    bytes += [0xFF, 0xC0] + big(11, 2) + [8] + big(300, 2) + big(240, 2) + [1, 1, 0x11, 0]
    bytes += [0xFF, 0xDA] + big(8, 2) + [1, 1, 0, 0, 63, 0] + [1, 2, 0xFF, 0, 3, 0xFF, 0xD0, 4]
    return isWhole ? bytes + [0xFF, 0xD9] : bytes
  }

  @Test func theSizeIsReadWithoutDrawing() throws {
    let small = try #require(PictureHeader(png(width: 240, height: 300)))
    #expect(small.width == 240 && small.height == 300 && small.isWhole && small.orientation == 1)
    let photo = try #require(PictureHeader(jpeg(orientation: nil)))
    #expect(photo.width == 240 && photo.height == 300 && photo.isWhole && photo.orientation == 1)
    #expect(PictureHeader(Array("これは文字です".utf8)) == nil)
    #expect(PictureHeader(Array(png(width: 0, height: 9))) == nil)
    #expect(PictureHeader([0xFF, 0xD8, 0xFF]) == nil)
  }

  @Test(arguments: 0...9, [true, false]) func theCamerasTurnIsRead(_ orientation: Int, _ isLittle: Bool)
    throws
  {
    let header = try #require(PictureHeader(jpeg(orientation: orientation, isLittle: isLittle)))
    #expect(header.orientation == ((1...8).contains(orientation) ? orientation : 1))
  }

  @Test func whatTheCameraNotedIsLeftOut() throws {
    let plain = try #require(PictureHeader(jpeg(orientation: 6))).plain
    let words = String(decoding: plain, as: UTF8.self)
    #expect(!words.contains("Ken") && !words.contains("Exif") && words.contains("Adobe"))
    #expect(try #require(PictureHeader(plain)).isWhole)
    let noted = png(width: 9, height: 9, extra: chunk("tEXt", Array("Author\0Ken".utf8)))
    #expect(try #require(PictureHeader(noted)).plain == png(width: 9, height: 9))
  }

  @Test func whatIsCutShortOrTooLargeIsRefused() throws {
    func fault(_ bytes: [UInt8]) -> PictureFault? {
      do throws(PictureFault) {
        try PictureCheck.check(bytes)
        return nil
      } catch {
        return error
      }
    }
    #expect(fault(png(width: 240, height: 300)) == nil)
    #expect(fault(png(width: 60_000, height: 60_000)) == .tooLarge(width: 60_000, height: 60_000))
    #expect(fault(png(width: 4_294_967_295, height: 4_294_967_295)) != nil)
    #expect(fault(jpeg(orientation: 6, isWhole: false)) == .cutShort)
    for length in 1..<png(width: 9, height: 9).count {
      #expect(fault(Array(png(width: 9, height: 9).prefix(length))) != nil, "\(length)")
    }
    var damaged = png(width: 9, height: 9)
    damaged[45] ^= 1
    #expect(fault(damaged) == .cutShort)
    #expect(fault([]) == .unreadable)
    #expect(fault(Array("これは文字です".utf8)) == .unreadable)

    func svg(_ inside: String) -> [UInt8] {
      Array("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">\(inside)</svg>".utf8)
    }
    func image(_ bytes: [UInt8]) -> String {
      "<image href=\"data:image/png;base64,\(Data(bytes).base64EncodedString())\" width=\"9\" height=\"9\"/>"
    }
    #expect(fault(svg("<rect width=\"9\" height=\"9\"/>")) == nil)
    #expect(fault(svg("<image href=\"a.png\" width=\"9\" height=\"9\"/>")) == .reachesOut("a.png"))
    #expect(fault(svg("<rect")) == .unreadable)
    #expect(fault(svg(image(png(width: 240, height: 300)))) == nil)
    #expect(fault(svg(image(png(width: 12_000, height: 12_000)))) == .tooLarge(width: 12_000, height: 12_000))
    // Each of them is small enough, both together are not.
    let half = image(png(width: 6_000, height: 6_000))
    #expect(fault(svg(half)) == nil)
    #expect(fault(svg(half + half)) == .tooLarge(width: 6_000, height: 6_000))
    // Ten times ten times … one element: librsvg would draw for many seconds and then give up.
    let nested = (1...7).map { level in
      "<g id=\"a\(level)\">" + String(repeating: "<use href=\"#a\(level - 1)\"/>", count: 10) + "</g>"
    }
    let start = "<defs><g id=\"a0\"><rect width=\"1\" height=\"1\"/></g>"
    #expect(fault(svg(start + nested.joined() + "</defs><use href=\"#a7\"/>")) == .repeatsTooOften)
    #expect(fault(svg(start + nested.prefix(2).joined() + "</defs><use href=\"#a2\"/>")) == nil)
    #expect(!TemplateScan(svg("<g id=\"a\"><use href=\"#a\"/></g>")).repeatsTooOften)
  }

  /// EXIF 2.3, tag 0x0112: at which side of the upright picture the file's first row is seen, and its first column.
  @Test(arguments: [
    (1, "top", "left"), (2, "top", "right"), (3, "bottom", "right"), (4, "bottom", "left"),
    (5, "left", "top"),
    (6, "right", "top"), (7, "right", "bottom"), (8, "left", "bottom"),
  ]) func everyTurnStandsUpright(_ orientation: Int, _ row: String, _ column: String) throws {
    let header = try #require(PictureHeader(jpeg(orientation: orientation)))
    let turn = header.upright(in: 64) ?? "matrix(1 0 0 1 0 0)"
    let m = turn.matches(of: /-?\d+/).compactMap { Int($0.output) }
    try #require(m.count == 6)
    func seen(_ x: Int, _ y: Int) -> String? {
      let sides = ["top": [32, 0], "right": [64, 32], "bottom": [32, 64], "left": [0, 32]]
      return sides.first { $0.value == [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]] }?.key
    }
    #expect(seen(32, 0) == row)
    #expect(seen(0, 32) == column)
  }
}
