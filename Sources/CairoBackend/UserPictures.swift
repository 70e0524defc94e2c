import Diagnostics
import Foundation
import Picture

extension Renderer {
  /// The inks that icons, portraits and templates are drawn in; pages are told by ``Picture/Page/printed(in:)``.
  public var ink: Ink {
    get { icons.ink }
    set { icons.ink = newValue }
  }

  /// Makes the user's own picture known under `name`, for icons of that name.
  ///
  /// SVG is taken as it is; PNG and JPEG are put into an SVG of their own, so that one library draws them all.
  ///
  /// - Throws: `icon-broken` where the bytes are none of the three.
  public func add(picture name: String, bytes: [UInt8]) throws(BackendError) {
    let kind: String
    switch bytes {
    case _ where bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]): kind = "image/png"
    case _ where bytes.starts(with: [0xFF, 0xD8, 0xFF]): kind = "image/jpeg"
    default:
      icons.add(name, svg: bytes)
      _ = try icons.drawing(name)
      return
    }
    // The picture fills its square; what is too long is cut evenly on both sides, as in an album.
    let data = Data(bytes).base64EncodedString()
    let svg = """
      <svg xmlns="http://www.w3.org/2000/svg" width="64" height="64" viewBox="0 0 64 64"><image width="64" height="64" \
      preserveAspectRatio="xMidYMid slice" href="data:\(kind);base64,\(data)"/></svg>
      """
    icons.add(name, svg: Array(svg.utf8))
    _ = try icons.drawing(name)
  }
}
