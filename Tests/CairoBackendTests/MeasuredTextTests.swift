import Picture
import Testing

@testable import CairoBackend

/// What counts for a layout tells texts apart, and nothing else does.
@Suite struct MeasuredTextTests {
  private static let style = TextStyle(size: .pt(9), color: Color(0))

  private func block(
    _ string: String = "空き家", _ change: (inout TextStyle) -> Void = { _ in }, width: Length? = .mm(40)
  ) -> TextBlock {
    var style = Self.style
    change(&style)
    return TextBlock(string, style, width: width)
  }

  private func isSame(_ a: TextBlock, _ b: TextBlock) -> Bool {
    let (one, other) = (MeasuredText(a), MeasuredText(b))
    if one == other { #expect(one.hashValue == other.hashValue) }
    return one == other
  }

  @Test func oneColourForAllMakesNoDifference() {
    #expect(isSame(block(), block { $0.color = Color(0xB8452C) }))
    let two = TextBlock([
      TextSpan("空き", Self.style), TextSpan("家", block { $0.color = Color(1) }.spans[0].style),
    ])
    var other = two
    other.spans[1].style.color = Color(2)
    #expect(!isSame(two, other))
    #expect(isSame(two, two))
  }

  @Test func everythingElseDoes() {
    #expect(!isSame(block(), block("空家")))
    #expect(!isSame(block(), block { $0.size = .pt(9.5) }))
    #expect(!isSame(block(), block { $0.weight = .bold }))
    #expect(!isSame(block(), block { $0.leading = 1.5 }))
    #expect(!isSame(block(), block { $0.tracking = .pt(1) }))
    #expect(!isSame(block(), block(width: nil)))
    #expect(!isSame(block(), block(width: .mm(41))))
    var indented = block()
    indented.hangingIndent = .mm(3)
    #expect(!isSame(block(), indented))
    var centred = block()
    centred.alignment = .center
    #expect(!isSame(block(), centred))
    var read = block()
    read.spans[0].reading = "あきや"
    #expect(!isSame(block(), read))
    // Two spellings of one word.
    #expect(!isSame(block("が"), block("か\u{3099}")))
  }
}
