import Picture
import Testing

@testable import CairoBackend

/// The users' own pictures in fewer inks.
@Suite struct UserPictureTests {
  private func svg(_ inside: String) -> [UInt8] {
    Array("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 64 64\">\(inside)</svg>".utf8)
  }

  /// Whose colours can be changed by their words stays lines; gradients, names and photographs become dots.
  @Test(arguments: [
    ("<circle r=\"9\" fill=\"#C24D33\" stroke=\"none\"/>", true), ("<path d=\"M0 0H9V9z\"/>", true),
    ("<path style=\"fill:#a8c97f;fill-opacity:0.5;stroke:#000000\" d=\"M0 0H9\"/>", true),
    ("<circle r=\"9\" fill=\"red\"/>", false), ("<circle r=\"9\" fill=\"#f00\"/>", false),
    ("<circle r=\"9\" style=\"stroke: rgb(1,2,3)\"/>", false), ("<circle r=\"9\" fill=\"url(#a)\"/>", false),
    ("<linearGradient id=\"a\"><stop stop-color=\"#C24D33\"/></linearGradient>", false),
    ("<image href=\"data:image/png;base64,\"/>", false),
  ]) func whatCanStayLinesDoes(_ inside: String, _ isPlain: Bool) throws {
    #expect(IconLibrary.isPlain(svg(inside)) == isPlain)
    guard isPlain else { return }
    let printed = String(decoding: try IconLibrary.printed(svg(inside), name: "x", in: .one), as: UTF8.self)
    #expect(!printed.contains("<image"))
    for match in printed.matches(of: /#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/) {
      #expect(match.output.1 == match.output.2 && match.output.2 == match.output.3)
    }
  }
}
